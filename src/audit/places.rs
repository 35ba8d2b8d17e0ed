//! Places in an order: ranks of scores and percentile ranks of values, by sorted integers in buffers used again.

/// Binary digits of a score in a key, where units leave so many.
const SCORE_DIGITS: u32 = 44;
/// Up to so many keys, comparing each with all is faster than sorting: processors compare several at once.
const BY_PAIRS: usize = 96;
/// Units are compared in groups of so many.
const GROUP: usize = 16;
/// From so many keys on, two passes by digits are faster than comparisons.
const BY_DIGITS: usize = 128;
/// Most binary digits of a pass.
const PASS_DIGITS: u32 = 11;
/// Binary digits of a unit in a key of [`Places::middles`].
const UNIT_DIGITS: u32 = 32;

/// Buffers for sorting.
#[derive(Debug, Default, Clone)]
pub(super) struct Places {
    keys: Vec<u64>,
    other: Vec<u64>,
    counts: Vec<u32>,
    /// Orders, where they are few; [`ABSENT`] for a missing one and up to a whole group.
    orders: Vec<i16>,
    /// Twice the places of those, from 0.
    twice: Vec<i16>,
}

/// Above every order.
const ABSENT: i16 = i16::MAX;
/// The percentile rank of a value alone.
const ALONE: f64 = 50.5;

impl Places {
    /// Competition ranks ("1 2 2 4") of `scores`, the highest first; −∞ is last. Scores count as equal within `reach`·2⁻⁴³, so
    /// that sums in another order of rounding tie as they should; `reach` is more than any of them in size.
    pub(super) fn ranks(&mut self, scores: &[f64], reach: f64, ranks: &mut Vec<u32>) {
        let unit_digits = u64::BITS - (scores.len() as u64).leading_zeros();
        let digits = SCORE_DIGITS.min(u64::BITS - unit_digits);
        let middle = (1_u64 << (digits - 1)) as f64;
        let (step, most) = (middle / reach, (1_u64 << digits) - 1);
        let key = |(unit, score): (usize, &f64)| {
            // A cast from a float saturates, so −∞ becomes 0.
            let place = ((score * step + middle) as u64).min(most);
            (most - place) << unit_digits | unit as u64
        };
        self.keys.clear();
        self.keys.extend(scores.iter().enumerate().map(key));
        self.keys.sort_unstable();
        ranks.clear();
        ranks.resize(scores.len(), 0);
        let unit_of = (1_u64 << unit_digits) - 1;
        let (mut last, mut rank) = (u64::MAX, 0);
        for (place, key) in self.keys.iter().enumerate() {
            let score = key >> unit_digits;
            rank = if score == last { rank } else { place as u32 + 1 };
            last = score;
            if let Some(of) = ranks.get_mut((key & unit_of) as usize) {
                *of = rank;
            }
        }
    }

    /// Percentile ranks on 1–100 of values given by their `orders` among `orders_in_all`, equal ones in the middle of their
    /// places; a missing one is NaN in `column` and stays so. A value alone is in the middle.
    pub(super) fn middles(&mut self, orders_in_all: usize, column: &mut [f64]) {
        if column.len() <= BY_PAIRS && orders_in_all < ABSENT as usize {
            self.middles_by_pairs(column);
            return;
        }
        self.keys.clear();
        let present = column.iter().enumerate().filter(|(_, order)| !order.is_nan());
        self.keys.extend(present.map(|(unit, order)| (*order as u64) << UNIT_DIGITS | unit as u64));
        self.sort(orders_in_all);
        let present = self.keys.len();
        let step = step(present);
        let mut from = 0;
        for equal in self.keys.chunk_by(|a, b| a >> UNIT_DIGITS == b >> UNIT_DIGITS) {
            let twice = 2 * from + equal.len() - 1;
            let points = if present == 1 { ALONE } else { 1.0 + step * twice as f64 };
            for key in equal {
                if let Some(of) = column.get_mut((key & u64::from(u32::MAX)) as usize) {
                    *of = points;
                }
            }
            from += equal.len();
        }
    }

    /// As [`Places::middles`], by counting the lower and the equal ones of each.
    fn middles_by_pairs(&mut self, column: &mut [f64]) {
        let order = |order: &f64| if order.is_nan() { ABSENT } else { *order as i16 };
        self.orders.clear();
        self.orders.extend(column.iter().map(order));
        let present = self.orders.iter().filter(|order| **order != ABSENT).count();
        self.orders.resize(column.len().next_multiple_of(GROUP), ABSENT);
        // Lower ones count twice and equal ones once, less itself.
        let twice = |own: &i16| {
            let of = |order: &i16| i16::from(order < own) + i16::from(order <= own);
            self.orders.iter().map(of).sum::<i16>() - 1
        };
        self.twice.clear();
        self.twice.extend(self.orders.iter().map(twice));
        let step = step(present);
        for (points, twice) in column.iter_mut().zip(&self.twice) {
            *points = if points.is_nan() { f64::NAN } else { 1.0 + step * f64::from(*twice) };
        }
        if present == 1 {
            column.iter_mut().filter(|points| !points.is_nan()).for_each(|points| *points = ALONE);
        }
    }

    /// Sorts the keys by their orders, which are below `orders`; of equal ones in the order of units.
    fn sort(&mut self, orders: usize) {
        let digits = (u64::BITS - (orders as u64).leading_zeros()).div_ceil(2);
        if self.keys.len() < BY_DIGITS || digits > PASS_DIGITS {
            self.keys.sort_unstable();
            return;
        }
        self.other.resize(self.keys.len(), 0);
        pass(&self.keys, &mut self.other, &mut self.counts, UNIT_DIGITS, digits);
        pass(&self.other, &mut self.keys, &mut self.counts, UNIT_DIGITS + digits, digits);
    }
}

/// Half the distance of percentile ranks on 1–100 of neighbours among `present` ones.
fn step(present: usize) -> f64 {
    49.5 / present.saturating_sub(1).max(1) as f64
}

/// Puts keys in the order of some of their binary digits, keeping the order of equal ones.
fn pass(from: &[u64], to: &mut [u64], counts: &mut Vec<u32>, shift: u32, digits: u32) {
    let mask = (1_usize << digits) - 1;
    let digit = |key: u64| (key >> shift) as usize & mask;
    counts.clear();
    counts.resize(mask + 1, 0);
    from.iter().for_each(|key| counts[digit(*key)] += 1);
    let mut sum = 0;
    for count in counts.iter_mut() {
        (*count, sum) = (sum, sum + *count);
    }
    for key in from {
        let place = &mut counts[digit(*key)];
        to[*place as usize] = *key;
        *place += 1;
    }
}

/// Maps floats to integers in the same order.
pub(super) const fn ascending(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_rank_and_rounding_makes_none() {
        let mut ranks = Vec::new();
        let scores = [70.0, 90.0, 0.1 + 0.2, f64::NEG_INFINITY, 90.0, 0.3, -5.0];
        Places::default().ranks(&scores, 2048.0, &mut ranks);
        assert_eq!(ranks, [3, 1, 4, 7, 1, 4, 6]);
    }

    /// Values 4 2 – 2 9 have places 2, 0.5, –, 0.5, 3 of 0–3.
    #[test]
    fn middles_by_hand() {
        let mut column = [1.0, 0.0, f64::NAN, 0.0, 2.0];
        Places::default().middles(3, &mut column);
        assert!(column[2].is_nan());
        assert_eq!([column[0], column[1], column[3], column[4]], [67.0, 17.5, 17.5, 100.0]);
        let mut alone = [f64::NAN, 0.0];
        Places::default().middles(1, &mut alone);
        assert_eq!(alone[1], 50.5);
    }

    /// Both ways to sort give the same, with ties.
    #[test]
    fn many_are_as_few() {
        let orders: Vec<f64> = (0..700_u32).map(|n| f64::from(n * 7_919 % 331)).collect();
        let (mut digits, mut compared) = (orders.clone(), orders);
        Places::default().middles(400, &mut digits);
        Places::default().middles(1 << 40, &mut compared);
        assert_eq!(digits, compared);
    }

    /// Counting pairs gives the same as sorting, to the bit, with ties and gaps, up to the last length that it is used for.
    #[test]
    fn few_are_as_many() {
        for units in 0..=BY_PAIRS as u32 {
            let order = |n: u32| if n % 7 == 3 { f64::NAN } else { f64::from(n * 7_919 % 61) };
            let orders: Vec<f64> = (0..units).map(order).collect();
            let (mut pairs, mut sorted) = (orders.clone(), orders);
            Places::default().middles(61, &mut pairs);
            Places::default().middles(1 << 40, &mut sorted);
            let bits = |column: &[f64]| column.iter().map(|points| points.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&pairs), bits(&sorted), "{units}");
        }
    }
}
