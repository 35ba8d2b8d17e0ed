//! Recommendations of audits: how each stands, and whether this audit finds the same again.

use super::Dossier;
use super::part::plain;
use crate::audit::Again;
use crate::findings::{Audited, Followed, decision_words, follow_up_count, followed};
use crate::model::{Language, RecommendationStatus};
use crate::view::{AuditPart, Cell, CellState, Column, Fact, Mark, Row, Table, Tone};

/// Anchor of the part.
pub(super) const ANCHOR: &str = "follow-up";

/// The part of a page: of all systems, or of one `alone`, with what is about it only.
pub(super) fn part(
    dossier: &Dossier<'_>,
    audited: &Audited<'_>,
    language: Language,
    alone: bool,
) -> AuditPart {
    let voice = dossier.reporter.voice(language);
    let all = followed(audited, voice);
    let own: Vec<&Followed<'_>> = all.iter().filter(|of| !alone || of.found.system.is_some()).collect();
    let mut paragraphs = vec![voice.word("audited-about-follow-up")];
    if !alone {
        paragraphs.extend(follow_up_count(audited, voice));
    }
    if own.is_empty() {
        paragraphs.push(voice.word("audited-follow-none"));
    }
    AuditPart {
        paragraphs,
        tables: table(dossier, &own, language, !alone).into_iter().collect(),
        ..plain(ANCHOR, voice.word("audit-follow"))
    }
}

/// How many recommendations there are and how they stand; `None` without any.
pub(super) fn fact(dossier: &Dossier<'_>, audited: &Audited<'_>, language: Language) -> Option<Fact> {
    let voice = dossier.reporter.voice(language);
    let count = follow_up_count(audited, voice)?;
    Some(Fact::link(voice.word("audit-follow"), count, format!("audit.html#{ANCHOR}")))
}

fn table(
    dossier: &Dossier<'_>,
    own: &[&Followed<'_>],
    language: Language,
    with_system: bool,
) -> Option<Table> {
    let voice = dossier.reporter.voice(language);
    let row = |of: &&Followed<'_>| {
        let recommendation = of.of;
        let text = voice.name(&recommendation.text);
        let mut cells = vec![
            Cell { note: Some(recommendation.id.to_string()), ..Cell::text(text) },
            Cell::text(recommendation.year.to_string()),
        ];
        if with_system {
            cells.push(Cell::text(of.system.as_str()));
        }
        cells.extend([
            Cell::mark(Mark::new(standing(of), status(of, voice.word("audit-follow-overdue")))),
            Cell::text(decision_words(recommendation, false, voice)),
            Cell {
                note: of.evidence.clone(),
                ..Cell::mark(Mark::new(tone(of.found.again), of.again.as_str()))
            },
            written(dossier, of),
        ]);
        Row::new(cells)
    };
    let mut keys = vec!["text", "year"];
    keys.extend(with_system.then_some("system"));
    keys.extend(["status", "decision", "again", "written"]);
    let column = |key: &&str| {
        let column = Column::text(voice.word(&format!("audited-follow-{key}")));
        if *key == "written" { column.minor() } else { column }
    };
    let columns = keys.iter().map(column).collect();
    let mut table =
        Table::new(voice.word("audited-sheet-recommendations"), columns, own.iter().map(row).collect());
    table.csv = Some("csv/audit-recommendations.csv".to_owned());
    table.filter = false;
    (!own.is_empty()).then_some(table)
}

fn status(of: &Followed<'_>, overdue: String) -> String {
    if of.found.overdue { format!("{} · {overdue}", of.status) } else { of.status.clone() }
}

/// Never colour alone: the word stands beside it.
fn standing(of: &Followed<'_>) -> Tone {
    match of.of.status {
        _ if of.found.overdue => Tone::Below,
        RecommendationStatus::Done => Tone::OnTarget,
        RecommendationStatus::Accepted => Tone::Watch,
        RecommendationStatus::Open | RecommendationStatus::Declined => Tone::NoValue,
    }
}

const fn tone(again: Again) -> Tone {
    match again {
        Again::Found | Again::Flagged => Tone::Watch,
        Again::NotFound => Tone::OnTarget,
        Again::Gone | Again::NotAssessed | Again::NotMatched => Tone::NoValue,
    }
}

/// Where it is written, and which commit wrote it.
fn written(dossier: &Dossier<'_>, of: &Followed<'_>) -> Cell {
    match dossier.reporter.dated_source(of.of.span) {
        Some(source) => {
            let place = format!("{}:{}", source.path, source.line);
            Cell { href: source.href, note: source.commit, ..Cell::text(place) }
        }
        None => Cell::empty(CellState::NotApplicable),
    }
}
