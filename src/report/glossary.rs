//! The glossary: one word for one thing, in both languages.

use super::naming;
use super::reporter::Reporter;
use super::voice::Voice;
use crate::model::Language;
use crate::view::{GlossaryEntry, GlossaryView, Link, Section, Shell};

/// The words, by the part of the key after `term-`, with the page where more is said.
pub(super) const TERMS: &[(&str, Option<&str>)] = &[
    ("indicator", Some("indicators.html")),
    ("metrics", Some("quality.html")),
    ("value", Some("indicators.html")),
    ("points", Some("schemes.html")),
    ("score", Some("periods.html")),
    ("band", Some("schemes.html")),
    ("scheme", Some("schemes.html")),
    ("weight", Some("schemes.html")),
    ("target-value", Some("schemes.html")),
    ("goal", Some("targets.html")),
    ("guardrail", Some("targets.html")),
    ("baseline", Some("targets.html")),
    ("dimension", Some("indicators.html")),
    ("channel", None),
    ("level", None),
    ("posting", Some("agents.html")),
    ("segment", None),
    ("contribution", None),
    ("derivation", Some("agents.html")),
    ("period", Some("periods.html")),
    ("rated", None),
    ("available-weight", None),
    ("renormalised", None),
    ("pooled", Some("quality.html")),
    ("too-few", None),
    ("no-data", Some("quality.html#coverage")),
    ("not-applicable", None),
    ("true-zero", None),
    ("provisional", Some("periods.html")),
    ("reconstructed", Some("quality.html")),
    ("without-count", None),
    ("on-target", None),
    ("watch", None),
    ("below-target", None),
    ("rank", None),
    ("rank-range", None),
    ("peer-group", Some("teams.html")),
    ("median", None),
    ("middle-half", None),
    ("wilson", None),
    ("funnel", Some("indicators.html")),
    ("control-chart", Some("indicators.html")),
    ("natural-range", None),
    ("smart", Some("targets.html")),
    ("achievable", Some("targets.html")),
    ("required-value", Some("targets.html")),
    ("probability", Some("targets.html")),
    ("states", Some("targets.html")),
    ("alert", Some("alerts.html")),
    ("cycle", Some("cycle.html")),
    ("improvement-plan", Some("cycle.html")),
    ("acknowledgement", Some("cycle.html")),
    ("coverage", Some("quality.html#coverage")),
    ("rounding", Some("schemes.html")),
    ("like-for-like", Some("periods.html")),
    ("attention", Some("index.html#attention")),
    ("as-of", None),
    ("event", Some("ledger.html")),
    ("red-line", Some("ledger.html")),
    ("appeal", Some("ledger.html")),
    ("closed-month", Some("periods.html")),
];

/// The glossary in `language`.
#[must_use]
pub fn glossary_page(reporter: &Reporter<'_>, language: Language) -> GlossaryView {
    let voice = reporter.voice(language);
    let mut shell = Shell::new(language, Section::Glossary, "glossary.html", voice.word("glossary"));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    let lead = voice.word("glossary-lead");
    shell.description.clone_from(&lead);
    let mut entries: Vec<(String, GlossaryEntry)> =
        TERMS.iter().map(|term| entry(reporter, voice, term)).collect();
    entries.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.anchor.cmp(&b.1.anchor)));
    GlossaryView { lead, entries: entries.into_iter().map(|(_, entry)| entry).collect(), shell }
}

fn entry(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    (key, more): &(&str, Option<&str>),
) -> (String, GlossaryEntry) {
    let other = voice.language.other();
    let term = voice.word(&format!("term-{key}"));
    let entry = GlossaryEntry {
        anchor: (*key).to_owned(),
        counterpart: reporter.voice(other).word(&format!("term-{key}")),
        counterpart_lang: other.tag(),
        text: voice.word(&format!("term-{key}-text")),
        more: more.and_then(|href| reporter.open(href)).map(|href| Link::new(voice.word("more"), href)),
        term,
    };
    (naming::order(&entry.term), entry)
}
