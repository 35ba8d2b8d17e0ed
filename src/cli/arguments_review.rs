//! What `review` is asked with.

use super::arguments::{Source, Tongue};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `review`
#[derive(Debug, Args)]
pub(super) struct Review {
    /// What is compared: BASE..HEAD, BASE...HEAD (from where they parted) or BASE against the working tree [default: where the main
    /// branch and this one parted, against the working tree].
    #[arg(value_name = "BASE..HEAD")]
    pub range: Option<String>,
    #[command(flatten)]
    pub source: Source,
    /// How it is told: `markdown` for a comment, `json` for programs, `github` for annotations on a pull request,
    /// `gitlab` for a code-quality report, `html` for a page with charts.
    #[arg(long, value_enum, default_value_t = ReviewForm::Human)]
    pub format: ReviewForm,
    /// Write into this file instead of showing it.
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Language.
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
    /// Most bytes of the Markdown [default: 60000].
    #[arg(long, value_name = "BYTES")]
    pub budget: Option<usize>,
    /// Findings that end the review with 1 whatever deskscore.yml says of them, such as target-eased-over; faults always do.
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = super::command::gate_kind)]
    pub fail_on: Vec<crate::model::GateKind>,
    /// File with the text of the pull request, whose lines `Deskscore-Acknowledge: KIND: reason` count; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    pub acknowledged_in: Option<PathBuf>,
}

/// How a review is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReviewForm {
    /// For people, on the console.
    Human,
    /// As a comment on a pull request.
    Markdown,
    /// For programs.
    Json,
    /// As annotations on a pull request.
    Github,
    /// As a code-quality report of GitLab.
    Gitlab,
    /// As a page that stands alone, with charts.
    Html,
}
