//! Taking a site apart that has been replaced: own files are deleted, every other one is accounted for.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::carry::is_own;
use super::manifest::{self, Manifest};
use super::target::Target;
use super::work::{exists, open_up};

/// Takes the folder `site` apart. Files that its manifest lists are deleted. Any other file is deleted if the target
/// has the same one under the same path, and moved there if the target has none. What remains is set aside as a folder
/// beside the target, whose path is returned.
pub(super) fn dismantle(site: &Path, target: &Target) -> Option<PathBuf> {
    // Without a readable manifest every file is foreign: better set aside than deleted.
    let manifest = Manifest::read(site).unwrap_or_default();
    let (mut own, mut foreign, mut folders) = (Vec::new(), Vec::new(), Vec::new());
    for entry in WalkDir::new(site).contents_first(true).into_iter().filter_map(Result::ok) {
        let below = entry.path().strip_prefix(site).unwrap_or(entry.path()).to_path_buf();
        match (entry.file_type().is_dir(), is_own(&entry, &below, &manifest)) {
            (true, _) => folders.push(entry.into_path()),
            (false, true) if below.as_os_str() == manifest::NAME => {}
            (false, true) => own.push(entry.into_path()),
            (false, false) => foreign.push(below),
        }
    }
    folders.iter().for_each(|folder| open_up(folder));
    own.par_iter().for_each(|file| drop(fs::remove_file(file)));
    for below in foreign {
        if is_reached_without_links(&target.path, &below) {
            settle(&site.join(&below), &target.path.join(&below));
        }
    }
    // Last of the files: without it a build that is killed here would take own files for foreign ones.
    if own.iter().all(|file| !exists(file)) {
        let _ = fs::remove_file(site.join(manifest::NAME));
    }
    // Deepest first; a folder that still has something in it stays.
    folders.iter().for_each(|folder| drop(fs::remove_dir(folder)));
    if exists(site) { set_aside(site, target) } else { None }
}

/// False when a symlink on the way would lead out of the target.
fn is_reached_without_links(target: &Path, below: &Path) -> bool {
    let mut folders = below.ancestors().skip(1).map(|folder| target.join(folder));
    folders.all(|folder| fs::symlink_metadata(folder).map_or(true, |found| found.is_dir()))
}

/// Accounts for one foreign file; on any doubt it stays where it is.
fn settle(leftover: &Path, published: &Path) {
    if !exists(published) {
        let moved = published.parent().map(fs::create_dir_all).is_some_and(|made| made.is_ok());
        if moved {
            let _ = fs::rename(leftover, published);
        }
    } else if is_same(leftover, published).unwrap_or(false) {
        let _ = fs::remove_file(leftover);
    }
}

/// True when nothing is lost with `one`: `other` is the same file, an equal link, or has equal bytes.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (a, b) = (fs::symlink_metadata(one)?, fs::symlink_metadata(other)?);
    if is_same_inode(&a, &b) {
        return Ok(true);
    }
    if a.is_symlink() && b.is_symlink() {
        return Ok(fs::read_link(one)? == fs::read_link(other)?);
    }
    Ok(a.is_file() && b.is_file() && a.len() == b.len() && fs::read(one)? == fs::read(other)?)
}

#[cfg(unix)]
fn is_same_inode(a: &fs::Metadata, b: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn is_same_inode(_a: &fs::Metadata, _b: &fs::Metadata) -> bool {
    false
}

/// Moves what is left of a site to the first free `NAME.kept-1`, `NAME.kept-2` … beside the target.
fn set_aside(site: &Path, target: &Target) -> Option<PathBuf> {
    let free =
        (1..10_000).map(|number| target.beside("", &format!(".kept-{number}"))).find(|place| !exists(place));
    let place = free?;
    fs::rename(site, &place).ok().map(|()| place)
}
