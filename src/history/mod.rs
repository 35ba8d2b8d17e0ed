//! What changed between two states of the data, and which edit moved which score. Pure: takes two evaluations made by the same
//! program, gives facts without words.
//!
//! The way: [`Side`] (one state with its faults) → `union` (both states in one numbering, renamed agents found) → `edits` by
//! group → `moved` (scores that differ) → `share` (each difference divided among the groups of edits) → `goals`, `awards`,
//! `faults` → `flag` (what a reviewer should look at twice) → `ruling` (what follows from it by the gates of the base).
//!
//! Imports: diag, stats, raw, model, score, goals, incentives, evaluate.

mod acknowledgement;
mod author;
mod award;
mod blend;
mod compare;
mod comparison;
mod edit;
mod edits_data;
mod edits_events;
mod edits_people;
mod edits_rules;
mod edits_scheme;
mod edits_target;
mod fault;
mod file_change;
mod flag;
mod flag_source;
mod goal;
#[cfg(test)]
mod laws;
mod mixture;
mod moved;
mod place;
mod player;
mod remap;
mod rename;
mod ruling;
mod share;
mod side;
mod single;
mod union;

pub use acknowledgement::{Acknowledged, Acknowledgement, TRAILER, acknowledging};
pub use award::{AwardChange, NewAwards};
pub use compare::compare;
pub use comparison::Comparison;
pub use edit::{Amount, Ease, Edit, EditKind, Group, Named, Stage};
pub use edits_target::stage as target_stage;
pub use fault::{FaultLine, fault_difference};
pub use file_change::{FileChange, FileChangeKind, Texts};
pub use flag::{Flag, FlagKind};
pub use goal::GoalChange;
pub use moved::{Move, NewScores, ScoreState};
pub use place::Place;
pub use ruling::{About, Ruling, rulings};
pub use share::{Part, share_out};
pub use side::Side;
pub use single::{Explained, SINGLE, Single, explain_move};
