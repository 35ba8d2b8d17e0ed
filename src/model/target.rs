//! Targets: SMART goals as written. A target may be a bad goal; only broken references and figures are faults, and
//! `goals` judges the rest (domain notes D.1).

use super::{AgentIx, ChannelIx, Id, IndicatorIx, Operator, TargetIx, TeamIx, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// A SMART goal. Optional fields are those whose absence is itself a finding.
#[derive(Debug, Clone)]
pub struct Target {
    /// The id.
    pub id: Id,
    /// The title.
    pub title: Text,
    /// Whose goal it is; `None` if not written (S2).
    pub subject: Option<Subject>,
    /// The indicator; `None` if not written (S1).
    pub indicator: Option<IndicatorIx>,
    /// Which figures count; `None` if not said (S5).
    pub scope: Option<Scope>,
    /// What kind of goal it is.
    pub kind: Kind,
    /// Where it starts from.
    pub baseline: Option<Baseline>,
    /// Operator and value, in kept units; `None` if absent or not convertible (S3).
    pub goal: Option<Goal>,
    /// How the window is evaluated; `None` if not said (T3).
    pub evaluation: Option<Evaluation>,
    /// First day of the window (T1).
    pub start: Option<NaiveDate>,
    /// Last day of the window (T1).
    pub end: Option<NaiveDate>,
    /// Dates at which progress is looked at.
    pub checkpoints: Vec<NaiveDate>,
    /// The goal that this one serves.
    pub parent: Option<TargetIx>,
    /// Indicators that must not suffer.
    pub guardrails: Vec<IndicatorIx>,
    /// What is done to get there.
    pub actions: Vec<Action>,
    /// Why this number: volume, benchmark, ability (A011).
    pub rationale: Rationale,
    /// Who proposed it.
    pub proposed_by: Option<String>,
    /// What the one whose goal it is says of it; empty if nothing.
    pub comment: Text,
    /// When both sides agreed.
    pub agreed_on: Option<NaiveDate>,
    /// When it was written.
    pub created_on: Option<NaiveDate>,
    /// Days after the end for late data; `None`: the organisation's.
    pub grace_days: Option<u16>,
    /// Where it was written.
    pub span: Span,
    /// Where its fields were written, by field name as in the YAML.
    pub fields: Vec<(&'static str, Span)>,
}

/// Whose goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// One agent.
    Agent(AgentIx),
    /// One team.
    Team(TeamIx),
    /// The whole organisation.
    Organisation,
}

/// Which figures count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All, said expressly.
    All,
    /// Only those of these channels.
    Channels(Vec<ChannelIx>),
}

/// What kind of goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Better than the baseline.
    Improve,
    /// As good as the baseline.
    Maintain,
    /// A level, wherever one starts from.
    Reach,
    /// So many of something.
    Count,
}

/// Where a goal starts from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Baseline {
    /// The value, in kept units.
    pub value: f64,
    /// Numerator and denominator, if written.
    pub counts: Option<(f64, f64)>,
    /// First month on which it rests.
    pub from: Option<super::Month>,
    /// Last month on which it rests.
    pub to: Option<super::Month>,
}

/// Operator and value of a goal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    /// The operator.
    pub operator: Operator,
    /// The value in kept units; the lower end for [`Operator::Between`].
    pub value: f64,
    /// The upper end for [`Operator::Between`].
    pub upper: Option<f64>,
}

/// How the window is evaluated (domain notes D.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evaluation {
    /// Ratio of sums over the whole window.
    Pooled,
    /// The last month alone.
    FinalMonth,
    /// Each month has to meet the target.
    EveryMonth,
    /// The mean of the months' values.
    MeanOfMonths,
    /// The running sum reaches the target.
    Cumulative,
}

/// Something done to reach a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What.
    pub text: Text,
    /// By when.
    pub due: Option<NaiveDate>,
    /// By whom, as written.
    pub owner: Option<String>,
}

/// The three reasons for a number (A007, A008, A009).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rationale {
    /// Business volume.
    pub volume: Option<Text>,
    /// What others reach: value in kept units and words with year and source.
    pub benchmark: Option<Benchmark>,
    /// What this person or team can do.
    pub ability: Option<Text>,
}

/// A figure from outside.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark {
    /// The value in kept units, if given.
    pub value: Option<f64>,
    /// Category, year and source, in words.
    pub source: Text,
}
