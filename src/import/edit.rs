//! Changes of files: pieces of a text that are replaced, everything else stays byte for byte.

/// A piece that is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// First byte that goes.
    pub start: usize,
    /// One past the last byte that goes.
    pub end: usize,
    /// What comes instead.
    pub text: String,
}

/// A file as it is and as it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Path below the data folder.
    pub path: String,
    /// The text before; `None` if the file is new.
    pub before: Option<String>,
    /// The text after.
    pub after: String,
}

/// `text` with all edits made; they may not overlap. Insertions at one place come in their order.
pub(super) fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.start, edit.end));
    let mut out = String::with_capacity(text.len() + 256);
    let mut at = 0;
    for Edit { start, end, text: new } in edits {
        out.push_str(text.get(at..start).unwrap_or_default());
        out.push_str(&new);
        at = end.max(at);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}
