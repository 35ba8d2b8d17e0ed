//! `deskscore explain score AGENT PERIOD --since REV`: what moved one score, edit by edit.

use super::super::arguments::{Saying, Source, Told};
use super::super::asked::json;
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Files, Wanted};
use super::explain::{known_agent, known_period};
use super::review::Loading;
use crate::comment::{single_json, single_lines};
use crate::evaluate::{evaluate, evaluate_after};
use crate::history::{compare, explain_move};
use crate::report::Voice;
use crate::view::Texts;

/// Compares the working tree with `since` and explains the move of the score.
pub(super) fn since(
    (agent, period, since): (&str, &str, &str),
    source: &Source,
    told: &Saying,
    console: Console,
) -> Result<(), Failure> {
    let load = |at| Files::read(&Wanted { source, at, from_root: true, skip: None });
    let mut base = Loading::of(load(Some(since))?, None);
    let mut head = Loading::of(load(None)?, Some(&base));
    let day = head.day(source).unwrap_or_default();
    let (Some(before), Some(after)) = (base.model.take(), head.model.take()) else {
        return Err(Failure::tool(
            "one of the two states has errors, so that it has no scores; see `deskscore check`",
        ));
    };
    let before = evaluate(before, day);
    let after = evaluate_after(after, day, &before);
    let (_, chosen) = (known_agent(agent, &after)?, known_period(period, &after)?);
    let (base, head) = (base.side(&before), head.side(&after));
    let comparison = compare(base, head);
    let texts = Texts::new().map_err(Failure::tool)?;
    let voice = Voice::new(&texts, told.lang.language());
    let explained = explain_move(&comparison, base, head, agent, chosen);
    let (decimals, currency) = (comparison.decimals, comparison.currency.as_str());
    console.result(&match (explained, told.format) {
        (Some(explained), Told::Human) => {
            single_lines(&explained, decimals, currency, voice).join("\n") + "\n"
        }
        (Some(explained), Told::Json) => json(&single_json(&explained, decimals, currency, voice)),
        (None, Told::Human) => format!("{}\n", voice.word("impact-single-none")),
        (None, Told::Json) => json(&serde_json::Value::Null),
    });
    Ok(())
}
