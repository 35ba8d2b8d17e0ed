//! What the rest of the window has to bring, and how likely that is (domain notes D.3).

use super::aim::Aim;
use super::figure::{Figure, parts, pool, total};
use super::history::History;
use super::mode::Mode;

/// The outlook of a goal with months left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Forecast {
    /// Expected cases left; full months of work for counts; `None` for states and means of months.
    pub(super) expected_left: Option<f64>,
    /// Required remaining value r*; of a range the end nearer to the baseline.
    pub(super) required: f64,
    /// Probability of meeting the goal, 0–1.
    pub(super) probability: f64,
    /// Whether a possible value is left that meets the goal.
    pub(super) reachable: bool,
}

/// The outlook with the months `done` and `left` months to come; `None` without three months of history, or when none is
/// left.
///
/// - Pooled ratios: N_left = mean monthly n × months left, r* = (T·(N_done + N_left) − K_done)/N_left.
/// - Mean of months: the same with one case a month.
/// - Running sums: r* = (T − sum)/full months of work left.
/// - Final month and every month: r* = T in each month that counts.
///
/// P = 1 − Φ((r* − b)/√(s²/months left + SE²)); every month takes the power, for months that come out independently.
pub(super) fn forecast(
    mode: Mode,
    aim: &Aim,
    valid: (f64, f64),
    history: &History,
    done: &[Figure],
    left: usize,
) -> Option<Forecast> {
    let baseline = history.baseline()?;
    let months = left as f64;
    let (rest, expected_left) = match mode {
        Mode::Pooled => {
            let size = history.monthly_size().filter(|size| *size > 0.0)? * months;
            let (sum, cases) = parts(pool(done).sums).unwrap_or((0.0, 0.0));
            (aim.map(|end| (end * (cases + size) - sum) / size), Some(size))
        }
        Mode::Mean => {
            let values: Vec<f64> = done.iter().filter_map(Figure::counted).collect();
            let sum: f64 = values.iter().sum();
            let all = values.len() as f64 + months;
            (aim.map(|end| (end * all - sum) / months), None)
        }
        Mode::Sum => {
            let size = history.monthly_size().filter(|size| *size > 0.0)? * months;
            let sum = total(pool(done).sums).unwrap_or(0.0);
            (aim.map(|end| (end - sum) / size), Some(size))
        }
        Mode::Final | Mode::Every => (*aim, history.monthly_cases().map(|n| n * months)),
    };
    let averaged = if mode.by_single_month() { 1.0 } else { months };
    let spread = history.spread(averaged).filter(|_| left > 0)?;
    let reachable = !rest.impossible(valid);
    let one = if reachable { rest.chance(baseline, spread) } else { 0.0 };
    let probability = if mode == Mode::Every { libm::pow(one, months) } else { one };
    Some(Forecast { expected_left, required: rest.nearer_end(baseline), probability, reachable })
}

#[cfg(test)]
mod tests {
    use super::super::history::tests::{WESTOLL, close, ratings, share};
    use super::*;
    use crate::model::{Goal, Month, Operator, Precision, Unit};
    use crate::score::{ReadingState, Sums};
    use proptest::prelude::*;

    fn percent(operator: Operator, value: f64) -> Aim {
        let precision = Precision { unit: Unit::Percent, decimals: 1 };
        Aim::new(&Goal { operator, value, upper: None }, precision).unwrap()
    }

    fn outlook(mode: Mode, target: f64, done: &[(f64, f64)], left: usize) -> Forecast {
        let history = History::new(ratings("2025-01", &WESTOLL), &share());
        let aim = percent(Operator::AtLeast, target);
        forecast(mode, &aim, (0.0, 1.0), &history, &ratings("2025-07", done), left).unwrap()
    }

    /// Domain notes D.3: after July 5/11 r* = 65.4 %, P = 0.226; after August 11/24 r* = 82.9 %, P = 0.108.
    #[test]
    fn the_golden_run_comes_out_as_published() {
        let july = outlook(Mode::Pooled, 0.6, &[(5.0, 11.0)], 2);
        close(Some(july.required), 0.654, 5e-4);
        close(Some(july.probability), 0.226, 5e-4);
        close(july.expected_left, 89.0 / 3.0, 1e-9);
        let august = outlook(Mode::Pooled, 0.6, &[(5.0, 11.0), (6.0, 13.0)], 1);
        close(Some(august.required), 0.829, 5e-4);
        close(Some(august.probability), 0.108, 5e-4);
    }

    #[test]
    fn other_modes_ask_for_what_they_say() {
        let mean = outlook(Mode::Mean, 0.6, &[(50.0, 100.0)], 2);
        close(Some(mean.required), 0.65, 1e-12);
        let one = outlook(Mode::Final, 0.6, &[], 1).probability;
        let every = outlook(Mode::Every, 0.6, &[], 3);
        close(Some(every.required), 0.6, 1e-12);
        close(Some(every.probability), one * one * one, 1e-12);
    }

    #[test]
    fn what_lies_outside_the_valid_range_cannot_be_reached() {
        let lost = outlook(Mode::Pooled, 0.9, &[(10.0, 60.0), (10.0, 60.0)], 1);
        assert!(!lost.reachable && lost.required > 1.0);
        assert_eq!(lost.probability, 0.0);
    }

    /// 4, 6 and 5 cases in three full months: b = 5 a month, s = 1, SE = 1/√3; 12 more in two months is 6 a month:
    /// z = 1/√(1/2 + 1/3) = 1.0954, P = 0.1367.
    #[test]
    fn a_running_sum_needs_the_rest_per_month_of_work() {
        let figure = |at: i32, count: f64| Figure {
            month: Month::parse("2025-01").unwrap().plus(at),
            state: ReadingState::Measured,
            value: Some(count),
            n: None,
            sums: Sums::PerMonth(count, 1.0),
        };
        let measure = crate::model::Measure::Count { label: crate::model::Text::default() };
        let history = History::new(vec![figure(0, 4.0), figure(1, 6.0), figure(2, 5.0)], &measure);
        let precision = Precision { unit: Unit::Count, decimals: 0 };
        let goal = Goal { operator: Operator::AtLeast, value: 20.0, upper: None };
        let aim = Aim::new(&goal, precision).unwrap();
        let found = forecast(Mode::Sum, &aim, (0.0, f64::INFINITY), &history, &[figure(3, 8.0)], 2).unwrap();
        close(Some(found.required), 6.0, 1e-12);
        close(Some(found.probability), 0.1367, 5e-5);
    }

    proptest! {
        #[test]
        fn a_harder_target_never_has_a_higher_probability(
            counts in prop::collection::vec((0.0..=1.0_f64, 1_u32..200), 3..7),
            done in prop::collection::vec((0.0..=1.0_f64, 1_u32..200), 0..3),
            target in 0.0..=1.0_f64, harder in 0.0..=1.0_f64, left in 1_usize..6,
        ) {
            let whole = |list: &[(f64, u32)]| -> Vec<(f64, f64)> {
                list.iter().map(|&(share, n)| ((share * f64::from(n)).floor(), f64::from(n))).collect()
            };
            let history = History::new(ratings("2025-01", &whole(&counts)), &share());
            let done = ratings("2025-07", &whole(&done));
            for mode in [Mode::Pooled, Mode::Final, Mode::Every, Mode::Mean] {
                for operator in [Operator::AtLeast, Operator::AtMost] {
                    let toward = if operator == Operator::AtLeast { harder } else { -harder };
                    let outlook = |target| {
                        forecast(mode, &percent(operator, target), (0.0, 1.0), &history, &done, left)
                    };
                    let (Some(easy), Some(hard)) = (outlook(target), outlook(target + toward)) else { continue };
                    prop_assert!((0.0..=1.0).contains(&easy.probability));
                    prop_assert!(hard.probability <= easy.probability + 1e-12);
                }
            }
        }
    }
}
