//! Columns and cells of tables.

use crate::diag::{Sources, Span};
use crate::model::{Period, PeriodKind, Text};
use chrono::NaiveDate;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A day.
    Date,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, which does not change from version to version.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// No value.
    Nothing,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// A day.
    Date(NaiveDate),
}

/// A column of text.
pub(super) const fn text(name: &'static str) -> Column {
    Column { name, kind: Kind::Text }
}

/// A column of numbers.
pub(super) const fn number(name: &'static str) -> Column {
    Column { name, kind: Kind::Number }
}

/// A column of whole numbers.
pub(super) const fn whole(name: &'static str) -> Column {
    Column { name, kind: Kind::Whole }
}

/// A column of days.
pub(super) const fn date(name: &'static str) -> Column {
    Column { name, kind: Kind::Date }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// An id with its name in both languages: three cells.
pub(super) fn named(id: &str, name: &Text) -> [Cell; 3] {
    [id.into(), name.zh.as_str().into(), name.en.as_str().into()]
}

/// Three cells for nothing that has a name.
pub(super) const fn nameless() -> [Cell; 3] {
    [Cell::Nothing, Cell::Nothing, Cell::Nothing]
}

/// A period: its name, its kind, its first and its last day.
pub(super) fn period(period: Period) -> [Cell; 4] {
    let kind = match period.kind() {
        PeriodKind::Month => "month",
        PeriodKind::Quarter => "quarter",
        PeriodKind::Year => "year",
    };
    let (first, last) = (period.first().first_day(), period.last().last_day());
    [period.to_string().into(), kind.into(), first.into(), last.into()]
}

/// A place as `path:line`.
pub(super) fn place(sources: &Sources, span: Span) -> String {
    format!("{}:{}", sources.path(span.file), sources.line_of(span))
}
