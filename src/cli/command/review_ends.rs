//! Between which revisions `review` compares, and what is said where there are none.

use super::super::failure::Failure;
use crate::diag::suggest;
use crate::files::{Commit, GitError, Repository};

/// The revisions that are compared.
pub(super) struct Ends {
    /// `None`: there is nothing to compare with.
    pub(super) base: Option<Commit>,
    /// `None`: the working tree.
    pub(super) head: Option<Commit>,
    /// Whether the base is the last commit because no main branch was found.
    pub(super) no_main: bool,
}

impl Ends {
    /// As asked for: `BASE..HEAD` as they are, `BASE...HEAD` from where they parted, `BASE` against the working tree; without
    /// words, where the main branch and the checked-out commit parted, against the working tree. As for git, an empty side of dots
    /// is the checked-out commit; behind two dots it is the working tree.
    pub(super) fn of(range: Option<&str>, repository: Option<&Repository>) -> Result<Self, Failure> {
        let Some(repository) = repository else {
            return match range {
                None => Ok(Self { base: None, head: None, no_main: false }),
                Some(_) => Err(Failure::tool("the data is in no git repository, so there are no revisions")),
            };
        };
        let commit = |name: &str| {
            let name = if name.is_empty() { "HEAD" } else { name };
            repository.commit(name).map_err(|error| missing(repository, error))
        };
        let parted = |base: &Commit, head: &Commit| {
            repository.merge_base(&base.hash, &head.hash).map_err(Failure::tool)
        };
        let Some(range) = range else { return Self::usual(repository) };
        let (base, head) = match (range.split_once("..."), range.split_once("..")) {
            _ if range.is_empty() => {
                return Err(Failure::tool("name what is compared, such as main..my-branch"));
            }
            (Some((base, head)), _) => {
                let (base, head) = (commit(base)?, commit(head)?);
                (parted(&base, &head)?, Some(head))
            }
            (None, Some((base, ""))) => (Some(commit(base)?), None),
            (None, Some((base, head))) => (Some(commit(base)?), Some(commit(head)?)),
            (None, None) => (Some(commit(range)?), None),
        };
        Ok(Self { base, head, no_main: false })
    }

    /// Where the main branch and the checked-out commit parted; the checked-out commit where there is no main branch.
    fn usual(repository: &Repository) -> Result<Self, Failure> {
        let Some(head) = repository.head().map_err(Failure::tool)? else {
            return Ok(Self { base: None, head: None, no_main: false });
        };
        let Some(main) = repository.main_branch() else {
            return Ok(Self { base: Some(head), head: None, no_main: true });
        };
        let base = repository.merge_base(main, &head.hash).map_err(Failure::tool)?;
        Ok(Self { base, head: None, no_main: false })
    }
}

/// What to do where a revision is missing: there is no commit at all, the clone is cut off, or the name is spelled otherwise.
fn missing(repository: &Repository, error: GitError) -> Failure {
    let GitError::NoSuchRevision(name) = error else { return Failure::tool(error) };
    let told = format!("no commit is called `{name}` here");
    if repository.head().is_ok_and(|head| head.is_none()) {
        return Failure::tool(format!(
            "{told}: nothing was committed yet; without a name `review` reads the files as they are"
        ));
    }
    let names = repository.names();
    let remote = format!("origin/{name}");
    let near = names.iter().find(|known| **known == remote).map(String::as_str);
    let near = near.or_else(|| suggest(&name, names.iter().map(String::as_str)));
    let help = match near {
        Some(near) => format!("; did you mean `{near}`?"),
        None if repository.is_shallow().unwrap_or_default() => {
            "; this clone is cut off, so fetch more history (`git fetch --unshallow`, or `fetch-depth: 0`)"
                .to_owned()
        }
        None => String::new(),
    };
    Failure::tool(told + &help)
}
