//! What would happen by itself: baseline, month-to-month spread and sampling error of the last complete months
//! (domain notes D.2).

use super::figure::{Figure, Pooled, parts, pool};
use crate::model::{Measure, Month};
use crate::score::Sums;
use crate::stats;

/// Months that are looked back.
pub(super) const MONTHS: i32 = 6;
/// Fewest months with values on which anything is said.
pub(super) const LEAST: usize = 3;

/// The last six complete months of one indicator, scope and subject.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct History {
    /// One figure for every month in which the subject was in service, oldest first.
    pub(super) figures: Vec<Figure>,
    /// The months added up: the baseline b is its value.
    pub(super) pooled: Pooled,
    /// Sample standard deviation (n − 1) of the monthly values; needs two months.
    pub(super) deviation: Option<f64>,
    /// Sampling error of the baseline.
    pub(super) error: Option<f64>,
}

impl History {
    /// The history that `figures` make.
    pub(super) fn new(figures: Vec<Figure>, measure: &Measure) -> Self {
        let pooled = pool(&figures);
        let values: Vec<f64> = figures.iter().filter_map(Figure::counted).collect();
        let deviation = stats::sample_sd(&values);
        let error = sampling_error(measure, &pooled, deviation, values.len());
        Self { figures, pooled, deviation, error }
    }

    /// Months with a value that counts, with value and n.
    pub(super) fn counted(&self) -> impl Iterator<Item = (Month, f64, Option<f64>)> {
        self.figures.iter().filter_map(|figure| Some((figure.month, figure.counted()?, figure.n)))
    }

    /// How many months have a value that counts.
    pub(super) fn months(&self) -> usize {
        self.counted().count()
    }

    /// The pooled baseline b.
    pub(super) fn baseline(&self) -> Option<f64> {
        self.pooled.value.filter(|value| value.is_finite())
    }

    /// Mean of what a month is divided by: cases, or full months worked for counts. `None` for states.
    pub(super) fn monthly_size(&self) -> Option<f64> {
        let (_, size) = parts(self.pooled.sums)?;
        self.mean_of_months(size)
    }

    /// Mean cases of a month; `None` where the measure has none.
    pub(super) fn monthly_cases(&self) -> Option<f64> {
        match self.pooled.sums {
            Sums::State(..) => stats::mean(&self.counted().filter_map(|(_, _, n)| n).collect::<Vec<_>>()),
            _ => self.mean_of_months(self.pooled.n?),
        }
    }

    fn mean_of_months(&self, total: f64) -> Option<f64> {
        let months = self.figures.iter().filter(|figure| figure.sums != Sums::Nothing).count();
        (months > 0).then(|| total / months as f64)
    }

    /// σ = √(s²/h + SE²) over a window of `months` months; `None` before three months are known.
    pub(super) fn spread(&self, months: f64) -> Option<f64> {
        let (s, error) = (self.deviation?, self.error?);
        (self.months() >= LEAST && months > 0.0).then(|| (s * s / months + error * error).sqrt())
    }

    /// Share of the months in which the duty existed that have figures, 0–1; `None` if it never did.
    pub(super) fn coverage(&self) -> Option<f64> {
        coverage(&self.figures)
    }

    /// Theil–Sen slope per month and the level it gives at `months` after the last month of the history, moved from the
    /// median month by at most one historic range: six noisy months say little about the future.
    pub(super) fn trend(&self, months: f64) -> Option<(f64, f64)> {
        let first = self.figures.first()?.month;
        let at = |month: Month| f64::from(month.since(first));
        let points: Vec<(f64, f64)> = self.counted().map(|(month, value, _)| (at(month), value)).collect();
        if points.len() < LEAST {
            return None;
        }
        let (x, y): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
        let slope = stats::theil_sen(&points)?.slope;
        let (low, high) = stats::extent(&y)?;
        let ahead = at(self.figures.last()?.month) + months - stats::median(&x)?;
        let moved = (slope * ahead).clamp(low - high, high - low);
        Some((slope, stats::median(&y)? + moved))
    }
}

/// Share of the applicable `figures` that were reported, 0–1.
pub(super) fn coverage(figures: &[Figure]) -> Option<f64> {
    let due = figures.iter().filter(|figure| figure.applicable()).count();
    let reported = figures.iter().filter(|figure| figure.reported()).count();
    (due > 0).then(|| reported as f64 / due as f64)
}

/// Sampling error of a pooled value, in its units.
///
/// - Shares: √(b(1−b)/n).
/// - NPS: 100·√((p + d − (p − d)²)/n), the standard error of a mean of +1, 0 and −1.
/// - Means, quotients, counts, amounts and states: sums do not tell how single cases vary, so s/√months, the standard
///   error of the mean of the months, stands in.
pub(super) fn sampling_error(
    measure: &Measure,
    pooled: &Pooled,
    deviation: Option<f64>,
    months: usize,
) -> Option<f64> {
    match (measure, pooled.sums) {
        (Measure::Share { .. }, Sums::Pair(_, n)) => stats::sampling_error(pooled.value?, n),
        (_, Sums::Nps(promoters, passives, detractors)) => {
            let n = promoters + passives + detractors;
            let (p, d) = (promoters / n, detractors / n);
            (n > 0.0).then(|| 100.0 * ((p + d - (p - d) * (p - d)).max(0.0) / n).sqrt())
        }
        _ => deviation.filter(|_| months > 0).map(|s| s / (months as f64).sqrt()),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{Source, Text};
    use crate::score::ReadingState;

    pub(in super::super) fn share() -> Measure {
        Measure::Share { numerator: Text::default(), denominator: Text::default(), within_seconds: None }
    }

    pub(in super::super) fn ratings(first: &str, counts: &[(f64, f64)]) -> Vec<Figure> {
        let first = Month::parse(first).unwrap();
        let minimum = share().default_minimum(Source::Survey);
        let figure = |(at, &(k, n)): (usize, &(f64, f64))| Figure {
            month: first.plus(at as i32),
            state: if n < minimum {
                ReadingState::TooSmall { needed: minimum }
            } else {
                ReadingState::Measured
            },
            value: Some(k / n),
            n: Some(n),
            sums: Sums::Pair(k, n),
        };
        counts.iter().enumerate().map(figure).collect()
    }

    /// January to June of the worked example, domain notes D.2.
    pub(in super::super) const WESTOLL: [(f64, f64); 6] =
        [(3.0, 21.0), (7.0, 11.0), (8.0, 15.0), (9.0, 16.0), (9.0, 15.0), (10.0, 11.0)];

    pub(in super::super) fn close(found: Option<f64>, expected: f64, tolerance: f64) {
        let found = found.expect("defined");
        assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
    }

    #[test]
    fn the_worked_example_has_the_published_baseline_and_spread() {
        let history = History::new(ratings("2025-01", &WESTOLL), &share());
        close(history.baseline(), 46.0 / 89.0, 1e-12);
        close(history.deviation, 0.2465, 5e-5);
        close(history.error, 0.053, 5e-4);
        close(history.spread(3.0), 0.152, 5e-4);
        close(history.monthly_cases(), 89.0 / 6.0, 1e-12);
        let mean = stats::mean(&history.counted().map(|(_, value, _)| value).collect::<Vec<_>>());
        close(mean, 0.564, 5e-4);
    }

    #[test]
    fn two_months_are_no_history() {
        let history = History::new(ratings("2025-01", &WESTOLL[..2]), &share());
        assert_eq!((history.spread(3.0), history.trend(3.0)), (None, None));
    }

    /// 50, 60, 70, 80 in four months: slope 10, median 65 at month 1.5; three months later 65 + 10·4.5 = 110, but at most
    /// one range (30) above: 95.
    #[test]
    fn a_trend_never_runs_further_than_the_history() {
        let history = History::new(
            ratings("2025-01", &[(50.0, 100.0), (60.0, 100.0), (70.0, 100.0), (80.0, 100.0)]),
            &share(),
        );
        let (slope, level) = history.trend(3.0).unwrap();
        close(Some(slope), 0.1, 1e-12);
        close(Some(level), 0.95, 1e-12);
        close(history.trend(1.0).map(|(_, level)| level), 0.9, 1e-12);
    }

    /// 430/120/60: p − d = 370/610, p + d = 490/610; 100·√((0.80328 − 0.36791)/610) = 2.6716.
    #[test]
    fn net_promoters_have_the_error_of_a_mean_of_signs() {
        let figure = Figure {
            month: Month::parse("2025-01").unwrap(),
            state: ReadingState::Measured,
            value: Some(100.0 * 370.0 / 610.0),
            n: Some(610.0),
            sums: Sums::Nps(430.0, 120.0, 60.0),
        };
        close(History::new(vec![figure], &Measure::Nps).error, 2.6716, 5e-4);
    }
}
