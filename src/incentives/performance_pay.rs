//! Performance pay: base × coefficient of the band × days worked ÷ days scheduled, within a budget (A106; domain notes E.1).

use super::desk::Desk;
use super::eligible::{Needs, lacking, not_asked};
use super::outcome::{Award, Detail, Lack, Outcome, Person};
use super::{budget, group};
use crate::model::{IncentiveIx, PerformancePay, Period};
use crate::score::{Standing, days_worked};
use rayon::prelude::*;

pub(super) fn award(desk: &Desk<'_>, ix: IncentiveIx, rule: &PerformancePay) -> Vec<Outcome> {
    let periods = desk.periods_of(ix);
    periods.into_iter().map(|period| in_period(desk, ix, rule, period)).collect()
}

fn in_period(desk: &Desk<'_>, ix: IncentiveIx, rule: &PerformancePay, period: Period) -> Outcome {
    let incentive = desk.model.incentive(ix);
    let participants = desk.participants(incentive, period);
    let of = |standing: &Standing| {
        let lacking = lacking(desk, &incentive.eligible, standing, Needs::Written);
        if lacking.is_empty() { pay(desk, rule, standing) } else { not_asked(standing, lacking) }
    };
    let mut people: Vec<Person> = participants.par_iter().map(of).collect();
    let eligible = people.iter().filter(|person| person.award.is_some()).count();
    if let Some(lack) = group::enough(&incentive.eligible, eligible) {
        for person in people.iter_mut().filter(|person| person.award.is_some()) {
            (person.award, person.lacking) = (None, vec![lack]);
        }
    }
    let pool = budget::keep(&mut people, rule.budget);
    Outcome { incentive: ix, period, people, groups: Vec::new(), pool }
}

fn pay(desk: &Desk<'_>, rule: &PerformancePay, standing: &Standing) -> Person {
    let bands = standing.scheme.map(|scheme| desk.model.scheme(scheme).bands.as_slice()).unwrap_or_default();
    let band = standing.band.and_then(|at| bands.get(at));
    let coefficient = match (standing.total, band) {
        (None, _) => rule.unrated.ok_or(Lack::NotRated(standing.verdict)),
        (Some(_), Some(band)) => {
            let found = rule.coefficients.iter().find(|(id, _)| *id == band.id);
            found.map(|(_, coefficient)| *coefficient).ok_or(Lack::NoCoefficient)
        }
        (Some(_), None) => Err(Lack::NoCoefficient),
    };
    let coefficient = match coefficient {
        Ok(coefficient) => coefficient,
        Err(lack) => return not_asked(standing, vec![lack]),
    };
    let (agent, period) = (standing.agent, standing.period);
    let days = days_worked(desk.model, desk.index, agent, period).filter(|_| rule.prorate);
    let days = days.map(|days| (days.worked, days.scheduled));
    let base = desk.base(agent, rule.base, period);
    let factor = days.map_or(coefficient, |(worked, scheduled)| coefficient * worked / scheduled);
    let before = base.map(|base| base.times(factor));
    Person {
        agent,
        group: None,
        award: Some(before.map_or(Award::Unpriced, Award::Amount)),
        detail: Detail::PerformancePay { base, band: standing.band, coefficient, days, before },
        lacking: Vec::new(),
    }
}
