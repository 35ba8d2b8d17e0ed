//! The rules of a scheme in words: how is a score made?

use serde::Serialize;

use super::{Derivation, Fact, Figure, Shell, SourceLink, Table, page::page};

/// How one indicator is scored.
#[derive(Serialize, Debug, Clone)]
pub struct RuleCard {
    /// Anchor.
    pub anchor: String,
    /// The indicator.
    pub title: String,
    /// Its page, relative to the folder of the language.
    pub href: String,
    /// The rule in one sentence.
    pub sentence: String,
    /// Weight, target, minimum sample, operator.
    pub facts: Vec<Fact>,
    /// The curve from value to points.
    pub curve: Option<Figure>,
    /// Steps or tiers by level and tenure.
    pub steps: Option<Table>,
}

/// A part of the rules: missing values, small samples, part-months, events, bands, ranks, rounding.
#[derive(Serialize, Debug, Clone)]
pub struct RuleSection {
    /// Anchor.
    pub anchor: String,
    /// The heading.
    pub title: String,
    /// The rule, one paragraph each.
    pub paragraphs: Vec<String>,
    /// A table, for example the bands.
    pub table: Option<Table>,
}

/// The page of a scheme (`schemes/<id>.html`).
#[derive(Serialize, Debug, Clone)]
pub struct SchemeView {
    /// What stands around the content.
    pub shell: Shell,
    /// The scheme in one or two sentences.
    pub lead: String,
    /// Version, dates in force, scope, who announced it.
    pub facts: Vec<Fact>,
    /// Weights by dimension and indicator.
    pub weights: Option<Figure>,
    /// How each indicator is scored.
    pub rules: Vec<RuleCard>,
    /// The other rules.
    pub sections: Vec<RuleSection>,
    /// Of a pilot: its scores beside those of the rules in force.
    pub comparison: Vec<RuleSection>,
    /// A worked example with real numbers.
    pub example: Option<Derivation>,
    /// What changed against the scheme before.
    pub changes: Option<Table>,
    /// Where it is written.
    pub source: Option<SourceLink>,
}

page!(SchemeView, "pages/scheme.html");
