//! What stands around the goals: comparable peers with their values, and the other goals of the same subject. Gathered once
//! for many goals, since hundreds of goals share their peers.

use super::case::{Case, main_posting};
use crate::model::{
    AgentIx, ChannelIx, Id, IndicatorIx, LevelIx, Model, Month, Scope, Subject, TargetIx, TeamIx,
};
use crate::score::Index;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A comparable subject with its pooled value over the months of a goal's history.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Peer {
    /// Who.
    pub(super) subject: Subject,
    /// Pooled value, in kept units.
    pub(super) value: f64,
}

/// Same role (peer group), tier (level), indicator, channels and months. Teams have no level.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Circle {
    group: TeamIx,
    level: Option<LevelIx>,
    indicator: IndicatorIx,
    channels: Option<Vec<ChannelIx>>,
    last: Month,
}

/// Peers and rival goals of a set of goals, at one date and for one model.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    circles: BTreeMap<Circle, Vec<Peer>>,
    rivals: BTreeMap<(Subject, IndicatorIx), Vec<TargetIx>>,
    groups: Vec<TeamIx>,
}

impl Surroundings {
    /// What stands around `targets` at `as_of`.
    #[must_use]
    pub fn new(model: &Model, index: &Index, targets: &[TargetIx], as_of: NaiveDate) -> Self {
        let mut around = Self { circles: BTreeMap::new(), rivals: rivals(model), groups: groups(model) };
        let mut staff: BTreeMap<Month, Vec<(TeamIx, LevelIx, AgentIx)>> = BTreeMap::new();
        for &target in targets {
            let case = Case::without_history(model, index, target, as_of);
            let Some(circle) = around.circle(&case) else { continue };
            if around.circles.contains_key(&circle) {
                continue;
            }
            let members = match circle.level {
                Some(level) => {
                    let staff = staff.entry(circle.last).or_insert_with(|| around.staff(model, circle.last));
                    let from =
                        staff.partition_point(|&(group, tier, _)| (group, tier) < (circle.group, level));
                    let rest = staff.get(from..).unwrap_or_default();
                    let same =
                        |entry: &&(TeamIx, LevelIx, AgentIx)| (entry.0, entry.1) == (circle.group, level);
                    rest.iter().take_while(same).map(|&(_, _, agent)| Subject::Agent(agent)).collect()
                }
                None => around.teams_of(circle.group),
            };
            let peers = values(&case, members, circle.last);
            around.circles.insert(circle, peers);
        }
        around
    }

    /// The peers of the case's subject whose values rest on enough cases, itself left out.
    pub(super) fn peers(&self, case: &Case<'_>) -> Vec<Peer> {
        let circle = self.circle(case).and_then(|circle| self.circles.get(&circle));
        let others = circle.into_iter().flatten().filter(|peer| Some(peer.subject) != case.subject);
        others.copied().collect()
    }

    /// The other goals of the same subject on the same indicator.
    pub(super) fn rivals<'a>(&'a self, case: &Case<'_>) -> impl Iterator<Item = TargetIx> + use<'a> {
        let key = case.subject.zip(case.indicator.map(|(indicator, _)| indicator));
        let own = case.ix;
        let goals = key.and_then(|key| self.rivals.get(&key));
        goals.into_iter().flatten().copied().filter(move |&goal| goal != own)
    }

    fn circle(&self, case: &Case<'_>) -> Option<Circle> {
        let (indicator, _) = case.indicator?;
        let last = case.history_end()?;
        let (team, level) = match case.subject? {
            Subject::Agent(agent) => {
                let agent = case.model.agent(agent);
                let start = case.role_months().next().unwrap_or(last);
                let posting = main_posting(agent, start).or_else(|| main_posting(agent, last))?;
                (posting.team, Some(posting.level))
            }
            Subject::Team(team) => (team, None),
            Subject::Organisation => return None,
        };
        let channels = match case.target.scope.as_ref() {
            Some(Scope::Channels(channels)) => Some(channels.clone()),
            Some(Scope::All) | None => None,
        };
        Some(Circle { group: self.group(team), level, indicator, channels, last })
    }

    /// The first team with the same peer group, which stands for the group.
    fn group(&self, team: TeamIx) -> TeamIx {
        self.groups.get(team.at()).copied().unwrap_or(team)
    }

    fn teams_of(&self, group: TeamIx) -> Vec<Subject> {
        let teams = self.groups.iter().enumerate().filter(|&(_, of)| *of == group);
        teams.map(|(at, _)| Subject::Team(TeamIx(at as u32))).collect()
    }

    /// All agents with a posting in `month`, by group and level.
    fn staff(&self, model: &Model, month: Month) -> Vec<(TeamIx, LevelIx, AgentIx)> {
        let entry = |(at, agent)| {
            let posting = main_posting(agent, month)?;
            Some((self.group(posting.team), posting.level, AgentIx(at as u32)))
        };
        let mut staff: Vec<_> = model.agents.iter().enumerate().filter_map(entry).collect();
        staff.sort_unstable();
        staff
    }
}

fn values(case: &Case<'_>, members: Vec<Subject>, last: Month) -> Vec<Peer> {
    let minimum = case.indicator.map_or(0.0, |(_, indicator)| indicator.minimum());
    let first = last.plus(1 - super::history::MONTHS);
    let peer = |subject| {
        let reading = case.read_for(subject, first, last)?;
        let value = super::figure::Figure::new(last, &reading);
        let enough = value.enough(minimum);
        value.counted().filter(|_| enough).map(|value| Peer { subject, value })
    };
    members.into_iter().filter_map(peer).collect()
}

fn rivals(model: &Model) -> BTreeMap<(Subject, IndicatorIx), Vec<TargetIx>> {
    let mut rivals: BTreeMap<_, Vec<TargetIx>> = BTreeMap::new();
    for (at, target) in model.targets.iter().enumerate() {
        if let Some(key) = target.subject.zip(target.indicator) {
            rivals.entry(key).or_default().push(TargetIx(at as u32));
        }
    }
    rivals
}

fn groups(model: &Model) -> Vec<TeamIx> {
    let mut first: BTreeMap<&Id, TeamIx> = BTreeMap::new();
    let mut group = |(at, id)| *first.entry(id).or_insert(TeamIx(at as u32));
    model.teams.iter().map(|team| &team.peer_group).enumerate().map(&mut group).collect()
}
