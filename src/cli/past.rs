//! The past of the data, as far as a site was asked to tell it.

use super::arguments::History;
use super::failure::Failure;
use super::load::{Wanted, checked_tree, tree_options};
use crate::files::{NoRepository, Repository};
use crate::model::Model;
use crate::past::{Depth, Past, past as whole};
use chrono::NaiveDate;

/// What there is to tell, or why there is nothing.
pub(super) enum Found {
    /// The past.
    Past(Box<Past>),
    /// It was not asked for.
    NotAsked,
    /// There is no repository, in words.
    Nothing(String),
}

/// The past of the data in `wanted`, all states judged as of `day`.
///
/// # Errors
/// When there is a repository and git does not answer. No repository is no error.
pub(super) fn past(
    wanted: &Wanted<'_>,
    asked: History,
    model: &Model,
    day: NaiveDate,
) -> Result<Found, Failure> {
    let depth = match asked {
        History::None => return Ok(Found::NotAsked),
        History::Recent => Depth::Newest(model.organisation.evaluated_commits),
        History::Full => Depth::Full,
    };
    let data = &wanted.source.data;
    let repository = match Repository::discover(data) {
        Ok(repository) => repository,
        // The folder of a revision may be gone from the working tree.
        Err(NoRepository::Refused(words)) if wanted.at.is_some() => return Ok(Found::Nothing(words)),
        Err(reason) => return Ok(Found::Nothing(reason.to_string())),
    };
    let Some(folder) = repository.path_inside(data) else {
        return Ok(Found::Nothing("the data folder is not inside the repository".to_owned()));
    };
    let log = repository.log(&folder, wanted.at).map_err(Failure::tool)?;
    if log.commits.is_empty() {
        return Ok(Found::Nothing("the data is in no commit".to_owned()));
    }
    let shown = folder.clone();
    let read = |tree: &crate::files::Tree| checked_tree(tree, &shown);
    let found = whole((&repository, &folder, log), &tree_options(wanted), depth, &read, day);
    found.map(|past| Found::Past(Box::new(past))).map_err(Failure::tool)
}
