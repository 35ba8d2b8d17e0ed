//! The standard normal distribution: Φ, its survival function and its inverse.

/// Φ(x): the probability that a standard normal number is at most x, in 0..=1.
///
/// Φ(x) = erfc(−x/√2)/2 (Abramowitz & Stegun 1964, 26.2.29 with 7.1.2), which keeps its relative accuracy in the left
/// tail. NaN stays NaN.
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// 1 − Φ(x): the probability that a standard normal number exceeds x, in 0..=1, accurate in the right tail.
/// NaN stays NaN.
pub fn normal_survival(x: f64) -> f64 {
    normal_cdf(-x)
}

/// Φ⁻¹(p): the x with Φ(x) = p. `None` unless 0 < p < 1.
///
/// Wichura (1988), Algorithm AS 241: The Percentage Points of the Normal Distribution, Applied Statistics 37:477–484,
/// routine PPND16: rational approximations with a relative error of about 1e-16.
pub fn normal_quantile(p: f64) -> Option<f64> {
    (p > 0.0 && p < 1.0).then(|| quantile_inside(p))
}

/// [`normal_quantile`] for a p already known to lie strictly between 0 and 1.
pub(super) fn quantile_inside(p: f64) -> f64 {
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        let r = 0.180625 - from_middle * from_middle;
        return from_middle * ratio(r, &CENTRE);
    }
    let tail = if from_middle < 0.0 { p } else { 1.0 - p };
    let r = (-libm::log(tail)).sqrt();
    let magnitude = if r <= 5.0 { ratio(r - 1.6, &TAIL) } else { ratio(r - 5.0, &FAR_TAIL) };
    magnitude.copysign(from_middle)
}

/// Coefficients of a rational function, highest power first.
struct Rational {
    numerator: [f64; 8],
    denominator: [f64; 8],
}

fn ratio(x: f64, rational: &Rational) -> f64 {
    let horner = |terms: &[f64; 8]| terms.iter().fold(0.0, |sum, term| sum * x + term);
    horner(&rational.numerator) / horner(&rational.denominator)
}

/// AS 241, |p − 0.5| ≤ 0.425.
const CENTRE: Rational = Rational {
    numerator: [
        2.509_080_928_730_122_7e3,
        3.343_057_558_358_813e4,
        6.726_577_092_700_87e4,
        4.592_195_393_154_987e4,
        1.373_169_376_550_946e4,
        1.971_590_950_306_551_3e3,
        1.331_416_678_917_843_8e2,
        3.387_132_872_796_366_5,
    ],
    denominator: [
        5.226_495_278_852_854e3,
        2.872_908_573_572_194_3e4,
        3.930_789_580_009_271e4,
        2.121_379_430_158_659_7e4,
        5.394_196_021_424_751e3,
        6.871_870_074_920_579e2,
        4.231_333_070_160_091e1,
        1.0,
    ],
};

/// AS 241, √(−ln tail) ≤ 5.
const TAIL: Rational = Rational {
    numerator: [
        7.745_450_142_783_414e-4,
        2.272_384_498_926_918_4e-2,
        2.417_807_251_774_506e-1,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ],
    denominator: [
        1.050_750_071_644_416_9e-9,
        5.475_938_084_995_345e-4,
        1.519_866_656_361_645_7e-2,
        1.481_039_764_274_800_8e-1,
        6.897_673_349_851e-1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ],
};

/// AS 241, √(−ln tail) > 5.
const FAR_TAIL: Rational = Rational {
    numerator: [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        1.242_660_947_388_078_4e-3,
        2.653_218_952_657_612_4e-2,
        2.965_605_718_285_048_7e-1,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ],
    denominator: [
        2.044_263_103_389_939_8e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_8e-5,
        7.868_691_311_456_133e-4,
        1.487_536_129_085_061_5e-2,
        1.369_298_809_227_358e-1,
        5.998_322_065_558_88e-1,
        1.0,
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Abramowitz & Stegun (1964), table 26.1, 15 decimals.
    #[test]
    fn cdf_matches_the_published_table() {
        let table = [
            (0.0, 0.5),
            (0.5, 0.691_462_461_274_013),
            (1.0, 0.841_344_746_068_543),
            (2.0, 0.977_249_868_051_821),
            (3.0, 0.998_650_101_968_370),
        ];
        for (x, expected) in table {
            assert!((normal_cdf(x) - expected).abs() < 1e-15 * 1.1, "{x}");
            assert!((normal_survival(-x) - expected).abs() < 1e-15 * 1.1, "{x}");
        }
    }

    /// 1 − Φ(10) = 7.619853024160527e-24: the far tail keeps relative digits.
    #[test]
    fn survival_is_accurate_far_out() {
        assert!((normal_survival(10.0) / 7.619_853_024_160_527e-24 - 1.0).abs() < 1e-12);
    }

    /// First three: check values printed in Wichura (1988). The others: the usual table of percentage points.
    #[test]
    fn quantiles_match_published_values() {
        let table = [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_814),
            (1e-20, -9.262_340_089_798_408),
            (0.975, 1.959_963_984_540_054),
            (0.995, 2.575_829_303_548_901),
            (0.999, 3.090_232_306_167_814),
            (0.99, 2.326_347_874_040_841),
            (0.9, 1.281_551_565_544_600_4),
        ];
        for (p, expected) in table {
            let found = normal_quantile(p).expect("inside");
            assert!((found - expected).abs() < 1e-12, "{p}: {found}");
        }
        assert_eq!(normal_quantile(0.5), Some(0.0));
    }

    #[test]
    fn quantiles_exist_only_strictly_between_zero_and_one() {
        for p in [0.0, 1.0, -0.1, 1.1, f64::NAN] {
            assert_eq!(normal_quantile(p), None);
        }
    }

    proptest! {
        #[test]
        fn the_inverse_undoes_the_distribution(exponent in -300.0..-0.0001_f64) {
            let p = libm::exp10(exponent);
            let back = normal_cdf(normal_quantile(p).expect("inside"));
            prop_assert!((back / p - 1.0).abs() < 1e-11, "{} came back as {}", p, back);
        }
    }
}
