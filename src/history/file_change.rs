//! Files that differ and of which no edit tells: so that nothing that was changed is passed over in silence.

use super::comparison::Comparison;
use super::edit::{Amount, Edit, EditKind};
use super::side::Side;
use crate::raw::same_facts;
use std::collections::{BTreeMap, BTreeSet};

/// What happened to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileChangeKind {
    /// Something in it was changed that is not told edit by edit: talks, alerts, the cycle, names of things.
    Other,
    /// It stands under another path, with the same text.
    Moved,
    /// Only comments, layout or the order of fields were changed.
    Layout,
}

impl FileChangeKind {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Other, Self::Moved, Self::Layout];

    /// A stable word for programs and texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::Moved => "moved",
            Self::Layout => "layout",
        }
    }
}

/// A file that differs and of which no edit tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// What happened.
    pub kind: FileChangeKind,
    /// Where it stands; where it stood if it is gone.
    pub path: String,
    /// Where it stood, of a file that was moved.
    pub from: Option<String>,
}

/// Files of one state: path as it is shown, and text.
pub type Texts<'a> = BTreeMap<String, &'a str>;

impl Comparison {
    /// Tells of the files that differ and of which no edit tells. A file with one edit that is told counts as told.
    pub fn tell_files(&mut self, base: (Side<'_>, &Texts<'_>), head: (Side<'_>, &Texts<'_>)) {
        let told = told(&self.edits, base.0, head.0);
        let is_told =
            |path: &str| told.contains(path) || (path.ends_with("deskscore.yml") && self.of_organisation());
        let renamed = renamed(&self.edits);
        let (was, is) = (base.1, head.1);
        let gone = was.iter().filter(|(path, _)| !is.contains_key(*path));
        let mut gone: Vec<(&String, &str)> = gone.map(|(path, text)| (path, *text)).collect();
        let mut files = Vec::new();
        for (path, text) in is {
            let change = |kind, from| FileChange { kind, path: path.clone(), from };
            match was.get(path) {
                Some(before) if std::ptr::eq(*before, *text) || before == text => {}
                Some(_) if is_told(path) => {}
                Some(before) => {
                    let same = |renamed: &[(&str, &str)]| {
                        !path.ends_with(".md") && same_facts(before, text, renamed)
                    };
                    let kind = if same(&[]) { FileChangeKind::Layout } else { FileChangeKind::Other };
                    // That somebody has another id is told once, and not of every file that names them.
                    if kind == FileChangeKind::Layout || renamed.is_empty() || !same(&renamed) {
                        files.push(change(kind, None));
                    }
                }
                None => match gone.iter().position(|(_, before)| before == text) {
                    Some(at) => files.push(change(FileChangeKind::Moved, Some(gone.remove(at).0.clone()))),
                    None if is_told(path) => {}
                    None => files.push(change(FileChangeKind::Other, None)),
                },
            }
        }
        let gone = gone.into_iter().filter(|(path, _)| !is_told(path));
        files.extend(gone.map(|(path, _)| FileChange {
            kind: FileChangeKind::Other,
            path: path.clone(),
            from: None,
        }));
        files.sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
        self.files = files;
    }

    fn of_organisation(&self) -> bool {
        self.edits.iter().any(|edit| edit.kind == EditKind::OrganisationChanged)
    }
}

/// The ids that somebody had, and has now.
fn renamed(edits: &[Edit]) -> Vec<(&str, &str)> {
    let other_ids = edits.iter().filter(|edit| edit.kind == EditKind::AgentRenamed);
    let pairs = other_ids.filter_map(|edit| match (&edit.before, &edit.after) {
        (Some(Amount::Words(was)), Some(Amount::Words(now))) => Some((was.as_str(), now.as_str())),
        _ => None,
    });
    pairs.collect()
}

/// The files of which edits tell: those where they stand, and those of months that came or went.
fn told(edits: &[Edit], base: Side<'_>, head: Side<'_>) -> BTreeSet<String> {
    let places = edits.iter().filter_map(|edit| edit.place.as_ref()).map(|place| place.path.clone());
    let mut told: BTreeSet<String> = places.collect();
    let whole = |edit: &&Edit| matches!(edit.kind, EditKind::MonthAdded | EditKind::MonthRemoved);
    let months: Vec<_> = edits.iter().filter(whole).filter_map(|edit| edit.month).collect();
    for side in [base, head] {
        let origins = side.evaluation.model.metrics.origins().iter();
        let of_months = origins.filter(|origin| months.contains(&origin.month));
        told.extend(of_months.map(|origin| side.sources.path(origin.file).to_owned()));
    }
    told
}
