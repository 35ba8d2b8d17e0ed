//! Titles and payouts that differ.

use super::edit::Named;
use super::side::Side;
use super::union::Union;
use crate::incentives::{Award, Outcome};
use crate::model::{AgentIx, Money, Period};
use std::collections::BTreeMap;

/// What somebody receives by an incentive, before and now.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardChange {
    /// Who.
    pub agent: Named,
    /// The incentive.
    pub incentive: Named,
    /// The period.
    pub period: Period,
    /// What they received; `None`: nothing.
    pub before: Option<Award>,
    /// What they receive; `None`: nothing.
    pub after: Option<Award>,
}

/// Titles and payouts of a period that only the head knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewAwards {
    /// The period.
    pub period: Period,
    /// How many.
    pub count: usize,
    /// The money of all of them.
    pub money: Money,
}

/// What is received in periods that only the head knows and that are over, by period: what a running quarter would give is no payout.
#[must_use]
pub(super) fn new_awards(base: Side<'_>, head: Side<'_>) -> Vec<NewAwards> {
    let mut found: BTreeMap<Period, (usize, i64)> = BTreeMap::new();
    let new = |outcome: &&Outcome| {
        let period = outcome.period;
        !base.evaluation.periods.contains(&period) && head.evaluation.complete(period)
    };
    for outcome in head.evaluation.incentives.iter().filter(new) {
        for award in outcome.receiving().filter_map(|person| person.award) {
            let (count, minor) = found.entry(outcome.period).or_default();
            *count += 1;
            *minor += award.money().map_or(0, |money| money.minor());
        }
    }
    let all = found.into_iter();
    all.map(|(period, (count, minor))| NewAwards { period, count, money: Money::from_minor(minor) }).collect()
}

/// Incentive, period, agent in the shared numbering, and which of several.
type Key = (String, Period, u32, usize);

/// Awards that differ in periods that both states know, by incentive, period and agent.
#[must_use]
pub(super) fn awards(union: &Union, base: Side<'_>, head: Side<'_>) -> Vec<AwardChange> {
    let number = |of_base: bool| -> BTreeMap<AgentIx, u32> {
        let pick = |(at, (b, h)): (usize, &(Option<AgentIx>, Option<AgentIx>))| {
            (if of_base { *b } else { *h }).map(|agent| (agent, at as u32))
        };
        union.agents.iter().enumerate().filter_map(pick).collect()
    };
    let (before, after) = (received(base, &number(true)), received(head, &number(false)));
    let mut keys: Vec<&Key> = before.keys().chain(after.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    let both_know = |period: Period| {
        base.evaluation.periods.contains(&period) && head.evaluation.periods.contains(&period)
    };
    let change = |key: &Key| {
        let (was, now) = (before.get(key).copied(), after.get(key).copied());
        if was == now || !both_know(key.1) {
            return None;
        }
        let find = |side: Side<'_>| {
            let model = &side.evaluation.model;
            model.find_incentive(&key.0).map(|ix| Named::new(&key.0, &model.incentive(ix).name))
        };
        let agent = union.known(AgentIx(key.2));
        Some(AwardChange {
            agent: Named::new(&agent.id, &agent.name),
            incentive: find(head).or_else(|| find(base))?,
            period: key.1,
            before: was,
            after: now,
        })
    };
    keys.into_iter().filter_map(change).collect()
}

fn received(side: Side<'_>, numbers: &BTreeMap<AgentIx, u32>) -> BTreeMap<Key, Award> {
    let mut found = BTreeMap::new();
    for outcome in &side.evaluation.incentives {
        let incentive = side.evaluation.model.incentive(outcome.incentive).id.to_string();
        let mut before: Option<(AgentIx, usize)> = None;
        for person in outcome.receiving() {
            let nth = before.filter(|(agent, _)| *agent == person.agent).map_or(0, |(_, nth)| nth + 1);
            before = Some((person.agent, nth));
            if let (Some(number), Some(award)) = (numbers.get(&person.agent), person.award) {
                found.insert((incentive.clone(), outcome.period, *number, nth), award);
            }
        }
    }
    found
}
