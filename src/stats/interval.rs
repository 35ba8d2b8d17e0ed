//! How sure a proportion is: score interval, sampling error, shrinkage.
//!
//! Counts are `f64`, because a reconstructed figure (93.1 % of 410) and an expected sample (44.5 ratings) are fractional.

/// Two-sided 95 % point of the standard normal distribution, Φ⁻¹(0.975).
pub const Z95: f64 = 1.959_963_984_540_054;

/// A closed range, in the unit of what it is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end, not above the upper one.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

impl Interval {
    /// Whether a value lies in the range, ends included.
    pub fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}

/// Wilson score interval of `successes` out of `n` at the normal deviate `z` (95 %: [`Z95`]), within 0..=1.
///
/// Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American
/// Statistical Association 22:209–212: all p with |successes/n − p| ≤ z·√(p(1−p)/n), that is
/// (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n).
/// `None` unless 0 ≤ successes ≤ n, n > 0 and z > 0, all finite.
pub fn wilson(successes: f64, n: f64, z: f64) -> Option<Interval> {
    let p = proportion(successes, n)?;
    if !(z > 0.0 && z.is_finite()) {
        return None;
    }
    let spread = z * z / n;
    let centre = (p + spread / 2.0) / (1.0 + spread);
    let half = z * (p * (1.0 - p) / n + spread / (4.0 * n)).sqrt() / (1.0 + spread);
    // At 0 and n one end is exact; elsewhere rounding must not push an end past p or out of the unit range.
    let lower = if successes == 0.0 { 0.0 } else { (centre - half).clamp(0.0, p) };
    let upper = if successes == n { 1.0 } else { (centre + half).clamp(p, 1.0) };
    Some(Interval { lower, upper })
}

/// Half-width z·√(p(1−p)/n) of the normal interval around a proportion p in 0..=1 at sample size n, in units of p.
///
/// For planning (is the sample large enough to see the distance?), not for reporting: see [`wilson`].
/// `None` unless 0 ≤ p ≤ 1, n > 0 and z > 0, all finite.
pub fn half_width(p: f64, n: f64, z: f64) -> Option<f64> {
    (z > 0.0 && z.is_finite()).then(|| sampling_error(p, n).map(|error| z * error)).flatten()
}

/// Standard error √(p(1−p)/n) of a proportion p in 0..=1 over n independent cases, in units of p.
///
/// The binomial standard deviation of a relative frequency. `None` unless 0 ≤ p ≤ 1 and n > 0, finite.
pub fn sampling_error(p: f64, n: f64) -> Option<f64> {
    let defined = (0.0..=1.0).contains(&p) && n > 0.0 && n.is_finite();
    defined.then(|| (p * (1.0 - p) / n).sqrt())
}

/// A proportion drawn toward the group's: (successes + m·p₀)/(n + m), in 0..=1.
///
/// The posterior mean under a beta prior of mean p₀ that weighs as much as m cases (Carlin & Louis, Bayesian Methods for
/// Data Analysis, chapter 2): with no case it is p₀, with many it is successes/n.
/// `None` unless 0 ≤ successes ≤ n, 0 ≤ p₀ ≤ 1, m ≥ 0 and n + m > 0, all finite.
pub fn shrink(successes: f64, n: f64, group: f64, strength: f64) -> Option<f64> {
    let counts = (0.0..=n).contains(&successes) && n.is_finite();
    let prior = (0.0..=1.0).contains(&group) && strength >= 0.0 && strength.is_finite();
    let weight = n + strength;
    (counts && prior && weight > 0.0).then(|| ((successes + strength * group) / weight).clamp(0.0, 1.0))
}

fn proportion(successes: f64, n: f64) -> Option<f64> {
    let defined = n > 0.0 && n.is_finite() && (0.0..=n).contains(&successes);
    defined.then(|| successes / n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
    }

    /// Ends to 16 digits: roots of (1 + z²/n)p² − (2p̂ + z²/n)p + p̂² = 0, solved with 50-digit decimals.
    #[test]
    fn wilson_gives_the_roots_of_the_score_equation() {
        let worked = [
            (9.0, 10.0, 0.595_849_973_204_761_5, 0.982_123_786_904_927),
            (18.0, 20.0, 0.698_966_354_771_512_7, 0.972_133_518_786_231_7),
            (45.0, 50.0, 0.786_397_685_625_203_4, 0.956_524_235_068_109_5),
            (90.0, 100.0, 0.825_634_338_495_086_5, 0.944_770_862_939_324_9),
            (180.0, 200.0, 0.850_594_187_567_282_6, 0.934_329_551_330_904_1),
        ];
        for (successes, n, lower, upper) in worked {
            let found = wilson(successes, n, Z95).expect("defined");
            close(found.lower, lower, 1e-14);
            close(found.upper, upper, 1e-14);
        }
    }

    /// Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17:857–872,
    /// table I, method 3, four decimals.
    #[test]
    fn wilson_matches_the_published_table() {
        let table = [
            (81.0, 263.0, 0.2553, 0.3662),
            (15.0, 148.0, 0.0624, 0.1605),
            (0.0, 20.0, 0.0, 0.1611),
            (1.0, 29.0, 0.0061, 0.1718),
        ];
        for (successes, n, lower, upper) in table {
            let found = wilson(successes, n, Z95).expect("defined");
            close(found.lower, lower, 5e-5);
            close(found.upper, upper, 5e-5);
        }
    }

    #[test]
    fn ends_at_nothing_and_everything_are_exact() {
        assert_eq!(wilson(0.0, 7.0, Z95).map(|range| range.lower), Some(0.0));
        assert_eq!(wilson(7.0, 7.0, Z95).map(|range| range.upper), Some(1.0));
    }

    /// Target 60 % with 44.5 ratings expected: ±14.4 points; 46 of 89 rated: standard error 0.053.
    #[test]
    fn planning_figures_of_the_worked_goal() {
        close(half_width(0.6, 44.5, Z95).expect("defined"), 0.143_937_417_499_941_9, 1e-15);
        close(sampling_error(46.0 / 89.0, 89.0).expect("defined"), 0.053, 5e-5);
        close(sampling_error(0.5, 100.0).expect("defined"), 0.05, 1e-16);
    }

    #[test]
    fn shrinkage_moves_from_the_group_to_the_own_share() {
        close(shrink(9.0, 10.0, 0.6, 20.0).expect("defined"), 0.7, 1e-15);
        assert_eq!(shrink(0.0, 0.0, 0.6, 20.0), Some(0.6));
        assert_eq!(shrink(9.0, 10.0, 0.6, 0.0), Some(0.9));
    }

    #[test]
    fn undefined_input_is_refused() {
        for (successes, n) in [(1.0, 0.0), (-1.0, 5.0), (6.0, 5.0), (f64::NAN, 5.0), (1.0, f64::INFINITY)] {
            assert_eq!(wilson(successes, n, Z95), None);
        }
        assert_eq!((wilson(1.0, 2.0, 0.0), half_width(0.5, 10.0, f64::NAN)), (None, None));
        assert_eq!((sampling_error(1.1, 10.0), sampling_error(0.5, 0.0)), (None, None));
        assert_eq!(
            (shrink(0.0, 0.0, 0.5, 0.0), shrink(2.0, 1.0, 0.5, 1.0), shrink(1.0, 2.0, 1.5, 1.0)),
            (None, None, None)
        );
    }

    proptest! {
        #[test]
        fn wilson_stays_in_range_holds_p_and_mirrors(n in 1_u32..100_000, share in 0.0..=1.0_f64, z in 0.1..5.0_f64) {
            let (n, k) = (f64::from(n), (f64::from(n) * share).floor());
            let range = wilson(k, n, z).expect("defined");
            prop_assert!(0.0 <= range.lower && range.upper <= 1.0 && range.contains(k / n));
            let mirrored = wilson(n - k, n, z).expect("defined");
            prop_assert!((range.lower + mirrored.upper - 1.0).abs() < 1e-12);
        }

        #[test]
        fn more_cases_narrow_the_interval(n in 1_u32..10_000, share in 0.0..=1.0_f64) {
            let (n, k) = (f64::from(n), (f64::from(n) * share).floor());
            let few = wilson(k, n, Z95).expect("defined");
            let many = wilson(k * 4.0, n * 4.0, Z95).expect("defined");
            prop_assert!(many.upper - many.lower < few.upper - few.lower);
        }
    }
}
