//! The command line of what starts, tidies and carries on files.

use clap::Args;
use std::path::PathBuf;

/// `fmt`
#[derive(Debug, Args)]
pub(super) struct Fmt {
    /// Files or folders [default: data]. A file that has a fault or uses anchors is left as it is, and said.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Write nothing; name the files that would change, and end with 1 if there are any.
    #[arg(long)]
    pub check: bool,
}
