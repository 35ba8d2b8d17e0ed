//! Closed months: the digest that was recorded last has to be that of the facts now.

use super::digest::digest;
use super::vocabulary::Vocabulary;
use super::{person, words};
use crate::diag::{Code, Diagnostic, Sink, Span, quoted};
use crate::model::{ClosedMonth, Correction, Model, Month};
use crate::raw::{self, Entries, IdWord, Word};
use rayon::prelude::*;

/// The closed months, sorted; `None` if one is faulty.
pub(super) fn check(
    files: Vec<Entries<raw::ClosedMonth>>,
    book: &Vocabulary,
    sink: &mut Sink,
) -> Option<Vec<ClosedMonth>> {
    let entries = files.into_iter().flat_map(|entries| entries.list);
    let read: Vec<Option<ClosedMonth>> = entries.map(|(word, raw)| month(&word, raw?, book, sink)).collect();
    let mut closed: Vec<ClosedMonth> = read.into_iter().collect::<Option<_>>()?;
    closed.sort_by_key(|closed| closed.month);
    for pair in closed.windows(2) {
        if let [first, again] = pair
            && first.month == again.month
        {
            let message = format!("{} is closed twice", again.month);
            sink.push(
                Diagnostic::new(Code::DuplicateId, again.span, message).also(first.span, "first closed here"),
            );
        }
    }
    Some(closed)
}

fn month(word: &IdWord, raw: raw::ClosedMonth, book: &Vocabulary, sink: &mut Sink) -> Option<ClosedMonth> {
    let raw::ClosedMonth { closed_on, digest, corrections, place } = raw;
    let month = words::month(&raw::MonthWord::new(&word.text, word.span), sink);
    let closed = words::date(&closed_on, sink);
    if let (Some(month), Some(day)) = (month, closed)
        && day <= month.last_day()
    {
        let message = format!("closed on {day}, before {month} had ended");
        sink.push(Diagnostic::new(Code::DatesReversed, closed_on.span, message));
    }
    let digest = digest_of(&digest, sink);
    let corrections = corrections.unwrap_or_default();
    let read: Vec<Option<Correction>> =
        corrections.into_iter().map(|raw| correction(raw, book, sink)).collect();
    Some(ClosedMonth {
        month: month?,
        closed_on: closed?,
        digest: digest?,
        corrections: read.into_iter().collect::<Option<_>>()?,
        span: place.of("digest"),
    })
}

fn correction(raw: raw::Correction, book: &Vocabulary, sink: &mut Sink) -> Option<Correction> {
    let raw::Correction { on, by, reason, digest, place } = raw;
    let (on, by) = (words::date(&on, sink), person::resolve(&by, book, sink));
    let digest = digest_of(&digest, sink);
    Some(Correction {
        on: on?,
        by: by?,
        reason: words::text(reason),
        digest: digest?,
        span: place.of("digest"),
    })
}

/// A digest in its form: `sha256:` and 64 hexadecimal digits.
fn digest_of(word: &Word, sink: &mut Sink) -> Option<String> {
    let hex = word.text.strip_prefix("sha256:");
    let fine = hex.is_some_and(|hex| {
        hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    });
    if !fine {
        let message = format!("{} is not a digest", quoted(&word.text));
        sink.push(
            Diagnostic::new(Code::BadDigest, word.span, message)
                .help("do not write it by hand: `deskscore close` records it"),
        );
    }
    fine.then(|| word.text.clone())
}

/// Compares each closed month with its facts. Gives the months that changed without a correction, with their digest now.
pub(super) fn compare(model: &Model, sink: &mut Sink) -> Vec<(Month, String)> {
    let now: Vec<String> = model.ledger.closed.par_iter().map(|closed| digest(model, closed.month)).collect();
    let mut changed = Vec::new();
    for (closed, now) in model.ledger.closed.iter().zip(now) {
        let (recorded, span) = closed.standing_digest();
        if recorded != now {
            sink.push(changed_month(closed, span, &now));
            changed.push((closed.month, now));
        }
    }
    changed
}

fn changed_month(closed: &ClosedMonth, span: Span, now: &str) -> Diagnostic {
    let month = closed.month;
    let since = closed.corrections.last().map_or(closed.closed_on, |correction| correction.on);
    let message =
        format!("the figures or events of {month} have changed since {since}, and {month} is closed");
    Diagnostic::new(Code::ClosedMonthChanged, span, message)
        .note(format!("their digest is now {now}"))
        .note("published scores change with them, so the change has to be seen")
        .help(format!(
            "take the change back, or record it: deskscore close {month} --correct --by WHO --reason WHY"
        ))
}
