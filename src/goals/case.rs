//! A goal with everything that its checks ask for, read once.

use super::aim::Aim;
use super::figure::Figure;
use super::history::{History, MONTHS};
use super::mode::{Mode, Window, complete};
use crate::model::{
    Agent, AgentIx, ChannelIx, Indicator, IndicatorIx, Model, Month, Posting, Scheme, Scope, Subject, Target,
    TargetIx, TeamIx,
};
use crate::score::{Index, Reading, reading_with};
use chrono::NaiveDate;

/// A goal before the judge. What the goal does not say is `None`.
pub(super) struct Case<'m> {
    pub(super) model: &'m Model,
    index: &'m Index,
    pub(super) ix: TargetIx,
    pub(super) target: &'m Target,
    pub(super) as_of: NaiveDate,
    /// Days after a month's end within which its figures may be missing.
    pub(super) grace: u16,
    pub(super) indicator: Option<(IndicatorIx, &'m Indicator)>,
    pub(super) subject: Option<Subject>,
    pub(super) aim: Option<Aim>,
    pub(super) window: Option<Window>,
    pub(super) mode: Option<Mode>,
    /// The last complete months before the window; `None` without indicator or subject.
    pub(super) history: Option<History>,
}

impl<'m> Case<'m> {
    /// The case of the target at `ix`, with its history.
    pub(super) fn new(model: &'m Model, index: &'m Index, ix: TargetIx, as_of: NaiveDate) -> Self {
        let mut case = Self::without_history(model, index, ix, as_of);
        case.history = case.read_history();
        case
    }

    /// The case as written, before any figure is read.
    pub(super) fn without_history(
        model: &'m Model,
        index: &'m Index,
        ix: TargetIx,
        as_of: NaiveDate,
    ) -> Self {
        let target = model.target(ix);
        let indicator = target.indicator.map(|at| (at, model.indicator(at)));
        let aim = target.goal.zip(indicator).and_then(|(goal, (_, of))| Aim::new(&goal, of.precision));
        let mode = target.evaluation.zip(indicator).map(|(mode, (_, of))| Mode::new(mode, &of.measure));
        Self {
            model,
            index,
            ix,
            target,
            as_of,
            grace: target.grace_days.unwrap_or(model.organisation.grace_days),
            indicator,
            subject: target.subject,
            aim,
            window: Window::new(target.start, target.end),
            mode,
            history: None,
        }
    }

    fn channels(&self) -> Option<&'m [ChannelIx]> {
        match self.target.scope.as_ref() {
            Some(Scope::Channels(channels)) => Some(channels),
            Some(Scope::All) | None => None,
        }
    }

    /// The goal's indicator for its subject and scope over some months; `None` without indicator or subject.
    pub(super) fn read(&self, first: Month, last: Month) -> Option<Reading> {
        self.read_for(self.subject?, first, last)
    }

    /// The goal's indicator and scope for any subject.
    pub(super) fn read_for(&self, of: Subject, first: Month, last: Month) -> Option<Reading> {
        let (indicator, _) = self.indicator?;
        Some(reading_with(self.model, self.index, of, indicator, first, last, self.channels()))
    }

    /// One month of the goal's indicator.
    pub(super) fn figure(&self, month: Month) -> Option<Figure> {
        self.read(month, month).map(|reading| Figure::new(month, &reading))
    }

    /// Whether `figure`'s month is complete at the date.
    pub(super) fn complete(&self, figure: &Figure) -> bool {
        complete(figure.month, figure.known(), self.grace, self.as_of)
    }

    /// The last complete month before the window: what was known when it began. A month in which the subject was not in
    /// service yet is not waited for.
    pub(super) fn history_end(&self) -> Option<Month> {
        let before_today = Month::of(self.as_of).plus(-1);
        let before_start = self.target.start.map(|start| Month::of(start).plus(-1));
        let mut month = before_start.unwrap_or(before_today).min(before_today);
        while !complete(month, false, self.grace, self.as_of) {
            if self.figure(month)?.known() || !self.in_service(month) {
                break;
            }
            month = month.plus(-1);
        }
        Some(month)
    }

    fn in_service(&self, month: Month) -> bool {
        self.agent().is_none_or(|agent| main_posting(agent, month).is_some())
    }

    fn read_history(&self) -> Option<History> {
        let (_, indicator) = self.indicator.filter(|_| self.subject.is_some())?;
        let last = self.history_end()?;
        let months = (1 - MONTHS..=0).map(|back| last.plus(back)).filter(|month| self.in_service(*month));
        Some(History::new(months.filter_map(|month| self.figure(month)).collect(), &indicator.measure))
    }

    /// The agent whose goal it is.
    pub(super) fn agent(&self) -> Option<&'m Agent> {
        self.agent_ix().map(|agent| self.model.agent(agent))
    }

    /// The agent whose goal it is, as an index.
    pub(super) fn agent_ix(&self) -> Option<AgentIx> {
        match self.subject? {
            Subject::Agent(agent) => Some(agent),
            Subject::Team(_) | Subject::Organisation => None,
        }
    }

    /// Months in which the goal's role is looked at: the months that its window touches, at most two years of them, or
    /// the month of the date.
    pub(super) fn role_months(&self) -> impl Iterator<Item = Month> + use<> {
        let today = Month::of(self.as_of);
        let (first, last) =
            self.window.map_or((today, today), |window| (Month::of(window.start), Month::of(window.end)));
        (0..=last.since(first).min(23)).map(move |n| first.plus(n))
    }

    /// The teams that the subject is in `month`.
    pub(super) fn teams(&self, month: Month) -> Vec<TeamIx> {
        match self.subject {
            Some(Subject::Agent(agent)) => {
                main_posting(self.model.agent(agent), month).map(|posting| posting.team).into_iter().collect()
            }
            Some(Subject::Team(team)) => vec![team],
            Some(Subject::Organisation) => (0..self.model.teams.len() as u32).map(TeamIx).collect(),
            None => Vec::new(),
        }
    }

    /// The schemes in force for the subject in the months of its window, without repeats.
    pub(super) fn schemes(&self) -> Vec<&'m Scheme> {
        let mut found = Vec::new();
        for month in self.role_months() {
            let in_force = |team| self.model.scheme_in_force(team, month);
            found.extend(self.teams(month).into_iter().filter_map(in_force));
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|scheme| self.model.scheme(scheme)).collect()
    }

    /// The aim in values of a month: a running total is spread over the window's expected full months of work.
    pub(super) fn monthly_aim(&self) -> Option<Aim> {
        let (aim, window) = (self.aim?, self.window?);
        if self.mode != Some(Mode::Sum) {
            return Some(aim);
        }
        let size = self.history.as_ref().and_then(History::monthly_size).filter(|size| *size > 0.0);
        let months = window.months() as f64 * size.unwrap_or(1.0);
        (months > 0.0).then(|| aim.map(|end| end / months))
    }

    /// The written baseline, else that of the history.
    pub(super) fn baseline(&self) -> Option<f64> {
        let written = self.target.baseline.map(|baseline| baseline.value).filter(|value| value.is_finite());
        written.or_else(|| self.history.as_ref().and_then(History::baseline))
    }

    /// Calendar days of the window on which the agent is in service and posted; all of them for a team.
    pub(super) fn days_in_role(&self, window: &Window) -> i64 {
        let Some(agent) = self.agent() else { return window.days() };
        let last = agent.left.map_or(window.end, |left| left.min(window.end));
        let first = agent.joined.max(window.start);
        agent.postings.iter().map(|posting| posting.days_within(first, last)).sum()
    }
}

/// The posting that covers most of `month`.
pub(super) fn main_posting(agent: &Agent, month: Month) -> Option<&Posting> {
    agent.main_posting(month.first_day(), month.last_day())
}
