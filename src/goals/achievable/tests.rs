//! Every class of domain notes D.2, around its worked example.

use super::super::history::tests::close;
use super::super::testing::{CSAT, RESPONSE, TICKETS, WESTOLL, World};
use super::super::{GoalResult, Mark};
use super::*;
use crate::model::{Benchmark, Entry, Evaluation, Goal, Operator, Subject, Text};
use crate::score::testing::{SENIOR, date};

fn judged(change: impl FnOnce(&mut World)) -> (Class, Mark, &'static str, GoalResult) {
    let mut world = World::new();
    change(&mut world);
    let result = world.judge();
    let a1 = result.checks.iter().find(|result| result.check == Check::A1).unwrap();
    (result.achievability.class, a1.mark, a1.reason, result)
}

fn class(change: impl FnOnce(&mut World)) -> (Class, Mark, &'static str) {
    let (class, mark, reason, _) = judged(change);
    (class, mark, reason)
}

/// Domain notes D.2, every number of the worked example.
#[test]
fn the_worked_example_is_challenging() {
    let (class, mark, reason, result) = judged(|_| ());
    assert_eq!((class, mark, reason), (Class::Challenging, Mark::Pass, "check-A1-within-own-reach"));
    let found = result.achievability;
    close(found.baseline, 46.0 / 89.0, 1e-12);
    close(found.deviation, 0.2465, 5e-5);
    close(found.sampling_error, 0.053, 5e-4);
    close(found.spread, 0.152, 5e-4);
    close(found.step, 0.083, 5e-4);
    close(found.z, 0.55, 5e-3);
    close(found.probability, 0.29, 5e-3);
    close(found.own_reach, 0.667, 5e-4);
    close(found.peer_reach, 0.643, 5e-4);
    close(found.best_peer.map(|(_, value)| value), 0.744, 5e-4);
    assert_eq!((found.peers, found.history.len()), (7, 6));
}

/// z = 1.5 alone would let it pass; no peer pooled above 74 %, and the one month above 90 % rests on 11 ratings.
#[test]
fn ninety_percent_in_the_final_month_is_implausible() {
    let (class, mark, reason, result) = judged(|world| {
        world.ask(Operator::AtLeast, 0.9);
        world.goal().evaluation = Some(Evaluation::FinalMonth);
    });
    assert_eq!((class, mark, reason), (Class::Implausible, Mark::Fail, "check-A1-implausible"));
    close(result.achievability.z, 1.5, 0.05);
}

#[test]
fn classes_come_in_the_order_of_the_table() {
    let at_least = |value| class(|world| world.ask(Operator::AtLeast, value));
    assert_eq!(at_least(1.01), (Class::Impossible, Mark::Fail, "check-A1-impossible"));
    assert_eq!(at_least(0.5), (Class::AlreadyMet, Mark::Fail, "check-A1-already-met"));
    assert_eq!(at_least(0.54), (Class::Trivial, Mark::Warn, "check-A1-too-easy"));
    assert_eq!(at_least(0.66).0, Class::Challenging);
    assert_eq!(at_least(0.7), (Class::Ambitious, Mark::Warn, "check-A1-ambitious-best-peer"));
    assert_eq!(at_least(0.8), (Class::Implausible, Mark::Fail, "check-A1-implausible"));
}

#[test]
fn what_is_already_met_depends_on_the_kind() {
    let met = |kind| {
        class(|world| {
            world.ask(Operator::AtLeast, 0.5);
            world.goal().kind = kind;
        })
    };
    assert_eq!(met(Kind::Maintain), (Class::AlreadyMet, Mark::Pass, "check-A1-keeps-the-level"));
    assert_eq!(met(Kind::Reach), (Class::AlreadyMet, Mark::Warn, "check-A1-already-there"));
}

/// Five of six months met 50 %, although one bad month pulls the pooled value below.
#[test]
fn met_in_most_months_is_already_met() {
    let found = class(|world| {
        world.forget("2025-01");
        world.rated("2025-01", (3.0, 100.0));
        world.ask(Operator::AtLeast, 0.5);
    });
    assert_eq!(found.0, Class::AlreadyMet);
}

#[test]
fn without_history_the_peers_decide_and_without_both_nothing_does() {
    let newcomer = |world: &mut World, value| {
        world.build.rows.retain(|new| new.row.holder != crate::model::Holder::Agent(WESTOLL));
        let agent = &mut world.build.model.agents[WESTOLL.at()];
        agent.joined = date("2025-07-01");
        agent.postings[0].from = date("2025-07-01");
        world.ask(Operator::AtLeast, value);
    };
    let within = class(|world| newcomer(world, 0.6));
    assert_eq!(within, (Class::Challenging, Mark::Pass, "check-A1-within-reach-without-history"));
    assert_eq!(class(|world| newcomer(world, 0.7)).0, Class::Ambitious);
    assert_eq!(class(|world| newcomer(world, 0.9)).0, Class::Implausible);
    let nobody = class(|world| world.build.rows.clear());
    assert_eq!(nobody, (Class::Unknown, Mark::Warn, "check-A1-unknown"));
}

fn cite(world: &mut World, value: f64) {
    world.goal().rationale.benchmark = Some(Benchmark { value: Some(value), source: Text::same("market") });
}

#[test]
fn a_benchmark_supports_what_nobody_has_reached() {
    let cited = class(|world| {
        world.ask(Operator::AtLeast, 0.8);
        cite(world, 0.85);
    });
    assert_eq!(cited, (Class::Ambitious, Mark::Warn, "check-A1-ambitious-benchmark"));
    let unknown = class(|world| {
        world.build.rows.clear();
        cite(world, 0.85);
    });
    assert_eq!(unknown, (Class::Unknown, Mark::Warn, "check-A1-unknown-but-benchmark"));
}

#[test]
fn without_peers_an_unheard_of_target_has_no_support() {
    let mut world = World::alone();
    world.ask(Operator::AtLeast, 0.7);
    assert_eq!(world.check(Check::A1), (Mark::Fail, "check-A1-implausible"));
    world.build.rows.retain(|new| new.row.month <= crate::score::testing::month("2025-04"));
    world.forget("2025-03");
    assert_eq!(world.check(Check::A1), (Mark::Fail, "check-A1-implausible-unseen"));
}

/// Steady months with many ratings: 60 % is a dozen σ away, whatever a peer reaches.
#[test]
fn far_from_the_usual_is_not_made_plausible_by_a_peer() {
    let steady = |world: &mut World, best: f64| {
        for at in 1..=6 {
            let month = format!("2025-0{at}");
            world.forget(&month);
            world.rated(&month, (500.0 + f64::from(at % 2), 1000.0));
        }
        world.ask(Operator::AtLeast, best);
    };
    assert_eq!(
        class(|world| steady(world, 0.6)),
        (Class::Implausible, Mark::Fail, "check-A1-too-far-from-usual")
    );
    let (class, mark, reason, result) = judged(|world| steady(world, 0.518));
    assert!(result.achievability.z.is_some_and(|z| z > 2.0 && z <= 3.0), "{:?}", result.achievability.z);
    assert_eq!((class, mark, reason), (Class::Ambitious, Mark::Warn, "check-A1-ambitious-far-from-usual"));
}

#[test]
fn peers_have_the_same_level_and_lower_can_be_better() {
    let (_, _, _, result) = judged(|world| {
        let peers = world.build.model.agents.len();
        for peer in 1..peers {
            let peer = crate::model::AgentIx(peer as u32);
            world.build.posting(peer, "2025-01-01", super::super::testing::DESK, SENIOR);
        }
    });
    assert_eq!(result.achievability.peers, 0);
    let (class, _, _, result) = judged(|world| {
        world.on(RESPONSE, [40.0, 30.0, 50.0, 45.0, 35.0, 40.0].map(|s| Entry::Pair(s * 100.0, 100.0)));
        world.ask(Operator::AtMost, 35.0);
    });
    close(result.achievability.step, 5.0, 1e-9);
    close(result.achievability.own_reach, 30.0, 1e-9);
    assert_eq!(class, Class::Challenging);
}

#[test]
fn a_team_is_compared_with_teams_of_its_peer_group() {
    let mut world = World::new();
    let other = world.build.team("other");
    world.build.model.teams[other.at()].peer_group = world.build.model.teams[0].peer_group.clone();
    let agent = world.build.agent("z", "2024-01-01", other);
    world.build.figures(agent, "2025-06", (20.0, 20.0), &[(CSAT, Entry::Pair(80.0, 100.0))]);
    world.goal().subject = Some(Subject::Team(super::super::testing::DESK));
    let found = world.judge().achievability;
    assert_eq!(found.best_peer, Some((Subject::Team(other), 0.8)));
    assert_eq!(found.peers, 1);
}

/// 4, 6, 5, 4, 6, 5 in six full months: 18 in three months is 6 a month, one more than the baseline of 5.
#[test]
fn a_running_total_is_spread_over_its_months() {
    let (_, _, _, result) = judged(|world| {
        world.on(TICKETS, [4.0, 6.0, 5.0, 4.0, 6.0, 5.0].map(Entry::Number));
        world.goal().goal = Some(Goal { operator: Operator::AtLeast, value: 18.0, upper: None });
        world.goal().evaluation = Some(Evaluation::Cumulative);
    });
    close(result.achievability.step, 1.0, 1e-9);
}

#[test]
fn an_incomplete_goal_still_shows_its_history() {
    let (class, mark, _, result) = judged(|world| world.goal().evaluation = None);
    assert_eq!((class, mark), (Class::Unknown, Mark::NotAssessed));
    close(result.achievability.baseline, 46.0 / 89.0, 1e-12);
}
