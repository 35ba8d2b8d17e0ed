//! The acceptance table: each demand of the source documents once, and every pointer of it leads somewhere.

use crate::program::{root, site_of};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A row of `docs/acceptance.md`.
struct Row {
    id: String,
    asks: [String; 2],
    data: String,
    page: String,
    test: String,
}

impl Row {
    fn pending(&self) -> Option<&str> {
        self.data.strip_prefix("pending: ")
    }

    /// The only row that asks for nothing: what the introduction of source 004 promises is not in its text.
    fn is_nothing(&self) -> bool {
        self.data == "nothing to model"
    }

    fn points(&self) -> bool {
        self.pending().is_none() && !self.is_nothing()
    }
}

fn rows() -> Vec<Row> {
    let text = std::fs::read_to_string(root().join("docs/acceptance.md")).expect("the table");
    let lines = text.lines().filter(|line| line.starts_with("| A"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [id, zh, en, data, page, test] = cells.as_slice() else { panic!("six cells: {line}") };
        let [id, zh, en, data, page, test] = [id, zh, en, data, page, test].map(|cell| (*cell).to_owned());
        Row { id, asks: [zh, en], data, page, test }
    };
    lines.map(row).collect()
}

/// What stands between backticks.
fn pointers(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// `000-owner/cycle/2025.yml` is `examples/000-owner/data/cycle/2025.yml`, `sample/…` is `data/…`.
fn data_file(pointer: &str) -> PathBuf {
    let (example, path) = pointer.split_once('/').expect("EXAMPLE/FILE");
    match example {
        "sample" => root().join("data").join(path),
        example => root().join("examples").join(example).join("data").join(path),
    }
}

/// Whether `word` stands in `text` as a word of its own.
fn holds(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// The source of a test: `worked_examples` is a module of the suite, anything else is a path.
fn source_of(module: &str) -> PathBuf {
    if module.contains('/') {
        return root().join(module);
    }
    let suite = root().join("tests/suite");
    let file = suite.join(format!("{module}.rs"));
    if file.is_file() { file } else { suite.join(module).join("mod.rs") }
}

fn is_test(source: &Path, name: &str) -> bool {
    let Ok(text) = std::fs::read_to_string(source) else { return false };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let start = format!("fn {name}(");
    lines.windows(2).any(|pair| pair[0] == "#[test]" && pair[1].starts_with(&start))
}

#[test]
fn every_row_is_there_once_and_says_what_is_asked() {
    let rows = rows();
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let expected: Vec<String> = (1..=136).map(|number| format!("A{number:03}")).collect();
    assert_eq!(ids, expected);
    for row in &rows {
        assert!(row.asks.iter().all(|asks| !asks.is_empty()), "{} says nothing", row.id);
        assert_eq!(row.is_nothing(), row.id == "A136", "{}", row.id);
        for cell in [&row.data, &row.page, &row.test] {
            assert_eq!(!pointers(cell).is_empty(), row.points(), "{}: {cell:?}", row.id);
        }
    }
}

#[test]
fn every_file_holds_what_is_named() {
    for row in rows() {
        for pointer in pointers(&row.data) {
            let (file, word) = pointer.split_once('#').expect("FILE#WORD");
            let text = std::fs::read_to_string(data_file(file))
                .unwrap_or_else(|e| panic!("{}: {file}: {e}", row.id));
            assert!(holds(&text, word), "{}: {file} does not hold {word}", row.id);
        }
    }
}

#[test]
fn every_page_is_on_the_site_in_both_languages() {
    let mut read: BTreeMap<PathBuf, String> = BTreeMap::new();
    for row in rows() {
        for pointer in pointers(&row.page) {
            let (path, anchor) =
                pointer.split_once('#').map_or((pointer, None), |(path, anchor)| (path, Some(anchor)));
            let (example, page) = path.split_once('/').expect("EXAMPLE/PAGE");
            for language in ["zh", "en"] {
                let file = site_of(example).join(language).join(page);
                let html = read.entry(file.clone()).or_insert_with(|| {
                    std::fs::read_to_string(&file)
                        .unwrap_or_else(|e| panic!("{}: {}: {e}", row.id, file.display()))
                });
                let there = anchor.is_none_or(|anchor| html.contains(&format!("id=\"{anchor}\"")));
                assert!(there, "{}: {language}/{page} of {example} has no section {anchor:?}", row.id);
            }
        }
    }
}

#[test]
fn every_test_exists() {
    for row in rows() {
        for pointer in pointers(&row.test) {
            let (module, name) = pointer.split_once("::").expect("MODULE::TEST");
            assert!(is_test(&source_of(module), name), "{}: there is no test {pointer}", row.id);
        }
    }
}

#[test]
fn what_is_pending_says_why() {
    let rows = rows();
    let pending: Vec<(&str, &str)> =
        rows.iter().filter_map(|row| Some((row.id.as_str(), row.pending()?))).collect();
    println!("{} rows are pending", pending.len());
    for (id, why) in &pending {
        println!("{id} {why}");
        assert!(why.len() > 20, "{id} does not say what is missing");
    }
    let unique: BTreeSet<&str> = pending.iter().map(|(id, _)| *id).collect();
    assert!(unique.is_empty(), "nothing was pending before: {unique:?}");
}
