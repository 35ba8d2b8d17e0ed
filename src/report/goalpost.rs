//! The value at which a rule gives full points, and the value at which it gives none: what pages call the target.

use crate::model::{Direction, Operator, Rule};

/// Where a rule gives full points and where none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Goalpost {
    /// How a value has to stand to `full`.
    pub operator: Operator,
    /// The value that earns full points.
    pub full: f64,
    /// Upper end, for ranges.
    pub upper: Option<f64>,
    /// The value that earns nothing, where the rule names one.
    pub zero: Option<f64>,
}

impl Goalpost {
    /// The goalpost of `rule` for an indicator whose better side is `direction`; `None` for a step table without a limit.
    #[must_use]
    pub(super) fn of(rule: &Rule, direction: Direction) -> Option<Self> {
        let operator = if direction == Direction::Down { Operator::AtMost } else { Operator::AtLeast };
        let simple = |full, zero| Some(Self { operator, full, upper: None, zero });
        match rule {
            Rule::Linear { zero, full } => simple(*full, Some(*zero)),
            Rule::Attainment { target } => simple(*target, None),
            Rule::Deduction { full, per, points, .. } => {
                let reach = 100.0 / points * per;
                simple(*full, Some(if direction == Direction::Down { full + reach } else { full - reach }))
            }
            Rule::AllOrNothing { operator, target, upper } => {
                Some(Self { operator: *operator, full: *target, upper: *upper, zero: None })
            }
            Rule::Range { zero_low, low, high, .. } => Some(Self {
                operator: Operator::Between,
                full: *low,
                upper: Some(*high),
                zero: Some(*zero_low),
            }),
            Rule::Piecewise(knots) => {
                best_knot(knots, direction).and_then(|full| simple(full, worst_knot(knots)))
            }
            Rule::Steps(steps) => {
                let best = steps.iter().max_by(|a, b| a.points.total_cmp(&b.points))?;
                let limit = |value: Option<f64>, included, closed, open| {
                    value.map(|full| Self {
                        operator: if included { closed } else { open },
                        full,
                        upper: None,
                        zero: None,
                    })
                };
                match (best.from, best.to) {
                    (Some(from), Some(to)) => {
                        Some(Self { operator: Operator::Between, full: from, upper: Some(to), zero: None })
                    }
                    (from @ Some(_), None) => {
                        limit(from, best.from_included, Operator::AtLeast, Operator::Above)
                    }
                    (None, to) => limit(to, best.to_included, Operator::AtMost, Operator::Below),
                }
            }
        }
    }
}

/// The easiest value that earns the most points.
fn best_knot(knots: &[(f64, f64)], direction: Direction) -> Option<f64> {
    let most = knots.iter().map(|knot| knot.1).max_by(f64::total_cmp)?;
    let mut best = knots.iter().filter(|knot| knot.1 == most).map(|knot| knot.0);
    if direction == Direction::Down { best.next_back() } else { best.next() }
}

fn worst_knot(knots: &[(f64, f64)]) -> Option<f64> {
    knots.iter().min_by(|a, b| a.1.total_cmp(&b.1)).map(|knot| knot.0)
}
