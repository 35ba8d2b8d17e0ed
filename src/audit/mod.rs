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
use population::{Group, groups, population};
pub use population::{Population, audited_people};
pub use report::{Report, audit_table, simulate};
pub use table::{Boundary, BoundaryKind, Cell, Column, Gaps, Table};
pub use uncertainty::Range;
pub use year::{Crossed, CrossedSummary, Crossing, Shortfall, YearOnYear};
pub use year_rules::{GoalStep, RulesStep, full_value};
pub use year_split::Split;

use crate::evaluate::Evaluation;
use crate::model::{AuditLimits, Id, Limit, Period, SchemeIx};
use rayon::prelude::*;
use std::convert::Infallible;

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
    let limits = &evaluation.model.audit;
    let system = |population: Population| {
        let system = audited(evaluation, year, &population, seed, limits);
        Ok::<_, Infallible>((system, population.without_figures()))
    };
    let Ok((audit, _)) = in_turn(evaluation, year, limits.get(Limit::Draws) as usize, system);
    audit
}

/// As [`audit`] with other `limits`: hands each system, as an audit of itself alone, to `each` while all of its tables are there, in
/// parallel; what is returned holds verdicts, flags, actions and follow-up of all, with their populations, without tables and
/// figures. So an organisation of hundreds of teams need not hold all of them at once.
///
/// # Errors
/// The first of `each`.
pub fn audit_each<E: Send>(
    evaluation: &Evaluation,
    year: Period,
    seed: u64,
    limits: &AuditLimits,
    each: impl Fn(&Audit, &Population) -> Result<(), E> + Sync,
) -> Result<(Audit, Vec<Population>), E> {
    let told = |population: Population| {
        let population = [population];
        let systems = vec![audited(evaluation, year, &population[0], seed, limits)];
        let follow_up = follow_up::follow_up(evaluation, year, &population, &systems);
        let mut alone = Audit { year, systems, follow_up };
        each(&alone, &population[0])?;
        let system = alone.systems.swap_remove(0).without_tables();
        let [population] = population;
        Ok((system, population.without_figures()))
    };
    in_turn(evaluation, year, limits.get(Limit::Draws) as usize, told)
}

/// The audit of all populations of `year`, each made, handed to `system` and given up in turn on each thread.
fn in_turn<E: Send>(
    evaluation: &Evaluation,
    year: Period,
    draws: usize,
    system: impl Fn(Population) -> Result<(System, Population), E> + Sync,
) -> Result<(Audit, Vec<Population>), E> {
    let of = |group: Group<'_>| system(population(evaluation, year, draws, group));
    let all: Result<Vec<(System, Population)>, E> =
        groups(evaluation, year).into_par_iter().map(of).collect();
    let (systems, populations): (Vec<System>, Vec<Population>) = all?.into_iter().unzip();
    let follow_up = follow_up::follow_up(evaluation, year, &populations, &systems);
    Ok((Audit { year, systems, follow_up }, populations))
}

fn audited(
    evaluation: &Evaluation,
    year: Period,
    population: &Population,
    seed: u64,
    limits: &AuditLimits,
) -> System {
    System {
        scheme: population.scheme,
        peers: population.peers.clone(),
        report: audit_table(&population.table, limits, seed),
        year_on_year: year::year_on_year(evaluation, population, year),
    }
}

impl System {
    /// Forgets the tables, which are most of it.
    fn without_tables(mut self) -> Self {
        self.report.checks.iter_mut().for_each(|check| check.sheets = Vec::new());
        let year = &mut self.year_on_year;
        (year.sheets, year.now.units, year.then.units) = (Vec::new(), Vec::new(), Vec::new());
        self
    }
}
