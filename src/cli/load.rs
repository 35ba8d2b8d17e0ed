//! From a folder or a revision to checked data, with where it came from and as of when it is read.

use super::arguments::Source;
use super::failure::Failure;
use crate::check::{
    Checked, Draft, Earlier, Input, Options, ReadFault, check, check_after, check_with_draft, noun_at,
};
use crate::evaluate::check_appeals;
use crate::files::{Commit, Entry, LastTouch, Repository, Tree, TreeOptions, Unreadable};
use crate::model::Model;
use crate::past::Known;
use crate::raw::Noun;
use crate::report::{CommitMark, Provenance};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Checked data and its origin.
#[derive(Debug)]
pub(super) struct Loaded {
    /// The facts, if there was no error, the files and the faults.
    pub checked: Checked,
    /// Where the data came from.
    pub provenance: Provenance,
    /// The day that was asked for or that the commit gives.
    day: Option<NaiveDate>,
}

/// What to load.
#[derive(Debug, Clone)]
pub(super) struct Wanted<'a> {
    /// Folder and day.
    pub source: &'a Source,
    /// A revision instead of the working tree.
    pub at: Option<&'a str>,
    /// Whether files are named from the root of the repository, as pages and annotations need them, rather than from the
    /// folder in which the command runs.
    pub from_root: bool,
    /// A folder that is not data although it lies inside: the site's.
    pub skip: Option<&'a Path>,
}

/// Reads and checks the data.
///
/// # Errors
/// If the folder or the revision cannot be read at all. Faults of the data are no failure of loading.
pub(super) fn load(wanted: &Wanted<'_>) -> Result<Loaded, Failure> {
    load_with(wanted, None)
}

/// A draft that is tried.
#[derive(Debug)]
pub(super) struct Tried {
    /// Schemes or targets.
    pub noun: Noun,
    /// The file as it was named.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What is read instead of what stands on disk.
#[derive(Debug, Clone, Copy)]
pub(super) enum Instead<'a> {
    /// Another text of the file at a path below the data folder: to check it before it is written.
    Text(&'a str, &'a str),
    /// Other texts of files at paths below the data folder, or new files.
    Texts(&'a [(String, String)]),
    /// No month is closed.
    NoneClosed,
    /// A draft in the place of what it replaces.
    Draft(&'a Tried),
}

/// As [`load`], with something read instead of what stands on disk.
///
/// # Errors
/// As [`load`].
pub(super) fn load_with(wanted: &Wanted<'_>, instead: Option<Instead<'_>>) -> Result<Loaded, Failure> {
    let mut loaded = load_unheld(wanted, instead)?;
    loaded.checked = check_appeals(loaded.checked);
    Ok(loaded)
}

/// As [`load_with`], without holding the scores that appeals state against those that are computed.
///
/// # Errors
/// As [`load`].
pub(super) fn load_unheld(wanted: &Wanted<'_>, instead: Option<Instead<'_>>) -> Result<Loaded, Failure> {
    let read = Files::read(wanted)?;
    let checked = read.check(instead, None);
    let Files { provenance, day, .. } = read;
    Ok(Loaded { checked, provenance, day })
}

/// Files that were read and not checked yet.
#[derive(Debug)]
pub(super) struct Files {
    tree: Tree,
    provenance: Provenance,
    day: Option<NaiveDate>,
    options: Options,
}

impl Files {
    /// Reads the data.
    ///
    /// # Errors
    /// As [`load`].
    pub(super) fn read(wanted: &Wanted<'_>) -> Result<Self, Failure> {
        Self::read_beside(wanted, None)
    }

    /// As [`Self::read`]; texts that git knows by the same name in `other` are not read again.
    ///
    /// # Errors
    /// As [`load`].
    pub(super) fn read_beside(wanted: &Wanted<'_>, other: Option<&Self>) -> Result<Self, Failure> {
        let folder = &wanted.source.data;
        if wanted.at.is_none() && !folder.is_dir() {
            return Err(Failure::tool(no_folder(folder)));
        }
        let repository = Repository::discover(&existing(folder)).ok();
        let inside = repository.as_ref().and_then(|repository| inside(repository, folder));
        let options = tree_options(wanted);
        let (tree, provenance) = match (wanted.at, &repository, &inside) {
            (None, _, _) => {
                let tree = Tree::from_folder(folder, &options).map_err(Failure::tool)?;
                (tree, working_tree(repository.as_ref(), inside.as_deref())?)
            }
            (Some(revision), Some(repository), Some(inside)) => {
                let commit = repository.commit(revision).map_err(Failure::tool)?;
                let none = Tree::default();
                let beside = other.map_or(&none, |other| &other.tree);
                let tree = Tree::from_revision_beside(repository, &commit.hash, inside, &options, beside);
                let tree = tree.map_err(Failure::tool)?;
                (tree, Provenance { commit: Some(mark(commit)), ..blank() })
            }
            (Some(_), _, _) => {
                return Err(Failure::tool(format!(
                    "`{}` is not in a git repository, so --at has no meaning",
                    folder.display()
                )));
            }
        };
        let shown = if wanted.from_root { inside } else { None };
        let shown = shown.unwrap_or_else(|| folder.display().to_string());
        let day = wanted.source.as_of.or(provenance.commit.as_ref().map(|commit| commit.day));
        let folder = if shown == "." { String::new() } else { shown };
        let options = Options { as_of: wanted.source.as_of, folder };
        Ok(Self { tree, provenance, day, options })
    }

    /// The same files, if they are those of the working tree of `repository`, with the names by which git knows them.
    ///
    /// # Errors
    /// If git does not answer.
    pub(super) fn known_to(mut self, repository: &Repository, folder: &Path) -> Result<Self, Failure> {
        if let Some(inside) = inside(repository, folder) {
            self.tree = self.tree.known_as(&repository.unchanged(&inside).map_err(Failure::tool)?);
        }
        Ok(self)
    }

    /// The texts by their paths, as they are shown.
    pub(super) fn texts(&self) -> BTreeMap<String, &str> {
        let folder =
            if self.options.folder.is_empty() { String::new() } else { format!("{}/", self.options.folder) };
        let texts = self.tree.entries().iter().filter_map(|entry| Some((entry.path(), entry.text()?)));
        texts.map(|(path, text)| (format!("{folder}{path}"), text)).collect()
    }

    /// Checks them; what is the same as in `earlier` is taken over.
    pub(super) fn check(&self, instead: Option<Instead<'_>>, earlier: Option<Known<'_>>) -> Checked {
        let mut inputs = inputs(&self.tree);
        match instead {
            None => {}
            Some(Instead::Text(path, text)) => {
                inputs.retain(|input| input.path != path);
                inputs.push(Input { path, text: Ok(text) });
            }
            Some(Instead::Texts(texts)) => {
                inputs.retain(|input| !texts.iter().any(|(path, _)| path == input.path));
                inputs.extend(texts.iter().map(|(path, text)| Input { path, text: Ok(text) }));
            }
            Some(Instead::NoneClosed) => open(&mut inputs),
            Some(Instead::Draft(Tried { noun, path, text })) => {
                return check_with_draft(&inputs, Draft { noun: *noun, path, text }, &self.options);
            }
        }
        check_known(&inputs, earlier, &self.options)
    }

    /// What was found in them, for another state that is checked after it.
    pub(super) const fn known<'a>(&'a self, checked: &'a Checked, model: &'a Model) -> Known<'a> {
        Known { tree: &self.tree, checked, model }
    }

    /// With what came out.
    pub(super) fn loaded(&self, checked: Checked) -> Loaded {
        Loaded { checked, provenance: self.provenance.clone(), day: self.day }
    }
}

fn check_known(files: &[Input<'_>], earlier: Option<Known<'_>>, options: &Options) -> Checked {
    match earlier {
        None => check(files, options),
        Some(Known { tree, checked, model }) => {
            check_after(files, Earlier { inputs: &inputs(tree), checked, model }, options)
        }
    }
}

/// As if no month were closed. The files stay in their places, so that their numbers do.
fn open(inputs: &mut [Input<'_>]) {
    for input in inputs.iter_mut().filter(|input| noun_at(input.path) == Some(Noun::Closed)) {
        input.text = Ok(NONE_CLOSED);
    }
}

/// Which files are data.
pub(super) fn tree_options(wanted: &Wanted<'_>) -> TreeOptions {
    TreeOptions { skip: skipped(&wanted.source.data, wanted.skip), ..TreeOptions::default() }
}

/// An earlier state of the data in `folder` of the repository, checked. Closed months and appeals are not held against what this
/// program computes from it: that a figure was changed under them is what history tells, and the state has scores for all that.
pub(super) fn checked_tree(tree: &Tree, folder: &str, earlier: Option<Known<'_>>) -> Checked {
    let options = Options { as_of: None, folder: folder.to_owned() };
    let mut inputs = inputs(tree);
    let mut checked = check_known(&inputs, earlier, &options);
    let errors = |checked: &Checked| checked.diagnostics.iter().any(|fault| fault.is_error());
    if errors(&checked) && !checked.changed.is_empty() {
        open(&mut inputs);
        let open = check_known(&inputs, earlier, &options);
        if !errors(&open) {
            checked.model = open.model;
        }
    }
    checked
}

/// What a file of closed months says when none is.
const NONE_CLOSED: &str = "closed: {}\n";

impl Loaded {
    /// The day for which `model` is judged: the one asked for, else the one the data names for itself, else the day of its commit.
    /// Data that was changed since, or that is in no repository, is read as of the day after its last month at the earliest.
    pub(super) fn as_of(&self, asked: Option<NaiveDate>, model: &Model) -> NaiveDate {
        let after_data = model.metrics.range().map(|(_, last)| last.plus(1).first_day());
        let written =
            if self.provenance.changed { self.day.max(after_data) } else { self.day.or(after_data) };
        asked.or(model.organisation.as_of).or(written).unwrap_or_default()
    }
}

/// What is said where the data folder is missing.
pub(super) fn no_folder(folder: &Path) -> String {
    format!("there is no folder `{}`; name the folder that holds deskscore.yml with --data", folder.display())
}

fn blank() -> Provenance {
    Provenance {
        program: concat!("Deskscore ", env!("CARGO_PKG_VERSION")).to_owned(),
        ..Provenance::default()
    }
}

fn mark(commit: Commit) -> CommitMark {
    CommitMark { hash: commit.hash, day: commit.committed_on }
}

/// The origin of the data in the working tree.
fn working_tree(repository: Option<&Repository>, inside: Option<&str>) -> Result<Provenance, Failure> {
    let (Some(repository), Some(inside)) = (repository, inside) else { return Ok(blank()) };
    let touched = repository.last_commit_touching(inside).map_err(Failure::tool)?;
    let commit = match touched {
        LastTouch::Never => None,
        LastTouch::Exact(commit) | LastTouch::AtOrBefore(commit) => Some(mark(commit)),
    };
    Ok(Provenance {
        commit,
        changed: repository.is_dirty(inside).map_err(Failure::tool)?,
        shallow: repository.is_shallow().map_err(Failure::tool)?,
        ..blank()
    })
}

/// The nearest folder above that exists, so that a revision can be read whose folder is gone from the working tree.
fn existing(folder: &Path) -> PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    absolute.ancestors().find(|path| path.is_dir()).map_or(absolute.clone(), Path::to_path_buf)
}

/// The folder's path inside the repository; empty for its root.
fn inside(repository: &Repository, folder: &Path) -> Option<String> {
    repository.path_inside(folder)
}

/// The output folder relative to the data folder, if it lies inside.
fn skipped(data: &Path, out: Option<&Path>) -> Vec<String> {
    let relative = || {
        let data = std::path::absolute(data).ok()?;
        let out = std::path::absolute(out?).ok()?;
        out.strip_prefix(data).ok().map(|path| path.to_string_lossy().replace('\\', "/"))
    };
    relative().filter(|path| !path.is_empty()).into_iter().collect()
}

fn inputs(tree: &Tree) -> Vec<Input<'_>> {
    let read = tree.entries().iter().map(|entry| Input { path: entry.path(), text: text(entry) });
    let ignored = tree.ignored().iter().map(|path| Input { path, text: Err(ReadFault::NotData) });
    read.chain(ignored).collect()
}

fn text(entry: &Entry) -> Result<&str, ReadFault<'_>> {
    match entry.content() {
        Ok(text) => Ok(text),
        Err(Unreadable::Symlink) => Err(ReadFault::Link),
        Err(Unreadable::TooLarge { bytes }) => Err(ReadFault::TooLarge(*bytes)),
        Err(Unreadable::NotUtf8 { valid_up_to, .. }) => Err(ReadFault::NotUtf8(*valid_up_to)),
        Err(Unreadable::BadName) => Err(ReadFault::Other("its name has control characters or is not UTF-8")),
        Err(Unreadable::NotAFile) => Err(ReadFault::Other("it is not a file")),
        Err(Unreadable::Io(why)) => Err(ReadFault::Other(why)),
    }
}
