//! The filter `table_rows`: the rows of a table from one text (see `view`).

use tera::{Filter, Kwargs, State, TeraResult, Value};

use super::escape::push_escaped;
use super::text_cell::{CellWords, TextCell};
use crate::view::{CELL_BREAK, PART_BREAK, ROW_BREAK, split};

/// `{{ table.rows | table_rows(columns=table.columns, base=base) }}`: table rows; the first cell is the heading of its row.
pub(super) struct TableRows(pub(super) CellWords);

/// `{{ table.rows | row_count }}`: how many rows there are.
pub(super) struct RowCount;

impl Filter<&str, TeraResult<String>> for TableRows {
    fn call(&self, text: &str, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        let columns: Vec<Column<'_>> = kwargs.must_get::<&[Value]>("columns")?.iter().map(column).collect();
        Ok(table_rows(text, &columns, kwargs.must_get("base")?, &self.0))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

impl Filter<&str, usize> for RowCount {
    fn call(&self, text: &str, _: Kwargs, _: &State) -> usize {
        if text.is_empty() { 0 } else { split(text, ROW_BREAK).count() }
    }
}

/// How the cells of a column stand, and whether it is left out on narrow screens.
#[derive(Clone, Copy, Default)]
struct Column<'v> {
    align: &'v str,
    minor: bool,
}

fn column(value: &Value) -> Column<'_> {
    let mut parts = split(value.as_str().unwrap_or_default(), PART_BREAK);
    Column {
        align: parts.next().unwrap_or_default(),
        minor: parts.next().is_some_and(|minor| !minor.is_empty()),
    }
}

fn table_rows(text: &str, columns: &[Column<'_>], base: &str, words: &CellWords) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for row in split(text, ROW_BREAK).filter(|row| !row.is_empty()) {
        let mut cells = split(row, CELL_BREAK);
        out.push_str("\n<tr");
        if let Some(anchor) = cells.next().filter(|anchor| !anchor.is_empty()) {
            out.push_str(" id=\"");
            push_escaped(&mut out, anchor);
            out.push('"');
        }
        out.push('>');
        for (at, cell) in cells.enumerate() {
            let cell = TextCell::read(cell);
            push_cell(
                &mut out,
                &cell,
                (at > 0).then(|| columns.get(at).copied().unwrap_or_default()),
                base,
                words,
            );
        }
        out.push_str("</tr>");
    }
    out
}

/// A cell; `None` for a column makes it the heading of its row.
fn push_cell(
    out: &mut String,
    cell: &TextCell<'_>,
    column: Option<Column<'_>>,
    base: &str,
    words: &CellWords,
) {
    match column {
        None => out.push_str("<th scope=\"row\""),
        Some(column) => {
            out.push_str("<td class=\"");
            out.push_str(column.align);
            out.push_str(if column.minor { " minor" } else { "" });
            if !cell.heat.is_empty() {
                out.push_str(" h");
                out.push_str(cell.heat);
            }
            out.push_str(if cell.state == "too-few" { " few" } else { "" });
            out.push('"');
        }
    }
    if !cell.sort.is_empty() {
        out.push_str(" data-v=\"");
        push_escaped(out, cell.sort);
        out.push('"');
    }
    out.push('>');
    cell.push(out, base, words);
    out.push_str(if column.is_none() { "</th>" } else { "</td>" });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_its_anchor_its_heading_and_cells_with_their_meaning() {
        let words = CellWords {
            no_data: "no data".to_owned(),
            too_few: "too few".to_owned(),
            ..CellWords::default()
        };
        let columns = [
            Column::default(),
            Column { align: "end", minor: true },
            Column { align: "start", minor: false },
        ];
        let text = "a\u{1f}<b>\u{1f}7\u{1d}too-few\u{1d}7.1\u{1d}x.html\u{1d}\u{1d}n = 3\u{1d}watch\u{1d}near\u{1d}4\u{1d}<svg/>\
                    \u{1f}\u{1d}no-data\u{1e}\u{1f}c";
        assert_eq!(
            table_rows(text, &columns, "../", &words),
            "\n<tr id=\"a\"><th scope=\"row\">&lt;b&gt;</th>\
             <td class=\"end minor h4 few\" data-v=\"7.1\"><a href=\"../x.html\">7</a> <span class=\"mk watch\">near</span>\
             \u{20}<span class=\"dr\"><svg/></span> <small>n = 3</small> <small>too few</small></td>\
             <td class=\"start\"><span class=\"nil\">no data</span></td></tr>\n<tr><th scope=\"row\">c</th></tr>"
        );
    }
}
