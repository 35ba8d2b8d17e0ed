//! Ways to make scores of a table.

use super::key::keyed;
use super::table::Gaps;

keyed! {
    /// How values come on one scale.
    Scaling {
        /// By the scheme's rules, or between goalposts: no unit changes another's points.
        Goalposts "goalposts",
        /// From the worst to the best unit.
        MinMax "min-max",
        /// Distances from the mean in standard deviations, on 50 + 15 z.
        ZScore "z-score",
        /// Percentile ranks.
        Percentile "percentile",
    }
}

keyed! {
    /// How indicators come together.
    Aggregation {
        /// Weighted arithmetic mean: points of one make up for another's.
        Arithmetic "arithmetic",
        /// Weighted geometric mean on 1–100: low points weigh more.
        Geometric "geometric",
    }
}

/// A way to make scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Method {
    /// The scale.
    pub scaling: Scaling,
    /// The mean.
    pub aggregation: Aggregation,
    /// What a missing value does.
    pub gaps: Gaps,
}
