//! What a goal asks for, as a range of values: everything later asks only how far a value stands from that range.

use crate::model::{Goal, Operator, Precision};
use crate::stats::{normal_cdf, normal_survival};

/// A goal's operator and value as a range of good values, in kept units of the indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Aim {
    /// The operator as written.
    pub(super) operator: Operator,
    /// Lower end; −∞ where only an upper end is asked for.
    pub(super) lower: f64,
    /// Upper end; +∞ where only a lower end is asked for.
    pub(super) upper: f64,
    precision: Precision,
}

impl Aim {
    /// The aim of `goal`; `None` if a number is not finite or `between` names one end only.
    pub(super) fn new(goal: &Goal, precision: Precision) -> Option<Self> {
        let (lower, upper) = match goal.operator {
            Operator::AtLeast | Operator::Above => (goal.value, f64::INFINITY),
            Operator::AtMost | Operator::Below => (f64::NEG_INFINITY, goal.value),
            Operator::Between => (goal.value, goal.upper?),
        };
        let between = goal.operator != Operator::Between || upper.is_finite();
        (goal.value.is_finite() && between && !upper.is_nan()).then_some(Self {
            operator: goal.operator,
            lower,
            upper,
            precision,
        })
    }

    /// The same aim with both ends changed by `by`, which keeps their order; ends at infinity stay there.
    pub(super) fn map(self, by: impl Fn(f64) -> f64) -> Self {
        let end = |x: f64| if x.is_finite() { by(x) } else { x };
        Self { lower: end(self.lower), upper: end(self.upper), ..self }
    }

    /// Whether `value` meets the goal at displayed precision.
    pub(super) fn met(&self, value: f64) -> bool {
        let (target, upper) = match self.operator {
            Operator::AtLeast | Operator::Above => (self.lower, None),
            Operator::AtMost | Operator::Below => (self.upper, None),
            Operator::Between => (self.lower, Some(self.upper)),
        };
        self.precision.meets(value, self.operator, target, upper)
    }

    /// Required step Δ from `value` to the nearer end, turned so that positive means "still to go" and negative "inside by
    /// so much", whichever way is better.
    pub(super) fn step(&self, value: f64) -> f64 {
        (self.lower - value).max(value - self.upper)
    }

    /// The end that is nearer to `value`: the number that decides.
    pub(super) fn nearer_end(&self, value: f64) -> f64 {
        if self.lower - value >= value - self.upper { self.lower } else { self.upper }
    }

    /// The number as written; the lower end of a range.
    pub(super) fn written(&self) -> f64 {
        if self.lower.is_finite() { self.lower } else { self.upper }
    }

    /// Whether no possible value lies in the aim; an open end excludes the bound itself.
    pub(super) fn impossible(&self, valid: (f64, f64)) -> bool {
        match self.operator {
            Operator::Above => self.lower >= valid.1,
            Operator::Below => self.upper <= valid.0,
            _ => self.lower > valid.1 || self.upper < valid.0 || self.lower > self.upper,
        }
    }

    /// Whether every written end is a possible value, and the ends stand in order.
    pub(super) fn inside(&self, valid: (f64, f64)) -> bool {
        let possible = |x: f64| !x.is_finite() || (valid.0..=valid.1).contains(&x);
        possible(self.lower) && possible(self.upper) && self.lower <= self.upper && !self.impossible(valid)
    }

    /// Whether any value meets both aims.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        let (lower, upper) = (self.lower.max(other.lower), self.upper.min(other.upper));
        let open = |aim: &Self| matches!(aim.operator, Operator::Above | Operator::Below);
        lower < upper || (lower == upper && !open(self) && !open(other))
    }

    /// z = Δ/σ; `None` without spread.
    pub(super) fn z(&self, expected: f64, spread: f64) -> Option<f64> {
        (spread > 0.0).then(|| self.step(expected) / spread).filter(|z| z.is_finite())
    }

    /// Probability, 0–1, that a normal value around `expected` with standard deviation `spread` falls into the aim:
    /// 1 − Φ(z) for one end (domain notes D.2), Φ(upper) − Φ(lower) for a range, where 1 − Φ(z) of the nearer end alone
    /// would call any narrow range around the baseline likely. Without spread the value is certain.
    pub(super) fn chance(&self, expected: f64, spread: f64) -> f64 {
        if spread <= 0.0 || !spread.is_finite() {
            return if self.step(expected) <= 0.0 { 1.0 } else { 0.0 };
        }
        let (lower, upper) = ((self.lower - expected) / spread, (self.upper - expected) / spread);
        let chance = if upper == f64::INFINITY {
            normal_survival(lower)
        } else if lower == f64::NEG_INFINITY {
            normal_cdf(upper)
        } else {
            normal_cdf(upper) - normal_cdf(lower)
        };
        if chance.is_nan() { 0.0 } else { chance.clamp(0.0, 1.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unit;
    use proptest::prelude::*;

    fn aim(operator: Operator, value: f64, upper: Option<f64>) -> Aim {
        let precision = Precision { unit: Unit::Points, decimals: 1 };
        Aim::new(&Goal { operator, value, upper }, precision).unwrap()
    }

    #[test]
    fn a_step_is_positive_while_something_is_missing() {
        assert_eq!(aim(Operator::AtLeast, 90.0, None).step(80.0), 10.0);
        assert_eq!(aim(Operator::AtMost, 30.0, None).step(45.0), 15.0, "lower is better");
        let range = aim(Operator::Between, 5.0, Some(8.0));
        assert_eq!((range.step(4.0), range.step(9.5), range.step(7.5)), (1.0, 1.5, -0.5));
        assert_eq!((range.nearer_end(4.0), range.nearer_end(7.0)), (5.0, 8.0));
    }

    #[test]
    fn strict_goals_at_the_bound_are_impossible() {
        let valid = (0.0, 100.0);
        assert!(aim(Operator::Above, 100.0, None).impossible(valid));
        assert!(!aim(Operator::AtLeast, 100.0, None).impossible(valid));
        assert!(aim(Operator::Below, 0.0, None).impossible(valid));
        assert!(aim(Operator::Between, 8.0, Some(5.0)).impossible(valid), "an empty range");
    }

    #[test]
    fn goals_agree_when_one_value_meets_both() {
        let (high, low) = (aim(Operator::AtLeast, 90.0, None), aim(Operator::AtMost, 80.0, None));
        assert!(!high.agrees_with(&low));
        assert!(high.agrees_with(&aim(Operator::AtLeast, 95.0, None)));
        assert!(aim(Operator::AtMost, 90.0, None).agrees_with(&high));
        assert!(!aim(Operator::Below, 90.0, None).agrees_with(&high));
    }

    /// Φ(1) − Φ(−1) = 0.682689492137086 (Abramowitz & Stegun 1964, table 26.1).
    #[test]
    fn a_range_is_met_by_chance_as_the_table_says() {
        let chance = aim(Operator::Between, 9.0, Some(11.0)).chance(10.0, 1.0);
        assert!((chance - 0.682_689_492_137_086).abs() < 1e-14);
        assert_eq!(aim(Operator::AtLeast, 9.0, None).chance(10.0, 0.0), 1.0);
        assert_eq!(aim(Operator::AtLeast, 11.0, None).chance(10.0, 0.0), 0.0);
    }

    proptest! {
        #[test]
        fn a_harder_goal_is_never_likelier(
            value in -100.0..100.0_f64, harder in 0.0..50.0_f64, width in 0.0..50.0_f64,
            expected in -100.0..100.0_f64, spread in 0.0..40.0_f64,
        ) {
            let pairs = [
                (aim(Operator::AtLeast, value, None), aim(Operator::AtLeast, value + harder, None)),
                (aim(Operator::AtMost, value, None), aim(Operator::AtMost, value - harder, None)),
                (
                    aim(Operator::Between, value, Some(value + width + harder)),
                    aim(Operator::Between, value + harder / 2.0, Some(value + width + harder / 2.0)),
                ),
            ];
            for (easy, hard) in pairs {
                let (easy, hard) = (easy.chance(expected, spread), hard.chance(expected, spread));
                prop_assert!((0.0..=1.0).contains(&easy) && (0.0..=1.0).contains(&hard));
                prop_assert!(hard <= easy + 1e-12);
            }
        }
    }
}
