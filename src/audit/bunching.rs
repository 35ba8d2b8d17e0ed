//! Check 20: more figures just past a threshold than just before it. A pattern is a reason to look at cases and accuses nobody:
//! a target that people strive for also draws results to it.

use super::check::{Check, Item, Statistic};
use super::desk::Desk;
use super::key::{Finding, Lack, Measure, Row, Severity};
use crate::model::Limit;
use crate::stats::{binomial_survival, explained, false_discovery, quantile, sample_sd};

/// Fewest figures in the window around a threshold.
const WINDOW_MIN: usize = 20;
/// Width of the window on each side, in standard deviations of the figures: the first with enough figures in it.
const WIDTHS: [f64; 3] = [0.15, 0.25, 0.4];
/// Placebo thresholds stand at these quantiles.
const PLACEBOS: (f64, f64, usize) = (0.05, 0.95, 91);
/// Classes on each side of the threshold from which the expected number is fitted.
const CLASSES: i32 = 6;

/// A threshold with what stands around it.
struct Around {
    column: usize,
    threshold: f64,
    before: u64,
    past: u64,
    p: f64,
    excess: Option<f64>,
    placebo: f64,
    width: f64,
}

/// The check.
pub(super) fn bunching(desk: &Desk<'_>) -> Check {
    let limits = [Limit::BunchingChance, Limit::BunchingExcess, Limit::Placebo];
    let lacking = |lack, n| Check::lacking(Row::Bunching, lack, n, WINDOW_MIN, &limits);
    let Some(panel) = &desk.table.panel else { return lacking(Lack::Months, 0) };
    if desk.table.columns.iter().all(|column| column.thresholds.is_empty()) {
        return lacking(Lack::Targets, 0);
    }
    let mut found = Vec::new();
    for (at, column) in desk.table.columns.iter().enumerate().filter(|(_, column)| column.direction != 0.0) {
        let cells = (0..panel.units).flat_map(|unit| panel.of(at, unit));
        let mut values: Vec<f64> =
            cells.filter_map(|cell| cell.value()).map(|x| x * column.direction).collect();
        values.sort_unstable_by(f64::total_cmp);
        for threshold in &column.thresholds {
            found.extend(around(at, &values, threshold * column.direction));
        }
    }
    if found.is_empty() {
        return lacking(Lack::Window, 0);
    }
    let adjusted = false_discovery(&found.iter().map(|of| of.p).collect::<Vec<_>>()).unwrap_or_default();
    let most = found.iter().map(|of| (of.before + of.past) as usize).max().unwrap_or(0);
    let mut check = Check::new(Row::Bunching, most, WINDOW_MIN, &limits);
    let mut rows = Vec::new();
    let mut least: Option<Statistic> = None;
    for (of, p) in found.iter().zip(adjusted) {
        let column = &desk.table.columns[of.column];
        let threshold = of.threshold * column.direction;
        let n = (of.before + of.past) as usize;
        rows.push(vec![
            column.id.as_str().into(),
            threshold.into(),
            of.width.into(),
            (of.before as usize).into(),
            (of.past as usize).into(),
            of.p.into(),
            p.into(),
            of.excess.into(),
            of.placebo.into(),
        ]);
        let chance = Statistic::of(Measure::Chance, p).on(n);
        if least.is_none_or(|least| p < least.value) {
            least = Some(chance);
        }
        let excess = of.excess.filter(|excess| *excess >= desk.limit(Limit::BunchingExcess));
        if let Some(excess) = excess.filter(|_| of.placebo >= desk.limit(Limit::Placebo)) {
            let sure = p < desk.limit(Limit::BunchingChance);
            let severity = if sure { Severity::Fail } else { Severity::Note };
            let evidence = Statistic::of(Measure::Excess, excess).on(n);
            check.flag(Item::Threshold(of.column, threshold), Finding::Bunched, severity, evidence);
        }
    }
    least.into_iter().for_each(|least| check.tell(least));
    let columns =
        ["indicator", "threshold", "width", "before", "past", "p", "p-adjusted", "excess", "placebo"];
    check.sheet("bunching", &columns, rows);
    check.done()
}

/// Sorted values from `low` up to but without `high`.
fn count(values: &[f64], low: f64, high: f64) -> u64 {
    let slack = 1e-9 * low.abs().max(1e-3);
    let from = values.partition_point(|value| *value < low - slack);
    (values.partition_point(|value| *value < high - slack) - from) as u64
}

/// What stands around a threshold of sorted, directed values; `None` where too little does.
fn around(column: usize, values: &[f64], threshold: f64) -> Option<Around> {
    let spread = sample_sd(values).filter(|spread| *spread > 0.0)?;
    let counts = |at: f64, width: f64| (count(values, at - width, at), count(values, at, at + width));
    let width = WIDTHS.iter().map(|width| width * spread).find(|width| {
        let (before, past) = counts(threshold, *width);
        before + past >= WINDOW_MIN as u64
    })?;
    let (before, past) = counts(threshold, width);
    let lean = |(before, past): (u64, u64)| libm::log((past as f64 + 0.5) / (before as f64 + 0.5));
    let (low, high, many) = PLACEBOS;
    let places =
        (0..many).filter_map(|n| quantile(values, low + (high - low) * n as f64 / (many - 1) as f64));
    let places: Vec<f64> = places.filter(|at| (at - threshold).abs() >= 2.0 * width).collect();
    let own = lean((before, past));
    let less = places.iter().filter(|at| lean(counts(**at, width)) < own).count();
    Some(Around {
        column,
        threshold,
        before,
        past,
        p: binomial_survival(past, before + past, 0.5)?,
        excess: excess(values, threshold, width, past),
        placebo: if places.is_empty() { 0.0 } else { less as f64 / places.len() as f64 },
        width,
    })
}

/// Share by which the number just past the threshold exceeds what a parabola through the classes around, without the two next
/// to the threshold, expects there (Kleven 2016, Bunching, Annual Review of Economics 8:435–464).
fn excess(values: &[f64], threshold: f64, width: f64, past: u64) -> Option<f64> {
    let classes = (-CLASSES..CLASSES).filter(|class| !matches!(class, -1 | 0));
    let (x, y): (Vec<f64>, Vec<f64>) = classes
        .map(|class| {
            let from = threshold + f64::from(class) * width;
            (f64::from(class), count(values, from, from + width) as f64)
        })
        .unzip();
    let expected = parabola(&x, &y, 0.0)?;
    (expected >= 1.0).then(|| past as f64 / expected - 1.0)
}

/// The least-squares parabola through points, at a place; the mean where they do not bend it.
fn parabola(x: &[f64], y: &[f64], at: f64) -> Option<f64> {
    explained(y, &[x.to_vec()])?;
    let (mut matrix, n) = ([[0.0; 4]; 3], x.len());
    for (x, y) in x.iter().zip(y) {
        let powers = [1.0, *x, x * x];
        for (row, one) in powers.iter().enumerate() {
            for (column, other) in powers.iter().enumerate() {
                matrix[row][column] += one * other;
            }
            matrix[row][3] += one * y;
        }
    }
    for pivot in 0..3 {
        let head = matrix[pivot][pivot];
        if n < 3 || head.abs() < 1e-12 {
            return None;
        }
        for row in (0..3).filter(|row| *row != pivot) {
            let factor = matrix[row][pivot] / head;
            let own = matrix[pivot];
            matrix[row].iter_mut().zip(own).for_each(|(cell, own)| *cell -= factor * own);
        }
    }
    let solved = |row: usize| matrix[row][3] / matrix[row][row];
    Some(solved(0) + solved(1) * at + solved(2) * at * at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// y = 2 + x + 3x² at −1, 0, 1, 2 is met exactly.
    #[test]
    fn a_parabola_is_met() {
        let found = parabola(&[-1.0, 0.0, 1.0, 2.0], &[4.0, 2.0, 6.0, 16.0], 0.5).unwrap();
        assert!((found - 3.25).abs() < 1e-9, "{found}");
    }

    /// A thousand even figures, and fifty more just past 0.5: found there, and not at 0.3.
    #[test]
    fn a_heap_is_found_where_it_is() {
        let mut values: Vec<f64> = (0..1000).map(|n| f64::from(n) / 1000.0).collect();
        values.extend((0..50).map(|n| 0.5 + f64::from(n) / 5000.0));
        values.sort_unstable_by(f64::total_cmp);
        let here = around(0, &values, 0.5).unwrap();
        assert!(here.p < 1e-4 && here.excess.unwrap() > 0.5 && here.placebo >= 0.95, "{}", here.p);
        let there = around(0, &values, 0.3).unwrap();
        assert!(there.p > 0.1 && there.excess.unwrap().abs() < 0.1, "{}", there.p);
    }
}
