//! What the rules are asked with: figures, standings and wages of those who take part.

use crate::model::{
    AgentIx, Basis, Direction, Incentive, IncentiveIx, IndicatorIx, Model, Money, PayBase, Period, Subject,
    grid,
};
use crate::score::{Index, Reading, ReadingState, Standing, reading_with};

/// Says for whom nothing is paid or given in a period.
pub type NoBonus<'a> = &'a (dyn Fn(AgentIx, Period) -> bool + Sync);

/// What the rules are asked with.
#[derive(Clone, Copy)]
#[allow(missing_debug_implementations, reason = "closures say nothing about themselves")]
pub struct Desk<'a> {
    /// The facts.
    pub model: &'a Model,
    /// Where figures stand.
    pub index: &'a Index,
    /// All periods that hold figures.
    pub periods: &'a [Period],
    /// The standing of an agent in a period.
    pub standing: &'a (dyn Fn(AgentIx, Period) -> Option<Standing> + Sync),
    /// For whom nothing is paid or given.
    pub no_bonus: NoBonus<'a>,
}

impl Desk<'_> {
    /// The periods for which an incentive is awarded, oldest first.
    pub(super) fn periods_of(&self, ix: IncentiveIx) -> Vec<Period> {
        let incentive = self.model.incentive(ix);
        let mut periods: Vec<Period> =
            self.periods.iter().copied().filter(|period| incentive.awards(*period)).collect();
        periods.sort();
        periods
    }

    /// Who takes part: agents in service in `period` whose longest segment is in a team of the incentive.
    pub(super) fn participants(&self, incentive: &Incentive, period: Period) -> Vec<Standing> {
        let agents = (0..self.model.agents.len() as u32).map(AgentIx);
        agents.filter_map(|agent| self.participant(incentive, agent, period)).collect()
    }

    /// The standing of `agent` if they take part.
    pub(super) fn participant(
        &self,
        incentive: &Incentive,
        agent: AgentIx,
        period: Period,
    ) -> Option<Standing> {
        let standing = (self.standing)(agent, period)?;
        standing.team.is_some_and(|team| incentive.covers(team)).then_some(standing)
    }

    /// The figure of an indicator for an agent.
    pub(super) fn reading(&self, agent: AgentIx, indicator: IndicatorIx, period: Period) -> Reading {
        self.reading_of(Subject::Agent(agent), indicator, period)
    }

    /// The figure of an indicator for anyone.
    pub(super) fn reading_of(&self, of: Subject, indicator: IndicatorIx, period: Period) -> Reading {
        reading_with(self.model, self.index, of, indicator, period.first(), period.last(), None)
    }

    /// A value that rests on enough cases.
    pub(super) fn measured(&self, agent: AgentIx, indicator: IndicatorIx, period: Period) -> Option<f64> {
        let reading = self.reading(agent, indicator, period);
        reading.value.filter(|_| reading.state == ReadingState::Measured)
    }

    /// The figure by which someone is ordered, with a key on the grid of shown numbers: higher is better, equal is tied.
    pub(super) fn figure(&self, basis: Basis, standing: &Standing) -> Option<(f64, i64)> {
        match basis {
            Basis::Score => {
                let decimals = self.model.organisation.score_decimals;
                standing.total.map(|total| (total, grid(total, decimals)))
            }
            Basis::Indicator(indicator) => {
                let value = self.measured(standing.agent, indicator, standing.period)?;
                Some((value, self.key(indicator, value)))
            }
        }
    }

    /// A value on the grid of shown numbers, the better the higher.
    pub(super) fn key(&self, indicator: IndicatorIx, value: f64) -> i64 {
        let definition = self.model.indicator(indicator);
        let key = definition.precision.grid(value);
        if definition.direction == Direction::Down { -key } else { key }
    }

    /// The wage or variable base of an agent over the months of `period` in service; `None` if one of them is not known.
    pub(super) fn base(&self, agent: AgentIx, base: PayBase, period: Period) -> Option<Money> {
        let person = self.model.agent(agent);
        let months = period.months().map(|month| (month.first_day(), month.last_day()));
        let served = months.filter(|(first, last)| {
            person.joined <= *last
                && person.left.is_none_or(|left| *first <= left)
                && person.postings.iter().any(|posting| posting.days_within(*first, *last) > 0)
        });
        let of_month = |(first, last)| match base {
            PayBase::Amount(amount) => Some(amount),
            PayBase::Wage => Some(self.model.pay.as_ref()?.in_month(agent, first, last)?.wage),
            PayBase::Variable => self.model.pay.as_ref()?.in_month(agent, first, last)?.variable,
        };
        served.map(of_month).sum()
    }

    /// Digits of the organisation's currency.
    pub(super) fn decimals(&self) -> u8 {
        Money::decimals_of(&self.model.organisation.currency)
    }
}
