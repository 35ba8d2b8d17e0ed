//! The same for programs, with a JSON Schema made from the very types that are written.

use super::amount::amount;
use super::outcome::{Outcome, Reviewed, State};
use crate::history::{Edit, FaultLine, Flag, Group, Move, Named, Place, ScoreState};
use crate::model::grid;
use crate::report::Voice;
use schemars::JsonSchema;
use serde::Serialize;

/// A review of a change.
#[derive(Debug, Serialize, JsonSchema)]
struct Document {
    /// Version of this form; a field is never removed or given another meaning within one.
    version: u32,
    /// The commit of the base; absent without a base, `working-tree` for files as they lie in the folder.
    base: Option<String>,
    /// The commit of the head, or `working-tree`.
    head: String,
    /// The day for which both were judged.
    as_of: Option<String>,
    /// What came out: compared, no-base, base-faulty or head-faulty.
    outcome: String,
    /// Whether the change passes.
    passes: bool,
    /// Whether the clone is cut off, so that the base may not be the true one.
    shallow: bool,
    /// The verdict in one sentence.
    verdict: String,
    /// Decimals with which scores are shown.
    decimals: u8,
    /// Scores that differ in periods that both states know, the largest change first.
    moves: Vec<MoveRecord>,
    /// Periods that only one of the states knows.
    periods: Vec<PeriodRecord>,
    /// Ranks that differ although the score does not.
    ranks_only: usize,
    /// Goals whose state differs.
    goals: Vec<GoalRecord>,
    /// Titles and payouts that differ.
    awards: Vec<AwardRecord>,
    /// Every edit.
    edits: Vec<EditRecord>,
    /// What to look at twice.
    flags: Vec<FlagRecord>,
    /// Faults of the head alone.
    new_faults: Vec<FaultRecord>,
    /// Faults of the base alone.
    gone_faults: Vec<FaultRecord>,
}

/// A score that is another one now.
#[derive(Debug, Serialize, JsonSchema)]
struct MoveRecord {
    /// The agent's id, that of the head if it was renamed.
    agent: String,
    /// The period.
    period: String,
    /// The score before.
    before: ScoreRecord,
    /// The score now.
    after: ScoreRecord,
    /// The shown change; absent where there was or is no score.
    change: Option<f64>,
    /// What each group of edits did.
    parts: Vec<PartRecord>,
}

/// A score.
#[derive(Debug, Serialize, JsonSchema)]
struct ScoreRecord {
    /// Unrounded; absent without a score.
    score: Option<f64>,
    /// The band's id.
    band: Option<String>,
    /// The rank, 1 is best.
    rank: Option<u32>,
}

/// What a group of edits did to a score (Shapley's value).
#[derive(Debug, Serialize, JsonSchema)]
struct PartRecord {
    /// data, scheme, people or events.
    group: String,
    /// Unrounded points; of a score that appears or goes, its part of 1 or −1.
    points: f64,
    /// Rounded so that the parts of a move add up to its shown change exactly.
    shown: f64,
}

/// A period that only one of the states knows.
#[derive(Debug, Serialize, JsonSchema)]
struct PeriodRecord {
    /// The period.
    period: String,
    /// Whether the head has it; else the base.
    new: bool,
    /// How many have a score.
    scores: usize,
}

/// A goal that stands elsewhere now.
#[derive(Debug, Serialize, JsonSchema)]
struct GoalRecord {
    /// The id.
    target: String,
    /// The state before.
    before: String,
    /// The state now.
    after: String,
}

/// What somebody receives by an incentive.
#[derive(Debug, Serialize, JsonSchema)]
struct AwardRecord {
    /// The incentive's id.
    incentive: String,
    /// The period.
    period: String,
    /// The agent's id.
    agent: String,
    /// Money before, in the smallest unit of the currency; absent without money.
    money_before: Option<i64>,
    /// Money now, in the smallest unit of the currency; absent without money.
    money_after: Option<i64>,
    /// Whether anything was received before.
    received_before: bool,
    /// Whether anything is received now.
    receives_now: bool,
}

/// An edit.
#[derive(Debug, Serialize, JsonSchema)]
struct EditRecord {
    /// data, targets, scheme, people or events.
    group: String,
    /// What was edited.
    kind: String,
    /// Id of the agent, team, target, scheme or incentive.
    who: Option<String>,
    /// Id of the indicator or type of event.
    what: Option<String>,
    /// The month.
    month: Option<String>,
    /// What stood there, as shown.
    before: Option<String>,
    /// What stands there, as shown.
    after: Option<String>,
    /// easier or harder.
    ease: Option<String>,
    /// How far its time had gone: ahead, running or over.
    stage: Option<String>,
    /// Where.
    place: Option<PlaceRecord>,
}

/// Something to look at twice.
#[derive(Debug, Serialize, JsonSchema)]
struct FlagRecord {
    /// What it states.
    kind: String,
    /// Whether it makes the review fail.
    fails: bool,
    /// Id of whom or what it is about.
    who: Option<String>,
    /// Id of the indicator.
    what: Option<String>,
    /// The month.
    month: Option<String>,
    /// The month that is repeated.
    other: Option<String>,
    /// How many times the usual deviation the value moved.
    times: Option<f64>,
    /// Where.
    place: Option<PlaceRecord>,
}

/// A fault.
#[derive(Debug, Serialize, JsonSchema)]
struct FaultRecord {
    /// Its code.
    code: String,
    /// error or warning.
    severity: String,
    /// What it says.
    message: String,
    /// Where.
    place: Option<PlaceRecord>,
}

/// A line of a file.
#[derive(Debug, Serialize, JsonSchema)]
struct PlaceRecord {
    /// The path.
    path: String,
    /// The line, from 1.
    line: u32,
}

/// `reviewed` as one JSON document with a newline at its end.
///
/// # Errors
/// If a number cannot be written as JSON.
pub fn json(reviewed: &Reviewed, verdict: &str, voice: Voice<'_>) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&document(reviewed, verdict, voice))?;
    text.push('\n');
    Ok(text)
}

/// The JSON Schema of what [`json`] writes.
#[must_use]
pub fn schema() -> String {
    let schema =
        schemars::generate::SchemaSettings::draft07().into_generator().into_root_schema_for::<Document>();
    format!("{:#}\n", schema.to_value())
}

fn state(state: &State) -> String {
    match state {
        State::Commit(hash) => hash.clone(),
        State::WorkingTree => "working-tree".to_owned(),
    }
}

fn document(reviewed: &Reviewed, verdict: &str, voice: Voice<'_>) -> Document {
    let comparison = reviewed.comparison();
    let list = |faults: &[FaultLine]| faults.iter().map(fault).collect::<Vec<_>>();
    let (outcome, new_faults) = match &reviewed.outcome {
        Outcome::Compared(comparison) => ("compared", list(&comparison.new_faults)),
        Outcome::NoBase { faults, .. } => ("no-base", list(faults)),
        Outcome::BaseFaulty { new, .. } => ("base-faulty", list(new)),
        Outcome::HeadFaulty { new, .. } => ("head-faulty", list(new)),
    };
    let decimals = comparison.map_or(2, |comparison| comparison.decimals);
    let mut document = Document {
        version: 1,
        base: reviewed.base.as_ref().map(state),
        head: state(&reviewed.head),
        as_of: reviewed.as_of.map(|day| day.to_string()),
        outcome: outcome.to_owned(),
        passes: reviewed.passes(),
        shallow: reviewed.shallow,
        verdict: verdict.to_owned(),
        decimals,
        moves: Vec::new(),
        periods: Vec::new(),
        ranks_only: 0,
        goals: Vec::new(),
        awards: Vec::new(),
        edits: Vec::new(),
        flags: Vec::new(),
        new_faults,
        gone_faults: Vec::new(),
    };
    if let Some(comparison) = comparison {
        fill(&mut document, comparison, reviewed, voice);
    }
    document
}

fn fill(
    document: &mut Document,
    comparison: &crate::history::Comparison,
    reviewed: &Reviewed,
    voice: Voice<'_>,
) {
    let decimals = comparison.decimals;
    document.moves = comparison.moves.iter().map(|moved| moved_record(moved, decimals)).collect();
    document.ranks_only = comparison.ranks_only;
    document.periods = comparison
        .periods
        .iter()
        .map(|of| PeriodRecord { period: of.period.to_string(), new: of.new, scores: of.scores })
        .collect();
    let word = |state: crate::goals::State| kebab(&format!("{state:?}"));
    let goals = comparison.goals.iter().map(|goal| GoalRecord {
        target: goal.target.id.clone(),
        before: word(goal.before),
        after: word(goal.after),
    });
    document.goals = goals.collect();
    let awards = comparison.awards.iter().map(|change| AwardRecord {
        incentive: change.incentive.id.clone(),
        period: change.period.to_string(),
        agent: change.agent.id.clone(),
        money_before: change.before.and_then(|award| award.money()).map(|money| money.minor()),
        money_after: change.after.and_then(|award| award.money()).map(|money| money.minor()),
        received_before: change.before.is_some(),
        receives_now: change.after.is_some(),
    });
    document.awards = awards.collect();
    document.edits = comparison.edits.iter().map(|of| edit(of, &comparison.currency, voice)).collect();
    document.flags = comparison.flags.iter().map(|of| flag(of, reviewed)).collect();
    document.gone_faults = comparison.gone_faults.iter().map(fault).collect();
}

/// `OnTrack` → `on-track`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

fn moved_record(moved: &Move, decimals: u8) -> MoveRecord {
    let score = |state: &ScoreState| ScoreRecord {
        score: state.total,
        band: state.band.as_ref().map(|band| band.id.clone()),
        rank: state.rank,
    };
    let scale = if moved.change.is_some() { grid(1.0, decimals) as f64 } else { 1.0 };
    let part = |part: &crate::history::Part| PartRecord {
        group: part.group.key().to_owned(),
        points: part.points,
        shown: part.shown as f64 / scale,
    };
    MoveRecord {
        agent: moved.agent.id.clone(),
        period: moved.period.to_string(),
        before: score(&moved.before),
        after: score(&moved.after),
        change: moved.change.map(|units| units as f64 / scale),
        parts: moved.parts.iter().map(part).collect(),
    }
}

fn edit(edit: &Edit, currency: &str, voice: Voice<'_>) -> EditRecord {
    let id = |named: &Option<Named>| named.as_ref().map(|named| named.id.clone());
    let said = |side: &Option<crate::history::Amount>| side.as_ref().map(|of| amount(of, currency, voice));
    let group: Group = edit.kind.group();
    EditRecord {
        group: group.key().to_owned(),
        kind: edit.kind.key().to_owned(),
        who: id(&edit.who),
        what: id(&edit.what),
        month: edit.month.map(|month| month.to_string()),
        before: said(&edit.before),
        after: said(&edit.after),
        ease: edit.ease.map(|ease| kebab(&format!("{ease:?}"))),
        stage: edit.stage.map(|stage| kebab(&format!("{stage:?}"))),
        place: edit.place.as_ref().map(place),
    }
}

fn flag(flag: &Flag, reviewed: &Reviewed) -> FlagRecord {
    let id = |named: &Option<Named>| named.as_ref().map(|named| named.id.clone());
    FlagRecord {
        kind: flag.kind.key().to_owned(),
        fails: reviewed.failing.iter().any(|key| key == flag.kind.key()),
        who: id(&flag.who),
        what: id(&flag.what),
        month: flag.month.map(|month| month.to_string()),
        other: flag.other.map(|month| month.to_string()),
        times: flag.times,
        place: flag.place.as_ref().map(place),
    }
}

fn fault(fault: &FaultLine) -> FaultRecord {
    FaultRecord {
        code: fault.code.text().to_owned(),
        severity: fault.severity.text().to_owned(),
        message: fault.message.clone(),
        place: fault.place.as_ref().map(place),
    }
}

fn place(place: &Place) -> PlaceRecord {
    PlaceRecord { path: place.path.clone(), line: place.line }
}
