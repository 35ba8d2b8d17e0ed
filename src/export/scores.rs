//! The score of each agent in each period.

use super::column::{Cell, Column, date, named, nameless, number, period, text, whole};
use super::{Results, Rows, agents, words};
use crate::model::{AgentIx, Period};
use crate::score::Verdict;

/// The columns.
pub(super) const COLUMNS: &[Column] = &[
    text("agent"),
    text("agent_zh"),
    text("agent_en"),
    text("period"),
    text("period_kind"),
    date("period_from"),
    date("period_to"),
    text("team"),
    text("team_zh"),
    text("team_en"),
    text("level"),
    text("scheme"),
    text("scheme_version"),
    text("verdict"),
    number("score"),
    text("band"),
    text("band_zh"),
    text("band_en"),
    whole("rank"),
    whole("rank_of"),
    number("margin"),
    number("available_weight"),
];

/// A row for each agent that may be seen and each period in which the agent served.
pub(super) fn rows(results: Results<'_>) -> Rows<'_> {
    let evaluation = &results.visible.evaluation;
    Box::new(agents(results.visible).flat_map(move |agent| {
        evaluation.periods.iter().filter_map(move |period| row(results, agent, *period))
    }))
}

fn row(results: Results<'_>, agent: AgentIx, when: Period) -> Option<Vec<Cell>> {
    let evaluation = &results.visible.evaluation;
    let model = &evaluation.model;
    let standing = evaluation.standing(agent, when)?;
    if standing.verdict == Verdict::NotInService {
        return None;
    }
    let scheme = standing.scheme.map(|scheme| model.scheme(scheme));
    let band = scheme.zip(standing.band).and_then(|(scheme, band)| scheme.bands.get(band));
    let level = standing.level.and_then(|level| model.organisation.levels.get(level.at()));
    // A rank says something of the others, so it is for those who see everyone.
    let rank = results.visible.everything().then(|| evaluation.rank(agent, when)).flatten();
    let mut cells = Vec::with_capacity(COLUMNS.len());
    let of = model.agent(agent);
    cells.extend(named(of.id.as_str(), &of.name));
    cells.extend(period(when));
    cells.extend(standing.team.map_or_else(nameless, |team| {
        let team = model.team(team);
        named(team.id.as_str(), &team.name)
    }));
    cells.push(level.map(|level| level.id.as_str()).into());
    cells.push(scheme.map(|scheme| scheme.id.as_str()).into());
    cells.push(scheme.map(|scheme| scheme.version.as_str()).into());
    cells.push(words::verdict(standing.verdict).into());
    cells.push(standing.total.into());
    cells.extend(band.map_or_else(nameless, |band| named(band.id.as_str(), &band.name)));
    cells.push(rank.map(|rank| i64::from(rank.rank)).into());
    cells.push(rank.map(|rank| i64::from(rank.of)).into());
    cells.push(standing.total.map(|_| standing.margin).into());
    cells.push(standing.available_weight.into());
    Some(cells)
}
