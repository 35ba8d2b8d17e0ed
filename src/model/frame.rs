//! How a table of units and indicators becomes a score: for tables that come from elsewhere.

use super::AuditLimits;

/// A framework of weights, directions and groups.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Frame {
    /// Name of the column with the ids of the units.
    pub unit: String,
    /// Dimensions.
    pub groups: Vec<FrameGroup>,
    /// Indicators.
    pub indicators: Vec<FrameIndicator>,
    /// Limits.
    pub limits: AuditLimits,
}

/// A dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameGroup {
    /// The id.
    pub id: String,
    /// Weight beside others within the same one.
    pub weight: f64,
    /// Position of the dimension that holds it; none above it holds itself.
    pub within: Option<usize>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameIndicator {
    /// Name of its column.
    pub column: String,
    /// Weight beside others of its dimension.
    pub weight: f64,
    /// Position of its dimension.
    pub group: Option<usize>,
    /// 1 if more is better, −1 if less is.
    pub direction: f64,
    /// The values that are worth nothing and all.
    pub goalposts: Option<(f64, f64)>,
    /// Name of the column with its cases.
    pub cases: Option<String>,
    /// Name of the column with its standard errors.
    pub error: Option<String>,
}

impl Frame {
    /// The share of each indicator in the whole: the product of its shares among its siblings, up through all levels. Indicators
    /// and dimensions that stand side by side share as siblings. They total 1 where every dimension holds an indicator.
    #[must_use]
    pub fn effective_weights(&self) -> Vec<f64> {
        let whole = |parent: Option<usize>| {
            let own = self.indicators.iter().filter(|of| of.group == parent).map(|of| of.weight);
            let inner = self.groups.iter().filter(|of| of.within == parent).map(|of| of.weight);
            own.chain(inner).sum::<f64>()
        };
        let share = |weight: f64, parent| if whole(parent) > 0.0 { weight / whole(parent) } else { 0.0 };
        let one = |indicator: &FrameIndicator| {
            let mut found = share(indicator.weight, indicator.group);
            let (mut at, mut left) = (indicator.group, self.groups.len());
            while let Some(group) = at.and_then(|at| self.groups.get(at)).filter(|_| left > 0) {
                found *= share(group.weight, group.within);
                (at, left) = (group.within, left - 1);
            }
            found
        };
        self.indicators.iter().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two dimensions of weight 1 and 3, the second with weights 2 and 1: 1/4, 3/4 · 2/3 and 3/4 · 1/3.
    #[test]
    fn weights_multiply_down_the_levels() {
        let group = |id: &str, weight| FrameGroup { id: id.to_owned(), weight, within: None };
        let indicator = |group, weight| FrameIndicator {
            column: String::new(),
            weight,
            group: Some(group),
            direction: 1.0,
            goalposts: None,
            cases: None,
            error: None,
        };
        let frame = Frame {
            groups: vec![group("a", 1.0), group("b", 3.0)],
            indicators: vec![indicator(0, 5.0), indicator(1, 2.0), indicator(1, 1.0)],
            ..Frame::default()
        };
        let found = frame.effective_weights();
        assert!(found.iter().zip([0.25, 0.5, 0.25]).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?}");
    }
}
