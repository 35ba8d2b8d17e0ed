//! Faults of the build, and a page for each code that says why and how to mend it.

use serde::Serialize;

use super::{Count, Mark, Shell, SourceLink, Table, page::page};

/// One fault of the data.
#[derive(Serialize, Debug, Clone)]
pub struct Fault {
    /// Error, warning or note.
    pub mark: Mark,
    /// The code; its page is `diagnostics/<code>.html`.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// The offending line as written.
    pub excerpt: Option<String>,
    /// What to write instead.
    pub help: Option<String>,
    /// Where.
    pub source: Option<SourceLink>,
}

/// The faults of the build (`diagnostics.html`).
#[derive(Serialize, Debug, Clone)]
pub struct DiagnosticsView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point.
    pub lead: String,
    /// Faults by severity.
    pub counts: Vec<Count>,
    /// The faults in the order of files and lines.
    pub faults: Vec<Fault>,
    /// All codes of the program with their meaning and page.
    pub codes: Table,
}

page!(DiagnosticsView, "pages/diagnostics.html");

/// The page of a diagnostic code (`diagnostics/<code>.html`).
#[derive(Serialize, Debug, Clone)]
pub struct DiagnosticView {
    /// What stands around the content.
    pub shell: Shell,
    /// The code.
    pub code: String,
    /// Error, warning or note.
    pub mark: Mark,
    /// What it says, in one sentence.
    pub lead: String,
    /// Why it matters and how to mend it, in Markdown.
    pub explanation: String,
    /// An example that trips it.
    pub wrong: Option<String>,
    /// The example mended.
    pub right: Option<String>,
    /// Where it occurs in this data.
    pub faults: Vec<Fault>,
}

page!(DiagnosticView, "pages/diagnostic.html");
