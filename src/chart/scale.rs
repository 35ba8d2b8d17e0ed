//! From values to pixels.

use super::mark::present;

/// A linear scale from a range of values to a range of pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// `low` is drawn at `from`, `high` at `to`. Equal ends draw everything in the middle.
    pub(super) fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        Self { low, high, from, to }
    }

    /// The pixel of a value, kept within the scale.
    pub(super) fn at(&self, value: f64) -> f64 {
        let span = self.high - self.low;
        if span == 0.0 {
            return (self.from + self.to) / 2.0;
        }
        let share = ((value - self.low) / span).clamp(0.0, 1.0);
        self.from + (self.to - self.from) * share
    }
}

/// Smallest and largest of the values that can be drawn.
pub(super) fn extent(values: impl IntoIterator<Item = Option<f64>>) -> Option<(f64, f64)> {
    values.into_iter().filter_map(present).fold(None, |range, value| match range {
        None => Some((value, value)),
        Some((low, high)) => Some((low.min(value), high.max(value))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_map_linearly_and_stay_inside() {
        let scale = Scale::new((0.0, 10.0), (100.0, 200.0));
        assert_eq!(scale.at(2.5), 125.0);
        assert_eq!(scale.at(-4.0), 100.0);
        assert_eq!(Scale::new((3.0, 3.0), (0.0, 8.0)).at(3.0), 4.0);
    }

    #[test]
    fn extent_passes_over_missing_values() {
        assert_eq!(extent([None, Some(2.0), Some(f64::NAN), Some(-1.0)]), Some((-1.0, 2.0)));
        assert_eq!(extent([None, Some(f64::INFINITY)]), None);
    }
}
