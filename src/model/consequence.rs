//! Incentives that look back over several periods or at pairs of people: star levels, queues, mentors.

use super::{AgentIx, Basis, Goal, Id, IncentiveIx, IndicatorIx, Reference, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// A band by its id; each scheme has its own bands.
pub type BandRef = Id;

/// A condition that a person meets in a period, or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Requirement {
    /// The score meets the goal.
    Score(Goal),
    /// The value of an indicator meets the goal.
    Value(IndicatorIx, Goal),
    /// The value is better than another one by a share of it: 0.3 is 30 %.
    Relative {
        /// The indicator.
        indicator: IndicatorIx,
        /// What it is compared with.
        reference: Reference,
        /// By how much better.
        by: f64,
    },
}

impl Requirement {
    /// The indicator that it is about; `None` for the score.
    #[must_use]
    pub const fn indicator(self) -> Option<IndicatorIx> {
        match self {
            Self::Score(_) => None,
            Self::Value(indicator, _) | Self::Relative { indicator, .. } => Some(indicator),
        }
    }
}

/// Star levels.
#[derive(Debug, Clone, PartialEq)]
pub struct Stars {
    /// Levels, lowest first. Everyone begins without one.
    pub levels: Vec<StarLevel>,
    /// A level is reached when its conditions were met in so many of …
    pub at_least: u8,
    /// … the last so many periods.
    pub of: u8,
    /// A level is lost, one at a time, when what keeps it was missed so often …
    pub down_missed: u8,
    /// … within the last so many periods; 0 if levels are never lost.
    pub down_of: u8,
    /// Periods that pass after a change before the next one.
    pub wait: u8,
}

/// A star level.
#[derive(Debug, Clone, PartialEq)]
pub struct StarLevel {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// What has to be met to reach it.
    pub conditions: Vec<Requirement>,
    /// What keeps it: easier than reaching it, so that nobody goes up and down on chance.
    pub keep: Vec<Requirement>,
}

/// A list of people who meet conditions, from which a person chooses.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// For what.
    pub purpose: Purpose,
    /// What has to be met.
    pub conditions: Vec<Requirement>,
    /// In so many of …
    pub at_least: u8,
    /// … the last so many periods.
    pub of: u8,
    /// The order of the list.
    pub order: Basis,
    /// Whether the list begins with the lowest, as for training as a help.
    pub lowest_first: bool,
    /// The training queue on which one has to have been before, for a change of post.
    pub after: Option<IncentiveIx>,
    /// What is offered, in words.
    pub offer: Text,
}

/// What a queue is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Training, as reward or help.
    Training,
    /// A higher post.
    Promotion,
    /// Another post that fits better.
    PostChange,
}

/// A mentor's share.
#[derive(Debug, Clone, PartialEq)]
pub struct MentorShare {
    /// The incentive whose amounts are shared.
    pub of: IncentiveIx,
    /// Mentors and newcomers, sorted by mentor, newcomer and date.
    pub pairs: Vec<MentorPair>,
}

/// A mentor and a newcomer for a time.
#[derive(Debug, Clone, PartialEq)]
pub struct MentorPair {
    /// The mentor.
    pub mentor: AgentIx,
    /// The newcomer.
    pub newcomer: AgentIx,
    /// First day.
    pub from: NaiveDate,
    /// Last day; it ends earlier when either leaves.
    pub to: NaiveDate,
    /// Share of the newcomer's amount, 0–1. It is paid on top and not taken from the newcomer.
    pub share: f64,
    /// Where it was written.
    pub span: Span,
}
