//! Figures of one indicator added up, and what they give: sums are added, never values (domain notes B.1).

use super::{Reading, ReadingState, SourceCell, Sums};
use crate::model::{ChannelIx, Entry, IndicatorIx, Measure, Month};
use crate::stats::{Z95, wilson};

/// What has been added up so far.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Sum {
    /// Numerator, sum, count or promoters.
    a: f64,
    /// Denominator, number of cases or passives.
    b: f64,
    /// Detractors.
    c: f64,
    /// Full months worked, for counts and amounts.
    months: f64,
    /// The latest state.
    state: Option<State>,
    /// Whether any figure counts.
    counted: bool,
    /// The latest value without a number of cases.
    uncounted: Option<(Month, f64)>,
    not_applicable: bool,
    reconstructed: bool,
}

/// A state as reported: value, cases if known, month, channel.
#[derive(Debug, Clone, Copy, PartialEq)]
struct State {
    value: f64,
    n: Option<f64>,
    month: Month,
    channel: Option<ChannelIx>,
}

impl Sum {
    /// Adds a figure of `month` and `channel`.
    pub(super) fn enter(
        &mut self,
        measure: &Measure,
        entry: Entry,
        month: Month,
        channel: Option<ChannelIx>,
    ) {
        match (entry, measure) {
            (Entry::NotApplicable, _) => self.not_applicable = true,
            (Entry::Pair(a, b), _) => self.count(a, b, 0.0),
            (Entry::Nps(promoters, passives, detractors), _) => {
                self.count(f64::from(promoters), f64::from(passives), f64::from(detractors));
            }
            (Entry::Number(x), _) => self.count(x, 0.0, 0.0),
            (Entry::State(value, n), _) | (Entry::Reconstructed(value, n), Measure::State { .. }) => {
                self.keep_state(State { value, n, month, channel });
            }
            (Entry::Reconstructed(value, Some(n)), measure) => {
                let (a, b, c) = reconstruct(measure, value, n);
                self.count(a, b, c);
                self.reconstructed = true;
            }
            (Entry::Reconstructed(value, None), _) => self.keep_uncounted(Some((month, value))),
        }
    }

    /// Adds what another sum holds.
    pub(super) fn merge(&mut self, other: &Self) {
        (self.a, self.b, self.c) = (self.a + other.a, self.b + other.b, self.c + other.c);
        self.months += other.months;
        self.counted |= other.counted;
        self.not_applicable |= other.not_applicable;
        self.reconstructed |= other.reconstructed;
        self.keep_uncounted(other.uncounted);
        if let Some(state) = other.state {
            self.keep_state(state);
        }
    }

    /// Adds a share of a full month worked.
    pub(super) fn add_months(&mut self, months: f64) {
        self.months += months;
    }

    fn count(&mut self, a: f64, b: f64, c: f64) {
        (self.a, self.b, self.c) = (self.a + a, self.b + b, self.c + c);
        self.counted = true;
    }

    /// The latest month counts; within a month a figure for all channels before one channel's, then the one that rests
    /// on most cases, then the first: a state cannot be averaged.
    fn keep_state(&mut self, new: State) {
        let order = |s: &State| (s.month, s.channel.is_none(), s.n.unwrap_or(-1.0));
        if self.state.as_ref().is_none_or(|old| order(&new) > order(old)) {
            self.state = Some(new);
        }
        self.counted = true;
    }

    fn keep_uncounted(&mut self, new: Option<(Month, f64)>) {
        let month = |kept: Option<(Month, f64)>| kept.map(|(month, _)| month);
        if month(new) > month(self.uncounted) {
            self.uncounted = new;
        }
    }

    /// Cases so far; `None` where the measure has none or they are unknown.
    pub(super) fn cases(&self, measure: &Measure) -> Option<f64> {
        match measure {
            _ if !self.counted => None,
            Measure::Share { .. } | Measure::Mean { .. } | Measure::Quotient { .. } => Some(self.b),
            Measure::Nps => Some(self.a + self.b + self.c),
            Measure::State { .. } => self.state.and_then(|state| state.n),
            Measure::Count { .. } | Measure::Amount { .. } | Measure::Composite(_) => None,
        }
    }

    /// Whether more months can add cases: sums can grow, a state or a value without counts cannot.
    pub(super) fn can_grow(&self) -> bool {
        self.counted && self.state.is_none()
    }

    /// The reading: [`ReadingState::TooSmall`] below `minimum` cases.
    pub(super) fn reading(
        &self,
        (indicator, measure): (IndicatorIx, &Measure),
        minimum: f64,
        pooled_months: u8,
        sources: Vec<SourceCell>,
    ) -> Reading {
        let (n, value) = (self.cases(measure), self.value(measure));
        let state = match (value, n) {
            _ if !self.counted && self.uncounted.is_some() => ReadingState::WithoutCount,
            _ if !self.counted && self.not_applicable => ReadingState::NotApplicable,
            _ if !self.counted => ReadingState::Missing,
            (None, _) => ReadingState::NoCases,
            (Some(_), None) if self.state.is_some() => ReadingState::WithoutCount,
            (Some(_), Some(n)) if n < minimum => ReadingState::TooSmall { needed: minimum },
            _ => ReadingState::Measured,
        };
        Reading {
            indicator,
            state,
            value: value.or(self.uncounted.filter(|_| !self.counted).map(|(_, value)| value)),
            sums: self.summed(measure),
            n,
            interval: self.interval(measure),
            pooled_months,
            sources,
            reconstructed: self.reconstructed,
            parts: Vec::new(),
        }
    }

    /// The value in kept units; `None` without figures or with a denominator of zero.
    fn value(&self, measure: &Measure) -> Option<f64> {
        let ratio = |a: f64, b: f64| (self.counted && b > 0.0).then(|| a / b);
        let value = match measure {
            Measure::Share { .. } | Measure::Mean { .. } | Measure::Quotient { .. } => ratio(self.a, self.b),
            Measure::Nps => ratio(100.0 * (self.a - self.c), self.a + self.b + self.c),
            Measure::Count { .. } | Measure::Amount { .. } => ratio(self.a, self.months),
            Measure::State { .. } => self.state.map(|state| state.value),
            Measure::Composite(_) => None,
        };
        value.filter(|value| value.is_finite())
    }

    fn summed(&self, measure: &Measure) -> Sums {
        match (measure, self.state) {
            _ if !self.counted => Sums::Nothing,
            (_, Some(state)) => Sums::State(state.value, state.month),
            (Measure::Nps, None) => Sums::Nps(self.a, self.b, self.c),
            (Measure::Count { .. } | Measure::Amount { .. }, None) => Sums::PerMonth(self.a, self.months),
            _ => Sums::Pair(self.a, self.b),
        }
    }

    /// 95 % Wilson interval of a share with integer counts.
    fn interval(&self, measure: &Measure) -> Option<(f64, f64)> {
        let whole = self.a.fract() == 0.0 && self.b.fract() == 0.0 && !self.reconstructed;
        let counts = matches!(measure, Measure::Share { .. }) && whole && self.counted && self.b > 0.0;
        counts.then(|| wilson(self.a, self.b, Z95)).flatten().map(|found| (found.lower, found.upper))
    }
}

/// Sums that a value with `n` cases stands for.
fn reconstruct(measure: &Measure, value: f64, n: f64) -> (f64, f64, f64) {
    if *measure == Measure::Nps {
        let net = value * n / 100.0;
        return (net.max(0.0), n - net.abs(), (-net).max(0.0));
    }
    (value * n, n, 0.0)
}
