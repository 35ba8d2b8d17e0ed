//! Ids as people write them, and indices as the program uses them.
//!
//! An id is what stands in the YAML, in addresses and in history. Inside a [`super::Model`] every list is sorted by id,
//! and an index into it stands for the thing: small, copyable, and never dangling because only `check` makes it.

use std::fmt;

/// An id: 1–64 characters of `a–z 0–9 . _ -`, starting and ending with a letter or digit, no two dots in a row, and no
/// device name that a file system reserves. It can therefore stand in a file name and in an address as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Longest id, in bytes.
    pub const MAX: usize = 64;

    /// The id, or `None` if the text breaks the rule of [`Id`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let bytes = text.as_bytes();
        let inner = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'_' | b'-');
        let fine = (1..=Self::MAX).contains(&bytes.len())
            && bytes.iter().all(inner)
            && edge(bytes.first())
            && edge(bytes.last())
            && !text.contains("..")
            && !reserved(text);
        fine.then(|| Self(text.to_owned()))
    }

    /// The text of the id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Device names that Windows refuses as a file's stem.
fn reserved(text: &str) -> bool {
    let stem = text.split('.').next().unwrap_or_default();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// As a position in its list.
            #[must_use]
            pub const fn at(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

index! {
    /// An agent: position in [`super::Model::agents`].
    AgentIx,
    /// An indicator: position in [`super::Model::indicators`].
    IndicatorIx,
    /// A team: position in [`super::Model::teams`].
    TeamIx,
    /// A scheme: position in [`super::Model::schemes`].
    SchemeIx,
    /// A target: position in [`super::Model::targets`].
    TargetIx,
    /// An incentive: position in [`super::Model::incentives`].
    IncentiveIx,
    /// An alert rule: position in [`super::Model::alerts`].
    AlertIx,
    /// A channel: position in [`super::Organisation::channels`].
    ChannelIx,
    /// A level: position in [`super::Organisation::levels`], lowest level first.
    LevelIx,
    /// A dimension: position in [`super::Organisation::dimensions`].
    DimensionIx,
    /// A type of event: position in [`super::Organisation::event_types`].
    EventTypeIx,
    /// Somebody who enters events and is not appraised: position in [`super::Organisation::raters`].
    RaterIx,
    /// An event: position in [`super::Ledger::events`].
    EventIx,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_could_leave_the_folder_are_refused() {
        for bad in [
            "", "..", ".a", "a.", "a..b", "../a", "a/b", "a\\b", "Lin", "林", "con", "com1.x", "a b", "a\0",
            "nul",
        ] {
            assert_eq!(Id::parse(bad), None, "{bad:?}");
        }
        for good in ["lin.wei", "2025-q1", "csat_rate", "a", "com10", "console"] {
            assert_eq!(Id::parse(good).map(|id| id.to_string()).as_deref(), Some(good));
        }
    }
}
