//! Goes through the tables: once if every case has one row, else a second time without the rows that do not count.

use super::bind::{Binding, Bound, channel_id};
use super::cases::{Losers, losers};
use super::fault::ImportFault;
use super::figure;
use super::form::Form;
use super::plan::{Plan, Target};
use super::problem::{Problems, ROW, Reason, What};
use super::report::{FileSeen, Report, Unknown, describe};
use super::roster::{Roster, Whom};
use super::row::{Pass, split};
use super::tally::{Party, Sums, Tally};
use crate::files;
use crate::model::{Model, Month, Text};
use crate::raw::{MapDelimiter, MapFile, MapTouch};
use crate::table::{Options, Table};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// A file to import.
#[derive(Debug, Clone)]
pub struct Export<'a> {
    /// Where it lies.
    pub path: &'a Path,
    /// Its name in reports and in the YAML.
    pub name: String,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The map; checked already.
    pub map: &'a MapFile,
    /// Its name.
    pub map_name: &'a str,
    /// Whether figures whose columns a table lacks are passed over.
    pub lenient: bool,
    /// The organisation.
    pub model: &'a Model,
    /// The month.
    pub month: Month,
}

/// Someone's figures in a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Id of the agent, or the name in the export of someone unknown.
    pub who: Result<String, String>,
    /// Id of the channel.
    pub channel: Option<String>,
    /// Indicators with their figures as they are written.
    pub figures: Vec<(String, String)>,
}

/// What came out.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The figures, by agent.
    pub holders: Vec<Holder>,
    /// Where every row went.
    pub report: Report,
}

/// Counts what the exports say of the month.
///
/// # Errors
/// If a file cannot be read, or lacks columns that the map names. Doubtful rows and cells are no errors here: they stand in the report.
pub fn count(exports: &[Export<'_>], asked: &Asked<'_>) -> Result<Counted, ImportFault> {
    let roster = Roster::new(asked.model, &asked.map.agent);
    let touch = asked.map.case.as_ref().and_then(|case| case.rows).unwrap_or(MapTouch::Single);
    let none = Losers::default();
    let first = run(exports, asked, &roster, (&none, true))?;
    let losers = losers(first.cases, touch);
    let again = !losers.skip.is_empty();
    let mut done = if again {
        let second = run(exports, asked, &roster, (&losers, false))?;
        Run { cases: Vec::new(), ..second }
    } else {
        Run { cases: Vec::new(), ..first }
    };
    conflicts(&mut done, &losers);
    Ok(finish(done, asked, &roster))
}

/// All files gone through once.
struct Run {
    files: Vec<FileSeen>,
    plans: Vec<Plan>,
    notes: Vec<Text>,
    tally: Tally,
    cases: Vec<Vec<super::tally::CaseRow>>,
}

fn run(
    exports: &[Export<'_>],
    asked: &Asked<'_>,
    roster: &Roster,
    (losers, asks_cases): (&Losers, bool),
) -> Result<Run, ImportFault> {
    let binding = Binding { map: asked.map, model: asked.model, month: asked.month, lenient: asked.lenient };
    let mut run = Run {
        files: Vec::new(),
        plans: Vec::new(),
        notes: Vec::new(),
        tally: Tally::default(),
        cases: Vec::new(),
    };
    for (file, export) in exports.iter().enumerate() {
        let name = &export.name;
        let broken = |error: crate::table::TableError| ImportFault::table(name, &error);
        let bytes = files::open(export.path).map_err(|error| {
            ImportFault::File(Text::new(
                format!("文件读不了（{error}）；请核对文件名和所在文件夹"),
                format!("{error}; look at its name and folder"),
            ))
        })?;
        let hash = Arc::new(Mutex::new(Sha256::new()));
        let input = Hashing { inner: bytes, hash: Arc::clone(&hash) };
        let mut table = Table::open(Box::new(input), name, &options(asked.map)).map_err(broken)?;
        let Bound { plan, notes } =
            binding.plan(&mut table).map_err(|lines| ImportFault::Table { name: name.clone(), lines })?;
        let pass = Pass {
            plan: &plan,
            roster,
            file: file as u32,
            skip: &losers.skip,
            watch: &losers.watch,
            asks_cases,
        };
        let mut rows = 0;
        table
            .fold(
                plan.header_end,
                Tally::default,
                |tally, row| pass.see(tally, row),
                |mut part| {
                    rows += part.rows;
                    run.cases.append(&mut part.cases);
                    run.tally.join(part);
                },
            )
            .map_err(broken)?;
        run.files.push(FileSeen { name: name.clone(), sha256: hex(&hash), rows });
        let named = |Text { zh, en, .. }: Text| Text::new(format!("{name}：{zh}"), format!("{name}: {en}"));
        run.notes.extend(notes.into_iter().map(named));
        run.plans.push(plan);
    }
    Ok(run)
}

fn options(map: &MapFile) -> Options {
    let Some(table) = &map.table else { return Options::default() };
    Options {
        sheet: table.sheet.as_ref().map(|word| word.text.clone()),
        encoding: table.encoding.as_ref().map(|word| word.text.clone()),
        delimiter: table.delimiter.map(|delimiter| match delimiter {
            MapDelimiter::Comma => b',',
            MapDelimiter::Semicolon => b';',
            MapDelimiter::Tab => b'\t',
            MapDelimiter::Bar => b'|',
        }),
    }
}

/// Reads and digests.
struct Hashing {
    inner: Box<dyn Read + Send>,
    hash: Arc<Mutex<Sha256>>,
}

impl Read for Hashing {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if let (Ok(mut hash), Some(bytes)) = (self.hash.lock(), buffer.get(..read)) {
            hash.update(bytes);
        }
        Ok(read)
    }
}

fn hex(hash: &Arc<Mutex<Sha256>>) -> String {
    let digest = hash.lock().map(|hash| hash.clone().finalize());
    digest.map(|bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect()).unwrap_or_default()
}

/// Tells rows that are the same case with other content.
fn conflicts(run: &mut Run, losers: &Losers) {
    run.tally.contents.sort_unstable();
    let contents = std::mem::take(&mut run.tally.contents);
    let content = |place: u64| {
        let at = contents.binary_search_by_key(&place, |(of, _)| *of).ok()?;
        contents.get(at).map(|(_, content)| *content)
    };
    for (other, winner) in &losers.first_of {
        if content(*other) != content(*winner) {
            let (file, row) = split(*winner);
            let first = run.files.get(file as usize).map(|seen| seen.name.as_str()).unwrap_or_default();
            let text = || format!("{first}:{row}");
            run.tally.problems.note((What::Conflict, ROW), split(*other), text);
        }
    }
}

/// Sums to figures, and the report.
fn finish(run: Run, asked: &Asked<'_>, roster: &Roster) -> Counted {
    let Run { files, plans, notes, tally, .. } = run;
    let Tally { rows, mut used, parties, mut problems, .. } = tally;
    let (mut known, mut unknown): (BTreeMap<String, Party>, Vec<(String, Party)>) = Default::default();
    for (name, party) in parties.sorted().into_iter().filter(|(_, party)| !party.is_total && party.rows > 0) {
        match roster.whom(&name) {
            Whom::Agent(agent) => {
                let id = asked.model.agent(agent).id.to_string();
                match known.get_mut(&id) {
                    None => drop(known.insert(id, party)),
                    Some(same) => same.join(party),
                }
            }
            _ => unknown.push((name, party)),
        }
    }
    unknown.sort_by_key(|(_, party)| party.first);
    let binding = Binding { map: asked.map, model: asked.model, month: asked.month, lenient: asked.lenient };
    let wanted = binding.wanted();
    let mut holders = Vec::new();
    let strangers = unknown.iter().map(|(name, party)| (Err(name.clone()), party));
    for (who, party) in known.iter().map(|(id, party)| (Ok(id.clone()), party)).chain(strangers) {
        for (channel, sums) in &party.channels {
            let mut figures = Vec::new();
            for (at, (wanted, sums)) in wanted.iter().zip(sums).enumerate() {
                let Some(form) = form_of(&plans, at) else { continue };
                if matches!(form, Form::Value { .. }) && sums.rows > 1 {
                    second_value(&mut problems, party, &wanted.0.id, sums);
                    continue;
                }
                let unit = match wanted.0.target {
                    Target::Days => None,
                    Target::Indicator(at) => Some(asked.model.indicator(at).precision.unit),
                };
                let summary = plans.first().is_some_and(|plan| plan.summary);
                if let Some(text) = figure::text(form, sums, unit, summary) {
                    figures.push((wanted.0.id.clone(), text));
                }
            }
            let channel = channel_id(asked.model, *channel);
            if !figures.is_empty() {
                holders.push(Holder { who: who.clone(), channel, figures });
            }
        }
    }
    let strangers: Vec<Unknown> = unknown
        .into_iter()
        .map(|(name, party)| {
            used -= party.rows;
            let near = roster.near(&name);
            Unknown {
                rows: party.rows,
                file: files.get(party.first.0 as usize).map(|seen| seen.name.clone()).unwrap_or_default(),
                row: party.first.1,
                near: near.map(|(shown, agent)| (shown.to_owned(), asked.model.agent(agent).id.to_string())),
                ambiguous: roster.is_ambiguous(&name),
                name,
            }
        })
        .collect();
    let mut report = Report {
        month: asked.month.to_string(),
        map: asked.map_name.to_owned(),
        files,
        rows,
        used,
        notes,
        unknown: strangers,
        ..Report::default()
    };
    describe(&mut report, &problems, &plans, asked.map);
    Counted { holders, report }
}

/// How a figure is made, in the first table that has its columns.
fn form_of(plans: &[Plan], at: usize) -> Option<&Form> {
    plans.iter().find_map(|plan| plan.figures.get(at)?.as_ref()).map(|source| &source.form)
}

fn second_value(problems: &mut Problems, party: &Party, id: &str, sums: &Sums) {
    let text = || format!("{id} × {}", sums.rows);
    problems.note((What::SecondValue, ROW), party.first, text);
}

/// Whether a reason is one for which rows are left out on purpose or harmlessly.
pub(super) const fn is_harmless(reason: Reason) -> bool {
    !matches!(reason, Reason::BadDate(_) | Reason::UnknownChannel)
}
