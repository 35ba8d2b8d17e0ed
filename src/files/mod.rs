//! The door to disk and git. Nothing else in the program opens, writes, renames or deletes a file, or starts `git`.
//!
//! Three jobs, one way in for each:
//! - [`Tree`](crate::files::Tree): the files of a data folder as sorted text, from disk or from a revision in git, with
//!   what could not be read.
//! - [`Repository`](crate::files::Repository): facts about commits, read through git's plumbing commands.
//! - [`Staging`](crate::files::Staging): a site written beside the old one and put in its place whole. Own files are
//!   those of the manifest; any other file is foreign, is carried over, and is never deleted.
//!
//! The room returns plain data and typed errors; turning them into diagnostics is the work of `check` and `cli`.
//!
//! Imports: nothing.
#![allow(
    clippy::disallowed_methods,
    reason = "this room is the one place that owns the disk and the git program; the bans send everybody else here"
)]

mod base;
mod commit;
mod file;
mod folder;
mod fresh;
mod git;
mod line_origin;
mod log;
mod log_parse;
#[cfg(test)]
mod log_test;
mod publish;
mod remote;
mod revision;
#[cfg(test)]
mod sample_repository;
mod tree;

pub use commit::{Commit, LastTouch};
pub use file::{FileError, open, read, write_atomic, write_streaming};
pub use fresh::{make_folder, write_new, write_new_folder};
pub use git::{GitError, NoRepository, Repository};
pub use line_origin::{FileLines, Lines, Wrote};
pub use log::{Log, LogCommit, LogFile};
pub use publish::{Guard, NameFault, PublishError, Refusal, Report, Staging, Swap, WhenBusy};
pub use remote::web_address;
pub use tree::{Entry, Tree, TreeOptions, Unreadable};
