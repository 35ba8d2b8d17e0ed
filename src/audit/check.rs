//! What a check says: verdict, statistics with intervals, number, limits, flagged items. Plain data, no words of a language.

use super::key::{Finding, Lack, Measure, Row, Severity, Verdict};
use crate::model::{Limit, Month};
use crate::stats::Interval;

/// What a flag is about, by positions in the table.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// The system as a whole.
    Whole,
    /// An indicator.
    Column(usize),
    /// Two indicators.
    Pair(usize, usize),
    /// A dimension.
    Group(usize),
    /// Two dimensions.
    Groups(usize, usize),
    /// A unit.
    Unit(usize),
    /// A month.
    Month(Month),
    /// An indicator at a threshold.
    Threshold(usize, f64),
    /// A band, title or bonus, by the position of its boundary.
    Boundary(usize),
    /// Something with a key: a method, a source of uncertainty.
    Named(&'static str),
}

impl Item {
    /// The indicator that it is about first.
    #[must_use]
    pub const fn column(&self) -> Option<usize> {
        match self {
            Self::Column(at) | Self::Pair(at, _) | Self::Threshold(at, _) => Some(*at),
            _ => None,
        }
    }
}

/// A number with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statistic {
    /// What it is of.
    pub measure: Measure,
    /// The number.
    pub value: f64,
    /// Its interval, 95 % unless the measure says otherwise.
    pub interval: Option<Interval>,
    /// Cases on which it rests, where it differs from the check's.
    pub n: Option<usize>,
}

impl Statistic {
    /// A number without an interval.
    pub(super) const fn of(measure: Measure, value: f64) -> Self {
        Self { measure, value, interval: None, n: None }
    }

    /// With an interval.
    pub(super) const fn within(self, interval: Option<Interval>) -> Self {
        Self { interval, ..self }
    }

    /// With the number of cases on which it rests.
    pub(super) const fn on(self, n: usize) -> Self {
        Self { n: Some(n), ..self }
    }
}

/// A flagged item.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    /// About what.
    pub item: Item,
    /// What is wrong.
    pub finding: Finding,
    /// How bad.
    pub severity: Severity,
    /// By what number.
    pub evidence: Statistic,
}

/// A cell of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Nothing,
    /// An id or key.
    Text(String),
    /// A number.
    Number(f64),
    /// A whole number.
    Count(u64),
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        if number.is_nan() { Self::Nothing } else { Self::Number(number) }
    }
}

impl From<Option<f64>> for Value {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Nothing, Self::from)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A table of the audit, whole: what charts and CSV files are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name, such as `correlations`.
    pub name: &'static str,
    /// Keys of its columns.
    pub columns: Vec<&'static str>,
    /// Its rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Value>>,
}

/// What a check says.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Which.
    pub row: Row,
    /// The verdict.
    pub verdict: Verdict,
    /// Why there is none.
    pub lack: Option<Lack>,
    /// Units, months or figures on which it rests.
    pub n: usize,
    /// Fewest for a verdict.
    pub needed: usize,
    /// Its main numbers.
    pub statistics: Vec<Statistic>,
    /// The limits that it holds them to.
    pub limits: Vec<Limit>,
    /// Flagged items, the worst first.
    pub flags: Vec<Flag>,
    /// All numbers.
    pub sheets: Vec<Sheet>,
}

impl Check {
    /// A check on `n` of `needed`, nothing found yet.
    pub(super) fn new(row: Row, n: usize, needed: usize, limits: &[Limit]) -> Self {
        Self {
            row,
            verdict: Verdict::Pass,
            lack: None,
            n,
            needed,
            statistics: Vec::new(),
            limits: limits.to_vec(),
            flags: Vec::new(),
            sheets: Vec::new(),
        }
    }

    /// A check that says nothing.
    pub(super) fn lacking(row: Row, lack: Lack, n: usize, needed: usize, limits: &[Limit]) -> Self {
        Self { verdict: Verdict::NotAssessed, lack: Some(lack), ..Self::new(row, n, needed, limits) }
    }

    /// Adds a flag.
    pub(super) fn flag(&mut self, item: Item, finding: Finding, severity: Severity, evidence: Statistic) {
        self.flags.push(Flag { item, finding, severity, evidence });
    }

    /// Adds a number.
    pub(super) fn tell(&mut self, statistic: Statistic) {
        self.statistics.push(statistic);
    }

    /// Adds a table.
    pub(super) fn sheet(&mut self, name: &'static str, columns: &[&'static str], rows: Vec<Vec<Value>>) {
        self.sheets.push(Sheet { name, columns: columns.to_vec(), rows });
    }

    /// The verdict by the worst flag; flags in order.
    pub(super) fn done(mut self) -> Self {
        self.flags.sort_by_key(|flag| std::cmp::Reverse(flag.severity));
        if self.verdict != Verdict::NotAssessed {
            self.verdict = match self.flags.first().map(|flag| flag.severity) {
                Some(Severity::Fail) => Verdict::Fail,
                Some(Severity::Warn) => Verdict::Warn,
                _ => Verdict::Pass,
            };
        }
        self
    }
}
