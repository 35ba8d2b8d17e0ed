//! Results side by side: two schemes, a pilot and the scheme in force, a draft tried on history, before and after,
//! a year of targets looked back on, rosters against enquiries, the yardsticks of two years. Pure.
//!
//! Imports: evaluate, goals, model, score, stats.

mod effect;
mod like;
mod moves;
mod pilot;
mod scheme_difference;
mod staffing;
mod trial;
mod yardstick;
mod yearly;

pub use effect::{Effect, effect};
pub use like::{Association, Group, LikeForLike, association, like_for_like};
pub use moves::{Move, Moves, Side, Summary};
pub use pilot::pilot;
pub use scheme_difference::{Aspect, ItemDifference, SchemeDifference, Setting, scheme_difference};
pub use staffing::{Load, Part, Staffing, staffing};
pub use trial::{GoalChange, Trial, on_history, trial};
pub use yardstick::yardsticks;
pub use yearly::{Drift, Fit, Hits, IndicatorYear, Reached, Yearly, yearly};
