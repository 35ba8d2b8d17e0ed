//! The scores of a group in one period: how many are rated, their median and spread, how many stand in which band.

use super::reporter::Reporter;
use crate::audience::Visible;
use crate::model::{AgentIx, Period, Role, SchemeIx};
use crate::score::{Standing, Verdict};
use crate::stats::{median, quantile};

/// The scores of a group in one period.
#[derive(Debug, Default)]
pub(super) struct Standings {
    /// Agents of the group.
    pub(super) members: usize,
    /// How many of them are rated.
    pub(super) rated: usize,
    /// Totals of the rated, by agent; empty where the audience may not see those of so few people.
    pub(super) totals: Vec<(AgentIx, f64)>,
    /// Why the others are not rated.
    pub(super) unrated: Vec<Verdict>,
    /// Scheme and band of the rated.
    bands: Vec<(SchemeIx, usize)>,
}

impl Standings {
    /// The scores of `agents` in `period`; those not in service are left out.
    pub(super) fn new(reporter: &Reporter<'_>, agents: &[AgentIx], period: Period) -> Self {
        let standings = agents.iter().filter_map(|agent| reporter.evaluation.standing(*agent, period));
        Self::of(standings).seen_by(reporter.visible)
    }

    /// The scores of all agents in service in `period`; managers are scored on other things.
    pub(super) fn all(reporter: &Reporter<'_>, period: Period) -> Self {
        let agents = (0..reporter.evaluation.model.agents.len() as u32).map(AgentIx);
        if !reporter.visible.organisation() {
            return Self::default();
        }
        let standings = agents.filter_map(|agent| reporter.evaluation.standing(agent, period));
        Self::of(standings.filter(|standing| standing.role == Role::Agent)).seen_by(reporter.visible)
    }

    /// Without scores where they are those of too few people.
    fn seen_by(self, visible: &Visible) -> Self {
        match visible.many(self.totals.len()) {
            true => self,
            false => Self { members: self.members, rated: self.rated, ..Self::default() },
        }
    }

    fn of<'s>(standings: impl Iterator<Item = &'s Standing>) -> Self {
        let mut of = Self::default();
        for standing in standings.filter(|standing| standing.verdict != Verdict::NotInService) {
            of.members += 1;
            match standing.total {
                Some(total) => {
                    of.rated += 1;
                    of.totals.push((standing.agent, total));
                    of.bands.extend(standing.scheme.zip(standing.band));
                }
                None => of.unrated.push(standing.verdict),
            }
        }
        of
    }

    /// The totals alone.
    pub(super) fn values(&self) -> Vec<f64> {
        self.totals.iter().map(|total| total.1).collect()
    }

    /// Median of the totals.
    pub(super) fn median(&self) -> Option<f64> {
        median(&self.values())
    }

    /// First quartile, median, third quartile.
    pub(super) fn quartiles(&self) -> Option<(f64, f64, f64)> {
        let values = self.values();
        Some((quantile(&values, 0.25)?, median(&values)?, quantile(&values, 0.75)?))
    }

    /// How many stand in the best two bands, of how many with bands.
    pub(super) fn upper_bands(&self) -> Option<(usize, usize)> {
        let upper = self.bands.iter().filter(|(_, band)| *band < 2).count();
        (!self.bands.is_empty()).then_some((upper, self.bands.len()))
    }

    /// The first reason that most of the unrated share.
    pub(super) fn commonest_reason(&self) -> Option<Verdict> {
        let kind = |verdict: &Verdict| std::mem::discriminant(verdict);
        let count =
            |verdict: &Verdict| self.unrated.iter().filter(|other| kind(other) == kind(verdict)).count();
        let most = self.unrated.iter().map(count).max()?;
        self.unrated.iter().find(|verdict| count(verdict) == most).copied()
    }
}
