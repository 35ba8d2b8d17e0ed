//! Sharing a change out among what caused it, exactly.

use super::edit::Group;
use std::collections::{BTreeMap, BTreeSet};

/// What a group of edits did to a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The group.
    pub group: Group,
    /// Its share of the change in points, unrounded.
    pub points: f64,
    /// Its share in units of the last shown digit; these add up to the shown change.
    pub shown: i64,
}

/// Totals are counted in units of 2⁻⁶⁰ points: of a total above 1/256 no bit is lost.
const BITS: i32 = 60;

/// Shares the change from `values[0]` to the last of `values` out among `groups` by Shapley's value (Shapley 1953, "A value
/// for n-person games", Contributions to the Theory of Games II, 307–317): what a group adds, averaged over all orders in
/// which the edits could have been made. `values[s]` is the score with the head's groups whose bits are set in `s`.
///
/// **Exact.** Totals are taken as whole numbers of 2⁻⁶⁰ points, and the shares are kept as whole numbers of 1/(n!·2⁶⁰), so
/// the parts add up to the change without any error. What is shown is rounded by largest remainders to whole units of the last
/// shown digit (`decimals`), so that the shown parts add up to `shown`, the shown score after minus the shown score before; a
/// part that is exactly nothing stays nothing as long as another is not.
///
/// `None` if there is not one value for each subset.
#[must_use]
pub fn share_out(groups: &[Group], values: &[f64], decimals: u8, shown: i64) -> Option<Vec<Part>> {
    let n = groups.len();
    if n == 0 || n > 5 || values.len() != 1 << n || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let units: Vec<i128> = values.iter().map(|value| libm::scalbn(*value, BITS) as i128).collect();
    let at = |set: usize| units.get(set).copied().unwrap_or_default();
    let share = |group: usize| -> i128 {
        let without = (0..1_usize << n).filter(|set| set & (1 << group) == 0);
        without.map(|set| orders(set.count_ones(), n) * (at(set | 1 << group) - at(set))).sum()
    };
    let shares: Vec<i128> = (0..n).map(share).collect();
    let whole = factorial(n as u32) << BITS;
    let rounded = rounded(&shares, whole, decimals, shown);
    let points = |share: i128| libm::scalbn(share as f64, -BITS) / factorial(n as u32) as f64;
    let parts = groups.iter().zip(&shares).zip(rounded);
    Some(parts.map(|((group, share), shown)| Part { group: *group, points: points(*share), shown }).collect())
}

/// The sets of players whose values [`nested`] asks for: any players of one group with whole other groups. Players are bits, counted
/// through the groups, whose sizes are `sizes`.
#[must_use]
pub(super) fn sets(sizes: &[usize]) -> Vec<u64> {
    let mut sets = BTreeSet::new();
    for (at, size) in sizes.iter().enumerate() {
        for others in others(sizes, at) {
            sets.extend((0..1_u64 << size).map(|own| others.1 | own << first(sizes, at)));
        }
    }
    sets.into_iter().collect()
}

/// The first bit of the group at `at`.
fn first(sizes: &[usize], at: usize) -> usize {
    sizes.iter().take(at).sum()
}

/// The sets of whole groups without the one at `at`: how many groups, and their players.
fn others(sizes: &[usize], at: usize) -> Vec<(u32, u64)> {
    let bits = |group: usize| sizes.get(group).map_or(0, |size| ((1_u64 << size) - 1) << first(sizes, group));
    let without = (0..1_u32 << sizes.len()).filter(|set| set & (1 << at) == 0);
    let players = |set: u32| (0..sizes.len()).filter(|group| set & (1 << group) != 0).map(bits).sum();
    without.map(|set| (set.count_ones(), players(set))).collect()
}

/// Shares a change out among players in groups by Owen's value: what a player adds, averaged over all orders of the groups and all
/// orders within its own group; with one group that is Shapley's value. Points and units of the last shown digit for each player.
/// Exact as [`share_out`] is; a group has at most eight players, and there are at most five groups.
///
/// `None` if a value is missing or not finite.
#[must_use]
pub(super) fn nested(
    sizes: &[usize],
    values: &BTreeMap<u64, f64>,
    decimals: u8,
    shown: i64,
) -> Option<Vec<(f64, i64)>> {
    const MOST: u32 = 8;
    if sizes.len() > 5 || sizes.iter().any(|size| *size > MOST as usize || *size == 0) {
        return None;
    }
    let units = |set: u64| values.get(&set).filter(|v| v.is_finite()).map(|v| libm::scalbn(*v, BITS) as i128);
    let mut shares: Vec<i128> = Vec::new();
    for (at, size) in sizes.iter().enumerate() {
        let (from, spread) = (first(sizes, at), factorial(MOST) / factorial(*size as u32));
        for player in 0..*size {
            let mut share = 0;
            for (before, outside) in others(sizes, at) {
                for own in (0..1_u64 << size).filter(|own| own & (1 << player) == 0) {
                    let gain = units(outside | (own | 1 << player) << from)? - units(outside | own << from)?;
                    share += orders(before, sizes.len()) * orders(own.count_ones(), *size) * gain;
                }
            }
            shares.push(share * spread);
        }
    }
    let ways = factorial(sizes.len() as u32) * factorial(MOST);
    let rounded = rounded(&shares, ways << BITS, decimals, shown);
    let points = |share: &i128| libm::scalbn(*share as f64, -BITS) / ways as f64;
    Some(shares.iter().map(points).zip(rounded).collect())
}

/// Orders of `n` groups in which exactly a given set of `before` comes before a given group: s!·(n−s−1)!.
fn orders(before: u32, n: usize) -> i128 {
    factorial(before) * factorial((n as u32).saturating_sub(before + 1))
}

fn factorial(n: u32) -> i128 {
    (1..=i128::from(n)).product()
}

/// `shares` of `whole` as units of the last shown digit that add up to `total`.
fn rounded(shares: &[i128], whole: i128, decimals: u8, total: i64) -> Vec<i64> {
    let scale = 10_i128.pow(u32::from(decimals.min(9)));
    let floor = |share: &i128| (share * scale).div_euclid(whole);
    let rest = |share: &i128| (share * scale).rem_euclid(whole);
    let mut parts: Vec<i64> = shares.iter().map(|share| floor(share) as i64).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    if shares.iter().any(|share| *share != 0) {
        order.retain(|at| shares.get(*at).is_some_and(|share| *share != 0));
    }
    order.sort_by_key(|at| std::cmp::Reverse(shares.get(*at).map(rest)));
    let left = total - parts.iter().sum::<i64>();
    // The shown change differs from the change by less than one unit, so one more round than parts is enough; taking away
    // begins with the smallest remainder.
    if left < 0 {
        order.reverse();
    }
    let step = left.signum();
    for at in order.iter().cycle().take(left.unsigned_abs() as usize) {
        if let Some(part) = parts.get_mut(*at) {
            *part += step;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::grid;
    use proptest::prelude::*;

    /// The glove game: one left glove, two right ones. Shapley's value 2/3, 1/6, 1/6 (Osborne and Rubinstein 1994, A Course in
    /// Game Theory, section 14.4).
    #[test]
    fn the_gloves() {
        let groups = [Group::Data, Group::Scheme, Group::People];
        let values: Vec<f64> =
            (0..8_u32).map(|set| if set & 1 == 1 && set & 6 != 0 { 6.0 } else { 0.0 }).collect();
        let parts = share_out(&groups, &values, 2, 600).unwrap();
        let points: Vec<f64> = parts.iter().map(|part| part.points).collect();
        assert_eq!(points, [4.0, 1.0, 1.0]);
        assert_eq!(parts.iter().map(|part| part.shown).collect::<Vec<_>>(), [400, 100, 100]);
    }

    /// Thirds of a cent cannot be shown; the first group gets the unit that is left, and nothing goes to who did nothing.
    #[test]
    fn what_is_left_goes_to_the_largest_remainder() {
        let groups = [Group::Data, Group::Scheme, Group::People, Group::Events];
        let values: Vec<f64> =
            (0..16_u32).map(|set| f64::from((set & 7).count_ones()) / 3.0 * 0.01).collect();
        let parts = share_out(&groups, &values, 2, 1).unwrap();
        assert_eq!(parts.iter().map(|part| part.shown).collect::<Vec<_>>(), [1, 0, 0, 0]);
        assert_eq!(parts[3].points, 0.0);
    }

    proptest! {
        #[test]
        fn shown_parts_add_up_to_the_shown_change(
            n in 1_usize..=5, decimals in 0_u8..=4, seed in prop::collection::vec(0.0_f64..120.0, 32),
        ) {
            let groups = &[Group::Data, Group::Targets, Group::Scheme, Group::People, Group::Events][..n];
            let values = &seed[..1 << n];
            let shown = grid(values[values.len() - 1], decimals) - grid(values[0], decimals);
            let parts = share_out(groups, values, decimals, shown).unwrap();
            prop_assert_eq!(parts.iter().map(|part| part.shown).sum::<i64>(), shown);
            let sum: f64 = parts.iter().map(|part| part.points).sum();
            prop_assert!((sum - (values[values.len() - 1] - values[0])).abs() < 1e-9);
            let step = 1.0 / grid(1.0, decimals) as f64;
            for part in parts {
                prop_assert!((part.shown as f64 * step - part.points).abs() < 2.0 * step);
            }
        }
    }
}
