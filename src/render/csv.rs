//! A table as CSV for spreadsheet programs.

use crate::table::csv_field;
use crate::view::{Cell, OPEN, Table, in_both, side};

/// The table as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheet programs on Chinese Windows need.
///
/// Texts that a spreadsheet would take for a formula are preceded by an apostrophe ([`csv_field`]). Cells without a value are
/// empty.
#[must_use]
pub fn csv(table: &Table) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let head = table.columns.iter().map(|c| match &c.unit {
        Some(unit) => format!("{} ({unit})", c.title),
        None => c.title.clone(),
    });
    push_line(&mut out, head);
    for row in &table.rows {
        push_line(&mut out, row.cells.iter().map(text));
    }
    out.into_bytes()
}

/// The text of a cell with its status word and note.
fn text(cell: &Cell) -> String {
    let mark = cell.mark.as_ref().map(|m| m.word.as_str());
    let parts = [Some(cell.text.as_str()), mark, cell.note.as_deref()];
    parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
}

fn push_line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (i, field) in fields.enumerate() {
        if i > 0 {
            out.push(',');
        }
        push_field(out, &field);
    }
    out.push_str("\r\n");
}

/// What has to be quoted or disarmed differs from language to language.
fn push_field(out: &mut String, field: &str) {
    if field.contains(OPEN) {
        out.push_str(&in_both(|language| csv_field(&side(field, language)).into_owned()));
    } else {
        out.push_str(&csv_field(field));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Column, Language, Row, both};

    /// A mark between passages must not hide what a spreadsheet program would take for a formula.
    #[test]
    fn each_language_is_disarmed_and_quoted_by_itself() {
        let text = format!("{}{}", both("=1", "One"), both("", ", two"));
        let table = Table::new("t", vec![Column::text("x")], vec![Row::new(vec![Cell::text(text)])]);
        let csv = String::from_utf8(csv(&table)).unwrap();
        assert_eq!(side(&csv, Language::Zh), "\u{feff}x\r\n'=1\r\n");
        assert_eq!(side(&csv, Language::En), "\u{feff}x\r\n\"One, two\"\r\n");
    }

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        let table = Table::new(
            "t",
            vec![Column::text("名"), Column::number("值").unit("%")],
            vec![
                Row::new(vec![Cell::text("=HYPERLINK(\"x\")"), Cell::text("-1.5")]),
                Row::new(vec![Cell::text("a, b"), Cell::text("-x")]),
            ],
        );
        assert_eq!(
            String::from_utf8(csv(&table)).unwrap(),
            "\u{feff}名,值 (%)\r\n\"'=HYPERLINK(\"\"x\"\")\",-1.5\r\n\"a, b\",'-x\r\n"
        );
    }
}
