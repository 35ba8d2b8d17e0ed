//! Draws of weights, methods and sampling errors, each from a stream of its own, so that threads change no digit.

use super::desk::Desk;
use super::method::{Aggregation, Method};
use super::space::{Draw, Work};
use crate::model::Limit;
use crate::stats::Random;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Most classes in which ranks are counted, and the width of those of scores from 0 to [`SCORE_TOP`].
const FINE: (usize, f64) = (1_024, 0.05);
/// For more units than [`MANY`], so that thousands stay small.
const COARSE: (usize, f64) = (256, 0.5);
/// Units from which counts are coarse.
const MANY: usize = 1_024;
/// Scores above count as this.
const SCORE_TOP: f64 = 150.0;
/// Most tasks. Each has counts of its own, many megabytes for a thousand units, so there are no more than threads.
const TASKS: usize = 8;
/// Draws computed together, column by column.
const BLOCK: usize = 32;

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plan {
    /// Whether weights are off by up to the limit.
    pub weights: bool,
    /// Whether scale, mean and gaps are chosen.
    pub methods: bool,
    /// Whether figures have their sampling error.
    pub sampling: bool,
    /// Where the streams of the draws begin.
    pub stream: u64,
}

/// Everything at once.
pub(super) const WHOLE: Plan = Plan { weights: true, methods: true, sampling: true, stream: 1 << 40 };
/// Chance alone, under the scheme in force.
pub(super) const CHANCE: Plan = Plan { weights: false, methods: false, sampling: true, stream: 2 << 40 };

/// Ranks and scores counted over all draws.
#[derive(Debug, Clone)]
pub(super) struct Counted {
    units: usize,
    classes: usize,
    step: f64,
    draws: u64,
    ranks: Vec<u32>,
    scores: Vec<u32>,
    /// Sum of all distances from the ranks in force.
    moved: u64,
}

impl Counted {
    fn new(units: usize, scored: bool) -> Self {
        let (classes, step) = if units > MANY { COARSE } else { FINE };
        let classes = units.clamp(1, classes);
        let scores = if scored { units * score_classes(step) } else { 0 };
        Self {
            units,
            classes,
            step,
            draws: 0,
            ranks: vec![0; units * classes],
            scores: vec![0; scores],
            moved: 0,
        }
    }

    fn enter(&mut self, desk: &Desk<'_>, scores: &[f64], ranks: &[u32]) {
        self.draws += 1;
        let own = self.ranks.chunks_exact_mut(self.classes);
        for ((own, rank), known) in own.zip(ranks).zip(&desk.ranks) {
            let place = *rank as usize - 1;
            let class = if self.classes == self.units { place } else { place * self.classes / self.units };
            own[class] += 1;
            self.moved += u64::from(rank.abs_diff(*known));
        }
        if self.scores.is_empty() {
            return;
        }
        let (classes, each) = (score_classes(self.step), 1.0 / self.step);
        for (own, score) in self.scores.chunks_exact_mut(classes).zip(scores) {
            let class = (score.clamp(0.0, SCORE_TOP) * each) as usize;
            own[class.min(classes - 1)] += 1;
        }
    }

    fn join(mut self, other: Self) -> Self {
        self.draws += other.draws;
        self.moved += other.moved;
        self.ranks.iter_mut().zip(&other.ranks).for_each(|(sum, more)| *sum += more);
        self.scores.iter_mut().zip(&other.scores).for_each(|(sum, more)| *sum += more);
        self
    }

    /// Mean distance from the ranks in force over units and draws.
    pub(super) fn shift(&self) -> f64 {
        self.moved as f64 / (self.draws.max(1) as f64 * self.units.max(1) as f64)
    }

    /// The rank of `unit` that a share of the draws does not exceed.
    pub(super) fn rank(&self, unit: usize, share: f64) -> u32 {
        let of = self.ranks.get(unit * self.classes..(unit + 1) * self.classes).unwrap_or_default();
        let class = quantile(of, share * self.draws as f64);
        ((class * self.units).div_ceil(self.classes) + 1).min(self.units.max(1)) as u32
    }

    /// The score of `unit` that a share of the draws does not exceed, in steps of its class.
    pub(super) fn score(&self, unit: usize, share: f64) -> Option<f64> {
        let classes = score_classes(self.step);
        let of = self.scores.get(unit * classes..(unit + 1) * classes)?;
        Some(quantile(of, share * self.draws as f64) as f64 * self.step)
    }
}

fn score_classes(step: f64) -> usize {
    (SCORE_TOP / step) as usize + 1
}

/// The first class at which the running count reaches `count`.
fn quantile(counts: &[u32], count: f64) -> usize {
    let mut sum = 0.0;
    counts
        .iter()
        .position(|here| {
            sum += f64::from(*here);
            sum >= count && sum > 0.0
        })
        .unwrap_or(0)
}

/// Runs all draws of `plan`.
pub(super) fn run(desk: &Desk<'_>, plan: Plan) -> Counted {
    let draws = desk.limit(Limit::Draws) as usize;
    let blocks = draws.div_ceil(BLOCK);
    let scored = !plan.methods && desk.table.goalposts;
    // Counts are sums of integers, so it does not matter which task takes which block; whoever is free takes the next.
    let next = AtomicUsize::new(0);
    let take = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|at| *at < blocks);
    let task = || {
        let (mut counted, mut work) = (Counted::new(desk.n(), scored), Work::default());
        let mut block = Vec::with_capacity(BLOCK);
        while let Some(at) = take() {
            let numbers = at * BLOCK..draws.min((at + 1) * BLOCK);
            block.clear();
            block.extend(numbers.map(|number| drawn(desk, plan, number as u64)));
            desk.space.score(&mut block, &mut work);
            for draw in &block {
                desk.space.place(draw, &mut work);
                counted.enter(desk, &draw.scores, &work.ranks);
            }
        }
        counted
    };
    let tasks = rayon::current_num_threads().clamp(1, TASKS);
    let counted = (0..tasks).into_par_iter().with_max_len(1).map(|_| task());
    counted.reduce_with(Counted::join).unwrap_or_else(|| Counted::new(desk.n(), scored))
}

/// What is drawn by number from the stream of its own.
fn drawn(desk: &Desk<'_>, plan: Plan, number: u64) -> Draw {
    let mut random = Random::stream(desk.seed, plan.stream + number);
    let method = if plan.methods {
        let aggregation = random.choice(Aggregation::ALL).copied();
        Method {
            scaling: random.choice(&desk.scalings()).copied().unwrap_or(desk.method.scaling),
            aggregation: aggregation.unwrap_or(desk.method.aggregation),
            gaps: random.choice(&desk.gaps()).copied().unwrap_or(desk.method.gaps),
        }
    } else {
        desk.method
    };
    let weights = perturbed(desk, plan.weights, &mut random);
    Draw::new(method, weights, (plan.sampling && desk.space.sampled).then_some(random))
}

/// The weights in force, each off by up to the limit where `off`, totalling 1 again.
pub(super) fn perturbed(desk: &Desk<'_>, off: bool, random: &mut Random) -> Vec<f64> {
    if !off {
        return desk.weights.clone();
    }
    let spread = desk.limit(Limit::WeightSpread);
    let one = |weight: &f64| weight * (1.0 - spread + 2.0 * spread * random.uniform());
    let mut weights: Vec<f64> = desk.weights.iter().map(one).collect();
    let whole: f64 = weights.iter().sum();
    if whole > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= whole);
    }
    weights
}
