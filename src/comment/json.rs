//! The same for programs, with a JSON Schema made from the very types that are written.

use super::gates;
use super::outcome::{Outcome, Reviewed, State};
use super::records::{
    AboutRecord, AwardRecord, Document, EditRecord, FaultRecord, FileRecord, FlagRecord, GateRecord,
    GoalRecord, MoveRecord, NewAwardsRecord, PartRecord, PeriodRecord, PlaceRecord, ScoreRecord,
};
use crate::history::{About, Edit, FaultLine, Flag, Group, Move, Named, Place, Ruling, ScoreState};
use crate::model::grid;
use crate::report::{Voice, edit_amount as amount};

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
        new_awards: Vec::new(),
        files: Vec::new(),
        flags: Vec::new(),
        gates: reviewed.rulings.iter().map(|ruling| gate(ruling, voice)).collect(),
        unread_acknowledgements: reviewed.unread.clone(),
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
    let awards = comparison.new_awards.iter().map(|of| NewAwardsRecord {
        period: of.period.to_string(),
        count: of.count,
        money: of.money.minor(),
    });
    document.new_awards = awards.collect();
    let files = comparison.files.iter().map(|file| FileRecord {
        path: file.path.clone(),
        change: file.kind.key().to_owned(),
        from: file.from.clone(),
    });
    document.files = files.collect();
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
        decision: reviewed.decision(flag).text().to_owned(),
        who: id(&flag.who),
        what: id(&flag.what),
        month: flag.month.map(|month| month.to_string()),
        other: flag.other.map(|month| month.to_string()),
        times: flag.times,
        place: flag.place.as_ref().map(place),
    }
}

fn gate(ruling: &Ruling, voice: Voice<'_>) -> GateRecord {
    let about = |about: &About| AboutRecord { id: about.id.clone(), acknowledged: about.reason.clone() };
    GateRecord {
        kind: ruling.kind.key().to_owned(),
        decision: ruling.decision.text().to_owned(),
        passes: ruling.passes(),
        about: ruling.about.iter().map(about).collect(),
        acknowledge_with: gates::paste(ruling, voice),
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
