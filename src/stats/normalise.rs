//! Putting lists on a scale of their own, and weighted means of what comes out.

use super::{extent, mean, mean_ranks, sample_sd};

/// From 0 for the smallest to 1 for the largest. `None` for a list that is empty or without spread.
#[must_use]
pub fn min_max(values: &[f64]) -> Option<Vec<f64>> {
    let (low, high) = extent(values)?;
    (high > low).then(|| values.iter().map(|value| (value - low) / (high - low)).collect())
}

/// Distances from the mean in sample standard deviations. `None` for fewer than two values or values without spread.
#[must_use]
pub fn z_scores(values: &[f64]) -> Option<Vec<f64>> {
    let (centre, spread) = (mean(values)?, sample_sd(values)?);
    (spread > 0.0).then(|| values.iter().map(|value| (value - centre) / spread).collect())
}

/// Percentile ranks, 0 for the sole smallest to 1 for the sole largest: (mean rank − 1)/(n − 1). `None` for fewer than two values.
#[must_use]
pub fn percentile_ranks(values: &[f64]) -> Option<Vec<f64>> {
    let others = values.len().checked_sub(1).filter(|others| *others > 0)? as f64;
    Some(mean_ranks(values)?.into_iter().map(|rank| (rank - 1.0) / others).collect())
}

/// The weighted geometric mean of `values` above 0; weights need not add up to 1. `None` for a value that is not above 0, a
/// negative weight, or no weight at all.
#[must_use]
pub fn geometric_mean(values: &[f64], weights: &[f64]) -> Option<f64> {
    let fine =
        values.iter().all(|value| *value > 0.0 && value.is_finite()) && weights.iter().all(|w| *w >= 0.0);
    let weight: f64 = weights.iter().sum();
    let logs = values.iter().zip(weights).map(|(value, weight)| weight * libm::log(*value)).sum::<f64>();
    (fine && values.len() == weights.len() && weight > 0.0).then(|| libm::exp(logs / weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_by_hand() {
        assert_eq!(min_max(&[2.0, 4.0, 3.0]).unwrap(), [0.0, 1.0, 0.5]);
        assert_eq!(z_scores(&[1.0, 2.0, 3.0]).unwrap(), [-1.0, 0.0, 1.0]);
        assert_eq!(percentile_ranks(&[5.0, 1.0, 5.0]).unwrap(), [0.75, 0.0, 0.75]);
        assert_eq!(
            (min_max(&[1.0, 1.0]), z_scores(&[1.0, 1.0]), percentile_ranks(&[1.0])),
            (None, None, None)
        );
    }

    /// 2 and 8 with equal weights: √16 = 4; with weights 3 and 1: (2³ · 8)^¼ = 64^¼ = 2√2.
    #[test]
    fn geometric_means_by_hand() {
        assert!((geometric_mean(&[2.0, 8.0], &[1.0, 1.0]).unwrap() - 4.0).abs() < 1e-12);
        assert!((geometric_mean(&[2.0, 8.0], &[3.0, 1.0]).unwrap() - 8.0_f64.sqrt()).abs() < 1e-12);
        assert_eq!(geometric_mean(&[0.0, 1.0], &[1.0, 1.0]), None);
        assert_eq!(geometric_mean(&[1.0], &[0.0]), None);
    }
}
