//! What was met in rows and cells that is not simply counted, in the order of the rows, with the first places of each kind.

use super::number::Bad;

/// Most places that are kept of each kind.
const KEPT: usize = 5;

/// Why a row was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// A filter of the map, by its position.
    Filter(u32),
    /// A total or an average, not a person.
    Total,
    /// Nobody is named.
    NoAgent,
    /// A case without a number.
    NoCase,
    /// The same row a second time.
    Repeated,
    /// A later or earlier row of the same case counts.
    OtherTouch,
    /// Without a day or moment.
    NoDate,
    /// A day or moment that cannot be read.
    BadDate(Bad),
    /// Another month.
    OtherMonth,
    /// A channel that the map does not know.
    UnknownChannel,
}

/// What is wrong with a cell of a row that is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Flaw {
    /// It cannot be read.
    Unreadable(Bad),
    /// A zero where nothing was meant.
    ZeroAsBlank,
    /// The end lies before the beginning.
    Negative,
    /// A value that the indicator can never have.
    Impossible,
    /// A count below zero.
    BelowZero,
    /// A part that is more than its whole.
    MoreThanAll,
    /// One half of a pair, without the other.
    HalfPair,
    /// Cells beyond the last column.
    TooLong,
}

/// A kind of thing that was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// A row was left out.
    Row(Reason),
    /// A cell was left out.
    Cell(Flaw),
    /// The same case again with other content.
    Conflict,
    /// Another row of the same agent, whose values cannot be added.
    SecondValue,
}

/// Where something was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Met {
    /// Which file.
    pub file: u32,
    pub row: u64,
    pub text: String,
}

/// All that was met of one kind in one column.
#[derive(Debug, Clone)]
pub(super) struct Kind {
    pub what: What,
    /// The column, counted from 0; `usize::MAX` if it is about the row.
    pub column: usize,
    pub count: u64,
    pub first: Vec<Met>,
}

/// Everything that was met.
#[derive(Debug, Clone, Default)]
pub(super) struct Problems {
    pub list: Vec<Kind>,
}

/// A problem of the row, not of a column.
pub(super) const ROW: usize = usize::MAX;

impl Problems {
    /// Notes one; `text` is asked for only if the place is kept.
    pub(super) fn note(
        &mut self,
        (what, column): (What, usize),
        (file, row): (u32, u64),
        text: impl FnOnce() -> String,
    ) {
        let kind = self.kind(what, column);
        kind.count += 1;
        if kind.first.len() < KEPT {
            kind.first.push(Met { file, row, text: text() });
        }
    }

    /// Adds what a later part met.
    pub(super) fn join(&mut self, later: Self) {
        for other in later.list {
            let kind = self.kind(other.what, other.column);
            kind.count += other.count;
            let room = KEPT.saturating_sub(kind.first.len());
            kind.first.extend(other.first.into_iter().take(room));
        }
    }

    fn kind(&mut self, what: What, column: usize) -> &mut Kind {
        let at = self.list.iter().position(|kind| kind.what == what && kind.column == column);
        let at = at.unwrap_or_else(|| {
            self.list.push(Kind { what, column, count: 0, first: Vec::new() });
            self.list.len() - 1
        });
        // `at` was found or has just been pushed.
        &mut self.list[at]
    }
}
