//! From an export to the first repository of a team: its people, the indicators that the export gives, a draft of a scheme and
//! the month.
//!
//! Two steps around the counting of `import`: [`ground`] gives an organisation without people that knows the catalogue, so that the
//! export can be counted against it; [`begin`] writes what was counted as the files of a repository, with what of the catalogue it needs.
//!
//! Imports: canon, check, diag, import, init, model, raw.

mod catalogue;
mod ground;
mod repository;
mod scheme;

pub use ground::{Ground, ground};
pub use repository::{Begun, Own, begin};
