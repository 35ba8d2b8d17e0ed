//! The tables of a page that can be downloaded.

use crate::view::{
    AgentView, AuditView, DiagnosticView, DiagnosticsView, Figure, GlossaryView, IncentiveView,
    IncentivesView, IndicatorView, LandingView, ListView, MissingView, OverviewView, PeriodView, QualityView,
    RankingView, SchemeView, SearchView, Table, TargetView, TargetsView, TeamView,
};

/// Names the tables of a page.
pub(super) trait Tables {
    /// All its tables, those of its charts too.
    fn tables(&self) -> Vec<&Table> {
        Vec::new()
    }
}

/// Its tables for download hold more than its pages; they are written by themselves.
impl Tables for AuditView {}
impl Tables for LandingView {}
impl Tables for MissingView {}
impl Tables for SearchView {}
impl Tables for GlossaryView {}
impl Tables for DiagnosticView {}

fn of_figures(figures: &[Figure]) -> impl Iterator<Item = &Table> {
    figures.iter().filter_map(|figure| figure.data.as_ref())
}

impl Tables for OverviewView {
    fn tables(&self) -> Vec<&Table> {
        let value = self.value.iter().filter_map(|section| section.table.as_ref());
        let own = std::iter::once(&self.teams).chain(value);
        own.chain(of_figures(&self.charts)).chain(of_figures(&self.value_charts)).collect()
    }
}

impl Tables for TeamView {
    fn tables(&self) -> Vec<&Table> {
        let own = self.heat.iter().chain(&self.targets);
        own.chain(of_figures(&self.charts)).chain(of_figures(&self.trends)).collect()
    }
}

impl Tables for AgentView {
    fn tables(&self) -> Vec<&Table> {
        self.awards
            .iter()
            .chain(&self.events)
            .chain(&self.appeals)
            .chain(&self.cycle)
            .chain(&self.postings)
            .chain(of_figures(&self.charts))
            .collect()
    }
}

impl Tables for IndicatorView {
    fn tables(&self) -> Vec<&Table> {
        let own = [&self.schemes, &self.values].into_iter().chain(&self.targets);
        let comparisons = self.comparisons.iter().filter_map(|section| section.table.as_ref());
        own.chain(comparisons).chain(of_figures(&self.charts)).collect()
    }
}

impl Tables for TargetView {
    fn tables(&self) -> Vec<&Table> {
        self.checkpoints.iter().chain(self.chart.iter().filter_map(|figure| figure.data.as_ref())).collect()
    }
}

impl Tables for TargetsView {
    fn tables(&self) -> Vec<&Table> {
        std::iter::once(&self.targets).chain(&self.failing).collect()
    }
}

impl Tables for PeriodView {
    fn tables(&self) -> Vec<&Table> {
        let staffing = self.staffing.iter().filter_map(|section| section.table.as_ref());
        let own = std::iter::once(&self.changes).chain(&self.scores).chain(staffing);
        own.chain(of_figures(&self.charts)).collect()
    }
}

impl Tables for RankingView {
    fn tables(&self) -> Vec<&Table> {
        self.groups.iter().map(|group| &group.table).chain(&self.unranked).collect()
    }
}

impl Tables for SchemeView {
    fn tables(&self) -> Vec<&Table> {
        let sections = self.sections.iter().filter_map(|section| section.table.as_ref());
        let comparison = self.comparison.iter().filter_map(|section| section.table.as_ref());
        self.changes.iter().chain(sections).chain(comparison).collect()
    }
}

impl Tables for QualityView {
    fn tables(&self) -> Vec<&Table> {
        let own = std::iter::once(&self.coverage).chain(&self.sources).chain(&self.special);
        own.chain(of_figures(&self.charts)).collect()
    }
}

impl Tables for DiagnosticsView {
    fn tables(&self) -> Vec<&Table> {
        vec![&self.codes]
    }
}

impl Tables for ListView {
    fn tables(&self) -> Vec<&Table> {
        self.sections.iter().filter_map(|section| section.table.as_ref()).collect()
    }
}

impl Tables for IncentivesView {
    fn tables(&self) -> Vec<&Table> {
        vec![&self.incentives]
    }
}

impl Tables for IncentiveView {
    fn tables(&self) -> Vec<&Table> {
        let own = self.receiving.iter().chain(&self.groups).chain(&self.pool);
        own.chain(&self.near).chain(&self.history).chain(&self.decisions).collect()
    }
}
