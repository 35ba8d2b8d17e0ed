//! Interviews and improvement plans (A037, A038, A041, A104, A105).

use super::{AgentIx, Period, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// A record of a talk. Sensitive: shown on the agent's own page only.
#[derive(Debug, Clone)]
pub struct Review {
    /// Whose.
    pub agent: AgentIx,
    /// The period that it is about.
    pub period: Period,
    /// The day of the talk.
    pub date: NaiveDate,
    /// Who led it.
    pub interviewer: String,
    /// What it is.
    pub kind: ReviewKind,
    /// When the agent confirmed the record.
    pub acknowledged_on: Option<NaiveDate>,
    /// What is difficult; empty if not said.
    pub difficulty: Text,
    /// What the agent needs to grow; empty if not said.
    pub need: Text,
    /// What was agreed.
    pub actions: Vec<Commitment>,
    /// The improvement plan; always there for [`ReviewKind::ImprovementPlan`].
    pub plan: Option<Plan>,
    /// The notes, as Markdown of many hands.
    pub body: String,
    /// Where it was written.
    pub span: Span,
}

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReviewKind {
    /// A talk about a period.
    Interview,
    /// A plan to improve, with support.
    ImprovementPlan,
}

/// Something that somebody will do by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// What.
    pub what: Text,
    /// By whom.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// What kind of action.
    pub kind: CommitmentKind,
    /// Where it was written.
    pub span: Span,
}

/// What kind of action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommitmentKind {
    /// Training.
    Training,
    /// Coaching or mentoring.
    Coaching,
    /// A change of post.
    PostChange,
    /// Anything else.
    Other,
}

/// An improvement plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is missing.
    pub gap: Text,
    /// How the agent is supported; empty if not named.
    pub support: Text,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// When progress is looked at together, in the order written.
    pub checks: Vec<PlanCheck>,
    /// How it ended; still open if none.
    pub outcome: Option<PlanOutcome>,
}

/// A day on which progress is looked at together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanCheck {
    /// When it is due.
    pub due: NaiveDate,
    /// When it was held.
    pub held_on: Option<NaiveDate>,
    /// What was found; empty if not said.
    pub note: Text,
}

/// How a plan ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanOutcome {
    /// The aim was reached.
    Reached,
    /// It goes on.
    Extended,
    /// The aim was not reached.
    NotReached,
}
