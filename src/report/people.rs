//! Who is new, left, moved or stayed between two periods, so that comparisons are like for like.

use super::reporter::Reporter;
use crate::model::{AgentIx, Period};
use crate::score::Verdict;
use crate::stats::median;

/// Counts between a period and the one before.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct People {
    /// In service now and not before.
    pub(super) new: usize,
    /// In service before and not now.
    pub(super) left: usize,
    /// In service in both, in another team.
    pub(super) moved: usize,
    /// In service in both, in the same team.
    pub(super) stayed: usize,
    /// Differences of the totals of those rated in both.
    pub(super) differences: Vec<(AgentIx, f64)>,
}

impl People {
    /// The counts of `period` against the one before.
    pub(super) fn new(reporter: &Reporter<'_>, period: Period) -> Self {
        let evaluation = reporter.evaluation;
        let mut people = Self::default();
        for agent in (0..evaluation.model.agents.len() as u32).map(AgentIx) {
            let serving = |period| {
                evaluation
                    .standing(agent, period)
                    .filter(|standing| standing.verdict != Verdict::NotInService)
            };
            match (serving(period.previous()), serving(period)) {
                (None, None) => {}
                (None, Some(_)) => people.new += 1,
                (Some(_), None) => people.left += 1,
                (Some(before), Some(now)) if before.team != now.team => people.moved += 1,
                (Some(_), Some(_)) => people.stayed += 1,
            }
            let total = |period| serving(period).and_then(|standing| standing.total);
            if let (Some(before), Some(now)) = (total(period.previous()), total(period)) {
                people.differences.push((agent, now - before));
            }
        }
        if !reporter.visible.organisation() || !reporter.visible.many(people.differences.len()) {
            people.differences.clear();
        }
        people
    }

    /// Median of the differences of those rated in both periods.
    pub(super) fn median_difference(&self) -> Option<f64> {
        median(&self.differences.iter().map(|difference| difference.1).collect::<Vec<_>>())
    }
}
