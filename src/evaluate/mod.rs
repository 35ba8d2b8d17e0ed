//! The spine: each stage called once, top to bottom. Everything that pages, `explain` and other programs ask for is asked here.
//!
//! Kept in memory are a compact standing per agent and period, the ranks and the goals. A scorecard with its trace is large and quick to
//! compute, so it is computed when it is asked for and forgotten.
//!
//! Imports: check, diag, model, score, goals, incentives, alerts, cycle.

mod after;
mod appeals;
mod evaluation;

pub use appeals::check_appeals;
pub use evaluation::{Computed, Evaluation, evaluate, evaluate_after};
