//! The weighted indicators of a card as rows of the sheet, whatever number of segments they come from.

use super::address;
use super::cards::AgentCards;
use super::goalpost::Goalpost;
use super::measure::{Row, measure};
use super::reporter::Reporter;
use crate::model::{IndicatorIx, Language};
use crate::score::{ItemResult, Reading, ReadingState, Scorecard, Segment, contributions};
use crate::view::Measure;
use std::borrow::Cow;

/// Months shown by the small line of a row.
const COURSE: usize = 12;

/// One weighted indicator over the whole period.
#[derive(Debug, Clone)]
pub(super) struct SheetItem<'c> {
    /// The indicator.
    pub(super) indicator: IndicatorIx,
    /// The value of the only segment that has it, else that of the whole period.
    pub(super) reading: Cow<'c, Reading>,
    /// The target of the rule that was applied last.
    pub(super) goalpost: Option<Goalpost>,
    /// Points over all segments.
    pub(super) points: Option<f64>,
    /// Weight as written, in the main segment.
    pub(super) weight: f64,
    /// What it adds to the total.
    pub(super) contribution: Option<f64>,
}

/// The items of `card`, heaviest first; equal weights stay in the order of the scheme.
#[must_use]
pub(super) fn sheet_items<'c>(reporter: &Reporter<'_>, card: &'c Scorecard) -> Vec<SheetItem<'c>> {
    let model = &reporter.evaluation.model;
    let parts = contributions(card);
    let mut segments: Vec<&Segment> = card.segments.iter().filter(|segment| !segment.observed).collect();
    if segments.is_empty() {
        segments = card.segments.iter().collect();
    }
    segments.sort_by(|a, b| b.days.total_cmp(&a.days));
    let mut items: Vec<SheetItem<'c>> = Vec::new();
    for found in segments.iter().flat_map(|segment| &segment.items) {
        if items.iter().any(|known| known.indicator == found.indicator) {
            continue;
        }
        let part = parts.iter().find(|part| part.indicator == found.indicator);
        let alone = segments.iter().filter(|segment| holds(segment, found)).count() < 2;
        let reading = if alone {
            Cow::Borrowed(&found.reading)
        } else {
            Cow::Owned(reporter.evaluation.own_reading(card.agent, found.indicator, card.period))
        };
        let direction = model.indicator(found.indicator).direction;
        items.push(SheetItem {
            indicator: found.indicator,
            reading,
            goalpost: Goalpost::of(&found.rule.rule, direction).filter(|_| found.channels.is_empty()),
            points: if card.total.is_some() { part.map(|part| part.points) } else { found.points },
            weight: found.weight,
            contribution: part.map(|part| part.contribution),
        });
    }
    items.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    items
}

fn holds(segment: &Segment, item: &ItemResult) -> bool {
    segment.items.iter().any(|own| own.indicator == item.indicator)
}

/// The rows of the sheet.
#[must_use]
pub(super) fn measures(
    reporter: &Reporter<'_>,
    cards: &AgentCards,
    card: &Scorecard,
    items: &[SheetItem<'_>],
    language: Language,
) -> Vec<Measure> {
    let evaluation = reporter.evaluation;
    let agent = evaluation.model.agent(cards.agent);
    let earlier = card.period.previous();
    let derivation = address::derivation(agent.id.as_str(), card.period);
    let one = |item: &SheetItem<'_>| {
        let before = evaluation.own_reading(cards.agent, item.indicator, earlier);
        let row = Row {
            indicator: evaluation.model.indicator(item.indicator),
            reading: &item.reading,
            goalpost: item.goalpost,
            points: item.points,
            weight: Some(item.weight),
            contribution: item.contribution,
            before: before.value.filter(|_| before.state == ReadingState::Measured),
            course: cards.course_to(item.indicator, card.period.last(), COURSE),
            derivation: Some(derivation.clone()),
        };
        measure(reporter, language, &row)
    };
    items.iter().map(one).collect()
}
