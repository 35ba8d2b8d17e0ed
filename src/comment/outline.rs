//! What is said, in its order, as plain texts: the verdict, the largest moves, and sections with the rest.

use super::outcome::Reviewed;
use super::{scores, sections, verdict};
use crate::report::Voice;

/// Rows of the table of the largest moves.
pub(super) const ROWS: usize = 10;

/// A table of texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What stands above each column.
    pub head: Vec<String>,
    /// The rows; each has as many cells as the head.
    pub rows: Vec<Vec<String>>,
    /// Rows that are not among them.
    pub more: usize,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The key of its title, for anchors.
    pub key: &'static str,
    /// Its title, without a count.
    pub title: String,
    /// One line each.
    pub lines: Vec<String>,
    /// Whether it is shown without being opened.
    pub open: bool,
    /// Lines to be copied as they are; they hold ids and words of the program only.
    pub paste: Vec<String>,
}

/// Everything that is said, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The title.
    pub title: String,
    /// The verdict in one sentence.
    pub verdict: String,
    /// Whether somebody should look before the change is taken in.
    pub attention: bool,
    /// Between which states, as of when.
    pub context: String,
    /// The largest moves; `None` if no score moved.
    pub moves: Option<Table>,
    /// Sections, the most important first. What does not fit is left out from the end.
    pub sections: Vec<Section>,
    /// Keeps comments of several data folders apart.
    pub instance: String,
}

/// Says `reviewed` in the language of `voice`.
#[must_use]
pub fn outline(reviewed: &Reviewed, voice: Voice<'_>) -> Outline {
    let comparison = reviewed.comparison();
    let flagged = reviewed.flags().next().is_some();
    Outline {
        title: voice.word("impact-title"),
        verdict: verdict::verdict(reviewed, voice),
        attention: flagged || !reviewed.passes(),
        context: verdict::context(reviewed, voice),
        moves: comparison.and_then(|comparison| scores::largest(comparison, voice)),
        sections: sections::sections(reviewed, voice),
        instance: reviewed.instance.clone(),
    }
}
