//! The command line as people type it.

use super::arguments_audit::{Audit, AuditPages};
use super::arguments_files::{Export, Fmt, Init};
use super::arguments_import::Import;
use super::arguments_review::Review;
use crate::model::Language;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Scores of customer-service agents, explained: from YAML in git to a report site.
///
/// Exit codes: 0 clean, 1 faults in the data, 2 the tool failed.
#[derive(Debug, Parser)]
#[command(name = "deskscore", version, max_term_width = 110, propagate_version = true)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// When to use colour.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub color: Colour,
    /// Say nothing but faults and results.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the report site. A failed build leaves the last site as it was.
    Build(Build),
    /// Name every fault of the data, in one run.
    Check(Check),
    /// Show the site while you edit: rebuilds and reloads by itself, faults appear in the page.
    Serve(Serve),
    /// Explain one score, one award, one goal or one diagnostic code in words.
    Explain(Explain),
    /// What a change does: base against head, for the reviewer of a pull request.
    Review(Review),
    /// Whether the indicator system can be trusted: twenty-two checks on a year, or on any table.
    Audit(Audit),
    /// Freeze the figures and events of a month, or record a correction of a frozen one.
    Close(Close),
    /// Bring the export of a service platform (CSV, XLSX, JSON lines) into the figures of a month.
    Import(Import),
    /// What differs between two schemes: indicators, weights, rules, policies, bands.
    Diff(Diff),
    /// Try a draft scheme or draft targets on history: who would move and why, which goals would stand otherwise.
    Whatif(WhatIf),
    /// Write a working repository: data to edit, workflows, a README, settings for editors. Nothing is ever overwritten.
    Init(Init),
    /// Carry scores, figures and goals on to a spreadsheet, pandas or DuckDB.
    Export(Export),
    /// Bring data files into canonical form: layout, order and quotes, never what they say; comments stay.
    Fmt(Fmt),
    /// Write JSON Schemas of the data files, so that editors complete and check.
    #[command(after_help = super::command::FOR_EDITORS)]
    Schema(Schema),
    /// Print the completion script of a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Write a made-up organisation of any size, for trying out and measuring.
    #[command(hide = true)]
    Generate(Generate),
}

/// Where the data lies and as of when it is read.
#[derive(Debug, Args)]
pub(super) struct Source {
    /// Folder that holds deskscore.yml.
    #[arg(short, long, default_value = "data", value_name = "FOLDER")]
    pub data: PathBuf,
    /// The day for which goals and lateness are judged [default: the day of the commit that last touched the data, or the
    /// day after its last month]. Data may name its own day with `as_of` in deskscore.yml, which stands before these defaults.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<chrono::NaiveDate>,
}

/// For whom a site is made.
#[derive(Debug, Args)]
pub(super) struct Readers {
    /// For whom the site is made [default: as deskscore.yml says, else manager]. Files of a site have no login: whoever can
    /// read them sees all that is in them.
    #[arg(long, value_enum, value_name = "NAME")]
    pub audience: Option<Audience>,
    /// The agent whose own page is shown, for the audience `agent`.
    #[arg(long, value_name = "ID")]
    pub agent: Option<String>,
    /// File with a secret of 16 bytes or more, from which the pseudonyms of the audience `team` are made. Keep it out of git.
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
}

/// For whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Audience {
    /// Everyone: figures of groups that are large enough.
    Public,
    /// The agents: as public, with the upper half of rankings under pseudonyms and the honour board.
    Team,
    /// One agent: the own page, and what is public.
    Agent,
    /// Who leads them: everything.
    Manager,
}

/// `build`
#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub source: Source,
    /// Folder in which the site is put; files in it that Deskscore did not write are kept.
    #[arg(short, long, default_value = "site", value_name = "FOLDER")]
    pub out: PathBuf,
    /// Build the data of this git revision instead of the working tree.
    #[arg(long, value_name = "REV")]
    pub at: Option<String>,
    #[command(flatten)]
    pub readers: Readers,
    /// How far back the site tells which commit changed what, with which effect on scores: for as many commits as deskscore.yml
    /// says (50), for all, or not at all.
    #[arg(long, value_enum, default_value_t = History::Recent, value_name = "DEPTH")]
    pub history: History,
    /// How thoroughly the pages of the annual audit are computed, for an audience that sees everything: with fewer draws for many
    /// people, with as many as audit.yml says, or no such pages.
    #[arg(long, value_enum, default_value_t = AuditPages::Auto, value_name = "DEPTH")]
    pub audit: AuditPages,
    /// How the result is told.
    #[arg(long, value_enum, default_value_t = Told::Human)]
    pub format: Told,
}

/// How far back the history of the data is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum History {
    /// Effects of all commits.
    Full,
    /// Effects of the newest commits; older ones are listed.
    Recent,
    /// No history.
    None,
}

/// `check`
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub source: Source,
    /// Check the data of this git revision instead of the working tree.
    #[arg(long, value_name = "REV")]
    pub at: Option<String>,
    /// How faults are told; `github` makes annotations on a pull request.
    #[arg(long, value_enum, default_value_t = Form::Human)]
    pub format: Form,
    /// Exit with 1 for warnings too.
    #[arg(long)]
    pub deny_warnings: bool,
}

/// `serve`
#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub readers: Readers,
    /// Port on this machine; 0 takes a free one.
    #[arg(short, long, default_value_t = 4400)]
    pub port: u16,
    /// How thoroughly the pages of the annual audit are computed each time, as for `build`.
    #[arg(long, value_enum, default_value_t = AuditPages::Auto, value_name = "DEPTH")]
    pub audit: AuditPages,
}

/// `explain`
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// What.
    #[command(subcommand)]
    pub what: What,
}

/// `close`
#[derive(Debug, Args)]
pub(super) struct Close {
    /// The period whose months are closed: 2025-03, 2025-q1 or 2025.
    pub period: String,
    #[command(flatten)]
    pub source: Source,
    /// The day of closing or correction [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: Option<chrono::NaiveDate>,
    /// Record that a closed month was corrected; needs --by and --reason.
    #[arg(long, requires = "by", requires = "reason")]
    pub correct: bool,
    /// Who corrected it: id of a rater or agent.
    #[arg(long, value_name = "ID", requires = "correct")]
    pub by: Option<String>,
    /// Why it was corrected.
    #[arg(long, value_name = "TEXT", requires = "correct")]
    pub reason: Option<String>,
}

/// What to explain.
#[derive(Debug, Subcommand)]
pub(super) enum What {
    /// How the score of an agent in a period comes about.
    Score {
        /// The agent's id.
        agent: String,
        /// The period: 2025-03, 2025-q1 or 2025.
        period: String,
        /// What moved the score since this revision, edit by edit, instead of how it comes about.
        #[arg(long, value_name = "REV")]
        since: Option<String>,
        #[command(flatten)]
        source: Source,
        #[command(flatten)]
        told: Saying,
    },
    /// What an agent receives by an incentive in a period, how it comes about, and what is missing.
    Incentive {
        /// The incentive's id.
        incentive: String,
        /// The agent's id.
        agent: String,
        /// The period: 2025-03, 2025-q1 or 2025.
        period: String,
        #[command(flatten)]
        source: Source,
        #[command(flatten)]
        told: Saying,
    },
    /// What is said of a SMART goal, check by check.
    Goal {
        /// The goal's id.
        goal: String,
        #[command(flatten)]
        source: Source,
        #[command(flatten)]
        told: Saying,
    },
    /// What a diagnostic code means, why it matters, and how to mend it.
    Code {
        /// The code, such as weights-not-100; without one, all codes are listed.
        code: Option<String>,
    },
}

/// Language and form of an explanation.
#[derive(Debug, Args)]
pub(super) struct Saying {
    /// Language.
    #[arg(long, value_enum, default_value_t = Tongue::En)]
    pub lang: Tongue,
    /// How it is told.
    #[arg(long, value_enum, default_value_t = Told::Human)]
    pub format: Told,
}

/// `diff`
#[derive(Debug, Args)]
pub(super) struct Diff {
    /// Id of the first scheme.
    pub first: String,
    /// Id of the second scheme.
    pub second: String,
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub told: Saying,
}

/// `whatif`
#[derive(Debug, Args)]
pub(super) struct WhatIf {
    /// File of draft schemes, written like a file in schemes/; one with the id of a scheme takes its place.
    #[arg(long, value_name = "FILE", required_unless_present = "targets")]
    pub scheme: Option<PathBuf>,
    /// File of draft targets, written like a file in targets/; one with the id of a target takes its place.
    #[arg(long, value_name = "FILE", conflicts_with = "scheme")]
    pub targets: Option<PathBuf>,
    /// First month to try it on [default: the first with figures]
    #[arg(long, value_name = "YYYY-MM")]
    pub from: Option<String>,
    /// Last month to try it on [default: the last with figures]
    #[arg(long, value_name = "YYYY-MM")]
    pub to: Option<String>,
    /// Write a page that stands alone into this file instead.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub told: Saying,
}

/// `schema`
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// The noun whose schema is printed: organisation, indicators, teams, agents, schemes, targets, metrics, events, appeals
    /// or closed; `review` and `audit-report` for what `review` and `audit --format json` write.
    #[arg(required_unless_present = "out")]
    pub noun: Option<String>,
    /// Write all schemas into this folder instead, one file each.
    #[arg(long, value_name = "FOLDER", conflicts_with = "noun")]
    pub out: Option<PathBuf>,
}

/// `generate`
#[derive(Debug, Args)]
pub(super) struct Generate {
    /// Folder to write into; must not exist, or be empty.
    pub out: PathBuf,
    /// The sample organisation instead, as it stands in data/.
    #[arg(long)]
    pub sample: bool,
    /// Number of agents.
    #[arg(long, default_value_t = 100)]
    pub agents: u32,
    /// Number of months.
    #[arg(long, default_value_t = 12)]
    pub months: u32,
    /// Number of indicators.
    #[arg(long, default_value_t = 12)]
    pub indicators: u32,
    /// The seed: same seed, same bytes.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How faults are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// With the lines at fault.
    Human,
    /// One line each.
    Short,
    /// For programs.
    Json,
    /// As annotations on a pull request.
    Github,
}

/// How a result is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Told {
    /// For people.
    #[value(alias = "text")]
    Human,
    /// For programs.
    Json,
}

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Tongue {
    /// The language of the model.
    pub(super) const fn language(self) -> Language {
        match self {
            Self::Zh => Language::Zh,
            Self::En => Language::En,
        }
    }
}
