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

/// Places of the names that were met last, by their digest.
const NEAR: usize = 1024;

/// Everybody who was met, by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Parties {
    places: BTreeMap<String, usize>,
    list: Vec<(String, Party)>,
    /// Where a name of this digest was found last: most rows are of people who were just met.
    near: Vec<usize>,
}

impl Parties {
    /// The place of a name; `new` gives who it is, if it was not met before.
    pub(super) fn place(&mut self, name: &str, new: impl FnOnce() -> Party) -> usize {
        self.near.resize(NEAR, usize::MAX);
        let slot = slot(name);
        let near = self.near.get(slot).copied().unwrap_or(usize::MAX);
        if self.list.get(near).is_some_and(|(known, _)| known == name) {
            return near;
        }
        let place = match self.places.get(name) {
            Some(place) => *place,
            None => {
                self.places.insert(name.to_owned(), self.list.len());
                self.list.push((name.to_owned(), new()));
                self.list.len() - 1
            }
        };
        if let Some(near) = self.near.get_mut(slot) {
            *near = place;
        }
        place
    }

    /// Who is at a place.
    pub(super) fn get(&self, place: usize) -> Option<&Party> {
        self.list.get(place).map(|(_, party)| party)
    }

    /// Who is at a place, to count.
    pub(super) fn get_mut(&mut self, place: usize) -> Option<&mut Party> {
        self.list.get_mut(place).map(|(_, party)| party)
    }

    fn join(&mut self, later: Self) {
        for (name, party) in later.list {
            match self.places.get(&name).and_then(|place| self.list.get_mut(*place)) {
                Some((_, known)) => known.join(party),
                None => {
                    self.places.insert(name.clone(), self.list.len());
                    self.list.push((name, party));
                }
            }
        }
    }

    /// Everybody in the order of names.
    pub(super) fn sorted(self) -> Vec<(String, Party)> {
        let mut list = self.list;
        list.sort_by(|(one, _), (other, _)| one.cmp(other));
        list
    }
}

/// FNV-1a, cut to the number of slots.
fn slot(name: &str) -> usize {
    let digest = name
        .bytes()
        .fold(0x811c_9dc5_u32, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    // The low bits of a product mix least of what was multiplied last.
    (digest ^ (digest >> 16)) as usize % NEAR
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
    pub parties: Parties,
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
        self.parties.join(later.parties);
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
