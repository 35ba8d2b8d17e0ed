//! A commit of the data and what it did.

use crate::history::{Edit, EditKind, Move, NewScores};
use crate::model::Month;
use chrono::NaiveDate;

/// A commit that changed something in the data folder.
#[derive(Debug, Clone, PartialEq)]
pub struct PastCommit {
    /// Full hash.
    pub hash: String,
    /// The day on which it was made.
    pub day: NaiveDate,
    /// Who made it; for a merge, who made what it brought.
    pub authors: Vec<String>,
    /// The first line of its message.
    pub subject: String,
    /// Whether it is a merge.
    pub merge: bool,
    /// Whether a shallow clone is cut here.
    pub cut: bool,
    /// How many files it changed.
    pub files: usize,
    /// What it did.
    pub told: Told,
}

impl PastCommit {
    /// The first ten digits of the hash.
    #[must_use]
    pub fn short(&self) -> &str {
        self.hash.get(..10).unwrap_or(&self.hash)
    }

    /// The effect, if it was computed.
    #[must_use]
    pub const fn effect(&self) -> Option<&Effect> {
        match &self.told {
            Told::Compared(effect) => Some(effect),
            _ => None,
        }
    }
}

/// What is known of the effect of a commit.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// It was not asked for: only the newest commits are evaluated.
    NotAsked,
    /// The data begins here, or the clone does.
    First,
    /// All states before it have errors.
    NoBase,
    /// The data has this many errors after it, so there are no scores to compare.
    Faulty(usize),
    /// What it did.
    Compared(Box<Effect>),
}

/// What a commit did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Effect {
    /// Edits of targets, schemes, indicators, incentives, the organisation and closed months, and of figures of closed months.
    pub decisions: Vec<Edit>,
    /// How many of them are left out of a commit that has very many.
    pub more: usize,
    /// All other edits, by kind and month.
    pub others: Vec<Counted>,
    /// How many scores are shown as another number, appear or go, in periods that were known before.
    pub moved: usize,
    /// The largest change of a score.
    pub largest: Option<Move>,
    /// How many bands changed.
    pub bands: usize,
    /// How many titles and payouts changed.
    pub awards: usize,
    /// Periods that came or went, with their scores.
    pub periods: Vec<NewScores>,
    /// Decimals of scores.
    pub decimals: u8,
    /// ISO code of the currency.
    pub currency: String,
    /// States between that could not be evaluated: what they changed is part of this effect.
    pub over_faulty: bool,
}

/// Edits of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Which.
    pub kind: EditKind,
    /// The month that they are about.
    pub month: Option<Month>,
    /// How many figures, or people, or events.
    pub count: usize,
}

/// How the commit that wrote a line stands to the one that brought its file.
#[derive(Debug, Clone, Copy)]
pub enum Standing<'a> {
    /// The line is as old as its file.
    AsBrought(&'a PastCommit),
    /// It was written later.
    Later(&'a PastCommit),
    /// It is in no commit.
    Uncommitted,
}
