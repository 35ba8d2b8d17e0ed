//! One cell: what a table says at one place, before anybody has decided what it means.

use chrono::{DateTime, NaiveTime};

/// A cell that borrows from its row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing, or only blanks.
    Blank,
    /// Text without blanks around it.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A moment as days since 1899-12-30 (Excel's count; fractions are the time of day, without a time zone).
    Date(f64),
    /// A moment in UTC, in milliseconds since 1970.
    Instant(i64),
    /// A duration in days.
    Duration(f64),
    /// Yes or no.
    Flag(bool),
}

/// A cell that owns its text.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Blank,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A moment as days since 1899-12-30.
    Date(f64),
    /// A moment in UTC, in milliseconds since 1970.
    Instant(i64),
    /// A duration in days.
    Duration(f64),
    /// Yes or no.
    Flag(bool),
}

impl<'a> Cell<'a> {
    /// The text of a field, without blanks around it and without the `="…"` by which exports keep Excel from reading digits as a
    /// number.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let text = text.trim();
        let text = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).map_or(text, str::trim);
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// Whether nothing stands there.
    #[must_use]
    pub const fn is_blank(self) -> bool {
        matches!(self, Self::Blank)
    }

    /// The text, if it is one.
    #[must_use]
    pub const fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The cell with a text of its own.
    #[must_use]
    pub fn to_value(self) -> Value {
        match self {
            Self::Blank => Value::Blank,
            Self::Text(text) => Value::Text(text.to_owned()),
            Self::Number(number) => Value::Number(number),
            Self::Date(days) => Value::Date(days),
            Self::Instant(millis) => Value::Instant(millis),
            Self::Duration(days) => Value::Duration(days),
            Self::Flag(flag) => Value::Flag(flag),
        }
    }
}

impl Value {
    /// The cell that borrows from this one.
    #[must_use]
    pub fn cell(&self) -> Cell<'_> {
        match self {
            Self::Blank => Cell::Blank,
            Self::Text(text) => Cell::of(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Date(days) => Cell::Date(*days),
            Self::Instant(millis) => Cell::Instant(*millis),
            Self::Duration(days) => Cell::Duration(*days),
            Self::Flag(flag) => Cell::Flag(*flag),
        }
    }
}

/// Milliseconds from 1899-12-30 to 1970-01-01.
const EPOCH: i64 = 25_569 * 86_400_000;

/// Days in milliseconds; `None` where no calendar reaches.
fn millis(days: f64) -> Option<i64> {
    (days.abs() < 1e7).then(|| (days * 86_400_000.0).round() as i64)
}

/// The cell as it would stand in a text: numbers in their shortest form, moments with the year first, durations as `h:mm:ss`.
impl std::fmt::Display for Cell<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Text(text) => out.write_str(text),
            Self::Number(number) => write!(out, "{number}"),
            Self::Date(days) => {
                match millis(*days).and_then(|of| DateTime::from_timestamp_millis(of - EPOCH)) {
                    Some(moment) if moment.time() == NaiveTime::MIN => write!(out, "{}", moment.date_naive()),
                    Some(moment) => write!(out, "{}", moment.naive_utc()),
                    None => write!(out, "{days}"),
                }
            }
            Self::Instant(millis) => match DateTime::from_timestamp_millis(*millis) {
                Some(moment) => write!(out, "{}Z", moment.naive_utc().format("%Y-%m-%dT%H:%M:%S%.f")),
                None => write!(out, "{millis}"),
            },
            Self::Duration(days) => match millis(*days) {
                Some(of) => {
                    let (sign, all) = (if of < 0 { "-" } else { "" }, of.unsigned_abs() / 1000);
                    write!(out, "{sign}{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60)
                }
                None => write!(out, "{days}"),
            },
            Self::Flag(flag) => write!(out, "{flag}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_as_people_write_them() {
        for (cell, text) in [
            (Cell::Number(0.1), "0.1"),
            (Cell::Date(45717.0), "2025-03-01"),
            (Cell::Date(45717.5), "2025-03-01 12:00:00"),
            (Cell::Date(1e9), "1000000000"),
            (Cell::Instant(1_740_817_800_250), "2025-03-01T08:30:00.250Z"),
            (Cell::Instant(1_740_817_800_000), "2025-03-01T08:30:00Z"),
            (Cell::Duration(0.5), "12:00:00"),
            (Cell::Duration(-330.0 / 86_400.0), "-0:05:30"),
            (Cell::Flag(true), "true"),
        ] {
            assert_eq!(cell.to_string(), text);
        }
    }
}
