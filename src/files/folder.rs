//! A tree from a folder on disk: found in one walk, read in parallel.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::file::FileError;
use super::tree::{Entry, Tree, TreeOptions, Unreadable, Verdict, portable};

/// What the walk found out about one path before anything is read.
enum Found {
    Text { path: String, place: PathBuf },
    Fault(Entry),
    Ignored(String),
}

impl Tree {
    /// Reads the folder `root`. The root itself may be a symlink; links inside are entries without text.
    ///
    /// Hidden files and folders (leading dot) are passed over. A file that cannot be read is an entry with a reason.
    ///
    /// # Errors
    /// When `root` is missing, is not a folder or cannot be listed.
    pub fn from_folder(root: &Path, options: &TreeOptions) -> Result<Tree, FileError> {
        let mut listing = fs::read_dir(root).map_err(FileError::at("list the folder", root))?;
        if let Some(Err(source)) = listing.next() {
            return Err(FileError { doing: "list the folder", path: root.to_path_buf(), source });
        }
        let found: Vec<Found> = WalkDir::new(root)
            .min_depth(1)
            .into_iter()
            .filter_entry(|entry| is_entered(entry, root, options))
            .filter_map(|step| classify(step, root, options))
            .collect();
        Ok(read_all(found, options.max_bytes))
    }
}

fn read_all(found: Vec<Found>, max_bytes: u64) -> Tree {
    let (mut texts, mut entries, mut ignored) = (Vec::new(), Vec::new(), Vec::new());
    for one in found {
        match one {
            Found::Text { path, place } => texts.push((path, place)),
            Found::Fault(entry) => entries.push(entry),
            Found::Ignored(path) => ignored.push(path),
        }
    }
    entries.par_extend(texts.into_par_iter().map(|(path, place)| read_entry(path, &place, max_bytes)));
    Tree::new(entries, ignored)
}

fn is_entered(entry: &DirEntry, root: &Path, options: &TreeOptions) -> bool {
    let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
    let skipped = entry.file_type().is_dir() && options.is_skipped(&shown(entry.path(), root));
    !hidden && !skipped
}

fn classify(step: Result<DirEntry, walkdir::Error>, root: &Path, options: &TreeOptions) -> Option<Found> {
    let entry = match step {
        Ok(entry) => entry,
        Err(error) => {
            let path = error.path().map_or_else(String::new, |path| shown(path, root));
            let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            return Some(Found::Fault(Entry::unreadable(path, Unreadable::Io(why))));
        }
    };
    if entry.file_type().is_dir() {
        return None;
    }
    let name = relative(entry.path(), root);
    if entry.file_type().is_symlink() {
        let path = name.unwrap_or_else(|shown| shown);
        return Some(Found::Fault(Entry::unreadable(path, Unreadable::Symlink)));
    }
    let verdict = options.verdict(name.as_ref().unwrap_or_else(|shown| shown));
    match (verdict, name) {
        (Verdict::Hide, _) => None,
        (Verdict::Ignore, Ok(path) | Err(path)) => Some(Found::Ignored(path)),
        (Verdict::Read, Err(shown)) => Some(Found::Fault(Entry::unreadable(shown, Unreadable::BadName))),
        (Verdict::Read, Ok(path)) if !entry.file_type().is_file() => {
            Some(Found::Fault(Entry::unreadable(path, Unreadable::NotAFile)))
        }
        (Verdict::Read, Ok(path)) => Some(Found::Text { path, place: entry.into_path() }),
    }
}

/// The path below `root` with `/` between its parts, or its escaped form when it is not a usable name.
fn relative(path: &Path, root: &Path) -> Result<String, String> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<&[u8]> = below.iter().map(|part| part.as_encoded_bytes()).collect();
    portable(&parts.join(&b'/'))
}

fn shown(path: &Path, root: &Path) -> String {
    relative(path, root).unwrap_or_else(|shown| shown)
}

fn read_entry(path: String, place: &Path, max_bytes: u64) -> Entry {
    match read_limited(place, max_bytes) {
        Ok(Ok(bytes)) => Entry::from_bytes(path, bytes),
        Ok(Err(bytes)) => Entry::unreadable(path, Unreadable::TooLarge { bytes }),
        Err(error) => Entry::unreadable(path, Unreadable::Io(error.to_string())),
    }
}

/// The bytes, or the size when it is above the limit. A file that grows while it is read is cut off by the limit too.
fn read_limited(place: &Path, max_bytes: u64) -> io::Result<Result<Vec<u8>, u64>> {
    let file = File::open(place)?;
    let size = file.metadata()?.len();
    if size > max_bytes {
        return Ok(Err(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    let read = bytes.len() as u64;
    Ok(if read > max_bytes { Err(read) } else { Ok(bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (path, bytes) in files {
            let place = root.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, bytes).unwrap();
        }
        root
    }

    fn paths(tree: &Tree) -> Vec<&str> {
        tree.entries().iter().map(Entry::path).collect()
    }

    #[test]
    fn reads_wanted_files_sorted_and_lists_the_rest() {
        let root = folder(&[
            ("teams.yml", b"t"),
            ("agents/b.yaml", b"b"),
            ("agents/a.yml", b"a"),
            ("reviews/x.md", b"# x"),
            ("notes.txt", b""),
            ("agents/a.yml~", b""),
            (".git/config.yml", b""),
            ("agents/.swp.yml", b""),
        ]);
        let tree = Tree::from_folder(root.path(), &TreeOptions::default()).unwrap();
        assert_eq!(paths(&tree), ["agents/a.yml", "agents/b.yaml", "reviews/x.md", "teams.yml"]);
        assert_eq!(tree.ignored(), ["agents/a.yml~", "notes.txt"]);
        assert_eq!(tree.get("agents/b.yaml").unwrap().text(), Some("b"));
    }

    #[test]
    fn a_file_over_the_limit_is_not_read() {
        let root = folder(&[("big.yml", b"12345"), ("fits.yml", b"1234")]);
        let options = TreeOptions { max_bytes: 4, ..TreeOptions::default() };
        let tree = Tree::from_folder(root.path(), &options).unwrap();
        assert_eq!(tree.get("big.yml").unwrap().content(), Err(&Unreadable::TooLarge { bytes: 5 }));
        assert_eq!(tree.get("fits.yml").unwrap().text(), Some("1234"));
    }

    #[test]
    fn a_skipped_folder_is_not_entered() {
        let root = folder(&[("a.yml", b""), ("site/b.yml", b""), ("site/c.html", b"")]);
        let options = TreeOptions { skip: vec!["site".into()], ..TreeOptions::default() };
        let tree = Tree::from_folder(root.path(), &options).unwrap();
        assert_eq!(paths(&tree), ["a.yml"]);
        assert!(tree.ignored().is_empty());
    }

    #[test]
    fn a_missing_root_is_an_error_and_an_empty_one_is_not() {
        let root = folder(&[("a.yml", b"")]);
        let missing = Tree::from_folder(&root.path().join("none"), &TreeOptions::default()).unwrap_err();
        assert!(missing.to_string().starts_with("cannot list the folder"), "{missing}");
        assert!(Tree::from_folder(&root.path().join("a.yml"), &TreeOptions::default()).is_err());
        fs::create_dir(root.path().join("empty")).unwrap();
        let empty = Tree::from_folder(&root.path().join("empty"), &TreeOptions::default()).unwrap();
        assert_eq!(empty, Tree::default());
    }

    #[cfg(unix)]
    #[test]
    fn links_pipes_and_odd_names_are_entries_without_text() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::symlink;
        let outside = folder(&[("secret.yml", b"secret")]);
        let root = folder(&[("real.yml", b"r"), ("tab\there.yml", b"")]);
        symlink(outside.path().join("secret.yml"), root.path().join("link.yml")).unwrap();
        symlink(outside.path(), root.path().join("agents")).unwrap();
        symlink("nowhere", root.path().join("broken.txt")).unwrap();
        fs::write(root.path().join(OsStr::from_bytes(b"gbk\xb0.yml")), b"").unwrap();
        let made = std::process::Command::new("mkfifo").arg(root.path().join("pipe.yml")).status().unwrap();
        assert!(made.success());
        let tree = Tree::from_folder(root.path(), &TreeOptions::default()).unwrap();
        let seen: Vec<_> = tree.entries().iter().map(|e| (e.path(), e.content().err())).collect();
        assert_eq!(
            seen,
            [
                ("agents", Some(&Unreadable::Symlink)),
                ("broken.txt", Some(&Unreadable::Symlink)),
                ("gbk\\xb0.yml", Some(&Unreadable::BadName)),
                ("link.yml", Some(&Unreadable::Symlink)),
                ("pipe.yml", Some(&Unreadable::NotAFile)),
                ("real.yml", None),
                ("tab\\there.yml", Some(&Unreadable::BadName)),
            ]
        );
    }
}
