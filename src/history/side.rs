//! One state of the data, as it is compared with another.

use crate::diag::{Diagnostic, Sources};
use crate::evaluate::Evaluation;
use crate::model::Month;

/// One state of the data, evaluated, with what `check` said of it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The results.
    pub evaluation: &'a Evaluation,
    /// The files, for places.
    pub sources: &'a Sources,
    /// Warnings; a state with errors has no evaluation.
    pub diagnostics: &'a [Diagnostic],
    /// Closed months whose facts changed without a correction, with their digest now.
    pub changed: &'a [(Month, String)],
}
