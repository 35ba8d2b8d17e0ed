//! `deskscore whatif`: a draft of a scheme or of targets, tried on history.

use super::super::arguments::{Told, WhatIf};
use super::super::asked::json;
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Instead, Loaded, Tried, Wanted, load, load_with};
use super::super::told::warn_of;
use crate::audience::Visible;
use crate::compare::{Trial, on_history, trial};
use crate::evaluate::{Evaluation, evaluate};
use crate::files::{read, write_atomic};
use crate::goals::State;
use crate::model::Month;
use crate::raw::Noun;
use crate::render::standalone;
use crate::report::{Reporter, trial_sections};
use crate::view::{RuleSection, Table};
use std::fmt::Write as _;

/// Tries.
pub(in super::super) fn whatif(asked: &WhatIf, console: Console) -> Result<(), Failure> {
    let wanted = Wanted { source: &asked.source, at: None, from_root: false, skip: None };
    let mut now = load(&wanted)?;
    let mut draft = load_with(&wanted, Some(Instead::Draft(&tried(asked)?)))?;
    let (Some(model), Some(changed)) = (now.checked.model.take(), draft.checked.model.take()) else {
        warn_of(&draft.checked, console);
        return Err(Failure::Faults);
    };
    let as_of = now.as_of(asked.source.as_of, &model);
    let Some((earliest, latest)) = model.metrics.range() else {
        return Err(Failure::tool("there are no figures to try a draft on"));
    };
    let first = month(asked.from.as_deref(), earliest)?;
    let last = month(asked.to.as_deref(), latest)?;
    if last < first {
        return Err(Failure::tool(format!("--to {last} lies before --from {first}")));
    }
    let visible = Visible::all(evaluate(model, as_of));
    let before = &visible.evaluation;
    let after = evaluate(on_history(changed, first, last), as_of);
    let found = trial(before, &after, first, last);
    tell(asked, &now, &visible, &found, console)
}

fn tell(
    asked: &WhatIf,
    now: &Loaded,
    visible: &Visible,
    found: &Trial,
    console: Console,
) -> Result<(), Failure> {
    let (checked, before) = (&now.checked, &visible.evaluation);
    let reporter = Reporter::new(visible, &checked.sources, &checked.diagnostics, &now.provenance)
        .map_err(Failure::tool)?;
    let spoken = asked.told.lang.language();
    let sections = trial_sections(&reporter, spoken, found);
    if let Some(path) = &asked.html {
        let title = reporter.voice(spoken).word("trial-title");
        let about = [
            before.model.organisation.name.get(spoken).to_owned(),
            reporter.voice(spoken).word("trial-about"),
        ];
        let page = standalone(spoken, &title, &about, &sections);
        write_atomic(path, page.as_bytes()).map_err(Failure::tool)?;
        console.say(&path.display().to_string());
        return Ok(());
    }
    console.result(&match asked.told.format {
        Told::Human => in_words(&sections),
        Told::Json => json(&as_json(before, found)),
    });
    Ok(())
}

/// The draft that was named.
fn tried(asked: &WhatIf) -> Result<Tried, Failure> {
    let (noun, path) = match (&asked.scheme, &asked.targets) {
        (Some(path), _) => (Noun::Schemes, path),
        (None, Some(path)) => (Noun::Targets, path),
        (None, None) => return Err(Failure::tool("name a draft with --scheme FILE or --targets FILE")),
    };
    let bytes = read(path).map_err(Failure::tool)?;
    let text =
        String::from_utf8(bytes).map_err(|_| Failure::tool(format!("{} is not UTF-8", path.display())))?;
    Ok(Tried { noun, path: path.display().to_string(), text })
}

fn month(text: Option<&str>, default: Month) -> Result<Month, Failure> {
    let Some(text) = text else { return Ok(default) };
    Month::parse(text).ok_or_else(|| Failure::tool(format!("`{text}` is not a month; write it like 2025-03")))
}

fn as_json(before: &Evaluation, found: &Trial) -> serde_json::Value {
    let model = &before.model;
    let side = |side: &crate::compare::Side| {
        serde_json::json!({
            "score": side.total,
            "band": side.band.as_ref().map(|band| band.id.as_str()),
            "rank": side.rank.map(|rank| rank.rank),
        })
    };
    let person = |moved: &crate::compare::Move| {
        let item = |item: &crate::score::ItemChange| {
            let id = model.indicator(item.indicator).id.as_str();
            serde_json::json!({ "indicator": id, "before": item.before, "after": item.after, "difference": item.difference })
        };
        serde_json::json!({
            "agent": model.agent(moved.agent).id.as_str(),
            "before": side(&moved.before),
            "after": side(&moved.after),
            "difference": moved.difference,
            "band_changes": moved.changes_band(),
            "items": moved.items.iter().map(item).collect::<Vec<_>>(),
        })
    };
    let period = |moves: &crate::compare::Moves| {
        serde_json::json!({
            "period": moves.period.to_string(),
            "people": moves.list.iter().map(person).collect::<Vec<_>>(),
        })
    };
    let stand = |stand: Option<(State, bool)>| {
        stand.map(|(state, smart)| serde_json::json!({ "state": word(state), "smart": smart }))
    };
    let goal = |goal: &crate::compare::GoalChange| serde_json::json!({ "goal": goal.id.as_str(), "before": stand(goal.before), "after": stand(goal.after) });
    serde_json::json!({
        "periods": found.moves.iter().map(period).collect::<Vec<_>>(),
        "goals": found.goals.iter().map(goal).collect::<Vec<_>>(),
    })
}

/// The state of a goal for programs.
const fn word(state: State) -> &'static str {
    match state {
        State::NotStarted => "not-started",
        State::NotMeasurable => "not-measurable",
        State::PendingData => "pending-data",
        State::Attained => "attained",
        State::Missed => "missed",
        State::Locked => "locked",
        State::OnTrack => "on-track",
        State::AtRisk => "at-risk",
        State::OffTrack => "off-track",
    }
}

fn in_words(sections: &[RuleSection]) -> String {
    let mut text = String::new();
    for section in sections {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{}", section.title);
        for paragraph in &section.paragraphs {
            let _ = writeln!(text, "{paragraph}");
        }
        if let Some(table) = &section.table {
            rows(&mut text, table);
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn rows(text: &mut String, table: &Table) {
    let heads: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
    let _ = writeln!(text, "  {}", heads.join(" | "));
    for row in &table.rows {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        let _ = writeln!(text, "  {}", cells.join(" | "));
    }
}
