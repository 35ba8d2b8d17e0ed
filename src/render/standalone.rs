//! A page that stands alone in one file: headings, sentences, tables, no script, its few styles inside.

use super::escape::escape_html;
use crate::view::{Cell, CellState, Language, RuleSection, SortKind, Table};
use std::fmt::Write as _;

/// Readable on screens and paper, in both colour schemes.
const STYLE: &str = "body{font:1rem/1.6 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:72rem;\
margin:2rem auto;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;\
font-weight:600}th,td{border-bottom:1px solid #8888;padding:.3rem .6rem;text-align:left;vertical-align:top}.n{text-align:right;\
font-variant-numeric:tabular-nums}small{opacity:.75}";

/// The page as HTML in UTF-8. `about` stands below the title, one paragraph each.
#[must_use]
pub fn standalone(language: Language, title: &str, about: &[String], sections: &[RuleSection]) -> String {
    let mut out = String::with_capacity(16 * 1024);
    // Writing to a text cannot fail.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<h1>{}</h1>\n",
        language.tag(),
        escaped(title),
        escaped(title)
    );
    paragraphs(&mut out, about);
    for section in sections {
        let _ = writeln!(
            out,
            "<section>\n<h2 id=\"{}\">{}</h2>",
            escaped(&section.anchor),
            escaped(&section.title)
        );
        paragraphs(&mut out, &section.paragraphs);
        if let Some(one) = &section.table {
            table(&mut out, one);
        }
        out.push_str("</section>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    // Writing to memory cannot fail.
    let _ = escape_html(text, &mut out);
    String::from_utf8_lossy(&out).into_owned()
}

fn paragraphs(out: &mut String, list: &[String]) {
    for text in list {
        let _ = writeln!(out, "<p>{}</p>", escaped(text));
    }
}

fn table(out: &mut String, table: &Table) {
    let numeric: Vec<bool> = table.columns.iter().map(|column| column.sort == SortKind::Number).collect();
    let class = |at: usize| if numeric.get(at) == Some(&true) { " class=\"n\"" } else { "" };
    let _ = writeln!(out, "<table>\n<caption>{}</caption>\n<thead><tr>", escaped(&table.caption));
    for (at, column) in table.columns.iter().enumerate() {
        let _ = write!(out, "<th scope=\"col\"{}>{}</th>", class(at), escaped(&column.title));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (at, cell) in row.cells.iter().enumerate() {
            let (open, close) = if at == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let _ = write!(out, "<{open}{}>{}</{close}>", class(at), words(cell));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    for note in &table.notes {
        let _ = writeln!(out, "<p><small>{}</small></p>", escaped(note));
    }
}

fn words(cell: &Cell) -> String {
    let empty = matches!(cell.state, CellState::NoData | CellState::NotApplicable | CellState::Withheld);
    let text = if cell.text.is_empty() && empty { "–" } else { cell.text.as_str() };
    match &cell.note {
        Some(note) => format!("{} <small>{}</small>", escaped(text), escaped(note)),
        None => escaped(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Column, Row};

    #[test]
    fn names_cannot_become_markup() {
        let columns = vec![Column::text("<b>"), Column::number("n")];
        let rows = vec![Row::new(vec![Cell::text("<script>"), Cell::number("1", 1.0)])];
        let section = RuleSection {
            anchor: "a".to_owned(),
            title: "T & U".to_owned(),
            paragraphs: vec!["1 < 2".to_owned()],
            table: Some(Table::new("c", columns, rows)),
        };
        let page = standalone(Language::Zh, "\"x\"", &[], &[section]);
        assert!(!page.contains("<script") && !page.contains("<b>") && page.contains("T &amp; U"));
        assert!(page.contains("<td class=\"n\">1</td>"));
    }
}
