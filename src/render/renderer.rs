//! The renderer: one Tera instance per language.

use std::collections::BTreeMap;
use std::fmt;

use tera::{Context, Kwargs, State, Tera};

use super::assets::Assets;
use super::constants::Constants;
use super::derivation::DerivationMarkup;
use super::measure_rows::MeasureRows;
use super::table_rows::{RowCount, TableRows};
use super::text_cell::{CellWords, push_lang};
use super::{embedded, escape, markdown, pieces, rows, words};
use crate::view::{Frame, Language, Page, Texts};

/// Why a page could not be rendered: a fault of a template, never of the data.
#[derive(Debug)]
pub struct RenderError(String);

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RenderError {}

impl RenderError {
    pub(super) const fn new(text: String) -> Self {
        Self(text)
    }
}

/// Pages lie in the folder of their language or in a folder below it.
const DEPTHS: usize = 2;

/// Room for a page before it grows: most pages are smaller.
const PAGE_ROOM: usize = 128 * 1024;

/// Renders pages. Shared by reference between threads.
pub struct Renderer {
    /// By language, then by depth below the folder of the language.
    templates: [[Tera; DEPTHS]; 3],
    assets: Assets,
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Renderer")
    }
}

impl Renderer {
    /// Reads the embedded templates for each language and for both at once. `frames` is what all pages of a language share, in
    /// that order.
    ///
    /// # Errors
    /// A template that cannot be parsed, an unknown text, or a text file that is not valid Fluent.
    pub fn new(texts: &Texts, [zh, en, both]: &[Frame; 3]) -> Result<Self, RenderError> {
        let assets = Assets::new(texts)?;
        let load = |frame| {
            let by_depth = |depth| load(texts, frame, &assets, depth);
            let (top, below) = rayon::join(|| by_depth(0), || by_depth(1));
            Ok([top?, below?])
        };
        let (zh, (en, both)) = rayon::join(|| load(zh), || rayon::join(|| load(en), || load(both)));
        Ok(Self { templates: [zh?, en?, both?], assets })
    }

    /// The styles, scripts and notices that the pages refer to.
    #[must_use]
    pub const fn assets(&self) -> &Assets {
        &self.assets
    }

    /// The page as HTML in UTF-8.
    ///
    /// # Errors
    /// A template that asks for something the view does not have.
    pub fn page<V: Page>(&self, view: &V) -> Result<Vec<u8>, RenderError> {
        let mut page = Vec::new();
        self.push_page(&mut page, view)?;
        Ok(page)
    }

    /// Appends the page to `out`.
    ///
    /// # Errors
    /// As [`Self::page`]; then a part of the page may be in `out`.
    pub fn push_page<V: Page>(&self, out: &mut Vec<u8>, view: &V) -> Result<(), RenderError> {
        let [zh, en, both] = &self.templates;
        let by_depth = match view.language() {
            Language::Zh => zh,
            Language::En => en,
            Language::Both => both,
        };
        let depth = view.path().matches('/').count().saturating_sub(1);
        let tera = by_depth
            .get(depth)
            .ok_or_else(|| RenderError(format!("{}: a page so deep in folders", view.path())))?;
        let fault = |e: tera::Error| RenderError(format!("{}: {}", view.path(), said(&e)));
        let context = Context::from_serialize(view).map_err(fault)?;
        out.reserve(PAGE_ROOM);
        tera.render_to(V::TEMPLATE, &context, out).map_err(fault)
    }
}

fn load(texts: &Texts, frame: &Frame, assets: &Assets, depth: usize) -> Result<Tera, RenderError> {
    let words = texts.plain(frame.language);
    let constants = Constants::new(frame, &assets.names(frame.language), depth);
    let mut tera = filtered(&words);
    let templates = embedded::templates()
        .map(|(name, source)| Ok((name, constants.put_in(&words::put_in(&compact(source), &words)?))))
        .collect::<Result<Vec<_>, String>>()
        .map_err(RenderError)?;
    tera.add_raw_templates(templates).map_err(|e| RenderError(said(&e)))?;
    let globals = tera.global_context();
    globals.insert("frame", frame);
    Ok(tera)
}

/// A Tera that escapes and has the filters of the site; `words` are those of its language.
pub(super) fn filtered(words: &BTreeMap<String, String>) -> Tera {
    let mut tera = Tera::new();
    tera.set_escape_fn(escape::escape_html);
    tera.register_filter("markdown", Markdown::new(words));
    tera.register_filter("fact", pieces::Facts);
    tera.register_filter("keyfigure", pieces::KeyFigures);
    tera.register_filter("goal", pieces::Goals::new(words));
    tera.register_filter("heads", pieces::Heads);
    tera.register_filter("lang", Lang);
    tera.register_filter("cells", rows::Cells);
    tera.register_filter("history_rows", rows::HistoryRows);
    tera.register_filter("table_rows", TableRows(CellWords::new(words)));
    tera.register_filter("row_count", RowCount);
    tera.register_filter("measure_rows", MeasureRows::new(words));
    tera.register_filter("derivation", DerivationMarkup::new(words));
    tera
}

/// The template without the indentation that is only for its readers: 20,000 pages would carry it.
fn compact(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.lines() {
        out.push_str(line.trim_start());
        out.push('\n');
    }
    out
}

/// A fault with all its causes.
pub(super) fn said(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

/// `{{ text | markdown }}`: Markdown as sanitised HTML.
struct Markdown {
    /// The start of a table with its name for screen readers: Markdown has no captions.
    table: String,
}

impl Markdown {
    fn new(words: &BTreeMap<String, String>) -> Self {
        let name = words.get("table-in-text").map_or("", String::as_str);
        Self { table: format!("<table aria-label=\"{name}\">") }
    }
}

impl tera::Filter<&str, String> for Markdown {
    fn call(&self, text: &str, _: Kwargs, _: &State) -> String {
        markdown(text).replace("<table>", &self.table)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// `{{ link.lang | lang }}`: the attribute `lang`.
struct Lang;

impl tera::Filter<&str, String> for Lang {
    fn call(&self, lang: &str, _: Kwargs, _: &State) -> String {
        let mut out = String::new();
        push_lang(&mut out, lang);
        out
    }

    fn is_safe(&self) -> bool {
        true
    }
}
