//! An indicator: how is it measured, who is outside what chance explains?

use serde::Serialize;

use super::{Fact, Figure, KeyFigure, Shell, SourceLink, Table, page::page};

/// The page of an indicator (`indicators/<id>.html`).
#[derive(Serialize, Debug, Clone)]
pub struct IndicatorView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point.
    pub lead: String,
    /// Formula, source, direction, aggregation, valid range, who controls it, minimum sample.
    pub definition: Vec<Fact>,
    /// What it means and how it is counted, in Markdown.
    pub description: Option<String>,
    /// Headline figures.
    pub figures: Vec<KeyFigure>,
    /// Funnel, trend, distribution.
    pub charts: Vec<Figure>,
    /// The scoring rule, as the curve from value to points.
    pub scoring: Option<Figure>,
    /// The schemes that use it: weight, zero, full, dates.
    pub schemes: Table,
    /// Values by agent or team.
    pub values: Table,
    /// Benchmarks, before and after, like for like, other indicators.
    pub comparisons: Vec<super::RuleSection>,
    /// The goals on it.
    pub targets: Option<Table>,
    /// Where it is defined.
    pub source: Option<SourceLink>,
}

page!(IndicatorView, "pages/indicator.html");
