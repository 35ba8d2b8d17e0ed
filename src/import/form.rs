//! How a figure is made of rows.

use super::condition::Condition;
use super::number::Reading;

/// How a figure is made of rows; columns are counted from 0.
#[derive(Debug, Clone)]
pub(super) enum Form {
    /// Sums of two columns; of a share, the first is a part of the second.
    Pair { a: usize, b: usize, above: Reading, below: Reading, share: bool },
    /// A value of a summary, with the number of its cases if it is known.
    Value { value: usize, n: Option<usize>, reading: Reading },
    /// Promoters, passives and detractors, counted already.
    Triple([usize; 3]),
    /// The sum of a column.
    Sum { value: usize, reading: Reading },
    /// The mean of a column over the records in which it says something.
    Mean { value: usize, reading: Reading },
    /// The mean time between two moments.
    Span(Clock),
    /// The share of records whose time is at most so many milliseconds; those that never stopped the clock count below.
    Within(Clock, i64),
    /// The share of records that meet `when`.
    When,
    /// The number of records, or of different cases, that meet `when`.
    Count,
    /// Promoters (9–10), passives (7–8) and detractors (0–6) of a column.
    Nps { value: usize },
    /// The percentile of times, by nearest rank.
    SpanPercentile(Clock, u32),
    /// The percentile of a column, by nearest rank.
    Percentile { value: usize, reading: Reading, rank: u32 },
}

/// Two moments and the time that counts between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    pub from: usize,
    pub to: usize,
    pub business: bool,
}

/// A figure of a plan.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub form: Form,
    pub when: Vec<Condition>,
    pub of: Vec<Condition>,
    /// Whether a zero says that there is nothing.
    pub zero_is_blank: bool,
    /// Least and greatest possible single value, in millionths.
    pub possible: Option<(i64, i64)>,
}
