//! Every result of M1 … M6, on the worked example spoilt in one point each.

use super::super::Mark;
use super::super::testing::{CSAT, P90, RESPONSE, TICKETS, World, after};
use super::*;
use crate::model::{Baseline, Entry, Evaluation, Operator, Rubric, Text};
use crate::score::testing::{date, month};

/// Domain notes D.2: expected n ≈ 44.5, half-width ±14.4 points > 8.3 points of distance.
#[test]
fn the_worked_example_may_be_luck() {
    let result = World::new().judge();
    let m3 = result.checks.iter().find(|result| result.check == Check::M3).unwrap();
    assert_eq!((m3.mark, m3.reason), (Mark::Warn, "check-M3-within-luck"));
    let [Fact::Number(n), Fact::Distance(half), Fact::Distance(step)] = m3.facts[..] else {
        panic!("{:?}", m3.facts)
    };
    assert!((n - 44.5).abs() < 1e-9 && (half - 0.144).abs() < 5e-4 && (step - 0.083).abs() < 5e-4);
}

/// A final month brings about 15 ratings, half of what a share needs.
#[test]
fn the_worked_example_fails_by_final_month() {
    let found = after(Check::M3, |world| world.goal().evaluation = Some(Evaluation::FinalMonth));
    assert_eq!(found, (Mark::Fail, "check-M3-too-few-cases"));
}

#[test]
fn m1_needs_counts_of_a_past_month() {
    let m1 = |change: fn(&mut World)| after(Check::M1, change);
    assert_eq!(m1(|_| ()), (Mark::Pass, "check-M1-counts"));
    let empty = m1(|world| world.build.rows.clear());
    assert_eq!(empty, (Mark::Fail, "check-M1-no-figures"));
    let uncounted = m1(|world| {
        world.build.rows.clear();
        world.enter("2025-05", CSAT, Entry::Reconstructed(0.9, None));
    });
    assert_eq!(uncounted, (Mark::Fail, "check-M1-values-without-counts"));
    let old = m1(|world| {
        world.build.rows.clear();
        world.rated("2024-06", (9.0, 10.0));
    });
    assert_eq!(old, (Mark::Pass, "check-M1-counts-long-ago"));
}

#[test]
fn m2_computes_the_baseline_again() {
    let m2 =
        |change: fn(&mut Baseline)| after(Check::M2, |world| change(world.goal().baseline.as_mut().unwrap()));
    assert_eq!(m2(|_| ()), (Mark::Pass, "check-M2-reproduced"));
    // The mean of the months is the wrong figure.
    assert_eq!(m2(|baseline| baseline.value = 0.564), (Mark::Fail, "check-M2-differs"));
    assert_eq!(m2(|baseline| baseline.value = 46.0 / 89.0), (Mark::Pass, "check-M2-reproduced"));
    let counts = m2(|baseline| baseline.counts = Some((92.0, 178.0)));
    assert_eq!(counts, (Mark::Fail, "check-M2-counts-differ"));
    assert_eq!(m2(|baseline| baseline.from = None), (Mark::Fail, "check-M2-no-period"));
    let early = m2(|baseline| {
        (baseline.from, baseline.to) = (Some(month("2024-01")), Some(month("2024-06")));
    });
    assert_eq!(early, (Mark::Fail, "check-M2-no-data"));
}

/// 91 % of 11 is 10.01, not 10: the percentage is the fact, not the product.
#[test]
fn m2_does_not_ask_a_reconstructed_figure_for_whole_cases() {
    let found = after(Check::M2, |world| {
        world.forget("2025-04");
        world.enter("2025-04", CSAT, Entry::Reconstructed(0.5625, Some(16.0)));
        world.forget("2025-06");
        world.enter("2025-06", CSAT, Entry::Reconstructed(0.91, Some(11.0)));
    });
    assert_eq!(found, (Mark::Pass, "check-M2-reproduced"));
}

#[test]
fn m2_is_milder_where_nothing_has_to_improve() {
    let m2 = |kind| {
        after(Check::M2, |world| {
            world.goal().kind = kind;
            world.goal().baseline = None;
        })
    };
    assert_eq!(m2(Kind::Improve), (Mark::Fail, "check-M2-no-baseline"));
    assert_eq!(m2(Kind::Reach), (Mark::Warn, "check-M2-no-baseline-needed"));
}

#[test]
fn m2_of_a_count_has_no_cases() {
    let found = after(Check::M2, |world| {
        world.on(TICKETS, [4.0, 6.0, 5.0, 4.0, 6.0, 5.0].map(Entry::Number));
        world.goal().baseline = Some(Baseline {
            value: 5.0,
            counts: None,
            from: Some(month("2025-01")),
            to: Some(month("2025-06")),
        });
    });
    assert_eq!(found, (Mark::Pass, "check-M2-reproduced-without-cases"));
}

#[test]
fn m3_passes_with_many_cases_or_a_large_step() {
    let many = after(Check::M3, |world| {
        world.build.rows.clear();
        for at in 1..=6 {
            world.rated(&format!("2025-0{at}"), (500.0, 1000.0));
        }
    });
    assert_eq!(many, (Mark::Pass, "check-M3-enough-cases"));
    let kept = after(Check::M3, |world| world.goal().kind = Kind::Maintain);
    assert_eq!(kept, (Mark::Pass, "check-M3-enough-cases"));
}

/// Tickets 4, 6, 5, 4, 6, 5: s = 0.894, 1.96·s/√3 = 1.01; a step of 2 shows, a step of 1 does not.
#[test]
fn m3_of_counts_looks_at_the_months() {
    let m3 = |value| {
        after(Check::M3, |world| {
            world.on(TICKETS, [4.0, 6.0, 5.0, 4.0, 6.0, 5.0].map(Entry::Number));
            world.ask(Operator::AtLeast, value);
        })
    };
    assert_eq!(m3(7.0), (Mark::Pass, "check-M3-no-cases-needed"));
    assert_eq!(m3(6.0), (Mark::Warn, "check-M3-within-monthly-noise"));
}

#[test]
fn m4_counts_the_covered_months() {
    let m4 =
        |forgotten: &[&str]| after(Check::M4, |world| forgotten.iter().for_each(|month| world.forget(month)));
    assert_eq!(m4(&["2025-02"]), (Mark::Pass, "check-M4-covered"));
    assert_eq!(m4(&["2025-02", "2025-03"]), (Mark::Warn, "check-M4-gaps"));
    let four = ["2025-01", "2025-02", "2025-03", "2025-04"];
    assert_eq!(m4(&four), (Mark::Fail, "check-M4-mostly-missing"));
}

#[test]
fn m4_leaves_out_months_without_duty_or_service() {
    let newcomer = after(Check::M4, |world| {
        world.forget("2025-01");
        world.forget("2025-02");
        world.build.model.agents[0].joined = date("2025-03-01");
        world.build.model.agents[0].postings[0].from = date("2025-03-01");
    });
    assert_eq!(newcomer, (Mark::Pass, "check-M4-covered"));
    let exempt = after(Check::M4, |world| {
        for month in ["2025-01", "2025-02"] {
            world.forget(month);
            world.enter(month, CSAT, Entry::NotApplicable);
        }
    });
    assert_eq!(exempt, (Mark::Pass, "check-M4-covered"));
}

#[test]
fn m5_wants_a_possible_number_that_differs() {
    let m5 = |value| after(Check::M5, |world| world.ask(Operator::AtLeast, value));
    assert_eq!(m5(0.6), (Mark::Pass, "check-M5-differs"));
    assert_eq!(m5(1.01), (Mark::Fail, "check-M5-outside-valid-range"));
    assert_eq!(m5(0.5172), (Mark::Fail, "check-M5-same-as-baseline"));
    let kept = after(Check::M5, |world| {
        world.goal().kind = Kind::Maintain;
        world.ask(Operator::AtLeast, 0.517);
    });
    assert_eq!(kept, (Mark::Pass, "check-M5-possible"));
}

#[test]
fn m6_asks_how_people_rate() {
    let m6 = |text: bool, rater: bool, sample: bool| {
        after(Check::M6, |world| {
            let of = &mut world.build.model.indicators[CSAT.at()];
            let given = |given: bool| given.then(|| Text::same("as agreed"));
            of.source = Source::Rater;
            of.rubric = Some(Rubric { text: given(text), rater: given(rater), sample: given(sample) });
        })
    };
    assert_eq!(after(Check::M6, |_| ()), (Mark::Pass, "check-M6-not-rated-by-hand"));
    assert_eq!(m6(true, true, true), (Mark::Pass, "check-M6-rubric"));
    assert_eq!(m6(false, true, true), (Mark::Warn, "check-M6-no-rubric"));
    assert_eq!(m6(true, false, true), (Mark::Warn, "check-M6-no-rater"));
    assert_eq!(m6(true, true, false), (Mark::Warn, "check-M6-no-sample-plan"));
}

#[test]
fn a_state_has_the_cases_of_its_month_and_a_mean_those_of_the_window() {
    let n = |world: &World| {
        let result = world.judge();
        let m3 = result.checks.iter().find(|result| result.check == Check::M3).unwrap();
        let Fact::Number(n) = m3.facts[0] else { panic!("{:?}", m3.facts) };
        n
    };
    let mut world = World::new();
    world.on(P90, [40.0, 42.0, 41.0, 40.0, 42.0, 41.0].map(|value| Entry::State(value, Some(100.0))));
    world.ask(Operator::AtMost, 20.0);
    assert_eq!(n(&world), 100.0);
    world.on(RESPONSE, [40.0, 42.0, 41.0, 40.0, 42.0, 41.0].map(|mean| Entry::Pair(mean * 10.0, 10.0)));
    assert_eq!(n(&world), 30.0);
}
