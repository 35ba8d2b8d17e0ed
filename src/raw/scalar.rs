//! Single values as written. What a field expects is part of its type, so that editors and messages can say it.

use super::decode::{Decode, wrong_shape};
use super::node::{Content, Node};
use crate::diag::{Code, Diagnostic, Sink, Span, quoted, suggest};
use schemars::{Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::marker::PhantomData;

/// The text of a value and its place. `K` says what the field expects; `check` reads it as that.
#[derive(Debug, Clone)]
pub struct Scalar<K> {
    /// The text, as written.
    pub text: String,
    /// The place.
    pub span: Span,
    kind: PhantomData<K>,
}

impl<K> Scalar<K> {
    /// A value with `text` at `span`.
    #[must_use]
    pub fn new(text: &str, span: Span) -> Self {
        Self { text: text.to_owned(), span, kind: PhantomData }
    }
}

/// What a field expects.
pub trait Kind {
    /// Name in schemas and, with an article, in messages.
    const NAME: &'static str;
    /// In a message: "expected …".
    const EXPECTED: &'static str;

    /// The JSON Schema.
    fn schema() -> Schema;
}

impl<K: Kind> Decode for Scalar<K> {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        if let Content::Scalar(text) = &node.content {
            return Some(Self::new(text, node.span));
        }
        sink.push(wrong_shape(node, K::EXPECTED));
        None
    }
}

impl<K: Kind> schemars::JsonSchema for Scalar<K> {
    fn schema_name() -> Cow<'static, str> {
        K::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        K::schema()
    }
}

/// The word of `words` that stands at `node`.
pub(super) fn choose(node: &Node<'_>, words: &[&'static str], sink: &mut Sink) -> Option<&'static str> {
    let list = words.join(", ");
    let Content::Scalar(text) = &node.content else {
        sink.push(wrong_shape(node, &format!("one of {list}")));
        return None;
    };
    let found = words.iter().find(|word| *word == text).copied();
    if found.is_none() {
        let near = suggest(text, words.iter().copied()).map(|word| format!("did you mean `{word}`?"));
        sink.push(
            Diagnostic::new(
                Code::UnknownWord,
                node.span,
                format!("{} is not a word for this field", quoted(text)),
            )
            .note(format!("the words are: {list}"))
            .help_if(near),
        );
    }
    found
}

/// The kinds of scalars.
pub mod kind {
    use super::{Kind, Schema, json_schema};

    macro_rules! kinds {
        ($($(#[$doc:meta])* $name:ident $text:literal, $expected:literal, $schema:tt;)+) => {$(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $name;

            impl Kind for $name {
                const NAME: &'static str = $text;
                const EXPECTED: &'static str = $expected;

                fn schema() -> Schema {
                    json_schema!($schema)
                }
            }
        )+};
    }

    kinds! {
        /// Any text.
        Word "word", "text", { "type": ["string", "number", "boolean"] };
        /// An id.
        Id "id", "an id", { "type": ["string", "integer"], "pattern": "^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$",
            "description": "1-64 of a-z 0-9 . _ -, beginning and ending with a letter or digit" };
        /// A date.
        Date "date", "a date such as 2025-03-31", { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };
        /// A month.
        Month "month", "a month such as 2025-03", { "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" };
        /// A plain decimal number.
        Number "plain_number", "a number", { "type": "number" };
        /// A value of an indicator, with or without its unit.
        Literal "value", "a value such as 90%, 15s or 4.5",
            { "type": ["string", "number"], "pattern": "^[+-]?[0-9]+(\\.[0-9]+)? ?(%|‰|s|min|h)?$" };
        /// A condition.
        Condition "condition", "a condition such as `<= 15s`",
            { "type": "string", "pattern": "^ *(>=|>|<=|<) *[^, ]+ *(, *(>=|>|<=|<) *[^, ]+ *)?$" };
        /// The goal of a target.
        Goal "goal", "a goal such as `>= 90%` or `between 5min and 8min`", { "type": "string" };
        /// Whose target it is.
        Subject "subject", "`agent ID`, `team ID` or `organisation`",
            { "type": "string", "pattern": "^(agent +\\S+|team +\\S+|organisation)$" };
        /// Two numbers with a slash.
        Pair "pair", "two numbers such as 46/89",
            { "type": "string", "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?/[+-]?[0-9]+(\\.[0-9]+)?$" };
        /// Yes or no.
        Flag "flag", "true or false", { "type": "boolean" };
    }
}

/// Any text.
pub type Word = Scalar<kind::Word>;
/// An id.
pub type IdWord = Scalar<kind::Id>;
/// A date such as `2025-03-31`.
pub type DateWord = Scalar<kind::Date>;
/// A month such as `2025-03`.
pub type MonthWord = Scalar<kind::Month>;
/// A plain decimal number.
pub type NumberWord = Scalar<kind::Number>;
/// A value of an indicator, with or without its unit.
pub type Literal = Scalar<kind::Literal>;
/// A condition such as `> 15s, <= 30s`.
pub type ConditionWord = Scalar<kind::Condition>;
/// A goal such as `>= 90%` or `between 5min and 8min`.
pub type GoalWord = Scalar<kind::Goal>;
/// `agent ID`, `team ID` or `organisation`.
pub type SubjectWord = Scalar<kind::Subject>;
/// Two numbers such as `46/89`.
pub type PairWord = Scalar<kind::Pair>;
/// `true` or `false`.
pub type Flag = Scalar<kind::Flag>;
