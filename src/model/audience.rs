//! For whom a site is made, as data and commands name it (domain notes E.5).

/// The name of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProfileName {
    /// Everyone.
    Public,
    /// The agents of the organisation.
    Team,
    /// One agent.
    Agent,
    /// Who leads them: sees all.
    Manager,
}

impl ProfileName {
    /// All, the widest audience first.
    pub const ALL: [Self; 4] = [Self::Public, Self::Team, Self::Agent, Self::Manager];

    /// As written in data and on the command line.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Team => "team",
            Self::Agent => "agent",
            Self::Manager => "manager",
        }
    }
}

/// What the organisation says of its audiences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Audiences {
    /// For whom a site is made when the command does not say.
    pub default: ProfileName,
    /// Fewest people of a group whose figures others than managers see, 2 or more.
    pub smallest_group: usize,
}

impl Audiences {
    /// Fewest people where the data does not say (domain notes E.5).
    pub const SMALLEST_GROUP: usize = 5;
}

impl Default for Audiences {
    fn default() -> Self {
        Self { default: ProfileName::Manager, smallest_group: Self::SMALLEST_GROUP }
    }
}
