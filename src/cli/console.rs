//! The terminal: what is printed where, in colour or not.

use super::arguments::Colour;
use std::io::{IsTerminal, Write};

/// Prints to the console. Results go to standard output, everything about the run to standard error.
#[derive(Debug, Clone, Copy)]
pub(super) struct Console {
    quiet: bool,
    colour: Colour,
}

impl Console {
    /// A console as the arguments ask for.
    pub(super) const fn new(quiet: bool, colour: Colour) -> Self {
        Self { quiet, colour }
    }

    /// A result. A reader that has gone away (`deskscore … | head`) is no failure.
    pub(super) fn result(self, text: &str) {
        let _ = std::io::stdout().lock().write_all(text.as_bytes());
    }

    /// A sentence about the run; not with `--quiet`.
    pub(super) fn say(self, text: &str) {
        if !self.quiet {
            self.warn(text);
        }
    }

    /// A sentence about the run that is always said.
    pub(super) fn warn(self, text: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    /// Whether results are printed in colour.
    pub(super) fn coloured_results(self) -> bool {
        self.coloured(std::io::stdout().is_terminal())
    }

    /// Whether messages are printed in colour.
    pub(super) fn coloured_messages(self) -> bool {
        self.coloured(std::io::stderr().is_terminal())
    }

    fn coloured(self, terminal: bool) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }

    /// Whether progress is shown: on a terminal, outside continuous integration, not with `--quiet`.
    pub(super) fn shows_progress(self) -> bool {
        !self.quiet && std::io::stderr().is_terminal() && std::env::var_os("CI").is_none()
    }
}
