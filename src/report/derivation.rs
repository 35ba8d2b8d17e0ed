//! A score from counts to band, row by row.

use super::agent_words::AgentWords;
use super::counts::push_counts;
use super::format::{Shown, period as period_name, push_number, push_short_number};
use super::places::places;
use super::reporter::Reporter;
use super::rule_short::RuleWords;
use super::trace::steps;
use super::{address, verdict};
use crate::model::{Language, Month, SchemeIx, Whose, grid};
use crate::score::{ItemResult, Reading, ReadingState, Scorecard, contributions};
use crate::view::{CellState, Derivation, DerivationRows, Link};

/// Decimals with which contributions are shown.
pub(super) const CONTRIBUTION_DECIMALS: u8 = 2;

/// How the score of `card` came about, in words and numbers.
#[must_use]
pub fn derivation(reporter: &Reporter<'_>, language: Language, card: &Scorecard) -> Derivation {
    derivation_with(reporter, language, card, &mut RuleWords::default())
}

/// As [`derivation`]; the words of rules are kept for the next card.
pub(super) fn derivation_with(
    reporter: &Reporter<'_>,
    language: Language,
    card: &Scorecard,
    rules: &mut RuleWords,
) -> Derivation {
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
        rows: rows(reporter, language, card, rules),
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

fn rows(
    reporter: &Reporter<'_>,
    language: Language,
    card: &Scorecard,
    rules: &mut RuleWords,
) -> DerivationRows {
    if by_months(card) {
        return rows_by_months(reporter, language, card);
    }
    let mut rows = DerivationRows::with_room(card.segments.iter().map(|segment| segment.items.len()).sum());
    for (at, segment) in card.segments.iter().enumerate() {
        let sign = sign(card, at);
        for item in &segment.items {
            push_row(&mut rows, (reporter, language), (&sign, segment.from), item, rules);
        }
    }
    rows
}

fn push_row(
    rows: &mut DerivationRows,
    (reporter, language): (&Reporter<'_>, Language),
    (sign, from): (&str, Month),
    item: &ItemResult,
    rules: &mut RuleWords,
) {
    let model = &reporter.evaluation.model;
    let words = reporter.agent_words(language);
    let indicator = model.indicator(item.indicator);
    let shown = reporter.shown(indicator.precision, language);
    rows.row(super::cell::state_of(&item.reading));
    rows.cell().push_str(sign);
    rows.words(indicator.name.get(language));
    if item.of == Whose::Team {
        rows.words(&words.of_team);
    }
    let equation = rows.cell();
    if push_counts(equation, &item.reading, from, words) {
        equation.push_str(" = ");
    }
    push_value(equation, reporter, &item.reading, shown);
    match item.channels.is_empty() {
        true => rows.cell_of(rules.of(item, indicator, shown, &model.organisation, words)),
        false => rows.cell_of(&words.by_channel),
    }
    push_points(rows.cell(), item, words);
}

/// Points, weight and contribution: `91.2 × 15% = 13.68`; points before floor and cap and the weight as written where
/// they differ: `104.3→100.0 × 20→23.5% = 23.53`.
fn push_points(out: &mut String, item: &ItemResult, words: &AgentWords) {
    let Some((points, contribution)) = item.points.zip(item.contribution) else {
        out.push_str(&words.not_scored);
        out.push_str(" (");
        push_short_number(out, item.weight, 2);
        out.push_str("%)");
        return;
    };
    if let Some(before) = item.points_before_limits {
        push_number(out, before, 1);
        out.push('→');
    }
    push_number(out, points, 1);
    out.push_str(" × ");
    push_short_number(out, item.weight, 2);
    if grid(item.weight, 2) != grid(item.effective_weight, 2) {
        out.push('→');
        push_short_number(out, item.effective_weight, 2);
    }
    out.push_str("% = ");
    push_number(out, contribution, CONTRIBUTION_DECIMALS);
}

/// The value with its interval, or the word for its absence.
pub(super) fn value_text(reporter: &Reporter<'_>, reading: &Reading, shown: Shown<'_>) -> String {
    let mut text = String::with_capacity(32);
    push_value(&mut text, reporter, reading, shown);
    text
}

/// Writes [`value_text`].
fn push_value(out: &mut String, reporter: &Reporter<'_>, reading: &Reading, shown: Shown<'_>) {
    let words = reporter.words(shown.language);
    let noted = |out: &mut String, note: &str| {
        if let Some(value) = reading.value {
            shown.push_value(out, value);
            out.push_str(" · ");
        }
        out.push_str(note);
    };
    match (reading.state, reading.value) {
        (ReadingState::NotApplicable, _) => out.push_str(&words.not_applicable),
        (ReadingState::NoCases, _) => out.push_str(&words.no_cases),
        (ReadingState::TooSmall { .. } | ReadingState::TooFewParts { .. }, _) => noted(out, &words.too_few),
        (ReadingState::WithoutCount, _) => noted(out, &words.without_count),
        (ReadingState::Measured, Some(_)) if reading.reconstructed => noted(out, &words.reconstructed),
        (ReadingState::Measured, Some(value)) => {
            shown.push_value(out, value);
            if let Some((low, high)) = reading.interval {
                out.push_str(" (");
                shown.push_bare(out, low);
                out.push('–');
                shown.push_bare(out, high);
                out.push(')');
            }
        }
        (ReadingState::Missing | ReadingState::Measured, _) => out.push_str(&words.no_data),
    }
}

/// A mean of months: what each indicator added over the months, with its value over the whole period.
fn rows_by_months(reporter: &Reporter<'_>, language: Language, card: &Scorecard) -> DerivationRows {
    let model = &reporter.evaluation.model;
    let words = reporter.agent_words(language);
    let parts = contributions(card);
    let mut rows = DerivationRows::with_room(parts.len());
    for part in &parts {
        let indicator = model.indicator(part.indicator);
        let shown = reporter.shown(indicator.precision, language);
        let reading = reporter.evaluation.own_reading(card.agent, part.indicator, card.period);
        rows.row(CellState::Value);
        rows.cell_of(indicator.name.get(language));
        let equation = rows.cell();
        if push_counts(equation, &reading, card.period.first(), words) {
            equation.push_str(" = ");
        }
        push_value(equation, reporter, &reading, shown);
        rows.cell_of(&words.by_month);
        let out = rows.cell();
        push_number(out, part.points, 1);
        out.push_str(" × ");
        push_short_number(out, part.weight, 2);
        out.push_str("% = ");
        push_number(out, part.contribution, CONTRIBUTION_DECIMALS);
    }
    rows
}
