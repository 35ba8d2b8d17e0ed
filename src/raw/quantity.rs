//! Numbers with units as people write them.

/// A number and the unit written behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// The number; with `%` and `‰` already the fraction, so that `93.1%` is exactly what `0.931` is.
    pub number: f64,
    /// The unit.
    pub suffix: Suffix,
}

/// A unit behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suffix {
    /// None.
    None,
    /// `%`
    Percent,
    /// `‰`
    PerMille,
    /// `s`
    Seconds,
    /// `min`
    Minutes,
    /// `h`
    Hours,
}

impl Suffix {
    /// Seconds in the unit, for durations.
    #[must_use]
    pub const fn seconds(self) -> Option<f64> {
        match self {
            Self::Seconds => Some(1.0),
            Self::Minutes => Some(60.0),
            Self::Hours => Some(3600.0),
            _ => None,
        }
    }
}

impl Quantity {
    /// Reads `15`, `-4.5`, `90%`, `3‰`, `15s`, `5 min`, `24h`: a decimal number, at most one blank, at most one unit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (suffix, rest) = SUFFIXES
            .iter()
            .find_map(|(word, suffix)| text.strip_suffix(word).map(|rest| (*suffix, rest)))
            .unwrap_or((Suffix::None, text));
        let rest = if suffix == Suffix::None { rest } else { rest.strip_suffix(' ').unwrap_or(rest) };
        let number = match suffix {
            Suffix::Percent => shifted(rest, -2)?,
            Suffix::PerMille => shifted(rest, -3)?,
            _ => number(rest)?,
        };
        Some(Self { number, suffix })
    }
}

const SUFFIXES: &[(&str, Suffix)] = &[
    ("%", Suffix::Percent),
    ("‰", Suffix::PerMille),
    ("min", Suffix::Minutes),
    ("s", Suffix::Seconds),
    ("h", Suffix::Hours),
];

/// A decimal number: digits with at most one sign before and one fraction behind. No exponent, no `inf`, no `_`.
pub(super) fn number(text: &str) -> Option<f64> {
    // Almost every figure is a short whole number; this spares the general way.
    if (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = text.bytes().fold(0_u64, |value, digit| value * 10 + u64::from(digit - b'0'));
        return Some(value as f64);
    }
    is_decimal(text).then(|| text.parse().ok()).flatten().filter(|value: &f64| value.is_finite())
}

fn shifted(text: &str, exponent: i32) -> Option<f64> {
    is_decimal(text)
        .then(|| format!("{text}e{exponent}").parse().ok())
        .flatten()
        .filter(|v: &f64| v.is_finite())
}

fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(w, f)| (w, Some(f)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && fraction.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_and_nothing_else() {
        for (text, value) in [("15", 15.0), ("0123", 123.0), ("-4.5", -4.5), ("+1", 1.0), ("0.1", 0.1)] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for bad in ["", ".", "1.", ".5", "1e3", "inf", "NaN", ".nan", "0x1f", "1_000", "1,000", "--1", "１５"]
        {
            assert_eq!(number(bad), None, "{bad}");
        }
        assert_eq!(number(&"9".repeat(400)), None, "beyond what a number can hold");
    }

    #[test]
    fn percent_is_exactly_the_fraction() {
        for (text, value) in [("93.1%", 0.931), ("51.7 %", 0.517), ("3‰", 0.003), ("7%", 0.07)] {
            assert_eq!(Quantity::parse(text).map(|q| q.number), Some(value), "{text}");
        }
        let minutes = Quantity { number: 5.0, suffix: Suffix::Minutes };
        assert_eq!(Quantity::parse("5min"), Some(minutes));
        assert_eq!(Quantity::parse("5 min"), Some(minutes));
        for bad in ["5  min", "5m", "%", "5 %%", "min"] {
            assert_eq!(Quantity::parse(bad), None, "{bad}");
        }
    }
}
