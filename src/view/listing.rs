//! A list of things of one kind: teams, agents, indicators, periods, schemes.

use serde::Serialize;

use super::{Link, Shell, Table, page::page};

/// A part of a list.
#[derive(Serialize, Debug, Clone)]
pub struct ListSection {
    /// Anchor.
    pub anchor: String,
    /// The heading.
    pub title: String,
    /// Sentence below the heading.
    pub note: Option<String>,
    /// Plain links, where a table would say nothing more.
    pub links: Vec<Link>,
    /// The things with what matters about them; more than 300 rows belong on several pages.
    pub table: Option<Table>,
}

/// A list (`teams.html`, `agents.html`, `indicators.html`, `periods.html`, `schemes.html`).
#[derive(Serialize, Debug, Clone)]
pub struct ListView {
    /// What stands around the content.
    pub shell: Shell,
    /// What the list shows.
    pub lead: String,
    /// The parts.
    pub sections: Vec<ListSection>,
}

page!(ListView, "pages/list.html");
