//! The appraisal cycle as of a day: what somebody still has to do, by when, and what is overdue. Pure.
//!
//! Something is due up to and including its day, and overdue from the day after.
//!
//! Imports: diag, model.

mod task;
mod tasks;

pub use task::{Task, TaskKind, What};
pub use tasks::tasks;
