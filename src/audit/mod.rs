//! Can the indicator system be trusted? Twenty-two checks on units × indicators, as statisticians audit composite indices
//! (OECD/JRC Handbook on Constructing Composite Indicators, 2008), and on months and targets, which they do not look at. Pure
//! and seeded.
//!
//! The way of an audit: `population` (who is compared with whom) or a table from elsewhere → `table` with its `panel` of months →
//! `desk` (scores and ranks in force, in the flat columns of `space`) → a file for each group of checks → `report` (verdicts by
//! section) with its `action`s. Every check says its statistic with interval, number and limit; below its least number it says
//! nothing, never that all is well. Results hold numbers and keys, no words. `year` puts the system beside that of the year before, and
//! `follow_up` asks what became of recommendations.
//!
//! Imports: compare, evaluate, model, score, stats.

mod action;
mod aim_series;
mod aims;
mod alternatives;
mod bunching;
mod causes;
mod chance;
mod check;
mod data_checks;
mod desk;
mod draws;
mod edges;
mod follow_up;
mod framed;
mod goalpost;
mod importance;
mod key;
mod method;
mod panel;
mod places;
mod population;
mod repeats;
mod report;
mod scale;
mod small_samples;
mod space;
mod structure;
mod table;
mod uncertainty;
#[cfg(test)]
mod worked;
mod year;
mod year_rules;
mod year_sheets;
mod year_split;

pub use action::{Action, Remedy};
pub use check::{Check, Flag, Item, Sheet, Statistic, Value};
pub use follow_up::{Again, FollowUp};
pub use framed::{FileRow, Misfit, framed};
pub use key::{Finding, Lack, Measure, Row, Section, Severity, Verdict};
pub use method::{Aggregation, Method, Scaling};
pub use panel::{Aim, AimMonth, AimOrigin, Monthly, Panel};
pub use population::{Population, populations};
pub use report::{Report, audit_table, simulate};
pub use table::{Boundary, BoundaryKind, Cell, Column, Gaps, Table};
pub use uncertainty::Range;
pub use year::{Crossed, CrossedSummary, Crossing, Shortfall, YearOnYear};
pub use year_rules::{GoalStep, RulesStep, full_value};
pub use year_split::Split;

use crate::evaluate::Evaluation;
use crate::model::{AuditLimits, Id, Period, SchemeIx};
use rayon::prelude::*;

/// The audit of all schemes in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// The year.
    pub year: Period,
    /// Each scheme and peer group, in order.
    pub systems: Vec<System>,
    /// What became of recommendations, by recommendation, then by system.
    pub follow_up: Vec<FollowUp>,
}

/// The audit of those who are compared under one scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct System {
    /// The scheme.
    pub scheme: SchemeIx,
    /// The peer group.
    pub peers: Id,
    /// What was found.
    pub report: Report,
    /// The year beside the year before.
    pub year_on_year: YearOnYear,
}

/// Audits every scheme of `year`, for each peer group, with the limits of the data.
#[must_use]
pub fn audit(evaluation: &Evaluation, year: Period, seed: u64) -> Audit {
    let populations = populations(evaluation, year);
    audit_of(evaluation, year, &populations, seed, &evaluation.model.audit)
}

/// Audits the `populations` of `year`, each with the same `limits`.
#[must_use]
pub fn audit_of(
    evaluation: &Evaluation,
    year: Period,
    populations: &[Population],
    seed: u64,
    limits: &AuditLimits,
) -> Audit {
    let system = |population: &Population| System {
        scheme: population.scheme,
        peers: population.peers.clone(),
        report: audit_table(&population.table, limits, seed),
        year_on_year: year::year_on_year(evaluation, population, year),
    };
    let systems: Vec<System> = populations.par_iter().map(system).collect();
    let follow_up = follow_up::follow_up(evaluation, year, populations, &systems);
    Audit { year, systems, follow_up }
}
