//! The ledger: what was entered beside the figures.

use super::column::{Cell, Column, date, named, number, place, text};
use super::{Results, Rows};
use crate::model::Event;

/// The columns.
pub(super) const COLUMNS: &[Column] = &[
    text("event"),
    text("agent"),
    text("agent_zh"),
    text("agent_en"),
    date("date"),
    text("month"),
    text("type"),
    text("type_zh"),
    text("type_en"),
    text("nature"),
    number("points"),
    text("evidence"),
    text("note_zh"),
    text("note_en"),
    text("source"),
];

/// A row for each event of agents that may be seen. Points have the sign with which they count.
pub(super) fn rows(results: Results<'_>) -> Rows<'_> {
    let events = results.visible.evaluation.model.ledger.events().iter();
    let seen = events.filter(move |event| results.visible.agent(event.agent));
    Box::new(seen.map(move |event| row(results, event)))
}

fn row(results: Results<'_>, event: &Event) -> Vec<Cell> {
    let model = &results.visible.evaluation.model;
    let kind = model.organisation.event_type(event.kind);
    let mut cells = Vec::with_capacity(COLUMNS.len());
    cells.push(event.id.as_ref().map(|id| id.as_str()).into());
    cells.extend(named(model.agent(event.agent).id.as_str(), &model.agent(event.agent).name));
    cells.push(event.date.into());
    cells.push(event.month.to_string().into());
    cells.extend(named(kind.id.as_str(), &kind.name));
    cells.push(event.nature.key().into());
    // Zero has no sign.
    cells.push((event.nature.sign() * event.points + 0.0).into());
    cells.push(event.evidence.as_str().into());
    cells.push(event.note.zh.as_str().into());
    cells.push(event.note.en.as_str().into());
    cells.push(results.visible.everything().then(|| place(results.sources, event.span)).into());
    cells
}
