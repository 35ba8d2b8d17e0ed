//! What is said of a period's closing: closed when, corrected when, by whom and why.

use super::event_steps::person;
use super::format;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::model::{ClosedMonth, Month, Period, PeriodKind};
use crate::view::{Mark, Tone};

/// Whether a period is running, complete, closed, or corrected since its closing.
#[must_use]
pub(super) fn mark(reporter: &Reporter<'_>, voice: Voice<'_>, period: Period) -> Mark {
    if !reporter.evaluation.complete(period) {
        return Mark::new(Tone::Watch, voice.word("period-running"));
    }
    let ledger = &reporter.evaluation.model.ledger;
    let closed: Option<Vec<&ClosedMonth>> = period.months().map(|month| ledger.closing(month)).collect();
    let key = match closed {
        None => "period-complete",
        Some(months) if months.iter().any(|month| !month.corrections.is_empty()) => "period-corrected",
        Some(_) => "period-closed",
    };
    Mark::new(Tone::OnTarget, voice.word(key))
}

/// Sentences on the closing of the months of `period`; none where nothing is ever closed.
#[must_use]
pub(super) fn sentences(reporter: &Reporter<'_>, voice: Voice<'_>, period: Period) -> Vec<String> {
    let ledger = &reporter.evaluation.model.ledger;
    if ledger.closed.is_empty() {
        return Vec::new();
    }
    let one = period.kind() == PeriodKind::Month;
    let mut told = Vec::new();
    let mut open = Vec::new();
    for month in period.months().filter(|month| has_figures(reporter, *month)) {
        match ledger.closing(month) {
            Some(closed) => {
                if one {
                    told.push(say!(voice, "closing-closed", date: &closed.closed_on.to_string()));
                }
                told.extend(corrections(reporter, voice, closed));
            }
            None => open.push(format::month(month, voice.language)),
        }
    }
    if !open.is_empty() {
        let names: Vec<&str> = open.iter().map(String::as_str).collect();
        told.push(match one {
            true if late(reporter, period) => {
                let days = usize::from(reporter.evaluation.model.organisation.grace_days);
                say!(voice, "closing-late", n: days)
            }
            true => voice.word("closing-open"),
            false => say!(voice, "closing-open-months", months: &voice.list(&names)),
        });
    } else if !one && told.is_empty() {
        told.push(voice.word("closing-all-closed"));
    }
    told
}

/// Whether a month should have been closed: more days have passed since its end than its data may be late.
fn late(reporter: &Reporter<'_>, period: Period) -> bool {
    let grace = chrono::Days::new(u64::from(reporter.evaluation.model.organisation.grace_days));
    let limit = period.last().last_day().checked_add_days(grace);
    limit.is_some_and(|limit| limit < reporter.evaluation.as_of)
}

fn has_figures(reporter: &Reporter<'_>, month: Month) -> bool {
    reporter.evaluation.periods.contains(&Period::month(month))
}

fn corrections(reporter: &Reporter<'_>, voice: Voice<'_>, closed: &ClosedMonth) -> Vec<String> {
    let one = |correction: &crate::model::Correction| {
        say!(
            voice, "closing-corrected",
            month: &format::month(closed.month, voice.language), date: &correction.on.to_string(),
            by: &person(reporter, voice.language, correction.by), reason: voice.name(&correction.reason),
        )
    };
    closed.corrections.iter().map(one).collect()
}
