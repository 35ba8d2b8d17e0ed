//! A small table at once.

use super::fault::TableError;
use super::header::Header;
use super::kind::Options;
use super::open::Table;
use super::record::Record;
use std::io::Cursor;

/// A table in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The names of its columns.
    pub header: Header,
    /// The rows below, without those that say nothing.
    pub rows: Vec<Record>,
}

/// Reads the bytes of a file named `name`. The header stands on the given rows, else where it seems to be.
///
/// # Errors
/// If the bytes are no table, or no row looks like a header ([`TableError::Empty`]).
pub fn read(
    bytes: Vec<u8>,
    name: &str,
    header: Option<(u64, u64)>,
    options: &Options,
) -> Result<Sheet, TableError> {
    let table = Table::open(Box::new(Cursor::new(bytes)), name, options)?;
    let header = table.header(header).ok_or(TableError::Empty)?;
    let mut rows = Vec::new();
    table.fold(
        header.last,
        Vec::new,
        |part: &mut Vec<Record>, row| {
            if !row.is_empty() {
                part.push(row.to_record());
            }
        },
        |part| rows.extend(part),
    )?;
    Ok(Sheet { header, rows })
}

#[cfg(test)]
mod tests {
    use super::super::cell::{Cell, Value};
    use super::*;

    fn sheet(text: &[u8], name: &str) -> Sheet {
        read(text.to_vec(), name, None, &Options::default()).unwrap()
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn csv_has_its_rows_by_line() {
        let sheet = sheet(b"\xef\xbb\xbfAgent,Note\r\n\r\nlin,\"two\r\nlines\"\r\n=\"007\", x \r\n", "a.csv");
        assert_eq!(sheet.header.names, ["Agent", "Note"]);
        let numbers: Vec<u64> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [3, 5]);
        assert_eq!(sheet.rows[0].cells, [text("lin"), text("two\r\nlines")]);
        assert_eq!(sheet.rows[1].cells, [text("007"), text("x")]);
    }

    #[test]
    fn excel_declares_its_delimiter_on_a_line_of_its_own() {
        let sheet = sheet(b"sep=;\nAgent;CSAT\nlin;93,1\n", "a.csv");
        assert_eq!(sheet.header, Header { names: vec!["Agent".into(), "CSAT".into()], first: 2, last: 2 });
        assert_eq!(sheet.rows[0].cells, [text("lin"), text("93,1")]);
    }

    #[test]
    fn json_lines_name_their_fields() {
        let sheet =
            sheet(b"{\"agent\": \"lin\", \"n\": 3}\n\n{\"agent\": \"zhao\", \"late\": true}\n", "a.jsonl");
        assert_eq!(sheet.header.names, ["agent", "n", "late"]);
        assert_eq!(sheet.rows[1].number, 3);
        assert_eq!(sheet.rows[1].cells, [text("zhao"), Value::Blank, Value::Flag(true)]);
    }

    /// Larger than some blocks, with quotes over line ends everywhere: the same rows as one pass gives.
    #[test]
    fn blocks_never_change_what_is_read() {
        let mut csv = String::from("id,note\n");
        for id in 0..200_000 {
            csv.push_str(&format!("{id},\"line one, of \"\"{id}\"\"\nline two {}\"\n", "x".repeat(id % 40)));
        }
        let sheet = sheet(csv.as_bytes(), "a.csv");
        assert_eq!(sheet.rows.len(), 200_000);
        for (id, row) in sheet.rows.iter().enumerate() {
            assert_eq!(row.row().cell(0), Cell::Text(&id.to_string()));
            assert_eq!(row.number, 2 + 2 * id as u64);
        }
    }
}
