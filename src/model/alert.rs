//! Alert rules: when somebody has to look, who, and what is done (A061, A076).

use super::{Goal, Id, IndicatorIx, LevelIx, Month, TeamIx, Text};
use crate::diag::Span;

/// An alert rule.
#[derive(Debug, Clone)]
pub struct Alert {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Operator and threshold, in kept units: the rule is met by a value that stands so.
    pub when: Goal,
    /// Whom it watches.
    pub subjects: Watched,
    /// Teams to which it applies; empty means all.
    pub teams: Vec<TeamIx>,
    /// Levels of agents to which it applies; empty means all.
    pub levels: Vec<LevelIx>,
    /// Months in a row that have to meet the rule, at least 1.
    pub consecutive: u16,
    /// Fewest cases of a month; `None`: the indicator's.
    pub minimum: Option<f64>,
    /// Who acts.
    pub owner: Text,
    /// What is done.
    pub action: Text,
    /// First month watched.
    pub from: Option<Month>,
    /// Last month watched.
    pub to: Option<Month>,
    /// Where it was written.
    pub span: Span,
}

/// Whom an alert watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Watched {
    /// Each agent.
    Agents,
    /// Each team as a whole.
    Teams,
    /// The organisation as a whole.
    Organisation,
}
