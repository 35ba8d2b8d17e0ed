//! What the ledger says should have happened and did not: points that no scheme counts, levels that were not lowered.

use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Event, Model, RedLineStatus, SchemeIx};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Days within which a level that steps down has to be entered as a posting.
const DAYS_TO_LOWER: u64 = 60;

/// Warns of points that are not scored and of levels that were not lowered by `today`.
pub(super) fn check(model: &Model, today: Option<NaiveDate>, sink: &mut Sink) {
    not_scored(model, sink);
    let last_month = || model.metrics.range().map(|(_, last)| last.last_day());
    let Some(today) = today.or(model.organisation.as_of).or_else(last_month) else { return };
    model.ledger.events().iter().for_each(|event| not_lowered(model, event, today, sink));
}

/// One warning for each scheme, at its first event.
fn not_scored(model: &Model, sink: &mut Sink) {
    let mut found: BTreeMap<SchemeIx, (&Event, usize)> = BTreeMap::new();
    for event in model.ledger.events().iter().filter(|event| event.nature.sign() != 0.0) {
        let posting = model.agent(event.agent).posting_on(event.date);
        let scheme = posting.and_then(|posting| model.scheme_in_force(posting.team, event.month));
        let Some(scheme) = scheme.filter(|scheme| model.scheme(*scheme).policy.events.is_none()) else {
            continue;
        };
        let (first, count) = found.entry(scheme).or_insert((event, 0));
        *count += 1;
        if event.span < first.span {
            *first = event;
        }
    }
    for (scheme, (event, count)) in found {
        let scheme = model.scheme(scheme);
        let message = format!(
            "{count} events with points are shown but not scored: `{}` has no policy for them",
            scheme.id
        );
        sink.push(
            Diagnostic::new(Code::EventsNotScored, event.span, message)
                .also(scheme.span, "the scheme")
                .help("add `events: { most_added: 5, most_deducted: 10 }` to its policy"),
        );
    }
}

fn not_lowered(model: &Model, event: &Event, today: NaiveDate, sink: &mut Sink) {
    let Some(case) = &event.case else { return };
    let (Some(decided), RedLineStatus::Confirmed, 1..) = (case.decided_on, case.status, case.levels_down)
    else {
        return;
    };
    let agent = model.agent(event.agent);
    let Some(limit) = decided.checked_add_days(Days::new(DAYS_TO_LOWER)) else { return };
    let Some(before) = agent.posting_on(event.date) else { return };
    if today <= limit || agent.left.is_some_and(|left| left <= limit) {
        return;
    }
    let wanted = before.level.0.saturating_sub(u32::from(case.levels_down));
    let lowered = agent
        .postings
        .iter()
        .any(|posting| (event.date..=limit).contains(&posting.from) && posting.level.0 <= wanted);
    if !lowered && before.level.0 > wanted {
        let level = model.organisation.levels.get(wanted as usize);
        let level = level.map_or("the lower level", |level| level.id.as_str());
        let message =
            format!("`{}` was to step down to `{level}`, and no posting says so by {limit}", agent.id);
        sink.push(
            Diagnostic::new(Code::LevelNotLowered, event.span, message)
                .also(before.span, "the posting at that time")
                .help("enter the new posting, or lift the red line if it was decided otherwise"),
        );
    }
}
