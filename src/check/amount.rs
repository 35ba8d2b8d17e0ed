//! Amounts of money and shares of it.

use super::{quantity, words};
use crate::diag::{Code, Diagnostic, Sink, quoted};
use crate::model::{Money, Unit};
use crate::raw::{Literal, NumberWord};

/// An amount from 0 up, in whole smallest units of a currency with `decimals` digits.
pub(super) fn amount(word: &NumberWord, decimals: u8, sink: &mut Sink) -> Option<Money> {
    let number = words::number_in(word, 0.0..=1e12, sink)?;
    let money = Money::of(number, decimals);
    if (money.amount(decimals) - number).abs() < 1e-9 * number.max(1.0) {
        return Some(money);
    }
    let message = format!("{} has more than {decimals} decimals", quoted(&word.text));
    sink.push(
        Diagnostic::new(Code::OutOfRange, word.span, message)
            .note("amounts are whole numbers of the currency's smallest unit"),
    );
    None
}

/// An amount that may be missing. Outer `None`: faulty.
pub(super) fn optional(word: Option<&NumberWord>, decimals: u8, sink: &mut Sink) -> Option<Option<Money>> {
    match word {
        Some(word) => amount(word, decimals, sink).map(Some),
        None => Some(None),
    }
}

/// A share from 0 to 1, written like `30%`.
pub(super) fn share(word: &Literal, sink: &mut Sink) -> Option<f64> {
    let value = quantity::literal(word, Unit::Percent, sink)?;
    if (0.0..=1.0).contains(&value) {
        return Some(value);
    }
    let message = format!("{} is not a share of a whole", quoted(&word.text));
    sink.push(
        Diagnostic::new(Code::ShareAboveWhole, word.span, message).note("a share lies between 0% and 100%"),
    );
    None
}

/// A share that may be above the whole, such as an uplift; at least 0.
pub(super) fn uplift(word: &Literal, sink: &mut Sink) -> Option<f64> {
    let value = quantity::literal(word, Unit::Percent, sink)?;
    if value >= 0.0 {
        return Some(value);
    }
    let message = format!("{} is below zero", quoted(&word.text));
    sink.push(Diagnostic::new(Code::OutOfRange, word.span, message));
    None
}
