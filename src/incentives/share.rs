//! Dividing places and amounts, on plain numbers: how many are among the best, what a tie at the last place does, and how
//! amounts keep within a budget to the cent.

use crate::model::{CutTie, Money, Slots, TopAmount};
use crate::stats::{apportion, competition};

/// Places for a share of `people`. A product within 1e-9 of a whole number is that number, since 0.1 × 30 is not exactly 3 in
/// binary.
pub(super) fn places(people: usize, share: f64, rounding: Slots) -> usize {
    let exact = people as f64 * share;
    let nearest = (exact + 0.5).floor();
    let places = if (exact - exact.round()).abs() < 1e-9 {
        exact.round()
    } else {
        match rounding {
            Slots::Floor => exact.floor(),
            Slots::Ceil => exact.ceil(),
            Slots::Nearest => nearest,
        }
    };
    (places as usize).min(people)
}

/// Someone who competes for a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Entrant {
    /// On the grid of shown numbers; higher is better, equal is tied.
    pub(super) key: i64,
    /// The figure itself.
    pub(super) figure: f64,
    /// The wage of the period, if known.
    pub(super) wage: Option<Money>,
}

/// What an entrant gets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placing {
    /// Competition rank.
    pub(super) rank: u32,
    /// Whether they receive.
    pub(super) receives: bool,
    /// Places that they take: 1, a fraction where a tie at the cut is split, 0 for those who do not receive.
    pub(super) part: f64,
    /// How many share what is left of the places; 0 if not split.
    pub(super) split: u32,
    /// Share of the wage.
    pub(super) percent: Option<f64>,
    /// The amount; `None` if it rests on a wage that is not known, or nothing is received.
    pub(super) amount: Option<Money>,
}

/// The placings of `entrants`, in their order, for so many `places`. Nothing depends on the order except which of several
/// with equal shares of a pool receives its odd cents: the first.
pub(super) fn place(entrants: &[Entrant], places: usize, tie: CutTie, amount: TopAmount) -> Vec<Placing> {
    let keys: Vec<i64> = entrants.iter().map(|entrant| entrant.key).collect();
    let ranks = competition(&keys);
    let mut placings: Vec<Placing> = ranks
        .iter()
        .map(|&rank| Placing { rank, receives: false, part: 0.0, split: 0, percent: None, amount: None })
        .collect();
    let mut sorted = keys.clone();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let Some(cut) = places.checked_sub(1).and_then(|last| sorted.get(last)).copied() else { return placings };
    let above = sorted.partition_point(|key| *key > cut);
    let tied = sorted.partition_point(|key| *key >= cut) - above;
    let split = tie == CutTie::SplitPool && above + tied > places;
    for (placing, key) in placings.iter_mut().zip(&keys).filter(|(_, key)| **key >= cut) {
        let shares = split && *key == cut;
        placing.receives = true;
        placing.part = if shares { (places - above) as f64 / tied as f64 } else { 1.0 };
        placing.split = if shares { tied as u32 } else { 0 };
    }
    let receiving = if split { places } else { above + tied };
    give(entrants, &mut placings, receiving, amount);
    placings
}

fn give(entrants: &[Entrant], placings: &mut [Placing], places: usize, amount: TopAmount) {
    let parts: Vec<f64> = placings.iter().map(|placing| placing.part).collect();
    match amount {
        TopAmount::Pool(total) => divide(placings, total, &parts),
        TopAmount::Fixed(each) => {
            let (whole, split): (Vec<f64>, Vec<f64>) =
                placings.iter().map(|p| if p.split == 0 { (p.part, 0.0) } else { (0.0, p.part) }).unzip();
            let left: f64 = split.iter().sum();
            divide(placings, each.times(left), &split);
            for (placing, _) in placings.iter_mut().zip(&whole).filter(|(_, whole)| **whole > 0.0) {
                placing.amount = Some(each);
            }
        }
        TopAmount::Percent(share) => by_wage(entrants, placings, |_, placing| share * placing.part),
        TopAmount::Sliding { from, to, by_rank: true } => {
            let mut ranks: Vec<u32> = placings.iter().map(|placing| placing.rank).collect();
            ranks.sort_unstable();
            let equals = |rank: u32| {
                ranks.partition_point(|other| *other <= rank) - ranks.partition_point(|other| *other < rank)
            };
            by_wage(entrants, placings, |_, placing| {
                let first = placing.rank as usize;
                let tied = equals(placing.rank);
                // Who ties receives the mean of the places that the tie covers, as far as there are any.
                let covered = first..(first + tied).min(places + 1);
                let sum: f64 = covered.map(|at| sliding(from, to, at, places)).sum();
                sum / tied as f64
            });
        }
        TopAmount::Sliding { from, to, by_rank: false } => {
            let received = entrants.iter().zip(placings.iter()).filter(|(_, placing)| placing.receives);
            let keys: Vec<i64> = received.map(|(entrant, _)| entrant.key).collect();
            let (low, high) = (keys.iter().min().copied(), keys.iter().max().copied());
            let (low, high) = (low.unwrap_or_default(), high.unwrap_or_default());
            by_wage(entrants, placings, |entrant, placing| {
                let way = if high == low { 1.0 } else { (entrant.key - low) as f64 / (high - low) as f64 };
                (from + (to - from) * way) * placing.part
            });
        }
    }
}

/// The share of the wage at place `at` of `places`: `to` for the first, `from` for the last, evenly between.
fn sliding(from: f64, to: f64, at: usize, places: usize) -> f64 {
    if places <= 1 { to } else { to - (to - from) * (at - 1) as f64 / (places - 1) as f64 }
}

fn by_wage(entrants: &[Entrant], placings: &mut [Placing], percent: impl Fn(&Entrant, &Placing) -> f64) {
    for (placing, entrant) in placings.iter_mut().zip(entrants).filter(|(placing, _)| placing.receives) {
        let share = percent(entrant, placing);
        placing.percent = Some(share);
        placing.amount = entrant.wage.map(|wage| wage.times(share));
    }
}

/// Divides `total` by `parts`; those with no part keep what they have.
fn divide(placings: &mut [Placing], total: Money, parts: &[f64]) {
    let Some(amounts) = u64::try_from(total.minor()).ok().and_then(|total| apportion(total, parts)) else {
        return;
    };
    for ((placing, amount), _) in placings.iter_mut().zip(amounts).zip(parts).filter(|(_, part)| **part > 0.0)
    {
        placing.amount = i64::try_from(amount).ok().map(Money::from_minor);
    }
}

/// `amounts` within `budget`: as they are if they fit, else shared in proportion so that they total the budget to the cent
/// (largest remainder, the first among equals).
pub(super) fn within(budget: Option<Money>, amounts: &[Money]) -> Vec<Money> {
    let total: Money = amounts.iter().copied().sum();
    let Some(budget) = budget.filter(|budget| total > *budget) else { return amounts.to_vec() };
    let weights: Vec<f64> = amounts.iter().map(|amount| amount.minor().max(0) as f64).collect();
    let shared = u64::try_from(budget.minor()).ok().and_then(|budget| apportion(budget, &weights));
    let money = |amount: u64| i64::try_from(amount).map(Money::from_minor).unwrap_or_default();
    shared.map_or_else(|| vec![Money::ZERO; amounts.len()], |list| list.into_iter().map(money).collect())
}

#[cfg(test)]
mod tests;
