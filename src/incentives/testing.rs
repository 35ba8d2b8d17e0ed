//! A small desk for tests: one indicator of a hundred cases is the whole score, so that a score is what is entered.

use super::{Desk, Outcome, award};
use crate::diag::Span;
use crate::model::{
    AgentIx, Band, Direction, Eligibility, Entry, Id, Incentive, IncentiveIx, IncentiveRule, IndicatorIx,
    Money, Pay, Period, PeriodKind, SchemeIx, TeamIx, Text, Unit, Wage,
};
use crate::score::testing::{Build, amount, date, item, linear, month, quotient, share};
use crate::score::{Index, standing};

/// Amount paid per customer.
pub(super) const AOV: IndicatorIx = IndicatorIx(0);
/// Net sales.
pub(super) const SALES: IndicatorIx = IndicatorIx(1);
/// A share that is the score: 90/100 is a score of 90.
pub(super) const SCORE: IndicatorIx = IndicatorIx(2);

/// Money in yuan.
pub(super) fn yuan(amount: f64) -> Money {
    Money::of(amount, 2)
}

/// The desk.
pub(super) struct World {
    pub(super) build: Build,
    pub(super) incentives: Vec<Incentive>,
    pub(super) red: Vec<(AgentIx, &'static str)>,
}

impl World {
    /// `people` agents `p0`, `p1`, … in one team since 2024, bands a from 80 and b from 0.
    pub(super) fn new(people: usize) -> Self {
        let mut build = Build::new();
        let team = build.team("desk");
        build.indicator("aov", quotient(), Unit::Money, Direction::Up);
        build.indicator("sales", amount(), Unit::Money, Direction::Up);
        build.indicator("score", share(), Unit::Percent, Direction::Up);
        build.model.indicators[AOV.at()].precision.decimals = 2;
        build.model.indicators[SCORE.at()].precision.decimals = 2;
        build.scheme("plan", "2024-01", vec![item(SCORE, 100.0, linear(0.0, 1.0))]);
        let band = |id: &str, from| Band { id: Id::parse(id).unwrap(), name: Text::same(id), from };
        let scheme = build.scheme_mut(SchemeIx(0));
        scheme.bands = vec![band("a", 80.0), band("b", 0.0)];
        (scheme.policy.observed_months, scheme.policy.pool_months) = (0, 0);
        for at in 0..people {
            build.agent(&format!("p{at}"), "2024-01-01", team);
        }
        Self { build, incentives: Vec::new(), red: Vec::new() }
    }

    /// Scores of all agents in a month, full months worked.
    pub(super) fn scores(&mut self, of: &str, scores: &[f64]) {
        for (at, score) in scores.iter().enumerate() {
            self.month(at as u32, of, (20.0, 20.0), &[(SCORE, Entry::Pair(*score, 100.0))]);
        }
    }

    /// A month of one agent.
    pub(super) fn month(&mut self, agent: u32, of: &str, days: (f64, f64), figures: &[(IndicatorIx, Entry)]) {
        self.build.figures(AgentIx(agent), of, days, figures);
    }

    /// Wages and variable bases from 2024 on.
    pub(super) fn wages(&mut self, list: &[(f64, f64)]) {
        let wage = |&(wage, variable): &(f64, f64)| {
            let (wage, variable) = (yuan(wage), Some(yuan(variable)));
            vec![Wage { from: date("2024-01-01"), to: None, wage, variable, span: Span::default() }]
        };
        self.build.model.pay = Some(Pay { wages: list.iter().map(wage).collect(), floor: None });
    }

    /// An incentive of months from 2025 on, for everyone. Ids follow the order of entry.
    pub(super) fn incentive(&mut self, rule: IncentiveRule) -> &mut Incentive {
        let id = format!("i{}", self.incentives.len());
        self.incentives.push(Incentive {
            id: Id::parse(&id).unwrap(),
            name: Text::same(id),
            about: Text::default(),
            period: PeriodKind::Month,
            from: month("2025-01"),
            to: None,
            teams: Vec::new(),
            eligible: Eligibility { minimum_people: 1, ..Eligibility::default() },
            rule,
            decisions: Vec::new(),
            span: Span::default(),
        });
        self.incentives.last_mut().unwrap()
    }

    /// Everything that is awarded.
    pub(super) fn award(&self) -> Vec<Outcome> {
        let mut model = self.build.model();
        model.incentives.clone_from(&self.incentives);
        let index = Index::new(&model);
        let periods = model.periods();
        award(&Desk {
            model: &model,
            index: &index,
            periods: &periods,
            standing: &|agent, period| Some(standing(&model, &index, agent, period)),
            no_bonus: &|agent, period: Period| {
                self.red.iter().any(|(a, p)| *a == agent && *p == period.to_string())
            },
        })
    }

    /// The outcome of an incentive in a period.
    pub(super) fn outcome(&self, incentive: u32, period: &str) -> Outcome {
        let all = self.award();
        let found =
            all.iter().find(|o| o.incentive == IncentiveIx(incentive) && o.period.to_string() == period);
        found.expect("an outcome").clone()
    }
}

/// Amounts of everyone in an outcome, in yuan; `None` for those who receive nothing.
pub(super) fn amounts(outcome: &Outcome) -> Vec<Option<f64>> {
    let of =
        |person: &super::Person| person.award.and_then(super::Award::money).map(|amount| amount.amount(2));
    outcome.people.iter().map(of).collect()
}

/// The desk's only team.
pub(super) const TEAM: TeamIx = TeamIx(0);
