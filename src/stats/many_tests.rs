//! Judging many tests at once, and one by counting.

use super::binomial::{binomial_cdf, binomial_survival};

/// P values adjusted so that of what is called significant at a level, at most that share is expected to be chance, in the
/// order given. `None` if one is no probability.
///
/// Benjamini & Hochberg (1995), Controlling the false discovery rate, J. R. Statist. Soc. B 57:289–300: of the sorted values
/// p(i) · m/i, made monotone from the largest down.
#[must_use]
pub fn false_discovery(p: &[f64]) -> Option<Vec<f64>> {
    if p.iter().any(|p| !(0.0..=1.0).contains(p)) {
        return None;
    }
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least: f64 = 1.0;
    for (rank, at) in order.iter().enumerate().rev() {
        least = least.min(p[*at] * p.len() as f64 / (rank + 1) as f64);
        adjusted[*at] = least;
    }
    Some(adjusted)
}

/// The exact two-sided p value of `k` successes in `n` trials when each has probability one half: twice the smaller tail, at
/// most 1. `None` for more successes than trials.
///
/// The sign test (Arbuthnot 1710; Conover, Practical Nonparametric Statistics, 3.4).
#[must_use]
pub fn sign_test(k: u64, n: u64) -> Option<f64> {
    if k > n {
        return None;
    }
    let tail = binomial_cdf(k, n, 0.5)?.min(binomial_survival(k, n, 0.5)?);
    Some((2.0 * tail).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sorted 0.005 0.01 0.03 0.04 times 4/1 4/2 4/3 4/4.
    #[test]
    fn four_tests_by_hand() {
        let adjusted = false_discovery(&[0.01, 0.04, 0.03, 0.005]).unwrap();
        let wanted = [0.02, 0.04, 0.04, 0.02];
        assert!(adjusted.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-12), "{adjusted:?}");
        assert_eq!(false_discovery(&[1.5]), None);
        assert_eq!(false_discovery(&[]), Some(Vec::new()));
    }

    /// Fifteen of the p values in table 1 of Benjamini & Hochberg (1995): the four smallest are significant at 0.05.
    #[test]
    fn the_example_of_the_paper() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
            0.6528, 0.7590, 1.0,
        ];
        let significant = false_discovery(&p).unwrap().iter().filter(|p| **p <= 0.05).count();
        assert_eq!(significant, 4);
    }

    /// 7 of 10: 2 · (120 + 45 + 10 + 1)/1024. 15 of 20: 2 · 21700/1048576.
    #[test]
    fn sign_tests_by_hand() {
        assert!((sign_test(7, 10).unwrap() - 0.343_75).abs() < 1e-12);
        assert!((sign_test(15, 20).unwrap() - 43_400.0 / 1_048_576.0).abs() < 1e-12);
        assert_eq!(sign_test(5, 10), Some(1.0));
        assert_eq!(sign_test(3, 2), None);
    }
}
