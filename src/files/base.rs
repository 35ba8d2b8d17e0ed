//! The commit with which a change is compared.

use super::commit::Commit;
use super::git::{GitError, Repository};
use std::collections::{BTreeMap, BTreeSet};

/// Names of the main branch, the first that exists: that of the remote before the local one, since a local main may be old.
const MAIN: [&str; 5] = [
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
];

impl Repository {
    /// The main branch; `None` if there is none by a usual name.
    #[must_use]
    pub fn main_branch(&self) -> Option<&'static str> {
        let mut asked = vec!["for-each-ref", "--format=%(refname) %(objecttype)"];
        asked.extend(MAIN);
        let found = self.line(&asked).ok()?;
        let is = |name: &&str| found.lines().any(|line| line.strip_prefix(name) == Some(" commit"));
        MAIN.into_iter().find(is)
    }

    /// The names of branches, those of remotes too, and of tags, as people write them.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let asked = ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"];
        self.line(&asked).map(|found| found.lines().map(str::to_owned).collect()).unwrap_or_default()
    }

    /// The names by which git knows the files of `folder` (relative to the root, `/`) that are as they were last added, by path below
    /// the folder. Files that git was told to take for unchanged are not among them.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn unchanged(&self, folder: &str) -> Result<BTreeMap<String, String>, GitError> {
        let below = if folder.is_empty() { "." } else { folder };
        let (listed, changed) = rayon::join(
            || self.bytes(&["ls-files", "-s", "-v", "-z", "--", below]),
            || self.bytes(&["diff-files", "--name-only", "-z", "--", below]),
        );
        let (listed, changed) = (listed?, changed?);
        let changed: BTreeSet<&[u8]> = changed.split(|byte| *byte == 0).collect();
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let file = |line: &[u8]| {
            let (head, path) = line.split_at(line.iter().position(|byte| *byte == b'\t')?);
            let path = path.get(1..).filter(|path| !changed.contains(path))?;
            let mut words = std::str::from_utf8(head).ok()?.split(' ');
            let (tag, mode, id, stage) = (words.next()?, words.next()?, words.next()?, words.next()?);
            // `H` is a file as usual, in lower case one that git was told not to look at; stages are of conflicts.
            let usual = tag == "H" && mode.starts_with("100") && stage == "0";
            let path = std::str::from_utf8(path).ok()?.strip_prefix(&prefix)?;
            usual.then(|| (path.to_owned(), id.to_owned()))
        };
        Ok(listed.split(|byte| *byte == 0).filter_map(file).collect())
    }

    /// Whether `folder` (relative to the root, `/`) exists in the commit `hash`.
    #[must_use]
    pub fn has_folder(&self, hash: &str, folder: &str) -> bool {
        let place = format!("{hash}:{folder}");
        self.line(&["cat-file", "-t", &place]).is_ok_and(|kind| kind == "tree")
    }

    /// The last commit that `one` and `other` have in common; `None` if they have none, as in a clone that is cut off.
    ///
    /// # Errors
    /// [`GitError::NoSuchRevision`] when one of them does not exist; else when git does not answer.
    pub fn merge_base(&self, one: &str, other: &str) -> Result<Option<Commit>, GitError> {
        let (one, other) = (self.resolve(one)?, self.resolve(other)?);
        if one == other {
            return self.commit(&one).map(Some);
        }
        // Ends with 1 and no words when there is none.
        match self.line(&["merge-base", &one, &other]) {
            Ok(hash) => self.commit(&hash).map(Some),
            Err(GitError::Failed { message, .. }) if message.is_empty() => Ok(None),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample_repository::SampleRepository;

    #[test]
    fn the_branch_point_and_not_the_tip_of_main() {
        let sample = SampleRepository::new();
        sample.commit("data/a.yml", b"a", "2025-03-01T10:00:00+0800");
        let point = sample.open().head().unwrap().unwrap();
        sample.git(&["checkout", "--quiet", "-b", "change"]);
        sample.commit("data/b.yml", b"b", "2025-03-02T10:00:00+0800");
        sample.git(&["checkout", "--quiet", "main"]);
        sample.commit("data/c.yml", b"c", "2025-03-03T10:00:00+0800");
        let repository = sample.open();
        assert_eq!(repository.main_branch(), Some("refs/heads/main"));
        assert_eq!(repository.merge_base("main", "change").unwrap(), Some(point));
        sample.git(&["checkout", "--quiet", "--orphan", "other"]);
        sample.commit("data/d.yml", b"d", "2025-03-04T10:00:00+0800");
        assert_eq!(repository.merge_base("main", "other").unwrap(), None);
        assert!(repository.merge_base("main", "none").is_err());
    }
}
