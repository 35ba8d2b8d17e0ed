//! Figures of all agents of a team, added up by indicator and month once, so that a reading of a team or of the
//! organisation does not go through its agents.

use super::Index;
use super::roster::share_of_month;
use super::sum::Sum;
use crate::model::{Entry, Holder, IndicatorIx, Measure, Model, Month, TeamIx};

/// What the agents of a team (`None`: all agents) have of an indicator in a month, over all channels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subtotal {
    /// Team, indicator and month; subtotals are sorted by it.
    pub(super) key: (Option<TeamIx>, IndicatorIx, Month),
    /// Their figures.
    pub(super) sum: Sum,
}

/// The subtotals of all teams, and of all agents, sorted. States are left out: those of several agents cannot be added.
pub(super) fn subtotals(model: &Model, index: &Index) -> Vec<Subtotal> {
    of_months(model, index, |_| true)
}

/// As [`subtotals`], with those of all months but `changed` (sorted) from `before`: a subtotal follows from the rows of its month alone.
pub(super) fn subtotals_after(
    model: &Model,
    index: &Index,
    before: &[Subtotal],
    changed: &[Month],
) -> Vec<Subtotal> {
    let is_changed = |month: Month| changed.binary_search(&month).is_ok();
    let mut all: Vec<Subtotal> = before.iter().filter(|s| !is_changed(s.key.2)).copied().collect();
    all.extend(of_months(model, index, is_changed));
    all.sort_by_key(|subtotal| subtotal.key);
    all
}

/// The subtotals of the months that `wanted` says, sorted.
fn of_months(model: &Model, index: &Index, wanted: impl Fn(Month) -> bool) -> Vec<Subtotal> {
    let mut found = Vec::new();
    for rows in index.by_team().chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        if rows.first().is_some_and(|(_, month, _)| wanted(*month)) {
            add_month(model, index, rows, &mut found);
        }
    }
    let mut whole: Vec<Subtotal> = Vec::new();
    // Stable: within an indicator and month, teams come in their order.
    found.sort_by_key(|subtotal| (subtotal.key.1, subtotal.key.2));
    for subtotal in &found {
        let (_, indicator, month) = subtotal.key;
        match whole.last_mut() {
            Some(last) if last.key == (None, indicator, month) => last.sum.merge(&subtotal.sum),
            _ => whole.push(Subtotal { key: (None, indicator, month), sum: subtotal.sum }),
        }
    }
    found.append(&mut whole);
    found.sort_by_key(|subtotal| subtotal.key);
    found
}

/// Adds up the rows of one team and month.
fn add_month(model: &Model, index: &Index, rows: &[(TeamIx, Month, u32)], found: &mut Vec<Subtotal>) {
    let Some(&(team, month, _)) = rows.first() else { return };
    let mut sums: Vec<Option<(Sum, Option<Holder>)>> = vec![None; model.indicators.len()];
    let all = model.metrics.rows();
    for row_at in rows.iter().map(|&(.., at)| at as usize) {
        let Some(row) = all.get(row_at) else { continue };
        let mut share = None;
        for cell in model.metrics.cells(row) {
            let measure = &model.indicator(cell.indicator).measure;
            let Some(slot) = sums.get_mut(cell.indicator.at()) else { continue };
            if matches!(measure, Measure::State { .. }) {
                continue;
            }
            let (sum, counted) = slot.get_or_insert_default();
            sum.enter(measure, cell.entry(), month, row.channel);
            if matches!(cell.entry(), Entry::Number(_)) && *counted != Some(row.holder) {
                *counted = Some(row.holder);
                let team_at = |at: usize, _: &_| index.team_of_row(at);
                let worked = || share_of_month(all, row_at, Some(team), team_at);
                sum.add_months(*share.get_or_insert_with(worked));
            }
        }
    }
    let indicators = (0..).map(IndicatorIx);
    let filled = indicators.zip(sums).filter_map(|(ix, slot)| slot.map(|(sum, _)| (ix, sum)));
    found.extend(filled.map(|(indicator, sum)| Subtotal { key: (Some(team), indicator, month), sum }));
}
