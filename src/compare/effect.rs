//! Before and after a dated action, always with the absolute and the relative change (A049, A064, A113).

use crate::evaluate::Evaluation;
use crate::model::{IndicatorIx, Month, Subject};
use crate::score::{Reading, ReadingState, reading_with};

/// An indicator before and after a month.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// First and last month before.
    pub before_months: (Month, Month),
    /// First and last month after.
    pub after_months: (Month, Month),
    /// What there was before.
    pub before: Reading,
    /// What there is after.
    pub after: Reading,
    /// After − before in kept units; `None` unless both are measured.
    pub difference: Option<f64>,
    /// Difference ÷ the value before, as a fraction; `None` where that is 0 or the values have no zero to relate to.
    pub relative: Option<f64>,
    /// The 95 % interval of the difference of two shares; `None` for other measures.
    pub interval: Option<(f64, f64)>,
}

/// The `months` before and after `month`, which itself is left out: it has days of both.
///
/// The interval is Newcombe's from two Wilson intervals (1998, Statistics in Medicine 17, 873–890, method 10). That a
/// change came after an action does not show that it came from it.
#[must_use]
pub fn effect(
    evaluation: &Evaluation,
    of: Subject,
    indicator: IndicatorIx,
    month: Month,
    months: u8,
) -> Effect {
    let count = i32::from(months.max(1));
    let before_months = (month.plus(-count), month.plus(-1));
    // Months that nobody has figures of yet are not part of it.
    let ends = evaluation.model.metrics.range();
    let before_months = (before_months.0.max(ends.map_or(before_months.0, |ends| ends.0)), before_months.1);
    let after_months = (month.plus(1), month.plus(count).min(ends.map_or(month, |ends| ends.1)));
    let read =
        |(first, last)| reading_with(&evaluation.model, &evaluation.index, of, indicator, first, last, None);
    let (before, after) = (read(before_months), read(after_months));
    let value = |reading: &Reading| reading.value.filter(|_| reading.state == ReadingState::Measured);
    let both = value(&before).zip(value(&after));
    let signed_scale = evaluation.model.indicator(indicator).valid.0 < 0.0;
    Effect {
        difference: both.map(|(then, now)| now - then),
        relative: both
            .filter(|(then, _)| *then > 0.0 && !signed_scale)
            .map(|(then, now)| (now - then) / then),
        interval: both.and_then(|(then, now)| newcombe((then, before.interval?), (now, after.interval?))),
        before_months,
        after_months,
        before,
        after,
    }
}

/// The 95 % interval of `now − then` from values with their Wilson intervals.
fn newcombe(then: (f64, (f64, f64)), now: (f64, (f64, f64))) -> Option<(f64, f64)> {
    let ((p, (p_low, p_high)), (q, (q_low, q_high))) = (then, now);
    let root = |a: f64, b: f64| (a * a + b * b).sqrt();
    let difference = q - p;
    Some((difference - root(q - q_low, p_high - p), difference + root(q_high - q, p - p_low)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::model::{Direction, Entry, Unit};
    use crate::score::testing::{Build, date, month, share};

    #[test]
    fn newcombe_of_the_published_example() {
        // Newcombe 1998, table II, (a): 56/70 against 48/80: 0.2, method 10: 0.0524 to 0.3339.
        let wilson = |a: f64, n: f64| {
            let found = crate::stats::wilson(a, n, crate::stats::Z95).unwrap();
            (a / n, (found.lower, found.upper))
        };
        let (low, high) = newcombe(wilson(48.0, 80.0), wilson(56.0, 70.0)).unwrap();
        assert!((low - 0.0524).abs() < 5e-5 && (high - 0.3339).abs() < 5e-5, "{low} {high}");
    }

    /// Before 100/500 + 100/500 = 20 %, after 230/1000 = 23 %: +3 percentage points, +15 %. The month itself is left out.
    #[test]
    fn points_and_percent_are_two_things() {
        let mut build = Build::new();
        let team = build.team("a");
        let rate = build.indicator("rate", share(), Unit::Percent, Direction::Up);
        let ann = build.agent("ann", "2023-01-01", team);
        for (of, good, all) in [
            ("2025-01", 100.0, 500.0),
            ("2025-02", 100.0, 500.0),
            ("2025-03", 500.0, 500.0),
            ("2025-04", 230.0, 1000.0),
        ] {
            build.figures(ann, of, (20.0, 22.0), &[(rate, Entry::Pair(good, all))]);
        }
        let evaluation = evaluate(build.model(), date("2025-06-30"));
        let found = effect(&evaluation, Subject::Team(team), rate, month("2025-03"), 2);
        assert!((found.difference.unwrap() - 0.03).abs() < 1e-12);
        assert!((found.relative.unwrap() - 0.15).abs() < 1e-12);
        let (low, high) = found.interval.unwrap();
        assert!(low < 0.0 && high > 0.06, "{low} {high}");
        assert_eq!(found.before_months, (month("2025-01"), month("2025-02")));
    }
}
