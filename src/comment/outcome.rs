//! What is told: the comparison, or why there is none.

use crate::history::{Comparison, FaultLine, Flag, Ruling};
use crate::model::GateDecision;
use chrono::NaiveDate;

/// One of the two states, as it is named to the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// A commit, by its full hash.
    Commit(String),
    /// The files as they lie in the folder.
    WorkingTree,
}

impl State {
    /// The first ten digits of the commit; `None` for the working tree.
    #[must_use]
    pub fn short(&self) -> Option<&str> {
        match self {
            Self::Commit(hash) => Some(hash.get(..10).unwrap_or(hash)),
            Self::WorkingTree => None,
        }
    }
}

/// What came out.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Both states could be evaluated.
    Compared(Box<Comparison>),
    /// There is nothing to compare with: the data is new.
    NoBase {
        /// Scores that the head has.
        scores: usize,
        /// Warnings of the head.
        faults: Vec<FaultLine>,
    },
    /// The base has errors, so that it has no scores.
    BaseFaulty {
        /// Errors of the base.
        errors: usize,
        /// Faults of the head alone.
        new: Vec<FaultLine>,
    },
    /// The head has errors, so that it has no scores.
    HeadFaulty {
        /// Errors of the head.
        errors: usize,
        /// Faults of the head alone.
        new: Vec<FaultLine>,
        /// Faults that both have.
        old: usize,
    },
}

/// A change as it is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewed {
    /// The base; `None` if there is none.
    pub base: Option<State>,
    /// The head.
    pub head: State,
    /// The day for which both were judged.
    pub as_of: Option<NaiveDate>,
    /// What came out.
    pub outcome: Outcome,
    /// Whether the clone is cut off, so that the base may not be the true one.
    pub shallow: bool,
    /// Whether the base is the last commit because no main branch was found.
    pub no_main: bool,
    /// What follows from what was found, by the gates of the base and the acknowledgements.
    pub rulings: Vec<Ruling>,
    /// Lines that begin like an acknowledgement and cannot be read.
    pub unread: Vec<String>,
    /// Keeps comments of several data folders apart.
    pub instance: String,
}

impl Reviewed {
    /// The comparison, if both states could be evaluated.
    #[must_use]
    pub fn comparison(&self) -> Option<&Comparison> {
        match &self.outcome {
            Outcome::Compared(comparison) => Some(comparison),
            _ => None,
        }
    }

    /// Errors of the head.
    #[must_use]
    pub fn errors(&self) -> usize {
        let error = |line: &&FaultLine| line.severity == crate::diag::Severity::Error;
        match &self.outcome {
            Outcome::HeadFaulty { errors, .. } => *errors,
            Outcome::Compared(comparison) => comparison.new_faults.iter().filter(error).count(),
            Outcome::NoBase { faults, .. } => faults.iter().filter(error).count(),
            Outcome::BaseFaulty { new, .. } => new.iter().filter(error).count(),
        }
    }

    /// Whether the change passes: no error, nothing that fails, nothing that waits for an acknowledgement.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.errors() == 0 && self.rulings.iter().all(Ruling::passes)
    }

    /// What follows from `flag`.
    #[must_use]
    pub fn decision(&self, flag: &Flag) -> GateDecision {
        let ruling = self.rulings.iter().find(|ruling| ruling.kind == flag.kind.gate());
        ruling.map_or(GateDecision::Ignore, |ruling| ruling.decision)
    }

    /// The flags that are told.
    pub fn flags(&self) -> impl Iterator<Item = &Flag> {
        let flags = self.comparison().map_or(&[][..], |comparison| &comparison.flags);
        flags.iter().filter(|flag| self.decision(flag) != GateDecision::Ignore)
    }
}
