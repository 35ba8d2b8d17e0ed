//! YAML as written: every value with its place, every shape fault of a file at once. What the values mean is for `check`.
//!
//! Imports: diag.

mod agent;
mod alert;
mod appeal;
mod audit;
mod closing;
mod closing_text;
mod consequence;
mod cycle;
mod decode;
mod events;
mod figure;
mod hidden;
mod incentive;
mod incentive_rule;
mod indicator;
mod ledger;
mod map;
mod metrics;
mod metrics_lines;
mod metrics_stream;
mod name;
mod node;
mod organisation;
mod pay;
mod quantity;
mod recommendation;
mod review;
mod roster;
mod rule;
mod same;
mod scalar;
mod schema;
mod scheme;
mod target;
mod team;
mod text;
mod tree;
mod written;

pub use agent::{Agent, AgentsFile, Posting, Role};
pub use alert::{Alert, AlertSubjects, AlertsFile};
pub use appeal::{Appeal, AppealsFile, Decision};
pub use audit::{AuditFile, FrameFile, FrameGroup, FrameIndicator};
pub use closing::{ClosedFile, ClosedMonth, Correction};
pub use closing_text::{NewCorrection, with_closing, with_correction};
pub use consequence::{ImprovementPlan, MentorPair, MentorShare, Purpose, Queue, StarDown, StarLevel, Stars};
pub use cycle::{
    Announcement, Comment, CommentDecision, CycleFile, InterviewRule, Meeting, MeetingKind, Need, Suggestion,
    SuggestionStatus, Swot, TargetDecision, TargetReview,
};
pub use decode::{At, Decode, Entries, Place};
pub use figure::{Figure, Long};
pub use incentive::{
    AwardDecision, Comparison, Eligible, Incentive, IncentivePeriod, IncentivesFile, Requirement,
};
pub use incentive_rule::{
    Among, AtMost, Commission, CutTie, IncentiveRule, Medal, MedalLevel, OrderValue, PerformancePay, Sliding,
    SlidingBy, Slots, Tier, Title, TopAmount, TopShare,
};
pub use indicator::{
    Composite, Control, Direction, Indicator, IndicatorsFile, Measure, OutsideValue, Part, Rubric, RuledPart,
    Source, Stage, Unit,
};
pub use ledger::{Event, EventNature, EventType, EventsFile, RedLineEffect, RedLineStatus};
pub use map::{
    MapAgent, MapCalendar, MapCase, MapCaseRows, MapChannel, MapChannelColumn, MapClock, MapCondition,
    MapDecimal, MapDelimiter, MapFigure, MapFile, MapFormat, MapRows, MapTable, MapTimes, MapTouch, MapZero,
    Names,
};
pub use metrics::{Metrics, MetricsCell, MetricsFile, MetricsRow, Section, read_metrics};
pub use name::NamesFile;
pub use organisation::{
    Audiences, DatedAction, Dimension, GateDecision, HistoryWords, Lints, Nature, Organisation, ProfileName,
    Promotion, Repository, ReviewRules, Roles,
};
pub use pay::{PayFile, Wage};
pub use quantity::{Quantity, Suffix};
pub use recommendation::{
    Recommendation, RecommendationCheck, RecommendationRemedy, RecommendationStatus, RecommendationsFile,
};
pub use review::{
    Commitment, CommitmentKind, Plan, PlanCheck, PlanOutcome, Review, ReviewKind, WrittenReview, read_review,
};
pub use roster::{Roster, RostersFile};
pub use rule::{Counting, Deduction, Linear, Range, Rule, Step, Target as RuleTarget};
pub use same::same_facts;
pub use scalar::{
    ConditionWord, DateWord, Flag, GoalWord, IdWord, Literal, MonthWord, NumberWord, PairWord, Scalar,
    SubjectWord, Word, kind,
};
pub use schema::{Noun, schemas};
pub use scheme::{
    Audience, Band, EventCaps, Item, Longer, Missing, NewcomerStep, Policy, Scheme, SchemesFile, Whose,
};
pub use target::{Action, Baseline, Benchmark, Evaluation, Kind, Rationale, Scope, Target, TargetsFile};
pub use team::{Team, TeamsFile};
pub use text::{Bilingual, Text};
pub use written::{LeftAlone, Quotes, Written, WrittenComment, WrittenContent, WrittenNode, read_written};

use crate::diag::{FileId, Sink};

/// Reads one file as `T`. Faults go to `sink`; `None` if so much is wrong that nothing can be said about the rest.
#[must_use]
pub fn read<T: Decode>(text: &str, file: FileId, sink: &mut Sink) -> Option<T> {
    let tree = tree::read(text, file, sink)?;
    T::decode(&tree, sink)
}

/// What `text` says, as the reader of data understands it; `None` if it has a fault. For tests of what writes YAML.
#[cfg(test)]
pub(crate) fn value_of(text: &str) -> Option<serde_json::Value> {
    fn value(node: &node::Node<'_>) -> serde_json::Value {
        match &node.content {
            node::Content::Null => serde_json::Value::Null,
            node::Content::Scalar(text) => text.as_ref().into(),
            node::Content::List(items) => items.iter().map(value).collect(),
            node::Content::Map(entries) => {
                let entry = |entry: &node::Entry<'_>| (entry.key.to_string(), value(&entry.value));
                serde_json::Value::Object(entries.iter().map(entry).collect())
            }
        }
    }
    let mut sink = Sink::new();
    let tree = tree::read(text, FileId(0), &mut sink)?;
    sink.is_empty().then(|| value(&tree))
}
