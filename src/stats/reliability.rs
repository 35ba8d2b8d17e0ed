//! Whether the parts of a sum measure one thing.

use super::summary::sample_sd;

/// Cronbach's alpha of `items`, each a list of the same units in the same order; up to 1, and negative where items work
/// against each other. `None` for fewer than two items or units, lists of different length, or a sum without spread.
///
/// Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16:297–334:
/// α = k/(k − 1) · (1 − Σ s²(item)/s²(sum)). Items have to point the same way.
#[must_use]
pub fn cronbach(items: &[Vec<f64>]) -> Option<f64> {
    let (count, units) = (items.len(), items.first()?.len());
    if count < 2 || items.iter().any(|item| item.len() != units) {
        return None;
    }
    let variance = |values: &[f64]| sample_sd(values).map(|sd| sd * sd);
    let parts = items.iter().map(|item| variance(item)).sum::<Option<f64>>()?;
    let sums: Vec<f64> =
        (0..units).map(|unit| items.iter().filter_map(|item| item.get(unit)).sum()).collect();
    let whole = variance(&sums).filter(|variance| *variance > 0.0)?;
    let k = count as f64;
    Some(k / (k - 1.0) * (1.0 - parts / whole))
}

/// Variance between units and within them, from repeated measurements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Repeated {
    /// Variance between units, in squared units of the values; not below 0.
    pub between: f64,
    /// Variance of a single measurement within a unit, after what all units share in a period.
    pub within: f64,
    /// Harmonic mean of the measurements per unit.
    pub each: f64,
    /// Reliability of a unit's mean, 0..=1: the share of its variance that is between units.
    pub reliability: f64,
}

/// Repeated measurements of units, a place per period, laid out for asking about many choices of these units.
#[derive(Debug, Clone)]
pub struct Measurements {
    /// Periods, up to a whole number of lanes.
    periods: usize,
    /// By unit, then period, less the mean of all units in that period, which no result depends on; 0 where nothing was measured.
    values: Vec<f64>,
    /// 1 where something was measured, else 0.
    present: Vec<f64>,
    /// Where all units were measured in the same periods, as they are as a rule.
    balanced: Option<Balanced>,
}

/// Units that were all measured in the same periods.
#[derive(Debug, Clone)]
struct Balanced {
    /// Measurements of each unit.
    each: f64,
    /// Of each unit the sum of its values, and the sum of their squares.
    sums: Vec<(f64, f64)>,
}

/// Sums side by side, which processors add at once.
const LANES: usize = 4;

impl Measurements {
    /// Those of `rows`, one for each unit.
    #[must_use]
    pub fn new<Row: AsRef<[Option<f64>]>>(rows: &[Row]) -> Self {
        let periods = rows.iter().map(|row| row.as_ref().len()).max().unwrap_or(0).next_multiple_of(LANES);
        let (mut values, mut present) = (Vec::new(), Vec::new());
        for row in rows {
            for place in 0..periods {
                let value = row.as_ref().get(place).copied().flatten();
                values.push(value.unwrap_or(0.0));
                present.push(if value.is_some() { 1.0 } else { 0.0 });
            }
        }
        for period in 0..periods {
            let of_all = || (period..values.len()).step_by(periods).filter(|at| present[*at] > 0.0);
            let mean = of_all().map(|at| values[at]).sum::<f64>() / of_all().count().max(1) as f64;
            for at in (period..values.len()).step_by(periods) {
                values[at] -= mean * present[at];
            }
        }
        let balanced = Balanced::new(periods, &values, &present);
        Self { periods, values, present, balanced }
    }

    /// Values and presence of a unit.
    fn row(&self, unit: usize) -> (&[f64], &[f64]) {
        let range = unit * self.periods..(unit + 1) * self.periods;
        (self.values.get(range.clone()).unwrap_or_default(), self.present.get(range).unwrap_or_default())
    }

    /// How well they tell the `units` apart, each named as often as it counts. What all of these share in a period (a season) is
    /// taken out first. `None` for fewer than two units or periods with measurements, or no spread at all.
    ///
    /// Analysis of variance, units × periods (Fisher 1925; Shrout & Fleiss 1979, Intraclass correlations, Psychological Bulletin
    /// 86:420–428, ICC(3,k)); for gaps the mean number of measurements n₀ = (Σm − Σm²/Σm)/(a − 1).
    #[must_use]
    pub fn of(&self, units: &[usize]) -> Option<Repeated> {
        self.balanced
            .as_ref()
            .map_or_else(|| self.of_any(units), |balanced| self.of_balanced(balanced, units))
    }

    /// As [`Measurements::of`], with gaps.
    fn of_any(&self, units: &[usize]) -> Option<Repeated> {
        let (mut means, mut counts) = (vec![0.0; self.periods], vec![0.0; self.periods]);
        for unit in units {
            let (values, present) = self.row(*unit);
            means.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
            counts.iter_mut().zip(present).for_each(|(count, is)| *count += is);
        }
        let used = counts.iter().filter(|count| **count > 0.0).count() as f64;
        means.iter_mut().zip(&counts).for_each(|(sum, count)| *sum /= f64::max(*count, 1.0));
        let of_unit = |unit: &usize| {
            let (values, present) = self.row(*unit);
            let parts =
                || values.chunks_exact(LANES).zip(present.chunks_exact(LANES)).zip(means.chunks_exact(LANES));
            let (mut counts, mut sums, mut squares) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
            for ((values, present), means) in parts() {
                for lane in 0..LANES {
                    counts[lane] += present[lane];
                    sums[lane] += (values[lane] - means[lane]) * present[lane];
                }
            }
            let count: f64 = counts.iter().sum();
            let mean = sums.iter().sum::<f64>() / count;
            for ((values, present), means) in parts() {
                for lane in 0..LANES {
                    let rest = values[lane] - means[lane] - mean;
                    squares[lane] += rest * rest * present[lane];
                }
            }
            (count > 0.0).then(|| (count, mean, squares.iter().sum::<f64>()))
        };
        let units: Vec<(f64, f64, f64)> = units.iter().filter_map(of_unit).collect();
        let (a, total) = (units.len() as f64, units.iter().map(|unit| unit.0).sum::<f64>());
        let degrees = total - a - (used - 1.0);
        if units.len() < 2 || used < 2.0 || degrees <= 0.0 {
            return None;
        }
        let centre = units.iter().map(|unit| unit.0 * unit.1).sum::<f64>() / total;
        let outer =
            units.iter().map(|unit| unit.0 * (unit.1 - centre) * (unit.1 - centre)).sum::<f64>() / (a - 1.0);
        let within = units.iter().map(|unit| unit.2).sum::<f64>() / degrees;
        let squares = units.iter().map(|unit| unit.0 * unit.0).sum::<f64>();
        let per_unit = (total - squares / total) / (a - 1.0);
        let between = ((outer - within) / per_unit).max(0.0);
        let each = a / units.iter().map(|unit| 1.0 / unit.0).sum::<f64>();
        let whole = between + within / each;
        (whole > 0.0).then(|| Repeated { between, within, each, reliability: between / whole })
    }

    /// The same analysis of variance by sums of squares: of all, of units, of periods, and what is left of all. The values are
    /// centred, so hardly any digit is lost.
    fn of_balanced(&self, balanced: &Balanced, units: &[usize]) -> Option<Repeated> {
        let (a, m) = (units.len() as f64, balanced.each);
        let mut by_period = vec![0.0; self.periods];
        let (mut sum, mut of_units, mut all) = (0.0, 0.0, 0.0);
        for unit in units {
            let (values, _) = self.row(*unit);
            by_period.iter_mut().zip(values).for_each(|(sum, x)| *sum += x);
            let (own, squares) = balanced.sums.get(*unit)?;
            sum += own;
            of_units += own * own;
            all += squares;
        }
        let degrees = (a - 1.0) * (m - 1.0);
        if units.len() < 2 || m < 2.0 {
            return None;
        }
        let of_centre = sum * sum / (a * m);
        let of_periods = by_period.iter().map(|sum| sum * sum).sum::<f64>() / a - of_centre;
        let of_units = of_units / m - of_centre;
        let rest = (all - of_centre - of_periods - of_units).max(0.0);
        if of_units + rest <= NOTHING * all {
            return None;
        }
        let (outer, within) = (of_units / (a - 1.0), rest / degrees);
        let between = ((outer - within) / m).max(0.0);
        let whole = between + within / m;
        (whole > 0.0).then(|| Repeated { between, within, each: m, reliability: between / whole })
    }
}

/// Below this share of all squares there is no spread, but rounding.
const NOTHING: f64 = 1e-12;

impl Balanced {
    /// `None` where units were measured in different periods.
    fn new(periods: usize, values: &[f64], present: &[f64]) -> Option<Self> {
        let pattern = present.get(..periods).filter(|pattern| !pattern.is_empty())?;
        if present.chunks_exact(periods).any(|own| own != pattern) {
            return None;
        }
        let sums = |row: &[f64]| row.iter().fold((0.0, 0.0), |(sum, squares), x| (sum + x, squares + x * x));
        Some(Self { each: pattern.iter().sum(), sums: values.chunks_exact(periods).map(sums).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeated<Row: AsRef<[Option<f64>]>>(rows: &[Row]) -> Option<Repeated> {
        Measurements::new(rows).of(&(0..rows.len()).collect::<Vec<usize>>())
    }

    /// Items 1 2 3 4 and 2 1 4 3: variances 5/3 each, covariance 1, so the sum has 16/3 and α = 2 (1 − (10/3)/(16/3)) = 0.75.
    #[test]
    fn two_items_by_hand() {
        let items = [vec![1.0, 2.0, 3.0, 4.0], vec![2.0, 1.0, 4.0, 3.0]];
        assert!((cronbach(&items).unwrap() - 0.75).abs() < 1e-12);
    }

    #[test]
    fn equal_items_are_one_thing_and_opposite_ones_are_nothing() {
        let item = vec![1.0, 2.0, 4.0];
        let turned: Vec<f64> = item.iter().map(|value| -value).collect();
        assert!((cronbach(&[item.clone(), item.clone(), item.clone()]).unwrap() - 1.0).abs() < 1e-12);
        assert_eq!(cronbach(&[item.clone(), turned]), None);
        assert_eq!(cronbach(&[item]), None);
    }

    /// Sums of squares give what the means give, whichever units are drawn, also where a period is missing for all.
    #[test]
    fn sums_of_squares_are_the_analysis_by_means() {
        let value = |unit: usize, month: usize| 50.0 + ((unit * 7_919 + month * 104_729) % 97) as f64 / 3.0;
        let row = |unit: usize| (0..11).map(|month| (month != 4).then(|| value(unit, month))).collect();
        let measurements = Measurements::new(&(0..12).map(row).collect::<Vec<Vec<Option<f64>>>>());
        assert!(measurements.balanced.is_some());
        for draw in 0..50_usize {
            let units: Vec<usize> = (0..12).map(|at| (at * at + draw * (at + 3)) % 12).collect();
            let (found, expected) = (measurements.of(&units).unwrap(), measurements.of_any(&units).unwrap());
            let near = |a: f64, b: f64| (a - b).abs() < 1e-10 * b.abs().max(1.0);
            assert!(
                near(found.within, expected.within) && near(found.between, expected.between),
                "{found:?} {expected:?}"
            );
            assert!(near(found.reliability, expected.reliability) && near(found.each, expected.each));
        }
        assert_eq!(measurements.of(&[3; 12]), None, "one unit drawn again and again has no spread");
    }

    /// A gap: 1 – 3, 3 5 5 and 5 10 4. Period means 3, 7.5, 4; rests −2 –, −1; 0, −2.5, 1; 2, 2.5, 0; unit means −1.5, −0.5, 1.5;
    /// squares 0.5, 6.5, 3.5 over 8 − 3 − 2 degrees: 3.5. Centre 0: outer (2·2.25 + 3·0.25 + 3·2.25)/2 = 6; n₀ = (8 − 22/8)/2;
    /// τ² = 2.5/2.625; each 3/(1/2 + 2/3).
    #[test]
    fn gaps_by_hand() {
        let rows = [
            vec![Some(1.0), None, Some(3.0)],
            [3.0, 5.0, 5.0].map(Some).into(),
            [5.0, 10.0, 4.0].map(Some).into(),
        ];
        let found = repeated(&rows).unwrap();
        assert!(
            (found.within - 3.5).abs() < 1e-12 && (found.between - 2.5 / 2.625).abs() < 1e-12,
            "{found:?}"
        );
        assert!((found.each - 3.0 / (0.5 + 2.0 / 3.0)).abs() < 1e-12);
    }

    /// Three units in two periods, by hand: 1 3, 3 5, 5 10. Period means 3 and 6 taken out: −2 −3, 0 −1, 2 4; unit means −2.5,
    /// −0.5, 3; squares within 0.5, 0.5, 2 over 2 degrees: 1.5; between 2 · (6.25 + 0.25 + 9)/2 = 15.5: τ² = 14/2 = 7,
    /// reliability 7/(7 + 0.75) = 1 − 1.5/15.5.
    #[test]
    fn repeated_measurements_by_hand() {
        let rows = [[1.0, 3.0], [3.0, 5.0], [5.0, 10.0]].map(|row| row.map(Some).to_vec());
        let found = repeated(&rows).unwrap();
        assert!((found.within - 1.5).abs() < 1e-12 && (found.between - 7.0).abs() < 1e-12, "{found:?}");
        assert!((found.reliability - (1.0 - 1.5 / 15.5)).abs() < 1e-12 && found.each == 2.0);
        assert_eq!(repeated(&rows[..1]), None);
        let (twice, named) = ([&rows[0], &rows[0], &rows[2]], Measurements::new(&rows));
        assert_eq!(named.of(&[0, 0, 2]), repeated(&twice), "a unit counts as often as it is named");
        assert_eq!(Measurements::new::<Vec<Option<f64>>>(&[]).of(&[]), None);
        assert_eq!(repeated(&[vec![Some(1.0), Some(1.0)], vec![Some(1.0), Some(1.0)]]), None);
    }
}
