//! How many people stand behind the figures of a team: a sum over few people tells of each of them.

use crate::evaluate::Evaluation;
use crate::model::{AgentIx, ChannelIx, Entry, Holder, IndicatorIx, Month, Scope, Target, TeamIx};
use crate::score::Verdict;

/// People in service by period, then by team.
pub(super) fn in_service(evaluation: &Evaluation) -> Vec<Vec<usize>> {
    let agents = evaluation.model.agents.len() as u32;
    let count = |period| {
        let mut people = vec![0; evaluation.model.teams.len()];
        let standings = (0..agents).map(AgentIx).filter_map(|agent| evaluation.standing(agent, period));
        for standing in standings.filter(|standing| standing.verdict != Verdict::NotInService) {
            if let Some(count) = standing.team.and_then(|team| people.get_mut(team.at())) {
                *count += 1;
            }
        }
        people
    };
    evaluation.periods.iter().copied().map(count).collect()
}

/// Who wrote a figure of what, for which team, when.
type Figure = (IndicatorIx, Month, TeamIx, AgentIx);

/// People with a figure, by indicator, then by month with any, then by team.
pub(super) fn with_figures(evaluation: &Evaluation) -> Vec<Vec<Vec<usize>>> {
    let model = &evaluation.model;
    let mut figures: Vec<Figure> = Vec::new();
    for (at, row) in model.metrics.rows().iter().enumerate() {
        let (Holder::Agent(agent), Some(team)) = (row.holder, evaluation.index.team_of_row(at)) else {
            continue;
        };
        let told = model.metrics.cells(row).iter().filter(|cell| cell.entry() != Entry::NotApplicable);
        figures.extend(told.map(|cell| (cell.indicator, row.month, team, agent)));
    }
    figures.sort_unstable();
    figures.dedup();
    let mut counts = vec![Vec::new(); model.indicators.len()];
    for month in figures.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let mut people = vec![0; model.teams.len()];
        for (_, _, team, _) in month {
            if let Some(count) = people.get_mut(team.at()) {
                *count += 1;
            }
        }
        if let Some(months) = month.first().and_then(|(indicator, ..)| counts.get_mut(indicator.at())) {
            months.push(people);
        }
    }
    counts
}

/// Whether a goal on figures of some channels rests on enough people in every month, and so does what it leaves out.
pub(super) fn channels_fit(
    evaluation: &Evaluation,
    target: &Target,
    team: Option<TeamIx>,
    least: usize,
) -> bool {
    let (Some(Scope::Channels(channels)), Some(indicator)) = (&target.scope, target.indicator) else {
        return true;
    };
    let metrics = &evaluation.model.metrics;
    let mut inside: Vec<(Month, bool, AgentIx)> = Vec::new();
    for (at, row) in metrics.rows().iter().enumerate() {
        let Holder::Agent(agent) = row.holder else { continue };
        let of_team = team.is_none() || evaluation.index.team_of_row(at) == team;
        if of_team && metrics.cell(row, indicator).is_some() {
            let named = |channel: ChannelIx| channels.contains(&channel);
            inside.push((row.month, row.channel.is_some_and(named), agent));
        }
    }
    inside.sort_unstable();
    inside.dedup();
    let mut parts = inside.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
    parts.all(|part| part.len() >= least)
}
