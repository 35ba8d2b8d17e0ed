//! Indicators that are combined from others.

use super::{IndicatorIx, Rule};

/// How an indicator is combined from others (source 002: experience from three parts; source 003: knowledge from test and
/// daily answers). Each part's value earns 0–100 points by the part's own rule; the points are combined by inner weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Composite {
    /// The parts, in the order written.
    pub parts: Vec<CompositePart>,
    /// Least weight in percent for which parts must have values; the weights of the others are spread over these.
    pub minimum_weight: f64,
}

/// One part of a composite.
#[derive(Debug, Clone, PartialEq)]
pub struct CompositePart {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Inner weight in percent; the parts of a composite total 100.
    pub weight: f64,
    /// From the part's value to points: the rule that was written, else the straight line over its valid range.
    pub rule: Rule,
}
