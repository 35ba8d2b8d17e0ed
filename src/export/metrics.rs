//! The figures as written, by month and channel.

use super::column::{Cell as Field, Column, named, nameless, number, place, text};
use super::{Results, Rows, words};
use crate::diag::Span;
use crate::model::{Cell, Entry, Holder, Row, Subject};

/// The columns.
pub(super) const COLUMNS: &[Column] = &[
    text("holder_kind"),
    text("holder"),
    text("holder_zh"),
    text("holder_en"),
    text("month"),
    text("channel"),
    text("team"),
    number("days_worked"),
    number("days_scheduled"),
    text("indicator"),
    text("indicator_zh"),
    text("indicator_en"),
    text("measure"),
    text("written_as"),
    number("numerator"),
    number("denominator"),
    number("number"),
    number("promoters"),
    number("passives"),
    number("detractors"),
    text("source"),
];

/// A row for each figure that may be seen, and one for days without figures.
pub(super) fn rows(results: Results<'_>) -> Rows<'_> {
    let model = &results.visible.evaluation.model;
    let seen = move |row: &&Row| match row.holder {
        Holder::Agent(agent) => results.visible.agent(agent),
        Holder::Team(team) => results.visible.team(team),
    };
    Box::new(model.metrics.rows().iter().filter(seen).flat_map(move |row| {
        let cells = model.metrics.cells(row);
        let bare = (cells.is_empty() && row.days.is_some()).then(|| of_row(results, row, None));
        let figures = cells.iter().filter(move |cell| match row.holder {
            Holder::Agent(_) => true,
            Holder::Team(team) => results.visible.figure(Subject::Team(team), cell.indicator),
        });
        bare.into_iter().chain(figures.map(move |cell| of_row(results, row, Some(cell))))
    }))
}

fn of_row(results: Results<'_>, row: &Row, cell: Option<&Cell>) -> Vec<Field> {
    let model = &results.visible.evaluation.model;
    let mut cells = Vec::with_capacity(COLUMNS.len());
    match row.holder {
        Holder::Agent(agent) => {
            cells.push("agent".into());
            cells.extend(named(model.agent(agent).id.as_str(), &model.agent(agent).name));
        }
        Holder::Team(team) => {
            cells.push("team".into());
            cells.extend(named(model.team(team).id.as_str(), &model.team(team).name));
        }
    }
    let channel = row.channel.and_then(|channel| model.organisation.channels.get(channel.at()));
    cells.push(row.month.to_string().into());
    cells.push(channel.map(|channel| channel.id.as_str()).into());
    cells.push(row.team.map(|team| model.team(team).id.as_str()).into());
    cells.push(row.days.map(|days| days.worked).into());
    cells.push(row.days.map(|days| days.scheduled).into());
    let indicator = cell.map(|cell| model.indicator(cell.indicator));
    cells.extend(indicator.map_or_else(nameless, |one| named(one.id.as_str(), &one.name)));
    cells.push(indicator.map(|one| words::measure(&one.measure)).into());
    cells.extend(figure(cell.map(|cell| cell.entry())));
    let start = cell.map_or(row.start, |cell| cell.start);
    let source = || place(results.sources, Span::new(row.file, start, start));
    cells.push(results.visible.everything().then(source).into());
    cells
}

/// The form in which a figure was written, and its numbers.
fn figure(entry: Option<Entry>) -> [Field; 7] {
    let mut fields = [const { Field::Nothing }; 7];
    let [form, above, below, number, promoters, passives, detractors] = &mut fields;
    match entry {
        None => {}
        Some(Entry::Pair(a, b)) => (*form, *above, *below) = ("counts".into(), a.into(), b.into()),
        Some(Entry::Number(x)) => (*form, *number) = ("number".into(), x.into()),
        Some(Entry::Nps(p, q, d)) => {
            *form = "nps".into();
            (*promoters, *passives, *detractors) =
                (f64::from(p).into(), f64::from(q).into(), f64::from(d).into());
        }
        Some(Entry::State(x, n)) => (*form, *number, *below) = ("state".into(), x.into(), n.into()),
        Some(Entry::Reconstructed(x, n)) => {
            (*form, *number, *below) = ("reconstructed".into(), x.into(), n.into());
        }
        Some(Entry::NotApplicable) => *form = "not_applicable".into(),
    }
    fields
}
