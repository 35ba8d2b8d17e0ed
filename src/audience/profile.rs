//! For whom a site is made.

use crate::model::{AgentIx, ProfileName};

/// For whom a site is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Everyone: figures of groups only.
    Public,
    /// The agents of the organisation: figures of groups, the upper half of rankings under pseudonyms, the honour board.
    Team,
    /// Who leads them: everything.
    Manager,
    /// One agent: the own page, and what holds for all.
    Agent(AgentIx),
}

impl Profile {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> ProfileName {
        match self {
            Self::Public => ProfileName::Public,
            Self::Team => ProfileName::Team,
            Self::Manager => ProfileName::Manager,
            Self::Agent(_) => ProfileName::Agent,
        }
    }

    /// The agent whose own page it shows.
    #[must_use]
    pub const fn own(self) -> Option<AgentIx> {
        match self {
            Self::Agent(own) => Some(own),
            _ => None,
        }
    }
}
