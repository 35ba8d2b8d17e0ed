//! The results of the whole organisation as of a day.

use super::after::Before;
use crate::alerts::{AlertResult, watch};
use crate::cycle::{Task, tasks};
use crate::goals::{GoalResult, Surroundings, judge_with};
use crate::incentives::{Desk, Outcome, Person, award};
use crate::model::{
    AgentIx, Event, IncentiveIx, IndicatorIx, Model, Month, Period, PeriodKind, Role, SchemeIx, Subject,
    TargetIx, TeamIx,
};
use crate::score::{
    Index, Rank, Ranking, Reading, Scorecard, Standing, rank, reading_as_manager, reading_with, scorecard,
    scorecard_placeless, standing,
};
use chrono::NaiveDate;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The results of the whole organisation as of a day.
#[derive(Debug)]
pub struct Evaluation {
    /// The facts.
    pub model: Model,
    /// Where figures stand.
    pub index: Index,
    /// The day for which goals and completeness are judged.
    pub as_of: NaiveDate,
    /// Months, then quarters, then years that hold figures, each group in order.
    pub periods: Vec<Period>,
    /// The goals' results; the position is the [`TargetIx`].
    pub goals: Vec<GoalResult>,
    /// What follows from scores and figures, by incentive, then by period, oldest first.
    pub incentives: Vec<Outcome>,
    /// What the alert rules found; the position is the [`crate::model::AlertIx`].
    pub alerts: Vec<AlertResult>,
    /// What is open in the appraisal cycle, sorted by whom it is about, then by its last day.
    pub tasks: Vec<Task>,
    /// Agents × periods.
    standings: Vec<Standing>,
    /// By position of the period.
    rankings: Vec<Ranking>,
    /// The goals' subjects with their targets, sorted: every agent is asked for its goals.
    subjects: Vec<(Subject, TargetIx)>,
    computed: Computed,
}

/// How much was computed for an evaluation; the rest was taken over from an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Computed {
    /// Standings, each from a scorecard.
    pub standings: usize,
    /// Rankings, one for each period.
    pub rankings: usize,
}

/// Evaluates `model` as of a day: standings of every agent and period, ranks, goals.
#[must_use]
pub fn evaluate(model: Model, as_of: NaiveDate) -> Evaluation {
    evaluated(model, as_of, None)
}

/// As [`evaluate`], after another state was evaluated as of any day: exactly the same results, sooner the less differs.
#[must_use]
pub fn evaluate_after(model: Model, as_of: NaiveDate, before: &Evaluation) -> Evaluation {
    evaluated(model, as_of, Some(before))
}

fn evaluated(model: Model, as_of: NaiveDate, before: Option<&Evaluation>) -> Evaluation {
    let before = before.and_then(|before| Before::new(before, &model));
    let index = before.as_ref().map_or_else(|| Index::new(&model), |before| before.index(&model));
    let periods = model.periods();
    let agents: Vec<AgentIx> = (0..model.agents.len() as u32).map(AgentIx).collect();
    let (cards, ranks) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let of = |agent: AgentIx, period: Period| {
        let known = before.as_ref().and_then(|before| before.standing(agent, period));
        known.unwrap_or_else(|| {
            cards.fetch_add(1, Ordering::Relaxed);
            standing(&model, &index, agent, period)
        })
    };
    // By position, so that each is written where it stays: they are the largest part of the results.
    let of_place = |place: usize| of(agents[place / periods.len()], periods[place % periods.len()]);
    let standings: Vec<Standing> = (0..agents.len() * periods.len()).into_par_iter().map(of_place).collect();
    let of_period = |at: usize| {
        let column: Vec<Standing> =
            standings.iter().skip(at).step_by(periods.len().max(1)).copied().collect();
        let known = before.as_ref().zip(periods.get(at));
        known.and_then(|(before, period)| before.ranking(*period, &column)).unwrap_or_else(|| {
            ranks.fetch_add(1, Ordering::Relaxed);
            rank(&model, &column)
        })
    };
    let rankings = (0..periods.len()).into_par_iter().map(of_period).collect();
    let targets: Vec<TargetIx> = (0..model.targets.len() as u32).map(TargetIx).collect();
    let around = Surroundings::new(&model, &index, &targets, as_of);
    let goals =
        targets.par_iter().map(|target| judge_with(&model, &index, &around, *target, as_of)).collect();
    let subject = |target: &TargetIx| Some((model.target(*target).subject?, *target));
    let mut subjects: Vec<(Subject, TargetIx)> = targets.iter().filter_map(subject).collect();
    subjects.sort_unstable();
    let alerts = watch(&model, &index, as_of);
    let tasks = tasks(&model, as_of);
    let mut evaluation = Evaluation {
        incentives: Vec::new(),
        model,
        index,
        as_of,
        periods,
        goals,
        alerts,
        tasks,
        standings,
        rankings,
        subjects,
        computed: Computed { standings: cards.into_inner(), rankings: ranks.into_inner() },
    };
    evaluation.incentives = incentives(&evaluation);
    evaluation
}

fn incentives(evaluation: &Evaluation) -> Vec<Outcome> {
    award(&Desk {
        model: &evaluation.model,
        index: &evaluation.index,
        periods: &evaluation.periods,
        standing: &|agent, period| evaluation.standing(agent, period).copied(),
        no_bonus: &|agent, period| {
            evaluation.standing(agent, period).is_some_and(|standing| standing.no_bonus)
        },
    })
}

impl Evaluation {
    /// How much was computed for it, rather than taken over.
    #[must_use]
    pub const fn computed(&self) -> Computed {
        self.computed
    }

    /// The periods of `kind`, oldest first.
    pub fn of_kind(&self, kind: PeriodKind) -> impl DoubleEndedIterator<Item = Period> + '_ {
        self.periods.iter().copied().filter(move |period| period.kind() == kind)
    }

    /// The latest complete period of `kind`; the latest with figures if none is complete.
    #[must_use]
    pub fn latest(&self, kind: PeriodKind) -> Option<Period> {
        self.of_kind(kind).rfind(|period| self.complete(*period)).or_else(|| self.of_kind(kind).next_back())
    }

    /// Whether `period` has ended and its last month has figures; the scores of others are provisional.
    #[must_use]
    pub fn complete(&self, period: Period) -> bool {
        let has_figures = self.last_month().is_some_and(|last| period.last() <= last);
        has_figures && period.last().last_day() < self.as_of
    }

    /// The last month with figures.
    #[must_use]
    pub fn last_month(&self) -> Option<Month> {
        self.of_kind(PeriodKind::Month).next_back().map(Period::last)
    }

    /// The standing of `agent` in `period`; `None` for a period without figures.
    #[must_use]
    pub fn standing(&self, agent: AgentIx, period: Period) -> Option<&Standing> {
        let at = self.position(period)?;
        self.standings.get(agent.at() * self.periods.len() + at)
    }

    /// The confirmed red lines of `agent` whose stated time shares a month with `period`, with what follows from each.
    pub fn red_lines(&self, agent: AgentIx, period: Period) -> impl Iterator<Item = &Event> + '_ {
        let ledger = &self.model.ledger;
        ledger.acting(agent, period.first(), period.last()).filter_map(|ix| ledger.event(ix))
    }

    /// The scorecard of `agent` in `period` with every step; computed anew.
    #[must_use]
    pub fn card(&self, agent: AgentIx, period: Period) -> Scorecard {
        scorecard(&self.model, &self.index, agent, period)
    }

    /// As [`Self::card`], without the places of the figures: for counting over many people.
    #[must_use]
    pub fn card_placeless(&self, agent: AgentIx, period: Period) -> Scorecard {
        scorecard_placeless(&self.model, &self.index, agent, period)
    }

    /// The rank of `agent` in `period`.
    #[must_use]
    pub fn rank(&self, agent: AgentIx, period: Period) -> Option<&Rank> {
        self.ranking(period)?.of(agent)
    }

    /// Who has which rank in `period`, and who none and why.
    #[must_use]
    pub fn ranking(&self, period: Period) -> Option<&Ranking> {
        self.rankings.get(self.position(period)?)
    }

    /// Agents whose longest segment in `period` is in `team`, by id; who leads it is not among them.
    #[must_use]
    pub fn members(&self, team: TeamIx, period: Period) -> Vec<AgentIx> {
        let agents = (0..self.model.agents.len() as u32).map(AgentIx);
        let member = |s: &Standing| s.team == Some(team) && s.role == Role::Agent;
        agents.filter(|agent| self.standing(*agent, period).is_some_and(member)).collect()
    }

    /// The value of `indicator` for `of` in `period`, over all channels.
    #[must_use]
    pub fn reading(&self, of: Subject, indicator: IndicatorIx, period: Period) -> Reading {
        reading_with(&self.model, &self.index, of, indicator, period.first(), period.last(), None)
    }

    /// The value of `indicator` as it counts for `agent` in `period`: that of the teams led where the scheme of a manager
    /// says so, else the agent's own.
    #[must_use]
    pub fn own_reading(&self, agent: AgentIx, indicator: IndicatorIx, period: Period) -> Reading {
        let as_manager = self.model.agent(agent).ever_manages().then(|| {
            reading_as_manager(&self.model, &self.index, agent, indicator, period.first(), period.last())
        });
        as_manager.flatten().unwrap_or_else(|| self.reading(Subject::Agent(agent), indicator, period))
    }

    /// The result of a goal.
    #[must_use]
    pub fn goal(&self, target: TargetIx) -> Option<&GoalResult> {
        self.goals.get(target.at())
    }

    /// What is open in the appraisal cycle about `subject`.
    #[must_use]
    pub fn tasks_of(&self, subject: Subject) -> &[Task] {
        let from = self.tasks.partition_point(|task| task.whose < subject);
        let to = self.tasks.partition_point(|task| task.whose <= subject);
        self.tasks.get(from..to).unwrap_or_default()
    }

    /// The goals of `subject`, by id.
    pub fn goals_of(&self, subject: Subject) -> impl Iterator<Item = &GoalResult> {
        let from = self.subjects.partition_point(|(of, _)| *of < subject);
        let own = self.subjects.iter().skip(from).take_while(move |(of, _)| *of == subject);
        own.filter_map(|(_, target)| self.goals.get(target.at()))
    }

    /// The outcomes of an incentive, oldest first.
    #[must_use]
    pub fn outcomes(&self, incentive: IncentiveIx) -> &[Outcome] {
        let from = self.incentives.partition_point(|outcome| outcome.incentive < incentive);
        let to = self.incentives.partition_point(|outcome| outcome.incentive <= incentive);
        self.incentives.get(from..to).unwrap_or_default()
    }

    /// Everything that incentives say about `agent`, by incentive, then by period, oldest first.
    pub fn incentives_of(&self, agent: AgentIx) -> impl Iterator<Item = (&Outcome, &Person)> {
        self.incentives.iter().flat_map(move |outcome| outcome.of(agent).map(move |person| (outcome, person)))
    }

    /// The scheme in force for `team` at the end of `period`.
    #[must_use]
    pub fn scheme(&self, team: TeamIx, period: Period) -> Option<SchemeIx> {
        let months: Vec<Month> = period.months().collect();
        months.iter().rev().find_map(|month| self.model.scheme_in_force(team, *month))
    }

    fn position(&self, period: Period) -> Option<usize> {
        self.periods.iter().position(|known| *known == period)
    }
}
