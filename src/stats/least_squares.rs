//! How much of one list others explain: least squares, the correlation ratio, variance inflation.

use super::mean;

/// A predictor counts as a combination of those before it below this share of its own sum of squares.
const NEGLIGIBLE: f64 = 1e-12;

/// The share of the variance of `y` that a linear combination of `predictors` and a constant explains, 0..=1 (R²). Predictors
/// without spread, or that follow from others, add nothing. `None` for lists of different length, a value that is not finite,
/// or a `y` without spread.
///
/// Least squares by modified Gram–Schmidt orthogonalisation, twice (Golub & Van Loan, Matrix Computations, 5.2.8).
#[must_use]
pub fn explained(y: &[f64], predictors: &[Vec<f64>]) -> Option<f64> {
    let y = centred(y)?;
    let whole: f64 = dot(&y, &y);
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let mut part = 0.0;
    for predictor in predictors {
        let mut rest = centred(predictor).filter(|rest| rest.len() == y.len())?;
        let before = dot(&rest, &rest);
        for _ in 0..2 {
            for base in &basis {
                let along = dot(&rest, base);
                rest.iter_mut().zip(base).for_each(|(rest, base)| *rest -= along * base);
            }
        }
        let length = dot(&rest, &rest);
        if !(length > NEGLIGIBLE * before && length > 0.0) {
            continue;
        }
        let length = length.sqrt();
        rest.iter_mut().for_each(|rest| *rest /= length);
        part += dot(&y, &rest) * dot(&y, &rest);
        basis.push(rest);
    }
    (whole > 0.0).then(|| (part / whole).clamp(0.0, 1.0))
}

/// The correlation ratio of `y` on `x`, 0..=1, as the R² of a cubic polynomial: an estimate of V(E[y|x])/V(y), the main effect
/// of x, also where it is curved. `None` as [`explained`], and for an `x` without spread.
///
/// Paruolo, Saisana & Saltelli (2013), Ratings and rankings: voodoo or science?, J. R. Statist. Soc. A 176:609–634.
#[must_use]
pub fn correlation_ratio(x: &[f64], y: &[f64]) -> Option<f64> {
    let centred = centred(x)?;
    let size = (dot(&centred, &centred) / centred.len().max(1) as f64).sqrt();
    if size.is_nan() || size <= 0.0 {
        return None;
    }
    let power = |n: usize| centred.iter().map(|x| (0..n).fold(1.0, |y, _| y * x / size)).collect();
    explained(y, &[power(1), power(2), power(3)])
}

/// The variance inflation factor of each of `columns`: 1/(1 − R²) on all others, 1 or above, infinite for one that follows from
/// the others. `None` where a column has no spread. Needs more rows than columns.
///
/// Marquardt (1970), Generalized inverses, ridge regression, biased linear estimation, Technometrics 12:591–612.
#[must_use]
pub fn variance_inflation(columns: &[Vec<f64>]) -> Vec<Option<f64>> {
    let others = |of: usize| {
        let list = columns.iter().enumerate().filter(|(at, _)| *at != of);
        list.map(|(_, column)| column.clone()).collect::<Vec<_>>()
    };
    let factor = |(at, column): (usize, &Vec<f64>)| {
        explained(column, &others(at))
            .map(|share| if share >= 1.0 - 1e-12 { f64::INFINITY } else { 1.0 / (1.0 - share) })
    };
    columns.iter().enumerate().map(factor).collect()
}

fn centred(values: &[f64]) -> Option<Vec<f64>> {
    let centre = mean(values)?;
    Some(values.iter().map(|value| value - centre).collect())
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: x = 1 2 3, y = 1 2 2: slope 1/2, residuals −1/6, 1/3, −1/6: R² = 1 − (1/6)/(2/3) = 3/4.
    #[test]
    fn a_line_by_hand() {
        let found = explained(&[1.0, 2.0, 2.0], &[vec![1.0, 2.0, 3.0]]).unwrap();
        assert!((found - 0.75).abs() < 1e-12);
        assert_eq!(explained(&[1.0, 1.0], &[vec![1.0, 2.0]]), None);
        assert_eq!(explained(&[1.0, 2.0, 4.0], &[vec![5.0; 3]]), Some(0.0));
    }

    /// A parabola that no line sees: x = −2…2, y = x². Pearson's r is 0, the correlation ratio 1.
    #[test]
    fn a_curve_is_seen() {
        let x = [-2.0, -1.0, 0.0, 1.0, 2.0];
        let y: Vec<f64> = x.iter().map(|x| x * x).collect();
        assert!((correlation_ratio(&x, &y).unwrap() - 1.0).abs() < 1e-12);
        assert_eq!(correlation_ratio(&[1.0; 5], &y), None);
    }

    /// Two columns with r = 1/2 inflate each other by 1/(1 − 1/4) = 4/3.
    #[test]
    fn inflation_of_two_by_hand() {
        let (a, b) = (vec![-1.0, 0.0, 1.0], vec![-1.0, 1.0, 0.0]);
        let found = variance_inflation(&[a.clone(), b]);
        assert!(found.iter().all(|vif| (vif.unwrap() - 4.0 / 3.0).abs() < 1e-12), "{found:?}");
        let twice: Vec<f64> = a.iter().map(|a| 2.0 * a + 1.0).collect();
        assert_eq!(variance_inflation(&[a, twice])[0], Some(f64::INFINITY));
    }
}
