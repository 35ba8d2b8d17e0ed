//! Worked numbers: newcomers, small samples, channels, and what stands in for missing days.

use super::testing::{Build, CHAT, PHONE, amount, item, linear, mean, quotient, share};
use super::worked::{FULL, card, near, of_month, quarter, simple};
use super::{ReadingState, RuleChoice};
use crate::model::{Direction, Entry, Holder, Missing, NewcomerStep, Rule, Unit};

#[test]
fn newcomers_are_observed_then_scored_by_their_steps() {
    let (mut build, team, x, scheme) = simple();
    let ann = build.agent("ann", "2025-01-20", team);
    let step = |through, full| NewcomerStep { through, rule: linear(0.0, full) };
    build.scheme_mut(scheme).items[0].newcomers = vec![step(2, 0.5), step(3, 0.8)];
    for of in ["2025-01", "2025-02", "2025-03", "2025-04"] {
        build.figures(ann, of, (22.0, 22.0), &[(x, Entry::Pair(40.0, 100.0))]);
    }
    let total = |of| card(&build, ann, of_month(of)).total;
    assert_eq!(total("2025-01"), None);
    near(total("2025-02"), 80.0);
    near(total("2025-03"), 50.0);
    near(total("2025-04"), 40.0);
    let quarter = card(&build, ann, quarter("2025-01"));
    // The observed month is shown and not scored: (80 + 50)/2.
    near(quarter.total, 65.0);
    let observed: Vec<_> =
        quarter.segments.iter().map(|s| (s.observed, s.newcomer_month, s.total.is_some())).collect();
    assert_eq!(observed, [(true, Some(1), false), (false, Some(2), true), (false, Some(3), true)]);
    assert_eq!(quarter.segments[1].items[0].rule.choice, RuleChoice::Newcomer { through: 2 });
}

#[test]
fn small_samples_are_pooled_back_and_named_small_if_still_too_few() {
    let (mut build, team, x, scheme) = simple();
    build.model.indicators[x.at()].minimum = Some(30.0);
    let ann = build.agent("ann", "2023-01-01", team);
    for (of, k, n) in
        [("2025-01", 10.0, 10.0), ("2025-02", 6.0, 12.0), ("2025-03", 9.0, 10.0), ("2025-04", 40.0, 40.0)]
    {
        build.figures(ann, of, FULL, &[(x, Entry::Pair(k, n))]);
    }
    let of = |build: &Build, of| {
        let card = card(build, ann, of_month(of));
        let reading = card.segments[0].items[0].reading.clone();
        (card.total, reading.state, reading.n, reading.pooled_months, reading.sources.len())
    };
    // March: 10, with February 22, with January 32 cases.
    let (total, state, n, pooled, sources) = of(&build, "2025-03");
    near(total, 100.0 * 25.0 / 32.0);
    assert_eq!((state, n, pooled, sources), (ReadingState::Measured, Some(32.0), 2, 3));
    assert_eq!(of(&build, "2025-04").3, 0);
    // February: only January lies before it.
    let small = ReadingState::TooSmall { needed: 30.0 };
    assert_eq!(of(&build, "2025-02"), (None, small, Some(22.0), 1, 2));
    build.scheme_mut(scheme).policy.pool_months = 0;
    assert_eq!(of(&build, "2025-03"), (None, small, Some(10.0), 0, 1));
    build.scheme_mut(scheme).items[0].minimum = Some(10.0);
    assert_eq!(of(&build, "2025-03").1, ReadingState::Measured);
}

#[test]
fn a_small_sample_never_earns_zero() {
    let (mut build, team, x, scheme) = simple();
    build.model.indicators[x.at()].minimum = Some(30.0);
    let y = build.indicator("y", share(), Unit::Percent, Direction::Up);
    build.scheme_mut(scheme).items = vec![item(x, 20.0, linear(0.0, 1.0)), item(y, 80.0, linear(0.0, 1.0))];
    build.scheme_mut(scheme).policy.missing = Missing::Zero;
    let ann = build.agent("ann", "2023-01-01", team);
    build.figures(ann, "2025-03", FULL, &[(x, Entry::Pair(0.0, 3.0)), (y, Entry::Pair(9.0, 10.0))]);
    near(card(&build, ann, of_month("2025-03")).total, 90.0);
}

#[test]
fn observed_months_are_not_pooled_into_a_score() {
    let (mut build, team, x, _) = simple();
    build.model.indicators[x.at()].minimum = Some(30.0);
    let ann = build.agent("ann", "2025-02-03", team);
    build.figures(ann, "2025-02", FULL, &[(x, Entry::Pair(40.0, 40.0))]);
    build.figures(ann, "2025-03", FULL, &[(x, Entry::Pair(9.0, 10.0))]);
    let card = card(&build, ann, of_month("2025-03"));
    assert_eq!(card.segments[0].items[0].reading.n, Some(10.0));
}

#[test]
fn channels_earn_by_their_own_rules_and_join_by_cases() {
    let mut build = Build::new();
    let team = build.team("a");
    let wait = build.indicator("wait", mean(), Unit::Seconds, Direction::Down);
    let scheme = build.scheme("s", "2025-01", vec![item(wait, 100.0, linear(60.0, 10.0))]);
    build.scheme_mut(scheme).items[0].channels = vec![(PHONE, linear(120.0, 20.0))];
    let ann = build.agent("ann", "2023-01-01", team);
    build.figures(ann, "2025-03", FULL, &[(wait, Entry::Pair(2000.0, 100.0))]).channel = Some(CHAT);
    build.row(Holder::Agent(ann), "2025-03", &[(wait, Entry::Pair(21_000.0, 300.0))]).channel = Some(PHONE);
    let card = card(&build, ann, of_month("2025-03"));
    let result = &card.segments[0].items[0];
    // Chat 20 s: 80 points of 100 cases; phone 70 s: 50 points of 300 cases.
    near(card.total, (80.0 * 100.0 + 50.0 * 300.0) / 400.0);
    near(result.reading.value, 23_000.0 / 400.0);
    let by_channel: Vec<_> = result.channels.iter().map(|c| (c.channel, c.n, c.points)).collect();
    assert_eq!(by_channel, [(Some(CHAT), 100.0, 80.0), (Some(PHONE), 300.0, 50.0)]);
}

#[test]
fn without_written_days_the_weekdays_of_the_posting_stand_in() {
    let (mut build, team, x, _) = simple();
    let ann = build.agent("ann", "2023-01-01", team);
    build.row(Holder::Agent(ann), "2025-03", &[(x, Entry::Pair(8.0, 10.0))]);
    let card = card(&build, ann, of_month("2025-03"));
    // March 2025 has 21 weekdays.
    assert_eq!((card.total.is_some(), card.segments[0].days, card.days), (true, 21.0, None));
}

#[test]
fn amounts_may_be_negative_and_quotients_exceed_one() {
    let mut build = Build::new();
    let team = build.team("a");
    let plan = build.indicator("plan", quotient(), Unit::Percent, Direction::Up);
    let sales = build.indicator("sales", amount(), Unit::Money, Direction::Up);
    build.model.indicators[plan.at()].valid.1 = 10.0;
    let mut first = item(plan, 50.0, Rule::Attainment { target: 1.0 });
    first.cap = 120.0;
    build.scheme("s", "2025-01", vec![first, item(sales, 50.0, linear(0.0, 1000.0))]);
    let ann = build.agent("ann", "2023-01-01", team);
    build.figures(
        ann,
        "2025-03",
        (22.0, 22.0),
        &[(plan, Entry::Pair(230.0, 200.0)), (sales, Entry::Number(-50.0))],
    );
    let card = card(&build, ann, of_month("2025-03"));
    near(card.total, 57.5);
    near(card.segments[0].items[1].points_before_limits, -5.0);
}
