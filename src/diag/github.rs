//! Annotations on a pull request, as workflow commands of GitHub Actions
//! (documented under "Workflow commands for GitHub Actions": `::error file=…,line=…::message`).
//!
//! GitHub shows at most ten errors and ten warnings of a step; the rest is counted in a last line so that nobody takes
//! ten for all.

use super::{Diagnostic, Severity, Sources};
use std::fmt::Write;

/// Annotations of one severity that GitHub shows per step.
const SHOWN: usize = 10;

/// All faults as workflow commands: at most ten errors and ten warnings, then a notice that says how many more.
#[must_use]
pub fn github(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    let mut hidden = [0_usize; 2];
    for (kind, severity) in [Severity::Error, Severity::Warning].into_iter().enumerate() {
        let of_kind = || diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity);
        of_kind().take(SHOWN).for_each(|diagnostic| annotation(&mut out, diagnostic, sources));
        hidden[kind] = of_kind().count().saturating_sub(SHOWN);
    }
    let [errors, warnings] = hidden;
    if errors + warnings > 0 {
        let _ =
            writeln!(out, "::notice::{errors} more errors and {warnings} more warnings are not shown here");
    }
    out
}

fn annotation(out: &mut String, diagnostic: &Diagnostic, sources: &Sources) {
    let _ = write!(out, "::{} ", diagnostic.severity.text());
    if let Some(span) = diagnostic.span() {
        let (start, end) = (sources.position(span), sources.end(span));
        let path = property(sources.path(span.file));
        let _ = write!(out, "file={path},line={},col={},", start.line, start.column);
        if end.line == start.line {
            let _ = write!(out, "endColumn={},", end.column);
        }
    }
    let mut text = diagnostic.message.clone();
    for line in diagnostic.notes.iter().chain(&diagnostic.helps) {
        text.push('\n');
        text.push_str(line);
    }
    let _ = writeln!(out, "title={}::{}", property(diagnostic.code.text()), message(&text));
}

/// Escapes the message part of a workflow command.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property, in which colons and commas separate.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Span};
    use super::*;

    #[test]
    fn hostile_text_cannot_start_a_command_of_its_own() {
        let mut sources = Sources::default();
        let file = sources.add("data/a,b:c.yml", "x: 90%\n", true);
        let fault = Diagnostic::new(Code::PercentAsNumber, Span::new(file, 3, 6), "bad 90%\n::error::x")
            .help("write 0.9");
        assert_eq!(
            github(&[fault], &sources),
            "::error file=data/a%2Cb%3Ac.yml,line=1,col=4,endColumn=7,title=percent-as-number::\
             bad 90%25%0A::error::x%0Awrite 0.9\n"
        );
    }

    #[test]
    fn ten_of_a_kind_then_a_count() {
        let many = vec![Diagnostic::placeless(Code::MissingOrganisation, "no file"); 13];
        let text = github(&many, &Sources::default());
        assert_eq!(text.lines().filter(|line| line.starts_with("::error ")).count(), 10);
        assert!(text.ends_with("::notice::3 more errors and 0 more warnings are not shown here\n"), "{text}");
    }
}
