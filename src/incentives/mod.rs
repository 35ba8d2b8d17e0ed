//! What follows from scores and figures: awards, titles, levels, queues, amounts, each with the facts that led to it. Pure.
//!
//! The way of an award: `desk` (who takes part, figures and wages) → `eligible` (what has to hold first) → the rule's own file →
//! `outcome`. Shares of amounts and places are worked out in `share` on plain numbers. Rules: domain notes E.1 and E.2.
//!
//! The program proposes; where a rule is about a person's post or plan, a person decides. Nothing here ends a job.
//!
//! Imports: model, score, stats.

mod budget;
mod commission;
mod desk;
mod eligible;
mod group;
mod medal;
mod mentor_share;
mod order_value;
mod outcome;
mod performance_pay;
mod plan;
mod queue;
mod requirement;
mod share;
mod stars;
#[cfg(test)]
mod testing;
mod title;
mod top_share;
#[cfg(test)]
mod worked;
#[cfg(test)]
mod worked_periods;

pub use desk::{Desk, NoBonus};
pub use outcome::{Award, Detail, Group, GroupKey, Lack, Outcome, Person, Pool};
pub use requirement::{Judged, Met};

use crate::model::{IncentiveIx, IncentiveRule, Model};
use rayon::prelude::*;

/// The outcomes of all incentives, by incentive, then by period, oldest first. Only periods that an incentive is awarded for
/// and that hold figures have one.
///
/// `Desk::no_bonus` says for whom nothing is paid or given in a period (a red line); from it nothing is paid whatever the rule.
#[must_use]
pub fn award(desk: &Desk<'_>) -> Vec<Outcome> {
    let all: Vec<IncentiveIx> = (0..desk.model.incentives.len() as u32).map(IncentiveIx).collect();
    let (first, second): (Vec<IncentiveIx>, Vec<IncentiveIx>) =
        all.into_iter().partition(|ix| !rests_on_another(desk.model, *ix));
    let run = |list: Vec<IncentiveIx>, known: &[Outcome]| -> Vec<Outcome> {
        list.into_par_iter().flat_map_iter(|ix| by_rule(desk, ix, known)).collect()
    };
    let mut outcomes = run(first, &[]);
    let more = run(second, &outcomes);
    outcomes.extend(more);
    outcomes.sort_by_key(|outcome| (outcome.incentive, outcome.period));
    outcomes
}

/// Whether a rule needs the outcomes of another incentive; those it may need do not need any.
fn rests_on_another(model: &Model, ix: IncentiveIx) -> bool {
    match &model.incentive(ix).rule {
        IncentiveRule::MentorShare(_) => true,
        IncentiveRule::Queue(rule) => rule.after.is_some(),
        IncentiveRule::ImprovementPlan(rule) => rule.after.is_some(),
        _ => false,
    }
}

/// The outcomes of one incentive over all its periods.
fn by_rule(desk: &Desk<'_>, ix: IncentiveIx, known: &[Outcome]) -> Vec<Outcome> {
    match &desk.model.incentive(ix).rule {
        IncentiveRule::PerformancePay(rule) => performance_pay::award(desk, ix, rule),
        IncentiveRule::TopShare(rule) => top_share::award(desk, ix, rule),
        IncentiveRule::Commission(rule) => commission::award(desk, ix, rule),
        IncentiveRule::OrderValue(rule) => order_value::award(desk, ix, rule),
        IncentiveRule::MentorShare(rule) => mentor_share::award(desk, ix, rule, known),
        IncentiveRule::Title(rule) => title::award(desk, ix, rule),
        IncentiveRule::Medal(rule) => medal::award(desk, ix, rule),
        IncentiveRule::Stars(rule) => stars::award(desk, ix, rule),
        IncentiveRule::Queue(rule) => queue::award(desk, ix, rule, known),
        IncentiveRule::ImprovementPlan(rule) => plan::award(desk, ix, rule, known),
    }
}
