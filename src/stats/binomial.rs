//! The binomial distribution: exact tails, and control limits for funnel plots.

use super::interval::Interval;
use super::normal::quantile_inside;

/// Above this variance n·p·(1−p) control limits come from the normal distribution, corrected for skewness and continuity.
///
/// Up to here a limit costs about 6·√variance ≈ 200 terms. Above, the approximation is within 0.03 of one case (measured
/// at the switch by a test), which no chart can show, and the cost stays constant up to any n.
const NORMAL_ABOVE_VARIANCE: f64 = 1_000.0;

/// Control limits of a funnel plot: between which proportions does chance alone keep n cases at the true proportion p₀?
///
/// `level` is the two-sided coverage (0.95 and 0.998 are usual). The result lies in 0..=1 and is meant for
/// "outside = strictly beyond a limit", which holds exactly if the binomial tail of the observed count is below
/// (1 − level)/2, on either side.
///
/// Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24:1185–1202,
/// appendix A.1.1: with r the smallest count with F(r) ≥ q and α = (F(r) − q)/(F(r) − F(r − 1)), the limit is
/// (r − α)/n. The paper uses this form at both ends; here the upper limit is the lower limit of the *failures*, turned
/// round. Otherwise 20 out of 20 at p₀ = 0.9 would lie above the 99.8 % limit, although chance gives it in one of eight
/// cases; the paper's examples are rare deaths, where that end does not show.
/// `None` unless 0 ≤ p₀ ≤ 1, n ≥ 1 and 0 < level < 1.
pub fn funnel_limits(p0: f64, n: u64, level: f64) -> Option<Interval> {
    if n == 0 || !(0.0..=1.0).contains(&p0) || !(level > 0.0 && level < 1.0) {
        return None;
    }
    // A p₀ so small that 1 − p₀ rounds to 1 is certainty as well: any case at all is outside.
    if 1.0 - p0 == 1.0 || p0 == 1.0 {
        return Some(Interval { lower: p0, upper: p0 });
    }
    let tail = (1.0 - level) / 2.0;
    let lower_share = |p: f64| (interpolated_quantile(tail, n, p) / n as f64).clamp(0.0, p);
    Some(Interval { lower: lower_share(p0), upper: 1.0 - lower_share(1.0 - p0) })
}

/// P(X ≤ k) for X binomial with n trials of probability p, in 0..=1. `None` unless 0 ≤ p ≤ 1.
///
/// Summed outward from k on the side away from the mean, so a small tail keeps its relative accuracy.
pub fn binomial_cdf(k: u64, n: u64, p: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&p) {
        return None;
    }
    if k >= n || 1.0 - p == 1.0 {
        return Some(1.0);
    }
    if p == 1.0 {
        return Some(0.0);
    }
    let in_left_tail = k as f64 <= n as f64 * p;
    let tail = if in_left_tail { left_tail(k, n, p) } else { 1.0 - left_tail(n - k - 1, n, 1.0 - p) };
    Some(tail.clamp(0.0, 1.0))
}

/// P(X ≥ k) for X binomial with n trials of probability p, in 0..=1. `None` unless 0 ≤ p ≤ 1.
pub fn binomial_survival(k: u64, n: u64, p: f64) -> Option<f64> {
    match n.checked_sub(k) {
        Some(failures) => binomial_cdf(failures, n, 1.0 - p),
        None => (0.0..=1.0).contains(&p).then_some(0.0),
    }
}

/// The exact two-sided p value of `k` successes in `n` trials when each has probability `p`: the chance of all counts that are
/// no more likely than `k`, with a relative tolerance of 1e-7 for equal ones. `None` for k > n or p outside 0..=1.
///
/// Clopper & Pearson's dual by likelihood order (Gibbons & Pratt 1975, P-values, The American Statistician 29:20–25), as
/// `binom.test` of R. Work grows with n.
#[must_use]
pub fn binomial_test(k: u64, n: u64, p: f64) -> Option<f64> {
    if k > n || !(0.0..=1.0).contains(&p) {
        return None;
    }
    if p == 0.0 || p == 1.0 {
        let certain = if p == 1.0 { n } else { 0 };
        return Some(if k == certain { 1.0 } else { 0.0 });
    }
    let limit = mass(k, n, p) * (1.0 + 1e-7);
    let less_likely = (0..=n).map(|count| mass(count, n, p)).filter(|mass| *mass <= limit);
    Some(less_likely.sum::<f64>().min(1.0))
}

/// The real number y with F(y) = q, F being linear between the integers (r − α in the paper); −1 < y ≤ n.
fn interpolated_quantile(q: f64, n: u64, p: f64) -> f64 {
    let mean = n as f64 * p;
    let variance = mean * (1.0 - p);
    let z = quantile_inside(q);
    // Cornish–Fisher expansion to the skewness term (Abramowitz & Stegun 1964, 26.2.49).
    let smooth = mean + z * variance.sqrt() + (1.0 - 2.0 * p) * (z * z - 1.0) / 6.0;
    if variance > NORMAL_ABOVE_VARIANCE {
        return smooth - 0.5;
    }
    let mut r = libm::floor(smooth.clamp(0.0, mean)) as u64;
    let mut here = mass(r, n, p);
    let mut cumulated = left_tail(r, n, p);
    while cumulated < q && r < n {
        r += 1;
        here = mass(r, n, p);
        cumulated += here;
    }
    while r > 0 && cumulated - here >= q {
        cumulated -= here;
        r -= 1;
        here = mass(r, n, p);
    }
    r as f64 - (cumulated - q) / here
}

/// P(X = k) for 0 < p < 1 and k ≤ n, through the logarithm of the gamma function so that nothing overflows.
fn mass(k: u64, n: u64, p: f64) -> f64 {
    let (k, n) = (k as f64, n as f64);
    let ways = libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
    libm::exp(ways + k * libm::log(p) + (n - k) * libm::log1p(-p))
}

/// P(X ≤ k) for k not above the mean: from the largest term P(X = k) down by the ratio of neighbours.
fn left_tail(k: u64, n: u64, p: f64) -> f64 {
    let odds_against = (1.0 - p) / p;
    let mut term = mass(k, n, p);
    let mut sum = term;
    for count in (1..=k).rev() {
        term *= odds_against * count as f64 / (n - count + 1) as f64;
        sum += term;
        if term <= sum * 1e-18 {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
    }

    /// Worked with exact fractions from the definition.
    #[test]
    fn limits_match_exact_fractions() {
        let worked = [
            (0.9, 20, 0.95, 0.721_532_392_970_075_5, 1.0),
            (0.9, 50, 0.95, 0.800_277_272_376_635_5, 0.986_137_073_042_656_3),
            (0.9, 200, 0.998, 0.826_432_736_147_304_8, 0.962_148_492_597_924_5),
            (0.5, 20, 0.95, 0.255_823_529_411_764_7, 0.744_176_470_588_235_3),
            (0.1, 100, 0.998, 0.014_178_865_008_434_77, 0.208_356_718_502_875_67),
            (0.6, 37, 0.95, 0.425_595_233_449_423_5, 0.769_973_982_770_700_1),
            (0.9, 3_000, 0.998, 0.882_530_338_741_485_9, 0.916_704_879_731_697_1),
            (0.9, 1, 0.95, 0.0, 1.0),
        ];
        for (p0, n, level, lower, upper) in worked {
            let found = funnel_limits(p0, n, level).expect("defined");
            close(found.lower, lower, 1e-10);
            close(found.upper, upper, 1e-10);
        }
    }

    /// Exact fractions again, at sizes just above the switch to the normal distribution: under 0.03 of one case.
    #[test]
    fn the_switch_to_the_normal_distribution_cannot_be_seen() {
        let worked = [
            (0.9, 12_000, 0.998, 0.891_401_098_319_146, 0.908_408_644_906_528_3),
            (0.5, 4_100, 0.95, 0.484_572_790_141_324_5, 0.515_427_209_858_675_5),
        ];
        for (p0, n, level, lower, upper) in worked {
            assert!(n as f64 * p0 * (1.0 - p0) > NORMAL_ABOVE_VARIANCE);
            let found = funnel_limits(p0, n, level).expect("defined");
            close(found.lower, lower, 0.03 / n as f64);
            close(found.upper, upper, 0.03 / n as f64);
        }
    }

    #[test]
    fn a_perfect_small_sample_is_not_outside() {
        let limits = funnel_limits(0.9, 20, 0.998).expect("defined");
        assert!(limits.contains(1.0), "{limits:?}");
    }

    /// Exact fractions: P(X ≤ 15), n = 20, p = 0.9; P(X ≥ 61), n = 100, p = 0.5. By hand: 1/4 and 3/4 of two coins.
    #[test]
    fn tails_match_exact_fractions() {
        close(binomial_cdf(15, 20, 0.9).expect("defined"), 0.043_174_495_284_463_384, 1e-13);
        close(binomial_survival(61, 100, 0.5).expect("defined"), 0.017_600_100_108_852_407, 1e-13);
        close(binomial_cdf(0, 2, 0.5).expect("defined"), 0.25, 1e-15);
        close(binomial_cdf(1, 2, 0.5).expect("defined"), 0.75, 1e-15);
        assert_eq!((binomial_survival(0, 5, 0.3), binomial_survival(6, 5, 0.3)), (Some(1.0), Some(0.0)));
        assert_eq!((binomial_cdf(0, 5, 0.0), binomial_cdf(4, 5, 1.0)), (Some(1.0), Some(0.0)));
    }

    #[test]
    fn undefined_input_is_refused_and_certainty_has_no_width() {
        assert_eq!((funnel_limits(0.5, 0, 0.95), funnel_limits(1.5, 9, 0.95)), (None, None));
        assert_eq!((funnel_limits(0.5, 9, 1.0), funnel_limits(f64::NAN, 9, 0.95)), (None, None));
        assert_eq!((binomial_cdf(1, 2, -0.1), binomial_survival(3, 2, f64::NAN)), (None, None));
        assert_eq!(funnel_limits(1.0, 9, 0.95), Some(Interval { lower: 1.0, upper: 1.0 }));
        assert_eq!(funnel_limits(1e-20, 9, 0.95), Some(Interval { lower: 1e-20, upper: 1e-20 }));
        assert_eq!((binomial_cdf(3, 9, 1e-20), binomial_survival(3, 9, 1e-20)), (Some(1.0), Some(0.0)));
    }

    proptest! {
        #[test]
        fn outside_means_a_small_exact_tail(n in 1_u64..400, p0 in 0.01..0.99_f64, share in 0.0..=1.0_f64) {
            let count = (n as f64 * share) as u64;
            let limits = funnel_limits(p0, n, 0.95).expect("defined");
            let (below, above) = (binomial_cdf(count, n, p0), binomial_survival(count, n, p0));
            let (below, above) = (below.expect("defined"), above.expect("defined"));
            prop_assume!((below - 0.025).abs() > 1e-9 && (above - 0.025).abs() > 1e-9);
            let observed = count as f64 / n as f64;
            prop_assert_eq!(observed < limits.lower, below < 0.025);
            prop_assert_eq!(observed > limits.upper, above < 0.025);
        }

        #[test]
        fn limits_hold_the_target_nest_and_mirror(n in 1_u64..2_000_000, p0 in 0.0..=1.0_f64) {
            let inner = funnel_limits(p0, n, 0.95).expect("defined");
            let outer = funnel_limits(p0, n, 0.998).expect("defined");
            prop_assert!(0.0 <= outer.lower && outer.lower <= inner.lower && inner.lower <= p0);
            prop_assert!(p0 <= inner.upper && inner.upper <= outer.upper && outer.upper <= 1.0);
            let mirrored = funnel_limits(1.0 - p0, n, 0.95).expect("defined");
            prop_assert!((inner.lower + mirrored.upper - 1.0).abs() < 1e-9);
        }
    }

    /// By hand: 7 of 8 at 1/2 is 2 · (8 + 1)/256; 0 of 3 at 1/3 has 8/27, and only 3 of 3 with 1/27 and 2 of 3 with 6/27 are
    /// less likely.
    #[test]
    fn exact_tests_by_hand() {
        close(binomial_test(7, 8, 0.5).expect("defined"), 18.0 / 256.0, 1e-12);
        close(binomial_test(0, 3, 1.0 / 3.0).expect("defined"), 15.0 / 27.0, 1e-12);
        assert_eq!((binomial_test(3, 2, 0.5), binomial_test(2, 2, 1.0)), (None, Some(1.0)));
        assert_eq!(binomial_test(1, 2, 0.0), Some(0.0));
    }
}
