//! `agents/*.yml` as written.

use super::decode::{Entries, record};
use super::scalar::{DateWord, IdWord};
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
        /// The name to show.
        name: Text,
        /// First day of service.
        joined: DateWord,
        /// Last day of service.
        left: Option<DateWord>,
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
    }
}
