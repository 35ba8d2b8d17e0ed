//! The law of the house, held by a machine: rooms import only rooms above them, through doors that declare it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::visit::Visit;

/// Longest source file, in lines.
const LONGEST: usize = 400;

/// Names that say nothing about the field.
const EMPTY_NAMES: [&str; 7] = ["utils", "util", "helpers", "common", "misc", "types", "manager"];

/// Third-party crates that have one door.
const DOORS: [(&str, &[&str]); 29] = [
    ("serde_saphyr", &["raw"]),
    ("schemars", &["raw", "comment", "findings"]),
    ("annotate_snippets", &["diag"]),
    ("strsim", &["diag"]),
    ("sha2", &["check", "audience", "import"]),
    ("walkdir", &["files"]),
    ("rustix", &["files"]),
    ("csv", &["table"]),
    ("encoding_rs", &["table"]),
    ("calamine", &["table"]),
    ("tera", &["render"]),
    ("pulldown_cmark", &["render"]),
    ("ammonia", &["render"]),
    ("fluent_bundle", &["view"]),
    ("fluent_syntax", &["view"]),
    ("unic_langid", &["view"]),
    ("charming", &["chart"]),
    ("pinyin", &["report", "import"]),
    ("memchr", &["model", "site", "table", "view"]),
    ("rand_chacha", &["stats"]),
    ("rust_xlsxwriter", &["export"]),
    ("parquet", &["export", "table"]),
    ("bytes", &["table"]),
    ("notify", &["serve"]),
    ("axum", &["serve"]),
    ("tokio", &["serve"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("indicatif", &["cli"]),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Rooms in the order of `lib.rs`.
fn rooms() -> Vec<String> {
    let file = syn::parse_file(&read(&source().join("lib.rs"))).expect("lib.rs parses");
    let modules = file.items.iter().filter_map(|item| match item {
        syn::Item::Mod(module) => Some(module.ident.to_string()),
        _ => None,
    });
    modules.collect()
}

fn files_of(room: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![source().join(room)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Collects first segments after `crate::`, and names of third-party crates, outside test code.
#[derive(Default)]
struct Imports {
    rooms: BTreeSet<String>,
    crates: BTreeSet<String>,
}

impl Imports {
    fn path(&mut self, segments: &[String]) {
        match segments {
            [first, second, ..] if first == "crate" => drop(self.rooms.insert(second.clone())),
            [first, ..] => drop(self.crates.insert(first.clone())),
            [] => {}
        }
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let mut path = before.to_vec();
        match tree {
            syn::UseTree::Path(p) => {
                path.push(p.ident.to_string());
                self.tree(&p.tree, &path);
            }
            syn::UseTree::Name(n) => {
                path.push(n.ident.to_string());
                self.path(&path);
            }
            syn::UseTree::Rename(r) => {
                path.push(r.ident.to_string());
                self.path(&path);
            }
            syn::UseTree::Glob(_) => self.path(&path),
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(item, &path)),
        }
    }

    fn tokens(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find("crate :: ") {
            // `$crate::…` is how a macro names its own room.
            let own = rest[..at].ends_with("$ ") || rest[..at].ends_with('$');
            rest = &rest[at + "crate :: ".len()..];
            let room: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !own {
                self.rooms.insert(room);
            }
        }
    }
}

fn for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => attribute.path().is_ident("test"),
    })
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes: &[syn::Attribute] = match item {
            syn::Item::Mod(m) => &m.attrs,
            syn::Item::Fn(f) => &f.attrs,
            syn::Item::Use(u) => &u.attrs,
            syn::Item::Impl(i) => &i.attrs,
            syn::Item::Struct(s) => &s.attrs,
            _ => &[],
        };
        if !for_tests(attributes) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
        if segments.len() > 1 {
            self.path(&segments);
        }
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.tokens(&item.tokens.to_string());
    }
}

/// Whether `mod.rs` files on the way to `path` declare it for tests only.
fn test_only(path: &Path) -> bool {
    let Some(parent) = path.parent() else { return false };
    let (holder, stem) = match path.file_stem().and_then(|s| s.to_str()) {
        Some("mod") => match parent.parent() {
            Some(above) => {
                (above.join("mod.rs"), parent.file_name().and_then(|s| s.to_str()).unwrap_or_default())
            }
            None => return false,
        },
        Some(stem) => (parent.join("mod.rs"), stem),
        None => return false,
    };
    let holder_exists = holder.starts_with(source()) && holder.exists();
    let declared = holder_exists && {
        let file = syn::parse_file(&read(&holder)).expect("a door parses");
        file.items
            .iter()
            .any(|item| matches!(item, syn::Item::Mod(m) if m.ident == stem && for_tests(&m.attrs)))
    };
    declared || (holder_exists && holder != path && test_only(&holder))
}

fn imports(path: &Path) -> Imports {
    let file = syn::parse_file(&read(path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut imports = Imports::default();
    if !test_only(path) {
        imports.visit_file(&file);
    }
    imports
}

#[test]
fn rooms_import_only_rooms_above_them_and_say_so() {
    let rooms = rooms();
    let place: BTreeMap<&str, usize> =
        rooms.iter().enumerate().map(|(at, room)| (room.as_str(), at)).collect();
    let mut faults = Vec::new();
    for room in &rooms {
        let mut used = BTreeSet::new();
        for path in files_of(room) {
            for other in imports(&path).rooms {
                match place.get(other.as_str()) {
                    Some(_) if other == *room => {
                        faults.push(format!(
                            "{}: names its own room by `crate::{room}`; say `super`",
                            path.display()
                        ));
                    }
                    Some(at) if *at < place[room.as_str()] => drop(used.insert(other)),
                    Some(_) => {
                        faults.push(format!("{}: imports `{other}`, which is below `{room}`", path.display()))
                    }
                    None => faults.push(format!("{}: `crate::{other}` is not a room", path.display())),
                }
            }
        }
        let mut said: Vec<String> = declared(room);
        said.sort();
        let used: Vec<String> = used.into_iter().collect();
        if said != used {
            faults.push(format!("src/{room}/mod.rs says Imports: {said:?}, the code imports {used:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the door's docs say it imports.
fn declared(room: &str) -> Vec<String> {
    let text = read(&source().join(room).join("mod.rs"));
    let line = text.lines().find_map(|line| line.strip_prefix("//! Imports: "));
    let line = line.unwrap_or_else(|| panic!("src/{room}/mod.rs has no line `//! Imports: …`"));
    let names = line.trim_end_matches('.').split(',').map(|name| name.trim().to_owned());
    names.filter(|name| name != "nothing").collect()
}

#[test]
fn doors_keep_their_rooms_closed() {
    for room in rooms() {
        let file = syn::parse_file(&read(&source().join(&room).join("mod.rs"))).expect("a door parses");
        for item in file.items {
            if let syn::Item::Mod(module) = item {
                let open = matches!(module.vis, syn::Visibility::Public(_));
                assert!(!open, "src/{room}/mod.rs: `pub mod {}` opens a second door", module.ident);
            }
        }
    }
}

#[test]
fn third_party_crates_have_one_door() {
    let mut faults = Vec::new();
    for room in rooms() {
        for path in files_of(&room) {
            for name in imports(&path).crates {
                let door = DOORS.iter().find(|(krate, _)| *krate == name);
                if let Some((krate, doors)) = door.filter(|(_, doors)| !doors.contains(&room.as_str())) {
                    faults.push(format!("{}: `{krate}` belongs to {doors:?}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_are_short_documented_and_named_from_the_field() {
    let mut faults = Vec::new();
    for room in rooms() {
        for path in files_of(&room) {
            let text = read(&path);
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            if text.lines().count() > LONGEST {
                faults.push(format!("{}: {} lines, {LONGEST} at most", path.display(), text.lines().count()));
            }
            if !text.starts_with("//!") {
                faults.push(format!("{}: does not open with a module doc", path.display()));
            }
            if EMPTY_NAMES.contains(&stem) {
                faults.push(format!("{}: `{stem}` says nothing about the field", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
