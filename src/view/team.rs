//! A team: how does it stand and who needs what?

use serde::Serialize;

use super::{Attention, Derivation, Fact, Figure, KeyFigure, Measure, Shell, Table, page::page};

/// The page of a team (`teams/<id>.html`).
#[derive(Serialize, Debug, Clone)]
pub struct TeamView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point.
    pub lead: String,
    /// Id, manager, channels, number of members.
    pub facts: Vec<Fact>,
    /// Open alerts of the team and its members.
    pub attention: Vec<Attention>,
    /// Headline figures.
    pub figures: Vec<KeyFigure>,
    /// The team's indicators.
    #[serde(serialize_with = "super::lines::measures")]
    pub measures: Vec<Measure>,
    /// Agents by indicators with heat steps; `None` where the audience may not see persons.
    pub heat: Option<Table>,
    /// Large charts: distribution of scores, trend.
    pub charts: Vec<Figure>,
    /// Small charts of equal scale, one for each indicator.
    pub trends: Vec<Figure>,
    /// The team's goals and those of its members.
    pub targets: Option<Table>,
    /// How the team's scores came about.
    pub derivations: Vec<Derivation>,
}

page!(TeamView, "pages/team.html");
