//! What events add to a score: capped sums by month, and their mean over a longer period (domain notes C, "bonus points",
//! and A122).

use super::service::Part;
use super::stretch::Stretch;
use crate::model::{AgentIx, Event, EventCaps, Model, Month, Period};

/// The events of one month, summed and capped.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventMonth {
    /// The month.
    pub month: Month,
    /// Sum of the points of bonus events, before the cap.
    pub added: f64,
    /// Sum of the points of deductions, before the cap; not negative.
    pub deducted: f64,
    /// The caps of the scheme then in force.
    pub caps: EventCaps,
}

impl EventMonth {
    /// The month of `events`, all of them of the same month.
    #[must_use]
    pub fn of(month: Month, events: &[Event], caps: EventCaps) -> Self {
        let sum = |sign: f64| {
            events.iter().filter(|event| event.nature.sign() == sign).map(|event| event.points).sum::<f64>()
        };
        Self { month, added: sum(1.0), deducted: sum(-1.0), caps }
    }

    /// What counts, in points: `min(added, most_added) − min(deducted, most_deducted)`.
    #[must_use]
    pub fn counted(&self) -> f64 {
        self.added.min(self.caps.most_added) - self.deducted.min(self.caps.most_deducted)
    }

    /// Whether a cap took something away.
    #[must_use]
    pub fn is_capped(&self) -> bool {
        self.added > self.caps.most_added || self.deducted > self.caps.most_deducted
    }
}

/// The months of `period` with events that count, and the number of months that are scored.
///
/// Months in service are those with figures under a scheme that are not only observed. The caps are those of the scheme
/// under which most days of the month were worked (the later posting on a tie).
pub(super) fn event_months(
    model: &Model,
    agent: AgentIx,
    period: Period,
    parts: &[Part],
    stretches: &[Stretch],
) -> (Vec<EventMonth>, u8) {
    let events = model.ledger.of(agent, period.first(), period.last());
    if events.iter().all(|event| event.nature.sign() == 0.0) {
        return (Vec::new(), 0);
    }
    let observed = |part: &Part| {
        let holds = |s: &&Stretch| {
            s.spans.iter().any(|span| span.0 == part.team && (span.1..=span.2).contains(&part.month))
        };
        stretches.iter().find(holds).is_none_or(|stretch| stretch.observed)
    };
    let (mut found, mut months) = (Vec::new(), 0);
    for of_month in parts.chunk_by(|a, b| a.month == b.month) {
        let scored = of_month.iter().filter(|part| part.scheme.is_some() && !observed(part));
        let Some(main) = scored.max_by(|a, b| a.days.total_cmp(&b.days)) else { continue };
        months += 1;
        let own = model.ledger.of(agent, main.month, main.month);
        let caps = main.scheme.and_then(|scheme| model.scheme(scheme).policy.events);
        let Some(caps) = caps.filter(|_| own.iter().any(|event| event.nature.sign() != 0.0)) else {
            continue;
        };
        found.push(EventMonth::of(main.month, own, caps));
    }
    (found, months)
}

/// What events add to the score of a period: the mean of what counts in each month, over all scored months.
///
/// A score is a level between 0 and 100, not a sum: two points in March are two points of the score of March, and as
/// much of a quarter's score as March is of the quarter. Sums would let a quarter rise three times as far as its months.
pub(super) fn effect(months: &[EventMonth], scored: u8) -> f64 {
    let sum: f64 = months.iter().map(EventMonth::counted).sum();
    match scored {
        0 => 0.0,
        1 => sum,
        n => sum / f64::from(n),
    }
}
