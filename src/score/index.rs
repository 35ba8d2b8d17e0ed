//! Where the figures of an agent, a team and the organisation stand, so that a reading touches only rows that it needs.

use super::subtotal::{Subtotal, subtotals, subtotals_after};
use super::sum::Sum;
use crate::model::{AgentIx, Holder, IndicatorIx, Model, Month, Period, Row, TeamIx};
use std::ops::Range;

/// Row positions of [`crate::model::Metrics`] by holder, by team and month, and by month. Built once for a model; it
/// answers for that model only.
#[derive(Debug, Clone)]
pub struct Index {
    /// Rows of each agent, as a range of positions.
    agents: Vec<Range<u32>>,
    /// The team for which each row was worked; `None` only for an agent without a posting in that month.
    team_of_row: Vec<Option<TeamIx>>,
    /// Rows of agents by team, month and position.
    by_team: Vec<(TeamIx, Month, u32)>,
    /// Figures of each team's agents and of all agents, sorted by key.
    subtotals: Vec<Subtotal>,
    /// First and last month with any row.
    range: Option<(Month, Month)>,
}

impl Index {
    /// The index of `model`. Time and memory grow with the number of cells.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let mut index = Self::of_rows(model);
        index.subtotals = subtotals(model, &index);
        index
    }

    /// As [`Self::new`], after that of another state was built that has the same agents, teams and indicators under the same
    /// numbers, and the same figures in all months but `changed` (sorted). Time grows with the rows, and with the cells of those months.
    #[must_use]
    pub fn after(model: &Model, before: &Self, changed: &[Month]) -> Self {
        let mut index = Self::of_rows(model);
        index.subtotals = subtotals_after(model, &index, &before.subtotals, changed);
        index
    }

    /// Without subtotals yet.
    fn of_rows(model: &Model) -> Self {
        let rows = model.metrics.rows();
        let mut index = Self {
            agents: vec![0..0; model.agents.len()],
            team_of_row: Vec::with_capacity(rows.len()),
            by_team: Vec::with_capacity(rows.len()),
            subtotals: Vec::new(),
            range: model.metrics.range(),
        };
        for (at, row) in rows.iter().enumerate() {
            index.enter(model, at as u32, row);
        }
        index.by_team.sort_unstable();
        index
    }

    /// Enters one row; rows come sorted by holder.
    fn enter(&mut self, model: &Model, at: u32, row: &Row) {
        let team = team_of(model, row);
        self.team_of_row.push(team);
        let Holder::Agent(agent) = row.holder else { return };
        self.by_team.extend(team.map(|team| (team, row.month, at)));
        if let Some(range) = self.agents.get_mut(agent.at()) {
            let first = if range.end == 0 { at } else { range.start };
            *range = first..at + 1;
        }
    }

    /// Months of `period` up to the latest with figures of anyone: a running quarter does not ask for days to come.
    #[must_use]
    pub(super) fn months_with_figures(&self, period: Period) -> u8 {
        let told = |month| self.range.is_some_and(|(first, last)| first <= month && month <= last);
        period.months().filter(|&month| told(month)).count() as u8
    }

    /// The team for which the row at position `at` was worked.
    #[must_use]
    pub fn team_of_row(&self, at: usize) -> Option<TeamIx> {
        self.team_of_row.get(at).copied().flatten()
    }

    /// Positions of the rows of `agent` from `first` to `last`.
    #[must_use]
    pub(super) fn agent_rows(
        &self,
        model: &Model,
        agent: AgentIx,
        first: Month,
        last: Month,
    ) -> Range<usize> {
        within(model.metrics.rows(), self.agents.get(agent.at()), first, last)
    }

    /// Positions of the rows that agents worked for `team` from `first` to `last`, by month.
    pub(super) fn rows_for_team(
        &self,
        team: TeamIx,
        first: Month,
        last: Month,
    ) -> impl Iterator<Item = usize> {
        let from = self.by_team.partition_point(|&(t, month, _)| (t, month) < (team, first));
        let to = self.by_team.partition_point(|&(t, month, _)| (t, month) <= (team, last));
        self.by_team.get(from..to.max(from)).unwrap_or_default().iter().map(|&(_, _, at)| at as usize)
    }

    /// Rows of agents by team, month and position.
    #[must_use]
    pub(super) fn by_team(&self) -> &[(TeamIx, Month, u32)] {
        &self.by_team
    }

    /// What the agents of `team` (`None`: all agents) have of `indicator` from `first` to `last`, over all channels.
    #[must_use]
    pub(super) fn sum_of_agents(
        &self,
        team: Option<TeamIx>,
        indicator: IndicatorIx,
        first: Month,
        last: Month,
    ) -> Sum {
        let from = self.subtotals.partition_point(|subtotal| subtotal.key < (team, indicator, first));
        let later = self.subtotals.iter().skip(from);
        let mut sum = Sum::default();
        later.take_while(|s| s.key <= (team, indicator, last)).for_each(|s| sum.merge(&s.sum));
        sum
    }

    /// Whether any agent of `team` (`None`: any agent) ever has a figure of `indicator`.
    #[must_use]
    pub(super) fn written_for_agents(&self, team: Option<TeamIx>, indicator: IndicatorIx) -> bool {
        let at = self.subtotals.partition_point(|s| (s.key.0, s.key.1) < (team, indicator));
        self.subtotals.get(at).is_some_and(|s| (s.key.0, s.key.1) == (team, indicator))
    }
}

/// The team for which `row` was worked: the one that it names, else that of the agent's main posting in its month.
pub(super) fn team_of(model: &Model, row: &Row) -> Option<TeamIx> {
    match row.holder {
        Holder::Team(team) => Some(team),
        Holder::Agent(agent) => row.team.or_else(|| {
            let agent = model.agents.get(agent.at())?;
            agent.main_posting(row.month.first_day(), row.month.last_day()).map(|posting| posting.team)
        }),
    }
}

/// The part of a holder's `range` from month `first` to `last`; within it, rows are sorted by month.
fn within(rows: &[Row], range: Option<&Range<u32>>, first: Month, last: Month) -> Range<usize> {
    let Some(range) = range else { return 0..0 };
    let start = range.start as usize;
    let own = rows.get(start..range.end as usize).unwrap_or_default();
    let from = own.partition_point(|row| row.month < first);
    let to = own.partition_point(|row| row.month <= last);
    start + from..start + to.max(from)
}
