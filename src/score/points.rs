//! From a value to points (domain notes C, table of methods). Values are used unrounded, except where a rule compares:
//! conditions, step tables and counted units compare at the precision that people see.

use crate::model::{Counting, Direction, Precision, Rule, Step};

/// What a value earns under a rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Points {
    /// Points before an item's floor and cap: 100 for full marks. May lie above 100 or below 0 for straight lines and
    /// attainment; +∞ for attainment of a lower-is-better indicator at 0.
    pub raw: f64,
}

impl Points {
    /// The points within `floor..=cap`.
    #[must_use]
    pub const fn limited(self, floor: f64, cap: f64) -> f64 {
        self.raw.min(cap).max(floor)
    }
}

/// The points of `value` under `rule`, for an indicator with this precision, direction and valid range. A value outside
/// the range (which `check` refuses in figures) earns what the nearest end earns.
#[must_use]
pub fn points(
    rule: &Rule,
    precision: Precision,
    direction: Direction,
    valid: (f64, f64),
    value: f64,
) -> Points {
    let x = value.max(valid.0).min(valid.1);
    let raw =
        match rule {
            Rule::Linear { zero, full } => linear(*zero, *full, x),
            Rule::Attainment { target } => attainment(*target, direction, x),
            Rule::Steps(steps) => stepped(steps, precision, x),
            Rule::Piecewise(knots) => piecewise(knots, x),
            Rule::Deduction { full, per, points, counting } => {
                let short = direction == Direction::Up;
                (100.0 - points * units_beyond(*full, *per, *counting, precision, short, x)).max(0.0)
            }
            Rule::AllOrNothing { operator, target, upper } => {
                if precision.meets(x, *operator, *target, *upper) { 100.0 } else { 0.0 }
            }
            Rule::Range { zero_low, low, high, zero_high } => {
                linear(*zero_low, *low, x).min(linear(*zero_high, *high, x)).clamp(0.0, 100.0)
            }
        };
    Points { raw }
}

/// `100·(x − zero)/(full − zero)`: the same for both directions, since `zero` may be above `full`. Where both are equal
/// (an end of a range without a slope), all or nothing.
fn linear(zero: f64, full: f64, x: f64) -> f64 {
    let width = full - zero;
    if width == 0.0 { if x == full { 100.0 } else { 0.0 } } else { 100.0 * (x - zero) / width }
}

/// `100·x/target`, turned round for lower-is-better. A target of 0 or less cannot divide: it is met or not.
fn attainment(target: f64, direction: Direction, x: f64) -> f64 {
    let met_or_not = |met: bool| if met { f64::INFINITY } else { 0.0 };
    match direction {
        Direction::Down if x <= 0.0 => f64::INFINITY,
        Direction::Down if target <= 0.0 => 0.0,
        Direction::Down => 100.0 * target / x,
        Direction::Up | Direction::Band if target <= 0.0 => met_or_not(x >= target),
        Direction::Up | Direction::Band => 100.0 * x / target,
    }
}

/// The points of the row that holds `x` at displayed precision. A table without gaps always has one; if rounding leaves
/// none, the nearest row holds.
fn stepped(steps: &[Step], precision: Precision, x: f64) -> f64 {
    let at = precision.grid(x);
    let above = |step: &Step| {
        step.from.is_none_or(|from| {
            let from = precision.grid(from);
            if step.from_included { at >= from } else { at > from }
        })
    };
    let below = |step: &Step| {
        step.to.is_none_or(|to| {
            let to = precision.grid(to);
            if step.to_included { at <= to } else { at < to }
        })
    };
    let held = steps.iter().find(|step| above(step) && below(step));
    let nearest = || steps.iter().find(|step| below(step)).or(steps.last());
    held.or_else(nearest).map_or(0.0, |step| step.points)
}

/// Between the knots on either side of `x`; flat beyond the first and last.
fn piecewise(knots: &[(f64, f64)], x: f64) -> f64 {
    let next = knots.partition_point(|&(value, _)| value < x);
    let (before, after) = (next.checked_sub(1).and_then(|at| knots.get(at)), knots.get(next));
    match (before, after) {
        (Some(&(x0, p0)), Some(&(x1, p1))) if x1 > x0 => p0 + (p1 - p0) * (x - x0) / (x1 - x0),
        (_, Some(&(_, points))) | (Some(&(_, points)), None) => points,
        (None, None) => 0.0,
    }
}

/// Units of `per` by which `x` stands beyond `full`, 0 or more. Started and completed units are counted on the grid of
/// shown numbers, so that 30.4 s, shown as 30 s, is not "over 30 s".
fn units_beyond(full: f64, per: f64, counting: Counting, precision: Precision, short: bool, x: f64) -> f64 {
    let sign = if short { -1.0 } else { 1.0 };
    let shown = sign * (precision.grid(x) - precision.grid(full)) as f64 * precision.step();
    // Quotients of decimal fractions are not exact in binary: 0.3/0.1 must be three units.
    let units = match counting {
        Counting::Started => (shown / per - 1e-9).ceil(),
        Counting::Completed => (shown / per + 1e-9).floor(),
        Counting::ProRata => sign * (x - full) / per,
    };
    units.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Operator, Unit};
    use proptest::prelude::*;

    const PERCENT: Precision = Precision { unit: Unit::Percent, decimals: 1 };
    const SECONDS: Precision = Precision { unit: Unit::Seconds, decimals: 0 };
    const DAY: (f64, f64) = (0.0, 86_400.0);
    const FRACTION: (f64, f64) = (0.0, 1.0);

    fn of_seconds(rule: &Rule, value: f64) -> f64 {
        points(rule, SECONDS, Direction::Down, DAY, value).raw
    }

    fn of_percent(rule: &Rule, value: f64) -> f64 {
        points(rule, PERCENT, Direction::Up, FRACTION, value).raw
    }

    #[track_caller]
    fn near(got: f64, want: f64) {
        assert!((got - want).abs() < 1e-9, "{got} is not {want}");
    }

    #[test]
    fn linear_and_attainment_of_the_worked_reference() {
        // Domain notes C, below the table: source 003.
        near(of_seconds(&Rule::Linear { zero: 60.0, full: 15.0 }, 24.0), 80.0);
        near(of_percent(&Rule::Linear { zero: 0.7, full: 0.9 }, 0.88), 90.0);
        near(of_percent(&Rule::Linear { zero: 0.6, full: 0.85 }, 0.80), 80.0);
        near(of_seconds(&Rule::Attainment { target: 15.0 }, 24.0), 62.5);
        near(of_percent(&Rule::Attainment { target: 0.9 }, 0.88), 88.0 / 0.9);
        near(of_percent(&Rule::Attainment { target: 0.85 }, 0.80), 80.0 / 0.85);
    }

    #[test]
    fn attainment_of_lower_is_better_at_zero_earns_the_cap() {
        let earned = points(&Rule::Attainment { target: 0.001 }, PERCENT, Direction::Down, FRACTION, 0.0);
        near(earned.limited(0.0, 120.0), 120.0);
    }

    #[test]
    fn deduction_counts_started_completed_or_parts() {
        // "≤ 30 s full, −1 per 10 s over" (domain notes C).
        let rule = |counting| Rule::Deduction { full: 30.0, per: 10.0, points: 1.0, counting };
        for (value, started, completed, parts) in [
            (30.0, 100.0, 100.0, 100.0),
            (30.4, 100.0, 100.0, 99.96),
            (31.0, 99.0, 100.0, 99.9),
            (40.0, 99.0, 99.0, 99.0),
            (45.0, 98.0, 99.0, 98.5),
            (5000.0, 0.0, 0.0, 0.0),
        ] {
            near(of_seconds(&rule(Counting::Started), value), started);
            near(of_seconds(&rule(Counting::Completed), value), completed);
            near(of_seconds(&rule(Counting::ProRata), value), parts);
        }
    }

    #[test]
    fn deduction_for_what_is_short_of_a_share() {
        // "−2 per 1 % short, min 0": 79.7 % of 80 % is one started unit; 77 % three exact ones.
        let rule = Rule::Deduction { full: 0.8, per: 0.01, points: 2.0, counting: Counting::Started };
        near(of_percent(&rule, 0.797), 98.0);
        near(of_percent(&rule, 0.77), 94.0);
        near(of_percent(&rule, 0.95), 100.0);
    }

    fn steps() -> Rule {
        let step = |from: Option<f64>, to: Option<f64>, points| Step {
            from,
            from_included: false,
            to,
            to_included: true,
            points,
        };
        // "<= 15 s: 100; > 15 s, <= 30 s: 80; > 30 s: 0"
        Rule::Steps(vec![
            step(None, Some(15.0), 100.0),
            step(Some(15.0), Some(30.0), 80.0),
            step(Some(30.0), None, 0.0),
        ])
    }

    #[test]
    fn step_ends_are_open_or_closed_at_shown_precision() {
        for (value, want) in
            [(15.0, 100.0), (15.4, 100.0), (15.5, 80.0), (30.49, 80.0), (30.5, 0.0), (1e9, 0.0)]
        {
            near(of_seconds(&steps(), value), want);
        }
    }

    #[test]
    fn piecewise_is_flat_beyond_its_ends() {
        let rule = Rule::Piecewise(vec![(15.0, 100.0), (30.0, 80.0), (60.0, 0.0)]);
        for (value, want) in [(0.0, 100.0), (15.0, 100.0), (22.5, 90.0), (45.0, 40.0), (99.0, 0.0)] {
            near(of_seconds(&rule, value), want);
        }
    }

    #[test]
    fn all_or_nothing_keeps_strict_and_non_strict_apart() {
        let rule = |operator| Rule::AllOrNothing { operator, target: 0.9, upper: None };
        for (value, at_least, above) in [(0.8994, 0.0, 0.0), (0.8996, 100.0, 0.0), (0.9005, 100.0, 100.0)] {
            near(of_percent(&rule(Operator::AtLeast), value), at_least);
            near(of_percent(&rule(Operator::Above), value), above);
        }
    }

    #[test]
    fn range_falls_on_both_sides() {
        let rule = Rule::Range { zero_low: 180.0, low: 300.0, high: 480.0, zero_high: 720.0 };
        for (value, want) in [
            (60.0, 0.0),
            (240.0, 50.0),
            (300.0, 100.0),
            (400.0, 100.0),
            (480.0, 100.0),
            (600.0, 50.0),
            (900.0, 0.0),
        ] {
            near(points(&rule, SECONDS, Direction::Band, DAY, value).raw, want);
        }
    }

    fn monotone_rules() -> impl Strategy<Value = Rule> {
        prop_oneof![
            (0.0..50.0, 1.0..50.0).prop_map(|(full, more)| Rule::Linear { zero: full + more, full }),
            (1.0..90.0).prop_map(|target| Rule::Attainment { target }),
            Just(steps()),
            (0.0..50.0, 0.5..20.0, 0.1..30.0).prop_map(|(full, per, points)| Rule::Deduction {
                full,
                per,
                points,
                counting: Counting::Started
            }),
            (0.0..50.0, 0.5..20.0, 0.1..30.0).prop_map(|(full, per, points)| Rule::Deduction {
                full,
                per,
                points,
                counting: Counting::Completed
            }),
            (0.0..90.0).prop_map(|target| Rule::AllOrNothing {
                operator: Operator::Below,
                target,
                upper: None
            }),
            Just(Rule::Piecewise(vec![(15.0, 100.0), (30.0, 80.0), (60.0, 0.0)])),
        ]
    }

    proptest! {
        #[test]
        fn faster_never_earns_less(rule in monotone_rules(), a in 0.0..100.0, b in 0.0..100.0) {
            let (fast, slow) = if a < b { (a, b) } else { (b, a) };
            prop_assert!(of_seconds(&rule, fast) >= of_seconds(&rule, slow));
        }

        #[test]
        fn a_rule_mirrored_for_higher_is_better_earns_the_same(full in 0.3..1.0, drop in 0.05..0.3, x in 0.0..1.0) {
            // 1 − x with mirrored anchors: the direction itself never matters.
            let up = of_percent(&Rule::Linear { zero: full - drop, full }, x);
            let mirrored = Rule::Linear { zero: 1.0 - full + drop, full: 1.0 - full };
            let down = points(&mirrored, PERCENT, Direction::Down, FRACTION, 1.0 - x).raw;
            prop_assert!((up - down).abs() < 1e-6);
        }

        #[test]
        fn units_never_matter(full in 1.0..50.0, more in 1.0..50.0, x in 0.0..200.0) {
            let minutes = Precision { unit: Unit::Minutes, decimals: 2 };
            let seconds = of_seconds(&Rule::Linear { zero: full + more, full }, x);
            let rule = Rule::Linear { zero: (full + more) / 60.0, full: full / 60.0 };
            let in_minutes = points(&rule, minutes, Direction::Down, (0.0, 1440.0), x / 60.0).raw;
            prop_assert!((seconds - in_minutes).abs() < 1e-6);
        }

        #[test]
        fn limited_points_stay_within_floor_and_cap(rule in monotone_rules(), x in 0.0..1e5, floor in 0.0..40.0, cap in 60.0..120.0) {
            let earned = points(&rule, SECONDS, Direction::Down, DAY, x).limited(floor, cap);
            prop_assert!((floor..=cap).contains(&earned));
        }
    }
}
