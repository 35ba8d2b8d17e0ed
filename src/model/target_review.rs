//! What was decided about next year's target of an indicator when the year was looked back on (A045).

use super::{Id, IndicatorIx, Period, TeamIx, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// A decision of the yearly review of targets.
#[derive(Debug, Clone)]
pub struct TargetReview {
    /// The id.
    pub id: Id,
    /// The year that was looked back on.
    pub year: Period,
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The team; everyone if none.
    pub team: Option<TeamIx>,
    /// What became of the proposal.
    pub decision: TargetDecision,
    /// The target for the year after, in kept units; `None` if none was set.
    pub value: Option<f64>,
    /// Why.
    pub reason: Text,
    /// Who decided, as written.
    pub by: String,
    /// When.
    pub date: NaiveDate,
    /// Where it was written.
    pub span: Span,
}

/// What became of a proposed target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetDecision {
    /// Taken as proposed.
    Accepted,
    /// Taken with another value.
    Adjusted,
    /// Not taken.
    Declined,
}
