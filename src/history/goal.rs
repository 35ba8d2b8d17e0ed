//! Goals whose state differs.

use super::edit::Named;
use super::side::Side;
use crate::goals::State;

/// A goal that stands elsewhere now.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalChange {
    /// The goal.
    pub target: Named,
    /// Where it stood.
    pub before: State,
    /// Where it stands.
    pub after: State,
}

/// Goals that both states have and whose progress state differs, by id. Both are judged as of the same day.
#[must_use]
pub(super) fn goals(base: Side<'_>, head: Side<'_>) -> Vec<GoalChange> {
    let changed = head.evaluation.goals.iter().filter_map(|after| {
        let target = head.evaluation.model.target(after.target);
        let known = base.evaluation.model.find_target(target.id.as_str())?;
        let before = base.evaluation.goal(known)?.progress.state;
        let after = after.progress.state;
        (before != after).then(|| GoalChange { target: Named::new(&target.id, &target.title), before, after })
    });
    changed.collect()
}
