//! An audit told: on the console, as Markdown, for programs with a JSON Schema, and every table as CSV.
//!
//! `words` says each thing once, in the language of a voice; `plain` and `markdown` only write it down. Nothing is computed here.
//! A pattern at a threshold is a reason to look at cases: the words accuse nobody.
//!
//! Imports: audit, comment, compare, evaluate, model, report, stats, table.

mod audited;
mod csv;
mod follow_up;
mod json;
mod json_year;
mod markdown;
mod plain;
mod snippet;
mod words;
mod year;

pub use self::csv::{csv, csv_of_follow_up, csv_of_system};
pub use audited::{Audited, Names, Told, of_evaluation};
pub use follow_up::{Followed, decision_words, follow_up_count, followed};
pub use json::{json, schema};
pub use markdown::markdown;
pub use plain::plain;
pub use snippet::recommendations;
pub use words::Words;
pub use year::{BeforeAfter, limit_value};
