//! `closed.yml` as written.

use super::decode::{Entries, record};
use super::scalar::{DateWord, IdWord, Word};
use super::text::Text;

record! {
    /// The closed months. `deskscore close` writes this file.
    ClosedFile {
        /// Closed months, such as 2025-03.
        closed: Entries<ClosedMonth>,
    }
}

record! {
    /// A closed month: its figures and events are frozen by their digest.
    ClosedMonth {
        /// The day of closing: from then on the scores are published.
        closed_on: DateWord,
        /// Digest of the figures and events then.
        digest: Word,
        /// Changes since, oldest first.
        corrections: Option<Vec<Correction>>,
    }
}

record! {
    /// A change of a closed month.
    Correction {
        /// The day.
        on: DateWord,
        /// Who made it: id of a rater or agent.
        by: IdWord,
        /// Why.
        reason: Text,
        /// Digest of the figures and events after it.
        digest: Word,
    }
}
