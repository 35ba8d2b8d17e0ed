//! Logarithms by the million.

/// Leading binary digits of the significand by which a table is entered.
const DIGITS: u32 = 7;
/// Entries of the table.
const ENTRIES: usize = 1 << DIGITS;

/// Natural logarithms of normal numbers above 0, within 1e-15 of the size of the result or of 1, several times as fast as a
/// correctly rounded one. Plain additions and multiplications, so the same bits everywhere.
///
/// ln(2ᵉ·m) = e·ln 2 + ln c + ln(m/c) with c the middle of the table's step that holds m, and the series of ln(1 + r) to the sixth
/// power, |r| ≤ 2⁻⁸ (Tang 1990, Table-driven implementation of the logarithm function, ACM Transactions on Mathematical
/// Software 16:378–400).
#[derive(Debug, Clone)]
pub struct Logarithm {
    /// 1/c and ln c.
    table: Vec<(f64, f64)>,
}

impl Default for Logarithm {
    fn default() -> Self {
        let entry = |at: usize| {
            let inverse = 1.0 / (1.0 + (at as f64 + 0.5) / ENTRIES as f64);
            (inverse, -libm::log(inverse))
        };
        Self { table: (0..ENTRIES).map(entry).collect() }
    }
}

impl Logarithm {
    /// ln x for a normal x above 0.
    #[must_use]
    pub fn of(&self, x: f64) -> f64 {
        let bits = x.to_bits();
        let exponent = (bits >> 52) as i64 - 1_023;
        let place = (bits >> (52 - DIGITS)) as usize & (ENTRIES - 1);
        let significand = f64::from_bits(bits & 0x000f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000);
        let (inverse, height) = self.table.get(place).copied().unwrap_or_default();
        let r = significand * inverse - 1.0;
        let series = r * (1.0 - r * (0.5 - r * (1.0 / 3.0 - r * (0.25 - r * (0.2 - r / 6.0)))));
        exponent as f64 * std::f64::consts::LN_2 + (height + series)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_exact_one() {
        let logarithm = Logarithm::default();
        for n in 1..20_000 {
            let x = f64::from(n) * 0.013;
            let (found, exact) = (logarithm.of(x), libm::log(x));
            assert!((found - exact).abs() <= 1e-15 * exact.abs().max(1.0), "{x}: {found} {exact}");
        }
    }
}
