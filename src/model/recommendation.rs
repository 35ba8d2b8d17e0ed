//! Recommendations of the annual audit, and what became of them.

use super::{Id, IndicatorIx, Period, SchemeIx, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// A recommendation of an audit.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// The id.
    pub id: Id,
    /// The year that was audited.
    pub year: Period,
    /// The scheme that was audited.
    pub scheme: SchemeIx,
    /// The peer group that was audited; `None`: all of the scheme's teams.
    pub peers: Option<Id>,
    /// The key of the check that found the point.
    pub check: Option<&'static str>,
    /// The indicators that it is about: none, one or two.
    pub indicators: Vec<IndicatorIx>,
    /// What is recommended.
    pub text: Text,
    /// The key of the kind of action.
    pub remedy: Option<&'static str>,
    /// How it stands.
    pub status: RecommendationStatus,
    /// Who sees to it; empty while that is open.
    pub owner: Text,
    /// When it was decided.
    pub decided: Option<NaiveDate>,
    /// The day by which it is to be done.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done: Option<NaiveDate>,
    /// Why; empty if not said.
    pub reason: Text,
    /// Where it was written.
    pub span: Span,
}

/// How a recommendation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecommendationStatus {
    /// Not decided.
    Open,
    /// Will be done.
    Accepted,
    /// Done.
    Done,
    /// Will not be done, with the reason.
    Declined,
}

impl RecommendationStatus {
    /// All, in order.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Accepted, Self::Done, Self::Declined];

    /// The word in the YAML.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Done => "done",
            Self::Declined => "declined",
        }
    }
}

impl Recommendation {
    /// Whether something is still to be done about it.
    #[must_use]
    pub const fn is_pending(&self) -> bool {
        matches!(self.status, RecommendationStatus::Open | RecommendationStatus::Accepted)
    }

    /// Whether its day has passed by `as_of` and it is still to be done.
    #[must_use]
    pub fn is_overdue(&self, as_of: NaiveDate) -> bool {
        self.is_pending() && self.due.is_some_and(|due| due < as_of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_pending_is_overdue_and_only_after_its_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut of = Recommendation {
            id: Id::parse("a").unwrap(),
            year: Period::parse("2024", 1).unwrap(),
            scheme: SchemeIx(0),
            peers: None,
            check: None,
            indicators: Vec::new(),
            text: Text::default(),
            remedy: None,
            status: RecommendationStatus::Accepted,
            owner: Text::default(),
            decided: None,
            due: Some(day("2025-06-30")),
            done: None,
            reason: Text::default(),
            span: Span::default(),
        };
        assert!(!of.is_overdue(day("2025-06-30")) && of.is_overdue(day("2025-07-01")));
        of.status = RecommendationStatus::Done;
        assert!(!of.is_overdue(day("2025-07-01")));
    }
}
