//! Medals by an indicator's thresholds (A084): the highest level whose threshold is met.

use super::desk::Desk;
use super::eligible::{Needs, lacking, not_asked};
use super::outcome::{Award, Detail, Lack, Outcome, Person, Pool};
use crate::model::{IncentiveIx, Medal, Period};
use crate::score::{ReadingState, Standing};
use rayon::prelude::*;

pub(super) fn award(desk: &Desk<'_>, ix: IncentiveIx, rule: &Medal) -> Vec<Outcome> {
    let incentive = desk.model.incentive(ix);
    let of_period = |period: Period| {
        let participants = desk.participants(incentive, period);
        let of = |standing: &Standing| medal(desk, ix, rule, standing);
        let people = participants.par_iter().filter_map(of).collect();
        Outcome { incentive: ix, period, people, groups: Vec::new(), pool: Pool::default() }
    };
    desk.periods_of(ix).into_iter().map(of_period).collect()
}

/// The medal of one person; `None` for those who have no figure of the indicator, since their work does not bring any.
fn medal(desk: &Desk<'_>, ix: IncentiveIx, rule: &Medal, standing: &Standing) -> Option<Person> {
    let reading = desk.reading(standing.agent, rule.indicator, standing.period);
    let value = reading.value?;
    let mut lacking = lacking(desk, &desk.model.incentive(ix).eligible, standing, Needs::Written);
    if reading.state != ReadingState::Measured {
        lacking.push(Lack::SampleTooSmall(rule.indicator));
    }
    if !lacking.is_empty() {
        return Some(not_asked(standing, lacking));
    }
    let precision = desk.model.indicator(rule.indicator).precision;
    let level = rule
        .levels
        .iter()
        .rposition(|level| precision.meets(value, level.goal.operator, level.goal.value, level.goal.upper));
    let until = standing.period.last().plus(i32::from(rule.valid_months));
    let needed = rule.levels.first().map_or(0.0, |level| level.goal.value);
    Some(Person {
        agent: standing.agent,
        group: None,
        award: level.map(|level| Award::Medal { level, until }),
        detail: Detail::Figure { figure: value, rank: 0, tie_breaks: 0, held: 0 },
        lacking: match level {
            Some(_) => Vec::new(),
            None => vec![Lack::Condition { at: 0, figure: Some(value), needed }],
        },
    })
}
