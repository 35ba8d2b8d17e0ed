//! Places and amounts worked out by hand, and the laws of dividing.

use super::*;
use proptest::prelude::*;

fn yuan(amount: f64) -> Money {
    Money::of(amount, 2)
}

/// Entrants by score and monthly wage.
fn entrants(list: &[(f64, f64)]) -> Vec<Entrant> {
    let one = |&(score, wage): &(f64, f64)| Entrant {
        key: (score * 100.0).round() as i64,
        figure: score,
        wage: Some(yuan(wage)),
    };
    list.iter().map(one).collect()
}

fn amounts(placings: &[Placing]) -> Vec<Option<f64>> {
    placings.iter().map(|placing| placing.amount.map(|amount| amount.amount(2))).collect()
}

/// Domain notes E.1: 30 % of 8 people are 2 or 3 places.
#[test]
fn a_share_of_people_is_rounded_as_agreed() {
    assert_eq!(places(8, 0.3, Slots::Floor), 2);
    assert_eq!(places(8, 0.3, Slots::Ceil), 3);
    assert_eq!(places(8, 0.3, Slots::Nearest), 2);
    assert_eq!(places(5, 0.3, Slots::Nearest), 2, "1.5 is rounded up");
    for rounding in [Slots::Floor, Slots::Ceil, Slots::Nearest] {
        assert_eq!(places(30, 0.1, rounding), 3, "0.1 × 30 is 3, although binary says a little more");
        assert_eq!(places(0, 0.3, rounding), 0);
        assert_eq!(places(7, 1.0, rounding), 7);
    }
}

#[test]
fn a_tie_at_the_last_place_lets_all_in_or_is_split() {
    let people = entrants(&[(90.0, 0.0), (85.0, 0.0), (85.0, 0.0), (80.0, 0.0)]);
    let all_in = place(&people, 2, CutTie::AllIn, TopAmount::Fixed(yuan(500.0)));
    assert_eq!(amounts(&all_in), [Some(500.0), Some(500.0), Some(500.0), None]);
    assert_eq!(all_in.iter().map(|placing| placing.rank).collect::<Vec<_>>(), [1, 2, 2, 4]);
    let split = place(&people, 2, CutTie::SplitPool, TopAmount::Fixed(yuan(500.0)));
    assert_eq!(amounts(&split), [Some(500.0), Some(250.0), Some(250.0), None]);
    let odd = place(&people, 2, CutTie::SplitPool, TopAmount::Fixed(yuan(100.01)));
    assert_eq!(amounts(&odd), [Some(100.01), Some(50.01), Some(50.0), None]);
    // Without more ties than places there is nothing to split.
    let whole = place(&people, 3, CutTie::SplitPool, TopAmount::Fixed(yuan(500.0)));
    assert_eq!(amounts(&whole), [Some(500.0), Some(500.0), Some(500.0), None]);
}

/// Source 004: 10 to 20 % of the wage.
#[test]
fn the_share_of_the_wage_slides_by_place_or_by_score() {
    let people = entrants(&[(95.0, 6000.0), (93.0, 5000.0), (85.0, 4000.0), (70.0, 9000.0)]);
    let by_rank = TopAmount::Sliding { from: 0.1, to: 0.2, by_rank: true };
    // 20, 15 and 10 %.
    assert_eq!(
        amounts(&place(&people, 3, CutTie::AllIn, by_rank)),
        [Some(1200.0), Some(750.0), Some(400.0), None]
    );
    let by_score = TopAmount::Sliding { from: 0.1, to: 0.2, by_rank: false };
    // 93 is 8/10 of the way from 85 to 95: 18 %.
    assert_eq!(
        amounts(&place(&people, 3, CutTie::AllIn, by_score)),
        [Some(1200.0), Some(900.0), Some(400.0), None]
    );
    assert_eq!(amounts(&place(&people, 1, CutTie::AllIn, by_rank)), [Some(1200.0), None, None, None]);
    assert_eq!(amounts(&place(&people, 1, CutTie::AllIn, by_score)), [Some(1200.0), None, None, None]);
}

#[test]
fn who_ties_receives_the_mean_of_the_places() {
    let by_rank = TopAmount::Sliding { from: 0.1, to: 0.2, by_rank: true };
    let first = entrants(&[(95.0, 6000.0), (95.0, 6000.0), (85.0, 6000.0)]);
    // Places 1 and 2 of three: (20 + 15) / 2 = 17.5 %.
    assert_eq!(amounts(&place(&first, 3, CutTie::AllIn, by_rank)), [Some(1050.0), Some(1050.0), Some(600.0)]);
    let last = entrants(&[(95.0, 6000.0), (85.0, 6000.0), (85.0, 6000.0)]);
    // The second of two places, 10 %, for two people.
    assert_eq!(
        amounts(&place(&last, 2, CutTie::SplitPool, by_rank)),
        [Some(1200.0), Some(300.0), Some(300.0)]
    );
}

#[test]
fn a_pool_is_paid_out_to_the_cent() {
    let people = entrants(&[(90.0, 0.0), (90.0, 0.0), (90.0, 0.0), (50.0, 0.0)]);
    let pool = TopAmount::Pool(yuan(1000.0));
    assert_eq!(
        amounts(&place(&people, 1, CutTie::AllIn, pool)),
        [Some(333.34), Some(333.33), Some(333.33), None]
    );
    let kept = within(Some(yuan(200.0)), &[yuan(100.0), yuan(100.0), yuan(100.01)]);
    assert_eq!(kept.iter().copied().sum::<Money>(), yuan(200.0));
    // Quotas 66.664…, 66.664…, 66.671…: the two odd cents go to the largest remainders.
    assert_eq!(kept, [yuan(66.67), yuan(66.66), yuan(66.67)]);
    assert_eq!(within(Some(yuan(400.0)), &[yuan(100.0), yuan(0.0)]), [yuan(100.0), yuan(0.0)]);
    assert_eq!(within(Some(Money::ZERO), &[yuan(100.0), yuan(1.0)]), [Money::ZERO, Money::ZERO]);
    assert!(within(Some(yuan(1.0)), &[]).is_empty());
}

#[test]
fn nobody_receives_without_a_place() {
    let people = entrants(&[(90.0, 1.0), (80.0, 1.0)]);
    assert!(place(&people, 0, CutTie::AllIn, TopAmount::Pool(yuan(9.0))).iter().all(|p| !p.receives));
    assert!(place(&[], 3, CutTie::SplitPool, TopAmount::Percent(0.1)).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Few different keys, so that ties are the rule.
    #[test]
    fn pools_reconcile_to_the_cent(
        keys in proptest::collection::vec(0_i64..6, 1..30),
        share in 0.01..1.0_f64,
        cents in 1_i64..10_000_000,
        split in proptest::bool::ANY,
    ) {
        let entrants: Vec<Entrant> =
            keys.iter().map(|&key| Entrant { key, figure: key as f64, wage: None }).collect();
        let tie = if split { CutTie::SplitPool } else { CutTie::AllIn };
        let slots = places(entrants.len(), share, Slots::Floor);
        let pool = place(&entrants, slots, tie, TopAmount::Pool(Money::from_minor(cents)));
        let paid: Money = pool.iter().filter_map(|placing| placing.amount).sum();
        prop_assert_eq!(paid.minor(), if slots == 0 { 0 } else { cents });
        let fixed = place(&entrants, slots, tie, TopAmount::Fixed(Money::from_minor(cents)));
        let paid: Money = fixed.iter().filter_map(|placing| placing.amount).sum();
        let receiving = fixed.iter().filter(|placing| placing.receives).count() as i64;
        let whole = if split { slots as i64 } else { receiving };
        prop_assert_eq!(paid.minor(), cents * whole);
        // Nobody is paid before someone better, and only who receives is paid.
        for (a, x) in entrants.iter().zip(&fixed) {
            prop_assert_eq!(x.receives, x.amount.is_some());
            for (b, y) in entrants.iter().zip(&fixed) {
                prop_assert!(a.key < b.key || x.receives || !y.receives);
            }
        }
    }

    #[test]
    fn budgets_reconcile_to_the_cent(
        cents in proptest::collection::vec(0_i64..1_000_000, 1..40),
        budget in 0_i64..20_000_000,
    ) {
        let amounts: Vec<Money> = cents.iter().copied().map(Money::from_minor).collect();
        let total: Money = amounts.iter().copied().sum();
        let kept = within(Some(Money::from_minor(budget)), &amounts);
        prop_assert_eq!(kept.iter().copied().sum::<Money>(), total.min(Money::from_minor(budget)));
        for (kept, amount) in kept.iter().zip(&amounts) {
            prop_assert!(kept.minor() <= amount.minor() && kept.minor() >= 0);
        }
    }

    #[test]
    fn the_order_of_people_never_matters(
        keys in proptest::collection::vec((0_i64..6, 100_000_i64..900_000), 1..20),
        share in 0.05..1.0_f64,
        turn in 0_usize..20,
        split in proptest::bool::ANY,
    ) {
        let entrant = |&(key, wage): &(i64, i64)| {
            Entrant { key, figure: key as f64, wage: Some(Money::from_minor(wage)) }
        };
        let tie = if split { CutTie::SplitPool } else { CutTie::AllIn };
        let slots = places(keys.len(), share, Slots::Ceil);
        let amount = TopAmount::Sliding { from: 0.1, to: 0.2, by_rank: true };
        let result = |list: &[(i64, i64)]| {
            let entrants: Vec<Entrant> = list.iter().map(entrant).collect();
            let placings = place(&entrants, slots, tie, amount);
            let mut found: Vec<_> = list.iter().zip(placings).map(|(one, p)| (*one, p.rank, p.amount)).collect();
            found.sort_unstable();
            found
        };
        let mut turned = keys.clone();
        turned.rotate_left(turn % keys.len());
        turned.reverse();
        prop_assert_eq!(result(&keys), result(&turned));
    }
}
