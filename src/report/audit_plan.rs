//! What of the annual audit the site shows.

use crate::audience::Visible;
use crate::model::{AgentIx, Period, PeriodKind, Role};

/// How thorough the audit of the site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditDepth {
    /// As thorough as a build can pay for: fewer draws for many people.
    Auto,
    /// As many draws as the limits say.
    Full,
}

/// The year that is audited for the site, and how thoroughly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditPlan {
    /// The last complete year, else the last.
    pub year: Period,
    /// How thoroughly.
    pub depth: AuditDepth,
}

impl AuditPlan {
    /// The plan for an audience; `None` for those who do not see everything, and where no agent has a score of a year.
    pub(super) fn new(visible: &Visible, depth: AuditDepth) -> Option<Self> {
        let evaluation = &visible.evaluation;
        let year = evaluation.latest(PeriodKind::Year).filter(|_| visible.everything())?;
        let mut agents = (0..evaluation.model.agents.len() as u32).map(AgentIx);
        let scored = agents.any(|agent| {
            let standing = evaluation.standing(agent, year);
            standing.is_some_and(|of| of.role == Role::Agent && of.total.is_some() && of.scheme.is_some())
        });
        scored.then_some(Self { year, depth })
    }
}
