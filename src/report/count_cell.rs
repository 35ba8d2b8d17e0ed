//! What a value rests on, as written: `182/201`, `430/120/60`, `12 over 2.8 months`.

use super::format::{number, short_number};
use super::words::Words;
use crate::score::{Reading, Sums};
use crate::view::{Cell, CellState};

/// The counts of `reading` as text; `None` if there are none.
pub(super) fn counts_text(reading: &Reading) -> Option<String> {
    let plain = |x: f64| short_number(x, 2);
    match reading.sums {
        Sums::Nothing => None,
        Sums::Weighted(points, weight) => Some(format!("{} / {}", number(points, 1), plain(weight))),
        Sums::Pair(above, below) => Some(format!("{}/{}", plain(above), plain(below))),
        Sums::PerMonth(count, months) => Some(format!("{} / {}", plain(count), number(months, 1))),
        Sums::Nps(promoters, passives, detractors) => {
            Some(format!("{}/{}/{}", plain(promoters), plain(passives), plain(detractors)))
        }
        Sums::State(_, month) => Some(match reading.n {
            Some(n) => format!("{month} (n = {})", plain(n)),
            None => month.to_string(),
        }),
    }
}

/// The counts of `reading` as a cell.
pub(super) fn counts(reading: &Reading, words: &Words) -> Cell {
    match counts_text(reading) {
        Some(text) => Cell { sort: reading.n.map(|n| n.to_string()), ..Cell::text(text) },
        None if matches!(reading.state, crate::score::ReadingState::NotApplicable) => {
            Cell::empty(CellState::NotApplicable)
        }
        None if reading.value.is_some() => Cell::text(words.without_count.clone()),
        None => Cell::empty(CellState::NoData),
    }
}
