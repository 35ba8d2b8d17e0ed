//! How far two lists go together.

use super::Z95;
use super::association::rank_correlation;

/// Fewest pairs for a correlation to be told.
pub const SPEARMAN_MIN: usize = 5;

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

#[cfg(test)]
mod tests {
    use super::*;

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
