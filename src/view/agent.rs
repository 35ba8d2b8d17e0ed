//! An agent: what is my result, what made it, what changed, what next?

use serde::Serialize;

use super::{Derivation, Figure, History, ReviewNote, Sheet, Shell, Table, page::page};

/// The page of an agent (`agents/<id>.html`). It prints as the interview sheet; opened at the anchor of a period it
/// prints that period's derivation on the sheet instead.
#[derive(Serialize, Debug, Clone)]
pub struct AgentView {
    /// What stands around the content.
    pub shell: Shell,
    /// The id, beside the name because names repeat.
    pub id: String,
    /// The main point: the score, the largest gain and the largest loss.
    pub lead: String,
    /// The latest quarter.
    pub sheet: Sheet,
    /// The score over all periods with target and natural range.
    pub charts: Vec<Figure>,
    /// Indicators by months.
    pub history: History,
    /// How each score came about, newest first.
    pub derivations: Vec<Derivation>,
    /// Own awards and amounts; `None` where there are no incentives.
    pub awards: Option<Table>,
    /// Points added and deducted, red lines, commendations.
    pub events: Option<Table>,
    /// Appeals with the scores before and after.
    pub appeals: Option<Table>,
    /// The postings: team and level with dates.
    pub postings: Option<Table>,
    /// The agent's way through the appraisal cycle.
    pub cycle: Option<Table>,
    /// Records of talks, newest first, where the audience may see them.
    pub reviews: Vec<ReviewNote>,
}

page!(AgentView, "pages/agent.html");
