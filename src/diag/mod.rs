//! How a fault is said: code, severity, span, labels, help, and the emitters human, short, json and github.
//!
//! Imports: nothing.

mod code;
mod diagnostic;
mod github;
mod human;
mod json;
mod page;
mod short;
mod sink;
mod sources;
mod span;
mod suggest;

pub use code::Code;
pub use diagnostic::{Diagnostic, Label, Severity};
pub use github::github;
pub use human::human;
pub use json::json;
pub use page::{Example, ExampleFile, Page};
pub use short::short;
pub use sink::Sink;
pub use sources::{Position, Sources};
pub use span::{FileId, Span};
pub use suggest::{quoted, suggest};
