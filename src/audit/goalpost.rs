//! Where a rule's thresholds stand.

use crate::model::{Direction, Rule};

/// The value from which a rule gives its most, as a target; `None` where there is no such value.
pub(super) fn full(rule: &Rule, direction: Direction) -> Option<f64> {
    match rule {
        Rule::Linear { full, .. } | Rule::Deduction { full, .. } => Some(*full),
        Rule::Attainment { target } => Some(*target),
        Rule::AllOrNothing { target, upper, .. } => upper.is_none().then_some(*target),
        Rule::Steps(steps) => {
            let best = steps.iter().max_by(|a, b| a.points.total_cmp(&b.points))?;
            if direction == Direction::Down { best.to } else { best.from }
        }
        Rule::Piecewise(knots) => {
            let most = knots.iter().map(|(_, points)| *points).max_by(f64::total_cmp)?;
            let mut reach = knots.iter().filter(|(_, points)| *points == most).map(|(value, _)| *value);
            if direction == Direction::Down { reach.next_back() } else { reach.next() }
        }
        Rule::Range { .. } => None,
    }
}

/// All values at which a rule gives other points at once or stops to reward more.
pub(super) fn edges(rule: &Rule, direction: Direction) -> Vec<f64> {
    let mut found: Vec<f64> = full(rule, direction).into_iter().collect();
    if let Rule::Steps(steps) = rule {
        let down = direction == Direction::Down;
        found.extend(steps.iter().filter_map(|step| if down { step.to } else { step.from }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Step;

    #[test]
    fn full_points_begin_at_the_best_step() {
        let step = |from: Option<f64>, to: Option<f64>, points| Step {
            from,
            from_included: true,
            to,
            to_included: false,
            points,
        };
        let steps = Rule::Steps(vec![
            step(None, Some(0.8), 0.0),
            step(Some(0.8), Some(0.9), 60.0),
            step(Some(0.9), None, 100.0),
        ]);
        assert_eq!(full(&steps, Direction::Up), Some(0.9));
        assert_eq!(edges(&steps, Direction::Up), [0.9, 0.8, 0.9]);
        let knots = Rule::Piecewise(vec![(0.0, 0.0), (5.0, 100.0), (9.0, 100.0)]);
        assert_eq!(full(&knots, Direction::Up), Some(5.0));
    }
}
