//! Scoring rules in words: one plain sentence, a short form for table cells, and the corners of the curve.

use super::format::{Shown, short_number};
use super::voice::{Voice, say};
use crate::model::{Counting, Direction, Indicator, Operator, Rule, Step};

/// `rule` as one sentence.
pub(super) fn sentence(voice: Voice<'_>, shown: Shown<'_>, indicator: &Indicator, rule: &Rule) -> String {
    let name = voice.name(&indicator.name);
    let limit = |value: f64| shown.limit(value);
    match rule {
        Rule::Linear { zero, full } => {
            let down = zero > full;
            let key = if down { "rule-linear-down" } else { "rule-linear-up" };
            say!(voice, key, indicator: name, zero: &limit(*zero), full: &limit(*full))
        }
        Rule::Attainment { target } => {
            let key = match indicator.direction {
                Direction::Down => "rule-attainment-down",
                _ => "rule-attainment-up",
            };
            say!(voice, key, indicator: name, target: &limit(*target))
        }
        Rule::Steps(steps) => say!(voice, "rule-steps", indicator: name, n: steps.len()),
        Rule::Piecewise(knots) => {
            let listed: Vec<String> = knots.iter().map(|knot| knot_words(voice, shown, *knot)).collect();
            let listed: Vec<&str> = listed.iter().map(String::as_str).collect();
            say!(voice, "rule-piecewise", indicator: name, knots: &voice.list(&listed))
        }
        Rule::Deduction { full, per, points, counting } => {
            let key = match (indicator.direction, counting) {
                (Direction::Down, Counting::Started) => "rule-deduction-down-started",
                (Direction::Down, Counting::Completed) => "rule-deduction-down-completed",
                (Direction::Down, Counting::ProRata) => "rule-deduction-down-pro-rata",
                (_, Counting::Started) => "rule-deduction-up-started",
                (_, Counting::Completed) => "rule-deduction-up-completed",
                (_, Counting::ProRata) => "rule-deduction-up-pro-rata",
            };
            let (per, points) = (shown.distance(*per), short_number(*points, 2));
            say!(voice, key, indicator: name, full: &limit(*full), per: &per, points: &points)
        }
        Rule::AllOrNothing { operator, target, upper } => {
            let condition = shown.condition(*operator, *target, *upper);
            say!(voice, "rule-all-or-nothing", indicator: name, condition: &condition)
        }
        Rule::Range { zero_low, low, high, zero_high } => say!(
            voice, "rule-range",
            indicator: name, low: &limit(*low), high: &limit(*high),
            zero_low: &limit(*zero_low), zero_high: &limit(*zero_high),
        ),
    }
}

fn knot_words(voice: Voice<'_>, shown: Shown<'_>, (value, points): (f64, f64)) -> String {
    say!(voice, "rule-knot", value: &shown.limit(value), points: &short_number(points, 2))
}

/// `rule` in a few signs, for a table cell: `60% → 92%`, `≥ 90%`.
pub(super) fn short(voice: Voice<'_>, shown: Shown<'_>, rule: &Rule) -> String {
    let limit = |value: f64| shown.limit(value);
    match rule {
        Rule::Linear { zero, full } => format!("{} → {}", limit(*zero), limit(*full)),
        Rule::Attainment { target } => say!(voice, "rule-short-attainment", target: &limit(*target)),
        Rule::Steps(steps) => say!(voice, "rule-short-steps", n: steps.len()),
        Rule::Piecewise(knots) => {
            let knots = knots
                .iter()
                .map(|(value, points)| format!("{}: {}", limit(*value), short_number(*points, 2)));
            knots.collect::<Vec<_>>().join(", ")
        }
        Rule::Deduction { full, per, points, .. } => {
            let (per, points) = (shown.distance(*per), short_number(*points, 2));
            say!(voice, "rule-short-deduction", full: &limit(*full), per: &per, points: &points)
        }
        Rule::AllOrNothing { operator, target, upper } => shown.condition(*operator, *target, *upper),
        Rule::Range { zero_low, low, high, zero_high } => {
            format!("{} → {} – {} ← {}", limit(*zero_low), limit(*low), limit(*high), limit(*zero_high))
        }
    }
}

/// The interval of a step as people read it: `≥ 85% and < 90%`.
pub(super) fn interval(voice: Voice<'_>, shown: Shown<'_>, step: &Step) -> String {
    let from = step.from.map(|from| {
        let operator = if step.from_included { Operator::AtLeast } else { Operator::Above };
        shown.condition(operator, from, None)
    });
    let to = step.to.map(|to| {
        let operator = if step.to_included { Operator::AtMost } else { Operator::Below };
        shown.condition(operator, to, None)
    });
    match (from, to) {
        (Some(from), Some(to)) => say!(voice, "rule-interval", from: &from, to: &to),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => voice.word("rule-any-value"),
    }
}

/// Corners of the curve from value to points, ascending by value, as far as it is of interest.
pub(super) fn corners(rule: &Rule, indicator: &Indicator) -> Vec<(f64, f64)> {
    let down = indicator.direction == Direction::Down;
    let mut corners = match rule {
        Rule::Linear { zero, full } => vec![(*zero, 0.0), (*full, 100.0)],
        Rule::Attainment { target } if down => {
            // A hyperbola: corners close enough to look like it.
            (10..=40)
                .map(|n| f64::from(n) / 10.0 * target)
                .map(|value| (value, 100.0 * target / value))
                .collect()
        }
        Rule::Attainment { target } => vec![(0.0, 0.0), (*target, 100.0)],
        Rule::Steps(steps) => step_corners(steps, indicator),
        Rule::Piecewise(knots) => knots.clone(),
        Rule::Deduction { full, per, points, counting } => deduction(*full, *per, *points, *counting, down),
        Rule::AllOrNothing { operator, target, upper } => condition(*operator, *target, *upper),
        Rule::Range { zero_low, low, high, zero_high } => {
            vec![(*zero_low, 0.0), (*low, 100.0), (*high, 100.0), (*zero_high, 0.0)]
        }
    };
    corners.retain(|(value, _)| value.is_finite());
    if corners.first().zip(corners.last()).is_some_and(|(first, last)| first.0 > last.0) {
        corners.reverse();
    }
    corners
}

fn step_corners(steps: &[Step], indicator: &Indicator) -> Vec<(f64, f64)> {
    let ends: Vec<f64> = steps.iter().flat_map(|step| [step.from, step.to]).flatten().collect();
    let least = ends.iter().copied().min_by(f64::total_cmp).unwrap_or(0.0);
    let most = ends.iter().copied().max_by(f64::total_cmp).unwrap_or(1.0);
    let room = (most - least).max(most.abs() * 0.25) * 0.3;
    let (low, high) = ((least - room).max(indicator.valid.0), (most + room).min(indicator.valid.1));
    let corners =
        |step: &Step| [(step.from.unwrap_or(low), step.points), (step.to.unwrap_or(high), step.points)];
    let mut sorted: Vec<&Step> = steps.iter().collect();
    sorted.sort_by(|a, b| a.from.unwrap_or(low).total_cmp(&b.from.unwrap_or(low)));
    sorted.into_iter().flat_map(corners).collect()
}

fn deduction(full: f64, per: f64, points: f64, counting: Counting, down: bool) -> Vec<(f64, f64)> {
    let turn = if down { 1.0 } else { -1.0 };
    let units = (100.0 / points).ceil().clamp(1.0, 60.0) as u32;
    if counting == Counting::ProRata {
        let reach = 100.0 / points;
        return vec![(full - turn * per, 100.0), (full, 100.0), (full + turn * per * reach, 0.0)];
    }
    let mut corners = vec![(full - turn * per, 100.0)];
    let first = if counting == Counting::Started { 0 } else { 1 };
    for unit in first..=units {
        let at = full + turn * per * f64::from(unit);
        let taken = |n: u32| (100.0 - points * f64::from(n)).max(0.0);
        let (before, after) = if counting == Counting::Started { (unit, unit + 1) } else { (unit - 1, unit) };
        corners.extend([(at, taken(before)), (at, taken(after))]);
    }
    corners
}

fn condition(operator: Operator, target: f64, upper: Option<f64>) -> Vec<(f64, f64)> {
    let room = (target.abs() * 0.3).max(f64::EPSILON);
    match operator {
        Operator::AtLeast | Operator::Above => {
            vec![(target - room, 0.0), (target, 0.0), (target, 100.0), (target + room, 100.0)]
        }
        Operator::AtMost | Operator::Below => {
            vec![(target - room, 100.0), (target, 100.0), (target, 0.0), (target + room, 0.0)]
        }
        Operator::Between => {
            let upper = upper.unwrap_or(target);
            let room = (upper - target).abs().max(room);
            vec![
                (target - room, 0.0),
                (target, 0.0),
                (target, 100.0),
                (upper, 100.0),
                (upper, 0.0),
                (upper + room, 0.0),
            ]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unit;
    use crate::score::points;
    use crate::score::testing::{Build, mean, share};

    /// Between its corners the drawn curve gives the points of the rule itself.
    #[test]
    fn the_drawn_curve_is_the_rule() {
        let mut build = Build::new();
        build.indicator("csat", share(), Unit::Percent, Direction::Up);
        build.indicator("time", mean(), Unit::Seconds, Direction::Down);
        let (up, down) = (&build.model.indicators[0], &build.model.indicators[1]);
        let started = Rule::Deduction { full: 30.0, per: 10.0, points: 25.0, counting: Counting::Started };
        let completed =
            Rule::Deduction { full: 30.0, per: 10.0, points: 25.0, counting: Counting::Completed };
        let cases = [
            (up, Rule::Linear { zero: 0.6, full: 0.9 }),
            (down, Rule::Linear { zero: 60.0, full: 15.0 }),
            (down, started),
            (down, completed),
            (up, Rule::AllOrNothing { operator: Operator::AtLeast, target: 0.9, upper: None }),
            (up, Rule::Piecewise(vec![(0.5, 0.0), (0.8, 60.0), (0.95, 100.0)])),
        ];
        for (indicator, rule) in cases {
            let corners = corners(&rule, indicator);
            assert!(corners.len() > 1 && corners.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{rule:?}");
            for pair in corners.windows(2).filter(|pair| pair[1].0 - pair[0].0 > 1e-9) {
                let middle = (pair[0].0 + pair[1].0) / 2.0;
                let drawn = (pair[0].1 + pair[1].1) / 2.0;
                let valid = indicator.valid;
                let earned = points(&rule, indicator.precision, indicator.direction, valid, middle).raw;
                assert!(
                    (earned.clamp(0.0, 100.0) - drawn).abs() < 0.2,
                    "{rule:?} at {middle}: {earned} {drawn}"
                );
            }
        }
    }
}
