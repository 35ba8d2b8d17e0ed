//! What is to be generated.

/// What organisation to generate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Seed of all random numbers; the same settings always give the same bytes.
    pub seed: u64,
    /// Whether to tell the sample organisation of `data/`, with its hand-written people, teams, schemes and targets. The
    /// numbers below then say nothing: they follow from the story.
    pub told: bool,
    /// Number of agents, in teams of twelve.
    pub agents: usize,
    /// Number of months.
    pub months: usize,
    /// Number of indicators; beyond the catalogue they repeat under new ids.
    pub indicators: usize,
    /// Number of targets, spread over the agents; none without customer satisfaction, the second indicator.
    pub targets: usize,
    /// First month: year and month 1–12.
    pub first_month: (i32, u32),
}

impl Settings {
    /// The sample organisation as it stands in `data/`.
    #[must_use]
    pub const fn sample() -> Self {
        Self {
            seed: 2_025,
            told: true,
            agents: 24,
            months: 18,
            indicators: 29,
            targets: 40,
            first_month: (2024, 7),
        }
    }

    /// An organisation of a given size, from January 2025 on, with one target for every four agents.
    #[must_use]
    pub const fn sized(agents: usize, months: usize, indicators: usize) -> Self {
        Self {
            seed: 1,
            told: false,
            agents,
            months,
            indicators,
            targets: agents.div_ceil(4),
            first_month: (2025, 1),
        }
    }
}

/// A file of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path relative to the data folder, with `/`.
    pub path: String,
    /// The YAML text, ending with a line feed.
    pub text: String,
}

impl File {
    pub(super) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}
