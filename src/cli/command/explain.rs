//! `deskscore explain`: one score, one award, one goal or one diagnostic code in words.

use super::super::arguments::{Explain, Saying, Source, Told, What};
use super::super::asked::{json, unknown, with_reporter};
use super::super::console::Console;
use super::super::failure::Failure;
use crate::diag::{Code, quoted, suggest};
use crate::evaluate::Evaluation;
use crate::model::{AgentIx, Period};
use crate::report::{ExplainedAward, derivation, explain_award, target_page};
use crate::view::{Derivation, Fact, Progress, TargetView};
use std::fmt::Write as _;

/// Explains.
pub(in super::super) fn explain(asked: &Explain, console: Console) -> Result<(), Failure> {
    match &asked.what {
        What::Code { code } => code_page(code.as_deref(), console),
        What::Score { agent, period, since: None, source, told } => {
            score(agent, period, source, told, console)
        }
        What::Score { agent, period, since: Some(since), source, told } => {
            super::since::since((agent, period, since), source, told, console)
        }
        What::Incentive { incentive, agent, period, source, told } => {
            award((incentive, agent, period), source, told, console)
        }
        What::Goal { goal, source, told } => goal_result(goal, source, told, console),
    }
}

fn code_page(code: Option<&str>, console: Console) -> Result<(), Failure> {
    let Some(text) = code else {
        let lines = Code::ALL.iter().map(|code| format!("{}\n", code.text()));
        console.result(&lines.collect::<String>());
        return Ok(());
    };
    let Some(code) = Code::parse(text) else {
        let near = suggest(text, Code::ALL.iter().map(|code| code.text()));
        return Err(Failure::tool(unknown("diagnostic code", text, near)));
    };
    console.result(code.markdown());
    Ok(())
}

fn score(agent: &str, period: &str, source: &Source, told: &Saying, console: Console) -> Result<(), Failure> {
    with_reporter(source, console, |reporter| {
        let evaluation = reporter.evaluation;
        let model = &evaluation.model;
        let (found, chosen) = (known_agent(agent, evaluation)?, known_period(period, evaluation)?);
        let derivation = derivation(reporter, told.lang.language(), &evaluation.card(found, chosen));
        let name = model.agent(found).name.get(told.lang.language());
        console.result(&match told.format {
            Told::Human => in_words(&format!("{name} ({agent})"), &derivation),
            Told::Json => json(
                &serde_json::json!({ "agent": agent, "period": period, "derivation": as_json(&derivation) }),
            ),
        });
        Ok(())
    })
}

pub(super) fn known_agent(agent: &str, evaluation: &Evaluation) -> Result<AgentIx, Failure> {
    let ids = || evaluation.model.agents.iter().map(|agent| agent.id.as_str());
    let found = evaluation.model.find_agent(agent);
    found.ok_or_else(|| Failure::tool(unknown("agent", agent, suggest(agent, ids()))))
}

pub(super) fn known_period(period: &str, evaluation: &Evaluation) -> Result<Period, Failure> {
    let found = evaluation.periods.iter().copied().find(|known| known.to_string() == period);
    found.ok_or_else(|| Failure::tool(no_period(period, evaluation)))
}

fn award(
    (incentive, agent, period): (&str, &str, &str),
    source: &Source,
    told: &Saying,
    console: Console,
) -> Result<(), Failure> {
    with_reporter(source, console, |reporter| {
        let evaluation = reporter.evaluation;
        let ids = || evaluation.model.incentives.iter().map(|incentive| incentive.id.as_str());
        let found = evaluation
            .model
            .find_incentive(incentive)
            .ok_or_else(|| Failure::tool(unknown("incentive", incentive, suggest(incentive, ids()))))?;
        let of = (found, known_agent(agent, evaluation)?, known_period(period, evaluation)?);
        let explained = explain_award(reporter, of, told.lang.language());
        if explained.is_empty() {
            let message = format!("{} takes no part in {} in {period}", quoted(agent), quoted(incentive));
            return Err(Failure::tool(message));
        }
        console.result(&match told.format {
            Told::Human => explained.iter().map(award_in_words).collect::<Vec<_>>().join("\n"),
            Told::Json => {
                let list = explained.iter().map(|one| {
                    serde_json::json!({
                        "incentive": incentive, "agent": agent, "period": period, "award": one.award,
                        "how": one.how, "missing": one.missing, "rule": one.rule, "source": one.source,
                    })
                });
                json(&serde_json::Value::Array(list.collect()))
            }
        });
        Ok(())
    })
}

fn award_in_words(one: &ExplainedAward) -> String {
    let mut text = format!("{}\n", one.title);
    // Writing to a text cannot fail.
    if let Some(award) = &one.award {
        let _ = writeln!(text, "  {award}");
    }
    let _ = writeln!(text, "  {}", one.how);
    for missing in &one.missing {
        let _ = writeln!(text, "  – {missing}");
    }
    for rule in &one.rule {
        let _ = writeln!(text, "  {rule}");
    }
    if let Some(source) = &one.source {
        let _ = writeln!(text, "  {}:{}", source.path, source.line);
    }
    text
}

fn goal_result(goal: &str, source: &Source, told: &Saying, console: Console) -> Result<(), Failure> {
    with_reporter(source, console, |reporter| {
        let model = &reporter.evaluation.model;
        let ids = || model.targets.iter().map(|target| target.id.as_str());
        let found = model
            .find_target(goal)
            .ok_or_else(|| Failure::tool(unknown("goal", goal, suggest(goal, ids()))))?;
        let Some(view) = target_page(reporter, found, told.lang.language()) else {
            return Err(Failure::tool(format!("there is no result for the goal {}", quoted(goal))));
        };
        console.result(&match told.format {
            Told::Human => goal_in_words(&view),
            Told::Json => json(&serde_json::json!({
                "goal": goal,
                "statement": view.statement,
                "verdict": view.verdict,
                "progress": progress_as_json(&view.progress),
                "letters": view.letters,
                "source": view.source,
            })),
        });
        Ok(())
    })
}

fn no_period(period: &str, evaluation: &Evaluation) -> String {
    let ends = evaluation.periods.first().zip(evaluation.last_month());
    let range =
        ends.map(|(first, last)| format!("; there are figures from {first} to {last}")).unwrap_or_default();
    format!("there are no figures for the period {}{range}; write 2025-03, 2025-q1 or 2025", quoted(period))
}

/// The derivation for programs. On pages its rows are packed to render fast; here each says what it holds.
fn as_json(derivation: &Derivation) -> serde_json::Value {
    let rows = derivation.rows.iter().map(|row| {
        let [indicator, value, rule, earned] = row.cells;
        serde_json::json!({
            "indicator": indicator, "value": value, "rule": rule, "earned": earned, "state": row.state
        })
    });
    serde_json::json!({
        "period": derivation.label,
        "score": derivation.score,
        "band": derivation.band,
        "scheme": derivation.scheme.as_ref().map(|scheme| &scheme.text),
        "rows": rows.collect::<Vec<_>>(),
        "steps": derivation.steps.iter().map(|step| &step.text).collect::<Vec<_>>(),
        "sources": derivation.sources,
    })
}

/// Where a goal stands, for programs: facts are packed on pages as the rows of derivations are.
fn progress_as_json(progress: &Progress) -> serde_json::Value {
    let fact = |fact: &Fact| serde_json::json!({ "term": fact.term, "text": fact.text });
    serde_json::json!({
        "mark": progress.mark,
        "sentence": progress.sentence,
        "facts": progress.facts.iter().map(fact).collect::<Vec<_>>(),
        "bar": progress.bar,
        "forecast": progress.forecast,
    })
}

/// The derivation as lines.
fn in_words(title: &str, derivation: &Derivation) -> String {
    let mut text = format!("{title} · {} · {}", derivation.label, derivation.score);
    let mut line = |content: String| {
        text.push('\n');
        text.push_str(&content);
    };
    if let Some(band) = &derivation.band {
        line(format!("  {band}"));
    }
    for row in derivation.rows.iter() {
        let cells: Vec<&str> = row.cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        line(format!("  {}", cells.join(" · ")));
    }
    for step in &derivation.steps {
        line(format!("  {}", step.text));
    }
    for source in &derivation.sources {
        line(format!("  {}:{}", source.path, source.line));
    }
    text.push('\n');
    text
}

/// The goal's result as lines.
fn goal_in_words(view: &TargetView) -> String {
    let mut text = String::new();
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{}\n{}\n{}", view.shell.title, view.statement, view.verdict.word);
    let _ = writeln!(text, "\n{}: {}", view.progress.mark.word, view.progress.sentence);
    for fact in &view.progress.facts {
        let _ = writeln!(text, "  {}: {}", fact.term, fact.text.text);
    }
    if let Some(forecast) = &view.progress.forecast {
        let _ = writeln!(text, "  {forecast}");
    }
    for letter in &view.letters {
        let _ = writeln!(text, "\n{} · {} · {}", letter.letter, letter.word, letter.mark.word);
        for check in &letter.checks {
            let _ =
                writeln!(text, "  {} {} · {}: {}", check.code, check.mark.word, check.title, check.reason);
        }
    }
    if let Some(source) = &view.source {
        let _ = writeln!(text, "\n{}:{}", source.path, source.line);
    }
    text
}
