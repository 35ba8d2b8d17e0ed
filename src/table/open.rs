//! Opening a table and going through its rows.

use super::blocks::{Block, Blocks};
use super::delimiter;
use super::fault::TableError;
use super::foreign::Foreign;
use super::header::{Header, guess_header};
use super::json;
use super::kind::{Kind, Options};
use super::parquet::{Columns, Stretch};
use super::record::{Record, Row};
use super::shape::Refusal;
use super::workbook;
use rayon::prelude::*;
use std::io::{Cursor, Read};

/// Rows that are kept for looking at the beginning.
const TOP: usize = 60;
/// Rows of a sheet that are handled as one part.
const PART: usize = 10_000;

/// A table that was opened: its first rows can be looked at, then all be gone through.
pub struct Table {
    kind: Kind,
    top: Vec<Record>,
    names: Vec<String>,
    body: Body,
}

enum Body {
    Fields(Blocks, u8),
    Objects(Blocks),
    Rows(Vec<Record>),
    Columns(Box<Columns>),
}

impl Table {
    /// Opens the table that `input` holds; `name` is its file's name.
    ///
    /// # Errors
    /// If the beginning cannot be read, or there is nothing.
    pub fn open(mut input: Box<dyn Read + Send>, name: &str, options: &Options) -> Result<Self, TableError> {
        let mut head = Vec::new();
        input.by_ref().take(512).read_to_end(&mut head)?;
        if head.is_empty() {
            return Err(TableError::Empty);
        }
        let kind = Kind::of(name, &head);
        let foreign = Foreign::of(name, &head);
        let mut input: Box<dyn Read + Send> = Box::new(Cursor::new(head).chain(input));
        let mut whole = || {
            let mut bytes = Vec::new();
            input.read_to_end(&mut bytes).map(|_| bytes)
        };
        match foreign {
            None => {}
            Some(Foreign::Excel97) => return Err(TableError::Foreign(Foreign::compound(&whole()?))),
            Some(other) => return Err(TableError::Foreign(other)),
        }
        if kind == Kind::Parquet {
            let columns = Columns::new(whole()?)?;
            let names = columns.names();
            return Ok(Self { kind, top: Vec::new(), names, body: Body::Columns(Box::new(columns)) });
        }
        if kind == Kind::Xlsx {
            let bytes = whole()?;
            let rows = workbook::rows(bytes, options)?;
            let top = rows.iter().take(TOP).cloned().collect();
            return Ok(Self { kind, top, names: Vec::new(), body: Body::Rows(rows) });
        }
        let encoding = options.encoding.as_deref();
        let mut blocks = Blocks::new(input, encoding, None)?;
        let beginning = blocks.peek()?;
        if beginning.trim_ascii().is_empty() {
            return Err(TableError::Empty);
        }
        if kind == Kind::JsonLines {
            let mut names = Vec::new();
            for (number, line) in json::lines(whole_lines(beginning), 1) {
                json::add_names(&json::object(line, number)?, "", &mut names);
            }
            return Ok(Self { kind, top: Vec::new(), names, body: Body::Objects(blocks) });
        }
        let declared = delimiter::declared(beginning);
        let found = options.delimiter.or(declared.map(|(delimiter, _)| delimiter));
        let text = beginning.get(declared.map_or(0, |(_, end)| end)..).unwrap_or_default();
        let sample = text.get(..text.len().min(1 << 18)).unwrap_or_default();
        let delimiter = found.unwrap_or_else(|| delimiter::detect(sample));
        let mut top = Vec::new();
        let keep = |row: &Row<'_>| {
            top.push(row.to_record());
            top.len() < TOP
        };
        records(beginning, 1, delimiter, keep);
        if declared.is_some() && top.first().is_some_and(|record| record.number == 1) {
            top.remove(0);
        }
        blocks.delimiter = Some(delimiter);
        Ok(Self { kind, top, names: Vec::new(), body: Body::Fields(blocks, delimiter) })
    }

    /// What kind of table it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The first rows, titles and header among them; none of JSON lines and Parquet, where names are not on a row.
    #[must_use]
    pub fn top(&self) -> &[Record] {
        &self.top
    }

    /// The header: on the given rows, else where it seems to be. `None` if no row looks like one.
    #[must_use]
    pub fn header(&self, rows: Option<(u64, u64)>) -> Option<Header> {
        if matches!(self.kind, Kind::JsonLines | Kind::Parquet) {
            return Some(Header { names: self.names.clone(), first: 0, last: 0 });
        }
        let (first, last) = rows.or_else(|| guess_header(&self.top))?;
        Some(Header::of(&self.top, first, last))
    }

    /// Why a column has a name and no cells, as columns of Parquet that hold lists.
    #[must_use]
    pub fn refusal(&self, column: usize) -> Option<Refusal> {
        match &self.body {
            Body::Columns(columns) => columns.refusal(column),
            _ => None,
        }
    }

    /// The column of a field that later rows may have though the first ones do not; only JSON lines know such fields.
    pub fn expect_field(&mut self, name: &str) -> Option<usize> {
        (self.kind == Kind::JsonLines).then(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        })
    }

    /// Goes through all rows after row `after`: parts of the table in parallel, each beginning with what `make` gives; `join` gets
    /// the parts in their order.
    ///
    /// # Errors
    /// If the table cannot be read to its end.
    pub fn fold<T: Send>(
        self,
        after: u64,
        make: impl Fn() -> T + Sync,
        each: impl Fn(&mut T, &Row<'_>) + Sync,
        join: impl FnMut(T),
    ) -> Result<(), TableError> {
        let see = |part: &mut T, row: &Row<'_>| {
            if row.number > after {
                each(part, row);
            }
        };
        let names = self.names;
        let (blocks, delimiter) = match self.body {
            Body::Rows(rows) => {
                let parts: Vec<T> = rows
                    .par_chunks(PART)
                    .map(|rows| {
                        let mut part = make();
                        rows.iter().for_each(|record| see(&mut part, &record.row()));
                        part
                    })
                    .collect();
                parts.into_iter().for_each(join);
                return Ok(());
            }
            Body::Columns(columns) => {
                let work = |stretch: &Stretch| {
                    let mut part = make();
                    (0..stretch.rows).for_each(|at| see(&mut part, &Row::columns(stretch, at)));
                    Ok(part)
                };
                return in_turn(*columns, work, join);
            }
            Body::Fields(blocks, delimiter) => (blocks, Some(delimiter)),
            Body::Objects(blocks) => (blocks, None),
        };
        let work = |block: &Block| -> Result<T, TableError> {
            let mut part = make();
            match delimiter {
                Some(delimiter) => records(&block.text, block.line, delimiter, |row| {
                    see(&mut part, row);
                    true
                }),
                None => {
                    for (number, line) in json::lines(&block.text, block.line) {
                        let object = json::object(line, number)?;
                        see(&mut part, &Row::object(number, &object, &names));
                    }
                }
            }
            Ok(part)
        };
        in_turn(blocks, work, join)
    }
}

/// A table in pieces.
trait Pieces: Send {
    /// Some of its rows.
    type Piece: Send + Sync;

    /// The next piece, if there is one.
    fn next(&mut self) -> Result<Option<Self::Piece>, TableError>;

    /// Takes back a piece that was worked on.
    fn back(&mut self, piece: Self::Piece);
}

impl Pieces for Blocks {
    type Piece = Block;

    fn next(&mut self) -> Result<Option<Block>, TableError> {
        Self::next(self)
    }

    fn back(&mut self, piece: Block) {
        Self::back(self, piece);
    }
}

impl Pieces for Columns {
    type Piece = Stretch;

    fn next(&mut self) -> Result<Option<Stretch>, TableError> {
        Self::next(self)
    }

    fn back(&mut self, _: Stretch) {}
}

/// Works on pieces in parallel, as many as keep all threads busy, while the next ones are read; joins what comes of them in their
/// order.
fn in_turn<P: Pieces, T: Send>(
    mut pieces: P,
    work: impl Fn(&P::Piece) -> Result<T, TableError> + Sync,
    mut join: impl FnMut(T),
) -> Result<(), TableError> {
    let several = |pieces: &mut P| {
        let wanted = rayon::current_num_threads() * 2;
        let mut batch = Vec::with_capacity(wanted);
        while batch.len() < wanted
            && let Some(piece) = pieces.next()?
        {
            batch.push(piece);
        }
        Ok::<_, TableError>(batch)
    };
    let mut batch = several(&mut pieces)?;
    while !batch.is_empty() {
        let (parts, after) = rayon::join(
            || batch.par_iter().map(&work).collect::<Result<Vec<T>, TableError>>(),
            || several(&mut pieces),
        );
        parts?.into_iter().for_each(&mut join);
        std::mem::replace(&mut batch, after?).into_iter().for_each(|piece| pieces.back(piece));
    }
    Ok(())
}

/// A text up to its last line end, or whole if it has none.
fn whole_lines(text: &[u8]) -> &[u8] {
    memchr::memrchr(b'\n', text).and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Goes through the records of a text that begins on line `first`, until `each` says no.
fn records(text: &[u8], first: u64, delimiter: u8, mut each: impl FnMut(&Row<'_>) -> bool) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(1 << 16)
        .from_reader(text);
    let mut record = csv::ByteRecord::new();
    // Reading from memory cannot fail, and records may differ in length.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let (line, byte) = record.position().map_or((1, 0), |at| (at.line(), at.byte() as usize));
        // A record counts from the empty lines before it.
        let rest = text.get(byte..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        let skipped = empty.filter(|byte| **byte == b'\n').count() as u64;
        // Blocks are valid UTF-8 and fields are cut at ASCII bytes, so this never fails.
        let said = std::str::from_utf8(record.as_slice()).unwrap_or_default();
        if !each(&Row::fields(first + line - 1 + skipped, &record, said)) {
            break;
        }
    }
}
