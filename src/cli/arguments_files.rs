//! The command line of what starts, tidies and carries on files.

use clap::{Args, ValueEnum};
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

/// `init`
#[derive(Debug, Args)]
pub(super) struct Init {
    /// Folder of the repository; files that are there already stay as they are.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// What the team is like.
    #[arg(long, value_enum, default_value_t = Template::SmallShop, value_name = "NAME")]
    pub template: Template,
    /// Language of the comments and the README; names of things stand in both.
    #[arg(long, value_enum, default_value_t = Comments::Zh, value_name = "NAME")]
    pub language: Comments,
}

/// What a team is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Template {
    /// A shop with three agents and four indicators.
    SmallShop,
    /// An online platform: chat, phone and e-mail, figures by channel.
    OnlineService,
    /// After-sales of an online shop: response, call-backs, resolution, rescued reviews.
    AfterSales,
    /// A call centre: service level, handling time, monitoring.
    CallCentre,
    /// Support of software: tickets, first response, renewals.
    SoftwareSupport,
}

/// A language of comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Comments {
    /// Chinese.
    Zh,
    /// English.
    En,
}
