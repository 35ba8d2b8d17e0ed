//! Numbers of the audit by hand, on small tables.

use super::*;
use crate::model::{AuditLimits, Limit};

/// A table of columns of points, equal weights, one dimension each.
fn table(columns: &[Vec<f64>]) -> Table {
    let cell = |points: &f64| Cell { value: Some(*points), points: Some(*points), ..Cell::default() };
    let column = |(at, points): (usize, &Vec<f64>)| Column {
        id: format!("i{at}"),
        group: at,
        weight: 1.0 / columns.len() as f64,
        direction: 1.0,
        scale: (0.0, 100.0),
        cells: points.iter().map(cell).collect(),
        ..Column::default()
    };
    Table {
        units: (0..columns[0].len()).map(|unit| format!("u{unit}")).collect(),
        columns: columns.iter().enumerate().map(column).collect(),
        groups: (0..columns.len()).map(|group| format!("g{group}")).collect(),
        goalposts: true,
        ..Table::default()
    }
}

fn quick() -> AuditLimits {
    AuditLimits::new(vec![(Limit::Draws, 200.0), (Limit::Runs, 64.0)])
}

/// y = 50 − x/2 against x: the score is x/4 plus a constant, so cov(x/2, x/4)/V(x/4) = 2 and the share of y is −1.
#[test]
fn covariance_shares_by_hand() {
    let x: Vec<f64> = (0..24).map(f64::from).collect();
    let y: Vec<f64> = x.iter().map(|x| 50.0 - x / 2.0).collect();
    let report = audit_table(&table(&[x, y]), &quick(), 1);
    let check = report.check(Row::Importance).unwrap();
    let share = |at: usize| match check.sheets[0].rows[at][2] {
        Value::Number(share) => share,
        _ => panic!("a share"),
    };
    assert!((share(0) - 2.0).abs() < 1e-12 && (share(1) + 1.0).abs() < 1e-12, "{} {}", share(0), share(1));
    let against = report.check(Row::Dominance).unwrap();
    assert!(against.flags.iter().any(|flag| flag.finding == Finding::AgainstWeight));
    assert_eq!(against.verdict, Verdict::Fail);
}

/// Without x the score is y, whose order is the reverse: n = 8 units move |2k − 9| places, 4 on average and 7 at most.
#[test]
fn leaving_one_out_by_hand() {
    let x: Vec<f64> = (0..8).map(f64::from).collect();
    let y: Vec<f64> = x.iter().map(|x| 50.0 - x / 2.0).collect();
    let report = audit_table(&table(&[x, y]), &quick(), 1);
    let rows = &report.check(Row::RemoveOne).unwrap().sheets[0].rows;
    assert_eq!(rows[0][1..], [Value::Number(4.0), Value::Count(7), Value::Number(-1.0)]);
    assert_eq!(rows[1][1..], [Value::Number(0.0), Value::Count(0), Value::Number(1.0)]);
}

/// Below eight units only the checks for few say something, and none that says nothing passes.
#[test]
fn few_units_are_not_judged_by_checks_for_many() {
    let x: Vec<f64> = (1..7).map(f64::from).collect();
    let y = vec![3.0, 1.0, 4.0, 1.5, 5.0, 9.0];
    let report = audit_table(&table(&[x, y]), &quick(), 1);
    for check in &report.checks {
        let few = check.row.for_few();
        assert!(few || check.verdict == Verdict::NotAssessed, "{:?}", check.row);
        assert_eq!(check.lack.is_some(), check.verdict == Verdict::NotAssessed, "{:?}", check.row);
    }
    assert!(report.check(Row::Uncertainty).unwrap().verdict != Verdict::NotAssessed);
}

/// A constant indicator is red and hands its weight to nobody: on another scale it adds the same to all.
#[test]
fn a_constant_keeps_its_weight() {
    let x: Vec<f64> = (0..20).map(|n| f64::from(n * 7 % 20)).collect();
    let report = audit_table(&table(&[x, vec![60.0; 20]]), &quick(), 1);
    assert_eq!(report.check(Row::Degenerate).unwrap().verdict, Verdict::Fail);
    let shares = &report.check(Row::Importance).unwrap().sheets[0].rows;
    assert_eq!((&shares[0][2], &shares[1][2]), (&Value::Number(1.0), &Value::Number(0.0)));
    let moved = &report.check(Row::Normalisation).unwrap().sheets[0].rows;
    assert!(moved.iter().all(|row| row[1] == Value::Number(0.0)), "{moved:?}");
    assert_eq!(report.verdict, Verdict::Fail, "red in the data is red in all");
}

/// With neither sampling errors nor doubt about weights the design is finite and enumerated: nothing has an interval.
#[test]
fn a_finite_design_is_enumerated() {
    let x: Vec<f64> = (0..12).map(|n| f64::from(n * 5 % 12) * 8.0).collect();
    let y: Vec<f64> = (0..12).map(|n| f64::from(n * 7 % 12) * f64::from(n) * 0.7).collect();
    let limits = AuditLimits::new(vec![(Limit::WeightSpread, 0.0), (Limit::Draws, 200.0)]);
    let report = audit_table(&table(&[x, y]), &limits, 1);
    let sheets = &report.check(Row::Sensitivity).unwrap().sheets;
    assert_eq!(sheets[0].rows, sheets[1].rows);
    assert!(sheets[0].rows.iter().all(|row| row[2] == Value::Nothing && row[6] == Value::Nothing));
}
