//! One state of the data, checked and evaluated.

use crate::check::Checked;
use crate::diag::Diagnostic;
use crate::evaluate::{Evaluation, evaluate, evaluate_after};
use crate::files::Tree;
use crate::history::Side;
use crate::model::Model;
use chrono::NaiveDate;

/// How a state of the data is read: checked, without holding closed months and appeals against what scores became later.
/// What is the same as in the state that is known is taken over from it.
pub type Reading<'a> = &'a (dyn Fn(&Tree, Option<Known<'_>>) -> Checked + Sync);

/// A state that was read before.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Its files.
    pub tree: &'a Tree,
    /// What came out.
    pub checked: &'a Checked,
    /// The model that came out.
    pub model: &'a Model,
}

/// A state with its results.
#[derive(Debug)]
pub(super) struct State {
    evaluation: Option<Evaluation>,
    checked: Checked,
}

impl State {
    /// The state of `tree`, read and evaluated after another one.
    pub(super) fn new(
        tree: &Tree,
        before: Option<(&Tree, &Self)>,
        read: Reading<'_>,
        day: NaiveDate,
    ) -> Self {
        let earlier = before.and_then(|(_, state)| state.evaluation.as_ref());
        let known = before.zip(earlier).map(|((tree, state), evaluation)| Known {
            tree,
            checked: &state.checked,
            model: &evaluation.model,
        });
        let mut checked = read(tree, known);
        let evaluation = checked.model.take().map(|model| match earlier {
            Some(earlier) => evaluate_after(model, day, earlier),
            None => evaluate(model, day),
        });
        Self { evaluation, checked }
    }

    /// The state as one side of a comparison; `None` if it has errors.
    pub(super) fn side(&self) -> Option<Side<'_>> {
        let Checked { changed, sources, diagnostics, .. } = &self.checked;
        self.evaluation.as_ref().map(|evaluation| Side { evaluation, sources, diagnostics, changed })
    }

    pub(super) fn errors(&self) -> usize {
        self.checked.diagnostics.iter().filter(|fault: &&Diagnostic| fault.is_error()).count()
    }
}
