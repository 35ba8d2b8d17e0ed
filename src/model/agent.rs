//! Agents and their postings.

use super::{Id, LevelIx, Role, TeamIx, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// An agent.
#[derive(Debug, Clone, PartialEq)]
pub struct Agent {
    /// The id: in addresses, metrics and history. Never a name.
    pub id: Id,
    /// The name to show.
    pub name: Text,
    /// First day of service; tenure counts from here.
    pub joined: NaiveDate,
    /// Last day of service.
    pub left: Option<NaiveDate>,
    /// Whether the agent agreed to be named on the honour board that the team sees.
    pub honour: bool,
    /// E-mail addresses with which this person commits, in lower case; never shown.
    pub git: Vec<String>,
    /// Team and level with dates; sorted, none overlapping, at least one.
    pub postings: Vec<Posting>,
    /// Where it was written.
    pub span: Span,
}

/// A team and level held from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// First day.
    pub from: NaiveDate,
    /// Last day; open if none.
    pub to: Option<NaiveDate>,
    /// The team.
    pub team: TeamIx,
    /// The level.
    pub level: LevelIx,
    /// Agent or manager.
    pub role: Role,
    /// Teams that a manager leads, sorted; empty for agents.
    pub leads: Vec<TeamIx>,
    /// Where it was written.
    pub span: Span,
}

impl Posting {
    /// Whether the posting is in force on `day`.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Calendar days of the posting within `first..=last`.
    #[must_use]
    pub fn days_within(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        let (from, to) = (self.from.max(first), self.to.unwrap_or(last).min(last));
        ((to - from).num_days() + 1).max(0)
    }
}

impl Agent {
    /// The posting in force on `day`.
    #[must_use]
    pub fn posting_on(&self, day: NaiveDate) -> Option<&Posting> {
        self.postings.iter().find(|posting| posting.covers(day))
    }

    /// Whether any posting is that of a manager.
    #[must_use]
    pub fn ever_manages(&self) -> bool {
        self.postings.iter().any(|posting| posting.role == Role::Manager)
    }

    /// The posting that covers most calendar days of `first..=last`; the later one on a tie.
    #[must_use]
    pub fn main_posting(&self, first: NaiveDate, last: NaiveDate) -> Option<&Posting> {
        let within = self.postings.iter().map(|posting| (posting, posting.days_within(first, last)));
        within.filter(|(_, days)| *days > 0).max_by_key(|(_, days)| *days).map(|(posting, _)| posting)
    }
}
