//! Input that is broken, strange or meant to harm: always an answer, never a panic, and the order of files never shows.

use super::{Files, laid_over, list, organisation, run};
use deskscore::check::{Input, Options, check};
use deskscore::diag::{github, human, json};
use proptest::prelude::*;

/// The organisation with one file of `text` at `path`.
fn with(path: &str, text: String) -> Files {
    let mut files = organisation();
    files.insert(path.to_owned(), super::File { special: None, text });
    files
}

fn shown(path: &str, text: &str) -> String {
    list(&run(&with(path, text.to_owned())))
}

const TARGETS: &str = "data/targets/q4.yml";

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let mut files = organisation();
    for file in files.values_mut() {
        file.text = format!("\u{feff}{}", file.text.replace('\n', "\r\n"));
    }
    let checked = run(&files);
    assert_eq!(list(&checked), "");
    assert_eq!(checked.model.unwrap().metrics.rows().len(), 3);
    let fault = shown(TARGETS, "\u{feff}targets:\r\n  a: { titel: x }\r\n");
    assert!(fault.starts_with("data/targets/q4.yml:2:8: error[unknown-field]"), "{fault}");
    let first_line = shown(TARGETS, "\u{feff}targets: { a: { titel: x } }");
    assert!(first_line.starts_with("data/targets/q4.yml:1:17: error[unknown-field]"), "{first_line}");
}

#[test]
fn a_nul_does_not_end_the_file_early() {
    let fault = shown(TARGETS, "targets:\n  a: {}\n\0  b: { nonsense: 1 }\n");
    assert_eq!(
        fault,
        "data/targets/q4.yml:3:1: error[hidden-character]: a character that nobody can see: U+0000\n"
    );
}

#[test]
fn hidden_characters_in_comments_are_seen() {
    let fault = shown(TARGETS, "# \u{202e}\ntargets:\n  a: {}\n");
    assert_eq!(
        fault,
        "data/targets/q4.yml:1:3: error[hidden-character]: a character that nobody can see: U+202E\n"
    );
    let checked = run(&with(TARGETS, "# \u{202e}\u{1b}[31m\ntargets: {}\n".to_owned()));
    let told = human(&checked.diagnostics, &checked.sources, false);
    assert!(!told.contains(['\u{202e}', '\u{1b}']), "the terminal is not led astray: {told:?}");
}

#[test]
fn a_tower_of_brackets_and_a_tower_of_indentation_are_refused() {
    let brackets = shown(TARGETS, &format!("targets: {}", "[".repeat(100_000)));
    assert!(brackets.contains("error[nesting-too-deep]"), "{brackets}");
    let mut tower = String::new();
    for depth in 0..3_000 {
        tower += &format!("{}a:\n", " ".repeat(depth));
    }
    assert!(shown(TARGETS, &tower).contains("error[nesting-too-deep]"));
}

#[test]
fn aliases_of_aliases_cannot_build_a_tower() {
    let mut text = String::from("a0: &a0 [x]\n");
    for n in 1..5_000 {
        text += &format!("a{n}: &a{n} [*a{}]\n", n - 1);
    }
    assert!(shown(TARGETS, &text).contains("error[too-many-aliases]"));
}

#[test]
fn a_flood_of_faults_is_cut_short() {
    let lines: String = (0..5_000).map(|n| format!("  x{n}: {{ csat_rate: 1/2 }}\n")).collect();
    let text = format!("period: 2025-04\nagents:\n{lines}");
    let checked = run(&with("data/metrics/2025/2025-04.yml", text));
    assert_eq!(checked.diagnostics.len(), 200);
    assert!(checked.model.is_none());
}

#[test]
fn numbers_link_to_their_lines_although_the_text_is_gone() {
    let checked = run(&organisation());
    let model = checked.model.unwrap();
    let row = model.metrics.rows()[1];
    assert_eq!(checked.sources.text(row.file), None);
    assert_eq!(checked.sources.path(row.file), "data/metrics/2025/2025-03.yml");
    assert_eq!(checked.sources.line_of(row.span()), 5);
}

#[test]
fn every_emitter_shows_every_fault_of_a_bad_day() {
    let mut files = with(TARGETS, "targets:\n  林薇: { titel: \"x\\u202e\" }\n".to_owned());
    files.insert(
        "data/metrics/2025/2025-04.yml".to_owned(),
        super::File { special: None, text: "period: 2025-04\nagents:\n  lin.wie: { nps: NaN }\n".to_owned() },
    );
    let checked = run(&files);
    let (faults, sources) = (&checked.diagnostics, &checked.sources);
    let codes = ["bad-id", "unknown-field", "hidden-character", "unknown-agent", "not-a-number"];
    let plain = human(faults, sources, false);
    for code in codes {
        assert!(plain.contains(&format!("error[{code}]")), "{plain}");
        assert!(json(faults, sources).contains(&format!("\"code\": \"{code}\"")));
        assert!(github(faults, sources).contains(&format!("title={code}::")));
    }
    assert!(plain.contains("lin.wie: { nps: NaN }"), "the text of a faulty metrics file is kept: {plain}");
    assert!(!plain.contains('\u{202e}') && !plain.contains('\u{1b}'), "{plain}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text_anywhere_never_panics(text in "\\PC{0,200}|[\\x00-\\x7f]{0,200}|[-:{}\\[\\]&*!|>'\"%@`#,? \na-c0-9/.]{0,300}", at in 0..8_usize) {
        let files = organisation();
        let path = files.keys().nth(at % files.len()).cloned().unwrap_or_default();
        let checked = run(&with(&path, text));
        let _ = human(&checked.diagnostics, &checked.sources, true);
    }

    #[test]
    fn a_mutated_file_never_panics(
        at in 0..8_usize,
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), "[-:{}\\[\\]&*!'\"/%<>=, \t\n0-9a-z.林\\x00]{0,4}", 0..6_usize), 1..5),
    ) {
        let mut files = organisation();
        let Some(file) = files.values_mut().nth(at % 8) else { return Ok(()) };
        for (place, new, cut) in cuts {
            let mut chars: Vec<char> = file.text.chars().collect();
            let start = place.index(chars.len().max(1)).min(chars.len());
            let end = (start + cut).min(chars.len());
            chars.splice(start..end, new.chars());
            file.text = chars.into_iter().collect();
        }
        let checked = run(&files);
        let _ = human(&checked.diagnostics, &checked.sources, true);
        let _ = json(&checked.diagnostics, &checked.sources);
        prop_assert!(checked.model.is_some() || checked.diagnostics.iter().any(deskscore::diag::Diagnostic::is_error));
    }

    #[test]
    fn the_order_of_files_never_shows(seed in any::<u64>()) {
        let case = super::blocks(include_str!("agents.md").split("\n## ").nth(1).unwrap_or_default());
        let files = laid_over(case);
        let mut inputs: Vec<Input<'_>> = files.iter().map(|(path, file)| super::input(path, file)).collect();
        let options = Options { as_of: None, folder: String::new() };
        let told = |inputs: &[Input<'_>]| {
            let checked = check(inputs, &options);
            json(&checked.diagnostics, &checked.sources)
        };
        let sorted = told(&inputs);
        let turn = (seed % inputs.len() as u64) as usize;
        inputs.rotate_left(turn);
        if seed % 2 == 0 { inputs.reverse(); }
        prop_assert_eq!(told(&inputs), sorted);
    }
}
