//! Groups of comparable peers of a period: same scheme, teams of one peer group.

use super::reporter::Reporter;
use crate::model::{AgentIx, Id, Language, Period, Role, SchemeIx, Team};
use crate::score::Rank;
use crate::stats::median;

/// One group with its ranks.
#[derive(Debug, Clone)]
pub(super) struct Group<'a> {
    /// The scheme.
    pub(super) scheme: SchemeIx,
    /// The peer group of the teams.
    pub(super) peers: &'a Id,
    /// The period.
    pub(super) period: Period,
    /// The ranked, by agent.
    pub(super) ranks: Vec<Rank>,
}

/// The groups of `period`, by scheme and peer group.
#[must_use]
pub(super) fn groups<'a>(reporter: &Reporter<'a>, period: Period) -> Vec<Group<'a>> {
    let evaluation = reporter.evaluation;
    let ranked = evaluation.ranking(period).map_or(&[][..], |ranking| &ranking.ranked);
    let key = |rank: &Rank| {
        let standing = evaluation.standing(rank.agent, period)?;
        let scheme = standing.scheme?;
        Some((scheme, evaluation.model.peer_group(scheme, standing.team?)))
    };
    let mut found: Vec<((SchemeIx, &'a Id), Rank)> =
        ranked.iter().filter_map(|rank| Some((key(rank)?, *rank))).collect();
    found.sort_by_key(|(key, rank)| (*key, rank.agent));
    let chunks = found.chunk_by(|(a, _), (b, _)| a == b);
    chunks
        .filter_map(|chunk| {
            let ((scheme, peers), _) = *chunk.first()?;
            let ranks = chunk.iter().map(|(_, rank)| *rank).collect();
            Some(Group { scheme, peers, period, ranks })
        })
        .collect()
}

impl Group<'_> {
    /// Who is compared: the teams and the scheme.
    #[must_use]
    pub(super) fn title(&self, reporter: &Reporter<'_>, language: Language) -> String {
        let model = &reporter.evaluation.model;
        let scheme = model.scheme(self.scheme);
        let own = |team: &&Team| team.peer_group == *self.peers;
        let months: Vec<_> = self.period.months().collect();
        let applies = |team: &Team| {
            model
                .find_team(team.id.as_str())
                .is_some_and(|team| months.iter().any(|m| scheme.applies(team, *m)))
        };
        if scheme.role == Role::Manager {
            let manager = model.organisation.manager.get(language);
            return format!("{manager} · {} {}", scheme.name.get(language), scheme.version);
        }
        let teams: Vec<&str> = model
            .teams
            .iter()
            .filter(own)
            .filter(|team| applies(team))
            .map(|team| team.name.get(language))
            .collect();
        format!(
            "{} · {} {}",
            reporter.voice(language).list(&teams),
            scheme.name.get(language),
            scheme.version
        )
    }

    /// The median score.
    #[must_use]
    pub(super) fn median(&self, reporter: &Reporter<'_>) -> f64 {
        let total = |rank: &Rank| reporter.evaluation.standing(rank.agent, self.period)?.total;
        let totals: Vec<f64> = self.ranks.iter().filter_map(total).collect();
        median(&totals).unwrap_or_default()
    }

    /// Whether an agent without a rank would belong here.
    #[must_use]
    pub(super) fn holds(&self, reporter: &Reporter<'_>, agent: AgentIx, period: Period) -> bool {
        let standing = reporter.evaluation.standing(agent, period);
        let team = standing.and_then(|standing| standing.team);
        let scheme = standing.and_then(|standing| standing.scheme);
        team.is_some_and(|team| *reporter.evaluation.model.peer_group(self.scheme, team) == *self.peers)
            && scheme.is_none_or(|scheme| scheme == self.scheme)
    }
}
