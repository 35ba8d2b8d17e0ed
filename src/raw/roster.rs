//! `rosters/*.yml` as written: hours that were scheduled and what came in, by team, month and time of day.

use super::decode::record;
use super::scalar::{IdWord, MonthWord, NumberWord, Word};

record! {
    /// A file of rosters.
    RostersFile {
        /// Staff hours by team, month and interval of the day.
        rosters: Vec<Roster>,
    }
}

record! {
    /// The staff hours of a team in one interval of the day, added over the days of a month.
    Roster {
        /// Id of the team.
        team: IdWord,
        /// The month.
        month: MonthWord,
        /// The time of day, such as 09:00-17:00; over midnight such as 22:00-06:00 (default the whole day).
        interval: Option<Word>,
        /// Staff hours that were scheduled.
        hours: NumberWord,
        /// Staff hours that were worked, where known.
        worked: Option<NumberWord>,
        /// Enquiries that came in.
        enquiries: NumberWord,
    }
}
