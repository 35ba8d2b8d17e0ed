//! Lists for training, promotion and change of post (A041, A107, A132, A133; domain notes E.1). The rule makes the list; a person
//! decides.

use super::desk::Desk;
use super::eligible::{Needs, lacking};
use super::outcome::{Award, Detail, Lack, Outcome, Person, Pool};
use super::requirement::{Met, References};
use crate::model::{AgentIx, Basis, IncentiveIx, Period, Purpose, Queue};
use crate::score::Standing;
use crate::stats::competition;
use rayon::prelude::*;

pub(super) fn award(desk: &Desk<'_>, ix: IncentiveIx, rule: &Queue, known: &[Outcome]) -> Vec<Outcome> {
    let periods = desk.periods_of(ix);
    let references = References::new(desk, rule.conditions.iter(), &periods);
    let agents: Vec<AgentIx> = (0..desk.model.agents.len() as u32).map(AgentIx).collect();
    let list = List { desk, ix, rule, references: &references, known };
    let paths: Vec<Vec<Option<(Person, i64)>>> =
        agents.par_iter().map(|agent| list.path(*agent, &periods)).collect();
    let of_period = |(at, period): (usize, &Period)| {
        let found = paths.iter().filter_map(|path| path.get(at).cloned().flatten()).collect();
        Outcome {
            incentive: ix,
            period: *period,
            people: placed(found),
            groups: Vec::new(),
            pool: Pool::default(),
        }
    };
    periods.iter().enumerate().map(of_period).collect()
}

/// Gives places to those who are on the list: equal figures share one.
fn placed(found: Vec<(Person, i64)>) -> Vec<Person> {
    let listed: Vec<i64> =
        found.iter().filter(|(person, _)| person.lacking.is_empty()).map(|(_, key)| *key).collect();
    let mut places = competition(&listed).into_iter();
    let mut people: Vec<Person> = found.into_iter().map(|(person, _)| person).collect();
    for person in people.iter_mut().filter(|person| person.lacking.is_empty()) {
        person.award = places.next().map(Award::Place);
    }
    people
}

/// Whether someone was on a training list before `period`.
pub(super) fn trained(known: &[Outcome], training: IncentiveIx, agent: AgentIx, period: Period) -> bool {
    let earlier = |outcome: &&Outcome| outcome.incentive == training && outcome.period.last() < period.last();
    known.iter().filter(earlier).any(|outcome| outcome.of(agent).any(|person| person.award.is_some()))
}

struct List<'a> {
    desk: &'a Desk<'a>,
    ix: IncentiveIx,
    rule: &'a Queue,
    references: &'a References,
    known: &'a [Outcome],
}

impl List<'_> {
    fn path(&self, agent: AgentIx, periods: &[Period]) -> Vec<Option<(Person, i64)>> {
        let incentive = self.desk.model.incentive(self.ix);
        let mut history: Vec<Met> = Vec::with_capacity(periods.len());
        let mut path = Vec::with_capacity(periods.len());
        for period in periods {
            let standing = self.desk.participant(incentive, agent, *period);
            let met = standing
                .as_ref()
                .map_or(Met::Unknown, |one| self.references.all(self.desk, one, &self.rule.conditions));
            history.push(met);
            path.push(standing.map(|standing| self.step(&standing, &history)));
        }
        path
    }

    fn step(&self, standing: &Standing, history: &[Met]) -> (Person, i64) {
        let rule = self.rule;
        let window = || history.iter().rev().take(usize::from(rule.of));
        let met = window().filter(|met| **met == Met::Yes).count() as u8;
        let judged = window().filter(|met| **met != Met::Unknown).count() as u8;
        let mut lacking =
            lacking(self.desk, &self.desk.model.incentive(self.ix).eligible, standing, Needs::Written);
        if rule.purpose != Purpose::Promotion {
            // A red line takes away what is paid or honoured, not help.
            lacking.retain(|lack| *lack != Lack::NoBonus);
        }
        if met < rule.at_least {
            let conditions = rule.conditions.iter();
            let judged = conditions.map(|one| self.references.judge(self.desk, standing, one)).enumerate();
            lacking.extend(judged.filter(|(_, judged)| judged.met != Met::Yes).map(|(at, judged)| {
                Lack::Condition { at: at as u8, figure: judged.figure, needed: judged.needed }
            }));
            lacking.push(Lack::TooSeldom { met, needed: rule.at_least, of: rule.of });
        }
        if let Some(training) = rule.after
            && !trained(self.known, training, standing.agent, standing.period)
        {
            lacking.push(Lack::TrainingFirst(training));
        }
        let figure = self.desk.figure(rule.order, standing);
        if let (None, Basis::Indicator(indicator)) = (figure, rule.order) {
            lacking.push(Lack::NoValue(indicator));
        }
        // Without a figure one stands at the end of the list.
        let key = figure.map_or(i64::MIN, |(_, key)| if rule.lowest_first { -key } else { key });
        let person = Person {
            agent: standing.agent,
            group: None,
            award: None,
            detail: Detail::Periods {
                level: 0,
                met,
                judged,
                missed: 0,
                figure: figure.map(|(figure, _)| figure),
            },
            lacking,
        };
        (person, key)
    }
}
