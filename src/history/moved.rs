//! Scores that differ between the two states, and what moved them.

use super::edit::{Group, Named};
use super::share::{Part, share_out};
use super::side::Side;
use super::union::Union;
use crate::evaluate::Evaluation;
use crate::model::{AgentIx, Model, Period, grid};
use crate::score::{Index, Standing, standing};
use rayon::prelude::*;

/// A score as it was or is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScoreState {
    /// Unrounded total; `None` without a score.
    pub total: Option<f64>,
    /// The band.
    pub band: Option<Named>,
    /// The rank, 1 is best.
    pub rank: Option<u32>,
}

/// A score that is another one now.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Whose.
    pub agent: Named,
    /// The period.
    pub period: Period,
    /// The score before.
    pub before: ScoreState,
    /// The score now.
    pub after: ScoreState,
    /// The shown change in units of the last shown digit; `None` where there was or is no score.
    pub change: Option<i64>,
    /// What each group of edits did, in the order of [`Group::SCORING`]; adds up to the change. For a score that appears or
    /// goes the parts divide that fact, 1 for a score that appears, −1 for one that goes; where the band alone differs they divide
    /// that, and nothing of it is shown as points.
    pub parts: Vec<Part>,
}

impl Move {
    /// The groups that had a part, the largest first.
    #[must_use]
    pub fn causes(&self) -> Vec<&Part> {
        let mut parts: Vec<&Part> = self.parts.iter().filter(|part| part.points != 0.0).collect();
        parts.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
        parts
    }

    /// The change in points, unrounded; `None` where there was or is no score.
    #[must_use]
    pub fn points(&self) -> Option<f64> {
        self.before.total.zip(self.after.total).map(|(before, after)| after - before)
    }

    /// Decimals and units in which the parts are shown: of a score that appears or goes, and of a band alone, whole facts.
    #[must_use]
    pub(super) fn told(&self, decimals: u8) -> (u8, i64) {
        match self.change {
            Some(_) if self.only_band() => (0, 0),
            Some(change) => (decimals, change),
            None => (0, if self.after.total.is_some() { 1 } else { -1 }),
        }
    }

    /// Whether the band differs although the score does not: a red line, or other bands.
    #[must_use]
    pub fn only_band(&self) -> bool {
        let same = |(before, after): (f64, f64)| (before - after).abs() < SAME;
        self.changes_band() && self.before.total.zip(self.after.total).is_some_and(same)
    }

    /// Whether the band is another one.
    #[must_use]
    pub fn changes_band(&self) -> bool {
        self.before.band.as_ref().map(|band| &band.id) != self.after.band.as_ref().map(|band| &band.id)
    }
}

/// Scores of a period that only one of the states knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewScores {
    /// The period.
    pub period: Period,
    /// How many have a score.
    pub scores: usize,
    /// Whether the head has it; else the base.
    pub new: bool,
}

/// What is less than this is the same score: sums of the same figures.
const SAME: f64 = 1e-9;

/// The scores that differ in periods that both states know, the largest change first.
#[must_use]
pub(super) fn moved(union: &Union, base: Side<'_>, head: Side<'_>) -> Vec<Move> {
    let decimals = head.evaluation.model.organisation.score_decimals;
    let periods: Vec<Period> =
        head.evaluation.periods.iter().copied().filter(|p| base.evaluation.periods.contains(p)).collect();
    let numbers: Vec<AgentIx> = (0..union.agents.len() as u32).map(AgentIx).collect();
    let of_agent = |number: &AgentIx| -> Vec<(AgentIx, Move)> {
        let of = |period: &Period| difference(union, base, head, *number, *period, decimals);
        periods.iter().filter_map(of).map(|moved| (*number, moved)).collect()
    };
    let mut moves: Vec<(AgentIx, Move)> = numbers.par_iter().flat_map_iter(of_agent).collect();
    share(union, &mut moves, decimals);
    let mut moves: Vec<Move> = moves.into_iter().map(|(_, moved)| moved).collect();
    let size = |moved: &Move| moved.change.map_or(i64::MAX, i64::abs);
    moves.sort_by(|a, b| {
        size(b).cmp(&size(a)).then_with(|| (a.period, &a.agent.id).cmp(&(b.period, &b.agent.id)))
    });
    moves
}

pub(super) fn difference(
    union: &Union,
    base: Side<'_>,
    head: Side<'_>,
    number: AgentIx,
    period: Period,
    decimals: u8,
) -> Option<Move> {
    let (from, to) = union.agents.get(number.at()).copied()?;
    let before = from.map(|agent| state(base.evaluation, agent, period)).unwrap_or_default();
    let after = to.map(|agent| state(head.evaluation, agent, period)).unwrap_or_default();
    let same_total = match (before.total, after.total) {
        (None, None) => return None,
        (Some(before), Some(after)) => (before - after).abs() < SAME,
        _ => false,
    };
    let change = before.total.zip(after.total).map(|(b, a)| grid(a, decimals) - grid(b, decimals));
    let known = union.known(number);
    let moved =
        Move { agent: Named::new(&known.id, &known.name), period, before, after, change, parts: Vec::new() };
    (!same_total || moved.changes_band()).then_some(moved)
}

fn state(evaluation: &Evaluation, agent: AgentIx, period: Period) -> ScoreState {
    let Some(standing) = evaluation.standing(agent, period) else { return ScoreState::default() };
    ScoreState {
        total: standing.total,
        band: band(&evaluation.model, standing),
        rank: evaluation.rank(agent, period).map(|rank| rank.rank),
    }
}

/// The band of a standing.
fn band(model: &Model, standing: &Standing) -> Option<Named> {
    let scheme = standing.scheme.map(|scheme| model.scheme(scheme))?;
    scheme.bands.get(standing.band?).map(|band| Named::new(&band.id, &band.name))
}

/// Fills in the parts of each move. With one group that differs there is nothing to share; else each subset of the groups is
/// evaluated, and only for the scores that moved. Where a mixture gives no score, the score counts as it was before: an edit
/// that is useless alone moves nothing alone.
fn share(union: &Union, moves: &mut [(AgentIx, Move)], decimals: u8) {
    let groups = union.differing();
    if moves.is_empty() || groups.is_empty() {
        return;
    }
    let all = (1_usize << groups.len()) - 1;
    let mut values: Vec<Vec<f64>> = moves.iter().map(|_| vec![0.0; all + 1]).collect();
    for set in 0..=all {
        let mixture = (set != 0 && set != all).then(|| {
            let chosen = groups.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
            let model = union.mixed(&chosen.map(|(_, group)| *group).collect::<Vec<_>>());
            (Index::new(&model), model)
        });
        let of = |(number, moved): &(AgentIx, Move)| value(mixture.as_ref(), *number, moved, set == 0);
        let column: Vec<f64> = moves.par_iter().map(of).collect();
        for (row, value) in values.iter_mut().zip(column) {
            if let Some(place) = row.get_mut(set) {
                *place = value;
            }
        }
    }
    for ((_, moved), values) in moves.iter_mut().zip(&values) {
        let (decimals, shown) = moved.told(decimals);
        moved.parts = share_out(&groups, values, decimals, shown).unwrap_or_default();
    }
}

/// The score of a mixture; without one, that of the base (`first`) or the head. Of a score that appears or goes: 1 or 0; where the
/// band alone differs: whether it is the head's.
pub(super) fn value(mixture: Option<&(Index, Model)>, number: AgentIx, moved: &Move, first: bool) -> f64 {
    let end = if first { moved.before.total } else { moved.after.total };
    let mixed = mixture.map(|(index, model)| (model, standing(model, index, number, moved.period)));
    if moved.only_band() {
        let band = match &mixed {
            None if first => return 0.0,
            None => return 1.0,
            Some((model, standing)) => band(model, standing),
        };
        return f64::from(u8::from(
            band.map(|band| band.id) == moved.after.band.as_ref().map(|band| band.id.clone()),
        ));
    }
    let total = mixed.map_or(end, |(_, standing)| standing.total);
    match moved.change {
        Some(_) => total.or(moved.before.total).unwrap_or_default(),
        None => f64::from(u8::from(total.is_some())),
    }
}

/// Periods that only one state knows, with the number of scores.
#[must_use]
pub(super) fn new_scores(base: Side<'_>, head: Side<'_>) -> Vec<NewScores> {
    let only = |of: &Evaluation, other: &Evaluation, new: bool| -> Vec<NewScores> {
        let count = |period: Period| {
            let agents = (0..of.model.agents.len() as u32).map(AgentIx);
            agents.filter(|agent| of.standing(*agent, period).is_some_and(|s| s.total.is_some())).count()
        };
        let periods = of.periods.iter().copied().filter(|period| !other.periods.contains(period));
        periods.map(|period| NewScores { period, scores: count(period), new }).collect()
    };
    let mut found = only(head.evaluation, base.evaluation, true);
    found.extend(only(base.evaluation, head.evaluation, false));
    found
}

/// How many ranks differ where the score does not: others moved past.
#[must_use]
pub(super) fn ranks_only(union: &Union, base: Side<'_>, head: Side<'_>, moves: &[Move]) -> usize {
    let mut moved: Vec<(&str, Period)> = moves.iter().map(|m| (m.agent.id.as_str(), m.period)).collect();
    moved.sort_unstable();
    let (from, to) = (base.evaluation, head.evaluation);
    let periods: Vec<Period> = to.periods.iter().copied().filter(|p| from.periods.contains(p)).collect();
    let differs = |(number, (b, h)): (usize, &(Option<AgentIx>, Option<AgentIx>))| {
        let (Some(b), Some(h)) = (*b, *h) else { return 0 };
        let id = union.known(AgentIx(number as u32)).id.as_str();
        let rank =
            |evaluation: &Evaluation, agent, period| evaluation.rank(agent, period).map(|rank| rank.rank);
        let other = |period: &&Period| {
            rank(from, b, **period) != rank(to, h, **period) && moved.binary_search(&(id, **period)).is_err()
        };
        periods.iter().filter(other).count()
    };
    union.agents.iter().enumerate().map(differs).sum()
}

impl Group {
    /// Whether it is among the parts of any move.
    #[must_use]
    pub fn moves_any(self, moves: &[Move]) -> bool {
        moves.iter().flat_map(|moved| &moved.parts).any(|part| part.group == self && part.points != 0.0)
    }
}
