//! Closed months: frozen figures, and corrections as visible acts (domain notes C, "Late corrections").

use super::{Month, Person, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// A closed month.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedMonth {
    /// The month.
    pub month: Month,
    /// The day of closing.
    pub closed_on: NaiveDate,
    /// Digest of its figures and events then, such as `sha256:9f86…`.
    pub digest: String,
    /// Changes since, oldest first.
    pub corrections: Vec<Correction>,
    /// Where it was written.
    pub span: Span,
}

/// A change of a closed month.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The day.
    pub on: NaiveDate,
    /// Who made it.
    pub by: Person,
    /// Why.
    pub reason: Text,
    /// Digest after it.
    pub digest: String,
    /// Where the digest was written.
    pub span: Span,
}

impl ClosedMonth {
    /// The digest that the month has to have now, and where it was written.
    #[must_use]
    pub fn standing_digest(&self) -> (&str, Span) {
        match self.corrections.last() {
            Some(last) => (&last.digest, last.span),
            None => (&self.digest, self.span),
        }
    }
}
