//! Intervals by drawing the units again: the bootstrap.

use super::summary::quantiles;
use super::{Interval, Random};

/// The percentile interval at `level` (0–1) of `statistic` over `n` units, which is given the positions of the units drawn with
/// repetition. Draws for which it is not defined are left out. `None` if fewer than half are defined.
///
/// Efron (1979), Bootstrap methods: another look at the jackknife, Annals of Statistics 7:1–26.
pub fn bootstrap(
    n: usize,
    resamples: u32,
    level: f64,
    random: &mut Random,
    statistic: impl FnMut(&[usize]) -> Option<f64>,
) -> Option<Interval> {
    Resamples::new(n, resamples, random).interval(level, statistic)
}

/// Units drawn again and again, for several statistics of the same units.
#[derive(Debug, Clone)]
pub struct Resamples {
    n: usize,
    times: usize,
    rows: Vec<usize>,
}

impl Resamples {
    /// `times` draws of `n` positions among `n` units, with repetition.
    #[must_use]
    pub fn new(n: usize, times: u32, random: &mut Random) -> Self {
        let (times, below) = (times as usize, i64::try_from(n).unwrap_or(i64::MAX));
        let one = || random.integer(0..below).and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
        Self { n, times, rows: std::iter::repeat_with(one).take(n * times).collect() }
    }

    /// As [`bootstrap`], over these draws.
    pub fn interval(&self, level: f64, statistic: impl FnMut(&[usize]) -> Option<f64>) -> Option<Interval> {
        let draws = self.rows.chunks_exact(self.n.max(1)).map(statistic);
        let found: Vec<f64> = draws.flatten().filter(|value| value.is_finite()).collect();
        if found.len() * 2 < self.times {
            return None;
        }
        let tail = (1.0 - level) / 2.0;
        let (lower, upper) = quantiles(&found, (tail, 1.0 - tail))?;
        Some(Interval { lower, upper })
    }
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
