//! Targets over the months of a population: those of rules and those of goals.

use super::goalpost;
use super::panel::{Aim, AimMonth, AimOrigin, Panel};
use super::population::Scope;
use crate::model::{Direction, Evaluation, Goal, Item, Month, Operator, Role, Subject, Target};
use crate::stats::median;

/// All targets, by indicator and origin.
pub(super) fn aims(scope: &Scope<'_>, panel: &Panel) -> Vec<Aim> {
    let mut found = Vec::new();
    for (column, item) in scope.items.iter().enumerate() {
        found.push(Aim { column, origin: AimOrigin::Rule, months: of_rule(scope, panel, (column, item)) });
        let mut by_origin: Vec<(AimOrigin, Vec<&Target>)> = Vec::new();
        for target in scope.evaluation.model.targets.iter().filter(|target| fits(target, item)) {
            let Some(origin) = origin(scope, target) else { continue };
            match by_origin.iter_mut().find(|(known, _)| *known == origin) {
                Some((_, list)) => list.push(target),
                None => by_origin.push((origin, vec![target])),
            }
        }
        for (origin, list) in by_origin {
            let month = |month: &Month| of_goals(scope, item, &list, *month);
            found.push(Aim { column, origin, months: panel.months.iter().map(month).collect() });
        }
    }
    found.retain(|aim| aim.months.iter().any(Option::is_some));
    found
}

/// Whether a target is about the indicator and can be judged month by month.
fn fits(target: &Target, item: &Item) -> bool {
    let by_month = !matches!(target.evaluation, Some(Evaluation::Cumulative));
    target.indicator == Some(item.indicator) && by_month && target.goal.is_some()
}

/// Whose it is, as far as it is of this population.
fn origin(scope: &Scope<'_>, target: &Target) -> Option<AimOrigin> {
    match target.subject? {
        Subject::Agent(agent) => scope.agents.contains(&agent).then_some(AimOrigin::Agents),
        Subject::Team(team) => scope
            .teams
            .contains(&team)
            .then(|| AimOrigin::Team(scope.evaluation.model.team(team).id.to_string())),
        Subject::Organisation => Some(AimOrigin::Organisation),
    }
}

/// The value of full points in each month, by the scheme in force then.
fn of_rule(scope: &Scope<'_>, panel: &Panel, (column, item): (usize, &&Item)) -> Vec<Option<AimMonth>> {
    let model = &scope.evaluation.model;
    let indicator = model.indicator(item.indicator);
    let operator = match indicator.direction {
        Direction::Up => Operator::AtLeast,
        Direction::Down => Operator::AtMost,
        Direction::Band => return vec![None; panel.months.len()],
    };
    let month = |(t, month): (usize, &Month)| {
        let scheme = scope.teams.first().and_then(|team| model.scheme_for(*team, *month, Role::Agent))?;
        let rule = &model.scheme(scheme).item(item.indicator)?.rule;
        let target = goalpost::full(rule, indicator.direction)?;
        let values: Vec<f64> =
            (0..panel.units).filter_map(|unit| panel.of(column, unit).get(t)?.value()).collect();
        let hits =
            values.iter().filter(|value| indicator.precision.meets(**value, operator, target, None)).count();
        Some(AimMonth { target, median: median(&values)?, hits: hits as u32, of: values.len() as u32 })
    };
    panel.months.iter().enumerate().map(month).collect()
}

/// The goals that run in a month: the median of their values and of what those whose goals they are had.
fn of_goals(scope: &Scope<'_>, item: &Item, list: &[&Target], month: Month) -> Option<AimMonth> {
    let precision = scope.evaluation.model.indicator(item.indicator).precision;
    let runs = |target: &&&Target| {
        let from = target.start.is_none_or(|start| start <= month.last_day());
        from && target.end.is_none_or(|end| month.first_day() <= end)
    };
    let judged = |target: &&Target| -> Option<(Goal, f64)> {
        let value = scope.reading(target.subject?, item, month).value?;
        Some((target.goal?, value))
    };
    let told: Vec<(Goal, f64)> = list.iter().filter(runs).filter_map(judged).collect();
    let met = |(goal, value): &&(Goal, f64)| precision.meets(*value, goal.operator, goal.value, goal.upper);
    let targets: Vec<f64> = told.iter().map(|(goal, _)| goal.value).collect();
    let values: Vec<f64> = told.iter().map(|(_, value)| *value).collect();
    Some(AimMonth {
        target: median(&targets)?,
        median: median(&values)?,
        hits: told.iter().filter(met).count() as u32,
        of: told.len() as u32,
    })
}
