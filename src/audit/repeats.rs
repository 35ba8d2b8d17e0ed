//! Checks 17 and 22: whether months tell units apart, and whether ranks last.

use super::check::{Check, Item, Statistic, Value};
use super::desk::Desk;
use super::key::{Finding, Lack, Measure, Row, Severity};
use crate::model::Limit;
use crate::stats::{Measurements, Random, Resamples, mean, spearman};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Fewest units.
const UNITS_MIN: usize = 8;
/// Fewest months of a unit for reliability.
const MONTHS_MIN: usize = 6;
/// Times that units are drawn again for an interval.
const RESAMPLES: u32 = 200;
/// Where the streams of their draws begin, one for each number of units.
const STREAM: u64 = 0x1100_0000;
/// Largest number of units for which intervals are drawn: beyond it they are narrower than what is shown.
const DRAWN: usize = 2_000;

/// Check 17.
pub(super) fn discrimination(desk: &Desk<'_>) -> Check {
    let limits = [Limit::Reliability, Limit::Usable];
    let lacking = |lack, n, needed| Check::lacking(Row::Discrimination, lack, n, needed, &limits);
    let Some(panel) = &desk.table.panel else { return lacking(Lack::Months, 0, MONTHS_MIN) };
    if desk.n() < UNITS_MIN {
        return lacking(Lack::Units, desk.n(), UNITS_MIN);
    }
    if panel.told() < MONTHS_MIN {
        return lacking(Lack::Months, panel.told(), MONTHS_MIN);
    }
    let mut check = Check::new(Row::Discrimination, desk.n(), UNITS_MIN, &limits);
    let rows: Vec<Vec<Vec<Option<f64>>>> = (0..desk.space.k)
        .map(|at| {
            let rows = panel.rows(at).into_iter();
            rows.filter(|row| row.iter().flatten().count() >= MONTHS_MIN).collect()
        })
        .collect();
    // The same units are drawn for all indicators that have as many.
    let mut drawn: BTreeMap<usize, Resamples> = BTreeMap::new();
    for n in rows.iter().map(Vec::len).filter(|n| (UNITS_MIN..=DRAWN).contains(n)) {
        let new = || Resamples::new(n, RESAMPLES, &mut Random::stream(desk.seed, STREAM + n as u64));
        drawn.entry(n).or_insert_with(new);
    }
    let one = |rows: &Vec<Vec<Option<f64>>>| {
        let measurements = Measurements::new(rows);
        let all: Vec<usize> = (0..rows.len()).collect();
        let found = measurements.of(&all).filter(|_| rows.len() >= UNITS_MIN)?;
        let again = |drawn: &[usize]| measurements.of(drawn).map(|found| found.reliability);
        let interval = drawn.get(&rows.len()).and_then(|drawn| drawn.interval(0.95, again));
        Some((rows.len(), found, interval))
    };
    let found: Vec<_> = rows.par_iter().map(one).collect();
    let mut rows = Vec::new();
    let mut lowest: Option<Statistic> = None;
    for (at, found) in found.into_iter().enumerate() {
        let Some((n, found, interval)) = found else { continue };
        let statistic = Statistic::of(Measure::Reliability, found.reliability).within(interval).on(n);
        rows.push(vec![
            desk.table.columns[at].id.as_str().into(),
            n.into(),
            found.each.into(),
            found.between.into(),
            found.within.into(),
            found.reliability.into(),
            interval.map(|ends| ends.lower).into(),
            interval.map(|ends| ends.upper).into(),
        ]);
        if lowest.is_none_or(|lowest| statistic.value < lowest.value) {
            lowest = Some(statistic);
        }
        if statistic.value < desk.limit(Limit::Reliability) {
            check.flag(Item::Column(at), Finding::Noise, Severity::Warn, statistic);
        } else if statistic.value < desk.limit(Limit::Usable) {
            check.flag(Item::Column(at), Finding::Noise, Severity::Note, statistic);
        }
    }
    let Some(lowest) = lowest else { return lacking(Lack::Spread, desk.n(), UNITS_MIN) };
    check.tell(lowest);
    let columns = ["indicator", "units", "months", "between", "within", "reliability", "lower", "upper"];
    check.sheet("reliability", &columns, rows);
    check.done()
}

/// Check 22.
pub(super) fn stability(desk: &Desk<'_>) -> Check {
    let limits = [Limit::Stability];
    let lacking = |lack, n, needed| Check::lacking(Row::Stability, lack, n, needed, &limits);
    let Some(panel) = &desk.table.panel else { return lacking(Lack::Months, 0, 2) };
    if desk.n() < UNITS_MIN {
        return lacking(Lack::Units, desk.n(), UNITS_MIN);
    }
    let mut check = Check::new(Row::Stability, desk.n(), UNITS_MIN, &limits);
    let mut rows = Vec::new();
    let scores = month_to_month(&panel.scores());
    let told: Vec<f64> = scores.iter().flatten().copied().collect();
    let Some(all) = mean(&told) else { return lacking(Lack::Months, panel.told(), 2) };
    let statistic = Statistic::of(Measure::Stability, all).on(told.len());
    check.tell(statistic);
    if all < desk.limit(Limit::Stability) {
        check.flag(Item::Whole, Finding::Unstable, Severity::Warn, statistic);
    }
    let line = |name: &str, list: &[Option<f64>]| {
        let months = panel.months.iter().skip(1).zip(list);
        months
            .map(|(month, rho)| vec![name.into(), Value::Text(month.to_string()), (*rho).into()])
            .collect::<Vec<_>>()
    };
    rows.extend(line("", &scores));
    for (at, column) in desk.table.columns.iter().enumerate() {
        let of = month_to_month(&panel.rows(at));
        let told: Vec<f64> = of.iter().flatten().copied().collect();
        if let Some(value) = mean(&told).filter(|value| *value < desk.limit(Limit::Stability)) {
            let evidence = Statistic::of(Measure::Stability, value).on(told.len());
            check.flag(Item::Column(at), Finding::Unstable, Severity::Note, evidence);
        }
        rows.extend(line(&column.id, &of));
    }
    check.sheet("stability", &["indicator", "month", "spearman"], rows);
    check.done()
}

/// Spearman's correlation of each month with the one before, over those who have both.
fn month_to_month(rows: &[Vec<Option<f64>>]) -> Vec<Option<f64>> {
    let months = rows.iter().map(Vec::len).max().unwrap_or(0);
    let of = |month: usize| {
        let pairs: Vec<(f64, f64)> =
            rows.iter().filter_map(|row| Some(((*row.get(month - 1)?)?, (*row.get(month)?)?))).collect();
        spearman(&pairs).filter(|_| pairs.len() >= UNITS_MIN)
    };
    (1..months).map(of).collect()
}
