//! A YAML document as a tree that still knows what was written where.

use crate::diag::Span;
use std::borrow::Cow;

/// A value with its place. A collection behind a key has the place of that key, since that is where people look for it.
#[derive(Debug, Clone)]
pub struct Node<'s> {
    /// The place.
    pub span: Span,
    /// Where it really ends, in bytes.
    pub end: u32,
    /// What stands there.
    pub content: Content<'s>,
}

/// What a node holds. Scalars keep their text: what it means depends on the field that it is for.
#[derive(Debug, Clone)]
pub enum Content<'s> {
    /// Nothing, `~` or `null`.
    Null,
    /// Any other scalar.
    Scalar(Cow<'s, str>),
    /// A list.
    List(Vec<Node<'s>>),
    /// A mapping; every key once, in the order written.
    Map(Vec<Entry<'s>>),
}

/// A key and its value.
#[derive(Debug, Clone)]
pub struct Entry<'s> {
    /// The key.
    pub key: Cow<'s, str>,
    /// Where the key stands.
    pub span: Span,
    /// The value.
    pub value: Node<'s>,
}

impl Content<'_> {
    /// What it is called in a message.
    pub(super) const fn noun(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Scalar(_) => "a single value",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}

/// Whether a plain scalar stands for nothing (YAML 1.2 core schema).
pub(super) fn is_null(text: &str, plain: bool) -> bool {
    plain && matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
