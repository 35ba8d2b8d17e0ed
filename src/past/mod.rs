//! The data's own past: which commit changed what, what that did to scores, and which commit wrote each line. Takes the history that
//! `files` read and a way to check a state of the data, gives facts without words.
//!
//! The way: `plan` (which states have to be evaluated: each different state once) → `state` (one of them, checked and evaluated) →
//! `effect` (two of them compared, as far as the page of changes tells it) → [`Past`].
//!
//! Imports: diag, files, model, check, evaluate, history.

mod commit;
mod effect;
mod plan;
mod state;
mod whole;

pub use commit::{Counted, Effect, PastCommit, Standing, Told};
pub use state::{Known, Reading};
pub use whole::{Depth, Past, PastFile, past};
