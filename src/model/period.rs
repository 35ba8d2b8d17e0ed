//! Months, quarters and years.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A calendar month, as the number of months since year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// Month `month` (1–12) of `year` (1–9999), or `None` out of that range.
    #[must_use]
    pub const fn new(year: i32, month: u32) -> Option<Self> {
        if year < 1 || year > 9999 || month < 1 || month > 12 {
            return None;
        }
        Some(Self(year * 12 + month as i32 - 1))
    }

    /// The month that holds `date`.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self(date.year() * 12 + date.month0() as i32)
    }

    /// Reads `2025-03`; exactly this form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |s: &str, n| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// Calendar year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1–12.
    #[must_use]
    pub const fn month(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// This month moved by `months`.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// Months from `earlier` to this one; negative if `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// First day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.month(), 1).unwrap_or(NaiveDate::MIN)
    }

    /// Last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.plus(1).first_day().pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// Number of days, 28–31.
    #[must_use]
    pub fn days(self) -> u32 {
        self.last_day().day()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    /// One month.
    Month,
    /// Three months of the fiscal year.
    Quarter,
    /// Twelve months from the first month of the fiscal year.
    Year,
}

/// A month, quarter or year of the organisation's fiscal calendar. Ordered by its first month, then by length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: Month,
    kind: PeriodKind,
    /// First month of the fiscal year, 1–12; part of the period so that its name needs nothing else.
    fiscal_start: u8,
}

impl Period {
    /// The month as a period.
    #[must_use]
    pub const fn month(month: Month) -> Self {
        Self { first: month, kind: PeriodKind::Month, fiscal_start: 1 }
    }

    /// The quarter that holds `month`, when the fiscal year begins with month `fiscal_start` (1–12).
    #[must_use]
    pub fn quarter_of(month: Month, fiscal_start: u8) -> Self {
        let into = (month.month() + 12 - u32::from(fiscal_start)) % 12;
        Self { first: month.plus(-((into % 3) as i32)), kind: PeriodKind::Quarter, fiscal_start }
    }

    /// The fiscal year that holds `month`.
    #[must_use]
    pub fn year_of(month: Month, fiscal_start: u8) -> Self {
        let into = (month.month() + 12 - u32::from(fiscal_start)) % 12;
        Self { first: month.plus(-(into as i32)), kind: PeriodKind::Year, fiscal_start }
    }

    /// First month of the fiscal year, 1–12.
    #[must_use]
    pub const fn fiscal_start(self) -> u8 {
        self.fiscal_start
    }

    /// Reads `2025-03`, `2025-q1` or `2025`, when the fiscal year begins with month `fiscal_start` (1–12).
    #[must_use]
    pub fn parse(text: &str, fiscal_start: u8) -> Option<Self> {
        if let Some(month) = Month::parse(text) {
            return Some(Self::month(month));
        }
        let (year, quarter) = text.split_once("-q").map_or((text, None), |(year, q)| (year, Some(q)));
        let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let first = Month::new(year.parse().ok().filter(|_| digits)?, u32::from(fiscal_start))?;
        match quarter {
            None => Some(Self::year_of(first, fiscal_start)),
            Some(quarter @ ("1" | "2" | "3" | "4")) => {
                let number: i32 = quarter.parse().ok()?;
                Some(Self::quarter_of(first.plus(3 * (number - 1)), fiscal_start))
            }
            Some(_) => None,
        }
    }

    /// Month, quarter or year.
    #[must_use]
    pub const fn kind(self) -> PeriodKind {
        self.kind
    }

    /// First month.
    #[must_use]
    pub const fn first(self) -> Month {
        self.first
    }

    /// Last month.
    #[must_use]
    pub const fn last(self) -> Month {
        self.first.plus(self.len() as i32 - 1)
    }

    /// Number of months: 1, 3 or 12.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "a period is never empty")]
    pub const fn len(self) -> u8 {
        match self.kind {
            PeriodKind::Month => 1,
            PeriodKind::Quarter => 3,
            PeriodKind::Year => 12,
        }
    }

    /// Its months, in order.
    pub fn months(self) -> impl Iterator<Item = Month> + Clone {
        (0..i32::from(self.len())).map(move |n| self.first.plus(n))
    }

    /// Whether `month` lies in it.
    #[must_use]
    pub const fn holds(self, month: Month) -> bool {
        let into = month.since(self.first);
        into >= 0 && into < self.len() as i32
    }

    /// The period of the same kind just before.
    #[must_use]
    pub const fn previous(self) -> Self {
        Self { first: self.first.plus(-(self.len() as i32)), ..self }
    }

    /// The same period one year earlier.
    #[must_use]
    pub const fn year_earlier(self) -> Self {
        Self { first: self.first.plus(-12), ..self }
    }

    /// The fiscal year's number: the calendar year in which it begins.
    #[must_use]
    pub fn fiscal_year(self) -> i32 {
        match self.kind {
            PeriodKind::Month => self.first.year(),
            _ => Self::year_of(self.first, self.fiscal_start).first.year(),
        }
    }

    /// The quarter's number in its fiscal year, 1–4; `None` for months and years.
    #[must_use]
    pub fn quarter(self) -> Option<u8> {
        (self.kind == PeriodKind::Quarter).then(|| {
            let start = Self::year_of(self.first, self.fiscal_start).first;
            (self.first.since(start) / 3) as u8 + 1
        })
    }
}

/// `2025-03`, `2025-q1` or `2025`: as written in addresses, on the command line and in anchors.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.kind, self.quarter()) {
            (PeriodKind::Month, _) => write!(f, "{}", self.first),
            (PeriodKind::Quarter, Some(quarter)) => write!(f, "{:04}-q{quarter}", self.fiscal_year()),
            _ => write!(f, "{:04}", self.fiscal_year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fiscal_year_from_april() {
        let march = Month::parse("2025-03").unwrap();
        let quarter = Period::quarter_of(march, 4);
        assert_eq!(
            (quarter.to_string().as_str(), quarter.first().to_string().as_str()),
            ("2024-q4", "2025-01")
        );
        assert_eq!(Period::year_of(march, 4).to_string(), "2024");
        assert_eq!(Period::year_of(march, 4).last(), march);
        for text in ["2024-q4", "2024", "2025-03"] {
            assert_eq!(Period::parse(text, 4).unwrap().to_string(), text);
        }
        assert_eq!(Period::parse("2024-q4", 4), Some(quarter));
        for bad in ["2024-q5", "2024-q", "24", "2024-Q1", "20245", ""] {
            assert_eq!(Period::parse(bad, 4), None, "{bad}");
        }
        assert_eq!(Period::quarter_of(march, 1).to_string(), "2025-q1");
        assert_eq!(Period::quarter_of(march, 1).previous().to_string(), "2024-q4");
    }

    #[test]
    fn what_is_written_of_a_period_is_read_again() {
        for start in [1, 4, 10] {
            for text in ["2025-03", "2025-q1", "2025-q4", "2025"] {
                assert_eq!(
                    Period::parse(text, start).map(|p| p.to_string()).as_deref(),
                    Some(text),
                    "{start}"
                );
            }
        }
        for bad in ["2025-q5", "2025-Q1", "25-q1", "2025q1", "", "+025", "2025-q", "2025-13"] {
            assert_eq!(Period::parse(bad, 1), None, "{bad}");
        }
    }

    #[test]
    fn months_are_read_strictly() {
        for bad in
            ["2025-3", "2025-13", "2025-00", "25-03", "2025-03-01", "２０２５-03", "2025/03", "0000-01"]
        {
            assert_eq!(Month::parse(bad), None, "{bad}");
        }
        assert_eq!(Month::parse("2024-02").map(Month::days), Some(29));
    }
}
