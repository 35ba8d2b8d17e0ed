//! A draft tried on history: who would have moved and why, which goals would have turned out otherwise.

use super::Moves;
use crate::evaluate::Evaluation;
use crate::goals::{GoalResult, State};
use crate::model::{AgentIx, Id, Model, Month, Period, PeriodKind, Status};
use crate::score::Scorecard;

/// What a draft would have changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// By period: years, then quarters, then months, latest first; only periods in which somebody is scored by a draft.
    pub moves: Vec<Moves>,
    /// Goals that would stand otherwise, that are new or gone, by id.
    pub goals: Vec<GoalChange>,
}

/// A goal that stands otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalChange {
    /// The goal.
    pub id: Id,
    /// Its state and whether it is SMART, as written; `None` if it is new.
    pub before: Option<(State, bool)>,
    /// The same with the draft; `None` if it is gone.
    pub after: Option<(State, bool)>,
}

/// The model with its draft schemes in force from month `first` to `last`, whatever dates they name.
#[must_use]
pub fn on_history(mut model: Model, first: Month, last: Month) -> Model {
    for scheme in model.schemes.iter_mut().filter(|scheme| scheme.status == Status::Draft) {
        (scheme.from, scheme.to) = (first, Some(last));
    }
    model
}

/// What the drafts in `after` change against `before`, in periods that lie wholly within `first` to `last`. Both are of the
/// same people, indicators and figures.
#[must_use]
pub fn trial(before: &Evaluation, after: &Evaluation, first: Month, last: Month) -> Trial {
    let inside = |period: &Period| first <= period.first() && period.last() <= last;
    let of = |kind: PeriodKind| before.of_kind(kind).rev().filter(inside);
    let periods = of(PeriodKind::Year).chain(of(PeriodKind::Quarter)).chain(of(PeriodKind::Month));
    let moves = periods.map(|period| moves(before, after, period));
    Trial { moves: moves.filter(|moves| !moves.list.is_empty()).collect(), goals: goals(before, after) }
}

/// Those who are scored by a draft, or whose total it changes.
fn moves(before: &Evaluation, after: &Evaluation, period: Period) -> Moves {
    let concerned = |agent: &AgentIx| {
        let (then, now) = (before.standing(*agent, period), after.standing(*agent, period));
        let by_draft =
            now.and_then(|standing| standing.scheme).map(|scheme| after.model.scheme(scheme).status);
        let total = |standing: Option<&crate::score::Standing>| standing.and_then(|standing| standing.total);
        by_draft == Some(Status::Draft) || total(then) != total(now)
    };
    let agents: Vec<AgentIx> = (0..before.model.agents.len() as u32).map(AgentIx).filter(concerned).collect();
    let cards =
        |of: &Evaluation| agents.iter().map(|agent| of.card(*agent, period)).collect::<Vec<Scorecard>>();
    Moves::new(period, (&before.model, &cards(before)), (&after.model, &cards(after)))
}

fn goals(before: &Evaluation, after: &Evaluation) -> Vec<GoalChange> {
    let stand = |of: &Evaluation, id: &Id| {
        let goal: Option<&GoalResult> = of.model.find_target(id.as_str()).and_then(|ix| of.goal(ix));
        goal.map(|goal| (goal.progress.state, goal.is_smart()))
    };
    let ids = |of: &Evaluation| of.model.targets.iter().map(|target| target.id.clone()).collect::<Vec<_>>();
    let mut all = ids(before);
    all.extend(ids(after));
    all.sort_unstable();
    all.dedup();
    let change = |id: Id| {
        let (before, after) = (stand(before, &id), stand(after, &id));
        (before != after).then_some(GoalChange { id, before, after })
    };
    all.into_iter().filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::model::{Direction, Entry, Unit};
    use crate::score::testing::{Build, date, item, linear, month, share};

    /// In force 60→100 %: 80 % earns 50. The draft asks 70→90 %: 80 % earns 50 as well, 75 % 25 instead of 37.5.
    #[test]
    fn a_draft_takes_the_place_of_the_scheme_in_force_for_its_teams_and_months() {
        let mut build = Build::new();
        let (a, b) = (build.team("a"), build.team("b"));
        let csat = build.indicator("csat", share(), Unit::Percent, Direction::Up);
        let (ann, bob) = (build.agent("ann", "2023-01-01", a), build.agent("bob", "2023-01-01", b));
        build.scheme("in-force", "2024-01", vec![item(csat, 100.0, linear(0.6, 1.0))]);
        for (of, good) in [("2025-03", 75.0), ("2025-04", 80.0), ("2025-05", 75.0)] {
            build.figures(ann, of, (20.0, 22.0), &[(csat, Entry::Pair(good, 100.0))]);
            build.figures(bob, of, (20.0, 22.0), &[(csat, Entry::Pair(good, 100.0))]);
        }
        let day = date("2025-07-31");
        let before = evaluate(build.model(), day);
        let draft = build.scheme("next", "2026-01", vec![item(csat, 100.0, linear(0.7, 0.9))]);
        (build.scheme_mut(draft).status, build.scheme_mut(draft).teams) = (Status::Draft, vec![a]);
        let (first, last) = (month("2025-03"), month("2025-04"));
        let after = evaluate(on_history(build.model(), first, last), day);
        let found = trial(&before, &after, first, last);
        let told: Vec<_> = found.moves.iter().map(|m| (m.period.to_string(), m.list.len())).collect();
        assert_eq!(told, [("2025-04".to_owned(), 1), ("2025-03".to_owned(), 1)]);
        let by: Vec<f64> = found.moves.iter().map(|m| m.list[0].difference.unwrap()).collect();
        assert!(by[0].abs() < 1e-9 && (by[1] + 12.5).abs() < 1e-9, "{by:?}");
        assert_eq!(found.moves[0].list[0].agent, ann);
        // May is outside of the trial, and the other team is not concerned.
        let may = Period::month(month("2025-05"));
        assert_eq!(before.standing(ann, may).unwrap().total, after.standing(ann, may).unwrap().total);
        assert!(found.goals.is_empty());
    }
}
