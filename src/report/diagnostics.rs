//! Faults of the build, and a page for each code.

use super::address;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::diag::{Code, Diagnostic, Page, Severity};
use crate::model::{Language, in_both};
use crate::view::{
    Cell, Column, Count, DiagnosticView, DiagnosticsView, Fault, Link, Mark, Row, Section, Shell, Table, Tone,
};

/// Most faults shown one by one on a page.
const MOST: usize = 300;

/// The faults of the build in `language`.
#[must_use]
pub fn diagnostics_page(reporter: &Reporter<'_>, language: Language) -> DiagnosticsView {
    let voice = reporter.voice(language);
    let mut shell = Shell::new(language, Section::Quality, "diagnostics.html", voice.word("diagnostics"));
    shell.crumbs = vec![
        Link::new(voice.word("overview"), "index.html"),
        Link::new(voice.word("quality"), "quality.html"),
    ];
    let found = reporter.diagnostics.len();
    let mut lead = say!(voice, "diagnostics-lead", n: found);
    if found > MOST {
        lead = voice.sentences(&[lead.into(), say!(voice, "diagnostics-more-than", n: MOST).into()]);
    }
    shell.description.clone_from(&lead);
    DiagnosticsView {
        lead,
        counts: counts(reporter, voice),
        faults: reporter.diagnostics.iter().take(MOST).map(|fault| view(reporter, voice, fault)).collect(),
        codes: codes(reporter, voice),
        shell,
    }
}

fn counts(reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<Count> {
    let count = |severity: Severity| {
        let number = reporter.diagnostics.iter().filter(|fault| fault.severity == severity).count();
        (number > 0).then(|| Count { mark: mark(voice, severity), number: number.to_string(), href: None })
    };
    [Severity::Error, Severity::Warning].into_iter().filter_map(count).collect()
}

fn mark(voice: Voice<'_>, severity: Severity) -> Mark {
    match severity {
        Severity::Error => Mark::new(Tone::Below, voice.word("severity-error")),
        Severity::Warning => Mark::new(Tone::Watch, voice.word("severity-warning")),
    }
}

fn view(reporter: &Reporter<'_>, voice: Voice<'_>, fault: &Diagnostic) -> Fault {
    let span = fault.span();
    let excerpt = span.and_then(|span| {
        let text = reporter.sources.text(span.file)?;
        let line = reporter.sources.line_of(span) as usize;
        text.lines()
            .nth(line.checked_sub(1)?)
            .map(|line| line.trim_end().chars().take(200).collect::<String>())
    });
    Fault {
        mark: mark(voice, fault.severity),
        code: fault.code.text().to_owned(),
        message: fault.message.clone(),
        excerpt: excerpt.filter(|line| !line.is_empty()),
        help: (!fault.helps.is_empty()).then(|| fault.helps.join(" ")),
        source: span.and_then(|span| reporter.source(span)),
    }
}

fn codes(reporter: &Reporter<'_>, voice: Voice<'_>) -> Table {
    let row = |code: &Code| {
        let here = reporter.diagnostics.iter().filter(|fault| fault.code == *code).count();
        Row::new(vec![
            Cell::link(code.text(), address::code(code.text())),
            Cell::mark(mark(voice, code.severity())),
            Cell::text(summary(voice, *code)),
            Cell::number(here.to_string(), here as f64),
        ])
    };
    let columns = vec![
        Column::text(voice.word("diagnostic-code")),
        Column::text(voice.word("diagnostic-severity")),
        Column::text(voice.word("diagnostic-meaning")),
        Column::number(voice.word("diagnostic-here")),
    ];
    let mut table = Table::new(voice.word("all-codes"), columns, Code::ALL.iter().map(row).collect());
    table.quiet = true;
    table
}

/// What a code means in one sentence of the language.
fn summary(voice: Voice<'_>, code: Code) -> String {
    let page = Page::of(code);
    let text = match voice.language {
        Language::Zh => page.zh.trim().to_owned(),
        Language::Both => return in_both(|language| summary(voice.in_language(language), code)),
        Language::En => plain(first_sentence(page.meaning)).trim().to_owned(),
    };
    // A page that says nothing yet is better named by its code than not at all.
    if text.is_empty() { code.text().replace('-', " ") } else { text }
}

fn first_sentence(text: &str) -> &str {
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    paragraph.find(". ").map_or(paragraph, |end| paragraph.get(..=end).unwrap_or(paragraph))
}

/// Markdown without its signs for code and emphasis.
fn plain(markdown: &str) -> String {
    markdown.replace(['`', '*'], "").replace('\n', " ")
}

/// The page of `code` in `language`.
#[must_use]
pub fn diagnostic_page(reporter: &Reporter<'_>, code: Code, language: Language) -> DiagnosticView {
    let voice = reporter.voice(language);
    let page = Page::of(code);
    let mut shell = Shell::new(language, Section::Quality, &address::code(code.text()), code.text());
    shell.crumbs = vec![
        Link::new(voice.word("overview"), "index.html"),
        Link::new(voice.word("diagnostics"), "diagnostics.html"),
    ];
    let at = Code::ALL.iter().position(|other| *other == code);
    let link = |code: &Code| Link::new(code.text(), address::code(code.text()));
    shell.previous = at.and_then(|at| at.checked_sub(1)).and_then(|at| Code::ALL.get(at)).map(link);
    shell.next = at.and_then(|at| Code::ALL.get(at + 1)).map(link);
    let lead = summary(voice, code);
    shell.description.clone_from(&lead);
    let section = |key: &str, text: &str| match text {
        "" => String::new(),
        text => format!("### {}\n\n{text}\n\n", voice.word(key)),
    };
    let mut explanation = section("diagnostic-meaning", page.meaning);
    explanation.push_str(&section("diagnostic-reason", page.reason));
    explanation.push_str(&section("diagnostic-mending", page.mending));
    if explanation.is_empty() {
        explanation.clone_from(&lead);
    }
    let here = reporter.diagnostics.iter().filter(|fault| fault.code == code);
    DiagnosticView {
        code: code.text().to_owned(),
        mark: mark(voice, code.severity()),
        explanation,
        wrong: example(&page.bad),
        right: example(&page.good),
        faults: here.take(MOST).map(|fault| view(reporter, voice, fault)).collect(),
        lead,
        shell,
    }
}

/// The files of an example one after the other, each under its path.
fn example(example: &crate::diag::Example) -> Option<String> {
    let file = |file: &crate::diag::ExampleFile| {
        let special = file.special.map(|special| format!(" ({special})")).unwrap_or_default();
        format!("# {}{special}\n{}", file.path, file.text.trim_end())
    };
    let files: Vec<String> = example.files.iter().map(file).collect();
    (!files.is_empty()).then(|| files.join("\n\n"))
}
