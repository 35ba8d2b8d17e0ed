//! The command line of what starts, tidies and carries on files.

use super::arguments::{Readers, Source, Tongue};
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
    /// Start from your own export: its people, indicators and month, and a draft of a scheme with equal weights.
    #[arg(long, value_name = "EXPORT", num_args = 1.., requires = "period", conflicts_with = "template")]
    pub from: Vec<PathBuf>,
    /// The map of the export [default: the preset whose columns the export has].
    #[arg(long, value_name = "MAP.yml", requires = "from", conflicts_with = "preset")]
    pub map: Option<PathBuf>,
    /// The preset of the export, as in `import`.
    #[arg(long, value_name = "NAME", requires = "from")]
    pub preset: Option<String>,
    /// The month of the export.
    #[arg(long, value_name = "YYYY-MM", requires = "from")]
    pub period: Option<String>,
    /// Language of what is told [default: that of the comments].
    #[arg(long, value_enum)]
    pub lang: Option<Tongue>,
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

/// `export`
#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub readers: Readers,
    /// Form of the tables.
    #[arg(long, value_enum, value_name = "NAME", requires = "out", required_unless_present = "xlsx")]
    pub format: Option<TableForm>,
    /// Folder into which the tables are written, one file each.
    #[arg(short, long, value_name = "FOLDER", requires = "format")]
    pub out: Option<PathBuf>,
    /// Write a workbook: the ranking and a sheet for each agent, with live formulas.
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,
    /// The period of the workbook: 2025-03, 2025-q1 or 2025 [default: the last month with figures].
    #[arg(long, value_name = "PERIOD", requires = "xlsx")]
    pub period: Option<String>,
    /// Language of the workbook.
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
}

/// Form of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TableForm {
    /// Comma-separated values, UTF-8 with a byte order mark, as spreadsheets want it.
    Csv,
    /// A list of objects.
    Json,
    /// Columns, for pandas, Polars and DuckDB.
    Parquet,
}
