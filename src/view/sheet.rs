//! The one-page sheet of the quarterly interview. It is the top of the agent's page and all that the page prints.

use serde::Serialize;

use super::{Fact, Figure, KeyFigure, Mark, Measure};

/// A goal on the sheet.
#[derive(Debug, Clone)]
pub struct SheetGoal {
    /// The goal.
    pub title: String,
    /// Its page, relative to the folder of the language.
    pub href: Option<String>,
    /// Baseline → target.
    pub target: String,
    /// Result so far, or due date for a goal to come.
    pub result: String,
    /// Reached, partly, not; or the progress state.
    pub mark: Option<Mark>,
}

/// The interview sheet of an agent for one quarter.
#[derive(Serialize, Debug, Clone)]
pub struct Sheet {
    /// The quarter as shown.
    pub period: String,
    /// Team, role, manager, tenure, rule version.
    pub facts: Vec<Fact>,
    /// Score of possible points, band, changes, contacts handled.
    pub figures: Vec<KeyFigure>,
    /// The indicators in the order of their weight.
    #[serde(serialize_with = "super::lines::measures")]
    pub measures: Vec<Measure>,
    /// Meaning of the states used in the rows.
    pub notes: Vec<String>,
    /// What made the score: from the last quarter to this one by indicator.
    pub change: Option<Figure>,
    /// The agent's place in the team's distribution, without other names.
    pub place: Option<Figure>,
    /// Numbers of sampled contacts, recurring strengths and errors, praise and complaints.
    pub samples: Vec<Fact>,
    /// Goals of the quarter.
    pub goals: Vec<SheetGoal>,
    /// Goals proposed for the next quarter.
    pub next_goals: Vec<SheetGoal>,
    /// How and until when to object.
    pub appeal: String,
}
