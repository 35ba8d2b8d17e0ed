//! The facts, valid by construction. Only `check` makes a [`Model`], and only when there was no error, so the rooms that
//! compute on it cannot fail.
//!
//! Imports: diag.

mod agent;
mod both;
mod composite;
mod id;
mod indicator;
mod metrics;
mod occasion;
mod organisation;
mod period;
mod quantity;
mod role;
mod rule;
mod scheme;
mod target;
mod team;
mod text;
mod whole;

pub use agent::{Agent, Posting};
pub use both::{CLOSE, OPEN, TURN, both, in_both, push_both, side};
pub use composite::{Composite, CompositePart};
pub use id::{AgentIx, ChannelIx, DimensionIx, Id, IndicatorIx, LevelIx, SchemeIx, TargetIx, TeamIx};
pub use indicator::{Control, Direction, Indicator, Measure, OutsideValue, Rubric, Source};
pub use metrics::{Cell, Days, Entry, Holder, Metrics, NewRow, Row};
pub use occasion::{DatedAction, Promotion};
pub use organisation::{Dimension, Nature, Organisation, Term, Web};
pub use period::{Month, Period, PeriodKind};
pub use quantity::{Operator, Precision, Unit, grid, round_to};
pub use role::{Role, Status, Whose};
pub use rule::{Counting, Rule, Step};
pub use scheme::{Band, Item, Longer, Missing, NewcomerStep, Policy, Scheme};
pub use target::{Action, Baseline, Benchmark, Evaluation, Goal, Kind, Rationale, Scope, Subject, Target};
pub use team::Team;
pub use text::{Language, Text};
pub use whole::Model;
