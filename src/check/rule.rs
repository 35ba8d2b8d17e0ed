//! Scoring rules: values the indicator can have, and more points for what is better.

use super::quantity::{literal, possible};
use super::{condition, quantity, steps, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{Counting, Direction, Indicator, Operator, Rule};
use crate::raw::{self, GoalWord, Literal, NumberWord};

/// A rule for `on`. `cap` is the most points that an item may earn.
pub(super) fn check(raw: raw::Rule, on: &Indicator, cap: f64, sink: &mut Sink) -> Option<Rule> {
    match raw {
        raw::Rule::Linear(rule, span) => linear(&rule, span, on, sink),
        raw::Rule::Attainment(raw::RuleTarget { target, place: _ }, span) => {
            let fits = not_for_bands("attainment", span, on, sink);
            let target_value = possible(&target, on, sink)?;
            if target_value <= 0.0 {
                sink.push(not_positive(&target));
                return None;
            }
            fits.then_some(Rule::Attainment { target: target_value })
        }
        raw::Rule::Steps(rows, span) => steps::check(&rows, span, on, cap, sink).map(Rule::Steps),
        raw::Rule::Piecewise(knots, span) => piecewise(&knots, span, on, cap, sink),
        raw::Rule::Deduction(rule, span) => deduction(&rule, span, on, sink),
        raw::Rule::AllOrNothing(word, span) => all_or_nothing(&word, span, on, sink),
        raw::Rule::Range(rule, span) => range(&rule, span, on, sink),
    }
}

fn linear(rule: &raw::Linear, span: Span, on: &Indicator, sink: &mut Sink) -> Option<Rule> {
    let raw::Linear { zero, full, place: _ } = rule;
    let fits = not_for_bands("linear", span, on, sink);
    let (nothing, all) = (possible(zero, on, sink), possible(full, on, sink));
    let (nothing, all) = (nothing?, all?);
    let better = match on.direction {
        Direction::Up => all > nothing,
        Direction::Down => all < nothing,
        Direction::Band => true,
    };
    if !better {
        let message = if all == nothing {
            "`zero` and `full` are the same value, so there is no line between them".to_owned()
        } else {
            format!("this line rewards the worse values: {}", better_words(on))
        };
        let fault =
            Diagnostic::new(Code::AgainstDirection, full.span, message).also(zero.span, "`zero` is here");
        sink.push(
            fault.note("`zero` is the value that earns nothing, `full` the value that earns 100 points"),
        );
    }
    (fits && better).then_some(Rule::Linear { zero: nothing, full: all })
}

fn piecewise(
    knots: &[(Literal, NumberWord)],
    span: Span,
    on: &Indicator,
    cap: f64,
    sink: &mut Sink,
) -> Option<Rule> {
    let mut read = Vec::with_capacity(knots.len());
    for (value, points) in knots {
        let knot = (possible(value, on, sink), words::number_in(points, 0.0..=cap, sink));
        read.push((value.span, knot));
    }
    let mut list = Vec::with_capacity(read.len());
    for (span, (value, points)) in read {
        list.push((span, value?, points?));
    }
    if list.len() < 2 {
        sink.push(Diagnostic::new(Code::OutOfOrder, span, "a piecewise line needs at least two knots"));
        return None;
    }
    let mut fine = true;
    for pair in list.windows(2) {
        if let [before, after] = pair
            && after.1 <= before.1
        {
            let message = "knots have to rise: this one is not above the one before";
            sink.push(Diagnostic::new(Code::OutOfOrder, after.0, message).also(before.0, "the one before"));
            fine = false;
        }
    }
    let points: Vec<f64> = list.iter().map(|knot| knot.2).collect();
    fine &= steps::monotone(&points, &list.iter().map(|knot| knot.0).collect::<Vec<_>>(), on, sink);
    fine.then(|| Rule::Piecewise(list.into_iter().map(|(_, value, points)| (value, points)).collect()))
}

fn deduction(rule: &raw::Deduction, span: Span, on: &Indicator, sink: &mut Sink) -> Option<Rule> {
    let raw::Deduction { full, per, points, counting, place: _ } = rule;
    let fits = not_for_bands("deduction", span, on, sink);
    let full = possible(full, on, sink);
    let size = literal(per, on.precision.unit, sink);
    let points = words::number_in(points, 0.0..=100.0, sink);
    let counting = match counting {
        raw::Counting::Started => Counting::Started,
        raw::Counting::Completed => Counting::Completed,
        raw::Counting::ProRata => Counting::ProRata,
    };
    let size = size?;
    if size <= 0.0 {
        sink.push(not_positive(per));
        return None;
    }
    let rule = Rule::Deduction { full: full?, per: size, points: points?, counting };
    fits.then_some(rule)
}

fn all_or_nothing(word: &GoalWord, span: Span, on: &Indicator, sink: &mut Sink) -> Option<Rule> {
    let goal = condition::goal(&word.text, word.span, on.precision.unit).map_err(|fault| sink.push(*fault));
    let goal = goal.ok()?;
    let value = quantity::possible_value(goal.value, word.span, on, sink);
    let upper = match goal.upper {
        Some(upper) => Some(quantity::possible_value(upper, word.span, on, sink)?),
        None => None,
    };
    let fits = match on.direction {
        Direction::Up => matches!(goal.operator, Operator::AtLeast | Operator::Above),
        Direction::Down => matches!(goal.operator, Operator::AtMost | Operator::Below),
        Direction::Band => goal.operator == Operator::Between,
    };
    if !fits {
        let message = format!("this condition rewards the worse values: {}", better_words(on));
        sink.push(Diagnostic::new(Code::AgainstDirection, word.span, message).also(span, "in this rule"));
        return None;
    }
    Some(Rule::AllOrNothing { operator: goal.operator, target: value?, upper })
}

fn range(rule: &raw::Range, span: Span, on: &Indicator, sink: &mut Sink) -> Option<Rule> {
    let raw::Range { zero_low, low, high, zero_high, place: _ } = rule;
    if on.direction != Direction::Band {
        let message = format!("a range does not fit `{}`: {}", on.id, better_words(on));
        sink.push(
            Diagnostic::new(Code::RuleNotForDirection, span, message)
                .help("use linear, or set the indicator's direction to `band`"),
        );
        return None;
    }
    let words = [zero_low, low, high, zero_high];
    let read = words.map(|word| possible(word, on, sink));
    let [Some(zero_low), Some(low), Some(high), Some(zero_high)] = read else { return None };
    let values = [zero_low, low, high, zero_high];
    for (at, pair) in values.windows(2).enumerate() {
        if let ([before, after], Some(here), Some(last)) = (pair, words.get(at + 1), words.get(at))
            && after < before
        {
            let message = "the four values have to rise: zero_low, low, high, zero_high";
            sink.push(
                Diagnostic::new(Code::OutOfOrder, here.span, message).also(last.span, "the one before"),
            );
            return None;
        }
    }
    Some(Rule::Range { zero_low, low, high, zero_high })
}

/// Reports a method that knows only one good direction on an indicator of which a range is good.
fn not_for_bands(method: &str, span: Span, on: &Indicator, sink: &mut Sink) -> bool {
    let fits = on.direction != Direction::Band;
    if !fits {
        let message = format!("`{method}` does not fit `{}`: {}", on.id, better_words(on));
        sink.push(
            Diagnostic::new(Code::RuleNotForDirection, span, message)
                .help("use `range`, `steps` or `piecewise`"),
        );
    }
    fits
}

fn not_positive(word: &Literal) -> Diagnostic {
    Diagnostic::new(Code::OutOfRange, word.span, "this value has to be above 0")
}

/// Which way is better, in words.
pub(super) fn better_words(on: &Indicator) -> String {
    let how = match on.direction {
        Direction::Up => "higher is better",
        Direction::Down => "lower is better",
        Direction::Band => "a range is good, more and less are worse",
    };
    format!("for `{}` {how}", on.id)
}
