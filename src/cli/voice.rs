//! What is said to people, in their language.

use super::arguments::Tongue;
use super::console::Console;
use super::failure::Failure;
use crate::model::Language;

/// A console in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice {
    /// The console.
    pub console: Console,
    /// The language.
    pub language: Language,
}

impl Voice {
    /// The console in the language that was asked for.
    pub(super) const fn new(console: Console, tongue: Tongue) -> Self {
        Self { console, language: tongue.language() }
    }

    /// The one of two texts that is in its language.
    pub(super) fn of(self, zh: impl Into<String>, en: impl Into<String>) -> String {
        if self.language == Language::En { en.into() } else { zh.into() }
    }

    /// A sentence about the run; not with `--quiet`.
    pub(super) fn say(self, zh: impl Into<String>, en: impl Into<String>) {
        self.console.say(&self.of(zh, en));
    }

    /// A sentence about the run that is always said.
    pub(super) fn warn(self, zh: impl Into<String>, en: impl Into<String>) {
        self.console.warn(&self.of(zh, en));
    }

    /// The tool failed, for this reason.
    pub(super) fn failure(self, zh: impl Into<String>, en: impl Into<String>) -> Failure {
        Failure::tool(self.of(zh, en))
    }
}
