//! Speaking: texts of one language with their arguments filled in.

use crate::model::{Language, Text, both, in_both, side};
use crate::view::{Argument, Texts};
use std::borrow::Cow;

/// A text with its arguments by name: `say!(voice, "count-agents", count: 3usize)`.
macro_rules! say {
    ($voice:expr, $key:expr $(, $name:ident: $value:expr)* $(,)?) => {
        $voice.say($key, &[$((stringify!($name), ($value).into())),*])
    };
}
pub(super) use say;

/// The texts of one language.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    texts: &'a Texts,
    /// The language.
    pub language: Language,
}

impl<'a> Voice<'a> {
    /// The voice of `language`.
    #[must_use]
    pub const fn new(texts: &'a Texts, language: Language) -> Self {
        Self { texts, language }
    }

    /// The voice of the same texts in `language`.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// What `say` says, in each language by itself where both are asked for: texts that are compared must not be passages.
    #[must_use]
    pub fn apart(self, say: impl Fn(Self) -> String) -> String {
        match self.language {
            Language::Both => in_both(|language| say(self.in_language(language))),
            _ => say(self),
        }
    }

    /// The text `key`.
    #[must_use]
    pub fn word(self, key: &str) -> String {
        self.texts.word(self.language, key)
    }

    /// The text `key` with its arguments filled in.
    #[must_use]
    pub fn say(self, key: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
        self.texts.say(self.language, key, arguments)
    }

    /// A name in this language.
    #[must_use]
    pub fn name(self, text: &'a Text) -> &'a str {
        text.get(self.language)
    }

    /// Names in a row: `A, B and C`; `A、B、C`.
    #[must_use]
    pub fn list(self, names: &[&str]) -> String {
        match (self.language, names) {
            (_, []) => String::new(),
            (Language::Both, names) => self.apart(|voice| {
                let sides: Vec<String> = names.iter().map(|name| side(name, voice.language)).collect();
                voice.list(&sides.iter().map(String::as_str).collect::<Vec<_>>())
            }),
            (Language::Zh, names) => names.join("、"),
            (Language::En, [one]) => (*one).to_owned(),
            (Language::En, [first @ .., last]) => format!("{} and {last}", first.join(", ")),
        }
    }

    /// Two sentences one after the other: with a space in English, without in Chinese.
    #[must_use]
    pub fn sentences(self, sentences: &[Cow<'_, str>]) -> String {
        sentences.join(&self.either("", " "))
    }

    /// `zh` in Chinese, `en` in English.
    #[must_use]
    pub fn either(self, zh: &'static str, en: &'static str) -> Cow<'static, str> {
        either(self.language, zh, en)
    }
}

/// `zh` in Chinese, `en` in English.
#[must_use]
pub(super) fn either(language: Language, zh: &'static str, en: &'static str) -> Cow<'static, str> {
    match language {
        Language::Zh => zh.into(),
        Language::En => en.into(),
        Language::Both => both(zh, en).into(),
    }
}
