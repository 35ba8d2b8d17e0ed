//! The filters `fact`, `keyfigure`, `goal` and `heads`: small things of lists, each from one text (see `view`).

use std::collections::BTreeMap;

use tera::{Filter, Kwargs, State, TeraResult, Value};

use super::escape::push_escaped;
use super::text_cell::{push_link, push_mark, push_nil};
use crate::view::{PART_BREAK, split};

/// `{{ f | fact(base=base) }}`: a term and what holds for it.
pub(super) struct Facts;

/// `{{ f | keyfigure(base=base) }}`: a headline figure.
pub(super) struct KeyFigures;

/// `{{ g | goal(base=base) }}`: a goal as a row of the sheet.
#[derive(Debug, Default)]
pub(super) struct Goals {
    not_judged: String,
}

/// `{{ columns | heads(base=base, sortable=sortable) }}`: the headings of a table.
pub(super) struct Heads;

impl Goals {
    /// The filter with the words of a language.
    pub(super) fn new(texts: &BTreeMap<String, String>) -> Self {
        Self { not_judged: texts.get("not-judged").cloned().unwrap_or_default() }
    }
}

fn element(out: &mut String, open: &str, text: &str, close: &str) {
    out.push_str(open);
    push_escaped(out, text);
    out.push_str(close);
}

fn fact(text: &str, base: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2 + 64);
    let mut parts = split(text, PART_BREAK);
    let mut next = || parts.next().unwrap_or_default();
    element(&mut out, "<div><dt>", next(), "</dt><dd>");
    let (words, href, lang) = (next(), next(), next());
    push_link(&mut out, words, href, lang, base);
    out.push_str("</dd></div>");
    out
}

fn keyfigure(text: &str, base: &str) -> String {
    let mut out = String::with_capacity(text.len() + 256);
    let mut parts = split(text, PART_BREAK);
    let mut next = || parts.next().unwrap_or_default();
    element(&mut out, "\n<div><dt>", next(), "</dt><dd><span class=\"val\" data-kpi>");
    let (value, href, unit, tone, word) = (next(), next(), next(), next(), next());
    push_link(&mut out, value, href, "", base);
    out.push_str("</span>");
    if !unit.is_empty() {
        element(&mut out, " <small>", unit, "</small>");
    }
    if !tone.is_empty() {
        out.push(' ');
        push_mark(&mut out, tone, word);
    }
    out.push_str("</dd>");
    let (target, change, spark) = (next(), next(), next());
    if !target.is_empty() {
        element(&mut out, "<dd class=\"sub aim\">", target, "</dd>");
    }
    if !change.is_empty() {
        element(&mut out, "<dd class=\"sub\">", change, "</dd>");
    }
    if !spark.is_empty() {
        out.push_str("<dd class=\"dr\">");
        out.push_str(spark);
        out.push_str("</dd>");
    }
    out.push_str("</div>");
    out
}

impl Goals {
    fn row(&self, text: &str, base: &str) -> String {
        let mut out = String::with_capacity(text.len() + 160);
        let mut parts = split(text, PART_BREAK);
        let mut next = || parts.next().unwrap_or_default();
        out.push_str("\n<tr><th scope=\"row\">");
        let (title, href) = (next(), next());
        push_link(&mut out, title, href, "", base);
        element(&mut out, "</th><td>", next(), "</td>");
        element(&mut out, "<td>", next(), "</td><td>");
        match next() {
            "" => push_nil(&mut out, &self.not_judged),
            tone => push_mark(&mut out, tone, next()),
        }
        out.push_str("</td></tr>");
        out
    }
}

fn push_head(out: &mut String, text: &str, base: &str, sortable: bool) {
    let mut parts = split(text, PART_BREAK);
    let mut next = || parts.next().unwrap_or_default();
    let (align, minor, sort) = (next(), next(), next());
    out.push_str("<th scope=\"col\"");
    if sortable && sort != "none" {
        element(out, " data-sort=\"", sort, "\"");
    }
    out.push_str(" class=\"");
    out.push_str(align);
    out.push_str(if minor.is_empty() { "\">" } else { " minor\">" });
    let (title, href, unit) = (next(), next(), next());
    push_link(out, title, href, "", base);
    if !unit.is_empty() {
        element(out, " <small>", unit, "</small>");
    }
    out.push_str("</th>");
}

impl Filter<&str, TeraResult<String>> for Facts {
    fn call(&self, text: &str, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        Ok(fact(text, kwargs.must_get("base")?))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

impl Filter<&str, TeraResult<String>> for KeyFigures {
    fn call(&self, text: &str, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        Ok(keyfigure(text, kwargs.must_get("base")?))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

impl Filter<&str, TeraResult<String>> for Goals {
    fn call(&self, text: &str, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        Ok(self.row(text, kwargs.must_get("base")?))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

impl Filter<&[Value], TeraResult<String>> for Heads {
    fn call(&self, columns: &[Value], kwargs: Kwargs, _: &State) -> TeraResult<String> {
        let (base, sortable) = (kwargs.must_get::<&str>("base")?, kwargs.must_get("sortable")?);
        let mut out = String::with_capacity(columns.len() * 64);
        columns.iter().filter_map(Value::as_str).for_each(|text| push_head(&mut out, text, base, sortable));
        Ok(out)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_leads_where_it_has_an_address() {
        assert_eq!(
            fact("T\u{1d}<x>\u{1d}a.html\u{1d}", "../"),
            "<div><dt>T</dt><dd><a href=\"../a.html\">&lt;x&gt;</a></dd></div>"
        );
        assert_eq!(fact("T\u{1d}x\u{1d}\u{1d}", "../"), "<div><dt>T</dt><dd>x</dd></div>");
    }

    #[test]
    fn a_key_figure_has_only_the_parts_it_has() {
        assert_eq!(
            keyfigure("L\u{1d}86\u{1d}d.html\u{1d}of 100\u{1d}watch\u{1d}near\u{1d}\u{1d}up\u{1d}<svg/>", ""),
            "\n<div><dt>L</dt><dd><span class=\"val\" data-kpi><a href=\"d.html\">86</a></span> <small>of 100</small> \
             <span class=\"mk watch\">near</span></dd><dd class=\"sub\">up</dd><dd class=\"dr\"><svg/></dd></div>"
        );
    }

    #[test]
    fn a_goal_without_a_mark_says_so_and_a_heading_says_how_it_sorts() {
        let goals = Goals { not_judged: "?".to_owned() };
        assert_eq!(
            goals.row("g\u{1d}\u{1d}≥ 1\u{1d}2\u{1d}\u{1d}", ""),
            "\n<tr><th scope=\"row\">g</th><td>≥ 1</td><td>2</td><td><span class=\"nil\">?</span></td></tr>"
        );
        let mut out = String::new();
        push_head(&mut out, "end\u{1d}minor\u{1d}number\u{1d}h\u{1d}\u{1d}s", "", true);
        assert_eq!(out, "<th scope=\"col\" data-sort=\"number\" class=\"end minor\">h <small>s</small></th>");
    }
}
