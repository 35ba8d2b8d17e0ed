//! Results for those who compute on: tidy tables as CSV, JSON or Parquet, and a workbook whose formulas stay visible.
//!
//! A table has a row for each observation and the same columns each time (`docs/export.md`); a cell without a value is empty.
//! Numbers are unrounded and in kept units. Everything goes through [`crate::audience::Visible`]: who has no page has no row.
//!
//! Imports: diag, table, model, score, goals, audience, view.

mod agent_sheet;
mod column;
mod events;
mod form;
mod goals;
mod metrics;
mod parquet;
mod points;
mod ranking_sheet;
mod scores;
mod sheet_name;
mod values;
mod words;
mod workbook;

pub use column::{Cell, Column, Kind};
pub use form::Form;
pub use workbook::workbook;

use crate::audience::Visible;
use crate::diag::Sources;
use crate::model::AgentIx;
use std::io::{self, Write};

/// What the tables are made from.
#[derive(Debug, Clone, Copy)]
pub struct Results<'a> {
    /// The results as an audience may see them.
    pub visible: &'a Visible,
    /// Where figures were written; their lines are named for those who see everything.
    pub sources: &'a Sources,
}

/// The agents that may be seen, in the order of the model.
fn agents(visible: &Visible) -> impl Iterator<Item = AgentIx> + '_ {
    let all = (0..visible.evaluation.model.agents.len() as u32).map(AgentIx);
    all.filter(|agent| visible.agent(*agent))
}

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// The score of each agent in each period.
    Scores,
    /// What each weighted indicator added to it, with what it rests on.
    Points,
    /// The values of indicators over periods: of agents, teams and the organisation.
    Values,
    /// The figures as written, by month and channel.
    Metrics,
    /// The goals with their state.
    Goals,
    /// The ledger.
    Events,
}

/// The rows of a table.
type Rows<'a> = Box<dyn Iterator<Item = Vec<Cell>> + 'a>;

impl Table {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::Scores, Self::Points, Self::Values, Self::Metrics, Self::Goals, Self::Events];

    /// Its name, of which the file's name is made.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scores => "scores",
            Self::Points => "points",
            Self::Values => "values",
            Self::Metrics => "metrics",
            Self::Goals => "goals",
            Self::Events => "events",
        }
    }

    /// Its columns.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Scores => scores::COLUMNS,
            Self::Points => points::COLUMNS,
            Self::Values => values::COLUMNS,
            Self::Metrics => metrics::COLUMNS,
            Self::Goals => goals::COLUMNS,
            Self::Events => events::COLUMNS,
        }
    }

    /// Its rows.
    pub fn rows(self, results: Results<'_>) -> Box<dyn Iterator<Item = Vec<Cell>> + '_> {
        match self {
            Self::Scores => scores::rows(results),
            Self::Points => points::rows(results),
            Self::Values => values::rows(results),
            Self::Metrics => metrics::rows(results),
            Self::Goals => goals::rows(results),
            Self::Events => events::rows(results),
        }
    }

    /// Writes the table row by row; how many rows it has.
    ///
    /// # Errors
    /// If writing fails.
    pub fn write(self, results: Results<'_>, form: Form, out: &mut (dyn Write + Send)) -> io::Result<usize> {
        form.write(self, self.rows(results), out)
    }
}
