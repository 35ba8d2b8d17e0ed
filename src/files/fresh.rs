//! Writing a folder that is not there yet.

use super::FileError;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Makes a folder and those above it, unless they are there.
///
/// # Errors
/// If the disk refuses.
pub fn make_folder(folder: &Path) -> Result<(), FileError> {
    fs::create_dir_all(folder).map_err(|source| FileError {
        doing: "make",
        path: folder.to_path_buf(),
        source,
    })
}

/// Writes `files` (path with `/` → text) into `folder`, which must not exist or be empty. Returns how many were written.
///
/// # Errors
/// If the folder holds anything, or a file cannot be written. What was written until then stays.
pub fn write_new_folder(
    folder: &Path,
    files: impl Iterator<Item = (String, String)>,
) -> Result<usize, FileError> {
    let fault = |doing, path: &Path, source| FileError { doing, path: path.to_path_buf(), source };
    fs::create_dir_all(folder).map_err(|error| fault("make", folder, error))?;
    let mut there = fs::read_dir(folder).map_err(|error| fault("look into", folder, error))?;
    if there.next().is_some() {
        let error = std::io::Error::other("it is not empty; name a folder that does not exist yet");
        return Err(fault("write into", folder, error));
    }
    let mut written = 0;
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| fault("make", parent, error))?;
        }
        fs::write(&path, text).map_err(|error| fault("write", &path, error))?;
        written += 1;
    }
    Ok(written)
}

/// Writes a file that is not there yet, and the folders above it. Whether it was written: what is there stays as it is, and
/// so does a link, wherever it leads.
///
/// # Errors
/// If the disk refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, FileError> {
    if let Some(parent) = path.parent() {
        make_folder(parent)?;
    }
    match fs::OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => {
            file.write_all(bytes).map_err(FileError::at("write", path))?;
            Ok(true)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(FileError::at("write", path)(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.yml");
        assert!(write_new(&path, b"one").unwrap());
        assert!(!write_new(&path, b"two").unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[test]
    fn a_folder_with_anything_in_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let files = || [("a/b.yml".to_owned(), "x: 1\n".to_owned())].into_iter();
        let target = folder.path().join("new");
        assert_eq!(write_new_folder(&target, files()).unwrap(), 1);
        assert_eq!(fs::read_to_string(target.join("a/b.yml")).unwrap(), "x: 1\n");
        assert!(write_new_folder(&target, files()).unwrap_err().to_string().contains("not empty"));
    }
}
