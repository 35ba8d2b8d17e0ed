//! Faults for other programs. The form is stable: fields may be added, none is removed or changes its meaning.
//!
//! One JSON array; each fault is an object with
//! `code`, `severity` (`error` or `warning`), `message`, `labels` (primary first), `notes` and `helps` (lists of strings).
//! A label has `path`, `start` and `end` (each `{line, column}`, from 1, columns in characters, `end` one past the last
//! character), `bytes` (`[start, end]` in the file), `text` and `primary`.

use super::{Diagnostic, Label, Position, Sources};
use serde_json::{Value, json as object};

/// All faults as one JSON array, indented, with a newline at its end.
#[must_use]
pub fn json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let list: Vec<Value> = diagnostics.iter().map(|diagnostic| fault(diagnostic, sources)).collect();
    let mut text = format!("{:#}", Value::Array(list));
    text.push('\n');
    text
}

fn fault(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let labels: Vec<Value> = diagnostic.labels.iter().map(|label| place(label, sources)).collect();
    object!({
        "code": diagnostic.code.text(),
        "severity": diagnostic.severity.text(),
        "message": diagnostic.message,
        "labels": labels,
        "notes": diagnostic.notes,
        "helps": diagnostic.helps,
    })
}

fn place(label: &Label, sources: &Sources) -> Value {
    let point = |position: Position| object!({ "line": position.line, "column": position.column });
    object!({
        "path": sources.path(label.span.file),
        "start": point(sources.position(label.span)),
        "end": point(sources.end(label.span)),
        "bytes": [label.span.start, label.span.end],
        "text": label.text,
        "primary": label.primary,
    })
}
