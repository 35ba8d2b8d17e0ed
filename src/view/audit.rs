//! The annual audit: can the indicator system be trusted?

use serde::Serialize;

use super::{Attention, Fact, Figure, Link, Mark, Shell, Table, page::page};

/// A part of the audit: a system on the verdict page, a section on the page of a system.
#[derive(Serialize, Debug, Clone)]
pub struct AuditPart {
    /// Anchor.
    pub anchor: String,
    /// The heading.
    pub title: String,
    /// Its verdict, in shape, word and colour.
    pub mark: Option<Mark>,
    /// What is asked here, one paragraph each.
    pub paragraphs: Vec<String>,
    /// Verdicts of what it consists of.
    pub lights: Vec<Attention>,
    /// Tables that are read first: actions, checks, what they flagged.
    pub tables: Vec<Table>,
    /// Charts.
    pub figures: Vec<Figure>,
    /// Small charts of one kind beside each other.
    pub small: Vec<Figure>,
    /// Tables with more to look up.
    pub details: Vec<Table>,
    /// Where it goes on.
    pub links: Vec<Link>,
}

/// A page of the audit: `audit.html` with all verdicts, or `audit/<system>.html` with the sections of one system.
#[derive(Serialize, Debug, Clone)]
pub struct AuditView {
    /// What stands around the content.
    pub shell: Shell,
    /// The verdict on the whole of a system.
    pub mark: Option<Mark>,
    /// The main point.
    pub lead: String,
    /// Scheme, period, units × indicators, state of the data, seed.
    pub facts: Vec<Fact>,
    /// The parts.
    pub parts: Vec<AuditPart>,
}

page!(AuditView, "pages/audit.html");
