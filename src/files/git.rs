//! The repository around the data, asked through git's plumbing commands in a fixed environment.

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why there is no repository to ask. The program works without one; it then cannot show what only history knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoRepository {
    /// No `git` program on this machine.
    GitMissing,
    /// The folder is in no git working tree.
    NotARepository,
    /// Git refused, for instance because the folder belongs to somebody else; its words.
    Refused(String),
}

impl fmt::Display for NoRepository {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoRepository::GitMissing => write!(out, "the `git` program is not installed"),
            NoRepository::NotARepository => write!(out, "the folder is not in a git repository"),
            NoRepository::Refused(words) => write!(out, "git refused: {words}"),
        }
    }
}

impl std::error::Error for NoRepository {}

/// Why git did not answer a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GitError {
    /// The program could not be started; the system's words.
    NotStarted(String),
    /// Git ended with an error: the command without its options, and git's words.
    Failed {
        /// Such as `ls-tree`.
        command: String,
        /// What git wrote to its error output.
        message: String,
    },
    /// No commit has this name here. In a shallow clone it may exist where the clone came from.
    NoSuchRevision(String),
    /// The commit has no such folder.
    NoSuchFolder {
        /// The full hash of the commit.
        commit: String,
        /// The folder asked for.
        folder: String,
    },
    /// Git answered in a form that we do not know.
    Unexpected {
        /// Such as `cat-file`.
        command: String,
    },
}

impl fmt::Display for GitError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GitError::NotStarted(words) => write!(out, "cannot start git: {words}"),
            GitError::Failed { command, message } => write!(out, "git {command} failed: {message}"),
            GitError::NoSuchRevision(name) => write!(out, "no commit is called `{name}` here"),
            GitError::NoSuchFolder { commit, folder } => {
                write!(out, "commit {commit} has no folder `{folder}`")
            }
            GitError::Unexpected { command } => write!(out, "git {command} answered in an unknown form"),
        }
    }
}

impl std::error::Error for GitError {}

/// A git working tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    toplevel: PathBuf,
}

/// Variables that would make git look at another repository than the one around the data (set inside git hooks).
pub(super) const REDIRECTS: [&str; 6] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_CONFIG_PARAMETERS"];

/// Settings that would change the form of an answer or run a program of the repository's choice.
const SETTINGS: [&str; 6] = [
    "core.quotepath=false",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",
    "log.follow=false",
    "log.showRoot=true",
];

/// `git` in a folder, with everything that could change its answers from machine to machine fixed. The user's own
/// configuration stays in force otherwise, since `safe.directory` lives there.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).arg("--no-pager");
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    for name in REDIRECTS {
        command.env_remove(name);
    }
    command
        .env_remove("LANGUAGE")
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_LITERAL_PATHSPECS", "1")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdin(Stdio::null());
    command
}

impl Repository {
    /// The repository whose working tree holds the folder `start`.
    ///
    /// # Errors
    /// When git is missing, `start` is in no working tree, or git refuses.
    pub fn discover(start: &Path) -> Result<Repository, NoRepository> {
        let answer =
            git(start).args(["rev-parse", "--show-toplevel"]).output().map_err(|error| {
                match error.kind() {
                    io::ErrorKind::NotFound => NoRepository::GitMissing,
                    _ => NoRepository::Refused(error.to_string()),
                }
            })?;
        let words = String::from_utf8_lossy(&answer.stderr).trim().to_owned();
        if !answer.status.success() {
            return Err(match words.contains("not a git repository") {
                true => NoRepository::NotARepository,
                false => NoRepository::Refused(words),
            });
        }
        let toplevel = path_from(answer.stdout.trim_ascii_end());
        Ok(Repository { toplevel: toplevel.canonicalize().unwrap_or(toplevel) })
    }

    /// The root folder of the working tree, without symlinks.
    #[must_use]
    pub fn toplevel(&self) -> &Path {
        &self.toplevel
    }

    /// Where `path` lies in the repository, with `/` between the parts (empty for the root); `None` when it does not
    /// exist, is outside, or is not UTF-8.
    #[must_use]
    pub fn path_inside(&self, path: &Path) -> Option<String> {
        let real = path.canonicalize().ok()?;
        let parts: Option<Vec<&str>> =
            real.strip_prefix(&self.toplevel).ok()?.iter().map(OsStr::to_str).collect();
        Some(parts?.join("/"))
    }

    /// True when the clone was cut off at some depth, so that older commits are missing.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn is_shallow(&self) -> Result<bool, GitError> {
        Ok(self.line(&["rev-parse", "--is-shallow-repository"])? == "true")
    }

    /// True when anything at or below `path` (relative to the root) differs from the last commit: changed, staged,
    /// deleted, or new and not ignored.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn is_dirty(&self, path: &str) -> Result<bool, GitError> {
        let path = if path.is_empty() { "." } else { path };
        let arguments = ["status", "--porcelain=v1", "-z", "--untracked-files=normal", "--", path];
        Ok(!self.bytes(&arguments)?.is_empty())
    }

    /// The address of the remote `origin`, or of the only remote, as configured. It may hold credentials: show only
    /// what [`web_address`](super::web_address) makes of it.
    #[must_use]
    pub fn remote_url(&self) -> Option<String> {
        let names = self.line(&["remote"]).ok()?;
        let mut names = names.lines();
        let first = names.next()?;
        let only = names.next().is_none().then_some(first);
        let origin = self.line(&["config", "--get", "remote.origin.url"]).ok();
        let url =
            origin.or_else(|| self.line(&["config", "--get", &format!("remote.{}.url", only?)]).ok())?;
        (!url.is_empty()).then_some(url)
    }

    /// What git wrote, exactly.
    pub(super) fn bytes(&self, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
        let answer =
            self.command(arguments).output().map_err(|error| GitError::NotStarted(error.to_string()))?;
        if answer.status.success() {
            return Ok(answer.stdout);
        }
        Err(GitError::Failed {
            command: arguments.first().copied().unwrap_or_default().to_owned(),
            message: String::from_utf8_lossy(&answer.stderr).trim().to_owned(),
        })
    }

    /// What git wrote, as text without the line end.
    pub(super) fn line(&self, arguments: &[&str]) -> Result<String, GitError> {
        Ok(String::from_utf8_lossy(&self.bytes(arguments)?).trim_end().to_owned())
    }

    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = git(&self.toplevel);
        command.args(arguments);
        command
    }
}

#[cfg(unix)]
pub(super) fn path_from(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
pub(super) fn path_from(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::super::sample_repository::SampleRepository;
    use super::*;

    #[test]
    fn a_folder_without_git_is_no_repository() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Repository::discover(folder.path()), Err(NoRepository::NotARepository));
        let missing = Repository::discover(&folder.path().join("none")).unwrap_err();
        assert!(matches!(missing, NoRepository::Refused(_)), "{missing:?}");
    }

    #[test]
    fn found_from_a_subfolder_with_paths_inside() {
        let sample = SampleRepository::new();
        sample.commit("data/agents/a.yml", b"a", "2025-03-01T10:00:00+0800");
        let repository = Repository::discover(&sample.path().join("data/agents")).unwrap();
        assert_eq!(repository.toplevel(), sample.path().canonicalize().unwrap());
        assert_eq!(repository.path_inside(&sample.path().join("data")).as_deref(), Some("data"));
        assert_eq!(repository.path_inside(sample.path()).as_deref(), Some(""));
        assert_eq!(repository.path_inside(Path::new("/")), None);
    }

    #[test]
    fn dirty_means_changed_or_new_below_the_path() {
        let sample = SampleRepository::new();
        sample.commit("data/a.yml", b"a", "2025-03-01T10:00:00+0800");
        let repository = sample.open();
        assert!(!repository.is_dirty("").unwrap());
        sample.write("notes.txt", b"new");
        assert!(repository.is_dirty("").unwrap());
        assert!(!repository.is_dirty("data").unwrap());
        sample.write("data/a.yml", b"b");
        assert!(repository.is_dirty("data").unwrap());
    }

    #[test]
    fn a_path_is_never_a_pattern() {
        let sample = SampleRepository::new();
        sample.commit("data/a.yml", b"a", "2025-03-01T10:00:00+0800");
        sample.write("data/a.yml", b"b");
        assert!(!sample.open().is_dirty(":(glob)**").unwrap());
    }

    #[test]
    fn origin_first_then_the_only_remote() {
        let sample = SampleRepository::new();
        let repository = sample.open();
        assert_eq!(repository.remote_url(), None);
        sample.git(&["remote", "add", "upstream", "https://example.org/a/b.git"]);
        assert_eq!(repository.remote_url().as_deref(), Some("https://example.org/a/b.git"));
        sample.git(&["remote", "add", "fork", "https://example.org/c/d.git"]);
        assert_eq!(repository.remote_url(), None);
        sample.git(&["remote", "add", "origin", "git@example.org:e/f.git"]);
        assert_eq!(repository.remote_url().as_deref(), Some("git@example.org:e/f.git"));
    }
}
