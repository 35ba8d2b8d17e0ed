//! The whole of the facts.

use super::{
    Agent, AgentIx, Alert, AlertIx, AuditLimits, Cycle, Id, Incentive, IncentiveIx, Indicator, IndicatorIx,
    Ledger, Metrics, Month, Organisation, Pay, Period, Recommendation, Review, Role, Roster, Scheme,
    SchemeIx, Status, Target, TargetIx, Team, TeamIx,
};

/// Everything that was written, checked. Lists are sorted by id, and every index points into its list.
#[derive(Debug, Clone)]
pub struct Model {
    /// The organisation.
    pub organisation: Organisation,
    /// Indicators, sorted by id.
    pub indicators: Vec<Indicator>,
    /// Schemes, sorted by id.
    pub schemes: Vec<Scheme>,
    /// Teams, sorted by id.
    pub teams: Vec<Team>,
    /// Agents, sorted by id.
    pub agents: Vec<Agent>,
    /// Targets, sorted by id.
    pub targets: Vec<Target>,
    /// Incentives, sorted by id.
    pub incentives: Vec<Incentive>,
    /// Wages; `None` if the file that holds them is not there.
    pub pay: Option<Pay>,
    /// Alert rules, sorted by id.
    pub alerts: Vec<Alert>,
    /// Interviews and improvement plans, sorted by agent, day and period.
    pub reviews: Vec<Review>,
    /// The appraisal cycle.
    pub cycle: Cycle,
    /// Staff hours against what comes in, sorted by team, month and interval.
    pub rosters: Vec<Roster>,
    /// Limits of the audit of the indicator system.
    pub audit: AuditLimits,
    /// Recommendations of audits, sorted by id.
    pub recommendations: Vec<Recommendation>,
    /// Monthly figures.
    pub metrics: Metrics,
    /// Events, appeals and closed months.
    pub ledger: Ledger,
}

impl Model {
    /// The same facts with other figures.
    #[must_use]
    pub fn with_figures(&self, metrics: Metrics) -> Self {
        Self {
            organisation: self.organisation.clone(),
            indicators: self.indicators.clone(),
            schemes: self.schemes.clone(),
            teams: self.teams.clone(),
            agents: self.agents.clone(),
            targets: self.targets.clone(),
            incentives: self.incentives.clone(),
            pay: self.pay.clone(),
            alerts: self.alerts.clone(),
            reviews: self.reviews.clone(),
            cycle: self.cycle.clone(),
            rosters: self.rosters.clone(),
            audit: self.audit.clone(),
            recommendations: self.recommendations.clone(),
            metrics,
            ledger: self.ledger.clone(),
        }
    }

    /// The indicator at `ix`.
    #[must_use]
    pub fn indicator(&self, ix: IndicatorIx) -> &Indicator {
        &self.indicators[ix.at()]
    }

    /// The scheme at `ix`.
    #[must_use]
    pub fn scheme(&self, ix: SchemeIx) -> &Scheme {
        &self.schemes[ix.at()]
    }

    /// The team at `ix`.
    #[must_use]
    pub fn team(&self, ix: TeamIx) -> &Team {
        &self.teams[ix.at()]
    }

    /// The agent at `ix`.
    #[must_use]
    pub fn agent(&self, ix: AgentIx) -> &Agent {
        &self.agents[ix.at()]
    }

    /// The target at `ix`.
    #[must_use]
    pub fn target(&self, ix: TargetIx) -> &Target {
        &self.targets[ix.at()]
    }

    /// The incentive at `ix`.
    #[must_use]
    pub fn incentive(&self, ix: IncentiveIx) -> &Incentive {
        &self.incentives[ix.at()]
    }

    /// The incentive with `id`.
    #[must_use]
    pub fn find_incentive(&self, id: &str) -> Option<IncentiveIx> {
        find(&self.incentives, id, |incentive| &incentive.id).map(IncentiveIx)
    }

    /// The alert rule at `ix`.
    #[must_use]
    pub fn alert(&self, ix: AlertIx) -> &Alert {
        &self.alerts[ix.at()]
    }

    /// The interviews and plans of `agent`, oldest first.
    #[must_use]
    pub fn reviews_of(&self, agent: AgentIx) -> &[Review] {
        let from = self.reviews.partition_point(|review| review.agent < agent);
        let to = self.reviews.partition_point(|review| review.agent <= agent);
        self.reviews.get(from..to).unwrap_or_default()
    }

    /// The agent with `id`.
    #[must_use]
    pub fn find_agent(&self, id: &str) -> Option<AgentIx> {
        find(&self.agents, id, |agent| &agent.id).map(AgentIx)
    }

    /// The team with `id`.
    #[must_use]
    pub fn find_team(&self, id: &str) -> Option<TeamIx> {
        find(&self.teams, id, |team| &team.id).map(TeamIx)
    }

    /// The indicator with `id`.
    #[must_use]
    pub fn find_indicator(&self, id: &str) -> Option<IndicatorIx> {
        find(&self.indicators, id, |indicator| &indicator.id).map(IndicatorIx)
    }

    /// The scheme with `id`.
    #[must_use]
    pub fn find_scheme(&self, id: &str) -> Option<SchemeIx> {
        find(&self.schemes, id, |scheme| &scheme.id).map(SchemeIx)
    }

    /// The target with `id`.
    #[must_use]
    pub fn find_target(&self, id: &str) -> Option<TargetIx> {
        find(&self.targets, id, |target| &target.id).map(TargetIx)
    }

    /// The scheme in force for the agents of `team` in `month`. `check` allows at most one.
    #[must_use]
    pub fn scheme_in_force(&self, team: TeamIx, month: Month) -> Option<SchemeIx> {
        self.scheme_for(team, month, Role::Agent)
    }

    /// The scheme in force for those posted to `team` as `role` in `month`; a draft before any other.
    #[must_use]
    pub fn scheme_for(&self, team: TeamIx, month: Month, role: Role) -> Option<SchemeIx> {
        let mut found = None;
        for (at, scheme) in self.schemes.iter().enumerate() {
            match scheme.status {
                Status::Pilot => {}
                _ if scheme.role != role || !scheme.applies(team, month) => {}
                Status::Draft => return Some(SchemeIx(at as u32)),
                Status::InForce => found = found.or(Some(SchemeIx(at as u32))),
            }
        }
        found
    }

    /// Whom somebody scored by `scheme` for `team` is compared with: agents with those of the team's peer group, managers
    /// with all under their scheme.
    #[must_use]
    pub fn peer_group(&self, scheme: SchemeIx, team: TeamIx) -> &Id {
        match self.scheme(scheme).role {
            Role::Agent => &self.team(team).peer_group,
            Role::Manager => &self.scheme(scheme).id,
        }
    }

    /// All months from the first to the last with figures.
    #[must_use]
    pub fn months(&self) -> Vec<Month> {
        self.metrics
            .range()
            .map_or_else(Vec::new, |(first, last)| (0..=last.since(first)).map(|n| first.plus(n)).collect())
    }

    /// The months with figures, then the quarters and years that hold them, each group in order.
    #[must_use]
    pub fn periods(&self) -> Vec<Period> {
        let start = self.organisation.fiscal_start;
        let months = self.months();
        let mut periods: Vec<Period> = months.iter().copied().map(Period::month).collect();
        let mut quarters: Vec<Period> = months.iter().map(|&m| Period::quarter_of(m, start)).collect();
        quarters.dedup();
        let mut years: Vec<Period> = months.iter().map(|&m| Period::year_of(m, start)).collect();
        years.dedup();
        periods.append(&mut quarters);
        periods.append(&mut years);
        periods
    }
}

fn find<T>(list: &[T], id: &str, key: impl Fn(&T) -> &Id) -> Option<u32> {
    list.binary_search_by(|item| key(item).as_str().cmp(id)).ok().map(|at| at as u32)
}
