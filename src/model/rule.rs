//! Scoring rules: from a value to points.

use super::Operator;

/// How points follow from a value. All numbers stand in kept units of the indicator (shares as fractions).
/// Methods and their sources: domain notes, part C.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// Straight line: 0 points at `zero`, 100 at `full`; works for both directions, since `zero` may be above `full`.
    Linear {
        /// Value that earns nothing.
        zero: f64,
        /// Value that earns 100.
        full: f64,
    },
    /// `100·x/target` for higher-is-better, `100·target/x` for lower-is-better (x = 0 earns the cap).
    Attainment {
        /// The target.
        target: f64,
    },
    /// A table of intervals; sorted, without gaps or overlaps over the valid range.
    Steps(Vec<Step>),
    /// Straight lines between knots `(value, points)`, sorted by value; flat beyond the ends.
    Piecewise(Vec<(f64, f64)>),
    /// 100 points up to `full`, then `points` less for every `per` beyond it, counted as `counting` says; never below 0.
    Deduction {
        /// Last value that earns 100.
        full: f64,
        /// Size of a unit beyond, in kept units, positive.
        per: f64,
        /// Points taken per unit.
        points: f64,
        /// Which units count.
        counting: Counting,
    },
    /// 100 points if the value meets the condition at displayed precision, else 0.
    AllOrNothing {
        /// The condition's operator.
        operator: Operator,
        /// The condition's value.
        target: f64,
        /// Upper end for [`Operator::Between`].
        upper: Option<f64>,
    },
    /// 100 points inside `low..=high`, falling straight to 0 at `zero_low` and `zero_high`.
    Range {
        /// Value below the range that earns nothing.
        zero_low: f64,
        /// Lower end of the good range.
        low: f64,
        /// Upper end of the good range.
        high: f64,
        /// Value above the range that earns nothing.
        zero_high: f64,
    },
}

/// One row of a step table: values from `from` to `to` earn `points`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Lower end; `None`: down to the lowest possible value.
    pub from: Option<f64>,
    /// Whether `from` itself belongs to the row.
    pub from_included: bool,
    /// Upper end; `None`: up to the highest possible value.
    pub to: Option<f64>,
    /// Whether `to` itself belongs to the row.
    pub to_included: bool,
    /// Points, 0 to the cap.
    pub points: f64,
}

/// Which units beyond the full-marks value are counted for a deduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counting {
    /// Every started unit.
    Started,
    /// Only completed units.
    Completed,
    /// Parts of a unit count as parts.
    ProRata,
}
