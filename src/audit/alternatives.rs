//! Checks 11, 12 and 15: ranks by another mean, on another scale, without an indicator.

use super::check::{Check, Item, Statistic};
use super::desk::Desk;
use super::key::{Finding, Lack, Measure, Row, Severity};
use super::method::{Aggregation, Method};
use crate::model::Limit;
use crate::stats::kendall;

/// Fewest units for ranks by other methods.
const ALTERNATIVES_MIN: usize = 8;

fn tau(desk: &Desk<'_>, ranks: &[u32]) -> Option<f64> {
    let list = |ranks: &[u32]| ranks.iter().map(|rank| f64::from(*rank)).collect::<Vec<_>>();
    kendall(&list(&desk.ranks), &list(ranks))
}

/// Compares with other methods, each with its key.
fn compare(desk: &Desk<'_>, row: Row, name: &'static str, others: &[(&'static str, Method)]) -> Check {
    let limits = [Limit::Moved];
    if desk.n() < ALTERNATIVES_MIN {
        return Check::lacking(row, Lack::Units, desk.n(), ALTERNATIVES_MIN, &limits);
    }
    let mut check = Check::new(row, desk.n(), ALTERNATIVES_MIN, &limits);
    let mut rows = Vec::new();
    let mut worst = (0.0, 0);
    for (key, method) in others {
        let (mean, most, ranks) = desk.moved(*method, &desk.weights);
        rows.push(vec![(*key).into(), mean.into(), most.into(), tau(desk, &ranks).into()]);
        if mean >= worst.0 {
            worst = (mean, most);
        }
        let evidence = Statistic::of(Measure::MeanShift, mean).on(desk.n());
        if mean > desk.limit(Limit::Moved) * desk.n() as f64 {
            check.flag(Item::Named(key), Finding::MethodMatters, Severity::Warn, evidence);
        }
    }
    check.tell(Statistic::of(Measure::MeanShift, worst.0));
    check.tell(Statistic::of(Measure::MaxShift, f64::from(worst.1)));
    check.sheet(name, &["method", "mean-shift", "max-shift", "tau"], rows);
    check.done()
}

/// Check 11.
pub(super) fn aggregation(desk: &Desk<'_>) -> Check {
    let other = Method { aggregation: Aggregation::Geometric, ..desk.method };
    compare(desk, Row::Aggregation, "aggregation", &[(Aggregation::Geometric.key(), other)])
}

/// Check 12.
pub(super) fn normalisation(desk: &Desk<'_>) -> Check {
    let others = desk.scalings().into_iter().skip(1);
    let others: Vec<(&'static str, Method)> =
        others.map(|scaling| (scaling.key(), Method { scaling, ..desk.method })).collect();
    compare(desk, Row::Normalisation, "normalisation", &others)
}

/// Check 15.
pub(super) fn remove_one(desk: &Desk<'_>) -> Check {
    let limits = [Limit::MovedByOne];
    if desk.n() < ALTERNATIVES_MIN {
        return Check::lacking(Row::RemoveOne, Lack::Units, desk.n(), ALTERNATIVES_MIN, &limits);
    }
    let mut check = Check::new(Row::RemoveOne, desk.n(), ALTERNATIVES_MIN, &limits);
    let mut rows = Vec::new();
    let mut largest = (0.0, 0);
    for (at, column) in desk.table.columns.iter().enumerate() {
        // An only indicator cannot be left out.
        let Some(weights) = desk.without(at) else { continue };
        let (mean, most, ranks) = desk.moved(desk.method, &weights);
        rows.push(vec![column.id.as_str().into(), mean.into(), most.into(), tau(desk, &ranks).into()]);
        if mean > largest.0 {
            largest = (mean, most);
        }
        let evidence = Statistic::of(Measure::MeanShift, mean).on(desk.n());
        if mean > desk.limit(Limit::MovedByOne) * desk.n() as f64 {
            check.flag(Item::Column(at), Finding::Carries, Severity::Warn, evidence);
        } else if most == 0 {
            check.flag(Item::Column(at), Finding::Idle, Severity::Note, evidence);
        }
    }
    check.tell(Statistic::of(Measure::MeanShift, largest.0));
    check.tell(Statistic::of(Measure::MaxShift, f64::from(largest.1)));
    check.sheet("remove-one", &["indicator", "mean-shift", "max-shift", "tau"], rows);
    check.done()
}
