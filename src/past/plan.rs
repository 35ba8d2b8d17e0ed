//! Which states of the data have to be evaluated: each different one once, however many commits have it.

use std::collections::BTreeMap;

/// The states of the commits that are looked at.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// The objects of the different states.
    pub(super) objects: Vec<String>,
    /// From the oldest commit on: its position in the log, and its state; the first has no effect of its own if `skip_first`.
    pub(super) steps: Vec<Step>,
}

/// A commit with its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// Position in the log.
    pub(super) commit: usize,
    /// Position in [`Plan::objects`]; `None` where there is no data folder.
    pub(super) state: Option<usize>,
    /// Whether its effect is asked for, rather than its state as a base.
    pub(super) asked: bool,
}

impl Plan {
    /// A plan for commits whose states are `folders`, the newest first, of which the first `asked` are asked for; one more is the base
    /// of the oldest of them.
    pub(super) fn new(folders: &[Option<String>], asked: usize) -> Self {
        let mut plan = Self::default();
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for (commit, folder) in folders.iter().enumerate().take(asked.saturating_add(1)).rev() {
            let state = folder.as_deref().map(|object| {
                *known.entry(object).or_insert_with(|| {
                    plan.objects.push(object.to_owned());
                    plan.objects.len() - 1
                })
            });
            plan.steps.push(Step { commit, state, asked: commit < asked });
        }
        plan
    }

    /// The states that steps from `at` on have.
    pub(super) fn needed_from(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.steps.iter().skip(at).filter_map(|step| step.state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_that_comes_back_is_evaluated_once() {
        let folders = ["a", "b", "a", "c"].map(|object| Some(object.to_owned()));
        let plan = Plan::new(&folders, 10);
        assert_eq!(plan.objects, ["c", "a", "b"]);
        let states: Vec<_> = plan.steps.iter().map(|step| (step.commit, step.state)).collect();
        assert_eq!(states, [(3, Some(0)), (2, Some(1)), (1, Some(2)), (0, Some(1))]);
        assert!(plan.steps.iter().all(|step| step.asked));
    }

    #[test]
    fn one_more_than_is_asked_for_is_the_base() {
        let folders = ["a", "b", "c"].map(|object| Some(object.to_owned()));
        let plan = Plan::new(&folders, 1);
        assert_eq!(plan.objects, ["b", "a"]);
        assert_eq!(plan.steps.iter().map(|step| step.asked).collect::<Vec<_>>(), [false, true]);
        assert_eq!(Plan::new(&folders, 0).steps.len(), 1);
    }
}
