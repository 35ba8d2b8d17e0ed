//! What of a result's variance each of its inputs causes: variance-based sensitivity indices.

use super::summary::quantiles;
use super::{Interval, Random, mean};

/// Share of the variance that an input causes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Influence {
    /// Alone: what would go if it were known (first order). Sampling can make an estimate slightly negative.
    pub first: f64,
    /// Alone and together with others: what would stay if all others were known (total order).
    pub total: f64,
    /// 90 % interval of `first`; `None` where it is exact.
    pub first_interval: Option<Interval>,
    /// 90 % interval of `total`; `None` where it is exact.
    pub total_interval: Option<Interval>,
}

/// The indices of a finite design that was run as a whole: input i has `levels[i]` equally likely levels, and `results` are in
/// the order in which the last input changes fastest. Exact. `None` without variance or for another number of results.
///
/// By definition (Sobol 1993; Homma & Saltelli 1996): S = V(E[y|x])/V(y), T = 1 − V(E[y|all but x])/V(y).
#[must_use]
pub fn enumerated_influence(levels: &[usize], results: &[f64]) -> Option<Vec<Influence>> {
    if levels.iter().product::<usize>() != results.len() || results.is_empty() {
        return None;
    }
    let centre = mean(results)?;
    let y: Vec<f64> = results.iter().map(|result| result - centre).collect();
    let whole = y.iter().map(|y| y * y).sum::<f64>() / y.len() as f64;
    let mut found = Vec::with_capacity(levels.len());
    let mut stride = y.len();
    for level in levels {
        stride /= level;
        let mut alone = vec![0.0; *level];
        let mut without = vec![0.0; y.len() / level];
        for (at, y) in y.iter().enumerate() {
            alone[at / stride % level] += y;
            without[at / (stride * level) * stride + at % stride] += y;
        }
        let variance = |sums: &[f64], each: f64| {
            sums.iter().map(|sum| (sum / each) * (sum / each)).sum::<f64>() / sums.len() as f64
        };
        let first = variance(&alone, (y.len() / level) as f64) / whole;
        let total = 1.0 - variance(&without, *level as f64) / whole;
        found.push(Influence { first, total, first_interval: None, total_interval: None });
    }
    (whole > 0.0).then_some(found)
}

/// The indices from runs of a model at n pairs of points: `a` and `b` its results at two independent samples, `mixed[i]` at the
/// points of `a` with input i (or a group of inputs) from `b`. Intervals are 90 % percentile bootstrap over the pairs.
/// `None` for fewer than eight pairs, lists of different length, or results without variance.
///
/// First order: Saltelli et al. (2010), Computer Physics Communications 181:259–270, table 2 (b), with results centred, which
/// the estimator needs where their mean is far from 0; total order: Jansen (1999), ibid. 117:35–43.
#[must_use]
pub fn sampled_influence(
    a: &[f64],
    b: &[f64],
    mixed: &[Vec<f64>],
    resamples: u32,
    seed: u64,
) -> Option<Vec<Influence>> {
    let n = a.len();
    if n < 8 || b.len() != n || mixed.iter().any(|of| of.len() != n) {
        return None;
    }
    let both: Vec<f64> = a.iter().chain(b).copied().collect();
    let centre = mean(&both)?;
    let centred = |of: &[f64]| of.iter().map(|y| y - centre).collect::<Vec<f64>>();
    let (a, b) = (centred(a), centred(b));
    let mixed: Vec<Vec<f64>> = mixed.iter().map(|of| centred(of)).collect();
    let all: Vec<usize> = (0..n).collect();
    let found = indices(&a, &b, &mixed, &all)?;
    let mut random = Random::stream(seed, 0x5e75);
    let mut drawn: Vec<Vec<(f64, f64)>> = vec![Vec::new(); mixed.len()];
    let mut rows = all;
    for _ in 0..resamples {
        for row in &mut rows {
            *row = random.integer(0..n as i64).unwrap_or(0) as usize;
        }
        for (of, pair) in drawn.iter_mut().zip(indices(&a, &b, &mixed, &rows).unwrap_or_default()) {
            of.push(pair);
        }
    }
    let interval = |values: Vec<f64>| {
        let (lower, upper) = quantiles(&values, (0.05, 0.95))?;
        Some(Interval { lower, upper })
    };
    let influence = |((first, total), drawn): ((f64, f64), Vec<(f64, f64)>)| {
        let (firsts, totals): (Vec<f64>, Vec<f64>) = drawn.into_iter().unzip();
        Influence { first, total, first_interval: interval(firsts), total_interval: interval(totals) }
    };
    Some(found.into_iter().zip(drawn).map(influence).collect())
}

/// First and total order of each input over some rows of centred results.
fn indices(a: &[f64], b: &[f64], mixed: &[Vec<f64>], rows: &[usize]) -> Option<Vec<(f64, f64)>> {
    let n = rows.len() as f64;
    let (mut sum, mut squares) = (0.0, 0.0);
    for &row in rows {
        sum += a[row] + b[row];
        squares += a[row] * a[row] + b[row] * b[row];
    }
    let centre = sum / (2.0 * n);
    let variance = squares / (2.0 * n) - centre * centre;
    let one = |of: &Vec<f64>| {
        let (mut first, mut total) = (0.0, 0.0);
        for &row in rows {
            let step = of[row] - a[row];
            first += (b[row] - centre) * step;
            total += step * step;
        }
        (first / n / variance, total / (2.0 * n) / variance)
    };
    (variance > 0.0).then(|| mixed.iter().map(one).collect())
}

#[cfg(test)]
mod tests {
    use super::super::Sobol;
    use super::*;

    /// Ishigami & Homma (1990) with a = 7 and b = 0.1, whose indices are known: V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2.
    fn ishigami(u: &[f64]) -> f64 {
        let x: Vec<f64> = u.iter().map(|u| std::f64::consts::PI * (2.0 * u - 1.0)).collect();
        let (sine, fourth) = (libm::sin(x[1]), x[2] * x[2] * x[2] * x[2]);
        libm::sin(x[0]) + 7.0 * sine * sine + 0.1 * fourth * libm::sin(x[0])
    }

    #[test]
    fn ishigami_has_its_analytic_indices() {
        let points: Vec<Vec<f64>> = Sobol::new(6).unwrap().take(4096).collect();
        let run = |from: &dyn Fn(&Vec<f64>, usize) -> f64| {
            points.iter().map(|p| ishigami(&[from(p, 0), from(p, 1), from(p, 2)])).collect::<Vec<f64>>()
        };
        let (a, b) = (run(&|p, at| p[at]), run(&|p, at| p[at + 3]));
        let mixed: Vec<Vec<f64>> =
            (0..3).map(|of| run(&|p, at| if at == of { p[at + 3] } else { p[at] })).collect();
        let found = sampled_influence(&a, &b, &mixed, 200, 1).unwrap();
        for (found, (first, total)) in
            found.iter().zip([(0.313_905, 0.557_589), (0.442_411, 0.442_411), (0.0, 0.243_684)])
        {
            assert!((found.first - first).abs() < 0.01, "{found:?}");
            assert!((found.total - total).abs() < 0.01, "{found:?}");
            assert!(found.first_interval.unwrap().contains(found.first), "{found:?}");
        }
        // A constant added to the model changes nothing, as results are centred.
        let far = |list: &[f64]| list.iter().map(|y| y + 1000.0).collect::<Vec<f64>>();
        let moved: Vec<Vec<f64>> = mixed.iter().map(|of| far(of)).collect();
        let again = sampled_influence(&far(&a), &far(&b), &moved, 20, 1).unwrap();
        assert!(found.iter().zip(&again).all(|(one, two)| (one.first - two.first).abs() < 1e-9));
    }

    /// y = x₁ + x₁x₂ on {0, 1} × {−1, 1} is 0, 0, 0, 2: variance 3/4; means by x₁ are 0 and 1, by x₂ 0 and 1, so both have
    /// S = 1/3 and T = 1 − 1/3 = 2/3.
    #[test]
    fn a_finite_design_is_exact() {
        let found = enumerated_influence(&[2, 2], &[0.0, 0.0, 0.0, 2.0]).unwrap();
        for of in found {
            assert!((of.first - 1.0 / 3.0).abs() < 1e-12 && (of.total - 2.0 / 3.0).abs() < 1e-12, "{of:?}");
        }
        assert_eq!(enumerated_influence(&[2, 2], &[1.0; 4]), None);
        assert_eq!(enumerated_influence(&[2, 2], &[1.0; 3]), None);
    }

    /// Three levels by one input without effect: all of it is the first input's, S = T = 1 and 0.
    #[test]
    fn an_input_without_effect_has_none() {
        let found = enumerated_influence(&[3, 2], &[1.0, 1.0, 2.0, 2.0, 6.0, 6.0]).unwrap();
        assert!((found[0].first - 1.0).abs() < 1e-12 && (found[0].total - 1.0).abs() < 1e-12);
        assert!(found[1].first.abs() < 1e-12 && found[1].total.abs() < 1e-12);
    }
}
