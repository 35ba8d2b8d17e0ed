//! Scores and ranks of a table by any method, weights and sampling error, in flat columns: what 10,000 draws run on.

use super::method::{Aggregation, Method, Scaling};
use super::places::{Places, ascending};
use super::scale::{fill, scale};
use super::table::{Gaps, Table};
use crate::stats::{Random, logarithm};
use rayon::prelude::*;

/// Equally likely outcomes of sampling kept for a cell, for tables of up to so many cells. Powers of two.
const LEVELS: [(usize, usize); 2] = [(4_000, 128), (40_000, 64)];
/// For larger ones, and for few draws.
const FEWEST_LEVELS: usize = 16;
/// Fewest draws for each outcome: with more outcomes their own step would vanish in the chance of the draws.
const DRAWS_OF_LEVEL: usize = 16;
/// The order of a missing value.
const NO_ORDER: u32 = u32::MAX;
/// No score is larger than this in size, where points are not: those of other scales are near 50.
const REACH: f64 = 2_048.0;

/// How many equally likely outcomes of sampling are kept for each of `cells` cells, for so many `draws`.
#[must_use]
pub(super) fn levels(cells: usize, draws: usize) -> usize {
    let most = LEVELS.iter().find(|(most, _)| cells <= *most).map_or(FEWEST_LEVELS, |(_, levels)| *levels);
    most.min((draws / DRAWS_OF_LEVEL).next_power_of_two()).max(FEWEST_LEVELS)
}

/// Values and points by column, then unit, then outcome. A missing value is NaN here and nowhere else. Outcomes of sampling are
/// kept in single precision: their own step is far wider, and half the memory is fetched twice as fast.
#[derive(Debug, Default)]
struct Cells<T> {
    values: Vec<T>,
    points: Vec<T>,
    /// Logarithms of the points on 1–100: half of all draws take geometric means.
    logs: Vec<T>,
    /// Places of the values among all distinct ones of their column.
    orders: Vec<u32>,
}

/// A table as flat columns.
#[derive(Debug)]
pub(super) struct Space {
    /// Units.
    pub n: usize,
    /// Indicators.
    pub k: usize,
    /// Whether anything is known of sampling errors.
    pub sampled: bool,
    /// Whether anything is missing.
    pub gaps: bool,
    known: Cells<f64>,
    /// Outcomes of sampling, 2^`digits` for each cell.
    chance: Cells<f32>,
    digits: u32,
    /// More than any score in size.
    reach: f64,
}

/// One calculation: a method with weights, and a source of sampling errors if they are drawn.
#[derive(Debug, Clone)]
pub(super) struct Draw {
    pub method: Method,
    pub weights: Vec<f64>,
    pub noise: Option<Random>,
    /// A column on a scale of its own.
    pub own: Option<(usize, Scaling)>,
    /// Scores by unit; logarithms for geometric means.
    pub scores: Vec<f64>,
    /// Sums of weights by unit, where anything is missing.
    sums: Vec<f64>,
}

impl Draw {
    /// To be computed.
    pub(super) fn new(method: Method, weights: Vec<f64>, noise: Option<Random>) -> Self {
        Self { method, weights, noise, own: None, scores: Vec::new(), sums: Vec::new() }
    }

    /// The scale of column `at`.
    fn scaling(&self, at: usize) -> Scaling {
        self.own.filter(|(of, _)| *of == at).map_or(self.method.scaling, |(_, scaling)| scaling)
    }

    /// The same, with what its points are summed up for.
    fn scaled_as(&self, at: usize) -> (Scaling, Aggregation) {
        (self.scaling(at), self.method.aggregation)
    }
}

/// Room for calculations, used again and again.
#[derive(Debug, Default, Clone)]
pub(super) struct Work {
    /// A column for each draw, [`Space::stride`] apart, and the bytes that choose its outcomes.
    columns: Vec<f64>,
    bytes: Vec<u8>,
    /// Where the columns of some draws begin.
    begins: Vec<usize>,
    places: Places,
    /// Competition ranks by unit, 1 is best.
    pub ranks: Vec<u32>,
}

impl Space {
    /// The space of a table for so many `draws`. A value counts where it has points, if the table has goalposts.
    pub(super) fn new(table: &Table, draws: usize) -> Self {
        let (n, k) = (table.units.len(), table.columns.len());
        let (mut known, mut chance) = (Cells::<f64>::default(), Cells::<f32>::default());
        let levels = levels(n * k, draws);
        let sampled =
            table.columns.iter().flat_map(|column| &column.cells).any(|cell| !cell.chance.is_empty());
        for (at, column) in table.columns.iter().enumerate() {
            let directed = table.directed(at);
            for (cell, value) in column.cells.iter().zip(directed) {
                let counts = value.filter(|_| !table.goalposts || cell.points.is_some());
                let value = counts.unwrap_or(f64::NAN);
                let points = cell.points.filter(|_| counts.is_some()).unwrap_or(f64::NAN);
                known.values.push(value);
                known.points.push(points);
                known.logs.push(log_of(points));
                if sampled {
                    chance.enter((value, points), column.direction, &cell.chance, levels);
                }
            }
        }
        known.orders = orders(&known.values, n);
        chance.orders = orders(&chance.values, n * levels);
        let all = known.points.iter().copied().chain(chance.points.iter().copied().map(f64::from));
        let most =
            all.filter(|points| points.is_finite()).fold(0.0_f64, |most, points| most.max(points.abs()));
        Self {
            n,
            k,
            sampled,
            gaps: known.values.iter().any(|value| value.is_nan()),
            known,
            chance,
            digits: levels.trailing_zeros(),
            // A z-score is below √n.
            reach: REACH.max(2.0 * most).max(50.0 + 15.0 * (n as f64).sqrt()),
        }
    }

    /// The scores of several draws, column by column, so that each column is fetched from memory once for all of them.
    pub(super) fn score(&self, draws: &mut [Draw], work: &mut Work) {
        for draw in draws.iter_mut() {
            draw.scores.clear();
            draw.scores.resize(self.n, 0.0);
            draw.sums.clear();
            draw.sums.resize(if self.gaps { self.n } else { 0 }, 0.0);
        }
        let stride = self.stride();
        work.columns.resize(stride * draws.len(), 0.0);
        work.bytes.resize(stride * draws.len(), 0);
        for at in 0..self.k {
            self.fetch(at, draws, work);
            let Work { columns, places, .. } = work;
            for (draw, column) in draws.iter_mut().zip(columns.chunks_exact_mut(stride)) {
                if let Some(column) = column.get_mut(..self.n) {
                    self.add(at, draw, column, places);
                }
            }
        }
        for draw in draws {
            let whole: f64 = draw.weights.iter().sum();
            if self.gaps {
                let sums = draw.scores.iter_mut().zip(&draw.sums);
                sums.for_each(|(score, sum)| *score = over(*score, *sum));
            } else {
                draw.scores.iter_mut().for_each(|score| *score = over(*score, whole));
            }
        }
    }

    /// Distance of the columns of two draws. No power of two, so that they do not push each other out of the cache.
    const fn stride(&self) -> usize {
        self.n.next_multiple_of(8) + 8
    }

    /// Adds the column `at` to the scores of a draw.
    fn add(&self, at: usize, draw: &mut Draw, column: &mut [f64], places: &mut Places) {
        let Some(weight) = draw.weights.get(at).copied().filter(|weight| *weight > 0.0) else { return };
        let scaling = draw.scaling(at);
        let orders = self.n << if draw.noise.is_some() { self.digits } else { 0 };
        scale(scaling, column, self.gaps, orders, places);
        if draw.method.aggregation == Aggregation::Geometric && scaling != Scaling::Goalposts {
            to_logarithms(column);
        }
        if !self.gaps {
            let pairs = draw.scores.iter_mut().zip(column);
            pairs.for_each(|(score, points)| *score += weight * *points);
            return;
        }
        if draw.method.gaps == Gaps::Mean {
            fill(column);
        }
        for ((score, sum), points) in draw.scores.iter_mut().zip(&mut draw.sums).zip(column) {
            if !points.is_nan() {
                *score += weight * *points;
                *sum += weight;
            }
        }
    }

    /// As [`Space::score`] for one draw, with its ranks in `work`.
    pub(super) fn rank(&self, draw: &mut Draw, work: &mut Work) {
        self.score(std::slice::from_mut(draw), work);
        self.place(draw, work);
    }

    /// Ranks by the scores of a draw, in `work`.
    pub(super) fn place(&self, draw: &Draw, work: &mut Work) {
        work.places.ranks(&draw.scores, self.reach, &mut work.ranks);
    }

    /// The column `at` of every draw before scaling: points, values, or orders. Outcomes of sampling are chosen unit by unit for
    /// all draws at once, since those of a unit lie together.
    fn fetch(&self, at: usize, draws: &mut [Draw], work: &mut Work) {
        let stride = self.stride();
        for (place, draw) in draws.iter_mut().enumerate() {
            let range = place * stride..place * stride + self.n;
            match draw.noise.as_mut().filter(|_| self.sampled) {
                Some(noise) => work.bytes.get_mut(range).into_iter().for_each(|bytes| noise.bytes(bytes)),
                None => self.known_of(at, draw.scaled_as(at), &mut work.columns[range]),
            }
        }
        if !self.sampled {
            return;
        }
        let cells = (at * self.n) << self.digits..((at + 1) * self.n) << self.digits;
        let noisy = |work: &mut Work, wanted: fn((Scaling, Aggregation)) -> bool| {
            let of = |(_, draw): &(usize, &Draw)| draw.noise.is_some() && wanted(draw.scaled_as(at));
            work.begins.clear();
            work.begins.extend(draws.iter().enumerate().filter(of).map(|(place, _)| place * stride));
        };
        noisy(work, |of| of == (Scaling::Goalposts, Aggregation::Arithmetic));
        self.choose(&self.chance.points[cells.clone()], work, f64::from);
        noisy(work, |of| of == (Scaling::Goalposts, Aggregation::Geometric));
        self.choose(&self.chance.logs[cells.clone()], work, f64::from);
        noisy(work, |of| of.0 == Scaling::Percentile);
        self.choose(&self.chance.orders[cells.clone()], work, order);
        noisy(work, |of| matches!(of.0, Scaling::MinMax | Scaling::ZScore));
        self.choose(&self.chance.values[cells], work, f64::from);
    }

    /// Of each cell the outcome that its byte chooses, for the draws whose columns begin at `work.begins`.
    fn choose<T: Copy>(&self, cells: &[T], work: &mut Work, of: impl Fn(T) -> f64) {
        let (levels, rest) = (1 << self.digits, 8 - self.digits);
        let Work { columns, bytes, begins, .. } = work;
        for (unit, cell) in cells.chunks_exact(levels).enumerate() {
            for begin in begins.iter() {
                let place = begin + unit;
                columns[place] = of(cell[usize::from(bytes[place]) >> rest]);
            }
        }
    }

    /// The column `at` as it is known, before scaling; logarithms of points for geometric means.
    fn known_of(&self, at: usize, of: (Scaling, Aggregation), column: &mut [f64]) {
        let range = at * self.n..(at + 1) * self.n;
        match of {
            (Scaling::Goalposts, Aggregation::Arithmetic) => {
                column.copy_from_slice(&self.known.points[range]);
            }
            (Scaling::Goalposts, Aggregation::Geometric) => column.copy_from_slice(&self.known.logs[range]),
            (Scaling::Percentile, _) => {
                let orders = column.iter_mut().zip(&self.known.orders[range]);
                orders.for_each(|(place, of)| *place = order(*of));
            }
            _ => column.copy_from_slice(&self.known.values[range]),
        }
    }

    /// The points of column `at` by `scaling`, as they are added up.
    pub(super) fn scaled(&self, at: usize, scaling: Scaling) -> Vec<f64> {
        let mut column = vec![0.0; self.n];
        self.known_of(at, (scaling, Aggregation::Arithmetic), &mut column);
        scale(scaling, &mut column, self.gaps, self.n, &mut Places::default());
        column
    }
}

/// Points on 1–100 as logarithms. The logarithm of NaN is made NaN again.
fn to_logarithms(column: &mut [f64]) {
    for points in column {
        let found = logarithm(if *points > 1.0 { *points } else { 1.0 });
        *points = if points.is_nan() { f64::NAN } else { found };
    }
}

/// The logarithm of points between goalposts, 0–100 put on 1–100.
fn log_of(points: f64) -> f64 {
    let mut raised = [1.0 + 0.99 * points];
    to_logarithms(&mut raised);
    raised[0]
}

/// An order as a number, NaN where there is none.
fn order(order: u32) -> f64 {
    if order == NO_ORDER { f64::NAN } else { f64::from(order) }
}

/// A sum over its weight; −∞ where nothing was weighed.
fn over(score: f64, weight: f64) -> f64 {
    if weight > 0.0 { score / weight } else { f64::NEG_INFINITY }
}

impl Cells<f32> {
    /// Enters what sampling may have made of a cell; itself where nothing is known.
    fn enter(&mut self, (value, points): (f64, f64), direction: f64, chance: &[(f64, f64)], levels: usize) {
        for level in 0..levels {
            let drawn = chance.get(level * chance.len() / levels).filter(|_| !value.is_nan());
            let directed = |drawn: &(f64, f64)| if direction == 0.0 { drawn.1 } else { drawn.0 * direction };
            self.values.push(drawn.map_or(value, directed) as f32);
            let points = drawn.map_or(points, |drawn| drawn.1);
            self.points.push(points as f32);
            self.logs.push(log_of(points) as f32);
        }
    }
}

/// Orders the values of each column of `each` cells.
fn orders<T: Copy + Into<f64> + Sync>(values: &[T], each: usize) -> Vec<u32> {
    let of_column = |values: &[T]| {
        let values = values.iter().map(|value| (*value).into()).enumerate();
        let present = values.filter(|(_, value): &(usize, f64)| !value.is_nan());
        let mut keys: Vec<(u64, u32)> = present.map(|(at, value)| (ascending(value), at as u32)).collect();
        keys.sort_unstable();
        keys
    };
    let column = |values: &[T]| {
        let mut orders = vec![NO_ORDER; values.len()];
        for (order, equal) in of_column(values).chunk_by(|a, b| a.0 == b.0).enumerate() {
            equal.iter().for_each(|(_, at)| orders[*at as usize] = order as u32);
        }
        orders
    };
    values.par_chunks(each.max(1)).flat_map_iter(column).collect()
}
