//! All goals: is each specific, measured, on schedule?

use serde::Serialize;

use super::{Count, Link, Shell, Table, page::page};

/// The list of goals (`targets.html`).
#[derive(Serialize, Debug, Clone)]
pub struct TargetsView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point.
    pub lead: String,
    /// Goals by progress state.
    pub states: Vec<Count>,
    /// Goals by SMART verdict.
    pub verdicts: Vec<Count>,
    /// All goals: goal, subject, measure, baseline → target, due, progress, state, verdict.
    pub targets: Table,
    /// Goals that fail a letter, and which.
    pub failing: Option<Table>,
    /// The page of the yearly review.
    pub yearly: Option<Link>,
}

page!(TargetsView, "pages/targets.html");
