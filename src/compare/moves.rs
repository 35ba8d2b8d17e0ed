//! Who moves when the same figures are scored by other rules.

use crate::model::{AgentIx, Band, Model, Period, grid};
use crate::score::{ItemChange, Rank, Scorecard, Standing, Verdict, change, rank};
use crate::stats::{extent, mean, median, spearman};

/// The result of one person under one set of rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Unrounded total; `None` unless rated.
    pub total: Option<f64>,
    /// Whether there is a score, or why not.
    pub verdict: Verdict,
    /// The band.
    pub band: Option<Band>,
    /// The rank among those who are comparable under these rules.
    pub rank: Option<Rank>,
    /// Weight in percent for which there were values.
    pub available: f64,
}

/// One person under both.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Who.
    pub agent: AgentIx,
    /// Under the rules in force.
    pub before: Side,
    /// Under the other rules.
    pub after: Side,
    /// After − before, unrounded; `None` unless both are rated.
    pub difference: Option<f64>,
    /// What each indicator adds to the difference, largest in size first.
    pub items: Vec<ItemChange>,
}

impl Move {
    /// Whether the band is another one.
    #[must_use]
    pub fn changes_band(&self) -> bool {
        let name = |side: &Side| side.band.as_ref().map(|band| band.id.clone());
        self.before.total.is_some() && self.after.total.is_some() && name(&self.before) != name(&self.after)
    }
}

/// Everybody who is compared, in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Moves {
    /// When.
    pub period: Period,
    /// By agent.
    pub list: Vec<Move>,
}

/// The moves of a period in numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// Rated under both.
    pub both: usize,
    /// Higher at displayed precision.
    pub up: usize,
    /// Lower.
    pub down: usize,
    /// In another band.
    pub bands: usize,
    /// Rated only under the rules in force, and only under the other rules.
    pub only: (usize, usize),
    /// Mean difference.
    pub mean: Option<f64>,
    /// Median difference.
    pub median: Option<f64>,
    /// Least and largest difference.
    pub extent: Option<(f64, f64)>,
    /// Spearman's correlation of the totals: 1 when the order of people stays.
    pub order: Option<f64>,
}

impl Moves {
    /// The comparison of cards of one period. `before` and `after` hold the same agents in the same order, each with the
    /// model that its rules come from.
    pub(super) fn new(period: Period, before: (&Model, &[Scorecard]), after: (&Model, &[Scorecard])) -> Self {
        let ranks = |(model, cards): (&Model, &[Scorecard])| {
            rank(model, &cards.iter().map(|card| Standing::of(model, card)).collect::<Vec<_>>())
        };
        let (ranked_before, ranked_after) = (ranks(before), ranks(after));
        let one = |(then, now): (&Scorecard, &Scorecard)| {
            let moved = change(now, then);
            Move {
                agent: now.agent,
                before: side(before.0, then, ranked_before.of(then.agent).copied()),
                after: side(after.0, now, ranked_after.of(now.agent).copied()),
                difference: moved.difference,
                items: moved.items,
            }
        };
        Self { period, list: before.1.iter().zip(after.1).map(one).collect() }
    }

    /// The moves in numbers; totals compare with `decimals`.
    #[must_use]
    pub fn summary(&self, decimals: u8) -> Summary {
        let rated = |moved: &&Move| moved.difference.is_some();
        let differences: Vec<f64> = self.list.iter().filter_map(|moved| moved.difference).collect();
        let sign = |moved: &Move| {
            let (then, now) = moved.before.total.zip(moved.after.total)?;
            Some(grid(now, decimals).cmp(&grid(then, decimals)))
        };
        let count = |wanted| self.list.iter().filter(|moved| sign(moved) == Some(wanted)).count();
        let only = |own: fn(&Move) -> &Side, other: fn(&Move) -> &Side| {
            self.list
                .iter()
                .filter(|moved| own(moved).total.is_some() && other(moved).total.is_none())
                .count()
        };
        let pairs: Vec<(f64, f64)> =
            self.list.iter().filter_map(|moved| moved.before.total.zip(moved.after.total)).collect();
        Summary {
            both: self.list.iter().filter(rated).count(),
            up: count(std::cmp::Ordering::Greater),
            down: count(std::cmp::Ordering::Less),
            bands: self.list.iter().filter(|moved| moved.changes_band()).count(),
            only: (only(|m| &m.before, |m| &m.after), only(|m| &m.after, |m| &m.before)),
            mean: mean(&differences),
            median: median(&differences),
            extent: extent(&differences),
            order: spearman(&pairs),
        }
    }
}

fn side(model: &Model, card: &Scorecard, rank: Option<Rank>) -> Side {
    let scheme = card.scheme.map(|scheme| model.scheme(scheme));
    let band = scheme.zip(card.band).and_then(|(scheme, at)| scheme.bands.get(at)).cloned();
    Side { total: card.total, verdict: card.verdict, band, rank, available: card.available_weight }
}
