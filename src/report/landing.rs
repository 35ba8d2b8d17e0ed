//! The landing page and the page for addresses that do not exist.

use super::reporter::Reporter;
use super::voice::say;
use crate::model::Language;
use crate::view::{LandingEntry, LandingView, MissingView};

/// The landing page, which leads to both languages.
#[must_use]
pub fn landing(reporter: &Reporter<'_>) -> LandingView {
    let name = &reporter.evaluation.model.organisation.name;
    let (zh, en) = (name.get(Language::Zh), name.get(Language::En));
    let title = if zh == en { zh.to_owned() } else { format!("{zh} · {en}") };
    LandingView { title, languages: entries(reporter, "landing-lead") }
}

/// The page for addresses that do not exist; `root` is the absolute path of the site's root if it is known, else empty.
#[must_use]
pub fn missing(reporter: &Reporter<'_>, root: &str) -> MissingView {
    MissingView { root: root.to_owned(), languages: entries(reporter, "missing-lead") }
}

fn entries(reporter: &Reporter<'_>, key: &str) -> Vec<LandingEntry> {
    let entry = |language: Language| {
        let voice = reporter.voice(language);
        let organisation = voice.name(&reporter.evaluation.model.organisation.name);
        LandingEntry {
            language,
            lang: language.tag(),
            name: voice.word("language-name"),
            href: format!("{}/index.html", language.folder()),
            lead: say!(voice, key, organisation: organisation),
        }
    };
    Language::ALL.map(entry).to_vec()
}
