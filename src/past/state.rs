//! One state of the data, checked and evaluated.

use crate::check::Checked;
use crate::diag::Diagnostic;
use crate::evaluate::{Evaluation, evaluate};
use crate::files::Tree;
use crate::history::Side;
use chrono::NaiveDate;

/// How a state of the data is read: checked, without holding closed months and appeals against what scores became later.
pub type Reading<'a> = &'a (dyn Fn(&Tree) -> Checked + Sync);

/// A state with its results.
#[derive(Debug)]
pub(super) struct State {
    evaluation: Option<Evaluation>,
    checked: Checked,
}

impl State {
    pub(super) fn new(tree: &Tree, read: Reading<'_>, day: NaiveDate) -> Self {
        let mut checked = read(tree);
        let evaluation = checked.model.take().map(|model| evaluate(model, day));
        Self { evaluation, checked }
    }

    /// The state as one side of a comparison; `None` if it has errors.
    pub(super) fn side(&self) -> Option<Side<'_>> {
        let Checked { model: _, changed, sources, diagnostics } = &self.checked;
        self.evaluation.as_ref().map(|evaluation| Side { evaluation, sources, diagnostics, changed })
    }

    pub(super) fn errors(&self) -> usize {
        self.checked.diagnostics.iter().filter(|fault: &&Diagnostic| fault.is_error()).count()
    }
}
