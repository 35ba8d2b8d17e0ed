//! Agents by indicators: each cell prints the value, its shade says the points, and it leads to the derivation.

use super::cell::{heat as heat_of, measured, reading as reading_cell};
use super::reporter::Reporter;
use super::score_cell::score_cell;
use super::survey::Found;
use super::voice::say;
use super::{address, format, subject};
use crate::model::{AgentIx, IndicatorIx, Language, Period, TeamIx};
use crate::view::{Cell, CellState, Column, Row, Table};

/// The table of the `members` of a team in the period of the survey; `None` without members or a scheme.
pub(super) fn heat(
    reporter: &Reporter<'_>,
    language: Language,
    team: TeamIx,
    members: &[AgentIx],
    period: Period,
) -> Option<Table> {
    let (voice, words) = (reporter.voice(language), reporter.words(language));
    let model = &reporter.evaluation.model;
    let scheme = model.scheme(reporter.evaluation.scheme(team, period)?);
    if members.is_empty() {
        return None;
    }
    let mut indicators: Vec<(IndicatorIx, f64)> =
        scheme.items.iter().map(|item| (item.indicator, item.weight)).collect();
    indicators.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut columns = vec![Column::text(voice.word("agent")), Column::number(voice.word("score"))];
    columns.extend(indicators.iter().map(|(ix, _)| {
        let indicator = model.indicator(*ix);
        let shown = reporter.shown(indicator.precision, language);
        Column {
            href: Some(address::indicator(indicator.id.as_str())),
            ..Column::number(voice.name(&indicator.name)).unit(shown.unit_or(words))
        }
    }));
    let mut sorted = members.to_vec();
    let total =
        |agent: AgentIx| reporter.evaluation.standing(agent, period).and_then(|standing| standing.total);
    // In the order of ids, which says nothing about standing; those without a score come last.
    sorted.sort_by_key(|agent| total(*agent).is_none());
    let row = |agent: &AgentIx| {
        let derivation = address::derivation(model.agent(*agent).id.as_str(), period);
        let mut cells = vec![
            subject::agent_cell(reporter, language, *agent),
            score_cell(reporter, language, *agent, period),
        ];
        cells.extend(indicators.iter().map(|(ix, _)| value(reporter, language, *agent, *ix, &derivation)));
        Row::new(cells)
    };
    let caption = say!(voice, "heat-caption", period: &format::period(period, language));
    let mut table = Table::new(caption, columns, sorted.iter().map(row).collect());
    table.notes = vec![voice.word("heat-note")];
    Some(table)
}

fn value(
    reporter: &Reporter<'_>,
    language: Language,
    agent: AgentIx,
    indicator: IndicatorIx,
    derivation: &str,
) -> Cell {
    let Some(item) = reporter.survey.item(agent, indicator) else {
        return Cell::empty(CellState::NotApplicable);
    };
    let precision = reporter.evaluation.model.indicator(indicator).precision;
    let shown = reporter.shown(precision, language);
    let (mut cell, has_value) = match &item.found {
        Found::Plain(value) => (measured(*value, shown, false), true),
        Found::Other(reading) => {
            (reading_cell(reading, shown, false, reporter.words(language)), reading.value.is_some())
        }
    };
    if has_value {
        cell.href = Some(derivation.to_owned());
        cell.heat = item.points.map(heat_of);
    }
    cell
}
