//! The honour board: titles, medals and commendations of those who agreed to be named.

use super::format::{day, month, period as period_name};
use super::naming::foreign;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::audience::{Honour, Praise};
use crate::model::{IncentiveRule, Language};
use crate::view::{Cell, Column, Link, ListSection, ListView, Row, Section, Shell, Table};

/// The board; `None` where nobody is on it.
#[must_use]
pub fn honours_page(reporter: &Reporter<'_>, language: Language) -> Option<ListView> {
    let board = reporter.visible.honours();
    if board.is_empty() {
        return None;
    }
    let voice = reporter.voice(language);
    let columns = ["honours-who", "honours-what", "honours-when", "honours-until"];
    let columns = columns.map(|key| Column::text(voice.word(key))).into();
    let rows = board.iter().map(|honour| row(reporter, voice, honour)).collect();
    let mut table = Table::new(voice.word("honours"), columns, rows);
    table.quiet = true;
    let lead = voice.word("honours-lead");
    let mut shell = Shell::new(language, Section::Honours, "honours.html", voice.word("honours"));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    shell.description.clone_from(&lead);
    let section = ListSection {
        anchor: "honours".to_owned(),
        title: say!(voice, "honours-count", n: board.len()),
        note: None,
        links: Vec::new(),
        table: Some(table),
    };
    Some(ListView { lead, sections: vec![section], shell })
}

fn row(reporter: &Reporter<'_>, voice: Voice<'_>, honour: &Honour) -> Row {
    let (model, language) = (&reporter.evaluation.model, voice.language);
    let name = honour.name.get(language);
    let held = |until| Cell::text(month(until, language));
    let [what, when, until] = match honour.praise {
        Praise::Title { incentive, period, until } => {
            let title = voice.name(&model.incentive(incentive).name);
            [Cell::text(title), Cell::text(period_name(period, language)), held(until)]
        }
        Praise::Medal { incentive, period, level, until } => {
            let incentive = model.incentive(incentive);
            let medal = match &incentive.rule {
                IncentiveRule::Medal(rule) => rule.levels.get(level).map(|level| voice.name(&level.name)),
                _ => None,
            };
            let title = voice.name(&incentive.name);
            let title = medal.map_or_else(|| title.to_owned(), |medal| format!("{title} · {medal}"));
            [Cell::text(title), Cell::text(period_name(period, language)), held(until)]
        }
        Praise::Commendation { kind, date } => {
            let kind = voice.name(&model.organisation.event_type(kind).name);
            [Cell::text(kind), Cell::text(day(date, language)), Cell::text("–")]
        }
    };
    Row::new(vec![Cell { lang: foreign(name, language), ..Cell::text(name) }, what, when, until])
}
