//! Faults on the console.

use super::arguments::Form;
use super::console::Console;
use crate::check::Checked;
use crate::diag::{Severity, github, human, json, short};

/// How many faults there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// Counts the faults.
pub(super) fn tally(checked: &Checked) -> Tally {
    let errors = checked.diagnostics.iter().filter(|fault| fault.severity == Severity::Error).count();
    Tally { errors, warnings: checked.diagnostics.len() - errors }
}

/// The faults in the form that was asked for.
pub(super) fn faults(checked: &Checked, form: Form, coloured: bool) -> String {
    let Checked { diagnostics, sources, .. } = checked;
    match form {
        Form::Human => human(diagnostics, sources, coloured),
        Form::Short => short(diagnostics, sources),
        Form::Json => json(diagnostics, sources),
        Form::Github => github(diagnostics, sources),
    }
}

/// The faults for people, on standard error: before a build or an explanation.
pub(super) fn warn_of(checked: &Checked, console: Console) {
    if !checked.diagnostics.is_empty() {
        console.warn(faults(checked, Form::Human, console.coloured_messages()).trim_end());
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plural =
            |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        write!(f, "{}, {}", plural(self.errors, "error"), plural(self.warnings, "warning"))
    }
}
