//! A mentor's share of a newcomer's commission (A080; domain notes E.1): paid on top, for the days of the term, which ends when
//! either leaves.

use super::budget;
use super::desk::Desk;
use super::eligible::{Needs, lacking};
use super::outcome::{Award, Detail, Lack, Outcome, Person};
use crate::model::{IncentiveIx, MentorPair, MentorShare, Period};

pub(super) fn award(desk: &Desk<'_>, ix: IncentiveIx, rule: &MentorShare, known: &[Outcome]) -> Vec<Outcome> {
    let periods = desk.periods_of(ix);
    let of_period = |period: Period| {
        let shared = known.iter().find(|outcome| outcome.incentive == rule.of && outcome.period == period);
        let of = |pair: &MentorPair| share(desk, ix, pair, period, shared);
        let mut people: Vec<Person> = rule.pairs.iter().filter_map(of).collect();
        let pool = budget::keep(&mut people, None);
        Outcome { incentive: ix, period, people, groups: Vec::new(), pool }
    };
    periods.into_iter().map(of_period).collect()
}

/// The share of a pair; `None` if its term does not touch the period.
fn share(
    desk: &Desk<'_>,
    ix: IncentiveIx,
    pair: &MentorPair,
    period: Period,
    shared: Option<&Outcome>,
) -> Option<Person> {
    let (first, last) = (period.first().first_day(), period.last().last_day());
    let left =
        [pair.mentor, pair.newcomer].into_iter().filter_map(|agent| desk.model.agent(agent).left).min();
    let end = left.map_or(pair.to, |left| left.min(pair.to)).min(last);
    let days = (end - pair.from.max(first)).num_days() + 1;
    if days <= 0 {
        return None;
    }
    let of_days = (last - first).num_days() + 1;
    let incentive = desk.model.incentive(ix);
    let standing = desk.participant(incentive, pair.mentor, period)?;
    let commission =
        shared.and_then(|outcome| outcome.of(pair.newcomer).find_map(|person| person.award?.money()));
    let mut lacking = lacking(desk, &incentive.eligible, &standing, Needs::Written);
    let commission = commission.filter(|amount| amount.is_positive());
    if commission.is_none() {
        lacking.push(Lack::NoCommission);
    }
    let commission = commission.unwrap_or_default();
    let amount = commission.times(pair.share * days as f64 / of_days as f64);
    Some(Person {
        agent: pair.mentor,
        group: None,
        award: lacking.is_empty().then_some(Award::Amount(amount)),
        detail: Detail::MentorShare { newcomer: pair.newcomer, commission, share: pair.share, days, of_days },
        lacking,
    })
}
