//! Puts the words of a language into a template or script: `{{ t.some-key }}` becomes the text itself.
//!
//! Done once when templates are loaded, so a page pays nothing for its fixed words.

use std::collections::BTreeMap;

const OPEN: &str = "{{ t.";
const CLOSE: &str = " }}";

/// The source with all words put in.
///
/// # Errors
/// The first key that the language does not know.
pub(super) fn put_in(source: &str, words: &BTreeMap<String, String>) -> Result<String, String> {
    let mut out = String::with_capacity(source.len() + source.len() / 8);
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(OPEN) {
        out.push_str(before);
        let (key, after) = after.split_once(CLOSE).ok_or_else(|| format!("`{OPEN}` without `{CLOSE}`"))?;
        out.push_str(words.get(key).ok_or_else(|| format!("unknown text `{key}`"))?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// The keys a source uses.
#[cfg(test)]
pub(super) fn used(source: &str) -> Vec<&str> {
    source.split(OPEN).skip(1).filter_map(|s| s.split_once(CLOSE).map(|(key, _)| key)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::embedded;
    use super::*;
    use crate::view::{Language, Texts};

    #[test]
    fn every_word_is_put_in_and_unknown_ones_are_named() {
        let words = BTreeMap::from([("score".to_owned(), "得分".to_owned())]);
        assert_eq!(put_in("<b>{{ t.score }}</b>{{ x }}", &words), Ok("<b>得分</b>{{ x }}".to_owned()));
        assert_eq!(put_in("{{ t.scor }}", &words), Err("unknown text `scor`".to_owned()));
    }

    #[test]
    fn every_text_that_templates_use_exists_and_is_safe_in_attributes_and_scripts() {
        let texts = Texts::new().unwrap();
        let sources = embedded::FILES.iter().filter(|(name, _)| !name.ends_with(".ftl"));
        let keys: BTreeSet<_> = sources.flat_map(|(_, text)| used(text)).collect();
        assert!(keys.len() > 50, "the templates hold words");
        for language in Language::ALL {
            let words = texts.plain(language);
            for key in &keys {
                let word = words.get(*key).unwrap_or_else(|| panic!("no text {key} in {language:?}"));
                assert!(!word.contains(['<', '>', '&', '"', '\'', '{', '\\']), "{key}: {word}");
            }
        }
    }
}
