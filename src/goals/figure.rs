//! One month of an indicator, and how months are added up: sums first, then one division (domain notes B.1).

use crate::model::Month;
use crate::score::{Reading, ReadingState, Sums};

/// What there is of an indicator in one month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure {
    /// The month.
    pub(super) month: Month,
    /// What there is.
    pub(super) state: ReadingState,
    /// The value in kept units.
    pub(super) value: Option<f64>,
    /// Cases.
    pub(super) n: Option<f64>,
    /// What was added up.
    pub(super) sums: Sums,
}

impl Figure {
    /// The figure of `month` from its reading.
    pub(super) fn new(month: Month, reading: &Reading) -> Self {
        let Reading { state, value, n, sums, .. } = *reading;
        Self { month, state, value, n, sums }
    }

    /// Whether anything was reported for the month, be it that there was no case.
    pub(super) fn reported(&self) -> bool {
        !matches!(self.state, ReadingState::Missing | ReadingState::NotApplicable)
    }

    /// Whether it is known what there is: figures, or that the duty did not exist.
    pub(super) fn known(&self) -> bool {
        self.state != ReadingState::Missing
    }

    /// Whether the duty existed in the month.
    pub(super) fn applicable(&self) -> bool {
        self.state != ReadingState::NotApplicable
    }

    /// The value, if its counts are known: only then it is judged or added up.
    pub(super) fn counted(&self) -> Option<f64> {
        let counted = matches!(self.state, ReadingState::Measured | ReadingState::TooSmall { .. });
        self.value.filter(|value| counted && value.is_finite())
    }

    /// Whether the value rests on at least `minimum` cases; measures without cases always do.
    pub(super) fn enough(&self, minimum: f64) -> bool {
        self.n.is_none_or(|n| n >= minimum)
    }
}

/// Months added up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pooled {
    /// Ratio of sums; the latest state.
    pub(super) value: Option<f64>,
    /// Cases; `None` where the measure has none.
    pub(super) n: Option<f64>,
    /// The sums.
    pub(super) sums: Sums,
}

/// Adds `figures` up. Values without counts are left out; of states the latest stands for all.
pub(super) fn pool<'f>(figures: impl IntoIterator<Item = &'f Figure>) -> Pooled {
    let mut pooled = Pooled { value: None, n: None, sums: Sums::Nothing };
    for figure in figures.into_iter().filter(|figure| figure.state != ReadingState::WithoutCount) {
        pooled.sums = add(pooled.sums, figure.sums);
        pooled.n = match (figure.sums, pooled.n, figure.n) {
            (Sums::Nothing, n, _) => n,
            (Sums::State(..), _, n) => n,
            (_, before, n) => n.map(|n| before.unwrap_or(0.0) + n),
        };
    }
    pooled.value = ratio(pooled.sums);
    pooled
}

fn add(total: Sums, more: Sums) -> Sums {
    match (total, more) {
        (Sums::Nothing, sums) | (sums, Sums::Nothing) => sums,
        (Sums::Pair(a, b), Sums::Pair(c, d)) => Sums::Pair(a + c, b + d),
        (Sums::PerMonth(a, b), Sums::PerMonth(c, d)) => Sums::PerMonth(a + c, b + d),
        (Sums::Nps(a, b, c), Sums::Nps(d, e, f)) => Sums::Nps(a + d, b + e, c + f),
        (Sums::Weighted(a, b), Sums::Weighted(c, d)) => Sums::Weighted(a + c, b + d),
        (Sums::State(_, earlier), Sums::State(value, month)) if month >= earlier => Sums::State(value, month),
        (total, _) => total,
    }
}

fn ratio(sums: Sums) -> Option<f64> {
    match sums {
        Sums::State(value, _) => Some(value),
        sums => parts(sums).filter(|&(_, below)| below > 0.0).map(|(above, below)| above / below),
    }
}

/// What is divided by what: K and N of the forecast. `None` for states and for nothing.
pub(super) fn parts(sums: Sums) -> Option<(f64, f64)> {
    match sums {
        Sums::Pair(a, b) | Sums::PerMonth(a, b) | Sums::Weighted(a, b) => Some((a, b)),
        Sums::Nps(promoters, passives, detractors) => {
            Some((100.0 * (promoters - detractors), promoters + passives + detractors))
        }
        Sums::Nothing | Sums::State(..) => None,
    }
}

/// Total of a running sum; `None` where nothing is counted.
pub(super) fn total(sums: Sums) -> Option<f64> {
    if let Sums::PerMonth(total, _) = sums { Some(total) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(state: ReadingState, sums: Sums, n: Option<f64>) -> Figure {
        Figure { month: Month::parse("2025-01").unwrap(), state, value: ratio(sums), n, sums }
    }

    /// Domain notes B.4.1: 9/10 and 90/200 give 47.1 %, not 67.5 %.
    #[test]
    fn months_are_added_before_they_are_divided() {
        let months = [(9.0, 10.0), (90.0, 200.0)]
            .map(|(a, b)| figure(ReadingState::Measured, Sums::Pair(a, b), Some(b)));
        let pooled = pool(&months);
        assert_eq!((pooled.value, pooled.n), (Some(99.0 / 210.0), Some(210.0)));
    }

    #[test]
    fn states_are_never_averaged_and_uncounted_values_never_added() {
        let month = |text| Month::parse(text).unwrap();
        let state = |value, m, n| figure(ReadingState::Measured, Sums::State(value, month(m)), Some(n));
        let pooled = pool(&[state(40.0, "2025-01", 10.0), state(60.0, "2025-02", 30.0)]);
        assert_eq!((pooled.value, pooled.n), (Some(60.0), Some(30.0)));
        let shown = figure(ReadingState::WithoutCount, Sums::State(1.0, month("2025-03")), None);
        assert_eq!(pool(&[shown]).value, None);
    }

    #[test]
    fn net_promoters_are_summed_before_they_are_compared() {
        let months = [(430.0, 120.0, 60.0), (10.0, 0.0, 10.0)]
            .map(|(p, q, d)| figure(ReadingState::Measured, Sums::Nps(p, q, d), Some(p + q + d)));
        assert_eq!(pool(&months).value, Some(100.0 * 370.0 / 630.0));
    }
}
