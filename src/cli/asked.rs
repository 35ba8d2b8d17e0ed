//! What commands that answer a question share: loading and evaluating, languages, names that do not exist.

use super::arguments::Source;
use super::console::Console;
use super::failure::Failure;
use super::load::{Loaded, Wanted, load};
use super::told::warn_of;
use crate::audience::Visible;
use crate::diag::quoted;
use crate::evaluate::evaluate;
use crate::report::Reporter;

/// Loads and evaluates, then asks.
pub(super) fn with_reporter(
    source: &Source,
    console: Console,
    ask: impl FnOnce(&Reporter<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut loaded: Loaded = load(&Wanted { source, at: None, from_root: false, skip: None })?;
    let Some(model) = loaded.checked.model.take() else {
        warn_of(&loaded.checked, console);
        return Err(Failure::Faults);
    };
    let as_of = loaded.as_of(source.as_of, &model);
    let visible = Visible::all(evaluate(model, as_of));
    let checked = &loaded.checked;
    let reporter = Reporter::new(&visible, &checked.sources, &checked.diagnostics, &loaded.provenance);
    ask(&reporter.map_err(Failure::tool)?)
}

/// That there is no such thing, with the name that may be meant.
pub(super) fn unknown(what: &str, text: &str, near: Option<&str>) -> String {
    let near = near.map(|near| format!("; did you mean {}?", quoted(near))).unwrap_or_default();
    format!("there is no {what} {}{near}", quoted(text))
}

/// A value for programs.
pub(super) fn json(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
