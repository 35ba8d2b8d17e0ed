//! A stretch with its results: weights spread over what has a value, contributions and total (domain notes C, "Missing
//! data").

use super::item::Scope;
use super::{ItemResult, ReadingState, Segment, Verdict};
use crate::model::{Item, Missing, Policy};

/// Weights are sums of decimal fractions: a share this close to its limit meets it.
const TOLERANCE: f64 = 1e-9;

/// The segment of a scope: every item of its scheme, weights spread, and its total if it is rated.
pub(super) fn segment(scope: Scope<'_>) -> Segment {
    let stretch = scope.stretch;
    let scheme = scope.model.scheme(stretch.scheme);
    let mut items: Vec<ItemResult> = scheme.items.iter().map(|item| scope.item(item)).collect();
    let available_weight = available(&items);
    let verdict =
        if stretch.observed { Verdict::Observed } else { verdict(&items, available_weight, scope.policy) };
    let total = (verdict == Verdict::Rated).then(|| spread(&mut items));
    let newcomer = |item: &Item| item.newcomers.iter().any(|step| stretch.service_month <= step.through);
    let new = stretch.observed || scheme.items.iter().any(newcomer);
    Segment {
        from: stretch.from,
        to: stretch.to,
        team: stretch.team,
        level: stretch.level,
        scheme: stretch.scheme,
        newcomer_month: new.then_some(stretch.service_month),
        observed: stretch.observed,
        days: stretch.days,
        items,
        total,
        available_weight,
        verdict,
    }
}

/// Weight with points ÷ weight that applies, in percent. An item that does not apply is in neither, so it costs nothing;
/// 0 where nothing applies.
fn available(items: &[ItemResult]) -> f64 {
    let applies = |item: &&ItemResult| item.reading.state != ReadingState::NotApplicable;
    let applicable: f64 = items.iter().filter(applies).map(|item| item.weight).sum();
    let measured: f64 = items.iter().filter(|item| item.points.is_some()).map(|item| item.weight).sum();
    if applicable > 0.0 { 100.0 * measured / applicable } else { 0.0 }
}

fn verdict(items: &[ItemResult], available: f64, policy: &Policy) -> Verdict {
    let missing = items.iter().find(|item| item.reading.state == ReadingState::Missing);
    match missing {
        Some(item) if policy.missing == Missing::NotRated => {
            Verdict::MissingValue { indicator: item.indicator }
        }
        _ if available <= 0.0 || available + TOLERANCE < policy.minimum_weight => {
            Verdict::TooLittleWeight { available, needed: policy.minimum_weight }
        }
        _ => Verdict::Rated,
    }
}

/// Spreads the whole weight over the items with points, in proportion, and gives the sum of contributions.
fn spread(items: &mut [ItemResult]) -> f64 {
    let measured: f64 = items.iter().filter(|item| item.points.is_some()).map(|item| item.weight).sum();
    for item in items.iter_mut() {
        let Some(points) = item.points else { continue };
        item.effective_weight = 100.0 * item.weight / measured;
        item.contribution = Some(points * item.effective_weight / 100.0);
    }
    items.iter().filter_map(|item| item.contribution).sum()
}
