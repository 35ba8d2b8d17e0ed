//! The list of agents, by team.

use super::agent::link;
use super::derivation::band_name_of;
use super::format::{period as period_name, signed};
use super::naming::order;
use super::ranking::agent_cell;
use super::reporter::Reporter;
use super::{address, verdict};
use crate::model::{AgentIx, Language, Period, PeriodKind, TeamIx};
use crate::view::{Cell, Column, Link, ListSection, ListView, Row, Section, Shell, Table};

/// Agents above which every team has a page of its own.
const MOST_ROWS: usize = 300;

/// The list of agents (`agents.html`); for more than 300 agents a page for each team (`lists/agents-<team>.html`).
#[must_use]
pub fn agents_list(reporter: &Reporter<'_>, language: Language) -> Vec<ListView> {
    let teams: Vec<(Option<TeamIx>, Vec<AgentIx>)> = reporter.peers().teams().collect();
    let period = reporter.evaluation.latest(PeriodKind::Quarter);
    let count = reporter.evaluation.model.agents.len();
    let voice = reporter.voice(language);
    let mut all = shell(reporter, "agents.html", voice.word("agents"), language);
    let lead = voice.say("list-agents-lead", &[("count", count.into()), ("teams", teams.len().into())]);
    all.description.clone_from(&lead);
    if count <= MOST_ROWS {
        let sections = teams.iter().map(|(team, agents)| section(reporter, *team, agents, period, language));
        return vec![ListView { shell: all, lead, sections: sections.collect() }];
    }
    let links = teams.iter().map(|(team, agents)| {
        let name = team_name(reporter, *team, language);
        let text =
            voice.say("list-agents-team", &[("team", name.as_str().into()), ("count", agents.len().into())]);
        Link {
            lang: super::naming::foreign(&name, language),
            ..Link::new(text, page_address(reporter, *team))
        }
    });
    let index = ListSection {
        anchor: "teams".to_owned(),
        title: voice.word("list-agents-by-team"),
        note: None,
        links: links.collect(),
        table: None,
    };
    let mut pages = vec![ListView { shell: all, lead, sections: vec![index] }];
    for (team, agents) in &teams {
        let name = team_name(reporter, *team, language);
        let title = voice.say("list-agents-of", &[("team", (&name).into())]);
        let mut shell = shell(reporter, &page_address(reporter, *team), title, language);
        shell.crumbs.push(Link::new(voice.word("agents"), "agents.html"));
        let lead = voice.say("list-agents-team", &[("team", (&name).into()), ("count", agents.len().into())]);
        let sections = vec![section(reporter, *team, agents, period, language)];
        pages.push(ListView { shell, lead, sections });
    }
    pages
}

fn shell(reporter: &Reporter<'_>, address: &str, title: String, language: Language) -> Shell {
    let mut shell = Shell::new(language, Section::Agents, address, title);
    shell.crumbs = vec![Link::new(reporter.voice(language).word("overview"), "index.html")];
    shell
}

/// The page of a team's agents in a large organisation.
pub(super) fn page_address(reporter: &Reporter<'_>, team: Option<TeamIx>) -> String {
    match team {
        Some(team) => format!("lists/agents-{}.html", reporter.evaluation.model.team(team).id),
        None => "lists/agents.html".to_owned(),
    }
}

/// The name of a team, or the word for agents without one.
pub(super) fn team_name(reporter: &Reporter<'_>, team: Option<TeamIx>, language: Language) -> String {
    match team {
        Some(team) => reporter.evaluation.model.team(team).name.get(language).to_owned(),
        None => reporter.voice(language).word("list-agents-without-team"),
    }
}

/// The anchor of a team's section.
pub(super) fn anchor(reporter: &Reporter<'_>, team: Option<TeamIx>) -> String {
    match team {
        Some(team) => format!("team-{}", reporter.evaluation.model.team(team).id),
        None => "team".to_owned(),
    }
}

fn section(
    reporter: &Reporter<'_>,
    team: Option<TeamIx>,
    agents: &[AgentIx],
    period: Option<Period>,
    language: Language,
) -> ListSection {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let name = team_name(reporter, team, language);
    let mut sorted: Vec<(String, AgentIx)> =
        agents.iter().map(|agent| (order(model.agent(*agent).name.get(language)), *agent)).collect();
    sorted.sort();
    let rows = sorted.iter().map(|(_, agent)| row(reporter, *agent, period, language)).collect();
    let when = period.map_or_else(String::new, |period| period_name(period, language));
    let columns = vec![
        Column::text(voice.word("list-agents-name")),
        Column::text(voice.word("agent-level")),
        Column::text(voice.word("agent-joined")).minor(),
        Column::number(voice.say("list-agents-score", &[("period", (&when).into())])),
        Column::number(voice.word("change")),
        Column::text(voice.word("ranking-band")),
    ];
    let mut table = Table::new(voice.say("list-agents-of", &[("team", (&name).into())]), columns, rows);
    table.quiet = true;
    table.csv = Some(format!("csv/agents-{}.csv", anchor(reporter, team)));
    let links = team.map(|team| {
        let team = model.team(team);
        let text = voice.say("list-agents-team-page", &[("team", team.name.get(language).into())]);
        link(&text, address::team(team.id.as_str()), language)
    });
    ListSection {
        anchor: anchor(reporter, team),
        title: name,
        note: None,
        links: links.into_iter().collect(),
        table: Some(table),
    }
}

fn row(reporter: &Reporter<'_>, ix: AgentIx, period: Option<Period>, language: Language) -> Row {
    let evaluation = reporter.evaluation;
    let agent = evaluation.model.agent(ix);
    let words = reporter.agent_words(language);
    let standing = period.and_then(|period| evaluation.standing(ix, period));
    let before = period.and_then(|period| evaluation.standing(ix, period.previous()));
    let level = agent.postings.last().and_then(|p| evaluation.model.organisation.levels.get(p.level.at()));
    let href = period.map(|period| address::derivation(agent.id.as_str(), period));
    let score = match standing.map(|standing| (standing.total, &standing.verdict)) {
        Some((Some(total), _)) => Cell { href, ..Cell::number(reporter.score(total), total) },
        Some((None, why)) => Cell { href, ..Cell::text(verdict::short(reporter, language, why)) },
        None => Cell::text(words.not_rated.clone()),
    };
    let both = standing.and_then(|now| now.total).zip(before.and_then(|before| before.total));
    let change = both.map(|(now, then)| {
        Cell::number(signed(now - then, evaluation.model.organisation.score_decimals), now - then)
    });
    let band = standing.and_then(|s| band_name_of(reporter, language, s.scheme, s.band));
    Row::new(vec![
        agent_cell(reporter, ix, language),
        Cell::text(level.map_or(words.no_level.as_str(), |level| level.name.get(language))),
        Cell::text(agent.joined.to_string()),
        score,
        change.unwrap_or_else(|| Cell::text(reporter.voice(language).word("not-comparable"))),
        // Without a score there is no band to speak of; a scheme without bands is another matter.
        Cell::text(band.unwrap_or(if standing.is_some_and(|s| s.total.is_some()) {
            &words.no_band
        } else {
            &words.not_rated
        })),
    ])
}
