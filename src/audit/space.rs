//! Scores and ranks of a table by any method, weights and sampling error, in flat columns: what 10,000 draws run on.

use super::method::{Aggregation, Method, Scaling};
use super::table::{Gaps, Table};
use crate::stats::Logarithm;

/// Equally likely outcomes of sampling kept for a cell, for tables of up to so many cells.
const LEVELS: [(usize, usize); 2] = [(4_000, 128), (40_000, 64)];
/// For larger ones.
const FEWEST_LEVELS: usize = 16;

/// How many equally likely outcomes of sampling are kept for each of `cells` cells.
#[must_use]
pub(super) fn levels(cells: usize) -> usize {
    LEVELS.iter().find(|(most, _)| cells <= *most).map_or(FEWEST_LEVELS, |(_, levels)| *levels)
}

/// A table as flat columns. A missing value is NaN here and nowhere else.
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
    values: Vec<f64>,
    points: Vec<f64>,
    /// Outcomes of sampling, `levels` for each cell.
    chance_values: Vec<f64>,
    chance_points: Vec<f64>,
    levels: usize,
    logarithm: Logarithm,
}

/// Room for one calculation, used again and again.
#[derive(Debug, Default, Clone)]
pub(super) struct Work {
    column: Vec<f64>,
    weight: Vec<f64>,
    order: Vec<(u64, u32)>,
    /// Scores by unit; logarithms for geometric means.
    pub scores: Vec<f64>,
    /// Competition ranks by unit, 1 is best.
    pub ranks: Vec<u32>,
}

impl Space {
    /// The space of a table. A value counts where it has points, if the table has goalposts.
    pub(super) fn new(table: &Table) -> Self {
        let (n, k) = (table.units.len(), table.columns.len());
        let mut values = Vec::with_capacity(n * k);
        let mut points = Vec::with_capacity(n * k);
        for (at, column) in table.columns.iter().enumerate() {
            let directed = table.directed(at);
            for (cell, value) in column.cells.iter().zip(directed) {
                let counts = value.filter(|_| !table.goalposts || cell.points.is_some());
                values.push(counts.unwrap_or(f64::NAN));
                points.push(cell.points.filter(|_| counts.is_some()).unwrap_or(f64::NAN));
            }
        }
        let levels = levels(n * k);
        let sampled =
            table.columns.iter().flat_map(|column| &column.cells).any(|cell| !cell.chance.is_empty());
        let mut space = Self {
            n,
            k,
            sampled,
            gaps: values.iter().any(|value| value.is_nan()),
            values,
            points,
            chance_values: Vec::new(),
            chance_points: Vec::new(),
            levels,
            logarithm: Logarithm::default(),
        };
        if sampled {
            space.enter_chance(table);
        }
        space
    }

    fn enter_chance(&mut self, table: &Table) {
        let room = self.n * self.k * self.levels;
        self.chance_values = Vec::with_capacity(room);
        self.chance_points = Vec::with_capacity(room);
        for (at, column) in table.columns.iter().enumerate() {
            for (unit, cell) in column.cells.iter().enumerate() {
                let place = at * self.n + unit;
                let (value, points) = (self.values[place], self.points[place]);
                for level in 0..self.levels {
                    let drawn = cell.chance.get(level * cell.chance.len() / self.levels);
                    let drawn = drawn.filter(|_| !value.is_nan());
                    let directed = |drawn: &(f64, f64)| {
                        if column.direction == 0.0 { drawn.1 } else { drawn.0 * column.direction }
                    };
                    self.chance_values.push(drawn.map_or(value, directed));
                    self.chance_points.push(drawn.map_or(points, |drawn| drawn.1));
                }
            }
        }
    }

    /// The scores by `method` with `weights`. `bytes`, one for each cell, choose outcomes of sampling.
    pub(super) fn score(&self, method: Method, weights: &[f64], bytes: Option<&[u8]>, work: &mut Work) {
        self.score_with(method, weights, bytes, None, work);
    }

    /// As [`Space::score`], with one column on a scale of its own.
    fn score_with(
        &self,
        method: Method,
        weights: &[f64],
        bytes: Option<&[u8]>,
        own: Option<(usize, Scaling)>,
        work: &mut Work,
    ) {
        work.scores.clear();
        work.scores.resize(self.n, 0.0);
        work.weight.clear();
        work.weight.resize(self.n, 0.0);
        for (at, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
            let scaling = own.filter(|(of, _)| *of == at).map_or(method.scaling, |(_, scaling)| scaling);
            self.fetch(at, scaling, bytes, &mut work.column);
            scale(scaling, &mut work.column, &mut work.order);
            if method.aggregation == Aggregation::Geometric {
                let floor =
                    |points: f64| if scaling == Scaling::Goalposts { 1.0 + 0.99 * points } else { points };
                work.column.iter_mut().for_each(|points| {
                    if !points.is_nan() {
                        *points = self.logarithm.of(floor(*points).max(1.0));
                    }
                });
            }
            if method.gaps == Gaps::Mean && self.gaps {
                fill(&mut work.column);
            }
            if self.gaps {
                let sums = work.scores.iter_mut().zip(&mut work.weight);
                for ((score, sum), points) in sums.zip(&work.column) {
                    if !points.is_nan() {
                        *score += weight * points;
                        *sum += weight;
                    }
                }
            } else {
                work.scores
                    .iter_mut()
                    .zip(&work.column)
                    .for_each(|(score, points)| *score += weight * points);
            }
        }
        let whole: f64 = weights.iter().sum();
        for (score, sum) in work.scores.iter_mut().zip(&work.weight) {
            let sum = if self.gaps { *sum } else { whole };
            *score = if sum > 0.0 { *score / sum } else { f64::NEG_INFINITY };
        }
    }

    /// As [`Space::score`], with the ranks.
    pub(super) fn rank(&self, method: Method, weights: &[f64], bytes: Option<&[u8]>, work: &mut Work) {
        self.score(method, weights, bytes, work);
        self.place(work);
    }

    /// As [`Space::rank`], with one column on a scale of its own.
    pub(super) fn rank_rescaled(
        &self,
        method: Method,
        weights: &[f64],
        at: usize,
        scaling: Scaling,
        work: &mut Work,
    ) {
        self.score_with(method, weights, None, Some((at, scaling)), work);
        self.place(work);
    }

    /// Ranks by the scores.
    fn place(&self, work: &mut Work) {
        work.order.clear();
        let keys = work.scores.iter().enumerate().map(|(unit, score)| (!ascending(*score), unit as u32));
        work.order.extend(keys);
        work.order.sort_unstable();
        work.ranks.clear();
        work.ranks.resize(self.n, 0);
        let (mut last, mut rank) = (None, 0);
        for (place, (key, unit)) in work.order.iter().enumerate() {
            if last != Some(*key) {
                (last, rank) = (Some(*key), place as u32 + 1);
            }
            work.ranks[*unit as usize] = rank;
        }
    }

    /// The column `at` before scaling.
    fn fetch(&self, at: usize, scaling: Scaling, bytes: Option<&[u8]>, column: &mut Vec<f64>) {
        let (from, to) = (at * self.n, (at + 1) * self.n);
        let fixed = scaling == Scaling::Goalposts;
        column.clear();
        match bytes.filter(|_| self.sampled) {
            None => {
                column.extend_from_slice(if fixed { &self.points[from..to] } else { &self.values[from..to] })
            }
            Some(bytes) => {
                let of = if fixed { &self.chance_points } else { &self.chance_values };
                let cells = of[from * self.levels..to * self.levels].chunks_exact(self.levels);
                let drawn = cells.zip(&bytes[from..to]);
                column.extend(drawn.map(|(cell, byte)| cell[usize::from(*byte) * self.levels / 256]));
            }
        }
    }

    /// The points of column `at` by `scaling`, as they are added up.
    pub(super) fn scaled(&self, at: usize, scaling: Scaling) -> Vec<f64> {
        let (mut column, mut order) = (Vec::new(), Vec::new());
        self.fetch(at, scaling, None, &mut column);
        scale(scaling, &mut column, &mut order);
        column
    }
}

/// Maps floats to integers in the same order.
const fn ascending(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// Puts a column on its scale. Without spread all are in the middle: a constant indicator must not hand its weight to others.
fn scale(scaling: Scaling, column: &mut [f64], order: &mut Vec<(u64, u32)>) {
    let present = || column.iter().copied().filter(|value| !value.is_nan());
    match scaling {
        Scaling::Goalposts => {}
        Scaling::MinMax => {
            let (low, high) = present()
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
            let factor = 99.0 / (high - low);
            let even = !(high > low);
            column
                .iter_mut()
                .for_each(|x| *x = if even { *x * 0.0 + 50.5 } else { 1.0 + (*x - low) * factor });
        }
        Scaling::ZScore => {
            let count = present().count() as f64;
            let mean = present().sum::<f64>() / count;
            let spread = (present().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (count - 1.0)).sqrt();
            let even = !(spread > 1e-12 * mean.abs());
            column
                .iter_mut()
                .for_each(|x| *x = if even { *x * 0.0 + 50.0 } else { 50.0 + 15.0 * (*x - mean) / spread });
        }
        Scaling::Percentile => {
            order.clear();
            let keys = column.iter().enumerate().filter(|(_, x)| !x.is_nan());
            order.extend(keys.map(|(at, x)| (ascending(*x), at as u32)));
            order.sort_unstable();
            let others = order.len().saturating_sub(1).max(1) as f64;
            let mut from = 0;
            for group in order.chunk_by(|a, b| a.0 == b.0) {
                let middle = from as f64 + (group.len() - 1) as f64 / 2.0;
                let points = if order.len() < 2 { 50.5 } else { 1.0 + 99.0 * middle / others };
                group.iter().for_each(|(_, at)| column[*at as usize] = points);
                from += group.len();
            }
        }
    }
}

/// Missing values become the mean of the others.
fn fill(column: &mut [f64]) {
    let (sum, count) =
        column.iter().filter(|x| !x.is_nan()).fold((0.0, 0.0), |(sum, n), x| (sum + x, n + 1.0));
    if count > 0.0 {
        column.iter_mut().filter(|x| x.is_nan()).for_each(|x| *x = sum / count);
    }
}
