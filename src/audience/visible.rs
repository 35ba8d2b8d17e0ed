//! Results as an audience may see them.

use super::contributors::{channels_fit, in_service, with_figures};
use super::groups::{Shown, peopled, shown};
use super::honour::{Honour, honours};
use super::profile::Profile;
use super::pseudonym::Key;
use super::veil::veiled;
use crate::evaluate::Evaluation;
use crate::model::{AgentIx, IndicatorIx, Subject, Target, TargetIx, TeamIx};

/// Results as an audience may see them: who is hidden has no name, and nothing that was written about them is in here.
/// Figures of single people are, since those of groups are made from them; pages ask before they show any.
#[derive(Debug)]
pub struct Visible {
    /// The results.
    pub evaluation: Evaluation,
    profile: Profile,
    least: usize,
    pseudonyms: bool,
    /// What holds for all figures; `None` for managers, who see everything.
    groups: Option<Groups>,
    honours: Vec<Honour>,
}

/// What may be shown of groups.
#[derive(Debug)]
struct Groups {
    all: Shown,
    /// By position of the indicator.
    indicators: Vec<Shown>,
    /// By position of the goal.
    goals: Vec<bool>,
}

/// What `profile` may see of `evaluation`. `least` is the smallest group that is shown to others than managers; with `key`, people
/// have pseudonyms. For managers nothing is copied or looked through.
#[must_use]
pub fn see(evaluation: Evaluation, profile: Profile, least: usize, key: Option<&Key>) -> Visible {
    if profile == Profile::Manager {
        let (groups, honours) = (None, Vec::new());
        return Visible { evaluation, profile, least, pseudonyms: false, groups, honours };
    }
    let groups = Groups::of(&evaluation, profile.own(), least);
    let key = key.filter(|_| profile == Profile::Team);
    let honours = if profile == Profile::Team { honours(&evaluation) } else { Vec::new() };
    let evaluation = veiled(evaluation, profile.own(), key, &groups.goals);
    Visible { evaluation, profile, least, pseudonyms: key.is_some(), groups: Some(groups), honours }
}

impl Groups {
    fn of(evaluation: &Evaluation, own: Option<AgentIx>, least: usize) -> Self {
        let sizes = in_service(evaluation);
        let teams = evaluation.model.teams.len();
        let mut all = shown(&sizes, &peopled(&sizes, teams), least);
        all.organisation &= sizes.iter().flatten().any(|size| *size > 0);
        let of = |sizes: &Vec<Vec<usize>>| {
            let own = shown(sizes, &all.teams, least);
            Shown { organisation: own.organisation && all.organisation, ..own }
        };
        let indicators = with_figures(evaluation).iter().map(of).collect();
        let mut groups = Self { all, indicators, goals: Vec::new() };
        let goal = |target: &Target| match target.subject {
            Some(Subject::Agent(agent)) => own == Some(agent),
            Some(Subject::Team(team)) => {
                groups.of_subject(target.indicator, Subject::Team(team))
                    && channels_fit(evaluation, target, Some(team), least)
            }
            Some(Subject::Organisation) => {
                groups.of_subject(target.indicator, Subject::Organisation)
                    && channels_fit(evaluation, target, None, least)
            }
            None => false,
        };
        groups.goals = evaluation.model.targets.iter().map(goal).collect();
        groups
    }

    fn of_subject(&self, indicator: Option<IndicatorIx>, subject: Subject) -> bool {
        let shown = indicator.and_then(|ix| self.indicators.get(ix.at())).unwrap_or(&self.all);
        match subject {
            Subject::Agent(_) => false,
            Subject::Team(team) => shown.teams.get(team.at()).copied().unwrap_or_default(),
            Subject::Organisation => shown.organisation,
        }
    }
}

impl Visible {
    /// Everything, for those who lead.
    #[must_use]
    pub fn all(evaluation: Evaluation) -> Self {
        see(evaluation, Profile::Manager, 0, None)
    }

    /// For whom.
    #[must_use]
    pub const fn profile(&self) -> Profile {
        self.profile
    }

    /// The smallest group that is shown; 0 where everything is.
    #[must_use]
    pub const fn least(&self) -> usize {
        if self.everything() { 0 } else { self.least }
    }

    /// Whether everything may be shown: tables of people, their dots in drawings, the ledger, lines of files, faults.
    #[must_use]
    pub const fn everything(&self) -> bool {
        self.groups.is_none()
    }

    /// Whether `agent` has a page.
    #[must_use]
    pub fn agent(&self, agent: AgentIx) -> bool {
        self.everything() || self.profile.own() == Some(agent)
    }

    /// Whether figures of `team` may be shown, as far as single indicators do not rest on fewer people.
    #[must_use]
    pub fn team(&self, team: TeamIx) -> bool {
        self.subject(Subject::Team(team))
    }

    /// Whether figures of the organisation may be shown.
    #[must_use]
    pub fn organisation(&self) -> bool {
        self.subject(Subject::Organisation)
    }

    /// Whether figures of `subject` may be shown.
    #[must_use]
    pub fn subject(&self, subject: Subject) -> bool {
        match (&self.groups, subject) {
            (None, _) => true,
            (Some(_), Subject::Agent(agent)) => self.agent(agent),
            (Some(groups), group) => groups.of_subject(None, group),
        }
    }

    /// Whether the value of `indicator` of `subject` may be shown.
    #[must_use]
    pub fn figure(&self, subject: Subject, indicator: IndicatorIx) -> bool {
        match (&self.groups, subject) {
            (None, _) => true,
            (Some(_), Subject::Agent(agent)) => self.agent(agent),
            (Some(groups), group) => groups.of_subject(Some(indicator), group),
        }
    }

    /// Whether a goal has a page.
    #[must_use]
    pub fn goal(&self, target: TargetIx) -> bool {
        let Some(groups) = &self.groups else { return true };
        groups.goals.get(target.at()).copied().unwrap_or_default()
    }

    /// Whether a summary of `people` people may be shown.
    #[must_use]
    pub const fn many(&self, people: usize) -> bool {
        self.everything() || people >= self.least
    }

    /// Whether the upper half of rankings may be shown, under pseudonyms.
    #[must_use]
    pub const fn upper_ranks(&self) -> bool {
        matches!(self.profile, Profile::Team) && self.pseudonyms
    }

    /// What people achieved who agreed to be named, the latest first; only for the team.
    #[must_use]
    pub fn honours(&self) -> &[Honour] {
        &self.honours
    }
}
