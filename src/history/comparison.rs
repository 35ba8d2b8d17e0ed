//! The whole difference between two states.

use super::{AwardChange, Edit, FaultLine, FileChange, Flag, GoalChange, Group, Move, NewAwards, NewScores};
use crate::model::Gates;

/// What changed between two states of the data, and what it did.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Every edit, by group in the order of [`Group::ALL`], within it by what it is about.
    pub edits: Vec<Edit>,
    /// Scores that differ, the largest change first; those that appear or go come before.
    pub moves: Vec<Move>,
    /// Periods that only one of the states knows.
    pub periods: Vec<NewScores>,
    /// Ranks that differ although the score does not.
    pub ranks_only: usize,
    /// Goals whose state differs.
    pub goals: Vec<GoalChange>,
    /// Titles and payouts that differ in periods that both states know.
    pub awards: Vec<AwardChange>,
    /// Titles and payouts of periods that only the head knows and that are over.
    pub new_awards: Vec<NewAwards>,
    /// Faults of the head alone.
    pub new_faults: Vec<FaultLine>,
    /// Faults of the base alone.
    pub gone_faults: Vec<FaultLine>,
    /// Files that differ and of which no edit tells; nothing before [`Self::tell_files`].
    pub files: Vec<FileChange>,
    /// What a reviewer should look at twice.
    pub flags: Vec<Flag>,
    /// What follows from findings, as the base says: a change is not judged by rules that it brings along.
    pub gates: Gates,
    /// What follows from findings, as the head says.
    pub head_gates: Gates,
    /// Decimals of scores.
    pub decimals: u8,
    /// ISO code of the currency.
    pub currency: String,
}

impl Comparison {
    /// Whether nothing changed that the data says.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
            && self.moves.is_empty()
            && self.periods.is_empty()
            && self.goals.is_empty()
            && self.awards.is_empty()
            && self.new_faults.is_empty()
            && self.gone_faults.is_empty()
    }

    /// The edits of `group`.
    pub fn of(&self, group: Group) -> impl Iterator<Item = &Edit> {
        self.edits.iter().filter(move |edit| edit.kind.group() == group)
    }

    /// Scores that are shown as another number, or that appear or go.
    #[must_use]
    pub fn shown_moves(&self) -> usize {
        self.moves.iter().filter(|moved| moved.change != Some(0)).count()
    }

    /// Scores whose band differs.
    #[must_use]
    pub fn band_changes(&self) -> usize {
        self.moves.iter().filter(|moved| moved.changes_band()).count()
    }
}
