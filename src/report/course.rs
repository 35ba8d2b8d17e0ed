//! What a course of values says, by rule.

use crate::model::grid;
use crate::stats::ControlLimits;

/// From this many rises or falls in a row on it is said.
const RUN: usize = 2;

/// The finding of a course: runs first, then the natural range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finding {
    /// Higher than the value before, so many times in a row up to now.
    Rising(usize),
    /// Lower than the value before, so many times in a row up to now.
    Falling(usize),
    /// The last value lies above the natural range.
    Above,
    /// The last value lies below the natural range.
    Below,
    /// All within the natural range.
    Steady,
    /// Too few values for a natural range.
    Between,
}

/// The finding of `values`, oldest first, compared at `decimals`.
#[must_use]
pub(super) fn finding(values: &[f64], limits: Option<&ControlLimits>, decimals: u8) -> Finding {
    let last = values.last().copied().unwrap_or_default();
    if let Some(limits) = limits {
        match last {
            x if x > limits.upper => return Finding::Above,
            x if x < limits.lower => return Finding::Below,
            _ => {}
        }
    }
    let (up, down) = (run(values, decimals, 1), run(values, decimals, -1));
    match limits {
        _ if up >= RUN => Finding::Rising(up),
        _ if down >= RUN => Finding::Falling(down),
        Some(_) => Finding::Steady,
        None => Finding::Between,
    }
}

/// Steps in one direction at the end of `values`.
fn run(values: &[f64], decimals: u8, sign: i64) -> usize {
    let step = |pair: &[f64]| match pair {
        [a, b] => sign * (grid(*b, decimals) - grid(*a, decimals)),
        _ => 0,
    };
    values.windows(2).rev().take_while(|pair| step(pair) > 0).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_counted_from_the_end_at_displayed_precision() {
        assert_eq!(finding(&[90.0, 80.0, 81.0, 82.0, 83.0], None, 2), Finding::Rising(3));
        assert_eq!(finding(&[90.0, 89.0, 88.0], None, 2), Finding::Falling(2));
        assert_eq!(finding(&[88.001, 88.002, 88.003], None, 2), Finding::Between);
        assert_eq!(finding(&[80.0, 81.0], None, 2), Finding::Between);
    }

    #[test]
    fn a_last_value_beyond_the_limits_is_said_first() {
        let limits = ControlLimits { centre: 80.0, lower: 75.0, upper: 85.0 };
        assert_eq!(finding(&[80.0, 81.0, 86.0], Some(&limits), 2), Finding::Above);
        assert_eq!(finding(&[80.0, 81.0, 80.0], Some(&limits), 2), Finding::Steady);
    }
}
