//! What a derivation says after its rows, from one text each (see `view`).

use super::escape::push_escaped;
use crate::view::{CELL_BREAK, ROW_BREAK, split};

/// Steps as list items; a step may name its place.
pub(super) fn push_steps(out: &mut String, text: &str) {
    for step in split(text, ROW_BREAK).filter(|step| !step.is_empty()) {
        out.push_str("<li>");
        let (words, place) = step.split_once(CELL_BREAK).unwrap_or((step, ""));
        push_escaped(out, words);
        if !place.is_empty() {
            push_place(out, place);
        }
        out.push_str("</li>");
    }
}

/// Places, each after a space.
pub(super) fn push_places(out: &mut String, text: &str) {
    split(text, ROW_BREAK).filter(|place| !place.is_empty()).for_each(|place| push_place(out, place));
}

/// Path and line, leading to the line where its address is known.
fn push_place(out: &mut String, place: &str) {
    let mut parts = split(place, CELL_BREAK);
    let mut next = || parts.next().unwrap_or_default();
    let (path, line, href) = (next(), next(), next());
    let element = if href.is_empty() { "code" } else { "a" };
    out.push_str(" <");
    out.push_str(element);
    out.push_str(" class=\"src\"");
    if !href.is_empty() {
        out.push_str(" href=\"");
        push_escaped(out, href);
        out.push('"');
    }
    out.push('>');
    push_escaped(out, path);
    out.push(':');
    out.push_str(line);
    out.push_str("</");
    out.push_str(element);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(push: fn(&mut String, &str), text: &str) -> String {
        let mut out = String::new();
        push(&mut out, text);
        out
    }

    #[test]
    fn a_step_may_name_its_place_and_a_place_its_address() {
        assert_eq!(
            written(push_steps, "1 < 2\u{1e}b\u{1f}x.yml\u{1f}7\u{1f}"),
            "<li>1 &lt; 2</li><li>b <code class=\"src\">x.yml:7</code></li>"
        );
        assert_eq!(
            written(push_places, "x.yml\u{1f}7\u{1f}https://e.org/x"),
            " <a class=\"src\" href=\"https://e.org/x\">x.yml:7</a>"
        );
        assert_eq!(written(push_steps, "") + &written(push_places, ""), "");
    }
}
