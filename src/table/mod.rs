//! Tables of other programs: bytes of a file as rows of cells with their places, and a header.
//!
//! CSV (UTF-8, UTF-16, GB18030; comma, semicolon, tab or bar), XLSX, JSON lines and Parquet look the same from outside. What the cells mean
//! is for whoever asks. [`Table::fold`] goes through the rows in parallel and in blocks, so that a table need not fit into
//! memory; [`read`] gives a small one whole. [`csv_field`] is how every room writes a text into a CSV file.
//!
//! Imports: nothing.

mod blocks;
mod cell;
mod column;
mod delimiter;
mod encoding;
mod fault;
mod field;
mod foreign;
mod header;
mod json;
mod kind;
mod open;
mod parquet;
mod record;
mod shape;
mod whole;
mod workbook;

pub use cell::{Cell, Value};
pub use fault::TableError;
pub use field::csv_field;
pub use foreign::Foreign;
pub use header::{Header, contains_folded, folded, guess_header, is_folded};
pub use kind::{Kind, Options};
pub use open::Table;
pub use record::{Record, Row};
pub use shape::Refusal;
pub use whole::{Sheet, read};
