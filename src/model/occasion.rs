//! What happened when: promotions, and dated actions whose effect is looked at.

use super::{Id, IndicatorIx, Month, Subject, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// A promotion: days on which volume and behaviour are not those of other days (A055).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promotion {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Promotion {
    /// Whether any day of the promotion lies in `month`.
    #[must_use]
    pub fn touches(&self, month: Month) -> bool {
        self.from <= month.last_day() && month.first_day() <= self.to
    }
}

/// A dated action, such as a training, with the indicator that it is meant to move (A064).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedAction {
    /// The id.
    pub id: Id,
    /// What was done.
    pub text: Text,
    /// When.
    pub date: NaiveDate,
    /// For whom.
    pub subject: Subject,
    /// What it is meant to move.
    pub indicator: IndicatorIx,
    /// Months looked at before and after (default 3).
    pub months: u8,
    /// Where it was written.
    pub span: Span,
}
