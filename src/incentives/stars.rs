//! Star levels (A079; domain notes E.1): up when the conditions of the next level were met in enough of the last periods, one
//! down when what keeps the level was missed too often, never twice within the waiting time. A person confirms each change.

use super::desk::Desk;
use super::eligible::{Needs, lacking};
use super::outcome::{Award, Detail, Lack, Outcome, Person};
use super::requirement::{Met, References};
use crate::model::{AgentIx, IncentiveIx, Period, Stars};
use crate::score::Standing;
use rayon::prelude::*;

pub(super) fn award(desk: &Desk<'_>, ix: IncentiveIx, rule: &Stars) -> Vec<Outcome> {
    let periods = desk.periods_of(ix);
    let all = rule.levels.iter().flat_map(|level| level.conditions.iter().chain(&level.keep));
    let references = References::new(desk, all, &periods);
    let agents: Vec<AgentIx> = (0..desk.model.agents.len() as u32).map(AgentIx).collect();
    let climb = Climb { desk, ix, rule, references: &references };
    let paths: Vec<Vec<Option<Person>>> =
        agents.par_iter().map(|agent| climb.path(*agent, &periods)).collect();
    Outcome::of_paths(ix, &periods, &paths)
}

struct Climb<'a> {
    desk: &'a Desk<'a>,
    ix: IncentiveIx,
    rule: &'a Stars,
    references: &'a References,
}

/// Where someone stands: the level, periods since the last change, and whether that was downwards.
#[derive(Clone, Copy)]
struct Place {
    level: usize,
    since: u8,
    fell: bool,
}

/// How a level was met in one period: what reaches it, and what keeps it.
#[derive(Clone, Copy)]
struct Seen {
    reached: Met,
    kept: Met,
}

impl Climb<'_> {
    /// An agent through all periods; `None` where they do not take part.
    fn path(&self, agent: AgentIx, periods: &[Period]) -> Vec<Option<Person>> {
        let incentive = self.desk.model.incentive(self.ix);
        let mut history: Vec<Vec<Seen>> = Vec::with_capacity(periods.len());
        let mut at = Place { level: 0, since: u8::MAX, fell: false };
        let mut path = Vec::with_capacity(periods.len());
        for period in periods {
            let standing = self.desk.participant(incentive, agent, *period);
            history.push(standing.as_ref().map_or_else(Vec::new, |standing| self.seen(standing)));
            at.since = at.since.saturating_add(1);
            let Some(standing) = standing else {
                path.push(None);
                continue;
            };
            let (person, change) = self.step(&standing, at, &history);
            if change != 0 {
                let level = at.level.saturating_add_signed(isize::from(change));
                at = Place { level, since: 0, fell: change < 0 };
            }
            path.push(Some(person));
        }
        path
    }

    fn seen(&self, standing: &Standing) -> Vec<Seen> {
        let all = |conditions: &[_]| self.references.all(self.desk, standing, conditions);
        let levels = self.rule.levels.iter();
        levels.map(|level| Seen { reached: all(&level.conditions), kept: all(&level.keep) }).collect()
    }

    /// What one period brings, and by how many levels it changes.
    fn step(&self, standing: &Standing, place: Place, history: &[Vec<Seen>]) -> (Person, i8) {
        let rule = self.rule;
        let Place { level, since, fell } = place;
        // What was missed before a level was held does not count against it, nor what was met before it was lost for it.
        let rising = if fell { rule.of.min(since) } else { rule.of };
        let count = |of: u8, level: usize, is: &dyn Fn(&Seen) -> bool| {
            let window = history.iter().rev().take(usize::from(of));
            window.filter_map(|seen| seen.get(level)).filter(|seen| is(seen)).count() as u8
        };
        let next = rule.levels.get(level);
        let met = if next.is_some() { count(rising, level, &|seen| seen.reached == Met::Yes) } else { 0 };
        let judged =
            count(rule.of, level.min(rule.levels.len().saturating_sub(1)), &|s| s.reached != Met::Unknown);
        let missed = match level.checked_sub(1) {
            Some(own) => count(rule.down_of.min(since), own, &|seen| seen.kept == Met::No),
            None => 0,
        };
        let mut lacking =
            lacking(self.desk, &self.desk.model.incentive(self.ix).eligible, standing, Needs::Written);
        let falls = rule.down_of > 0 && missed >= rule.down_missed && level > 0;
        let rises = next.is_some() && met >= rule.at_least && lacking.is_empty() && !falls;
        let waits = (falls || rises) && since <= rule.wait;
        let change = match (waits, rises, falls) {
            (false, true, _) => 1,
            (false, _, true) => -1,
            _ => 0,
        };
        if waits {
            lacking.push(Lack::Waiting { periods: rule.wait - since + 1 });
        } else if let Some(next) = next.filter(|_| change == 0) {
            let judged = next.conditions.iter().map(|one| self.references.judge(self.desk, standing, one));
            let open = judged.enumerate().filter(|(_, judged)| judged.met != Met::Yes);
            lacking.extend(open.map(|(at, judged)| Lack::Condition {
                at: at as u8,
                figure: judged.figure,
                needed: judged.needed,
            }));
            lacking.push(Lack::TooSeldom { met, needed: rule.at_least, of: rule.of });
        }
        let after = level.saturating_add_signed(isize::from(change));
        let person = Person {
            agent: standing.agent,
            group: None,
            award: (after > 0 || change != 0).then_some(Award::Stars { level: after as u8, change }),
            detail: Detail::Periods { level: level as u8, met, judged, missed, figure: standing.total },
            lacking: if change == 0 { lacking } else { Vec::new() },
        };
        (person, change)
    }
}
