//! `audit.yml` as written: limits of the audit of the indicator system.

use super::decode::{Entries, record};
use super::scalar::{IdWord, NumberWord};
use super::text::Text;

record! {
    /// How the indicator system is audited.
    AuditFile {
        /// Limits by name; what is not named has its default. Shares and correlations are fractions, such as 0.65.
        limits: Option<Entries<NumberWord>>,
    }
}

record! {
    /// How a table of units and indicators becomes a score, for `audit --table`.
    FrameFile {
        /// Name of the column that holds the ids of the units.
        unit: Text,
        /// Dimensions by id (default: one for all).
        groups: Option<Entries<FrameGroup>>,
        /// Indicators by the names of their columns.
        indicators: Entries<FrameIndicator>,
        /// Limits by name, as in audit.yml.
        limits: Option<Entries<NumberWord>>,
    }
}

record! {
    /// A dimension.
    FrameGroup {
        /// Its weight beside the others within the same one (default 1).
        weight: Option<NumberWord>,
        /// Id of the dimension that holds it (default none).
        within: Option<IdWord>,
    }
}

record! {
    /// An indicator of a table.
    FrameIndicator {
        /// Its weight beside the others of its dimension (default 1).
        weight: Option<NumberWord>,
        /// Id of its dimension.
        group: Option<IdWord>,
        /// Which way is better: 1 for more, -1 for less (default 1).
        direction: Option<NumberWord>,
        /// The value that is worth nothing, if the scale does not depend on the units.
        zero: Option<NumberWord>,
        /// The value that is worth all, likewise.
        full: Option<NumberWord>,
        /// Name of the column with the cases behind each value: the value is then a share of these, 0-1.
        cases: Option<Text>,
        /// Name of the column with the standard error of each value.
        error: Option<Text>,
    }
}
