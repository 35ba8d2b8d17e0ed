//! A month, quarter or year: what changed since the period before?

use serde::Serialize;

use super::{Fact, Figure, KeyFigure, Link, Mark, RuleSection, Shell, Table, page::page};

/// The page of a period (`periods/<id>.html`).
#[derive(Serialize, Debug, Clone)]
pub struct PeriodView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point.
    pub lead: String,
    /// Open, closed, provisional or corrected.
    pub state: Mark,
    /// When its months were closed, corrected and why.
    pub closing: Vec<String>,
    /// Its events in the ledger.
    pub ledger: Option<Link>,
    /// The periods it holds or is part of.
    pub related: Vec<Link>,
    /// Headline figures.
    pub figures: Vec<KeyFigure>,
    /// New, left and moved agents, so that comparisons are like for like.
    pub people: Vec<Fact>,
    /// Changes by indicator, sorted by size of effect.
    pub changes: Table,
    /// Slope graph and others.
    pub charts: Vec<Figure>,
    /// Scores of teams and, where the audience may see them, of agents.
    pub scores: Vec<Table>,
    /// Staff hours of the teams against what came in.
    pub staffing: Option<RuleSection>,
}

page!(PeriodView, "pages/period.html");
