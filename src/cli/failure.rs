//! How a command ends when it does not end well.

use std::process::ExitCode;

/// Why a command did not end clean.
#[derive(Debug)]
pub(super) enum Failure {
    /// The data has faults, which were told: exit code 1.
    Faults,
    /// The tool failed, for this reason: exit code 2.
    Tool(String),
}

impl Failure {
    /// The tool failed.
    pub(super) fn tool(reason: impl std::fmt::Display) -> Self {
        Self::Tool(reason.to_string())
    }

    /// 1 for faults of the data, 2 for a failure of the tool.
    pub(super) fn code(&self) -> ExitCode {
        match self {
            Self::Faults => ExitCode::from(1),
            Self::Tool(_) => ExitCode::from(2),
        }
    }
}
