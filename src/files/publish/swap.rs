//! The moment the new site takes the place of the old one.

use std::fs;
use std::io;
use std::path::Path;

use super::error::{PublishError, Refusal};
use super::probe::{Probe, Step};
use super::target::Target;
use super::work::{Work, exists};

/// How the new site took its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// There was no old one.
    First,
    /// Both changed places in one step: at every moment there is a whole site.
    Exchanged,
    /// The old one was moved away and the new one moved in, as the system has no exchange. A build that is killed between
    /// these two steps leaves no site; the next one finishes them.
    InTwoSteps,
}

/// Puts `new` in the place of the target; the old site is then `ready` or `old` in the work folder.
pub(super) fn swap(target: &Target, work: &Work, probe: &Probe) -> Result<Swap, PublishError> {
    let (new, ready) = (work.new_site(), work.ready_site());
    fs::rename(&new, &ready).map_err(PublishError::at("rename", &new))?;
    probe.reached(Step::Ready)?;
    let swap = put_in_place(target, work, probe)?;
    probe.reached(Step::Swapped)?;
    Ok(swap)
}

fn put_in_place(target: &Target, work: &Work, probe: &Probe) -> Result<Swap, PublishError> {
    let cannot = |source| PublishError::CannotSwap { target: target.path.clone(), source };
    let ready = work.ready_site();
    if !is_there(target)? {
        fs::rename(&ready, &target.path).map_err(cannot)?;
        return Ok(Swap::First);
    }
    if probe.can_exchange() {
        match exchange(&ready, &target.path) {
            Ok(()) => return Ok(Swap::Exchanged),
            Err(error) if is_unknown(&error) => {}
            Err(error) => return Err(cannot(error)),
        }
    }
    let old = work.old_site();
    fs::rename(&target.path, &old).map_err(cannot)?;
    probe.reached(Step::Aside)?;
    fs::rename(&ready, &target.path).map_err(|error| {
        // The old site goes back; should that fail too, the next build finds both and finishes.
        if !exists(&target.path) {
            let _ = fs::rename(&old, &target.path);
        }
        cannot(error)
    })?;
    Ok(Swap::InTwoSteps)
}

/// True for a folder, false for nothing. Asked again after the build, since somebody may have put something else there.
pub(super) fn is_there(target: &Target) -> Result<bool, PublishError> {
    let refuse = |why| Err(PublishError::Refused { target: target.path.clone(), why });
    match fs::symlink_metadata(&target.path) {
        Ok(found) if found.is_symlink() => refuse(Refusal::Symlink),
        Ok(found) if !found.is_dir() => refuse(Refusal::NotAFolder),
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(PublishError::Io { doing: "look at", path: target.path.clone(), source }),
    }
}

/// Errors by which kernels, file systems and sandboxes say that they have no exchange. A real lack of permission shows
/// itself again in the next step.
fn is_unknown(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    matches!(error.kind(), Unsupported | InvalidInput | PermissionDenied)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}
