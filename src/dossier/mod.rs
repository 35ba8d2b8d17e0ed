//! The annual audit as pages of the site: a verdict page for all systems, and a page for each with its sections.
//!
//! The audit is computed once for both languages, by the job that writes its pages, so beside all others; each system is told as soon as
//! it is audited, and only what the verdict page needs of it is kept. `case` is one system in one language, or in both at once; a file
//! for each section makes its charts and tables; `sheet` puts any table of the audit into words. What is not assessed is never shown as
//! passed.
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

use crate::audit::{Audit, Population, audit_each, audited_people};
use crate::findings::{Audited, csv_of_follow_up, csv_of_system, of_evaluation};
use crate::model::{AuditLimits, Language, Limit};
use crate::report::{AuditDepth, AuditPlan, Reporter};
use crate::view::AuditView;

/// The seed of everything random: that of the command `audit`, so that both say the same.
const SEED: u64 = 1;
/// Units × draws over all systems above which a build takes fewer draws for each.
const DRAWN: usize = 500_000;
/// Fewest draws from which 5 and 95 % of ranks are read.
const DRAWS_MIN: usize = 500;
/// Units over all systems from which a build takes fewer points for the sensitivity.
const MANY: usize = 300;
/// Points of the sensitivity then.
const RUNS: f64 = 64.0;

/// The audit of the site.
#[derive(Debug)]
pub struct Dossier<'a> {
    reporter: &'a Reporter<'a>,
    plan: AuditPlan,
    limits: AuditLimits,
}

impl<'a> Dossier<'a> {
    /// What the site shows of the audit; `None` where it shows nothing.
    #[must_use]
    pub fn new(reporter: &'a Reporter<'a>) -> Option<Self> {
        let plan = reporter.audit_plan()?;
        let people = audited_people(reporter.evaluation, plan.year);
        Some(Self { reporter, plan, limits: paid(&reporter.evaluation.model.audit, plan.depth, people) })
    }

    /// Audits, and hands each page in `language` to `page` and every table as CSV, with its address below the folder of a language,
    /// to `table`: those of a system as soon as it is audited, in parallel.
    ///
    /// # Errors
    /// The first of `page` and `table`.
    pub fn tell<E: Send>(
        &self,
        language: Language,
        page: impl Fn(&AuditView) -> Result<(), E> + Sync,
        table: impl Fn(&str, String) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        let tables = |(path, text): (String, String)| {
            table(&format!("csv/audit-{}", path.replace('/', "-")), format!("\u{feff}{text}"))
        };
        let each = |audit: &Audit, population: &Population| {
            let audited = self.audited(audit);
            audited.systems.iter().try_for_each(|told| {
                page(&system::page(self, &audited, (told, population), language))?;
                csv_of_system(told).into_iter().try_for_each(tables)
            })
        };
        let evaluation = self.reporter.evaluation;
        let (audit, populations) = audit_each(evaluation, self.plan.year, SEED, &self.limits, each)?;
        let audited = self.audited(&audit);
        page(&verdict::page(self, &audited, &populations, language))?;
        csv_of_follow_up(&audited).map_or(Ok(()), tables)
    }

    fn audited<'b>(&self, audit: &'b Audit) -> Audited<'b>
    where
        'a: 'b,
    {
        let provenance = self.reporter.provenance;
        let source = provenance.commit.as_ref().map(|commit| commit.short().to_owned());
        of_evaluation(self.reporter.evaluation, audit, source.unwrap_or_default())
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
