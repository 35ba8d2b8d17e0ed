//! The incentives of the sample organisation: every kind gives something, budgets hold to the cent, and what is computed does
//! not depend on the file of wages more than it has to.

use crate::program::root;
use deskscore::canon::{Order, canonical};
use deskscore::check::{Input, Options, check, noun_at};
use deskscore::evaluate::{Evaluation, evaluate};
use deskscore::incentives::{Award, Lack, Outcome};
use deskscore::model::{IncentiveRule, Money};
use deskscore::sample::{File, Settings, sorted_files};

fn evaluated(keep: impl Fn(&File) -> bool) -> Evaluation {
    let files = sorted_files(&Settings::sample());
    let files: Vec<&File> = files.iter().filter(|file| keep(file)).collect();
    let inputs: Vec<Input<'_>> =
        files.iter().map(|file| Input { path: &file.path, text: Ok(&file.text) }).collect();
    let checked = check(&inputs, &Options::default());
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    let as_of = chrono::NaiveDate::from_ymd_opt(2026, 1, 8).expect("a date");
    evaluate(checked.model.expect("no error"), as_of)
}

const fn kind(rule: &IncentiveRule) -> usize {
    match rule {
        IncentiveRule::PerformancePay(_) => 0,
        IncentiveRule::TopShare(_) => 1,
        IncentiveRule::Commission(_) => 2,
        IncentiveRule::OrderValue(_) => 3,
        IncentiveRule::MentorShare(_) => 4,
        IncentiveRule::Title(_) => 5,
        IncentiveRule::Medal(_) => 6,
        IncentiveRule::Stars(_) => 7,
        IncentiveRule::Queue(_) => 8,
        IncentiveRule::ImprovementPlan(_) => 9,
    }
}

fn paid(outcome: &Outcome) -> Money {
    outcome.receiving().filter_map(|person| person.award.and_then(Award::money)).sum()
}

#[test]
fn every_kind_gives_something_and_explains_the_rest() {
    let evaluation = evaluated(|_| true);
    let mut given = [0; 10];
    for outcome in &evaluation.incentives {
        let rule = &evaluation.model.incentive(outcome.incentive).rule;
        given[kind(rule)] += outcome.receiving().count();
        for person in &outcome.people {
            assert!(person.award.is_some() || !person.lacking.is_empty(), "{person:?}");
        }
        assert!(outcome.people.is_sorted_by_key(|person| person.agent));
    }
    assert!(given.iter().all(|count| *count > 0), "{given:?}");
}

#[test]
fn what_is_paid_is_what_the_pool_says_and_never_above_the_budget() {
    let evaluation = evaluated(|_| true);
    let mut cut = 0;
    for outcome in &evaluation.incentives {
        assert_eq!(paid(outcome), outcome.pool.paid);
        if let Some(budget) = outcome.pool.budget {
            assert_eq!(outcome.pool.paid, outcome.pool.before.min(budget), "to the cent");
            cut += usize::from(outcome.pool.before > budget);
        }
    }
    assert!(cut > 0, "a budget of the sample has to act");
}

#[test]
fn without_wages_all_else_is_computed() {
    let (with, without) = (evaluated(|_| true), evaluated(|file| file.path != "pay.yml"));
    assert!(without.model.pay.is_none());
    let mut unpriced = 0;
    for (a, b) in with.incentives.iter().zip(&without.incentives) {
        let who = |outcome: &Outcome| outcome.receiving().map(|person| person.agent).collect::<Vec<_>>();
        assert_eq!(who(a), who(b), "who receives something does not depend on wages");
        unpriced += b.pool.unpriced;
        match with.model.incentive(a.incentive).rule {
            IncentiveRule::PerformancePay(_) | IncentiveRule::TopShare(_) => {
                assert_eq!(b.pool.paid, Money::ZERO);
            }
            _ => assert_eq!(a, b),
        }
    }
    assert!(unpriced > 0);
}

#[test]
fn a_red_line_is_asked_before_every_rule_that_gives() {
    use deskscore::incentives::{Desk, award};
    let evaluation = evaluated(|_| true);
    let agent = evaluation.model.find_agent("zhao.min").expect("an agent");
    let outcomes = award(&Desk {
        model: &evaluation.model,
        index: &evaluation.index,
        periods: &evaluation.periods,
        standing: &|agent, period| evaluation.standing(agent, period).copied(),
        no_bonus: &|who, _| who == agent,
    });
    let mut refused = 0;
    for outcome in &outcomes {
        let money = outcome.of(agent).filter_map(|person| person.award.and_then(Award::money));
        assert_eq!(money.sum::<Money>(), Money::ZERO, "from a red line nothing is paid");
        refused += outcome.of(agent).filter(|person| person.lacking.contains(&Lack::NoBonus)).count();
    }
    assert!(refused > 20, "{refused}");
}

#[test]
fn the_folder_of_the_repository_has_the_incentives_of_the_generator() {
    for file in sorted_files(&Settings::sample()) {
        if file.path.starts_with("incentives/") || file.path == "pay.yml" {
            let on_disk = std::fs::read_to_string(root().join("data").join(&file.path)).expect("on disk");
            let order = Order::of(noun_at(&file.path).expect("a data file"));
            assert_eq!(Ok(on_disk), canonical(&file.text, &order), "{}", file.path);
        }
    }
}
