//! What sampling may have made of a value, as equally likely outcomes.

use crate::model::Measure;
use crate::score::{Reading, Sums};
use crate::stats::{mean, normal_quantile, sample_sd};

/// Fewest months from which the scatter of a mean is known.
const MONTHS_MIN: usize = 3;

/// The normal deviates in the middle of `levels` equally likely parts of the distribution.
#[must_use]
pub(super) fn deviates(levels: usize) -> Vec<f64> {
    let of = |level: usize| normal_quantile((level as f64 + 0.5) / levels as f64).unwrap_or_default();
    (0..levels).map(of).collect()
}

/// Equally likely values around a reading, one for each of `deviates`; empty where nothing is known of its error.
///
/// A share has the confidence distribution of Wilson's score interval, so that all of few cases is not taken as certain; a
/// promoter score the normal distribution of the multinomial difference, a count that of √count. What is a mean or a sum of
/// amounts scatters as its `months` do: their standard deviation over √months, as the figures of single cases are not kept.
#[must_use]
pub(super) fn outcomes(measure: &Measure, reading: &Reading, months: &[f64], deviates: &[f64]) -> Vec<f64> {
    let Some(value) = reading.value else { return Vec::new() };
    let around = |error: f64| {
        if error > 0.0 && error.is_finite() {
            deviates.iter().map(|z| value + z * error).collect()
        } else {
            Vec::new()
        }
    };
    match (measure, reading.sums) {
        (Measure::Share { .. }, Sums::Pair(a, n)) if n > 0.0 => {
            deviates.iter().map(|z| wilson_at(a / n, n, *z)).collect()
        }
        (Measure::Nps, Sums::Nps(promoters, passives, detractors)) => {
            let n = promoters + passives + detractors;
            let (p, d) = (promoters / n, detractors / n);
            around(100.0 * ((p + d - (p - d) * (p - d)).max(0.0) / n).sqrt())
        }
        (Measure::Count { .. }, Sums::PerMonth(count, full)) if count >= 0.0 && full > 0.0 => {
            around(count.max(1.0).sqrt() / full)
        }
        (Measure::State { .. }, _) => Vec::new(),
        _ if months.len() >= MONTHS_MIN && mean(months).is_some() => {
            around(sample_sd(months).unwrap_or_default() / (months.len() as f64).sqrt())
        }
        _ => Vec::new(),
    }
}

/// The end of Wilson's interval at a signed normal deviate: below 0 the lower, above 0 the upper.
pub(super) fn wilson_at(p: f64, n: f64, z: f64) -> f64 {
    let spread = z * z / n;
    let half = z * (p * (1.0 - p) / n + spread / (4.0 * n)).max(0.0).sqrt();
    ((p + spread / 2.0 + half) / (1.0 + spread)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Z95, wilson};

    #[test]
    fn ends_are_those_of_the_interval() {
        let ends = wilson(18.0, 20.0, Z95).unwrap();
        assert!((wilson_at(0.9, 20.0, -Z95) - ends.lower).abs() < 1e-12);
        assert!((wilson_at(0.9, 20.0, Z95) - ends.upper).abs() < 1e-12);
        assert_eq!(wilson_at(0.9, 20.0, 0.0), 0.9);
        assert!(wilson_at(1.0, 20.0, -1.0) < 1.0 && wilson_at(1.0, 20.0, 1.0) > 1.0 - 1e-12);
    }
}
