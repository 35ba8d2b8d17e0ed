//! What somebody is posted as, and whose figures count for it.

/// What a posting is: the work of an agent, or leading teams (A048).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Role {
    /// Serves customers.
    #[default]
    Agent,
    /// Leads teams: scored by a scheme for managers.
    Manager,
}

/// Whose figures an item of a scheme is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Whose {
    /// Those of the person.
    #[default]
    Own,
    /// Those of the teams led: sums over their agents, or the teams' own figures.
    Team,
}

/// How a scheme takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Status {
    /// In force: it makes the scores.
    #[default]
    InForce,
    /// A pilot (A129): scored beside the scheme in force for comparison, never for ranks.
    Pilot,
    /// A draft that is tried on history: where it applies it takes the place of the scheme in force. Only in a model
    /// that was made for the trial.
    Draft,
}
