//! All months of an agent, and the postings.

use super::cards::AgentCards;
use super::cell::reading_text;
use super::reporter::Reporter;
use super::{address, attendance, format, subject, verdict};
use crate::model::{AgentIx, Language, PeriodKind, Role, Subject};
use crate::score::{Reading, ReadingState, Scorecard};
use crate::view::{Cell, Column, History, HistoryRow, PeriodLink, Row, Table};

/// Scores and monthly values: indicators by months.
#[must_use]
pub(super) fn history(reporter: &Reporter<'_>, cards: &AgentCards, language: Language) -> History {
    let voice = reporter.voice(language);
    let months: Vec<&Scorecard> =
        cards.cards.iter().filter(|card| card.period.kind() == PeriodKind::Month).collect();
    let score = |card: &&Scorecard| match card.total {
        Some(total) => reporter.score(total),
        None => verdict::short(reporter, language, &card.verdict).to_owned(),
    };
    let mut notes = vec![voice.word("agent-history-note")];
    let states = || cards.readings.iter().flatten().map(|reading| reading.state);
    if states().any(|state| matches!(state, ReadingState::TooSmall { .. })) {
        notes.push(voice.word("agent-history-few"));
    }
    History {
        caption: voice.word("agent-history-caption"),
        periods: months
            .iter()
            .map(|card| PeriodLink {
                label: card.period.to_string(),
                anchor: address::period_anchor(card.period),
            })
            .collect(),
        scores: months.iter().map(score).collect(),
        rows: cards
            .indicators
            .iter()
            .zip(&cards.readings)
            .map(|(indicator, readings)| row(reporter, language, *indicator, readings))
            .chain(attendance::row(reporter, cards, language))
            .collect(),
        notes,
        csv: None,
    }
}

fn row(
    reporter: &Reporter<'_>,
    language: Language,
    ix: crate::model::IndicatorIx,
    readings: &[Reading],
) -> HistoryRow {
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, language);
    let words = reporter.words(language);
    let unit = Some(shown.unit()).filter(|unit| !unit.is_empty());
    HistoryRow {
        name: indicator.name.get(language).to_owned(),
        href: Some(address::indicator(indicator.id.as_str())),
        unit: unit.unwrap_or_else(|| reporter.agent_words(language).plain_unit.clone()),
        cells: readings.iter().map(|reading| reading_text(reading, shown, words)).collect(),
    }
}

/// The level; of a manager the role and the teams led.
fn posting_words(
    reporter: &Reporter<'_>,
    posting: &crate::model::Posting,
    language: Language,
    level: &str,
) -> String {
    match posting.role {
        Role::Agent => level.to_owned(),
        Role::Manager => manager_words(reporter, posting, language),
    }
}

/// `Manager of Pre-sales and After-sales`
#[must_use]
pub(super) fn manager_words(
    reporter: &Reporter<'_>,
    posting: &crate::model::Posting,
    language: Language,
) -> String {
    let model = &reporter.evaluation.model;
    let voice = reporter.voice(language);
    let teams: Vec<&str> = posting.leads.iter().map(|team| model.team(*team).name.get(language)).collect();
    let role = model.organisation.manager.get(language);
    voice.say("manager-of", &[("role", role.into()), ("teams", (&voice.list(&teams)).into())])
}

/// Team and level with dates, newest first.
#[must_use]
pub(super) fn postings(reporter: &Reporter<'_>, agent: AgentIx, language: Language) -> Table {
    let model = &reporter.evaluation.model;
    let voice = reporter.voice(language);
    let open = voice.word("agent-posting-open");
    let one = |posting: &crate::model::Posting| {
        let team = subject::link(reporter, language, Subject::Team(posting.team));
        let level = model.organisation.levels.get(posting.level.at());
        Row::new(vec![
            Cell::text(posting.from.to_string()),
            Cell::text(posting.to.map_or_else(|| open.clone(), |to| to.to_string())),
            Cell { href: team.href, lang: team.lang, ..Cell::text(team.text) },
            Cell::text(posting_words(
                reporter,
                posting,
                language,
                level.map_or("–", |l| l.name.get(language)),
            )),
        ])
    };
    let columns = ["agent-posting-from", "agent-posting-to", "agent-team", "agent-level"];
    let mut table = Table::new(
        voice.word("postings"),
        columns.map(|key| Column::text(voice.word(key))).into(),
        model.agent(agent).postings.iter().rev().map(one).collect(),
    );
    table.quiet = true;
    table.sortable = false;
    table.filter = false;
    if let Some(left) = model.agent(agent).left {
        table.notes.push(voice.say("agent-left-on", &[("date", (&format::day(left, language)).into())]));
    }
    table
}
