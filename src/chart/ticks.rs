//! Round numbers for axes.

/// The ticks of a value axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ticks {
    /// Lower end of the axis.
    pub(super) low: f64,
    /// Upper end of the axis.
    pub(super) high: f64,
    /// Distance between ticks.
    pub(super) step: f64,
    /// Tick values, ascending, within the ends.
    pub(super) values: Vec<f64>,
    /// The text of each tick.
    pub(super) labels: Vec<String>,
}

/// The round number near `span`: 1, 2, 5 or 10 times a power of ten, as mantissa and exponent. `nearest` rounds,
/// otherwise the next larger is taken. P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems (1990).
fn nice(span: f64, nearest: bool) -> (f64, i32) {
    let exponent = libm::floor(libm::log10(span));
    let fraction = span / libm::pow(10.0, exponent);
    let limits = if nearest { [1.5, 3.0, 7.0] } else { [1.0, 2.0, 5.0] };
    let [one, two, five] = limits.map(|limit| if nearest { fraction < limit } else { fraction <= limit });
    let mantissa = match (one, two, five) {
        (true, ..) => 1.0,
        (_, true, _) => 2.0,
        (.., true) => 5.0,
        _ => 10.0,
    };
    (mantissa, exponent as i32)
}

/// `k` steps of `mantissa`·10^`exponent`; dividing by a whole power keeps decimal ticks as short as they are written.
fn multiple(k: f64, mantissa: f64, exponent: i32) -> f64 {
    let power = libm::pow(10.0, f64::from(exponent.abs()));
    if exponent < 0 { k * mantissa / power } else { k * mantissa * power }
}

impl Ticks {
    /// About `count` ticks over a range, each labelled by `format`. `bounds` are ends that the axis may not pass,
    /// such as 0 and 100 for a share.
    pub(super) fn over(
        (low, high): (f64, f64),
        bounds: Option<(f64, f64)>,
        count: u32,
        format: &dyn Fn(f64) -> String,
    ) -> Self {
        let (low, high) = widen(low, high);
        let (mantissa, exponent) = nice((high - low) / f64::from(count.max(2) - 1), true);
        let step = multiple(1.0, mantissa, exponent);
        let first = libm::floor(low / step + 1e-9);
        let last = libm::ceil(high / step - 1e-9);
        let mut ends = (multiple(first, mantissa, exponent), multiple(last, mantissa, exponent));
        if let Some((floor, ceiling)) = bounds.filter(|(floor, ceiling)| *floor <= low && high <= *ceiling) {
            ends = (ends.0.max(floor), ends.1.min(ceiling));
        }
        let steps = (last - first).clamp(0.0, 60.0) as u32;
        let values: Vec<f64> = (0..=steps)
            .map(|k| multiple(first + f64::from(k), mantissa, exponent) + 0.0)
            .filter(|value| *value >= ends.0 && *value <= ends.1)
            .collect();
        let labels = values.iter().map(|value| format(*value)).collect();
        Self { low: ends.0, high: ends.1, step, values, labels }
    }

    /// Values and labels side by side.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (f64, &str)> {
        self.values.iter().copied().zip(self.labels.iter().map(String::as_str))
    }
}

/// A range of at least some width, so that one value alone still has an axis.
fn widen(low: f64, high: f64) -> (f64, f64) {
    let least = (low.abs().max(high.abs()) * 1e-9).max(1e-9);
    if high - low >= least {
        return (low, high);
    }
    let pad = if low == 0.0 { 1.0 } else { low.abs() * 0.1 };
    (low - pad, high + pad)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(low: f64, high: f64) -> Ticks {
        Ticks::over((low, high), None, 5, &|v| v.to_string())
    }

    /// Heckbert's own example: 105 to 543 with five ticks gives 100, 200 … 600.
    #[test]
    fn heckberts_example() {
        assert_eq!(ticks(105.0, 543.0).values, [100.0, 200.0, 300.0, 400.0, 500.0, 600.0]);
        let fine = ticks(2.03, 2.17);
        assert_eq!(fine.labels, ["2", "2.05", "2.1", "2.15", "2.2"]);
    }

    #[test]
    fn an_axis_does_not_pass_its_bounds() {
        let share = Ticks::over((71.0, 99.5), Some((0.0, 100.0)), 5, &|v| format!("{v}%"));
        assert_eq!(share.labels, ["70%", "80%", "90%", "100%"]);
        let near = Ticks::over((0.0, 97.0), Some((0.0, 97.0)), 5, &|v| v.to_string());
        assert_eq!((near.high, near.labels.len()), (97.0, 5));
    }

    #[test]
    fn one_value_alone_has_an_axis() {
        let alone = ticks(5.0, 5.0);
        assert!(alone.low < 5.0 && alone.high > 5.0 && alone.values.len() >= 3);
        let zero = ticks(0.0, 0.0);
        assert!(zero.values.contains(&0.0) && zero.low < 0.0);
    }
}
