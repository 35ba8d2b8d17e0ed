//! Kendall's tau-b in the time of sorting.

/// Kendall's tau-b, −1..=1, which corrects for ties. `None` for lists of different length, a value that is not finite, or a list
/// without spread.
///
/// Kendall (1945), The treatment of ties in ranking problems, Biometrika 33:239–251:
/// τ_b = (C − D) / √((n₀ − n₁)(n₀ − n₂)), with n₀ all pairs and n₁, n₂ those tied in x and in y. The discordant pairs are the
/// exchanges of neighbours that sort y after the pairs are sorted by x (Knight 1966, A computer method for calculating Kendall's tau
/// with ungrouped data, Journal of the American Statistical Association 61:436–439), so counts are whole numbers and exact.
#[must_use]
pub fn kendall(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.iter().chain(y).any(|value| !value.is_finite()) {
        return None;
    }
    // Adding zero makes −0 and 0 the same.
    let mut pairs: Vec<(f64, f64)> = x.iter().zip(y).map(|(x, y)| (x + 0.0, y + 0.0)).collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let tied_x = tied(pairs.chunk_by(|a, b| a.0 == b.0));
    let tied_both = tied(pairs.chunk_by(|a, b| a == b));
    let mut second: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
    let discordant = exchanges(&mut second);
    let tied_y = tied(second.chunk_by(|a, b| a == b));
    let n = x.len() as i64;
    let all = n * (n - 1) / 2;
    let concordant = all - tied_x - tied_y + tied_both - discordant;
    let spread = ((all - tied_x) as f64 * (all - tied_y) as f64).sqrt();
    (spread > 0.0).then(|| (concordant - discordant) as f64 / spread)
}

/// The pairs within groups.
fn tied<'a, T: 'a>(groups: impl Iterator<Item = &'a [T]>) -> i64 {
    groups.map(|group| group.len() as i64 * (group.len() as i64 - 1) / 2).sum()
}

/// Sorts `list`, and counts the pairs that stood in the wrong order.
fn exchanges(list: &mut [f64]) -> i64 {
    if list.len() < 2 {
        return 0;
    }
    let (left, right) = list.split_at_mut(list.len() / 2);
    let mut count = exchanges(left) + exchanges(right);
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut a, mut b) = (left.iter().peekable(), right.iter().peekable());
    while let (Some(first), Some(second)) = (a.peek(), b.peek()) {
        if first <= second {
            merged.extend(a.next());
        } else {
            // It goes before all that are left of the first half.
            count += a.len() as i64;
            merged.extend(b.next());
        }
    }
    merged.extend(a.chain(b));
    list.copy_from_slice(&merged);
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Random;

    /// Every pair against every other.
    fn by_pairs(x: &[f64], y: &[f64]) -> Option<f64> {
        let (mut difference, mut untied_x, mut untied_y) = (0.0, 0.0, 0.0);
        let sign = |d: f64| if d == 0.0 { 0.0 } else { d.signum() };
        for i in 0..x.len() {
            for j in i + 1..x.len() {
                let (in_x, in_y) = (sign(x[i] - x[j]), sign(y[i] - y[j]));
                difference += in_x * in_y;
                untied_x += f64::abs(in_x);
                untied_y += f64::abs(in_y);
            }
        }
        let spread = f64::sqrt(untied_x * untied_y);
        (spread > 0.0).then(|| difference / spread)
    }

    #[test]
    fn sorting_counts_what_comparing_every_pair_counts() {
        let mut random = Random::seeded(7);
        for n in 0..60 {
            let mut few = || random.integer(-4..5).unwrap() as f64;
            let (x, y): (Vec<f64>, Vec<f64>) = (0..n).map(|_| (few(), few())).unzip();
            assert_eq!(kendall(&x, &y), by_pairs(&x, &y), "{x:?} {y:?}");
        }
        let zeros = [0.0, -0.0, 1.0];
        assert_eq!(kendall(&zeros, &zeros), Some(1.0));
        assert_eq!(kendall(&[1.0, f64::NAN], &[1.0, 2.0]), None);
    }
}
