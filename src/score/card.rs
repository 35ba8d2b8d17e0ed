//! What a score is made of: the scorecard of one agent and period, with every step that led to it.
//!
//! A card holds facts, no words: `report` says them in a language, `explain` on the console.

use super::EventMonth;
use crate::model::{
    AgentIx, ChannelIx, Days, DimensionIx, EventIx, IndicatorIx, LevelIx, Month, Period, Rule, SchemeIx,
    TeamIx, Whose,
};

/// The score of one agent in one period, explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// Whose.
    pub agent: AgentIx,
    /// When.
    pub period: Period,
    /// Whether there is a score, or why not.
    pub verdict: Verdict,
    /// Unrounded total with what events add, 0 to the scheme's cap; `None` unless [`Verdict::Rated`].
    pub total: Option<f64>,
    /// Position of the band in the bands of `scheme`, by the total at displayed precision.
    pub band: Option<usize>,
    /// The band by the total alone; differs from `band` where a red line holds it down.
    pub earned_band: Option<usize>,
    /// Months with events that count, with their sums and caps. Empty where the scheme does not score events.
    pub events: Vec<EventMonth>,
    /// What events add to the total (negative: take from it), in points, before the total's cap: the mean of what counts
    /// in each month, over the scored months of the period.
    pub by_events: f64,
    /// Confirmed red lines whose stated time shares a month with the period.
    pub red_lines: Vec<EventIx>,
    /// The scheme of the longest segment: its bands and policies hold for the whole period.
    pub scheme: Option<SchemeIx>,
    /// The team of the longest segment (by days worked, the later one on a tie).
    pub team: Option<TeamIx>,
    /// The level of the longest segment.
    pub level: Option<LevelIx>,
    /// Days worked and scheduled over the period, where written.
    pub days: Option<Days>,
    /// Weight for which there were points, in percent of the weight that applies, by days over the segments that are not
    /// only observed.
    pub available_weight: f64,
    /// Stretches with one team, level, scheme and newcomer step, in order. For `Longer::MeanOfMonths` those of the months
    /// one by one, so that contributions still add up to the total.
    pub segments: Vec<Segment>,
    /// For `Longer::MeanOfMonths`: the monthly totals and days that were averaged; else empty.
    pub months: Vec<(Month, f64, f64)>,
    /// Policies that acted on the period as a whole.
    pub steps: Vec<CardStep>,
}

/// Whether there is a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// There is.
    Rated,
    /// No figures at all.
    NoData,
    /// Not in service, or without a posting, in the period.
    NotInService,
    /// No scheme was in force.
    NoScheme,
    /// Only observed months of service.
    Observed,
    /// Too few days worked.
    TooLittleService {
        /// Days worked.
        worked: f64,
        /// Days that the policy asks for.
        needed: f64,
    },
    /// Too little of the weight had values.
    TooLittleWeight {
        /// Percent available.
        available: f64,
        /// Percent that the policy asks for.
        needed: f64,
    },
    /// A value is missing, and the policy gives no score then.
    MissingValue {
        /// The first indicator without a value.
        indicator: IndicatorIx,
    },
}

/// Policies that acted on a whole period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CardStep {
    /// A short segment was joined to its neighbour.
    JoinedSegment {
        /// First month of the short one.
        from: Month,
        /// Its days worked.
        days: f64,
    },
    /// Segments were combined by days worked.
    CombinedByDays,
    /// Events were added to the score from the indicators.
    EventsAdded {
        /// Score from the indicators.
        before: f64,
        /// What events add, in points.
        by: f64,
        /// Scored months over which the mean was taken.
        months: u8,
    },
    /// The total was cut at the cap.
    Capped {
        /// Total before.
        before: f64,
    },
    /// Deductions would have taken the total below 0.
    Floored {
        /// Total before.
        before: f64,
    },
    /// A red line holds the band down.
    BandOverridden {
        /// Position of the band by the total.
        earned: usize,
        /// Position of the band that holds.
        band: usize,
        /// The red line.
        event: EventIx,
    },
}

/// A stretch of a period under one rule set.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
    /// The team.
    pub team: TeamIx,
    /// The level.
    pub level: LevelIx,
    /// The scheme.
    pub scheme: SchemeIx,
    /// Position in each item's newcomer steps does not generalise, so: month of service at the end of the segment if the
    /// agent still is a newcomer under any item, else `None`.
    pub newcomer_month: Option<u16>,
    /// Only observed, not scored.
    pub observed: bool,
    /// Days worked; calendar weekdays of the posting where the figures name no days.
    pub days: f64,
    /// One result per item of the scheme, in its order.
    pub items: Vec<ItemResult>,
    /// Sum of contributions; `None` if not rated.
    pub total: Option<f64>,
    /// Weight with points, in percent of the weight that applies (n/a leaves both).
    pub available_weight: f64,
    /// Whether the segment is rated, or why not.
    pub verdict: Verdict,
}

/// The result of one weighted indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemResult {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Whose figures: the person's, or those of the teams led.
    pub of: Whose,
    /// Its dimension.
    pub dimension: DimensionIx,
    /// What there was.
    pub reading: Reading,
    /// The rule that was applied.
    pub rule: AppliedRule,
    /// Points, floor to cap; `None` without a usable value.
    pub points: Option<f64>,
    /// Points before floor and cap, where they differ.
    pub points_before_limits: Option<f64>,
    /// Weight as written, in percent.
    pub weight: f64,
    /// Weight after renormalisation, in percent; 0 without points.
    pub effective_weight: f64,
    /// `points × effective_weight / 100`.
    pub contribution: Option<f64>,
    /// Points by channel, where channels have rules of their own and no newcomer step holds.
    pub channels: Vec<ChannelPoints>,
}

/// Points of one channel.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelPoints {
    /// The channel; `None` for figures without one.
    pub channel: Option<ChannelIx>,
    /// The value there.
    pub value: f64,
    /// Cases there, the weight with which its points count; 1 where the measure has none.
    pub n: f64,
    /// Points there.
    pub points: f64,
}

/// Which rule was applied and why that one.
#[derive(Debug, Clone, PartialEq)]
pub struct AppliedRule {
    /// The rule.
    pub rule: Rule,
    /// Why that one.
    pub choice: RuleChoice,
}

/// Why a rule was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleChoice {
    /// The item's rule for everyone.
    Standard,
    /// The rule of the agent's level.
    Level(LevelIx),
    /// The rule for newcomers through this month of service.
    Newcomer {
        /// Last month of service for which it holds.
        through: u16,
    },
}

/// An indicator's value over some months for one holder, with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// What there is.
    pub state: ReadingState,
    /// The value in kept units; also present for [`ReadingState::TooSmall`], where it is shown in grey.
    pub value: Option<f64>,
    /// What was added up.
    pub sums: Sums,
    /// Cases on which the value rests; `None` where the measure has none (counts) or they are unknown.
    pub n: Option<f64>,
    /// 95 % Wilson interval, for shares with integer counts.
    pub interval: Option<(f64, f64)>,
    /// Months looked back because the sample was too small; 0 if none.
    pub pooled_months: u8,
    /// Where the figures stand, by month and channel. Empty for what is added up over agents: their own readings name them.
    pub sources: Vec<SourceCell>,
    /// Whether a reconstructed figure is part of it.
    pub reconstructed: bool,
    /// The parts of a composite, in the order written; empty for others.
    pub parts: Vec<PartReading>,
}

/// One part of a composite.
#[derive(Debug, Clone, PartialEq)]
pub struct PartReading {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Inner weight as written, in percent.
    pub weight: f64,
    /// Points, 0–100; `None` without a usable value.
    pub points: Option<f64>,
    /// What there was.
    pub reading: Reading,
}

/// A cell that was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceCell {
    /// Month of the row.
    pub month: Month,
    /// Channel of the row.
    pub channel: Option<ChannelIx>,
    /// Where the cell was written.
    pub span: crate::diag::Span,
}

/// What was added up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sums {
    /// Nothing.
    Nothing,
    /// Numerator and denominator, or sum and count.
    Pair(f64, f64),
    /// A count and the full months worked over which it was counted.
    PerMonth(f64, f64),
    /// Promoters, passives, detractors.
    Nps(f64, f64, f64),
    /// A state and the month it stands for.
    State(f64, Month),
    /// Of a composite: points times weight of its parts, and their weight.
    Weighted(f64, f64),
}

/// What there is of an indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReadingState {
    /// A usable value (which may be zero).
    Measured,
    /// A value on too few cases, also after pooling back.
    TooSmall {
        /// Fewest cases that were asked for.
        needed: f64,
    },
    /// A value without known n: shown, neither scored nor ranked.
    WithoutCount,
    /// No figures.
    Missing,
    /// The duty did not exist.
    NotApplicable,
    /// Figures exist but the denominator is zero.
    NoCases,
    /// Of a composite: too little of the inner weight has values.
    TooFewParts {
        /// Percent available.
        available: f64,
        /// Percent that the definition asks for.
        needed: f64,
    },
}
