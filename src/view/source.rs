//! The place where a number was written.

use serde::Serialize;

/// A line of a data file.
#[derive(Serialize, Debug, Clone)]
pub struct SourceLink {
    /// The file, relative to the repository.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The absolute address of the line, when the repository's address is known.
    pub href: Option<String>,
    /// Which commit wrote the line, and when: `2025-04-02 · 0123456789`, where the page tells it.
    pub commit: Option<String>,
}
