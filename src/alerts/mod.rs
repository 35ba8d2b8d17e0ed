//! Alert rules over the months: who meets a rule since when, and where too few cases leave it open. Pure.
//!
//! A month of a subject is looked at once: it meets the rule, it does not, it cannot be assessed (no figures, or fewer cases
//! than asked for), or the subject is outside of the rule (other team or level, not in service). An alert fires when as many
//! months in a row meet the rule as it asks for; a month that cannot be assessed breaks that row, since nothing is known of
//! it. Once fired, an alert stays open through months that cannot be assessed and ends with the first month that does not
//! meet the rule or in which the subject is outside.
//!
//! Imports: model, score.

mod episode;
mod watch;

pub use episode::{Episode, Look, episodes};
pub use watch::{AlertResult, MonthTally, SubjectEpisode, watch};
