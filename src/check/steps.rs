//! Step tables: rows that together cover every possible value once, and pay more for what is better.
//!
//! A published table reads "≥ 55 % → 100; 45 % > X ≥ 50 % → 80; ≥ 45 % → 60", and its middle row can never be met
//! (domain notes, part C): hence each check here.

use super::condition::comparison;
use super::quantity::{Fault, possible_value, range_words, shown};
use super::rule::better_words;
use super::words;
use crate::diag::{Code, Diagnostic, Sink, Span, quoted};
use crate::model::{Direction, Indicator, Operator, Step};
use crate::raw;

/// The table, sorted by value.
pub(super) fn check(
    rows: &[raw::Step],
    span: Span,
    on: &Indicator,
    cap: f64,
    sink: &mut Sink,
) -> Option<Vec<Step>> {
    if rows.is_empty() {
        sink.push(Diagnostic::new(Code::StepsNotCovering, span, "this step table has no rows"));
        return None;
    }
    let mut read = Vec::with_capacity(rows.len());
    for raw::Step { r#if, points, place: _ } in rows {
        let points = words::number_in(points, 0.0..=cap, sink);
        let row = interval(&r#if.text, r#if.span, on).map_err(|fault| sink.push(*fault)).ok();
        read.push((r#if.span, row, points));
    }
    let mut table = Vec::with_capacity(read.len());
    for (span, row, points) in read {
        let row = inside(row?, span, on, sink);
        table.push((span, row?, points));
    }
    let mut steps = Vec::with_capacity(table.len());
    for (span, row, points) in table {
        steps.push((span, Step { points: points?, ..row }));
    }
    steps.sort_by(|a, b| lower(&a.1).total_cmp(&lower(&b.1)).then(b.1.from_included.cmp(&a.1.from_included)));
    let joined = joins(&steps, on, sink);
    let covered = covers(&steps, span, on, sink);
    let points: Vec<f64> = steps.iter().map(|(_, step)| step.points).collect();
    let spans: Vec<Span> = steps.iter().map(|(span, _)| *span).collect();
    let fine = joined && covered && monotone(&points, &spans, on, sink);
    fine.then(|| steps.into_iter().map(|(_, step)| step).collect())
}

fn lower(step: &Step) -> f64 {
    step.from.unwrap_or(f64::NEG_INFINITY)
}

/// Reads `> 15s, <= 30s` as an interval without points yet.
fn interval(text: &str, span: Span, on: &Indicator) -> Result<Step, Fault> {
    let mut step = Step { from: None, from_included: false, to: None, to_included: false, points: 0.0 };
    for part in text.split(',') {
        let (operator, value) = comparison(part, span, on.precision.unit)?;
        let included = matches!(operator, Operator::AtLeast | Operator::AtMost);
        let is_lower = matches!(operator, Operator::AtLeast | Operator::Above);
        let (end, flag) = if is_lower {
            (&mut step.from, &mut step.from_included)
        } else {
            (&mut step.to, &mut step.to_included)
        };
        if end.replace(value).is_some() {
            let message = format!("{} names the same end twice", quoted(text));
            let fault = Diagnostic::new(Code::BadCondition, span, message);
            return Err(Box::new(fault.help("write one lower and one upper end, such as `> 15s, <= 30s`")));
        }
        *flag = included;
    }
    if let (Some(from), Some(to)) = (step.from, step.to)
        && (from > to || (from == to && !(step.from_included && step.to_included)))
    {
        let message = format!("no value can be {}", quoted(text));
        let fault = Diagnostic::new(Code::StepEmpty, span, message);
        return Err(Box::new(fault.help("check the operators and the order of the two ends")));
    }
    Ok(step)
}

fn inside(step: Step, span: Span, on: &Indicator, sink: &mut Sink) -> Option<Step> {
    let mut fine = true;
    for end in [step.from, step.to].into_iter().flatten() {
        fine &= possible_value(end, span, on, sink).is_some();
    }
    fine.then_some(step)
}

/// Neighbours meet without a gap and without an overlap.
fn joins(steps: &[(Span, Step)], on: &Indicator, sink: &mut Sink) -> bool {
    let unit = on.precision.unit;
    let mut fine = true;
    for pair in steps.windows(2) {
        let [(below_at, below), (above_at, above)] = pair else { continue };
        let to = below.to.unwrap_or(f64::INFINITY);
        let from = lower(above);
        let fault = if from > to {
            let message =
                format!("no row covers the values between {} and {}", shown(to, unit), shown(from, unit));
            Some(Diagnostic::new(Code::StepGap, *above_at, message))
        } else if from == to && !below.to_included && !above.from_included {
            let message = format!("no row covers the value {}", shown(to, unit));
            Some(
                Diagnostic::new(Code::StepGap, *above_at, message).help("let one of the two rows include it"),
            )
        } else if from < to || (below.to_included && above.from_included) {
            let message =
                format!("{} belongs to two rows", shown(if from.is_finite() { from } else { to }, unit));
            Some(
                Diagnostic::new(Code::StepOverlap, *above_at, message)
                    .help("let only one of the rows include it"),
            )
        } else {
            None
        };
        if let Some(fault) = fault {
            sink.push(fault.also(*below_at, "the row below it"));
            fine = false;
        }
    }
    fine
}

/// The table reaches from the lowest to the highest possible value.
fn covers(steps: &[(Span, Step)], span: Span, on: &Indicator, sink: &mut Sink) -> bool {
    let (low, high) = on.valid;
    let unit = on.precision.unit;
    let (Some((first_at, first)), Some((last_at, last))) = (steps.first(), steps.last()) else {
        return false;
    };
    let low_open = first.from.is_some_and(|from| from > low || (from == low && !first.from_included));
    let high_open = last.to.is_some_and(|to| to < high || (to == high && !last.to_included));
    let mut missing = |at: Span, values: String| {
        sink.push(
            Diagnostic::new(Code::StepsNotCovering, at, format!("no row covers {values}"))
                .also(span, "in this table")
                .note(format!("{} can be {}", quoted(on.id.as_str()), range_words(on)))
                .help("leave the outer end of the last row open, such as `> 30s`"),
        );
    };
    if low_open {
        missing(*first_at, format!("the values below {}", shown(lower(first), unit)));
    }
    if high_open {
        missing(*last_at, format!("the values above {}", shown(last.to.unwrap_or(high), unit)));
    }
    !low_open && !high_open
}

/// Whether `points`, sorted by value, never pay a worse value more than a better one. For bands they may rise once and
/// then fall once.
pub(super) fn monotone(points: &[f64], spans: &[Span], on: &Indicator, sink: &mut Sink) -> bool {
    let mut falling = on.direction == Direction::Down;
    for (at, pair) in points.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        if on.direction == Direction::Band && after < before {
            falling = true;
        }
        let wrong = if falling { after > before } else { after < before };
        if wrong && let (Some(here), Some(last)) = (spans.get(at + 1), spans.get(at)) {
            let message = format!("a worse value earns more points than a better one: {}", better_words(on));
            sink.push(
                Diagnostic::new(Code::AgainstDirection, *here, message)
                    .label(format!("{after} points"))
                    .also(*last, format!("{before} points")),
            );
            return false;
        }
    }
    true
}
