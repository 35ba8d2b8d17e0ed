//! Check 21: whom chance could have put where they stand. Funnels with over-dispersion, shrinkage, too few cases.

use super::check::{Check, Item, Statistic, Value};
use super::desk::Desk;
use super::key::{Finding, Lack, Measure, Row, Severity};
use super::table::Column;
use crate::model::Limit;
use crate::stats::{Dispersion, dispersion, funnel_limits, sampling_error, shrinkage};

/// Share that is pulled in on each side before over-dispersion is measured (Spiegelhalter 2005).
const WINSORISED: f64 = 0.1;
/// Fewest units for the variance between them.
const BETWEEN_MIN: usize = 8;

/// The check.
pub(super) fn small_samples(desk: &Desk<'_>) -> Check {
    let limits = [Limit::FewSome, Limit::FewMost, Limit::Believed];
    let known = |column: &&Column| column.cells.iter().any(|cell| cell.n.is_some());
    let columns = desk.table.columns.iter().filter(known).count();
    if columns == 0 {
        return Check::lacking(Row::SmallSamples, Lack::Counts, 0, 1, &limits);
    }
    let mut check = Check::new(Row::SmallSamples, columns, 1, &limits);
    let (mut rows, mut funnel) = (Vec::new(), Vec::new());
    let mut most: Option<Statistic> = None;
    for (at, column) in desk.table.columns.iter().enumerate() {
        let cases: Vec<f64> = column.cells.iter().filter_map(|cell| cell.n).collect();
        if cases.is_empty() {
            continue;
        }
        let few = cases.iter().filter(|n| **n < column.minimum).count();
        let share = Statistic::of(Measure::FewCases, few as f64 / cases.len() as f64).on(cases.len());
        if most.is_none_or(|most| share.value > most.value) {
            most = Some(share);
        }
        if share.value >= desk.limit(Limit::FewMost) {
            check.flag(Item::Column(at), Finding::FewCases, Severity::Fail, share);
        } else if share.value >= desk.limit(Limit::FewSome) {
            check.flag(Item::Column(at), Finding::FewCases, Severity::Warn, share);
        }
        let mut row =
            vec![column.id.as_str().into(), cases.len().into(), column.minimum.into(), share.value.into()];
        row.extend(funnel_of(desk, &mut check, at, &mut funnel));
        rows.push(row);
    }
    most.into_iter().for_each(|most| check.tell(most));
    let columns = [
        "indicator",
        "units",
        "minimum",
        "few-cases",
        "centre",
        "over-dispersion",
        "between-sd",
        "believed",
        "beyond",
    ];
    check.sheet("small-samples", &columns, rows);
    let columns = [
        "indicator",
        "unit",
        "n",
        "value",
        "lower-95",
        "upper-95",
        "lower-99.8",
        "upper-99.8",
        "shrunken",
        "beyond",
    ];
    check.sheet("funnel", &columns, funnel);
    check.done()
}

/// The funnel of a share: centre, over-dispersion, spread between units, mean of what is believed, units beyond.
fn funnel_of(desk: &Desk<'_>, check: &mut Check, at: usize, funnel: &mut Vec<Vec<Value>>) -> [Value; 5] {
    let column = &desk.table.columns[at];
    let units: Vec<(usize, f64, f64)> = column
        .cells
        .iter()
        .enumerate()
        .filter_map(|(unit, cell)| cell.counts.filter(|(_, n)| *n > 0.0).map(|(a, n)| (unit, a, n)))
        .collect();
    let (sum, n) = units.iter().fold((0.0, 0.0), |(a, b), (_, c, d)| (a + c, b + d));
    let centre = sum / n;
    if units.is_empty() || !(centre > 0.0 && centre < 1.0) {
        return [const { Value::Nothing }; 5];
    }
    let values: Vec<f64> = units.iter().map(|(_, a, n)| a / n).collect();
    let errors: Vec<f64> = units.iter().filter_map(|(.., n)| sampling_error(centre, *n)).collect();
    let scatter = dispersion(&values, &errors, centre, WINSORISED).filter(|_| units.len() >= BETWEEN_MIN);
    let between = scatter.map_or(0.0, |scatter| scatter.between);
    let (mut beyond, mut believed) = (0_usize, 0.0);
    for ((unit, a, n), error) in units.iter().zip(&errors) {
        let value = a / n;
        let belief = shrinkage(between, *error).unwrap_or_default();
        believed += belief;
        let ends = |level: f64, z: f64| {
            let exact = funnel_limits(centre, libm::round(*n).max(1.0) as u64, level);
            let half = z * (error * error + between).sqrt();
            let plain = exact.map_or((0.0, 1.0), |ends| (ends.lower, ends.upper));
            // Over-dispersion widens the limits of chance, and never narrows them.
            if between > 0.0 {
                (plain.0.min(centre - half).max(0.0), plain.1.max(centre + half).min(1.0))
            } else {
                plain
            }
        };
        let (inner, outer) = (ends(0.95, 1.959_964), ends(0.998, 3.090_232));
        let far = value < outer.0 || value > outer.1;
        beyond += usize::from(far);
        let shrunken = scatter.map(|_| centre + belief * (value - centre));
        funnel.push(vec![
            column.id.as_str().into(),
            desk.table.units[*unit].as_str().into(),
            (*n).into(),
            value.into(),
            inner.0.into(),
            inner.1.into(),
            outer.0.into(),
            outer.1.into(),
            shrunken.into(),
            Value::Count(u64::from(far)),
        ]);
    }
    let believed = scatter.map(|_| believed / units.len() as f64);
    told(desk, check, at, (scatter, believed, beyond), units.len());
    [
        centre.into(),
        scatter.map(|scatter| scatter.factor).into(),
        scatter.map(|scatter| scatter.between.sqrt()).into(),
        believed.into(),
        beyond.into(),
    ]
}

fn told(
    desk: &Desk<'_>,
    check: &mut Check,
    at: usize,
    (_, believed, beyond): (Option<Dispersion>, Option<f64>, usize),
    units: usize,
) {
    if let Some(believed) = believed.filter(|believed| *believed < desk.limit(Limit::Believed)) {
        let evidence = Statistic::of(Measure::Believed, believed).on(units);
        check.flag(Item::Column(at), Finding::Noise, Severity::Note, evidence);
    }
    if beyond > 0 {
        let evidence = Statistic::of(Measure::Beyond, beyond as f64).on(units);
        check.flag(Item::Column(at), Finding::Outside, Severity::Note, evidence);
    }
}
