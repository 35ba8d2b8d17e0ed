//! The filter `derivation`: how a score came about, from one text (see `view`).

use std::collections::BTreeMap;

use tera::{Filter, Kwargs, State, TeraResult};

use super::escape::push_escaped;
use super::places::{push_places, push_steps};
use super::rows::push_rows;
use crate::view::{PART_BREAK, split};

/// `{{ d | derivation(base=base, open=open) }}`.
#[derive(Debug, Default)]
pub(super) struct DerivationMarkup {
    /// "Derivation", the rest of the table's name.
    derivation: String,
    /// The head of the table as markup.
    head: String,
    by_rules: String,
    written_in: String,
}

impl DerivationMarkup {
    /// The filter with the words of a language.
    pub(super) fn new(texts: &BTreeMap<String, String>) -> Self {
        let word = |key: &str| texts.get(key).cloned().unwrap_or_default();
        let mut head = String::from("<thead><tr>");
        for key in ["indicator", "counts-value", "rule", "points-contribution"] {
            head.push_str("<th scope=\"col\">");
            push_escaped(&mut head, &word(key));
            head.push_str("</th>");
        }
        head.push_str("</tr></thead>");
        Self {
            derivation: word("derivation"),
            head,
            by_rules: word("by-rules"),
            written_in: word("written-in"),
        }
    }

    fn markup(&self, text: &str, base: &str, open: bool) -> String {
        let mut out = String::with_capacity(1024 + text.len() * 2);
        let mut parts = split(text, PART_BREAK);
        let mut next = || parts.next().unwrap_or_default();
        let (anchor, label, score, band, scheme, href) = (next(), next(), next(), next(), next(), next());
        let (rows, steps, places) = (next(), next(), next());
        out.push_str(if open {
            "<details class=\"dv\" open><summary>"
        } else {
            "<details class=\"dv\"><summary>"
        });
        push_escaped(&mut out, label);
        out.push_str(" <b>");
        push_escaped(&mut out, score);
        out.push_str("</b>");
        if !band.is_empty() {
            out.push_str(" <span>");
            push_escaped(&mut out, band);
            out.push_str("</span>");
        }
        out.push_str("</summary>\n<div id=\"");
        push_escaped(&mut out, anchor);
        out.push_str("\">\n<table class=\"dvt\" aria-label=\"");
        push_escaped(&mut out, label);
        out.push(' ');
        push_escaped(&mut out, &self.derivation);
        out.push_str("\">\n");
        out.push_str(&self.head);
        out.push_str("\n<tbody>\n");
        push_rows(&mut out, rows);
        out.push_str("</tbody></table>\n<ul class=\"steps\">");
        push_steps(&mut out, steps);
        self.origin(&mut out, base, (scheme, href), places);
        out.push_str("</ul>\n</div></details>");
        out
    }

    /// The rules that were used, and where the figures are written.
    fn origin(&self, out: &mut String, base: &str, (scheme, href): (&str, &str), places: &str) {
        if !scheme.is_empty() {
            out.push_str("<li>");
            push_escaped(out, &self.by_rules);
            out.push_str(" <a href=\"");
            out.push_str(base);
            push_escaped(out, href);
            out.push_str("\">");
            push_escaped(out, scheme);
            out.push_str("</a></li>");
        }
        if !places.is_empty() {
            out.push_str("<li>");
            push_escaped(out, &self.written_in);
            push_places(out, places);
            out.push_str("</li>");
        }
    }
}

impl Filter<&str, TeraResult<String>> for DerivationMarkup {
    fn call(&self, text: &str, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        Ok(self.markup(text, kwargs.must_get("base")?, kwargs.get("open")?.unwrap_or_default()))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_derivation_has_its_rows_steps_rules_and_places() {
        let filter = DerivationMarkup {
            by_rules: "by".to_owned(),
            written_in: "in".to_owned(),
            ..DerivationMarkup::default()
        };
        let text = "p-1\u{1d}<1>\u{1d}86\u{1d}B\u{1d}Rules 2\u{1d}schemes/r.html\u{1d}\u{1f}a\u{1f}b\u{1d}s\u{1d}x.yml\u{1f}3\u{1f}";
        assert_eq!(
            filter.markup(text, "../", true),
            "<details class=\"dv\" open><summary>&lt;1&gt; <b>86</b> <span>B</span></summary>\n<div id=\"p-1\">\n\
             <table class=\"dvt\" aria-label=\"&lt;1&gt; \">\n\n<tbody>\n<tr><th scope=\"row\">a</th><td>b</td></tr>\n\
             </tbody></table>\n<ul class=\"steps\"><li>s</li><li>by <a href=\"../schemes/r.html\">Rules 2</a></li>\
             <li>in <code class=\"src\">x.yml:3</code></li></ul>\n</div></details>"
        );
        assert!(!filter.markup("p\u{1d}l\u{1d}s", "", false).contains("<li>"));
    }
}
