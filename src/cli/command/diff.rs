//! `deskscore diff`: what differs between two schemes.

use super::super::arguments::{Diff, Told};
use super::super::asked::{json, unknown, with_reporter};
use super::super::console::Console;
use super::super::failure::Failure;
use crate::diag::suggest;
use crate::model::SchemeIx;
use crate::report::{Difference, Reporter, scheme_differences};
use std::fmt::Write as _;

/// Compares.
pub(in super::super) fn diff(asked: &Diff, console: Console) -> Result<(), Failure> {
    with_reporter(&asked.source, console, |reporter| {
        let (first, second) = (find(reporter, &asked.first)?, find(reporter, &asked.second)?);
        let found = scheme_differences(reporter, asked.told.lang.language(), first, second);
        console.result(&match asked.told.format {
            Told::Human => in_words(&asked.first, &asked.second, &found),
            Told::Json => json(&serde_json::json!({
                "first": asked.first,
                "second": asked.second,
                "differences": found.iter().map(as_json).collect::<Vec<_>>(),
            })),
        });
        Ok(())
    })
}

fn find(reporter: &Reporter<'_>, id: &str) -> Result<SchemeIx, Failure> {
    let model = &reporter.evaluation.model;
    let ids = || model.schemes.iter().map(|scheme| scheme.id.as_str());
    model.find_scheme(id).ok_or_else(|| Failure::tool(unknown("scheme", id, suggest(id, ids()))))
}

fn as_json(one: &Difference) -> serde_json::Value {
    serde_json::json!({
        "id": one.id,
        "what": one.what,
        "kinds": one.kinds,
        "first": one.before,
        "second": one.after,
        "weights": [one.weights.0, one.weights.1],
        "targets": [one.targets.0, one.targets.1],
    })
}

fn in_words(first: &str, second: &str, found: &[Difference]) -> String {
    if found.is_empty() {
        return format!("{first} and {second} score alike\n");
    }
    let mut text = format!("--- {first}\n+++ {second}\n");
    for one in found {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{} ({})", one.what, one.kinds.join(", "));
        for (sign, said) in [('-', &one.before), ('+', &one.after)] {
            if let Some(said) = said.as_ref().filter(|said| !said.is_empty()) {
                let _ = writeln!(text, "  {sign} {said}");
            }
        }
    }
    text
}
