//! Summaries of a list of numbers: mean, spread, quantiles.
//!
//! Every function refuses (`None`) a list that is too short or holds NaN or an infinity. The order of the values never
//! changes a single bit of the result, because values are sorted before they are added.

/// Arithmetic mean, in the unit of the values. `None` for an empty list.
///
/// Always between the smallest and the largest value, so the mean of equal values is exactly that value.
pub fn mean(values: &[f64]) -> Option<f64> {
    mean_of_sorted(&sorted(values)?)
}

/// Sample standard deviation with divisor n − 1, in the unit of the values. `None` for fewer than two values.
///
/// Two passes, so that large values with a small spread keep their digits (NIST StRD, data sets NumAcc1 to NumAcc4).
pub fn sample_sd(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values)?;
    let degrees = sorted.len().checked_sub(1).filter(|degrees| *degrees > 0)?;
    let centre = mean_of_sorted(&sorted)?;
    let squares: Vec<f64> = sorted.iter().map(|value| (value - centre) * (value - centre)).collect();
    finite((sum(&squares) / degrees as f64).sqrt())
}

/// Median, in the unit of the values: the middle value, or the mean of the two middle ones. `None` for an empty list.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// Quantile for a proportion in 0..=1, in the unit of the values. `None` for an empty list or another proportion.
///
/// Type 7 of Hyndman & Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50:361–365:
/// linear interpolation at position (n − 1)·p, counted from 0, among the sorted values (the default of R and of
/// spreadsheet programs).
pub fn quantile(values: &[f64], proportion: f64) -> Option<f64> {
    of_sorted(&sorted(values)?, proportion)
}

/// [`quantile`] of sorted values.
fn of_sorted(sorted: &[f64], proportion: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&proportion) {
        return None;
    }
    let position = (sorted.len() - 1) as f64 * proportion;
    let below = libm::floor(position);
    let lower = *sorted.get(below as usize)?;
    let upper = sorted.get(below as usize + 1).copied().unwrap_or(lower);
    finite(lower + (position - below) * (upper - lower))
}

/// Two quantiles of the same values, as [`quantile`].
pub(super) fn quantiles(values: &[f64], proportions: (f64, f64)) -> Option<(f64, f64)> {
    let sorted = sorted(values)?;
    Some((of_sorted(&sorted, proportions.0)?, of_sorted(&sorted, proportions.1)?))
}

/// Smallest and largest value, in the unit of the values. `None` for an empty list.
pub fn extent(values: &[f64]) -> Option<(f64, f64)> {
    let sorted = sorted(values)?;
    Some((*sorted.first()?, *sorted.last()?))
}

fn sorted(values: &[f64]) -> Option<Vec<f64>> {
    if values.is_empty() || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    Some(sorted)
}

fn mean_of_sorted(sorted: &[f64]) -> Option<f64> {
    let (first, last) = (*sorted.first()?, *sorted.last()?);
    finite(sum(sorted) / sorted.len() as f64).map(|mean| mean.clamp(first, last))
}

/// Compensated sum: Neumaier (1974), Zeitschrift für Angewandte Mathematik und Mechanik 54:39–51.
fn sum(terms: &[f64]) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0_f64);
    for &term in terms {
        let next = total + term;
        lost += if total.abs() >= term.abs() { (total - next) + term } else { (term - next) + total };
        total = next;
    }
    total + lost
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(found: Option<f64>, expected: f64, tolerance: f64) {
        let found = found.expect("defined");
        assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
    }

    /// Six months of one agent's satisfied ratings over ratings, from public ticket data.
    const MONTHS: [f64; 6] = [3.0 / 21.0, 7.0 / 11.0, 8.0 / 15.0, 9.0 / 16.0, 9.0 / 15.0, 10.0 / 11.0];

    #[test]
    fn monthly_shares_have_the_hand_worked_mean_and_spread() {
        close(mean(&MONTHS), 0.564_024_170_274_170_3, 1e-15);
        close(sample_sd(&MONTHS), 0.246_545_828_789_147_9, 1e-15);
    }

    /// NIST Statistical Reference Datasets, univariate, certified values.
    #[test]
    fn certified_values_of_nist_hold() {
        let alternating = |first: f64, low: f64, high: f64| {
            let mut values = vec![first];
            (0..500).for_each(|_| values.extend([low, high]));
            values
        };
        let first = [10_000_001.0, 10_000_003.0, 10_000_002.0];
        close(mean(&first), 10_000_002.0, 0.0);
        close(sample_sd(&first), 1.0, 0.0);
        let second = alternating(1.2, 1.1, 1.3);
        close(mean(&second), 1.2, 1e-15);
        close(sample_sd(&second), 0.1, 1e-15);
        let fourth = alternating(10_000_000.2, 10_000_000.1, 10_000_000.3);
        close(mean(&fourth), 10_000_000.2, 1e-8);
        close(sample_sd(&fourth), 0.1, 1e-8);
    }

    /// Type 7 of 1..=4 at one quarter is 1.75 and at nine tenths 3.7: position (n − 1)·p = 0.75 and 2.7.
    #[test]
    fn quantiles_interpolate_as_type_seven() {
        let values = [4.0, 1.0, 3.0, 2.0];
        close(quantile(&values, 0.25), 1.75, 1e-15);
        close(quantile(&values, 0.9), 3.7, 1e-15);
        close(quantile(&values, 0.0), 1.0, 0.0);
        close(quantile(&values, 1.0), 4.0, 0.0);
        close(median(&values), 2.5, 0.0);
        close(median(&[9.0, 1.0, 2.0]), 2.0, 0.0);
        assert_eq!(extent(&values), Some((1.0, 4.0)));
    }

    #[test]
    fn undefined_input_is_refused() {
        assert_eq!((mean(&[]), sample_sd(&[1.0]), median(&[]), extent(&[])), (None, None, None, None));
        assert_eq!((mean(&[1.0, f64::NAN]), median(&[f64::INFINITY])), (None, None));
        assert_eq!((quantile(&[1.0], 1.1), quantile(&[1.0], f64::NAN)), (None, None));
        assert_eq!(mean(&[f64::MAX, f64::MAX]), None, "an overflowing sum is not a mean");
        assert_eq!(mean(&[0.1; 7]), Some(0.1));
    }

    proptest! {
        #[test]
        fn order_never_matters_to_the_last_bit(mut values in proptest::collection::vec(-1e9..1e9_f64, 2..40)) {
            let before = (mean(&values), sample_sd(&values), quantile(&values, 0.3));
            values.reverse();
            let third = values.len() / 3;
            values.rotate_left(third);
            prop_assert_eq!(before, (mean(&values), sample_sd(&values), quantile(&values, 0.3)));
        }

        #[test]
        fn quantiles_stay_inside_and_never_fall(
            values in proptest::collection::vec(-1e9..1e9_f64, 1..40),
            (a, b) in (0.0..=1.0_f64, 0.0..=1.0_f64),
        ) {
            let (low, high) = extent(&values).expect("finite");
            let (at_a, at_b) = (quantile(&values, a.min(b)), quantile(&values, a.max(b)));
            let (at_a, at_b) = (at_a.expect("defined"), at_b.expect("defined"));
            prop_assert!(low <= at_a && at_b <= high + 1e-6 && at_a <= at_b + 1e-6);
        }
    }
}
