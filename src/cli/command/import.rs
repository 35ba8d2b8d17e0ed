//! `deskscore import`: the export of a service platform into the figures of a month.

use super::super::arguments::Told;
use super::super::arguments_import::Import;
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Instead, Wanted, load, load_with};
use super::super::told::warn_of;
use crate::check::{CheckedMap, check_map};
use crate::diag::{Code, human, quoted, suggest};
use crate::files::{Tree, TreeOptions, make_folder, write_atomic};
use crate::import::{
    Asked, Change, Counted, Export, ImportFault, PRESETS, Report, add_agents, count, merge, preset, unified,
};
use crate::model::{Model, Month};
use crate::raw::MapFile;
use std::path::{Path, PathBuf};

/// Reads, counts, checks, and writes.
pub(in super::super) fn import(asked: &Import, console: Console) -> Result<(), Failure> {
    if asked.show {
        console.result(preset_text(asked.preset.as_deref().unwrap_or_default())?);
        return Ok(());
    }
    let period = asked.period.as_deref().unwrap_or_default();
    let month = Month::parse(period)
        .ok_or_else(|| Failure::tool(format!("{} is not a month; write it like 2025-03", quoted(period))))?;
    let wanted = Wanted { source: &asked.source, at: None, from_root: false, skip: None };
    let loaded = load(&wanted)?;
    let Some(model) = &loaded.checked.model else {
        warn_of(&loaded.checked, console);
        console.warn("the data has faults; nothing was imported");
        return Err(Failure::Faults);
    };
    let (map, name, passed) = map(asked, model, console)?;
    let paths = paths(&asked.files)?;
    let exports: Vec<Export<'_>> = paths.iter().map(|path| Export { path, name: name_of(path) }).collect();
    let question = Asked { map: &map, map_name: &name, lenient: asked.preset.is_some(), model, month };
    let mut counted = match count(&exports, &question) {
        Ok(counted) => counted,
        Err(fault @ ImportFault::Table { .. }) => {
            console.warn(&fault.to_string());
            return Err(Failure::Faults);
        }
        Err(fault) => return Err(Failure::tool(fault)),
    };
    counted.report.notes.extend(passed);
    let mut changes = newcomers(asked, (model, month), &mut counted)?;
    if !counted.report.may_write() {
        tell(asked, &counted.report, &[], false, console);
        console.warn("nothing was written");
        return Err(Failure::Faults);
    }
    changes.extend(
        merge(&counted.holders, month, &counted.report, &metrics(asked, month)?).map_err(Failure::tool)?,
    );
    if !changes.is_empty() {
        refuse_closed(asked, model, month)?;
        verify(asked, &wanted, (&changes, console))?;
    }
    if !asked.dry_run {
        write(asked, &changes)?;
    }
    tell(asked, &counted.report, &changes, !asked.dry_run, console);
    Ok(())
}

/// Files that are tables by their names.
const TABLES: [&str; 8] = ["csv", "tsv", "txt", "xlsx", "jsonl", "ndjson", "json", "parquet"];

/// The files, those of folders in the order of their names.
pub(super) fn paths(asked: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut paths = Vec::new();
    for path in asked {
        if !path.is_dir() {
            paths.push(path.clone());
            continue;
        }
        let options = TreeOptions { extensions: Vec::new(), ..TreeOptions::default() };
        let tree = Tree::from_folder(path, &options).map_err(Failure::tool)?;
        let is_table = |name: &&String| {
            let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
            extension.is_some_and(|extension| TABLES.contains(&extension.as_str()))
        };
        let before = paths.len();
        paths.extend(tree.ignored().iter().filter(is_table).map(|name| path.join(name)));
        if paths.len() == before {
            return Err(Failure::tool(format!("there is no table in the folder {}", path.display())));
        }
    }
    Ok(paths)
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

pub(super) fn preset_text(name: &str) -> Result<&'static str, Failure> {
    preset(name).ok_or_else(|| {
        let names: Vec<&str> = PRESETS.iter().map(|(name, _)| *name).collect();
        let near = suggest(name, names.iter().copied()).map(|near| format!("; did you mean `{near}`?"));
        let list = names.join(", ");
        Failure::tool(format!(
            "there is no preset {}{}; there are {list}",
            quoted(name),
            near.unwrap_or_default()
        ))
    })
}

/// The map with its name, and what of a preset is passed over.
fn map(asked: &Import, model: &Model, console: Console) -> Result<(MapFile, String, Vec<String>), Failure> {
    let (text, path, name) = match (&asked.preset, &asked.map) {
        (Some(name), _) => (preset_text(name)?.to_owned(), format!("preset {name}"), name.clone()),
        (None, map) => {
            let path = located(map.as_deref().unwrap_or(Path::new("")), &asked.source.data);
            let bytes = crate::files::read(&path).map_err(Failure::tool)?;
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (String::from_utf8(bytes).map_err(Failure::tool)?, path.display().to_string(), stem)
        }
    };
    let CheckedMap { map, passed, sources, diagnostics } =
        check_map(&text, &path, asked.preset.is_some(), model);
    if !diagnostics.is_empty() {
        console.warn(human(&diagnostics, &sources, console.coloured_messages()).trim_end());
    }
    let passed = passed.iter().map(|id| format!("`{id}` is passed over: there is no such indicator here"));
    map.map(|map| (map, name, passed.collect())).ok_or(Failure::Faults)
}

/// The file of a map: as named, else `maps/NAME.yml` in the data folder.
fn located(map: &Path, data: &Path) -> PathBuf {
    let bare = map.components().count() == 1;
    let inside = data.join("maps").join(map).with_extension("yml");
    if bare && !map.exists() && inside.exists() { inside } else { map.to_path_buf() }
}

/// Gives ids to unknown people, if that is asked for.
fn newcomers(
    asked: &Import,
    (model, month): (&Model, Month),
    counted: &mut Counted,
) -> Result<Vec<Change>, Failure> {
    let Some(team) = &asked.add_agents else { return Ok(Vec::new()) };
    let Counted { holders, report } = counted;
    if report.unknown.iter().all(|unknown| unknown.ambiguous) {
        return Ok(Vec::new());
    }
    let team = match (team.as_str(), model.teams.as_slice()) {
        ("", [only]) => only.id.to_string(),
        ("", _) => return Err(Failure::tool("which team? write --add-agents TEAM")),
        (team, _) if model.find_team(team).is_none() => {
            return Err(Failure::tool(format!("there is no team {}", quoted(team))));
        }
        (team, _) => team.to_owned(),
    };
    let path = asked.source.data.join("agents/imported.yml");
    let before = match path.exists() {
        true => Some(
            String::from_utf8(crate::files::read(&path).map_err(Failure::tool)?).map_err(Failure::tool)?,
        ),
        false => None,
    };
    let new = add_agents(&report.unknown, model, &team, month, before.as_deref());
    for holder in holders.iter_mut() {
        if let Err(name) = &holder.who
            && let Some((_, id)) = new.ids.iter().find(|(known, _)| known == name)
        {
            holder.who = Ok(id.clone());
        }
    }
    report.people_added();
    Ok(vec![new.change])
}

/// The metrics files of the month, with their paths below the data folder.
fn metrics(asked: &Import, month: Month) -> Result<Vec<(String, String)>, Failure> {
    let below = format!("metrics/{:04}", month.year());
    let folder = asked.source.data.join(&below);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let tree = Tree::from_folder(&folder, &TreeOptions::default()).map_err(Failure::tool)?;
    let of_month = tree.entries().iter().filter(|entry| entry.path().starts_with(&month.to_string()));
    Ok(of_month
        .filter_map(|entry| Some((format!("{below}/{}", entry.path()), entry.text()?.to_owned())))
        .collect())
}

fn refuse_closed(asked: &Import, model: &Model, month: Month) -> Result<(), Failure> {
    let Some(closed) = model.ledger.closing(month).filter(|_| !asked.correct) else { return Ok(()) };
    Err(Failure::tool(format!(
        "{month} was closed on {}, and this import would change it; nothing was written.\n\
        To correct it: run the same with --correct, then record why: deskscore close {month} --correct --by WHO --reason WHY",
        closed.closed_on
    )))
}

/// Checks the data as it would be. Only a closed month that is being corrected may be a fault.
fn verify(
    asked: &Import,
    wanted: &Wanted<'_>,
    (changes, console): (&[Change], Console),
) -> Result<(), Failure> {
    let texts: Vec<(String, String)> =
        changes.iter().map(|change| (change.path.clone(), change.after.clone())).collect();
    let after = load_with(wanted, Some(Instead::Texts(&texts)))?;
    let counts = |code: Code| !(asked.correct && code == Code::ClosedMonthChanged);
    if after.checked.diagnostics.iter().any(|fault| fault.is_error() && counts(fault.code)) {
        warn_of(&after.checked, console);
        console.warn("the data would have these faults; nothing was written");
        return Err(Failure::Faults);
    }
    Ok(())
}

/// Each file whole; agents first, so that figures never stand there without their agents.
fn write(asked: &Import, changes: &[Change]) -> Result<(), Failure> {
    for change in changes {
        let path = asked.source.data.join(&change.path);
        if let Some(folder) = path.parent() {
            make_folder(folder).map_err(Failure::tool)?;
        }
        write_atomic(&path, change.after.as_bytes()).map_err(Failure::tool)?;
    }
    Ok(())
}

fn tell(asked: &Import, report: &Report, changes: &[Change], written: bool, console: Console) {
    let verb = if written { "wrote" } else { "would write" };
    match asked.format {
        Told::Json => {
            let mut value = report.json();
            value["dry_run"] = asked.dry_run.into();
            value["changes"] = changes
                .iter()
                .map(|change| serde_json::json!({ "path": change.path, "diff": unified(change) }))
                .collect::<Vec<_>>()
                .into();
            console.result(&format!("{value:#}\n"));
        }
        Told::Human => {
            console.say(report.text().trim_end());
            if asked.dry_run {
                changes.iter().for_each(|change| console.result(&unified(change)));
            }
            if changes.is_empty() && report.may_write() {
                console.say("nothing changes");
            }
            for change in changes {
                console.say(&format!("{verb} {}", asked.source.data.join(&change.path).display()));
            }
        }
    }
}
