//! When an improvement plan is due (domain notes E.1): scores below a band, or a core indicator missed, too often within the last
//! periods. Only periods with enough figures count, and a person reviews it before it starts.

use super::desk::Desk;
use super::outcome::{Award, Detail, Lack, Outcome, Person};
use super::queue::trained;
use super::requirement::{Met, References};
use crate::model::{AgentIx, ImprovementPlan, IncentiveIx, Period};
use crate::score::Standing;
use rayon::prelude::*;

pub(super) fn award(
    desk: &Desk<'_>,
    ix: IncentiveIx,
    rule: &ImprovementPlan,
    known: &[Outcome],
) -> Vec<Outcome> {
    let periods = desk.periods_of(ix);
    let references = References::new(desk, rule.core.iter(), &periods);
    let agents: Vec<AgentIx> = (0..desk.model.agents.len() as u32).map(AgentIx).collect();
    let entry = Entry { desk, ix, rule, references: &references, known };
    let paths: Vec<Vec<Option<Person>>> =
        agents.par_iter().map(|agent| entry.path(*agent, &periods)).collect();
    Outcome::of_paths(ix, &periods, &paths)
}

struct Entry<'a> {
    desk: &'a Desk<'a>,
    ix: IncentiveIx,
    rule: &'a ImprovementPlan,
    references: &'a References,
    known: &'a [Outcome],
}

/// One period: whether the score was below the band (`None`: not judged), and which core conditions were missed.
struct Seen {
    below: Option<bool>,
    missed: Vec<bool>,
}

impl Entry<'_> {
    fn path(&self, agent: AgentIx, periods: &[Period]) -> Vec<Option<Person>> {
        let incentive = self.desk.model.incentive(self.ix);
        let mut history: Vec<Option<Seen>> = Vec::with_capacity(periods.len());
        let mut path = Vec::with_capacity(periods.len());
        for period in periods {
            let standing = self.desk.participant(incentive, agent, *period);
            history.push(standing.as_ref().map(|standing| self.seen(standing)));
            path.push(standing.map(|standing| self.step(&standing, &history)));
        }
        path
    }

    fn seen(&self, standing: &Standing) -> Seen {
        let judge = |one| self.references.judge(self.desk, standing, one).met == Met::No;
        Seen { below: self.below(standing), missed: self.rule.core.iter().map(judge).collect() }
    }

    /// Whether the score is below the band; `None` without a score that rests on enough weight.
    fn below(&self, standing: &Standing) -> Option<bool> {
        let scheme = self.desk.model.scheme(standing.scheme?);
        let enough = standing.available_weight + 1e-9 >= scheme.policy.rank_weight && !standing.without_count;
        let limit = scheme.bands.iter().find(|band| band.id == self.rule.below)?;
        let own = scheme.bands.get(standing.band?)?;
        enough.then_some(own.from < limit.from)
    }

    fn step(&self, standing: &Standing, history: &[Option<Seen>]) -> Person {
        let rule = self.rule;
        let window = || history.iter().rev().take(usize::from(rule.of)).flatten();
        let below = window().filter(|seen| seen.below == Some(true)).count() as u8;
        let judged = window().filter(|seen| seen.below.is_some()).count() as u8;
        let missed_of = |at: usize| window().filter(|seen| seen.missed.get(at) == Some(&true)).count() as u8;
        let missed = (0..rule.core.len()).map(missed_of).max().unwrap_or_default();
        let due = below >= rule.at_least || (rule.core_missed > 0 && missed >= rule.core_missed);
        let mut lacking = Vec::new();
        if !due {
            lacking.push(Lack::TooSeldom { met: below, needed: rule.at_least, of: rule.of });
        }
        if let Some(training) = rule.after
            && !trained(self.known, training, standing.agent, standing.period)
        {
            lacking.push(Lack::TrainingFirst(training));
        }
        Person {
            agent: standing.agent,
            group: None,
            award: lacking.is_empty().then_some(Award::Plan),
            detail: Detail::Periods { level: 0, met: below, judged, missed, figure: standing.total },
            lacking,
        }
    }
}
