//! `deskscore fmt`: data files in canonical form.

use super::super::arguments_files::Fmt;
use super::super::console::Console;
use super::super::failure::Failure;
use crate::canon::{Order, canonical};
use crate::check::noun_at;
use crate::files::{Tree, TreeOptions, read, write_atomic};
use crate::raw::{LeftAlone, Noun};
use std::path::{Path, PathBuf};

/// What became of a file.
enum Outcome {
    /// It had the form.
    Same,
    /// Its form, which differs.
    Other(String),
    /// It is left as it is.
    Alone(LeftAlone),
}

/// Formats files, or says which ones would change.
pub(in super::super) fn fmt(asked: &Fmt, console: Console) -> Result<(), Failure> {
    let orders: Vec<Order> = Noun::ALL.into_iter().map(Order::of).collect();
    let (mut seen, mut changed, mut faults) = (0_usize, 0_usize, false);
    for (path, noun) in wanted(asked)? {
        let name = path.display();
        seen += 1;
        let outcome = orders.iter().find(|order| order.noun() == noun).map(|order| form(&path, order));
        match outcome.transpose()? {
            None | Some(Outcome::Same) => {}
            Some(Outcome::Other(text)) => {
                changed += 1;
                if !asked.check {
                    write_atomic(&path, text.as_bytes()).map_err(Failure::tool)?;
                }
                console.result(&format!("{name}\n"));
            }
            Some(Outcome::Alone(reason)) => {
                faults |= reason.fault;
                console.warn(&format!("{name}:{}: left as it is: {}", reason.line, reason.why));
            }
        }
    }
    let verb = if asked.check { "would change" } else { "changed" };
    console.say(&format!("{changed} of {seen} files {verb}"));
    if faults || (asked.check && changed > 0) { Err(Failure::Faults) } else { Ok(()) }
}

fn form(path: &Path, order: &Order) -> Result<Outcome, Failure> {
    let text = match String::from_utf8(read(path).map_err(Failure::tool)?) {
        Ok(text) => text,
        Err(error) => {
            let good = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let at = error.utf8_error().valid_up_to();
            return Ok(Outcome::Alone(LeftAlone::at(&good, at, "it is not UTF-8", true)));
        }
    };
    Ok(match canonical(&text, order) {
        Ok(form) if form == text => Outcome::Same,
        Ok(form) => Outcome::Other(form),
        Err(reason) => Outcome::Alone(reason),
    })
}

/// The data files that were asked for, sorted, with their nouns.
fn wanted(asked: &Fmt) -> Result<Vec<(PathBuf, Noun)>, Failure> {
    let mut found = Vec::new();
    let default = [PathBuf::from("data")];
    let paths: &[PathBuf] = if asked.paths.is_empty() { &default } else { &asked.paths };
    for path in paths {
        let root = data_folder(path);
        let inside = |below: &Path| {
            let path = below.strip_prefix(&root).unwrap_or(below).to_string_lossy().replace('\\', "/");
            noun_at(&path)
        };
        if path.is_dir() {
            let tree = Tree::from_folder(path, &TreeOptions::default()).map_err(Failure::tool)?;
            let files = tree.entries().iter().map(|entry| path.join(entry.path()));
            found.extend(files.filter_map(|path| inside(&absolute(&path)).map(|noun| (path, noun))));
        } else if path.is_file() {
            let noun = inside(&absolute(path)).ok_or_else(|| no_noun(path))?;
            found.push((path.clone(), noun));
        } else {
            return Err(Failure::tool(format!("there is no file or folder `{}`", path.display())));
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn no_noun(path: &Path) -> Failure {
    Failure::tool(format!(
        "`{}` is no data file: data lies below the folder that holds deskscore.yml",
        path.display()
    ))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The folder that holds deskscore.yml, at `path` or above it; without one, the folder itself.
fn data_folder(path: &Path) -> PathBuf {
    let path = absolute(path);
    let holds =
        |folder: &&Path| ["deskscore.yml", "deskscore.yaml"].iter().any(|name| folder.join(name).is_file());
    path.ancestors().find(holds).map_or_else(|| path.clone(), Path::to_path_buf)
}
