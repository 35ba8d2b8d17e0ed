//! Whether a list of numbers leans to a side or has heavy ends.

use super::summary::mean;

/// Skewness of type 2 (G1), without unit. `None` for fewer than three values or values without spread.
///
/// Joanes & Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47:183–189; the one of
/// spreadsheets and of COINr: G1 = √(n(n − 1))/(n − 2) · m₃/m₂^1.5.
#[must_use]
pub fn skewness(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let [second, third, _] = moments(values).filter(|_| values.len() > 2)?;
    Some((n * (n - 1.0)).sqrt() / (n - 2.0) * third / (second * second.sqrt()))
}

/// Excess kurtosis of type 2 (G2), without unit; 0 for a normal distribution. `None` for fewer than four values or values
/// without spread.
///
/// As [`skewness`]: G2 = (n − 1)/((n − 2)(n − 3)) · ((n + 1)(m₄/m₂² − 3) + 6).
#[must_use]
pub fn excess_kurtosis(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let [second, _, fourth] = moments(values).filter(|_| values.len() > 3)?;
    let excess = fourth / (second * second) - 3.0;
    Some((n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1.0) * excess + 6.0))
}

/// The second to fourth central moment with divisor n; `None` without spread.
fn moments(values: &[f64]) -> Option<[f64; 3]> {
    let centre = mean(values)?;
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let mut sums = [0.0; 3];
    for value in sorted {
        let deviation = value - centre;
        let square = deviation * deviation;
        sums[0] += square;
        sums[1] += square * deviation;
        sums[2] += square * square;
    }
    let found = sums.map(|sum| sum / values.len() as f64);
    (found[0] > 0.0 && found.iter().all(|moment| moment.is_finite())).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example in the manuals of spreadsheet programs for SKEW and KURT.
    const KNOWN: [f64; 10] = [3.0, 4.0, 5.0, 2.0, 3.0, 4.0, 5.0, 6.0, 4.0, 7.0];

    #[test]
    fn the_published_example() {
        assert!((skewness(&KNOWN).unwrap() - 0.359_543_071).abs() < 1e-9);
        assert!((excess_kurtosis(&KNOWN).unwrap() - -0.151_799_637).abs() < 1e-9);
    }

    /// One value apart from n − 1 equal ones has G1 = √n and G2 = n, whatever it is.
    #[test]
    fn a_lone_outlier_depends_on_the_number_of_values_alone() {
        let mut values = vec![5.0; 9];
        values.push(80.0);
        assert!((skewness(&values).unwrap() - 10.0_f64.sqrt()).abs() < 1e-9);
        assert!((excess_kurtosis(&values).unwrap() - 10.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_is_said_without_spread_or_values() {
        assert_eq!(skewness(&[1.0, 1.0, 1.0]), None);
        assert_eq!(skewness(&[1.0, 2.0]), None);
        assert_eq!(excess_kurtosis(&[1.0, 2.0, 3.0]), None);
    }
}
