//! One row: its number and its cells.

use super::cell::{Cell, Value};
use super::parquet::Stretch;
use serde_json::Map;

/// A row that borrows from its block.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Where it begins, from 1: the line of a text, the row of a sheet.
    pub number: u64,
    cells: Cells<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Cells<'a> {
    /// The ends of the fields, and all of them one behind the other.
    Fields(&'a csv::ByteRecord, &'a str),
    Values(&'a [Value]),
    Object(&'a Map<String, serde_json::Value>, &'a [String]),
    Columns(&'a Stretch, usize),
}

impl<'a> Row<'a> {
    pub(super) const fn fields(number: u64, fields: &'a csv::ByteRecord, said: &'a str) -> Self {
        Self { number, cells: Cells::Fields(fields, said) }
    }

    pub(super) const fn values(number: u64, values: &'a [Value]) -> Self {
        Self { number, cells: Cells::Values(values) }
    }

    pub(super) const fn object(
        number: u64,
        object: &'a Map<String, serde_json::Value>,
        names: &'a [String],
    ) -> Self {
        Self { number, cells: Cells::Object(object, names) }
    }

    /// Row `at` of a stretch, counted from 0.
    pub(super) const fn columns(stretch: &'a Stretch, at: usize) -> Self {
        Self { number: stretch.first + at as u64, cells: Cells::Columns(stretch, at) }
    }

    /// The cell of column `column`, counted from 0; blank beyond the last.
    #[must_use]
    pub fn cell(&self, column: usize) -> Cell<'a> {
        match self.cells {
            Cells::Fields(fields, said) => {
                fields.range(column).and_then(|range| said.get(range)).map_or(Cell::Blank, Cell::of)
            }
            Cells::Values(values) => values.get(column).map_or(Cell::Blank, Value::cell),
            Cells::Object(object, names) => {
                names.get(column).map_or(Cell::Blank, |name| super::json::cell(object, name))
            }
            Cells::Columns(stretch, at) => stretch.cell(at, column),
        }
    }

    /// How many cells there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self.cells {
            Cells::Fields(fields, _) => fields.len(),
            Cells::Values(values) => values.len(),
            Cells::Object(_, names) => names.len(),
            Cells::Columns(stretch, _) => stretch.width(),
        }
    }

    /// Whether no cell says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        (0..self.len()).all(|column| self.cell(column).is_blank())
    }

    /// The row with cells of its own.
    #[must_use]
    pub fn to_record(&self) -> Record {
        let cells = (0..self.len()).map(|column| self.cell(column).to_value()).collect();
        Record { number: self.number, cells }
    }
}

/// A row that owns its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Where it begins, from 1.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<Value>,
}

impl Record {
    /// The row that borrows from this one.
    #[must_use]
    pub fn row(&self) -> Row<'_> {
        Row::values(self.number, &self.cells)
    }
}
