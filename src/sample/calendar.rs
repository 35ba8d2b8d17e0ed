//! Months counted through, and the days of a duty roster.

use chrono::{Datelike, NaiveDate};

/// A month, counted from year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month(pub i32);

impl Month {
    /// The month `month` (1–12) of `year`.
    pub(super) const fn of(year: i32, month: u32) -> Self {
        Self(year * 12 + month as i32 - 1)
    }

    /// The month that holds `day`.
    pub(super) fn holding(day: NaiveDate) -> Self {
        Self::of(day.year(), day.month())
    }

    /// The month `n` months later.
    pub(super) const fn plus(self, n: i32) -> Self {
        Self(self.0 + n)
    }

    /// The year.
    pub(super) const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// First day.
    pub(super) fn first_day(self) -> NaiveDate {
        day(self.year(), self.0.rem_euclid(12) as u32 + 1, 1)
    }

    /// Last day.
    pub(super) fn last_day(self) -> NaiveDate {
        self.plus(1).first_day().pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// Number of days.
    pub(super) fn days(self) -> u32 {
        self.last_day().day()
    }

    /// Days for which a full-time agent is scheduled: 20 in February, 21 in a month of 30 days, else 22.
    pub(super) fn roster_days(self) -> u32 {
        match self.days() {
            31 => 22,
            30 => 21,
            _ => 20,
        }
    }
}

/// `2025-03`.
impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.0.rem_euclid(12) + 1)
    }
}

/// A date of the story; one that does not exist becomes the first date that can be written, which the tests would see.
pub(super) const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}
