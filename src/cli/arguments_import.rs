//! The arguments of `import`.

use super::arguments::{Source, Told, Tongue};
use clap::Args;
use std::path::PathBuf;

/// `import`
#[derive(Debug, Args)]
pub(super) struct Import {
    #[command(flatten)]
    pub source: Source,
    /// The exports, or folders of them; all are counted together, as if they were one.
    #[arg(required_unless_present = "show", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The map: which column is which agent and figure. A name without a path means maps/NAME.yml in the data folder.
    #[arg(long, value_name = "MAP.yml", required_unless_present = "preset", conflicts_with = "preset")]
    pub map: Option<PathBuf>,
    /// A map that comes with the program: qianniu, feige, kuaishou, xiaohongshu, jd, shopzilla, zendesk, freshdesk, intercom.
    #[arg(long, value_name = "NAME")]
    pub preset: Option<String>,
    /// The month.
    #[arg(long, required_unless_present = "show", value_name = "YYYY-MM")]
    pub period: Option<String>,
    /// Show what would change, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Add people whom the data does not know to agents/imported.yml, as members of this team [default: the only one].
    #[arg(long, value_name = "TEAM", num_args = 0..=1, default_missing_value = "")]
    pub add_agents: Option<String>,
    /// Write into a closed month; the correction is then recorded with `deskscore close MONTH --correct`.
    #[arg(long)]
    pub correct: bool,
    /// Print the map of --preset, for a copy in maps/ that fits your export.
    #[arg(long, requires = "preset")]
    pub show: bool,
    /// How the result is told.
    #[arg(long, value_enum, default_value_t = Told::Human)]
    pub format: Told,
    /// Language of what is told.
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
}
