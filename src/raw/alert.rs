//! `alerts/*.yml` as written.

use super::decode::{Entries, choice, record};
use super::scalar::{GoalWord, IdWord, MonthWord, NumberWord};
use super::text::Text;

record! {
    /// A file of alert rules.
    AlertsFile {
        /// Alert rules by id.
        alerts: Entries<Alert>,
    }
}

record! {
    /// When somebody has to look, who, and what is done.
    Alert {
        /// The name.
        name: Text,
        /// Id of the indicator.
        indicator: IdWord,
        /// Operator and threshold, such as `> 3%`.
        when: GoalWord,
        /// Whom it watches.
        subjects: AlertSubjects,
        /// Ids of the teams to which it applies (default all).
        teams: Option<Vec<IdWord>>,
        /// Ids of the levels of agents to which it applies (default all).
        levels: Option<Vec<IdWord>>,
        /// Months in a row that have to cross the threshold (default 1).
        consecutive: Option<NumberWord>,
        /// Fewest cases of a month on which it is judged (default the indicator's).
        minimum: Option<NumberWord>,
        /// Who acts.
        owner: Text,
        /// What is done.
        action: Text,
        /// First month watched (default all).
        from: Option<MonthWord>,
        /// Last month watched (default open).
        to: Option<MonthWord>,
    }
}

choice! {
    /// Whom an alert watches.
    AlertSubjects {
        /// Each agent.
        Agents = "agents",
        /// Each team as a whole.
        Teams = "teams",
        /// The organisation as a whole.
        Organisation = "organisation",
    }
}
