//! Results side by side: two schemes, a pilot and the scheme in force, a draft tried on history, before and after. Pure.
//!
//! Imports: evaluate, model, score, stats.

mod moves;
mod pilot;

pub use moves::{Move, Moves, Side, Summary};
pub use pilot::pilot;
