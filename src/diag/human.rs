//! Faults for people at a terminal: rustc's form, drawn by `annotate-snippets`, which also measures wide characters.

use super::{Diagnostic, FileId, Label, Severity, Sources};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// All faults with the lines they are on, and a last line that counts them. `colours` adds escape sequences.
#[must_use]
pub fn human(diagnostics: &[Diagnostic], sources: &Sources, colours: bool) -> String {
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&[group(diagnostic, sources)]));
        out.push_str("\n\n");
    }
    if let Some(line) = summary(diagnostics) {
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// `2 errors, 1 warning`; nothing if there is no fault.
fn summary(diagnostics: &[Diagnostic]) -> Option<String> {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let said = |n: usize, word: &str| match n {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{n} {word}s")),
    };
    let parts: Vec<String> =
        [said(count(Severity::Error), "error"), said(count(Severity::Warning), "warning")]
            .into_iter()
            .flatten()
            .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(&*diagnostic.message).id(diagnostic.code.text()));
    for file in files(diagnostic) {
        group = place(group, diagnostic, sources, file);
    }
    let notes = diagnostic.notes.iter().map(|note| Level::NOTE.message(&**note));
    let helps = diagnostic.helps.iter().map(|help| Level::HELP.message(&**help));
    group.elements(notes).elements(helps)
}

/// The files of a fault, the primary one first.
fn files(diagnostic: &Diagnostic) -> Vec<FileId> {
    let mut files: Vec<FileId> = Vec::new();
    for label in &diagnostic.labels {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files
}

fn place<'a>(group: Group<'a>, diagnostic: &'a Diagnostic, sources: &'a Sources, file: FileId) -> Group<'a> {
    let Some(text) = sources.text(file).filter(|text| !text.is_empty()) else {
        return group.element(Origin::path(sources.path(file)));
    };
    let here = || diagnostic.labels.iter().filter(|label| label.span.file == file);
    let range = |label: &Label| within(text, label.span.start as usize..label.span.end as usize);
    let lines = lines(text, here().map(range));
    let first_line = text.get(..lines.start).unwrap_or_default().matches('\n').count() + 1;
    let annotations = here().map(|label| {
        let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let Range { start, end } = range(label);
        let annotation = kind.span(start - lines.start..end - lines.start);
        if label.text.is_empty() { annotation } else { annotation.label(&*label.text) }
    });
    let shown = Snippet::source(text.get(lines.clone()).unwrap_or_default()).line_start(first_line);
    group.element(shown.path(sources.path(file)).annotations(annotations))
}

/// The whole lines that hold `ranges`: a file of some megabytes is not walked through for each of its faults.
fn lines(text: &str, ranges: impl Iterator<Item = Range<usize>>) -> Range<usize> {
    let hull = ranges.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end)).unwrap_or_default();
    let start = text.get(..hull.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = text.get(hull.end..).unwrap_or_default();
    start..hull.end + rest.find('\n').unwrap_or(rest.len())
}

/// The range cut down to the text and to whole characters, since a wrong span must not end the program.
fn within(text: &str, range: Range<usize>) -> Range<usize> {
    let snap = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let (start, end) = (snap(range.start), snap(range.end));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Span};
    use super::*;

    #[test]
    fn a_fault_on_a_chinese_line_is_underlined_where_it_is() {
        let mut sources = Sources::default();
        let text = "name: 林薇\nteam: 售前 presal\n";
        let file = sources.add("data/agents/a.yml", text, true);
        let start = text.find("presal").unwrap() as u32;
        let fault = Diagnostic::new(
            Code::UnknownTeam,
            Span::new(file, start, start + 6),
            "there is no team `presal`",
        )
        .label("not in data/teams.yml")
        .note("teams are listed once")
        .help("did you mean `presale`?");
        let shown = human(&[fault], &sources, false);
        assert_eq!(
            shown,
            "\
error[unknown-team]: there is no team `presal`
 --> data/agents/a.yml:2:10
  |
2 | team: 售前 presal
  |            ^^^^^^ not in data/teams.yml
  |
  = note: teams are listed once
  = help: did you mean `presale`?

1 error
"
        );
    }

    #[test]
    fn a_span_beyond_the_text_does_not_end_the_program() {
        let mut sources = Sources::default();
        let file = sources.add("a.yml", "林", true);
        let fault = Diagnostic::new(Code::BadId, Span::new(file, 1, 999), "x");
        assert!(human(&[fault], &sources, true).contains("a.yml"));
    }
}
