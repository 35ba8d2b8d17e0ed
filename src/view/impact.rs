//! What a change does, as a page that stands alone.

use serde::Serialize;

use super::{Figure, Language, Mark, Table};

/// The page of a review.
#[derive(Serialize, Debug, Clone)]
pub struct ImpactView {
    /// The language.
    #[serde(skip)]
    pub language: Language,
    /// The title.
    pub title: String,
    /// The verdict in one sentence.
    pub verdict: String,
    /// Whether it passes, or why somebody should look.
    pub mark: Mark,
    /// Between which states, as of when.
    pub context: String,
    /// The scores that moved, the largest change first.
    pub moves: Option<Table>,
    /// Ranks before and after, and what made up the largest moves.
    pub figures: Vec<Figure>,
    /// Everything else.
    pub sections: Vec<ImpactSection>,
    /// The program and its version.
    pub program: String,
}

/// A section of the page.
#[derive(Serialize, Debug, Clone)]
pub struct ImpactSection {
    /// Anchor.
    pub anchor: String,
    /// The title.
    pub title: String,
    /// How many lines there are.
    pub count: usize,
    /// One line each.
    pub lines: Vec<String>,
    /// What to do with `paste`.
    pub how: String,
    /// Lines to be copied as they are.
    pub paste: Vec<String>,
}
