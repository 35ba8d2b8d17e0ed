//! A tree from a revision in git: one listing, then one process that streams the contents.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::git::{GitError, Repository};
use super::tree::{Entry, Tree, TreeOptions, Unreadable, Verdict, portable};

/// A file to be read: its path and its object id.
struct Blob {
    path: String,
    id: String,
    /// In bytes.
    size: u64,
}

impl Tree {
    /// The folder `folder` (relative to the root, `/`; empty for the root) as it was at `revision`, under the rules of
    /// [`Tree::from_folder`]. Submodules are passed over.
    ///
    /// # Errors
    /// When the revision or the folder does not exist there, or git does not answer.
    pub fn from_revision(
        repository: &Repository,
        revision: &str,
        folder: &str,
        options: &TreeOptions,
    ) -> Result<Tree, GitError> {
        Tree::from_revision_beside(repository, revision, folder, options, &Tree::default())
    }

    /// As [`Tree::from_revision`], beside another tree: what git knows by the same name in both is not read again, but shared.
    ///
    /// # Errors
    /// As [`Tree::from_revision`].
    pub fn from_revision_beside(
        repository: &Repository,
        revision: &str,
        folder: &str,
        options: &TreeOptions,
        other: &Tree,
    ) -> Result<Tree, GitError> {
        let commit = repository.resolve(revision)?;
        let Listing { blobs, mut entries, ignored } = list_folder(repository, &commit, folder, options)?;
        let mut known: BTreeMap<&str, &Entry> = BTreeMap::new();
        for entry in other.entries() {
            known.extend(entry.id().filter(|_| entry.content().is_ok()).map(|id| (id, entry)));
        }
        // A file on disk may be another form of what git keeps (line ends, filters): then it has another length.
        let same = |blob: &Blob| {
            let entry = known.get(blob.id.as_str())?;
            (entry.text()?.len() as u64 == blob.size).then(|| entry.renamed(&blob.path))
        };
        let mut unknown = Vec::new();
        for blob in blobs {
            match same(&blob) {
                Some(entry) => entries.push(entry),
                None => unknown.push(blob),
            }
        }
        entries.extend(read_blobs(repository, &unknown)?);
        Ok(Tree::new(entries, ignored))
    }

    /// The folders whose objects are `trees`, each as [`Tree::from_revision`] gives it. A text that is in several is read once and shared.
    ///
    /// # Errors
    /// When one of them does not exist, or git does not answer.
    pub fn from_objects(
        repository: &Repository,
        trees: &[&str],
        options: &TreeOptions,
    ) -> Result<Vec<Tree>, GitError> {
        let listings = trees.iter().map(|tree| list(repository, tree, options));
        let listings: Vec<Listing> = listings.collect::<Result<_, _>>()?;
        let mut ids: Vec<String> =
            listings.iter().flat_map(|listing| &listing.blobs).map(|blob| blob.id.clone()).collect();
        ids.sort_unstable();
        ids.dedup();
        let wanted: Vec<Blob> =
            ids.iter().map(|id| Blob { path: id.clone(), id: id.clone(), size: 0 }).collect();
        let texts = read_blobs(repository, &wanted)?;
        let named = |Blob { path, id, size: _ }: &Blob| {
            let at = ids.binary_search(id).ok()?;
            texts.get(at).map(|text| text.renamed(path))
        };
        let whole = |listing: Listing| {
            let entries = listing.blobs.iter().filter_map(named).chain(listing.entries).collect();
            Tree::new(entries, listing.ignored)
        };
        Ok(listings.into_iter().map(whole).collect())
    }
}

impl Repository {
    /// The object of `folder` (relative to the root; empty for the root) in each of `commits`: the same folder with the same files in it
    /// has the same object. `None` where there is no such folder. One process for all.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn folders(&self, commits: &[&str], folder: &str) -> Result<Vec<Option<String>>, GitError> {
        if commits.is_empty() || folder.contains('\n') {
            return Ok(vec![None; commits.len()]);
        }
        let failed =
            |error: io::Error| GitError::Failed { command: "cat-file".into(), message: error.to_string() };
        let mut child = self
            .command(&["cat-file", "--batch-check=%(objectname) %(objecttype)"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| GitError::NotStarted(error.to_string()))?;
        let (ask, answer) = (child.stdin.take(), child.stdout.take());
        let (Some(ask), Some(answer)) = (ask, answer) else {
            return Err(GitError::Unexpected { command: "cat-file".into() });
        };
        let questions: Vec<String> = commits.iter().map(|commit| format!("{commit}:{folder}")).collect();
        let kind = |answer: &mut BufReader<ChildStdout>| {
            let mut line = String::new();
            answer.read_line(&mut line)?;
            let words = line.trim_end().split_once(' ');
            Ok(words.filter(|(_, kind)| *kind == "tree").map(|(id, _)| id.to_owned()))
        };
        let read = converse(ask, answer, &questions, kind).map_err(failed);
        finish(child);
        read
    }
}

/// What a folder holds.
struct Listing {
    blobs: Vec<Blob>,
    /// Files that are not read.
    entries: Vec<Entry>,
    ignored: Vec<String>,
}

fn list(repository: &Repository, tree: &str, options: &TreeOptions) -> Result<Listing, GitError> {
    let listing = repository.bytes(&["ls-tree", "-r", "-z", "--long", "--full-tree", tree])?;
    let (mut blobs, mut entries, mut ignored) = (Vec::new(), Vec::new(), Vec::new());
    for line in listing.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
        let Listed { mode, id, size, path } =
            Listed::parse(line).ok_or_else(|| GitError::Unexpected { command: "ls-tree".into() })?;
        let name = portable(path);
        match (mode, options.verdict(name.as_ref().unwrap_or_else(|shown| shown)), name) {
            (_, Verdict::Hide, _) | ("160000", _, _) => {}
            ("120000", _, Ok(path) | Err(path)) => entries.push(Entry::unreadable(path, Unreadable::Symlink)),
            (_, Verdict::Ignore, Ok(path) | Err(path)) => ignored.push(path),
            (_, _, Err(shown)) => entries.push(Entry::unreadable(shown, Unreadable::BadName)),
            (_, _, Ok(path)) if size > options.max_bytes => {
                entries.push(Entry::unreadable(path, Unreadable::TooLarge { bytes: size }));
            }
            (_, _, Ok(path)) => blobs.push(Blob { path, id: id.to_owned(), size }),
        }
    }
    Ok(Listing { blobs, entries, ignored })
}

/// What `folder` holds in the commit with the hash `commit`.
fn list_folder(
    repository: &Repository,
    commit: &str,
    folder: &str,
    options: &TreeOptions,
) -> Result<Listing, GitError> {
    let folder = folder.trim_matches('/');
    let listed = list(repository, &format!("{commit}:{folder}"), options);
    listed.map_err(|error| match repository.has_folder(commit, folder) {
        true => error,
        false => GitError::NoSuchFolder { commit: commit.to_owned(), folder: folder.to_owned() },
    })
}

/// One record of `git ls-tree --long -z`: `100644 blob 0123… 42<TAB>path`.
struct Listed<'a> {
    mode: &'a str,
    id: &'a str,
    size: u64,
    path: &'a [u8],
}

impl<'a> Listed<'a> {
    fn parse(line: &'a [u8]) -> Option<Listed<'a>> {
        let tab = line.iter().position(|byte| *byte == b'\t')?;
        let mut words = std::str::from_utf8(line.get(..tab)?).ok()?.split_ascii_whitespace();
        let mode = words.next()?;
        let _kind = words.next()?;
        let id = words.next()?;
        // A submodule has `-` for its size.
        let size = words.next()?.parse().unwrap_or(0);
        Some(Listed { mode, id, size, path: line.get(tab + 1..)? })
    }
}

fn read_blobs(repository: &Repository, blobs: &[Blob]) -> Result<Vec<Entry>, GitError> {
    if blobs.is_empty() {
        return Ok(Vec::new());
    }
    let mut child = repository
        .command(&["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| GitError::NotStarted(error.to_string()))?;
    let questions: Vec<String> = blobs.iter().map(|blob| blob.id.clone()).collect();
    let mut wanted = blobs.iter();
    let next = |answer: &mut BufReader<ChildStdout>| match wanted.next() {
        Some(blob) => read_blob(blob, answer),
        None => Err(io::Error::other("more answers than questions")),
    };
    let read = match (child.stdin.take(), child.stdout.take()) {
        (Some(ask), Some(answer)) => converse(ask, answer, &questions, next),
        _ => Err(io::Error::other("no pipe")),
    };
    finish(child);
    read.map_err(|error| GitError::Failed { command: "cat-file".into(), message: error.to_string() })
}

/// Asks from a second thread while this one reads: with both in one thread, two full pipes would wait for each other.
fn converse<T>(
    ask: ChildStdin,
    answer: ChildStdout,
    questions: &[String],
    mut read: impl FnMut(&mut BufReader<ChildStdout>) -> io::Result<T>,
) -> io::Result<Vec<T>> {
    std::thread::scope(|scope| {
        let asking = scope.spawn(move || {
            let mut ask = io::BufWriter::new(ask);
            questions.iter().try_for_each(|question| writeln!(ask, "{question}"))?;
            ask.flush()
        });
        let mut answer = BufReader::new(answer);
        let read: io::Result<Vec<T>> = questions.iter().map(|_| read(&mut answer)).collect();
        // Closing the reading end first makes a writer that still waits end with a broken pipe.
        drop(answer);
        let asked = asking.join().unwrap_or_else(|_| Err(io::Error::other("the asking thread failed")));
        let entries = read?;
        asked.map(|()| entries)
    })
}

/// One answer: `ID blob SIZE`, the bytes, a line end; or `ID missing`.
fn read_blob(blob: &Blob, answer: &mut impl BufRead) -> io::Result<Entry> {
    let mut header = String::new();
    answer.read_line(&mut header)?;
    let mut words = header.split_ascii_whitespace();
    let (_, kind, size) = (words.next(), words.next(), words.next());
    match (kind, size.and_then(|size| size.parse::<u64>().ok())) {
        (Some("missing"), _) => {
            let why = Unreadable::Io(format!("object {} is missing in this clone", blob.id));
            Ok(Entry::unreadable(blob.path.clone(), why))
        }
        (Some("blob"), Some(size)) => {
            let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
            answer.take(size).read_to_end(&mut bytes)?;
            answer.read_exact(&mut [0])?;
            Ok(Entry::from_bytes(blob.path.clone(), bytes).known_as(&blob.id))
        }
        _ => Err(io::Error::other(format!("unknown answer `{}`", header.trim_end()))),
    }
}

/// Its pipes are closed, so the process ends by itself; its exit code adds nothing to answers that are complete.
fn finish(mut child: Child) {
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::super::sample_repository::SampleRepository;
    use super::*;

    fn at(sample: &SampleRepository, revision: &str, folder: &str) -> Result<Tree, GitError> {
        Tree::from_revision(&sample.open(), revision, folder, &TreeOptions::default())
    }

    #[test]
    fn the_same_tree_as_on_disk() {
        let sample = SampleRepository::new();
        for (path, bytes) in
            [("data/b.yml", "b\r\n"), ("data/a/客服.yml", "名: 1"), ("data/x.txt", ""), ("data/.h.yml", "h")]
        {
            sample.commit(path, bytes.as_bytes(), "2025-01-01T10:00:00+0000");
        }
        sample.commit("data/empty.md", b"", "2025-01-02T10:00:00+0000");
        let options = TreeOptions::default();
        let on_disk = Tree::from_folder(&sample.path().join("data"), &options).unwrap();
        assert_eq!(at(&sample, "HEAD", "data").unwrap(), on_disk);
        assert_eq!(on_disk.entries().len(), 3);
        assert_eq!(at(&sample, "HEAD", "data/").unwrap(), on_disk);
        assert_eq!(at(&sample, "HEAD", "").unwrap().entries().len(), 3);
    }

    #[test]
    fn an_older_revision_has_the_older_text() {
        let sample = SampleRepository::new();
        sample.commit("a.yml", b"1", "2025-01-01T10:00:00+0000");
        sample.commit("a.yml", b"2", "2025-01-02T10:00:00+0000");
        assert_eq!(at(&sample, "HEAD~1", "").unwrap().get("a.yml").unwrap().text(), Some("1"));
        assert_eq!(at(&sample, "HEAD", "").unwrap().get("a.yml").unwrap().text(), Some("2"));
    }

    #[cfg(unix)]
    #[test]
    fn links_limits_and_wrong_text_are_named() {
        let sample = SampleRepository::new();
        std::os::unix::fs::symlink("/etc/passwd", sample.path().join("link.yml")).unwrap();
        sample.write("gbk.yml", b"a\xb0");
        sample.write("big.yml", &[b'x'; 20]);
        sample.commit("ok.yml", b"ok", "2025-01-01T10:00:00+0000");
        let options = TreeOptions { max_bytes: 10, ..TreeOptions::default() };
        let tree = Tree::from_revision(&sample.open(), "HEAD", "", &options).unwrap();
        let seen: Vec<_> = tree.entries().iter().map(|e| (e.path(), e.content().err())).collect();
        let gbk = Unreadable::NotUtf8 { valid_up_to: 1, line: 1, column: 2 };
        assert_eq!(
            seen,
            [
                ("big.yml", Some(&Unreadable::TooLarge { bytes: 20 })),
                ("gbk.yml", Some(&gbk)),
                ("link.yml", Some(&Unreadable::Symlink)),
                ("ok.yml", None),
            ]
        );
    }

    #[test]
    fn more_than_a_pipe_holds_in_both_directions() {
        let sample = SampleRepository::new();
        let paths: Vec<String> = (0..3000).map(|number| format!("a/{number}.yml")).collect();
        // 3,000 questions of 41 bytes and answers of 350 bytes: both above the 64 KiB of a pipe.
        sample.commit_alike(&paths, &"x".repeat(300));
        let tree = at(&sample, "HEAD", "a").unwrap();
        assert_eq!(tree.entries().len(), 3000);
        assert!(tree.entries().iter().all(|entry| entry.text().map(str::len) == Some(300)));
    }

    /// What both have by the same name is read once: of two revisions, and of a revision and the files on disk.
    #[test]
    fn what_git_knows_by_the_same_name_is_read_once() {
        let sample = SampleRepository::new();
        (0..20)
            .for_each(|number| sample.write(&format!("a/{number}.yml"), format!("n: {number}\n").as_bytes()));
        sample.commit("a/19.yml", b"n: 19\n", "2025-01-01T10:00:00+0000");
        sample.commit("a/7.yml", b"n: 77\n", "2025-01-02T10:00:00+0000");
        let (repository, options) = (sample.open(), TreeOptions::default());
        let head = at(&sample, "HEAD", "a").unwrap();
        let beside = |revision, other: &Tree| {
            let tree = Tree::from_revision_beside(&repository, revision, "a", &options, other).unwrap();
            assert_eq!(tree, at(&sample, revision, "a").unwrap());
            tree.shared_with(other)
        };
        assert_eq!(beside("HEAD~1", &head), 19);
        assert_eq!(beside("HEAD", &head), 20);
        let on_disk = |sample: &SampleRepository| {
            let tree = Tree::from_folder(&sample.path().join("a"), &options).unwrap();
            tree.known_as(&repository.unchanged("a").unwrap())
        };
        assert_eq!(beside("HEAD", &on_disk(&sample)), 20);
        sample.write("a/3.yml", b"n: 33\n");
        sample.write("a/new.yml", b"n: 0\n");
        assert_eq!(beside("HEAD", &on_disk(&sample)), 19);
        assert_eq!(beside("HEAD~1", &on_disk(&sample)), 18);
        // Git is told to take this one for unchanged, so its word does not count.
        sample.git(&["update-index", "--assume-unchanged", "a/5.yml"]);
        sample.write("a/5.yml", b"n: 5x\n");
        assert_eq!(beside("HEAD", &on_disk(&sample)), 18);
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        let sample = SampleRepository::new();
        sample.commit("a.yml", b"1", "2025-01-01T10:00:00+0000");
        assert_eq!(at(&sample, "v9", ""), Err(GitError::NoSuchRevision("v9".into())));
        for folder in ["none", "a.yml", "../x"] {
            let error = at(&sample, "HEAD", folder).unwrap_err();
            assert!(matches!(&error, GitError::NoSuchFolder { .. }), "{folder}: {error:?}");
        }
    }
}
