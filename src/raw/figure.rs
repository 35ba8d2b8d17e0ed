//! A monthly figure as written: `182/201`, `430/120/60`, `6`, `n/a`, or `{ value: 93.1%, n: 410 }`.

use super::decode::{Decode, record, wrong_shape};
use super::node::{Content, Node};
use super::quantity::{Quantity, number};
use super::scalar::{Literal, NumberWord};
use crate::diag::{Code, Diagnostic, Sink, quoted};
use schemars::{Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A figure in numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// `a/b`
    Pair(f64, f64),
    /// `a/b/c`
    Triple(f64, f64, f64),
    /// A single value.
    Single(Quantity),
    /// `{ value, n }`
    Long(Quantity, Option<f64>),
    /// `n/a`
    NotApplicable,
}

record! {
    /// A value whose counts are unknown.
    Long {
        /// The value.
        value: Literal,
        /// The number of cases behind it.
        n: Option<NumberWord>,
    }
}

impl Figure {
    /// Reads a scalar; `None` if it is no figure.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let Some((a, rest)) = text.split_once('/') else {
            return Quantity::parse(text).map(Self::Single);
        };
        if text == "n/a" {
            return Some(Self::NotApplicable);
        }
        match rest.split_once('/') {
            None => Some(Self::Pair(number(a)?, number(rest)?)),
            Some((b, c)) => Some(Self::Triple(number(a)?, number(b)?, number(c)?)),
        }
    }
}

impl Decode for Figure {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        match &node.content {
            Content::Scalar(text) => {
                let figure = Self::parse(text);
                if figure.is_none() {
                    sink.push(not_a_figure(node, text));
                }
                figure
            }
            Content::Map(_) => {
                let Long { value, n, place: _ } = Long::decode(node, sink)?;
                let quantity = Quantity::parse(&value.text);
                let count = n.as_ref().map(|n| number(&n.text).ok_or(n));
                if quantity.is_none() {
                    let message = format!("{} is not a number", quoted(&value.text));
                    sink.push(Diagnostic::new(Code::NotANumber, value.span, message));
                }
                match count {
                    Some(Err(n)) => {
                        let message = format!("{} is not a number", quoted(&n.text));
                        sink.push(Diagnostic::new(Code::NotANumber, n.span, message));
                        None
                    }
                    Some(Ok(n)) => Some(Self::Long(quantity?, Some(n))),
                    None => Some(Self::Long(quantity?, None)),
                }
            }
            Content::Null => {
                sink.push(
                    Diagnostic::new(Code::EmptyValue, node.span, "there is no figure behind this key")
                        .help("delete the key if the figure is missing, write `n/a` if there was no such duty, or 0 if it is zero"),
                );
                None
            }
            Content::List(_) => {
                sink.push(wrong_shape(node, "a figure such as 182/201"));
                None
            }
        }
    }
}

fn not_a_figure(node: &Node<'_>, text: &str) -> Diagnostic {
    let fault = Diagnostic::new(Code::NotANumber, node.span, format!("{} is not a figure", quoted(text)));
    let fault = match text {
        _ if text.eq_ignore_ascii_case("n/a") || text.eq_ignore_ascii_case("na") => {
            fault.help("write `n/a` if there was no such duty in this month")
        }
        _ if text.contains(',') => fault.help("write numbers without separators, such as 15400/812"),
        _ => fault.help("write 182/201, 430/120/60, 6, n/a or { value: 93.1%, n: 410 }"),
    };
    fault.note("numbers are plain decimals; NaN, infinity, exponents and separators are not figures")
}

impl schemars::JsonSchema for Figure {
    fn schema_name() -> Cow<'static, str> {
        "figure".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let long = generator.subschema_for::<Long>();
        let decimal = "[+-]?[0-9]+(\\.[0-9]+)?";
        let pattern = format!("^({decimal}(/{decimal}){{0,2}}|{decimal} ?(%|‰|s|min|h)|n/a)$");
        json_schema!({ "anyOf": [{ "type": "number" }, { "type": "string", "pattern": pattern }, long] })
    }
}

#[cfg(test)]
mod tests {
    use super::super::quantity::Suffix;
    use super::*;

    #[test]
    fn every_form_is_read() {
        let single = |number, suffix| Some(Figure::Single(Quantity { number, suffix }));
        assert_eq!(Figure::parse("182/201"), Some(Figure::Pair(182.0, 201.0)));
        assert_eq!(Figure::parse("430/120/60"), Some(Figure::Triple(430.0, 120.0, 60.0)));
        assert_eq!(Figure::parse("-6.5"), single(-6.5, Suffix::None));
        assert_eq!(Figure::parse("48s"), single(48.0, Suffix::Seconds));
        assert_eq!(Figure::parse("n/a"), Some(Figure::NotApplicable));
        for bad in ["1/2/3/4", "1/", "/2", "N/A", "1 / 2", "1/2%", ".inf/3", "NaN", "1/n"] {
            assert_eq!(Figure::parse(bad), None, "{bad}");
        }
    }
}
