//! The words of the program in both languages: one Fluent file per language.
//!
//! The templates take the plain texts at load time; sentences with numbers and plural forms are asked for here.

use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::Language;
use super::pattern::Pattern;
use crate::model::{CLOSE, OPEN, TURN, both, side};

const ZH: &str = include_str!("../../templates/texts/zh-CN.ftl");
const EN: &str = include_str!("../../templates/texts/en.ftl");

/// Why the texts could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextError(String);

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TextError {}

/// What is filled into a text.
#[derive(Debug, Clone, Copy)]
pub enum Argument<'a> {
    /// Words or a number that is already formatted.
    Text(&'a str),
    /// A count, by which the language chooses between singular and plural.
    Count(usize),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// The texts of both languages.
pub struct Texts {
    zh: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
    /// Texts as they stand without arguments, by language: pages ask for hundreds of thousands of words.
    words: [BTreeMap<String, String>; 3],
    /// Texts that only need their arguments put in, in Chinese and English.
    patterns: BTreeMap<String, [Pattern; 2]>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Texts")
    }
}

impl Texts {
    /// Reads the texts that the program carries.
    ///
    /// # Errors
    /// A text file that is not valid Fluent or that says a key twice.
    pub fn new() -> Result<Self, TextError> {
        let (zh, en) = rayon::join(|| bundle(Language::Zh, ZH), || bundle(Language::En, EN));
        let mut texts = Self { zh: zh?, en: en?, words: Default::default(), patterns: BTreeMap::new() };
        let words_of = |language: Language| -> BTreeMap<String, String> {
            let keys = keys(source(language)).into_iter();
            keys.map(|key| (key.to_owned(), texts.get(language, key, None))).collect()
        };
        let (zh, en) = rayon::join(|| words_of(Language::Zh), || words_of(Language::En));
        let sides = zh.iter().filter_map(|(key, zh)| Some((key, zh, en.get(key)?)));
        let both = sides.map(|(key, zh, en)| (key.clone(), both(zh, en))).collect();
        texts.words = [zh, en, both];
        let pair = |key: &str| Some((key.to_owned(), [pattern(&texts.zh, key)?, pattern(&texts.en, key)?]));
        texts.patterns = keys(ZH).into_iter().filter_map(pair).collect();
        Ok(texts)
    }

    /// The text `key` in `language` without arguments; as [`Self::get`] for an unknown key.
    #[must_use]
    pub fn word(&self, language: Language, key: &str) -> String {
        self.words_of(language).get(key).cloned().unwrap_or_else(|| format!("[{key}]"))
    }

    const fn words_of(&self, language: Language) -> &BTreeMap<String, String> {
        let [zh, en, both] = &self.words;
        match language {
            Language::Zh => zh,
            Language::En => en,
            Language::Both => both,
        }
    }

    /// The text `key` in `language` with its arguments filled in. An unknown key gives the key in brackets, so that it
    /// is seen; a test holds that both languages know every key.
    #[must_use]
    pub fn get(&self, language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
            Language::Both => {
                return both(&self.get(Language::Zh, key, args), &self.get(Language::En, key, args));
            }
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }

    /// The text `key` in `language` with `arguments` filled in.
    #[must_use]
    pub fn say(&self, language: Language, key: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
        if let Some(text) = self.filled(language, key, arguments) {
            return text;
        }
        if language == Language::Both {
            let [zh, en] = Language::ALL.map(|language| self.say_side(language, key, arguments));
            return both(&zh, &en);
        }
        let mut filled = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            match argument {
                Argument::Text(text) => filled.set(*name, *text),
                Argument::Count(count) => filled.set(*name, *count as u64),
            }
        }
        self.get(language, key, Some(&filled))
    }

    /// As [`Self::say`], for a text that only needs its arguments put in.
    fn filled(
        &self,
        language: Language,
        key: &str,
        arguments: &[(&'static str, Argument<'_>)],
    ) -> Option<String> {
        let [zh, en] = self.patterns.get(key)?;
        let mut out = String::with_capacity(128);
        match language {
            Language::Zh => zh.push(&mut out, Language::Zh, arguments)?,
            Language::En => en.push(&mut out, Language::En, arguments)?,
            Language::Both => {
                out.push(OPEN);
                zh.push(&mut out, Language::Zh, arguments)?;
                let turn = out.len();
                out.push(TURN);
                en.push(&mut out, Language::En, arguments)?;
                let (zh, en) = (out.get(OPEN.len_utf8()..turn)?, out.get(turn + TURN.len_utf8()..)?);
                if zh == en {
                    return Some(zh.to_owned());
                }
                out.push(CLOSE);
            }
        }
        Some(out)
    }

    /// As [`Self::say`] in one language, with that language's side of the arguments.
    fn say_side(&self, language: Language, key: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
        let sides: Vec<Option<String>> = arguments
            .iter()
            .map(|(_, argument)| match argument {
                Argument::Text(text) if text.contains(OPEN) => Some(side(text, language)),
                _ => None,
            })
            .collect();
        let own = arguments.iter().zip(&sides).map(|((name, argument), side)| match side {
            Some(side) => (*name, Argument::Text(side)),
            None => (*name, *argument),
        });
        self.say(language, key, &own.collect::<Vec<_>>())
    }

    /// All texts without arguments, for the templates.
    #[must_use]
    pub fn plain(&self, language: Language) -> BTreeMap<String, String> {
        self.words_of(language).clone()
    }
}

/// The file of a language; the keys of one are the keys of both.
const fn source(language: Language) -> &'static str {
    match language {
        Language::Zh | Language::Both => ZH,
        Language::En => EN,
    }
}

/// The keys of a Fluent file, in its order: a message begins at the start of a line.
fn keys(source: &str) -> Vec<&str> {
    source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
        .collect()
}

fn pattern(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<Pattern> {
    Pattern::of(bundle.get_message(key)?.value()?)
}

fn bundle(language: Language, source: &str) -> Result<FluentBundle<FluentResource>, TextError> {
    let resource = FluentResource::try_new(source.to_owned())
        .map_err(|(_, errors)| TextError(format!("texts of {}: {errors:?}", language.folder())))?;
    let name = if language == Language::Zh { "zh-CN" } else { "en" };
    let id: LanguageIdentifier = name.parse().map_err(|e| TextError(format!("{name}: {e}")))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks would reach titles and search texts, where they are seen or break a match; both languages read from
    // left to right.
    bundle.set_use_isolating(false);
    bundle
        .add_resource(resource)
        .map_err(|errors| TextError(format!("texts of {}: {errors:?}", language.folder())))?;
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_know_the_same_keys_in_the_same_order() {
        assert_eq!(keys(ZH), keys(EN));
        assert!(Texts::new().is_ok());
    }

    #[test]
    fn plural_forms_follow_the_number() {
        let texts = Texts::new().unwrap();
        let mut one = FluentArgs::new();
        one.set("count", 1);
        let mut many = FluentArgs::new();
        many.set("count", 3);
        assert_eq!(texts.get(Language::En, "count-agents", Some(&one)), "1 agent");
        assert_eq!(texts.get(Language::En, "count-agents", Some(&many)), "3 agents");
        assert_eq!(texts.get(Language::Zh, "count-agents", Some(&many)), "3 名客服");
    }

    /// What is put in here is what Fluent would have written, in every text and with passages for both languages.
    #[test]
    fn arguments_are_put_in_as_fluent_does() {
        let texts = Texts::new().unwrap();
        let mut names: Vec<&'static str> = ZH.split('$').skip(1).map(name_at).collect();
        names.sort_unstable();
        names.dedup();
        let word = both("中", "mid");
        let mut filled = 0;
        for key in keys(ZH) {
            let arguments: Vec<(&'static str, Argument<'_>)> = names
                .iter()
                .enumerate()
                .map(|(at, name)| (*name, if at % 2 == 0 { word.as_str().into() } else { at.into() }))
                .collect();
            let Some(found) = texts.filled(Language::Both, key, &arguments) else { continue };
            let sides = Language::ALL.map(|language| {
                let mut args = FluentArgs::new();
                for (at, name) in names.iter().enumerate() {
                    match at % 2 {
                        0 => args.set(*name, side(&word, language)),
                        _ => args.set(*name, at as u64),
                    }
                }
                texts.get(language, key, Some(&args))
            });
            assert_eq!(found, both(&sides[0], &sides[1]), "{key}");
            assert_eq!(texts.filled(Language::En, key, &arguments).as_ref(), Some(&sides[1]), "{key}");
            filled += usize::from(!names.is_empty());
        }
        assert!(filled > 2_000, "{filled}");
        assert_eq!(texts.say(Language::En, "count-agents", &[("count", 1.into())]), "1 agent");
        assert_eq!(
            texts.say(Language::Both, "count-agents", &[("count", 2.into())]),
            both("2 名客服", "2 agents")
        );
    }

    fn name_at(text: &'static str) -> &'static str {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c)).unwrap_or(text.len());
        &text[..end]
    }

    #[test]
    fn no_text_is_empty() {
        let texts = Texts::new().unwrap();
        for language in Language::ALL {
            for (key, text) in texts.plain(language) {
                assert!(!text.trim().is_empty() && !text.contains('['), "{key}: {text}");
            }
        }
    }
}
