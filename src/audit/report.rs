//! All checks of one table, their verdicts by section, and what to do first.

use super::action::{Action, actions};
use super::check::Check;
use super::desk::Desk;
use super::key::{Lack, Row, Section, Verdict};
use super::table::Table;
use super::uncertainty::{Range, uncertainty};
use super::{
    aims, alternatives, bunching, causes, data_checks, edges, importance, repeats, small_samples, structure,
};
use crate::model::AuditLimits;

/// Fewest units for the checks that are not for few.
pub(super) const UNITS_MIN: usize = 8;

/// The audit of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Ids of the units.
    pub units: Vec<String>,
    /// Ids of the indicators.
    pub columns: Vec<String>,
    /// Ids of the dimensions.
    pub groups: Vec<String>,
    /// What hangs on scores and ranks.
    pub boundaries: Vec<super::Boundary>,
    /// The checks in order, 1 to 22.
    pub checks: Vec<Check>,
    /// The worst of each section.
    pub sections: Vec<(Section, Verdict)>,
    /// The verdict on the whole.
    pub verdict: Verdict,
    /// What to do first.
    pub actions: Vec<Action>,
    /// How far each rank holds.
    pub ranges: Vec<Range>,
    /// The seed.
    pub seed: u64,
    /// The limits that were used.
    pub limits: AuditLimits,
}

/// Audits `table`. Same table, limits and seed: the same digits, whatever the number of threads.
#[must_use]
pub fn audit_table(table: &Table, limits: &AuditLimits, seed: u64) -> Report {
    let desk = Desk::new(table, limits, seed);
    let [weights, dominance] = importance::importance(&desk);
    let (ranks, ranges) = uncertainty(&desk);
    let mut checks = vec![
        data_checks::coverage(&desk),
        data_checks::degenerate(&desk),
        data_checks::outliers(&desk),
        structure::within(&desk),
        structure::across(&desk),
        structure::consistency(&desk),
        structure::components(&desk),
        weights,
        dominance,
        structure::double_counting(&desk),
        alternatives::aggregation(&desk),
        alternatives::normalisation(&desk),
        ranks,
        causes::sensitivity(&desk),
        alternatives::remove_one(&desk),
        edges::edges(&desk),
        repeats::discrimination(&desk),
        aims::attainability(&desk),
        aims::drift(&desk),
        bunching::bunching(&desk),
        small_samples::small_samples(&desk),
        repeats::stability(&desk),
    ];
    if desk.n() < UNITS_MIN {
        for check in checks.iter_mut().filter(|check| !check.row.for_few()) {
            let limits = check.limits.clone();
            *check = Check::lacking(check.row, Lack::Units, desk.n(), UNITS_MIN, &limits);
        }
    }
    let actions = actions(&desk, &checks);
    let sections = sections(&checks);
    Report {
        units: table.units.clone(),
        columns: table.columns.iter().map(|column| column.id.clone()).collect(),
        groups: table.groups.clone(),
        boundaries: table.boundaries.clone(),
        verdict: overall(&sections),
        sections,
        actions,
        checks,
        ranges,
        seed,
        limits: limits.clone(),
    }
}

/// The worst of its checks for each section.
fn sections(checks: &[Check]) -> Vec<(Section, Verdict)> {
    let worst = |section: Section| {
        let own = checks.iter().filter(|check| check.row.section() == section);
        own.map(|check| check.verdict).max().unwrap_or(Verdict::NotAssessed)
    };
    Section::ALL.iter().map(|section| (*section, worst(*section))).collect()
}

/// Red needs two red sections, or red in data or robustness.
fn overall(sections: &[(Section, Verdict)]) -> Verdict {
    let red = || sections.iter().filter(|(_, verdict)| *verdict == Verdict::Fail);
    let vital = |section: Section| matches!(section, Section::Data | Section::Robustness);
    if red().count() > 1 || red().any(|(section, _)| vital(*section)) {
        return Verdict::Fail;
    }
    sections.iter().map(|(_, verdict)| *verdict).max().unwrap_or(Verdict::NotAssessed).min(Verdict::Warn)
}

impl Report {
    /// The check of a row.
    #[must_use]
    pub fn check(&self, row: Row) -> Option<&Check> {
        self.checks.iter().find(|check| check.row == row)
    }
}

/// Only the draws of check 13: the 5 %, 50 % and 95 % ranks of each unit over all draws of weights, methods and samples.
#[must_use]
pub fn simulate(table: &Table, limits: &AuditLimits, seed: u64) -> Vec<[u32; 3]> {
    let desk = Desk::new(table, limits, seed);
    let counted = super::draws::run(&desk, super::draws::WHOLE);
    (0..desk.n()).map(|unit| [0.05, 0.5, 0.95].map(|share| counted.rank(unit, share))).collect()
}
