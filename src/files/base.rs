//! The commit with which a change is compared.

use super::commit::Commit;
use super::git::{GitError, Repository};

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
        MAIN.into_iter().find(|name| self.resolve(name).is_ok())
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
