//! Every table of an audit as CSV (RFC 4180), in UTF-8, with `.` as the decimal point.

use super::follow_up::ids;
use super::{Audited, Told};
use crate::audit::{FollowUp, Sheet, Value};
use crate::table::csv_field;

/// The files as (path, text): a folder for each system, a file for each table, and one of all checks.
#[must_use]
pub fn csv(audited: &Audited<'_>) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = audited.systems.iter().flat_map(csv_of_system).collect();
    files.extend(csv_of_follow_up(audited));
    files
}

/// The files of one system.
#[must_use]
pub fn csv_of_system(told: &Told<'_>) -> Vec<(String, String)> {
    let year = told.system.iter().flat_map(|system| &system.year_on_year.sheets);
    let sheets = told.report.checks.iter().flat_map(|check| &check.sheets).chain(year);
    let mut files: Vec<(String, String)> =
        sheets.map(|sheet| (format!("{}/{}.csv", told.id, sheet.name), text(sheet))).collect();
    files.insert(0, (format!("{}/checks.csv", told.id), text(&checks(told))));
    files.push((format!("{}/flags.csv", told.id), text(&flags(told))));
    files
}

/// The file of what became of recommendations; `None` without any.
#[must_use]
pub fn csv_of_follow_up(audited: &Audited<'_>) -> Option<(String, String)> {
    follow_up(audited).map(|sheet| (format!("{}.csv", sheet.name), text(&sheet)))
}

/// What became of recommendations; `None` without any.
fn follow_up(audited: &Audited<'_>) -> Option<Sheet> {
    let model = audited.model.filter(|_| !audited.follow_up.is_empty())?;
    let or_nothing = |text: Option<String>| text.map_or(Value::Nothing, Value::Text);
    let row = |found: &FollowUp| {
        let of = model.recommendations.get(found.recommendation)?;
        let (scheme, peers, indicators) = ids(model, of);
        let system = found.system.and_then(|at| audited.systems.get(at)).map(|told| told.id.clone());
        let day = |day: Option<chrono::NaiveDate>| or_nothing(day.map(|day| day.to_string()));
        Some(vec![
            Value::Text(of.id.to_string()),
            Value::Text(of.year.to_string()),
            Value::Text(scheme),
            or_nothing(peers),
            of.check.map_or(Value::Nothing, Value::from),
            Value::Text(indicators.join(" ")),
            of.remedy.map_or(Value::Nothing, Value::from),
            of.status.key().into(),
            day(of.decided),
            day(of.due),
            day(of.done),
            Value::from(if found.overdue { "yes" } else { "no" }),
            or_nothing(system),
            found.again.key().into(),
            Value::Text(of.text.zh.clone()),
            Value::Text(of.text.en.clone()),
            Value::Text(of.owner.zh.clone()),
            Value::Text(of.reason.zh.clone()),
        ])
    };
    let columns = vec![
        "id",
        "year",
        "scheme",
        "peers",
        "check",
        "indicators",
        "remedy",
        "status",
        "decided",
        "due",
        "done",
        "overdue",
        "system",
        "found-again",
        "text-zh",
        "text-en",
        "owner",
        "reason",
    ];
    let rows = audited.follow_up.iter().filter_map(row).collect();
    Some(Sheet { name: "recommendations", columns, rows })
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
