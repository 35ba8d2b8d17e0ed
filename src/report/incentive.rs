//! The page of an incentive: the rule in words, who receives what and why, who is close, and how the money adds up.

use super::reporter::Reporter;
use super::requirement_words::Sayer;
use super::voice::{Voice, say};
use super::{address, format, near_miss, subject};
use crate::incentives::{Award, GroupKey, Outcome, Person};
use crate::model::{Incentive, IncentiveIx, IncentiveRule, Language, Money, PeriodKind, Purpose, Subject};
use crate::view::{Cell, Column, Fact, IncentiveView, Link, Row, Section, Shell, Table};

/// Most names in a row of the history.
const NAMED: usize = 5;

/// The page of an incentive in `language`.
#[must_use]
pub fn incentive_page(reporter: &Reporter<'_>, ix: IncentiveIx, language: Language) -> IncentiveView {
    let voice = reporter.voice(language);
    let incentive = reporter.evaluation.model.incentive(ix);
    let sayer = Sayer::new(reporter, voice);
    let name = voice.name(&incentive.name);
    let address = address::incentive(incentive.id.as_str());
    let mut shell = Shell::new(language, Section::Incentives, &address, name);
    shell.title_lang = super::naming::foreign(name, language);
    shell.crumbs = vec![
        Link::new(voice.word("overview"), "index.html"),
        Link::new(voice.word("incentives"), "incentives.html"),
    ];
    let outcome = latest(reporter, ix);
    let lead = lead(&sayer, incentive, outcome);
    shell.description.clone_from(&lead);
    let csv = |part: &str| Some(format!("csv/incentive-{}-{part}.csv", incentive.id));
    IncentiveView {
        lead,
        facts: facts(&sayer, incentive),
        rule: sayer.rule(incentive),
        latest: outcome.map_or_else(
            || voice.word("inc-no-period"),
            |outcome| say!(voice, "inc-latest", period: &format::period(outcome.period, language)),
        ),
        receiving: outcome.and_then(|outcome| receiving(&sayer, incentive, outcome, csv("awards"))),
        groups: outcome.and_then(|outcome| groups(&sayer, incentive, outcome)),
        pool: pool(&sayer, ix, csv("pool")),
        near: outcome.and_then(|outcome| near_miss::table(&sayer, incentive, outcome)),
        history: history(&sayer, ix, csv("history")),
        decisions: decisions(&sayer, incentive),
        source: reporter.dated_source(incentive.span),
        shell,
    }
}

/// The outcome of the latest complete period; the latest of all if none is complete.
pub(super) fn latest<'r>(reporter: &'r Reporter<'_>, ix: IncentiveIx) -> Option<&'r Outcome> {
    let outcomes = reporter.evaluation.outcomes(ix);
    let complete = outcomes.iter().rfind(|outcome| reporter.evaluation.complete(outcome.period));
    complete.or_else(|| outcomes.last())
}

/// Whether the incentive gives money.
pub(super) fn pays(incentive: &Incentive) -> bool {
    match &incentive.rule {
        IncentiveRule::Title(rule) => rule.amount.is_some(),
        IncentiveRule::Medal(_)
        | IncentiveRule::Stars(_)
        | IncentiveRule::Queue(_)
        | IncentiveRule::ImprovementPlan(_) => false,
        _ => true,
    }
}

/// Whether it is about help rather than reward: nobody is close to it, and nobody misses it.
pub(super) fn is_help(incentive: &Incentive) -> bool {
    match &incentive.rule {
        IncentiveRule::Queue(rule) => rule.purpose != Purpose::Promotion,
        IncentiveRule::ImprovementPlan(_) => true,
        _ => false,
    }
}

/// What came of it, in a few words.
pub(super) fn summary(sayer: &Sayer<'_>, incentive: &Incentive, outcome: &Outcome) -> String {
    let count = outcome.receiving().count();
    let key = match incentive.rule {
        IncentiveRule::Queue(_) | IncentiveRule::ImprovementPlan(_) => "inc-listed",
        IncentiveRule::Stars(_) => "inc-starred",
        _ => "inc-people",
    };
    let people = say!(sayer.voice, key, n: count);
    if count == 0 || !pays(incentive) || outcome.pool.paid == Money::ZERO {
        return people;
    }
    say!(sayer.voice, "inc-people-paid", people: &people, amount: &sayer.money(outcome.pool.paid))
}

fn lead(sayer: &Sayer<'_>, incentive: &Incentive, outcome: Option<&Outcome>) -> String {
    let voice = sayer.voice;
    let mut said = Vec::new();
    let about = voice.name(&incentive.about);
    if !about.is_empty() {
        said.push(about.to_owned());
    }
    said.push(match outcome {
        Some(outcome) => {
            let period = format::period(outcome.period, voice.language);
            say!(voice, "inc-lead", period: &period, what: &summary(sayer, incentive, outcome))
        }
        None => voice.word("inc-lead-none"),
    });
    if let Some(outcome) = outcome
        && outcome.pool.unpriced > 0
    {
        let key =
            if sayer.reporter.evaluation.model.pay.is_some() { "inc-some-unpriced" } else { "inc-no-pay" };
        said.push(say!(voice, key, n: outcome.pool.unpriced as usize));
    }
    voice.sentences(&said.into_iter().map(Into::into).collect::<Vec<_>>())
}

fn facts(sayer: &Sayer<'_>, incentive: &Incentive) -> Vec<Fact> {
    let voice = sayer.voice;
    let model = &sayer.reporter.evaluation.model;
    let teams: Vec<&str> = incentive.teams.iter().map(|team| voice.name(&model.team(*team).name)).collect();
    let from = format::month(incentive.from, voice.language);
    let force = match incentive.to {
        Some(to) => say!(voice, "force-from-to", from: &from, to: &format::month(to, voice.language)),
        None => say!(voice, "force-from", from: &from),
    };
    let mut facts = vec![
        Fact::new(voice.word("inc-period"), period_word(voice, incentive.period)),
        Fact::new(voice.word("scheme-force"), force),
        Fact::new(
            voice.word("scheme-scope"),
            if teams.is_empty() { voice.word("all-teams") } else { voice.list(&teams) },
        ),
    ];
    let eligible = eligible(sayer, incentive);
    if !eligible.is_empty() {
        facts.push(Fact::new(voice.word("inc-eligible"), eligible));
    }
    facts
}

/// How long the periods are.
pub(super) fn period_word(voice: Voice<'_>, kind: PeriodKind) -> String {
    voice.word(match kind {
        PeriodKind::Month => "inc-monthly",
        PeriodKind::Quarter => "inc-quarterly",
        PeriodKind::Year => "inc-yearly",
    })
}

fn eligible(sayer: &Sayer<'_>, incentive: &Incentive) -> String {
    let voice = sayer.voice;
    let eligible = &incentive.eligible;
    let mut said = Vec::new();
    if let Some(score) = eligible.minimum_score {
        said.push(say!(voice, "inc-min-score", score: &sayer.score().limit(score)));
    }
    if eligible.minimum_people > 1 {
        said.push(say!(voice, "inc-min-people", n: usize::from(eligible.minimum_people)));
    }
    if let Some(weight) = eligible.minimum_weight {
        said.push(say!(voice, "inc-min-weight", weight: &format::short_number(weight, 1)));
    }
    if !eligible.sample.is_empty() {
        let names: Vec<&str> = eligible.sample.iter().map(|at| sayer.indicator(*at)).collect();
        said.push(say!(voice, "inc-min-sample", indicators: &voice.list(&names)));
    }
    if !eligible.levels.is_empty() {
        let levels = &sayer.reporter.evaluation.model.organisation.levels;
        let names = eligible.levels.iter().filter_map(|at| levels.get(at.at()));
        let names: Vec<&str> = names.map(|level| voice.name(&level.name)).collect();
        said.push(say!(voice, "inc-levels", levels: &voice.list(&names)));
    }
    // A decision that nothing is paid takes away neither help nor a talk.
    if !is_help(incentive) {
        said.push(voice.word("inc-no-red-line"));
    }
    said.join(&voice.either("；", "; "))
}

fn receiving(
    sayer: &Sayer<'_>,
    incentive: &Incentive,
    outcome: &Outcome,
    csv: Option<String>,
) -> Option<Table> {
    let voice = sayer.voice;
    let mut people: Vec<&Person> = outcome.receiving().collect();
    if people.is_empty() {
        return None;
    }
    people.sort_by_key(|person| (order(person), person.agent));
    let row = |person: &&Person| {
        let award = person.award.map(|award| sayer.award(incentive, award)).unwrap_or_default();
        let amount = person.award.and_then(Award::money);
        let award = match amount {
            Some(amount) => Cell::number(award, amount.minor() as f64),
            None => Cell::text(award),
        };
        let how = sayer.how(incentive, outcome, person);
        Row::new(vec![
            subject::agent_cell(sayer.reporter, voice.language, person.agent),
            award,
            Cell::text(how),
        ])
    };
    let award = if pays(incentive) {
        Column::number(voice.word("inc-award"))
    } else {
        Column::text(voice.word("inc-award"))
    };
    let columns = vec![Column::text(voice.word("agent")), award, Column::text(voice.word("inc-how"))];
    let caption = match incentive.rule {
        IncentiveRule::Queue(_) | IncentiveRule::ImprovementPlan(_) => "inc-list",
        _ => "inc-receiving",
    };
    let mut table = Table::new(voice.word(caption), columns, people.iter().map(row).collect());
    table.csv = csv;
    Some(table)
}

/// Places first, then amounts from the highest, then levels from the highest.
fn order(person: &Person) -> i64 {
    match person.award {
        Some(Award::Place(place)) => i64::from(place),
        Some(Award::Amount(amount)) => -amount.minor(),
        Some(Award::Stars { level, .. }) => -i64::from(level),
        Some(Award::Medal { level, .. }) => -(level as i64),
        _ => 0,
    }
}

fn groups(sayer: &Sayer<'_>, incentive: &Incentive, outcome: &Outcome) -> Option<Table> {
    let IncentiveRule::TopShare(rule) = &incentive.rule else { return None };
    let voice = sayer.voice;
    let teams = &sayer.reporter.evaluation.model.teams;
    let name = |key: GroupKey| match key {
        GroupKey::All => Cell::text(voice.word("all-teams")),
        GroupKey::Team(team) => subject::cell(sayer.reporter, voice.language, Subject::Team(team)),
        GroupKey::Peers(first) => {
            let peers = teams.get(first.at()).map(|team| &team.peer_group);
            let same = teams.iter().filter(|team| Some(&team.peer_group) == peers);
            Cell::text(voice.list(&same.map(|team| voice.name(&team.name)).collect::<Vec<_>>()))
        }
    };
    let row = |group: &crate::incentives::Group| {
        let cut = group.cut.map(|cut| sayer.figure(rule.by, cut));
        let count = |n: u32| Cell::number(n.to_string(), f64::from(n));
        Row::new(vec![
            name(group.key),
            count(group.eligible),
            count(group.places),
            count(group.receiving),
            Cell::text(cut.unwrap_or_else(|| "–".to_owned())),
        ])
    };
    let columns = vec![
        Column::text(voice.word("inc-group")),
        Column::number(voice.word("inc-eligible-people")),
        Column::number(voice.word("inc-places")),
        Column::number(voice.word("inc-receive")),
        Column::number(voice.word("inc-cut")),
    ];
    let mut table = Table::new(voice.word("inc-groups"), columns, outcome.groups.iter().map(row).collect());
    (table.sortable, table.filter) = (false, false);
    (!outcome.groups.is_empty()).then_some(table)
}

/// Sums before and after the budget, by period; the difference to what may be paid is there to be seen.
fn pool(sayer: &Sayer<'_>, ix: IncentiveIx, csv: Option<String>) -> Option<Table> {
    let voice = sayer.voice;
    let outcomes = sayer.reporter.evaluation.outcomes(ix);
    if outcomes.is_empty() || !pays(sayer.reporter.evaluation.model.incentive(ix)) {
        return None;
    }
    let money = |amount: Money| Cell::number(sayer.money(amount), amount.minor() as f64);
    let row = |outcome: &Outcome| {
        let pool = outcome.pool;
        let paid: Money = outcome.receiving().filter_map(|person| person.award?.money()).sum();
        Row::new(vec![
            Cell::text(format::period(outcome.period, voice.language)),
            money(pool.before),
            pool.budget.map_or_else(|| Cell::text(voice.word("inc-no-budget")), money),
            money(paid),
            pool.budget.map_or_else(|| Cell::text("–"), |budget| money(budget - paid)),
        ])
    };
    let columns = vec![
        Column::text(voice.word("period")),
        Column::number(voice.word("inc-before")),
        Column::number(voice.word("inc-budget")),
        Column::number(voice.word("inc-paid")),
        Column::number(voice.word("inc-unspent")),
    ];
    let mut table = Table::new(voice.word("inc-pool"), columns, outcomes.iter().rev().map(row).collect());
    (table.quiet, table.csv) = (true, csv);
    if outcomes.iter().any(|outcome| outcome.pool.budget.is_some()) {
        table.notes = vec![voice.word("inc-pool-note")];
    }
    Some(table)
}

fn history(sayer: &Sayer<'_>, ix: IncentiveIx, csv: Option<String>) -> Option<Table> {
    let voice = sayer.voice;
    let incentive = sayer.reporter.evaluation.model.incentive(ix);
    let outcomes = sayer.reporter.evaluation.outcomes(ix);
    let agents = &sayer.reporter.evaluation.model.agents;
    let row = |outcome: &Outcome| {
        let count = outcome.receiving().count();
        let names = outcome.receiving().take(NAMED).filter_map(|person| agents.get(person.agent.at()));
        let names: Vec<&str> = names.map(|agent| voice.name(&agent.name)).collect();
        let state = if sayer.reporter.evaluation.complete(outcome.period) {
            summary(sayer, incentive, outcome)
        } else {
            say!(voice, "inc-provisional", what: &summary(sayer, incentive, outcome))
        };
        Row::new(vec![
            Cell::text(format::period(outcome.period, voice.language)),
            Cell::text(state),
            Cell::text(if count > NAMED { String::new() } else { voice.list(&names) }),
        ])
    };
    let columns = vec![
        Column::text(voice.word("period")),
        Column::text(voice.word("inc-outcome")),
        Column::text(voice.word("inc-who")),
    ];
    let mut table = Table::new(voice.word("inc-history"), columns, outcomes.iter().rev().map(row).collect());
    (table.quiet, table.csv, table.sortable, table.filter) = (true, csv, false, false);
    (outcomes.len() > 1).then_some(table)
}

fn decisions(sayer: &Sayer<'_>, incentive: &Incentive) -> Option<Table> {
    let voice = sayer.voice;
    if incentive.decisions.is_empty() {
        return None;
    }
    let row = |decision: &crate::model::AwardDecision| {
        Row::new(vec![
            Cell::text(decision.on.to_string()),
            subject::agent_cell(sayer.reporter, voice.language, decision.agent),
            Cell::text(voice.name(&decision.text)),
            Cell::text(decision.by.as_str()),
        ])
    };
    let keys = ["date", "agent", "inc-decision", "inc-decided-by"];
    let columns = keys.map(|key| Column::text(voice.word(key))).into();
    let mut table =
        Table::new(voice.word("inc-decisions"), columns, incentive.decisions.iter().map(row).collect());
    table.quiet = true;
    Some(table)
}
