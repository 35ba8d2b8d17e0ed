//! Small statements: a term with its text, a headline figure, a count, something that needs attention.

use serde::Serialize;

use super::{Link, Mark, Markup};

/// A term and what holds for it.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The term, for example "Team".
    pub term: String,
    /// The text, with an address where there is one.
    pub text: Link,
}

impl Fact {
    /// A fact without a link.
    #[must_use]
    pub fn new(term: impl Into<String>, text: impl Into<String>) -> Self {
        Self { term: term.into(), text: Link { text: text.into(), href: None, lang: None } }
    }

    /// A fact that leads somewhere.
    #[must_use]
    pub fn link(term: impl Into<String>, text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { term: term.into(), text: Link::new(text, href) }
    }
}

/// A headline figure.
#[derive(Debug, Clone)]
pub struct KeyFigure {
    /// What it is.
    pub label: String,
    /// The value as shown, for example `86.17`.
    pub value: String,
    /// The unit or "of 100", in smaller print.
    pub unit: Option<String>,
    /// The target and the gap to it.
    pub target: Option<String>,
    /// The change in words and sign, for example "↑ 2.1 better than 2025-02".
    pub change: Option<String>,
    /// Standing against the target.
    pub mark: Option<Mark>,
    /// Its derivation, relative to the folder of the language.
    pub href: Option<String>,
    /// A sparkline.
    pub spark: Option<Markup>,
}

/// How many there are of something.
#[derive(Serialize, Debug, Clone)]
pub struct Count {
    /// What is counted, with its tone.
    pub mark: Mark,
    /// The number as shown.
    pub number: String,
    /// Where they are listed, relative to the folder of the language.
    pub href: Option<String>,
}

/// Something that needs attention, with its reason.
#[derive(Serialize, Debug, Clone)]
pub struct Attention {
    /// How serious it is.
    pub mark: Mark,
    /// Who or what.
    pub subject: Link,
    /// Why.
    pub reason: String,
}
