//! One line per fault: `path:line:column: error[code]: message`, as compilers and editors know it.

use super::{Diagnostic, Sources};
use std::fmt::Write;

/// All faults, one line each.
#[must_use]
pub fn short(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        if let Some(span) = diagnostic.span() {
            let position = sources.position(span);
            let _ = write!(out, "{}:{}:{}: ", sources.path(span.file), position.line, position.column);
        }
        let (severity, code) = (diagnostic.severity.text(), diagnostic.code);
        let _ = writeln!(out, "{severity}[{code}]: {}", diagnostic.message);
    }
    out
}
