//! Facts about commits. Dates are those of the commit itself, so they are the same for every reader.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::git::{GitError, Repository};

/// A commit, as far as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Full hash, lower-case hexadecimal.
    pub hash: String,
    /// The first ten digits. Not git's own abbreviation: its length depends on how much history a clone has.
    pub short: String,
    /// Moment of the commit (committer date) in seconds since 1970-01-01T00:00:00Z.
    pub committed_at: i64,
    /// Calendar day of the commit in the offset of the person who made it.
    pub committed_on: NaiveDate,
}

/// The last commit that changed a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastTouch {
    /// No commit has this path.
    Never,
    /// This commit.
    Exact(Commit),
    /// The clone is shallow and this is where its history is cut: the change was made here or in an older commit that
    /// is missing.
    AtOrBefore(Commit),
}

/// Hash, seconds, and the moment in the commit's own offset (`2025-03-01T10:00:00+08:00`).
const FORMAT: &str = "--format=%H %ct %cI";
const SHORT: usize = 10;

impl Repository {
    /// The commit that is checked out; `None` before the first one.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn head(&self) -> Result<Option<Commit>, GitError> {
        match self.commit("HEAD") {
            Err(GitError::NoSuchRevision(_)) => Ok(None),
            answer => answer.map(Some),
        }
    }

    /// The commit that `revision` (branch, tag, hash, `HEAD~3`) names.
    ///
    /// # Errors
    /// [`GitError::NoSuchRevision`] when there is none; else when git does not answer.
    pub fn commit(&self, revision: &str) -> Result<Commit, GitError> {
        let hash = self.resolve(revision)?;
        let line = self.line(&["log", "-1", FORMAT, &hash, "--"]).map_err(|error| match error {
            GitError::Failed { .. } => GitError::NoSuchRevision(revision.to_owned()),
            other => other,
        })?;
        parse(&line).ok_or_else(|| GitError::Unexpected { command: "log".into() })
    }

    /// The last commit up to `HEAD` that changed anything at or below `path` (relative to the root, `/`).
    ///
    /// # Errors
    /// When git does not answer.
    pub fn last_commit_touching(&self, path: &str) -> Result<LastTouch, GitError> {
        let Some(head) = self.head()? else { return Ok(LastTouch::Never) };
        let path = if path.is_empty() { "." } else { path };
        let line = self.line(&["log", "-1", FORMAT, &head.hash, "--", path])?;
        if line.is_empty() {
            return Ok(LastTouch::Never);
        }
        let commit = parse(&line).ok_or_else(|| GitError::Unexpected { command: "log".into() })?;
        Ok(last_touch(commit, &self.cuts()?))
    }

    /// The last commit up to `HEAD` of every file at or below `folder`, by path from the root: one walk through the
    /// history instead of one a file. Files that were deleted since are in it too.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn last_commits_below(&self, folder: &str) -> Result<BTreeMap<String, LastTouch>, GitError> {
        let Some(head) = self.head()? else { return Ok(BTreeMap::new()) };
        let folder = if folder.is_empty() { "." } else { folder };
        let marked = FORMAT.replace("%H", "%x01%H");
        let listing =
            self.bytes(&["log", &marked, "--name-only", "-z", "--no-renames", &head.hash, "--", folder])?;
        let cuts = self.cuts()?;
        let unexpected = || GitError::Unexpected { command: "log".into() };
        let (mut last, mut current) = (BTreeMap::new(), None);
        for part in listing.split(|byte| *byte == 0).filter(|part| !part.is_empty()) {
            let text = String::from_utf8_lossy(part);
            if let Some(header) = text.strip_prefix('\u{1}') {
                current = Some(parse(header).ok_or_else(unexpected)?);
                continue;
            }
            // The first name of a commit has the line end of the header before it.
            let path = text.strip_prefix('\n').unwrap_or(&text);
            if !last.contains_key(path) {
                let commit = current.clone().ok_or_else(unexpected)?;
                last.insert(path.to_owned(), last_touch(commit, &cuts));
            }
        }
        Ok(last)
    }

    /// Addresses of those who wrote or committed the commits of `head` that `base` does not have, in lower case, each once. They
    /// are for looking people up; show them to nobody.
    ///
    /// # Errors
    /// When a revision does not exist, or git does not answer.
    pub fn authors(&self, base: &str, head: &str) -> Result<Vec<String>, GitError> {
        let range = format!("{}..{}", self.resolve(base)?, self.resolve(head)?);
        let listing = self.bytes(&["log", "--format=%ae%n%ce", &range, "--"])?;
        let lines = String::from_utf8_lossy(&listing).to_lowercase();
        let addresses: BTreeSet<&str> =
            lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        Ok(addresses.into_iter().map(str::to_owned).collect())
    }

    /// The full hash of a revision. The name is checked by git itself and can not be taken for an option; a full hash is taken at
    /// its word, and is missed where it is used.
    pub(super) fn resolve(&self, revision: &str) -> Result<String, GitError> {
        let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if matches!(revision.len(), 40 | 64) && revision.bytes().all(hexadecimal) {
            return Ok(revision.to_owned());
        }
        let wanted = format!("{revision}^{{commit}}");
        self.line(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]).map_err(|error| {
            match error {
                GitError::Failed { .. } => GitError::NoSuchRevision(revision.to_owned()),
                other => other,
            }
        })
    }

    /// Commits whose parents are missing because the clone is shallow.
    pub(super) fn cuts(&self) -> Result<BTreeSet<String>, GitError> {
        if !self.is_shallow()? {
            return Ok(BTreeSet::new());
        }
        let listed = self.toplevel().join(self.line(&["rev-parse", "--git-path", "shallow"])?);
        let hashes = std::fs::read_to_string(&listed).map_err(|error| GitError::Failed {
            command: "rev-parse --git-path shallow".into(),
            message: format!("{}: {error}", listed.display()),
        })?;
        Ok(hashes.lines().map(str::to_owned).collect())
    }
}

fn last_touch(commit: Commit, cuts: &BTreeSet<String>) -> LastTouch {
    match cuts.contains(&commit.hash) {
        true => LastTouch::AtOrBefore(commit),
        false => LastTouch::Exact(commit),
    }
}

fn parse(line: &str) -> Option<Commit> {
    let mut parts = line.split(' ');
    let hash = parts.next()?.to_owned();
    let committed_at = parts.next()?.parse().ok()?;
    let committed_on = NaiveDate::parse_from_str(parts.next()?.get(..10)?, "%Y-%m-%d").ok()?;
    Some(Commit { short: hash.get(..SHORT)?.to_owned(), hash, committed_at, committed_on })
}

#[cfg(test)]
mod tests {
    use super::super::sample_repository::SampleRepository;
    use super::*;

    #[test]
    fn no_commit_yet() {
        let sample = SampleRepository::new();
        assert_eq!(sample.open().head(), Ok(None));
        assert_eq!(sample.open().last_commit_touching("a"), Ok(LastTouch::Never));
    }

    #[test]
    fn the_day_is_that_of_the_committer_and_not_of_utc() {
        let sample = SampleRepository::new();
        // 2025-03-01 02:30 in Shanghai is still 2025-02-28 in UTC: 1740767400 by `date -u -d`.
        sample.commit("a", b"1", "2025-03-01T02:30:00+0800");
        let head = sample.open().head().unwrap().unwrap();
        assert_eq!(head.committed_at, 1_740_767_400);
        assert_eq!(head.committed_on, NaiveDate::from_ymd_opt(2025, 3, 1).unwrap());
        assert_eq!(head.hash.len(), 40);
        assert_eq!(head.short, head.hash[..10]);
    }

    #[test]
    fn the_last_commit_that_touched_a_path() {
        let sample = SampleRepository::new();
        sample.commit("data/a.yml", b"1", "2025-01-01T10:00:00+0000");
        let first = sample.open().head().unwrap().unwrap();
        sample.commit("data/b.yml", b"2", "2025-02-01T10:00:00+0000");
        let second = sample.open().head().unwrap().unwrap();
        let repository = sample.open();
        assert_eq!(repository.last_commit_touching("data/a.yml"), Ok(LastTouch::Exact(first)));
        assert_eq!(repository.last_commit_touching("data"), Ok(LastTouch::Exact(second.clone())));
        assert_eq!(repository.last_commit_touching(""), Ok(LastTouch::Exact(second.clone())));
        assert_eq!(repository.last_commit_touching("data/c.yml"), Ok(LastTouch::Never));
        assert_eq!(repository.commit("HEAD"), Ok(second));
    }

    #[test]
    fn all_files_in_one_walk_agree_with_one_question_each() {
        let sample = SampleRepository::new();
        sample.write("data/same.yml", b"0");
        sample.commit("data/a.yml", b"1", "2025-01-01T10:00:00+0000");
        sample.commit("other.yml", b"1", "2025-01-15T10:00:00+0000");
        sample.write("data/\u{5ba2} \u{670d}.yml", b"2");
        sample.commit("data/a.yml", b"2", "2025-02-01T10:00:00+0000");
        let repository = sample.open();
        let all = repository.last_commits_below("data").unwrap();
        let paths: Vec<_> = all.keys().map(String::as_str).collect();
        assert_eq!(paths, ["data/a.yml", "data/same.yml", "data/\u{5ba2} \u{670d}.yml"]);
        for (path, touch) in &all {
            assert_eq!(Ok(touch), repository.last_commit_touching(path).as_ref(), "{path}");
        }
        assert_ne!(all["data/a.yml"], all["data/same.yml"]);
        assert_eq!(repository.last_commits_below("").unwrap().len(), 4);
        assert!(repository.last_commits_below("none").unwrap().is_empty());
    }

    #[test]
    fn a_shallow_clone_says_what_it_cannot_know() {
        let sample = SampleRepository::new();
        sample.commit("old.yml", b"1", "2025-01-01T10:00:00+0000");
        sample.commit("mid.yml", b"2", "2025-02-01T10:00:00+0000");
        sample.commit("new.yml", b"3", "2025-03-01T10:00:00+0000");
        let (_folder, clone) = sample.shallow_clone(2);
        assert!(clone.is_shallow().unwrap());
        assert!(!sample.open().is_shallow().unwrap());
        let cut = clone.commit("HEAD~1").unwrap();
        let head = clone.head().unwrap().unwrap();
        assert_eq!(clone.last_commit_touching("old.yml"), Ok(LastTouch::AtOrBefore(cut)));
        assert_eq!(clone.last_commit_touching("new.yml"), Ok(LastTouch::Exact(head)));
        let all = clone.last_commits_below("").unwrap();
        assert!(matches!(all["old.yml"], LastTouch::AtOrBefore(_)));
        assert!(matches!(all["new.yml"], LastTouch::Exact(_)));
        assert_eq!(clone.commit("HEAD~2"), Err(GitError::NoSuchRevision("HEAD~2".into())));
    }

    #[test]
    fn a_revision_is_never_an_option() {
        let sample = SampleRepository::new();
        sample.commit("a", b"1", "2025-01-01T10:00:00+0000");
        for hostile in ["--help", "-h", "", "--all", "a b", "HEAD:a", "$(id)", "HEAD..HEAD"] {
            let answer = sample.open().commit(hostile);
            assert_eq!(answer, Err(GitError::NoSuchRevision(hostile.into())));
        }
    }
}
