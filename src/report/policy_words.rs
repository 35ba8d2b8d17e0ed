//! The policies of a scheme in words, with their numbers: missing values, small samples, part-months, transfers, bands,
//! ranks, longer periods, rounding.

use super::event_types;
use super::format::short_number;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::model::{Accepted, Language, Longer, Missing, Policy, Scheme};
use crate::view::{Cell, Column, Row, RuleSection, Table};

/// All rules of `scheme` beside those of its indicators.
pub(super) fn sections(reporter: &Reporter<'_>, language: Language, scheme: &Scheme) -> Vec<RuleSection> {
    let voice = reporter.voice(language);
    let policy = &scheme.policy;
    let section = |anchor: &str, paragraphs: Vec<String>| RuleSection {
        anchor: anchor.to_owned(),
        title: voice.word(&format!("policy-{anchor}")),
        paragraphs,
        table: None,
    };
    let mut sections = vec![
        section("total", total(voice, policy)),
        section("missing", missing(voice, policy)),
        section("samples", samples(voice, policy)),
        section("service", service(voice, policy)),
        section("transfers", transfers(voice, policy)),
        section("longer", longer(voice, policy)),
        section("ranks", ranks(voice, policy)),
        section("rounding", rounding(reporter, voice)),
    ];
    sections.insert(
        6,
        RuleSection { table: bands(reporter, voice, scheme), ..section("bands", band_words(voice, scheme)) },
    );
    let events = event_types::section(reporter, voice, policy);
    let place = sections.len().saturating_sub(2);
    events.into_iter().for_each(|events| sections.insert(place, events));
    sections.extend(accepted(voice, scheme).map(|table| RuleSection {
        table: Some(table),
        ..section("accepted", vec![voice.word("policy-accepted-lead")])
    }));
    sections
}

fn percent(value: f64) -> String {
    format!("{}%", short_number(value, 2))
}

fn total(voice: Voice<'_>, policy: &Policy) -> Vec<String> {
    vec![say!(voice, "policy-total-sum", cap: &short_number(policy.cap, 2)), voice.word("policy-total-trace")]
}

fn missing(voice: Voice<'_>, policy: &Policy) -> Vec<String> {
    let first = match policy.missing {
        Missing::Renormalise => {
            say!(voice, "policy-missing-renormalise", weight: &percent(policy.minimum_weight))
        }
        Missing::Zero => say!(voice, "policy-missing-zero", weight: &percent(policy.minimum_weight)),
        Missing::NotRated => voice.word("policy-missing-not-rated"),
    };
    vec![first, voice.word("policy-missing-kinds")]
}

fn samples(voice: Voice<'_>, policy: &Policy) -> Vec<String> {
    let back = match policy.pool_months {
        0 => voice.word("policy-samples-no-pooling"),
        months => say!(voice, "policy-samples-pooling", n: usize::from(months)),
    };
    vec![back, voice.word("policy-samples-still")]
}

fn service(voice: Voice<'_>, policy: &Policy) -> Vec<String> {
    let days = short_number(policy.minimum_days, 1);
    let mut said = vec![
        say!(voice, "policy-service-least", days: &days, share: &percent(policy.minimum_presence)),
        voice.word("policy-service-prorate"),
    ];
    said.push(match policy.observed_months {
        0 => voice.word("policy-service-no-observed"),
        months => say!(voice, "policy-service-observed", n: usize::from(months)),
    });
    said
}

fn transfers(voice: Voice<'_>, policy: &Policy) -> Vec<String> {
    let days = short_number(policy.minimum_segment_days, 1);
    vec![voice.word("policy-transfers-split"), say!(voice, "policy-transfers-short", days: &days)]
}

fn longer(voice: Voice<'_>, policy: &Policy) -> Vec<String> {
    vec![voice.word(match policy.longer {
        Longer::FromData => "policy-longer-from-data",
        Longer::MeanOfMonths => "policy-longer-mean",
    })]
}

fn ranks(voice: Voice<'_>, policy: &Policy) -> Vec<String> {
    let peers = usize::from(policy.minimum_peers);
    vec![
        say!(voice, "policy-ranks-peers", n: peers, weight: &percent(policy.rank_weight)),
        voice.word("policy-ranks-ties"),
        voice.word("policy-ranks-range"),
    ]
}

fn rounding(reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<String> {
    let decimals = usize::from(reporter.evaluation.model.organisation.score_decimals);
    vec![voice.word("policy-rounding-values"), say!(voice, "policy-rounding-scores", n: decimals)]
}

fn band_words(voice: Voice<'_>, scheme: &Scheme) -> Vec<String> {
    vec![voice.word(if scheme.bands.is_empty() { "policy-bands-none" } else { "policy-bands-ranges" })]
}

fn bands(reporter: &Reporter<'_>, voice: Voice<'_>, scheme: &Scheme) -> Option<Table> {
    if scheme.bands.is_empty() {
        return None;
    }
    let mut above: Option<f64> = None;
    let mut rows = Vec::with_capacity(scheme.bands.len());
    for band in &scheme.bands {
        let from = reporter.score(band.from);
        let range = match above {
            Some(above) => say!(voice, "band-from-to", from: &from, to: &reporter.score(above)),
            None => say!(voice, "band-from", from: &from),
        };
        let name = Cell::text(voice.name(&band.name));
        rows.push(Row::new(vec![name, Cell { sort: Some(band.from.to_string()), ..Cell::text(range) }]));
        above = Some(band.from);
    }
    let columns = vec![Column::text(voice.word("band")), Column::number(voice.word("score"))];
    let mut table = Table::new(voice.word("bands-caption"), columns, rows);
    (table.sortable, table.filter) = (false, false);
    Some(table)
}

/// Lints that the scheme accepts, each with its reason.
fn accepted(voice: Voice<'_>, scheme: &Scheme) -> Option<Table> {
    let row = |accepted: &Accepted| {
        let code = accepted.code.text();
        Row::new(vec![Cell::link(code, super::address::code(code)), Cell::text(voice.name(&accepted.reason))])
    };
    let columns = vec![
        Column::text(voice.word("policy-accepted-check")),
        Column::text(voice.word("policy-accepted-reason")),
    ];
    let mut table =
        Table::new(voice.word("policy-accepted-caption"), columns, scheme.accepts.iter().map(row).collect());
    (table.sortable, table.filter) = (false, false);
    (!scheme.accepts.is_empty()).then_some(table)
}
