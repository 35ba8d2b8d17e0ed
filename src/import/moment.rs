//! Moments as exports write them, in milliseconds since 1970-01-01 on the desk's own clock.

use super::number::{Bad, is_nothing};
use crate::model::{Month, offset_seconds};
use crate::table::Cell;
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// Milliseconds of a day.
pub(super) const DAY: i64 = 86_400_000;
/// 1970-01-01 in Excel's count of days.
const EPOCH: f64 = 25_569.0;

/// How moments are read.
#[derive(Debug, Clone, Default)]
pub(super) struct Moments {
    /// Forms beside those with the year first.
    pub formats: Vec<String>,
    /// The desk's zone in seconds east of Greenwich.
    pub offset: Option<i32>,
}

impl Moments {
    /// The moment of a cell; `None` if there is none.
    pub(super) fn read(&self, cell: Cell<'_>) -> Result<Option<i64>, Bad> {
        match cell {
            _ if is_nothing(cell) => Ok(None),
            Cell::Date(days) if days.abs() < 1e7 => Ok(Some(((days - EPOCH) * DAY as f64).round() as i64)),
            Cell::Instant(utc) if utc.unsigned_abs() < 1 << 53 => self.zoned(utc).map(Some),
            Cell::Text(text) => self.text(text).map(Some),
            Cell::Number(number) if self.is_unix() && number.abs() < 1e15 => {
                self.zoned((number * 1000.0).round() as i64).map(Some)
            }
            // 202503 and 20250301 are numbers in workbooks.
            Cell::Number(number) if number.fract() == 0.0 && (1e5..1e8).contains(&number) => {
                self.text(&format!("{number}")).map(Some)
            }
            _ => Err(Bad::Moment),
        }
    }

    fn is_unix(&self) -> bool {
        self.formats.iter().any(|format| format == "unix")
    }

    fn zoned(&self, utc: i64) -> Result<i64, Bad> {
        self.offset.map(|offset| utc + i64::from(offset) * 1000).ok_or(Bad::Zoned)
    }

    fn text(&self, text: &str) -> Result<i64, Bad> {
        if let Some((local, zone)) = year_first(text) {
            return match zone {
                None => Ok(local),
                Some(offset) => self.zoned(local - i64::from(offset) * 1000),
            };
        }
        for format in &self.formats {
            if format == "unix" {
                if let Ok(seconds) = text.parse::<i64>()
                    && let Some(utc) = seconds.checked_mul(1000)
                {
                    return self.zoned(utc);
                }
            } else if let Ok(moment) = NaiveDateTime::parse_from_str(text, format) {
                return Ok(moment.and_utc().timestamp_millis());
            } else if let Ok(day) = NaiveDate::parse_from_str(text, format) {
                return Ok(i64::from(day.to_epoch_days()) * DAY);
            }
        }
        Err(Bad::Moment)
    }
}

/// The month in which a moment lies.
#[cfg(test)]
pub(super) fn month_of(moment: i64) -> Option<Month> {
    let days = i32::try_from(moment.div_euclid(DAY)).ok()?;
    NaiveDate::from_epoch_days(days).map(Month::of)
}

/// The first moment of a month and that of the next.
pub(super) fn span_of(month: Month) -> (i64, i64) {
    let start = |month: Month| i64::from(month.first_day().to_epoch_days()) * DAY;
    (start(month), start(month.plus(1)))
}

/// `2025-03-01 08:30:15`, `2025/3/1 8:30`, `2025年3月1日`, `2025-03`, `20250301`, and ISO 8601 with its zone.
fn year_first(text: &str) -> Option<(i64, Option<i32>)> {
    let mut cursor = Cursor { rest: text };
    let year = cursor.digits(4, 4)?;
    if cursor.rest.is_empty() || cursor.rest.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return compact(text, year);
    }
    cursor.any(&["-", "/", ".", "年"])?;
    let month = cursor.digits(1, 2)?;
    if cursor.any(&["月"]).is_some() && cursor.rest.is_empty() || cursor.rest.is_empty() {
        return Some((day(year, month, 1)?, None));
    }
    let _ = cursor.any(&["-", "/", "."]);
    let date = day(year, month, cursor.digits(1, 2)?)?;
    let _ = cursor.any(&["日"]);
    cursor.rest = cursor.rest.strip_prefix('T').unwrap_or(cursor.rest).trim_start();
    if cursor.rest.is_empty() {
        return Some((date, None));
    }
    let hours = cursor.digits(1, 2).filter(|hours| *hours < 24)?;
    cursor.any(&[":", "：", "时"])?;
    let minutes = cursor.digits(1, 2).filter(|minutes| *minutes < 60)?;
    let _ = cursor.any(&["分"]);
    let mut millis = (hours * 3600 + minutes * 60) * 1000;
    if cursor.any(&[":", "："]).is_some() || cursor.rest.starts_with(|c: char| c.is_ascii_digit()) {
        millis += cursor.digits(1, 2).filter(|seconds| *seconds < 60)? * 1000;
        let _ = cursor.any(&["秒"]);
        if cursor.any(&["."]).is_some() {
            let kept = cursor.rest.bytes().take_while(u8::is_ascii_digit).count();
            let fraction: String = cursor.rest.chars().take(kept.min(3)).collect();
            millis += format!("{fraction:0<3}").parse::<i64>().ok()?;
            cursor.rest = cursor.rest.get(kept..)?;
        }
    }
    let zone = cursor.rest.trim();
    let offset = match zone {
        "" => None,
        _ => Some(offset_seconds(zone.strip_prefix("UTC").filter(|rest| !rest.is_empty()).unwrap_or(zone))?),
    };
    Some((date + millis, offset))
}

/// `202503` or `20250301`.
fn compact(text: &str, year: i64) -> Option<(i64, Option<i32>)> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let part = |from: usize| text.get(from..from + 2).and_then(|part| part.parse().ok());
    match text.len() {
        6 if digits => Some((day(year, part(4)?, 1)?, None)),
        8 if digits => Some((day(year, part(4)?, part(6)?)?, None)),
        _ => None,
    }
}

fn day(year: i64, month: i64, day: i64) -> Option<i64> {
    let date = NaiveDate::from_ymd_opt(
        i32::try_from(year).ok()?,
        u32::try_from(month).ok()?,
        u32::try_from(day).ok()?,
    )?;
    (1900..2200).contains(&date.year()).then(|| i64::from(date.to_epoch_days()) * DAY)
}

struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    fn digits(&mut self, least: usize, most: usize) -> Option<i64> {
        let count = self.rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        (count >= least).then(|| digits.bytes().fold(0, |value, digit| value * 10 + i64::from(digit - b'0')))
    }

    fn any(&mut self, words: &[&str]) -> Option<()> {
        self.rest = words.iter().find_map(|word| self.rest.strip_prefix(word))?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> i64 {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").unwrap().and_utc().timestamp_millis()
    }

    #[test]
    fn forms_with_the_year_first() {
        let read = |text| Moments::default().read(Cell::of(text));
        for (text, expected) in [
            ("2025-03-01 08:30:15", "2025-03-01 08:30:15"),
            ("2025/3/1 8:30", "2025-03-01 08:30:00"),
            ("2025年3月1日 8时30分15秒", "2025-03-01 08:30:15"),
            ("2025-03-01T08:30:15.25", "2025-03-01 08:30:15.25"),
            ("20250301", "2025-03-01 00:00:00"),
            ("2025-03", "2025-03-01 00:00:00"),
            ("2025年3月", "2025-03-01 00:00:00"),
            ("202503", "2025-03-01 00:00:00"),
        ] {
            assert_eq!(read(text), Ok(Some(at(expected))), "{text}");
        }
        for bad in ["2025-02-30", "1/3/2025", "2025-03-01 25:00", "03:20", "yesterday", "2025"] {
            assert_eq!(read(bad), Err(Bad::Moment), "{bad}");
        }
        assert_eq!(read("--"), Ok(None));
    }

    #[test]
    fn zones_are_brought_to_the_desk_or_refused() {
        let text = Cell::of("2025-03-31T17:30:00Z");
        assert_eq!(Moments::default().read(text), Err(Bad::Zoned));
        let shanghai = Moments { offset: Some(28_800), ..Moments::default() };
        let local = shanghai.read(text).unwrap().unwrap();
        assert_eq!(local, at("2025-04-01 01:30:00"));
        assert_eq!(month_of(local), Month::parse("2025-04"));
        assert_eq!(shanghai.read(Cell::of("2025-03-31 12:30:00 -05:00")).unwrap(), Some(local));
        assert_eq!(shanghai.read(Cell::of("2025-03-31 17:30:00 UTC")).unwrap(), Some(local));
    }

    #[test]
    fn other_forms_have_to_be_said() {
        let moments =
            Moments { formats: vec!["%d.%m.%Y %H:%M".to_owned(), "unix".to_owned()], offset: Some(0) };
        assert_eq!(moments.read(Cell::of("01.03.2025 08:30")), Ok(Some(at("2025-03-01 08:30:00"))));
        assert_eq!(moments.read(Cell::Number(1_740_817_800.0)), Ok(Some(at("2025-03-01 08:30:00"))));
        assert_eq!(moments.read(Cell::Date(45717.5)), Ok(Some(at("2025-03-01 12:00:00"))));
        let (from, to) = span_of(Month::parse("2025-02").unwrap());
        assert_eq!(to - from, 28 * DAY);
    }
}
