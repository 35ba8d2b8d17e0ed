//! Checks 1 to 3: coverage, values that do not tell units apart, outliers.

use super::check::{Check, Item, Statistic, Value};
use super::desk::Desk;
use super::key::{Finding, Lack, Measure, Row, Severity};
use super::panel::Monthly;
use crate::model::Limit;
use crate::stats::{Z95, excess_kurtosis, mad_outliers, sample_sd, skewness, wilson, winsorised};

/// Check 1: present ÷ expected, by indicator, unit and month.
pub(super) fn coverage(desk: &Desk<'_>) -> Check {
    let limits = [Limit::Coverage];
    let mut check = Check::new(Row::Coverage, desk.n(), 1, &limits);
    if desk.n() == 0 {
        return Check::lacking(Row::Coverage, Lack::Units, 0, 1, &limits);
    }
    let least = desk.limit(Limit::Coverage);
    let share = |(there, expected): (usize, usize)| {
        let found = wilson(there as f64, expected as f64, Z95);
        Statistic::of(Measure::Share, there as f64 / expected as f64).within(found).on(expected)
    };
    let mut rows = Vec::new();
    let judge = |check: &mut Check, item: Item, counts: (usize, usize), severity: Severity| {
        let statistic = share(counts);
        if counts.1 > 0 && statistic.value < least {
            check.flag(item, Finding::Missing, severity, statistic);
        }
        statistic.value
    };
    let mut worst: Option<Statistic> = None;
    for (at, column) in desk.table.columns.iter().enumerate() {
        let counts = by_column(desk, at);
        if counts.1 > 0 && worst.is_none_or(|worst| share(counts).value < worst.value) {
            worst = Some(share(counts));
        }
        let value = judge(&mut check, Item::Column(at), counts, Severity::Fail);
        rows.push(vec![column.id.as_str().into(), counts.0.into(), counts.1.into(), value.into()]);
    }
    let mut units = Vec::new();
    for (unit, id) in desk.table.units.iter().enumerate() {
        let cells = || desk.table.columns.iter().filter_map(|column| column.cells.get(unit));
        let expected = cells().filter(|cell| !cell.not_expected).count();
        let there = cells().filter(|cell| !cell.not_expected && cell.value.is_some()).count();
        let value = judge(&mut check, Item::Unit(unit), (there, expected), Severity::Warn);
        units.push(vec![id.as_str().into(), there.into(), expected.into(), value.into()]);
    }
    worst.into_iter().for_each(|worst| check.tell(worst));
    check.sheet("coverage-indicators", &["indicator", "present", "expected", "share"], rows);
    check.sheet("coverage-units", &["unit", "present", "expected", "share"], units);
    months(desk, &mut check, least);
    check.done()
}

/// Present and expected of a column: of its months if there are any.
fn by_column(desk: &Desk<'_>, at: usize) -> (usize, usize) {
    if let Some(panel) = &desk.table.panel {
        let cells = || (0..panel.units).flat_map(|unit| panel.of(at, unit));
        let expected = cells().filter(|cell| **cell != Monthly::NotExpected).count();
        return (cells().filter(|cell| cell.value().is_some()).count(), expected);
    }
    let cells = desk.table.columns.get(at).map(|column| column.cells.as_slice()).unwrap_or_default();
    let expected = cells.iter().filter(|cell| !cell.not_expected).count();
    (cells.iter().filter(|cell| !cell.not_expected && cell.value.is_some()).count(), expected)
}

/// Indicator × month.
fn months(desk: &Desk<'_>, check: &mut Check, least: f64) {
    let Some(panel) = &desk.table.panel else { return };
    let mut rows = Vec::new();
    for (t, month) in panel.months.iter().enumerate() {
        let (mut all, mut there_all) = (0, 0);
        for (at, column) in desk.table.columns.iter().enumerate() {
            let cells = (0..panel.units).filter_map(|unit| panel.of(at, unit).get(t));
            let (mut there, mut expected) = (0_usize, 0_usize);
            for cell in cells {
                there += usize::from(cell.value().is_some());
                expected += usize::from(*cell != Monthly::NotExpected);
            }
            (all, there_all) = (all + expected, there_all + there);
            let share = (expected > 0).then(|| there as f64 / expected as f64);
            rows.push(vec![
                column.id.as_str().into(),
                Value::Text(month.to_string()),
                there.into(),
                expected.into(),
                share.into(),
            ]);
        }
        if all > 0 && (there_all as f64) < least * all as f64 {
            let statistic = Statistic::of(Measure::Share, there_all as f64 / all as f64).on(all);
            check.flag(Item::Month(*month), Finding::Missing, Severity::Warn, statistic);
        }
    }
    check.sheet("coverage-months", &["indicator", "month", "present", "expected", "share"], rows);
}

/// Check 2: no spread, one value for most, few distinct values.
pub(super) fn degenerate(desk: &Desk<'_>) -> Check {
    let limits = [Limit::SameValue, Limit::DistinctValues];
    if desk.n() < 2 {
        return Check::lacking(Row::Degenerate, Lack::Units, desk.n(), 2, &limits);
    }
    let mut check = Check::new(Row::Degenerate, desk.n(), 2, &limits);
    let mut rows = Vec::new();
    let mut most = Statistic::of(Measure::Mode, 0.0);
    for (at, column) in desk.table.columns.iter().enumerate() {
        let mut values = column.present();
        values.sort_unstable_by(f64::total_cmp);
        let n = values.len();
        let (mut distinct, mut mode) = (0_usize, 0_usize);
        for group in values.chunk_by(|a, b| a == b) {
            (distinct, mode) = (distinct + 1, mode.max(group.len()));
        }
        let (mode, kinds) = (mode as f64 / n.max(1) as f64, distinct as f64 / n.max(1) as f64);
        let spread = sample_sd(&values);
        rows.push(vec![column.id.as_str().into(), n.into(), spread.into(), mode.into(), kinds.into()]);
        if n < 2 {
            continue;
        }
        if mode > most.value {
            most = Statistic::of(Measure::Mode, mode).on(n);
        }
        if distinct == 1 {
            let evidence = Statistic::of(Measure::Spread, 0.0).on(n);
            check.flag(Item::Column(at), Finding::Constant, Severity::Fail, evidence);
        } else if mode > desk.limit(Limit::SameValue) {
            let evidence = Statistic::of(Measure::Mode, mode).on(n);
            check.flag(Item::Column(at), Finding::SameValue, Severity::Warn, evidence);
        } else if kinds < desk.limit(Limit::DistinctValues) && !column.counts {
            let evidence = Statistic::of(Measure::Distinct, kinds).on(n);
            check.flag(Item::Column(at), Finding::FewValues, Severity::Note, evidence);
        }
    }
    check.tell(most);
    check.sheet("degenerate", &["indicator", "n", "sd", "same-value", "distinct"], rows);
    check.done()
}

/// Fewest units for skewness and kurtosis: one lone outlier has G1 = √N and G2 = N.
const SHAPE_MIN: usize = 10;

/// Check 3: skewness and kurtosis together, or distance from the median for few units.
pub(super) fn outliers(desk: &Desk<'_>) -> Check {
    let limits = [Limit::Skewness, Limit::Kurtosis, Limit::Winsorised, Limit::MadDistance];
    let mut check = Check::new(Row::Outliers, desk.n(), 4, &limits);
    if desk.n() < 4 {
        return Check::lacking(Row::Outliers, Lack::Units, desk.n(), 4, &limits);
    }
    let (skew, kurtosis) = (desk.limit(Limit::Skewness), desk.limit(Limit::Kurtosis));
    let mut rows = Vec::new();
    let mut largest = 0.0_f64;
    for (at, column) in desk.table.columns.iter().enumerate() {
        let values = column.present();
        let (lean, ends) = (skewness(&values), excess_kurtosis(&values));
        let far = mad_outliers(&values, desk.limit(Limit::MadDistance));
        let pulled = winsorised(&values, skew, kurtosis, desk.limit(Limit::Winsorised) as usize);
        rows.push(vec![
            column.id.as_str().into(),
            values.len().into(),
            lean.into(),
            ends.into(),
            far.len().into(),
            pulled.as_ref().map_or(Value::Text("transform".to_owned()), |pulled| pulled.len().into()),
        ]);
        if let (Some(lean), Some(ends), true) = (lean, ends, values.len() >= SHAPE_MIN) {
            largest = if lean.abs() > largest.abs() { lean } else { largest };
            if lean.abs() > skew && ends > kurtosis {
                let evidence = Statistic::of(Measure::Skewness, lean).on(values.len());
                check.flag(Item::Column(at), Finding::Outliers, Severity::Warn, evidence);
            }
        } else if !far.is_empty() && values.len() < SHAPE_MIN {
            let evidence = Statistic::of(Measure::Far, far.len() as f64).on(values.len());
            check.flag(Item::Column(at), Finding::Outliers, Severity::Warn, evidence);
        }
    }
    check.tell(Statistic::of(Measure::Skewness, largest));
    let columns = ["indicator", "n", "skewness", "kurtosis", "far-from-median", "winsorised"];
    check.sheet("outliers", &columns, rows);
    check.done()
}
