//! What every check works with: the table, its scores and ranks in force, limits and seed.

use super::method::{Aggregation, Method, Scaling};
use super::space::{Draw, Space, Work};
use super::table::{Gaps, Table};
use crate::model::{AuditLimits, Limit};

/// What every check works with.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    /// The table.
    pub table: &'a Table,
    /// The limits.
    pub limits: &'a AuditLimits,
    /// The seed.
    pub seed: u64,
    /// The table as flat columns.
    pub space: Space,
    /// The method in force.
    pub method: Method,
    /// The weights in force.
    pub weights: Vec<f64>,
    /// The values with more being better, by column.
    pub directed: Vec<Vec<Option<f64>>>,
    /// The scores in force.
    pub scores: Vec<f64>,
    /// The ranks in force.
    pub ranks: Vec<u32>,
}

impl<'a> Desk<'a> {
    /// The desk of a table.
    pub(super) fn new(table: &'a Table, limits: &'a AuditLimits, seed: u64) -> Self {
        let space = Space::new(table, limits.get(Limit::Draws) as usize);
        let scaling = if table.goalposts { Scaling::Goalposts } else { Scaling::MinMax };
        let method = Method { scaling, aggregation: Aggregation::Arithmetic, gaps: table.gaps };
        let weights: Vec<f64> = table.columns.iter().map(|column| column.weight).collect();
        let (mut work, mut draw) = (Work::default(), Draw::new(method, weights.clone(), None));
        space.rank(&mut draw, &mut work);
        Self {
            table,
            limits,
            seed,
            directed: (0..table.columns.len()).map(|at| table.directed(at)).collect(),
            method,
            weights,
            scores: draw.scores,
            ranks: work.ranks,
            space,
        }
    }

    /// A limit.
    pub(super) fn limit(&self, limit: Limit) -> f64 {
        self.limits.get(limit)
    }

    /// Units.
    pub(super) fn n(&self) -> usize {
        self.space.n
    }

    /// Scores as options, for correlations.
    pub(super) fn scored(&self) -> Vec<Option<f64>> {
        self.scores.iter().map(|score| score.is_finite().then_some(*score)).collect()
    }

    /// The alternatives to the scaling in force, itself first.
    pub(super) fn scalings(&self) -> Vec<Scaling> {
        let all = [Scaling::Goalposts, Scaling::MinMax, Scaling::ZScore, Scaling::Percentile];
        all.into_iter().filter(|scaling| self.table.goalposts || *scaling != Scaling::Goalposts).collect()
    }

    /// The ways to treat gaps that make a difference, that in force first.
    pub(super) fn gaps(&self) -> Vec<Gaps> {
        let other = if self.method.gaps == Gaps::Spread { Gaps::Mean } else { Gaps::Spread };
        if self.space.gaps { vec![self.method.gaps, other] } else { vec![self.method.gaps] }
    }

    /// How far ranks are from those in force: mean and largest distance.
    pub(super) fn shift(&self, ranks: &[u32]) -> (f64, u32) {
        let far = |(a, b): (&u32, &u32)| a.abs_diff(*b);
        let pairs = || self.ranks.iter().zip(ranks).map(far);
        let sum: u64 = pairs().map(u64::from).sum();
        (sum as f64 / self.n().max(1) as f64, pairs().max().unwrap_or(0))
    }

    /// Mean and largest shift of ranks by another method and weights.
    pub(super) fn moved(&self, method: Method, weights: &[f64]) -> (f64, u32, Vec<u32>) {
        let mut work = Work::default();
        self.space.rank(&mut Draw::new(method, weights.to_vec(), None), &mut work);
        let (mean, most) = self.shift(&work.ranks);
        (mean, most, work.ranks)
    }

    /// The weights without column `at`, totalling 1 again; `None` if nothing is left.
    pub(super) fn without(&self, at: usize) -> Option<Vec<f64>> {
        let rest: f64 = self.weights.iter().enumerate().filter(|(of, _)| *of != at).map(|(_, w)| w).sum();
        let one = |(of, weight): (usize, &f64)| if of == at { 0.0 } else { weight / rest };
        (rest > 0.0).then(|| self.weights.iter().enumerate().map(one).collect())
    }
}
