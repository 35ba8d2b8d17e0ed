//! Commission on sales net of refunds (A081; domain notes E.1): each rate holds for its part of the sales. Refunds beyond the
//! sales of a period are settled with later commissions and never with the wage.

use super::desk::Desk;
use super::eligible::{Needs, lacking, not_asked};
use super::outcome::{Award, Detail, Lack, Outcome, Person};
use super::{budget, group};
use crate::model::{Commission, IncentiveIx, Money, Period, Tier};
use crate::score::{Standing, Sums};

pub(super) fn award(desk: &Desk<'_>, ix: IncentiveIx, rule: &Commission) -> Vec<Outcome> {
    let mut carried = vec![Money::ZERO; desk.model.agents.len()];
    let periods = desk.periods_of(ix);
    periods.into_iter().map(|period| in_period(desk, ix, rule, period, &mut carried)).collect()
}

fn in_period(
    desk: &Desk<'_>,
    ix: IncentiveIx,
    rule: &Commission,
    period: Period,
    carried: &mut [Money],
) -> Outcome {
    let incentive = desk.model.incentive(ix);
    let mut people = Vec::new();
    for standing in desk.participants(incentive, period) {
        let Some(sales) = sales(desk, rule, &standing) else { continue };
        let Some(carry) = carried.get_mut(standing.agent.at()) else { continue };
        let lacking = lacking(desk, &incentive.eligible, &standing, Needs::Written);
        people.push(earn(rule, &standing, sales, carry, lacking));
    }
    if let Some(lack) = group::enough(&incentive.eligible, people.len()) {
        for person in &mut people {
            (person.award, person.lacking) = (None, vec![lack]);
        }
    }
    let pool = budget::keep(&mut people, None);
    Outcome { incentive: ix, period, people, groups: Vec::new(), pool }
}

/// The net sales of the period; `None` for someone without any figure of them.
fn sales(desk: &Desk<'_>, rule: &Commission, standing: &Standing) -> Option<Money> {
    match desk.reading(standing.agent, rule.indicator, standing.period).sums {
        Sums::PerMonth(sum, _) => Some(Money::of(sum, desk.decimals())),
        _ => None,
    }
}

fn earn(
    rule: &Commission,
    standing: &Standing,
    sales: Money,
    carry: &mut Money,
    lacking: Vec<Lack>,
) -> Person {
    let full = by_tiers(&rule.tiers, sales, rule.claw_back);
    let cut = rule.cap.map_or(full, |cap| full.min(cap));
    if !lacking.is_empty() {
        // What is owed stays owed, although nothing is earned.
        *carry = *carry + cut.min(Money::ZERO);
        return not_asked(standing, lacking);
    }
    let before = *carry;
    let (paid, left) = settle(before, cut);
    *carry = left;
    let settling = left < Money::ZERO;
    Person {
        agent: standing.agent,
        group: None,
        award: (!settling).then_some(Award::Amount(paid)),
        detail: Detail::Commission { sales, by_tiers: full, capped: cut < full, carried: before, left },
        lacking: if settling { vec![Lack::Settling { left }] } else { Vec::new() },
    }
}

/// The commission by tiers; for refunds beyond the sales the lowest rate, as a negative amount, or nothing without claw-back.
fn by_tiers(tiers: &[Tier], sales: Money, claw_back: bool) -> Money {
    if sales < Money::ZERO {
        let lowest = tiers.first().map_or(0.0, |tier| tier.rate);
        return if claw_back { sales.times(lowest) } else { Money::ZERO };
    }
    let part = |(at, tier): (usize, &Tier)| {
        let end = tiers.get(at + 1).map_or(sales, |next| next.from.min(sales));
        (end.max(tier.from) - tier.from).minor() as f64 * tier.rate
    };
    // One rounding for the sum, so that an amount does not depend on how many tiers it is made of.
    let units: f64 = tiers.iter().enumerate().map(part).sum();
    Money::of(units, 0)
}

/// What is paid and what is left to settle: never less than nothing is paid.
fn settle(carried: Money, earned: Money) -> (Money, Money) {
    let sum = carried + earned;
    (sum.max(Money::ZERO), sum.min(Money::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(amount: f64) -> Money {
        Money::of(amount, 2)
    }

    #[test]
    fn each_rate_holds_for_its_part_of_the_sales() {
        let tier = |from, rate| Tier { from: yuan(from), rate };
        let tiers = [tier(0.0, 0.01), tier(20_000.0, 0.02), tier(50_000.0, 0.03)];
        // 200 + 600 + 0.03 × 1,234.50 = 837.035
        assert_eq!(by_tiers(&tiers, yuan(51_234.5), true), yuan(837.04));
        assert_eq!(by_tiers(&tiers, yuan(20_000.0), true), yuan(200.0));
        assert_eq!(by_tiers(&tiers, yuan(0.0), true), Money::ZERO);
        assert_eq!(by_tiers(&tiers, yuan(-1_500.0), true), yuan(-15.0));
        assert_eq!(by_tiers(&tiers, yuan(-1_500.0), false), Money::ZERO);
    }

    #[test]
    fn refunds_are_settled_with_later_amounts_and_never_with_the_wage() {
        let (paid, left) = settle(Money::ZERO, yuan(-15.0));
        assert_eq!((paid, left), (Money::ZERO, yuan(-15.0)));
        assert_eq!(settle(left, yuan(10.0)), (Money::ZERO, yuan(-5.0)));
        assert_eq!(settle(yuan(-5.0), yuan(40.0)), (yuan(35.0), Money::ZERO));
    }
}
