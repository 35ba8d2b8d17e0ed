//! Section 10: how each check computes, every limit with whose it is, the seed, and every table for download.

use super::case::Case;
use super::checks::origin;
use super::part::plain;
use crate::audit::Check;
use crate::findings::limit_value;
use crate::model::Limit;
use crate::view::{AuditPart, Cell, Column, Link, Row, Table};

/// The part.
pub(super) fn part(case: &Case<'_>) -> AuditPart {
    let files = case
        .report()
        .checks
        .iter()
        .flat_map(|check| &check.sheets)
        .chain(case.told.system.iter().flat_map(|system| &system.year_on_year.sheets))
        .map(|sheet| Link::new(case.word(&format!("sheet-{}", sheet.name)), case.csv(sheet.name)));
    let own = ["checks", "flags"].map(|name| Link::new(case.word(&format!("sheet-{name}")), case.csv(name)));
    AuditPart {
        paragraphs: vec![case.word("about-appendix")],
        tables: vec![formulas(case), limits(case)],
        links: own.into_iter().chain(files).collect(),
        ..plain("appendix", case.word("appendix"))
    }
}

fn formulas(case: &Case<'_>) -> Table {
    let columns = [("check", 0), ("formula", 0), ("needed", 1)];
    let columns = columns.map(|(key, number)| match number {
        0 => Column::text(case.word(key)),
        _ => Column::number(case.word(key)),
    });
    let row = |check: &Check| Row {
        anchor: Some(format!("how-{}", check.row.key())),
        ..Row::new(vec![
            Cell::text(case.words().row(check)),
            Cell::text(case.word(&format!("how-{}", check.row.key()))),
            Cell::number(check.needed.to_string(), check.needed as f64),
        ])
    };
    let rows = case.report().checks.iter().map(row).collect();
    let mut table = Table::new(case.word("formulas"), columns.to_vec(), rows);
    (table.sortable, table.filter) = (false, false);
    table
}

fn limits(case: &Case<'_>) -> Table {
    let columns = vec![
        Column::text(case.word("limit")),
        Column::text(case.word("limit-key")),
        Column::number(case.word("limit-value")),
        Column::text(case.word("limit-origin")),
        Column::number(case.word("limit-default")),
    ];
    let row = |of: &Limit| {
        let (value, default) = (case.limit(*of), of.default_value());
        Row::new(vec![
            Cell::text(case.word(&format!("limit-{}", of.key()))),
            Cell::text(of.key()),
            Cell::number(limit_value(*of, value), value),
            Cell::text(origin(case, *of)),
            Cell::number(limit_value(*of, default), default),
        ])
    };
    let mut table = Table::new(case.word("limits-all"), columns, Limit::ALL.iter().map(row).collect());
    table.filter = false;
    table
}
