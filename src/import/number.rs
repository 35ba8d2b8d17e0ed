//! Numbers, shares and durations as exports write them, in whole millionths: sums of these are exact in any order.

use crate::raw::MapFormat;
use crate::table::Cell;

/// One, in millionths.
pub(super) const ONE: i64 = 1_000_000;

/// What a column's numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Plain numbers.
    Number,
    /// Shares of one.
    Share,
    /// Durations in seconds; the unit of plain numbers in seconds.
    Duration(i64),
}

/// How a column is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub kind: Kind,
    pub format: Option<MapFormat>,
    /// Whether a comma stands before decimals.
    pub comma: bool,
}

/// Why a cell is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bad {
    /// Not a number, or one with separators in wrong places.
    Number,
    /// Not a share.
    Share,
    /// Not a duration.
    Duration,
    /// A percentage where a plain number is wanted.
    Percent,
    /// A share without sign whose scale nobody said.
    BareShare,
    /// `5:30`, which may be minutes and seconds or hours and minutes.
    ShortClock,
    /// A moment in a zone of its own, and nobody said in which the desk lives.
    Zoned,
    /// Not a moment.
    Moment,
}

/// What platforms write where there is nothing.
const NOTHING: [&str; 12] = ["-", "--", "—", "——", "/", "n/a", "na", "null", "none", "无", "#div/0!", "#n/a"];

/// Whether a cell says that there is nothing.
pub(super) fn is_nothing(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Blank => true,
        Cell::Text(text) => NOTHING.iter().any(|word| text.eq_ignore_ascii_case(word)),
        _ => false,
    }
}

impl Reading {
    /// The number of a cell in millionths (shares of one, seconds); `None` if there is none.
    pub(super) fn read(&self, cell: Cell<'_>) -> Result<Option<i64>, Bad> {
        if is_nothing(cell) {
            return Ok(None);
        }
        let number = match (cell, self.kind) {
            (Cell::Duration(days), Kind::Duration(_)) => micro(days * 86_400.0),
            (Cell::Number(number), _) => {
                micro(number).ok_or(Bad::Number).and_then(|n| self.plain(n)).map(Some)?
            }
            (Cell::Text(text), kind) => match self.text(text, kind) {
                // Digits in full width say the same.
                Err(bad) => Some(halved(text).and_then(|half| self.text(&half, kind).ok()).ok_or(bad)?),
                Ok(number) => Some(number),
            },
            _ => None,
        };
        number.map(Some).ok_or(Bad::Number)
    }

    fn text(&self, text: &str, kind: Kind) -> Result<i64, Bad> {
        if let Some(number) = decimal(text, self.comma) {
            return self.plain(number);
        }
        match kind {
            Kind::Number => {
                let bare =
                    text.trim_start_matches(['¥', '￥', '$', '€', '£', ' ']).trim_end_matches('元').trim();
                let percent = bare.ends_with(['%', '％', '‰']);
                decimal(bare, self.comma).ok_or(if percent { Bad::Percent } else { Bad::Number })
            }
            Kind::Share => {
                let (bare, scale) = match text.strip_suffix(['%', '％']) {
                    Some(bare) => (bare, 100),
                    None => (text.strip_suffix('‰').ok_or(Bad::Share)?, 1000),
                };
                decimal(bare.trim_end(), self.comma).map(|n| divide(n.into(), scale)).ok_or(Bad::Share)
            }
            Kind::Duration(_) if text.contains([':', '：']) => self.clock(text),
            Kind::Duration(_) => spelled(text, self.comma).ok_or(Bad::Duration),
        }
    }

    /// A number without a sign of its unit.
    fn plain(&self, number: i64) -> Result<i64, Bad> {
        let unit = match (self.kind, self.format) {
            (Kind::Number, _) | (Kind::Share, Some(MapFormat::Fraction)) => return Ok(number),
            (Kind::Share, Some(MapFormat::Percent)) => return Ok(divide(number.into(), 100)),
            // Nothing and all are the same on both scales, but for one percent.
            (Kind::Share, _) => return if number == 0 { Ok(0) } else { Err(Bad::BareShare) },
            (Kind::Duration(_), Some(MapFormat::Seconds)) => 1,
            (Kind::Duration(_), Some(MapFormat::Minutes)) => 60,
            (Kind::Duration(_), Some(MapFormat::Hours)) => 3600,
            (Kind::Duration(_), Some(MapFormat::Days)) => 86_400,
            (Kind::Duration(unit), _) => unit,
        };
        number.checked_mul(unit).ok_or(Bad::Number)
    }

    /// `1:05:30`, or two parts if the map says which.
    fn clock(&self, text: &str) -> Result<i64, Bad> {
        let (sign, bare) = text.strip_prefix('-').map_or((1, text), |bare| (-1, bare));
        let parts: Vec<&str> = bare.split([':', '：']).map(str::trim).collect();
        let (whole, last): (&[&str], &str) = match (parts.as_slice(), self.format) {
            ([_, _, seconds], _) => (parts.get(..2).unwrap_or_default(), seconds),
            ([_, seconds], Some(MapFormat::Minutes)) => (parts.get(..1).unwrap_or_default(), seconds),
            ([_, _], Some(MapFormat::Hours)) => (&parts, "0"),
            ([_, _], _) => return Err(Bad::ShortClock),
            _ => return Err(Bad::Duration),
        };
        let mut minutes = 0_i64;
        for part in whole {
            let digits =
                !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
            let part: i64 = digits.then(|| part.parse().ok()).flatten().ok_or(Bad::Duration)?;
            minutes = minutes * 60 + part;
        }
        let seconds = decimal(last, self.comma).filter(|s| (0..60 * ONE).contains(s)).ok_or(Bad::Duration)?;
        Ok(sign * (minutes * 60 * ONE + seconds))
    }
}

/// The text with letters and signs in half width, if it has any in full width.
fn halved(text: &str) -> Option<String> {
    let wide = |c: &char| matches!(c, '\u{ff01}'..='\u{ff5e}');
    let half = |c: char| if wide(&c) { char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c) } else { c };
    text.chars().any(|c| wide(&c)).then(|| text.chars().map(half).collect())
}

/// A float in millionths, if it has a place there.
pub(super) fn micro(number: f64) -> Option<i64> {
    let scaled = (number * ONE as f64).round();
    (scaled.abs() < 9e18).then_some(scaled as i64)
}

/// `number / by`, the half away from zero.
pub(super) fn divide(number: i128, by: i128) -> i64 {
    let half = if number < 0 { -by / 2 } else { by / 2 };
    i64::try_from((number + half) / by).unwrap_or(i64::MAX)
}

/// A decimal number with or without separators of thousands, which must stand where they belong: `1,23` is not 123.
pub(super) fn decimal(text: &str, comma: bool) -> Option<i64> {
    let bytes = text.as_bytes();
    // Almost all are short whole numbers.
    if (1..=9).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit) {
        return Some(bytes.iter().fold(0_i64, |value, digit| value * 10 + i64::from(digit - b'0')) * ONE);
    }
    let (negative, bare) = match text.strip_prefix(['-', '−']) {
        Some(bare) => (true, bare),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (point, groups): (char, &[char]) =
        if comma { (',', &['.', ' ', '\u{a0}', '\'']) } else { ('.', &[',', ' ', '\u{a0}', '\'']) };
    let (whole, fraction) = bare.split_once(point).map_or((bare, None), |(w, f)| (w, Some(f)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = whole.split(groups);
    let first = parts.next()?;
    let mut all = String::with_capacity(whole.len());
    all.push_str(first);
    let mut grouped = false;
    for part in parts {
        if part.len() != 3 {
            return None;
        }
        grouped = true;
        all.push_str(part);
    }
    if !digits(&all) || (grouped && !(1..=3).contains(&first.len())) {
        return None;
    }
    let mut value: i128 = all.parse::<i64>().ok().map(i128::from)? * i128::from(ONE);
    if let Some(fraction) = fraction {
        if !digits(fraction) {
            return None;
        }
        let kept: String = fraction.chars().chain("0000000".chars()).take(7).collect();
        value += i128::from(divide(kept.parse::<i64>().ok()?.into(), 10));
    }
    let value = i64::try_from(value).ok()?;
    Some(if negative { -value } else { value })
}

/// Units of durations in words with their seconds; longer words first.
const UNITS: [(&str, i64); 14] = [
    ("小时", 3600),
    ("分钟", 60),
    ("秒钟", 1),
    ("天", 86_400),
    ("时", 3600),
    ("分", 60),
    ("秒", 1),
    ("days", 86_400),
    ("min", 60),
    ("d", 86_400),
    ("h", 3600),
    ("m", 60),
    ("sec", 1),
    ("s", 1),
];

/// `1小时5分30秒`, `5 min`, `48s`, in millionths of seconds.
fn spelled(text: &str, comma: bool) -> Option<i64> {
    let (mut rest, mut total) = (text.trim(), 0_i64);
    while !rest.is_empty() {
        let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-')))?;
        let (number, unit) = rest.split_at(end);
        let unit = unit.trim_start();
        let (word, seconds) = UNITS.iter().find(|(word, _)| unit.starts_with(word))?;
        total = total.checked_add(decimal(number, comma)?.checked_mul(*seconds)?)?;
        rest = unit.strip_prefix(word)?.trim_start();
    }
    Some(total)
}

/// Millionths as the shortest decimal.
pub(super) fn shown(value: i128) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) = (value.unsigned_abs() / 1_000_000, value.unsigned_abs() % 1_000_000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{}", format!("{rest:06}").trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, kind: Kind, format: Option<MapFormat>, comma: bool) -> Result<Option<i64>, Bad> {
        Reading { kind, format, comma }.read(Cell::of(text))
    }

    #[test]
    fn numbers_have_separators_only_where_they_belong() {
        let point = |text| read(text, Kind::Number, None, false);
        let comma = |text| read(text, Kind::Number, None, true);
        assert_eq!(point("1,234.5"), Ok(Some(1_234_500_000)));
        assert_eq!(point("¥12,345,678"), Ok(Some(12_345_678_000_000)));
        assert_eq!(point("-6.5元"), Ok(Some(-6_500_000)));
        assert_eq!(comma("1.234,5"), Ok(Some(1_234_500_000)));
        assert_eq!(comma("93,1"), Ok(Some(93_100_000)));
        assert_eq!(point("93,1"), Err(Bad::Number), "a decimal comma is not a separator of thousands");
        assert_eq!(comma("93.1"), Err(Bad::Number));
        assert_eq!(point("１，２３４．５"), Ok(Some(1_234_500_000)));
        for nothing in ["", "-", "--", "N/A", "无", "#DIV/0!"] {
            assert_eq!(point(nothing), Ok(None), "{nothing}");
        }
        for bad in ["1,23", "12a", "1e5", "0x1", "1,2345", ",123", "."] {
            assert_eq!(point(bad), Err(Bad::Number), "{bad}");
        }
    }

    #[test]
    fn shares_are_never_guessed() {
        let share = |text, format| read(text, Kind::Share, format, false);
        assert_eq!(share("93.1%", None), Ok(Some(931_000)));
        assert_eq!(share("93.1％", None), Ok(Some(931_000)));
        assert_eq!(share("3‰", None), Ok(Some(3_000)));
        assert_eq!(share("0.931", None), Err(Bad::BareShare));
        assert_eq!(share("0.931", Some(MapFormat::Fraction)), Ok(Some(931_000)));
        assert_eq!(share("93.1", Some(MapFormat::Percent)), Ok(Some(931_000)));
        assert_eq!(share("93.1 percent", None), Err(Bad::Share));
        assert_eq!(read("93.1%", Kind::Number, None, false), Err(Bad::Percent));
    }

    #[test]
    fn durations_in_every_form() {
        let time = |text, format| read(text, Kind::Duration(1), format, false);
        assert_eq!(time("1:05:30", None), Ok(Some(3930 * ONE)));
        assert_eq!(time("5:30", None), Err(Bad::ShortClock));
        assert_eq!(time("5:30", Some(MapFormat::Minutes)), Ok(Some(330 * ONE)));
        assert_eq!(time("5:30", Some(MapFormat::Hours)), Ok(Some(19_800 * ONE)));
        assert_eq!(time("1小时5分30秒", None), Ok(Some(3930 * ONE)));
        assert_eq!(time("48.5s", None), Ok(Some(48_500_000)));
        assert_eq!(time("12", None), Ok(Some(12 * ONE)));
        assert_eq!(time("2", Some(MapFormat::Minutes)), Ok(Some(120 * ONE)));
        assert_eq!(time("-0:00:05", None), Ok(Some(-5 * ONE)));
        assert_eq!(time("0:75:99", None), Err(Bad::Duration));
        assert_eq!(time("five minutes", None), Err(Bad::Duration));
        let days = Reading { kind: Kind::Duration(1), format: None, comma: false };
        assert_eq!(days.read(Cell::Duration(0.5)), Ok(Some(43_200 * ONE)));
        let fraction = Reading { format: Some(MapFormat::Days), ..days };
        assert_eq!(fraction.read(Cell::Number(0.25)), Ok(Some(21_600 * ONE)));
    }

    #[test]
    fn numbers_are_shown_in_their_shortest_form() {
        let all = [(0, "0"), (1_500_000, "1.5"), (-250_000, "-0.25"), (182_000_000, "182"), (1, "0.000001")];
        for (value, text) in all {
            assert_eq!(shown(value), text);
        }
        assert_eq!((divide(5, 10), divide(-5, 10), divide(4, 10)), (1, -1, 0));
    }
}
