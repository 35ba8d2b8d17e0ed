//! `deskscore init --from`: a repository that starts from the team's own export.

use super::super::arguments_files::Init;
use super::super::console::Console;
use super::super::failure::Failure;
use super::import::{name_of, paths, preset_text};
use crate::check::{CheckedMap, Input, Options, check, check_map};
use crate::diag::{human, quoted};
use crate::import::{Asked, Counted, Export, ImportFault, PRESETS, count};
use crate::init::Comments;
use crate::model::Month;
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
    console: Console,
) -> Result<Vec<(String, String)>, Failure> {
    let period = asked.period.as_deref().unwrap_or_default();
    let month = Month::parse(period)
        .ok_or_else(|| Failure::tool(format!("{} is not a month; write it like 2025-03", quoted(period))))?;
    let paths = paths(from)?;
    let chosen = chosen(asked, (&paths, month), console)?;
    let (ground, map, passed) = grounded(&chosen, console)?;
    let mut counted =
        counted(&chosen, (&ground, &map), (&paths, month)).map_err(|fault| told(&fault, console))?;
    if !counted.report.errors.is_empty() {
        console.say(counted.report.text().trim_end());
        console.warn("nothing was written; mend the export, or say in a map of your own what is meant (docs/import.md)");
        return Err(Failure::Faults);
    }
    let figures: Vec<String> = map.figures.list.iter().map(|(id, _)| id.text.clone()).collect();
    let own = Own { name: &chosen.name, text: &chosen.text, figures: &figures };
    let own = Some(own).filter(|_| !chosen.preset && passed.is_empty());
    let found = begin(&mut counted, &ground, month, (own, comments)).map_err(Failure::tool)?;
    counted.report.notes.extend(passed.iter().map(|id| {
        format!("`{id}` is passed over: the catalogue of beginnings does not know it; write it into data/indicators and import again")
    }));
    verified(&found, console)?;
    console.say(counted.report.text().trim_end());
    tell(&found, &chosen, own.is_some(), console);
    Ok(found.files)
}

/// The map that is named, else the preset whose columns the export has.
fn chosen(asked: &Init, (paths, month): (&[PathBuf], Month), console: Console) -> Result<Chosen, Failure> {
    match (&asked.map, &asked.preset) {
        (Some(path), _) => {
            let bytes = crate::files::read(path).map_err(Failure::tool)?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = String::from_utf8(bytes).map_err(|_| {
                Failure::tool(format!("{} is not UTF-8; save the map as UTF-8", path.display()))
            })?;
            Ok(Chosen { name, text, preset: false, path: path.display().to_string() })
        }
        (None, Some(name)) => preset(name),
        (None, None) => guessed((paths, month), console),
    }
}

fn preset(name: &str) -> Result<Chosen, Failure> {
    let text = preset_text(name)?.to_owned();
    Ok(Chosen { name: name.to_owned(), text, preset: true, path: format!("preset {name}") })
}

/// The one preset with the most figures in the export.
fn guessed((paths, month): (&[PathBuf], Month), console: Console) -> Result<Chosen, Failure> {
    let mut fitting: Vec<(usize, Chosen)> = Vec::new();
    for (name, _) in PRESETS {
        let chosen = preset(name)?;
        let Ok((ground, map, _)) = grounded(&chosen, console) else { continue };
        match counted(&chosen, (&ground, &map), (paths, month)) {
            Ok(counted) => fitting.push((figures(&counted), chosen)),
            Err(fault @ ImportFault::File(_)) => return Err(told(&fault, console)),
            Err(ImportFault::Table { .. }) => {}
        }
    }
    fitting.sort_by_key(|(found, _)| std::cmp::Reverse(*found));
    let best = fitting.first().map_or(0, |(found, _)| *found);
    let names: Vec<&str> = PRESETS.iter().map(|(name, _)| *name).collect();
    let names = names.join(", ");
    if best == 0 {
        let file = paths.first().map(|path| name_of(path)).unwrap_or_default();
        return Err(Failure::tool(format!(
            "{file} has the columns of no preset ({names}); write a map, which `deskscore import --preset feige --show > map.yml` \
             begins, and name it with --map"
        )));
    }
    let equal: Vec<&str> =
        fitting.iter().filter(|(found, _)| *found == best).map(|(_, chosen)| chosen.name.as_str()).collect();
    if equal.len() > 1 {
        return Err(Failure::tool(format!(
            "the columns fit several presets: {}; say which with --preset",
            equal.join(", ")
        )));
    }
    let (_, chosen) = fitting.swap_remove(0);
    console.say(&format!(
        "the columns are those of the preset {} ({best} figures); --preset or --map says otherwise",
        chosen.name
    ));
    Ok(chosen)
}

/// Different figures that were found.
fn figures(counted: &Counted) -> usize {
    let ids = counted.holders.iter().flat_map(|holder| &holder.figures).map(|(id, _)| id);
    ids.collect::<std::collections::BTreeSet<_>>().len()
}

/// What the map is counted against, the map checked against that, and the figures that nobody here knows.
fn grounded(chosen: &Chosen, console: Console) -> Result<(Ground, MapFile, Vec<String>), Failure> {
    let ground =
        ground(&chosen.text).ok_or_else(|| Failure::tool("the catalogue of beginnings has faults"))?;
    let CheckedMap { map, passed, sources, diagnostics } =
        check_map(&chosen.text, &chosen.path, true, &ground.model);
    if !diagnostics.is_empty() {
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

fn told(fault: &ImportFault, console: Console) -> Failure {
    match fault {
        ImportFault::Table { .. } => {
            console.warn(&fault.to_string());
            Failure::Faults
        }
        ImportFault::File(why) => Failure::tool(why),
    }
}

/// Checks the data as it would be.
fn verified(begun: &Begun, console: Console) -> Result<(), Failure> {
    let data = begun.files.iter().filter_map(|(path, text)| Some((path.strip_prefix("data/")?, text)));
    let yaml = data.filter(|(path, _)| Path::new(path).extension().is_some_and(|ending| ending == "yml"));
    let inputs: Vec<Input<'_>> = yaml.map(|(path, text)| Input { path, text: Ok(text) }).collect();
    let checked = check(&inputs, &Options { folder: "data".to_owned(), ..Options::default() });
    if checked.model.is_some() {
        return Ok(());
    }
    console.warn(human(&checked.diagnostics, &checked.sources, console.coloured_messages()).trim_end());
    console.warn("the data would have these faults; nothing was written");
    Err(Failure::Faults)
}

fn tell(begun: &Begun, chosen: &Chosen, kept: bool, console: Console) {
    if !begun.shown.is_empty() {
        console.say(&format!(
            "shown and without weight, as they have no common bounds or the export does not say of how many cases: {}",
            begun.shown.join(", ")
        ));
    }
    if !begun.drafted {
        console.warn(
            "no scheme was drafted: no figure can be scored. Ratios and means need their counts: map `numerator` and `denominator`, or `n`",
        );
    }
    if kept {
        console
            .say(&format!("the map is kept as data/maps/{0}.yml: next month, import --map {0}", chosen.name));
    } else if !chosen.preset {
        console.warn("the map is not kept in data/maps, as some of its figures are not in the catalogue");
    }
}
