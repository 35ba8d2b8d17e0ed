//! Intervals by drawing the units again: the bootstrap.

use super::{Interval, Random, quantile};

/// The percentile interval at `level` (0–1) of `statistic` over `n` units, which is given the positions of the units drawn with
/// repetition. Draws for which it is not defined are left out. `None` if fewer than half are defined.
///
/// Efron (1979), Bootstrap methods: another look at the jackknife, Annals of Statistics 7:1–26.
pub fn bootstrap(
    n: usize,
    resamples: u32,
    level: f64,
    random: &mut Random,
    mut statistic: impl FnMut(&[usize]) -> Option<f64>,
) -> Option<Interval> {
    let mut rows = vec![0; n];
    let mut found = Vec::with_capacity(resamples as usize);
    for _ in 0..resamples {
        for row in &mut rows {
            *row = usize::try_from(random.integer(0..i64::try_from(n).ok()?)?).ok()?;
        }
        found.extend(statistic(&rows).filter(|value| value.is_finite()));
    }
    if found.len() * 2 < resamples as usize {
        return None;
    }
    let tail = (1.0 - level) / 2.0;
    Some(Interval { lower: quantile(&found, tail)?, upper: quantile(&found, 1.0 - tail)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mean of a hundred numbers 0…99 has the standard error 28.87/10: the interval at 95 % is near 49.5 ± 5.66.
    #[test]
    fn interval_of_a_mean() {
        let mean = |rows: &[usize]| Some(rows.iter().sum::<usize>() as f64 / rows.len() as f64);
        let found = bootstrap(100, 4000, 0.95, &mut Random::seeded(1), mean).unwrap();
        assert!((found.lower - 43.84).abs() < 0.5 && (found.upper - 55.16).abs() < 0.5, "{found:?}");
        assert_eq!(found, bootstrap(100, 4000, 0.95, &mut Random::seeded(1), mean).unwrap());
        assert_eq!(bootstrap(10, 20, 0.95, &mut Random::seeded(1), |_| None), None);
    }
}
