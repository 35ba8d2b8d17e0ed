//! The digits of numbers that are already rounded.

use crate::model::grid;

/// The true minus sign, which is as wide as a plus.
pub(super) const MINUS: char = '−';
/// Most decimals whose power of ten is written from whole numbers.
const WHOLE_DECIMALS: u8 = 9;
/// Longest number written so: 16 digits, five commas, a point and a zero before it.
const LONGEST: usize = 24;
/// Whole numbers up to here are exact in a float, and so are their digits (2^53 ≈ 9.0e15).
const EXACT: u64 = 9_000_000_000_000_000;

/// `x` as a whole number of its last shown digit; `None` where a float does not hold that number exactly.
pub(super) fn exact_units(x: f64, decimals: u8) -> Option<i64> {
    if !x.is_finite() || decimals > WHOLE_DECIMALS {
        return None;
    }
    Some(grid(x, decimals)).filter(|units| units.unsigned_abs() <= EXACT)
}

/// Writes a whole number of units of the last of `decimals` digits.
pub(super) fn push_units(out: &mut String, units: i64, decimals: u8) {
    if units < 0 {
        out.push(MINUS);
    }
    let mut text = [0; LONGEST];
    let mut from = text.len();
    let mut put = |byte: u8| {
        from -= 1;
        text[from] = byte;
    };
    let mut left = units.unsigned_abs();
    let mut digit = || {
        let last = (left % 10) as u8;
        left /= 10;
        (b'0' + last, left > 0)
    };
    for _ in 0..decimals {
        put(digit().0);
    }
    if decimals > 0 {
        put(b'.');
    }
    for place in 1.. {
        let (last, more) = digit();
        put(last);
        if !more {
            break;
        }
        if place % 3 == 0 {
            put(b',');
        }
    }
    // All bytes are ASCII; that the mask says so keeps the writer of wider characters away.
    out.extend(text.get(from..).unwrap_or_default().iter().map(|byte| char::from(byte & 0x7f)));
}

/// A number with more digits than a float holds exactly.
pub(super) fn push_long_number(out: &mut String, rounded: f64, decimals: u8) {
    let digits = format!("{:.*}", usize::from(decimals), rounded.abs());
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    if rounded < 0.0 {
        out.push(MINUS);
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
}
