//! `names.yml` as written: names of people, in a file that git may ignore.

use super::decode::{Entries, record};
use super::text::Text;

record! {
    /// Names of agents. The file may be missing: then their ids stand where no name is known.
    NamesFile {
        /// Names by the agent's id; they stand before those in agents/*.yml.
        names: Entries<Text>,
    }
}
