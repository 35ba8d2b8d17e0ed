//! One indicator of someone in a period: the row of a bullet list.

use super::{Cell, Link, Mark, Markup};

/// One indicator with its value, target, points and drawings.
#[derive(Debug, Clone)]
pub struct Measure {
    /// The indicator and its page.
    pub indicator: Link,
    /// Direction in words where higher is not better: "lower is better".
    pub direction: Option<String>,
    /// Weight in the score, for example `15%`.
    pub weight: Option<String>,
    /// The value, or why there is none; leads to its derivation.
    pub value: Cell,
    /// The target with its operator, for example `≤ 15 s`.
    pub target: Option<String>,
    /// Points, for example `91.2`.
    pub points: Option<String>,
    /// Contribution to the score, for example `13.68`.
    pub contribution: Option<String>,
    /// Change against the period before: arrow, sign and word.
    pub change: Option<String>,
    /// Standing against the target.
    pub mark: Option<Mark>,
    /// Value against target on one scale.
    pub bullet: Option<Markup>,
    /// The last periods.
    pub spark: Option<Markup>,
}
