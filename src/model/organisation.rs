//! The organisation: what `data/deskscore.yml` says.

use super::{Audiences, DatedAction, EventType, Gates, Id, Lints, Promotion, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// The organisation and the vocabulary that its other files use.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// Name, in the site's head.
    pub name: Text,
    /// One or two sentences for the overview; empty if none.
    pub about: Text,
    /// IANA name of the time zone in which dates are meant, such as `Asia/Shanghai`. Shown, not computed with.
    pub time_zone: String,
    /// ISO 4217 code such as `CNY`.
    pub currency: String,
    /// First month of the fiscal year, 1–12.
    pub fiscal_start: u8,
    /// Days after the end of a month within which its data may still be missing without being late (T6; default 7).
    pub grace_days: u16,
    /// The day for which goals and lateness are judged when nothing else is asked for: for data that is no longer written to.
    pub as_of: Option<NaiveDate>,
    /// Decimals with which scores are shown and compared, 0–4 (default 2).
    pub score_decimals: u8,
    /// Where the repository can be seen on the web, so that numbers link to their lines.
    pub repository: Option<Web>,
    /// Address at which the site is published, without a slash at its end.
    pub site_url: Option<String>,
    /// Whether search engines may list the site.
    pub indexable: bool,
    /// Channels, in the order written.
    pub channels: Vec<Term>,
    /// Levels of agents, lowest first.
    pub levels: Vec<Term>,
    /// Promotions, by their first day.
    pub promotions: Vec<Promotion>,
    /// Dated actions whose effect is looked at, by date.
    pub actions: Vec<DatedAction>,
    /// What a manager is called.
    pub manager: Text,
    /// Dimensions of indicators, in the order written.
    pub dimensions: Vec<Dimension>,
    /// Types of events, in the order written.
    pub event_types: Vec<EventType>,
    /// People who enter events and decide, and are not appraised here, in the order written.
    pub raters: Vec<Term>,
    /// Limits of the lints of schemes.
    pub lints: Lints,
    /// For whom sites are made.
    pub audiences: Audiences,
    /// What follows from what a review finds.
    pub gates: Gates,
    /// Most commits whose effect on scores is computed for the page of changes, 0–10,000 (default 50).
    pub evaluated_commits: usize,
}

/// See [`Organisation::evaluated_commits`].
pub const EVALUATED_COMMITS: usize = 50;

/// The repository's address on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Web {
    /// Base address without a trailing slash, such as `https://github.com/owner/name`.
    pub url: String,
    /// Branch or tag to link to when the data is not at a commit.
    pub branch: String,
}

/// An id with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
}

/// A dimension of service work, such as speed or quality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// What kind of performance it is, for guardrails (domain notes D, R4).
    pub nature: Nature,
    /// Whether it is the core of the service (A021).
    pub core: bool,
    /// Where it was written.
    pub span: Span,
}

/// What a dimension measures, as far as rules depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// How fast: a goal needs a quality guardrail.
    Speed,
    /// How well.
    Quality,
    /// What agents know and learn: a scheme should weigh some of it (A111).
    Knowledge,
    /// How much is sold: a goal needs a refund or complaint guardrail.
    Sales,
    /// Anything else.
    Other,
}

impl Nature {
    /// Its word in the data.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Speed => "speed",
            Self::Quality => "quality",
            Self::Knowledge => "knowledge",
            Self::Sales => "sales",
            Self::Other => "other",
        }
    }
}
