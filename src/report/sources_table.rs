//! The files that figures were written in: which month, how many rows and figures.

use super::format::number;
use super::reporter::Reporter;
use super::units::MOST_ROWS;
use super::voice::say;
use crate::diag::{FileId, Span};
use crate::model::{Holder, Language, Month};
use crate::view::{Cell, Column, Row, Table};
use std::collections::BTreeMap;

/// What one file or month holds.
#[derive(Debug, Default, Clone, Copy)]
struct Held {
    files: usize,
    rows: usize,
    agents: usize,
    figures: usize,
}

/// One row for each file, or for each month where files are too many; `None` without figures.
pub(super) fn table(reporter: &Reporter<'_>, language: Language) -> Option<Table> {
    let voice = reporter.voice(language);
    let mut files: BTreeMap<(Month, FileId), Held> = BTreeMap::new();
    let metrics = &reporter.evaluation.model.metrics;
    for row in metrics.rows() {
        let held = files.entry((row.month, row.file)).or_default();
        held.files = 1;
        held.rows += 1;
        held.agents += usize::from(matches!(row.holder, Holder::Agent(_)));
        held.figures += metrics.cells(row).len();
    }
    if files.is_empty() {
        return None;
    }
    let by_file = files.len() <= MOST_ROWS;
    let mut columns = vec![Column::text(voice.word(if by_file { "source-file" } else { "month" }))];
    columns.push(if by_file {
        Column::text(voice.word("month"))
    } else {
        Column::number(voice.word("source-files"))
    });
    columns.extend([
        Column::number(voice.word("source-rows")),
        Column::number(voice.word("source-agent-rows")).minor(),
        Column::number(voice.word("source-figures")),
    ]);
    let count = |count: usize| Cell::number(number(count as f64, 0), count as f64);
    let rest = |held: &Held| vec![count(held.rows), count(held.agents), count(held.figures)];
    let rows: Vec<Row> = if by_file {
        let row = |((month, file), held): (&(Month, FileId), &Held)| {
            let path = reporter.source(Span::new(*file, 0, 0)).map(|source| source.path);
            let path = path.unwrap_or_else(|| voice.word("source-unknown"));
            let mut cells = vec![Cell::text(path), Cell::text(month.to_string())];
            cells.extend(rest(held));
            Row::new(cells)
        };
        files.iter().rev().map(row).collect()
    } else {
        let mut months: BTreeMap<Month, Held> = BTreeMap::new();
        for ((month, _), held) in &files {
            let sum = months.entry(*month).or_default();
            sum.files += held.files;
            sum.rows += held.rows;
            sum.agents += held.agents;
            sum.figures += held.figures;
        }
        let row = |(month, held): (&Month, &Held)| {
            let mut cells = vec![Cell::text(month.to_string()), count(held.files)];
            cells.extend(rest(held));
            Row::new(cells)
        };
        months.iter().rev().map(row).collect()
    };
    let caption = say!(voice, "sources-caption", files: files.len());
    Some(Table::new(caption, columns, rows))
}
