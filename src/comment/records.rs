//! The JSON of a review as types; the schema is made from them.

use schemars::JsonSchema;
use serde::Serialize;

/// A review of a change.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Document {
    /// Version of this form; a field is never removed or given another meaning within one.
    pub(super) version: u32,
    /// The commit of the base; absent without a base, `working-tree` for files as they lie in the folder.
    pub(super) base: Option<String>,
    /// The commit of the head, or `working-tree`.
    pub(super) head: String,
    /// The day for which both were judged.
    pub(super) as_of: Option<String>,
    /// What came out: compared, no-base, base-faulty or head-faulty.
    pub(super) outcome: String,
    /// Whether the change passes.
    pub(super) passes: bool,
    /// Whether the clone is cut off, so that the base may not be the true one.
    pub(super) shallow: bool,
    /// The verdict in one sentence.
    pub(super) verdict: String,
    /// Decimals with which scores are shown.
    pub(super) decimals: u8,
    /// Scores that differ in periods that both states know, the largest change first.
    pub(super) moves: Vec<MoveRecord>,
    /// Periods that only one of the states knows.
    pub(super) periods: Vec<PeriodRecord>,
    /// Ranks that differ although the score does not.
    pub(super) ranks_only: usize,
    /// Goals whose state differs.
    pub(super) goals: Vec<GoalRecord>,
    /// Titles and payouts that differ.
    pub(super) awards: Vec<AwardRecord>,
    /// Every edit.
    pub(super) edits: Vec<EditRecord>,
    /// Titles and payouts of periods that only the head knows and that are over.
    pub(super) new_awards: Vec<NewAwardsRecord>,
    /// Files that differ and of which no edit tells.
    pub(super) files: Vec<FileRecord>,
    /// What to look at twice.
    pub(super) flags: Vec<FlagRecord>,
    /// What follows from what was found, by the gates of the base; what is ignored is not among it.
    pub(super) gates: Vec<GateRecord>,
    /// Lines that begin like an acknowledgement and cannot be read, or give no reason.
    pub(super) unread_acknowledgements: Vec<String>,
    /// Faults of the head alone.
    pub(super) new_faults: Vec<FaultRecord>,
    /// Faults of the base alone.
    pub(super) gone_faults: Vec<FaultRecord>,
}

/// Titles and payouts of a period that is new.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NewAwardsRecord {
    /// The period.
    pub(super) period: String,
    /// How many.
    pub(super) count: usize,
    /// The money of all of them in the smallest unit of the currency.
    pub(super) money: i64,
}

/// A file that differs and of which no edit tells.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FileRecord {
    /// Its path from the root of the repository.
    pub(super) path: String,
    /// What happened: other (something that is not told one by one), moved (the same text elsewhere), layout (only comments or layout).
    pub(super) change: String,
    /// Where it stood, of a file that was moved.
    pub(super) from: Option<String>,
}

/// A score that is another one now.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MoveRecord {
    /// The agent's id, that of the head if it was renamed.
    pub(super) agent: String,
    /// The period.
    pub(super) period: String,
    /// The score before.
    pub(super) before: ScoreRecord,
    /// The score now.
    pub(super) after: ScoreRecord,
    /// The shown change; absent where there was or is no score.
    pub(super) change: Option<f64>,
    /// What each group of edits did.
    pub(super) parts: Vec<PartRecord>,
}

/// A score.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ScoreRecord {
    /// Unrounded; absent without a score.
    pub(super) score: Option<f64>,
    /// The band's id.
    pub(super) band: Option<String>,
    /// The rank, 1 is best.
    pub(super) rank: Option<u32>,
}

/// What a group of edits did to a score (Shapley's value).
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PartRecord {
    /// data, scheme, people or events.
    pub(super) group: String,
    /// Unrounded points; of a score that appears or goes, its part of 1 or −1.
    pub(super) points: f64,
    /// Rounded so that the parts of a move add up to its shown change exactly.
    pub(super) shown: f64,
}

/// A period that only one of the states knows.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PeriodRecord {
    /// The period.
    pub(super) period: String,
    /// Whether the head has it; else the base.
    pub(super) new: bool,
    /// How many have a score.
    pub(super) scores: usize,
}

/// A goal that stands elsewhere now.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GoalRecord {
    /// The id.
    pub(super) target: String,
    /// The state before.
    pub(super) before: String,
    /// The state now.
    pub(super) after: String,
}

/// What somebody receives by an incentive.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AwardRecord {
    /// The incentive's id.
    pub(super) incentive: String,
    /// The period.
    pub(super) period: String,
    /// The agent's id.
    pub(super) agent: String,
    /// Money before, in the smallest unit of the currency; absent without money.
    pub(super) money_before: Option<i64>,
    /// Money now, in the smallest unit of the currency; absent without money.
    pub(super) money_after: Option<i64>,
    /// Whether anything was received before.
    pub(super) received_before: bool,
    /// Whether anything is received now.
    pub(super) receives_now: bool,
}

/// An edit.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EditRecord {
    /// data, targets, scheme, people or events.
    pub(super) group: String,
    /// What was edited.
    pub(super) kind: String,
    /// Id of the agent, team, target, scheme or incentive.
    pub(super) who: Option<String>,
    /// Id of the indicator or type of event.
    pub(super) what: Option<String>,
    /// The month.
    pub(super) month: Option<String>,
    /// What stood there, as shown.
    pub(super) before: Option<String>,
    /// What stands there, as shown.
    pub(super) after: Option<String>,
    /// easier or harder.
    pub(super) ease: Option<String>,
    /// How far its time had gone: ahead, running or over.
    pub(super) stage: Option<String>,
    /// Where.
    pub(super) place: Option<PlaceRecord>,
}

/// Something to look at twice.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FlagRecord {
    /// What it states.
    pub(super) kind: String,
    /// What follows from it: ignore, warn, acknowledge or fail.
    pub(super) decision: String,
    /// Id of whom or what it is about.
    pub(super) who: Option<String>,
    /// Id of the indicator.
    pub(super) what: Option<String>,
    /// The month.
    pub(super) month: Option<String>,
    /// The month that is repeated.
    pub(super) other: Option<String>,
    /// How many times the usual deviation the value moved.
    pub(super) times: Option<f64>,
    /// Where.
    pub(super) place: Option<PlaceRecord>,
}

/// What follows from all findings of a kind.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GateRecord {
    /// What was found, such as target-eased-over or payout-changed.
    pub(super) kind: String,
    /// warn, acknowledge or fail.
    pub(super) decision: String,
    /// Whether the change passes as far as this goes.
    pub(super) passes: bool,
    /// Whom or what it is about.
    pub(super) about: Vec<AboutRecord>,
    /// Lines for the text of the pull request that would acknowledge what is open.
    pub(super) acknowledge_with: Vec<String>,
}

/// Whom or what a finding is about.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AboutRecord {
    /// Id of an agent, target or scheme, a month, a code.
    pub(super) id: String,
    /// The reason with which it was acknowledged.
    pub(super) acknowledged: Option<String>,
}

/// A fault.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FaultRecord {
    /// Its code.
    pub(super) code: String,
    /// error or warning.
    pub(super) severity: String,
    /// What it says.
    pub(super) message: String,
    /// Where.
    pub(super) place: Option<PlaceRecord>,
}

/// A line of a file.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PlaceRecord {
    /// The path.
    pub(super) path: String,
    /// The line, from 1.
    pub(super) line: u32,
}
