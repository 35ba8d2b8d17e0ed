//! How a score changed since an earlier period, indicator by indicator, as for a waterfall.

use super::{Contribution, Scorecard, Verdict, contributions};
use crate::model::{IndicatorIx, Period};

/// The change of a total since an earlier period.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The earlier period.
    pub earlier: Period,
    /// Total then, if there was one.
    pub before: Option<f64>,
    /// Total now, if there is one.
    pub after: Option<f64>,
    /// Difference of the unrounded totals, in points; `None` unless both are rated.
    pub difference: Option<f64>,
    /// Differences of contributions, largest in size first; empty unless both are rated.
    pub items: Vec<ItemChange>,
    /// What events changed, before the cap.
    pub by_events: f64,
    /// What the cap took from the sum of `items` and `by_events`; all three together are `difference`.
    pub by_cap: f64,
    /// The scores came about under different schemes: part of the difference is the rules'.
    pub scheme_differs: bool,
    /// Why there was no score then.
    pub unrated_before: Option<Verdict>,
    /// Why there is no score now.
    pub unrated_after: Option<Verdict>,
}

/// The change of one indicator's contribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemChange {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Contribution then; `None` if it had no weight or no value.
    pub before: Option<f64>,
    /// Contribution now.
    pub after: Option<f64>,
    /// After − before, in points of the total; an absent one counts as 0.
    pub difference: f64,
}

/// The change from `earlier` to `card`: usually the previous period, or the same one a year ago.
#[must_use]
pub fn change(card: &Scorecard, earlier: &Scorecard) -> Change {
    let difference = card.total.zip(earlier.total).map(|(after, before)| after - before);
    let items =
        difference.map_or_else(Vec::new, |_| item_changes(&contributions(earlier), &contributions(card)));
    let explained: f64 = items.iter().map(|item| item.difference).sum();
    let by_events = card.by_events - earlier.by_events;
    Change {
        earlier: earlier.period,
        before: earlier.total,
        after: card.total,
        difference,
        by_events: difference.map_or(0.0, |_| by_events),
        by_cap: difference.map_or(0.0, |difference| difference - explained - by_events),
        items,
        scheme_differs: card.scheme != earlier.scheme,
        unrated_before: unrated(earlier),
        unrated_after: unrated(card),
    }
}

fn unrated(card: &Scorecard) -> Option<Verdict> {
    (card.verdict != Verdict::Rated).then_some(card.verdict)
}

/// Both lists are sorted by indicator.
fn item_changes(before: &[Contribution], after: &[Contribution]) -> Vec<ItemChange> {
    let mut indicators: Vec<IndicatorIx> = before.iter().chain(after).map(|c| c.indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    let of = |list: &[Contribution], indicator| {
        list.iter().find(|c| c.indicator == indicator).map(|c| c.contribution)
    };
    let one = |indicator| {
        let (before, after) = (of(before, indicator), of(after, indicator));
        let difference = after.unwrap_or(0.0) - before.unwrap_or(0.0);
        ItemChange { indicator, before, after, difference }
    };
    let mut items: Vec<ItemChange> = indicators.into_iter().map(one).collect();
    items.sort_by(|a, b| {
        b.difference.abs().total_cmp(&a.difference.abs()).then(a.indicator.cmp(&b.indicator))
    });
    items
}
