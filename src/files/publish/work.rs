//! The work folder beside the target: its lock, and what a killed build left in it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::dismantle::dismantle;
use super::error::PublishError;
use super::target::Target;

const LOCK: &str = "deskscore.lock";
const NOTE: &[u8] = b"A site is prepared here before it takes the place of the old one.\n";
/// Each round lost means that another build began or ended in between; so many in a row do not happen.
const ROUNDS: usize = 1000;

/// What to do while another build writes the same site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhenBusy {
    /// Give up at once with [`PublishError::Busy`].
    #[default]
    Fail,
    /// Wait until the other build has ended.
    Wait,
}

/// The work folder of one target, held by this build alone. See the table in the [module docs](super).
#[derive(Debug)]
pub(super) struct Work {
    folder: PathBuf,
    /// Held open for its lock; the system lets go of it when the program dies.
    lock: File,
}

impl Work {
    pub(super) fn claim(target: &Target, when_busy: WhenBusy) -> Result<Work, PublishError> {
        let folder = target.beside(".", ".deskscore");
        for _ in 0..ROUNDS {
            let made = fs::create_dir(&folder);
            match made {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(PublishError::Io { doing: "create the folder", path: folder, source: error });
                }
                Err(_) if !is_ours(&folder) => return Err(PublishError::Occupied { path: folder }),
                _ => {}
            }
            if let Some(lock) = lock(&folder, target, when_busy)? {
                return Ok(Work { folder, lock });
            }
        }
        Err(PublishError::Busy { target: target.path.clone() })
    }

    pub(super) fn new_site(&self) -> PathBuf {
        self.folder.join("new")
    }

    pub(super) fn ready_site(&self) -> PathBuf {
        self.folder.join("ready")
    }

    pub(super) fn old_site(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Brings target and work folder into the state before a killed build, or after it if it was past the swap. Returns
    /// the folders into which foreign files were set aside.
    pub(super) fn recover(&self, target: &Target) -> Result<Vec<PathBuf>, PublishError> {
        let (old, ready) = (self.old_site(), self.ready_site());
        if exists(&old) && !exists(&target.path) {
            let complete = if exists(&ready) { &ready } else { &old };
            fs::rename(complete, &target.path).map_err(PublishError::at("put back", &target.path))?;
        }
        let set_aside = self.dismantle_rest(target);
        let new = self.new_site();
        if exists(&new) {
            remove_whole(&new).map_err(PublishError::at("remove the folder", &new))?;
        }
        Ok(set_aside)
    }

    /// Dismantles every whole site in the work folder. Returns the folders into which foreign files were set aside.
    pub(super) fn dismantle_rest(&self, target: &Target) -> Vec<PathBuf> {
        let rest = [self.old_site(), self.ready_site()];
        rest.iter().filter(|site| exists(site)).filter_map(|site| dismantle(site, target)).collect()
    }

    /// Removes the lock file and the folder, if nothing else is left in it.
    pub(super) fn release(&self) {
        let is_last = fs::read_dir(&self.folder).is_ok_and(|listing| listing.count() == 1);
        if is_last && fs::remove_file(self.folder.join(LOCK)).is_ok() {
            // A build that began in this moment has made its own lock file: the folder is then its own and stays.
            let _ = fs::remove_dir(&self.folder);
        }
        self.let_go();
    }

    /// Gives the lock free at once. Closing the file would not: a program that is just being started from another
    /// thread holds a copy for a moment.
    pub(super) fn let_go(&self) {
        let _ = self.lock.unlock();
    }
}

pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// An empty folder, or one with our lock file: that file is made first and removed last.
fn is_ours(folder: &Path) -> bool {
    if fs::symlink_metadata(folder).is_ok_and(|found| !found.is_dir()) {
        return false;
    }
    // A folder that is gone by now is nobody's; the next round makes it.
    let Ok(listing) = fs::read_dir(folder) else { return !exists(folder) };
    let entries: Vec<fs::DirEntry> = listing.filter_map(Result::ok).collect();
    let is_lock = |entry: &fs::DirEntry| {
        entry.file_name() == LOCK && entry.file_type().is_ok_and(|kind| kind.is_file())
    };
    entries.is_empty() || entries.iter().any(is_lock)
}

/// Removes a folder with all that is in it, symlinks as such, folders without write permission too.
pub(super) fn remove_whole(folder: &Path) -> io::Result<()> {
    if fs::remove_dir_all(folder).is_ok() || !exists(folder) {
        return Ok(());
    }
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    entries.filter(|entry| entry.file_type().is_dir()).for_each(|entry| open_up(entry.path()));
    fs::remove_dir_all(folder)
}

/// Lets the owner delete what is in a folder; if that cannot be, the deletion will say so.
#[cfg(unix)]
pub(super) fn open_up(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    const OWNER_ALL: u32 = 0o700;
    let Ok(found) = fs::symlink_metadata(folder) else { return };
    let mode = found.permissions().mode();
    if found.is_dir() && mode & OWNER_ALL != OWNER_ALL {
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(mode | OWNER_ALL));
    }
}

#[cfg(not(unix))]
pub(super) fn open_up(_folder: &Path) {}

/// The lock, or `None` when the folder or the file was removed in between by a build that ended.
fn lock(folder: &Path, target: &Target, when_busy: WhenBusy) -> Result<Option<File>, PublishError> {
    let path = folder.join(LOCK);
    let mut file = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(PublishError::Io { doing: "open", path, source }),
    };
    match (file.try_lock(), when_busy) {
        (Ok(()), _) => {}
        (Err(TryLockError::WouldBlock), WhenBusy::Fail) => {
            return Err(PublishError::Busy { target: target.path.clone() });
        }
        (Err(TryLockError::WouldBlock), WhenBusy::Wait) => {
            file.lock().map_err(PublishError::at("lock", &path))?;
        }
        (Err(TryLockError::Error(source)), _) => {
            return Err(PublishError::Io { doing: "lock", path, source });
        }
    }
    if !is_same_file(&file, &path) {
        return Ok(None);
    }
    file.write_all(NOTE).map_err(PublishError::at("write", &path))?;
    Ok(Some(file))
}

/// A lock on a file that was removed meanwhile would guard nothing.
#[cfg(unix)]
fn is_same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same_file(_file: &File, path: &Path) -> bool {
    exists(path)
}
