//! The files in which something was written, so that a span can be shown as path, line and column.

use super::{Diagnostic, FileId, Span};

/// All files of a run; a [`FileId`] is a position in this list.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

/// One file. Its text may have been dropped; lines can still be told.
#[derive(Debug, Clone)]
struct Source {
    path: String,
    text: Option<String>,
    line_starts: Vec<u32>,
}

/// Line and column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1; 1 if the text was dropped.
    pub column: u32,
}

impl Sources {
    /// Adds a file with its text; `keep` says whether the text is kept for showing it.
    pub fn add(&mut self, path: impl Into<String>, text: &str, keep: bool) -> FileId {
        // Looking for a character goes by whole words of memory, which going by bytes does not.
        let ends = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        let mut line_starts: Vec<u32> = std::iter::once(0).chain(ends).collect();
        line_starts.shrink_to_fit();
        self.files.push(Source { path: path.into(), text: keep.then(|| veiled(text)), line_starts });
        FileId(self.files.len() as u32 - 1)
    }

    /// Gives back the text of a file that was added without it.
    pub fn keep(&mut self, file: FileId, text: &str) {
        if let Some(source) = self.files.get_mut(file.0 as usize) {
            source.text = Some(veiled(text));
        }
    }

    /// Takes e-mail addresses out of what is said of files that hold some under `git:`: they are nobody else's business.
    pub fn veil(&self, diagnostics: &mut [Diagnostic]) {
        for fault in diagnostics {
            let text = fault.span().and_then(|span| self.text(span.file));
            if text.is_none_or(|text| !text.contains(KNOWS)) {
                continue;
            }
            let labels = fault.labels.iter_mut().map(|label| &mut label.text);
            let said = fault.notes.iter_mut().chain(&mut fault.helps).chain(labels);
            said.chain(std::iter::once(&mut fault.message)).for_each(|words| *words = starred(words));
        }
    }

    /// Number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The path of a file as it was given; empty for a file that is not in the list.
    #[must_use]
    pub fn path(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |source| &source.path)
    }

    /// The text of a file, if it was kept.
    #[must_use]
    pub fn text(&self, file: FileId) -> Option<&str> {
        self.files.get(file.0 as usize)?.text.as_deref()
    }

    /// The line, from 1, on which `span` begins.
    #[must_use]
    pub fn line_of(&self, span: Span) -> u32 {
        let starts = self.files.get(span.file.0 as usize).map_or(&[][..], |source| &source.line_starts);
        (starts.partition_point(|start| *start <= span.start) as u32).max(1)
    }

    /// Where `span` begins.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        self.place(span.file, span.start)
    }

    /// Where `span` ends (one past its last character).
    #[must_use]
    pub fn end(&self, span: Span) -> Position {
        self.place(span.file, span.end)
    }

    fn place(&self, file: FileId, offset: u32) -> Position {
        let line = self.line_of(Span::new(file, offset, offset));
        let column = self.column(file, line, offset).unwrap_or(1);
        Position { line, column }
    }

    fn column(&self, file: FileId, line: u32, offset: u32) -> Option<u32> {
        let source = self.files.get(file.0 as usize)?;
        let start = *source.line_starts.get(line as usize - 1)?;
        let before = source.text.as_deref()?.get(start as usize..offset as usize)?;
        // A byte order mark is in the file but not on the line that people see.
        Some(before.chars().filter(|c| *c != '\u{feff}').count() as u32 + 1)
    }
}

/// The key behind which a file of agents names the addresses by which people's commits are known.
const KNOWS: &str = "git:";

/// The text as it may be shown beside a fault: without such addresses. As many bytes as before, so that places stay.
fn veiled(text: &str) -> String {
    if text.contains(KNOWS) { starred(text) } else { text.to_owned() }
}

/// The text with a star for each byte of words that hold an `@`.
fn starred(text: &str) -> String {
    let parts = |c: char| c.is_whitespace() || "[]{},\"'`<>()".contains(c);
    let word = |word: &str| {
        let own = word.trim_end_matches(parts);
        let rest = word.get(own.len()..).unwrap_or_default();
        if own.contains('@') { "*".repeat(own.len()) + rest } else { word.to_owned() }
    };
    text.split_inclusive(parts).map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_outlive_the_text() {
        let mut sources = Sources::default();
        let text = "\u{feff}name: 林薇\r\nid: x\n";
        let file = sources.add("a.yml", text, true);
        let bare = sources.add("b.yml", text, false);
        let at = |file, needle: &str| {
            let start = text.find(needle).unwrap() as u32;
            Span::new(file, start, start + 1)
        };
        assert_eq!(sources.position(at(file, "薇")), Position { line: 1, column: 8 });
        assert_eq!(sources.position(at(file, "x")), Position { line: 2, column: 5 });
        assert_eq!(sources.position(at(bare, "x")), Position { line: 2, column: 1 });
        assert_eq!(sources.line_of(Span::new(FileId(9), 3, 4)), 1);
    }

    #[test]
    fn addresses_beside_a_fault_are_not_shown() {
        let text = "lin: { git: [Lin@example.cn, 'l@x.org'], name: 林薇 }\n  git:\n    - 林@例.cn\n";
        let mut sources = Sources::default();
        let file = sources.add("agents/a.yml", text, true);
        let shown = sources.text(file).unwrap();
        let stars = "*".repeat("林@例.cn".len());
        assert_eq!(
            shown,
            format!("lin: {{ git: [**************, '*******'], name: 林薇 }}\n  git:\n    - {stars}\n")
        );
        assert_eq!(shown.len(), text.len());
        let said =
            |message: &str| Diagnostic::new(crate::diag::Code::WrongShape, Span::new(file, 0, 1), message);
        let mut faults = [said("expected a list, found `l@x.org`").help("not l@x.org")];
        sources.veil(&mut faults);
        assert_eq!(faults[0].message, "expected a list, found `*******`");
        assert_eq!(faults[0].helps, ["not *******"]);
        let plain = "note: ask boss@example.org\n";
        let file = sources.add("events/a.yml", plain, true);
        assert_eq!(sources.text(file), Some(plain));
    }
}
