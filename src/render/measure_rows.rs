//! The filter `measure_rows`: the rows of a bullet list from one text (see `view`).

use std::collections::BTreeMap;

use tera::{Filter, Kwargs, State, TeraResult};

use super::escape::push_escaped;
use super::text_cell::{CellWords, TextCell, push_link, push_mark, push_nil};
use crate::view::{CELL_BREAK, ROW_BREAK, split};

/// `{{ rows | measure_rows(base=base, scored=scored) }}`.
#[derive(Debug, Default)]
pub(super) struct MeasureRows {
    cells: CellWords,
    not_scored: String,
    no_target: String,
    not_drawn: String,
    not_comparable: String,
    not_judged: String,
}

impl MeasureRows {
    /// The filter with the words of a language.
    pub(super) fn new(texts: &BTreeMap<String, String>) -> Self {
        let word = |key: &str| texts.get(key).cloned().unwrap_or_default();
        Self {
            cells: CellWords::new(texts),
            not_scored: word("not-scored"),
            no_target: word("no-target"),
            not_drawn: word("not-drawn"),
            not_comparable: word("not-comparable"),
            not_judged: word("not-judged"),
        }
    }

    fn rows(&self, text: &str, base: &str, scored: bool) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        split(text, ROW_BREAK)
            .filter(|row| !row.is_empty())
            .for_each(|row| self.row(&mut out, row, base, scored));
        out
    }

    fn row(&self, out: &mut String, row: &str, base: &str, scored: bool) {
        let mut parts = split(row, CELL_BREAK);
        let mut next = || parts.next().unwrap_or_default();
        let (name, href, lang, direction, weight) = (next(), next(), next(), next(), next());
        let value = TextCell::read(next());
        let (target, points, contribution, change) = (next(), next(), next(), next());
        let (tone, word, bullet, spark) = (next(), next(), next(), next());
        out.push_str("\n<tr><th scope=\"row\">");
        push_link(out, name, href, lang, base);
        if !direction.is_empty() {
            out.push_str(" <small>");
            push_escaped(out, direction);
            out.push_str("</small>");
        }
        out.push_str("</th>");
        if scored {
            push_figure(out, "end", weight, &self.not_scored);
        }
        out.push_str(if value.state == "too-few" {
            "<td class=\"end val few\">"
        } else {
            "<td class=\"end val\">"
        });
        value.push(out, base, &self.cells);
        out.push_str("</td>");
        push_figure(out, "end", target, &self.no_target);
        out.push_str("<td class=\"dr bul\">");
        if bullet.is_empty() {
            push_nil(out, &self.not_drawn)
        } else {
            out.push_str(bullet)
        }
        out.push_str("</td>");
        if scored {
            push_figure(out, "end", points, &self.not_scored);
            push_figure(out, "end minor", contribution, &self.not_scored);
        }
        self.change(out, spark, change);
        out.push_str("<td>");
        if tone.is_empty() {
            push_nil(out, &self.not_judged)
        } else {
            push_mark(out, tone, word)
        }
        out.push_str("</td></tr>");
    }

    fn change(&self, out: &mut String, spark: &str, change: &str) {
        out.push_str("<td class=\"dr tr\">");
        out.push_str(spark);
        let (class, text) =
            if change.is_empty() { (" class=\"nil\"", self.not_comparable.as_str()) } else { ("", change) };
        out.push_str("<small");
        out.push_str(class);
        out.push('>');
        push_escaped(out, text);
        out.push_str("</small></td>");
    }
}

/// A cell with a figure, or the word for its absence.
fn push_figure(out: &mut String, class: &str, text: &str, absent: &str) {
    out.push_str("<td class=\"");
    out.push_str(class);
    out.push_str("\">");
    if text.is_empty() {
        push_nil(out, absent)
    } else {
        push_escaped(out, text)
    }
    out.push_str("</td>");
}

impl Filter<&str, TeraResult<String>> for MeasureRows {
    fn call(&self, text: &str, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        Ok(self.rows(text, kwargs.must_get("base")?, kwargs.must_get("scored")?))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_has_its_figures_and_words_where_there_are_none() {
        let filter = MeasureRows {
            no_target: "no target".to_owned(),
            not_judged: "?".to_owned(),
            ..MeasureRows::default()
        };
        let text = "a<b\u{1f}i.html\u{1f}\u{1f}lower\u{1f}9%\u{1f}20 s\u{1d}\u{1d}20\u{1f}\u{1f}91.2\u{1f}8.2\u{1f}\u{2191} 1\
                    \u{1f}\u{1f}\u{1f}<svg/>\u{1f}<i/>";
        assert_eq!(
            filter.rows(text, "../", false),
            "\n<tr><th scope=\"row\"><a href=\"../i.html\">a&lt;b</a> <small>lower</small></th><td class=\"end val\">20 s</td>\
             <td class=\"end\"><span class=\"nil\">no target</span></td><td class=\"dr bul\"><svg/></td>\
             <td class=\"dr tr\"><i/><small>\u{2191} 1</small></td><td><span class=\"nil\">?</span></td></tr>"
        );
        let scored = filter.rows(text, "../", true);
        assert!(
            scored.contains("<td class=\"end\">9%</td>")
                && scored.contains("<td class=\"end minor\">8.2</td>")
        );
    }
}
