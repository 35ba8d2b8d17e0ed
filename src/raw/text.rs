//! A name or sentence in one or both languages.

use super::decode::{Decode, record, wrong_shape};
use super::node::{Content, Node};
use super::scalar::Word;
use crate::diag::{Code, Diagnostic, Sink};
use schemars::{Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A text as written; `zh` and `en` hold the same if only one was written.
#[derive(Debug, Clone)]
pub struct Text {
    /// Chinese.
    pub zh: Word,
    /// English.
    pub en: Word,
}

record! {
    /// A text in both languages; where one is missing, the other is shown.
    Bilingual {
        /// Chinese.
        zh: Option<Word>,
        /// English.
        en: Option<Word>,
    }
}

impl Decode for Text {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        let text = match &node.content {
            Content::Scalar(text) => {
                let word = Word::new(text, node.span);
                Some(Self { zh: word.clone(), en: word })
            }
            Content::Map(_) => {
                let Bilingual { zh, en, place: _ } = Bilingual::decode(node, sink)?;
                let one = zh.clone().or_else(|| en.clone());
                one.map(|one| Self { zh: zh.unwrap_or_else(|| one.clone()), en: en.unwrap_or(one) })
            }
            _ => {
                sink.push(wrong_shape(node, "a text, or `{ zh: …, en: … }`"));
                return None;
            }
        };
        let empty = |text: &Self| text.zh.text.trim().is_empty() || text.en.text.trim().is_empty();
        if text.as_ref().is_none_or(empty) {
            sink.push(Diagnostic::new(Code::EmptyValue, node.span, "this text is empty"));
        }
        text
    }
}

impl schemars::JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (word, both) = (generator.subschema_for::<Word>(), generator.subschema_for::<Bilingual>());
        json_schema!({ "anyOf": [word, both] })
    }
}
