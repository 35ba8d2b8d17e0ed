//! The past of the data, as far as a site was asked to tell it.

use super::arguments::History;
use super::load::{Wanted, checked_tree, tree_options};
use crate::files::{GitError, Repository, Tree};
use crate::model::Model;
use crate::past::{Depth, Known, Past, past as whole};
use chrono::NaiveDate;

/// What there is to tell, or why there is nothing.
pub(super) enum Found {
    /// The past.
    Past(Box<Past>),
    /// It was not asked for.
    NotAsked,
    /// There is no repository, in words.
    Nothing(String),
    /// Git could not tell it, in words.
    Failed(String),
}

impl Found {
    /// The past, if there is one.
    pub(super) fn past(&self) -> Option<&Past> {
        match self {
            Self::Past(past) => Some(past),
            Self::NotAsked | Self::Nothing(_) | Self::Failed(_) => None,
        }
    }

    /// What has to be said of its absence: a failure always, no repository to those who asked for all of it.
    pub(super) fn complaint(&self, asked: History) -> Option<&str> {
        match self {
            Self::Failed(why) => Some(why),
            Self::Nothing(why) if asked == History::Full => Some(why),
            Self::Past(_) | Self::NotAsked | Self::Nothing(_) => None,
        }
    }
}

/// The past of the data in `wanted`, all states judged as of `day`. That it cannot be told never stands in the way of a site.
pub(super) fn past(wanted: &Wanted<'_>, asked: History, model: &Model, day: NaiveDate) -> Found {
    let depth = match asked {
        History::None => return Found::NotAsked,
        History::Recent => Depth::Newest(model.organisation.evaluated_commits),
        History::Full => Depth::Full,
    };
    let data = &wanted.source.data;
    let repository = match Repository::discover(data) {
        Ok(repository) => repository,
        Err(reason) => return Found::Nothing(reason.to_string()),
    };
    let Some(folder) = repository.path_inside(data) else {
        return Found::Nothing("the data folder is not inside the repository".to_owned());
    };
    told(wanted, (&repository, &folder), depth, day).unwrap_or_else(|error| Found::Failed(error.to_string()))
}

fn told(
    wanted: &Wanted<'_>,
    (repository, folder): (&Repository, &str),
    depth: Depth,
    day: NaiveDate,
) -> Result<Found, GitError> {
    let log = repository.log(folder, wanted.at)?;
    if log.commits.is_empty() {
        return Ok(Found::Nothing("the data is in no commit".to_owned()));
    }
    let read = |tree: &Tree, known: Option<Known<'_>>| checked_tree(tree, folder, known);
    let found = whole((repository, folder, log), &tree_options(wanted), depth, &read, day)?;
    Ok(Found::Past(Box::new(found)))
}
