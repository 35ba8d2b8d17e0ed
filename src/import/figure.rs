//! What a figure adds up to, as it is written in the file of its month.

use super::bind::unit_seconds;
use super::form::Form;
use super::number::{Kind, Reading, divide, shown};
use super::tally::Sums;
use crate::model::Unit;

/// The text of a figure; `None` if nothing was said. A figure of records is said by their being there: none rated is `0/0`.
pub(super) fn text(form: &Form, sums: &Sums, unit: Option<Unit>, summary: bool) -> Option<String> {
    if summary && sums.rows == 0 {
        return None;
    }
    let seconds = unit.and_then(unit_seconds).unwrap_or(1);
    let pair = |a: i128, b: i128| Some(format!("{}/{}", shown(a), shown(b)));
    match form {
        Form::Pair { above: Reading { kind: Kind::Duration(_), .. }, .. } => {
            pair(in_unit(sums.a, seconds), sums.b)
        }
        Form::Mean { reading: Reading { kind: Kind::Duration(_), .. }, .. } | Form::Span(_) => {
            pair(in_unit(sums.a, seconds), sums.b)
        }
        Form::Pair { .. } | Form::Mean { .. } | Form::Within(..) | Form::When => pair(sums.a, sums.b),
        Form::Value { n, .. } => {
            let value = with_unit(sums.a, unit);
            match n.is_some() && !sums.unknown_n {
                true => Some(format!("{{ value: {value}, n: {} }}", shown(sums.b))),
                false => Some(format!("{{ value: {value} }}")),
            }
        }
        Form::Triple(_) | Form::Nps { .. } => {
            Some(format!("{}/{}/{}", shown(sums.a), shown(sums.b), shown(sums.c)))
        }
        Form::Sum { reading: Reading { kind: Kind::Duration(_), .. }, .. } => {
            Some(shown(in_unit(sums.a, seconds)))
        }
        Form::Sum { .. } => Some(shown(sums.a)),
        Form::Count if sums.cases.is_empty() => Some(shown(sums.a)),
        Form::Count => {
            let mut cases = sums.cases.clone();
            cases.sort_unstable();
            cases.dedup();
            Some(cases.len().to_string())
        }
        Form::SpanPercentile(_, rank) | Form::Percentile { rank, .. } => {
            let mut values = sums.values.clone();
            values.sort_unstable();
            // Nearest rank: the smallest value with at least `rank` percent of all at or below it.
            let at = (values.len() * *rank as usize).div_ceil(100).max(1);
            let value = with_unit((*values.get(at - 1)?).into(), unit);
            Some(format!("{{ value: {value}, n: {} }}", values.len()))
        }
    }
}

/// Seconds, in millionths, in a unit: to the millisecond, or the ten-thousandth of a minute or hour.
fn in_unit(sum: i128, seconds: i64) -> i128 {
    let step = if seconds == 1 { 1000 } else { 100 };
    i128::from(divide(sum, i128::from(seconds) * step)) * step
}

/// A single value with its unit.
fn with_unit(value: i128, unit: Option<Unit>) -> String {
    match unit {
        Some(Unit::Percent) => format!("{}%", shown(value * 100)),
        Some(Unit::PerMille) => format!("{}‰", shown(value * 1000)),
        Some(Unit::Seconds) => format!("{}s", shown(in_unit(value, 1))),
        Some(Unit::Minutes) => format!("{}min", shown(in_unit(value, 60))),
        Some(Unit::Hours) => format!("{}h", shown(in_unit(value, 3600))),
        _ => shown(value),
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::Clock;
    use super::*;

    #[test]
    fn figures_are_written_in_the_unit_of_their_indicator() {
        let clock = Clock { from: 0, to: 1, business: false };
        let sums = Sums { a: 5_400_000_000, b: 3_000_000, rows: 3, ..Sums::default() };
        let span = |unit| text(&Form::Span(clock), &sums, Some(unit), false).unwrap();
        assert_eq!(span(Unit::Seconds), "5400/3");
        assert_eq!(span(Unit::Minutes), "90/3");
        assert_eq!(span(Unit::Hours), "1.5/3");
        assert_eq!(text(&Form::When, &Sums::default(), None, false).unwrap(), "0/0");
        assert_eq!(text(&Form::When, &Sums::default(), None, true), None);
    }

    /// Ten values: by nearest rank, P90 is the ninth.
    #[test]
    fn percentiles_are_nearest_rank() {
        let clock = Clock { from: 0, to: 1, business: false };
        let values = (1..=10).rev().map(|second| second * 1_000_000).collect();
        let sums = Sums { values, rows: 10, ..Sums::default() };
        let form = Form::SpanPercentile(clock, 90);
        assert_eq!(text(&form, &sums, Some(Unit::Seconds), false).unwrap(), "{ value: 9s, n: 10 }");
    }
}
