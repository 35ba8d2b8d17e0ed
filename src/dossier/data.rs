//! Section 2: are the figures there, and do they tell people apart?

use super::case::Case;
use super::case::percent;
use super::part::section;
use super::sheet::{by_month, table};
use crate::audit::{Row, Section};
use crate::model::Limit;
use crate::view::{AuditPart, Cell, Table};

/// The part.
pub(super) fn part(case: &Case<'_>) -> AuditPart {
    let details = [
        (Row::Coverage, "coverage-indicators"),
        (Row::Coverage, "coverage-units"),
        (Row::Degenerate, "degenerate"),
        (Row::Outliers, "outliers"),
    ];
    let mut part =
        section(case, Section::Data, details.iter().map(|(row, name)| table(case, *row, name)).collect());
    part.tables.extend(coverage(case));
    part
}

/// Indicator × month: each cell prints the share that is there, its shade says how far from all that is.
fn coverage(case: &Case<'_>) -> Option<Table> {
    let rows = case.sheet(Row::Coverage, "coverage-months")?;
    let least = case.limit(Limit::Coverage);
    let mut table = by_month(case, rows, case.word("coverage-map"), |line| {
        let share = line.number("share")?;
        let heat = match share {
            share if share < least => 1,
            share if share < 0.9 => 2,
            share if share < 1.0 => 3,
            _ => 4,
        };
        Some(Cell { heat: Some(heat), ..Cell::number(percent(share), share) })
    });
    let least = percent(least);
    table.notes.push(case.say("coverage-note", &[("least", (&least).into())]));
    Some(table)
}
