//! What a change does, told to its reviewer: as a comment on a pull request, on the console, for programs, as annotations.
//!
//! `outline` says it in words once, as plain texts in an order; `markdown` and `plain` only write it down. Nothing is computed
//! here that a number depends on.
//!
//! Imports: diag, model, goals, incentives, history, chart, view, report.

mod annotations;
mod edits;
mod escape;
mod gates;
mod gitlab;
mod json;
mod markdown;
mod outline;
mod outcome;
mod page;
mod plain;
mod records;
mod scores;
mod sections;
mod single;
mod verdict;

pub use annotations::annotations;
pub use escape::{escaped, escaped_line};
pub use gitlab::gitlab;
pub use json::{json, schema};
pub use markdown::{BUDGET, markdown};
pub use outcome::{Outcome, Reviewed, State};
pub use outline::{Outline, Section, Table, outline};
pub use page::page;
pub use plain::plain;
pub use single::{single_json, single_lines};
