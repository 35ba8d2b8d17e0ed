//! Text that people wrote in one or both languages of the site.

use super::both;
use serde::Serialize;

/// A language of the site.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Simplified Chinese, `zh-CN`.
    Zh,
    /// English, `en`.
    En,
    /// Both at once: texts hold the passages that differ side by side (see [`both`]).
    Both,
}

impl Language {
    /// Each, in the order in which they are built.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The folder of the language below the root of the site: `zh` or `en`.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
            Self::Both => "\u{fdd0}zh\u{fdd1}en\u{fdd2}",
        }
    }

    /// The value of the HTML attribute `lang` (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
            Self::Both => "\u{fdd0}zh-Hans\u{fdd1}en\u{fdd2}",
        }
    }

    /// The other language; for [`Self::Both`] itself, see [`Self::other_folder`].
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
            Self::Both => Self::Both,
        }
    }

    /// The folder of the other language.
    #[must_use]
    pub const fn other_folder(self) -> &'static str {
        match self {
            Self::Zh => "en",
            Self::En => "zh",
            Self::Both => "\u{fdd0}en\u{fdd1}zh\u{fdd2}",
        }
    }
}

/// A name or sentence in both languages. Where only one was written, both hold it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
    /// Both side by side; empty where they are the same.
    both: String,
}

impl Text {
    /// A text in Chinese and in English.
    #[must_use]
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        let (zh, en) = (zh.into(), en.into());
        let side_by_side = if zh == en { String::new() } else { both(&zh, &en) };
        Self { zh, en, both: side_by_side }
    }

    /// The same text in both languages.
    #[must_use]
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self::new(text.clone(), text)
    }

    /// The text in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Both if !self.both.is_empty() => &self.both,
            Language::Zh | Language::Both => &self.zh,
        }
    }
}
