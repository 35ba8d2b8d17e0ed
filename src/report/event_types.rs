//! How events count, in words, with the catalogue of their types: a section of a scheme's rules.

use super::event_table::{nature, stated};
use super::format::short_number;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::model::{EventType, Policy};
use crate::view::{Cell, CellState, Column, Row, RuleSection, Table};

/// The section; `None` where the organisation keeps no ledger.
#[must_use]
pub(super) fn section(reporter: &Reporter<'_>, voice: Voice<'_>, policy: &Policy) -> Option<RuleSection> {
    let types = &reporter.evaluation.model.organisation.event_types;
    if types.is_empty() {
        return None;
    }
    let number = |x: f64| short_number(x, 2);
    let mut paragraphs = match policy.events {
        Some(caps) => vec![
            say!(
                voice, "policy-events-caps",
                added: &number(caps.most_added), deducted: &number(caps.most_deducted),
            ),
            voice.word("policy-events-mean"),
        ],
        None => vec![voice.word("policy-events-none")],
    };
    paragraphs.push(voice.word("policy-events-red-lines"));
    paragraphs.push(say!(
        voice, "policy-events-appeals",
        n: usize::from(policy.appeal_days), due: usize::from(policy.appeal_decision_days),
    ));
    Some(RuleSection {
        anchor: "events".to_owned(),
        title: voice.word("policy-events"),
        paragraphs,
        table: Some(catalogue(voice, types)),
    })
}

fn catalogue(voice: Voice<'_>, types: &[EventType]) -> Table {
    let row = |kind: &EventType| {
        let number = |points: f64| Cell::number(short_number(points, 2), points);
        let (points, most) = match kind.nature.sign() == 0.0 {
            true => (Cell::empty(CellState::NotApplicable), Cell::empty(CellState::NotApplicable)),
            false => {
                let each = || Cell::text(voice.word("event-type-each"));
                (kind.points.map_or_else(each, number), number(kind.points_at_most))
            }
        };
        let evidence = if kind.evidence_required { "event-type-required" } else { "event-type-optional" };
        Row::new(vec![
            Cell::text(voice.name(&kind.name)),
            Cell::text(nature(voice, kind.nature)),
            points,
            most,
            Cell::text(voice.word(evidence)),
            stated(voice, voice.name(&kind.description)),
        ])
    };
    let text = |key: &str| Column::text(voice.word(key));
    let columns = vec![
        text("ledger-type"),
        text("event-type-nature"),
        Column::number(voice.word("event-type-points")),
        Column::number(voice.word("event-type-most")),
        text("ledger-evidence"),
        text("event-type-description"),
    ];
    let mut table = Table::new(voice.word("event-type-caption"), columns, types.iter().map(row).collect());
    (table.sortable, table.filter) = (false, false);
    table
}
