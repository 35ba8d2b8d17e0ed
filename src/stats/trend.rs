//! Trends of short, noisy series: robust slope, rank test, and the straight path to a target.

use super::summary::median;

/// A line through points that outliers hardly move.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TheilSen {
    /// Median of the slopes of all pairs of points, in units of y per unit of x.
    pub slope: f64,
    /// Median of y − slope·x, in units of y.
    pub intercept: f64,
}

impl TheilSen {
    /// Height of the line at x, in units of y.
    pub fn at(&self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }
}

/// Theil–Sen line through (x, y) points. Pairs with equal x have no slope and are left out.
///
/// Sen (1968), Estimates of the regression coefficient based on Kendall's tau, Journal of the American Statistical
/// Association 63:1379–1389, after Theil (1950); intercept: Conover (1980), Practical Nonparametric Statistics.
/// Work and memory grow with the square of the number of points. `None` if a number is not finite or no two x differ.
pub fn theil_sen(points: &[(f64, f64)]) -> Option<TheilSen> {
    let mut slopes = Vec::new();
    for (index, (x, y)) in points.iter().enumerate() {
        for (later_x, later_y) in points.iter().skip(index + 1).filter(|(later_x, _)| later_x != x) {
            slopes.push((later_y - y) / (later_x - x));
        }
    }
    let slope = median(&slopes)?;
    let rests: Vec<f64> = points.iter().map(|(x, y)| y - slope * x).collect();
    Some(TheilSen { slope, intercept: median(&rests)? })
}

/// Fewest periods from which a Mann–Kendall test may be read.
///
/// With 8 values the normal approximation of the test begins to hold (Mann 1945 and Kendall 1948 tabulate smaller
/// ones); one year of months can show a trend but cannot tell it from a season.
pub const MANN_KENDALL_MIN: usize = 8;

/// Does a series rise or fall more often than chance would have it?
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise minus pairs that fall, over all pairs of earlier and later values.
    pub s: i64,
    /// Variance of S without a trend, corrected for ties; 0 when all values are equal.
    pub variance: f64,
    /// S moved by one toward zero, over its standard deviation; 0 when all values are equal.
    pub z: f64,
}

/// Mann–Kendall test of a series in the order of time; equal values count as ties. `None` for fewer than two values or one
/// that is not finite.
///
/// Mann (1945), Nonparametric tests against trend, Econometrica 13:245–259; Kendall (1948), Rank Correlation Methods:
/// S = Σ sign(later − earlier), Var S = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18 over groups of t ties, z = (S ∓ 1)/√Var S.
/// It is computed for any length; read a verdict out of it only from [`MANN_KENDALL_MIN`] values on.
pub fn mann_kendall(series: &[f64]) -> Option<MannKendall> {
    if series.len() < 2 || series.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut s = 0_i64;
    for (index, earlier) in series.iter().enumerate() {
        for later in series.iter().skip(index + 1) {
            s += i64::from(later > earlier) - i64::from(later < earlier);
        }
    }
    let mut sorted = series.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let ties: f64 = sorted.chunk_by(|a, b| a == b).map(|group| spread_of_ranks(group.len())).sum();
    let variance = (spread_of_ranks(series.len()) - ties) / 18.0;
    let z = if variance > 0.0 { (s - s.signum()) as f64 / variance.sqrt() } else { 0.0 };
    Some(MannKendall { s, variance, z })
}

/// Share of the way from the baseline to the target that has been gone: (current − baseline)/(target − baseline).
///
/// 0 at the baseline, 1 at the target, below 0 when moving away, above 1 beyond the target; right for falling targets too.
/// On a straight path it equals the share of time elapsed. `None` if the target is the baseline or a number is not finite.
pub fn linear_path_share(baseline: f64, current: f64, target: f64) -> Option<f64> {
    let share = (current - baseline) / (target - baseline);
    share.is_finite().then_some(share)
}

fn spread_of_ranks(count: usize) -> f64 {
    let n = count as f64;
    n * (n - 1.0) * (2.0 * n + 5.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Data of Sen (1968), 7 points; of the 21 pairwise slopes, sorted, the eleventh is 4.
    #[test]
    fn slope_of_the_published_example() {
        let points =
            [(1.0, 9.0), (2.0, 15.0), (3.0, 19.0), (4.0, 20.0), (10.0, 45.0), (12.0, 55.0), (18.0, 78.0)];
        let line = theil_sen(&points).expect("defined");
        // Rests y − 4x: 5, 7, 7, 4, 5, 7, 6; their median is 6.
        assert_eq!(line, TheilSen { slope: 4.0, intercept: 6.0 });
        assert_eq!(line.at(20.0), 86.0);
    }

    #[test]
    fn one_wild_point_hardly_moves_the_slope() {
        let points = [(1.0, 1.0), (2.0, 2.0), (3.0, 3.0), (4.0, 4.0), (5.0, 500.0)];
        assert_eq!(theil_sen(&points).map(|line| line.slope), Some(1.0));
    }

    #[test]
    fn a_line_needs_two_different_places() {
        assert_eq!((theil_sen(&[]), theil_sen(&[(1.0, 2.0)])), (None, None));
        assert_eq!(theil_sen(&[(1.0, 2.0), (1.0, 5.0)]), None);
        assert_eq!(theil_sen(&[(1.0, 2.0), (2.0, f64::NAN)]), None);
    }

    /// Five values by hand: pairs rise 6 times, fall 3 times, tie once; Var = (5·4·15 − 2·1·9)/18 = 282/18.
    #[test]
    fn statistic_and_variance_by_hand() {
        let test = mann_kendall(&[1.0, 3.0, 2.0, 3.0, 2.5]).expect("defined");
        assert_eq!((test.s, test.variance), (3, 282.0 / 18.0));
        assert!((test.z - 2.0 / (282.0_f64 / 18.0).sqrt()).abs() < 1e-15);
    }

    /// Twelve months without ties: Var = 12·11·29/18; |S| = 30 is the first to pass 1.96, 28 does not.
    #[test]
    fn twelve_months_need_a_statistic_of_thirty() {
        // Each swap of neighbours in a rising year of 66 pairs takes 2 from S.
        let year = |s: i64| {
            let mut months: Vec<f64> = (0..12).map(f64::from).collect();
            let mut left = (66 - s) / 2;
            for end in (1..12).rev() {
                for place in 0..end {
                    if left > 0 {
                        months.swap(place, place + 1);
                        left -= 1;
                    }
                }
            }
            mann_kendall(&months).expect("defined")
        };
        assert_eq!((year(30).s, year(28).s), (30, 28));
        assert!((year(30).variance - 12.0 * 11.0 * 29.0 / 18.0).abs() < 1e-12);
        assert!(year(30).z > 1.96 && year(28).z < 1.96);
    }

    #[test]
    fn equal_values_show_no_trend() {
        assert_eq!(mann_kendall(&[2.0; 9]), Some(MannKendall { s: 0, variance: 0.0, z: 0.0 }));
        assert_eq!((mann_kendall(&[2.0]), mann_kendall(&[1.0, f64::NAN])), (None, None));
    }

    #[test]
    fn share_of_the_path_works_upward_and_downward() {
        assert_eq!(linear_path_share(50.0, 55.0, 70.0), Some(0.25));
        assert_eq!(linear_path_share(60.0, 45.0, 40.0), Some(0.75));
        assert_eq!(linear_path_share(60.0, 65.0, 40.0), Some(-0.25));
        assert_eq!((linear_path_share(60.0, 65.0, 60.0), linear_path_share(60.0, 60.0, 60.0)), (None, None));
    }

    proptest! {
        #[test]
        fn reversing_time_turns_the_trend(series in proptest::collection::vec(-9_i32..9, 2..20)) {
            let forward: Vec<f64> = series.iter().copied().map(f64::from).collect();
            let backward: Vec<f64> = forward.iter().rev().copied().collect();
            let (there, back) = (mann_kendall(&forward), mann_kendall(&backward));
            let (there, back) = (there.expect("defined"), back.expect("defined"));
            prop_assert_eq!((there.s, there.variance, there.z), (-back.s, back.variance, -back.z));
        }

        #[test]
        fn points_on_a_line_give_the_line(slope in -50_i32..50, height in -50_i32..50, count in 2_i32..15) {
            let (slope, height) = (f64::from(slope), f64::from(height));
            let points: Vec<_> = (0..count).map(|x| (f64::from(x), height + slope * f64::from(x))).collect();
            prop_assert_eq!(theil_sen(&points), Some(TheilSen { slope, intercept: height }));
        }
    }
}
