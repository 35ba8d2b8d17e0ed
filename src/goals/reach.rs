//! How far the subject and its peers have come: own reach, peer reach, best peer (domain notes D.2).

use super::aim::Aim;
use super::figure::{Figure, parts, pool};
use super::history::History;
use super::surroundings::Peer;
use crate::model::Operator;
use crate::stats;

/// Fewest peers on which a P90 is taken, and without whom a newcomer cannot be assessed.
pub(super) const PEERS: usize = 4;

/// Of `values` the one that stands best to the aim, the first on a tie.
pub(super) fn best<T>(values: impl Iterator<Item = (f64, T)>, aim: &Aim) -> Option<(f64, T)> {
    values.reduce(|best, next| if aim.step(next.0) < aim.step(best.0) { next } else { best })
}

/// The better of the best month with enough cases and the best three months in a row, added up. States have months only:
/// they cannot be added.
pub(super) fn own_reach(history: &History, aim: &Aim, minimum: f64) -> Option<f64> {
    let enough = |figure: &&Figure| figure.enough(minimum);
    let months = history.figures.iter().filter(enough).filter_map(Figure::counted);
    let quarters = history.figures.windows(3).filter_map(|three| {
        let in_row = three.iter().zip(three.iter().skip(1)).all(|(a, b)| b.month.since(a.month) == 1);
        let whole = in_row && three.iter().all(|figure| figure.counted().is_some());
        let addable = three.iter().all(|figure| parts(figure.sums).is_some());
        pool(three).value.filter(|_| whole && addable)
    });
    best(months.chain(quarters).map(|value| (value, ())), aim).map(|(value, ())| value)
}

/// What the best tenth of the peers reach: P90 of their values turned so that more is better (quantile of Hyndman & Fan's
/// type 7); of a range the P90 of how far inside they stand. `None` below four peers.
pub(super) fn peer_reach(peers: &[Peer], aim: &Aim) -> Option<f64> {
    if peers.len() < PEERS {
        return None;
    }
    let values: Vec<f64> = peers.iter().map(|peer| peer.value).collect();
    match aim.operator {
        Operator::AtLeast | Operator::Above => stats::quantile(&values, 0.9),
        Operator::AtMost | Operator::Below => stats::quantile(&values, 0.1),
        Operator::Between => {
            let steps: Vec<f64> = values.iter().map(|value| aim.step(*value)).collect();
            let step = stats::quantile(&steps, 0.1)?;
            let below = stats::median(&values)? < f64::midpoint(aim.lower, aim.upper);
            Some(if below { aim.lower - step } else { aim.upper + step })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::history::tests::{WESTOLL, close, ratings, share};
    use super::*;
    use crate::model::{AgentIx, Goal, Precision, Subject, Unit};

    fn aim(operator: Operator, value: f64, upper: Option<f64>) -> Aim {
        let precision = Precision { unit: Unit::Percent, decimals: 1 };
        Aim::new(&Goal { operator, value, upper }, precision).unwrap()
    }

    fn peers(values: &[f64]) -> Vec<Peer> {
        let peer =
            |(at, value): (usize, &f64)| Peer { subject: Subject::Agent(AgentIx(at as u32)), value: *value };
        values.iter().enumerate().map(peer).collect()
    }

    /// Domain notes D.2: no month has 30 ratings, so the best rolling quarter 28/42 = 66.7 % is the own reach.
    #[test]
    fn a_lucky_month_on_few_cases_is_no_reach() {
        let history = History::new(ratings("2025-01", &WESTOLL), &share());
        let goal = aim(Operator::AtLeast, 0.6, None);
        close(own_reach(&history, &goal, 30.0), 28.0 / 42.0, 1e-12);
        close(own_reach(&history, &goal, 10.0), 10.0 / 11.0, 1e-12);
    }

    #[test]
    fn three_months_are_in_a_row_or_do_not_count() {
        let mut figures = ratings("2025-01", &WESTOLL);
        figures.remove(4);
        let history = History::new(figures, &share());
        let goal = aim(Operator::AtLeast, 0.6, None);
        close(own_reach(&history, &goal, 30.0), 24.0 / 42.0, 1e-12);
    }

    /// 1 … 11: P90 by type 7 is 10, P10 is 2; around 5 … 7 the best tenth stands one inside, the number 6.
    #[test]
    fn the_best_tenth_is_on_the_good_side() {
        let all = peers(&(1..=11).map(f64::from).collect::<Vec<_>>());
        close(peer_reach(&all, &aim(Operator::AtLeast, 9.0, None)), 10.0, 1e-12);
        close(peer_reach(&all, &aim(Operator::AtMost, 3.0, None)), 2.0, 1e-12);
        let range = aim(Operator::Between, 5.0, Some(7.0));
        let reach = peer_reach(&all, &range).unwrap();
        assert!(range.met(reach), "{reach}");
        assert_eq!(peer_reach(&all[..3], &range), None, "three peers have no best tenth");
    }
}
