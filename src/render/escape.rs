//! Escaping of untrusted text for HTML elements and quoted attributes.

use std::io::{self, Write};

/// Writes `text` with `& < > " '` as character references. Tera's own function writes byte by byte; most texts hold
/// nothing to escape, so whole runs are written at once.
pub(super) fn escape_html(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut rest = text;
    while let Some((plain, reference, after)) = next(rest) {
        out.write_all(plain.as_bytes())?;
        out.write_all(reference.as_bytes())?;
        rest = after;
    }
    out.write_all(rest.as_bytes())
}

/// As [`escape_html`], into a string.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some((plain, reference, after)) = next(rest) {
        out.push_str(plain);
        out.push_str(reference);
        rest = after;
    }
    out.push_str(rest);
}

/// What stands before the first character to escape, its reference, and what stands after it.
fn next(text: &str) -> Option<(&str, &'static str, &str)> {
    let special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    // Looking at every byte without a way out is done many bytes at a time; most texts hold nothing to escape.
    if !text.as_bytes().iter().fold(false, |found, byte| found | special(byte)) {
        return None;
    }
    let at = text.as_bytes().iter().position(special)?;
    let (plain, from) = text.split_at(at);
    let reference = match from.as_bytes().first() {
        Some(b'&') => "&amp;",
        Some(b'<') => "&lt;",
        Some(b'>') => "&gt;",
        Some(b'"') => "&quot;",
        _ => "&#39;",
    };
    Some((plain, reference, from.get(1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_five_characters_and_nothing_else() {
        let mut out = Vec::new();
        escape_html("林&蔚 <b a=\"x\" c='y'>", &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "林&amp;蔚 &lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;");
    }
}
