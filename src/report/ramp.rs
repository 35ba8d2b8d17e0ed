//! The way of newcomers after joining, by month of service: against the steps of the scheme and against the median of those who
//! joined while figures were kept (A080).

use super::cards::AgentCards;
use super::figure::{Saying, drawn, figure};
use super::format::{short_number, signed};
use super::goalpost::Goalpost;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, cell, subject};
use crate::chart::{Reading as Point, Trend, TrendLine};
use crate::evaluate::Evaluation;
use crate::model::{
    Agent, AgentIx, IndicatorIx, Item, Language, Month, Period, Role, Scheme, Subject, TeamIx, side,
};
use crate::stats::median;
use crate::view::{Cell, Column, Figure, Row, Table};

/// Months of service that are looked at.
pub(super) const MONTHS: u16 = 12;
/// Fewest newcomers of whom a median is taken.
const LEAST: usize = 3;
/// Most newcomers of one team that are drawn.
const MOST: usize = 6;

/// The scores of all newcomers by month of service.
#[derive(Debug, Default)]
pub(super) struct Cohort {
    scores: Vec<Vec<f64>>,
}

impl Cohort {
    /// Everyone who joined in or after the first month with figures.
    pub(super) fn new(evaluation: &Evaluation) -> Self {
        let mut scores = vec![Vec::new(); usize::from(MONTHS)];
        for (at, agent) in evaluation.model.agents.iter().enumerate() {
            if !joined_in_sight(evaluation, agent) {
                continue;
            }
            for (n, list) in (1..=MONTHS).zip(&mut scores) {
                list.extend(score(evaluation, AgentIx(at as u32), month_of(agent, n)));
            }
        }
        Self { scores }
    }

    /// The median in month `n` of service, and of how many.
    fn median(&self, n: u16) -> Option<(f64, usize)> {
        let list = self.scores.get(usize::from(n).checked_sub(1)?)?;
        median(list).filter(|_| list.len() >= LEAST).map(|middle| (middle, list.len()))
    }
}

fn joined_in_sight(evaluation: &Evaluation, agent: &Agent) -> bool {
    let range = evaluation.model.metrics.range();
    range.is_some_and(|(first, _)| Month::of(agent.joined) >= first)
}

/// Month `n` of service; the month of joining is month 1.
fn month_of(agent: &Agent, n: u16) -> Month {
    Month::of(agent.joined).plus(i32::from(n) - 1)
}

fn score(evaluation: &Evaluation, agent: AgentIx, month: Month) -> Option<f64> {
    let standing = evaluation.standing(agent, Period::month(month))?;
    standing.total.filter(|_| standing.role == Role::Agent)
}

/// Months of service that have figures, if these are the first twelve.
fn served(evaluation: &Evaluation, agent: &Agent) -> Option<u16> {
    let last = evaluation.last_month()?;
    let months = last.since(Month::of(agent.joined)) + 1;
    let new = joined_in_sight(evaluation, agent) && (1..=i32::from(MONTHS)).contains(&months);
    let stays = agent.left.is_none_or(|left| left >= last.first_day());
    (new && stays).then_some(months as u16)
}

/// One point of a line.
fn point(reporter: &Reporter<'_>, voice: Voice<'_>, value: Option<f64>) -> Point {
    let text = value.map_or_else(|| voice.word("not-scored"), |value| reporter.score(value));
    Point { value, text, ..Point::default() }
}

fn labels(voice: Voice<'_>, months: u16) -> Vec<String> {
    (1..=months).map(|n| say!(voice, "ramp-month", n: &n.to_string())).collect()
}

/// The chart of some lines and the median of all newcomers.
fn draw(
    reporter: &Reporter<'_>,
    language: Language,
    months: u16,
    lines: &[(String, Vec<Option<f64>>)],
) -> super::figure::Drawn {
    drawn(language, |language| {
        let voice = reporter.voice(language);
        let line = |(label, values): &(String, Vec<Option<f64>>), selected| TrendLine {
            label: side(label, language),
            readings: values.iter().map(|value| point(reporter, voice, *value)).collect(),
            selected,
        };
        let cohort = &reporter.survey.cohort;
        let medians = (1..=months).map(|n| cohort.median(n).map(|(middle, _)| middle)).collect();
        let mut all: Vec<TrendLine> = lines.iter().map(|one| line(one, true)).collect();
        all.push(line(&(voice.word("ramp-median"), medians), false));
        Trend {
            title: voice.word("agent-score-axis"),
            periods: labels(voice, months),
            lines: all,
            bounds: Some((0.0, 100.0)),
            ..Trend::default()
        }
        .picture(&|value| short_number(value, 2))
    })
}

/// The way of a newcomer; `None` for others.
pub(super) fn of_agent(reporter: &Reporter<'_>, cards: &AgentCards, language: Language) -> Option<Figure> {
    let evaluation = reporter.evaluation;
    let agent = evaluation.model.agent(cards.agent);
    let months = served(evaluation, agent).filter(|_| !agent.ever_manages())?;
    let voice = reporter.voice(language);
    let scores: Vec<Option<f64>> =
        (1..=months).map(|n| score(evaluation, cards.agent, month_of(agent, n))).collect();
    let latest = (1..=months).zip(&scores).rev().find_map(|(n, score)| Some((n, (*score)?)));
    let cohort = &reporter.survey.cohort;
    let title = match latest.map(|(n, score)| (n, score, cohort.median(n))) {
        None => voice.word("ramp-title-none"),
        Some((n, score, None)) => {
            say!(voice, "ramp-title-alone", n: &n.to_string(), score: &reporter.score(score))
        }
        Some((n, score, Some((middle, of)))) => say!(
            voice, "ramp-title",
            n: &n.to_string(), score: &reporter.score(score), median: &reporter.score(middle), of: of,
        ),
    };
    let name = agent.name.get(language);
    let saying = Saying {
        title: title.clone(),
        subtitle: voice.word("ramp-subtitle"),
        label: say!(voice, "ramp-label", who: name),
        summary: say!(voice, "ramp-summary", n: &months.to_string(), joined: &agent.joined.to_string()),
    };
    let drawing = draw(reporter, language, months, &[(name.to_owned(), scores.clone())]);
    let data = agent_table(reporter, voice, cards.agent, &scores);
    Some(figure("ramp", "trend", saying, drawing, Some(data)))
}

fn scheme_of<'r>(reporter: &'r Reporter<'_>, agent: AgentIx, month: Month) -> Option<&'r Scheme> {
    let standing = reporter.evaluation.standing(agent, Period::month(month));
    let scheme = standing.and_then(|standing| standing.scheme)?;
    Some(reporter.evaluation.model.scheme(scheme))
}

/// The step of `item` in month `n` of service.
fn step(item: &Item, n: u16) -> Option<&crate::model::NewcomerStep> {
    item.newcomers.iter().find(|step| n <= step.through)
}

/// Only observed, under which step, or under the full rules.
fn stage(voice: Voice<'_>, scheme: Option<&Scheme>, n: u16) -> String {
    let Some(scheme) = scheme else { return voice.word("not-scored") };
    if n <= scheme.policy.observed_months {
        return voice.word("ramp-observed");
    }
    let through = scheme.items.iter().filter_map(|item| step(item, n)).map(|step| step.through).min();
    match through {
        Some(through) => say!(voice, "ramp-step", through: &through.to_string()),
        None => voice.word("ramp-full-rules"),
    }
}

/// By month of service: stage, score, median, and the indicators that have steps with the line that then held.
fn agent_table(reporter: &Reporter<'_>, voice: Voice<'_>, agent: AgentIx, scores: &[Option<f64>]) -> Table {
    let model = &reporter.evaluation.model;
    let person = model.agent(agent);
    let month = |n: u16| month_of(person, n);
    let all = || (1..=MONTHS).zip(scores);
    let mut stepped: Vec<IndicatorIx> = all()
        .filter_map(|(n, _)| scheme_of(reporter, agent, month(n)))
        .flat_map(|scheme| scheme.items.iter().filter(|item| !item.newcomers.is_empty()))
        .map(|item| item.indicator)
        .collect();
    stepped.sort_unstable();
    stepped.dedup();
    let row = |(n, score): (u16, &Option<f64>)| {
        let scheme = scheme_of(reporter, agent, month(n));
        let middle = reporter.survey.cohort.median(n);
        let mut cells = vec![
            Cell::number(say!(voice, "ramp-month", n: &n.to_string()), f64::from(n)),
            Cell::link(month(n).to_string(), address::period(Period::month(month(n)))),
            Cell::text(stage(voice, scheme, n)),
            total(reporter, voice, *score),
            median_cell(reporter, voice, middle),
            difference(reporter, voice, *score, middle),
        ];
        cells.extend(
            stepped.iter().map(|ix| stepped_cell(reporter, voice, (agent, *ix), scheme, (n, month(n)))),
        );
        Row::new(cells)
    };
    let mut columns = vec![
        Column::number(voice.word("ramp-service")),
        Column::text(voice.word("month")),
        Column::text(voice.word("ramp-stage")),
        Column::number(voice.word("score")),
        Column::number(voice.word("ramp-median")),
        Column::number(voice.word("ramp-difference")),
    ];
    columns.extend(stepped.iter().map(|ix| Column::number(voice.name(&model.indicator(*ix).name)).minor()));
    let mut table = Table::new(voice.word("ramp-data"), columns, all().map(row).collect());
    table.filter = false;
    table.notes = vec![say!(voice, "ramp-note", least: LEAST)];
    table
}

fn total(reporter: &Reporter<'_>, voice: Voice<'_>, score: Option<f64>) -> Cell {
    score.map_or_else(
        || Cell::text(voice.word("not-scored")),
        |score| Cell::number(reporter.score(score), score),
    )
}

fn median_cell(reporter: &Reporter<'_>, voice: Voice<'_>, found: Option<(f64, usize)>) -> Cell {
    match found {
        Some((middle, n)) => {
            let note = say!(voice, "count-agents", count: n);
            Cell { note: Some(note), ..Cell::number(reporter.score(middle), middle) }
        }
        None => Cell::text(voice.word("too-few")),
    }
}

fn difference(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    score: Option<f64>,
    middle: Option<(f64, usize)>,
) -> Cell {
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    match score.zip(middle) {
        Some((score, (middle, _))) => Cell::number(signed(score - middle, decimals), score - middle),
        None => Cell::text(voice.word("not-comparable")),
    }
}

/// The value of an indicator with the line for full points that held in that month.
fn stepped_cell(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    (agent, ix): (AgentIx, IndicatorIx),
    scheme: Option<&Scheme>,
    (n, month): (u16, Month),
) -> Cell {
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, voice.language);
    let reading = reporter.evaluation.own_reading(agent, ix, Period::month(month));
    let item = scheme.and_then(|scheme| scheme.item(ix));
    let rule = item.map(|item| step(item, n).map_or(&item.rule, |step| &step.rule));
    let line = rule.and_then(|rule| Goalpost::of(rule, indicator.direction));
    let value = cell::reading(&reading, shown, true, reporter.words(voice.language));
    match line {
        Some(line) => Cell { note: Some(shown.condition(line.operator, line.full, line.upper)), ..value },
        None => value,
    }
}

/// The newcomers of a team together; `None` where there are none.
pub(super) fn of_team(
    reporter: &Reporter<'_>,
    language: Language,
    team: TeamIx,
    members: &[AgentIx],
) -> Option<Figure> {
    let evaluation = reporter.evaluation;
    let voice = reporter.voice(language);
    let new =
        |agent: &AgentIx| served(evaluation, evaluation.model.agent(*agent)).map(|months| (*agent, months));
    let newcomers: Vec<(AgentIx, u16)> = members.iter().filter_map(new).collect();
    let months = newcomers.iter().map(|(_, months)| *months).max()?;
    let line = |(agent, _): &(AgentIx, u16)| {
        let person = evaluation.model.agent(*agent);
        let scores = (1..=months).map(|n| score(evaluation, *agent, month_of(person, n))).collect();
        (person.name.get(language).to_owned(), scores)
    };
    let lines: Vec<(String, Vec<Option<f64>>)> = newcomers.iter().take(MOST).map(line).collect();
    let who = subject::link(reporter, language, Subject::Team(team)).text;
    let saying = Saying {
        title: say!(voice, "ramp-team-title", n: newcomers.len()),
        subtitle: voice.word("ramp-subtitle"),
        label: say!(voice, "ramp-label", who: &who),
        summary: voice.word("ramp-team-summary"),
    };
    let drawing = draw(reporter, language, months, &lines);
    let data = team_table(reporter, voice, &newcomers, months);
    Some(figure("newcomers", "trend", saying, drawing, Some(data)))
}

fn team_table(reporter: &Reporter<'_>, voice: Voice<'_>, newcomers: &[(AgentIx, u16)], months: u16) -> Table {
    let evaluation = reporter.evaluation;
    let row = |(agent, served): &(AgentIx, u16)| {
        let person = evaluation.model.agent(*agent);
        let mut cells = vec![
            subject::agent_cell(reporter, voice.language, *agent),
            Cell::text(stage(voice, scheme_of(reporter, *agent, month_of(person, *served)), *served)),
        ];
        cells.extend((1..=months).map(|n| match n <= *served {
            true => total(reporter, voice, score(evaluation, *agent, month_of(person, n))),
            false => Cell::text(voice.word("ramp-later")),
        }));
        Row::new(cells)
    };
    let mut columns = vec![Column::text(voice.word("agent")), Column::text(voice.word("ramp-stage-now"))];
    columns.extend(labels(voice, months).into_iter().map(Column::number));
    let mut table = Table::new(voice.word("ramp-data"), columns, newcomers.iter().map(row).collect());
    let mut foot = vec![Cell::text(voice.word("ramp-median")), Cell::text(String::new())];
    foot.extend((1..=months).map(|n| median_cell(reporter, voice, reporter.survey.cohort.median(n))));
    table.foot = Some(Row::new(foot));
    table.filter = false;
    table.notes = vec![say!(voice, "ramp-note", least: LEAST)];
    table
}
