//! Checks 8 and 9: what weights say against what indicators do.

use super::check::{Check, Item, Statistic, Value};
use super::desk::Desk;
use super::key::{Finding, Lack, Measure, Row, Severity};
use super::table::Gaps;
use crate::model::Limit;
use crate::stats::{Random, bootstrap, correlation_ratio, pearson};

/// Fewest units for covariance shares.
const SHARE_MIN: usize = 20;
/// Fewest units for the correlation ratio.
const RATIO_MIN: usize = 50;
/// Times that units are drawn again for an interval.
const RESAMPLES: u32 = 400;

/// What an indicator does to the score.
#[derive(Debug, Clone, Copy)]
struct Influence {
    /// Share of the variance of the score, cov(contribution, score)/V(score), with its 95 % interval.
    share: Statistic,
    /// Squared correlation with the score.
    square: Option<f64>,
    /// Correlation ratio of the score on it.
    ratio: Option<f64>,
}

/// What each indicator adds to each score in force; the contributions of a unit add up to its score.
fn contributions(desk: &Desk<'_>) -> Vec<Vec<f64>> {
    let scaled: Vec<Vec<f64>> =
        (0..desk.space.k).map(|at| desk.space.scaled(at, desk.method.scaling)).collect();
    let mean = |points: &Vec<f64>| {
        let there: Vec<f64> = points.iter().copied().filter(|x| !x.is_nan()).collect();
        if there.is_empty() { 0.0 } else { there.iter().sum::<f64>() / there.len() as f64 }
    };
    let means: Vec<f64> = scaled.iter().map(mean).collect();
    let filled = desk.method.gaps == Gaps::Mean;
    let whole = |unit: usize| {
        let there = scaled.iter().zip(&desk.weights).filter(|(points, _)| filled || !points[unit].is_nan());
        there.map(|(_, weight)| weight).sum::<f64>()
    };
    let wholes: Vec<f64> = (0..desk.n()).map(whole).collect();
    let one = |((points, weight), mean): ((&Vec<f64>, &f64), &f64)| {
        let added = |(points, whole): (&f64, &f64)| {
            let points = if !points.is_nan() {
                *points
            } else if filled {
                *mean
            } else {
                return 0.0;
            };
            if *whole > 0.0 { points * weight / whole } else { 0.0 }
        };
        points.iter().zip(&wholes).map(added).collect()
    };
    scaled.iter().zip(&desk.weights).zip(&means).map(one).collect()
}

/// cov(a, b) over some rows, without the divisor.
fn covariance(a: &[f64], b: &[f64], rows: &[usize]) -> f64 {
    let n = rows.len() as f64;
    let (sum_a, sum_b) = rows.iter().fold((0.0, 0.0), |(x, y), row| (x + a[*row], y + b[*row]));
    let (mean_a, mean_b) = (sum_a / n, sum_b / n);
    rows.iter().map(|row| (a[*row] - mean_a) * (b[*row] - mean_b)).sum()
}

fn influences(desk: &Desk<'_>) -> Option<Vec<Influence>> {
    let parts = contributions(desk);
    let scores: Vec<f64> = (0..desk.n()).map(|unit| parts.iter().map(|part| part[unit]).sum()).collect();
    let all: Vec<usize> = (0..desk.n()).collect();
    let variance = covariance(&scores, &scores, &all);
    if variance.is_nan() || variance <= 0.0 {
        return None;
    }
    let one = |(at, part): (usize, &Vec<f64>)| {
        let mut random = Random::stream(desk.seed, 0x0800_0000 + at as u64);
        let drawn = |rows: &[usize]| {
            let variance = covariance(&scores, &scores, rows);
            (variance > 0.0).then(|| covariance(part, &scores, rows) / variance)
        };
        let interval = bootstrap(desk.n(), RESAMPLES, 0.95, &mut random, drawn);
        let value = covariance(part, &scores, &all) / variance;
        let points = desk.space.scaled(at, desk.method.scaling);
        let (x, y): (Vec<f64>, Vec<f64>) =
            points.into_iter().zip(&scores).filter(|(x, _)| !x.is_nan()).map(|(x, y)| (x, *y)).unzip();
        Influence {
            share: Statistic::of(Measure::Influence, value).within(interval).on(desk.n()),
            square: pearson(&x, &y).map(|r| r * r),
            ratio: correlation_ratio(&x, &y).filter(|_| x.len() >= RATIO_MIN),
        }
    };
    use rayon::prelude::*;
    Some(parts.par_iter().enumerate().map(one).collect())
}

/// The covariance shares in force; `None` without spread.
pub(super) fn shares(desk: &Desk<'_>) -> Option<Vec<f64>> {
    let parts = contributions(desk);
    let all: Vec<usize> = (0..desk.n()).collect();
    let scores: Vec<f64> = (0..desk.n()).map(|unit| parts.iter().map(|part| part[unit]).sum()).collect();
    let variance = covariance(&scores, &scores, &all);
    let share = |part: &Vec<f64>| covariance(part, &scores, &all) / variance;
    (variance > 0.0).then(|| parts.iter().map(share).collect())
}

/// Checks 8 and 9 together, as they rest on the same numbers.
pub(super) fn importance(desk: &Desk<'_>) -> [Check; 2] {
    let first = [Limit::WeightGap];
    let second = [Limit::ShareAbove, Limit::ShareBelow, Limit::SingleShare];
    let lacking = |lack| {
        [(Row::Importance, &first[..]), (Row::Dominance, &second[..])]
            .map(|(row, limits)| Check::lacking(row, lack, desk.n(), SHARE_MIN, limits))
    };
    if desk.n() < SHARE_MIN {
        return lacking(Lack::Units);
    }
    let Some(found) = influences(desk) else { return lacking(Lack::Spread) };
    let mut weights = Check::new(Row::Importance, desk.n(), SHARE_MIN, &first);
    let mut dominance = Check::new(Row::Dominance, desk.n(), SHARE_MIN, &second);
    let mut rows = Vec::new();
    let mut widest = Statistic::of(Measure::Gap, 0.0);
    let mut largest = Statistic::of(Measure::Influence, 0.0);
    for (at, (influence, weight)) in found.iter().zip(&desk.weights).enumerate() {
        let share = influence.share;
        let ends = share.interval;
        rows.push(vec![
            desk.table.columns[at].id.as_str().into(),
            (*weight).into(),
            share.value.into(),
            ends.map(|ends| ends.lower).into(),
            ends.map(|ends| ends.upper).into(),
            (share.value / weight).into(),
            influence.square.into(),
            influence.ratio.map_or(Value::Nothing, Value::from),
        ]);
        let gap = Statistic::of(Measure::Gap, share.value - weight).on(desk.n());
        if gap.value.abs() > widest.value.abs() {
            widest = gap;
        }
        if gap.value.abs() > desk.limit(Limit::WeightGap) {
            let finding = if gap.value > 0.0 { Finding::Dominant } else { Finding::Underweight };
            weights.flag(Item::Column(at), finding, Severity::Warn, gap);
        }
        if share.value > largest.value {
            largest = share;
        }
        judge(desk, &mut dominance, at, share);
    }
    weights.tell(widest);
    dominance.tell(largest);
    let columns =
        ["indicator", "weight", "share", "lower", "upper", "ratio", "r-squared", "correlation-ratio"];
    weights.sheet("importance", &columns, rows);
    [weights.done(), dominance.done()]
}

/// A share against its weight. It fails only where the whole interval is on the wrong side of the weight, and of 0 for one that
/// works against it, so that chance alone does not condemn: an indicator that says nothing has a share around 0.
fn judge(desk: &Desk<'_>, check: &mut Check, at: usize, share: Statistic) {
    let weight = desk.weights[at];
    if weight.is_nan() || weight <= 0.0 {
        return;
    }
    let beyond = share.interval.is_none_or(|ends| ends.lower > weight);
    let ratio = Statistic { measure: Measure::Ratio, value: share.value / weight, ..share };
    let ratio = ratio.within(
        share
            .interval
            .map(|ends| crate::stats::Interval { lower: ends.lower / weight, upper: ends.upper / weight }),
    );
    if share.value < 0.0 && share.interval.is_none_or(|ends| ends.upper < 0.0) {
        check.flag(Item::Column(at), Finding::AgainstWeight, Severity::Fail, share);
    } else if ratio.value > desk.limit(Limit::ShareAbove) {
        let severity = if beyond { Severity::Fail } else { Severity::Warn };
        check.flag(Item::Column(at), Finding::Dominant, severity, ratio);
    } else if ratio.value < desk.limit(Limit::ShareBelow) {
        check.flag(Item::Column(at), Finding::Underweight, Severity::Warn, ratio);
    } else if share.value > desk.limit(Limit::SingleShare) {
        check.flag(Item::Column(at), Finding::Dominant, Severity::Warn, share);
    }
}
