//! Whether the parts of a sum measure one thing.

use super::summary::sample_sd;

/// Cronbach's alpha of `items`, each a list of the same units in the same order; up to 1, and negative where items work
/// against each other. `None` for fewer than two items or units, lists of different length, or a sum without spread.
///
/// Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16:297–334:
/// α = k/(k − 1) · (1 − Σ s²(item)/s²(sum)). Items have to point the same way.
#[must_use]
pub fn cronbach(items: &[Vec<f64>]) -> Option<f64> {
    let (count, units) = (items.len(), items.first()?.len());
    if count < 2 || items.iter().any(|item| item.len() != units) {
        return None;
    }
    let variance = |values: &[f64]| sample_sd(values).map(|sd| sd * sd);
    let parts = items.iter().map(|item| variance(item)).sum::<Option<f64>>()?;
    let sums: Vec<f64> =
        (0..units).map(|unit| items.iter().filter_map(|item| item.get(unit)).sum()).collect();
    let whole = variance(&sums).filter(|variance| *variance > 0.0)?;
    let k = count as f64;
    Some(k / (k - 1.0) * (1.0 - parts / whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Items 1 2 3 4 and 2 1 4 3: variances 5/3 each, covariance 1, so the sum has 16/3 and α = 2 (1 − (10/3)/(16/3)) = 0.75.
    #[test]
    fn two_items_by_hand() {
        let items = [vec![1.0, 2.0, 3.0, 4.0], vec![2.0, 1.0, 4.0, 3.0]];
        assert!((cronbach(&items).unwrap() - 0.75).abs() < 1e-12);
    }

    #[test]
    fn equal_items_are_one_thing_and_opposite_ones_are_nothing() {
        let item = vec![1.0, 2.0, 4.0];
        let turned: Vec<f64> = item.iter().map(|value| -value).collect();
        assert!((cronbach(&[item.clone(), item.clone(), item.clone()]).unwrap() - 1.0).abs() < 1e-12);
        assert_eq!(cronbach(&[item.clone(), turned]), None);
        assert_eq!(cronbach(&[item]), None);
    }
}
