//! The lines of a metrics file in their canonical form: one agent a line, sorted, and where the figures came from.

use super::report::Report;
use crate::model::Month;

/// Figures of an agent: indicators with their figures as they are written.
pub(super) type Figures<'a> = &'a [(String, String)];

/// A file of the month in its canonical form.
pub(super) fn new_file(
    month: Month,
    channel: Option<&str>,
    agents: &[(&str, Figures<'_>)],
    report: &Report,
) -> String {
    let names: Vec<&str> = report.files.iter().map(|file| file.name.as_str()).collect();
    let mut text =
        format!("# yaml-language-server: $schema=../../schema/metrics.schema.json\nperiod: {month}\n");
    if let Some(channel) = channel {
        text.push_str(&format!("channel: {channel}\n"));
    }
    text.push_str(&format!("source: {}\n{}\nagents:\n", plain(&names.join(" and ")), origin(report)));
    let width = agents.iter().map(|(id, _)| id.len()).max().unwrap_or_default();
    for (id, figures) in agents {
        text.push_str(&row(id, figures, 2, width));
        text.push('\n');
    }
    text
}

/// A text as a YAML scalar, plain if it can be.
fn plain(text: &str) -> String {
    let fits =
        |c: char| c.is_ascii_alphanumeric() || (!c.is_ascii() && !c.is_control()) || " ._-/()".contains(c);
    let begins = text.chars().next().is_some_and(|c| c.is_ascii_alphanumeric() || !c.is_ascii());
    if begins && text.chars().all(fits) && !text.ends_with(' ') {
        text.to_owned()
    } else {
        serde_json::Value::from(text).to_string()
    }
}

/// The comment that records where figures came from.
pub(super) fn origin(report: &Report) -> String {
    let visible = |name: &str| name.chars().map(|c| if c.is_control() { '?' } else { c }).collect::<String>();
    let of: Vec<String> =
        report.files.iter().map(|file| format!("{} sha256 {}", visible(&file.name), file.sha256)).collect();
    format!("{}{}", origin_head(report), of.join(", "))
}

/// How that comment begins for a map.
pub(super) fn origin_head(report: &Report) -> String {
    format!("# imported with {} from ", report.map)
}

/// `  lin.wei:  { days: 21/22, csat_rate: 182/201 }`, with the brace behind the longest id.
pub(super) fn row(id: &str, figures: Figures<'_>, indent: usize, width: usize) -> String {
    let cells: Vec<String> =
        figures.iter().map(|(indicator, figure)| format!("{indicator}: {figure}")).collect();
    let pad = width.saturating_sub(id.len());
    format!("{:indent$}{id}:{:pad$} {{ {} }}", "", "", cells.join(", "))
}
