//! Check 13: how far ranks hold when weights, methods and samples could have been others.

use super::check::{Check, Item, Statistic, Value};
use super::desk::Desk;
use super::draws::{CHANCE, Counted, WHOLE, run};
use super::key::{Finding, Lack, Measure, Row, Severity};
use super::table::BoundaryKind;
use crate::model::Limit;

/// Fewest units for intervals of ranks.
const RANGE_MIN: usize = 5;

/// How far a unit's rank and score hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// Position of the unit.
    pub unit: usize,
    /// Score in force.
    pub score: f64,
    /// Rank in force, 1 is best.
    pub rank: u32,
    /// 5 %, 50 % and 95 % of the ranks of all draws.
    pub ranks: [u32; 3],
    /// 5 % and 95 % of the ranks by chance of sampling alone; `None` if nothing is known of it.
    pub chance: Option<(u32, u32)>,
    /// 5 % and 95 % of the score by chance of sampling alone, where the scale does not depend on others.
    pub scores: Option<(f64, f64)>,
    /// Positions of the boundaries that chance alone crosses.
    pub crossed: Vec<usize>,
}

/// The check and the intervals.
pub(super) fn uncertainty(desk: &Desk<'_>) -> (Check, Vec<Range>) {
    let limits = [Limit::RangeWidth, Limit::RangeGood, Limit::RangeBad, Limit::WeightSpread, Limit::Draws];
    if desk.n() < RANGE_MIN {
        return (Check::lacking(Row::Uncertainty, Lack::Units, desk.n(), RANGE_MIN, &limits), Vec::new());
    }
    let mut check = Check::new(Row::Uncertainty, desk.n(), RANGE_MIN, &limits);
    let whole = run(desk, WHOLE);
    let chance = desk.space.sampled.then(|| run(desk, CHANCE));
    let ranges: Vec<Range> = (0..desk.n()).map(|unit| range(desk, unit, &whole, chance.as_ref())).collect();
    let room = desk.limit(Limit::RangeWidth) * desk.n() as f64;
    let narrow = ranges.iter().filter(|range| f64::from(range.ranks[2] - range.ranks[0]) <= room).count();
    let share = Statistic::of(Measure::Narrow, narrow as f64 / desk.n() as f64).on(desk.n());
    check.tell(share);
    check.tell(Statistic::of(Measure::MeanShift, whole.shift()));
    if let Some(chance) = &chance {
        let part = if whole.shift() > 0.0 { (chance.shift() / whole.shift()).min(1.0) } else { 0.0 };
        check.tell(Statistic::of(Measure::ChanceShare, part));
    }
    if share.value < desk.limit(Limit::RangeBad) {
        check.flag(Item::Whole, Finding::Uncertain, Severity::Fail, share);
    } else if share.value < desk.limit(Limit::RangeGood) {
        check.flag(Item::Whole, Finding::Uncertain, Severity::Warn, share);
    }
    for (at, _) in desk.table.boundaries.iter().enumerate() {
        let crossing = ranges.iter().filter(|range| range.crossed.contains(&at)).count();
        if crossing > 0 {
            let evidence = Statistic::of(Measure::Crossing, crossing as f64).on(desk.n());
            check.flag(Item::Boundary(at), Finding::CrossesBoundary, Severity::Note, evidence);
        }
    }
    check.sheet("ranges", &COLUMNS, ranges.iter().map(|range| row(desk, range)).collect());
    (check.done(), ranges)
}

const COLUMNS: [&str; 11] = [
    "unit",
    "score",
    "rank",
    "rank-5",
    "rank-50",
    "rank-95",
    "chance-rank-5",
    "chance-rank-95",
    "chance-score-5",
    "chance-score-95",
    "crosses",
];

fn range(desk: &Desk<'_>, unit: usize, whole: &Counted, chance: Option<&Counted>) -> Range {
    let score = desk.scores.get(unit).copied().unwrap_or_default();
    let total = desk.table.totals.as_ref().and_then(|totals| totals.get(unit).copied().flatten());
    // Events and caps move a total away from the indicators; chance moves both alike.
    let beside = total.map_or(0.0, |total| total - score);
    let ends = |of: &Counted| Some((of.score(unit, 0.05)? + beside, of.score(unit, 0.95)? + beside));
    let scores = chance.and_then(ends);
    let ranks = chance.map(|of| (of.rank(unit, 0.05), of.rank(unit, 0.95)));
    let crossed = |(at, boundary): (usize, &super::Boundary)| {
        let crosses = match boundary.kind {
            BoundaryKind::Band => scores.is_some_and(|(low, high)| low < boundary.at && boundary.at <= high),
            BoundaryKind::Title | BoundaryKind::Bonus => ranks
                .is_some_and(|(low, high)| f64::from(low) <= boundary.at && boundary.at < f64::from(high)),
        };
        crosses.then_some(at)
    };
    Range {
        unit,
        score: total.unwrap_or(score),
        rank: desk.ranks.get(unit).copied().unwrap_or_default(),
        ranks: [0.05, 0.5, 0.95].map(|share| whole.rank(unit, share)),
        chance: ranks,
        scores,
        crossed: desk.table.boundaries.iter().enumerate().filter_map(crossed).collect(),
    }
}

fn row(desk: &Desk<'_>, range: &Range) -> Vec<Value> {
    let crossed: Vec<&str> = range
        .crossed
        .iter()
        .filter_map(|at| desk.table.boundaries.get(*at))
        .map(|of| of.id.as_str())
        .collect();
    let rank = |rank: Option<u32>| rank.map_or(Value::Nothing, Value::from);
    vec![
        desk.table.units[range.unit].as_str().into(),
        range.score.into(),
        range.rank.into(),
        range.ranks[0].into(),
        range.ranks[1].into(),
        range.ranks[2].into(),
        rank(range.chance.map(|(low, _)| low)),
        rank(range.chance.map(|(_, high)| high)),
        range.scores.map(|(low, _)| low).into(),
        range.scores.map(|(_, high)| high).into(),
        Value::Text(crossed.join(" ")),
    ]
}
