//! Incentives: which rules there are, who receives what and why, and what others lack.

use serde::Serialize;

use super::{Fact, Shell, SourceLink, Table, page::page};

/// The list of incentives (`incentives.html`).
#[derive(Serialize, Debug, Clone)]
pub struct IncentivesView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point.
    pub lead: String,
    /// All incentives with their latest outcome.
    pub incentives: Table,
    /// What holds for all of them.
    pub notes: Vec<String>,
}

page!(IncentivesView, "pages/incentives.html");

/// The page of an incentive (`incentives/<id>.html`).
#[derive(Serialize, Debug, Clone)]
pub struct IncentiveView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point: who receives what in the latest period.
    pub lead: String,
    /// Period, dates, scope, eligibility.
    pub facts: Vec<Fact>,
    /// The rule in words.
    pub rule: Vec<String>,
    /// The heading of the latest period.
    pub latest: String,
    /// Who receives what in the latest period, and how it comes about.
    pub receiving: Option<Table>,
    /// Groups, places and the last place.
    pub groups: Option<Table>,
    /// How the amounts agree with what may be paid.
    pub pool: Option<Table>,
    /// Who is close, and what is missing.
    pub near: Option<Table>,
    /// All periods.
    pub history: Option<Table>,
    /// What people decided.
    pub decisions: Option<Table>,
    /// Where it is written.
    pub source: Option<SourceLink>,
}

page!(IncentiveView, "pages/incentive.html");
