//! A score from counts to band, row by row.

use super::agent_words::AgentWords;
use super::counts::counts;
use super::format::{Shown, number, period as period_name, push_number, short_number};
use super::places::places;
use super::reporter::Reporter;
use super::rule_short::rule_short;
use super::trace::steps;
use super::{address, verdict};
use crate::model::{Language, Month, SchemeIx, Subject};
use crate::score::{ItemResult, Reading, ReadingState, Scorecard, contributions};
use crate::view::{CellState, Derivation, DerivationRow, Link};

/// Decimals with which contributions are shown.
pub(super) const CONTRIBUTION_DECIMALS: u8 = 2;

/// How the score of `card` came about, in words and numbers.
#[must_use]
pub fn derivation(reporter: &Reporter<'_>, language: Language, card: &Scorecard) -> Derivation {
    let (sources, more) = places(reporter, language, card);
    let mut steps = steps(reporter, language, card);
    steps.extend(more);
    Derivation {
        anchor: address::period_anchor(card.period),
        label: period_name(card.period, language),
        score: card.total.map_or_else(
            || verdict::short(reporter, language, &card.verdict).to_owned(),
            |total| reporter.score(total),
        ),
        band: state_words(reporter, language, card),
        scheme: card.scheme.filter(|_| !card.segments.is_empty()).map(|scheme| {
            let scheme = reporter.evaluation.model.scheme(scheme);
            let text = format!("{} {}", scheme.name.get(language), scheme.version);
            Link::new(text, address::scheme(scheme.id.as_str()))
        }),
        rows: rows(reporter, language, card),
        steps,
        sources,
    }
}

/// Band and state: `B · provisional`.
fn state_words(reporter: &Reporter<'_>, language: Language, card: &Scorecard) -> Option<String> {
    let band = band_name(reporter, language, card);
    let provisional = (card.total.is_some() && !reporter.evaluation.complete(card.period))
        .then(|| reporter.agent_words(language).provisional.as_str());
    match (band, provisional) {
        (Some(band), Some(provisional)) => Some(format!("{band} · {provisional}")),
        (band, provisional) => band.or(provisional).map(str::to_owned),
    }
}

/// The name of the band of a card.
#[must_use]
pub(super) fn band_name<'a>(
    reporter: &'a Reporter<'_>,
    language: Language,
    card: &Scorecard,
) -> Option<&'a str> {
    band_name_of(reporter, language, card.scheme, card.band)
}

/// The name of the band at position `band` of `scheme`.
#[must_use]
pub(super) fn band_name_of<'a>(
    reporter: &'a Reporter<'_>,
    language: Language,
    scheme: Option<SchemeIx>,
    band: Option<usize>,
) -> Option<&'a str> {
    let scheme = reporter.evaluation.model.scheme(scheme?);
    scheme.bands.get(band?).map(|band| band.name.get(language))
}

/// The mark of a segment in its rows and steps; empty where there is only one.
pub(super) fn sign(card: &Scorecard, at: usize) -> String {
    if card.segments.len() < 2 {
        return String::new();
    }
    match u32::try_from(at).ok().filter(|at| *at < 20).and_then(|at| char::from_u32(0x2460 + at)) {
        Some(circled) => format!("{circled} "),
        None => format!("({}) ", at + 1),
    }
}

/// Whether the score is the mean of monthly scores: then the months' own derivations hold the rows.
pub(super) fn by_months(card: &Scorecard) -> bool {
    !card.months.is_empty()
}

fn rows(reporter: &Reporter<'_>, language: Language, card: &Scorecard) -> Vec<DerivationRow> {
    if by_months(card) {
        return rows_by_months(reporter, language, card);
    }
    let mut rows = Vec::with_capacity(card.segments.iter().map(|segment| segment.items.len()).sum());
    for (at, segment) in card.segments.iter().enumerate() {
        let sign = sign(card, at);
        rows.extend(segment.items.iter().map(|item| row(reporter, language, &sign, segment.from, item)));
    }
    rows
}

fn row(
    reporter: &Reporter<'_>,
    language: Language,
    sign: &str,
    from: Month,
    item: &ItemResult,
) -> DerivationRow {
    let model = &reporter.evaluation.model;
    let words = reporter.agent_words(language);
    let indicator = model.indicator(item.indicator);
    let shown = reporter.shown(indicator.precision, language);
    let value = value_text(reporter, &item.reading, shown);
    let rule = match item.channels.is_empty() {
        true => rule_short(&item.rule, indicator.direction, shown, &model.organisation, words),
        false => words.by_channel.clone(),
    };
    let cells = [
        [sign, indicator.name.get(language)].concat(),
        equation(counts(&item.reading, from, words), value),
        rule,
        points_text(item, words),
    ];
    DerivationRow { cells, state: super::cell::state_of(&item.reading) }
}

/// Counts and what they make: `182/201 = 90.5%`.
fn equation(counts: Option<String>, value: String) -> String {
    match counts {
        Some(mut counts) => {
            counts.reserve(3 + value.len());
            counts.push_str(" = ");
            counts.push_str(&value);
            counts
        }
        None => value,
    }
}

/// Points, weight and contribution: `91.2 × 15% = 13.68`; points before floor and cap and the weight as written where
/// they differ: `104.3→100.0 × 20→23.5% = 23.53`.
fn points_text(item: &ItemResult, words: &AgentWords) -> String {
    let weight = |x: f64| short_number(x, 2);
    let Some((points, contribution)) = item.points.zip(item.contribution) else {
        return format!("{} ({}%)", words.not_scored, weight(item.weight));
    };
    let mut text = String::with_capacity(48);
    if let Some(before) = item.points_before_limits {
        push_number(&mut text, before, 1);
        text.push('→');
    }
    push_number(&mut text, points, 1);
    text.push_str(" × ");
    let (written, effective) = (weight(item.weight), weight(item.effective_weight));
    text.push_str(&written);
    if written != effective {
        text.push('→');
        text.push_str(&effective);
    }
    text.push_str("% = ");
    push_number(&mut text, contribution, CONTRIBUTION_DECIMALS);
    text
}

/// The value with its interval, or the word for its absence.
pub(super) fn value_text(reporter: &Reporter<'_>, reading: &Reading, shown: Shown<'_>) -> String {
    let words = reporter.words(shown.language);
    let with = |note: &str| match reading.value {
        Some(value) => format!("{} · {note}", shown.value(value)),
        None => note.to_owned(),
    };
    match (reading.state, reading.value) {
        (ReadingState::NotApplicable, _) => words.not_applicable.clone(),
        (ReadingState::NoCases, _) => words.no_cases.clone(),
        (ReadingState::TooSmall { .. }, _) => with(&words.too_few),
        (ReadingState::WithoutCount, _) => with(&words.without_count),
        (ReadingState::Measured, Some(_)) if reading.reconstructed => with(&words.reconstructed),
        (ReadingState::Measured, Some(value)) => match reading.interval {
            Some((low, high)) => {
                let mut text = shown.value(value);
                text.push_str(" (");
                shown.push_bare(&mut text, low);
                text.push('–');
                shown.push_bare(&mut text, high);
                text.push(')');
                text
            }
            None => shown.value(value),
        },
        (ReadingState::Missing | ReadingState::Measured, _) => words.no_data.clone(),
    }
}

/// A mean of months: what each indicator added over the months, with its value over the whole period.
fn rows_by_months(reporter: &Reporter<'_>, language: Language, card: &Scorecard) -> Vec<DerivationRow> {
    let model = &reporter.evaluation.model;
    let words = reporter.agent_words(language);
    let one = |part: &crate::score::Contribution| {
        let indicator = model.indicator(part.indicator);
        let shown = reporter.shown(indicator.precision, language);
        let reading = reporter.evaluation.reading(Subject::Agent(card.agent), part.indicator, card.period);
        let value = value_text(reporter, &reading, shown);
        let (points, weight) = (number(part.points, 1), short_number(part.weight, 2));
        let cells = [
            indicator.name.get(language).to_owned(),
            equation(counts(&reading, card.period.first(), words), value),
            words.by_month.clone(),
            format!("{points} × {weight}% = {}", number(part.contribution, CONTRIBUTION_DECIMALS)),
        ];
        DerivationRow { cells, state: CellState::Value }
    };
    contributions(card).iter().map(one).collect()
}
