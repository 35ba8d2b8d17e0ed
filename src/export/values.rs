//! The values of indicators over periods: of the organisation, of teams and of agents.

use super::column::{Cell, Column, date, named, nameless, number, period, text};
use super::{Results, Rows, words};
use crate::model::{AgentIx, IndicatorIx, Period, Subject, TeamIx};
use crate::score::ReadingState;

/// The columns.
pub(super) const COLUMNS: &[Column] = &[
    text("subject_kind"),
    text("subject"),
    text("subject_zh"),
    text("subject_en"),
    text("period"),
    text("period_kind"),
    date("period_from"),
    date("period_to"),
    text("indicator"),
    text("indicator_zh"),
    text("indicator_en"),
    text("state"),
    number("value"),
    text("unit"),
    number("numerator"),
    number("denominator"),
    number("n"),
    number("low"),
    number("high"),
];

/// A row for each value that may be seen; what has no figures at all has no row.
pub(super) fn rows(results: Results<'_>) -> Rows<'_> {
    let evaluation = &results.visible.evaluation;
    let model = &evaluation.model;
    let teams = (0..model.teams.len() as u32).map(|at| Subject::Team(TeamIx(at)));
    let agents = (0..model.agents.len() as u32).map(|at| Subject::Agent(AgentIx(at)));
    let subjects = std::iter::once(Subject::Organisation).chain(teams).chain(agents);
    Box::new(subjects.filter(move |of| results.visible.subject(*of)).flat_map(move |of| {
        evaluation.periods.iter().flat_map(move |period| {
            let indicators = (0..model.indicators.len() as u32).map(IndicatorIx);
            indicators.filter_map(move |indicator| row(results, of, *period, indicator))
        })
    }))
}

fn row(results: Results<'_>, of: Subject, when: Period, indicator: IndicatorIx) -> Option<Vec<Cell>> {
    if !results.visible.figure(of, indicator) {
        return None;
    }
    let evaluation = &results.visible.evaluation;
    let model = &evaluation.model;
    let reading = evaluation.reading(of, indicator, when);
    if reading.state == ReadingState::Missing {
        return None;
    }
    let definition = model.indicator(indicator);
    let (numerator, denominator) = words::sums(reading.sums);
    let mut cells = Vec::with_capacity(COLUMNS.len());
    cells.push(words::subject(of).into());
    cells.extend(match of {
        Subject::Agent(agent) => named(model.agent(agent).id.as_str(), &model.agent(agent).name),
        Subject::Team(team) => named(model.team(team).id.as_str(), &model.team(team).name),
        Subject::Organisation => {
            let [_, zh, en] = named("", &model.organisation.name);
            let [nothing, ..] = nameless();
            [nothing, zh, en]
        }
    });
    cells.extend(period(when));
    cells.extend(named(definition.id.as_str(), &definition.name));
    cells.push(words::state(reading.state).into());
    cells.push(reading.value.into());
    cells.push(words::unit(definition.precision.unit).into());
    cells.push(numerator.into());
    cells.push(denominator.into());
    cells.push(reading.n.into());
    cells.push(reading.interval.map(|(low, _)| low).into());
    cells.push(reading.interval.map(|(_, high)| high).into());
    Some(cells)
}
