//! Where every row went, for people and for programs.

use super::count::is_harmless;
use super::place::Place;
use super::plan::Plan;
use super::problem::{Flaw, Kind, Met, Problems, ROW, Reason, What};
use super::words;
use crate::diag::quoted;
use crate::model::{Language, Text};
use crate::raw::MapFile;
use serde_json::{Value, json};
use std::fmt::Write as _;

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
    pub why: Text,
    /// How many.
    pub rows: u64,
    /// The first of them.
    pub places: Vec<Place>,
}

/// Something about cells or rows that people should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What, why, and what to write instead.
    pub message: Text,
    /// How often.
    pub count: u64,
    /// The first places.
    pub places: Vec<Place>,
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
    pub notes: Vec<Text>,
}

/// Puts into words what was met.
pub(super) fn describe(report: &mut Report, problems: &Problems, plans: &[Plan], map: &MapFile) {
    let mut kinds: Vec<&Kind> = problems.list.iter().collect();
    kinds.sort_by_key(|kind| (kind.what, kind.column));
    let summary = plans.first().is_some_and(|plan| plan.summary);
    let mut elsewhere = 0;
    for kind in kinds {
        let places: Vec<Place> = kind.first.iter().map(|met| place(kind, met, report, plans)).collect();
        let notice = |message: Text| Notice { message, count: kind.count, places: places.clone() };
        match kind.what {
            What::Row(reason) => {
                let why = words::why(reason, &report.month, map);
                if !is_harmless(reason) {
                    report.errors.push(notice(why.clone()));
                }
                elsewhere += if reason == Reason::OtherMonth { kind.count } else { 0 };
                match report.left_out.iter_mut().find(|left| left.why == why) {
                    Some(left) => left.rows += kind.count,
                    None => report.left_out.push(LeftOut { why, rows: kind.count, places }),
                }
            }
            What::Cell(flaw) => {
                let stops = match flaw {
                    Flaw::Unreadable(_) | Flaw::TooLong => true,
                    Flaw::Impossible | Flaw::BelowZero | Flaw::MoreThanAll => summary,
                    Flaw::ZeroAsBlank | Flaw::Negative | Flaw::HalfPair => false,
                };
                let notice = notice(words::flaw(flaw));
                if stops { report.errors.push(notice) } else { report.warnings.push(notice) }
            }
            What::Conflict => report.errors.push(notice(words::conflict(summary))),
            What::SecondValue => report.errors.push(notice(words::second_value())),
        }
    }
    account(report, elsewhere);
}

/// Rows of unknown people are left out; then the rows have to add up. `elsewhere` lie in other months.
fn account(report: &mut Report, elsewhere: u64) {
    let unknown: u64 = report.unknown.iter().map(|unknown| unknown.rows).sum();
    if unknown > 0 {
        let place =
            |of: &Unknown| Place { file: of.file.clone(), row: of.row, column: None, text: of.name.clone() };
        let places = report.unknown.iter().take(5).map(place).collect();
        report.left_out.push(LeftOut { why: words::nobody(), rows: unknown, places });
    }
    let alone = |message: Text| Notice { message, count: 1, places: Vec::new() };
    let mut files: Vec<&FileSeen> = report.files.iter().filter(|file| file.rows > 0).collect();
    files.sort_by_key(|file| (&file.sha256, &file.name));
    let same = files.windows(2).filter_map(|pair| match pair {
        [one, other] if one.sha256 == other.sha256 => Some(words::same_files(&one.name, &other.name)),
        _ => None,
    });
    let same: Vec<Notice> = same.map(alone).collect();
    report.errors.extend(same);
    if report.used == 0 && unknown == 0 {
        let message = match report.rows {
            0 => words::no_rows(),
            rows => words::nothing_used(&report.month, elsewhere == rows),
        };
        report.errors.push(alone(message));
    }
    let left: u64 = report.left_out.iter().map(|left| left.rows).sum();
    if report.rows != report.used + left {
        report.errors.push(alone(words::does_not_add_up(report.rows, report.used, left)));
    }
}

fn place(kind: &Kind, met: &Met, report: &Report, plans: &[Plan]) -> Place {
    let seen = report.files.get(met.file as usize);
    let names = plans.get(met.file as usize).map(|plan| plan.names.as_slice()).unwrap_or_default();
    let name = || names.get(kind.column).cloned().unwrap_or_default();
    Place {
        file: seen.map(|seen| seen.name.clone()).unwrap_or_default(),
        row: met.row,
        column: (kind.column != ROW).then(|| (kind.column, name())),
        text: met.text.clone(),
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
        let nobody = words::nobody();
        for left in self.left_out.iter_mut().filter(|left| left.why == nobody) {
            left.rows -= rows;
        }
        self.left_out.retain(|left| left.rows > 0);
    }

    /// The report for people.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let said = |zh: String, en: String| if language == Language::En { en } else { zh };
        let several = self.files.len() > 1;
        let mut out = String::new();
        let mut line = |text: String| {
            let _ = writeln!(out, "{text}");
        };
        for FileSeen { name, sha256, rows } in &self.files {
            let name = quoted(name);
            let name = name.trim_matches('`');
            line(said(
                format!("{name}：{rows} 行（sha256 {sha256}）"),
                format!("{name}: {} (sha256 {sha256})", plural(*rows, "row")),
            ));
        }
        let left: u64 = self.left_out.iter().map(|left| left.rows).sum();
        let (rows, used) = (self.rows, self.used);
        line(said(
            format!("读入 {rows} 行 = 采用 {used} 行 + 排除 {left} 行"),
            format!("{} in = {used} used + {left} left out", plural(rows, "row")),
        ));
        for LeftOut { why, rows, places } in &self.left_out {
            let listed = listed(places, *rows, (language, several));
            line(said(
                format!("  排除 {rows} 行：{}{listed}", why.zh),
                format!("  {rows} left out: {}{listed}", why.en),
            ));
        }
        for note in &self.notes {
            line(said(format!("说明：{}", note.zh), format!("note: {}", note.en)));
        }
        for Notice { message, count, places } in &self.warnings {
            let listed = listed(places, *count, (language, true));
            line(said(format!("提醒：{}{listed}", message.zh), format!("warning: {}{listed}", message.en)));
        }
        for Notice { message, count, places } in &self.errors {
            let listed = listed(places, *count, (language, true));
            line(said(format!("错误：{}{listed}", message.zh), format!("error: {}{listed}", message.en)));
        }
        for unknown in &self.unknown {
            let Text { zh, en, .. } = unknown.words();
            line(said(format!("错误：{zh}"), format!("error: {en}")));
        }
        out
    }

    /// The report for programs, with messages in `language`.
    #[must_use]
    pub fn json(&self, language: Language) -> Value {
        let said = |places: &[Place]| -> Vec<String> {
            places.iter().map(|place| place.said(language, true)).collect()
        };
        let notices = |list: &[Notice]| -> Vec<Value> {
            let one = |of: &Notice| json!({ "message": of.message.get(language), "count": of.count, "places": said(&of.places) });
            list.iter().map(one).collect()
        };
        json!({
            "period": self.month,
            "map": self.map,
            "files": self.files.iter().map(|of| json!({ "name": of.name, "sha256": of.sha256, "rows": of.rows })).collect::<Vec<_>>(),
            "rows": self.rows,
            "used": self.used,
            "left_out": self.left_out.iter().map(|of| json!({ "why": of.why.get(language), "rows": of.rows, "places": said(&of.places) })).collect::<Vec<_>>(),
            "errors": notices(&self.errors),
            "warnings": notices(&self.warnings),
            "unknown_agents": self.unknown.iter().map(|of| json!({
                "name": of.name, "rows": of.rows, "file": of.file, "row": of.row, "did_you_mean": of.near.as_ref().map(|(_, id)| id),
            })).collect::<Vec<_>>(),
            "notes": self.notes.iter().map(|note| note.get(language)).collect::<Vec<_>>(),
        })
    }
}

impl Unknown {
    fn words(&self) -> Text {
        let (name, rows, row) = (quoted(&self.name), self.rows, self.row);
        let file = quoted(&self.file);
        let file = file.trim_matches('`');
        let (zh, en) = (
            format!("（{file} 第 {row} 行，共 {rows} 行）"),
            format!(" ({file} row {row}, {})", plural(rows, "row")),
        );
        if self.ambiguous {
            return Text::new(
                format!(
                    "有两位客服叫 {name}{zh}；请在映射里把它写成其中一位的别名：`aliases: {{ 编号: {name} }}`"
                ),
                format!(
                    "two agents are called {name}{en}; give one of them this name as an alias in the map: `aliases: {{ ID: {name} }}`"
                ),
            );
        }
        let shown = self.near.as_ref().map(|(shown, id)| match shown == id {
            true => (format!("`{id}`"), format!("`{id}`")),
            false => (format!("{}（`{id}`）", quoted(shown)), format!("{} (`{id}`)", quoted(shown))),
        });
        let (near_zh, near_en) = match shown {
            Some((zh, en)) => (format!("；是不是 {zh}？"), format!("; did you mean {en}? ")),
            None => ("；".to_owned(), "; ".to_owned()),
        };
        Text::new(
            format!(
                "没有叫 {name} 的客服{zh}{near_zh}请在映射里写成某位客服的别名，或在映射里排除这些行，或加上 --add-agents 再导入"
            ),
            format!(
                "no agent is called {name}{en}{near_en}add an alias to the map, leave the rows out by it, or run again with --add-agents"
            ),
        )
    }
}

fn plural(count: u64, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// The first places in brackets; the file is named if asked for.
fn listed(places: &[Place], count: u64, (language, named): (Language, bool)) -> String {
    if places.is_empty() {
        return String::new();
    }
    let more = count.saturating_sub(places.len() as u64);
    let all: Vec<String> = places.iter().map(|place| place.said(language, named)).collect();
    match (language, more) {
        (Language::En, 0) => format!(" ({})", all.join("; ")),
        (Language::En, more) => format!(" ({} and {more} more)", all.join("; ")),
        (_, 0) => format!("（{}）", all.join("；")),
        (_, more) => format!("（{}，另有 {more} 处）", all.join("；")),
    }
}
