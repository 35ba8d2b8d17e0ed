//! Rows of plain texts from one text (see `view`), without a round through the template interpreter for every cell; the
//! filter `cells`.

use tera::{Filter, Kwargs, State, TeraResult};

use super::escape::push_escaped;
use super::text_cell::push_link;
use crate::view::{CELL_BREAK, ROW_BREAK, split};

/// `{{ r.cells | cells }}`: data cells of a row.
pub(super) struct Cells;

impl Filter<&str, String> for Cells {
    fn call(&self, text: &str, _: Kwargs, _: &State) -> String {
        cells(text)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// `{{ history.rows | history_rows(base=base) }}`: indicators by months.
pub(super) struct HistoryRows;

impl Filter<&str, TeraResult<String>> for HistoryRows {
    fn call(&self, text: &str, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        Ok(history(text, kwargs.must_get("base")?))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

fn history(text: &str, base: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for row in split(text, ROW_BREAK).filter(|row| !row.is_empty()) {
        let mut cells = split(row, CELL_BREAK);
        let (href, name) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        out.push_str("\n<tr><th scope=\"row\">");
        push_link(&mut out, name, href, "", base);
        out.push_str("</th>");
        cells.for_each(|cell| push_cell(&mut out, cell));
        out.push_str("</tr>");
    }
    out
}

/// Table rows; the first cell is the heading of its row.
pub(super) fn push_rows(out: &mut String, text: &str) {
    for row in split(text, ROW_BREAK).filter(|row| !row.is_empty()) {
        let mut cells = split(row, CELL_BREAK);
        match cells.next() {
            Some(state) if !state.is_empty() => {
                out.push_str("<tr class=\"");
                push_escaped(out, state);
                out.push_str("\">");
            }
            _ => out.push_str("<tr>"),
        }
        if let Some(heading) = cells.next() {
            out.push_str("<th scope=\"row\">");
            push_escaped(out, heading);
            out.push_str("</th>");
        }
        cells.for_each(|cell| push_cell(out, cell));
        out.push_str("</tr>\n");
    }
}

fn cells(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    if !text.is_empty() {
        split(text, CELL_BREAK).for_each(|cell| push_cell(&mut out, cell));
    }
    out
}

fn push_cell(out: &mut String, cell: &str) {
    out.push_str("<td>");
    push_escaped(out, cell);
    out.push_str("</td>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_its_state_its_heading_and_escaped_cells() {
        let rows = |text: &str| {
            let mut out = String::new();
            push_rows(&mut out, text);
            out
        };
        assert_eq!(
            rows("no-data\u{1f}<b>\u{1f}x\u{1e}\u{1f}a\u{1f}1 & 2"),
            "<tr class=\"no-data\"><th scope=\"row\">&lt;b&gt;</th><td>x</td></tr>\n\
             <tr><th scope=\"row\">a</th><td>1 &amp; 2</td></tr>\n"
        );
        assert_eq!(rows(""), "");
        assert_eq!(cells("1\u{1f}<2"), "<td>1</td><td>&lt;2</td>");
        assert_eq!(cells(""), "");
    }
}
