//! Section 4: how indicators go together, by dimension.

use super::case::Case;
use super::part::section;
use super::sheet::table;
use crate::audit::{Row as CheckRow, Section};
use crate::model::Limit;
use crate::report::number;
use crate::view::{AuditPart, Cell, CellState, Column, Row, Table};
use std::collections::BTreeMap;

/// The part.
pub(super) fn part(case: &Case<'_>) -> AuditPart {
    let details = [
        (CheckRow::Within, "correlations"),
        (CheckRow::Across, "structure"),
        (CheckRow::Consistency, "alpha"),
        (CheckRow::Components, "components"),
        (CheckRow::DoubleCounting, "inflation"),
    ];
    let details = details.iter().map(|(row, name)| table(case, *row, name)).collect();
    let mut part = section(case, Section::Structure, details);
    part.tables.extend(map(case));
    part
}

/// Indicators × indicators, those of a dimension beside each other.
fn map(case: &Case<'_>) -> Option<Table> {
    let rows = case.sheet(CheckRow::Within, "correlations")?;
    let mut found: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for line in rows.all() {
        let pair = case.column(line.text("one")).zip(case.column(line.text("other")));
        if let (Some((a, b)), Some(r)) = (pair, line.number("pearson")) {
            found.insert((a, b), r);
            found.insert((b, a), r);
        }
    }
    let columns = &case.population.table.columns;
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|at| columns.get(*at).map(|column| column.group));
    let dimension = |at: usize| {
        let group = columns.get(at).and_then(|column| case.report().groups.get(column.group));
        group.map_or("", |id| case.group(id))
    };
    let mut heads = vec![Column::text(case.word("col-indicator")), Column::text(case.word("col-dimension"))];
    heads.extend(order.iter().map(|at| Column::number(case.column_name(*at))));
    let row = |a: &usize| {
        let mut cells = vec![Cell::text(case.column_name(*a)), Cell::text(dimension(*a))];
        cells.extend(order.iter().map(|b| match found.get(&(*a, *b)) {
            _ if a == b => Cell::number("1", 1.0),
            Some(r) => Cell { heat: Some(heat(case, *r)), ..Cell::number(number(*r, 2), *r) },
            None => Cell::empty(CellState::NotApplicable),
        }));
        Row::new(cells)
    };
    let mut table = Table::new(case.word("correlation-map"), heads, order.iter().map(row).collect());
    (table.sortable, table.filter) = (false, false);
    table.csv = Some(case.csv("correlations"));
    let limits = [Limit::Conflict, Limit::Weak, Limit::Redundant].map(|of| number(case.limit(of), 2));
    let [conflict, weak, redundant] = &limits;
    let arguments = [("conflict", conflict.into()), ("weak", weak.into()), ("redundant", redundant.into())];
    table.notes.push(case.say("correlation-note", &arguments));
    Some(table)
}

fn heat(case: &Case<'_>, r: f64) -> u8 {
    match r {
        r if r < case.limit(Limit::Conflict) => 1,
        r if r < 0.0 => 2,
        r if r < case.limit(Limit::Weak) => 3,
        r if r <= case.limit(Limit::Redundant) => 4,
        _ => 5,
    }
}
