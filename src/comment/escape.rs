//! Texts of the data in Markdown: names come from many hands, and a name must never become a mention, a tag, a table or a fence.

/// `text` on one line, as plain words in Markdown: punctuation that could mean something is escaped, mentions, issue numbers
/// and addresses are broken by an invisible space, control and direction characters are taken out.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() || is_direction(c) => {}
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' | '#' => {
                out.extend((c == '#').then_some('\\'));
                out.push(c);
                out.push(GAP);
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            '/' if before == ':' => {
                out.push(GAP);
                out.push(c);
            }
            '.' if ends_with_www(&out) => {
                out.push(GAP);
                out.push(c);
            }
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// As [`escaped`], for the beginning of a line, where a sign or a number with a full stop would begin a list.
#[must_use]
pub fn escaped_line(text: &str) -> String {
    let out = escaped(text);
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = out.split_at(digits);
    match rest.chars().next() {
        Some('-' | '+' | '=') if digits == 0 => format!("\\{out}"),
        Some('.' | ')') if digits > 0 => format!("{number}\\{rest}"),
        _ => out,
    }
}

/// ZERO WIDTH SPACE: breaks what a platform would link, and is not seen.
const GAP: char = '\u{200b}';

fn ends_with_www(out: &str) -> bool {
    out.len() >= 3 && out.get(out.len() - 3..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// Characters that turn the direction of what follows: a name could make a table read backwards.
const fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// At most `most` characters of `text`.
#[must_use]
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_a_name() {
        assert_eq!(
            escaped("@all <b>x</b> | `y` #12"),
            "@\u{200b}all &lt;b&gt;x&lt;/b&gt; \\| \\`y\\` \\#\u{200b}12"
        );
        assert_eq!(escaped("# 标题\n```"), "\\#\u{200b} 标题 \\`\\`\\`");
        assert_eq!(escaped("</details>"), "&lt;/details&gt;");
        assert_eq!(escaped("https://x.org www.x.org"), "https:\u{200b}//x.org www\u{200b}.x.org");
        assert_eq!(escaped_line("- a"), "\\- a");
        assert_eq!(escaped_line("12. a"), "12\\. a");
        assert_eq!(escaped("46.11 → +1"), "46.11 → +1");
        assert_eq!(escaped("a\u{202e}b"), "ab");
        assert_eq!(escaped("林蔚 2025-03：+1.20"), "林蔚 2025-03：+1.20");
    }
}
