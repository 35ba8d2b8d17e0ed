//! One cell of a table from its text (see `view`), and its markup.

use std::collections::BTreeMap;

use super::escape::push_escaped;
use crate::view::{Language, PART_BREAK, both, side, split};

/// The words of cells in one language.
#[derive(Debug, Clone, Default)]
pub(super) struct CellWords {
    pub(super) no_data: String,
    pub(super) not_applicable: String,
    pub(super) withheld: String,
    pub(super) too_few: String,
    pub(super) provisional: String,
    pub(super) corrected: String,
    pub(super) reconstructed: String,
}

impl CellWords {
    /// The words among all texts of a language; a test of the texts holds that each is there.
    pub(super) fn new(texts: &BTreeMap<String, String>) -> Self {
        let word = |key: &str| texts.get(key).cloned().unwrap_or_default();
        Self {
            no_data: word("no-data"),
            not_applicable: word("not-applicable"),
            withheld: word("withheld"),
            too_few: word("too-few"),
            provisional: word("provisional"),
            corrected: word("corrected"),
            reconstructed: word("reconstructed"),
        }
    }
}

/// The parts of a cell; absent ones are empty.
#[derive(Debug, Default)]
pub(super) struct TextCell<'t> {
    text: &'t str,
    /// What the cell means besides its text; empty for a plain value.
    pub(super) state: &'t str,
    /// The raw value to sort by.
    pub(super) sort: &'t str,
    href: &'t str,
    lang: &'t str,
    note: &'t str,
    tone: &'t str,
    word: &'t str,
    /// Step of the heat map.
    pub(super) heat: &'t str,
    drawing: &'t str,
}

impl<'t> TextCell<'t> {
    /// Takes a cell apart.
    pub(super) fn read(cell: &'t str) -> Self {
        let mut parts = split(cell, PART_BREAK);
        let mut next = || parts.next().unwrap_or_default();
        let text = next();
        if text.len() == cell.len() {
            return Self { text, ..Self::default() };
        }
        Self {
            text,
            state: next(),
            sort: next(),
            href: next(),
            lang: next(),
            note: next(),
            tone: next(),
            word: next(),
            heat: next(),
            drawing: next(),
        }
    }

    /// Writes what stands inside the table's cell.
    pub(super) fn push(&self, out: &mut String, base: &str, words: &CellWords) {
        match self.state {
            "no-data" => push_nil(out, &words.no_data),
            "not-applicable" => push_nil(out, &words.not_applicable),
            "withheld" => push_nil(out, &words.withheld),
            _ => self.push_value(out, base),
        }
        if !self.note.is_empty() {
            push_small(out, self.note);
        }
        match self.state {
            "too-few" => push_small(out, &words.too_few),
            "provisional" => push_small(out, &words.provisional),
            "corrected" => push_small(out, &words.corrected),
            "reconstructed" => push_small(out, &words.reconstructed),
            _ => {}
        }
    }

    fn push_value(&self, out: &mut String, base: &str) {
        push_link(out, self.text, self.href, self.lang, base);
        if !self.tone.is_empty() {
            out.push(' ');
            push_mark(out, self.tone, self.word);
        }
        if !self.drawing.is_empty() {
            out.push_str(" <span class=\"dr\">");
            out.push_str(self.drawing);
            out.push_str("</span>");
        }
    }
}

/// A text that may lead somewhere and may be in another language.
pub(super) fn push_link(out: &mut String, text: &str, href: &str, lang: &str, base: &str) {
    if href.is_empty() && lang.is_empty() {
        push_escaped(out, text);
        return;
    }
    let element = if href.is_empty() { "span" } else { "a" };
    out.push('<');
    out.push_str(element);
    if !href.is_empty() {
        out.push_str(" href=\"");
        if !href.starts_with("https://") && !href.starts_with("http://") {
            out.push_str(base);
        }
        push_escaped(out, href);
        out.push('"');
    }
    push_lang(out, lang);
    out.push('>');
    push_escaped(out, text);
    out.push_str("</");
    out.push_str(element);
    out.push('>');
}

/// The attribute `lang`; none on a side of the page that names no language.
pub(super) fn push_lang(out: &mut String, lang: &str) {
    let attribute = |lang: String| if lang.is_empty() { lang } else { format!(" lang=\"{lang}\"") };
    out.push_str(&both(&attribute(side(lang, Language::Zh)), &attribute(side(lang, Language::En))));
}

/// A status word with its shape.
pub(super) fn push_mark(out: &mut String, tone: &str, word: &str) {
    out.push_str("<span class=\"mk ");
    out.push_str(tone);
    out.push_str("\">");
    push_escaped(out, word);
    out.push_str("</span>");
}

/// A word that says why there is nothing.
pub(super) fn push_nil(out: &mut String, word: &str) {
    out.push_str("<span class=\"nil\">");
    push_escaped(out, word);
    out.push_str("</span>");
}

fn push_small(out: &mut String, text: &str) {
    out.push_str(" <small>");
    push_escaped(out, text);
    out.push_str("</small>");
}
