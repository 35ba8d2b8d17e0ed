//! What each indicator and each dimension adds to a total, over all segments of a card.

use super::{ItemResult, Scorecard, Segment, Verdict};
use crate::model::{DimensionIx, IndicatorIx};

/// What an indicator adds to the total of a card. The contributions of a card add up to its total before the cap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contribution {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Its dimension.
    pub dimension: DimensionIx,
    /// Effective weight in percent, over the segments by days worked.
    pub weight: f64,
    /// Points out of 100: contribution ÷ weight.
    pub points: f64,
    /// What it adds to the total.
    pub contribution: f64,
}

/// What a dimension adds to the total of a card.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DimensionScore {
    /// The dimension.
    pub dimension: DimensionIx,
    /// Sum of the effective weights of its indicators, in percent.
    pub weight: f64,
    /// Mean points of its indicators by effective weight.
    pub points: f64,
    /// What it adds to the total.
    pub contribution: f64,
}

/// The contributions of a rated card, sorted by indicator; empty for a card without a score.
#[must_use]
pub fn contributions(card: &Scorecard) -> Vec<Contribution> {
    let mut found: Vec<Contribution> = Vec::new();
    for (_, item, share) in contributing(card) {
        let Some(added) = item.contribution else { continue };
        let at = found.partition_point(|known| known.indicator < item.indicator);
        if found.get(at).is_none_or(|known| known.indicator != item.indicator) {
            let (indicator, dimension) = (item.indicator, item.dimension);
            found.insert(
                at,
                Contribution { indicator, dimension, weight: 0.0, points: 0.0, contribution: 0.0 },
            );
        }
        if let Some(known) = found.get_mut(at) {
            known.weight += share * item.effective_weight;
            known.contribution += share * added;
        }
    }
    for known in &mut found {
        known.points = points(known.contribution, known.weight);
    }
    found
}

/// The dimensions of a rated card, sorted; only those with weight.
#[must_use]
pub fn dimension_scores(card: &Scorecard) -> Vec<DimensionScore> {
    let mut found: Vec<DimensionScore> = Vec::new();
    for Contribution { dimension, weight, contribution, .. } in contributions(card) {
        let at = found.partition_point(|known| known.dimension < dimension);
        if found.get(at).is_none_or(|known| known.dimension != dimension) {
            found.insert(at, DimensionScore { dimension, weight: 0.0, points: 0.0, contribution: 0.0 });
        }
        if let Some(known) = found.get_mut(at) {
            known.weight += weight;
            known.contribution += contribution;
        }
    }
    for known in &mut found {
        known.points = points(known.contribution, known.weight);
    }
    found
}

fn points(contribution: f64, weight: f64) -> f64 {
    if weight > 0.0 { 100.0 * contribution / weight } else { 0.0 }
}

/// The items of all segments that make up the total of a rated card, each with its segment's share of the days.
pub(super) fn contributing(card: &Scorecard) -> Vec<(&Segment, &ItemResult, f64)> {
    if card.verdict != Verdict::Rated {
        return Vec::new();
    }
    // Of a mean of months, only months with a score of their own are part.
    let has_month = |from| card.months.is_empty() || card.months.iter().any(|&(month, _, _)| month == from);
    let counts = |segment: &&Segment| segment.total.is_some() && has_month(segment.from);
    let rated: Vec<&Segment> = card.segments.iter().filter(counts).collect();
    let days: f64 = rated.iter().map(|segment| segment.days).sum();
    let share = |segment: &Segment| if days > 0.0 { segment.days / days } else { 1.0 / rated.len() as f64 };
    let mut items = Vec::with_capacity(rated.iter().map(|segment| segment.items.len()).sum());
    for &segment in &rated {
        items.extend(segment.items.iter().map(|item| (segment, item, share(segment))));
    }
    items
}
