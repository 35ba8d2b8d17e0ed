//! How a score came about: counts → value → rule → points × weight = contribution → total → band.

use super::SourceLink;

/// The indicators of a derivation, one row each, as the one text in which they travel (see `lines`): there are hundreds of
/// thousands of rows on a site, and a text for each of their cells would cost more than the figures in them.
///
/// The cells of a row, in the order of the columns: indicator; counts and value (`15,400/812 = 18.97 s`); rule (`60→15 s`);
/// points, weight and contribution (`91.2 × 15% = 13.68`).
#[derive(Debug, Clone, Default)]
pub struct DerivationRows(pub(super) String);

/// One indicator of a derivation, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DerivationRow<'t> {
    /// What the row means besides its texts, as [`super::CellState`] is serialised; `value` for a plain value.
    pub state: &'t str,
    /// The texts in the order of the columns.
    pub cells: [&'t str; 4],
}

/// One step in words after the indicators: renormalisation, events, caps, rounding, band.
#[derive(Debug, Clone)]
pub struct Trace {
    /// The step in words.
    pub text: String,
    /// Where it was decided or written.
    pub source: Option<SourceLink>,
}

/// The derivation of one score.
#[derive(Debug, Clone)]
pub struct Derivation {
    /// Anchor, for example `p-2025-03`.
    pub anchor: String,
    /// The period as shown.
    pub label: String,
    /// The score, or why there is none, for example `86.17`.
    pub score: String,
    /// Band and state in words, for example `B · provisional`.
    pub band: Option<String>,
    /// The rules used, with the address of their words relative to the folder of the language.
    pub scheme: Option<super::Link>,
    /// The indicators in the order of the scheme.
    pub rows: DerivationRows,
    /// The steps from contributions to score and band.
    pub steps: Vec<Trace>,
    /// The lines the counts were written on.
    pub sources: Vec<SourceLink>,
}
