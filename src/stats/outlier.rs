//! Values that stand apart from the rest of a list.

use super::{excess_kurtosis, median, skewness};

/// Factor from the median absolute deviation of a normal distribution to its standard deviation, 1/Φ⁻¹(3/4).
const MAD_TO_SD: f64 = 1.482_602_218_505_602;

/// Positions of values further from the median than `limit` standard deviations, these estimated by the median absolute
/// deviation, which outliers hardly move. Empty where more than half of the values are equal.
///
/// Hampel (1974), The influence curve and its role in robust estimation, JASA 69:383–393; 3.5 after Iglewicz & Hoaglin (1993).
#[must_use]
pub fn mad_outliers(values: &[f64], limit: f64) -> Vec<usize> {
    let found = || {
        let centre = median(values)?;
        let distances: Vec<f64> = values.iter().map(|value| (value - centre).abs()).collect();
        let spread = MAD_TO_SD * median(&distances).filter(|mad| *mad > 0.0)?;
        let far = distances.iter().enumerate().filter(|(_, distance)| **distance > limit * spread);
        Some(far.map(|(at, _)| at).collect())
    };
    found().unwrap_or_default()
}

/// Positions of the values that have to be pulled in to the next one, most extreme first, until skewness or excess kurtosis is
/// within its limit; `None` if `most` are not enough. Empty if nothing has to be done.
///
/// The treatment of composite indicators (JRC/OECD Handbook 2008; `winsorise` of COINr): at high skewness the largest value is
/// pulled to the next largest, at negative skewness the smallest.
#[must_use]
pub fn winsorised(values: &[f64], skew: f64, kurtosis: f64, most: usize) -> Option<Vec<usize>> {
    let mut work = values.to_vec();
    let mut order: Vec<usize> = (0..work.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
    let (mut low, mut high) = (0, order.len());
    let mut pulled = Vec::new();
    loop {
        let (Some(lean), Some(ends)) = (skewness(&work), excess_kurtosis(&work)) else { return Some(pulled) };
        if !(lean.abs() > skew && ends > kurtosis) {
            return Some(pulled);
        }
        if pulled.len() == most || high < low + 3 {
            return None;
        }
        let (out, next) = if lean > 0.0 {
            high -= 1;
            (high, values[order[high - 1]])
        } else {
            low += 1;
            (low - 1, values[order[low]])
        };
        pulled.push(order[out]);
        let range = if lean > 0.0 { high..order.len() } else { 0..low };
        order[range].iter().for_each(|at| work[*at] = next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Median 3, deviations 2 1 0 1 97, their median 1: the limit is 3.5 · 1.4826.
    #[test]
    fn far_values_by_hand() {
        assert_eq!(mad_outliers(&[1.0, 2.0, 3.0, 4.0, 100.0], 3.5), [4]);
        assert_eq!(mad_outliers(&[1.0, 2.0, 3.0, 4.0, 8.0], 3.5), [] as [usize; 0]);
        assert_eq!(mad_outliers(&[1.0, 1.0, 1.0, 9.0], 3.5), [] as [usize; 0]);
    }

    /// Of twenty values 1…19 and 1000 one has to be pulled in; of 1…20 none.
    #[test]
    fn one_wild_value_is_pulled_in() {
        let mut values: Vec<f64> = (1..20).map(f64::from).collect();
        values.push(1000.0);
        assert_eq!(winsorised(&values, 2.0, 3.5, 5), Some(vec![19]));
        values[19] = 20.0;
        assert_eq!(winsorised(&values, 2.0, 3.5, 5), Some(vec![]));
        let powers: Vec<f64> = (0..40).map(|n| libm::exp(f64::from(n))).collect();
        assert_eq!(winsorised(&powers, 2.0, 3.5, 3), None);
    }
}
