//! How sure a value is, how it stands against its target, and what goes with one point of a chart.

/// How a value is drawn, after how far it can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// An ordinary value: filled mark, solid line.
    #[default]
    Solid,
    /// Too few cases to judge: hollow mark.
    Hollow,
    /// Provisional or corrected: the line that leads to it is dashed.
    Provisional,
}

/// How a value stands against its target. Colour only supports it: the word stands in the page beside the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// The target is met.
    OnTarget,
    /// Near the target, worth watching.
    Watch,
    /// The target is missed.
    Below,
    /// No verdict: no target, no value, or too few cases.
    #[default]
    NoValue,
}

impl Status {
    /// Class of a bar with this status.
    pub(super) fn bar(self) -> &'static str {
        match self {
            Self::OnTarget => "c-bar c-on",
            Self::Watch => "c-bar c-watch",
            Self::Below => "c-bar c-below",
            Self::NoValue => "c-bar",
        }
    }

    /// Name of the CSS variable that holds the colour.
    pub(super) fn variable(self) -> &'static str {
        match self {
            Self::OnTarget => "on-target",
            Self::Watch => "watch",
            Self::Below => "below",
            Self::NoValue => "no-value",
        }
    }
}

/// One value with its text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The value in the unit of the axis; `None` when missing.
    pub value: Option<f64>,
    /// The value as the page shows it, with unit.
    pub text: String,
    /// How it is drawn.
    pub mark: Mark,
}

/// A reference value with the words that stand beside its line.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The value in the unit of the axis.
    pub value: f64,
    /// For example "Target 90%".
    pub label: String,
}

/// The value when it can be drawn: finite and of a size that axes can carry (below 1e15, where a float still has
/// steps finer than one). What is smaller than any unit of the field (1e-12) is zero.
pub(super) fn drawable(value: f64) -> Option<f64> {
    let value = if value.abs() < 1e-12 { 0.0 } else { value };
    (value.is_finite() && value.abs() < 1e15).then_some(value)
}

/// As [`drawable`], for a value that may be missing.
pub(super) fn present(value: Option<f64>) -> Option<f64> {
    value.and_then(drawable)
}

/// Four hues for at most four categories; more than four are drawn grey unless selected.
pub(super) const HUES: usize = 4;

/// Class of the line or mark of category `index`.
pub(super) fn hue_class(index: usize) -> &'static str {
    ["c-1", "c-2", "c-3", "c-4"].get(index % HUES).copied().unwrap_or("c-1")
}

/// CSS variable of category `index`.
pub(super) fn hue_variable(index: usize) -> &'static str {
    ["c1", "c2", "c3", "c4"].get(index % HUES).copied().unwrap_or("c1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_axis_can_carry_is_drawn() {
        assert_eq!(drawable(86.17), Some(86.17));
        assert_eq!(drawable(-2e-308), Some(0.0));
        assert_eq!([f64::NAN, f64::NEG_INFINITY, 1e15].map(drawable), [None; 3]);
    }
}
