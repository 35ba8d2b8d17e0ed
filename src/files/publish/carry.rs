//! Foreign files of the old site get a second name in the new one, so that they are in both until the swap is done.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::error::PublishError;
use super::manifest::Manifest;

/// Links every foreign file of `old` into `new` and returns their number. Own files are those that `manifest` lists and
/// that still are files: a symlink in their place is somebody else's.
pub(super) fn carry_over(old: &Path, new: &Path, manifest: &Manifest) -> Result<usize, PublishError> {
    let mut kept = 0;
    let mut folders: Vec<(PathBuf, PathBuf)> = vec![(old.to_path_buf(), new.to_path_buf())];
    for step in WalkDir::new(old).min_depth(1) {
        let entry = step.map_err(|error| PublishError::Io {
            doing: "read the folder",
            path: error.path().unwrap_or(old).to_path_buf(),
            source: error.into(),
        })?;
        let below = entry.path().strip_prefix(old).unwrap_or(entry.path());
        if is_own(&entry, below, manifest) {
            continue;
        }
        make_way(old, new, below, &mut folders).map_err(|source| failed(&entry, below, source))?;
        let place = new.join(below);
        if entry.file_type().is_dir() {
            make_folder(&place).map_err(|source| failed(&entry, below, source))?;
            folders.push((entry.into_path(), place));
        } else {
            carry(&entry, &place).map_err(|source| failed(&entry, below, source))?;
            kept += 1;
        }
    }
    // Inner folders first, and last of all, since a folder without write permission takes no more files.
    folders.iter().rev().try_for_each(|(from, to)| like(from, to))?;
    Ok(kept)
}

/// True for what the next build writes anew: listed files and the folders that lead to them.
pub(super) fn is_own(entry: &DirEntry, below: &Path, manifest: &Manifest) -> bool {
    // Own names are UTF-8, so another name is never own.
    let Some(path) = slashed(below) else { return false };
    let kind = entry.file_type();
    (kind.is_file() && manifest.owns(&path)) || (kind.is_dir() && manifest.owns_folder(&path))
}

fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// Makes the folders that lead to a foreign file in an own folder of the old site that the new site does not have.
fn make_way(old: &Path, new: &Path, below: &Path, folders: &mut Vec<(PathBuf, PathBuf)>) -> io::Result<()> {
    let parents: Vec<&Path> =
        below.ancestors().skip(1).take_while(|parent| !super::work::exists(&new.join(parent))).collect();
    for parent in parents.into_iter().rev() {
        make_folder(&new.join(parent))?;
        folders.push((old.join(parent), new.join(parent)));
    }
    Ok(())
}

fn make_folder(place: &Path) -> io::Result<()> {
    match fs::create_dir(place) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && place.is_dir() => Ok(()),
        made => made,
    }
}

fn carry(entry: &DirEntry, place: &Path) -> io::Result<()> {
    if entry.file_type().is_symlink() {
        return make_link(&fs::read_link(entry.path())?, place);
    }
    match fs::hard_link(entry.path(), place) {
        Err(error) if is_in_the_way(&error) || !entry.file_type().is_file() => Err(error),
        Err(_) => copy(entry.path(), place),
        linked => linked,
    }
}

/// For file systems without hard links, and for files that belong to others.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    // Fails when the place is taken, which `copy` alone would write over.
    fs::OpenOptions::new().write(true).create_new(true).open(to)?;
    fs::copy(from, to).map(drop)
}

fn is_in_the_way(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory)
}

fn failed(entry: &DirEntry, below: &Path, source: io::Error) -> PublishError {
    let foreign = entry.path().to_path_buf();
    if is_in_the_way(&source) {
        let own = below.display().to_string();
        return PublishError::Foreign { foreign, own };
    }
    PublishError::Io { doing: "carry over", path: foreign, source }
}

#[cfg(unix)]
fn make_link(points_to: &Path, place: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(points_to, place)
}

#[cfg(windows)]
fn make_link(points_to: &Path, place: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_file(points_to, place)
}

#[cfg(not(any(unix, windows)))]
fn make_link(_points_to: &Path, _place: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

/// Gives a folder the permissions of the one it takes the place of.
fn like(from: &Path, to: &Path) -> Result<(), PublishError> {
    let permissions = fs::metadata(from).map(|found| found.permissions());
    permissions
        .and_then(|it| fs::set_permissions(to, it))
        .map_err(PublishError::at("set the permissions of", to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_never_writes_over_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, "new").unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "new");
        fs::write(&to, "theirs").unwrap();
        assert!(is_in_the_way(&copy(&from, &to).unwrap_err()));
        assert_eq!(fs::read_to_string(&to).unwrap(), "theirs");
    }
}
