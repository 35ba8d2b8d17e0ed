//! Figures into the files of their month: new figures are put in, changed ones replaced, and every other byte stays.

use super::count::Holder;
use super::edit::{Change, Edit, edited};
use super::lines::{Figures, new_file, origin, origin_head, row};
use super::report::Report;
use crate::diag::{FileId, Sink};
use crate::model::{Language, Month, Text};
use crate::raw::{Figure, Metrics, MetricsRow, Section, read_metrics};
use std::collections::BTreeMap;
use std::fmt;

/// Why a file cannot take figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeFault {
    /// Path below the data folder.
    pub path: String,
}

impl MergeFault {
    /// The fault in words.
    #[must_use]
    pub fn said(&self, language: Language) -> String {
        let example = "`  lin.wei: { csat_rate: 182/201 }`";
        let path = &self.path;
        let said = Text::new(
            format!("{path} 的写法无法安全地并入数据；请每位客服写一行：{example}"),
            format!(
                "{path} has a form into which figures cannot be put safely; write one agent a line: {example}"
            ),
        );
        said.get(language).to_owned()
    }
}

impl fmt::Display for MergeFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.said(Language::En))
    }
}

/// The changes that bring `holders` into `files`, which are the metrics files of the month with their paths below the data
/// folder. Files that do not change are not among them.
///
/// # Errors
/// If a file has a form that cannot be edited without touching what others wrote.
pub fn merge(
    holders: &[Holder],
    month: Month,
    report: &Report,
    files: &[(String, String)],
) -> Result<Vec<Change>, MergeFault> {
    let mut by_channel: BTreeMap<Option<&str>, Vec<(&str, Figures<'_>)>> = BTreeMap::new();
    for holder in holders {
        if let Ok(id) = &holder.who {
            by_channel.entry(holder.channel.as_deref()).or_default().push((id, &holder.figures));
        }
    }
    let mut changes = Vec::new();
    for (channel, mut agents) in by_channel {
        agents.sort_unstable();
        let known: Vec<File<'_>> = files.iter().filter_map(|file| File::of(file, month, channel)).collect();
        let path = path(month, channel, files);
        let main =
            known.iter().position(|file| file.path == path).or(if known.is_empty() { None } else { Some(0) });
        let mut shares: Vec<Vec<(&str, Figures<'_>)>> = vec![Vec::new(); known.len()];
        let mut fresh = Vec::new();
        for (id, figures) in agents {
            let at = known.iter().position(|file| file.row(id).is_some()).or(main);
            match at.and_then(|at| shares.get_mut(at)) {
                Some(share) => share.push((id, figures)),
                None => fresh.push((id, figures)),
            }
        }
        for (file, share) in known.iter().zip(shares).filter(|(_, share)| !share.is_empty()) {
            let after = file.with(&share, report)?;
            if after != file.text {
                let (path, before) = (file.path.to_owned(), Some(file.text.to_owned()));
                changes.push(Change { path, before, after });
            }
        }
        if !fresh.is_empty() {
            let after = new_file(month, channel, &fresh, report);
            changes.push(Change { path, before: None, after });
        }
    }
    Ok(changes)
}

/// Where figures of a channel go if no file holds such yet.
fn path(month: Month, channel: Option<&str>, files: &[(String, String)]) -> String {
    let suffix = channel.map(|channel| format!("-{channel}")).unwrap_or_default();
    let plain = format!("metrics/{:04}/{month}{suffix}.yml", month.year());
    let taken = files.iter().any(|file| file.0 == plain && File::of(file, month, channel).is_none());
    if taken { format!("metrics/{:04}/{month}{suffix}-import.yml", month.year()) } else { plain }
}

/// A file of the month, read.
struct File<'a> {
    path: &'a str,
    text: &'a str,
    metrics: Metrics<'a>,
}

impl<'a> File<'a> {
    /// The file, if it holds figures of the month and channel, and of no single team.
    fn of((path, text): &'a (String, String), month: Month, channel: Option<&str>) -> Option<Self> {
        let metrics = read_metrics(text, FileId(0), &mut Sink::new())?;
        let same = metrics.period.as_ref().is_some_and(|word| word.text == month.to_string())
            && metrics.channel.as_ref().map(|word| word.text.as_str()) == channel
            && metrics.team.is_none();
        same.then_some(Self { path, text, metrics })
    }

    fn row(&self, id: &str) -> Option<&MetricsRow<'a>> {
        self.metrics.rows.iter().find(|row| row.section == Section::Agents && row.holder == id)
    }

    fn refuse(&self) -> MergeFault {
        MergeFault { path: self.path.to_owned() }
    }

    /// The text with the figures of `agents`.
    fn with(&self, agents: &[(&str, Figures<'_>)], report: &Report) -> Result<String, MergeFault> {
        let end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let wanted = wanted(agents);
        let mut edits = Vec::new();
        for (id, figures) in agents {
            match self.row(id) {
                Some(row) => {
                    self.change(row, figures, &wanted, (end, &mut edits)).ok_or_else(|| self.refuse())?
                }
                None => edits.push(self.insert(id, figures, end).ok_or_else(|| self.refuse())?),
            }
        }
        if edits.is_empty() && self.text.contains(&origin_head(report)) {
            return Ok(self.text.to_owned());
        }
        edits.extend(self.origin(report, end));
        let after = edited(self.text, edits);
        if self.holds(&after, &wanted) { Ok(after) } else { Err(self.refuse()) }
    }

    /// Edits of the line of an agent who stands there.
    fn change(
        &self,
        row: &MetricsRow<'a>,
        figures: Figures<'_>,
        wanted: &Wanted,
        (end, edits): (&str, &mut Vec<Edit>),
    ) -> Option<()> {
        let cells = self.metrics.cells_of(row);
        let name = |at: u32| self.metrics.indicators.get(at as usize).map(|word| word.text.as_str());
        let mut added = Vec::new();
        for (indicator, text) in figures {
            let figure = wanted.get(&(row.holder.to_string(), indicator.clone()))?;
            match cells.iter().find(|cell| name(cell.indicator) == Some(indicator)) {
                Some(cell) if cell.figure == *figure => {}
                Some(cell) => edits.push(Edit {
                    start: cell.span.start as usize,
                    end: cell.span.end as usize,
                    text: format!("{indicator}: {text}"),
                }),
                None => added.push(format!("{indicator}: {text}")),
            }
        }
        if added.is_empty() {
            return Some(());
        }
        let Some((first, last)) = cells.first().zip(cells.last()) else {
            // `lin.wei: {}`
            let from = row.span.end as usize;
            let rest = self.text.get(from..)?;
            let open = from + rest.find('{')?;
            let close = open + self.text.get(open..)?.find('}')? + 1;
            self.text.get(open + 1..close - 1)?.trim().is_empty().then_some(())?;
            edits.push(Edit { start: open, end: close, text: format!("{{ {} }}", added.join(", ")) });
            return Some(());
        };
        let at = last.span.end as usize;
        let between = self.text.get(row.span.end as usize..first.span.start as usize)?;
        if between.contains('{') {
            edits.push(Edit { start: at, end: at, text: format!(", {}", added.join(", ")) });
            return Some(());
        }
        let start = first.span.start as usize;
        let indent = start - line_start(self.text, start);
        let line_end = content_end(self.text, at);
        let lines: String = added.iter().map(|cell| format!("{end}{:indent$}{cell}", "")).collect();
        edits.push(Edit { start: line_end, end: line_end, text: lines });
        Some(())
    }

    /// A new line, after the last agent whose id comes before.
    fn insert(&self, id: &str, figures: Figures<'_>, end: &str) -> Option<Edit> {
        let rows: Vec<&MetricsRow<'_>> =
            self.metrics.rows.iter().filter(|row| row.section == Section::Agents).collect();
        let Some(first) = rows.first() else {
            // Only teams so far: agents come at the end of the file.
            let close = if self.text.is_empty() || self.text.ends_with('\n') { "" } else { end };
            let head =
                if self.metrics.rows.is_empty() { return None } else { format!("{close}agents:{end}") };
            let at = self.text.len();
            return Some(Edit {
                start: at,
                end: at,
                text: format!("{head}{}{end}", row(id, figures, 2, id.len())),
            });
        };
        let before = rows.iter().rev().find(|row| &*row.holder < id);
        let near = before.unwrap_or(first);
        let start = near.span.start as usize;
        let line = line_start(self.text, start);
        let indent = start - line;
        // As far as the braces of the neighbour stand, if the id fits.
        let tail = self.text.get(near.span.end as usize..content_end(self.text, start))?;
        let brace = tail.strip_prefix(':').map(|rest| rest.len() - rest.trim_start_matches(' ').len());
        let width =
            brace.filter(|_| tail.contains('{')).map_or(0, |blanks| near.holder.len() + blanks.max(1) - 1);
        let text = row(id, figures, indent, width);
        if before.is_none() {
            return Some(Edit { start: line, end: line, text: format!("{text}{end}") });
        }
        let last = self.metrics.cells_of(near).last().map_or(near.span.end, |cell| cell.span.end);
        let at = content_end(self.text, last as usize);
        Some(Edit { start: at, end: at, text: format!("{end}{text}") })
    }

    /// The comment that records where the figures came from: in the place of the last one of the same map, else at the head.
    fn origin(&self, report: &Report, end: &str) -> Option<Edit> {
        let (head, line) = (origin_head(report), origin(report));
        let mut at = 0;
        let mut after_head = None;
        for text in self.text.split_inclusive('\n') {
            let bare = text.trim_end_matches(['\n', '\r']);
            if bare.starts_with(&head) {
                let whole = Edit { start: at, end: at + bare.len(), text: line.clone() };
                return (bare != line).then_some(whole);
            }
            if ["agents:", "teams:"].iter().any(|key| bare.starts_with(key)) && after_head.is_none() {
                after_head = Some(at);
            }
            at += text.len();
        }
        after_head.map(|at| Edit { start: at, end: at, text: format!("{line}{end}") })
    }

    /// Whether `after` says what this file says, with `wanted` in it, and nothing else.
    fn holds(&self, after: &str, wanted: &Wanted) -> bool {
        let mut sink = Sink::new();
        let Some(read) = read_metrics(after, FileId(0), &mut sink) else { return false };
        let mut expected = facts(&self.metrics);
        for ((holder, indicator), figure) in wanted {
            expected.insert((true, holder.clone(), indicator.clone()), *figure);
        }
        sink.is_empty() && facts(&read) == expected
    }
}

/// Figures by agent and indicator.
type Wanted = BTreeMap<(String, String), Figure>;

/// The figures in numbers, read from the form in which they are written.
fn wanted(agents: &[(&str, Figures<'_>)]) -> Wanted {
    let mut text = String::from("period: 2000-01\nagents:\n");
    for (id, figures) in agents {
        text.push_str(&row(id, figures, 2, 0));
        text.push('\n');
    }
    let metrics = read_metrics(&text, FileId(0), &mut Sink::new());
    let facts = metrics.as_ref().map(facts).unwrap_or_default();
    facts.into_iter().map(|((_, holder, indicator), figure)| ((holder, indicator), figure)).collect()
}

/// All figures: whether of agents, holder, indicator.
fn facts(metrics: &Metrics<'_>) -> BTreeMap<(bool, String, String), Figure> {
    let mut facts = BTreeMap::new();
    for row in &metrics.rows {
        for cell in metrics.cells_of(row) {
            let indicator = metrics.indicators.get(cell.indicator as usize).map(|word| word.text.clone());
            let key = (row.section == Section::Agents, row.holder.to_string(), indicator.unwrap_or_default());
            facts.insert(key, cell.figure);
        }
    }
    facts
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// The end of the line at `at`, before its line end.
fn content_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    at + line.trim_end_matches('\r').len()
}

#[cfg(test)]
mod tests {
    use super::super::report::FileSeen;
    use super::*;

    fn holder(id: &str, figures: &[(&str, &str)]) -> Holder {
        let figures = figures.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        Holder { who: Ok(id.to_owned()), channel: Some("chat".to_owned()), figures }
    }

    fn report() -> Report {
        let file = FileSeen { name: "三月.csv".to_owned(), sha256: "ab".repeat(32), rows: 2 };
        Report { map: "feige".to_owned(), files: vec![file], ..Report::default() }
    }

    fn merged(holders: &[Holder], text: Option<&str>) -> Vec<Change> {
        let files: Vec<(String, String)> = text
            .map(|text| ("metrics/2025/2025-03-chat.yml".to_owned(), text.to_owned()))
            .into_iter()
            .collect();
        merge(holders, Month::parse("2025-03").unwrap(), &report(), &files).unwrap()
    }

    const NEW: &str = "\
# yaml-language-server: $schema=../../schema/metrics.schema.json
period: 2025-03
channel: chat
source: 三月.csv
# imported with feige from 三月.csv sha256 abababababababababababababababababababababababababababababababab
agents:
  lin.wei:  { csat_rate: 182/201 }
  zhao.min: { csat_rate: 90/97, frt_p90: { value: 48s, n: 812 } }
";

    fn both() -> Vec<Holder> {
        vec![
            holder("zhao.min", &[("csat_rate", "90/97"), ("frt_p90", "{ value: 48s, n: 812 }")]),
            holder("lin.wei", &[("csat_rate", "182/201")]),
        ]
    }

    #[test]
    fn a_new_file_is_canonical_and_twice_changes_nothing() {
        let changes = merged(&both(), None);
        assert_eq!((changes.len(), changes[0].after.as_str()), (1, NEW));
        assert_eq!(merged(&both(), Some(NEW)), []);
    }

    #[test]
    fn only_what_differs_is_touched() {
        let before = "# ours\r\nperiod: 2025-03\r\nchannel: chat\r\nagents:\r\n  # the best\r\n  lin.wei:    { days: 21/22, csat_rate:   182/201 }   # checked\r\n  zhao.min:   { nps: 1/2/3 }\r\nteams:\r\n  a: { nps: 4/5/6 }\r\n";
        let holders = [
            holder("lin.wei", &[("csat_rate", "183/201"), ("aht", "9/2")]),
            holder("ma.lixia", &[("aht", "8/2")]),
            holder("an.an", &[("aht", "7/2")]),
        ];
        let after = merged(&holders, Some(before)).remove(0).after;
        let expected = "# ours\r\nperiod: 2025-03\r\nchannel: chat\r\n# imported with feige from 三月.csv sha256 abababababababababababababababababababababababababababababababab\r\nagents:\r\n  # the best\r\n  an.an:      { aht: 7/2 }\r\n  lin.wei:    { days: 21/22, csat_rate: 183/201, aht: 9/2 }   # checked\r\n  ma.lixia:   { aht: 8/2 }\r\n  zhao.min:   { nps: 1/2/3 }\r\nteams:\r\n  a: { nps: 4/5/6 }\r\n";
        assert_eq!(after, expected);
        assert_eq!(merged(&holders, Some(&after)), []);
    }

    #[test]
    fn block_form_is_kept() {
        let before = "period: 2025-03\nchannel: chat\nagents:\n  lin.wei:\n    csat_rate: 182/201   # checked\n    nps: 1/2/3\n  zhao.min: {}\n";
        let holders = [
            holder("lin.wei", &[("csat_rate", "182/201"), ("aht", "9/2")]),
            holder("zhao.min", &[("aht", "8/2")]),
        ];
        let after = merged(&holders, Some(before)).remove(0).after;
        assert!(
            after.contains(
                "    csat_rate: 182/201   # checked\n    nps: 1/2/3\n    aht: 9/2\n  zhao.min: { aht: 8/2 }\n"
            ),
            "{after}"
        );
    }

    #[test]
    fn a_form_that_cannot_be_edited_is_refused() {
        let odd = "period: 2025-03\nchannel: chat\nagents: &all\n  lin.wei: &one { csat_rate: &two 1/2 }\n  zhao.min: *one\n";
        let files = [("metrics/2025/2025-03-chat.yml".to_owned(), odd.to_owned())];
        let changed = [holder("zhao.min", &[("csat_rate", "2/2")])];
        let month = Month::parse("2025-03").unwrap();
        assert!(merge(&changed, month, &report(), &files).is_err());
    }
}
