//! Why a table cannot be read.

use std::fmt;

/// Why a table cannot be read.
#[derive(Debug)]
pub enum TableError {
    /// The bytes are no text in the encoding that the file seemed to have.
    NotText {
        /// Name of that encoding.
        encoding: &'static str,
        /// Line of the first wrong bytes, from 1.
        line: u64,
    },
    /// A quote was opened and never closed.
    OpenQuote {
        /// Line on which it was opened, from 1.
        line: u64,
    },
    /// A line is no JSON object.
    NotJson {
        /// The line, from 1.
        line: u64,
        /// What the reader says.
        why: String,
    },
    /// The workbook cannot be read.
    Workbook(String),
    /// The workbook has no such sheet.
    NoSheet {
        /// The sheet asked for.
        wanted: String,
        /// Those that it has.
        known: Vec<String>,
    },
    /// No encoding of that name is known.
    NoEncoding(String),
    /// Nothing stands in it.
    Empty,
    /// The system could not read on.
    Io(std::io::Error),
}

impl fmt::Display for TableError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText { encoding, line } => {
                write!(out, "line {line} is not text in {encoding}; save the file again as UTF-8")
            }
            Self::OpenQuote { line } => {
                write!(out, "the quote that opens on line {line} is never closed")
            }
            Self::NotJson { line, why } => write!(out, "line {line} is not a JSON object: {why}"),
            Self::Workbook(why) => write!(out, "the workbook cannot be read: {why}"),
            Self::NoSheet { wanted, known } => {
                write!(out, "there is no sheet `{wanted}`; the sheets are {}", known.join(", "))
            }
            Self::NoEncoding(name) => {
                write!(out, "there is no encoding `{name}`; write utf-8, gb18030, utf-16le or utf-16be")
            }
            Self::Empty => out.write_str("the table is empty"),
            Self::Io(why) => write!(out, "the file cannot be read to its end: {why}"),
        }
    }
}

impl std::error::Error for TableError {}

impl From<std::io::Error> for TableError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}
