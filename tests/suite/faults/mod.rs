//! Faults of the data, case by case: literate cases in Markdown, and the examples on the pages of the codes.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test ends by panicking")]

use deskscore::check::{Checked, Input, Options, ReadFault, check};
use deskscore::diag::{Code, Diagnostic, Page, short};
use deskscore::evaluate::check_appeals;
use std::collections::BTreeMap;

mod hostile;
mod samples;
mod schemas;

/// A file of a case: what is special about it, and its text.
#[derive(Clone, Debug)]
struct File {
    special: Option<String>,
    text: String,
}

type Files = BTreeMap<String, File>;

/// The fenced blocks ```` ```yaml PATH [SPECIAL] ```` of some Markdown.
fn blocks(markdown: &str) -> Files {
    let mut files = Files::new();
    for block in markdown.split("\n```yaml ").skip(1) {
        let (head, rest) = block.split_once('\n').expect("a block has lines");
        let mut words = head.split_whitespace().map(str::to_owned);
        let path = words.next().expect("a block names its file");
        let text = rest.split("```").next().expect("a block ends").to_owned();
        let known = files.insert(path.clone(), File { special: words.next(), text });
        assert!(known.is_none(), "{path} stands twice in one case");
    }
    files
}

fn organisation() -> Files {
    blocks(include_str!("organisation.md"))
}

/// The organisation with the files of a case laid over it.
fn laid_over(case: Files) -> Files {
    let mut files = organisation();
    files.extend(case);
    files.retain(|_, file| file.special.as_deref() != Some("absent"));
    files
}

fn run(files: &Files) -> Checked {
    run_on(files, chrono::NaiveDate::from_ymd_opt(2025, 10, 15))
}

fn run_on(files: &Files, as_of: Option<chrono::NaiveDate>) -> Checked {
    let inputs: Vec<Input<'_>> = files.iter().map(|(path, file)| input(path, file)).collect();
    check_appeals(check(&inputs, &Options { as_of, folder: "data".to_owned() }))
}

fn input<'a>(path: &'a str, file: &'a File) -> Input<'a> {
    let path = path.strip_prefix("data/").expect("data lies in data/");
    let text = match file.special.as_deref() {
        Some("link") => Err(ReadFault::Link),
        Some("latin-1") => {
            let bytes: Vec<u8> = file.text.chars().map(|c| u32::from(c) as u8).collect();
            let fault = std::str::from_utf8(&bytes).expect_err("the example holds a letter beyond ASCII");
            Err(ReadFault::NotUtf8(fault.valid_up_to()))
        }
        Some(other) => panic!("unknown word {other} behind {path}"),
        None => Ok(file.text.as_str()),
    };
    Input { path, text }
}

fn list(checked: &Checked) -> String {
    short(&checked.diagnostics, &checked.sources)
}

#[test]
fn the_small_organisation_is_valid() {
    let checked = run(&organisation());
    assert_eq!(list(&checked), "");
    let model = checked.model.expect("no error, so there is a model");
    assert_eq!((model.agents.len(), model.indicators.len(), model.metrics.rows().len()), (2, 8, 3));
}

#[test]
fn every_code_has_an_example_that_trips_it_and_one_that_does_not() {
    let mut wrong = String::new();
    for &code in Code::ALL {
        let page = Page::of(code);
        let files = |example: &deskscore::diag::Example| blocks(&format!("\n{}", example.markdown));
        let bad = run(&laid_over(files(&page.bad)));
        let codes: Vec<Code> = bad.diagnostics.iter().map(|fault| fault.code).collect();
        if codes.is_empty() || codes.iter().any(|&found| found != code) {
            wrong += &format!("{code}, bad example:\n{}\n", list(&bad));
        }
        let good = run(&laid_over(files(&page.good)));
        if !good.diagnostics.is_empty() {
            wrong += &format!("{code}, good example:\n{}\n", list(&good));
        }
    }
    assert_eq!(wrong, "");
}

/// An expectation `#   ^ error[code]: part of the message`, below the line on which the fault begins and with the caret
/// below its first character; `#^` leaves the column open.
#[derive(Debug)]
struct Expected {
    path: String,
    line: usize,
    column: Option<usize>,
    head: String,
    part: String,
}

/// The expectations in the comments of a case.
fn expectations(files: &Files) -> Vec<Expected> {
    let mut all = Vec::new();
    for (path, file) in files {
        let mut line = 0;
        for (number, text) in file.text.lines().enumerate() {
            let Some((_, rest)) = text.split_once('^').filter(|(before, _)| before.trim() == "#") else {
                line = number + 1;
                continue;
            };
            let (head, part) = rest.trim().split_once("]: ").expect("severity[code]: message");
            let column = text.find('^').filter(|at| *at > 1).map(|at| text[..at].chars().count() + 1);
            let (head, part) = (format!("{head}]"), part.to_owned());
            all.push(Expected { path: path.clone(), line, column, head, part });
        }
    }
    all
}

impl Expected {
    fn is(&self, fault: &Diagnostic, checked: &Checked) -> bool {
        let Some(span) = fault.span() else { return false };
        let at = checked.sources.position(span);
        let head = format!("{}[{}]", fault.severity.text(), fault.code);
        checked.sources.path(span.file) == self.path
            && at.line as usize == self.line
            && self.column.is_none_or(|column| column == at.column as usize)
            && head == self.head
            && fault.message.contains(&self.part)
    }
}

#[test]
fn literate_cases_find_exactly_what_they_say() {
    let (mut cases, mut wrong) = (0, String::new());
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/faults")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let markdown = std::fs::read_to_string(&path).unwrap();
        for case in markdown.split("\n## ").skip(1) {
            let title = format!("{}: {}", path.display(), case.lines().next().unwrap_or_default());
            let written = blocks(case);
            let expected = expectations(&written);
            let checked = run(&laid_over(written));
            let faults = &checked.diagnostics;
            let missed: Vec<&Expected> = expected
                .iter()
                .filter(|one| faults.iter().filter(|fault| one.is(fault, &checked)).count() != 1)
                .collect();
            if !missed.is_empty() || faults.len() != expected.len() {
                wrong += &format!("{title}\nmissed {missed:#?}\nfound\n{}\n", list(&checked));
            }
            cases += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(cases > 10, "the cases were not found");
}
