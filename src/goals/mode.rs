//! How a window is evaluated, and which months it has (domain notes D.1).

use crate::model::{Evaluation, Measure, Month};
use chrono::NaiveDate;

/// The evaluation that a goal's window gets in fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Ratio of sums over the window.
    Pooled,
    /// The last month alone.
    Final,
    /// Each month by itself.
    Every,
    /// Mean of the months' values.
    Mean,
    /// Running sum of a count.
    Sum,
}

impl Mode {
    /// The mode for an `evaluation` of a `measure`. A state is never added up nor averaged (domain notes B.4.2), so its
    /// last month counts; a running sum exists only of counts and amounts, and anything else is pooled. A composite has no sums of
    /// its own over a window: the mean of its months counts.
    pub(super) fn new(evaluation: Evaluation, measure: &Measure) -> Self {
        let state = matches!(measure, Measure::State { .. });
        let composed = matches!(measure, Measure::Composite(_));
        let summed = matches!(measure, Measure::Count { .. } | Measure::Amount { .. });
        match evaluation {
            Evaluation::EveryMonth => Self::Every,
            Evaluation::FinalMonth => Self::Final,
            _ if state => Self::Final,
            Evaluation::Pooled | Evaluation::Cumulative if composed => Self::Mean,
            Evaluation::MeanOfMonths => Self::Mean,
            Evaluation::Cumulative if summed => Self::Sum,
            Evaluation::Pooled | Evaluation::Cumulative => Self::Pooled,
        }
    }

    /// Whether a single month decides.
    pub(super) const fn by_single_month(self) -> bool {
        matches!(self, Self::Final | Self::Every)
    }

    /// h: months in one evaluation window of a goal that runs `months` months.
    pub(super) fn averaged(self, months: usize) -> f64 {
        if self.by_single_month() { 1.0 } else { months as f64 }
    }
}

/// The window of a goal: its days, and the whole months inside. Only whole months can be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    /// First day.
    pub(super) start: NaiveDate,
    /// Last day.
    pub(super) end: NaiveDate,
    /// First whole month.
    pub(super) first: Month,
    /// Last whole month; before `first` if there is none.
    pub(super) last: Month,
}

impl Window {
    /// The window from `start` to `end`; `None` unless `start` lies before `end`.
    pub(super) fn new(start: Option<NaiveDate>, end: Option<NaiveDate>) -> Option<Self> {
        let (start, end) = (start?, end?);
        let (first, last) = (Month::of(start), Month::of(end));
        let first = if start == first.first_day() { first } else { first.plus(1) };
        let last = if end == last.last_day() { last } else { last.plus(-1) };
        (start < end).then_some(Self { start, end, first, last })
    }

    /// Number of whole months.
    pub(super) fn months(&self) -> usize {
        usize::try_from(self.last.since(self.first) + 1).unwrap_or(0)
    }

    /// Days of the window.
    pub(super) fn days(&self) -> i64 {
        (self.end - self.start).num_days() + 1
    }

    /// Whether both windows share a day.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// Whether `month` is complete at `as_of`: over, and either reported or past its grace days.
pub(super) fn complete(month: Month, reported: bool, grace: u16, as_of: NaiveDate) -> bool {
    let over = month.last_day();
    as_of > over && (reported || as_of > until(month, grace))
}

/// Last day on which figures of `month` may still be missing without being late.
pub(super) fn until(month: Month, grace: u16) -> NaiveDate {
    month.last_day().checked_add_days(chrono::Days::new(u64::from(grace))).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    fn date(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    #[test]
    fn only_whole_months_are_judged() {
        let window = Window::new(Some(date("2025-07-15")), Some(date("2025-09-15"))).unwrap();
        assert_eq!((window.first.to_string().as_str(), window.months()), ("2025-08", 1));
        let quarter = Window::new(Some(date("2025-07-01")), Some(date("2025-09-30"))).unwrap();
        assert_eq!(quarter.months(), 3);
        let short = Window::new(Some(date("2025-07-05")), Some(date("2025-07-20"))).unwrap();
        assert_eq!(short.months(), 0);
        assert_eq!(Window::new(Some(date("2025-07-05")), Some(date("2025-07-05"))), None);
    }

    #[test]
    fn a_month_is_complete_when_reported_or_late() {
        let june = Month::parse("2025-06").unwrap();
        assert!(!complete(june, true, 7, date("2025-06-30")));
        assert!(complete(june, true, 7, date("2025-07-01")));
        assert!(!complete(june, false, 7, date("2025-07-07")));
        assert!(complete(june, false, 7, date("2025-07-08")));
    }

    #[test]
    fn states_are_judged_by_their_last_month_and_only_counts_run_up() {
        let state = Measure::State { label: Text::default(), count: Text::default() };
        let count = Measure::Count { label: Text::default() };
        assert_eq!(Mode::new(Evaluation::Pooled, &state), Mode::Final);
        assert_eq!(Mode::new(Evaluation::MeanOfMonths, &state), Mode::Final);
        assert_eq!(Mode::new(Evaluation::Cumulative, &count), Mode::Sum);
        assert_eq!(Mode::new(Evaluation::Cumulative, &Measure::Nps), Mode::Pooled);
    }
}
