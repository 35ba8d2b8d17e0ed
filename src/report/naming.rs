//! Names of people and things: their language on the page, their order, and how they are found by their sound.

use crate::model::{Language, Text, side};
use pinyin::ToPinyin;

/// Chinese on the English page, nothing on the Chinese one.
const ENGLISH_PAGE_ONLY: &str = "\u{fdd0}\u{fdd1}zh-Hans\u{fdd2}";

/// The language of `name` on a page of `language` if it is another one (BCP 47): a Chinese name on an English page.
#[must_use]
pub(super) fn foreign(name: &str, language: Language) -> Option<&'static str> {
    match language {
        Language::Zh => None,
        Language::En => name.chars().any(is_han).then_some(Language::Zh.tag()),
        Language::Both => side(name, Language::En).chars().any(is_han).then_some(ENGLISH_PAGE_ONLY),
    }
}

/// A key by which names sort as people expect: Chinese by pinyin, all else by its lower-case letters.
#[must_use]
pub(super) fn order(name: &str) -> String {
    let mut key = String::with_capacity(name.len() * 2);
    for c in name.chars() {
        match c.to_pinyin() {
            Some(sound) => {
                key.push_str(sound.plain());
                key.push(' ');
            }
            None => key.extend(c.to_lowercase()),
        }
    }
    key
}

/// Everything by which a thing with this id and name is found: id, both names, pinyin and its initials; lower case,
/// divided by spaces, each once.
#[must_use]
pub(super) fn keys(id: &str, name: &Text) -> String {
    let mut found: Vec<String> = vec![id.to_lowercase()];
    let mut add = |key: String| {
        if !key.is_empty() && !found.contains(&key) {
            found.push(key);
        }
    };
    for text in [&name.zh, &name.en] {
        add(text.to_lowercase());
        if text.chars().any(is_han) {
            add(sounds(text, |sound| sound.plain()));
            add(sounds(text, |sound| sound.first_letter()));
        }
    }
    found.join(" ")
}

/// The Chinese characters of `text` by `part` of their sound, other letters as they are, without spaces.
fn sounds(text: &str, part: impl Fn(pinyin::Pinyin) -> &'static str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        match c.to_pinyin() {
            Some(sound) => out.push_str(part(sound)),
            None => out.extend(c.to_lowercase()),
        }
    }
    out
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_name_is_found_by_sound_and_initials() {
        let name = Text::new("林蔚", "Lin Wei");
        assert_eq!(keys("lin.wei", &name), "lin.wei 林蔚 linwei lw lin wei");
        assert_eq!(keys("csat", &Text::same("CSAT 满意度")), "csat csat 满意度 csatmanyidu csatmyd");
    }

    #[test]
    fn chinese_names_sort_by_pinyin() {
        let mut names = ["赵敏", "安然", "林蔚", "Bo"];
        names.sort_by_key(|name| order(name));
        assert_eq!(names, ["安然", "Bo", "林蔚", "赵敏"]);
    }
}
