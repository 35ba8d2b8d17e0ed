//! Tables of events: on the ledger's page and on an agent's.

use super::agent::link;
use super::event_steps::{months, person, points};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, format};
use crate::model::{
    AgentIx, Event, EventNature, Language, Model, Month, RedLine, RedLineStatus, in_both, side,
};
use crate::view::{Cell, CellState, Column, Mark, Row, Table, Tone};

/// A table of `events`. Its columns: date, agent (unless `own`), type, points, what happened, evidence, entered by.
#[must_use]
pub(super) fn table<'e>(
    reporter: &Reporter<'_>,
    language: Language,
    caption: &str,
    events: impl Iterator<Item = &'e Event>,
    own: bool,
) -> Table {
    let voice = reporter.voice(language);
    let rows: Vec<Row> = events.map(|event| row(reporter, voice, event, own)).collect();
    of_rows(caption, columns(voice, own), rows)
}

/// The events of an agent, newest first; `None` where there are none.
#[must_use]
pub(super) fn of_agent(reporter: &Reporter<'_>, agent: AgentIx, language: Language) -> Option<Table> {
    let events = reporter.evaluation.model.ledger.of_agent(agent);
    let caption = reporter.voice(language).word("events");
    (!events.is_empty()).then(|| {
        let mut table = table(reporter, language, &caption, events.iter().rev(), true);
        table.quiet = true;
        table
    })
}

/// A table of such rows: short ones need no filter, and long ones lie on pages by month.
pub(super) fn of_rows(caption: &str, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    let mut table = Table::new(caption, columns, rows);
    table.filter = false;
    table
}

fn columns(voice: Voice<'_>, own: bool) -> Vec<Column> {
    let mut columns = vec![Column::text(voice.word("ledger-date"))];
    if !own {
        columns.push(Column::text(voice.word("ledger-agent")));
    }
    columns.extend([
        Column::text(voice.word("ledger-type")),
        Column::number(voice.word("ledger-points")),
        Column::text(voice.word("ledger-what")),
        Column::text(voice.word("ledger-evidence")).minor(),
        Column::text(voice.word("ledger-rater")).minor(),
    ]);
    columns
}

fn row(reporter: &Reporter<'_>, voice: Voice<'_>, event: &Event, own: bool) -> Row {
    let model = &reporter.evaluation.model;
    let kind = model.organisation.event_type(event.kind);
    let mut cells = vec![day_cell(reporter, event)];
    if !own {
        cells.push(agent_cell(model, event.agent, voice.language));
    }
    let signed = event.points * event.nature.sign();
    let points = match event.nature.sign() == 0.0 {
        true => Cell::empty(CellState::NotApplicable),
        false => Cell::number(points(event), signed),
    };
    let what = match &event.case {
        Some(case) => {
            let words = case_words(voice, case, band_of(reporter, voice, event));
            let note = event.note.get(voice.language);
            if note.is_empty() { words } else { format!("{note} · {words}") }
        }
        None => event.note.get(voice.language).to_owned(),
    };
    let (name, nature) = (voice.name(&kind.name), nature(voice, event.nature));
    let kind_cell = Cell { note: beside(name, &nature), ..Cell::text(name) };
    cells.extend([
        kind_cell,
        points,
        stated(voice, &what),
        stated(voice, &event.evidence),
        Cell::text(person(reporter, voice.language, event.rater)),
    ]);
    Row { sensitive: event.nature.is_sensitive(), ..Row::new(cells) }
}

/// The nature of an event beside the name of its type, unless they are the same words.
fn beside(name: &str, nature: &str) -> Option<String> {
    let note = in_both(|language| {
        let nature = side(nature, language);
        if nature == side(name, language) { String::new() } else { nature }
    });
    Some(note).filter(|note| !note.is_empty())
}

/// The day, with the file and line on which the event was written in smaller print; folders follow from the month.
pub(super) fn day_cell(reporter: &Reporter<'_>, event: &Event) -> Cell {
    let note = reporter.source(event.span).map(|source| {
        let file = source.path.rsplit('/').next().unwrap_or_default();
        format!("{file}:{}", source.line)
    });
    Cell { note, ..Cell::text(event.date.to_string()) }
}

/// The agent, with a way to the events on the agent's page.
pub(super) fn agent_cell(model: &Model, agent: AgentIx, language: Language) -> Cell {
    let agent = model.agent(agent);
    let link =
        link(agent.name.get(language), format!("{}#events", address::agent(agent.id.as_str())), language);
    Cell { href: link.href, lang: link.lang, ..Cell::text(link.text) }
}

/// A text, or that there is none.
pub(super) fn stated(voice: Voice<'_>, text: &str) -> Cell {
    if text.is_empty() { Cell::text(voice.word("ledger-not-stated")) } else { Cell::text(text) }
}

/// A day, or that there is none to tell.
pub(super) fn day(day: Option<chrono::NaiveDate>) -> Cell {
    day.map_or_else(|| Cell::empty(CellState::NotApplicable), |day| Cell::text(day.to_string()))
}

/// The nature in a word.
#[must_use]
pub(super) fn nature(voice: Voice<'_>, nature: EventNature) -> String {
    voice.word(match nature {
        EventNature::Bonus => "event-bonus",
        EventNature::Deduction => "event-deduction",
        EventNature::Commendation => "event-commendation",
        EventNature::RedLine => "event-red-line",
    })
}

/// Where a red line stands, as a mark.
#[must_use]
pub(super) fn status(voice: Voice<'_>, case: &RedLine) -> Mark {
    match case.status {
        RedLineStatus::Reported => Mark::new(Tone::Watch, voice.word("red-line-reported")),
        RedLineStatus::Confirmed => Mark::new(Tone::Below, voice.word("red-line-confirmed")),
        RedLineStatus::Lifted => Mark::new(Tone::NoValue, voice.word("red-line-lifted")),
    }
}

/// Status, time and effects of a red line in a sentence.
fn case_words(voice: Voice<'_>, case: &RedLine, band: Option<&str>) -> String {
    if case.status != RedLineStatus::Confirmed {
        return status(voice, case).word;
    }
    let effects = effects(voice, case, band);
    let time = months(case.from, case.through, voice.language);
    say!(voice, "red-line-in-force", time: &time, effects: &effects)
}

/// The name of the best band that a red line allows, in the scheme in force for the agent on that day.
#[must_use]
pub(super) fn band_of<'a>(reporter: &'a Reporter<'_>, voice: Voice<'a>, event: &Event) -> Option<&'a str> {
    let model = &reporter.evaluation.model;
    let id = event.case.as_ref()?.band_at_most.as_ref()?;
    let posting = model.agent(event.agent).posting_on(event.date)?;
    let scheme = model.scheme(model.scheme_in_force(posting.team, event.month)?);
    scheme.bands.iter().find(|band| band.id == *id).map(|band| voice.name(&band.name))
}

/// What follows from a red line, in a list. `band` is the name of the band where the scheme is known.
#[must_use]
pub(super) fn effects(voice: Voice<'_>, case: &RedLine, band: Option<&str>) -> String {
    let mut parts = Vec::new();
    if let Some(id) = &case.band_at_most {
        let band = band.map_or_else(|| id.as_str().to_uppercase(), str::to_owned);
        parts.push(say!(voice, "red-line-band", band: &band));
    }
    if case.levels_down > 0 {
        parts.push(say!(voice, "red-line-levels", n: usize::from(case.levels_down)));
    }
    if case.no_bonus {
        parts.push(voice.word("red-line-no-bonus"));
    }
    match parts.is_empty() {
        true => voice.word("red-line-no-effect"),
        false => parts.join(&voice.either("，", ", ")),
    }
}

/// The heading of a month.
#[must_use]
pub(super) fn month_title(month: Month, language: Language) -> String {
    format::month(month, language)
}
