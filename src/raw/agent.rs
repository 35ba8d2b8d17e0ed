//! `agents/*.yml` as written.

use super::decode::{Entries, choice, record};
use super::scalar::{DateWord, Flag, IdWord, Word};
use super::text::Text;

record! {
    /// A file of agents.
    AgentsFile {
        /// Agents by id.
        agents: Entries<Agent>,
    }
}

record! {
    /// An agent.
    Agent {
        /// The name to show (default: the one in names.yml, else the id).
        name: Option<Text>,
        /// First day of service.
        joined: DateWord,
        /// Last day of service.
        left: Option<DateWord>,
        /// Whether the agent agreed to be named on the honour board that the team sees (default false).
        honour: Option<Flag>,
        /// E-mail addresses with which this person commits, so that a review can say when somebody's own score rises by their
        /// own change. They are shown nowhere.
        git: Option<Vec<Word>>,
        /// Team and level with dates.
        postings: Vec<Posting>,
    }
}

record! {
    /// A team and level held from a day on.
    Posting {
        /// First day.
        from: DateWord,
        /// Last day (default open).
        to: Option<DateWord>,
        /// Id of the team.
        team: IdWord,
        /// Id of the level (default the lowest).
        level: Option<IdWord>,
        /// What the posting is (default agent).
        role: Option<Role>,
        /// Ids of the teams that a manager leads (default the team of the posting).
        leads: Option<Vec<IdWord>>,
    }
}

choice! {
    /// What a posting is.
    Role {
        /// Serves customers.
        Agent = "agent",
        /// Leads teams.
        Manager = "manager",
    }
}
