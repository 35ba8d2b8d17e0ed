//! What kind of table a file is, and what its reader may be told beforehand.

/// A kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text with a delimiter.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// One JSON object on each line.
    JsonLines,
    /// Columns as Parquet.
    Parquet,
}

impl Kind {
    /// The kind of a file by its first bytes; its name decides only between texts.
    #[must_use]
    pub fn of(name: &str, first: &[u8]) -> Self {
        let name = name.to_ascii_lowercase();
        let json = [".jsonl", ".ndjson", ".json"].iter().any(|end| name.ends_with(end));
        if first.starts_with(b"PK\x03\x04") {
            Self::Xlsx
        } else if first.starts_with(b"PAR1") {
            Self::Parquet
        } else if json || first.trim_ascii_start().starts_with(b"{\"") {
            Self::JsonLines
        } else {
            Self::Csv
        }
    }
}

/// What the reader is told; what is left out is found out.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Name of the sheet of a workbook (default the first with rows).
    pub sheet: Option<String>,
    /// What stands between fields.
    pub delimiter: Option<u8>,
    /// Name of the encoding.
    pub encoding: Option<String>,
}
