//! What `audit` is asked with.

use super::arguments::{Source, Tongue};
use crate::report::{AuditDepth, Reporter};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `audit`
#[derive(Debug, Args)]
pub(super) struct Audit {
    #[command(flatten)]
    pub source: Source,
    /// The year that is audited [default: the last complete one].
    #[arg(long, value_name = "YYYY")]
    pub year: Option<String>,
    /// The seed of everything random: same data and seed, same bytes.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How it is told; several, parted by commas, need --out, and so does `csv`, which writes every table.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [AuditForm::Text])]
    pub format: Vec<AuditForm>,
    /// Folder into which it is written instead of to the console.
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// Language.
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
    /// End with 1 for this verdict.
    #[arg(long, value_enum, value_name = "VERDICT")]
    pub fail_on: Option<FailOn>,
    /// Audit this table instead (CSV, XLSX): units in rows, indicators in columns.
    #[arg(long, value_name = "FILE", requires = "frame")]
    pub table: Option<PathBuf>,
    /// Weights, directions and groups of its indicators.
    #[arg(long, value_name = "FILE", requires = "table")]
    pub frame: Option<PathBuf>,
}

/// How an audit is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AuditForm {
    /// For people, on the console.
    Text,
    /// For programs.
    Json,
    /// Every table.
    Csv,
    /// As a document.
    Markdown,
    /// What to do first, as YAML for `recommendations/`.
    Recommendations,
}

/// For which verdict a run ends with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Any system that does not hold.
    Red,
}

/// How thoroughly the audit of the site is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AuditPages {
    /// With fewer draws where there are many people.
    Auto,
    /// With as many draws as audit.yml says.
    Full,
    /// No pages of the audit.
    None,
}

impl AuditPages {
    /// The reporter with the pages of the audit that are asked for.
    pub(super) fn told(self, reporter: Reporter<'_>) -> Reporter<'_> {
        match self {
            Self::None => reporter,
            Self::Auto => reporter.with_audit(AuditDepth::Auto),
            Self::Full => reporter.with_audit(AuditDepth::Full),
        }
    }
}
