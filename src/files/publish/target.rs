//! The folder that the site will be: which folders may not be replaced, and where its neighbours go.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{PublishError, Refusal};
use super::work::WhenBusy;

/// What a publication must keep clear of.
#[derive(Clone, Debug, Default)]
pub struct Guard {
    /// Folders that the target must neither be nor contain, each with words such as `the data` or `the home folder`.
    pub keep: Vec<(&'static str, PathBuf)>,
    /// What to do while another build writes the same site.
    pub when_busy: WhenBusy,
}

#[derive(Debug)]
pub(super) struct Target {
    /// Absolute, without symlinks.
    pub(super) path: PathBuf,
    name: OsString,
    /// Parents that were missing and that we made, outermost first.
    made: Vec<PathBuf>,
}

impl Target {
    pub(super) fn check(given: &Path, guard: &Guard) -> Result<Target, PublishError> {
        let absolute = std::path::absolute(given).map_err(PublishError::at("find", given))?;
        // Without a slash at the end, which would follow a symlink.
        let absolute: PathBuf = absolute.components().collect();
        match fs::symlink_metadata(&absolute) {
            Ok(found) => Target::existing(&absolute, &found, guard),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Target::missing(&absolute),
            Err(source) => Err(PublishError::Io { doing: "look at", path: absolute, source }),
        }
    }

    fn existing(absolute: &Path, found: &fs::Metadata, guard: &Guard) -> Result<Target, PublishError> {
        let refuse = |why| Err(PublishError::Refused { target: absolute.to_path_buf(), why });
        if found.is_symlink() {
            return refuse(Refusal::Symlink);
        }
        if !found.is_dir() {
            return refuse(Refusal::NotAFolder);
        }
        let path = fs::canonicalize(absolute).map_err(PublishError::at("find", absolute))?;
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return refuse(Refusal::Root);
        };
        for (what, kept) in &guard.keep {
            // A folder that does not exist cannot be inside the target.
            if fs::canonicalize(kept).is_ok_and(|kept| kept.starts_with(&path)) {
                return refuse(Refusal::Contains { what, path: kept.clone() });
            }
        }
        if is_mount_point(found, parent) {
            return refuse(Refusal::MountPoint);
        }
        let name = name.to_os_string();
        Ok(Target { path, name, made: Vec::new() })
    }

    fn missing(absolute: &Path) -> Result<Target, PublishError> {
        let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
            return Err(PublishError::Refused { target: absolute.to_path_buf(), why: Refusal::NotAFolder });
        };
        let made = make_parents(parent)?;
        let parent = fs::canonicalize(parent).map_err(PublishError::at("find", parent))?;
        Ok(Target { path: parent.join(name), name: name.to_os_string(), made })
    }

    /// A path beside the target: `before`, its name, `after`.
    pub(super) fn beside(&self, before: &str, after: &str) -> PathBuf {
        let parts = [OsStr::new(before), &self.name, OsStr::new(after)];
        self.path.with_file_name(parts.into_iter().collect::<OsString>())
    }

    /// From now on the parents that we made stay.
    pub(super) fn is_published(&mut self) {
        self.made.clear();
    }

    /// Removes the parents that we made, as far as they are empty.
    pub(super) fn forget_made_folders(&self) {
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn make_parents(parent: &Path) -> Result<Vec<PathBuf>, PublishError> {
    let missing: Vec<&Path> = parent.ancestors().take_while(|folder| !folder.exists()).collect();
    let mut made = Vec::new();
    for folder in missing.into_iter().rev() {
        match fs::create_dir(folder) {
            Ok(()) => made.push(folder.to_path_buf()),
            // Another build may be making the same parents.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(source) => {
                return Err(PublishError::Io {
                    doing: "create the folder",
                    path: folder.to_path_buf(),
                    source,
                });
            }
        }
    }
    Ok(made)
}

#[cfg(unix)]
fn is_mount_point(found: &fs::Metadata, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(parent).is_ok_and(|parent| parent.dev() != found.dev())
}

#[cfg(not(unix))]
fn is_mount_point(_found: &fs::Metadata, _parent: &Path) -> bool {
    false
}
