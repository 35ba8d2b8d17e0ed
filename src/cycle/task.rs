//! One thing that somebody still has to do.

use crate::diag::Span;
use crate::model::{MeetingKind, Period, SchemeIx, Subject, TargetIx, Text};
use chrono::NaiveDate;

/// One thing that somebody still has to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Whom it is about; the organisation where it is about nobody in particular.
    pub whose: Subject,
    /// What kind of thing.
    pub kind: TaskKind,
    /// What exactly.
    pub what: What,
    /// Who does it, if it is not the one that it is about.
    pub owner: Option<String>,
    /// Last day; none where no day is set.
    pub due: Option<NaiveDate>,
    /// Since when it is open.
    pub since: Option<NaiveDate>,
    /// Where it was written.
    pub span: Span,
}

/// What kind of thing, in the order of the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskKind {
    /// A goal to be agreed.
    Agree,
    /// A scheme to be confirmed.
    Acknowledge,
    /// A comment to be decided.
    Decide,
    /// A meeting whose record is missing.
    Meet,
    /// An interview to be held.
    Interview,
    /// The record of an interview to be confirmed by the agent.
    ConfirmRecord,
    /// An action to be done.
    Act,
    /// Progress of a plan to be looked at.
    CheckPlan,
    /// A plan whose outcome is to be decided.
    ClosePlan,
    /// A suggestion to be answered.
    Answer,
}

/// What exactly is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// About a goal.
    Target(TargetIx),
    /// About a scheme.
    Scheme(SchemeIx),
    /// About a period.
    Period(Period),
    /// About a meeting of this kind.
    Meeting(MeetingKind),
    /// As written.
    Text(Text),
}

impl Task {
    /// Whether it comes from the record of a talk: what it says is for the agent and the manager only.
    #[must_use]
    pub fn is_sensitive(&self) -> bool {
        let of_agent = matches!(self.whose, Subject::Agent(_));
        of_agent && matches!(self.kind, TaskKind::Act | TaskKind::CheckPlan | TaskKind::ClosePlan)
    }

    /// Whether its day has passed on `as_of`.
    #[must_use]
    pub fn is_overdue(&self, as_of: NaiveDate) -> bool {
        self.due.is_some_and(|due| due < as_of)
    }
}
