//! Metrics to indicator values, points, scores, bands and ranks, with a trace of each step. Pure.
//!
//! The way of a score: `service` (what an agent did, month by month) → `stretch` (months under one rule set) → `item` (its
//! value by `tally` and `sum`, its `points`) → `segment` (weights spread, total) → `scorecard` → `standing` → `rank`.
//! Method and defaults: domain notes B.1, B.4 and C; policies stand in [`crate::model::Policy`].
//!
//! Imports: diag, stats, model.

mod card;
mod change;
mod composite;
mod contribution;
mod event_points;
mod index;
mod item;
mod led;
#[cfg(test)]
mod laws;
mod points;
mod rank;
mod reading;
mod red_line;
mod roster;
mod scorecard;
mod segment;
mod service;
mod standing;
mod stretch;
mod subtotal;
mod sum;
mod tally;
#[cfg(test)]
pub(crate) mod testing;
mod uncertainty;
#[cfg(test)]
mod worked;
#[cfg(test)]
mod worked_composite;
#[cfg(test)]
mod worked_events;
#[cfg(test)]
mod worked_manager;
#[cfg(test)]
mod worked_ranks;
#[cfg(test)]
mod worked_samples;

pub use card::{
    AppliedRule, CardStep, ChannelPoints, ItemResult, PartReading, Reading, ReadingState, RuleChoice,
    Scorecard, Segment, SourceCell, Sums, Verdict,
};
pub use change::{Change, ItemChange, change};
pub use contribution::{Contribution, DimensionScore, contributions, dimension_scores};
pub use event_points::EventMonth;
pub use index::Index;
pub use led::reading_as_manager;
pub use points::{Points, points};
pub use rank::{Rank, Ranking, Unranked, rank};
pub use reading::{reading, reading_with};
pub use scorecard::{scorecard, scorecard_of_year, scorecard_placeless, scorecard_under};
pub use service::{days_worked, scheme_of_year};
pub use standing::{Standing, standing, totals};
