//! Whether conditions are met in a period: yes, no, or not to be judged because there are too few figures.

use super::desk::Desk;
use crate::model::{
    AgentIx, Direction, Goal, IndicatorIx, Month, Operator, Period, Precision, Reference, Requirement,
    Subject, Unit,
};
use crate::score::{ReadingState, Standing, Sums};
use std::collections::BTreeMap;

/// Months of service in which an agent is a newcomer for comparisons.
const NEWCOMER_MONTHS: i32 = 3;

/// Whether a condition is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// There are too few figures, or there is nothing to compare with.
    Unknown,
}

/// A condition with the figures by which it was judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// Whether it is met.
    pub met: Met,
    /// The figure; `None` if it could not be judged.
    pub figure: Option<f64>,
    /// What was asked for, in kept units; the lower end of a range.
    pub needed: f64,
}

/// Values to compare with that are the same for many people, worked out once.
#[derive(Debug, Clone, Default)]
pub(super) struct References {
    newcomers: BTreeMap<(IndicatorIx, Period), Option<f64>>,
}

impl References {
    /// For all of `requirements` in all of `periods`.
    pub(super) fn new<'r>(
        desk: &Desk<'_>,
        requirements: impl Iterator<Item = &'r Requirement>,
        periods: &[Period],
    ) -> Self {
        let mut newcomers = BTreeMap::new();
        for requirement in requirements {
            if let Requirement::Relative { indicator, reference: Reference::Newcomers, .. } = requirement {
                for period in periods {
                    newcomers
                        .entry((*indicator, *period))
                        .or_insert_with(|| of_newcomers(desk, *indicator, *period));
                }
            }
        }
        Self { newcomers }
    }

    /// For one indicator.
    pub(super) fn of_value(
        desk: &Desk<'_>,
        indicator: IndicatorIx,
        reference: Reference,
        periods: &[Period],
    ) -> Self {
        let requirement = Requirement::Relative { indicator, reference, by: 0.0 };
        Self::new(desk, std::iter::once(&requirement), periods)
    }

    /// The value that `standing` is compared with.
    pub(super) fn value(
        &self,
        desk: &Desk<'_>,
        standing: &Standing,
        indicator: IndicatorIx,
        reference: Reference,
    ) -> Option<f64> {
        match reference {
            Reference::Value(value) => Some(value),
            Reference::Newcomers => self.newcomers.get(&(indicator, standing.period)).copied().flatten(),
            Reference::OwnYearEarlier => {
                desk.measured(standing.agent, indicator, standing.period.year_earlier())
            }
            Reference::Team => {
                let reading = desk.reading_of(Subject::Team(standing.team?), indicator, standing.period);
                reading.value.filter(|_| reading.state == ReadingState::Measured)
            }
        }
    }

    /// Judges one condition.
    pub(super) fn judge(&self, desk: &Desk<'_>, standing: &Standing, requirement: &Requirement) -> Judged {
        match *requirement {
            Requirement::Score(goal) => {
                let decimals = desk.model.organisation.score_decimals;
                by_goal(standing.total, goal, Precision { unit: Unit::Points, decimals })
            }
            Requirement::Value(indicator, goal) => {
                let value = desk.measured(standing.agent, indicator, standing.period);
                by_goal(value, goal, desk.model.indicator(indicator).precision)
            }
            Requirement::Relative { indicator, reference, by } => {
                self.relative(desk, standing, (indicator, reference, by))
            }
        }
    }

    fn relative(
        &self,
        desk: &Desk<'_>,
        standing: &Standing,
        (indicator, reference, by): (IndicatorIx, Reference, f64),
    ) -> Judged {
        let definition = desk.model.indicator(indicator);
        let figure = desk.measured(standing.agent, indicator, standing.period);
        let Some(other) = self.value(desk, standing, indicator, reference) else {
            return Judged { met: Met::Unknown, figure: None, needed: 0.0 };
        };
        let (operator, needed) = match definition.direction {
            Direction::Down => (Operator::AtMost, other - other.abs() * by),
            Direction::Up | Direction::Band => (Operator::AtLeast, other + other.abs() * by),
        };
        by_goal(figure, Goal { operator, value: needed, upper: None }, definition.precision)
    }

    /// Whether all conditions are met: no as soon as one is not, unknown if one cannot be judged.
    pub(super) fn all(&self, desk: &Desk<'_>, standing: &Standing, conditions: &[Requirement]) -> Met {
        let mut all = Met::Yes;
        for requirement in conditions {
            match self.judge(desk, standing, requirement).met {
                Met::No => return Met::No,
                Met::Unknown => all = Met::Unknown,
                Met::Yes => {}
            }
        }
        all
    }
}

fn by_goal(figure: Option<f64>, goal: Goal, precision: Precision) -> Judged {
    let met = match figure {
        Some(figure) if precision.meets(figure, goal.operator, goal.value, goal.upper) => Met::Yes,
        Some(_) => Met::No,
        None => Met::Unknown,
    };
    Judged { met, figure, needed: goal.value }
}

/// The value of all newcomers together, a ratio of sums; `None` on too few cases.
fn of_newcomers(desk: &Desk<'_>, indicator: IndicatorIx, period: Period) -> Option<f64> {
    let new = |agent: &AgentIx| {
        let agent = desk.model.agent(*agent);
        let service = period.last().since(Month::of(agent.joined)) + 1;
        (1..=NEWCOMER_MONTHS).contains(&service)
            && agent.left.is_none_or(|left| left >= period.first().first_day())
    };
    let agents = (0..desk.model.agents.len() as u32).map(AgentIx).filter(new);
    let (mut above, mut below, mut cases) = (0.0, 0.0, 0.0);
    for agent in agents {
        let reading = desk.reading(agent, indicator, period);
        let (a, b) = match reading.sums {
            Sums::Pair(a, b) | Sums::PerMonth(a, b) | Sums::Weighted(a, b) => (a, b),
            Sums::Nps(promoters, passives, detractors) => {
                (100.0 * (promoters - detractors), promoters + passives + detractors)
            }
            Sums::Nothing | Sums::State(..) => continue,
        };
        above += a;
        below += b;
        cases += reading.n.unwrap_or_default();
    }
    let enough = cases >= desk.model.indicator(indicator).minimum();
    (below > 0.0 && enough).then(|| above / below)
}
