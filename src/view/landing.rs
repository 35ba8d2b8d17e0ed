//! The landing page leads to the two languages.

use serde::Serialize;

use super::{Language, Page};

/// One language on the landing page.
#[derive(Serialize, Debug, Clone)]
pub struct LandingEntry {
    /// The language.
    pub language: Language,
    /// Its tag for the attribute `lang` (BCP 47).
    pub lang: &'static str,
    /// Its own name.
    pub name: String,
    /// The address below the root of the site, for example `zh/index.html`.
    pub href: String,
    /// One sentence in this language.
    pub lead: String,
}

/// The landing page (`index.html` of the site).
#[derive(Serialize, Debug, Clone)]
pub struct LandingView {
    /// Name of the organisation.
    pub title: String,
    /// The two languages.
    pub languages: Vec<LandingEntry>,
}

impl Page for LandingView {
    const TEMPLATE: &'static str = "pages/landing.html";

    fn language(&self) -> Language {
        Language::Zh
    }

    fn path(&self) -> &'static str {
        "index.html"
    }
}
