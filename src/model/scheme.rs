//! Schemes: what counts how much, by which rule, for whom and when.

use super::{Accepted, ChannelIx, Id, IndicatorIx, LevelIx, Month, Role, Rule, Status, TeamIx, Text, Whose};
use crate::diag::Span;

/// An appraisal scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// Why the scheme is as it is; empty if not said.
    pub about: Text,
    /// Version as people call it, such as `2025.1`.
    pub version: String,
    /// First month in force.
    pub from: Month,
    /// Last month in force; open if none.
    pub to: Option<Month>,
    /// Teams to which it applies; empty means all.
    pub teams: Vec<TeamIx>,
    /// Whom it scores.
    pub role: Role,
    /// In force, or a pilot or draft beside it.
    pub status: Status,
    /// The weighted indicators, in the order written.
    pub items: Vec<Item>,
    /// What happens in the cases that every scheme meets.
    pub policy: Policy,
    /// Bands, best first; may be empty.
    pub bands: Vec<Band>,
    /// Lints that are accepted, each with its reason.
    pub accepts: Vec<Accepted>,
    /// Where it was written.
    pub span: Span,
}

impl Scheme {
    /// Whether dates and teams of the scheme hold `team` in `month`, whatever its status.
    #[must_use]
    pub fn applies(&self, team: TeamIx, month: Month) -> bool {
        self.from <= month
            && self.to.is_none_or(|to| month <= to)
            && (self.teams.is_empty() || self.teams.contains(&team))
    }

    /// The item of `indicator`.
    #[must_use]
    pub fn item(&self, indicator: IndicatorIx) -> Option<&Item> {
        self.items.iter().find(|item| item.indicator == indicator)
    }
}

/// One weighted indicator of a scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Whose figures: the person's, or those of the teams led.
    pub of: Whose,
    /// Share of the total, in percent; the items of a scheme total 100.
    pub weight: f64,
    /// The rule for everyone not named below.
    pub rule: Rule,
    /// Rules for levels that differ, sorted by level.
    pub levels: Vec<(LevelIx, Rule)>,
    /// Rules for newcomers by months of service, sorted, none overlapping.
    pub newcomers: Vec<NewcomerStep>,
    /// Rules by channel. If any is given, each channel's figures earn points by its own rule (the item's rule where
    /// none is given), and the points are combined by the channels' share of the cases.
    pub channels: Vec<(ChannelIx, Rule)>,
    /// Most points an item can earn (default 100).
    pub cap: f64,
    /// Fewest points (default 0).
    pub floor: f64,
    /// Fewest cases, if the scheme asks for another number than the indicator.
    pub minimum: Option<f64>,
    /// Where it was written.
    pub span: Span,
}

/// A rule that holds in some months of service.
#[derive(Debug, Clone, PartialEq)]
pub struct NewcomerStep {
    /// Last month of service for which it holds; the month of joining is month 1.
    pub through: u16,
    /// The rule.
    pub rule: Rule,
}

/// Policies of a scheme. Every one that acted on a score stands in its trace.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// What a missing value does.
    pub missing: Missing,
    /// Least available weight in percent for a score to be given (default 70).
    pub minimum_weight: f64,
    /// Months to look back for cases when a sample is too small (default 3, counting the period's own months back from
    /// its last; 0 switches pooling off).
    pub pool_months: u8,
    /// Least days worked in a month period for a score (default 10); scaled with the months of a longer period.
    pub minimum_days: f64,
    /// Least share of the scheduled days worked, in percent (default 50).
    pub minimum_presence: f64,
    /// Months of service that are only observed, not scored (default 1).
    pub observed_months: u16,
    /// A segment with fewer days worked joins its longer neighbour (default 5).
    pub minimum_segment_days: f64,
    /// Fewest comparable peers with a score for ranks to be shown (default 3).
    pub minimum_peers: u16,
    /// Least available weight in percent for an agent to be ranked (default 80).
    pub rank_weight: f64,
    /// How a quarter or year comes about.
    pub longer: Longer,
    /// Most a total can be (default 100).
    pub cap: f64,
    /// How far the events of a month count; `None`: they are shown, not scored.
    pub events: Option<EventCaps>,
    /// Working days within which a score or event can be appealed against (default 5).
    pub appeal_days: u16,
    /// Working days within which an appeal is to be decided (default 10).
    pub appeal_decision_days: u16,
}

/// How far the events of a month count, in points of the total.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventCaps {
    /// Most that bonus events add together.
    pub most_added: f64,
    /// Most that deductions take together.
    pub most_deducted: f64,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            missing: Missing::Renormalise,
            minimum_weight: 70.0,
            pool_months: 3,
            minimum_days: 10.0,
            minimum_presence: 50.0,
            observed_months: 1,
            minimum_segment_days: 5.0,
            minimum_peers: 3,
            rank_weight: 80.0,
            longer: Longer::FromData,
            cap: 100.0,
            events: None,
            appeal_days: 5,
            appeal_decision_days: 10,
        }
    }
}

/// What a missing value does to a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// Its weight is spread over the others, if enough weight is left.
    Renormalise,
    /// It earns 0 points: only where the agent had the duty to supply the figures and was reminded.
    Zero,
    /// No score is given.
    NotRated,
}

/// How quarters and years come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Longer {
    /// Values are computed from the sums of all months, then scored.
    FromData,
    /// The mean of the monthly totals, weighted by days worked.
    MeanOfMonths,
}

/// A range of totals with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// The id, such as `s` or `a`.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// Least total, compared at displayed precision; the lowest band starts at 0.
    pub from: f64,
}
