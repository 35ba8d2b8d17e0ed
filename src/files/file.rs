//! Single files: reading one, and writing one so that a reader sees the old or the new content, never a part.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// Something the disk did not let us do: what, where, and what the system said.
#[derive(Debug)]
pub struct FileError {
    /// What was tried, as a verb phrase that fits after "cannot": `read`, `list the folder`.
    pub doing: &'static str,
    /// The path it was tried on.
    pub path: PathBuf,
    /// What the system answered.
    pub source: io::Error,
}

impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "cannot {} {}: {}", self.doing, self.path.display(), self.source)
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

impl FileError {
    /// For `map_err`: puts the attempt and the path around the system's answer.
    pub(super) fn at<'a>(doing: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> FileError + 'a {
        move |source| FileError { doing, path: path.to_path_buf(), source }
    }
}

/// The bytes of one file; symlinks are followed, as the caller named this file on purpose.
///
/// # Errors
/// When the file is missing or not readable.
pub fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    fs::read(path).map_err(FileError::at("read", path))
}

/// One file as a stream of bytes; symlinks are followed, as the caller named this file on purpose.
///
/// # Errors
/// When the file is missing or not readable.
pub fn open(path: &Path) -> Result<Box<dyn io::Read + Send>, FileError> {
    let file = fs::File::open(path).map_err(FileError::at("read", path))?;
    Ok(Box::new(file))
}

/// Writes one file whole: a temporary file in the same folder, brought to disk, then renamed over `path`.
///
/// A symlink at `path` stays a symlink: the file it names is replaced. Permissions of an existing file are kept.
///
/// # Errors
/// When the folder is missing or not writable, or the disk is full; `path` is then as it was.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_streaming(path, |out| out.write_all(bytes))
}

/// As [`write_atomic`], with the content written piece by piece by `content`.
///
/// # Errors
/// As [`write_atomic`], or if `content` fails.
pub fn write_streaming(
    path: &Path,
    content: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), FileError> {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let temporary = temporary_beside(&real);
    let written = fill(&temporary, content, &real).and_then(|()| fs::rename(&temporary, &real));
    written.map_err(|source| {
        // The error that matters is the first one; a temporary file that cannot be removed adds nothing to it.
        let _ = fs::remove_file(&temporary);
        FileError { doing: "write", path: path.to_path_buf(), source }
    })
}

fn fill(
    temporary: &Path,
    content: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    like: &Path,
) -> io::Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(temporary)?;
    let mut buffered = BufWriter::new(file);
    content(&mut buffered)?;
    let file = buffered.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Ok(existing) = fs::metadata(like) {
        file.set_permissions(existing.permissions())?;
    }
    file.sync_all()
}

/// A name that no other writer of this or another process uses.
fn temporary_beside(path: &Path) -> PathBuf {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".{name}.deskscore-{}-{count}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn replaces_the_content_and_leaves_no_temporary_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yml");
        write_atomic(&path, b"one").unwrap();
        write_atomic(&path, b"two").unwrap();
        assert_eq!(read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["a.yml"]);
    }

    #[test]
    fn a_failure_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), b"x").unwrap();
        let error = write_atomic(&path, b"new").unwrap_err();
        assert!(error.to_string().starts_with("cannot write "), "{error}");
        assert_eq!(names(folder.path()), ["taken"]);
        assert_eq!(read(&path.join("inside")).unwrap(), b"x");
    }

    #[cfg(unix)]
    #[test]
    fn a_symlink_stays_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, b"old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink("real", &link).unwrap();
        write_atomic(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(read(&real).unwrap(), b"new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = read(Path::new("no/such/file.yml")).unwrap_err();
        assert!(error.to_string().contains("cannot read no/such/file.yml"), "{error}");
    }
}
