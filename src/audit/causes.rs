//! Check 14: what the uncertainty of ranks comes from. The output is the mean distance from the ranks in force.

use super::check::{Check, Item, Statistic, Value};
use super::desk::Desk;
use super::draws::perturbed;
use super::key::{Finding, Lack, Measure, Row, Severity};
use super::method::{Aggregation, Method, Scaling};
use super::space::{Draw, Work};
use super::table::Gaps;
use crate::model::Limit;
use crate::stats::{Influence, Random, Sobol, enumerated_influence, sampled_influence};
use rayon::prelude::*;

/// Fewest units.
const CAUSES_MIN: usize = 5;
/// Times that pairs are drawn again for intervals.
const RESAMPLES: u32 = 500;
/// Where the streams of weights and of samples begin.
const STREAMS: (u64, u64) = (3 << 40, 4 << 40);

/// What is uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    Scaling,
    Aggregation,
    Gaps,
    Weights,
    Sampling,
}

impl Cause {
    const fn key(self) -> &'static str {
        match self {
            Self::Scaling => "normalisation",
            Self::Aggregation => "aggregation",
            Self::Gaps => "gaps",
            Self::Weights => "weights",
            Self::Sampling => "sampling",
        }
    }

    const fn is_method(self) -> bool {
        matches!(self, Self::Scaling | Self::Aggregation | Self::Gaps)
    }
}

/// The choices there are.
struct Design<'a> {
    desk: &'a Desk<'a>,
    scalings: Vec<Scaling>,
    gaps: Vec<Gaps>,
    causes: Vec<Cause>,
}

impl Design<'_> {
    /// Mean shifts of ranks at points of the unit cube, a coordinate for each cause.
    fn run(&self, points: &[Vec<f64>], work: &mut Work) -> Vec<f64> {
        let mut draws: Vec<Draw> = points.iter().map(|point| self.draw(point)).collect();
        self.desk.space.score(&mut draws, work);
        let shift = |draw: &Draw| {
            self.desk.space.place(draw, work);
            self.desk.shift(&work.ranks).0
        };
        draws.iter().map(shift).collect()
    }

    /// The calculation at a point.
    fn draw(&self, point: &[f64]) -> Draw {
        let of =
            |cause| self.causes.iter().position(|own| *own == cause).and_then(|at| point.get(at).copied());
        fn pick<T: Copy>(list: &[T], at: f64) -> Option<T> {
            list.get(((at * list.len() as f64) as usize).min(list.len().saturating_sub(1))).copied()
        }
        let desk = self.desk;
        let method = Method {
            scaling: of(Cause::Scaling)
                .and_then(|at| pick(&self.scalings, at))
                .unwrap_or(desk.method.scaling),
            aggregation: of(Cause::Aggregation)
                .and_then(|at| pick(Aggregation::ALL, at))
                .unwrap_or(desk.method.aggregation),
            gaps: of(Cause::Gaps).and_then(|at| pick(&self.gaps, at)).unwrap_or(desk.method.gaps),
        };
        let stream = |begin: u64, at: f64| Random::stream(desk.seed, begin + (at * 4_294_967_296.0) as u64);
        let mut random = stream(STREAMS.0, of(Cause::Weights).unwrap_or_default());
        let weights = perturbed(desk, of(Cause::Weights).is_some(), &mut random);
        let noise = of(Cause::Sampling).map(|at| stream(STREAMS.1, at));
        Draw::new(method, weights, noise)
    }
}

/// The check: all methods enumerated, and everything together by Saltelli's design on Sobol points.
pub(super) fn sensitivity(desk: &Desk<'_>) -> Check {
    let limits = [Limit::MethodShare, Limit::Moved, Limit::WeightSpread, Limit::Runs];
    if desk.n() < CAUSES_MIN {
        return Check::lacking(Row::Sensitivity, Lack::Units, desk.n(), CAUSES_MIN, &limits);
    }
    let (scalings, gaps) = (desk.scalings(), desk.gaps());
    let mut causes = vec![Cause::Scaling, Cause::Aggregation];
    if gaps.len() > 1 {
        causes.push(Cause::Gaps);
    }
    let methods = causes.clone();
    if desk.limit(Limit::WeightSpread) > 0.0 && desk.table.columns.len() > 1 {
        causes.push(Cause::Weights);
    }
    if desk.space.sampled {
        causes.push(Cause::Sampling);
    }
    let mut check = Check::new(Row::Sensitivity, desk.n(), CAUSES_MIN, &limits);
    let design = Design { desk, scalings, gaps, causes: methods.clone() };
    let exact = enumerated(&design);
    let all = Design { causes: causes.clone(), ..design };
    let (found, mean) = if causes.len() == methods.len() { exact.clone() } else { sampled(&all) };
    let Some(found) = found else {
        return Check::lacking(Row::Sensitivity, Lack::Spread, desk.n(), CAUSES_MIN, &limits);
    };
    check.tell(Statistic::of(Measure::MeanShift, mean));
    for (cause, influence) in causes.iter().zip(&found) {
        let total = Statistic::of(Measure::TotalOrder, influence.total).within(influence.total_interval);
        let much = influence.total > desk.limit(Limit::MethodShare)
            && mean > desk.limit(Limit::Moved) * desk.n() as f64;
        if cause.is_method() && much {
            check.flag(Item::Named(cause.key()), Finding::MethodMatters, Severity::Warn, total);
        }
    }
    let most = found.iter().max_by(|a, b| a.total.total_cmp(&b.total));
    if let Some(most) = most {
        check.tell(Statistic::of(Measure::TotalOrder, most.total).within(most.total_interval));
    }
    check.sheet("sensitivity", &COLUMNS, rows(&causes, &found));
    if let Some(exact) = exact.0 {
        check.sheet("sensitivity-methods", &COLUMNS, rows(&methods, &exact));
    }
    check.done()
}

const COLUMNS: [&str; 7] =
    ["cause", "first", "first-lower", "first-upper", "total", "total-lower", "total-upper"];

fn rows(causes: &[Cause], found: &[Influence]) -> Vec<Vec<Value>> {
    let one = |(cause, of): (&Cause, &Influence)| {
        let ends = |interval: Option<crate::stats::Interval>| {
            [interval.map(|ends| ends.lower).into(), interval.map(|ends| ends.upper).into()]
        };
        let mut row: Vec<Value> = vec![cause.key().into(), of.first.into()];
        row.extend(ends(of.first_interval));
        row.push(of.total.into());
        row.extend(ends(of.total_interval));
        row
    };
    causes.iter().zip(found).map(one).collect()
}

/// Every combination of methods, exactly, and the mean shift over them.
fn enumerated(design: &Design<'_>) -> (Option<Vec<Influence>>, f64) {
    let levels: Vec<usize> = design
        .causes
        .iter()
        .map(|cause| match cause {
            Cause::Scaling => design.scalings.len(),
            Cause::Aggregation => Aggregation::ALL.len(),
            _ => design.gaps.len(),
        })
        .collect();
    let whole: usize = levels.iter().product();
    let results: Vec<f64> = (0..whole)
        .into_par_iter()
        .map_init(Work::default, |work, at| {
            let mut stride = whole;
            let point: Vec<f64> = levels
                .iter()
                .map(|level| {
                    stride /= level;
                    ((at / stride % level) as f64 + 0.5) / *level as f64
                })
                .collect();
            design.run(&[point], work)
        })
        .flatten_iter()
        .collect();
    let mean = results.iter().sum::<f64>() / whole.max(1) as f64;
    (enumerated_influence(&levels, &results), mean)
}

/// Saltelli's design: n points of two independent samples, and for each cause the first with its coordinate from the second.
fn sampled(design: &Design<'_>) -> (Option<Vec<Influence>>, f64) {
    let d = design.causes.len();
    let wanted = design.desk.limit(Limit::Runs) as usize;
    let n = if wanted.is_power_of_two() { wanted } else { wanted.next_power_of_two() / 2 };
    let Some(sobol) = Sobol::new(2 * d) else { return (None, 0.0) };
    let points: Vec<Vec<f64>> = sobol.take(n).collect();
    let results: Vec<Vec<f64>> = points
        .par_iter()
        .map_init(Work::default, |work, point| {
            let (a, b) = point.split_at(d);
            let mixed = |at: usize| {
                let mut mixed = a.to_vec();
                mixed[at] = b[at];
                mixed
            };
            let points: Vec<Vec<f64>> =
                [a.to_vec(), b.to_vec()].into_iter().chain((0..d).map(mixed)).collect();
            design.run(&points, work)
        })
        .collect();
    let column = |at: usize| results.iter().map(|found| found[at]).collect::<Vec<f64>>();
    let (a, b) = (column(0), column(1));
    let mixed: Vec<Vec<f64>> = (0..d).map(|at| column(at + 2)).collect();
    let mean = a.iter().chain(&b).sum::<f64>() / (2 * n) as f64;
    (sampled_influence(&a, &b, &mixed, RESAMPLES, design.desk.seed), mean)
}
