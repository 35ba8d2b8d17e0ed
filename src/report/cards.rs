//! All that both languages of an agent's page are made from, computed once.

use super::reporter::Reporter;
use crate::evaluate::Evaluation;
use crate::model::{AgentIx, Holder, IndicatorIx, Month, Period, PeriodKind};
use crate::score::{Reading, Scorecard, Verdict};

/// The scorecards of one agent in all periods, and the monthly values of all indicators.
#[derive(Debug, Clone)]
pub struct AgentCards {
    /// Whose.
    pub agent: AgentIx,
    /// In the order of [`Evaluation::periods`].
    pub cards: Vec<Scorecard>,
    /// The period of the interview sheet; `None` only without any figures.
    pub sheet: Option<Period>,
    /// All months with figures of anyone, in order.
    pub months: Vec<Month>,
    /// Indicators with weight in any card or with any figure: those of the newest rules first, in their order.
    pub indicators: Vec<IndicatorIx>,
    /// Values of each month alone: one list per indicator, one value per month.
    pub readings: Vec<Vec<Reading>>,
}

/// The cards of `agent`.
#[must_use]
pub fn agent_cards(reporter: &Reporter<'_>, agent: AgentIx) -> AgentCards {
    let evaluation = reporter.evaluation;
    let cards: Vec<Scorecard> =
        evaluation.periods.iter().map(|period| evaluation.card(agent, *period)).collect();
    let months: Vec<Month> = evaluation.of_kind(PeriodKind::Month).map(Period::first).collect();
    let indicators = indicators(evaluation, agent, &cards, &months);
    let course = |indicator: &IndicatorIx| {
        months.iter().map(|month| evaluation.own_reading(agent, *indicator, Period::month(*month))).collect()
    };
    let readings = indicators.iter().map(course).collect();
    let sheet = sheet_period(evaluation, &cards);
    AgentCards { agent, cards, sheet, months, indicators, readings }
}

impl AgentCards {
    /// The card of `period`.
    #[must_use]
    pub fn card(&self, period: Period) -> Option<&Scorecard> {
        self.cards.iter().find(|card| card.period == period)
    }

    /// The card of the interview sheet.
    #[must_use]
    pub fn sheet_card(&self) -> Option<&Scorecard> {
        self.card(self.sheet?)
    }

    /// Monthly values of `indicator`, oldest first.
    #[must_use]
    pub fn course(&self, indicator: IndicatorIx) -> &[Reading] {
        let at = self.indicators.iter().position(|known| *known == indicator);
        at.and_then(|at| self.readings.get(at)).map_or(&[], Vec::as_slice)
    }

    /// The monthly values of `indicator` of the `count` months that end with `last`.
    #[must_use]
    pub fn course_to(&self, indicator: IndicatorIx, last: Month, count: usize) -> &[Reading] {
        let end = self.months.partition_point(|month| *month <= last);
        self.course(indicator).get(end.saturating_sub(count)..end).unwrap_or_default()
    }
}

/// The latest complete quarter; for someone who had left by then, the last quarter in service.
fn sheet_period(evaluation: &Evaluation, cards: &[Scorecard]) -> Option<Period> {
    let latest = evaluation.latest(PeriodKind::Quarter)?;
    let served = |card: &&Scorecard| {
        card.period.kind() == PeriodKind::Quarter
            && card.period <= latest
            && !matches!(card.verdict, Verdict::NotInService)
    };
    Some(cards.iter().rfind(served).map_or(latest, |card| card.period))
}

/// Indicators of the newest cards first, then those that only have figures.
fn indicators(
    evaluation: &Evaluation,
    agent: AgentIx,
    cards: &[Scorecard],
    months: &[Month],
) -> Vec<IndicatorIx> {
    let mut found = Vec::new();
    let mut add = |indicator| {
        if !found.contains(&indicator) {
            found.push(indicator);
        }
    };
    let mut newest: Vec<&Scorecard> = cards.iter().collect();
    newest.sort_by_key(|card| std::cmp::Reverse(card.period.last()));
    for item in newest.iter().flat_map(|card| &card.segments).flat_map(|segment| &segment.items) {
        add(item.indicator);
    }
    let metrics = &evaluation.model.metrics;
    if let (Some(first), Some(last)) = (months.first(), months.last()) {
        let rows = metrics.rows_of(Holder::Agent(agent), *first, *last);
        let mut written: Vec<IndicatorIx> =
            rows.iter().flat_map(|row| metrics.cells(row)).map(|cell| cell.indicator).collect();
        written.sort_unstable();
        written.into_iter().for_each(add);
    }
    found
}
