//! How the rules of a system went from one year to the next: schemes month by month, and goals.

use super::goalpost;
use super::key::Lack;
use super::year::Shortfall;
use crate::compare::{SchemeDifference, scheme_difference};
use crate::evaluate::Evaluation;
use crate::model::{Goal, IndicatorIx, Month, Period, Role, Rule, SchemeIx, Subject, TeamIx};
use crate::score::scheme_of_year;
use std::collections::{BTreeMap, BTreeSet};

/// A scheme in the place of another one.
#[derive(Debug, Clone, PartialEq)]
pub struct RulesStep {
    /// The scheme of the year before.
    pub before: SchemeIx,
    /// The scheme of the year audited.
    pub after: SchemeIx,
    /// Months of the year audited for which this is so.
    pub months: usize,
    /// What differs.
    pub difference: SchemeDifference,
}

/// A goal that is not the same as in the year before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GoalStep {
    /// Whose: a team or the organisation.
    pub subject: Subject,
    /// On which indicator.
    pub indicator: IndicatorIx,
    /// The goal of the year before; `None` if there was none.
    pub before: Option<Goal>,
    /// The goal of the year audited; `None` if there is none.
    pub after: Option<Goal>,
}

/// The steps, by schemes; empty if the same schemes were in force.
pub(super) fn rules_steps(
    evaluation: &Evaluation,
    teams: &[TeamIx],
    (then, now): (Period, Period),
) -> Result<Vec<RulesStep>, Shortfall> {
    let model = &evaluation.model;
    let mut found: BTreeMap<(SchemeIx, SchemeIx), BTreeSet<Month>> = BTreeMap::new();
    for team in teams {
        for month in now.months() {
            let Some(after) = model.scheme_for(*team, month, Role::Agent) else { continue };
            if let Some(before) = scheme_of_year(model, (*team, month, Role::Agent), then) {
                found.entry((before, after)).or_default().insert(month);
            }
        }
    }
    if found.is_empty() {
        return Err(Shortfall { lack: Lack::YearBefore, n: 0, needed: 1 });
    }
    let step = |((before, after), months): ((SchemeIx, SchemeIx), BTreeSet<Month>)| RulesStep {
        before,
        after,
        months: months.len(),
        difference: scheme_difference(model.scheme(before), model.scheme(after)),
    };
    Ok(found.into_iter().filter(|((before, after), _)| before != after).map(step).collect())
}

/// The value that earns full points by a rule, in kept units; `None` where a rule has none.
#[must_use]
pub fn full_value(evaluation: &Evaluation, indicator: IndicatorIx, rule: &Rule) -> Option<f64> {
    goalpost::full(rule, evaluation.model.indicator(indicator).direction)
}

/// Goals of `teams` and of the organisation that differ, by whose and indicator. Of several goals in a year the one that ends last
/// counts.
pub(super) fn goal_steps(
    evaluation: &Evaluation,
    teams: &[TeamIx],
    (then, now): (Period, Period),
) -> Vec<GoalStep> {
    let of = |year: Period| {
        let mut goals: BTreeMap<(Subject, IndicatorIx), (chrono::NaiveDate, Goal)> = BTreeMap::new();
        let (first, last) = (year.first().first_day(), year.last().last_day());
        for target in &evaluation.model.targets {
            let own = match target.subject {
                Some(Subject::Team(team)) => teams.contains(&team),
                Some(Subject::Organisation) => true,
                _ => false,
            };
            let (Some(subject), Some(indicator)) = (target.subject.filter(|_| own), target.indicator) else {
                continue;
            };
            // A goal belongs to the year in which it is to be reached.
            let Some((end, goal)) =
                target.end.zip(target.goal).filter(|(end, _)| (first..=last).contains(end))
            else {
                continue;
            };
            let latest = goals.entry((subject, indicator)).or_insert((end, goal));
            if latest.0 < end {
                *latest = (end, goal);
            }
        }
        goals
    };
    let (before, after) = (of(then), of(now));
    let mut keys: Vec<(Subject, IndicatorIx)> = before.keys().chain(after.keys()).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    let step = |(subject, indicator)| {
        let goal =
            |goals: &BTreeMap<_, (chrono::NaiveDate, Goal)>| goals.get(&(subject, indicator)).map(|of| of.1);
        let (before, after) = (goal(&before), goal(&after));
        (before != after).then_some(GoalStep { subject, indicator, before, after })
    };
    keys.into_iter().filter_map(step).collect()
}
