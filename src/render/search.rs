//! The search index as a plain script: `fetch` is not allowed for pages opened from disk.

use crate::view::SearchEntry;

/// The script `assets/search-<language>.js`: `window.DESKSCORE_SEARCH=[["label","kind","href","keys"],…];`
#[must_use]
pub fn search_script(entries: &[SearchEntry]) -> Vec<u8> {
    let mut out = String::from("window.DESKSCORE_SEARCH=[");
    for (i, entry) in entries.iter().enumerate() {
        out.push_str(if i == 0 { "[" } else { ",\n[" });
        for (j, text) in [&entry.label, &entry.kind, &entry.href, &entry.keys].into_iter().enumerate() {
            if j > 0 {
                out.push(',');
            }
            push_string(&mut out, text);
        }
        out.push(']');
    }
    out.push_str("];\n");
    out.into_bytes()
}

/// A JSON string that is also a JavaScript string of every age: U+2028 and U+2029 escaped, and `<` for good measure.
fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '<' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)))
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_inside_their_strings() {
        let entry = SearchEntry {
            label: "</script>\"\\".into(),
            kind: "客服\n".into(),
            href: "agents/a.html".into(),
            keys: "lin\u{2028}".into(),
        };
        assert_eq!(
            String::from_utf8(search_script(&[entry])).unwrap(),
            "window.DESKSCORE_SEARCH=[[\"\\u003c/script>\\\"\\\\\",\"客服\\u000a\",\"agents/a.html\",\"lin\\u2028\"]];\n"
        );
    }
}
