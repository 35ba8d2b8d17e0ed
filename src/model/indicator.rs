//! Indicators: what is measured, how it adds up, what values are possible.

use super::{Composite, DimensionIx, Id, IndicatorIx, Nature, Precision, Text};
use crate::diag::Span;

/// An indicator of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// What exactly is counted, in words.
    pub definition: Text,
    /// The dimension it belongs to.
    pub dimension: DimensionIx,
    /// How it is written in metrics and added up.
    pub measure: Measure,
    /// Unit and decimals of its value.
    pub precision: Precision,
    /// Which way is better.
    pub direction: Direction,
    /// Hard range of possible values, in kept units, both ends included.
    pub valid: (f64, f64),
    /// What it shows; `None`: by its dimension and source ([`Indicator::stage_in`]).
    pub stage: Option<Stage>,
    /// Who can move it.
    pub control: Control,
    /// Where the figures come from.
    pub source: Source,
    /// Name of the system, survey or export, in words; empty if not said.
    pub origin: Text,
    /// Fewest cases on which a value is judged; `None`: the default of its measure
    /// ([`Measure::default_minimum`]).
    pub minimum: Option<f64>,
    /// Shown, never scored.
    pub context_only: bool,
    /// Further facts of the definition, as written: clock, unit counted, method, attribution … (domain notes B.2).
    pub notes: Vec<(String, Text)>,
    /// What others reach, by category and year.
    pub benchmarks: Vec<OutsideValue>,
    /// Indicators whose course is shown beside it, as an association.
    pub paired_with: Vec<IndicatorIx>,
    /// Whether it shows what service brings in (A085).
    pub service_value: bool,
    /// How a rater judges, for rater-scored indicators (M6).
    pub rubric: Option<Rubric>,
    /// Where it was written.
    pub span: Span,
}

impl Indicator {
    /// What it shows: as written; else a result for sales, customers' answers and promoter scores, and the process for the
    /// rest. `nature` is that of its dimension.
    #[must_use]
    pub fn stage_in(&self, nature: Nature) -> Stage {
        let result = nature == Nature::Sales
            || self.source == Source::Survey
            || matches!(self.measure, Measure::Nps | Measure::Amount { .. });
        self.stage.unwrap_or(if result { Stage::Outcome } else { Stage::Process })
    }

    /// Fewest cases on which a value is judged.
    #[must_use]
    pub fn minimum(&self) -> f64 {
        self.minimum.unwrap_or_else(|| self.measure.default_minimum(self.source))
    }
}

/// A value from outside (A008, A063).
#[derive(Debug, Clone, PartialEq)]
pub struct OutsideValue {
    /// The value, in kept units.
    pub value: f64,
    /// Of what, such as an industry or a kind of goods.
    pub category: Text,
    /// Of which year.
    pub year: u16,
    /// Who says so.
    pub source: Text,
}

/// Rubric, rater and sample plan of a rater-scored indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rubric {
    /// What is judged, by what words.
    pub text: Option<Text>,
    /// Who judges.
    pub rater: Option<Text>,
    /// How cases are drawn.
    pub sample: Option<Text>,
}

/// How figures are written and added up. Sums are added, never the values (domain notes B.1).
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// `a/b` with a ≤ b: a share. Value Σa/Σb.
    Share {
        /// What the numerator counts.
        numerator: Text,
        /// What the denominator counts.
        denominator: Text,
        /// "within T", in seconds, when the share is of cases within a time.
        within_seconds: Option<f64>,
    },
    /// `sum/n`: a mean. Value Σsum/Σn.
    Mean {
        /// What is summed.
        sum: Text,
        /// What is counted.
        count: Text,
    },
    /// `a/b` where a may exceed b (attainment, answers per question, order value). Value Σa/Σb.
    Quotient {
        /// What stands above.
        numerator: Text,
        /// What stands below.
        denominator: Text,
    },
    /// A plain count. Value: Σ per full month worked (Σcount ÷ Σ worked/scheduled days), so part-months are prorated.
    Count {
        /// What is counted.
        label: Text,
    },
    /// A plain amount that may be negative, such as sales after refunds; added up like a count.
    Amount {
        /// What is summed.
        label: Text,
    },
    /// `promoters/passives/detractors`. Value 100·(promoters − detractors)/all.
    Nps,
    /// A state reported as it is: a percentile or a rolling platform score. Never averaged: the latest month counts.
    State {
        /// What it is a state of.
        label: Text,
        /// What `n` counts.
        count: Text,
    },
    /// Combined from other indicators, 0–100 points; has no figures of its own.
    Composite(Composite),
}

impl Measure {
    /// Default minimum of cases: 30 for shares, 20 for means and quotients, 8 for rated reviews, 50 for NPS, 0 for
    /// counts, amounts and composites, 20 for states (domain notes C, "Small samples").
    #[must_use]
    pub fn default_minimum(&self, source: Source) -> f64 {
        match self {
            Self::Share { .. } if source == Source::Rater => 8.0,
            Self::Share { .. } => 30.0,
            Self::Mean { .. } if source == Source::Rater => 8.0,
            Self::Mean { .. } | Self::Quotient { .. } | Self::State { .. } => 20.0,
            Self::Nps => 50.0,
            Self::Count { .. } | Self::Amount { .. } | Self::Composite(_) => 0.0,
        }
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Higher is better.
    Up,
    /// Lower is better.
    Down,
    /// A range is good, both more and less are worse.
    Band,
}

/// What an indicator shows: how the work is done, or what comes of it (A109: a scheme of results alone tells nobody what to do).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// How the work is done.
    Process,
    /// What comes of it.
    Outcome,
}

/// Who can move the indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Control {
    /// The agent.
    Agent,
    /// The team or its manager.
    Team,
    /// The shop or other departments.
    Shop,
}

/// Where figures come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A system records them.
    System,
    /// Customers answer.
    Survey,
    /// A person judges by a rubric.
    Rater,
    /// Reported by the agent.
    Own,
}
