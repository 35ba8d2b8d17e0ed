//! How two rankings agree: Kendall's tau with ties.

use std::cmp::Ordering;

/// Kendall's tau-b, −1..=1, which corrects for ties. `None` for lists of different length, a value that is not finite, or a list
/// without spread.
///
/// Kendall (1945), The treatment of ties in ranking problems, Biometrika 33:239–251:
/// τ_b = (C − D) / √((n₀ − n₁)(n₀ − n₂)), with n₀ all pairs and n₁, n₂ those tied in x and in y. Pairs are counted in
/// O(n log n): sorted by x, the discordant ones are the exchanges that sorting by y takes. Knight (1966), A computer method
/// for calculating Kendall's tau with ungrouped data, Journal of the American Statistical Association 61:436–439.
#[must_use]
pub fn kendall(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.iter().chain(y).any(|value| !value.is_finite()) {
        return None;
    }
    let order = |a: f64, b: f64| a.partial_cmp(&b).unwrap_or(Ordering::Equal);
    let mut pairs: Vec<(f64, f64)> = x.iter().copied().zip(y.iter().copied()).collect();
    pairs.sort_by(|a, b| order(a.0, b.0).then(order(a.1, b.1)));
    let tied_x = tied(&pairs, |a, b| a.0 == b.0);
    let tied_both = tied(&pairs, |a, b| a == b);
    let mut values: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
    let mut spare = values.clone();
    let discordant = exchanges(&mut values, &mut spare);
    let tied_y = tied(&values, |a, b| a == b);
    let all = couples(pairs.len());
    let difference = (all + tied_both) as i64 - (tied_x + tied_y + 2 * discordant) as i64;
    let spread = ((all - tied_x) as f64 * (all - tied_y) as f64).sqrt();
    (spread > 0.0).then(|| difference as f64 / spread)
}

/// Pairs among `n`.
fn couples(n: usize) -> u64 {
    let n = n as u64;
    n * n.saturating_sub(1) / 2
}

/// Pairs of equals in a sorted list.
fn tied<T>(sorted: &[T], same: impl Fn(&T, &T) -> bool) -> u64 {
    sorted.chunk_by(same).map(|run| couples(run.len())).sum()
}

/// Sorts `values` by merging and counts the neighbours that it exchanges on the way: pairs where the first was larger.
fn exchanges(values: &mut [f64], spare: &mut [f64]) -> u64 {
    if values.len() < 2 {
        return 0;
    }
    let middle = values.len() / 2;
    let (left, right) = values.split_at_mut(middle);
    let (spare_left, spare_right) = spare.split_at_mut(middle);
    let mut count = exchanges(left, spare_left) + exchanges(right, spare_right);
    let (mut a, mut b) = (0, 0);
    for place in spare.iter_mut() {
        let from_right = b < right.len() && (a == left.len() || right[b] < left[a]);
        if from_right {
            *place = right[b];
            b += 1;
            count += (left.len() - a) as u64;
        } else {
            *place = left[a];
            a += 1;
        }
    }
    values.copy_from_slice(spare);
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// By its definition: every pair looked at.
    fn by_definition(x: &[f64], y: &[f64]) -> Option<f64> {
        let sign = |value: f64| i64::from(value > 0.0) - i64::from(value < 0.0);
        let (mut difference, mut untied_x, mut untied_y) = (0_i64, 0_u64, 0_u64);
        for at in 0..x.len() {
            for other in at + 1..x.len() {
                let (in_x, in_y) = (sign(x[at] - x[other]), sign(y[at] - y[other]));
                difference += in_x * in_y;
                untied_x += in_x.unsigned_abs();
                untied_y += in_y.unsigned_abs();
            }
        }
        let spread = (untied_x as f64 * untied_y as f64).sqrt();
        (spread > 0.0).then(|| difference as f64 / spread)
    }

    /// By hand: of the six pairs of x 1 2 2 4 and y 1 3 2 4 five are concordant and one is tied in x: τ_b = 5/√(5 · 6).
    #[test]
    fn ties_by_hand() {
        let (x, y) = ([1.0, 2.0, 2.0, 4.0], [1.0, 3.0, 2.0, 4.0]);
        assert!((kendall(&x, &y).unwrap() - 5.0 / 30.0_f64.sqrt()).abs() < 1e-12);
        assert_eq!(kendall(&[], &[]), None);
        assert_eq!(kendall(&[1.0, 1.0], &[1.0, 2.0]), None);
        assert_eq!(kendall(&[1.0, f64::NAN], &[1.0, 2.0]), None);
        assert_eq!(kendall(&[0.0, -0.0, 1.0], &[1.0, 2.0, 3.0]), kendall(&[0.0, 0.0, 1.0], &[1.0, 2.0, 3.0]));
    }

    proptest! {
        #[test]
        fn counted_as_defined(pairs in prop::collection::vec((-4_i8..5, -4_i8..5), 0..40)) {
            let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).unzip();
            prop_assert_eq!(kendall(&x, &y), by_definition(&x, &y));
        }

        #[test]
        fn the_order_of_pairs_changes_no_bit(pairs in prop::collection::vec((-9_i8..9, -9_i8..9), 2..30)) {
            let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).unzip();
            let turn = |list: &[f64]| list.iter().rev().copied().collect::<Vec<_>>();
            prop_assert_eq!(kendall(&x, &y), kendall(&turn(&x), &turn(&y)));
        }
    }
}
