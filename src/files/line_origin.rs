//! Which commit wrote each line: `git blame` of all files at once. Going back from the newest commit, lines that a commit brought
//! are its own, all others are looked for further back under the number and in the file that they had before.
//!
//! The work grows with what was changed, not with lines times files: each commit touches only the files that it changed.

use std::collections::{BTreeMap, BTreeSet};

use super::log_parse::{Change, Hunk};

/// Which commit wrote each line of each file, as a position in the list of commits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    files: BTreeMap<String, FileLines>,
}

/// Who wrote a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrote {
    /// The commit at this position of the log.
    Commit(usize),
    /// Nobody yet: it is not committed.
    Uncommitted,
}

/// Which commit wrote each line of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLines {
    /// The first line of each run of lines with one origin, in order.
    runs: Vec<(u32, u32)>,
    /// The commit that brought the file.
    born: u32,
}

/// Stands for lines that are in no commit.
const UNCOMMITTED: u32 = u32::MAX;

const fn wrote(commit: u32) -> Wrote {
    if commit == UNCOMMITTED { Wrote::Uncommitted } else { Wrote::Commit(commit as usize) }
}

impl Lines {
    /// The file at `path` (from the root); `None` for a file that git does not know.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&FileLines> {
        self.files.get(path)
    }

    /// Who wrote `line` (from 1) of the file at `path`.
    #[must_use]
    pub fn wrote(&self, path: &str, line: u32) -> Option<Wrote> {
        self.file(path)?.wrote(line)
    }
}

impl FileLines {
    /// Who wrote `line` (from 1).
    #[must_use]
    pub fn wrote(&self, line: u32) -> Option<Wrote> {
        let run = self.runs.partition_point(|(first, _)| *first <= line).checked_sub(1)?;
        self.runs.get(run).map(|(_, commit)| wrote(*commit))
    }

    /// Who brought the file, under this or an earlier name.
    #[must_use]
    pub const fn born(&self) -> Wrote {
        wrote(self.born)
    }
}

/// Lines whose origin is not found yet: where they are now, and where they are in the version that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    then: u64,
    now: u64,
    count: u64,
}

/// A file on its way back.
#[derive(Debug)]
struct Track {
    /// Its path now.
    path: String,
    open: Vec<Piece>,
    found: Vec<(u64, u32)>,
}

/// All files on their way back.
#[derive(Debug, Default)]
pub(super) struct Tracks {
    /// By the path that a file has in the version that is looked at.
    open: BTreeMap<String, Track>,
    /// Paths that older commits may have, but whose file of today is settled.
    closed: BTreeSet<String>,
    lines: Lines,
}

impl Tracks {
    /// Goes back over one commit; `None`: over what is not committed.
    pub(super) fn step(&mut self, commit: Option<usize>, changes: &[Change]) {
        let commit = commit.and_then(|commit| u32::try_from(commit).ok()).unwrap_or(UNCOMMITTED);
        let mut renamed = Vec::new();
        for change in changes {
            let file = &change.file;
            if file.after.is_none() {
                // Not there in the newer version: what has its name today came later, and was settled then.
                self.closed.insert(file.path.clone());
                continue;
            }
            let Some(mut track) = self.take(&file.path) else { continue };
            track.back(commit, &change.hunks);
            match &file.from {
                _ if file.before.is_none() => self.settle(track, commit),
                Some(from) => renamed.push((from.clone(), track)),
                None => drop(self.open.insert(file.path.clone(), track)),
            }
        }
        // After all others, since another file may have taken the old name in the same commit.
        for (from, track) in renamed {
            self.closed.remove(&from);
            self.open.insert(from, track);
        }
    }

    /// The file that has this path in the version that is looked at, if it is there today.
    fn take(&mut self, path: &str) -> Option<Track> {
        if let Some(track) = self.open.remove(path) {
            self.closed.insert(path.to_owned());
            return Some(track);
        }
        let fresh = self.closed.insert(path.to_owned());
        let everything = Piece { then: 1, now: 1, count: u64::from(u32::MAX) };
        fresh.then(|| Track { path: path.to_owned(), open: vec![everything], found: Vec::new() })
    }

    fn settle(&mut self, mut track: Track, born: u32) {
        track.found.sort_unstable();
        let mut runs: Vec<(u32, u32)> = Vec::with_capacity(track.found.len());
        for (line, commit) in track.found {
            if runs.last().is_none_or(|(_, last)| *last != commit) {
                runs.push((u32::try_from(line).unwrap_or(u32::MAX), commit));
            }
        }
        self.lines.files.insert(track.path, FileLines { runs, born });
    }

    /// What was found. Files whose beginning is not in the history are left out: git did not tell of it.
    pub(super) fn finish(self) -> Lines {
        self.lines
    }
}

impl Track {
    /// Goes back over the hunks of one commit: its lines are found, the others have other numbers before it.
    fn back(&mut self, commit: u32, hunks: &[Hunk]) {
        let pieces = std::mem::take(&mut self.open);
        let mut hunks = hunks.iter().map(Span::of).peekable();
        let mut shift = 0_i64;
        for piece in pieces {
            let end = piece.then + piece.count;
            let mut at = piece.then;
            while at < end {
                if let Some(past) = hunks.next_if(|hunk| hunk.end <= at) {
                    shift += past.shift;
                    continue;
                }
                let (from, to) = hunks.peek().map_or((end, end), |hunk| (hunk.start, hunk.end));
                let now = piece.now + (at - piece.then);
                if from > at {
                    let until = from.min(end);
                    let then = at.saturating_add_signed(shift);
                    self.open.push(Piece { then, now, count: until - at });
                    at = until;
                } else {
                    self.found.push((now, commit));
                    at = to.min(end);
                }
            }
        }
    }
}

/// The lines that a hunk brought, and by how much it moves those after them on the way back.
struct Span {
    start: u64,
    end: u64,
    shift: i64,
}

impl Span {
    fn of(hunk: &Hunk) -> Self {
        let start = if hunk.came == 0 { hunk.at + 1 } else { hunk.at };
        let count = |lines: u64| i64::try_from(lines).unwrap_or_default();
        Self { start, end: start + hunk.came, shift: count(hunk.gone) - count(hunk.came) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::log::LogFile;
    use super::*;

    fn change(
        path: &str,
        from: Option<&str>,
        (before, after): (bool, bool),
        hunks: &[(u64, u64, u64)],
    ) -> Change {
        let id = |there: bool| there.then(|| "1".to_owned());
        let (before, after) = (id(before), id(after));
        let file = LogFile { path: path.to_owned(), from: from.map(str::to_owned), before, after };
        Change { file, hunks: hunks.iter().map(|&(gone, at, came)| Hunk { gone, at, came }).collect() }
    }

    /// Today `1 x 4 5`: commit 1 deleted line 3 (`3`) and wrote `x` over `2`, commit 2 brought `1 2 3 4`, `5` is not committed.
    #[test]
    fn lines_are_followed_back_past_insertions_and_deletions() {
        let mut tracks = Tracks::default();
        tracks.step(None, &[change("a", None, (true, true), &[(0, 4, 1)])]);
        tracks.step(Some(0), &[change("b", None, (false, true), &[(0, 1, 1)])]);
        tracks.step(Some(1), &[change("a", None, (true, true), &[(1, 2, 1), (1, 2, 0)])]);
        tracks.step(Some(2), &[change("a", None, (false, true), &[(0, 1, 4)])]);
        let lines = tracks.finish();
        let of = |line| lines.wrote("a", line).unwrap();
        let commits: Vec<Wrote> = (1..=4).map(of).collect();
        assert_eq!(commits, [Wrote::Commit(2), Wrote::Commit(1), Wrote::Commit(2), Wrote::Uncommitted]);
        assert_eq!(lines.file("a").map(FileLines::born), Some(Wrote::Commit(2)));
        assert_eq!(lines.wrote("c", 1), None);
    }

    /// `b` was `a` until commit 0, which also made a new `a`; an older `b` was deleted before.
    #[test]
    fn names_are_followed_and_namesakes_are_not() {
        let mut tracks = Tracks::default();
        let renamed = change("b", Some("a"), (true, true), &[(1, 2, 1)]);
        tracks.step(Some(0), &[change("a", None, (false, true), &[(0, 1, 1)]), renamed]);
        tracks.step(Some(1), &[change("b", None, (true, false), &[(9, 0, 0)])]);
        tracks.step(Some(2), &[change("a", None, (false, true), &[(0, 1, 2)])]);
        tracks.step(Some(3), &[change("b", None, (false, true), &[(0, 1, 9)])]);
        let lines = tracks.finish();
        assert_eq!(lines.wrote("b", 1), Some(Wrote::Commit(2)));
        assert_eq!(lines.wrote("b", 2), Some(Wrote::Commit(0)));
        assert_eq!(lines.wrote("a", 1), Some(Wrote::Commit(0)));
        assert_eq!(lines.file("b").map(FileLines::born), Some(Wrote::Commit(2)));
    }
}
