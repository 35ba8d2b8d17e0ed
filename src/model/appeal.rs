//! Appeals against an event or a score (domain notes A014, E.3).

use super::{AgentIx, EventIx, Id, Period, Person, Text};
use crate::diag::Span;
use chrono::{Datelike, NaiveDate, Weekday};

/// An appeal.
#[derive(Debug, Clone, PartialEq)]
pub struct Appeal {
    /// The id.
    pub id: Id,
    /// Who appeals.
    pub agent: AgentIx,
    /// The event against which it is; `None` for an appeal against a score as such.
    pub event: Option<EventIx>,
    /// The period whose score is meant; the month of the event if none was named.
    pub period: Period,
    /// The day on which it was filed.
    pub filed: NaiveDate,
    /// Last day of the window, where its beginning is known.
    pub window_ends: Option<NaiveDate>,
    /// The day by which it is to be decided.
    pub due: NaiveDate,
    /// Why.
    pub grounds: Text,
    /// What was decided.
    pub decision: Decision,
    /// Who decided.
    pub decided_by: Option<Person>,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Why it was decided so; empty if not said.
    pub reason: Text,
    /// The score before, as stated.
    pub score_before: Option<f64>,
    /// The score after, as stated.
    pub score_after: Option<f64>,
    /// Where `score_after` was written; the appeal itself if it was not.
    pub score_span: Span,
    /// Where it was written.
    pub span: Span,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// Nothing yet.
    Open,
    /// The agent was right.
    Upheld,
    /// The agent was right in part.
    Partly,
    /// The result stands.
    Rejected,
}

impl Appeal {
    /// Whether it is still open on `day`, after the day by which it was to be decided.
    #[must_use]
    pub fn overdue(&self, day: NaiveDate) -> bool {
        self.decision == Decision::Open && self.due < day
    }
}

/// The day `count` working days after `day`. Working days are Mondays to Fridays: public holidays differ by place and
/// year and are not known here. Over a holiday the real window ends later, so what is late by this count is a warning
/// and never an error.
#[must_use]
pub fn working_days_after(day: NaiveDate, count: u16) -> NaiveDate {
    let works = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let mut days = day.iter_days().skip(1).filter(works);
    match count {
        0 => day,
        _ => days.nth(usize::from(count) - 1).unwrap_or(NaiveDate::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_are_no_working_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        // 2025-03-06 is a Thursday.
        for (count, expected) in [(0, "2025-03-06"), (1, "2025-03-07"), (2, "2025-03-10"), (5, "2025-03-13")]
        {
            assert_eq!(working_days_after(day("2025-03-06"), count), day(expected), "{count}");
        }
        assert_eq!(working_days_after(day("2025-03-08"), 1), day("2025-03-10"), "from a Saturday");
    }
}
