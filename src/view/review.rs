//! The record of a talk, as the agent's page shows it.

use serde::Serialize;

use super::{Fact, Table};

/// The record of an interview or improvement plan. Sensitive.
#[derive(Serialize, Debug, Clone)]
pub struct ReviewNote {
    /// Anchor.
    pub anchor: String,
    /// What it is, and about which period.
    pub title: String,
    /// Day, interviewer, confirmation, difficulty, need, plan.
    pub facts: Vec<Fact>,
    /// What was agreed.
    pub actions: Option<Table>,
    /// When progress of the plan was looked at.
    pub checks: Option<Table>,
    /// The notes, as Markdown.
    pub body: Option<String>,
}
