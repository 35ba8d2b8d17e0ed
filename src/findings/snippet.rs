//! The actions of an audit as recommendations, ready to be put under version control: `recommendations/*.yml`.

use super::Audited;
use super::words::Words;
use crate::audit::{Action, Item, Report};
use crate::model::{Id, Period};
use crate::report::Voice;
use std::fmt::Write as _;

/// The actions as YAML, all of them open, with texts in both languages; `None` for a table, which has no year and no schemes.
#[must_use]
pub fn recommendations(audited: &Audited<'_>, (zh, en): (Voice<'_>, Voice<'_>)) -> Option<String> {
    let (year, model) = audited.year.zip(audited.model)?;
    let mut text = String::from(
        "# yaml-language-server: $schema=../schema/recommendations.schema.json\n\
         # What the audit recommends. Decide on each: accepted (owner, decided, due), done, or declined with a reason.\n\
         recommendations:\n",
    );
    let mut ids: Vec<String> = Vec::new();
    for told in &audited.systems {
        let Some(system) = &told.system else { continue };
        for action in &told.report.actions {
            let id = id(year, system.peers.as_str(), action, told.report, &ids);
            let said = |voice| quoted(&Words { voice, told }.recommendation(action));
            let scheme = &model.scheme(system.scheme).id;
            let _ = write!(
                text,
                "  {id}:\n    year: {year}\n    scheme: {scheme}\n    peers: {}\n    check: {}\n",
                system.peers,
                action.row.key()
            );
            for (field, column) in ["indicator", "other"].into_iter().zip(columns(&action.flag.item)) {
                if let Some(indicator) = told.report.columns.get(column) {
                    let _ = writeln!(text, "    {field}: {indicator}");
                }
            }
            let _ = write!(
                text,
                "    text: {{ zh: {}, en: {} }}\n    remedy: {}\n    status: open\n",
                said(zh),
                said(en),
                action.remedy.key()
            );
            ids.push(id);
        }
    }
    if ids.is_empty() {
        text = text.replace("recommendations:\n", "recommendations: {}\n");
    }
    Some(text)
}

/// The indicators that an item is about.
fn columns(item: &Item) -> Vec<usize> {
    match item {
        Item::Pair(a, b) => vec![*a, *b],
        item => item.column().into_iter().collect(),
    }
}

/// An id that tells year, peers, check and indicator; a number where that is too long or taken.
fn id(year: Period, peers: &str, action: &Action, report: &Report, taken: &[String]) -> String {
    let about = columns(&action.flag.item).first().and_then(|at| report.columns.get(*at));
    let parts: Vec<&str> =
        [Some(peers), Some(action.row.key()), about.map(String::as_str)].into_iter().flatten().collect();
    let telling = Id::parse(&format!("{year}-{}", parts.join("-"))).map(|id| id.to_string());
    let free = |id: &String| !taken.contains(id);
    telling.filter(free).unwrap_or_else(|| format!("{year}-{}", taken.len() + 1))
}

/// A text in double quotes, as YAML and JSON both read it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
