//! The facts, valid by construction. Only `check` makes a [`Model`], and only when there was no error, so the rooms that
//! compute on it cannot fail.
//!
//! Imports: diag.

mod agent;
mod alert;
mod appeal;
mod audience;
mod audit;
mod both;
mod closing;
mod composite;
mod consequence;
mod cycle;
mod gate;
mod frame;
mod hours;
mod id;
mod incentive;
mod indicator;
mod ledger;
mod lint;
mod metrics;
mod money;
mod occasion;
mod organisation;
mod pay;
mod period;
mod placeless;
mod quantity;
mod recommendation;
mod review;
mod role;
mod roster;
mod rule;
mod scheme;
mod target;
mod target_review;
mod team;
mod text;
mod whole;

pub use agent::{Agent, Posting};
pub use alert::{Alert, Watched};
pub use appeal::{Appeal, Decision, working_days_after};
pub use audience::{Audiences, ProfileName};
pub use audit::{AuditLimits, Limit, LimitOrigin};
pub use both::{CLOSE, OPEN, TURN, both, in_both, push_side, side};
pub use closing::{ClosedMonth, Correction};
pub use composite::{Composite, CompositePart};
pub use consequence::{BandRef, MentorPair, MentorShare, Purpose, Queue, Requirement, StarLevel, Stars};
pub use cycle::{
    Announcement, Comment, CommentDecision, Cycle, InterviewRule, Meeting, MeetingKind, Need, Suggestion,
    SuggestionStatus, Swot,
};
pub use frame::{Frame, FrameGroup, FrameIndicator};
pub use gate::{GateDecision, GateKind, Gates};
pub use hours::{Hours, offset_seconds};
pub use id::{
    AgentIx, AlertIx, ChannelIx, DimensionIx, EventIx, EventTypeIx, Id, IncentiveIx, IndicatorIx, LevelIx,
    RaterIx, SchemeIx, TargetIx, TeamIx,
};
pub use incentive::{
    Among, AwardDecision, Basis, Commission, CutTie, Eligibility, ImprovementPlan, Incentive, IncentiveRule,
    Medal, MedalLevel, OrderValue, PayBase, PerformancePay, Pick, Reference, Slots, TieBreak, Tier, Title,
    TopAmount, TopShare,
};
pub use indicator::{Control, Direction, Indicator, Measure, OutsideValue, Rubric, Source, Stage};
pub use ledger::{Event, EventNature, EventType, Ledger, Person, RedLine, RedLineStatus};
pub use lint::{Accepted, Lints};
pub use metrics::{Cell, Days, Entry, Holder, Metrics, Origin, Row, Sheet};
pub use money::Money;
pub use occasion::{DatedAction, Promotion};
pub use organisation::{Dimension, EVALUATED_COMMITS, Nature, Organisation, Term, Web};
pub use pay::{Pay, Wage};
pub use period::{Month, Period, PeriodKind};
pub use placeless::same_list;
pub use quantity::{Operator, Precision, Unit, grid, round_to};
pub use recommendation::{Recommendation, RecommendationStatus};
pub use review::{Commitment, CommitmentKind, Plan, PlanCheck, PlanOutcome, Review, ReviewKind};
pub use role::{Role, Status, Whose};
pub use roster::{Interval, Roster};
pub use rule::{Counting, Rule, Step};
pub use scheme::{Band, EventCaps, Item, Longer, Missing, NewcomerStep, Policy, Scheme};
pub use target::{Action, Baseline, Benchmark, Evaluation, Goal, Kind, Rationale, Scope, Subject, Target};
pub use target_review::{TargetDecision, TargetReview};
pub use team::Team;
pub use text::{Language, Text};
pub use whole::Model;
