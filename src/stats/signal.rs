//! Signals of a control chart: patterns that chance alone seldom makes.
//!
//! The four rules of NHS England, Making Data Count (after Shewhart 1931 and the Western Electric handbook 1956).

use super::control::ControlLimits;

/// Points in a row on one side of the centre that make a signal.
const RUN_LENGTH: usize = 7;
/// Points in a row, each beyond the one before, that make a signal.
const TREND_LENGTH: usize = 6;
/// Beyond this share of the way from the centre to a limit a point is near the limit (two of three sigma).
const NEAR_SHARE: f64 = 2.0 / 3.0;

/// Which pattern was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ControlRule {
    /// A point strictly beyond a limit.
    Outside,
    /// Seven or more points in a row strictly on one side of the centre.
    Run,
    /// Six or more points in a row, each strictly higher (or each strictly lower) than the one before.
    Trend,
    /// Two of three points in a row in the outer third next to the same limit, without being outside.
    NearLimit,
}

/// Toward which end a signal points; whether that is good depends on the measure, not on the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ControlSide {
    /// Above the centre, or rising.
    High,
    /// Below the centre, or falling.
    Low,
}

/// A signal and the points that make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ControlSignal {
    /// Index of the first point, counted from 0.
    pub first: usize,
    /// Index of the last point, included.
    pub last: usize,
    /// The rule met.
    pub rule: ControlRule,
    /// The side it points to.
    pub side: ControlSide,
}

/// All signals of the points against limits, ordered by first and last point; a longer pattern is one signal, not several.
///
/// The limits need not come from these points: a series may be judged by the limits of an earlier time. A value that is
/// not finite breaks every pattern.
pub fn control_signals(points: &[f64], limits: &ControlLimits) -> Vec<ControlSignal> {
    let mut signals = Vec::new();
    for side in [ControlSide::High, ControlSide::Low] {
        // Seen from the centre, so that both sides read alike: positive means toward this side.
        let turn = if side == ControlSide::High { 1.0 } else { -1.0 };
        let reach =
            turn * (if side == ControlSide::High { limits.upper } else { limits.lower } - limits.centre);
        let heights: Vec<f64> = points.iter().map(|point| turn * (point - limits.centre)).collect();
        let spans = [
            (ControlRule::Outside, outside(&heights, reach)),
            (ControlRule::Run, runs(&heights)),
            (ControlRule::Trend, climbs(&heights)),
            (ControlRule::NearLimit, near_limit(&heights, reach)),
        ];
        for (rule, spans) in spans {
            signals.extend(spans.into_iter().map(|(first, last)| ControlSignal { first, last, rule, side }));
        }
    }
    signals.sort_unstable();
    signals
}

/// First and last index of a pattern.
type Span = (usize, usize);

fn outside(heights: &[f64], reach: f64) -> Vec<Span> {
    stretches(heights, |height, _| *height > reach, 1)
}

fn runs(heights: &[f64]) -> Vec<Span> {
    stretches(heights, |height, _| *height > 0.0 && height.is_finite(), RUN_LENGTH)
}

/// A climb of n points has n − 1 steps up, so it starts one point before its first step.
fn climbs(heights: &[f64]) -> Vec<Span> {
    let rises = |height: &f64, before: Option<&f64>| before.is_some_and(|before| height > before);
    stretches(heights, rises, TREND_LENGTH - 1).into_iter().map(|(first, last)| (first - 1, last)).collect()
}

/// Spans from one near point to the next at most two places on, joined where they share a point.
fn near_limit(heights: &[f64], reach: f64) -> Vec<Span> {
    let near = |height: f64| height > NEAR_SHARE * reach && height <= reach;
    let places: Vec<usize> =
        heights.iter().enumerate().filter(|(_, height)| near(**height)).map(|(place, _)| place).collect();
    let gaps_closed = places.chunk_by(|earlier, later| later - earlier <= 2);
    gaps_closed
        .filter(|group| group.len() > 1)
        .filter_map(|group| Some((*group.first()?, *group.last()?)))
        .collect()
}

/// Longest stretches of at least `length` points that all meet a condition on a point and the one before it.
fn stretches(heights: &[f64], meets: impl Fn(&f64, Option<&f64>) -> bool, length: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = None;
    let mut before = None;
    for (place, height) in heights.iter().enumerate() {
        if meets(height, before) {
            start.get_or_insert(place);
        } else if let Some(first) = start.take() {
            found.push((first, place - 1));
        }
        before = Some(height);
    }
    found.extend(start.map(|first| (first, heights.len() - 1)));
    found.retain(|(first, last)| last - first + 1 >= length);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMITS: ControlLimits = ControlLimits { centre: 10.0, lower: 7.0, upper: 13.0 };

    fn seen(points: &[f64]) -> Vec<(usize, usize, ControlRule, ControlSide)> {
        control_signals(points, &LIMITS).iter().map(|s| (s.first, s.last, s.rule, s.side)).collect()
    }

    #[test]
    fn a_point_on_the_limit_is_inside_and_beyond_is_outside() {
        assert!(seen(&[10.0, 13.0, 10.0, 7.0]).is_empty());
        assert_eq!(seen(&[10.0, 13.1, 10.0]), [(1, 1, ControlRule::Outside, ControlSide::High)]);
        assert_eq!(seen(&[6.9, 10.0]), [(0, 0, ControlRule::Outside, ControlSide::Low)]);
    }

    #[test]
    fn seven_on_one_side_signal_and_six_do_not() {
        let high = [11.0, 10.5, 11.0, 10.5, 11.0, 10.5, 11.0, 10.5];
        assert!(seen(&high[..6]).is_empty());
        assert_eq!(seen(&high[..7]), [(0, 6, ControlRule::Run, ControlSide::High)]);
        assert_eq!(seen(&high), [(0, 7, ControlRule::Run, ControlSide::High)], "eight are still one signal");
        let on_the_centre = [11.0, 10.5, 11.0, 10.0, 11.0, 10.5, 11.0];
        assert!(seen(&on_the_centre).is_empty(), "a point on the centre is on neither side");
    }

    #[test]
    fn six_rising_or_falling_signal_and_five_do_not() {
        let rising = [8.5, 9.0, 9.5, 10.5, 11.0, 11.5];
        assert!(seen(&rising[..5]).is_empty());
        assert_eq!(seen(&rising), [(0, 5, ControlRule::Trend, ControlSide::High)]);
        let falling = [11.0, 11.5, 11.0, 10.5, 9.5, 9.0, 8.5];
        assert_eq!(seen(&falling), [(1, 6, ControlRule::Trend, ControlSide::Low)]);
        assert!(seen(&[8.5, 9.0, 9.5, 9.5, 10.5, 11.0, 11.5]).is_empty(), "an equal value breaks the rise");
    }

    #[test]
    fn two_of_three_near_the_same_limit_signal() {
        assert_eq!(seen(&[12.5, 9.0, 12.1]), [(0, 2, ControlRule::NearLimit, ControlSide::High)]);
        assert_eq!(seen(&[10.5, 7.5, 7.9, 10.5]), [(1, 2, ControlRule::NearLimit, ControlSide::Low)]);
        assert!(seen(&[12.5, 9.0, 10.5, 12.5]).is_empty(), "too far apart");
        assert!(seen(&[12.5, 7.5]).is_empty(), "not the same limit");
        assert!(seen(&[12.0, 12.0]).is_empty(), "exactly two thirds of the way is not yet near");
    }

    #[test]
    fn a_constant_series_gives_no_signal() {
        let flat = ControlLimits { centre: 0.1, lower: 0.1, upper: 0.1 };
        assert!(control_signals(&[0.1; 12], &flat).is_empty());
        assert!(control_signals(&[], &flat).is_empty());
    }

    #[test]
    fn a_missing_number_breaks_every_pattern() {
        assert!(seen(&[11.0, 10.5, 11.0, f64::NAN, 11.0, 10.5, 11.0, 10.5]).is_empty());
    }

    proptest! {
        #[test]
        fn mirroring_the_series_mirrors_the_signals(points in proptest::collection::vec(4_i32..17, 0..40)) {
            let plain: Vec<f64> = points.iter().copied().map(f64::from).collect();
            let mirrored: Vec<f64> = plain.iter().map(|point| 20.0 - point).collect();
            let mut turned = control_signals(&mirrored, &LIMITS);
            for signal in &mut turned {
                let high = signal.side == ControlSide::High;
                signal.side = if high { ControlSide::Low } else { ControlSide::High };
            }
            turned.sort_unstable();
            prop_assert_eq!(control_signals(&plain, &LIMITS), turned);
        }
    }
}
