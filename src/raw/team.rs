//! `teams.yml` as written.

use super::decode::{Entries, record};
use super::scalar::IdWord;
use super::text::Text;

record! {
    /// The teams.
    TeamsFile {
        /// Teams by id.
        teams: Entries<Team>,
    }
}

record! {
    /// A team.
    Team {
        /// The name.
        name: Text,
        /// Ids of the channels that it serves (default all).
        channels: Option<Vec<IdWord>>,
        /// Teams with the same word do comparable work (default: the team's own id).
        peer_group: Option<IdWord>,
    }
}
