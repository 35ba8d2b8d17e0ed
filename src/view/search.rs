//! Search: the index for the script, and the list for readers without one.

use serde::Serialize;

use super::{Link, Shell, page::page};

/// One thing that can be found.
#[derive(Serialize, Debug, Clone)]
pub struct SearchEntry {
    /// What is shown.
    pub label: String,
    /// What it is: agent, team, indicator…
    pub kind: String,
    /// Where it is, relative to the folder of the language.
    pub href: String,
    /// What else finds it: id, pinyin, initials, codes; lower case, divided by spaces.
    pub keys: String,
}

/// A group of the list, by team or by letter.
#[derive(Serialize, Debug, Clone)]
pub struct SearchGroup {
    /// The heading.
    pub title: String,
    /// Anchor.
    pub anchor: String,
    /// The things.
    pub links: Vec<Link>,
}

/// The search page (`search.html`).
#[derive(Serialize, Debug, Clone)]
pub struct SearchView {
    /// What stands around the content.
    pub shell: Shell,
    /// What can be found.
    pub lead: String,
    /// The list.
    pub groups: Vec<SearchGroup>,
}

page!(SearchView, "pages/search.html");
