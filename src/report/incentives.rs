//! All incentives, what they give one agent, and one award explained.

use super::incentive::{is_help, latest, pays, period_word, summary};
use super::reporter::Reporter;
use super::requirement_words::Sayer;
use super::voice::say;
use super::{address, format};
use crate::incentives::{Award, Outcome, Person};
use crate::model::{AgentIx, IncentiveIx, Language, Period};
use crate::view::{Cell, Column, IncentivesView, Link, Row, Section, Shell, SourceLink, Table};

/// The list of incentives in `language`.
#[must_use]
pub fn incentives_page(reporter: &Reporter<'_>, language: Language) -> IncentivesView {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let sayer = Sayer::new(reporter, voice);
    let mut shell = Shell::new(language, Section::Incentives, "incentives.html", voice.word("incentives"));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    let lead = say!(voice, "inc-list-lead", n: model.incentives.len());
    shell.description.clone_from(&lead);
    let row = |ix: u32| {
        let incentive = model.incentive(IncentiveIx(ix));
        let outcome = latest(reporter, IncentiveIx(ix));
        Row::new(vec![
            Cell::link(voice.name(&incentive.name), address::incentive(incentive.id.as_str())),
            Cell::text(period_word(voice, incentive.period)),
            Cell::text(
                outcome.map_or_else(|| "–".to_owned(), |outcome| format::period(outcome.period, language)),
            ),
            Cell::text(
                outcome.map_or_else(
                    || voice.word("inc-no-period"),
                    |outcome| summary(&sayer, incentive, outcome),
                ),
            ),
        ])
    };
    let columns = ["incentive", "inc-period", "inc-latest-period", "inc-outcome"];
    let columns = columns.map(|key| Column::text(voice.word(key))).into();
    let rows = (0..model.incentives.len() as u32).map(row).collect();
    let mut incentives = Table::new(voice.word("incentives"), columns, rows);
    incentives.quiet = true;
    incentives.empty = voice.word("inc-list-empty");
    incentives.csv = (!model.incentives.is_empty()).then(|| "csv/incentives.csv".to_owned());
    let mut notes = vec![voice.word("inc-note-decides"), voice.word("inc-note-rounding")];
    if model.pay.is_none() && model.incentives.iter().any(pays) {
        notes.push(voice.word("inc-note-no-pay"));
    }
    IncentivesView { shell, lead, incentives, notes }
}

/// What an agent received, the newest first, and what is missing now; `None` where there are no incentives.
pub(super) fn awards(reporter: &Reporter<'_>, agent: AgentIx, language: Language) -> Option<Table> {
    let evaluation = reporter.evaluation;
    if evaluation.model.incentives.is_empty() {
        return None;
    }
    let voice = reporter.voice(language);
    let sayer = Sayer::new(reporter, voice);
    let mut found: Vec<(&Outcome, &Person)> = evaluation
        .incentives_of(agent)
        .filter(|(outcome, person)| {
            let helps = is_help(evaluation.model.incentive(outcome.incentive));
            person.award.is_some() || (!helps && is_latest(reporter, outcome))
        })
        .collect();
    found.sort_by(|(a, _), (b, _)| {
        (b.period.last(), b.period.first())
            .cmp(&(a.period.last(), a.period.first()))
            .then(a.incentive.cmp(&b.incentive))
    });
    let row = |(outcome, person): &(&Outcome, &Person)| {
        let incentive = evaluation.model.incentive(outcome.incentive);
        let award = match person.award {
            Some(award) => sayer.award(incentive, award),
            None => voice.word("inc-none"),
        };
        let why = match person.award {
            Some(Award::Stars { change: 0, .. }) | None => sayer.lacks(incentive, person),
            Some(_) => sayer.how(incentive, outcome, person),
        };
        Row::new(vec![
            Cell::text(format::period(outcome.period, language)),
            Cell {
                href: reporter.open(address::incentive(incentive.id.as_str())),
                ..Cell::text(voice.name(&incentive.name))
            },
            Cell::text(award),
            Cell::text(why),
        ])
    };
    let columns = ["period", "incentive", "inc-award", "inc-how-or-missing"];
    let columns = columns.map(|key| Column::text(voice.word(key))).into();
    let mut table = Table::new(voice.word("inc-own"), columns, found.iter().map(row).collect());
    table.quiet = true;
    table.empty = voice.word("inc-own-none");
    table.notes = vec![voice.word("inc-note-decides")];
    Some(table)
}

fn is_latest(reporter: &Reporter<'_>, outcome: &Outcome) -> bool {
    latest(reporter, outcome.incentive).is_some_and(|latest| latest.period == outcome.period)
}

/// One award in words, for the console.
#[derive(Debug, Clone)]
pub struct ExplainedAward {
    /// The incentive, the agent and the period.
    pub title: String,
    /// What is received; `None` if nothing.
    pub award: Option<String>,
    /// How it comes about.
    pub how: String,
    /// What is missing.
    pub missing: Vec<String>,
    /// The rule in words.
    pub rule: Vec<String>,
    /// Where the rule is written.
    pub source: Option<SourceLink>,
}

/// How `incentive` came out for `agent` in `period`, once for each newcomer of a mentor; empty if the agent takes no part.
#[must_use]
pub fn explain_award(
    reporter: &Reporter<'_>,
    (incentive, agent, period): (IncentiveIx, AgentIx, Period),
    language: Language,
) -> Vec<ExplainedAward> {
    let voice = reporter.voice(language);
    let sayer = Sayer::new(reporter, voice);
    let model = &reporter.evaluation.model;
    let (rule, name) = (model.incentive(incentive), voice.name(&model.agent(agent).name));
    let outcome = reporter.evaluation.outcomes(incentive).iter().find(|outcome| outcome.period == period);
    let explain = |person: &Person, outcome: &Outcome| ExplainedAward {
        title: format!("{} · {name} · {}", voice.name(&rule.name), format::period(period, language)),
        award: person.award.map(|award| sayer.award(rule, award)),
        how: sayer.how(rule, outcome, person),
        missing: person.lacking.iter().map(|lack| sayer.lack(rule, person, *lack)).collect(),
        rule: sayer.rule(rule),
        source: reporter.source(rule.span),
    };
    outcome
        .map_or_else(Vec::new, |outcome| outcome.of(agent).map(|person| explain(person, outcome)).collect())
}
