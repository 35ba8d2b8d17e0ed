//! Showing numbers and dates: the only place where values are rounded to be read.
//!
//! Both languages use the same decimal point and comma grouping; per cent stands without a space; a change of a share is in
//! percentage points; minus is a true minus; plus is explicit in changes.

use super::digits::{MINUS, exact_units, push_long_number, push_units};
use crate::model::{
    Language, Money, Month, Operator, Period, PeriodKind, Precision, Unit, both, in_both, round_to,
};
use chrono::{Datelike, NaiveDate};

/// `x` with `decimals` digits and groups of three: `−12,345.60`.
#[must_use]
pub fn number(x: f64, decimals: u8) -> String {
    let mut out = String::with_capacity(16);
    push_number(&mut out, x, decimals);
    out
}

/// `x` with at most `decimals` digits, without trailing zeros: `20`, `12.5`.
#[must_use]
pub fn short_number(x: f64, decimals: u8) -> String {
    let mut text = String::with_capacity(16);
    push_short_number(&mut text, x, decimals);
    text
}

/// Writes [`short_number`].
pub(super) fn push_short_number(out: &mut String, x: f64, decimals: u8) {
    if let Some(mut units) = exact_units(x, decimals) {
        let mut decimals = decimals;
        while decimals > 0 && units % 10 == 0 {
            units /= 10;
            decimals -= 1;
        }
        push_units(out, units, decimals);
        return;
    }
    let before = out.len();
    push_number(out, x, decimals);
    let written = out.get(before..).unwrap_or_default();
    if decimals > 0 && written.contains('.') {
        let kept = written.trim_end_matches('0').trim_end_matches('.').len();
        out.truncate(before + kept);
    }
}

/// A change with its sign: `+1.80`, `−0.35`, `0.00`.
#[must_use]
pub fn signed(x: f64, decimals: u8) -> String {
    let mut out = String::with_capacity(16);
    if x.is_finite() && round_to(x, decimals) > 0.0 {
        out.push('+');
    }
    push_number(&mut out, x, decimals);
    out
}

/// Writes [`number`]. The digits come from the value as a whole number of its last shown digit: the general writer of floats
/// would cost more than the rest of a page.
pub(super) fn push_number(out: &mut String, x: f64, decimals: u8) {
    match exact_units(x, decimals) {
        Some(units) => push_units(out, units, decimals),
        None if x.is_finite() => push_long_number(out, round_to(x, decimals), decimals),
        None => out.push('–'),
    }
}

/// A whole percentage of a fraction 0–1, such as a probability: `29%`. Never `0%` or `100%` for what is not certain.
#[must_use]
pub(super) fn probability(p: f64) -> String {
    match p {
        p if p <= 0.0 => "0%".to_owned(),
        p if p >= 1.0 => "100%".to_owned(),
        p if p < 0.005 => "<1%".to_owned(),
        p if p >= 0.995 => ">99%".to_owned(),
        p => format!("{}%", number(p * 100.0, 0)),
    }
}

/// How numbers of one indicator are shown in one language.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// Unit and decimals.
    pub precision: Precision,
    /// The language.
    pub language: Language,
    /// ISO code of the currency.
    pub currency: &'a str,
}

impl Shown<'_> {
    /// The value with its unit: `91.2%`, `15 s`, `24.0 小时`, `¥1,234.00`.
    #[must_use]
    pub fn value(self, value: f64) -> String {
        self.with_unit(self.bare(value))
    }

    /// The number without its unit, as shown in a column that names the unit in its head.
    #[must_use]
    pub fn bare(self, value: f64) -> String {
        number(value * self.precision.unit.shown_factor(), self.precision.decimals)
    }

    /// Writes [`Self::value`] to the end of a text.
    pub(super) fn push_value(self, out: &mut String, value: f64) {
        if self.precision.unit == Unit::Money {
            out.push_str(&self.value(value));
        } else {
            self.push_bare(out, value);
            out.push_str(self.suffix());
        }
    }

    /// Writes [`Self::bare`] to the end of a text.
    pub(super) fn push_bare(self, out: &mut String, value: f64) {
        push_number(out, value * self.precision.unit.shown_factor(), self.precision.decimals);
    }

    /// A limit as people write it: like [`Self::value`] without trailing zeros: `90%`, `15 s`.
    #[must_use]
    pub fn limit(self, value: f64) -> String {
        let digits = short_number(value * self.precision.unit.shown_factor(), self.precision.decimals.max(2));
        self.with_unit(digits)
    }

    /// A difference of two values with its sign; shares in points: `+1.8 pp`, `−3 s`.
    #[must_use]
    pub fn change(self, difference: f64) -> String {
        let digits = signed(difference * self.precision.unit.shown_factor(), self.precision.decimals);
        let unit = match (self.precision.unit, self.language) {
            (Unit::Percent, Language::Zh) => " 个百分点".to_owned(),
            (Unit::Percent, Language::En) => " pp".to_owned(),
            (Unit::Percent, Language::Both) => both(" 个百分点", " pp"),
            (Unit::Money, _) => format!(" {}", self.currency),
            _ => self.suffix().to_owned(),
        };
        format!("{digits}{unit}")
    }

    /// The size of a difference without its sign: `1.8 pp`, `3 s`.
    #[must_use]
    pub fn distance(self, difference: f64) -> String {
        let text = self.change(difference.abs());
        text.strip_prefix('+').map_or_else(|| text.clone(), str::to_owned)
    }

    /// A condition: `≥ 90%`, `< 2 h`, `5–8 min`.
    #[must_use]
    pub fn condition(self, operator: Operator, target: f64, upper: Option<f64>) -> String {
        let sign = match operator {
            Operator::AtLeast => "≥",
            Operator::Above => ">",
            Operator::AtMost => "≤",
            Operator::Below => "<",
            Operator::Between => {
                return format!("{} – {}", self.limit(target), self.limit(upper.unwrap_or(target)));
            }
        };
        format!("{sign} {}", self.limit(target))
    }

    /// The unit as it stands in a column's head; empty for plain numbers.
    #[must_use]
    pub fn unit(self) -> String {
        match (self.precision.unit, self.language) {
            (Unit::Points, Language::Zh) => "分".to_owned(),
            (Unit::Points, Language::En) => "points".to_owned(),
            (Unit::Points, Language::Both) => both("分", "points"),
            (Unit::Count, Language::Zh) => "每月".to_owned(),
            (Unit::Count, Language::En) => "per month".to_owned(),
            (Unit::Count, Language::Both) => both("每月", "per month"),
            (Unit::Money, _) => self.currency.to_owned(),
            _ if self.language == Language::Both => in_both(|language| Self { language, ..self }.unit()),
            _ => self.suffix().trim().to_owned(),
        }
    }

    /// The unit as it stands in a column's head; a word for plain numbers, since a head has no empty part.
    #[must_use]
    pub fn unit_or(self, words: &super::words::Words) -> String {
        let unit = self.unit();
        if unit.is_empty() { words.ratio.clone() } else { unit }
    }

    fn with_unit(self, mut digits: String) -> String {
        match self.precision.unit {
            Unit::Money => money_sign(self.currency, &digits),
            _ => {
                digits.push_str(self.suffix());
                digits
            }
        }
    }

    const fn suffix(self) -> &'static str {
        match (self.precision.unit, self.language) {
            (Unit::Percent, _) => "%",
            (Unit::PerMille, _) => "‰",
            (Unit::Seconds, Language::Zh) => " 秒",
            (Unit::Seconds, Language::En) => " s",
            (Unit::Seconds, Language::Both) => "\u{fdd0} 秒\u{fdd1} s\u{fdd2}",
            (Unit::Minutes, Language::Zh) => " 分钟",
            (Unit::Minutes, Language::En) => " min",
            (Unit::Minutes, Language::Both) => "\u{fdd0} 分钟\u{fdd1} min\u{fdd2}",
            (Unit::Hours, Language::Zh) => " 小时",
            (Unit::Hours, Language::En) => " h",
            (Unit::Hours, Language::Both) => "\u{fdd0} 小时\u{fdd1} h\u{fdd2}",
            _ => "",
        }
    }
}

/// An amount of money with its currency: `¥2,290.91`, `−EUR 5.00`.
#[must_use]
pub fn money(amount: Money, currency: &str) -> String {
    let decimals = Money::decimals_of(currency);
    money_sign(currency, &number(amount.amount(decimals), decimals))
}

fn money_sign(currency: &str, digits: &str) -> String {
    let (minus, digits) = match digits.strip_prefix(MINUS) {
        Some(rest) => ("−", rest),
        None => ("", digits),
    };
    match currency {
        "CNY" => format!("{minus}¥{digits}"),
        other => format!("{minus}{other} {digits}"),
    }
}

/// A day in prose: `30 June 2025`, `2025年6月30日`.
#[must_use]
pub(super) fn day(date: NaiveDate, language: Language) -> String {
    match language {
        Language::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::En => format!("{} {} {}", date.day(), month_name(date.month()), date.year()),
        Language::Both => in_both(|language| day(date, language)),
    }
}

/// A month: `March 2025`, `2025年3月`.
#[must_use]
pub(super) fn month(month: Month, language: Language) -> String {
    match language {
        Language::Zh => format!("{}年{}月", month.year(), month.month()),
        Language::En => format!("{} {}", month_name(month.month()), month.year()),
        Language::Both => in_both(|language| self::month(month, language)),
    }
}

/// A period as a heading: `March 2025`, `2025 Q2`, `2025`; `2025年3月`, `2025年第2季度`, `2025年`.
#[must_use]
pub(super) fn period(period: Period, language: Language) -> String {
    match (period.kind(), period.quarter(), language) {
        (_, _, Language::Both) => in_both(|language| self::period(period, language)),
        (PeriodKind::Month, _, _) => month(period.first(), language),
        (PeriodKind::Quarter, Some(quarter), Language::Zh) => {
            format!("{}年第{quarter}季度", period.fiscal_year())
        }
        (PeriodKind::Quarter, Some(quarter), Language::En) => format!("{} Q{quarter}", period.fiscal_year()),
        (_, _, Language::Zh) => format!("{}年", period.fiscal_year()),
        (_, _, Language::En) => period.fiscal_year().to_string(),
    }
}

/// A period in a column's head: `2025-03`, `2025 Q2`, `2025`.
#[must_use]
pub fn period_short(period: Period) -> String {
    match period.quarter() {
        Some(quarter) => format!("{} Q{quarter}", period.fiscal_year()),
        None => period.to_string(),
    }
}

const fn month_name(month: u32) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_with_a_true_minus() {
        assert_eq!(number(1_234_567.891, 2), "1,234,567.89");
        assert_eq!(number(-1234.5, 1), "−1,234.5");
        assert_eq!(number(999.0, 0), "999");
        assert_eq!(number(-0.001, 2), "0.00");
        assert_eq!(money(Money::from_minor(-229_091), "CNY"), "−¥2,290.91");
        assert_eq!(money(Money::from_minor(500), "JPY"), "JPY 500");
        assert_eq!(signed(0.0, 1), "0.0");
        assert_eq!(signed(1.25, 1), "+1.3");
        assert_eq!(short_number(20.0, 2), "20");
        assert_eq!(short_number(100.0, 0), "100");
        assert_eq!(number(1_005_012.005, 3), "1,005,012.005");
        assert_eq!(number(12_345_678_901_234_567_890.0, 1), "12,345,678,901,234,567,168.0");
        assert_eq!((number(f64::NAN, 1), signed(f64::INFINITY, 1)), ("–".to_owned(), "–".to_owned()));
    }

    #[test]
    fn values_carry_their_unit_in_the_language() {
        let shown = |unit, decimals, language| Shown {
            precision: Precision { unit, decimals },
            language,
            currency: "CNY",
        };
        assert_eq!(shown(Unit::Percent, 1, Language::En).value(0.9049), "90.5%");
        assert_eq!(shown(Unit::Percent, 1, Language::Zh).change(0.018), "+1.8 个百分点");
        assert_eq!(shown(Unit::Seconds, 0, Language::En).condition(Operator::AtMost, 15.0, None), "≤ 15 s");
        assert_eq!(shown(Unit::Money, 2, Language::En).value(-1234.5), "−¥1,234.50");
        assert_eq!(shown(Unit::Hours, 1, Language::Zh).value(23.96), "24.0 小时");
    }

    #[test]
    fn what_is_not_certain_is_not_said_to_be() {
        assert_eq!(probability(0.002), "<1%");
        assert_eq!(probability(0.999), ">99%");
        assert_eq!(probability(0.288), "29%");
        assert_eq!(probability(0.0), "0%");
    }
}
