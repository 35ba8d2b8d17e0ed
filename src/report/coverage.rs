//! How much of what was expected is there: indicators by months.
//!
//! A figure is expected of every agent for every indicator of the scheme in force for the agent's team, in each month that
//! the agent was posted from the first to the last day or has any figure of. "n/a" takes the expectation away.

use crate::model::{AgentIx, Entry, Holder, IndicatorIx, Measure, Model, Month, Whose};

/// Figures of one indicator in one month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Agents of whom a figure is expected.
    pub(super) expected: usize,
    /// Those of them with a figure.
    pub(super) present: usize,
    /// Figures written without being expected (teams as a whole, indicators without weight).
    pub(super) other: usize,
}

impl Tally {
    /// Share of the expected figures that is there, 0–1; `None` if none is expected.
    pub(super) fn share(self) -> Option<f64> {
        (self.expected > 0).then(|| self.present as f64 / self.expected as f64)
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            expected: self.expected + other.expected,
            present: self.present + other.present,
            other: self.other + other.other,
        }
    }
}

/// Indicators by months.
#[derive(Debug, Clone, Default)]
pub(super) struct Coverage {
    /// The months, oldest first.
    pub(super) months: Vec<Month>,
    /// By indicator, by month.
    tallies: Vec<Vec<Tally>>,
}

/// What is known of an agent's figure of an indicator in a month.
#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Nothing,
    Figure,
    NotApplicable,
}

impl Coverage {
    /// The coverage of `model`.
    pub(super) fn new(model: &Model) -> Self {
        let months = model.months();
        let mut coverage =
            Self { tallies: vec![vec![Tally::default(); months.len()]; model.indicators.len()], months };
        coverage.agents(model);
        coverage.teams(model);
        coverage
    }

    /// The figures of `indicator` in the month at position `month`.
    pub(super) fn of(&self, indicator: IndicatorIx, month: usize) -> Tally {
        self.tallies.get(indicator.at()).and_then(|row| row.get(month)).copied().unwrap_or_default()
    }

    /// The figures of `indicator` in all months.
    pub(super) fn of_indicator(&self, indicator: IndicatorIx) -> Tally {
        self.tallies
            .get(indicator.at())
            .into_iter()
            .flatten()
            .fold(Tally::default(), |sum, one| sum.plus(*one))
    }

    /// All figures of the month at position `month`.
    pub(super) fn of_month(&self, month: usize) -> Tally {
        self.tallies.iter().filter_map(|row| row.get(month)).fold(Tally::default(), |sum, one| sum.plus(*one))
    }

    /// All figures of the months from `first` to `last`.
    pub(super) fn between(&self, first: Month, last: Month) -> Tally {
        let wanted = self.months.iter().enumerate().filter(|(_, month)| (first..=last).contains(*month));
        wanted.fold(Tally::default(), |sum, (at, _)| sum.plus(self.of_month(at)))
    }

    fn agents(&mut self, model: &Model) {
        let Some((first, last)) = model.metrics.range() else { return };
        let mut seen = vec![Seen::Nothing; model.indicators.len()];
        for agent in (0..model.agents.len() as u32).map(AgentIx) {
            let rows = model.metrics.rows_of(Holder::Agent(agent), first, last);
            for (at, month) in self.months.clone().into_iter().enumerate() {
                seen.fill(Seen::Nothing);
                let start = rows.partition_point(|row| row.month < month);
                let mine = rows.get(start..).unwrap_or_default().iter().take_while(|row| row.month == month);
                let mut any = false;
                for row in mine {
                    any = true;
                    for cell in model.metrics.cells(row) {
                        note(&mut seen, cell.indicator, &cell.entry());
                    }
                }
                self.month(model, agent, (at, month), any, &seen);
            }
        }
    }

    fn month(
        &mut self,
        model: &Model,
        agent: AgentIx,
        (at, month): (usize, Month),
        any: bool,
        seen: &[Seen],
    ) {
        let person = model.agent(agent);
        let (from, to) = (month.first_day(), month.last_day());
        let posting = person.main_posting(from, to);
        let whole = person.posting_on(from).is_some() && person.posting_on(to).is_some();
        let scheme = posting
            .filter(|_| any || whole)
            .and_then(|posting| model.scheme_for(posting.team, month, posting.role));
        let items = scheme.map_or(&[][..], |scheme| &model.scheme(scheme).items);
        for (indicator, seen) in seen.iter().enumerate() {
            let ix = IndicatorIx(indicator as u32);
            let composed = matches!(model.indicator(ix).measure, Measure::Composite(_));
            let expected = *seen != Seen::NotApplicable
                && !composed
                && items.iter().any(|item| item.indicator == ix && item.of == Whose::Own);
            let Some(tally) = self.tallies.get_mut(indicator).and_then(|row| row.get_mut(at)) else {
                continue;
            };
            let present = *seen == Seen::Figure;
            tally.expected += usize::from(expected);
            tally.present += usize::from(expected && present);
            tally.other += usize::from(!expected && present);
        }
    }

    fn teams(&mut self, model: &Model) {
        for row in model.metrics.rows() {
            let Some(at) = self.months.binary_search(&row.month).ok() else { continue };
            if matches!(row.holder, Holder::Agent(_)) {
                continue;
            }
            for cell in model.metrics.cells(row) {
                let tally = self.tallies.get_mut(cell.indicator.at()).and_then(|list| list.get_mut(at));
                if let Some(tally) = tally.filter(|_| cell.entry() != Entry::NotApplicable) {
                    tally.other += 1;
                }
            }
        }
    }
}

fn note(seen: &mut [Seen], indicator: IndicatorIx, entry: &Entry) {
    let Some(slot) = seen.get_mut(indicator.at()) else { return };
    if *entry != Entry::NotApplicable {
        *slot = Seen::Figure;
    } else if *slot == Seen::Nothing {
        *slot = Seen::NotApplicable;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Direction, Unit};
    use crate::score::testing::{Build, item, linear, share};

    #[test]
    fn expected_are_the_weighted_indicators_of_those_in_service() {
        let mut build = Build::new();
        let team = build.team("desk");
        let csat = build.indicator("csat", share(), Unit::Percent, Direction::Up);
        let extra = build.indicator("extra", share(), Unit::Percent, Direction::Up);
        let (ann, bob) = (build.agent("ann", "2024-01-01", team), build.agent("bob", "2025-01-20", team));
        let cat = build.agent("cat", "2024-01-01", team);
        build.scheme("s", "2024-01", vec![item(csat, 100.0, linear(0.5, 1.0))]);
        build.figures(
            ann,
            "2025-01",
            (20.0, 20.0),
            &[(csat, Entry::Pair(9.0, 10.0)), (extra, Entry::Pair(1.0, 2.0))],
        );
        build.figures(cat, "2025-01", (20.0, 20.0), &[(csat, Entry::NotApplicable)]);
        build.figures(bob, "2025-02", (20.0, 20.0), &[(extra, Entry::Pair(1.0, 2.0))]);
        let coverage = Coverage::new(&build.model());
        // January: Ann has it, Cat need not, Bob came in the middle without figures. February: all three are expected.
        assert_eq!(coverage.of(csat, 0), Tally { expected: 1, present: 1, other: 0 });
        assert_eq!(coverage.of(csat, 1), Tally { expected: 3, present: 0, other: 0 });
        assert_eq!(coverage.of(extra, 0), Tally { expected: 0, present: 0, other: 1 });
        assert_eq!(coverage.of_indicator(csat).share(), Some(0.25));
    }
}
