//! All months of someone: indicators by months, one value in each cell.

use serde::Serialize;

/// The heading of a period's column.
#[derive(Serialize, Debug, Clone)]
pub struct PeriodLink {
    /// The period as shown.
    pub label: String,
    /// Anchor of its derivation on the same page.
    pub anchor: String,
}

/// One indicator over all periods.
#[derive(Debug, Clone)]
pub struct HistoryRow {
    /// The indicator.
    pub name: String,
    /// Its page, relative to the folder of the language.
    pub href: Option<String>,
    /// Its unit.
    pub unit: String,
    /// One text for each period. A missing value is said in words, never left empty.
    pub cells: Vec<String>,
}

/// The history of someone.
#[derive(Serialize, Debug, Clone)]
pub struct History {
    /// What the table shows.
    pub caption: String,
    /// The periods, oldest first.
    pub periods: Vec<PeriodLink>,
    /// One score for each period.
    #[serde(serialize_with = "super::lines::cells")]
    pub scores: Vec<String>,
    /// The indicators.
    #[serde(serialize_with = "super::lines::history")]
    pub rows: Vec<HistoryRow>,
    /// Sentences below the table.
    pub notes: Vec<String>,
    /// Address of the same table as CSV, relative to the folder of the language.
    pub csv: Option<String>,
}
