//! Units, and the one rule by which values are compared at the precision they are shown with.

/// The unit of an indicator's value. Values are kept in this unit, except shares, which are kept as fractions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A share, kept as a fraction 0–1, shown × 100 with `%`.
    Percent,
    /// A share, kept as a fraction, shown × 1000 with `‰`.
    PerMille,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Points on a scale that the definition names (0–100, 1–5, −100…100).
    Points,
    /// A number of things per full month worked.
    Count,
    /// Money in the organisation's currency.
    Money,
    /// A plain ratio of two counts.
    Ratio,
}

impl Unit {
    /// Factor from the kept value to the shown number: 100 for percent, 1000 for per mille, else 1.
    #[must_use]
    pub const fn shown_factor(self) -> f64 {
        match self {
            Self::Percent => 100.0,
            Self::PerMille => 1000.0,
            _ => 1.0,
        }
    }
}

/// How a value has to stand to its target. Strict and non-strict are kept apart ("above 90 %" is not "at least 90 %").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operator {
    /// `>=`
    AtLeast,
    /// `>`
    Above,
    /// `<=`
    AtMost,
    /// `<`
    Below,
    /// `between`, both ends included.
    Between,
}

/// `x` rounded half away from zero to `decimals` digits; the usual "half up" for positive numbers. A value that stands
/// within 1e-9 of the half counts as the half, since sums of decimal fractions are not exact in binary.
#[must_use]
pub fn round_to(x: f64, decimals: u8) -> f64 {
    let scale = scale(decimals);
    let up = units(x, scale);
    if up == 0.0 { 0.0 } else { (up / scale).copysign(x) }
}

/// The size of `x` in whole units of 1/`scale`.
fn units(x: f64, scale: f64) -> f64 {
    let scaled = (x * scale).abs();
    // A cast is several times as fast as the library's floor, and pages show hundreds of thousands of numbers.
    let whole = if scaled < EXACT { (scaled as i64) as f64 } else { scaled.floor() };
    if scaled - whole >= 0.5 - 1e-9 { whole + 1.0 } else { whole }
}

/// `x` as a whole number of units of its last shown digit, so that equality, order and ties are exact.
#[must_use]
pub fn grid(x: f64, decimals: u8) -> i64 {
    let units = units(x, scale(decimals)) as i64;
    if x < 0.0 { -units } else { units }
}

/// Below, every whole number is a float (2⁵³).
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Powers of ten for the decimals that numbers are shown with.
const SCALES: [f64; 10] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

fn scale(decimals: u8) -> f64 {
    SCALES.get(usize::from(decimals)).copied().unwrap_or_else(|| power_of_ten(decimals))
}

const fn power_of_ten(decimals: u8) -> f64 {
    let mut scale = 1.0;
    let mut n = 0;
    while n < decimals {
        scale *= 10.0;
        n += 1;
    }
    scale
}

/// A unit with the number of decimals that its numbers are shown and compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Precision {
    /// The unit.
    pub unit: Unit,
    /// Decimals of the shown number, 0–6.
    pub decimals: u8,
}

impl Precision {
    /// The kept value on the grid of shown numbers: 0.8996 at one decimal of percent is 900.
    #[must_use]
    pub fn grid(self, value: f64) -> i64 {
        grid(value * self.unit.shown_factor(), self.decimals)
    }

    /// One unit of the last shown digit, in kept units: 0.001 for percent with one decimal.
    #[must_use]
    pub fn step(self) -> f64 {
        1.0 / (power_of_ten(self.decimals) * self.unit.shown_factor())
    }

    /// Whether `value` meets `target` (and `upper` for [`Operator::Between`]) **at displayed precision**: the rule by
    /// which a value that is shown as 90.0 % never fails a target of 90 % (domain notes, part C, "Rounding").
    #[must_use]
    pub fn meets(self, value: f64, operator: Operator, target: f64, upper: Option<f64>) -> bool {
        let (v, t) = (self.grid(value), self.grid(target));
        match operator {
            Operator::AtLeast => v >= t,
            Operator::Above => v > t,
            Operator::AtMost => v <= t,
            Operator::Below => v < t,
            Operator::Between => v >= t && upper.is_none_or(|u| v <= self.grid(u)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero_even_when_binary_says_less() {
        assert_eq!(round_to(2.675, 2), 2.68);
        assert_eq!(round_to(1.005, 2), 1.01);
        assert_eq!(round_to(-0.5, 0), -1.0);
        assert_eq!(round_to(-0.0004, 2).to_string(), "0");
        assert_eq!(grid(86.166_666, 2), 8617);
    }

    #[test]
    fn shown_as_the_target_meets_the_target() {
        let percent = Precision { unit: Unit::Percent, decimals: 1 };
        assert!(percent.meets(0.8996, Operator::AtLeast, 0.9, None));
        assert!(!percent.meets(0.8994, Operator::AtLeast, 0.9, None));
        assert!(
            !percent.meets(0.9004, Operator::Above, 0.9, None),
            "shown as 90.0 %, which is not above 90 %"
        );
        assert!(percent.meets(0.9005, Operator::Above, 0.9, None));
    }
}
