//! What the change of a mean score comes from: people who did otherwise, another yardstick, other people.

use super::key::Lack;
use super::report::UNITS_MIN;
use super::year::{Crossing, Shortfall};
use crate::model::AgentIx;
use crate::stats::mean;

/// The change of the mean score from the year before to the year audited, in points.
///
/// For those scored in both years by both yardsticks the mean score has four values: figures of either year by the rules of either
/// year. What people did otherwise can be measured by the old rules (base-weighted, as Laspeyres' index, 1871) or by the new ones
/// (as Paasche's, 1874), and so can what the rules changed on the old or on the new figures. The mean of both orders is taken, so
/// that the two parts add up to the change, whatever comes first: the additive indicator of Bennet (1920, The theory of measurement
/// of changes in cost of living, Journal of the Royal Statistical Society 83, 455–462), for rates Kitagawa (1955, Journal of the
/// American Statistical Association 50, 1168–1194). What is left of the change of everyone's mean is who came and who left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// People with all four scores.
    pub n: usize,
    /// People with a score in the year before, and in the year audited.
    pub all: (usize, usize),
    /// Means of their scores as they were given.
    pub means: (f64, f64),
    /// Means of the people in both: figures then by rules then, then by now, now by then, now by now.
    pub crossed: [f64; 4],
    /// People did otherwise.
    pub people: f64,
    /// By the old and by the new rules.
    pub people_orders: (f64, f64),
    /// The yardstick changed.
    pub yardstick: f64,
    /// On the old and on the new figures.
    pub yardstick_orders: (f64, f64),
    /// Other people: the rest of the change of everyone's mean.
    pub others: f64,
}

impl Split {
    /// The change for the people in both years: the sum of `people` and `yardstick`.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.crossed[3] - self.crossed[0]
    }

    /// The change of everyone's mean: the sum of all three parts.
    #[must_use]
    pub fn whole(&self) -> f64 {
        self.means.1 - self.means.0
    }
}

/// Who had which score, by agent.
type Scores<'a> = &'a [(AgentIx, f64)];

/// The parts. `then` and `now` are the scores of both years as given, by agent; `units` everyone of both years by both yardsticks, `None` where
/// the yardsticks are the same.
pub(super) fn split(
    (then, now): (Scores<'_>, Scores<'_>),
    units: Option<(&[Crossing], &[Crossing])>,
) -> Result<Split, Shortfall> {
    let total = |list: Scores<'_>, agent| {
        let at = list.binary_search_by_key(&agent, |(known, _)| *known).ok()?;
        list.get(at).map(|(_, total)| *total)
    };
    let both = |list: &[Crossing], agent| {
        let at = list.binary_search_by_key(&agent, |unit: &Crossing| unit.agent).ok()?;
        let unit = list.get(at)?;
        unit.totals.0.zip(unit.totals.1)
    };
    let four = |(agent, given): &(AgentIx, f64)| -> Option<[f64; 4]> {
        match units {
            None => {
                let before = total(then, *agent)?;
                Some([before, before, *given, *given])
            }
            Some((earlier, later)) => {
                let (a, b) = both(earlier, *agent)?;
                let (c, d) = both(later, *agent)?;
                Some([a, b, c, d])
            }
        }
    };
    let found: Vec<[f64; 4]> = now.iter().filter_map(four).collect();
    let n = found.len();
    if n < UNITS_MIN {
        return Err(Shortfall { lack: Lack::BothYears, n, needed: UNITS_MIN });
    }
    let column = |at: usize| {
        let values: Vec<f64> = found.iter().filter_map(|row| row.get(at).copied()).collect();
        mean(&values).unwrap_or_default()
    };
    let whole = |list: Scores<'_>| {
        mean(&list.iter().map(|(_, total)| *total).collect::<Vec<_>>()).unwrap_or_default()
    };
    let means = (whole(then), whole(now));
    let crossed = [column(0), column(1), column(2), column(3)];
    Ok(parts(crossed, means, n, (then.len(), now.len())))
}

fn parts(crossed: [f64; 4], means: (f64, f64), n: usize, all: (usize, usize)) -> Split {
    let [then_then, then_now, now_then, now_now] = crossed;
    let people_orders = (now_then - then_then, now_now - then_now);
    let yardstick_orders = (then_now - then_then, now_now - now_then);
    let middle = |(a, b): (f64, f64)| f64::midpoint(a, b);
    Split {
        n,
        all,
        means,
        crossed,
        people: middle(people_orders),
        people_orders,
        yardstick: middle(yardstick_orders),
        yardstick_orders,
        others: (means.1 - means.0) - (now_now - then_then),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: 70 → 80 by the old rules (+10), 60 → 72 by the new ones (+12): people +11. The rules take 10 on the old figures and 8
    /// on the new ones: −9. Together +2 = 72 − 70. Everyone's mean went from 69 to 74, +5: others +3.
    #[test]
    fn parts_add_up_in_either_order() {
        let found = parts([70.0, 60.0, 80.0, 72.0], (69.0, 74.0), 9, (10, 11));
        assert_eq!((found.people, found.people_orders), (11.0, (10.0, 12.0)));
        assert_eq!((found.yardstick, found.yardstick_orders), (-9.0, (-10.0, -8.0)));
        assert_eq!((found.change(), found.others, found.whole()), (2.0, 3.0, 5.0));
        assert!((found.people + found.yardstick - found.change()).abs() < 1e-12);
        assert!((found.change() + found.others - found.whole()).abs() < 1e-12);
    }

    /// By the same yardstick all is the people's; and below eight people nothing is said.
    #[test]
    fn the_same_yardstick_changes_nothing() {
        let list = |n: u32, total: f64| (0..n).map(|at| (AgentIx(at), total)).collect::<Vec<_>>();
        let found = split((&list(9, 70.0), &list(8, 75.0)), None).unwrap();
        assert_eq!((found.n, found.people, found.yardstick, found.others), (8, 5.0, 0.0, 0.0));
        let few = split((&list(7, 70.0), &list(8, 75.0)), None).unwrap_err();
        assert_eq!((few.lack, few.n, few.needed), (Lack::BothYears, 7, 8));
    }
}
