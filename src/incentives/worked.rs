//! Amounts of one period worked out by hand, from figures to the cent.

use super::testing::{AOV, SALES, SCORE, World, amounts, yuan};
use super::{Award, Detail, Lack};
use crate::diag::Span;
use crate::model::{
    AgentIx, Among, Basis, Commission, CutTie, Entry, Id, IncentiveIx, IncentiveRule, MentorPair,
    MentorShare, OrderValue, PayBase, PerformancePay, PeriodKind, Reference, Slots, Tier, TopAmount,
    TopShare,
};
use crate::score::testing::date;

fn pay(base: PayBase) -> PerformancePay {
    let coefficient = |id: &str, coefficient| (Id::parse(id).unwrap(), coefficient);
    PerformancePay {
        base,
        coefficients: vec![coefficient("a", 1.2), coefficient("b", 0.8)],
        unrated: None,
        prorate: true,
        budget: None,
    }
}

fn top(amount: TopAmount) -> TopShare {
    TopShare {
        by: Basis::Score,
        share: 0.3,
        slots: Slots::Floor,
        among: Among::Peers,
        tie: CutTie::AllIn,
        amount,
        budget: None,
    }
}

#[test]
fn performance_pay_follows_band_and_days() {
    let mut world = World::new(2);
    world.month(0, "2025-03", (21.0, 22.0), &[(SCORE, Entry::Pair(75.0, 100.0))]);
    world.month(1, "2025-03", (22.0, 22.0), &[(SCORE, Entry::Pair(80.0, 100.0))]);
    world.wages(&[(6000.0, 3000.0), (6000.0, 2500.0)]);
    world.incentive(IncentiveRule::PerformancePay(pay(PayBase::Variable)));
    // 3,000 × 0.8 × 21/22 = 2,290.909…; 2,500 × 1.2.
    let outcome = world.outcome(0, "2025-03");
    assert_eq!(amounts(&outcome), [Some(2290.91), Some(3000.0)]);
    assert_eq!((outcome.pool.before, outcome.pool.paid), (yuan(5290.91), yuan(5290.91)));
    // 5,290.91 are above a budget of 5,000, which is shared 2290.91 : 3000.
    let IncentiveRule::PerformancePay(rule) = &mut world.incentives[0].rule else { unreachable!() };
    rule.budget = Some(yuan(5000.0));
    let outcome = world.outcome(0, "2025-03");
    assert_eq!(amounts(&outcome), [Some(2164.95), Some(2835.05)]);
    assert_eq!(outcome.pool.paid, yuan(5000.0));
}

#[test]
fn without_a_wage_nothing_is_computed_and_this_is_said() {
    let mut world = World::new(1);
    world.scores("2025-03", &[85.0]);
    world.incentive(IncentiveRule::PerformancePay(pay(PayBase::Wage)));
    world.incentive(IncentiveRule::PerformancePay(pay(PayBase::Amount(yuan(3000.0)))));
    let outcome = world.outcome(0, "2025-03");
    assert_eq!(outcome.people[0].award, Some(Award::Unpriced));
    assert_eq!((outcome.pool.unpriced, outcome.pool.paid), (1, yuan(0.0)));
    assert_eq!(amounts(&world.outcome(1, "2025-03")), [Some(3600.0)], "an amount of its own needs no wage");
}

#[test]
fn a_quarter_pays_the_base_of_its_months() {
    let mut world = World::new(1);
    for month in ["2025-01", "2025-02", "2025-03"] {
        world.month(0, month, (20.0, 20.0), &[(SCORE, Entry::Pair(90.0, 100.0))]);
    }
    world.incentive(IncentiveRule::PerformancePay(pay(PayBase::Amount(yuan(1000.0))))).period =
        PeriodKind::Quarter;
    assert_eq!(amounts(&world.outcome(0, "2025-q1")), [Some(3600.0)]);
}

/// Source 004: the best 30 % of eight.
#[test]
fn the_best_thirty_percent_of_eight_are_two_and_must_reach_the_minimum() {
    let mut world = World::new(8);
    world.scores("2025-03", &[70.0, 95.0, 60.0, 88.0, 50.0, 72.0, 71.0, 40.0]);
    world.incentive(IncentiveRule::TopShare(top(TopAmount::Fixed(yuan(500.0)))));
    let paid = |world: &World| -> Vec<u32> {
        world.outcome(0, "2025-03").receiving().map(|person| person.agent.0).collect()
    };
    assert_eq!(paid(&world), [1, 3]);
    // With a minimum of 71 four are eligible, and 30 % of four is one place.
    world.incentives[0].eligible.minimum_score = Some(71.0);
    assert_eq!(paid(&world), [1]);
    let outcome = world.outcome(0, "2025-03");
    assert_eq!((outcome.groups[0].eligible, outcome.groups[0].places), (4, 1));
    assert_eq!(outcome.people[0].lacking, [Lack::ScoreBelow { score: 70.0, needed: 71.0 }]);
    assert_eq!(outcome.people[3].lacking, [Lack::OutsidePlaces { rank: 2, places: 1, gap: 7.0 }]);
    // A group of four is too small for a minimum of five.
    world.incentives[0].eligible.minimum_people = 5;
    assert!(paid(&world).is_empty());
}

#[test]
fn a_red_line_leaves_nothing_and_frees_the_place() {
    let mut world = World::new(4);
    world.scores("2025-03", &[90.0, 85.0, 80.0, 75.0]);
    let rule = TopShare { share: 0.34, ..top(TopAmount::Fixed(yuan(500.0))) };
    world.incentive(IncentiveRule::TopShare(rule));
    world.incentive(IncentiveRule::PerformancePay(pay(PayBase::Amount(yuan(1000.0)))));
    world.red = vec![(AgentIx(0), "2025-03")];
    assert_eq!(amounts(&world.outcome(0, "2025-03")), [None, Some(500.0), None, None]);
    assert_eq!(world.outcome(0, "2025-03").people[0].lacking, [Lack::NoBonus]);
    assert_eq!(amounts(&world.outcome(1, "2025-03"))[0], None);
}

fn commission() -> Commission {
    let tier = |from, rate| Tier { from: yuan(from), rate };
    Commission {
        indicator: SALES,
        tiers: vec![tier(0.0, 0.01), tier(20_000.0, 0.02)],
        cap: Some(yuan(500.0)),
        claw_back: true,
    }
}

#[test]
fn refunds_are_clawed_back_from_later_commissions() {
    let mut world = World::new(1);
    for (month, sales) in
        [("2025-01", 30_000.0), ("2025-02", -5_000.0), ("2025-03", 8_000.0), ("2025-04", 60_000.0)]
    {
        world.month(0, month, (20.0, 20.0), &[(SALES, Entry::Number(sales))]);
    }
    world.incentive(IncentiveRule::Commission(commission()));
    // 200 + 200 = 400; −50; 80 − 50 = 30; 200 + 800 = 1,000, capped at 500.
    let paid = |month: &str| amounts(&world.outcome(0, month))[0];
    assert_eq!(paid("2025-01"), Some(400.0));
    assert_eq!(paid("2025-02"), None);
    assert_eq!(world.outcome(0, "2025-02").people[0].lacking, [Lack::Settling { left: yuan(-50.0) }]);
    assert_eq!(paid("2025-03"), Some(30.0));
    assert_eq!(paid("2025-04"), Some(500.0));
}

#[test]
fn a_mentor_shares_for_the_days_of_the_term_until_someone_leaves() {
    let mut world = World::new(2);
    for month in ["2025-03", "2025-04", "2025-05"] {
        world.month(0, month, (20.0, 20.0), &[(SALES, Entry::Number(0.0))]);
        world.month(1, month, (20.0, 20.0), &[(SALES, Entry::Number(20_000.0))]);
    }
    world.build.model.agents[1].left = Some(date("2025-05-10"));
    world.incentive(IncentiveRule::Commission(commission()));
    let pair = MentorPair {
        mentor: AgentIx(0),
        newcomer: AgentIx(1),
        from: date("2025-03-16"),
        to: date("2025-06-30"),
        share: 0.1,
        span: Span::default(),
    };
    world.incentive(IncentiveRule::MentorShare(MentorShare { of: IncentiveIx(0), pairs: vec![pair] }));
    // 200 × 10 %: 16 of 31 days in March, all of April, 10 of 31 days in May.
    let paid = |month: &str| amounts(&world.outcome(1, month))[0];
    assert_eq!(paid("2025-03"), Some(10.32));
    assert_eq!(paid("2025-04"), Some(20.0));
    assert_eq!(paid("2025-05"), Some(6.45));
    assert_eq!(
        amounts(&world.outcome(0, "2025-04")),
        [Some(0.0), Some(200.0)],
        "the newcomer keeps everything"
    );
}

#[test]
fn the_order_value_pays_a_share_of_the_additional_turnover() {
    let mut world = World::new(2);
    world.month(0, "2025-03", (20.0, 20.0), &[(AOV, Entry::Pair(18_400.0, 100.0))]);
    world.month(1, "2025-03", (20.0, 20.0), &[(AOV, Entry::Pair(16_500.0, 100.0))]);
    let rule = OrderValue {
        indicator: AOV,
        baseline: Reference::Value(160.0),
        share: 0.05,
        minimum_uplift: 0.15,
        cap: None,
    };
    world.incentive(IncentiveRule::OrderValue(rule));
    // 184 on 160 is exactly 15 %: 2,400 more, 5 % of it. 165 is 3.125 %.
    let outcome = world.outcome(0, "2025-03");
    assert_eq!(amounts(&outcome), [Some(120.0), None]);
    assert_eq!(outcome.people[1].lacking, [Lack::UpliftBelow { uplift: 0.03125, needed: 0.15 }]);
    assert!(matches!(outcome.people[0].detail, Detail::OrderValue { customers: 100.0, .. }));
}
