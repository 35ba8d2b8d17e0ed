//! Do units differ by more than chance, and how far does each stand out? Funnels with over-dispersion, and shrinkage.

use super::quantile;

/// How much units scatter beyond their sampling errors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dispersion {
    /// Mean of the squared winsorised z values: 1 if chance explains the scatter.
    pub factor: f64,
    /// Variance τ² between the units' true values, in squared units of the values; 0 if chance explains the scatter.
    pub between: f64,
}

/// The scatter of `values` with standard `errors` about `centre`; z values beyond the quantiles `share` and 1 − `share` are put
/// at these first, so that a few real outliers do not excuse themselves. `None` for fewer than three values, lists of
/// different length, or an error that is not above 0.
///
/// Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24:1185–1202, appendix
/// A.3 (additive random effects, moments after DerSimonian & Laird), with 10 % winsorising.
#[must_use]
pub fn dispersion(values: &[f64], errors: &[f64], centre: f64, share: f64) -> Option<Dispersion> {
    let n = values.len();
    if n < 3 || errors.len() != n || errors.iter().any(|error| !(*error > 0.0 && error.is_finite())) {
        return None;
    }
    let z: Vec<f64> = values.iter().zip(errors).map(|(value, error)| (value - centre) / error).collect();
    let (low, high) = (quantile(&z, share)?, quantile(&z, 1.0 - share)?);
    let factor = z.iter().map(|z| z.clamp(low, high)).map(|z| z * z).sum::<f64>() / n as f64;
    let weights: Vec<f64> = errors.iter().map(|error| 1.0 / (error * error)).collect();
    let (sum, squares) = (weights.iter().sum::<f64>(), weights.iter().map(|w| w * w).sum::<f64>());
    let beyond = n as f64 * factor - (n as f64 - 1.0);
    Some(Dispersion { factor, between: (beyond / (sum - squares / sum)).max(0.0) })
}

/// How much of a unit's distance from the centre is believed: τ²/(τ² + s²), 0..=1, with the variance between units and the
/// unit's own standard error. `None` unless both are finite and not negative, one of them above 0.
///
/// The posterior mean of a normal value under a normal prior is the centre plus this share of the distance (Efron & Morris
/// 1977, Stein's paradox in statistics, Scientific American 236:119–127).
#[must_use]
pub fn shrinkage(between: f64, error: f64) -> Option<f64> {
    let whole = between + error * error;
    (between >= 0.0 && error >= 0.0 && whole > 0.0 && whole.is_finite()).then(|| between / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand, without winsorising: values −2 0 2 with error 1: φ = 8/3; τ² = (8 − 2)/(3 − 3/3) = 3.
    #[test]
    fn scatter_by_hand() {
        let found = dispersion(&[-2.0, 0.0, 2.0], &[1.0; 3], 0.0, 0.0).unwrap();
        assert!((found.factor - 8.0 / 3.0).abs() < 1e-12 && (found.between - 3.0).abs() < 1e-12);
        assert_eq!(shrinkage(3.0, 1.0), Some(0.75));
        let chance = dispersion(&[-0.5, 0.0, 0.5], &[1.0; 3], 0.0, 0.0).unwrap();
        assert_eq!(chance.between, 0.0);
        assert_eq!((shrinkage(0.0, 0.0), dispersion(&[1.0, 2.0], &[1.0; 2], 0.0, 0.1)), (None, None));
    }

    /// One wild value of eleven goes to the ninth decile and does not hide itself: z is 0 ten times, and 100 → 0.
    #[test]
    fn a_wild_value_does_not_excuse_itself() {
        let mut values = vec![0.0; 10];
        values.push(100.0);
        assert_eq!(dispersion(&values, &[1.0; 11], 0.0, 0.1).unwrap().factor, 0.0);
    }
}
