//! Every table of an audit as CSV (RFC 4180), in UTF-8, with `.` as the decimal point.

use super::{Audited, Told};
use crate::audit::{Sheet, Value};
use crate::table::csv_field;

/// The files as (path, text): a folder for each system, a file for each table, and one of all checks.
#[must_use]
pub fn csv(audited: &Audited<'_>) -> Vec<(String, String)> {
    let of = |told: &Told<'_>| {
        let sheets = told.report.checks.iter().flat_map(|check| &check.sheets);
        let mut files: Vec<(String, String)> =
            sheets.map(|sheet| (format!("{}/{}.csv", told.id, sheet.name), text(sheet))).collect();
        files.insert(0, (format!("{}/checks.csv", told.id), text(&checks(told))));
        files.push((format!("{}/flags.csv", told.id), text(&flags(told))));
        files
    };
    audited.systems.iter().flat_map(of).collect()
}

fn checks(told: &Told<'_>) -> Sheet {
    let row = |check: &crate::audit::Check| {
        let first = check.statistics.first();
        let ends = first.and_then(|statistic| statistic.interval);
        vec![
            Value::Count(u64::from(check.row.number())),
            check.row.key().into(),
            check.row.section().key().into(),
            check.verdict.key().into(),
            check.lack.map_or(Value::Nothing, |lack| lack.key().into()),
            first.map_or(Value::Nothing, |statistic| statistic.measure.key().into()),
            first.map(|statistic| statistic.value).into(),
            ends.map(|ends| ends.lower).into(),
            ends.map(|ends| ends.upper).into(),
            check.n.into(),
            check.needed.into(),
        ]
    };
    let columns = vec![
        "number", "check", "section", "verdict", "lack", "measure", "value", "lower", "upper", "n", "needed",
    ];
    Sheet { name: "checks", columns, rows: told.report.checks.iter().map(row).collect() }
}

fn flags(told: &Told<'_>) -> Sheet {
    let report = told.report;
    let rows = report.checks.iter().flat_map(|check| {
        check.flags.iter().map(move |flag| {
            let ends = flag.evidence.interval;
            vec![
                check.row.key().into(),
                flag.severity.key().into(),
                Value::Text(super::json::item(report, &flag.item)),
                flag.finding.key().into(),
                flag.evidence.measure.key().into(),
                flag.evidence.value.into(),
                ends.map(|ends| ends.lower).into(),
                ends.map(|ends| ends.upper).into(),
                flag.evidence.n.map_or(Value::Nothing, Value::from),
            ]
        })
    });
    let columns = vec!["check", "severity", "item", "finding", "measure", "value", "lower", "upper", "n"];
    Sheet { name: "flags", columns, rows: rows.collect() }
}

fn text(sheet: &Sheet) -> String {
    let mut text = sheet.columns.join(",");
    text.push_str("\r\n");
    for row in &sheet.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell. A text that a spreadsheet would run as a formula gets an apostrophe before it.
fn cell(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Count(count) => count.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => csv_field(text).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_run() {
        assert_eq!(cell(&Value::Text("a,\"b\"".to_owned())), "\"a,\"\"b\"\"\"");
        assert_eq!(cell(&Value::Text("=1+1".to_owned())), "'=1+1");
        assert_eq!(cell(&Value::Number(-0.5)), "-0.5");
        assert_eq!(cell(&Value::Nothing), "");
    }
}
