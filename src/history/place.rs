//! Where something was written, as a reviewer looks it up.

use super::side::Side;
use crate::diag::Span;

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path as it is shown.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
}

impl Place {
    /// The line on which `span` begins in `side`; `None` for a span in no file.
    #[must_use]
    pub(super) fn of(side: Side<'_>, span: Span) -> Option<Self> {
        let path = side.sources.path(span.file);
        (!path.is_empty()).then(|| Self { path: path.to_owned(), line: side.sources.line_of(span) })
    }
}
