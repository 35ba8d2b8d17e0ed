//! What moved one score, edit by edit.

use super::blend::Chosen;
use super::comparison::Comparison;
use super::edit::{Edit, Group};
use super::moved::{Move, difference, value};
use super::player::{Player, What, players};
use super::share::nested;
use super::side::Side;
use super::union::Union;
use crate::model::{AgentIx, Model, Period};
use crate::score::Index;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Edits that are shared out exactly among each other; of a group with more, the ones that do least alone are taken together.
pub const SINGLE: usize = 8;

/// What edits that act as one did to a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Single {
    /// The group.
    pub group: Group,
    /// The edits; none of figures of other people in a month that is new or gone.
    pub edits: Vec<Edit>,
    /// Whether they are edits of everyone else.
    pub others: bool,
    /// Whether they were taken together because they are many.
    pub together: bool,
    /// Their share of the change in points, unrounded.
    pub points: f64,
    /// Their share in units of the last shown digit; these add up to the shown change.
    pub shown: i64,
}

/// One score, what moved it, edit by edit.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The move; its parts are those of the groups.
    pub moved: Move,
    /// What each edit did, those that did something, the largest first.
    pub singles: Vec<Single>,
    /// Whether the groups were put in order first and the edits within each group then (Owen's value), since there are more than
    /// [`SINGLE`] edits; else all orders of all edits count (Shapley's value).
    pub grouped: bool,
    /// How many edits did nothing to this score.
    pub idle: usize,
}

/// What moved the score of the agent with the id `agent` (that of the head) in `period`; `None` if it did not move.
///
/// Up to [`SINGLE`] edits: Shapley's value over all of them. More: Owen's value, "Values of games with a priori unions" (Owen 1977,
/// in Henn and Moeschlin, Essays in Mathematical Economics and Game Theory, 76–88), so that the edits of a group add up to
/// the group's part in the review.
#[must_use]
pub fn explain_move(
    comparison: &Comparison,
    base: Side<'_>,
    head: Side<'_>,
    agent: &str,
    period: Period,
) -> Option<Explained> {
    let union = Union::new(&base.evaluation.model, &head.evaluation.model);
    let number = union.head.find_agent(agent)?;
    let mut moved = difference(&union, base, head, number, period, comparison.decimals)?;
    let known = comparison.moves.iter().find(|known| known.agent.id == agent && known.period == period);
    moved.parts = known.map(|known| known.parts.clone()).unwrap_or_default();
    let desk = Desk { union: &union, number, moved: &moved };
    let by_group = players(comparison, &union, number);
    let by_group: Vec<(Group, Vec<Player>)> = union
        .differing()
        .into_iter()
        .filter_map(|group| Some((group, by_group.get(&group)?.clone())))
        .collect();
    let count: usize = by_group.iter().map(|(_, players)| players.len()).sum();
    let grouped = count > SINGLE;
    let by_group: Vec<(Group, Vec<(Player, bool)>)> =
        by_group.iter().map(|(group, players)| (*group, desk.few(*group, players, &by_group))).collect();
    let singles = desk.shared(&by_group, grouped, comparison.decimals)?;
    let idle = singles.iter().filter(|single| single.points == 0.0).map(|single| single.edits.len()).sum();
    let mut singles: Vec<Single> = singles.into_iter().filter(|single| single.points != 0.0).collect();
    singles.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    Some(Explained { moved, singles, grouped, idle })
}

/// One score, and how to compute it with some edits only.
struct Desk<'a> {
    union: &'a Union,
    number: AgentIx,
    moved: &'a Move,
}

impl Desk<'_> {
    /// The score with the players whose bits are set; players are counted through the groups.
    fn value(&self, by_group: &[(Group, Vec<&Player>)], set: u64) -> f64 {
        let count: usize = by_group.iter().map(|(_, players)| players.len()).sum();
        let all = (1_u64 << count) - 1;
        let mixture = (set != 0 && set != all).then(|| self.mixture(by_group, set));
        value(mixture.as_ref(), self.number, self.moved, set == 0)
    }

    fn mixture(&self, by_group: &[(Group, Vec<&Player>)], set: u64) -> (Index, Model) {
        let mut chosen =
            Chosen { what: std::collections::BTreeSet::new(), whole: Vec::new(), part: Vec::new() };
        let mut at = 0;
        for (group, players) in by_group {
            let of_group: Vec<&&Player> = players
                .iter()
                .enumerate()
                .filter(|(n, _)| set & (1 << (at + n)) != 0)
                .map(|(_, p)| p)
                .collect();
            at += players.len();
            if of_group.len() == players.len() {
                chosen.whole.push(*group);
            } else if !of_group.is_empty() {
                chosen.part.push(*group);
                chosen.what.extend(of_group.iter().flat_map(|player| &player.what));
            }
        }
        let model = self.union.blended(self.number, &chosen);
        (Index::new(&model), model)
    }

    /// At most [`SINGLE`] players: those that do most alone or last, and the others as one. The flag says whether it is such a one.
    fn few(&self, group: Group, players: &[Player], all: &[(Group, Vec<Player>)]) -> Vec<(Player, bool)> {
        if players.len() <= SINGLE {
            return players.iter().map(|player| (player.clone(), false)).collect();
        }
        let together = |list: Vec<&Player>| Player {
            what: list.into_iter().flat_map(|one| one.what.clone()).collect(),
            edits: Vec::new(),
        };
        let others: Vec<(Group, Player)> = all
            .iter()
            .filter(|(of, _)| *of != group)
            .map(|(of, players)| (*of, together(players.iter().collect())))
            .collect();
        let weigh = |player: &Player| -> f64 {
            let rest = together(players.iter().filter(|one| one.what != player.what).collect());
            let mut by_group: Vec<(Group, Vec<&Player>)> = vec![(group, vec![player, &rest])];
            by_group.extend(others.iter().map(|(of, player)| (*of, vec![player])));
            let full = (1_u64 << (others.len() + 2)) - 1;
            let of = |set| self.value(&by_group, set);
            (of(1) - of(0)).abs().max((of(full) - of(full ^ 1)).abs())
        };
        let mut weighed: Vec<(f64, &Player)> =
            players.par_iter().map(|player| (weigh(player), player)).collect();
        weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.what.cmp(&b.1.what)));
        let mut few: Vec<(Player, bool)> =
            weighed.iter().take(SINGLE - 1).map(|(_, player)| ((*player).clone(), false)).collect();
        let rest = weighed.iter().skip(SINGLE - 1).map(|(_, player)| *player);
        let (what, edits) = rest.fold((Vec::new(), Vec::new()), |(mut what, mut edits), player| {
            what.extend(player.what.iter().cloned());
            edits.extend(player.edits.iter().cloned());
            (what, edits)
        });
        few.push((Player { what, edits }, true));
        few
    }

    fn shared(
        &self,
        by_group: &[(Group, Vec<(Player, bool)>)],
        grouped: bool,
        decimals: u8,
    ) -> Option<Vec<Single>> {
        let borrowed: Vec<(Group, Vec<&Player>)> = by_group
            .iter()
            .map(|(group, players)| (*group, players.iter().map(|(player, _)| player).collect()))
            .collect();
        let sizes: Vec<usize> = borrowed.iter().map(|(_, players)| players.len()).collect();
        let sizes = if grouped { sizes } else { vec![sizes.iter().sum()] };
        let sets = super::share::sets(&sizes);
        let values: BTreeMap<u64, f64> =
            sets.par_iter().map(|set| (*set, self.value(&borrowed, *set))).collect();
        let (decimals, shown) = self.moved.told(decimals);
        let shares = nested(&sizes, &values, decimals, shown)?;
        let flat = by_group.iter().flat_map(|(group, players)| players.iter().map(move |one| (*group, one)));
        let single = |((group, one), (points, shown))| {
            let (player, together): &(Player, bool) = one;
            Single {
                group,
                edits: player.edits.clone(),
                others: matches!(
                    player.what.as_slice(),
                    [What::OtherFigures | What::OtherPeople | What::OtherEvents]
                ),
                together: *together,
                points,
                shown,
            }
        };
        Some(flat.zip(shares).map(single).collect())
    }
}
