//! Publishing a site whole. Files are written into a work folder beside the target; [`Staging::commit`] carries over
//! the foreign files of the old site and lets the new site take its place in one step.
//!
//! # The work folder
//! `.NAME.deskscore` beside a target `NAME`, so on the same file system. The names in it are the journal: whatever
//! moment a build is killed at, the next one knows from them what to do ([`work::Work::recover`]).
//!
//! | name | meaning | after a kill |
//! |---|---|---|
//! | `deskscore.lock` | ours; held with an advisory lock by the build that runs | taken over |
//! | `new` | being written; everything in it is ours | removed |
//! | `ready` | a complete site: the new one before the exchange, the old one after it | dismantled |
//! | `old` | the old site, where the system cannot exchange two folders | put back if the target is missing and there is no `ready`; else dismantled |
//!
//! To *dismantle* a folder is to delete the files that its manifest lists and to settle every other one: deleted if the
//! published site has the same file, moved there if it has none, set aside otherwise ([`dismantle`]).
//!
//! Nothing is forced to disk (`fsync`), as that would cost more than the whole build: the order of steps protects
//! from a killed program, not from a power failure.

mod carry;
mod claims;
mod dismantle;
mod error;
mod manifest;
mod name;
mod probe;
mod swap;
mod target;
#[cfg(test)]
mod tests;
mod work;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use claims::Claims;
use manifest::Manifest;
use probe::{Probe, Step};
use target::Target;
use work::Work;

pub use error::{PublishError, Refusal};
pub use name::NameFault;
pub use swap::Swap;
pub use target::Guard;
pub use work::WhenBusy;

/// What a publication did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Number of files written, without the manifest.
    pub files: usize,
    /// Their size in bytes.
    pub bytes: u64,
    /// Number of folders made for them.
    pub folders: usize,
    /// Own files of the old site that the new one does not have, sorted.
    pub removed: Vec<String>,
    /// Number of files in the target that are not ours and were kept.
    pub kept: usize,
    /// Folders beside the target into which files were put that are not ours and that had no place in the new site.
    pub set_aside: Vec<PathBuf>,
    /// How the new site took its place.
    pub swap: Swap,
}

/// A site that is being written. Dropped without [`commit`](Staging::commit), it removes what it wrote, and the target
/// is as it was.
#[derive(Debug)]
pub struct Staging {
    target: Target,
    work: Work,
    old: Manifest,
    claims: Claims,
    bytes: AtomicU64,
    set_aside: Vec<PathBuf>,
    probe: Probe,
}

impl Staging {
    /// Checks the target, locks it against other builds, mends what an earlier killed build left, and makes the folder
    /// to write into.
    ///
    /// # Errors
    /// When the target must not be replaced ([`Refusal`]), another build holds it, or the disk refuses.
    pub fn begin(target: &Path, guard: &Guard) -> Result<Staging, PublishError> {
        Staging::begin_with(target, guard, Probe::default())
    }

    fn begin_with(target: &Path, guard: &Guard, probe: Probe) -> Result<Staging, PublishError> {
        let target = Target::check(target, guard)?;
        let claimed = Work::claim(&target, guard.when_busy);
        let work = claimed.inspect_err(|_| target.forget_made_folders())?;
        let prepared = prepare(&target, &work);
        let (old, set_aside) = prepared.inspect_err(|_| {
            work.release();
            target.forget_made_folders();
        })?;
        Ok(Staging {
            target,
            work,
            old,
            claims: Claims::default(),
            bytes: AtomicU64::new(0),
            set_aside,
            probe,
        })
    }

    /// The folder that the site will be, as an absolute path.
    #[must_use]
    pub fn target(&self) -> &Path {
        &self.target.path
    }

    /// Folders beside the target into which files of others were put while mending what a killed build had left.
    #[must_use]
    pub fn set_aside(&self) -> &[PathBuf] {
        &self.set_aside
    }

    /// Writes one file of the site; `relative` has `/` between its parts. May be called from many threads.
    ///
    /// # Errors
    /// When the path could leave the folder or is not portable ([`NameFault`]), was written before (ignoring ASCII
    /// case), or the disk refuses.
    pub fn write(&self, relative: &str, bytes: &[u8]) -> Result<(), PublishError> {
        name::check(relative).map_err(|fault| PublishError::Name { path: relative.to_owned(), fault })?;
        let root = self.work.new_site();
        self.claims.file(relative)?;
        self.claims.folder_of(relative, &root)?;
        let place = root.join(relative);
        let written = OpenOptions::new().write(true).create_new(true).open(&place);
        written.and_then(|mut file| file.write_all(bytes)).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => {
                PublishError::Twice { path: relative.to_owned(), earlier: relative.to_owned() }
            }
            _ => PublishError::Io { doing: "write", path: place, source },
        })?;
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    /// Puts the new site in the place of the old one, with the foreign files of the old one, and removes the old one.
    ///
    /// # Errors
    /// Before the swap only, and then nothing has changed: a foreign file is where the new site has its own, or the
    /// disk refuses. What cannot be cleaned up after the swap is in the report.
    pub fn commit(mut self) -> Result<Report, PublishError> {
        let new = self.work.new_site();
        let files = self.claims.take_files()?;
        let kept = match swap::is_there(&self.target)? {
            true => carry::carry_over(&self.target.path, &new, &self.old)?,
            false => 0,
        };
        self.probe.reached(Step::Carried)?;
        let manifest = Manifest::new(files);
        manifest.write(&new)?;
        self.probe.reached(Step::Listed)?;
        let swap = swap::swap(&self.target, &self.work, &self.probe)?;
        let mut set_aside = std::mem::take(&mut self.set_aside);
        // The site is published: from here on nothing may turn the build into a failure, except the test's own crash.
        set_aside.extend(self.work.dismantle_rest(&self.target));
        self.probe.reached(Step::Dismantled)?;
        self.target.is_published();
        Ok(Report {
            files: manifest.files().len(),
            bytes: self.bytes.load(Ordering::Relaxed),
            folders: self.claims.folder_count(),
            removed: self.old.without(&manifest),
            kept,
            set_aside,
            swap,
        })
    }
}

/// What a killed build left is mended, the old list is read, and there is an empty folder for the new site.
fn prepare(target: &Target, work: &Work) -> Result<(Manifest, Vec<PathBuf>), PublishError> {
    let set_aside = work.recover(target)?;
    let old = Manifest::read(&target.path)?;
    let new = work.new_site();
    fs::create_dir(&new).map_err(PublishError::at("create the folder", &new))?;
    Ok((old, set_aside))
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.probe.crashed() {
            return self.work.let_go();
        }
        // Errors have nowhere to go here; what stays is removed by the next build.
        let _ = work::remove_whole(&self.work.new_site());
        let _ = self.work.dismantle_rest(&self.target);
        self.work.release();
        self.target.forget_made_folders();
    }
}
