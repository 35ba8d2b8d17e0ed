//! Conditions on rows: bots, test accounts, good ratings, working hours.

use super::moment::{DAY, Moments};
use super::number::{Kind, Reading, micro};
use crate::model::Hours;
use crate::raw::{MapCondition, Names, NumberWord};
use crate::table::{Cell, Row, contains_folded, folded, is_folded};

/// A condition with the column that it asks.
#[derive(Debug, Clone)]
pub(super) struct Condition {
    pub column: usize,
    is: Option<Vec<String>>,
    is_not: Option<Vec<String>>,
    contains: Option<Vec<String>>,
    at_least: Option<i64>,
    at_most: Option<i64>,
    filled: Option<bool>,
    hours: Option<Hours>,
}

impl Condition {
    /// The condition on `column`.
    pub(super) fn new(raw: &MapCondition, column: usize) -> Self {
        let words = |names: &Option<Names>| -> Option<Vec<String>> {
            Some(names.as_ref()?.list.iter().map(|word| folded(&word.text)).collect())
        };
        let number = |word: &Option<NumberWord>| word.as_ref()?.text.parse().ok().and_then(micro);
        Self {
            column,
            is: words(&raw.is),
            is_not: words(&raw.is_not),
            contains: words(&raw.contains),
            at_least: number(&raw.at_least),
            at_most: number(&raw.at_most),
            filled: raw.filled.as_ref().map(|flag| flag.text == "true"),
            hours: raw.hours.as_ref().and_then(|hours| Hours::parse(&hours.text)),
        }
    }

    /// Whether the row meets it. A cell that is no number meets no bound, and one that is no moment lies in no hours.
    pub(super) fn holds(&self, row: &Row<'_>, comma: bool, moments: &Moments) -> bool {
        let cell = row.cell(self.column);
        self.filled.is_none_or(|filled| filled != cell.is_blank())
            && self.is.as_ref().is_none_or(|words| words.iter().any(|word| same(cell, word)))
            && self.is_not.as_ref().is_none_or(|words| !words.iter().any(|word| same(cell, word)))
            && self.contains.as_ref().is_none_or(|words| {
                words.iter().any(|word| match cell {
                    Cell::Text(text) => contains_folded(text, word),
                    cell => contains_folded(&cell.to_string(), word),
                })
            })
            && self.within(cell, comma)
            && self.hours.as_ref().is_none_or(|hours| {
                let moment = moments.read(cell).ok().flatten();
                moment.is_some_and(|at| hours.contains((at.rem_euclid(DAY) / 1000) as u32))
            })
    }

    fn within(&self, cell: Cell<'_>, comma: bool) -> bool {
        if self.at_least.is_none() && self.at_most.is_none() {
            return true;
        }
        let reading = Reading { kind: Kind::Number, format: None, comma };
        let number = reading.read(cell).ok().flatten();
        number.is_some_and(|number| {
            self.at_least.is_none_or(|least| number >= least)
                && self.at_most.is_none_or(|most| number <= most)
        })
    }
}

/// Whether all hold.
pub(super) fn all_hold(conditions: &[Condition], row: &Row<'_>, comma: bool, moments: &Moments) -> bool {
    conditions.iter().all(|condition| condition.holds(row, comma, moments))
}

fn same(cell: Cell<'_>, word: &str) -> bool {
    match cell {
        Cell::Text(text) => is_folded(text, word),
        cell => is_folded(&cell.to_string(), word),
    }
}
