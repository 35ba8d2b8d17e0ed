//! The annual audit as pages of the site: a verdict page for all systems, and a page for each with its sections.
//!
//! The audit is computed once for both languages (`Dossier::new`), by the job that writes its pages, so beside all others. `case` is one
//! system in one language; a file for each section makes its charts and tables; `sheet` puts any table of the audit into words.
//! What is not assessed is never shown as passed.
//!
//! Imports: audit, chart, diag, findings, model, report, stats, view.

mod action;
mod appendix;
#[cfg(test)]
mod both_test;
mod case;
mod checks;
mod data;
mod figure;
mod follow_up;
mod indicators;
mod lights;
mod part;
mod robustness;
mod sheet;
mod small_numbers;
mod structure;
mod system;
mod targets;
mod verdict;
mod weights;
mod year;

use crate::audit::{Audit, Population, audit_of, populations};
use crate::findings::{Audited, csv, of_evaluation};
use crate::model::{AuditLimits, Language, Limit};
use crate::report::{AuditDepth, AuditPlan, Reporter};
use crate::view::AuditView;
use rayon::prelude::*;

/// The seed of everything random: that of the command `audit`, so that both say the same.
const SEED: u64 = 1;
/// Units × draws over all systems above which a build takes fewer draws for each.
const DRAWN: usize = 1_000_000;
/// Fewest draws from which 5 and 95 % of ranks are read.
const DRAWS_MIN: usize = 500;
/// Units over all systems from which a build takes fewer points for the sensitivity.
const MANY: usize = 300;
/// Points of the sensitivity then.
const RUNS: f64 = 64.0;

/// The audit of the site, computed.
#[derive(Debug)]
pub struct Dossier<'a> {
    reporter: &'a Reporter<'a>,
    plan: AuditPlan,
    populations: Vec<Population>,
    audit: Audit,
}

impl<'a> Dossier<'a> {
    /// Audits what the site shows of it; `None` where it shows nothing.
    #[must_use]
    pub fn new(reporter: &'a Reporter<'a>) -> Option<Self> {
        let plan = reporter.audit_plan()?;
        let populations = populations(reporter.evaluation, plan.year);
        let limits = &reporter.evaluation.model.audit;
        let units = populations.iter().map(|population| population.table.units.len()).sum();
        let limits = paid(limits, plan.depth, units);
        let audit = audit_of(reporter.evaluation, plan.year, &populations, SEED, &limits);
        Some(Self { reporter, plan, populations, audit })
    }

    /// Hands each page in `language` to `put`, in parallel. The first fault of `put` ends it.
    ///
    /// # Errors
    /// Those of `put`.
    pub fn pages<E: Send>(
        &self,
        language: Language,
        put: impl Fn(&AuditView) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        let audited = self.audited();
        put(&verdict::page(self, &audited, language))?;
        let systems = audited.systems.par_iter().zip(&self.populations).enumerate();
        systems.try_for_each(|(at, (told, population))| {
            put(&system::page(self, (&audited, at), (told, population), language))
        })
    }

    /// Every table of the audit as CSV: address below the folder of a language, and text.
    #[must_use]
    pub fn tables(&self) -> Vec<(String, String)> {
        let named = |(path, text): (String, String)| {
            (format!("csv/audit-{}", path.replace('/', "-")), format!("\u{feff}{text}"))
        };
        csv(&self.audited()).into_iter().map(named).collect()
    }

    fn audited(&self) -> Audited<'_> {
        let provenance = self.reporter.provenance;
        let source = provenance.commit.as_ref().map(|commit| commit.short().to_owned());
        of_evaluation(self.reporter.evaluation, &self.audit, source.unwrap_or_default())
    }
}

/// The limits, with as many draws as a build can pay for with so many `units` in all systems together.
fn paid(limits: &AuditLimits, depth: AuditDepth, units: usize) -> AuditLimits {
    let draws = (DRAWN / units.max(1)).max(DRAWS_MIN) as f64;
    let mut paid = limits.clone();
    if depth == AuditDepth::Auto {
        if draws < limits.get(Limit::Draws) {
            paid = paid.with(Limit::Draws, draws);
        }
        if units > MANY && RUNS < limits.get(Limit::Runs) {
            paid = paid.with(Limit::Runs, RUNS);
        }
    }
    paid
}
