//! How two lists of numbers go together: Pearson, Spearman.

use super::normal::normal_quantile;
use super::summary::mean;
use super::{Interval, Z95};

/// Fewest pairs for a correlation to be told.
pub const SPEARMAN_MIN: usize = 5;

/// Pearson's product-moment correlation, −1..=1. `None` for fewer than two pairs, lists of different length, a value that is not
/// finite, or a list without spread.
///
/// Deviations are taken from the means first, so large values with a small spread keep their digits.
#[must_use]
pub fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.len() < 2 {
        return None;
    }
    let (mean_x, mean_y) = (mean(x)?, mean(y)?);
    let mut products: Vec<f64> = x.iter().zip(y).map(|(a, b)| (a - mean_x) * (b - mean_y)).collect();
    let squares = |values: &[f64], centre: f64| -> f64 {
        let mut squares: Vec<f64> = values.iter().map(|value| (value - centre) * (value - centre)).collect();
        ordered_sum(&mut squares)
    };
    let spread = squares(x, mean_x).sqrt() * squares(y, mean_y).sqrt();
    (spread > 0.0 && spread.is_finite()).then(|| (ordered_sum(&mut products) / spread).clamp(-1.0, 1.0))
}

/// Spearman's rank correlation, −1..=1: Pearson's of the ranks, ties at the mean of their ranks. `None` as [`pearson`].
#[must_use]
pub(super) fn rank_correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    pearson(&mean_ranks(x)?, &mean_ranks(y)?)
}

/// Spearman's rank correlation ρ of `pairs`, −1…1, with mid-ranks for ties: Pearson's correlation of the ranks (Spearman
/// 1904). `None` for fewer than [`SPEARMAN_MIN`] pairs or when one side does not vary.
#[must_use]
pub fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < SPEARMAN_MIN {
        return None;
    }
    let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    rank_correlation(&a, &b)
}

/// The 95 % interval of a Spearman correlation of `n` pairs: Fisher's z with the variance `(1 + ρ²/2)/(n − 3)` (Bonett and
/// Wright 2000, Psychometrika 65, 23–28). `None` for fewer than five pairs.
#[must_use]
pub fn spearman_interval(rho: f64, n: usize) -> Option<(f64, f64)> {
    if n < SPEARMAN_MIN {
        return None;
    }
    if rho.abs() >= 1.0 {
        return Some((rho, rho));
    }
    let z = libm::atanh(rho);
    let half = Z95 * ((1.0 + rho * rho / 2.0) / (n as f64 - 3.0)).sqrt();
    Some((libm::tanh(z - half), libm::tanh(z + half)))
}

/// Ranks from 1 for the smallest, ties at the mean of their ranks. `None` for a value that is not finite.
#[must_use]
pub fn mean_ranks(values: &[f64]) -> Option<Vec<f64>> {
    if values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let rank = |value: &f64| {
        let below = sorted.partition_point(|other| other < value);
        let not_above = sorted.partition_point(|other| other <= value);
        (below + 1 + not_above) as f64 / 2.0
    };
    Some(values.iter().map(rank).collect())
}

/// The interval of a correlation `r` of `n` pairs at `level` (0–1) by Fisher's z: tanh(atanh r ± z/√(n − 3)). `None` for fewer
/// than four pairs, a correlation of ±1 or beyond, or another level.
///
/// Fisher (1921), On the "probable error" of a coefficient of correlation deduced from a small sample, Metron 1:3–32.
#[must_use]
pub fn correlation_interval(r: f64, n: usize, level: f64) -> Option<Interval> {
    let degrees = n.checked_sub(3).filter(|degrees| *degrees > 0)?;
    if !(r.abs() < 1.0 && level > 0.0 && level < 1.0) {
        return None;
    }
    let z = normal_quantile(0.5 + level / 2.0)?;
    let (centre, half) = (libm::atanh(r), z / (degrees as f64).sqrt());
    Some(Interval { lower: libm::tanh(centre - half), upper: libm::tanh(centre + half) })
}

/// The sum in the order of size, so that the order of the pairs changes no bit.
fn ordered_sum(terms: &mut [f64]) -> f64 {
    terms.sort_unstable_by(f64::total_cmp);
    terms.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Anscombe (1973), Graphs in statistical analysis, first of the four data sets: r = 0.81642.
    const X: [f64; 11] = [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
    const Y: [f64; 11] = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

    #[test]
    fn pearson_of_anscombe() {
        assert!((pearson(&X, &Y).unwrap() - 0.816_420_516_344_839_9).abs() < 1e-12);
        assert_eq!(pearson(&[1.0, 1.0], &[1.0, 2.0]), None);
        assert_eq!(pearson(&[1.0], &[1.0]), None);
    }

    /// By hand: x 1 2 2 4 has ranks 1 2.5 2.5 4, y 1 3 2 4 itself. Deviations −1.5 0 0 1.5 and −1.5 0.5 −0.5 1.5:
    /// ρ = 4.5/√(4.5 · 5).
    #[test]
    fn ranks_with_ties_by_hand() {
        let (x, y) = ([1.0, 2.0, 2.0, 4.0], [1.0, 3.0, 2.0, 4.0]);
        assert_eq!(mean_ranks(&x).unwrap(), [1.0, 2.5, 2.5, 4.0]);
        assert!((rank_correlation(&x, &y).unwrap() - 4.5 / 22.5_f64.sqrt()).abs() < 1e-12);
    }

    /// r = 0.5 of 30 pairs: atanh 0.5 = 0.549306, z/√27 = 0.377195, so tanh 0.172111 to tanh 0.926501; digits by another program.
    #[test]
    fn interval_of_a_correlation_by_hand() {
        let found = correlation_interval(0.5, 30, 0.95).unwrap();
        assert!((found.lower - 0.170_431_365_111_800).abs() < 1e-9, "{found:?}");
        assert!((found.upper - 0.728_958_556_388_355_5).abs() < 1e-9, "{found:?}");
        assert_eq!(correlation_interval(1.0, 30, 0.95), None);
        assert_eq!(correlation_interval(0.5, 3, 0.95), None);
    }

    #[test]
    fn the_order_of_pairs_changes_no_bit() {
        let turn = |list: &[f64]| list.iter().rev().copied().collect::<Vec<_>>();
        assert_eq!(pearson(&X, &Y), pearson(&turn(&X), &turn(&Y)));
    }

    #[test]
    fn spearman_by_hand() {
        // Ranks (1,2,3,4,5) and (2,1,4,3,5): Σd² = 4, ρ = 1 − 6·4/(5·24) = 0.8.
        let pairs = [(10.0, 2.0), (20.0, 1.0), (30.0, 4.0), (40.0, 3.0), (50.0, 5.0)];
        assert!((spearman(&pairs).unwrap() - 0.8).abs() < 1e-12);
        let turned: Vec<(f64, f64)> = pairs.iter().map(|(a, b)| (*a, -b)).collect();
        assert!((spearman(&turned).unwrap() + 0.8).abs() < 1e-12);
        assert_eq!(spearman(&pairs[..4]), None);
        assert_eq!(spearman(&[(1.0, 1.0); 6]), None);
    }

    #[test]
    fn the_interval_is_wide_for_few_pairs() {
        // atanh(0.8) = 1.098612, √(1.32/9) = 0.382971: tanh(1.098612 ± 0.750609).
        let (low, high) = spearman_interval(0.8, 12).unwrap();
        assert!((low - 0.334_6).abs() < 1e-3 && (high - 0.951_7).abs() < 1e-3, "{low} {high}");
        assert_eq!(spearman_interval(1.0, 9), Some((1.0, 1.0)));
    }
}
