//! How much comes in for each agent and day: the volume behind targets and a fact about fairness, never a score.

use super::reporter::Reporter;
use super::units::Units;
use crate::model::{AgentIx, IndicatorIx, Measure, Month, Period, Subject, TeamIx};
use crate::score::{Sums, days_worked};

/// The volume of teams against the days that their agents worked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Workload {
    /// What came in, added over teams and months.
    pub(super) volume: f64,
    /// Days worked by the agents of these teams, each month for the team of its main posting.
    pub(super) days: f64,
}

impl Workload {
    /// Volume for each day that somebody worked.
    pub(super) fn per_agent_day(self) -> f64 {
        self.volume / self.days
    }
}

/// The workload by a count that is written for teams; `None` for other indicators and where nobody worked.
pub(super) fn workload(
    reporter: &Reporter<'_>,
    ix: IndicatorIx,
    units: &Units,
    period: Period,
) -> Option<Workload> {
    let model = &reporter.evaluation.model;
    if !units.teams || !matches!(model.indicator(ix).measure, Measure::Count { .. }) {
        return None;
    }
    let counted: Vec<(TeamIx, f64)> = units
        .list
        .iter()
        .filter_map(|unit| match (unit.subject, unit.reading.sums) {
            (Subject::Team(team), Sums::PerMonth(count, _)) => Some((team, count)),
            _ => None,
        })
        .collect();
    let volume = counted.iter().map(|(_, count)| count).sum();
    let days = (0..model.agents.len() as u32)
        .map(AgentIx)
        .flat_map(|agent| period.months().map(move |month| (agent, month)))
        .filter(|(agent, month)| {
            let team = team_of(reporter, *agent, *month);
            counted.iter().any(|(counted, _)| team == Some(*counted))
        })
        .filter_map(|(agent, month)| {
            days_worked(model, &reporter.evaluation.index, agent, Period::month(month))
        })
        .map(|days| days.worked)
        .sum();
    (days > 0.0).then_some(Workload { volume, days })
}

fn team_of(reporter: &Reporter<'_>, agent: AgentIx, month: Month) -> Option<TeamIx> {
    let agent = reporter.evaluation.model.agent(agent);
    agent.main_posting(month.first_day(), month.last_day()).map(|posting| posting.team)
}
