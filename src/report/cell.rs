//! Readings and scores as cells: the kinds of emptiness never look alike, and status is a shape and a word.

use super::format::{Shown, number};
use super::words::Words;
use crate::score::{Reading, ReadingState, Verdict};
use crate::view::{Cell, CellState, Mark, Tone};

/// Points from which an indicator that is not on target is worth watching rather than below target.
pub(super) const WATCH_FROM: f64 = 60.0;

/// How points stand: full points are on target, [`WATCH_FROM`] and more are worth watching, less is below target.
#[must_use]
pub(super) fn tone_of_points(points: Option<f64>) -> Tone {
    match points {
        Some(points) if points >= 100.0 - 1e-9 => Tone::OnTarget,
        Some(points) if points >= WATCH_FROM => Tone::Watch,
        Some(_) => Tone::Below,
        None => Tone::NoValue,
    }
}

/// The word of a tone, with its shape.
#[must_use]
pub(super) fn mark(tone: Tone, words: &Words) -> Mark {
    let word = match tone {
        Tone::OnTarget => &words.on_target,
        Tone::Watch => &words.watch,
        Tone::Below => &words.below_target,
        Tone::NoValue => &words.not_judged,
    };
    Mark::new(tone, word.clone())
}

/// The step of a heat map for points: 1 far below … 3 near … 5 full points and more.
#[must_use]
pub(super) fn heat(points: f64) -> u8 {
    match points {
        p if p >= 100.0 - 1e-9 => 5,
        p if p >= 85.0 => 4,
        p if p >= WATCH_FROM => 3,
        p if p >= 30.0 => 2,
        _ => 1,
    }
}

/// A reading as a cell. `unit`: whether the unit is written in the cell (else it stands in the column's head).
#[must_use]
pub(super) fn reading(reading: &Reading, shown: Shown<'_>, unit: bool, words: &Words) -> Cell {
    let with_value = |state, note: Option<String>| match reading.value {
        Some(value) => Cell { state, note, ..measured(value, shown, unit) },
        None => Cell::empty(CellState::NoData),
    };
    match reading.state {
        ReadingState::Measured if reading.reconstructed => with_value(CellState::Reconstructed, None),
        ReadingState::Measured => with_value(CellState::Value, None),
        ReadingState::TooSmall { .. } => {
            with_value(CellState::TooFew, reading.n.map(|n| format!("n = {}", number(n, 0))))
        }
        ReadingState::WithoutCount => with_value(CellState::Reconstructed, Some(words.without_count.clone())),
        ReadingState::Missing => Cell::empty(CellState::NoData),
        ReadingState::TooFewParts { .. } => {
            Cell { state: CellState::TooFew, ..Cell::text(words.too_few.clone()) }
        }
        ReadingState::NoCases => {
            Cell { note: Some(words.no_cases.clone()), ..Cell::empty(CellState::NoData) }
        }
        ReadingState::NotApplicable => Cell::empty(CellState::NotApplicable),
    }
}

/// A measured value.
#[must_use]
pub(super) fn measured(value: f64, shown: Shown<'_>, unit: bool) -> Cell {
    Cell::number(if unit { shown.value(value) } else { shown.bare(value) }, value)
}

/// A reading in a few words, for rows that are plain text.
#[must_use]
pub(super) fn reading_text(reading: &Reading, shown: Shown<'_>, words: &Words) -> String {
    match (reading.state, reading.value) {
        (ReadingState::NotApplicable, _) => words.not_applicable.clone(),
        (ReadingState::NoCases, _) => words.no_cases.clone(),
        (ReadingState::TooFewParts { .. }, _) => words.too_few.clone(),
        (ReadingState::Missing, _) | (_, None) => words.no_data.clone(),
        (ReadingState::Measured, Some(value)) => shown.bare(value),
        (ReadingState::TooSmall { .. }, Some(value)) => format!("{} ({})", shown.bare(value), words.too_few),
        (ReadingState::WithoutCount, Some(value)) => {
            format!("{} ({})", shown.bare(value), words.without_count)
        }
    }
}

/// What a row says about its value besides the text.
#[must_use]
pub(super) const fn state_of(reading: &Reading) -> CellState {
    match reading.state {
        ReadingState::Measured if reading.reconstructed => CellState::Reconstructed,
        ReadingState::Measured => CellState::Value,
        ReadingState::TooSmall { .. } | ReadingState::TooFewParts { .. } => CellState::TooFew,
        ReadingState::WithoutCount => CellState::Reconstructed,
        ReadingState::Missing | ReadingState::NoCases => CellState::NoData,
        ReadingState::NotApplicable => CellState::NotApplicable,
    }
}

/// What a cell for a score says when there is no score.
#[must_use]
pub(super) const fn state_of_verdict(verdict: &Verdict) -> CellState {
    match verdict {
        Verdict::Rated => CellState::Value,
        Verdict::NotInService | Verdict::NoScheme | Verdict::Observed => CellState::NotApplicable,
        Verdict::TooLittleService { .. } | Verdict::TooLittleWeight { .. } => CellState::TooFew,
        Verdict::NoData | Verdict::MissingValue { .. } => CellState::NoData,
    }
}
