//! One cell of a table: five kinds of emptiness never look alike, and status is never colour alone.

use serde::Serialize;

/// Standing against the target. Each tone has its own shape besides its colour.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Filled circle: on target, attained, passed.
    OnTarget,
    /// Triangle: close to the target, at risk, warning.
    Watch,
    /// Square: below target, missed, failed.
    Below,
    /// Dash: no value, not started, not judged.
    NoValue,
}

/// A word with its tone, for example "on target" with a filled circle.
#[derive(Serialize, Debug, Clone)]
pub struct Mark {
    /// Shape and colour.
    pub tone: Tone,
    /// The word.
    pub word: String,
}

impl Mark {
    /// A word with its tone.
    #[must_use]
    pub fn new(tone: Tone, word: impl Into<String>) -> Self {
        Self { tone, word: word.into() }
    }
}

/// What a cell means besides its text.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq, Default)]
#[serde(rename_all = "kebab-case")]
pub enum CellState {
    /// A value, also a true zero.
    #[default]
    Value,
    /// Not collected or not delivered. The cell says "no data".
    NoData,
    /// The role does not do this. The cell says "n/a".
    NotApplicable,
    /// A value on too few cases to judge; `note` gives the number.
    TooFew,
    /// A value that may still change.
    Provisional,
    /// A value changed after its period was closed.
    Corrected,
    /// A value whose counts are unknown.
    Reconstructed,
    /// Not shown to this audience (small group).
    Withheld,
}

/// One cell of a table. Absent parts are not serialised: a table of hundreds of cells would pay for each.
#[derive(Serialize, Debug, Clone, Default)]
pub struct Cell {
    /// The text as shown. Empty for `NoData`, `NotApplicable` and `Withheld`, whose words the template knows.
    pub text: String,
    /// The raw value to sort by, if the text does not sort as it reads; missing values sort last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// What the cell means besides its text.
    pub state: CellState,
    /// Address relative to the folder of the language, usually the derivation; or absolute with `https://`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// A short addition in smaller print, for example `n = 7`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Standing against the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// Step of a heat map from 1 (far below target) over 3 (at target) to 5 (far above).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heat: Option<u8>,
    /// A small drawing beside or instead of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawing: Option<super::Markup>,
    /// The language of the text if it is not the page's (BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
}

impl Cell {
    /// Plain text that sorts as it reads.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A number as shown, and its raw value to sort by.
    #[must_use]
    pub fn number(text: impl Into<String>, raw: f64) -> Self {
        // Most are counts and ranks, and whole numbers are written several times as fast. Others sort as well by seven digits, and
        // take half the place.
        let (whole, short) = (raw as i64, raw as f32);
        let sort = if whole as f64 == raw {
            whole.to_string()
        } else if short.is_finite() {
            short.to_string()
        } else {
            raw.to_string()
        };
        Self { text: text.into(), sort: Some(sort), ..Self::default() }
    }

    /// A text that leads somewhere.
    #[must_use]
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// A cell that only says why there is no value.
    #[must_use]
    pub fn empty(state: CellState) -> Self {
        Self { state, ..Self::default() }
    }

    /// A status word; sorts by tone, worst first.
    #[must_use]
    pub fn mark(mark: Mark) -> Self {
        let order = match mark.tone {
            Tone::Below => "0",
            Tone::Watch => "1",
            Tone::OnTarget => "2",
            Tone::NoValue => "3",
        };
        Self { sort: Some(order.to_owned()), mark: Some(mark), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_by_what_scripts_can_read() {
        let sort = |raw: f64| Cell::number("", raw).sort.unwrap_or_default();
        assert_eq!([sort(12.0), sort(-3.0), sort(0.0)], ["12", "-3", "0"]);
        assert_eq!([sort(11.0 / 12.0), sort(-0.25)], ["0.9166667", "-0.25"]);
        let largest = sort(f64::MAX);
        assert!(largest.len() > 300 && largest.bytes().all(|byte| byte.is_ascii_digit()), "{largest}");
    }
}
