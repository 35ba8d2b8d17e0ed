//! Rosters: staff hours against what comes in (A074). Context for fairness, never a score.

use super::{Month, TeamIx};
use crate::diag::Span;
use std::fmt;

/// The staff hours of a team in one interval of the day, added over the days of a month.
#[derive(Debug, Clone, PartialEq)]
pub struct Roster {
    /// The team.
    pub team: TeamIx,
    /// The month.
    pub month: Month,
    /// The time of day.
    pub interval: Interval,
    /// Staff hours that were scheduled.
    pub hours: f64,
    /// Staff hours that were worked, where known.
    pub worked: Option<f64>,
    /// Enquiries that came in.
    pub enquiries: f64,
    /// Where it was written.
    pub span: Span,
}

/// A part of the day, in minutes after midnight; the end is not part of it. It may run over midnight; the same beginning and
/// end mean the whole day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    /// First minute, 0–1439.
    pub from: u16,
    /// The minute after the last, 0–1439.
    pub to: u16,
}

impl Interval {
    /// Minutes of a day.
    const DAY: u16 = 24 * 60;
    /// The whole day.
    pub const WHOLE: Self = Self { from: 0, to: 0 };

    /// Reads `09:00-17:30`; `24:00` is midnight.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(['-', '–'])?;
        Some(Self { from: minute(from)? % Self::DAY, to: minute(to)? % Self::DAY })
    }

    /// Whether both share a minute.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.holds(other.from) || other.holds(self.from)
    }

    fn holds(self, minute: u16) -> bool {
        let after = |at: u16| (at + Self::DAY - self.from) % Self::DAY;
        self.from == self.to || after(minute) < after(self.to)
    }
}

fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |text: &str| {
        let plain = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse::<u16>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let fits = minutes < 60 && (hours < 24 || (hours == 24 && minutes == 0));
    fits.then_some(hours * 60 + minutes)
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clock = |minute: u16| (minute / 60, minute % 60);
        let end = if self.to == 0 { Self::DAY } else { self.to };
        let ((a, b), (c, d)) = (clock(self.from), clock(end));
        write!(f, "{a:02}:{b:02}–{c:02}:{d:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_and_written() {
        let read = |text| Interval::parse(text).map(|interval| interval.to_string());
        assert_eq!(read("9:00-17:30").as_deref(), Some("09:00–17:30"));
        assert_eq!(read("16:00-24:00").as_deref(), Some("16:00–24:00"));
        for wrong in ["9-17", "09:00", "09:60-10:00", "25:00-26:00", "24:30-25:00", "-09:00-1:00"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn nights_run_over_midnight() {
        let of = |text| Interval::parse(text).unwrap();
        assert!(of("22:00-06:00").overlaps(of("05:00-09:00")));
        assert!(!of("22:00-06:00").overlaps(of("06:00-22:00")));
        assert!(Interval::WHOLE.overlaps(of("06:00-07:00")) && of("06:00-07:00").overlaps(Interval::WHOLE));
    }
}
