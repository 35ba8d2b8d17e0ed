//! The list of own files in a site: what a later build may delete. It has no time in it, so the same site has the
//! same bytes.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

use super::error::PublishError;
use super::name;

pub(super) const NAME: &str = ".deskscore-manifest.json";
const VERSION: u64 = 1;

/// Own files of a site, sorted; the manifest itself is own without being listed.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    files: Vec<String>,
}

impl Manifest {
    pub(super) fn new(mut files: Vec<String>) -> Manifest {
        files.sort_unstable();
        Manifest { files }
    }

    /// The manifest in the folder `site`; an empty one when there is none.
    pub(super) fn read(site: &Path) -> Result<Manifest, PublishError> {
        let path = site.join(NAME);
        let damaged = |message: String| PublishError::Manifest { path: path.clone(), message };
        if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(damaged("it is not a file".into()));
        }
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Manifest::default()),
            Err(source) => return Err(PublishError::Io { doing: "read", path, source }),
        };
        let value: Value = serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
        files_in(&value).map(Manifest::new).map_err(damaged)
    }

    pub(super) fn write(&self, site: &Path) -> Result<(), PublishError> {
        let path = site.join(NAME);
        let value = json!({ "tool": "deskscore", "version": VERSION, "files": self.files });
        let text = format!("{value:#}\n");
        fs::write(&path, text).map_err(PublishError::at("write", &path))
    }

    pub(super) fn files(&self) -> &[String] {
        &self.files
    }

    /// True for a listed file and for the manifest itself.
    pub(super) fn owns(&self, path: &str) -> bool {
        path == NAME || self.files.binary_search_by(|file| file.as_str().cmp(path)).is_ok()
    }

    /// True when a listed file lies below this folder.
    pub(super) fn owns_folder(&self, path: &str) -> bool {
        let prefix = format!("{path}/");
        let at = self.files.partition_point(|file| *file < prefix);
        self.files.get(at).is_some_and(|file| file.starts_with(&prefix))
    }

    /// Files of this list that `other` does not have.
    pub(super) fn without(&self, other: &Manifest) -> Vec<String> {
        self.files.iter().filter(|file| !other.owns(file)).cloned().collect()
    }
}

/// The listed paths. Each must pass the rule for writing: a list that somebody edited must not delete outside.
fn files_in(value: &Value) -> Result<Vec<String>, String> {
    if value.get("version").and_then(Value::as_u64) != Some(VERSION) {
        return Err(format!("its version is not {VERSION}"));
    }
    let list = value.get("files").and_then(Value::as_array).ok_or("it has no list of files")?;
    let path = |file: &Value| -> Result<String, String> {
        let path = file.as_str().ok_or("a file name is not text")?;
        name::check(path).map_err(|fault| format!("`{}`: {fault}", path.escape_debug()))?;
        Ok(path.to_owned())
    };
    list.iter().map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_depend_on_the_files_only() {
        let folder = tempfile::tempdir().unwrap();
        Manifest::new(vec!["b.html".into(), "a/x.html".into()]).write(folder.path()).unwrap();
        let text = fs::read_to_string(folder.path().join(NAME)).unwrap();
        let wanted = "{\n  \"tool\": \"deskscore\",\n  \"version\": 1,\n  \"files\": [\n    \"a/x.html\",\n    \"b.html\"\n  ]\n}\n";
        assert_eq!(text, wanted);
        let read = Manifest::read(folder.path()).unwrap();
        assert_eq!(read.files(), ["a/x.html", "b.html"]);
        assert!(read.owns("a/x.html") && read.owns(NAME) && !read.owns("a"));
        assert!(read.owns_folder("a") && !read.owns_folder("b.html") && !read.owns_folder(""));
    }

    #[test]
    fn a_damaged_or_hostile_list_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        for text in [
            "",
            "[]",
            "{\"version\": 2, \"files\": []}",
            "{\"version\": 1}",
            "{\"version\": 1, \"files\": [1]}",
            "{\"version\": 1, \"files\": [\"../../etc/passwd\"]}",
            "{\"version\": 1, \"files\": [\"/etc/passwd\"]}",
        ] {
            fs::write(folder.path().join(NAME), text).unwrap();
            let error = Manifest::read(folder.path()).unwrap_err();
            assert!(matches!(error, PublishError::Manifest { .. }), "{text}: {error}");
        }
    }
}
