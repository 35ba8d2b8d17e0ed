//! A tree of files as text: sorted by the bytes of the path, so that the order is the same on every machine.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Why a file of the tree has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A symbolic link, to a file or to a folder. Links are not followed: they could lead out of the data folder.
    Symlink,
    /// Larger than [`TreeOptions::max_bytes`].
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
    },
    /// Not UTF-8.
    NotUtf8 {
        /// Number of bytes before the first wrong one.
        valid_up_to: usize,
        /// Line of the first wrong byte, from 1.
        line: usize,
        /// Column of the first wrong byte in characters, from 1.
        column: usize,
    },
    /// The path is not UTF-8 or holds a control character, a backslash or a noncharacter; the entry's path shows these escaped.
    BadName,
    /// A device, pipe or socket, which could block for ever.
    NotAFile,
    /// The system refused; its words.
    Io(String),
}

/// One file: its path and its text, or why there is none.
#[derive(Clone, Debug)]
pub struct Entry {
    path: String,
    content: Result<Arc<str>, Unreadable>,
    /// The object that git has for this text, where it is known; it says nothing that the text does not.
    id: Option<String>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Entry) -> bool {
        (&self.path, &self.content) == (&other.path, &other.content)
    }
}

impl Eq for Entry {}

impl Entry {
    pub(super) fn unreadable(path: String, why: Unreadable) -> Entry {
        Entry { path, content: Err(why), id: None }
    }

    pub(super) fn from_bytes(path: String, bytes: Vec<u8>) -> Entry {
        let content = String::from_utf8(bytes).map(Arc::from).map_err(|error| {
            let valid_up_to = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(error.as_bytes().get(..valid_up_to).unwrap_or_default());
            Unreadable::NotUtf8 {
                valid_up_to,
                line: before.matches('\n').count() + 1,
                column: before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1,
            }
        });
        Entry { path, content, id: None }
    }

    /// The same text under another path.
    pub(super) fn renamed(&self, path: &str) -> Entry {
        Entry { path: path.to_owned(), ..self.clone() }
    }

    /// The same text, known to git as `id`.
    pub(super) fn known_as(self, id: &str) -> Entry {
        Entry { id: Some(id.to_owned()), ..self }
    }

    /// The object that git has for this text, where it is known.
    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Path relative to the root of the tree, parts separated by `/`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text exactly as stored (a byte order mark and `\r` included), or why there is none.
    ///
    /// # Errors
    /// The reason why the file has no text.
    pub fn content(&self) -> Result<&Arc<str>, &Unreadable> {
        self.content.as_ref()
    }

    /// The text exactly as stored, if there is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.content.as_deref().ok()
    }

    /// The bytes exactly as stored, if the file was readable.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        self.text().map(str::as_bytes)
    }
}

/// Which files a tree takes.
#[derive(Clone, Debug)]
pub struct TreeOptions {
    /// Extensions that are read, without the dot, in lower case. Other files are only listed.
    pub extensions: Vec<String>,
    /// Files above this size, in bytes, are not read.
    pub max_bytes: u64,
    /// Folders (relative, `/`) that are not entered, such as an output folder inside the data folder.
    pub skip: Vec<String>,
}

impl Default for TreeOptions {
    /// YAML and Markdown up to 256 MiB.
    fn default() -> Self {
        let extensions = ["yml", "yaml", "md"].map(String::from).to_vec();
        TreeOptions { extensions, max_bytes: 256 << 20, skip: Vec::new() }
    }
}

/// What the options say about a path.
pub(super) enum Verdict {
    Read,
    Ignore,
    Hide,
}

impl TreeOptions {
    pub(super) fn verdict(&self, path: &str) -> Verdict {
        if path.split('/').any(|part| part.starts_with('.')) || self.is_skipped(path) {
            Verdict::Hide
        } else if self.extensions.iter().any(|wanted| extension(path) == Some(wanted)) {
            Verdict::Read
        } else {
            Verdict::Ignore
        }
    }

    pub(super) fn is_skipped(&self, path: &str) -> bool {
        self.skip.iter().any(|folder| {
            path.strip_prefix(folder.trim_end_matches('/'))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

fn extension(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next()?;
    name.rsplit_once('.').map(|(_, extension)| extension)
}

/// The path as text, or its escaped form when it must not be used as a name.
pub(super) fn portable(raw: &[u8]) -> Result<String, String> {
    match std::str::from_utf8(raw) {
        Ok(path) if !path.chars().any(is_bad) => Ok(path.to_owned()),
        _ => Err(raw.escape_ascii().to_string()),
    }
}

/// A sorted list of files with their text, and the names of the files that are not of our kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    entries: Vec<Entry>,
    ignored: Vec<String>,
}

impl Tree {
    pub(super) fn new(mut entries: Vec<Entry>, mut ignored: Vec<String>) -> Tree {
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        ignored.sort();
        Tree { entries, ignored }
    }

    /// The same files, those that `ids` has a name for known to git by it. A path is relative to the root of the tree.
    #[must_use]
    pub fn known_as(mut self, ids: &BTreeMap<String, String>) -> Tree {
        for entry in &mut self.entries {
            entry.id = ids.get(&entry.path).cloned();
        }
        self
    }

    /// How many texts this tree has in common with `other`: they are in memory once, and were read once.
    #[must_use]
    pub fn shared_with(&self, other: &Tree) -> usize {
        let mut known: Vec<*const u8> =
            other.entries.iter().filter_map(Entry::text).map(str::as_ptr).collect();
        known.sort_unstable();
        let shared = |text: &&str| known.binary_search(&text.as_ptr()).is_ok();
        self.entries.iter().filter_map(Entry::text).filter(shared).count()
    }

    /// A tree that never was on disk: embedded samples and tests. Every file given is an entry.
    #[must_use]
    pub fn from_memory(files: Vec<(String, Vec<u8>)>) -> Tree {
        let entries = files.into_iter().map(|(path, bytes)| match portable(path.as_bytes()) {
            Ok(path) => Entry::from_bytes(path, bytes),
            Err(shown) => Entry::unreadable(shown, Unreadable::BadName),
        });
        Tree::new(entries.collect(), Vec::new())
    }

    /// All entries, sorted by the bytes of their paths.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Paths of visible files whose extension is not wanted, sorted; odd bytes in them are shown escaped.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// The entry at exactly this path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Entry> {
        let at = self.entries.binary_search_by(|entry| entry.path.as_str().cmp(path)).ok()?;
        self.entries.get(at)
    }

    /// Groups of paths that are equal when case is ignored: on Windows and macOS they would be one file.
    #[must_use]
    pub fn case_clashes(&self) -> Vec<Vec<&str>> {
        let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for entry in &self.entries {
            groups.entry(entry.path.to_lowercase()).or_default().push(&entry.path);
        }
        groups.into_values().filter(|group| group.len() > 1).collect()
    }
}

/// Control characters, the separator of another system, and noncharacters, which mark passages inside this program: none of them
/// belongs into a name, and names are shown on pages.
fn is_bad(c: char) -> bool {
    c.is_control() || matches!(c, '\\' | '\u{fdd0}'..='\u{fdef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &[u8])]) -> Tree {
        Tree::from_memory(files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect())
    }

    #[test]
    fn sorted_by_bytes_whatever_the_order_given() {
        let one = tree(&[("b.yml", b"2"), ("a/z.yml", b"1"), ("B.yml", b"3"), ("a-b.yml", b"4")]);
        let paths: Vec<_> = one.entries().iter().map(Entry::path).collect();
        assert_eq!(paths, ["B.yml", "a-b.yml", "a/z.yml", "b.yml"]);
        assert_eq!(one.get("a/z.yml").and_then(Entry::text), Some("1"));
        assert_eq!(one.get("a/y.yml"), None);
    }

    #[test]
    fn byte_order_mark_and_carriage_returns_are_kept() {
        let one = tree(&[("a.yml", b"\xef\xbb\xbfa: 1\r\n")]);
        assert_eq!(one.get("a.yml").unwrap().text(), Some("\u{feff}a: 1\r\n"));
        assert_eq!(one.get("a.yml").unwrap().bytes().unwrap().len(), 9);
    }

    #[test]
    fn wrong_utf8_has_a_place() {
        // "客" is one character of three bytes; 0xB0 is the first wrong byte (GBK text).
        let one = tree(&[("a.yml", b"a: 1\nb: \xe5\xae\xa2\xb0\xcb\n")]);
        let why = one.get("a.yml").unwrap().content().unwrap_err();
        assert_eq!(*why, Unreadable::NotUtf8 { valid_up_to: 11, line: 2, column: 5 });
        assert_eq!(one.get("a.yml").unwrap().text(), None);
    }

    #[test]
    fn control_characters_and_backslashes_are_bad_names() {
        let one = tree(&[("a\u{1b}[31m.yml", b""), ("b\\c.yml", b"")]);
        let shown: Vec<_> = one.entries().iter().map(Entry::path).collect();
        assert_eq!(shown, ["a\\x1b[31m.yml", "b\\\\c.yml"]);
        assert!(one.entries().iter().all(|entry| entry.content() == Err(&Unreadable::BadName)));
    }

    /// Names are shown on pages, where a noncharacter would open a passage of the other language.
    #[test]
    fn noncharacters_are_bad_names() {
        let one = tree(&[("targets/a\u{fdd0}b.yml", b"")]);
        assert!(one.entries().iter().all(|entry| entry.content() == Err(&Unreadable::BadName)));
        assert!(!one.entries()[0].path().contains('\u{fdd0}'));
    }

    #[test]
    fn paths_that_differ_only_in_case_are_found() {
        let one = tree(&[("agents/Lin.yml", b""), ("agents/lin.yml", b""), ("agents/zhao.yml", b"")]);
        assert_eq!(one.case_clashes(), [vec!["agents/Lin.yml", "agents/lin.yml"]]);
    }

    #[test]
    fn options_sort_paths_into_read_listed_and_hidden() {
        let options = TreeOptions { skip: vec!["out/".into()], ..TreeOptions::default() };
        let verdict = |path| match options.verdict(path) {
            Verdict::Read => "read",
            Verdict::Ignore => "listed",
            Verdict::Hide => "hidden",
        };
        assert_eq!(verdict("a/b.yml"), "read");
        assert_eq!(verdict("a/b.YML"), "listed");
        assert_eq!(verdict("yml"), "listed");
        assert_eq!(verdict("a/.b/c.yml"), "hidden");
        assert_eq!(verdict("out/c.yml"), "hidden");
        assert_eq!(verdict("outer/c.yml"), "read");
    }
}
