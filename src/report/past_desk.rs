//! The past of the data as pages ask for it: by file, by scheme, by indicator. Made once, since derivations ask for every line.

use super::phrase::Phrase;
use super::voice::Voice;
use crate::diag::{FileId, Sources};
use crate::history::{Edit, EditKind};
use crate::model::Language;
use crate::past::{Past, PastCommit, PastFile, Standing};
use crate::view::Texts;
use std::collections::BTreeMap;

/// An edit with the commit that made it.
pub(super) type Made<'a> = (&'a PastCommit, &'a Edit);

/// The past, ready to be asked.
#[derive(Debug)]
pub(super) struct PastDesk<'a> {
    pub(super) past: &'a Past,
    /// By [`FileId`].
    files: Vec<Option<PastFile<'a>>>,
    by_scheme: BTreeMap<&'a str, Vec<Made<'a>>>,
    by_indicator: BTreeMap<&'a str, Vec<Made<'a>>>,
    phrases: [WrittenPhrases; 3],
}

/// What derivations say of the commits that wrote their figures.
#[derive(Debug)]
pub(super) struct WrittenPhrases {
    pub(super) once: Phrase,
    pub(super) once_or_before: Phrase,
    pub(super) often: Phrase,
    pub(super) later: Phrase,
    pub(super) later_more: Phrase,
    pub(super) uncommitted: Phrase,
}

impl<'a> PastDesk<'a> {
    /// The desk of `past` for the files of `sources`.
    pub(super) fn new(past: &'a Past, sources: &Sources, texts: &Texts) -> Self {
        let files = (0..sources.len() as u32).map(|file| past.file(sources.path(FileId(file)))).collect();
        let (mut by_scheme, mut by_indicator) = (BTreeMap::new(), BTreeMap::new());
        for commit in &past.commits {
            for edit in commit.effect().into_iter().flat_map(|effect| &effect.decisions) {
                let (who, what) = (edit.who.as_ref(), edit.what.as_ref());
                if of_scheme(edit.kind) {
                    enter(&mut by_scheme, who.map(|who| who.id.as_str()), (commit, edit));
                    enter(&mut by_indicator, what.map(|what| what.id.as_str()), (commit, edit));
                } else if edit.kind == EditKind::IndicatorChanged {
                    enter(&mut by_indicator, who.or(what).map(|named| named.id.as_str()), (commit, edit));
                } else if matches!(edit.kind, EditKind::TargetValue | EditKind::TargetWindow) {
                    enter(&mut by_indicator, what.map(|what| what.id.as_str()), (commit, edit));
                }
            }
        }
        let phrases =
            [Language::Zh, Language::En, Language::Both].map(|language| phrases(Voice::new(texts, language)));
        Self { past, files, by_scheme, by_indicator, phrases }
    }

    /// Edits of a scheme's rules, the newest first.
    pub(super) fn of_scheme(&self, id: &str) -> &[Made<'a>] {
        self.by_scheme.get(id).map_or(&[], Vec::as_slice)
    }

    /// Edits of what an indicator is, how it counts, and goals on it, the newest first.
    pub(super) fn of_indicator(&self, id: &str) -> &[Made<'a>] {
        self.by_indicator.get(id).map_or(&[], Vec::as_slice)
    }

    /// Who wrote `line` of `file`.
    pub(super) fn wrote(&self, file: FileId, line: u32) -> Option<Standing<'a>> {
        self.files.get(file.0 as usize).copied().flatten()?.wrote(line)
    }

    /// Day and commit of a line: `2025-04-02 · 0123456789`; with `≤` where a shallow clone is cut.
    pub(super) fn dated(&self, file: FileId, line: u32) -> Option<String> {
        match self.wrote(file, line)? {
            Standing::AsBrought(commit) | Standing::Later(commit) => {
                let sign = if commit.cut { "≤ " } else { "" };
                Some(format!("{sign}{} · {}", commit.day, commit.short()))
            }
            Standing::Uncommitted => None,
        }
    }

    pub(super) const fn phrases(&self, language: Language) -> &WrittenPhrases {
        let [zh, en, both] = &self.phrases;
        match language {
            Language::Zh => zh,
            Language::En => en,
            Language::Both => both,
        }
    }
}

fn enter<'a>(by: &mut BTreeMap<&'a str, Vec<Made<'a>>>, id: Option<&'a str>, made: Made<'a>) {
    if let Some(id) = id {
        by.entry(id).or_default().push(made);
    }
}

/// Whether an edit is about what a scheme says of scores.
const fn of_scheme(kind: EditKind) -> bool {
    matches!(
        kind,
        EditKind::SchemeTime
            | EditKind::ItemAdded
            | EditKind::ItemRemoved
            | EditKind::Weight
            | EditKind::RuleChanged
            | EditKind::PolicyChanged
            | EditKind::BandsChanged
    )
}

fn phrases(voice: Voice<'_>) -> WrittenPhrases {
    let phrase = |key, names: &[&'static str]| Phrase::new(voice, key, names);
    WrittenPhrases {
        once: phrase("written-once", &["day", "commit"]),
        once_or_before: phrase("written-or-before", &["day", "commit"]),
        often: phrase("written-often", &["n", "day", "commit"]),
        later: phrase("written-later", &["line", "day", "commit"]),
        later_more: phrase("written-later-more", &["n"]),
        uncommitted: phrase("written-uncommitted", &["n"]),
    }
}
