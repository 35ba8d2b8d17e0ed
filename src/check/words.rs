//! Single values of the format: ids, dates, months, plain numbers, texts.

use crate::diag::{Code, Diagnostic, Sink, Span, quoted};
use crate::model::{Id, Month, Text};
use crate::raw::{self, DateWord, Flag, IdWord, MonthWord, NumberWord, Quantity, Suffix};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// An id.
pub(super) fn id(word: &IdWord, sink: &mut Sink) -> Option<Id> {
    let id = Id::parse(&word.text);
    if id.is_none() {
        let message = format!("{} cannot be an id", quoted(&word.text));
        sink.push(
            Diagnostic::new(Code::BadId, word.span, message)
                .note("an id stands in addresses and file names: 1 to 64 of a-z 0-9 . _ -, beginning and ending with a letter or digit")
                .help_if(nearest_id(&word.text)),
        );
    }
    id
}

/// What the text would be as an id, if not much is wrong with it.
fn nearest_id(text: &str) -> Option<String> {
    let plain: String =
        text.trim().to_lowercase().chars().map(|c| if c.is_whitespace() { '.' } else { c }).collect();
    Id::parse(&plain).map(|id| format!("write `{id}`"))
}

/// A date that exists, written `2025-03-31`.
pub(super) fn date(word: &DateWord, sink: &mut Sink) -> Option<NaiveDate> {
    let date = parse_date(&word.text);
    if date.is_none() {
        let message = format!("{} is not a date", quoted(&word.text));
        sink.push(
            Diagnostic::new(Code::NotADate, word.span, message)
                .help("write a day that exists, like 2025-03-31"),
        );
    }
    date
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    let (month, day) = (Month::parse(text.get(..7)?)?, text.get(7..)?.strip_prefix('-')?);
    if day.len() != 2 || !day.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    NaiveDate::from_ymd_opt(month.year(), month.month(), day.parse().ok()?)
}

/// A month written `2025-03`.
pub(super) fn month(word: &MonthWord, sink: &mut Sink) -> Option<Month> {
    let month = Month::parse(&word.text);
    if month.is_none() {
        let message = format!("{} is not a month", quoted(&word.text));
        sink.push(Diagnostic::new(Code::NotAMonth, word.span, message).help("write it like 2025-03"));
    }
    month
}

/// A plain number.
pub(super) fn number(word: &NumberWord, sink: &mut Sink) -> Option<f64> {
    match Quantity::parse(&word.text) {
        Some(Quantity { number, suffix: Suffix::None }) => Some(number),
        other => {
            let message = format!("{} is not a plain number", quoted(&word.text));
            let unit = other.is_some().then(|| "write the number without a unit".to_owned());
            sink.push(Diagnostic::new(Code::NotANumber, word.span, message).help_if(unit));
            None
        }
    }
}

/// A plain number within `range`.
pub(super) fn number_in(word: &NumberWord, range: RangeInclusive<f64>, sink: &mut Sink) -> Option<f64> {
    let value = number(word, sink)?;
    if range.contains(&value) {
        return Some(value);
    }
    sink.push(out_of_range(&word.text, word.span, &format!("{} to {}", range.start(), range.end())));
    None
}

/// A whole number within `range`.
pub(super) fn whole(word: &NumberWord, range: RangeInclusive<u16>, sink: &mut Sink) -> Option<u16> {
    let value = number(word, sink)?;
    let (low, high) = (*range.start(), *range.end());
    if value.fract() == 0.0 && (f64::from(low)..=f64::from(high)).contains(&value) {
        return Some(value as u16);
    }
    sink.push(out_of_range(&word.text, word.span, &format!("a whole number from {low} to {high}")));
    None
}

fn out_of_range(text: &str, span: Span, allowed: &str) -> Diagnostic {
    let message = format!("{} is out of range for this field", quoted(text));
    Diagnostic::new(Code::OutOfRange, span, message).note(format!("allowed is {allowed}"))
}

/// `true` or `false`.
pub(super) fn flag(word: &Flag, sink: &mut Sink) -> Option<bool> {
    match word.text.as_str() {
        "true" => Some(true),
        "false" => Some(false),
        other => {
            let message = format!("{} is neither true nor false", quoted(other));
            sink.push(Diagnostic::new(Code::UnknownWord, word.span, message).help("write `true` or `false`"));
            None
        }
    }
}

/// A text in both languages.
pub(super) fn text(text: raw::Text) -> Text {
    let raw::Text { zh, en } = text;
    Text::new(zh.text, en.text)
}

/// A text that may be missing.
pub(super) fn text_or_empty(written: Option<raw::Text>) -> Text {
    written.map(text).unwrap_or_default()
}

/// Whether `later` does not come before `earlier`; reported if it does.
pub(super) fn in_order(
    earlier: Option<(NaiveDate, Span)>,
    later: Option<(NaiveDate, Span)>,
    sink: &mut Sink,
) -> bool {
    if let (Some((from, began)), Some((to, ended))) = (earlier, later)
        && to < from
    {
        sink.push(
            Diagnostic::new(
                Code::DatesReversed,
                ended,
                format!("this ends on {to}, before it begins on {from}"),
            )
            .also(began, "begins here"),
        );
        return false;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        assert_eq!(parse_date("2024-02-29"), NaiveDate::from_ymd_opt(2024, 2, 29));
        for bad in
            ["2025-02-29", "2025-2-9", "2025-02-9", "2025/02/09", "2025-02-09T00:00", "", "２025-02-09"]
        {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }
}
