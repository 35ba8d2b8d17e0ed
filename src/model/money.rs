//! Money as a whole number of the currency's smallest unit, and the one rule by which amounts are rounded.

use super::grid;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

/// An amount in the smallest unit of the organisation's currency: 4 500.50 yuan are 450 050 fen. No fraction of that unit is
/// ever kept, so sums of amounts are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount of `units` smallest units.
    #[must_use]
    pub const fn from_minor(units: i64) -> Self {
        Self(units)
    }

    /// The amount in smallest units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// `amount` of the currency's main unit, such as 4500.5 yuan, in a currency with `decimals` digits.
    #[must_use]
    pub fn of(amount: f64, decimals: u8) -> Self {
        Self(grid(amount, decimals))
    }

    /// The amount times `factor`, rounded half away from zero to the smallest unit: the only rounding of money.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self(grid(self.0 as f64 * factor, 0))
    }

    /// The amount in the currency's main unit, for showing.
    #[must_use]
    pub fn amount(self, decimals: u8) -> f64 {
        self.0 as f64 / grid(1.0, decimals) as f64
    }

    /// Whether it is more than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Digits behind the decimal point of amounts in the currency with this ISO 4217 code.
    #[must_use]
    pub fn decimals_of(currency: &str) -> u8 {
        match currency {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
            | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// In smallest units, for traces; pages show amounts through `report/format`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_the_smallest_unit_go_away_from_zero() {
        assert_eq!(Money::of(4500.505, 2).minor(), 450_051);
        assert_eq!(Money::of(-0.005, 2).minor(), -1);
        assert_eq!(Money::of(4500.5, Money::decimals_of("JPY")).minor(), 4501);
        // 3,000 × 0.8 × 21/22 = 2,290.909…
        assert_eq!(Money::of(3000.0, 2).times(0.8 * 21.0 / 22.0).minor(), 229_091);
        assert_eq!(Money::from_minor(5).times(0.5).minor(), 3);
        assert_eq!(Money::from_minor(-5).times(0.5).minor(), -3);
    }
}
