//! Parquet files: read in stretches of rows, all columns of a stretch at a time, so that a table need not fit into memory once it
//! is unpacked.
//!
//! Fields of structures are columns `outer.inner`, as in JSON lines. A column that holds lists or bytes of an unknown kind has no
//! cells; whoever asks for it by name is told why.

use super::cell::Cell;
use super::column::Column;
use super::fault::TableError;
use super::shape::{Refusal, Shape};
use ::parquet::column::reader::ColumnReader;
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::ColumnChunkMetaData;
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::schema::types::ColumnDescriptor;
use bytes::Bytes;
use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Rows that are unpacked at a time.
const STRETCH: u64 = 8_192;

/// The columns of a file, and how far they have been read.
pub(super) struct Columns {
    file: SerializedFileReader<Bytes>,
    kept: Vec<Kept>,
    /// The row group that is opened next.
    group: usize,
    /// The columns of the row group that is open.
    open: Vec<Option<ColumnReader>>,
    /// Rows left in it.
    left: u64,
    /// The number of the next row.
    next: u64,
}

/// A column of the table.
struct Kept {
    name: String,
    /// Its place among the columns of the file.
    leaf: usize,
    shape: Result<Shape, Refusal>,
    /// The definition level of values that are there.
    most: i16,
}

/// Some rows, one behind the other.
#[derive(Debug)]
pub(super) struct Stretch {
    /// The number of the first row, from 1.
    pub first: u64,
    /// How many there are.
    pub rows: usize,
    columns: Vec<Column>,
}

impl Stretch {
    /// A cell; `row` counts from 0 within the stretch.
    pub(super) fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        self.columns.get(column).map_or(Cell::Blank, |of| of.cell(row))
    }

    /// How many columns there are.
    pub(super) const fn width(&self) -> usize {
        self.columns.len()
    }
}

impl Columns {
    /// Opens the file with these bytes.
    ///
    /// # Errors
    /// If they are no whole Parquet file.
    pub(super) fn new(bytes: Vec<u8>) -> Result<Self, TableError> {
        guarded(|| {
            let file = SerializedFileReader::new(Bytes::from(bytes)).map_err(broken)?;
            let mut kept: Vec<Kept> = Vec::new();
            for (leaf, column) in file.metadata().file_metadata().schema_descr().columns().iter().enumerate()
            {
                let one = Kept::of(leaf, column);
                // A list of structures has several leaves, and is one column.
                if kept.iter().all(|known| known.name != one.name) {
                    kept.push(one);
                }
            }
            Ok(Self { file, kept, group: 0, open: Vec::new(), left: 0, next: 1 })
        })
    }

    /// The names of the columns.
    pub(super) fn names(&self) -> Vec<String> {
        self.kept.iter().map(|kept| kept.name.clone()).collect()
    }

    /// Why a column has no cells, if it has none.
    pub(super) fn refusal(&self, column: usize) -> Option<Refusal> {
        self.kept.get(column)?.shape.err()
    }

    /// The next rows, if there are any.
    ///
    /// # Errors
    /// If the file's bytes are not what they say.
    pub(super) fn next(&mut self) -> Result<Option<Stretch>, TableError> {
        guarded(|| {
            while self.left == 0 {
                if self.group >= self.file.num_row_groups() {
                    return Ok(None);
                }
                self.open_group()?;
            }
            let rows = self.left.min(STRETCH);
            let first = self.next;
            // At most `STRETCH`, which fits.
            let count = rows as usize;
            let columns = self.kept.par_iter().zip(&mut self.open).map(|(kept, reader)| {
                let (Ok(shape), Some(reader)) = (kept.shape, reader) else { return Ok(Column::default()) };
                let told =
                    |error: ParquetError| TableError::Column { name: kept.name.clone(), why: said(&error) };
                guarded(|| Column::read(reader, (shape, kept.most), count).map_err(told))
            });
            let columns = columns.collect::<Result<Vec<Column>, TableError>>()?;
            (self.left, self.next) = (self.left - rows, self.next + rows);
            Ok(Some(Stretch { first, rows: count, columns }))
        })
    }

    fn open_group(&mut self) -> Result<(), TableError> {
        let group = self.file.get_row_group(self.group).map_err(broken)?;
        let rows = group.metadata().num_rows();
        self.left =
            u64::try_from(rows).map_err(|_| TableError::Parquet(format!("a group of {rows} rows")))?;
        self.group += 1;
        // The reader takes it for granted that places and lengths are not negative.
        let placed = |of: &ColumnChunkMetaData| {
            let first = of.dictionary_page_offset().unwrap_or(of.data_page_offset());
            first >= 0 && of.compressed_size() >= 0
        };
        if !group.metadata().columns().iter().all(placed) {
            return Err(TableError::Parquet("a column lies before the beginning of the file".to_owned()));
        }
        let open = |kept: &Kept| match kept.shape {
            Ok(_) => group.get_column_reader(kept.leaf).map(Some).map_err(broken),
            Err(_) => Ok(None),
        };
        self.open = self.kept.iter().map(open).collect::<Result<_, TableError>>()?;
        Ok(())
    }
}

impl Kept {
    fn of(leaf: usize, column: &ColumnDescriptor) -> Self {
        let parts = column.path().parts();
        let shape = Shape::of(column);
        let name = match (shape, parts.first()) {
            (Err(Refusal::Nested), Some(outer)) => outer.clone(),
            _ => parts.join("."),
        };
        Self { name, leaf, shape, most: column.max_def_level() }
    }
}

/// What the reader says, without its own name before it.
fn said(error: &ParquetError) -> String {
    match error {
        ParquetError::General(why) | ParquetError::NYI(why) | ParquetError::EOF(why) => why.clone(),
        other => other.to_string(),
    }
}

fn broken(error: ParquetError) -> TableError {
    TableError::Parquet(said(&error))
}

/// What `read` gives. Bytes that nobody foresaw may make a decoder stop short; that, too, is a fault of the file.
fn guarded<T>(read: impl FnOnce() -> Result<T, TableError>) -> Result<T, TableError> {
    let done = catch_unwind(AssertUnwindSafe(read));
    done.unwrap_or_else(|_| Err(TableError::Parquet("its bytes contradict each other".to_owned())))
}
