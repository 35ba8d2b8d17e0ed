//! What the teams that a manager leads have of an indicator (A048): team performance counts first for who leads.

use super::composite::composite;
use super::service::posting_for;
use super::sum::Sum;
use super::tally::Tally;
use super::{Index, Reading};
use crate::model::{AgentIx, Holder, IndicatorIx, Measure, Model, Month, Role, TeamIx, Whose};

/// The teams that `agent` leads in each month of `spans` (team of the posting, first and last month).
pub(super) fn led(model: &Model, agent: AgentIx, spans: &[(TeamIx, Month, Month)]) -> Vec<(TeamIx, Month)> {
    let person = model.agent(agent);
    let mut found = Vec::new();
    for &(team, first, last) in spans {
        for month in (0..=last.since(first)).map(|n| first.plus(n)) {
            let posting = posting_for(person, team, month);
            found.extend(posting.into_iter().flat_map(|posting| &posting.leads).map(|led| (*led, month)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The reading of `indicator` over teams and months: sums over their agents; of what no agent ever has, the teams' own
/// figures; a state only of a single team, since those of several cannot be combined. No earlier months are pooled in:
/// a team has more cases than its agents. `minimum`: fewest cases, the indicator's if `None`.
pub(super) fn reading_of_led(
    model: &Model,
    index: &Index,
    led: &[(TeamIx, Month)],
    indicator: IndicatorIx,
    minimum: Option<f64>,
) -> Reading {
    let of = model.indicator(indicator);
    if let Measure::Composite(parts) = &of.measure {
        return composite(model, indicator, parts, |part| reading_of_led(model, index, led, part, None));
    }
    let minimum = minimum.unwrap_or_else(|| of.minimum());
    let state = matches!(of.measure, Measure::State { .. });
    if !state && led.iter().any(|(team, _)| index.written_for_agents(Some(*team), indicator)) {
        let mut sum = Sum::default();
        for &(team, month) in led {
            sum.merge(&index.sum_of_agents(Some(team), indicator, month, month));
        }
        return sum.reading((indicator, &of.measure), minimum, 0, Vec::new());
    }
    let mut tally = Tally::new(model, Some(index), indicator);
    let one_team =
        led.windows(2).all(|pair| pair.iter().all(|(team, _)| Some(*team) == led.first().map(|l| l.0)));
    if !state || one_team {
        for &(team, month) in led {
            tally.add_all(positions(model, team, month));
        }
    }
    tally.reading(minimum, 0)
}

/// Positions of the rows of `team` as a whole in `month`.
fn positions(model: &Model, team: TeamIx, month: Month) -> std::ops::Range<usize> {
    let rows = model.metrics.rows();
    let key = (Holder::Team(team), month);
    let from = rows.partition_point(|row| (row.holder, row.month) < key);
    let to = rows.partition_point(|row| (row.holder, row.month) <= key);
    from..to.max(from)
}

/// The value of `indicator` for `agent` as a manager from month `first` to `last`: of the teams led in the months whose
/// scheme scores the indicator `of: team`. `None` if there is no such month.
#[must_use]
pub fn reading_as_manager(
    model: &Model,
    index: &Index,
    agent: AgentIx,
    indicator: IndicatorIx,
    first: Month,
    last: Month,
) -> Option<Reading> {
    let person = model.agent(agent);
    let mut months = Vec::new();
    for month in (0..=last.since(first)).map(|n| first.plus(n)) {
        let posting = person.main_posting(month.first_day(), month.last_day());
        let Some(posting) = posting.filter(|posting| posting.role == Role::Manager) else { continue };
        let scheme = model.scheme_for(posting.team, month, Role::Manager);
        let item = scheme.and_then(|scheme| model.scheme(scheme).item(indicator));
        if item.is_some_and(|item| item.of == Whose::Team) {
            months.extend(posting.leads.iter().map(|team| (*team, month)));
        }
    }
    months.sort_unstable();
    (!months.is_empty()).then(|| reading_of_led(model, index, &months, indicator, None))
}
