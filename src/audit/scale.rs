//! A column of values on a scale. Passes without gaps keep eight sums side by side, which processors add at once; eight on every
//! machine, so the bits are the same everywhere.

use super::method::Scaling;
use super::places::Places;

/// Sums side by side.
const LANES: usize = 8;

/// Puts a column on its scale; for percentile ranks it holds orders among `orders`. Missing values are NaN and stay so. Without
/// spread all are in the middle: a constant indicator must not hand its weight to others.
pub(super) fn scale(scaling: Scaling, column: &mut [f64], gaps: bool, orders: usize, places: &mut Places) {
    match scaling {
        Scaling::Goalposts => {}
        Scaling::MinMax => {
            let (low, high) = extent(column);
            if high > low {
                let factor = 99.0 / (high - low);
                column.iter_mut().for_each(|x| *x = 1.0 + (*x - low) * factor);
            } else {
                even(column, 50.5);
            }
        }
        Scaling::ZScore => {
            let (mean, spread) = if gaps { spread_of_present(column) } else { spread_of_all(column) };
            if spread > 1e-12 * mean.abs() {
                let factor = 15.0 / spread;
                column.iter_mut().for_each(|x| *x = 50.0 + (*x - mean) * factor);
            } else {
                even(column, 50.0);
            }
        }
        Scaling::Percentile => places.middles(orders, column),
    }
}

/// All that are there become `middle`.
fn even(column: &mut [f64], middle: f64) {
    column.iter_mut().filter(|x| !x.is_nan()).for_each(|x| *x = middle);
}

/// Least and largest value that is there: a comparison with NaN is false.
fn extent(column: &[f64]) -> (f64, f64) {
    let (mut low, mut high) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES]);
    let mut enter = |part: &[f64]| {
        for ((low, high), x) in low.iter_mut().zip(&mut high).zip(part) {
            *low = if *x < *low { *x } else { *low };
            *high = if *x > *high { *x } else { *high };
        }
    };
    let parts = column.chunks_exact(LANES);
    enter(parts.remainder());
    parts.for_each(enter);
    (low.into_iter().fold(f64::INFINITY, f64::min), high.into_iter().fold(f64::NEG_INFINITY, f64::max))
}

/// Sum of `of(x)` over a column.
fn sum(column: &[f64], of: impl Fn(f64) -> f64) -> f64 {
    let mut sums = [0.0; LANES];
    let parts = column.chunks_exact(LANES);
    let rest: f64 = parts.remainder().iter().map(|x| of(*x)).sum();
    for part in parts {
        sums.iter_mut().zip(part).for_each(|(sum, x)| *sum += of(*x));
    }
    sums.iter().sum::<f64>() + rest
}

/// Mean and sample standard deviation of a column without gaps.
fn spread_of_all(column: &[f64]) -> (f64, f64) {
    let n = column.len() as f64;
    let mean = sum(column, |x| x) / n;
    (mean, (sum(column, |x| (x - mean) * (x - mean)) / (n - 1.0)).sqrt())
}

/// The same over the values that are there.
fn spread_of_present(column: &[f64]) -> (f64, f64) {
    let present = || column.iter().copied().filter(|value| !value.is_nan());
    let n = present().count() as f64;
    let mean = present().sum::<f64>() / n;
    (mean, (present().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0)).sqrt())
}

/// Missing values become the mean of the others.
pub(super) fn fill(column: &mut [f64]) {
    let (sum, count) =
        column.iter().filter(|x| !x.is_nan()).fold((0.0, 0.0), |(sum, n), x| (sum + x, n + 1.0));
    if count > 0.0 {
        column.iter_mut().filter(|x| x.is_nan()).for_each(|x| *x = sum / count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scaled(scaling: Scaling, values: &[f64]) -> Vec<f64> {
        let mut column = values.to_vec();
        let gaps = values.iter().any(|x| x.is_nan());
        scale(scaling, &mut column, gaps, values.len(), &mut Places::default());
        column
    }

    /// 0–18 in steps of 2: mean 9, variance 330/9; long enough for both the lanes and the rest.
    #[test]
    fn scales_by_hand() {
        let values: Vec<f64> = (0..10).map(|n| f64::from(n) * 2.0).collect();
        let ends = scaled(Scaling::MinMax, &values);
        assert!(
            (ends[0] - 1.0).abs() < 1e-12
                && (ends[9] - 100.0).abs() < 1e-12
                && (ends[3] - 34.0).abs() < 1e-12
        );
        let z = scaled(Scaling::ZScore, &values);
        let sd = (330.0_f64 / 9.0).sqrt();
        assert!(
            (z[0] - (50.0 - 15.0 * 9.0 / sd)).abs() < 1e-12
                && (z[9] - (50.0 + 15.0 * 9.0 / sd)).abs() < 1e-12
        );
    }

    #[test]
    fn gaps_stay_and_the_rest_is_as_without_them() {
        for scaling in [Scaling::MinMax, Scaling::ZScore] {
            let whole = scaled(scaling, &[3.0, 7.0, 1.0, 4.0]);
            let gap = scaled(scaling, &[3.0, f64::NAN, 7.0, 1.0, 4.0]);
            assert!(gap[1].is_nan());
            for (a, b) in whole.iter().zip([gap[0], gap[2], gap[3], gap[4]]) {
                assert!((a - b).abs() < 1e-12, "{scaling:?}");
            }
            assert!(
                scaled(scaling, &[0.3; 9]).iter().all(|x| (x - 50.0).abs() < 0.6),
                "no spread: the middle"
            );
        }
    }
}
