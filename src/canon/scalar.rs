//! How a scalar is written: double quotes where they are needed, and nowhere else.

use super::piece::Scalar;
use crate::raw::Quotes;
use std::fmt::Write as _;

/// Words that readers of YAML 1.1 or 1.2 take for something other than text.
const WORDS: [&str; 11] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"];

/// The scalar that says `text` and was written with `quotes`.
pub(super) fn scalar(text: &str, quotes: Quotes) -> Scalar {
    let nothing = match quotes {
        Quotes::Absent => true,
        Quotes::Plain => matches!(text, "~" | "null" | "Null" | "NULL"),
        Quotes::Quoted | Quotes::Block => false,
    };
    let outside = match quotes {
        Quotes::Absent => String::new(),
        Quotes::Plain if !text.contains('\n') => text.to_owned(),
        Quotes::Quoted | Quotes::Block if is_plain(text) => text.to_owned(),
        _ => quoted(text),
    };
    let cut = quotes == Quotes::Plain && (text.contains([',', '[', ']', '{', '}']) || text.ends_with(':'));
    let inside = if cut { quoted(text) } else { outside.clone() };
    Scalar { text: (!nothing).then(|| text.to_owned()), inside, outside }
}

/// Whether `text` says the same without quotes everywhere, to every reader. Anything that could be a number, a date or a word
/// such as `yes` keeps its quotes: somebody put them there.
fn is_plain(text: &str) -> bool {
    let fits = |c: char| {
        let seen =
            !c.is_control() && !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}');
        c.is_ascii_alphanumeric()
            || matches!(c, ' ' | '_' | '-' | '.' | '/' | '(' | ')' | '+')
            || (!c.is_ascii() && seen)
    };
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    let ends = text.chars().last().is_some_and(|c| c != ' ');
    begins && ends && text.chars().all(fits) && !WORDS.contains(&text.to_lowercase().as_str())
}

/// `text` in double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        // Writing to a text cannot fail.
        let _ = match c {
            '"' => out.write_str("\\\""),
            '\\' => out.write_str("\\\\"),
            '\n' => out.write_str("\\n"),
            '\t' => out.write_str("\\t"),
            '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {
                write!(out, "\\u{:04X}", u32::from(c))
            }
            '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}' => write!(out, "\\u{:04X}", u32::from(c)),
            c if c.is_control() => write!(out, "\\x{:02X}", u32::from(c)),
            c => out.write_char(c),
        };
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stay_where_a_reader_could_take_the_text_for_something_else() {
        for (text, expected) in [
            ("lin wei", "lin wei"),
            ("客户满意度（在线）", "客户满意度（在线）"),
            ("2025.1", "\"2025.1\""),
            ("2025-03-01", "\"2025-03-01\""),
            ("Yes", "\"Yes\""),
            (">= 90%", "\">= 90%\""),
            ("a, b", "\"a, b\""),
            ("sha256:1", "\"sha256:1\""),
            ("two\nlines", "\"two\\nlines\""),
            ("ends ", "\"ends \""),
            ("", "\"\""),
        ] {
            assert_eq!(scalar(text, Quotes::Quoted).outside, expected);
        }
    }

    #[test]
    fn plain_text_gets_quotes_only_in_brackets() {
        let text = scalar("a, b", Quotes::Plain);
        assert_eq!((text.inside.as_str(), text.outside.as_str()), ("\"a, b\"", "a, b"));
        assert_eq!(scalar("null", Quotes::Plain).text, None);
        assert_eq!(scalar("null", Quotes::Quoted).outside, "\"null\"");
    }
}
