//! Every progress state of domain notes D.3, on the worked example run on through its window.

use super::super::history::tests::close;
use super::super::testing::{CSAT, GOAL, RESPONSE, TICKETS, WESTOLL, World};
use super::super::{Progress, Surroundings, judge_all, judge_with};
use super::State;
use crate::model::{
    Baseline, Entry, Evaluation, Goal, Kind, Model, Operator, Rationale, Scope, Subject, Target, TargetIx,
    TeamIx,
};
use crate::score::Index;
use crate::score::testing::{CHAT, date};
use chrono::NaiveDate;
use proptest::prelude::*;

/// The goal of the example at a date, with the ratings of the months from July on.
fn run(today: &'static str, months: &[(f64, f64)], change: impl FnOnce(&mut World)) -> Progress {
    let mut world = World::new();
    world.today = today;
    for (at, ratings) in months.iter().enumerate() {
        world.rated(&format!("2025-0{}", at + 7), *ratings);
    }
    change(&mut world);
    world.judge().progress
}

fn state(
    today: &'static str,
    months: &[(f64, f64)],
    change: impl FnOnce(&mut World),
) -> (State, &'static str) {
    let progress = run(today, months, change);
    (progress.state, progress.reason)
}

const JULY: (f64, f64) = (5.0, 11.0);
const AUGUST: (f64, f64) = (6.0, 13.0);
const SEPTEMBER: (f64, f64) = (5.0, 13.0);

fn by(evaluation: Evaluation) -> impl Fn(&mut World) {
    move |world| world.goal().evaluation = Some(evaluation)
}

/// Ratings by the hundred, so that every month has enough.
fn plenty(world: &mut World) {
    world.build.model.indicators[CSAT.at()].minimum = Some(10.0);
}

/// Domain notes D.3: 65.4 % and P = 0.226 after July, 82.9 % and P = 0.108 after August, 43.2 % missed at the end.
#[test]
fn the_golden_run() {
    let july = run("2025-08-01", &[JULY], |_| ());
    assert_eq!((july.state, july.reason, july.done), (State::AtRisk, "progress-uncertain", Some(JULY)));
    close(july.required, 0.654, 5e-4);
    close(july.probability, 0.226, 5e-4);
    close(Some(july.elapsed), 1.0 / 3.0, 1e-12);
    let august = run("2025-09-01", &[JULY, AUGUST], |_| ());
    assert_eq!((august.state, august.done), (State::AtRisk, Some((11.0, 24.0))));
    close(august.required, 0.829, 5e-4);
    close(august.probability, 0.108, 5e-4);
    let end = run("2025-10-01", &[JULY, AUGUST, SEPTEMBER], |_| ());
    assert_eq!((end.state, end.reason, end.done), (State::Missed, "progress-missed", Some((16.0, 37.0))));
    close(end.value, 0.432, 5e-4);
    assert_eq!((end.required, end.probability), (None, None));
    assert!(!end.within_noise, "Wilson's interval of 16/37 ends at 59.1 %");
}

#[test]
fn before_the_first_complete_month_nothing_has_started() {
    assert_eq!(state("2025-06-30", &[], |_| ()), (State::NotStarted, "progress-before-start"));
    assert_eq!(state("2025-07-31", &[JULY], |_| ()), (State::NotStarted, "progress-no-complete-month"));
    // July is over but not reported, and inside its grace days.
    assert_eq!(state("2025-08-07", &[], |_| ()), (State::NotStarted, "progress-no-complete-month"));
    assert_eq!(state("2025-08-08", &[], |_| ()), (State::NotMeasurable, "progress-no-figures"));
}

#[test]
fn the_last_month_is_awaited_inside_the_grace_days() {
    let two = [JULY, AUGUST];
    assert_eq!(state("2025-10-07", &two, |_| ()), (State::PendingData, "progress-waiting-for-data"));
    let late = run("2025-10-08", &[(20.0, 30.0), (20.0, 30.0)], |_| ());
    assert_eq!((late.state, late.reason), (State::Attained, "progress-attained-with-gaps"));
    let missed = state("2025-10-08", &[(10.0, 30.0), (10.0, 30.0)], |_| ());
    assert_eq!(missed, (State::Missed, "progress-missed-with-gaps"));
}

#[test]
fn a_goal_is_met_at_displayed_precision_and_noise_is_named() {
    // 26/43 + 12/20 + … = 119.9/200 is shown as 60.0 %.
    let end = run("2025-10-01", &[(40.0, 67.0), (40.0, 67.0), (39.95, 66.0)], |_| ());
    assert_eq!((end.state, end.reason), (State::Attained, "progress-attained"));
    assert!(end.value.unwrap() < 0.6 && end.within_noise);
    let clear = run("2025-10-01", &[(99.0, 100.0); 3], |_| ());
    assert!(clear.state == State::Attained && !clear.within_noise);
}

#[test]
fn too_little_cannot_be_measured() {
    let few = [(3.0, 9.0), (3.0, 9.0), (3.0, 9.0)];
    assert_eq!(state("2025-10-01", &few, |_| ()), (State::NotMeasurable, "progress-too-few-cases"));
    assert_eq!(state("2025-10-08", &[], |_| ()), (State::NotMeasurable, "progress-no-figures"));
    let one_of_three = state("2025-10-08", &[(50.0, 90.0)], |_| ());
    assert_eq!(one_of_three, (State::NotMeasurable, "progress-low-coverage"));
    let gone = state("2025-09-01", &[JULY], |world| {
        world.build.model.agents[WESTOLL.at()].left = Some(date("2025-08-10"));
    });
    assert_eq!(gone, (State::NotMeasurable, "progress-out-of-role"));
    let short = state("2025-09-01", &[], |world| {
        (world.goal().start, world.goal().end) = (Some(date("2025-07-10")), Some(date("2025-07-20")));
    });
    assert_eq!(short, (State::NotMeasurable, "progress-no-whole-month"));
}

#[test]
fn an_incomplete_goal_is_not_measurable_and_says_why() {
    let changes: [fn(&mut Target); 5] = [
        |goal| goal.indicator = None,
        |goal| goal.subject = None,
        |goal| goal.goal = None,
        |goal| goal.end = None,
        |goal| goal.evaluation = None,
    ];
    for change in changes {
        let found = state("2025-09-01", &[JULY], |world| change(world.goal()));
        assert_eq!(found, (State::NotMeasurable, "progress-goal-incomplete"));
    }
}

#[test]
fn chances_make_the_state() {
    assert_eq!(state("2025-08-01", &[(9.0, 11.0)], |_| ()).1, "progress-uncertain");
    assert_eq!(state("2025-08-01", &[(30.0, 32.0)], |_| ()), (State::OnTrack, "progress-likely"));
    let far = state("2025-09-01", &[(5.0, 12.0), (4.0, 12.0)], |_| ());
    assert_eq!(far, (State::OffTrack, "progress-unlikely"));
    let lost = state("2025-09-01", &[(5.0, 60.0), (5.0, 60.0)], |_| ());
    assert_eq!(lost, (State::OffTrack, "progress-out-of-reach"));
}

#[test]
fn the_final_month_alone_decides() {
    let last = by(Evaluation::FinalMonth);
    let bad_start = [(5.0, 50.0), (5.0, 50.0), (40.0, 50.0)];
    assert_eq!(state("2025-10-01", &bad_start, &last), (State::Attained, "progress-attained"));
    let few = [(50.0, 50.0), (50.0, 50.0), (9.0, 10.0)];
    assert_eq!(state("2025-10-01", &few, &last), (State::NotMeasurable, "progress-too-few-cases"));
    let gone = [(50.0, 50.0), (50.0, 50.0)];
    assert_eq!(state("2025-10-08", &gone, &last), (State::NotMeasurable, "progress-final-month-missing"));
}

#[test]
fn every_month_is_missed_by_the_first_that_fails_on_enough_cases() {
    let every = |world: &mut World| {
        plenty(world);
        world.goal().evaluation = Some(Evaluation::EveryMonth);
    };
    assert_eq!(state("2025-08-01", &[(50.0, 100.0)], every), (State::Missed, "progress-month-failed"));
    assert_ne!(state("2025-08-01", &[(1.0, 5.0)], every).0, State::Missed, "five ratings are luck");
    let good = [(70.0, 100.0), (80.0, 100.0), (61.0, 100.0)];
    let end = run("2025-10-01", &good, every);
    assert_eq!((end.state, end.value), (State::Attained, Some(0.61)));
    let unsure = [(70.0, 100.0), (3.0, 5.0), (61.0, 100.0)];
    assert_eq!(state("2025-10-01", &unsure, every), (State::NotMeasurable, "progress-month-not-judged"));
}

/// 30 % of 10 and 90 % of 100: the mean of the months is 60 %, the ratio of sums 84.5 %.
#[test]
fn the_mean_of_months_is_another_number_than_the_ratio_of_sums() {
    let months = [(3.0, 10.0), (90.0, 100.0), (6.0, 10.0)];
    let mean = run("2025-10-01", &months, by(Evaluation::MeanOfMonths));
    close(mean.value, 0.6, 1e-12);
    assert_eq!((mean.state, mean.done), (State::Attained, None));
    close(run("2025-10-01", &months, |_| ()).value, 99.0 / 120.0, 1e-12);
}

fn tickets(world: &mut World, months: &[f64]) {
    world.on(TICKETS, [4.0, 6.0, 5.0, 4.0, 6.0, 5.0].map(Entry::Number));
    world.goal().goal = Some(Goal { operator: Operator::AtLeast, value: 12.0, upper: None });
    world.goal().evaluation = Some(Evaluation::Cumulative);
    world.goal().kind = Kind::Count;
    for (at, count) in months.iter().enumerate() {
        world.enter(&format!("2025-0{}", at + 7), TICKETS, Entry::Number(*count));
    }
}

#[test]
fn a_running_count_locks_when_reached() {
    let run = |today, months: &[f64]| run(today, &[], |world| tickets(world, months));
    let on = run("2025-08-01", &[5.0]);
    assert_eq!((on.state, on.reason), (State::OnTrack, "progress-sum-likely"));
    close(on.required, 3.5, 1e-12);
    close(on.share, 5.0 / 12.0, 1e-12);
    assert_eq!(run("2025-08-01", &[1.0]).reason, "progress-sum-uncertain");
    assert_eq!(run("2025-09-01", &[1.0, 1.0]).reason, "progress-sum-unlikely");
    let reached = run("2025-09-01", &[5.0, 7.0]);
    assert_eq!((reached.state, reached.reason), (State::Locked, "progress-locked"));
    assert_eq!((reached.required, reached.probability), (None, None), "nothing is left to bring");
    assert_eq!(run("2025-10-01", &[5.0, 7.0, 0.0]).state, State::Attained);
    assert_eq!(run("2025-10-01", &[5.0, 2.0, 0.0]).state, State::Missed);
}

#[test]
fn too_many_of_a_bad_thing_cannot_be_undone() {
    let found = state("2025-08-01", &[], |world| {
        tickets(world, &[20.0]);
        world.build.model.indicators[TICKETS.at()].direction = crate::model::Direction::Down;
        world.goal().goal = Some(Goal { operator: Operator::AtMost, value: 12.0, upper: None });
    });
    assert_eq!(found, (State::OffTrack, "progress-out-of-reach"));
}

/// The sampling error of 46/89 is 5.3 points.
#[test]
fn a_level_to_keep_has_the_sampling_error_as_its_margin() {
    let kept = |ratings| {
        state("2025-08-01", &[ratings], |world| {
            world.goal().kind = Kind::Maintain;
            world.ask(Operator::AtLeast, 0.5);
        })
    };
    assert_eq!(kept((56.0, 100.0)), (State::OnTrack, "progress-kept"));
    assert_eq!(kept((54.0, 100.0)), (State::AtRisk, "progress-barely-kept"));
    assert_eq!(kept((46.0, 100.0)), (State::AtRisk, "progress-barely-kept"));
    assert_eq!(kept((44.0, 100.0)), (State::OffTrack, "progress-not-kept"));
}

/// From 50 % to 60 % in three months; after one month a third of the way is due, with 10 and 30 points of slack.
#[test]
fn without_history_the_straight_line_is_the_measure() {
    let line = |ratings, baseline: Option<f64>| {
        state("2025-08-01", &[ratings], |world| {
            for at in 1..=4 {
                world.forget(&format!("2025-0{at}"));
            }
            let of = |value| Baseline { value, counts: None, from: None, to: None };
            world.goal().baseline = baseline.map(of);
        })
    };
    assert_eq!(line((53.0, 100.0), Some(0.5)), (State::OnTrack, "progress-path-on-track"));
    assert_eq!(line((51.0, 100.0), Some(0.5)), (State::AtRisk, "progress-path-at-risk"));
    assert_eq!(line((50.0, 100.0), Some(0.5)), (State::OffTrack, "progress-path-off-track"));
    assert_eq!(line((65.0, 100.0), Some(0.62)), (State::OnTrack, "progress-met-so-far"));
    assert_eq!(line((55.0, 100.0), Some(0.62)), (State::AtRisk, "progress-not-met-so-far"));
}

/// Means of 40 and 20 seconds with as many cases: 30, and lower is better.
#[test]
fn lower_is_better_turns_everything() {
    let found = run("2025-09-01", &[], |world| {
        world.on(RESPONSE, [40.0, 30.0, 50.0, 45.0, 35.0, 40.0].map(|s| Entry::Pair(s * 100.0, 100.0)));
        world.ask(Operator::AtMost, 35.0);
        world.enter("2025-07", RESPONSE, Entry::Pair(4000.0, 100.0));
        world.enter("2025-08", RESPONSE, Entry::Pair(2000.0, 100.0));
    });
    assert_eq!((found.value, found.state), (Some(30.0), State::OnTrack));
    close(found.required, 45.0, 1e-9);
    close(found.share, 2.0, 1e-9);
}

/// One call for all goals says what single calls say.
#[test]
fn all_goals_together_are_judged_as_each_alone() {
    let mut world = World::new();
    world.second_goal().subject = Some(Subject::Team(TeamIx(0)));
    let model = world.build.model();
    let index = Index::new(&model);
    let all = judge_all(&model, &index, date("2025-07-01"));
    for result in &all {
        assert_eq!(*result, super::super::judge(&model, &index, result.target, date("2025-07-01")));
    }
    assert_eq!((all.len(), all[0].checks.len(), all[0].is_smart()), (2, 24, true));
}

fn any_date() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((1_i32..9999, 1_u32..366).prop_map(|(year, day)| {
        let year = if year % 4 == 0 { year } else { 2025 };
        NaiveDate::from_yo_opt(year, day).unwrap()
    }))
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![-2.0..2.0_f64, -1e300..1e300_f64, Just(f64::NAN), Just(f64::INFINITY), Just(0.0)]
}

prop_compose! {
    fn odd_target(base: Target)(
        (start, end, created_on, agreed_on) in (any_date(), any_date(), any_date(), any_date()),
        indicator in prop::option::of(0_u32..5),
        subject in prop::option::of(0_u32..3),
        goal in prop::option::of((0_usize..5, any_number(), prop::option::of(any_number()))),
        evaluation in prop::option::of(0_usize..5),
        (kind, scope, baseline) in (0_usize..4, prop::option::of(any::<bool>()), prop::option::of(any_number())),
        grace_days in prop::option::of(any::<u16>()),
    ) -> Target {
        let operators =
            [Operator::AtLeast, Operator::Above, Operator::AtMost, Operator::Below, Operator::Between];
        let evaluations = [
            Evaluation::Pooled, Evaluation::FinalMonth, Evaluation::EveryMonth, Evaluation::MeanOfMonths,
            Evaluation::Cumulative,
        ];
        let subjects = [Subject::Agent(WESTOLL), Subject::Team(TeamIx(0)), Subject::Organisation];
        let kinds = [Kind::Improve, Kind::Maintain, Kind::Reach, Kind::Count];
        Target {
            indicator: indicator.map(crate::model::IndicatorIx),
            subject: subject.map(|at| subjects[at as usize]),
            goal: goal.map(|(at, value, upper)| Goal { operator: operators[at], value, upper }),
            evaluation: evaluation.map(|at| evaluations[at]),
            kind: kinds[kind],
            scope: scope.map(|all| if all { Scope::All } else { Scope::Channels(vec![CHAT]) }),
            baseline: baseline.map(|value| Baseline { value, counts: None, from: None, to: None }),
            start, end, created_on, agreed_on, grace_days,
            rationale: Rationale::default(),
            parent: Some(GOAL),
            ..base.clone()
        }
    }
}

fn odd_model(world: &World, target: Target) -> Model {
    Model { targets: vec![target], ..world.build.model() }
}

proptest! {
    #[test]
    fn no_goal_however_odd_breaks_the_judge(
        target in odd_target(World::new().goal().clone()), today in any_date(), empty in any::<bool>(),
    ) {
        let mut world = World::new();
        if empty {
            world.build.rows.clear();
        }
        let model = odd_model(&world, target);
        let index = Index::new(&model);
        let today = today.unwrap_or_else(|| date("2025-08-20"));
        let around = Surroundings::new(&model, &index, &[TargetIx(0)], today);
        let result = judge_with(&model, &index, &around, TargetIx(0), today);
        prop_assert_eq!(result.checks.len(), 24);
        prop_assert!(result.checks.is_sorted_by_key(|result| result.check));
        let chances = [result.achievability.probability, result.progress.probability];
        for chance in chances.into_iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&chance));
        }
        prop_assert!((0.0..=1.0).contains(&result.progress.elapsed));
        prop_assert!(!result.progress.reason.is_empty());
    }
}
