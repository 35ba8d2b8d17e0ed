//! What the rows of a part of a table add up to. Parts join in the order of the table, and the order never matters to sums.

use super::problem::Problems;
use std::collections::BTreeMap;

/// What one figure of one agent adds up to, in millionths (times in milliseconds, counts of rows in millionths, too).
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sums {
    pub a: i128,
    pub b: i128,
    pub c: i128,
    /// Rows that said something.
    pub rows: u64,
    /// Whether the number of cases was known in all of them.
    pub unknown_n: bool,
    /// Single values, for percentiles.
    pub values: Vec<i64>,
    /// Digests of cases, for counts of different ones.
    pub cases: Vec<[u64; 2]>,
}

impl Sums {
    fn join(&mut self, other: Self) {
        self.a += other.a;
        self.b += other.b;
        self.c += other.c;
        self.rows += other.rows;
        self.unknown_n |= other.unknown_n;
        self.values.extend(other.values);
        self.cases.extend(other.cases);
    }
}

/// Someone as the export calls them.
#[derive(Debug, Clone)]
pub(super) struct Party {
    /// Where the name stood first.
    pub first: (u32, u64),
    /// Rows that are used.
    pub rows: u64,
    /// Whether rows of it are no people's.
    pub is_total: bool,
    /// Sums by channel, then by figure.
    pub channels: BTreeMap<Option<u32>, Vec<Sums>>,
}

/// A row that tells its case.
#[derive(Debug, Clone, Copy)]
pub(super) struct CaseRow {
    pub case: [u64; 2],
    pub moment: i64,
    pub place: u64,
}

/// What the rows of a part add up to.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// Rows that say something.
    pub rows: u64,
    /// Rows that are used.
    pub used: u64,
    pub parties: BTreeMap<String, Party>,
    pub cases: Vec<Vec<CaseRow>>,
    /// Digests of the content of rows that are looked at twice, by place.
    pub contents: Vec<(u64, u64)>,
    pub problems: Problems,
}

impl Tally {
    /// Adds what a later part adds up to.
    pub(super) fn join(&mut self, later: Self) {
        self.rows += later.rows;
        self.used += later.used;
        self.cases.extend(later.cases.into_iter().filter(|cases| !cases.is_empty()));
        self.contents.extend(later.contents);
        self.problems.join(later.problems);
        for (name, party) in later.parties {
            match self.parties.get_mut(&name) {
                None => drop(self.parties.insert(name, party)),
                Some(known) => known.join(party),
            }
        }
    }
}

impl Party {
    /// Adds what the same person has elsewhere.
    pub(super) fn join(&mut self, other: Self) {
        self.rows += other.rows;
        self.first = self.first.min(other.first);
        for (channel, sums) in other.channels {
            match self.channels.get_mut(&channel) {
                None => drop(self.channels.insert(channel, sums)),
                Some(known) => known.iter_mut().zip(sums).for_each(|(known, sums)| known.join(sums)),
            }
        }
    }
}
