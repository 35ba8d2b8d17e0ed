//! The overview: are we on target, where not, is it getting better?

use serde::Serialize;

use super::{Attention, Count, Figure, KeyFigure, Link, Measure, RuleSection, Shell, Table, page::page};

/// The overview of the organisation (`index.html` of a language).
#[derive(Serialize, Debug, Clone)]
pub struct OverviewView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point in one or two sentences.
    pub lead: String,
    /// The period shown, and its page.
    pub period: Link,
    /// Four to six headline figures.
    pub figures: Vec<KeyFigure>,
    /// What needs attention, at most five.
    pub attention: Vec<Attention>,
    /// The organisation's indicators.
    #[serde(serialize_with = "super::lines::measures")]
    pub measures: Vec<Measure>,
    /// The charts.
    pub charts: Vec<Figure>,
    /// What service brings in, where an indicator shows it.
    pub value: Option<RuleSection>,
    /// Its courses.
    pub value_charts: Vec<Figure>,
    /// The teams with score, change and members.
    pub teams: Table,
    /// Goals by state.
    pub targets: Vec<Count>,
    /// The state of the data in one sentence.
    pub quality: String,
}

page!(OverviewView, "pages/overview.html");
