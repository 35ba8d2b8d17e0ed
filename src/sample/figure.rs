//! A drawn figure, and how it is written in a metrics file.

use std::fmt;

/// A figure of one agent or team in one month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Figure {
    /// `a/b`; the numerator has so many decimals.
    Pair(f64, u64, usize),
    /// A count or amount.
    Number(i64),
    /// Promoters, passives, detractors.
    Nps(u64, u64, u64),
    /// A state in seconds, with the number of cases.
    Seconds(f64, u64),
    /// A percentage whose counts are unknown, with its n if that is known.
    Percentage(f64, Option<u64>),
    /// Points whose counts are unknown and whose n is unknown too.
    Points(f64),
    /// The duty did not exist.
    NotApplicable,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Pair(above, below, decimals) => write!(f, "{above:.decimals$}/{below}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Nps(promoters, passives, detractors) => write!(f, "{promoters}/{passives}/{detractors}"),
            Self::Seconds(value, n) => write!(f, "{{ value: {value:.0}s, n: {n} }}"),
            Self::Percentage(value, Some(n)) => write!(f, "{{ value: {value:.1}%, n: {n} }}"),
            Self::Percentage(value, None) => write!(f, "{{ value: {value:.1}% }}"),
            Self::Points(value) => write!(f, "{{ value: {value:.1} }}"),
            Self::NotApplicable => f.write_str("n/a"),
        }
    }
}
