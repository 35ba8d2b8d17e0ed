//! Tables of appeals: on the ledger's page and on an agent's.

use super::event_steps::person;
use super::event_table::{agent_cell, of_rows, stated};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, format};
use crate::model::{AgentIx, Appeal, Decision, Language};
use crate::view::{Cell, CellState, Column, Mark, Row, Table, Tone};

/// A table of `appeals`, newest first; without the agent where they are all `own`.
#[must_use]
pub(super) fn table(reporter: &Reporter<'_>, language: Language, appeals: &[&Appeal], own: bool) -> Table {
    let voice = reporter.voice(language);
    let mut newest = appeals.to_vec();
    newest.sort_by_key(|appeal| std::cmp::Reverse(appeal.filed));
    let rows = newest.into_iter().map(|appeal| row(reporter, voice, appeal, own)).collect();
    let mut columns = vec![Column::text(voice.word("appeal-filed"))];
    if !own {
        columns.push(Column::text(voice.word("ledger-agent")));
    }
    let texts = ["appeal-about", "appeal-grounds", "appeal-decision", "appeal-reason"];
    columns.extend(texts.map(|key| Column::text(voice.word(key))));
    columns.extend(["appeal-before", "appeal-after"].map(|key| Column::number(voice.word(key))));
    of_rows(&voice.word("ledger-appeals"), columns, rows)
}

/// The appeals of an agent; `None` where there are none.
#[must_use]
pub(super) fn of_agent(reporter: &Reporter<'_>, agent: AgentIx, language: Language) -> Option<Table> {
    let appeals: Vec<&Appeal> = reporter.evaluation.model.ledger.appeals_of(agent).collect();
    (!appeals.is_empty()).then(|| {
        let caption = reporter.voice(language).word("ledger-appeals-of-agent");
        Table { caption, ..table(reporter, language, &appeals, true) }
    })
}

fn row(reporter: &Reporter<'_>, voice: Voice<'_>, appeal: &Appeal, own: bool) -> Row {
    let model = &reporter.evaluation.model;
    let changed = matches!(appeal.decision, Decision::Upheld | Decision::Partly);
    let score = |score: Option<f64>| match score {
        Some(score) => Cell::number(reporter.score(score), score),
        None if changed => Cell::text(voice.word("ledger-not-stated")),
        None => Cell::empty(CellState::NotApplicable),
    };
    let window = appeal.window_ends.map(|day| say!(voice, "appeal-window", date: &day.to_string()));
    let mut cells = vec![Cell { note: window, ..Cell::text(appeal.filed.to_string()) }];
    if !own {
        cells.push(agent_cell(model, appeal.agent, voice.language));
    }
    let decided = appeal
        .decided_on
        .zip(appeal.decided_by)
        .map(|(day, by)| format!("{day} · {}", person(reporter, voice.language, by)));
    let due = || say!(voice, "appeal-due", date: &appeal.due.to_string());
    let decision = Cell {
        note: Some(decided.unwrap_or_else(due)),
        ..Cell::mark(mark(voice, appeal, reporter.evaluation.as_of))
    };
    let reason = match appeal.decision {
        Decision::Open => Cell::empty(CellState::NotApplicable),
        _ => stated(voice, voice.name(&appeal.reason)),
    };
    cells.extend([
        about(reporter, voice, appeal),
        Cell::text(voice.name(&appeal.grounds)),
        decision,
        reason,
        score(appeal.score_before),
        score(appeal.score_after),
    ]);
    Row { sensitive: true, ..Row::new(cells) }
}

/// The event, or the score of a period; leads to how that score came about.
fn about(reporter: &Reporter<'_>, voice: Voice<'_>, appeal: &Appeal) -> Cell {
    let model = &reporter.evaluation.model;
    let period = format::period(appeal.period, voice.language);
    let text = match appeal.event.and_then(|event| model.ledger.event(event)) {
        Some(event) => {
            let kind = voice.name(&model.organisation.event_type(event.kind).name);
            say!(voice, "appeal-about-event", kind: kind, date: &event.date.to_string())
        }
        None => say!(voice, "appeal-about-score", period: &period),
    };
    let known = reporter.evaluation.standing(appeal.agent, appeal.period).is_some_and(|s| s.scheme.is_some());
    let href = address::derivation(model.agent(appeal.agent).id.as_str(), appeal.period);
    Cell { href: known.then_some(href), ..Cell::text(text) }
}

/// What was decided, as a mark; an open one that is overdue says so.
fn mark(voice: Voice<'_>, appeal: &Appeal, as_of: chrono::NaiveDate) -> Mark {
    let (tone, key) = match appeal.decision {
        Decision::Open if appeal.overdue(as_of) => (Tone::Below, "appeal-overdue"),
        Decision::Open => (Tone::Watch, "appeal-open"),
        Decision::Upheld => (Tone::OnTarget, "appeal-upheld"),
        Decision::Partly => (Tone::OnTarget, "appeal-partly"),
        Decision::Rejected => (Tone::NoValue, "appeal-rejected"),
    };
    Mark::new(tone, voice.word(key))
}
