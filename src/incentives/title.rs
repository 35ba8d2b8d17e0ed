//! Titles: the best of a group, or all who meet a goal, not more often than agreed (A131, A135; domain notes E.1, E.2).

use super::desk::Desk;
use super::eligible::{Needs, lacking, not_asked};
use super::outcome::{Award, Detail, Group, GroupKey, Lack, Outcome, Person, Pool};
use super::{budget, group};
use crate::model::{
    AgentIx, Basis, IncentiveIx, IndicatorIx, Period, Pick, Precision, TieBreak, Title, Unit,
};
use crate::score::Standing;
use crate::stats::competition;
use std::collections::BTreeMap;

/// Positions of the periods in which each person held the title.
type Held = BTreeMap<AgentIx, Vec<usize>>;

pub(super) fn award(desk: &Desk<'_>, ix: IncentiveIx, rule: &Title) -> Vec<Outcome> {
    let mut held = Held::new();
    let mut outcomes = Vec::new();
    for (at, period) in desk.periods_of(ix).into_iter().enumerate() {
        let outcome = in_period(desk, ix, rule, (at, period), &held);
        for person in outcome.receiving() {
            held.entry(person.agent).or_default().push(at);
        }
        outcomes.push(outcome);
    }
    outcomes
}

/// Someone who is eligible: standing, figure, key and how often the title was held before.
struct Candidate {
    standing: Standing,
    figure: f64,
    key: i64,
    held: u8,
}

fn in_period(desk: &Desk<'_>, ix: IncentiveIx, rule: &Title, at: (usize, Period), held: &Held) -> Outcome {
    let incentive = desk.model.incentive(ix);
    let (position, period) = at;
    let mut outcome =
        Outcome { incentive: ix, period, people: Vec::new(), groups: Vec::new(), pool: Pool::default() };
    for (key, members) in group::groups(desk, rule.among, desk.participants(incentive, period)) {
        let candidates = candidates(desk, ix, rule, (position, held), members, &mut outcome.people);
        in_group(desk, ix, rule, key, &candidates, &mut outcome);
    }
    outcome.people = group::in_order(outcome.people);
    outcome.pool = budget::keep(&mut outcome.people, None);
    outcome
}

/// The eligible of a group; the others are put down with what they lack.
fn candidates(
    desk: &Desk<'_>,
    ix: IncentiveIx,
    rule: &Title,
    (position, held): (usize, &Held),
    members: Vec<Standing>,
    others: &mut Vec<Person>,
) -> Vec<Candidate> {
    let needs = if rule.by == Basis::Score { Needs::Comparable } else { Needs::Written };
    let mut found = Vec::new();
    for standing in members {
        let mut lacking = lacking(desk, &desk.model.incentive(ix).eligible, &standing, needs);
        let figure = desk.figure(rule.by, &standing);
        if let (None, Basis::Indicator(indicator)) = (figure, rule.by) {
            lacking.push(Lack::NoValue(indicator));
        }
        match figure.filter(|_| lacking.is_empty()) {
            Some((figure, key)) => {
                let held = times(held, standing.agent, position, rule);
                found.push(Candidate { standing, figure, key, held });
            }
            None => others.push(not_asked(&standing, lacking)),
        }
    }
    found
}

/// How often someone held the title within the periods that count, the current one aside.
fn times(held: &Held, agent: AgentIx, position: usize, rule: &Title) -> u8 {
    let Some((_, periods)) = rule.at_most else { return 0 };
    let counts = |at: &&usize| **at + usize::from(periods) > position;
    let count = held.get(&agent).map_or(0, |list| list.iter().filter(counts).count());
    u8::try_from(count).unwrap_or(u8::MAX)
}

fn in_group(
    desk: &Desk<'_>,
    ix: IncentiveIx,
    rule: &Title,
    key: GroupKey,
    candidates: &[Candidate],
    outcome: &mut Outcome,
) {
    let at = outcome.groups.len() as u32;
    let too_few = group::enough(&desk.model.incentive(ix).eligible, candidates.len());
    let keys: Vec<i64> = candidates.iter().map(|candidate| candidate.key).collect();
    let ranks = competition(&keys);
    let full = |candidate: &Candidate| {
        rule.at_most
            .filter(|(times, _)| candidate.held >= *times)
            .map(|(times, periods)| Lack::HeldBefore { times, periods })
    };
    let open: Vec<&Candidate> = candidates.iter().filter(|one| full(one).is_none()).collect();
    // In the order of agents, as the candidates are.
    let (chosen, tie_breaks) = match rule.pick {
        _ if too_few.is_some() => (Vec::new(), 0),
        Pick::Best => best(desk, rule, &open),
        Pick::AllWho(_) => {
            (open.iter().filter(|c| meets(desk, rule, c)).map(|c| c.standing.agent).collect(), 0)
        }
    };
    let shared = rule.pick == Pick::Best && chosen.len() > 1;
    let until = outcome.period.last().plus(i32::from(rule.valid_months));
    for (candidate, rank) in candidates.iter().zip(&ranks) {
        let receives = chosen.binary_search(&candidate.standing.agent).is_ok();
        let short = Lack::OutsidePlaces { rank: *rank, places: chosen.len() as u32, gap: 0.0 };
        let goal = match rule.pick {
            Pick::AllWho(goal) => {
                Lack::Condition { at: 0, figure: Some(candidate.figure), needed: goal.value }
            }
            Pick::Best => short,
        };
        outcome.people.push(Person {
            agent: candidate.standing.agent,
            group: Some(at),
            award: receives.then_some(Award::Title { until, amount: rule.amount, shared }),
            detail: Detail::Figure {
                figure: candidate.figure,
                rank: *rank,
                tie_breaks: if receives { tie_breaks } else { 0 },
                held: candidate.held,
            },
            lacking: if receives {
                Vec::new()
            } else {
                vec![too_few.or_else(|| full(candidate)).unwrap_or(goal)]
            },
        });
    }
    let first = candidates.iter().filter(|one| chosen.binary_search(&one.standing.agent).is_ok());
    outcome.groups.push(Group {
        key,
        eligible: candidates.len() as u32,
        places: u32::from(!chosen.is_empty() && rule.pick == Pick::Best),
        tied: chosen.len() as u32,
        receiving: chosen.len() as u32,
        cut: first.min_by_key(|one| one.key).map(|one| one.figure),
    });
}

fn meets(desk: &Desk<'_>, rule: &Title, candidate: &Candidate) -> bool {
    let Pick::AllWho(goal) = rule.pick else { return false };
    let precision = match rule.by {
        Basis::Score => Precision { unit: Unit::Points, decimals: desk.model.organisation.score_decimals },
        Basis::Indicator(indicator) => desk.model.indicator(indicator).precision,
    };
    precision.meets(candidate.figure, goal.operator, goal.value, goal.upper)
}

/// The first, or all who stay equal after every tie break, and how many tie breaks were needed.
fn best(desk: &Desk<'_>, rule: &Title, open: &[&Candidate]) -> (Vec<AgentIx>, u8) {
    let Some(top) = open.iter().map(|candidate| candidate.key).max() else { return (Vec::new(), 0) };
    let mut first: Vec<&&Candidate> = open.iter().filter(|candidate| candidate.key == top).collect();
    let mut used = 0;
    for tie_break in &rule.tie_break {
        if first.len() < 2 {
            break;
        }
        used += 1;
        let keys: Vec<i64> = first.iter().map(|one| tie_key(desk, *tie_break, &one.standing)).collect();
        let highest = keys.iter().copied().max();
        let mut keys = keys.into_iter();
        first.retain(|_| keys.next() == highest);
    }
    (first.into_iter().map(|candidate| candidate.standing.agent).collect(), used)
}

/// The key of a tie break; the lowest of all where there is no figure.
fn tie_key(desk: &Desk<'_>, tie_break: TieBreak, standing: &Standing) -> i64 {
    let cases = |indicator: IndicatorIx| {
        desk.reading(standing.agent, indicator, standing.period).n.map_or(i64::MIN, |n| n as i64)
    };
    match tie_break {
        TieBreak::Cases(indicator) => cases(indicator),
        TieBreak::Value(indicator) => desk
            .measured(standing.agent, indicator, standing.period)
            .map_or(i64::MIN, |value| desk.key(indicator, value)),
    }
}
