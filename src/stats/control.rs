//! Limits of an individuals (XmR) control chart: what a series does when nothing special happens.

use super::summary::mean;

/// Fewest points for which limits are computed; a shorter series is shown as a plain line.
pub const CONTROL_MIN_POINTS: usize = 8;

/// 3/d₂ with d₂ = 1.128 for ranges of two values, as rounded by Wheeler.
const RANGE_TO_LIMIT: f64 = 2.66;

/// Centre line and natural process limits, in the unit of the series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ControlLimits {
    /// Mean of the points.
    pub centre: f64,
    /// Centre − 2.66 × mean moving range. It may lie below the valid range of a measure; drawing cuts it there.
    pub lower: f64,
    /// Centre + 2.66 × mean moving range.
    pub upper: f64,
}

/// XmR limits of consecutive points in the order of time: mean ± 2.66 × mean of the absolute steps between neighbours.
///
/// Wheeler (1993), Understanding Variation: The Key to Managing Chaos; the same chart is used by NHS England, Making Data
/// Count. `None` for fewer than [`CONTROL_MIN_POINTS`] points or one that is not finite. Missing periods are left out by
/// the caller; the step across a gap counts as one step.
pub fn control_limits(points: &[f64]) -> Option<ControlLimits> {
    if points.len() < CONTROL_MIN_POINTS {
        return None;
    }
    let centre = mean(points)?;
    let steps: Vec<f64> =
        points.iter().zip(points.iter().skip(1)).map(|(earlier, later)| (later - earlier).abs()).collect();
    let reach = RANGE_TO_LIMIT * mean(&steps)?;
    Some(ControlLimits { centre, lower: centre - reach, upper: centre + reach })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: the sum is 96, so the mean 12; the steps 2, 2, 4, 2, 3, 3, 1 add up to 17.
    #[test]
    fn limits_by_hand() {
        let limits = control_limits(&[10.0, 12.0, 14.0, 10.0, 12.0, 15.0, 12.0, 11.0]);
        let limits = limits.expect("eight points");
        let reach = 2.66 * 17.0 / 7.0;
        assert_eq!(limits.centre, 12.0);
        assert!((limits.upper - (12.0 + reach)).abs() < 1e-12);
        assert!((limits.lower - (12.0 - reach)).abs() < 1e-12);
    }

    #[test]
    fn seven_points_have_no_limits() {
        assert_eq!(control_limits(&[1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0]), None);
        assert_eq!(control_limits(&[1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, f64::NAN]), None);
    }

    #[test]
    fn a_constant_series_has_limits_of_no_width() {
        let limits = control_limits(&[0.1; 9]).expect("nine points");
        assert_eq!((limits.centre, limits.lower, limits.upper), (0.1, 0.1, 0.1));
    }
}
