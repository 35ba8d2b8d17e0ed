//! Who is comparable with whom, and who stands beside whom: gathered once, so that an agent's page does not look through
//! all agents.

use crate::evaluate::Evaluation;
use crate::model::{AgentIx, Id, Period, PeriodKind, SchemeIx, TeamIx};

/// Peers are compared under one scheme, in teams of one peer group, in one period.
type Group<'a> = (Period, SchemeIx, &'a Id);

/// Scores by group of peers, and the order of agents by team.
#[derive(Debug, Clone, Default)]
pub(super) struct Peers<'a> {
    /// Sorted by group; totals sorted.
    scores: Vec<(Group<'a>, Vec<f64>)>,
    /// Agents by team (none last), then id.
    order: Vec<(Option<TeamIx>, AgentIx)>,
    /// Position in `order`, by agent.
    place: Vec<u32>,
}

impl<'a> Peers<'a> {
    /// The peers of every quarter, and the order of agents by their team of the latest quarter.
    #[must_use]
    pub(super) fn new(evaluation: &'a Evaluation) -> Self {
        let mut found: Vec<(Group<'a>, f64)> = Vec::new();
        for period in evaluation.of_kind(PeriodKind::Quarter) {
            let ranked = evaluation.ranking(period).map_or(&[][..], |ranking| &ranking.ranked);
            found.extend(ranked.iter().filter_map(|rank| score(evaluation, rank.agent, period)));
        }
        found.sort_by(|(a, x), (b, y)| a.cmp(b).then(x.total_cmp(y)));
        let scores = found
            .chunk_by(|(a, _), (b, _)| a == b)
            .filter_map(|chunk| Some((chunk.first()?.0, chunk.iter().map(|(_, total)| *total).collect())))
            .collect();
        let order = order(evaluation);
        let mut place = vec![0; order.len()];
        for (at, (_, agent)) in order.iter().enumerate() {
            if let Some(slot) = place.get_mut(agent.at()) {
                *slot = at as u32;
            }
        }
        Self { scores, order, place }
    }

    /// Scores of all ranked peers of a group, ascending, the agent's own among them; empty where no ranks are given.
    #[must_use]
    pub(super) fn scores(&self, period: Period, scheme: SchemeIx, group: &Id) -> &[f64] {
        let key = (period, scheme, group);
        let at = self.scores.binary_search_by(|(known, _)| known.cmp(&key));
        at.ok().and_then(|at| self.scores.get(at)).map_or(&[], |(_, scores)| scores)
    }

    /// The agents before and after `agent` in the same team.
    #[must_use]
    pub(super) fn neighbours(&self, agent: AgentIx) -> (Option<AgentIx>, Option<AgentIx>) {
        let Some(at) = self.place.get(agent.at()).map(|at| *at as usize) else { return (None, None) };
        let team = self.order.get(at).map(|(team, _)| *team);
        let same =
            |at: usize| self.order.get(at).filter(|(own, _)| Some(*own) == team).map(|(_, agent)| *agent);
        (at.checked_sub(1).and_then(same), same(at + 1))
    }

    /// Agents of one team each, by id; those without a team last.
    pub(super) fn teams(&self) -> impl Iterator<Item = (Option<TeamIx>, Vec<AgentIx>)> + '_ {
        let chunks = self.order.chunk_by(|(a, _), (b, _)| a == b);
        chunks.filter_map(|chunk| Some((chunk.first()?.0, chunk.iter().map(|(_, agent)| *agent).collect())))
    }
}

fn score(evaluation: &Evaluation, agent: AgentIx, period: Period) -> Option<(Group<'_>, f64)> {
    let standing = evaluation.standing(agent, period)?;
    let scheme = standing.scheme?;
    let group = evaluation.model.peer_group(scheme, standing.team?);
    Some(((period, scheme, group), standing.total?))
}

/// Agents by their team at the end of the data: that of the latest quarter, else of their last posting.
fn order(evaluation: &Evaluation) -> Vec<(Option<TeamIx>, AgentIx)> {
    let latest = evaluation.of_kind(PeriodKind::Quarter).next_back();
    let team = |agent: AgentIx| {
        let standing = latest.and_then(|period| evaluation.standing(agent, period));
        let posted = || evaluation.model.agent(agent).postings.last().map(|posting| posting.team);
        standing.and_then(|standing| standing.team).or_else(posted)
    };
    let agents = (0..evaluation.model.agents.len() as u32).map(AgentIx);
    let mut order: Vec<(Option<TeamIx>, AgentIx)> = agents.map(|agent| (team(agent), agent)).collect();
    order.sort_by_key(|(team, agent)| (team.is_none(), *team, *agent));
    order
}
