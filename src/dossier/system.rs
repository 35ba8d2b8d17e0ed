//! The page of one system: verdict, actions, sections, appendix.

use super::case::Case;
use super::verdict::facts;
use super::{
    Dossier, action, appendix, data, follow_up, indicators, lights, part, robustness, small_numbers,
    structure, targets, weights, year,
};
use crate::audit::Population;
use crate::findings::{Audited, Told};
use crate::model::{Language, Limit};
use crate::report::number;
use crate::view::{AuditPart, AuditView, Fact, Link, Section, Shell};

/// The page `audit/<system>.html`; `audited` is the audit of this system alone.
pub(super) fn page(
    dossier: &Dossier<'_>,
    audited: &Audited<'_>,
    (told, population): (&Told<'_>, &Population),
    language: Language,
) -> AuditView {
    let case = &Case::new(dossier, told, population, language);
    let name = case.voice.name(&told.title);
    let address = format!("audit/{}.html", told.id);
    let mut shell =
        Shell::new(language, Section::Audit, &address, case.say("title", &[("name", name.into())]));
    shell.crumbs = vec![
        Link::new(case.voice.word("overview"), "index.html"),
        Link::new(case.voice.word("audited"), "audit.html"),
    ];
    let lead = lead(case);
    shell.description.clone_from(&lead);
    let mut parts = vec![
        summary(case),
        data::part(case),
        indicators::part(case),
        structure::part(case),
        weights::part(case),
        robustness::part(case),
        targets::part(case),
        small_numbers::part(case),
    ];
    parts.extend(told.system.map(|system| year::part(case, &system.year_on_year)));
    parts.push(follow_up::part(dossier, audited, language, true));
    parts.push(appendix::part(case));
    AuditView {
        shell,
        mark: Some(lights::verdict(case, case.report().verdict)),
        lead,
        facts: all_facts(case, language),
        parts,
    }
}

fn lead(case: &Case<'_>) -> String {
    let verdict = case.words().verdict(case.report().verdict);
    let flagged: usize = case.report().checks.iter().map(|check| check.flags.len()).sum();
    case.say("system-lead", &[("verdict", (&verdict).into()), ("n", flagged.into())])
}

fn all_facts(case: &Case<'_>, language: Language) -> Vec<Fact> {
    let scheme = case.reporter().evaluation.model.scheme(case.population.scheme);
    let id = scheme.id.as_str();
    let mut all = vec![
        Fact::link(case.word("scheme"), case.voice.name(&scheme.name), format!("schemes/{id}.html")),
        Fact::new(case.word("size"), case.words().size()),
    ];
    all.extend(facts(case.dossier, language));
    let draws = number(case.limit(Limit::Draws), 0);
    let key = if case.reduced(Limit::Draws) { "draws-fewer" } else { "draws-all" };
    all.push(Fact::new(case.word("draws"), case.say(key, &[("n", (&draws).into())])));
    all
}

fn summary(case: &Case<'_>) -> AuditPart {
    AuditPart {
        lights: lights::sections(case),
        tables: action::table(case).into_iter().collect(),
        ..part::plain("summary", case.word("summary"))
    }
}
