//! The moments of one row: each is read once, though a date and several figures ask for it.

use super::moment::Moments;
use super::number::Bad;
use crate::table::Row;

/// Columns of moments that are remembered; the others are read again.
const KEPT: usize = 6;

/// The moments of one row.
pub(super) struct Instants<'a> {
    moments: &'a Moments,
    known: [(usize, Result<Option<i64>, Bad>); KEPT],
    count: usize,
}

impl<'a> Instants<'a> {
    /// For a row of which nothing was read yet.
    pub(super) const fn new(moments: &'a Moments) -> Self {
        Self { moments, known: [(usize::MAX, Ok(None)); KEPT], count: 0 }
    }

    /// The moment in a column; `None` if there is none.
    pub(super) fn read(&mut self, row: &Row<'_>, column: usize) -> Result<Option<i64>, Bad> {
        if let Some((_, known)) = self.known.iter().find(|(of, _)| *of == column) {
            return *known;
        }
        let read = self.moments.read(row.cell(column));
        if let Some(slot) = self.known.get_mut(self.count) {
            *slot = (column, read);
            self.count += 1;
        }
        read
    }
}
