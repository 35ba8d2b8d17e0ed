//! One text for both languages: passages that differ stand side by side, all else stands once.
//!
//! Most of a page has no words: numbers, drawings, addresses. Nearly all pages are therefore made once, and
//! each language then takes its side of the passages. The marks are noncharacters of Unicode, which are set aside for use
//! inside a program and which `raw` refuses in data and `files` in names, so no text from outside can hold them.

use super::Language;

/// Before the Chinese side of a passage.
pub const OPEN: char = '\u{fdd0}';
/// Between the Chinese and the English side.
pub const TURN: char = '\u{fdd1}';
/// After the English side.
pub const CLOSE: char = '\u{fdd2}';

/// A passage: `zh` in Chinese, `en` in English. Neither side may hold a passage itself.
#[must_use]
pub fn both(zh: &str, en: &str) -> String {
    if zh == en {
        return zh.to_owned();
    }
    let mut out = String::with_capacity(zh.len() + en.len() + 9);
    out.push(OPEN);
    out.push_str(zh);
    out.push(TURN);
    out.push_str(en);
    out.push(CLOSE);
    out
}

/// The side of `language` of every passage of `text`; `text` itself for [`Language::Both`].
#[must_use]
pub fn side(text: &str, language: Language) -> String {
    let mut out = String::with_capacity(text.len());
    push_side(&mut out, text, language);
    out
}

/// Writes [`side`].
pub fn push_side(out: &mut String, text: &str, language: Language) {
    let mut rest = text;
    while language != Language::Both
        && let Some((before, passage)) = parted(rest, OPEN)
    {
        let (zh, after) = parted(passage, TURN).unwrap_or((passage, ""));
        let (en, after) = parted(after, CLOSE).unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(if language == Language::Zh { zh } else { en });
        rest = after;
    }
    out.push_str(rest);
}

/// What stands before and after the first `mark`. The library looks for the last byte of a character, which Chinese has everywhere.
fn parted(text: &str, mark: char) -> Option<(&str, &str)> {
    let mut room = [0; 4];
    let mark = mark.encode_utf8(&mut room).as_bytes();
    let here = |at: &usize| text.as_bytes().get(*at..).is_some_and(|rest| rest.starts_with(mark));
    let at = memchr::memchr_iter(*mark.first()?, text.as_bytes()).find(here)?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// A passage of what `write` writes in each language; neither may hold passages.
#[must_use]
pub fn in_both(write: impl Fn(Language) -> String) -> String {
    both(&write(Language::Zh), &write(Language::En))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_takes_its_side_and_the_rest_is_common() {
        let text = format!("<b>{}</b> 21{}", both("得分", "Score"), both(" 秒", " s"));
        assert_eq!(side(&text, Language::Zh), "<b>得分</b> 21 秒");
        assert_eq!(side(&text, Language::En), "<b>Score</b> 21 s");
        assert_eq!(side(&text, Language::Both), text);
    }

    #[test]
    fn what_is_the_same_stands_once() {
        assert_eq!(both("QA", "QA"), "QA");
        assert_eq!(side("no passage", Language::En), "no passage");
        assert_eq!(both("", " lang=\"en\"").matches(OPEN).count(), 1);
    }
}
