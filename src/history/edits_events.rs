//! Edits of the ledger: events, closed months, corrections.

use super::Place;
use super::edit::{Amount, Edit, EditKind, Named};
use super::side::Side;
use super::union::Union;
use crate::model::{ClosedMonth, Event};

/// Events of one state alone, and months that were closed, corrected or opened again.
#[must_use]
pub(super) fn edits(union: &Union, base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let (was, is) = (union.base.ledger.events(), union.head.ledger.events());
    let mut edits = Vec::new();
    edits.extend(only(is, was).map(|event| edit(EditKind::EventAdded, union, event, head)));
    edits.extend(only(was, is).map(|event| edit(EditKind::EventRemoved, union, event, base)));
    edits.extend(closed(base, head));
    edits
}

/// Events of `list` that `other` does not have. Both are sorted by agent first, so only an agent's own are looked at.
pub(super) fn only<'a>(list: &'a [Event], other: &'a [Event]) -> impl Iterator<Item = &'a Event> {
    list.iter().filter(|event| {
        let from = other.partition_point(|known| known.agent < event.agent);
        let own = other.iter().skip(from).take_while(|known| known.agent == event.agent);
        !own.into_iter().any(|known| known == *event)
    })
}

fn edit(kind: EditKind, union: &Union, event: &Event, side: Side<'_>) -> Edit {
    let agent = union.known(event.agent);
    let of_type = union.head.organisation.event_type(event.kind);
    let points = event.points * event.nature.sign();
    let points = (points != 0.0).then_some(Amount::Points(points));
    let (before, after) = if kind == EditKind::EventAdded { (None, points) } else { (points, None) };
    Edit {
        who: Some(Named::new(&agent.id, &agent.name)),
        what: Some(Named::new(&of_type.id, &of_type.name)),
        month: Some(event.month),
        before,
        after,
        place: place(event, union, side),
        ..Edit::new(kind)
    }
}

/// Where the event is written: places were taken out of the shared numbering, so it is found again by what it says.
fn place(event: &Event, union: &Union, side: Side<'_>) -> Option<Place> {
    let (base, head) = union.agents.get(event.agent.at()).copied()?;
    let same = |known: &&Event| {
        known.date == event.date
            && known.id == event.id
            && known.evidence == event.evidence
            && known.points.total_cmp(&event.points).is_eq()
    };
    let mut agents = [head, base].into_iter().flatten();
    let found = agents.find_map(|agent| side.evaluation.model.ledger.of_agent(agent).iter().find(same))?;
    Place::of(side, found.span)
}

fn closed(base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let (was, is) = (&base.evaluation.model.ledger, &head.evaluation.model.ledger);
    let mut edits = Vec::new();
    for now in &is.closed {
        let of =
            |kind, span| Edit { month: Some(now.month), place: Place::of(head, span), ..Edit::new(kind) };
        let Some(before) = was.closing(now.month) else {
            edits.push(of(EditKind::MonthClosed, now.span));
            continue;
        };
        for correction in now.corrections.iter().skip(before.corrections.len()) {
            let reason = Amount::Words(correction.reason.zh.clone());
            edits.push(Edit { after: Some(reason), ..of(EditKind::CorrectionRecorded, correction.span) });
        }
    }
    // A head whose closed months changed without a correction is read without its closing, so that what it does can be seen.
    let gone = |closed: &&ClosedMonth| head.changed.is_empty() && is.closing(closed.month).is_none();
    edits.extend(was.closed.iter().filter(gone).map(|closed| Edit {
        month: Some(closed.month),
        place: Place::of(base, closed.span),
        ..Edit::new(EditKind::MonthReopened)
    }));
    edits
}
