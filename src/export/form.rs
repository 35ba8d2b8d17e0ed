//! Tables as CSV and JSON; Parquet has a file of its own.

use super::column::{Cell, Column};
use super::{Table, parquet};
use crate::table::csv_field;
use serde_json::{Map, Value};
use std::io::{self, Write};

/// The form of a table's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheet programs on Chinese Windows need.
    Csv,
    /// A list of objects.
    Json,
    /// Parquet, without compression.
    Parquet,
}

impl Form {
    /// The ending of the file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Parquet => "parquet",
        }
    }

    /// Writes `rows` of `table`; how many there were.
    pub(super) fn write(
        self,
        table: Table,
        rows: impl Iterator<Item = Vec<Cell>>,
        out: &mut (dyn Write + Send),
    ) -> io::Result<usize> {
        match self {
            Self::Csv => csv(table.columns(), rows, out),
            Self::Json => json(table.columns(), rows, out),
            Self::Parquet => parquet::write(table.name(), table.columns(), rows, out),
        }
    }
}

fn csv(columns: &[Column], rows: impl Iterator<Item = Vec<Cell>>, out: &mut dyn Write) -> io::Result<usize> {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    write!(out, "\u{feff}{}\r\n", names.join(","))?;
    let mut count = 0;
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.write_all(b",")?;
            }
            match cell {
                Cell::Nothing => {}
                Cell::Text(text) => out.write_all(csv_field(text).as_bytes())?,
                Cell::Number(number) => write!(out, "{number}")?,
                Cell::Whole(number) => write!(out, "{number}")?,
                Cell::Date(date) => write!(out, "{date}")?,
            }
        }
        out.write_all(b"\r\n")?;
        count += 1;
    }
    Ok(count)
}

fn json(columns: &[Column], rows: impl Iterator<Item = Vec<Cell>>, out: &mut dyn Write) -> io::Result<usize> {
    let mut count = 0;
    out.write_all(b"[")?;
    for row in rows {
        out.write_all(if count == 0 { b"\n" } else { b",\n" })?;
        let value = |cell: Cell| match cell {
            Cell::Nothing => Value::Null,
            Cell::Text(text) => text.into(),
            Cell::Number(number) => number.into(),
            Cell::Whole(number) => number.into(),
            Cell::Date(date) => date.to_string().into(),
        };
        let object: Map<String, Value> =
            columns.iter().zip(row).map(|(column, cell)| (column.name.to_owned(), value(cell))).collect();
        serde_json::to_writer(&mut *out, &object)?;
        count += 1;
    }
    out.write_all(if count == 0 { b"]\n" } else { b"\n]\n" })?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::super::column::{number, text};
    use super::*;

    #[test]
    fn texts_are_no_formulas_and_numbers_keep_every_digit() {
        let columns = [text("a"), number("b")];
        let rows = || {
            [("=HYPERLINK(\"x\")", 0.1 + 0.2), ("a, b", -1.5), ("-x", 1e21)]
                .map(|(text, number)| vec![text.into(), number.into()])
                .into_iter()
                .chain([vec![Cell::Nothing, Cell::Nothing]])
        };
        let mut out = Vec::new();
        assert_eq!(csv(&columns, rows(), &mut out).unwrap(), 4);
        let expected = "\u{feff}a,b\r\n\"'=HYPERLINK(\"\"x\"\")\",0.30000000000000004\r\n\"a, b\",-1.5\r\n'-x,1000000000000000000000\r\n,\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
        let mut out = Vec::new();
        json(&columns, rows(), &mut out).unwrap();
        let read: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(read[0]["b"].as_f64(), Some(0.1 + 0.2));
        assert_eq!(read[3], serde_json::json!({ "a": null, "b": null }));
    }
}
