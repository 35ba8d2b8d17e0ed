//! Values of indicators that are combined from others: each part is scored by its own rule and combined by inner weights.

use super::{PartReading, Reading, ReadingState, Sums, points};
use crate::model::{Composite, CompositePart, IndicatorIx, Model};

/// The reading of the composite `indicator`, from its parts as `read` gives them.
///
/// Each usable part earns points within 0–100; the value is `Σ weight × points ÷ Σ weight` over the parts that have any.
/// A part that does not apply leaves the weights; if the others hold less than the minimum of the weight that applies, no
/// value is given. Parts are read over the whole period, so a quarter rests on the sums of its months.
pub(super) fn composite(
    model: &Model,
    indicator: IndicatorIx,
    composite: &Composite,
    mut read: impl FnMut(IndicatorIx) -> Reading,
) -> Reading {
    let part = |part: &CompositePart| {
        let reading = read(part.indicator);
        let of = model.indicator(part.indicator);
        let earned = reading.value.filter(|_| reading.state == ReadingState::Measured);
        let earned = earned.map(|value| points(&part.rule, of.precision, of.direction, of.valid, value));
        let points = earned.map(|earned| earned.limited(0.0, 100.0));
        PartReading { indicator: part.indicator, weight: part.weight, points, reading }
    };
    let parts: Vec<PartReading> = composite.parts.iter().map(part).collect();
    let state = state(&parts, composite.minimum_weight);
    let (sum, weight) = weighted(&parts);
    let mut sources: Vec<_> = parts.iter().flat_map(|part| part.reading.sources.iter().copied()).collect();
    sources.sort_by_key(|source| (source.month, source.channel, source.span));
    sources.dedup();
    Reading {
        indicator,
        state,
        value: (state == ReadingState::Measured).then(|| sum / weight),
        sums: if state == ReadingState::Measured { Sums::Weighted(sum, weight) } else { Sums::Nothing },
        n: None,
        interval: None,
        pooled_months: parts.iter().map(|part| part.reading.pooled_months).max().unwrap_or(0),
        sources,
        reconstructed: parts.iter().any(|part| part.reading.reconstructed),
        parts,
    }
}

/// Points times weight, and weight, of the parts with points.
fn weighted(parts: &[PartReading]) -> (f64, f64) {
    let scored = parts.iter().filter_map(|part| part.points.map(|points| (points, part.weight)));
    scored.fold((0.0, 0.0), |(sum, weights), (points, weight)| (sum + points * weight, weights + weight))
}

fn state(parts: &[PartReading], needed: f64) -> ReadingState {
    let weight_of = |counts: &dyn Fn(&PartReading) -> bool| -> f64 {
        parts.iter().filter(|part| counts(part)).map(|part| part.weight).sum()
    };
    let applies = weight_of(&|part| part.reading.state != ReadingState::NotApplicable);
    let told =
        weight_of(&|part| !matches!(part.reading.state, ReadingState::NotApplicable | ReadingState::Missing));
    let available = if applies > 0.0 { 100.0 * weighted(parts).1 / applies } else { 0.0 };
    match () {
        () if applies <= 0.0 => ReadingState::NotApplicable,
        () if told <= 0.0 => ReadingState::Missing,
        // Weights are sums of decimal fractions: a share this close to its limit meets it.
        () if available <= 0.0 || available + 1e-9 < needed => {
            ReadingState::TooFewParts { available, needed }
        }
        () => ReadingState::Measured,
    }
}
