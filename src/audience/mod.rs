//! Who may see what. Results go through here on their way to pages, and what an audience may not see is not in what comes
//! out: people are without name and id, what was written about them is gone, groups too small to hide in are withheld, and
//! so is what would reveal them.
//!
//! The profiles follow domain notes E.5: `public` (teams and the organisation, groups of at least k), `team` (as public, with the
//! upper half of rankings under pseudonyms and the honour board), `manager` (all), `agent` (one's own page). A static host has
//! no login: whoever can read the files of a site sees all that is in them, so each audience gets a site of its own.
//!
//! Imports: model, score, incentives, evaluate.

mod contributors;
mod groups;
mod honour;
mod names;
mod profile;
mod pseudonym;
mod veil;
mod visible;

pub use groups::Shown;
pub use honour::{Honour, Praise};
pub use profile::Profile;
pub use pseudonym::{Key, WeakKey};
pub use visible::{Visible, see};
