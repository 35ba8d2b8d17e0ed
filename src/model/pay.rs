//! What people earn: wages and the variable part on which bonuses rest. A file of its own, which git may ignore.

use super::{AgentIx, Money};
use crate::diag::Span;
use chrono::NaiveDate;

/// Wages of agents, with dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pay {
    /// Wages by agent: the position is the [`AgentIx`]; sorted by date, none overlapping; empty where nothing is written.
    pub wages: Vec<Vec<Wage>>,
    /// Minimum wage per month that holds where the desk is, for the check that pay stays above it.
    pub floor: Option<Money>,
}

/// A wage from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wage {
    /// First day.
    pub from: NaiveDate,
    /// Last day; open if none.
    pub to: Option<NaiveDate>,
    /// Agreed wage per month, without the variable part.
    pub wage: Money,
    /// Base of the variable part per month, which a coefficient of 1 pays in full.
    pub variable: Option<Money>,
    /// Where it was written.
    pub span: Span,
}

impl Pay {
    /// The wages of `agent`, by date.
    #[must_use]
    pub fn of(&self, agent: AgentIx) -> &[Wage] {
        self.wages.get(agent.at()).map_or(&[], Vec::as_slice)
    }

    /// The wage of `agent` for the month from `first` to `last` day: the latest one in force on any day of it.
    #[must_use]
    pub fn in_month(&self, agent: AgentIx, first: NaiveDate, last: NaiveDate) -> Option<&Wage> {
        let holds = |wage: &&Wage| wage.from <= last && wage.to.is_none_or(|to| first <= to);
        self.of(agent).iter().rfind(holds)
    }
}
