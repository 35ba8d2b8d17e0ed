//! Scores of a period: by team with a slope graph, and by agent where they are few enough for one page.

use super::figure::{Saying, drawn, figure};
use super::reporter::Reporter;
use super::score_cell::{band, change_cell, score_cell};
use super::standing::Standings;
use super::units::MOST_ROWS;
use super::voice::{Voice, say};
use super::{format, subject, teams_table};
use crate::chart::{Reading, Slope, SlopeLine};
use crate::model::{AgentIx, Language, Period, Subject, TeamIx};
use crate::score::Verdict;
use crate::view::{Cell, CellState, Column, Figure, Row, Table};

/// Most lines of a slope graph.
const MOST_LINES: usize = 12;
/// Lines with a hue.
const HIGHLIGHTS: usize = 2;

/// Teams, then agents.
pub(super) fn tables(reporter: &Reporter<'_>, language: Language, period: Period) -> Vec<Table> {
    let mut tables = vec![teams_table::table(reporter, language, Some(period))];
    let voice = reporter.voice(language);
    if !reporter.visible.everything() {
        return tables;
    }
    if reporter.evaluation.model.agents.len() <= MOST_ROWS {
        tables.push(agents(reporter, language, period));
    } else if let Some(teams) = tables.first_mut() {
        teams.notes.push(voice.word("agents-on-team-pages"));
    }
    tables
}

fn agents(reporter: &Reporter<'_>, language: Language, period: Period) -> Table {
    let voice = reporter.voice(language);
    let evaluation = reporter.evaluation;
    let missing = voice.word("not-comparable");
    let row = |agent: AgentIx| {
        let standing = evaluation.standing(agent, period)?;
        if standing.verdict == Verdict::NotInService {
            return None;
        }
        let before = evaluation.standing(agent, period.previous()).and_then(|standing| standing.total);
        let band = match band(reporter, language, standing) {
            Some(band) => Cell::text(band),
            None => Cell::empty(CellState::NotApplicable),
        };
        Some(Row::new(vec![
            subject::agent_cell(reporter, language, agent),
            subject::team_cell(reporter, language, standing.team),
            score_cell(reporter, language, agent, period),
            band,
            change_cell(reporter, standing.total, before, &missing),
        ]))
    };
    let columns = vec![
        Column::text(voice.word("agent")),
        Column::text(voice.word("team")).minor(),
        Column::number(voice.word("score")),
        Column::text(voice.word("band")),
        Column::number(voice.word("change")),
    ];
    let rows = (0..evaluation.model.agents.len() as u32).map(AgentIx).filter_map(row).collect();
    let label = format::period(period, language);
    let mut table = Table::new(say!(voice, "agents-caption", period: &label), columns, rows);
    table.empty = say!(voice, "period-lead-empty", period: &label);
    table
}

/// Median scores of the teams then and now; `None` unless two teams have both.
pub(super) fn slope(reporter: &Reporter<'_>, language: Language, period: Period) -> Option<Figure> {
    let voice = reporter.voice(language);
    let median = |period: Period, team: TeamIx| {
        Standings::new(reporter, reporter.survey.members(reporter.evaluation, period, team), period).median()
    };
    let teams = (0..reporter.evaluation.model.teams.len() as u32).map(TeamIx);
    let teams = teams.filter(|team| reporter.visible.team(*team));
    let mut pairs: Vec<(TeamIx, f64, f64)> = teams
        .filter_map(|team| Some((team, median(period.previous(), team)?, median(period, team)?)))
        .collect();
    if pairs.len() < 2 {
        return None;
    }
    pairs.sort_by(|a, b| (b.2 - b.1).abs().total_cmp(&(a.2 - a.1).abs()).then(a.0.cmp(&b.0)));
    let up = pairs.iter().filter(|pair| pair.2 > pair.1).count();
    let down = pairs.iter().filter(|pair| pair.2 < pair.1).count();
    let saying = saying(reporter, voice, period, &pairs, (up, down));
    let data = data(reporter, language, period, &pairs);
    pairs.truncate(MOST_LINES);
    let median =
        |value: f64| Reading { value: Some(value), text: reporter.score(value), ..Reading::default() };
    let drawing = drawn(language, |language| {
        let line = |(at, (team, before, now)): (usize, &(TeamIx, f64, f64))| SlopeLine {
            label: subject::link(reporter, language, Subject::Team(*team)).text,
            from: median(*before),
            to: median(*now),
            highlight: at < HIGHLIGHTS,
        };
        let slope = Slope {
            from: format::period(period.previous(), language),
            to: format::period(period, language),
            lines: pairs.iter().enumerate().map(line).collect(),
        };
        slope.draw()
    });
    Some(figure("slope", "slope", saying, drawing, Some(data)))
}

fn saying(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    period: Period,
    pairs: &[(TeamIx, f64, f64)],
    (up, down): (usize, usize),
) -> Saying {
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let (before, now) =
        (format::period(period.previous(), voice.language), format::period(period, voice.language));
    let summary = pairs.first().map(|(team, then, score)| {
        let name = subject::link(reporter, voice.language, Subject::Team(*team)).text;
        say!(
            voice, "slope-summary",
            team: &name, before: &reporter.score(*then), now: &reporter.score(*score),
            change: &format::signed(score - then, decimals),
        )
    });
    Saying {
        title: say!(voice, "slope-title", up: up, down: down, n: pairs.len()),
        subtitle: say!(voice, "slope-subtitle", before: &before, now: &now),
        label: say!(voice, "slope-label", before: &before, now: &now),
        summary: summary.unwrap_or_default(),
    }
}

fn data(reporter: &Reporter<'_>, language: Language, period: Period, pairs: &[(TeamIx, f64, f64)]) -> Table {
    let voice = reporter.voice(language);
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let row = |(team, before, now): &(TeamIx, f64, f64)| {
        Row::new(vec![
            subject::cell(reporter, language, Subject::Team(*team)),
            Cell::number(reporter.score(*before), *before),
            Cell::number(reporter.score(*now), *now),
            Cell::number(format::signed(now - before, decimals), now - before),
        ])
    };
    let columns = vec![
        Column::text(voice.word("team")),
        Column::number(format::period_short(period.previous())),
        Column::number(format::period_short(period)),
        Column::number(voice.word("change")),
    ];
    let mut table = Table::new(voice.word("slope-data"), columns, pairs.iter().map(row).collect());
    table.filter = false;
    table
}
