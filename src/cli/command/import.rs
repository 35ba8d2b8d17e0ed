//! `deskscore import`: the export of a service platform into the figures of a month.

use super::super::arguments::Told;
use super::super::arguments_import::Import;
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Instead, Wanted, load, load_with};
use super::super::told::warn_of;
use super::super::voice::Voice;
use crate::check::{CheckedMap, check_map};
use crate::diag::{Code, human, quoted, suggest};
use crate::files::{Tree, TreeOptions, make_folder, write_atomic};
use crate::import::{
    Asked, Change, Counted, Export, ImportFault, PRESETS, Report, add_agents, count, merge, preset, unified,
};
use crate::model::{Model, Month, Text};
use crate::raw::MapFile;
use std::path::{Path, PathBuf};

/// Reads, counts, checks, and writes.
pub(in super::super) fn import(asked: &Import, console: Console) -> Result<(), Failure> {
    let voice = Voice::new(console, asked.lang);
    if asked.show {
        console.result(preset_text(asked.preset.as_deref().unwrap_or_default(), voice)?);
        return Ok(());
    }
    let month = month(asked.period.as_deref(), voice)?;
    let wanted = Wanted { source: &asked.source, at: None, from_root: false, skip: None };
    let loaded = load(&wanted)?;
    let Some(model) = &loaded.checked.model else {
        warn_of(&loaded.checked, console);
        voice.warn("数据有错，没有导入任何内容", "the data has faults; nothing was imported");
        return Err(Failure::Faults);
    };
    let (map, name, passed) = map(asked, model, voice)?;
    let paths = paths(&asked.files, voice)?;
    let exports: Vec<Export<'_>> = paths.iter().map(|path| Export { path, name: name_of(path) }).collect();
    let question = Asked { map: &map, map_name: &name, lenient: asked.preset.is_some(), model, month };
    let mut counted = match count(&exports, &question) {
        Ok(counted) => counted,
        Err(fault @ ImportFault::Table { .. }) => {
            console.warn(&fault.said(voice.language));
            return Err(Failure::Faults);
        }
        Err(fault) => return Err(Failure::tool(fault.said(voice.language))),
    };
    counted.report.notes.extend(passed);
    let mut changes = newcomers(asked, (model, month), &mut counted, voice)?;
    if !counted.report.may_write() {
        tell(asked, &counted.report, (&[], false), voice);
        voice.warn("没有写入任何内容", "nothing was written");
        return Err(Failure::Faults);
    }
    let merged = merge(&counted.holders, month, &counted.report, &metrics(asked, month)?);
    changes.extend(merged.map_err(|fault| Failure::tool(fault.said(voice.language)))?);
    if !changes.is_empty() {
        refuse_closed(asked, model, month, voice)?;
        verify(asked, &wanted, (&changes, voice))?;
    }
    if !asked.dry_run {
        write(asked, &changes)?;
    }
    tell(asked, &counted.report, (&changes, !asked.dry_run), voice);
    Ok(())
}

/// The month that was asked for.
pub(super) fn month(period: Option<&str>, voice: Voice) -> Result<Month, Failure> {
    let period = period.unwrap_or_default();
    Month::parse(period).ok_or_else(|| {
        let period = quoted(period);
        voice.failure(
            format!("{period} 不是月份；请写成 2025-03 这样"),
            format!("{period} is not a month; write it like 2025-03"),
        )
    })
}

/// Files that are tables by their names.
const TABLES: [&str; 8] = ["csv", "tsv", "txt", "xlsx", "jsonl", "ndjson", "json", "parquet"];

/// The files, those of folders in the order of their names.
pub(super) fn paths(asked: &[PathBuf], voice: Voice) -> Result<Vec<PathBuf>, Failure> {
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
            let (folder, endings) = (path.display(), TABLES.join(", ."));
            return Err(voice.failure(
                format!("文件夹 {folder} 里没有表（文件名以 .{endings} 结尾）；请写出文件名，或核对文件夹"),
                format!("there is no table in the folder {folder} (names that end in .{endings}); name the file, or another folder"),
            ));
        }
    }
    Ok(paths)
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

pub(super) fn preset_text(name: &str, voice: Voice) -> Result<&'static str, Failure> {
    preset(name).ok_or_else(|| {
        let names: Vec<&str> = PRESETS.iter().map(|(name, _)| *name).collect();
        let near = suggest(name, names.iter().copied());
        let (name, list) = (quoted(name), names.join(", "));
        let near = near.map(|near| (format!("（是不是 `{near}`？）"), format!("; did you mean `{near}`?")));
        let (zh, en) = near.unwrap_or_default();
        voice.failure(
            format!("没有名为 {name} 的预设{zh}；现有：{list}"),
            format!("there is no preset {name}{en}; there are {list}"),
        )
    })
}

/// The map with its name, and what of a preset is passed over.
fn map(asked: &Import, model: &Model, voice: Voice) -> Result<(MapFile, String, Vec<Text>), Failure> {
    let (text, path, name) = match (&asked.preset, &asked.map) {
        (Some(name), _) => (preset_text(name, voice)?.to_owned(), format!("preset {name}"), name.clone()),
        (None, map) => {
            let path = located(map.as_deref().unwrap_or(Path::new("")), &asked.source.data);
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (map_text(&path, voice)?, path.display().to_string(), stem)
        }
    };
    let CheckedMap { map, passed, sources, diagnostics } =
        check_map(&text, &path, asked.preset.is_some(), model);
    if !diagnostics.is_empty() {
        let console = voice.console;
        console.warn(human(&diagnostics, &sources, console.coloured_messages()).trim_end());
    }
    let passed = passed.iter().map(|id| {
        Text::new(
            format!("跳过 `{id}`：这里没有这个指标"),
            format!("`{id}` is passed over: there is no such indicator here"),
        )
    });
    map.map(|map| (map, name, passed.collect())).ok_or(Failure::Faults)
}

/// The text of a map.
pub(super) fn map_text(path: &Path, voice: Voice) -> Result<String, Failure> {
    let bytes = crate::files::read(path).map_err(|error| {
        voice.failure(
            format!("映射读不了（{error}）；请核对文件名，或用 --preset 选一个预设"),
            format!(
                "{error}; look at the name of the map, or choose one that comes with the program by --preset"
            ),
        )
    })?;
    String::from_utf8(bytes).map_err(|_| {
        let path = path.display();
        voice.failure(
            format!("{path} 不是 UTF-8；请把映射另存为 UTF-8"),
            format!("{path} is not UTF-8; save the map as UTF-8"),
        )
    })
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
    voice: Voice,
) -> Result<Vec<Change>, Failure> {
    let Some(team) = &asked.add_agents else { return Ok(Vec::new()) };
    let Counted { holders, report } = counted;
    if report.unknown.iter().all(|unknown| unknown.ambiguous) {
        return Ok(Vec::new());
    }
    let team = match (team.as_str(), model.teams.as_slice()) {
        ("", [only]) => only.id.to_string(),
        ("", teams) => {
            let ids: Vec<&str> = teams.iter().map(|team| team.id.as_str()).collect();
            let ids = ids.join(", ");
            return Err(voice.failure(
                format!("加入哪个小组？请写 --add-agents 小组编号（{ids}）"),
                format!("which team? write --add-agents TEAM ({ids})"),
            ));
        }
        (team, teams) if model.find_team(team).is_none() => {
            let near = suggest(team, teams.iter().map(|team| team.id.as_str()));
            let (team, near) = (quoted(team), near.map(quoted));
            let (zh, en) = match near {
                Some(near) => (format!("；是不是 {near}？"), format!("; did you mean {near}?")),
                None => Default::default(),
            };
            return Err(voice.failure(format!("没有小组 {team}{zh}"), format!("there is no team {team}{en}")));
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

fn refuse_closed(asked: &Import, model: &Model, month: Month, voice: Voice) -> Result<(), Failure> {
    let Some(closed) = model.ledger.closing(month).filter(|_| !asked.correct) else { return Ok(()) };
    let day = closed.closed_on;
    let close = format!("deskscore close {month} --correct --by WHO --reason WHY");
    Err(voice.failure(
        format!("{month} 已于 {day} 关账，而这次导入会改动它；没有写入任何内容。\n若确要更正：加上 --correct 再运行一次，然后登记原因：{close}"),
        format!("{month} was closed on {day}, and this import would change it; nothing was written.\nTo correct it: run the same with --correct, then record why: {close}"),
    ))
}

/// Checks the data as it would be. Only a closed month that is being corrected may be a fault.
fn verify(asked: &Import, wanted: &Wanted<'_>, (changes, voice): (&[Change], Voice)) -> Result<(), Failure> {
    let texts: Vec<(String, String)> =
        changes.iter().map(|change| (change.path.clone(), change.after.clone())).collect();
    let after = load_with(wanted, Some(Instead::Texts(&texts)))?;
    let counts = |code: Code| !(asked.correct && code == Code::ClosedMonthChanged);
    if after.checked.diagnostics.iter().any(|fault| fault.is_error() && counts(fault.code)) {
        warn_of(&after.checked, voice.console);
        would_have_faults(voice);
        return Err(Failure::Faults);
    }
    Ok(())
}

pub(super) fn would_have_faults(voice: Voice) {
    voice.warn(
        "写入后数据会有以上错误；没有写入任何内容",
        "the data would have these faults; nothing was written",
    );
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

fn tell(asked: &Import, report: &Report, (changes, written): (&[Change], bool), voice: Voice) {
    let console = voice.console;
    match asked.format {
        Told::Json => {
            let mut value = report.json(voice.language);
            value["dry_run"] = asked.dry_run.into();
            value["changes"] = changes
                .iter()
                .map(|change| serde_json::json!({ "path": change.path, "diff": unified(change) }))
                .collect::<Vec<_>>()
                .into();
            console.result(&format!("{value:#}\n"));
        }
        Told::Human => {
            // What stands in the way is said even where nothing else is.
            let text = report.text(voice.language);
            if report.may_write() {
                console.say(text.trim_end())
            } else {
                console.warn(text.trim_end())
            }
            if asked.dry_run {
                changes.iter().for_each(|change| console.result(&unified(change)));
            }
            if changes.is_empty() && report.may_write() {
                voice.say("没有变化", "nothing changes");
            }
            for change in changes {
                let path = asked.source.data.join(&change.path);
                let path = path.display();
                match written {
                    true => voice.say(format!("已写入 {path}"), format!("wrote {path}")),
                    false => voice.say(format!("将写入 {path}"), format!("would write {path}")),
                }
            }
        }
    }
}
