//! What each weighted indicator added to a score, with the figures and the lines on which it rests.

use super::column::{Cell, Column, named, number, period, place, text, whole};
use super::{Results, Rows, agents, words};
use crate::model::{AgentIx, Period};
use crate::score::{ItemResult, RuleChoice, Segment, Verdict};

/// The columns.
pub(super) const COLUMNS: &[Column] = &[
    text("agent"),
    text("agent_zh"),
    text("agent_en"),
    text("period"),
    text("period_kind"),
    super::column::date("period_from"),
    super::column::date("period_to"),
    text("segment_from"),
    text("segment_to"),
    number("segment_days"),
    text("team"),
    text("level"),
    text("scheme"),
    text("indicator"),
    text("indicator_zh"),
    text("indicator_en"),
    text("dimension"),
    text("dimension_zh"),
    text("dimension_en"),
    text("whose"),
    text("state"),
    number("value"),
    text("unit"),
    number("numerator"),
    number("denominator"),
    number("n"),
    whole("pooled_months"),
    text("rule_for"),
    number("points_before_limits"),
    number("points"),
    number("weight"),
    number("effective_weight"),
    number("contribution"),
    text("sources"),
];

/// A row for each agent that may be seen, period, segment and weighted indicator.
pub(super) fn rows(results: Results<'_>) -> Rows<'_> {
    let evaluation = &results.visible.evaluation;
    Box::new(agents(results.visible).flat_map(move |agent| {
        evaluation.periods.iter().flat_map(move |period| of_card(results, agent, *period))
    }))
}

fn of_card(results: Results<'_>, agent: AgentIx, when: Period) -> Vec<Vec<Cell>> {
    let evaluation = &results.visible.evaluation;
    let served = |verdict| !matches!(verdict, Verdict::NotInService | Verdict::NoScheme);
    if !evaluation.standing(agent, when).is_some_and(|standing| served(standing.verdict)) {
        return Vec::new();
    }
    let card = evaluation.card(agent, when);
    let of = |segment: &Segment| {
        let row = |item: &ItemResult| row(results, agent, when, segment, item);
        segment.items.iter().map(row).collect::<Vec<_>>()
    };
    card.segments.iter().flat_map(of).collect()
}

fn row(
    results: Results<'_>,
    agent: AgentIx,
    when: Period,
    segment: &Segment,
    item: &ItemResult,
) -> Vec<Cell> {
    let model = &results.visible.evaluation.model;
    let (of, indicator) = (model.agent(agent), model.indicator(item.indicator));
    let level = model.organisation.levels.get(segment.level.at()).map(|level| level.id.as_str());
    let reading = &item.reading;
    let (numerator, denominator) = words::sums(reading.sums);
    let rule_for = match item.rule.choice {
        RuleChoice::Standard => "standard".to_owned(),
        RuleChoice::Level(level) => {
            let level = model.organisation.levels.get(level.at());
            format!("level {}", level.map_or("", |level| level.id.as_str()))
        }
        RuleChoice::Newcomer { through } => format!("newcomer through month {through}"),
    };
    let sources: Vec<String> = match results.visible.everything() {
        true => reading.sources.iter().map(|cell| place(results.sources, cell.span)).collect(),
        false => Vec::new(),
    };
    let mut cells = Vec::with_capacity(COLUMNS.len());
    cells.extend(named(of.id.as_str(), &of.name));
    cells.extend(period(when));
    cells.push(segment.from.to_string().into());
    cells.push(segment.to.to_string().into());
    cells.push(segment.days.into());
    cells.push(model.team(segment.team).id.as_str().into());
    cells.push(level.into());
    cells.push(model.scheme(segment.scheme).id.as_str().into());
    cells.extend(named(indicator.id.as_str(), &indicator.name));
    cells.extend(match model.organisation.dimensions.get(item.dimension.at()) {
        Some(dimension) => named(dimension.id.as_str(), &dimension.name),
        None => super::column::nameless(),
    });
    cells.push(words::whose(item.of).into());
    cells.push(words::state(reading.state).into());
    cells.push(reading.value.into());
    cells.push(words::unit(indicator.precision.unit).into());
    cells.push(numerator.into());
    cells.push(denominator.into());
    cells.push(reading.n.into());
    cells.push(i64::from(reading.pooled_months).into());
    cells.push(rule_for.into());
    cells.push(item.points_before_limits.or(item.points).into());
    cells.push(item.points.into());
    cells.push(item.weight.into());
    cells.push(item.effective_weight.into());
    cells.push(item.contribution.into());
    cells.push(sources.join("; ").into());
    cells
}
