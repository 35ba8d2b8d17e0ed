//! One small file per command; each is a composition of what the rooms give.

mod audit;
mod build;
mod check;
mod close;
mod diff;
mod explain;
mod export;
mod fmt;
mod generate;
mod import;
mod init;
mod init_from;
mod review;
mod review_ends;
mod schema;
mod serve;
mod since;
mod whatif;

pub(super) use audit::audit;
pub(super) use build::build;
pub(super) use check::check;
pub(super) use close::close;
pub(super) use diff::diff;
pub(super) use explain::explain;
pub(super) use export::export;
pub(super) use fmt::fmt;
pub(super) use generate::generate;
pub(super) use import::import;
pub(super) use init::init;
pub(super) use review::{gate_kind, review};
pub(super) use schema::{FOR_EDITORS, schema};
pub(super) use serve::serve;
pub(super) use whatif::whatif;
