//! A temporary repository for tests: fixed names and dates, nothing of the machine's git configuration.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::git::{REDIRECTS, Repository};

pub(super) struct SampleRepository {
    folder: tempfile::TempDir,
}

impl SampleRepository {
    pub(super) fn new() -> SampleRepository {
        let sample = SampleRepository { folder: tempfile::tempdir().unwrap() };
        sample.git(&["init", "--quiet", "--initial-branch=main"]);
        sample
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn open(&self) -> Repository {
        Repository::discover(self.path()).unwrap()
    }

    pub(super) fn write(&self, path: &str, bytes: &[u8]) {
        let place = self.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }

    pub(super) fn commit(&self, path: &str, bytes: &[u8], date: &str) {
        self.write(path, bytes);
        self.git_at(&["add", "--all"], date);
        self.git_at(&["commit", "--quiet", "--message", "change"], date);
    }

    pub(super) fn git(&self, arguments: &[&str]) {
        self.git_at(arguments, "2025-01-01T00:00:00+0000");
    }

    /// A clone that has only the last `depth` commits.
    pub(super) fn shallow_clone(&self, depth: u32) -> (tempfile::TempDir, Repository) {
        let folder = tempfile::tempdir().unwrap();
        let clone = folder.path().join("clone");
        let source = format!("file://{}", self.path().display());
        self.git(&["clone", "--quiet", "--depth", &depth.to_string(), &source, clone.to_str().unwrap()]);
        let repository = Repository::discover(&clone).unwrap();
        (folder, repository)
    }

    /// A commit with many paths that all have one text, made without touching the working tree.
    pub(super) fn commit_alike(&self, paths: &[String], text: &str) {
        let mut stream = format!("blob\nmark :1\ndata {}\n{text}\n", text.len());
        stream.push_str("commit refs/heads/main\ncommitter A <a@example.org> 0 +0000\ndata 0\n");
        paths.iter().for_each(|path| stream.push_str(&format!("M 100644 :1 {path}\n")));
        let script = self.path().join("stream");
        fs::write(&script, stream).unwrap();
        let input = fs::File::open(script).unwrap();
        let done = git_in(self.path()).args(["fast-import", "--quiet"]).stdin(input).status().unwrap();
        assert!(done.success());
    }

    fn git_at(&self, arguments: &[&str], date: &str) {
        let done = git_in(self.path())
            .args(arguments)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
            .envs([
                ("GIT_AUTHOR_NAME", "A"),
                ("GIT_AUTHOR_EMAIL", "a@example.org"),
                ("GIT_AUTHOR_DATE", date),
            ])
            .envs([
                ("GIT_COMMITTER_NAME", "A"),
                ("GIT_COMMITTER_EMAIL", "a@example.org"),
                ("GIT_COMMITTER_DATE", date),
            ])
            .output()
            .unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    }
}

/// Git in this folder, even when the tests themselves run inside a git hook.
fn git_in(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(folder);
    for name in REDIRECTS {
        command.env_remove(name);
    }
    command
}
