//! A bonus on the uplift of the order value: a share of the turnover that the uplift brought (A081; domain notes E.1).

use super::budget;
use super::desk::Desk;
use super::eligible::{Needs, lacking, not_asked};
use super::outcome::{Award, Detail, Lack, Outcome, Person};
use super::requirement::References;
use crate::model::{IncentiveIx, Money, OrderValue, Period};
use crate::score::{ReadingState, Standing, Sums};

pub(super) fn award(desk: &Desk<'_>, ix: IncentiveIx, rule: &OrderValue) -> Vec<Outcome> {
    let periods = desk.periods_of(ix);
    let references = References::of_value(desk, rule.indicator, rule.baseline, &periods);
    periods.into_iter().map(|period| in_period(desk, ix, rule, &references, period)).collect()
}

fn in_period(
    desk: &Desk<'_>,
    ix: IncentiveIx,
    rule: &OrderValue,
    references: &References,
    period: Period,
) -> Outcome {
    let incentive = desk.model.incentive(ix);
    let mut people = Vec::new();
    for standing in desk.participants(incentive, period) {
        let reading = desk.reading(standing.agent, rule.indicator, period);
        let Sums::Pair(paid, customers) = reading.sums else { continue };
        let mut lacking = lacking(desk, &incentive.eligible, &standing, Needs::Written);
        if reading.state != ReadingState::Measured {
            lacking.push(Lack::SampleTooSmall(rule.indicator));
        }
        let baseline =
            references.value(desk, &standing, rule.indicator, rule.baseline).filter(|base| *base > 0.0);
        if baseline.is_none() {
            lacking.push(Lack::NoReference(rule.indicator));
        }
        people.push(match baseline.filter(|_| lacking.is_empty() && customers > 0.0) {
            Some(baseline) => bonus(desk, rule, &standing, (paid, customers), baseline),
            None => not_asked(&standing, lacking),
        });
    }
    let pool = budget::keep(&mut people, None);
    Outcome { incentive: ix, period, people, groups: Vec::new(), pool }
}

fn bonus(
    desk: &Desk<'_>,
    rule: &OrderValue,
    standing: &Standing,
    (paid, customers): (f64, f64),
    baseline: f64,
) -> Person {
    let value = paid / customers;
    let additional = Money::of(paid - baseline * customers, desk.decimals());
    let uplift = (value - baseline) / baseline;
    let reached = uplift > 0.0 && uplift + 1e-9 >= rule.minimum_uplift;
    let full = additional.times(rule.share);
    let cut = rule.cap.map_or(full, |cap| full.min(cap));
    let lack = Lack::UpliftBelow { uplift, needed: rule.minimum_uplift };
    Person {
        agent: standing.agent,
        group: None,
        award: reached.then_some(Award::Amount(cut)),
        detail: Detail::OrderValue { value, baseline, customers, additional, capped: cut < full },
        lacking: if reached { Vec::new() } else { vec![lack] },
    }
}
