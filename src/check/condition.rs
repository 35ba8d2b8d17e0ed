//! Conditions and goals: an operator and a value, or two of them.

use super::quantity::{self, Fault};
use crate::diag::{Code, Diagnostic, Span, quoted};
use crate::model::{Goal, Operator, Unit};

/// Reads one comparison such as `<= 15s`.
pub(super) fn comparison(text: &str, span: Span, unit: Unit) -> Result<(Operator, f64), Fault> {
    let text = text.trim();
    let operators =
        [(">=", Operator::AtLeast), ("<=", Operator::AtMost), (">", Operator::Above), ("<", Operator::Below)];
    let found = operators.into_iter().find_map(|(sign, op)| text.strip_prefix(sign).map(|rest| (op, rest)));
    let Some((operator, rest)) = found else { return Err(unreadable(text, span)) };
    Ok((operator, quantity::parse(rest.trim(), span, unit)?))
}

/// Reads `>= 90%` or `between 5min and 8min`.
pub(super) fn goal(text: &str, span: Span, unit: Unit) -> Result<Goal, Fault> {
    let Some(rest) = text.trim().strip_prefix("between ") else {
        let (operator, value) = comparison(text, span, unit)?;
        return Ok(Goal { operator, value, upper: None });
    };
    let Some((low, high)) = rest.split_once(" and ") else { return Err(unreadable(text, span)) };
    let value = quantity::parse(low.trim(), span, unit)?;
    let upper = quantity::parse(high.trim(), span, unit)?;
    if upper < value {
        let message = format!("{} ends before it begins", quoted(text));
        return Err(Box::new(Diagnostic::new(Code::EmptyRange, span, message)));
    }
    Ok(Goal { operator: Operator::Between, value, upper: Some(upper) })
}

fn unreadable(text: &str, span: Span) -> Fault {
    let message = format!("{} is not a condition", quoted(text));
    Box::new(
        Diagnostic::new(Code::BadCondition, span, message)
            .note("the operators are >=, >, <=, < and, for goals, `between A and B`")
            .help("write for instance `>= 90%`, in quotes"),
    )
}
