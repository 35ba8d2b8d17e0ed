//! `appeals/*.yml` as written.

use super::decode::{Entries, choice, record};
use super::scalar::{DateWord, IdWord, NumberWord, Word};
use super::text::Text;

record! {
    /// A file of appeals. They lie apart from the events, because they are decided after the month of the event is closed.
    AppealsFile {
        /// Appeals by id.
        appeals: Entries<Appeal>,
    }
}

record! {
    /// An appeal against an event or a score.
    Appeal {
        /// Id of the agent who appeals.
        agent: IdWord,
        /// Id of the event against which it is; else `period` is given.
        event: Option<IdWord>,
        /// The period of the score against which it is: 2025-03, 2025-q1 or 2025.
        period: Option<Word>,
        /// The day on which it was filed.
        filed: DateWord,
        /// Why.
        grounds: Text,
        /// What was decided (default open).
        decision: Option<Decision>,
        /// Who decided.
        decided_by: Option<IdWord>,
        /// The day of the decision.
        decided_on: Option<DateWord>,
        /// Why it was decided so.
        reason: Option<Text>,
        /// The score before, as it was published.
        score_before: Option<NumberWord>,
        /// The score after the decision; it has to be the one that is computed now.
        score_after: Option<NumberWord>,
    }
}

choice! {
    /// What was decided.
    Decision {
        /// Nothing yet.
        Open = "open",
        /// The agent was right.
        Upheld = "upheld",
        /// The agent was right in part.
        Partly = "partly",
        /// The result stands.
        Rejected = "rejected",
    }
}
