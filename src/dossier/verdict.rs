//! The verdict page: every system with one light for each section and three actions.

use super::case::Case;
use super::{Dossier, action, follow_up, lights, part};
use crate::audit::{Population, Verdict};
use crate::findings::Audited;
use crate::model::Language;
use crate::view::{AuditPart, AuditView, Fact, Link, Section, Shell};

/// The page `audit.html`.
pub(super) fn page(
    dossier: &Dossier<'_>,
    audited: &Audited<'_>,
    populations: &[Population],
    language: Language,
) -> AuditView {
    let voice = dossier.reporter.voice(language);
    let year = dossier.plan.year.to_string();
    let title = voice.say("audit-title-year", &[("year", (&year).into())]);
    let mut shell = Shell::new(language, Section::Audit, "audit.html", title);
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    let of = |wanted: Verdict| audited.systems.iter().filter(|of| of.report.verdict == wanted).count();
    let lead = voice.say(
        "audited-lead",
        &[
            ("year", (&year).into()),
            ("n", audited.systems.len().into()),
            ("fail", of(Verdict::Fail).into()),
            ("warn", of(Verdict::Warn).into()),
            ("pass", of(Verdict::Pass).into()),
            ("none", of(Verdict::NotAssessed).into()),
        ],
    );
    shell.description.clone_from(&lead);
    let systems = audited.systems.iter().zip(populations);
    let parts = systems.map(|(told, population)| system(&Case::new(dossier, told, population, language)));
    let mut parts: Vec<AuditPart> = parts.collect();
    parts.push(follow_up::part(dossier, audited, language, false));
    let mut facts = facts(dossier, language);
    facts.extend(follow_up::fact(dossier, audited, language));
    AuditView { shell, mark: None, lead, facts, parts }
}

/// Period, state of the data, seed.
pub(super) fn facts(dossier: &Dossier<'_>, language: Language) -> Vec<Fact> {
    let voice = dossier.reporter.voice(language);
    let year = dossier.plan.year;
    let state = if dossier.reporter.evaluation.complete(year) { "complete" } else { "running" };
    let period = format!("{year} · {}", voice.word(&format!("audited-{state}")));
    let provenance = dossier.reporter.provenance;
    let data = match &provenance.commit {
        Some(commit) if provenance.changed => {
            voice.say("audited-data-changed", &[("commit", commit.short().into())])
        }
        Some(commit) => commit.short().to_owned(),
        None => voice.word("audited-data-plain"),
    };
    vec![
        Fact::new(voice.word("audited-period"), period),
        Fact::new(voice.word("audited-data"), data),
        Fact::new(voice.word("audited-seed"), super::SEED.to_string()),
    ]
}

fn system(case: &Case<'_>) -> AuditPart {
    let title = case.voice.name(&case.told.title).to_owned();
    AuditPart {
        mark: Some(lights::verdict(case, case.report().verdict)),
        paragraphs: vec![case.words().size()],
        lights: lights::sections(case),
        tables: action::table(case).into_iter().collect(),
        links: vec![Link::new(
            case.say("all-of", &[("name", (&title).into())]),
            format!("audit/{}.html", case.told.id),
        )],
        ..part::plain(&case.told.id, title)
    }
}
