//! Managers worked by hand (source 002, A048): team aggregates and own indicators.

use super::testing::{Build, JUNIOR, item, linear, month, share, state};
use super::worked::{FULL, card, near, of_month};
use super::{Index, Unranked, Verdict, rank, reading_as_manager, reading_with, totals};
use crate::model::{
    AgentIx, Direction, Entry, Holder, IndicatorIx, Item, Role, Subject, TeamIx, Unit, Whose,
};

struct Desk {
    build: Build,
    manager: AgentIx,
    teams: [TeamIx; 2],
    csat: IndicatorIx,
    exam: IndicatorIx,
}

fn of_team(item: Item) -> Item {
    Item { of: Whose::Team, ..item }
}

/// Two teams with an agent each, and a manager of both, posted to the first.
fn desk() -> Desk {
    let mut build = Build::new();
    let teams = [build.team("a"), build.team("b")];
    let csat = build.indicator("csat", share(), Unit::Percent, Direction::Up);
    let exam = build.indicator("exam", share(), Unit::Percent, Direction::Up);
    let (ann, bob) = (build.agent("ann", "2023-01-01", teams[0]), build.agent("bob", "2023-01-01", teams[1]));
    let manager = build.agent("mia", "2022-01-01", teams[0]);
    let posting = &mut build.model.agents[manager.at()].postings[0];
    (posting.role, posting.leads) = (Role::Manager, teams.to_vec());
    build.scheme("agents", "2024-01", vec![item(csat, 100.0, linear(0.5, 1.0))]);
    let items = vec![of_team(item(csat, 70.0, linear(0.5, 1.0))), item(exam, 30.0, linear(0.0, 1.0))];
    let scheme = build.scheme("managers", "2024-01", items);
    build.scheme_mut(scheme).role = Role::Manager;
    build.figures(ann, "2025-03", FULL, &[(csat, Entry::Pair(90.0, 100.0))]);
    build.figures(bob, "2025-03", FULL, &[(csat, Entry::Pair(120.0, 200.0))]);
    Desk { build, manager, teams, csat, exam }
}

#[test]
fn teams_count_by_their_sums_and_the_managers_own_figures_by_themselves() {
    let Desk { mut build, manager, csat, exam, .. } = desk();
    build.figures(manager, "2025-03", FULL, &[(exam, Entry::Pair(1.0, 2.0))]);
    let scored = card(&build, manager, of_month("2025-03"));
    // (90 + 120) / (100 + 200) = 70 % → 40 points; exam 50 %: 0.7·40 + 0.3·50 = 43. The mean of 90 and 60 % would be 75 %.
    near(scored.total, 43.0);
    let model = build.model();
    let index = Index::new(&model);
    let (first, last) = (month("2025-03"), month("2025-03"));
    near(reading_as_manager(&model, &index, manager, csat, first, last).unwrap().value, 0.7);
    assert_eq!(reading_as_manager(&model, &index, manager, exam, first, last), None);
    // The manager serves nobody: what agents and the organisation have stays what it was.
    let all = reading_with(&model, &index, Subject::Organisation, csat, first, last, None);
    near(all.value, 0.7);
}

#[test]
fn a_month_counts_as_led_when_a_team_has_figures() {
    let Desk { build, manager, .. } = desk();
    let scored = card(&build, manager, of_month("2025-03"));
    // No exam: the weight of 70 goes to the team item, just as much as the policy asks for.
    near(scored.total, 40.0);
    assert_eq!(scored.segments[0].days, 21.0, "Mondays to Fridays of March 2025");
    let empty = card(&build, manager, of_month("2025-04"));
    assert_eq!(empty.verdict, Verdict::NoData);
}

#[test]
fn managers_are_ranked_among_managers_only() {
    let Desk { build, manager, .. } = desk();
    let model = build.model();
    let index = Index::new(&model);
    let ranking = rank(&model, &totals(&model, &index, of_month("2025-03")));
    let reason = ranking.unranked.iter().find(|(who, _)| *who == manager).map(|(_, reason)| *reason);
    // Of a weight of 100 only 70 is there: not enough for a rank either way.
    assert!(matches!(reason, Some(Unranked::TooLittleWeight { .. })), "{reason:?}");
    assert!(ranking.of(manager).is_none());
}

#[test]
fn who_becomes_a_manager_within_a_quarter_has_a_segment_as_each() {
    let Desk { mut build, teams, csat, .. } = desk();
    let cat = build.agent("zoe", "2022-01-01", teams[1]);
    build.posting(cat, "2025-02-01", teams[1], JUNIOR);
    let posting = build.model.agents[cat.at()].postings.last_mut().unwrap();
    (posting.role, posting.leads) = (Role::Manager, vec![teams[1]]);
    build.figures(cat, "2025-01", FULL, &[(csat, Entry::Pair(100.0, 100.0))]);
    let scored = card(&build, cat, super::worked::quarter("2025-01"));
    let totals: Vec<Option<f64>> = scored.segments.iter().map(|segment| segment.total).collect();
    // January as an agent: 100 % → 100 points; March as the manager of team b: 60 % → 20 points.
    assert_eq!(totals.len(), 2);
    near(totals[0], 100.0);
    near(totals[1], 20.0);
    near(scored.total, (100.0 * 21.0 + 20.0 * 21.0) / 42.0);
}

#[test]
fn a_state_of_one_team_counts_and_states_of_two_do_not_combine() {
    let Desk { mut build, manager, teams, .. } = desk();
    let rating = build.indicator("rating", state(), Unit::Points, Direction::Up);
    let items = vec![of_team(item(rating, 100.0, linear(0.0, 5.0)))];
    build.model.schemes[1].items = items;
    build.row(Holder::Team(teams[0]), "2025-03", &[(rating, Entry::State(4.5, Some(300.0)))]);
    let both = card(&build, manager, of_month("2025-03"));
    assert_eq!(both.total, None);
    build.model.agents[manager.at()].postings[0].leads = vec![teams[0]];
    near(card(&build, manager, of_month("2025-03")).total, 90.0);
}
