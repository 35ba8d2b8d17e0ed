//! The glossary: one word for one thing, in both languages.

use serde::Serialize;

use super::{Link, Shell, page::page};

/// A word and its meaning.
#[derive(Serialize, Debug, Clone)]
pub struct GlossaryEntry {
    /// Anchor.
    pub anchor: String,
    /// The word.
    pub term: String,
    /// The word in the other language.
    pub counterpart: String,
    /// The language of `counterpart` (BCP 47).
    pub counterpart_lang: &'static str,
    /// The meaning.
    pub text: String,
    /// Where to read more.
    pub more: Option<Link>,
}

/// The glossary (`glossary.html`).
#[derive(Serialize, Debug, Clone)]
pub struct GlossaryView {
    /// What stands around the content.
    pub shell: Shell,
    /// What the page is for.
    pub lead: String,
    /// The words in the order of the language.
    pub entries: Vec<GlossaryEntry>,
}

page!(GlossaryView, "pages/glossary.html");
