//! Scoring rules as written: one key names the method.

use super::decode::{Decode, choice, record, wrong_shape};
use super::node::{Content, Node};
use super::scalar::{ConditionWord, GoalWord, Literal, NumberWord};
use crate::diag::{Code, Diagnostic, Sink, Span, quoted, suggest};
use schemars::{Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A scoring rule with the place of the word that names its method.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "a few dozen of them, read once")]
pub enum Rule {
    /// `linear: { zero, full }`
    Linear(Linear, Span),
    /// `attainment: { target }`
    Attainment(Target, Span),
    /// `steps: [ { if, points }, … ]`
    Steps(Vec<Step>, Span),
    /// `piecewise: [[value, points], …]`
    Piecewise(Vec<(Literal, NumberWord)>, Span),
    /// `deduction: { full, per, points, counting }`
    Deduction(Deduction, Span),
    /// `all_or_nothing: ">= 90%"`
    AllOrNothing(GoalWord, Span),
    /// `range: { zero_low, low, high, zero_high }`
    Range(Range, Span),
}

const METHODS: &[&str] =
    &["linear", "attainment", "steps", "piecewise", "deduction", "all_or_nothing", "range"];

record! {
    /// A straight line from 0 to 100 points.
    Linear {
        /// Value that earns nothing.
        zero: Literal,
        /// Value that earns 100.
        full: Literal,
    }
}

record! {
    /// Points in proportion to a target.
    Target {
        /// The target.
        target: Literal,
    }
}

record! {
    /// A row of a step table.
    Step {
        /// Which values belong to the row.
        r#if: ConditionWord,
        /// The points they earn.
        points: NumberWord,
    }
}

record! {
    /// Full points up to a value, then less for every unit beyond.
    Deduction {
        /// Last value that earns 100.
        full: Literal,
        /// Size of a unit beyond.
        per: Literal,
        /// Points taken per unit.
        points: NumberWord,
        /// Which units count.
        counting: Counting,
    }
}

choice! {
    /// Which units beyond the full-marks value count.
    Counting {
        /// Every started one.
        Started = "started",
        /// Only completed ones.
        Completed = "completed",
        /// Parts as parts.
        ProRata = "pro_rata",
    }
}

record! {
    /// Full points inside a range, falling on both sides.
    Range {
        /// Value below the range that earns nothing.
        zero_low: Literal,
        /// Lower end of the range.
        low: Literal,
        /// Upper end of the range.
        high: Literal,
        /// Value above the range that earns nothing.
        zero_high: Literal,
    }
}

impl Decode for Rule {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        let list = METHODS.join(", ");
        let Content::Map(entries) = &node.content else {
            sink.push(wrong_shape(node, &format!("a mapping with one of the methods {list}")));
            return None;
        };
        let [entry] = entries.as_slice() else {
            let found = format!("a rule names exactly one method, found {}", entries.len());
            sink.push(
                Diagnostic::new(Code::WrongShape, node.span, found).note(format!("the methods are: {list}")),
            );
            return None;
        };
        let (value, span) = (&entry.value, entry.span);
        match &*entry.key {
            "linear" => Linear::decode(value, sink).map(|rule| Self::Linear(rule, span)),
            "attainment" => Target::decode(value, sink).map(|rule| Self::Attainment(rule, span)),
            "steps" => Vec::decode(value, sink).map(|rows| Self::Steps(rows, span)),
            "piecewise" => Vec::decode(value, sink).map(|knots| Self::Piecewise(knots, span)),
            "deduction" => Deduction::decode(value, sink).map(|rule| Self::Deduction(rule, span)),
            "all_or_nothing" => GoalWord::decode(value, sink).map(|word| Self::AllOrNothing(word, span)),
            "range" => Range::decode(value, sink).map(|rule| Self::Range(rule, span)),
            other => {
                let near = suggest(other, METHODS.iter().copied()).map(|m| format!("did you mean `{m}`?"));
                let message = format!("there is no scoring method {}", quoted(other));
                let fault = Diagnostic::new(Code::UnknownField, span, message);
                sink.push(fault.note(format!("the methods are: {list}")).help_if(near));
                None
            }
        }
    }
}

impl schemars::JsonSchema for Rule {
    fn schema_name() -> Cow<'static, str> {
        "rule".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let steps = generator.subschema_for::<Vec<Step>>();
        let knots = generator.subschema_for::<Vec<(Literal, NumberWord)>>();
        json_schema!({
            "type": "object",
            "description": "A scoring rule: exactly one method",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": false,
            "properties": {
                "linear": generator.subschema_for::<Linear>(),
                "attainment": generator.subschema_for::<Target>(),
                "steps": steps,
                "piecewise": knots,
                "deduction": generator.subschema_for::<Deduction>(),
                "all_or_nothing": generator.subschema_for::<GoalWord>(),
                "range": generator.subschema_for::<Range>(),
            },
        })
    }
}
