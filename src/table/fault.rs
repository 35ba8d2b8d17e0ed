//! Why a table cannot be read.

use super::foreign::Foreign;
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
    /// The Parquet file cannot be read.
    Parquet(String),
    /// A column of the Parquet file cannot be read.
    Column {
        /// Its name.
        name: String,
        /// What the reader says.
        why: String,
    },
    /// The file is something else.
    Foreign(Foreign),
    /// A NUL byte stands among the text.
    Nul {
        /// Its line, from 1.
        line: u64,
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
                write!(
                    out,
                    "line {line} holds bytes that are no text in {encoding}; save the file again as CSV UTF-8"
                )
            }
            Self::OpenQuote { line } => {
                write!(
                    out,
                    "the quote (\") that opens a cell on line {line} is never closed; close it, or write it twice (\"\") where it is part of the text"
                )
            }
            Self::NotJson { line, why } => {
                write!(
                    out,
                    "line {line} is not a JSON object: {why}; write one object a line: {{\"agent\": \"…\", …}}"
                )
            }
            Self::Workbook(why) => {
                write!(
                    out,
                    "the workbook cannot be read ({why}); open it in a spreadsheet program and save it as .xlsx again"
                )
            }
            Self::NoSheet { wanted, known } => {
                write!(out, "there is no sheet `{wanted}`; the sheets are {}", known.join(", "))
            }
            Self::Parquet(why) => {
                write!(out, "the Parquet file is damaged or cut off ({why}); copy or export it again")
            }
            Self::Column { name, why } => {
                write!(
                    out,
                    "the column `{name}` of the Parquet file cannot be read ({why}); export it again, with snappy, zstd, gzip or no compression"
                )
            }
            Self::Foreign(what) => out.write_str(foreign(*what)),
            Self::Nul { line } => {
                write!(
                    out,
                    "line {line} holds a NUL byte, which no text has; export the file again as CSV UTF-8"
                )
            }
            Self::NoEncoding(name) => {
                write!(out, "there is no encoding `{name}`; write utf-8, gb18030, utf-16le or utf-16be")
            }
            Self::Empty => out.write_str(
                "nothing stands in it; export it again, with a row of column names and the rows below",
            ),
            Self::Io(why) => write!(out, "the file cannot be read to its end: {why}"),
        }
    }
}

const fn foreign(what: Foreign) -> &'static str {
    match what {
        Foreign::Gzip => "it is packed by gzip; unpack it first (gunzip), and import the file inside",
        Foreign::Archive => {
            "it is a ZIP archive without a workbook; unpack it first, and import the file inside"
        }
        Foreign::OpenDocument => "it is a workbook of another form; save it as .xlsx or CSV UTF-8",
        Foreign::Excel97 => "it is a workbook of Excel 97–2003; open it and save it as .xlsx or CSV UTF-8",
        Foreign::Locked => "the workbook has a password; open it, take the password off, and save it again",
        Foreign::Markup => {
            "it is a web page or XML, whatever its name says; open it in a spreadsheet program and save it as .xlsx or CSV UTF-8"
        }
        Foreign::Pdf => "it is a PDF document; export the figures as CSV or XLSX",
        Foreign::Picture => "it is a picture; export the figures as CSV or XLSX",
        Foreign::NotParquet => {
            "it is no Parquet file, as it does not begin with PAR1; give it the ending of what it is (.csv, .jsonl), or export it again"
        }
        Foreign::LockedParquet => "the Parquet file is encrypted; export it without encryption",
    }
}

impl std::error::Error for TableError {}

impl From<std::io::Error> for TableError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}
