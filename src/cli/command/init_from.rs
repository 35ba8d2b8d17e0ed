//! `deskscore init --from`: a repository that starts from the team's own export.

use super::super::arguments_files::Init;
use super::super::failure::Failure;
use super::super::voice::Voice;
use super::import::{map_text, month, name_of, paths, preset_text, would_have_faults};
use crate::check::{CheckedMap, Input, Options, check, check_map};
use crate::diag::human;
use crate::import::{Asked, Counted, Export, ImportFault, PRESETS, count};
use crate::init::Comments;
use crate::model::{Month, Text};
use crate::raw::MapFile;
use crate::start::{Begun, Ground, Own, begin, ground};
use std::path::{Path, PathBuf};

/// A map with its name and what it was read from.
struct Chosen {
    name: String,
    text: String,
    /// Whether it comes with the program.
    preset: bool,
    /// Where it lies, for messages.
    path: String,
}

/// The files of the repository, checked; nothing is written here.
pub(super) fn begun(
    asked: &Init,
    from: &[PathBuf],
    comments: Comments,
    voice: Voice,
) -> Result<Vec<(String, String)>, Failure> {
    let month = month(asked.period.as_deref(), voice)?;
    let paths = paths(from, voice)?;
    let chosen = chosen(asked, (&paths, month), voice)?;
    let (ground, map, passed) = grounded(&chosen, voice)?;
    let mut counted =
        counted(&chosen, (&ground, &map), (&paths, month)).map_err(|fault| told(&fault, voice))?;
    if !counted.report.errors.is_empty() {
        voice.console.warn(counted.report.text(voice.language).trim_end());
        voice.warn(
            "没有写入任何内容；请改正导出文件，或在自己的映射里写明含义（docs/import.md）",
            "nothing was written; mend the export, or say in a map of your own what is meant (docs/import.md)",
        );
        return Err(Failure::Faults);
    }
    let figures: Vec<String> = map.figures.list.iter().map(|(id, _)| id.text.clone()).collect();
    let own = Own { name: &chosen.name, text: &chosen.text, figures: &figures };
    let own = Some(own).filter(|_| !chosen.preset && passed.is_empty());
    let found = begin(&mut counted, &ground, month, (own, comments));
    let found = found.map_err(|fault| Failure::tool(fault.said(voice.language)))?;
    counted.report.notes.extend(passed.iter().map(|id| {
        Text::new(
            format!("跳过 `{id}`：起步目录里没有这个指标；请写进 data/indicators 后再导入一次"),
            format!("`{id}` is passed over: the catalogue of beginnings does not know it; write it into data/indicators and import again"),
        )
    }));
    verified(&found, voice)?;
    voice.console.say(counted.report.text(voice.language).trim_end());
    tell(&found, &chosen, own.is_some(), voice);
    Ok(found.files)
}

/// The map that is named, else the preset whose columns the export has.
fn chosen(asked: &Init, (paths, month): (&[PathBuf], Month), voice: Voice) -> Result<Chosen, Failure> {
    match (&asked.map, &asked.preset) {
        (Some(path), _) => {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = map_text(path, voice)?;
            Ok(Chosen { name, text, preset: false, path: path.display().to_string() })
        }
        (None, Some(name)) => preset(name, voice),
        (None, None) => guessed((paths, month), voice),
    }
}

fn preset(name: &str, voice: Voice) -> Result<Chosen, Failure> {
    let text = preset_text(name, voice)?.to_owned();
    Ok(Chosen { name: name.to_owned(), text, preset: true, path: format!("preset {name}") })
}

/// The one preset with the most figures in the export.
fn guessed((paths, month): (&[PathBuf], Month), voice: Voice) -> Result<Chosen, Failure> {
    let mut fitting: Vec<(usize, Chosen)> = Vec::new();
    for (name, _) in PRESETS {
        let chosen = preset(name, voice)?;
        let Ok((ground, map, _)) = grounded(&chosen, voice) else { continue };
        match counted(&chosen, (&ground, &map), (paths, month)) {
            Ok(counted) => fitting.push((figures(&counted), chosen)),
            Err(fault @ ImportFault::File(_)) => return Err(told(&fault, voice)),
            Err(ImportFault::Table { .. }) => {}
        }
    }
    fitting.sort_by_key(|(found, _)| std::cmp::Reverse(*found));
    let best = fitting.first().map_or(0, |(found, _)| *found);
    let names: Vec<&str> = PRESETS.iter().map(|(name, _)| *name).collect();
    let names = names.join(", ");
    if best == 0 {
        let file = paths.first().map(|path| name_of(path)).unwrap_or_default();
        let begin = "deskscore import --preset feige --show > map.yml";
        return Err(voice.failure(
            format!("{file} 的列名不属于任何预设（{names}）；请用 `{begin}` 起草一份映射，改好后用 --map 指定"),
            format!("{file} has the columns of no preset ({names}); write a map, which `{begin}` begins, and name it with --map"),
        ));
    }
    let equal: Vec<&str> =
        fitting.iter().filter(|(found, _)| *found == best).map(|(_, chosen)| chosen.name.as_str()).collect();
    if equal.len() > 1 {
        let equal = equal.join(", ");
        return Err(voice.failure(
            format!("列名同时符合几个预设：{equal}；请用 --preset 指定一个"),
            format!("the columns fit several presets: {equal}; say which with --preset"),
        ));
    }
    let (_, chosen) = fitting.swap_remove(0);
    let name = &chosen.name;
    voice.say(
        format!("列名属于预设 {name}（{best} 个指标）；可用 --preset 或 --map 另行指定"),
        format!(
            "the columns are those of the preset {name} ({best} figures); --preset or --map says otherwise"
        ),
    );
    Ok(chosen)
}

/// Different figures that were found.
fn figures(counted: &Counted) -> usize {
    let ids = counted.holders.iter().flat_map(|holder| &holder.figures).map(|(id, _)| id);
    ids.collect::<std::collections::BTreeSet<_>>().len()
}

/// What the map is counted against, the map checked against that, and the figures that nobody here knows.
fn grounded(chosen: &Chosen, voice: Voice) -> Result<(Ground, MapFile, Vec<String>), Failure> {
    let ground = ground(&chosen.text)
        .ok_or_else(|| voice.failure("起步目录有错，请反馈", "the catalogue of beginnings has faults"))?;
    let CheckedMap { map, passed, sources, diagnostics } =
        check_map(&chosen.text, &chosen.path, true, &ground.model);
    if !diagnostics.is_empty() {
        let console = voice.console;
        console.warn(human(&diagnostics, &sources, console.coloured_messages()).trim_end());
    }
    let passed = if chosen.preset { Vec::new() } else { passed };
    map.map(|map| (ground, map, passed)).ok_or(Failure::Faults)
}

fn counted(
    chosen: &Chosen,
    (ground, map): (&Ground, &MapFile),
    (paths, month): (&[PathBuf], Month),
) -> Result<Counted, ImportFault> {
    let exports: Vec<Export<'_>> = paths.iter().map(|path| Export { path, name: name_of(path) }).collect();
    let model = &ground.model;
    count(&exports, &Asked { map, map_name: &chosen.name, lenient: chosen.preset, model, month })
}

fn told(fault: &ImportFault, voice: Voice) -> Failure {
    match fault {
        ImportFault::Table { .. } => {
            voice.console.warn(&fault.said(voice.language));
            Failure::Faults
        }
        ImportFault::File(_) => Failure::tool(fault.said(voice.language)),
    }
}

/// Checks the data as it would be.
fn verified(begun: &Begun, voice: Voice) -> Result<(), Failure> {
    let data = begun.files.iter().filter_map(|(path, text)| Some((path.strip_prefix("data/")?, text)));
    let yaml = data.filter(|(path, _)| Path::new(path).extension().is_some_and(|ending| ending == "yml"));
    let inputs: Vec<Input<'_>> = yaml.map(|(path, text)| Input { path, text: Ok(text) }).collect();
    let checked = check(&inputs, &Options { folder: "data".to_owned(), ..Options::default() });
    if checked.model.is_some() {
        return Ok(());
    }
    let console = voice.console;
    console.warn(human(&checked.diagnostics, &checked.sources, console.coloured_messages()).trim_end());
    would_have_faults(voice);
    Err(Failure::Faults)
}

fn tell(begun: &Begun, chosen: &Chosen, kept: bool, voice: Voice) {
    if !begun.shown.is_empty() {
        let shown = begun.shown.join(", ");
        voice.say(
            format!("只展示、不计权重（没有通用的界限，或导出文件没有给出次数）：{shown}"),
            format!("shown and without weight, as they have no common bounds or the export does not say of how many cases: {shown}"),
        );
    }
    if !begun.drafted {
        voice.warn(
            "没有起草考核方案：没有可以计分的指标。比率和均值需要次数：请在映射里写 `numerator` 与 `denominator`，或 `n`",
            "no scheme was drafted: no figure can be scored. Ratios and means need their counts: map `numerator` and `denominator`, or `n`",
        );
    }
    let name = &chosen.name;
    if kept {
        voice.say(
            format!("映射保存为 data/maps/{name}.yml：下个月用 import --map {name}"),
            format!("the map is kept as data/maps/{name}.yml: next month, import --map {name}"),
        );
    } else if !chosen.preset {
        voice.warn(
            "映射没有保存到 data/maps，因为其中有的指标不在起步目录里",
            "the map is not kept in data/maps, as some of its figures are not in the catalogue",
        );
    }
}
