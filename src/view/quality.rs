//! Data quality: can I trust the numbers?

use serde::Serialize;

use super::{Attention, Figure, KeyFigure, Shell, Table, page::page};

/// The data-quality page (`quality.html`).
#[derive(Serialize, Debug, Clone)]
pub struct QualityView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point.
    pub lead: String,
    /// Coverage, faults, provisional scores.
    pub figures: Vec<KeyFigure>,
    /// What the state of the data does to scores.
    pub effects: Vec<Attention>,
    /// Indicators by months: share of expected figures that are there.
    pub coverage: Table,
    /// Sources: file, source named in it, date, rows.
    pub sources: Option<Table>,
    /// Values that are reconstructed, provisional or corrected.
    pub special: Option<Table>,
    /// Charts.
    pub charts: Vec<Figure>,
}

page!(QualityView, "pages/quality.html");
