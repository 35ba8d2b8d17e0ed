//! Places in an order: ranks with ties, and the position among peers.
//!
//! Keys are integers, so that "equal" is decided once, by whoever rounds to the declared precision, and never by the
//! last bit of a floating-point number. A higher key is better.

/// Competition ranks "1 2 2 4": one plus the number of strictly higher keys, in the order of the keys given.
///
/// Rank 1 is the best; equal keys share a rank and the ranks after them are left out. More than `u32::MAX` keys would
/// share the last rank.
pub fn competition(keys: &[i64]) -> Vec<u32> {
    let sorted = ascending(keys);
    keys.iter()
        .map(|key| {
            let higher = sorted.len() - sorted.partition_point(|other| other <= key);
            u32::try_from(higher).unwrap_or(u32::MAX).saturating_add(1)
        })
        .collect()
}

/// Position of each key among the others, in 0..=1: the share of the *other* keys that are lower, an equal one counting
/// half. `None` for fewer than two keys, since there are no others.
///
/// The sole best is at 1, the sole worst at 0, everybody equal at 0.5; turning the order round turns p into 1 − p.
/// It is the mid-rank position (Kendall 1948, Rank Correlation Methods, on tied ranks) scaled to 0..=1.
pub fn percent_positions(keys: &[i64]) -> Option<Vec<f64>> {
    let others = keys.len().checked_sub(1).filter(|others| *others > 0)?;
    let sorted = ascending(keys);
    let position = |key: &i64| {
        let lower = sorted.partition_point(|other| other < key);
        let not_higher = sorted.partition_point(|other| other <= key);
        let equal_others = not_higher - lower - 1;
        (lower as f64 + equal_others as f64 / 2.0) / others as f64
    };
    Some(keys.iter().map(position).collect())
}

fn ascending(keys: &[i64]) -> Vec<i64> {
    let mut sorted = keys.to_vec();
    sorted.sort_unstable();
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ties_share_a_rank_and_the_next_is_left_out() {
        assert_eq!(competition(&[90, 80, 80, 70]), [1, 2, 2, 4]);
        assert_eq!(competition(&[80, 70, 90, 80]), [2, 4, 1, 2], "in the order given");
        assert_eq!(competition(&[5, 5, 5]), [1, 1, 1]);
        assert_eq!(competition(&[i64::MIN, 0, i64::MAX]), [3, 2, 1]);
        assert!(competition(&[]).is_empty());
    }

    #[test]
    fn positions_count_ties_half() {
        assert_eq!(percent_positions(&[10, 20, 30, 40, 50]), Some(vec![0.0, 0.25, 0.5, 0.75, 1.0]));
        assert_eq!(percent_positions(&[90, 80, 80, 70]), Some(vec![1.0, 0.5, 0.5, 0.0]));
        assert_eq!(percent_positions(&[7, 7, 7]), Some(vec![0.5, 0.5, 0.5]));
        assert_eq!(percent_positions(&[7]), None);
        assert_eq!(percent_positions(&[]), None);
    }

    proptest! {
        #[test]
        fn a_key_keeps_its_rank_wherever_it_stands(
            keys in proptest::collection::vec(-20_i64..20, 1..30),
            turn in 0_usize..30,
        ) {
            let mut pairs: Vec<_> = keys.iter().copied().zip(competition(&keys)).collect();
            let mut turned = keys.clone();
            turned.rotate_left(turn % keys.len());
            turned.reverse();
            let mut again: Vec<_> = turned.iter().copied().zip(competition(&turned)).collect();
            pairs.sort_unstable();
            again.sort_unstable();
            prop_assert_eq!(pairs, again);
        }

        #[test]
        fn reversing_the_order_mirrors_positions(keys in proptest::collection::vec(-20_i64..20, 2..30)) {
            let mirrored: Vec<i64> = keys.iter().map(|key| -key).collect();
            let (plain, turned) = (percent_positions(&keys), percent_positions(&mirrored));
            for (p, q) in plain.expect("two").iter().zip(turned.expect("two")) {
                prop_assert!((p + q - 1.0).abs() < 1e-12);
            }
        }
    }
}
