//! From the tree to records: unknown, missing, empty and misshapen fields are reported, and reading goes on.

use super::node::{Content, Entry, Node};
use super::scalar::IdWord;
use crate::diag::{Code, Diagnostic, Sink, Span, quoted, suggest};

/// What can be read from a node.
pub trait Decode: Sized {
    /// The value, or `None` with the reason in `sink`.
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self>;

    /// The value of a field that is not written; `None` if it has to be.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

/// A field that may be missing. If what is written is faulty, the fault is reported and the field counts as missing.
impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        Some(T::decode(node, sink))
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// A list. One faulty item makes the list unknown, so that nothing is concluded from the rest of it.
impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        let Content::List(items) = &node.content else {
            sink.push(wrong_shape(node, "a list").help("write `[…]`, or items that begin with `- `"));
            return None;
        };
        let read: Vec<Option<T>> = items.iter().map(|item| T::decode(item, sink)).collect();
        read.into_iter().collect()
    }
}

/// A list of exactly two.
impl<A: Decode, B: Decode> Decode for (A, B) {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        let Content::List(items) = &node.content else {
            sink.push(wrong_shape(node, "two values in brackets").help("write `[a, b]`"));
            return None;
        };
        let [a, b] = items.as_slice() else {
            let found = format!("expected two values in brackets, found {}", items.len());
            sink.push(Diagnostic::new(Code::WrongShape, node.span, found));
            return None;
        };
        let (a, b) = (A::decode(a, sink), B::decode(b, sink));
        Some((a?, b?))
    }
}

/// A mapping from ids to values, in the order written. A faulty value is `None`: its id is known all the same.
#[derive(Debug, Clone)]
pub struct Entries<T> {
    /// The entries.
    pub list: Vec<(IdWord, Option<T>)>,
}

impl<T: Decode> Decode for Entries<T> {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        let Content::Map(entries) = &node.content else {
            sink.push(wrong_shape(node, "a mapping").help("write `id: …` lines, indented"));
            return None;
        };
        let read = |entry: &Entry<'_>, sink: &mut Sink| {
            (IdWord::new(&entry.key, entry.span), T::decode(&entry.value, sink))
        };
        Some(Self { list: entries.iter().map(|entry| read(entry, sink)).collect() })
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Entries<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}_by_id", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (key, value) = (generator.subschema_for::<IdWord>(), generator.subschema_for::<T>());
        schemars::json_schema!({ "type": "object", "propertyNames": key, "additionalProperties": value })
    }

    fn inline_schema() -> bool {
        true
    }
}

/// A value with its place.
#[derive(Debug, Clone, Copy)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// The place.
    pub span: Span,
}

impl<T: Decode> Decode for At<T> {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        let span = Span { end: node.end.max(node.span.end), ..node.span };
        T::decode(node, sink).map(|value| Self { value, span })
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for At<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

/// Where a record and its fields were written.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The record: its key, or its first field.
    pub span: Span,
    /// The values of its fields, in the order of the record.
    pub fields: Vec<(&'static str, Span)>,
}

impl Place {
    /// Where the value of `field` stands; the record itself if the field is not written.
    #[must_use]
    pub fn of(&self, field: &str) -> Span {
        self.fields.iter().find(|(name, _)| *name == field).map_or(self.span, |(_, span)| *span)
    }

    /// Whether `field` is written.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|(name, _)| *name == field)
    }
}

/// The fields of a mapping while a record is read from it.
pub(super) struct Fields<'n, 's> {
    entries: &'n [Entry<'s>],
    place: Place,
}

impl<'n, 's> Fields<'n, 's> {
    /// Reports unknown fields; `None` if the node is no mapping.
    pub(super) fn open(node: &'n Node<'s>, known: &[&'static str], sink: &mut Sink) -> Option<Self> {
        let Content::Map(entries) = &node.content else {
            let fields = known.iter().map(|name| plain(name)).collect::<Vec<_>>().join(", ");
            sink.push(wrong_shape(node, "a mapping").note(format!("its fields are: {fields}")));
            return None;
        };
        let names = || known.iter().map(|name| plain(name));
        for entry in entries.iter().filter(|entry| !names().any(|name| name == entry.key)) {
            let message = format!("there is no field {}", quoted(&entry.key));
            let near = if is_cut_text(entry) {
                Some("inside `{ }` a comma ends a text; put the whole text in quotes".to_owned())
            } else {
                suggest(&entry.key, names()).map(|name| format!("did you mean `{name}`?"))
            };
            let list = format!("the fields here are: {}", names().collect::<Vec<_>>().join(", "));
            sink.push(Diagnostic::new(Code::UnknownField, entry.span, message).note(list).help_if(near));
        }
        Some(Self { entries, place: Place { span: node.span, fields: Vec::new() } })
    }

    /// The field `name`.
    pub(super) fn take<T: Decode>(&mut self, name: &'static str, sink: &mut Sink) -> Option<T> {
        let name = plain(name);
        let Some(entry) = self.entries.iter().find(|entry| entry.key == name) else {
            let absent = T::absent();
            if absent.is_none() {
                let message = format!("the field `{name}` is missing");
                sink.push(
                    Diagnostic::new(Code::MissingField, self.place.span, message)
                        .help(format!("add a line `{name}: …`")),
                );
            }
            return absent;
        };
        self.place.fields.push((name, entry.value.span));
        T::decode(&entry.value, sink)
    }

    /// Where everything was.
    pub(super) fn close(self) -> Place {
        self.place
    }
}

/// Whether a key looks like the second half of a text that was cut at a comma, as in `{ en: Fast, and kind }`.
fn is_cut_text(entry: &Entry<'_>) -> bool {
    matches!(entry.value.content, Content::Null) && entry.key.chars().any(char::is_whitespace)
}

/// The name of a field whose Rust name is a keyword.
fn plain(name: &'static str) -> &'static str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// The fault that `node` is not what is meant here.
pub(super) fn wrong_shape(node: &Node<'_>, expected: &str) -> Diagnostic {
    let (code, found) = match &node.content {
        Content::Null => (Code::EmptyValue, "nothing".to_owned()),
        Content::Scalar(text) => (Code::WrongShape, quoted(text)),
        other => (Code::WrongShape, other.noun().to_owned()),
    };
    Diagnostic::new(code, node.span, format!("expected {expected}, found {found}"))
}

/// Defines a record whose fields stand in a mapping, and how it is read. The fields' docs go into the JSON Schema.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)+
            /// Where it was written.
            #[schemars(skip)]
            pub place: $crate::raw::decode::Place,
        }

        impl $crate::raw::decode::Decode for $name {
            fn decode(node: &$crate::raw::node::Node<'_>, sink: &mut crate::diag::Sink) -> Option<Self> {
                let names = &[$(stringify!($field)),+];
                let mut fields = $crate::raw::decode::Fields::open(node, names, sink)?;
                $(let $field = fields.take::<$type>(stringify!($field), sink);)+
                let place = fields.close();
                Some(Self { $($field: $field?,)+ place })
            }
        }
    };
}

/// Defines a choice between words, and how it is read.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, schemars::JsonSchema)]
        pub enum $name {
            $($(#[$word_doc])* #[schemars(rename = $word)] $variant,)+
        }

        impl $name {
            /// The words, in the order of the choice.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word as written.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl $crate::raw::decode::Decode for $name {
            fn decode(node: &$crate::raw::node::Node<'_>, sink: &mut crate::diag::Sink) -> Option<Self> {
                match $crate::raw::scalar::choose(node, Self::WORDS, sink)? {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

pub(super) use {choice, record};
