//! What is the same on all pages of a language.

use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, format};
use crate::audience::Profile;
use crate::model::{Language, Month, PeriodKind, SchemeIx, TeamIx};
use crate::view::{Frame, Link, Mark, Notice, Tone};

/// The frame of all pages in `language`.
#[must_use]
pub fn frame(reporter: &Reporter<'_>, language: Language) -> Frame {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let periods = [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year];
    let latest = |kind: PeriodKind| {
        let period = reporter.evaluation.latest(kind)?;
        Some(Link::new(format::period(period, language), address::period(period)))
    };
    // Pages of one agent, and those for the team, are never for search engines.
    let profile = reporter.visible.profile();
    let indexable = model.organisation.indexable && matches!(profile, Profile::Manager | Profile::Public);
    let mut periods: Vec<Link> = periods.into_iter().filter_map(latest).collect();
    periods.push(Link::new(voice.word("all-periods"), "periods.html"));
    Frame {
        language,
        organisation: voice.name(&model.organisation.name).to_owned(),
        as_of: reporter.evaluation.as_of.to_string(),
        commit: commit(reporter),
        schemes: schemes(reporter, voice),
        program: reporter.provenance.program.clone(),
        notices: notices(reporter, voice),
        periods,
        // Who lets search engines in has nothing to keep confidential.
        confidentiality: (!indexable && reporter.visible.profile() != Profile::Public)
            .then(|| voice.word("confidentiality")),
        site_url: model.organisation.site_url.clone(),
        indexable,
        everything: reporter.visible.everything(),
        has_ranking: reporter.visible.everything() || reporter.visible.upper_ranks(),
        has_honours: !reporter.visible.honours().is_empty(),
        has_changes: reporter.past.is_some(),
        has_audit: reporter.audit_plan().is_some(),
        own: own(reporter, language),
        audience: audience(reporter, voice),
    }
}

/// The page of the one agent for whom the site is.
fn own(reporter: &Reporter<'_>, language: Language) -> Option<Link> {
    let own = reporter.visible.profile().own()?;
    let id = reporter.evaluation.model.agent(own).id.as_str();
    Some(Link::new(reporter.voice(language).word("nav-own"), address::agent(id)))
}

/// For whom the site is, in words.
fn audience(reporter: &Reporter<'_>, voice: Voice<'_>) -> String {
    let least = reporter.visible.least();
    match reporter.visible.profile() {
        Profile::Manager => voice.word("audience-manager"),
        Profile::Public => say!(voice, "audience-public", n: least),
        Profile::Team => say!(voice, "audience-team", n: least),
        Profile::Agent(own) => {
            let name = voice.name(&reporter.evaluation.model.agent(own).name);
            say!(voice, "audience-agent", name: name, n: least)
        }
    }
}

/// The data's commit, leading to it where the repository's address is known.
fn commit(reporter: &Reporter<'_>) -> Option<Link> {
    let commit = reporter.provenance.commit.as_ref()?;
    let web = reporter.evaluation.model.organisation.repository.as_ref();
    let href = web
        .filter(|_| reporter.visible.everything())
        .map(|web| format!("{}/commit/{}", web.url, commit.hash));
    Some(Link { text: commit.short().to_owned(), href, lang: None })
}

/// Schemes in force in the last month with figures, newest first.
fn schemes(reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<Link> {
    let model = &reporter.evaluation.model;
    let month: Month =
        reporter.evaluation.last_month().unwrap_or_else(|| Month::of(reporter.evaluation.as_of));
    let teams = (0..model.teams.len() as u32).map(TeamIx);
    let mut schemes: Vec<SchemeIx> = teams.filter_map(|team| model.scheme_in_force(team, month)).collect();
    schemes.sort_by(|a, b| model.scheme(*b).from.cmp(&model.scheme(*a).from).then(a.cmp(b)));
    schemes.dedup();
    let link = |ix: SchemeIx| {
        let scheme = model.scheme(ix);
        Link::new(super::scheme::title(voice, scheme), address::scheme(scheme.id.as_str()))
    };
    schemes.into_iter().map(link).collect()
}

fn notices(reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<Notice> {
    let mark = || Mark::new(Tone::Watch, voice.word("notice"));
    let mut notices = Vec::new();
    let visible = reporter.visible;
    if visible.profile() == Profile::Team && !visible.upper_ranks() {
        notices.push(Notice { mark: mark(), text: voice.word("notice-no-key"), href: None });
    }
    if reporter.provenance.changed {
        notices.push(Notice { mark: mark(), text: voice.word("notice-changed"), href: None });
    }
    if reporter.provenance.shallow {
        notices.push(Notice { mark: mark(), text: voice.word("notice-shallow"), href: None });
    }
    let faults = reporter.diagnostics.len();
    if faults > 0 && visible.everything() {
        let text = say!(voice, "notice-faults", n: faults);
        notices.push(Notice { mark: mark(), text, href: Some("diagnostics.html".to_owned()) });
    }
    notices
}
