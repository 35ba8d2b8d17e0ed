//! The history of the data in one walk: which commit changed which files, and which commit wrote each line that is there now.
//!
//! The walk follows first parents from the revision that is shown, so a merge counts as one commit that brought what was merged;
//! who made that is asked of git once, without differences, and only if there are merges.

use std::collections::BTreeMap;
use std::io::BufReader;
use std::process::Stdio;

use chrono::NaiveDate;

use super::git::{GitError, Repository};
use super::line_origin::{Lines, Tracks};
use super::log_parse::{Change, Head, LogReader};

/// Most characters of a name or a subject that are kept.
const LONGEST: usize = 200;

/// The history of a folder, newest commit first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// The commits that changed something in the folder.
    pub commits: Vec<LogCommit>,
    /// Which commit wrote each line.
    pub lines: Lines,
    /// Whether older commits are missing in this clone.
    pub shallow: bool,
    /// Whether the folder differs from the newest commit.
    pub edited: bool,
}

/// A commit, as far as it concerns the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogCommit {
    /// Full hash.
    pub hash: String,
    /// The day on which its author made it, in the author's own time zone.
    pub day: NaiveDate,
    /// Who made it; for a merge, those who made what it brought. Names only: addresses are not asked for.
    pub authors: Vec<String>,
    /// The first line of its message.
    pub subject: String,
    /// Whether it has several parents.
    pub merge: bool,
    /// Whether this is where a shallow clone is cut: what it seems to add may be older.
    pub cut: bool,
    /// The files that it changed, from the root of the repository, in git's order.
    pub files: Vec<LogFile>,
}

/// A file that a commit changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFile {
    /// Where it is after the commit; where it was, if the commit deleted it.
    pub path: String,
    /// Where it was before, if the commit renamed it.
    pub from: Option<String>,
    /// Object id of the text before; `None` for a file that is new.
    pub before: Option<String>,
    /// Object id of the text after; `None` for a file that is gone.
    pub after: Option<String>,
}

impl LogCommit {
    /// The first ten digits of the hash (see [`Commit`](super::Commit)).
    #[must_use]
    pub fn short(&self) -> &str {
        self.hash.get(..10).unwrap_or(&self.hash)
    }
}

/// What makes the answer the same on every machine: no settings of the user, no programs of the repository, all files as text.
const FORM: [&str; 15] = [
    "-z",
    "--raw",
    "--no-abbrev",
    "-p",
    "-U0",
    "--inter-hunk-context=0",
    "--diff-algorithm=histogram",
    "--no-indent-heuristic",
    "--text",
    "--find-renames=50%",
    "-l1000",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--no-color",
];

impl Repository {
    /// The history of `folder` (relative to the root; empty for the root) up to `revision`, or up to what is checked out, with the
    /// edits that are not committed. Empty before the first commit.
    ///
    /// # Errors
    /// [`GitError::NoSuchRevision`]; else when git does not answer.
    pub fn log(&self, folder: &str, revision: Option<&str>) -> Result<Log, GitError> {
        let Some(head) = revision.map_or_else(|| self.head(), |name| self.commit(name).map(Some))? else {
            return Ok(Log::default());
        };
        let folder = if folder.is_empty() { "." } else { folder };
        let mut log = Log { shallow: self.is_shallow()?, ..Log::default() };
        let mut tracks = Tracks::default();
        if revision.is_none() && self.is_dirty(folder)? {
            log.edited = true;
            self.walk(&["diff", "HEAD", "--"], folder, |_, changes| tracks.step(None, changes))?;
        }
        let cuts = self.cuts()?;
        let format = "--format=%x01%H%x00%P%x00%aI%x00%an%x00%s%x00";
        let start = [
            "log",
            "--first-parent",
            "--diff-merges=first-parent",
            "--encoding=UTF-8",
            format,
            &head.hash,
            "--",
        ];
        self.walk(&start, folder, |head, changes| {
            let Some(head) = head else { return };
            let cut = cuts.contains(&head.hash);
            tracks.step(Some(log.commits.len()), changes);
            log.commits.push(commit(head, cut, changes));
        })?;
        if log.commits.iter().any(|commit| commit.merge) {
            self.name_merged(&head.hash, &mut log.commits)?;
        }
        log.lines = tracks.finish();
        Ok(log)
    }

    /// Runs `start` over `folder` and gives each commit, or the one difference without a commit, to `each` as it comes.
    fn walk(
        &self,
        start: &[&str],
        folder: &str,
        mut each: impl FnMut(Option<&Head>, &[Change]),
    ) -> Result<(), GitError> {
        let command = start.first().copied().unwrap_or_default().to_owned();
        let end = start.len().saturating_sub(1);
        let mut arguments: Vec<&str> = start.get(..end).unwrap_or_default().to_vec();
        let at = if command == "log" { arguments.len() - 1 } else { arguments.len() };
        arguments.splice(at..at, FORM);
        arguments.extend(["--", folder]);
        let mut child = self
            .command(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| GitError::NotStarted(error.to_string()))?;
        let Some(answer) = child.stdout.take() else { return Err(GitError::Unexpected { command }) };
        let mut reader = LogReader::new(BufReader::with_capacity(1 << 16, answer), command == "log");
        let read = loop {
            match reader.next() {
                Ok(Some((head, changes))) => each(head.as_ref(), &changes),
                Ok(None) => break Ok(()),
                Err(_) => break Err(GitError::Unexpected { command: command.clone() }),
            }
        };
        drop(reader);
        let ended = child.wait().map_err(|error| GitError::NotStarted(error.to_string()))?;
        match ended.success() {
            true => read,
            false => read.and(Err(GitError::Failed { command, message: ended.to_string() })),
        }
    }

    /// Gives merges the authors of what they brought: all commits that are reached through their other parents and were not there
    /// before.
    fn name_merged(&self, head: &str, commits: &mut [LogCommit]) -> Result<(), GitError> {
        let format = "--format=%H%x00%P%x00%an%x00";
        let listing = self.bytes(&["log", "-z", "--encoding=UTF-8", format, head, "--"])?;
        let mut graph: BTreeMap<&str, (Vec<&str>, String)> = BTreeMap::new();
        let mut fields = listing.split(|byte| *byte == 0);
        while let (Some(hash), Some(parents), Some(author)) = (fields.next(), fields.next(), fields.next()) {
            let text = |bytes| std::str::from_utf8(bytes).unwrap_or_default();
            let parents = text(parents).split(' ').filter(|parent| !parent.is_empty()).collect();
            graph.insert(text(hash), (parents, neutral(&String::from_utf8_lossy(author))));
            fields.next();
        }
        let mut line = Vec::new();
        let mut at = Some(head);
        while let Some(hash) = at {
            line.push(hash);
            at = graph.get(hash).and_then(|(parents, _)| parents.first().copied());
        }
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        places.extend(commits.iter().enumerate().map(|(at, commit)| (commit.hash.clone(), at)));
        // From the oldest on, so that a commit belongs to the first merge that brought it.
        for hash in line.into_iter().rev() {
            let Some((parents, _)) = graph.remove(hash) else { continue };
            let brought = brought(&mut graph, parents.get(1..).unwrap_or_default());
            let commit = places.get(hash).and_then(|at| commits.get_mut(*at));
            if let Some(commit) = commit.filter(|_| !brought.is_empty()) {
                commit.authors = brought;
            }
        }
        Ok(())
    }
}

/// Takes what `from` leads to out of `graph`, and names its authors, each once, the newest first.
fn brought(graph: &mut BTreeMap<&str, (Vec<&str>, String)>, from: &[&str]) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    let mut open: std::collections::VecDeque<String> = from.iter().map(|hash| (*hash).to_owned()).collect();
    while let Some(hash) = open.pop_front() {
        let Some((parents, author)) = graph.remove(hash.as_str()) else { continue };
        open.extend(parents.iter().map(|hash| (*hash).to_owned()));
        if parents.len() < 2 && !authors.contains(&author) {
            authors.push(author);
        }
    }
    authors
}

fn commit(head: &Head, cut: bool, changes: &[Change]) -> LogCommit {
    LogCommit {
        hash: head.hash.clone(),
        day: head.day,
        authors: vec![neutral(&head.author)],
        subject: neutral(&head.subject),
        merge: head.parents > 1,
        cut,
        files: changes.iter().map(|change| change.file.clone()).collect(),
    }
}

/// A text from a commit as it may be shown: without control characters, without characters that turn the direction of writing or mark
/// passages inside this program, on one line, and cut where it is too long.
fn neutral(text: &str) -> String {
    let hidden = |c: char| {
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
            || (u32::from(c) & 0xfffe) == 0xfffe
    };
    let plain: String =
        text.chars().filter(|c| !hidden(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match joined.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", joined.get(..end).unwrap_or_default()),
        None => joined,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_commits_are_made_harmless() {
        assert_eq!(neutral("a\u{202e}b\u{1b}[31m\tc\u{fdd0}x\u{fdd1}y\u{fdd2}\u{ffff}"), "ab [31m cxy");
        assert_eq!(neutral("<b>@all</b>"), "<b>@all</b>", "markup is escaped where it is shown");
        let long = neutral(&"客".repeat(300));
        assert_eq!(long.chars().count(), LONGEST + 1);
    }
}
