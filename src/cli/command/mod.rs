//! One small file per command; each is a composition of what the rooms give.

mod build;
mod check;
mod close;
mod diff;
mod explain;
mod generate;
mod import;
mod review;
mod schema;
mod serve;
mod whatif;

pub(super) use build::build;
pub(super) use check::check;
pub(super) use close::close;
pub(super) use diff::diff;
pub(super) use explain::explain;
pub(super) use generate::generate;
pub(super) use import::import;
pub(super) use review::{flag_kind, review};
pub(super) use schema::schema;
pub(super) use serve::serve;
pub(super) use whatif::whatif;
