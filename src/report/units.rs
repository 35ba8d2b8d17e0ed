//! The units that an indicator is compared over: its agents, or its teams where agents are too many for one page or the
//! figures are written for teams only.

use super::reporter::Reporter;
use crate::model::{AgentIx, IndicatorIx, Period, Subject, TeamIx};
use crate::score::{Reading, ReadingState, Sums};
use crate::stats::{Interval, funnel_limits};
use std::collections::BTreeMap;

/// Most rows that one table holds.
pub(super) const MOST_ROWS: usize = 300;

/// Coverage of the inner and the outer limits (Spiegelhalter 2005: two and three standard deviations).
pub(super) const COVERAGE: (f64, f64) = (0.95, 0.998);

/// One unit with its value.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Who.
    pub(super) subject: Subject,
    /// The value.
    pub(super) reading: Reading,
    /// How it stands to what chance explains; `None` where that cannot be told.
    pub(super) chance: Option<Chance>,
}

/// How a share stands to the limits around the mean of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Chance {
    /// Within the 95 % limits.
    Within,
    /// Beyond the 95 % limits, within the 99.8 % limits: about one in twenty units by chance alone.
    Edge,
    /// Beyond the 99.8 % limits: chance does not explain it.
    Outside,
}

/// The units of an indicator in a period.
#[derive(Debug)]
pub(super) struct Units {
    /// The units with a reading, agents by id or teams by id.
    pub(super) list: Vec<Unit>,
    /// Whether they are teams.
    pub(super) teams: bool,
    /// Teams whose value the audience may not see.
    pub(super) withheld: Vec<TeamIx>,
    /// The mean around which the limits lie: the ratio of sums of all units.
    pub(super) centre: Option<f64>,
}

impl Units {
    /// The units of `indicator` in `period`.
    pub(super) fn new(reporter: &Reporter<'_>, indicator: IndicatorIx, period: Period) -> Self {
        let model = &reporter.evaluation.model;
        let read = |subject| reporter.reading(subject, indicator, period);
        let known =
            |reading: &Reading| !matches!(reading.state, ReadingState::Missing | ReadingState::NotApplicable);
        let of = |subject| {
            Some(Unit { subject, reading: read(subject), chance: None }).filter(|u| known(&u.reading))
        };
        let agents = || (0..model.agents.len() as u32).map(|at| Subject::Agent(AgentIx(at)));
        let mut list: Vec<Unit> = if model.agents.len() > MOST_ROWS || !reporter.visible.everything() {
            Vec::new()
        } else {
            agents().filter_map(of).collect()
        };
        let teams = list.is_empty();
        let mut withheld = Vec::new();
        if teams {
            for team in (0..model.teams.len() as u32).map(TeamIx) {
                match reporter.visible.figure(Subject::Team(team), indicator) {
                    true => list.extend(of(Subject::Team(team))),
                    false => withheld.push(team),
                }
            }
        }
        let mut units = Self { centre: centre(&list), list, teams, withheld };
        units.judge();
        units
    }

    /// How many units are judged as `chance`.
    pub(super) fn count(&self, chance: Chance) -> usize {
        self.list.iter().filter(|unit| unit.chance == Some(chance)).count()
    }

    fn judge(&mut self) {
        let Some(centre) = self.centre else { return };
        let mut limits = Limits { centre, known: BTreeMap::new() };
        for unit in &mut self.list {
            unit.chance = pair(&unit.reading).and_then(|(above, below)| limits.judge(above, below));
        }
    }
}

/// Limits by number of cases, computed once for each number.
struct Limits {
    centre: f64,
    known: BTreeMap<u64, Option<(Interval, Interval)>>,
}

impl Limits {
    fn judge(&mut self, above: f64, below: f64) -> Option<Chance> {
        let cases = below as u64;
        let centre = self.centre;
        let (inner, outer) = (*self.known.entry(cases).or_insert_with(|| limits(centre, cases)))?;
        let value = above / below;
        Some(match value {
            value if !outer.contains(value) => Chance::Outside,
            value if !inner.contains(value) => Chance::Edge,
            _ => Chance::Within,
        })
    }
}

/// The 95 % and 99.8 % limits at `cases`.
pub(super) fn limits(centre: f64, cases: u64) -> Option<(Interval, Interval)> {
    funnel_limits(centre, cases, COVERAGE.0).zip(funnel_limits(centre, cases, COVERAGE.1))
}

/// Numerator and denominator of a share with whole cases, however few.
pub(super) fn pair(reading: &Reading) -> Option<(f64, f64)> {
    let usable = matches!(reading.state, ReadingState::Measured | ReadingState::TooSmall { .. });
    match reading.sums {
        Sums::Pair(above, below)
            if usable && !reading.reconstructed && below >= 1.0 && (0.0..=below).contains(&above) =>
        {
            Some((above, below))
        }
        _ => None,
    }
}

/// Ratio of sums over all units.
fn centre(list: &[Unit]) -> Option<f64> {
    let pairs = list.iter().filter_map(|unit| pair(&unit.reading));
    let (above, below) = pairs.fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
    (below > 0.0).then(|| above / below)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Around 90 % with 100 cases the exact tail of 80 or fewer is 0.002, of 83 or fewer 0.02 (binomial tables).
    #[test]
    fn few_cases_leave_more_to_chance() {
        let mut limits = Limits { centre: 0.9, known: BTreeMap::new() };
        assert_eq!(limits.judge(90.0, 100.0), Some(Chance::Within));
        assert_eq!(limits.judge(83.0, 100.0), Some(Chance::Edge));
        assert_eq!(limits.judge(75.0, 100.0), Some(Chance::Outside));
        assert_eq!(limits.judge(8.0, 10.0), Some(Chance::Within));
        assert_eq!(limits.judge(7.0, 10.0), Some(Chance::Within));
    }
}
