//! A part of a page.

use super::case::Case;
use super::checks;
use super::lights;
use crate::audit::Section;
use crate::view::{AuditPart, Table};

/// An empty part.
pub(super) fn plain(anchor: &str, title: String) -> AuditPart {
    AuditPart {
        anchor: anchor.to_owned(),
        title,
        mark: None,
        paragraphs: Vec::new(),
        lights: Vec::new(),
        tables: Vec::new(),
        figures: Vec::new(),
        small: Vec::new(),
        details: Vec::new(),
        links: Vec::new(),
    }
}

/// The part of a section with its verdict, its checks and what they flagged; charts and tables come with `details`.
pub(super) fn section(case: &Case<'_>, section: Section, details: Vec<Option<Table>>) -> AuditPart {
    let found = case.report().sections.iter().find(|(of, _)| *of == section);
    AuditPart {
        mark: found.map(|(_, verdict)| lights::verdict(case, *verdict)),
        paragraphs: vec![case.word(&format!("about-{}", section.key()))],
        tables: std::iter::once(checks::table(case, section)).chain(checks::flagged(case, section)).collect(),
        details: details.into_iter().flatten().collect(),
        ..plain(section.key(), case.words().section(section))
    }
}
