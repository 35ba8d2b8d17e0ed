//! Editing the text of `closed.yml`: entries are added, and everything else of the file, comments too, stays as it is.

use super::closing::{ClosedFile, ClosedMonth, Correction};
use super::decode::Entries;
use super::read;
use crate::diag::{FileId, Sink};
use std::fmt::Write as _;

/// What a new file begins with.
const HEAD: &str = "# yaml-language-server: $schema=schema/closed.schema.json\n\
# Closed months: their figures and events are frozen by a digest. Written by `deskscore close`.\nclosed:\n";

/// A correction as it is added.
#[derive(Debug, Clone, Copy)]
pub struct NewCorrection<'a> {
    /// The day.
    pub on: &'a str,
    /// Id of the person.
    pub by: &'a str,
    /// Why.
    pub reason: &'a str,
    /// Digest after it.
    pub digest: &'a str,
}

/// `text` (empty for a new file) with `month` closed, in the order of the months. `None` if the file has a form to which
/// no line can be added, such as `closed: {}`.
#[must_use]
pub fn with_closing(text: &str, month: &str, closed_on: &str, digest: &str) -> Option<String> {
    let text = if text.trim().is_empty() { HEAD } else { text };
    let mut lines = Lines::of(text);
    let entry = |indent: &str| {
        vec![
            format!("{indent}{month}:"),
            format!("{indent}  closed_on: {closed_on}"),
            format!("{indent}  digest: \"{digest}\""),
        ]
    };
    let head = lines.list.iter().position(|line| bare(line) == "closed:")?;
    let keys = entries(text).map_or_else(Vec::new, |entries| keys(text, &entries));
    let at = match keys.iter().rev().find(|(known, _)| known.as_str() < month) {
        Some((_, line)) => lines.end_of(*line),
        None => head + 1,
    };
    let indent = keys.first().map_or(2, |(_, line)| lines.indent(*line));
    lines.insert(at, entry(&" ".repeat(indent)));
    Some(lines.text())
}

/// `text` with a correction added to `month`. `None` if the month does not stand there, or stands in a form to which no
/// line can be added.
#[must_use]
pub fn with_correction(text: &str, month: &str, correction: NewCorrection<'_>) -> Option<String> {
    let entries = entries(text)?;
    let (_, line) = keys(text, &entries).into_iter().find(|(known, _)| known == month)?;
    let known = entries.list.iter().find(|(word, _)| word.text == month)?.1.as_ref()?;
    let mut lines = Lines::of(text);
    let indent = " ".repeat(lines.indent(line));
    let end = lines.end_of(line);
    let in_one_line = !bare(lines.list.get(line)?).ends_with(':');
    if in_one_line {
        let comment = lines.list.get(line)?.split_once(" #").map(|(_, comment)| format!(" #{comment}"));
        let mut block = written_out(month, known, &indent);
        if let (Some(first), Some(comment)) = (block.first_mut(), comment) {
            first.push_str(&comment);
        }
        block.push(correction_line(&indent, correction));
        lines.replace(line..end, block);
        return Some(lines.text());
    }
    let own = lines.list.get(line..end)?;
    let place = own.iter().position(|line| bare(line).starts_with("corrections:"));
    match place {
        None => {
            lines.insert(end, vec![format!("{indent}  corrections:"), correction_line(&indent, correction)])
        }
        Some(place) if bare(own.get(place)?) == "corrections:" => {
            let item = own.get(place + 1).filter(|line| line.trim_start().starts_with("- "))?;
            let depth = " ".repeat(item.len() - item.trim_start().len());
            lines.insert(end, vec![format!("{depth}{}", correction_line("", correction).trim_start())]);
        }
        Some(_) => return None,
    }
    Some(lines.text())
}

fn correction_line(indent: &str, correction: NewCorrection<'_>) -> String {
    let NewCorrection { on, by, reason, digest } = correction;
    format!("{indent}    - {{ on: {on}, by: {by}, reason: {}, digest: \"{digest}\" }}", quoted(reason))
}

/// An entry that stood in one line, line by line.
fn written_out(month: &str, known: &ClosedMonth, indent: &str) -> Vec<String> {
    let mut block = vec![
        format!("{indent}{month}:"),
        format!("{indent}  closed_on: {}", known.closed_on.text),
        format!("{indent}  digest: \"{}\"", known.digest.text),
        format!("{indent}  corrections:"),
    ];
    for Correction { on, by, reason, digest, place: _ } in known.corrections.iter().flatten() {
        let reason = match reason.zh.text == reason.en.text {
            true => quoted(&reason.zh.text),
            false => format!("{{ zh: {}, en: {} }}", quoted(&reason.zh.text), quoted(&reason.en.text)),
        };
        let mut line = format!("{indent}    - {{ on: {}, by: {}, reason: {reason}, ", on.text, by.text);
        // Writing to a text cannot fail.
        let _ = write!(line, "digest: \"{}\" }}", digest.text);
        block.push(line);
    }
    block
}

/// A text in double quotes. What JSON escapes, YAML reads the same way.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn entries(text: &str) -> Option<Entries<ClosedMonth>> {
    read::<ClosedFile>(text, FileId(0), &mut Sink::new()).map(|file| file.closed)
}

/// The months with the number of the line on which each begins.
fn keys(text: &str, entries: &Entries<ClosedMonth>) -> Vec<(String, usize)> {
    let line = |start: u32| text.bytes().take(start as usize).filter(|byte| *byte == b'\n').count();
    let mut keys: Vec<(String, usize)> =
        entries.list.iter().map(|(word, _)| (word.text.clone(), line(word.span.start))).collect();
    keys.sort();
    keys
}

/// A line without its comment and the space around it.
fn bare(line: &str) -> &str {
    let text = if line.trim_start().starts_with('#') { "" } else { line };
    text.split(" #").next().unwrap_or_default().trim()
}

/// The lines of a text and how they end.
struct Lines {
    list: Vec<String>,
    end: &'static str,
}

impl Lines {
    fn of(text: &str) -> Self {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { list: text.lines().map(str::to_owned).collect(), end }
    }

    fn indent(&self, at: usize) -> usize {
        self.list.get(at).map_or(0, |line| line.len() - line.trim_start().len())
    }

    /// The line after the entry that begins on line `at`: comments and empty lines below belong to what follows.
    fn end_of(&self, at: usize) -> usize {
        let own = self.indent(at);
        let mut end = at + 1;
        for (place, line) in self.list.iter().enumerate().skip(at + 1) {
            if bare(line).is_empty() {
                continue;
            }
            if self.indent(place) <= own {
                break;
            }
            end = place + 1;
        }
        end
    }

    fn insert(&mut self, at: usize, lines: Vec<String>) {
        self.replace(at..at, lines);
    }

    fn replace(&mut self, range: std::ops::Range<usize>, lines: Vec<String>) {
        let range = range.start.min(self.list.len())..range.end.min(self.list.len());
        self.list.splice(range, lines);
    }

    fn text(&self) -> String {
        let mut text = self.list.join(self.end);
        text.push_str(self.end);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# ours\nclosed:\n  # first\n  2025-01:\n    closed_on: 2025-02-10   # late\n    digest: \"sha256:1\"\n\n  # third\n  2025-03: { closed_on: 2025-04-10, digest: \"sha256:3\" } # one line\n";
    const BY: NewCorrection<'static> =
        NewCorrection { on: "2025-05-06", by: "he.lan", reason: "two \"ratings\"", digest: "sha256:9" };

    #[test]
    fn a_month_goes_to_its_place_and_nothing_else_changes() {
        let text = with_closing(FILE, "2025-02", "2025-03-10", "sha256:2").unwrap();
        let added = "  2025-02:\n    closed_on: 2025-03-10\n    digest: \"sha256:2\"\n";
        assert_eq!(text, FILE.replace("\n\n  # third", &format!("\n{added}\n  # third")));
        let first = with_closing(FILE, "2024-12", "2025-01-10", "sha256:0").unwrap();
        assert!(first.starts_with("# ours\nclosed:\n  2024-12:\n"), "{first}");
        let last = with_closing(FILE, "2025-04", "2025-05-10", "sha256:4").unwrap();
        assert!(last.starts_with(FILE) && last.ends_with("    digest: \"sha256:4\"\n"), "{last}");
        let new = with_closing("", "2025-04", "2025-05-10", "sha256:4").unwrap();
        assert_eq!(entries(&new).unwrap().list.len(), 1);
        assert_eq!(with_closing("closed: {}\n", "2025-04", "2025-05-10", "sha256:4"), None);
    }

    #[test]
    fn a_correction_is_added_to_both_forms_of_an_entry() {
        let text = with_correction(FILE, "2025-01", BY).unwrap();
        let line =
            "      - { on: 2025-05-06, by: he.lan, reason: \"two \\\"ratings\\\"\", digest: \"sha256:9\" }\n";
        let block = format!("    digest: \"sha256:1\"\n    corrections:\n{line}");
        assert_eq!(text, FILE.replace("    digest: \"sha256:1\"\n", &block));
        let again = with_correction(&text, "2025-01", BY).unwrap();
        assert_eq!(again, FILE.replace("    digest: \"sha256:1\"\n", &format!("{block}{line}")));
        let one_line = with_correction(FILE, "2025-03", BY).unwrap();
        let expected = format!(
            "  2025-03: # one line\n    closed_on: 2025-04-10\n    digest: \"sha256:3\"\n    corrections:\n{line}"
        );
        assert!(one_line.ends_with(&expected), "{one_line}");
        assert!(one_line.contains("  # third\n"), "{one_line}");
        assert_eq!(with_correction(FILE, "2025-02", BY), None);
    }

    #[test]
    fn line_endings_stay() {
        let text = with_closing(&FILE.replace('\n', "\r\n"), "2025-02", "2025-03-10", "sha256:2").unwrap();
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    }
}
