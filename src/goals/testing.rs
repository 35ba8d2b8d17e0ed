//! The worked example of domain notes D.2 as a small organisation, for tests to spoil in one point each.

use super::{Check, GoalResult, Mark, judge};
use crate::diag::Span;
use crate::model::{
    Action, AgentIx, Baseline, DimensionIx, Direction, Entry, Evaluation, Goal, Holder, Id, IndicatorIx,
    Kind, Operator, Rationale, Scope, Subject, Target, TargetIx, TeamIx, Text, Unit,
};
use crate::score::Index;
use crate::score::testing::{Build, count, date, item, linear, mean, month, share, state};

/// Share of complaints, lower is better.
pub(super) const COMPLAINTS: IndicatorIx = IndicatorIx(0);
/// Share of satisfied ratings, the goal's indicator; 30 ratings at least.
pub(super) const CSAT: IndicatorIx = IndicatorIx(1);
/// Mean seconds, lower is better, of dimension speed.
pub(super) const RESPONSE: IndicatorIx = IndicatorIx(2);
/// A percentile.
pub(super) const P90: IndicatorIx = IndicatorIx(3);
/// Cases a month.
pub(super) const TICKETS: IndicatorIx = IndicatorIx(4);
/// The agent of the example.
pub(super) const WESTOLL: AgentIx = AgentIx(0);
/// The goal of the example.
pub(super) const GOAL: TargetIx = TargetIx(0);
/// The only team.
pub(super) const DESK: TeamIx = TeamIx(0);

/// Ratings of January to June: satisfied, all.
pub(super) const RATINGS: [(f64, f64); 6] =
    [(3.0, 21.0), (7.0, 11.0), (8.0, 15.0), (9.0, 16.0), (9.0, 15.0), (10.0, 11.0)];

/// Peers' ratings: the best is 67/90 = 74.4 %, and P90 is 57.6 + 0.4·(74.4 − 57.6) = 64.3 %.
const PEERS: [(f64, f64); 7] =
    [(67.0, 90.0), (57.0, 99.0), (55.0, 100.0), (52.0, 100.0), (50.0, 100.0), (45.0, 100.0), (40.0, 100.0)];

/// The organisation with its goals, and the date at which they are judged.
pub(super) struct World {
    pub(super) build: Build,
    pub(super) today: &'static str,
}

impl World {
    /// January to June known, the goal ≥ 60 % pooled July to September, before it starts.
    pub(super) fn new() -> Self {
        let mut build = Build::new();
        build.team("desk");
        build.indicator("complaint_rate", share(), Unit::Percent, Direction::Down);
        build.indicator("csat_rate", share(), Unit::Percent, Direction::Up);
        build.indicator("first_response_time", mean(), Unit::Seconds, Direction::Down);
        build.indicator("frt_p90", state(), Unit::Seconds, Direction::Down);
        build.indicator("tickets", count(), Unit::Count, Direction::Up);
        build.model.indicators[CSAT.at()].minimum = None;
        build.model.indicators[RESPONSE.at()].dimension = DimensionIx(0);
        build.agent("a", "2024-01-01", DESK);
        for (at, &(good, rated)) in PEERS.iter().enumerate() {
            let peer = build.agent(&format!("p{at}"), "2024-01-01", DESK);
            build.figures(peer, "2025-06", (20.0, 20.0), &[(CSAT, Entry::Pair(good, rated))]);
        }
        build.scheme("plan", "2025-01", vec![item(CSAT, 100.0, linear(0.5, 0.9))]);
        build.model.targets.push(goal());
        let mut world = Self { build, today: "2025-07-01" };
        for (at, ratings) in RATINGS.into_iter().enumerate() {
            world.rated(&format!("2025-0{}", at + 1), ratings);
        }
        world
    }

    /// Without peers, so that only own figures count.
    pub(super) fn alone() -> Self {
        let mut world = Self::new();
        world.build.rows.retain(|new| new.row.holder == Holder::Agent(WESTOLL));
        world
    }

    /// A month of the agent's ratings.
    pub(super) fn rated(&mut self, of: &str, (good, rated): (f64, f64)) {
        self.enter(of, CSAT, Entry::Pair(good, rated));
    }

    /// A month of one of the agent's indicators.
    pub(super) fn enter(&mut self, of: &str, indicator: IndicatorIx, entry: Entry) {
        self.build.figures(WESTOLL, of, (20.0, 20.0), &[(indicator, entry)]);
    }

    /// Forgets the agent's figures of a month.
    pub(super) fn forget(&mut self, of: &str) {
        let month = month(of);
        self.build.rows.retain(|new| new.row.holder != Holder::Agent(WESTOLL) || new.row.month != month);
    }

    /// The goal, to change it.
    pub(super) fn goal(&mut self) -> &mut Target {
        &mut self.build.model.targets[0]
    }

    /// Another number for the goal.
    pub(super) fn ask(&mut self, operator: Operator, value: f64) {
        self.goal().goal = Some(Goal { operator, value, upper: None });
    }

    /// Another goal beside the first, which stays first.
    pub(super) fn second_goal(&mut self) -> &mut Target {
        let mut second = self.build.model.targets[0].clone();
        second.id = Id::parse("second").unwrap();
        self.build.model.targets.push(second);
        &mut self.build.model.targets[1]
    }

    /// Six months of another indicator, on which the goal is then.
    pub(super) fn on(&mut self, indicator: IndicatorIx, entries: [Entry; 6]) {
        for (at, entry) in entries.into_iter().enumerate() {
            self.enter(&format!("2025-0{}", at + 1), indicator, entry);
        }
        self.goal().indicator = Some(indicator);
        self.goal().baseline = None;
    }

    /// The verdict on the first goal.
    pub(super) fn judge(&self) -> GoalResult {
        let model = self.build.model();
        judge(&model, &Index::new(&model), GOAL, date(self.today))
    }

    /// Result and reason of one check.
    pub(super) fn check(&self, check: Check) -> (Mark, &'static str) {
        let result = self.judge();
        let found = result.checks.iter().find(|result| result.check == check).unwrap();
        (found.mark, found.reason)
    }
}

/// Result and reason of one check after a change to the world.
pub(super) fn after(check: Check, change: impl FnOnce(&mut World)) -> (Mark, &'static str) {
    let mut world = World::new();
    change(&mut world);
    world.check(check)
}

fn goal() -> Target {
    Target {
        id: Id::parse("csat-q3").unwrap(),
        title: Text::new("三季度满意度不低于60%", "CSAT at least 60 % in Q3"),
        subject: Some(Subject::Agent(WESTOLL)),
        indicator: Some(CSAT),
        scope: Some(Scope::All),
        kind: Kind::Improve,
        baseline: Some(Baseline {
            value: 0.517,
            counts: Some((46.0, 89.0)),
            from: Some(month("2025-01")),
            to: Some(month("2025-06")),
        }),
        goal: Some(Goal { operator: Operator::AtLeast, value: 0.6, upper: None }),
        evaluation: Some(Evaluation::Pooled),
        start: Some(date("2025-07-01")),
        end: Some(date("2025-09-30")),
        checkpoints: vec![date("2025-07-31"), date("2025-08-31")],
        parent: None,
        guardrails: Vec::new(),
        actions: vec![Action { text: Text::same("coaching"), due: None, owner: None }],
        rationale: Rationale::default(),
        proposed_by: None,
        comment: Text::default(),
        agreed_on: Some(date("2025-06-25")),
        created_on: Some(date("2025-06-20")),
        grace_days: Some(7),
        span: Span::default(),
        fields: Vec::new(),
    }
}
