//! A bonus for the best share of people (A130; domain notes E.1): places from the number of *eligible* people, so that the best
//! of a weak group is not paid for being the best.

use super::desk::Desk;
use super::eligible::{Needs, lacking, not_asked};
use super::outcome::{Award, Detail, Group, GroupKey, Lack, Outcome, Person};
use super::share::{Entrant, Placing, place, places};
use super::{budget, group};
use crate::model::{Basis, IncentiveIx, Money, PayBase, Period, TopAmount, TopShare};
use crate::score::Standing;
use rayon::prelude::*;

pub(super) fn award(desk: &Desk<'_>, ix: IncentiveIx, rule: &TopShare) -> Vec<Outcome> {
    let periods = desk.periods_of(ix);
    periods.into_par_iter().map(|period| in_period(desk, ix, rule, period)).collect()
}

fn in_period(desk: &Desk<'_>, ix: IncentiveIx, rule: &TopShare, period: Period) -> Outcome {
    let incentive = desk.model.incentive(ix);
    let mut outcome = Outcome {
        incentive: ix,
        period,
        people: Vec::new(),
        groups: Vec::new(),
        pool: super::Pool::default(),
    };
    for (key, members) in group::groups(desk, rule.among, desk.participants(incentive, period)) {
        in_group(desk, ix, rule, (key, members), &mut outcome);
    }
    outcome.people = group::in_order(outcome.people);
    let pools = match rule.amount {
        TopAmount::Pool(each) => {
            Some(outcome.groups.iter().filter(|group| group.receiving > 0).map(|_| each).sum::<Money>())
        }
        _ => None,
    };
    outcome.pool = budget::keep(&mut outcome.people, rule.budget.or(pools));
    outcome
}

fn in_group(
    desk: &Desk<'_>,
    ix: IncentiveIx,
    rule: &TopShare,
    (key, members): (GroupKey, Vec<Standing>),
    outcome: &mut Outcome,
) {
    let eligible = &desk.model.incentive(ix).eligible;
    let at = outcome.groups.len() as u32;
    let needs = if rule.by == Basis::Score { Needs::Comparable } else { Needs::Written };
    let mut entered: Vec<(Standing, Entrant)> = Vec::new();
    for standing in members {
        let mut lacking = lacking(desk, eligible, &standing, needs);
        let figure = desk.figure(rule.by, &standing);
        if let (None, Basis::Indicator(indicator)) = (figure, rule.by) {
            lacking.push(Lack::NoValue(indicator));
        }
        match figure.filter(|_| lacking.is_empty()) {
            Some((figure, key)) => {
                let wage = desk.base(standing.agent, PayBase::Wage, outcome.period);
                entered.push((standing, Entrant { key, figure, wage }));
            }
            None => outcome.people.push(Person { group: Some(at), ..not_asked(&standing, lacking) }),
        }
    }
    let too_few = group::enough(eligible, entered.len());
    let slots = if too_few.is_some() { 0 } else { places(entered.len(), rule.share, rule.slots) };
    let entrants: Vec<Entrant> = entered.iter().map(|(_, entrant)| *entrant).collect();
    let placings = place(&entrants, slots, rule.tie, rule.amount);
    let received = || entrants.iter().zip(&placings).filter(|(_, placing)| placing.receives);
    let cut = received().min_by_key(|(entrant, _)| entrant.key).map(|(entrant, _)| entrant.figure);
    let lowest = received().map(|(entrant, _)| entrant.key).min();
    outcome.groups.push(Group {
        key,
        eligible: entered.len() as u32,
        places: slots as u32,
        tied: received().filter(|(entrant, _)| Some(entrant.key) == lowest).count() as u32,
        receiving: received().count() as u32,
        cut,
    });
    for ((standing, entrant), placing) in entered.iter().zip(&placings) {
        let missed = Lack::OutsidePlaces {
            rank: placing.rank,
            places: slots as u32,
            gap: cut.map_or(0.0, |cut| (cut - entrant.figure).abs()),
        };
        let lacking = if placing.receives { Vec::new() } else { vec![too_few.unwrap_or(missed)] };
        outcome.people.push(person(standing, entrant, placing, at, lacking));
    }
}

fn person(
    standing: &Standing,
    entrant: &Entrant,
    placing: &Placing,
    group: u32,
    lacking: Vec<Lack>,
) -> Person {
    Person {
        agent: standing.agent,
        group: Some(group),
        award: placing.receives.then(|| placing.amount.map_or(Award::Unpriced, Award::Amount)),
        detail: Detail::TopShare {
            figure: entrant.figure,
            rank: placing.rank,
            percent: placing.percent,
            wage: entrant.wage.filter(|_| placing.percent.is_some()),
            split: placing.split,
            before: placing.amount,
        },
        lacking,
    }
}
