//! Where every row went, for people and for programs.

use super::bind::letters;
use super::count::is_harmless;
use super::number::Bad;
use super::plan::Plan;
use super::problem::{Flaw, Kind, Problems, ROW, Reason, What};
use crate::diag::quoted;
use crate::raw::MapFile;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Why rows of unknown people are left out.
const UNKNOWN: &str = "nobody here has this name";

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSeen {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Rows that say something.
    pub rows: u64,
}

/// Rows that were left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub why: String,
    /// How many.
    pub rows: u64,
    /// The first of them.
    pub places: Vec<String>,
}

/// Something about cells or rows that people should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What.
    pub message: String,
    /// How often.
    pub count: u64,
    /// The first places.
    pub places: Vec<String>,
}

/// Someone whom the organisation does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The name in the export.
    pub name: String,
    /// Rows that would be used.
    pub rows: u64,
    /// The file of the first row.
    pub file: String,
    /// The first row.
    pub row: u64,
    /// The nearest name, and the id of its agent.
    pub near: Option<(String, String)>,
    /// Whether two agents have this name.
    pub ambiguous: bool,
}

/// Where every row went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The month.
    pub month: String,
    /// Name of the map.
    pub map: String,
    /// The files.
    pub files: Vec<FileSeen>,
    /// Rows in, those that say nothing not counted.
    pub rows: u64,
    /// Rows that went into figures.
    pub used: u64,
    /// Rows that did not, by reason.
    pub left_out: Vec<LeftOut>,
    /// What stands in the way of writing.
    pub errors: Vec<Notice>,
    /// What does not.
    pub warnings: Vec<Notice>,
    /// People whom the organisation does not know; they stand in the way unless they are added.
    pub unknown: Vec<Unknown>,
    /// What a preset passed over.
    pub notes: Vec<String>,
}

/// Puts into words what was met.
pub(super) fn describe(report: &mut Report, problems: &Problems, plans: &[Plan], map: &MapFile) {
    let mut kinds: Vec<&Kind> = problems.list.iter().collect();
    kinds.sort_by_key(|kind| (kind.what, kind.column));
    for kind in kinds {
        let places = places(kind, report, plans);
        match kind.what {
            What::Row(reason) => {
                let why = why(reason, report, map);
                if !is_harmless(reason) {
                    let notice = Notice { message: why.clone(), count: kind.count, places: places.clone() };
                    report.errors.push(notice);
                }
                match report.left_out.iter_mut().find(|left| left.why == why) {
                    Some(left) => left.rows += kind.count,
                    None => report.left_out.push(LeftOut { why, rows: kind.count, places }),
                }
            }
            What::Cell(flaw) => {
                let notice = Notice { message: flaw_words(flaw).to_owned(), count: kind.count, places };
                let summary = plans.first().is_some_and(|plan| plan.summary);
                let stops = match flaw {
                    Flaw::Unreadable(_) => true,
                    Flaw::Impossible => summary,
                    Flaw::ZeroAsBlank | Flaw::Negative => false,
                };
                if stops { report.errors.push(notice) } else { report.warnings.push(notice) }
            }
            What::Conflict => {
                let message = "the same case again, with other content: say in the map which row counts, `case: { column: …, rows: last }`";
                let message = if plans.first().is_some_and(|plan| plan.summary) {
                    "the same agent again, with other figures"
                } else {
                    message
                };
                report.errors.push(Notice { message: message.to_owned(), count: kind.count, places });
            }
            What::SecondValue => {
                let message = "values cannot be added: an agent has several rows, and a mean of means is wrong; map counts or sums instead";
                report.errors.push(Notice { message: message.to_owned(), count: kind.count, places });
            }
        }
    }
    let unknown: u64 = report.unknown.iter().map(|unknown| unknown.rows).sum();
    if unknown > 0 {
        let places = report.unknown.iter().take(5).map(|of| format!("row {} {}", of.row, quoted(&of.name)));
        let (why, places) = (UNKNOWN.to_owned(), places.collect());
        report.left_out.push(LeftOut { why, rows: unknown, places });
    }
    if report.used == 0 && unknown == 0 {
        let message = "no row was used; the reasons stand beside the rows left out".to_owned();
        report.errors.push(Notice { message, count: 1, places: Vec::new() });
    }
    let left: u64 = report.left_out.iter().map(|left| left.rows).sum();
    if report.rows != report.used + left {
        let message = format!(
            "{} rows went in, but {} were used and {left} left out: this is a fault of the program",
            report.rows, report.used
        );
        report.errors.push(Notice { message, count: 1, places: Vec::new() });
    }
}

fn places(kind: &Kind, report: &Report, plans: &[Plan]) -> Vec<String> {
    let several = report.files.len() > 1;
    let place = |met: &super::problem::Met| {
        let mut text = String::new();
        if several {
            let name = report.files.get(met.file as usize).map(|seen| seen.name.as_str());
            let _ = write!(text, "{} ", name.unwrap_or_default());
        }
        let _ = write!(text, "row {}", met.row);
        if kind.column != ROW {
            let names = plans.get(met.file as usize).map(|plan| plan.names.as_slice()).unwrap_or_default();
            let name = names.get(kind.column).map(String::as_str).unwrap_or_default();
            // Names come from the file: nothing in them may steer a terminal.
            let name = quoted(name);
            let _ = write!(text, " column {} ({})", letters(kind.column), name.trim_matches('`'));
        }
        if !met.text.is_empty() {
            let _ = write!(text, ": {}", quoted(&met.text));
        }
        text
    };
    kind.first.iter().map(place).collect()
}

fn why(reason: Reason, report: &Report, map: &MapFile) -> String {
    match reason {
        Reason::Filter(at) => {
            let condition = map.leave_out.as_ref().and_then(|list| list.get(at as usize));
            let words = condition.and_then(|of| of.why.as_ref()).map(|why| why.en.text.clone());
            words.unwrap_or_else(|| format!("left out by the map, condition {}", at + 1))
        }
        Reason::Total => "totals and averages, which are no people".to_owned(),
        Reason::NoAgent => "no agent named".to_owned(),
        Reason::NoCase => "no number of the case".to_owned(),
        Reason::Repeated => "the same case or row again".to_owned(),
        Reason::OtherTouch => "another row of the same case counts".to_owned(),
        Reason::NoDate => "no date".to_owned(),
        Reason::BadDate(bad) => format!("a date that {}", bad.words()),
        Reason::OtherMonth => format!("a month other than {}", report.month),
        Reason::UnknownChannel => "a channel that the map does not know".to_owned(),
    }
}

const fn flaw_words(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Unreadable(Bad::Number) => "a cell that is not a number of this column's kind",
        Flaw::Unreadable(bad) => bad.words(),
        Flaw::ZeroAsBlank => "a zero where nothing was meant, taken as nothing",
        Flaw::Negative => "the end lies before the beginning; the time is left out",
        Flaw::Impossible => "a value that the indicator can never have; it is left out",
    }
}

impl Report {
    /// Whether figures may be written.
    #[must_use]
    pub fn may_write(&self) -> bool {
        self.errors.is_empty() && self.unknown.is_empty()
    }

    /// Counts the rows of unknown people as used: they have been added. Those whose name two agents have stay unknown.
    pub fn people_added(&mut self) {
        let (ambiguous, added): (Vec<Unknown>, Vec<Unknown>) =
            std::mem::take(&mut self.unknown).into_iter().partition(|unknown| unknown.ambiguous);
        let rows: u64 = added.iter().map(|unknown| unknown.rows).sum();
        self.used += rows;
        self.unknown = ambiguous;
        for left in self.left_out.iter_mut().filter(|left| left.why == UNKNOWN) {
            left.rows -= rows;
        }
        self.left_out.retain(|left| left.rows > 0);
    }

    /// The report for people.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        for FileSeen { name, sha256, rows } in &self.files {
            let _ = writeln!(out, "{name}: {} (sha256 {sha256})", plural(*rows, "row"));
        }
        let left: u64 = self.left_out.iter().map(|left| left.rows).sum();
        let _ = writeln!(out, "{} in = {} used + {left} left out", plural(self.rows, "row"), self.used);
        for LeftOut { why, rows, places } in &self.left_out {
            let _ = writeln!(out, "  {rows} left out: {why}{}", listed(places, *rows));
        }
        for note in &self.notes {
            let _ = writeln!(out, "note: {note}");
        }
        for Notice { message, count, places } in &self.warnings {
            let _ = writeln!(out, "warning: {message}{}", listed(places, *count));
        }
        for Notice { message, count, places } in &self.errors {
            let _ = writeln!(out, "error: {message}{}", listed(places, *count));
        }
        for unknown in &self.unknown {
            let _ = writeln!(out, "error: {}", unknown.words());
        }
        out
    }

    /// The report for programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let notices = |list: &[Notice]| -> Vec<Value> {
            list.iter()
                .map(|of| json!({ "message": of.message, "count": of.count, "places": of.places }))
                .collect()
        };
        json!({
            "period": self.month,
            "map": self.map,
            "files": self.files.iter().map(|of| json!({ "name": of.name, "sha256": of.sha256, "rows": of.rows })).collect::<Vec<_>>(),
            "rows": self.rows,
            "used": self.used,
            "left_out": self.left_out.iter().map(|of| json!({ "why": of.why, "rows": of.rows, "places": of.places })).collect::<Vec<_>>(),
            "errors": notices(&self.errors),
            "warnings": notices(&self.warnings),
            "unknown_agents": self.unknown.iter().map(|of| json!({
                "name": of.name, "rows": of.rows, "file": of.file, "row": of.row, "did_you_mean": of.near.as_ref().map(|(_, id)| id),
            })).collect::<Vec<_>>(),
            "notes": self.notes,
        })
    }
}

impl Unknown {
    fn words(&self) -> String {
        let name = quoted(&self.name);
        let place = format!("{} row {}, {}", self.file, self.row, plural(self.rows, "row"));
        if self.ambiguous {
            return format!(
                "two agents are called {name} ({place}); give one of them this name as an alias in the map"
            );
        }
        let near = self.near.as_ref().map(|(shown, id)| match shown == id {
            true => format!("; did you mean `{id}`?"),
            false => format!("; did you mean {} (`{id}`)?", quoted(shown)),
        });
        let way = "add an alias to the map, leave the rows out by it, or run again with --add-agents";
        format!("no agent is called {name} ({place}){}; {way}", near.unwrap_or_default())
    }
}

fn plural(count: u64, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

fn listed(places: &[String], count: u64) -> String {
    if places.is_empty() {
        return String::new();
    }
    let more = count.saturating_sub(places.len() as u64);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!(" ({}{rest})", places.join("; "))
}
