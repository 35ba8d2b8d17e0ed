//! Which groups are large enough to be shown, and which more must be withheld so that none can be found by subtraction.

/// What may be shown of an organisation and its teams.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Whether figures of the organisation as a whole may be shown.
    pub organisation: bool,
    /// By position of the team.
    pub teams: Vec<bool>,
}

impl Shown {
    /// Everything.
    #[must_use]
    pub fn all(teams: usize) -> Self {
        Self { organisation: true, teams: vec![true; teams] }
    }
}

/// Applies the rule of least size to groups of `sizes` people (by period, then by team): of the teams that are `allowed`, one is
/// shown if it has at least `least` people in every period in which it has any. The organisation is a sum of all teams: what
/// is withheld can be found by subtraction, so in every period the withheld teams together hold nobody or at least `least`
/// people; until then the smallest shown team is withheld too (primary and complementary suppression of a table
/// with one margin, as in Hundepool et al., Statistical Disclosure Control, 2012, ch. 4). If no team is left, figures of the
/// organisation may be shown as long as it is large enough itself.
#[must_use]
pub(super) fn shown(sizes: &[Vec<usize>], allowed: &[bool], least: usize) -> Shown {
    let size = |period: &Vec<usize>, team: usize| period.get(team).copied().unwrap_or_default();
    let fits = |team: usize| {
        sizes.iter().all(|period| matches!(size(period, team), 0) || size(period, team) >= least)
    };
    let mut shown: Vec<bool> =
        allowed.iter().enumerate().map(|(team, allowed)| *allowed && fits(team)).collect();
    let whole = |period: &Vec<usize>| period.iter().sum::<usize>();
    let organisation = sizes.iter().all(|period| whole(period) == 0 || whole(period) >= least);
    while organisation && shown.contains(&true) && sizes.iter().any(|period| reveals(period, &shown, least)) {
        let people = |team: &usize| sizes.iter().map(|period| size(period, *team)).sum::<usize>();
        let candidates = shown.iter().enumerate().filter(|(_, shown)| **shown).map(|(team, _)| team);
        // A team without people hides nobody.
        let next = candidates.min_by_key(|team| (people(team) == 0, people(team), *team));
        if let Some(place) = next.and_then(|team| shown.get_mut(team)) {
            *place = false;
        }
    }
    Shown { organisation, teams: shown }
}

/// Whether the whole less the shown teams is a group of too few people.
fn reveals(period: &[usize], shown: &[bool], least: usize) -> bool {
    let hidden = period.iter().zip(shown).filter(|(_, shown)| !**shown).map(|(size, _)| *size);
    (1..least).contains(&hidden.sum::<usize>())
}

/// Teams that have anyone in any period.
pub(super) fn peopled(sizes: &[Vec<usize>], teams: usize) -> Vec<bool> {
    (0..teams).map(|team| sizes.iter().any(|period| period.get(team).is_some_and(|size| *size > 0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_team_of_two_is_withheld_and_so_is_the_smallest_other_one() {
        let of = |sizes: &[usize]| shown(&[sizes.to_vec()], &vec![true; sizes.len()], 5);
        assert_eq!(of(&[8, 8, 8]).teams, [true, true, true]);
        assert_eq!(of(&[8, 2, 6]).teams, [true, false, false], "8 + 2 + 6 less 8 and 6 would be the two");
        assert_eq!(
            of(&[2, 3, 9]).teams,
            [false, false, true],
            "two withheld teams of five together hide each other"
        );
        assert_eq!(of(&[2, 2, 9]).teams, [false, false, false], "four people are too few to hide in");
        assert!(of(&[2, 2, 9]).organisation);
        assert!(!of(&[1, 2]).organisation, "three people are no group");
    }

    #[test]
    fn every_period_counts() {
        let sizes = [vec![8, 8], vec![8, 3]];
        assert_eq!(shown(&sizes, &[true; 2], 5).teams, [false, false]);
        let sizes = [vec![8, 8], vec![8, 0]];
        assert_eq!(
            shown(&sizes, &[true; 2], 5).teams,
            [true, true],
            "a team that did not exist is not a small one"
        );
    }

    proptest! {
        /// Whoever sees the shown teams and the whole learns of no group smaller than the least size.
        #[test]
        fn no_small_group_can_be_found_by_subtraction(
            sizes in proptest::collection::vec(proptest::collection::vec(0_usize..12, 5), 1..4),
            least in 2_usize..7,
            allowed in proptest::collection::vec(proptest::bool::ANY, 5),
        ) {
            let shown = shown(&sizes, &allowed, least);
            for period in &sizes {
                for (team, size) in period.iter().enumerate() {
                    prop_assert!(!shown.teams[team] || *size == 0 || *size >= least);
                    prop_assert!(!shown.teams[team] || allowed[team]);
                }
                let rest: usize =
                    period.iter().zip(&shown.teams).filter(|(_, seen)| !**seen).map(|(n, _)| *n).sum();
                prop_assert!(!shown.organisation || rest == 0 || rest >= least);
            }
        }
    }
}
