//! Periods as they are written: months, quarters, years.

use crate::diag::{Code, Diagnostic, Sink, quoted};
use crate::model::{Period, PeriodKind};
use crate::raw::Word;

/// A period such as `2025-q1`.
pub(super) fn period(word: &Word, fiscal_start: u8, sink: &mut Sink) -> Option<Period> {
    let period = Period::parse(&word.text, fiscal_start);
    if period.is_none() {
        let message = format!("{} is not a period", quoted(&word.text));
        sink.push(
            Diagnostic::new(Code::NotAMonth, word.span, message)
                .help("write it like 2025-03, 2025-q1 or 2025"),
        );
    }
    period
}

/// A period that is a year.
pub(super) fn year(word: &Word, fiscal_start: u8, sink: &mut Sink) -> Option<Period> {
    let period = period(word, fiscal_start, sink)?;
    if period.kind() == PeriodKind::Year {
        return Some(period);
    }
    let message = format!("{} is not a year", quoted(&word.text));
    sink.push(Diagnostic::new(Code::UnknownWord, word.span, message).help("write it like 2025"));
    None
}
