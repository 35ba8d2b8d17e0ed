//! Values of an indicator in its own unit: `90%`, `15s`, `4.5`.

use crate::diag::{Code, Diagnostic, Sink, Span, quoted};
use crate::model::{Indicator, Unit};
use crate::raw::{Literal, Quantity, Suffix};

/// What an error says; boxed because it is large and rare.
pub(super) type Fault = Box<Diagnostic>;

/// `text`, which stands at `span`, in kept units of `unit`.
pub(super) fn parse(text: &str, span: Span, unit: Unit) -> Result<f64, Fault> {
    match Quantity::parse(text) {
        Some(quantity) => convert(quantity, text, span, unit),
        None => {
            let example = example(unit);
            let fault = Diagnostic::new(Code::NotANumber, span, format!("{} is not a value", quoted(text)));
            Err(Box::new(
                fault.help(format!("write a decimal number with or without its unit, such as {example}")),
            ))
        }
    }
}

/// `quantity` in kept units of `unit`. `text` is what was written, for messages.
pub(super) fn convert(quantity: Quantity, text: &str, span: Span, unit: Unit) -> Result<f64, Fault> {
    let Quantity { number, suffix } = quantity;
    match (unit, suffix) {
        (Unit::Percent | Unit::PerMille, Suffix::Percent | Suffix::PerMille) => Ok(number),
        (Unit::Percent | Unit::PerMille, Suffix::None) if (-1.0..=1.0).contains(&number) => Ok(number),
        (Unit::Percent, Suffix::None) => Err(bare_share(number, text, span, '%')),
        (Unit::PerMille, Suffix::None) => Err(bare_share(number, text, span, '‰')),
        (_, Suffix::None) => Ok(number),
        (Unit::Seconds | Unit::Minutes | Unit::Hours, _) => match suffix.seconds() {
            Some(seconds) => Ok(number * seconds / seconds_in(unit)),
            None => Err(wrong_unit(text, span, unit)),
        },
        _ => Err(wrong_unit(text, span, unit)),
    }
}

fn seconds_in(unit: Unit) -> f64 {
    match unit {
        Unit::Minutes => 60.0,
        Unit::Hours => 3600.0,
        _ => 1.0,
    }
}

fn bare_share(number: f64, text: &str, span: Span, sign: char) -> Fault {
    let message = format!("{} is more than a whole share", quoted(text));
    Box::new(
        Diagnostic::new(Code::PercentAsNumber, span, message)
            .note("a bare number from 0 to 1 is a fraction; anything else needs its sign, so that 90 and 0.9 cannot be mixed up")
            .help(format!("write {number}{sign}")),
    )
}

fn wrong_unit(text: &str, span: Span, unit: Unit) -> Fault {
    let name = unit_name(unit);
    Box::new(
        Diagnostic::new(Code::WrongUnit, span, format!("{} has no meaning in {name}", quoted(text)))
            .label(format!("the unit here is {name}"))
            .help(format!("write a value such as {}", example(unit))),
    )
}

/// The unit in words.
pub(super) const fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "percent",
        Unit::PerMille => "per mille",
        Unit::Seconds => "seconds",
        Unit::Minutes => "minutes",
        Unit::Hours => "hours",
        Unit::Points => "points",
        Unit::Count => "a count",
        Unit::Money => "money",
        Unit::Ratio => "a ratio",
    }
}

const fn example(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "90%",
        Unit::PerMille => "3‰",
        Unit::Seconds => "15s or 2min",
        Unit::Minutes => "5min or 1.5h",
        Unit::Hours => "24h",
        Unit::Points => "4.5",
        Unit::Count => "6",
        Unit::Money => "1200.50",
        Unit::Ratio => "1.12",
    }
}

/// A kept value as it would be written in `unit`.
pub(super) fn shown(value: f64, unit: Unit) -> String {
    let sign = match unit {
        Unit::Percent => "%",
        Unit::PerMille => "‰",
        Unit::Seconds => "s",
        Unit::Minutes => "min",
        Unit::Hours => "h",
        _ => "",
    };
    let number = crate::model::round_to(value * unit.shown_factor(), 6);
    format!("{number}{sign}")
}

/// A written value in kept units; faults are reported.
pub(super) fn literal(word: &Literal, unit: Unit, sink: &mut Sink) -> Option<f64> {
    parse(&word.text, word.span, unit).map_err(|fault| sink.push(*fault)).ok()
}

/// A written value that the indicator can have.
pub(super) fn possible(word: &Literal, on: &Indicator, sink: &mut Sink) -> Option<f64> {
    let value = literal(word, on.precision.unit, sink)?;
    possible_value(value, word.span, on, sink)
}

/// `value`, if the indicator can have it.
pub(super) fn possible_value(value: f64, span: Span, on: &Indicator, sink: &mut Sink) -> Option<f64> {
    if is_possible(value, on) {
        return Some(value);
    }
    sink.push(impossible(value, span, on));
    None
}

/// Whether the indicator can have `value`; the ends of its range are meant to 1e-9.
pub(super) fn is_possible(value: f64, on: &Indicator) -> bool {
    let (low, high) = on.valid;
    value >= low - 1e-9 && value <= high + 1e-9
}

/// The valid range of an indicator in words.
pub(super) fn range_words(on: &Indicator) -> String {
    let unit = on.precision.unit;
    let (low, high) = on.valid;
    match (low.is_finite(), high.is_finite()) {
        (true, true) => format!("from {} to {}", shown(low, unit), shown(high, unit)),
        (true, false) => format!("from {} up", shown(low, unit)),
        (false, true) => format!("up to {}", shown(high, unit)),
        (false, false) => "any number".to_owned(),
    }
}

/// The fault that the indicator cannot have `value`.
pub(super) fn impossible(value: f64, span: Span, on: &Indicator) -> Diagnostic {
    let unit = on.precision.unit;
    let message = format!("{} is no possible value of `{}`", shown(value, unit), on.id);
    Diagnostic::new(Code::OutsideValidRange, span, message)
        .note(format!("it can be {}", range_words(on)))
        .also(on.span, "the indicator is defined here")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_converted_to_the_indicators() {
        let read = |text, unit| parse(text, Span::default(), unit).ok();
        let code = |text, unit| parse(text, Span::default(), unit).err().map(|fault| fault.code);
        assert_eq!(read("90%", Unit::Percent), Some(0.9));
        assert_eq!(read("0.9", Unit::Percent), Some(0.9));
        assert_eq!(read("0.5%", Unit::PerMille), Some(0.005));
        assert_eq!(read("2min", Unit::Seconds), Some(120.0));
        assert_eq!(read("90s", Unit::Minutes), Some(1.5));
        assert_eq!(read("24", Unit::Hours), Some(24.0));
        assert_eq!(code("90", Unit::Percent), Some(Code::PercentAsNumber));
        assert_eq!(code("15s", Unit::Percent), Some(Code::WrongUnit));
        assert_eq!(code("90%", Unit::Points), Some(Code::WrongUnit));
        assert_eq!(code("90%", Unit::Seconds), Some(Code::WrongUnit));
        assert_eq!(code("NaN", Unit::Ratio), Some(Code::NotANumber));
    }
}
