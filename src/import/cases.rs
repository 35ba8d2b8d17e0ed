//! Cases that have several rows: which of them counts.

use super::tally::CaseRow;
use crate::raw::MapTouch;
use rayon::prelude::*;
use std::hash::{DefaultHasher, Hasher};

/// Rows that do not count, and those that are compared with each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Losers {
    /// Places of rows that do not count, sorted.
    pub skip: Vec<u64>,
    /// Places of rows whose content is looked at, sorted.
    pub watch: Vec<u64>,
    /// For each repeated row its first one.
    pub first_of: Vec<(u64, u64)>,
}

/// A digest of 128 bits: among ten million cases, two agree by chance once in 10^24 files.
pub(super) fn digest(parts: &[&[u8]]) -> [u64; 2] {
    [1_u8, 2].map(|seed| {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(seed);
        for part in parts {
            hasher.write(part);
            hasher.write_u8(0xff);
        }
        hasher.finish()
    })
}

/// Which rows do not count. Of rows at the same moment the first or last in the files counts.
pub(super) fn losers(cases: Vec<Vec<CaseRow>>, touch: MapTouch) -> Losers {
    let mut all: Vec<CaseRow> = Vec::with_capacity(cases.iter().map(Vec::len).sum());
    cases.into_iter().for_each(|part| all.extend(part));
    let by_moment = matches!(touch, MapTouch::First | MapTouch::Last);
    let moment = |row: &CaseRow| if by_moment { row.moment } else { 0 };
    all.par_sort_unstable_by_key(|row| (row.case, moment(row), row.place));
    let mut losers = Losers::default();
    for rows in all.chunk_by(|a, b| a.case == b.case).filter(|rows| rows.len() > 1) {
        let winner = if touch == MapTouch::Last { rows.last() } else { rows.first() };
        let Some(winner) = winner.map(|row| row.place) else { continue };
        let others = rows.iter().map(|row| row.place).filter(|place| *place != winner);
        losers.skip.extend(others.clone());
        if touch == MapTouch::Single {
            losers.watch.push(winner);
            losers.watch.extend(others.clone());
            losers.first_of.extend(others.map(|other| (other, winner)));
        }
    }
    losers.skip.sort_unstable();
    losers.watch.sort_unstable();
    losers.first_of.sort_unstable();
    losers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(case: u64, moment: i64, place: u64) -> CaseRow {
        CaseRow { case: [case, 0], moment, place }
    }

    #[test]
    fn one_row_of_a_case_counts() {
        let rows = || vec![vec![row(1, 50, 2), row(2, 10, 3)], vec![row(1, 40, 4), row(1, 50, 5)]];
        assert_eq!(losers(rows(), MapTouch::First).skip, [2, 5]);
        assert_eq!(losers(rows(), MapTouch::Last).skip, [2, 4]);
        let single = losers(rows(), MapTouch::Single);
        assert_eq!((single.skip, single.first_of), (vec![4, 5], vec![(4, 2), (5, 2)]));
        assert_eq!(single.watch, [2, 4, 5]);
    }
}
