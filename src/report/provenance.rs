//! Where the data came from: what every page says about its own origin.

use chrono::NaiveDate;

/// The origin of a build.
#[derive(Debug, Clone, Default)]
pub struct Provenance {
    /// The data's commit, if the data is in git.
    pub commit: Option<CommitMark>,
    /// The data differs from that commit.
    pub changed: bool,
    /// The clone is shallow: older commits cannot be seen.
    pub shallow: bool,
    /// Version of the program.
    pub program: String,
}

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitMark {
    /// Full hash.
    pub hash: String,
    /// Day of the commit, in its own time zone.
    pub day: NaiveDate,
}

impl CommitMark {
    /// The first ten characters of the hash.
    #[must_use]
    pub fn short(&self) -> &str {
        self.hash.get(..10).unwrap_or(&self.hash)
    }
}
