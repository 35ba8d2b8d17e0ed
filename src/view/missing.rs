//! The page for addresses that do not exist.

use serde::Serialize;

use super::{LandingEntry, Language, Page};

/// The page for addresses that do not exist (`404.html` of the site, in both languages).
#[derive(Serialize, Debug, Clone)]
pub struct MissingView {
    /// From where the page is shown to the root of the site: a host serves it at any depth, so this is the absolute
    /// path of the site's root when it is known (`/deskscore/`), else empty.
    pub root: String,
    /// The two languages with a sentence each.
    pub languages: Vec<LandingEntry>,
}

impl Page for MissingView {
    const TEMPLATE: &'static str = "pages/missing.html";

    fn language(&self) -> Language {
        Language::Zh
    }

    fn path(&self) -> &'static str {
        "404.html"
    }
}
