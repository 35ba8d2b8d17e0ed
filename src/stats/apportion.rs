//! Dividing an integer total by weights so that the parts add up to it.

/// Bits kept of the largest weight, all that an `f64` has.
const WEIGHT_BITS: i32 = 53;

/// Parts of `total`, one per weight and in their order, that add up to `total`: each gets the whole part of its quota
/// total·wᵢ/Σw, and what is left goes one by one to the largest remainders, the lowest index first among equals.
///
/// Hamilton's method of largest remainders (Balinski & Young 1982, Fair Representation). Weights are compared as integers
/// of 53 bits, so equal weights have exactly equal remainders and whole-number weights are divided exactly.
/// `None` if there is no positive weight, or one is negative or not finite. A zero weight gets 0.
pub fn apportion(total: u64, weights: &[f64]) -> Option<Vec<u64>> {
    let weights = integer_weights(weights)?;
    let sum: u128 = weights.iter().sum();
    let share = |weight: &u128| u128::from(total) * weight;
    let mut parts: Vec<u128> = weights.iter().map(|weight| share(weight) / sum).collect();
    let left = u128::from(total) - parts.iter().sum::<u128>();

    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|index| weights.get(*index).map(|weight| std::cmp::Reverse(share(weight) % sum)));
    // Remainders add up to left·sum and each is below sum: fewer units are left than there are positive remainders.
    for index in order.into_iter().take(usize::try_from(left).ok()?) {
        *parts.get_mut(index)? += 1;
    }
    parts.into_iter().map(|part| u64::try_from(part).ok()).collect()
}

/// Weights as integers below 2⁵³ in the same ratio; what is under one unit of the largest weight's last bit is cut off.
fn integer_weights(weights: &[f64]) -> Option<Vec<u128>> {
    if weights.iter().any(|weight| !(weight.is_finite() && *weight >= 0.0)) {
        return None;
    }
    let largest = weights.iter().copied().max_by(f64::total_cmp).filter(|largest| *largest > 0.0)?;
    let (_, exponent) = libm::frexp(largest);
    Some(weights.iter().map(|weight| libm::scalbn(*weight, WEIGHT_BITS - exponent) as u128).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The bill of 1792 that President Washington vetoed: 120 seats by the census of 1790 (Balinski & Young 1982).
    #[test]
    fn the_seats_of_hamiltons_bill() {
        let people = [
            630_560.0, 475_327.0, 432_879.0, 353_523.0, 331_589.0, 278_514.0, 236_841.0, 206_236.0,
            179_570.0, 141_822.0, 85_533.0, 70_835.0, 68_705.0, 68_446.0, 55_540.0,
        ];
        let seats = [21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2];
        assert_eq!(apportion(120, &people).expect("defined"), seats);
    }

    #[test]
    fn equal_remainders_go_to_the_lowest_index() {
        assert_eq!(apportion(100, &[1.0, 1.0, 1.0]), Some(vec![34, 33, 33]));
        assert_eq!(apportion(5, &[0.1, 0.1, 0.1, 0.1]), Some(vec![2, 1, 1, 1]));
        assert_eq!(apportion(1, &[0.0, 2.0, 2.0]), Some(vec![0, 1, 0]));
    }

    #[test]
    fn extremes_stay_exact() {
        assert_eq!(apportion(0, &[3.0, 1.0]), Some(vec![0, 0]));
        assert_eq!(apportion(u64::MAX, &[1.0]), Some(vec![u64::MAX]));
        assert_eq!(apportion(u64::MAX, &[1.0, 1.0]), Some(vec![u64::MAX / 2 + 1, u64::MAX / 2]));
        assert_eq!(apportion(3, &[f64::MIN_POSITIVE / 4.0, f64::MIN_POSITIVE / 2.0]), Some(vec![1, 2]));
        assert_eq!(apportion(3, &[f64::MAX, f64::MAX]), Some(vec![2, 1]));
    }

    #[test]
    fn undefined_weights_are_refused() {
        for weights in [&[][..], &[0.0, 0.0], &[1.0, -1.0], &[1.0, f64::NAN], &[f64::INFINITY]] {
            assert_eq!(apportion(10, weights), None);
        }
    }

    proptest! {
        #[test]
        fn parts_add_up_and_stay_within_one_of_the_quota(
            total in 0_u64..1_000_000_000,
            weights in proptest::collection::vec(0.001..1000.0_f64, 1..40),
        ) {
            let parts = apportion(total, &weights).expect("defined");
            prop_assert_eq!(parts.iter().sum::<u64>(), total);
            let sum: f64 = weights.iter().sum();
            for (part, weight) in parts.iter().zip(&weights) {
                prop_assert!((*part as f64 - total as f64 * weight / sum).abs() < 1.000_01);
            }
        }

        #[test]
        fn doubling_all_weights_changes_nothing(
            total in 0_u64..1_000_000,
            weights in proptest::collection::vec(0.001..1000.0_f64, 1..20),
        ) {
            let doubled: Vec<f64> = weights.iter().map(|weight| weight * 2.0).collect();
            prop_assert_eq!(apportion(total, &weights), apportion(total, &doubled));
        }
    }
}
