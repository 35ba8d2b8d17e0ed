//! What was agreed to be done: by whom, by when.

use super::words;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Commitment, CommitmentKind};
use crate::raw::{self, DateWord};
use chrono::NaiveDate;

/// A date that may be missing. Outer `None`: faulty.
pub(super) fn date(word: Option<&DateWord>, sink: &mut Sink) -> Option<Option<NaiveDate>> {
    match word {
        Some(word) => words::date(word, sink).map(Some),
        None => Some(None),
    }
}

/// All actions agreed on `agreed`.
pub(super) fn all(
    list: Option<Vec<raw::Commitment>>,
    agreed: Option<NaiveDate>,
    sink: &mut Sink,
) -> Option<Vec<Commitment>> {
    let read: Vec<Option<Commitment>> =
        list.unwrap_or_default().into_iter().map(|raw| one(raw, agreed, sink)).collect();
    read.into_iter().collect()
}

fn one(raw: raw::Commitment, agreed: Option<NaiveDate>, sink: &mut Sink) -> Option<Commitment> {
    let raw::Commitment { what, owner, due, done_on, kind, place } = raw;
    let span = place.of("what");
    if owner.is_none() || due.is_none() {
        let absent = match (&owner, &due) {
            (None, None) => "nobody and no day",
            (None, Some(_)) => "nobody",
            _ => "no day",
        };
        let message = format!("this action names {absent}: who does it, and by when?");
        sink.push(
            Diagnostic::new(Code::ActionIncomplete, span, message)
                .help("write `owner: …` and `due: 2025-03-31`"),
        );
    }
    let due_at = place.of("due");
    let due = date(due.as_ref(), sink);
    let done_on = date(done_on.as_ref(), sink)?;
    not_before(agreed, due.flatten().map(|day| (day, due_at)), "due", "was agreed", sink)?;
    let kind = match kind {
        Some(raw::CommitmentKind::Training) => CommitmentKind::Training,
        Some(raw::CommitmentKind::Coaching) => CommitmentKind::Coaching,
        Some(raw::CommitmentKind::PostChange) => CommitmentKind::PostChange,
        Some(raw::CommitmentKind::Other) | None => CommitmentKind::Other,
    };
    let owner = owner.map(|word| word.text);
    Some(Commitment { what: words::text(what), owner, due: due?, done_on, kind, span })
}

/// Reports a day before the one that comes first; `None` then.
pub(super) fn not_before(
    first: Option<NaiveDate>,
    later: Option<(NaiveDate, crate::diag::Span)>,
    what: &str,
    before: &str,
    sink: &mut Sink,
) -> Option<()> {
    let (Some(first), Some((day, span))) = (first, later) else { return Some(()) };
    if first <= day {
        return Some(());
    }
    let message = format!("{what} on {day}, before it {before} on {first}");
    sink.push(Diagnostic::new(Code::DatesReversed, span, message));
    None
}
