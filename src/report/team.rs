//! The page of a team: how does it stand and who needs what?

use super::reporter::Reporter;
use super::score_cell::why_unrated;
use super::series::Series;
use super::standing::Standings;
use super::trend_figure::{Course, trend_figure};
use super::voice::{Voice, say};
use super::{
    address, alert_words, format, goal_rows, ramp, score_figures, staffing, subject, team_charts,
    team_derivation, team_heat, team_measures,
};
use crate::model::{Agent, IndicatorIx, Language, Period, Role, Subject, TeamIx};
use crate::view::{Fact, Figure, KeyFigure, Link, Section, Shell, TeamView};

/// Most open alerts on a team's page; the page of alerts has them all.
const MOST_ALERTS: usize = 8;

/// The page of a team in `language`.
#[must_use]
pub fn team_page(reporter: &Reporter<'_>, ix: TeamIx, language: Language) -> TeamView {
    let voice = reporter.voice(language);
    let team = reporter.evaluation.model.team(ix);
    let name = voice.name(&team.name);
    let mut shell = Shell::new(language, Section::Teams, &address::team(team.id.as_str()), name);
    shell.title_lang = super::naming::foreign(name, language);
    shell.crumbs =
        vec![Link::new(voice.word("overview"), "index.html"), Link::new(voice.word("teams"), "teams.html")];
    (shell.previous, shell.next) = siblings(reporter, language, ix);
    let mut view = TeamView {
        lead: voice.word("team-no-period"),
        facts: facts(reporter, language, ix),
        attention: alert_words::of_team(reporter, voice, ix, MOST_ALERTS),
        figures: Vec::new(),
        measures: Vec::new(),
        heat: None,
        charts: Vec::new(),
        trends: Vec::new(),
        targets: goal_rows::of_team(reporter, language, ix),
        derivations: team_derivation::derivations(reporter, language, ix),
        shell,
    };
    if let Some(period) = reporter.survey.period {
        fill(&mut view, reporter, language, ix, period);
    }
    view.shell.description.clone_from(&view.lead);
    view
}

fn fill(view: &mut TeamView, reporter: &Reporter<'_>, language: Language, ix: TeamIx, period: Period) {
    let members = reporter.survey.members(reporter.evaluation, period, ix);
    let now = Standings::new(reporter, members, period);
    let before = Standings::new(
        reporter,
        reporter.survey.members(reporter.evaluation, period.previous(), ix),
        period.previous(),
    );
    view.lead = lead(reporter, reporter.voice(language), &now, &before, period);
    view.figures = figures(reporter, reporter.voice(language), &now, &before, period);
    view.measures = team_measures::measures(reporter, language, ix, period);
    if reporter.visible.everything() {
        view.heat = team_heat::heat(reporter, language, ix, members, period);
    }
    view.charts = team_charts::charts(reporter, language, ix, &now, period);
    if reporter.visible.everything() {
        view.charts.extend(staffing::of_team(reporter, language, ix, period));
        view.charts.extend(ramp::of_team(reporter, language, ix, members));
    }
    view.trends = trends(reporter, language, ix, period);
}

fn siblings(reporter: &Reporter<'_>, language: Language, ix: TeamIx) -> (Option<Link>, Option<Link>) {
    let teams = reporter.evaluation.model.teams.len() as u32;
    let link = |at: u32| subject::link(reporter, language, Subject::Team(TeamIx(at)));
    let shown = |at: &u32| reporter.visible.team(TeamIx(*at));
    ((0..ix.0).rev().find(shown).map(link), (ix.0 + 1..teams).find(shown).map(link))
}

fn facts(reporter: &Reporter<'_>, language: Language, ix: TeamIx) -> Vec<Fact> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let team = model.team(ix);
    let mut facts = vec![
        Fact::new(voice.word("fact-id"), team.id.as_str()),
        Fact::new(voice.word("fact-channels"), subject::channels(reporter, voice, &team.channels)),
    ];
    let peers: Vec<&str> = model
        .teams
        .iter()
        .filter(|other| other.peer_group == team.peer_group && other.id != team.id)
        .map(|other| voice.name(&other.name))
        .collect();
    let compared = match peers.as_slice() {
        [] => voice.word("fact-peers-none"),
        few if few.len() <= 5 => voice.list(few),
        many => say!(voice, "fact-peers-many", n: many.len()),
    };
    facts.push(Fact::new(voice.word("fact-peers"), compared));
    facts.extend(leaders(reporter, language, ix));
    if let Some(period) = reporter.survey.period {
        let count = reporter.survey.members(reporter.evaluation, period, ix).len();
        facts.push(Fact::new(voice.word("fact-members"), say!(voice, "count-agents", count: count)));
        if let Some(scheme) = reporter.evaluation.scheme(ix, period) {
            let scheme = model.scheme(scheme);
            let href = address::scheme(scheme.id.as_str());
            facts.push(Fact::link(voice.word("schemes"), voice.name(&scheme.name), href));
        }
    }
    facts
}

/// Who leads the team on the day for which everything is judged.
fn leaders(reporter: &Reporter<'_>, language: Language, ix: TeamIx) -> Vec<Fact> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let leads = |agent: &&Agent| {
        let posting = agent.posting_on(reporter.evaluation.as_of);
        posting.is_some_and(|posting| posting.role == Role::Manager && posting.leads.contains(&ix))
    };
    let fact = |agent: &Agent| {
        let href = address::agent(agent.id.as_str());
        Fact::link(voice.word("fact-led-by"), agent.name.get(language), href)
    };
    if !reporter.visible.everything() {
        return Vec::new();
    }
    model.agents.iter().filter(leads).map(fact).collect()
}

fn lead(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    now: &Standings,
    before: &Standings,
    period: Period,
) -> String {
    let label = format::period(period, voice.language);
    let Some(median) = now.median() else {
        let reason = now.commonest_reason().map(|verdict| why_unrated(reporter, voice, &verdict));
        return match reason {
            Some(reason) => say!(voice, "team-lead-unrated", period: &label, reason: &reason),
            None => say!(voice, "team-lead-empty", period: &label),
        };
    };
    let first = say!(
        voice, "team-lead-median",
        period: &label, median: &reporter.score(median), rated: now.rated, members: now.members,
    );
    match before
        .median()
        .map(|then| score_figures::change_words(reporter, voice, median - then, period.previous()))
    {
        Some(change) => voice.sentences(&[first.into(), say!(voice, "sentence", text: &change).into()]),
        None => first,
    }
}

fn figures(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    now: &Standings,
    before: &Standings,
    period: Period,
) -> Vec<KeyFigure> {
    let mut figures = score_figures::of(reporter, voice, now, before, period);
    figures.truncate(4);
    figures
}

/// Small charts on one scale where the indicators share a unit of shares; others keep their own.
fn trends(reporter: &Reporter<'_>, language: Language, ix: TeamIx, period: Period) -> Vec<Figure> {
    let evaluation = reporter.evaluation;
    let Some(scheme) = evaluation.scheme(ix, period) else { return Vec::new() };
    let who = subject::link(reporter, language, Subject::Team(ix)).text;
    let one = |indicator: IndicatorIx| {
        let series = Series::new(reporter, Subject::Team(ix), indicator);
        if series.values().len() < 2 {
            return None;
        }
        let anchor = format!("trend-{}", evaluation.model.indicator(indicator).id);
        let subject = Subject::Team(ix);
        let course = Course { anchor: &anchor, subject, who: &who, indicator, bounds: None, still: true };
        Some(trend_figure(reporter, language, course, &series))
    };
    evaluation.model.scheme(scheme).items.iter().filter_map(|item| one(item.indicator)).collect()
}
