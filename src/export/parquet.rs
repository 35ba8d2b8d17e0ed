//! Tables as Parquet: columns that may be empty, without compression, the same bytes each time.

use super::column::{Cell, Column, Kind};
use ::parquet::basic::Compression;
use ::parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::parser::parse_message_type;
use chrono::NaiveDate;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;

/// Rows of a group: enough for columns to pay, few enough for memory.
const GROUP: usize = 65_536;

/// Writes `rows`; how many there were.
pub(super) fn write(
    name: &str,
    columns: &[Column],
    mut rows: impl Iterator<Item = Vec<Cell>>,
    out: &mut (dyn Write + Send),
) -> io::Result<usize> {
    let mut message = format!("message {name} {{\n");
    for Column { name, kind } in columns {
        let kind = match kind {
            Kind::Text => format!("binary {name} (STRING)"),
            Kind::Number => format!("double {name}"),
            Kind::Whole => format!("int64 {name}"),
            Kind::Date => format!("int32 {name} (DATE)"),
        };
        // Writing to a text cannot fail.
        let _ = writeln!(message, "  optional {kind};");
    }
    message.push('}');
    let schema = Arc::new(parse_message_type(&message).map_err(fault)?);
    let properties = WriterProperties::builder()
        .set_compression(Compression::UNCOMPRESSED)
        .set_created_by(concat!("Deskscore ", env!("CARGO_PKG_VERSION")).to_owned())
        .build();
    let mut writer = SerializedFileWriter::new(out, schema, Arc::new(properties)).map_err(fault)?;
    let mut count = 0;
    loop {
        let group: Vec<Vec<Cell>> = rows.by_ref().take(GROUP).collect();
        if group.is_empty() {
            break;
        }
        count += group.len();
        let mut open = writer.next_row_group().map_err(fault)?;
        for (at, column) in columns.iter().enumerate() {
            let Some(mut place) = open.next_column().map_err(fault)? else { break };
            let cells = || group.iter().map(|row| row.get(at).unwrap_or(&Cell::Nothing));
            match column.kind {
                Kind::Text => put::<ByteArrayType>(&mut place, cells().map(bytes)),
                Kind::Number => put::<DoubleType>(&mut place, cells().map(real)),
                Kind::Whole => put::<Int64Type>(&mut place, cells().map(integer)),
                Kind::Date => put::<Int32Type>(&mut place, cells().map(days)),
            }
            .map_err(fault)?;
            place.close().map_err(fault)?;
        }
        open.close().map_err(fault)?;
    }
    writer.close().map_err(fault)?;
    Ok(count)
}

fn put<T: DataType>(
    place: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    for cell in cells {
        levels.push(i16::from(cell.is_some()));
        values.extend(cell);
    }
    place.typed::<T>().write_batch(&values, Some(&levels), None).map(|_| ())
}

fn bytes(cell: &Cell) -> Option<ByteArray> {
    match cell {
        Cell::Text(text) => Some(ByteArray::from(text.as_str())),
        _ => None,
    }
}

const fn real(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        _ => None,
    }
}

const fn integer(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Whole(number) => Some(*number),
        _ => None,
    }
}

/// Days since 1970.
fn days(cell: &Cell) -> Option<i32> {
    match cell {
        Cell::Date(date) => {
            let since = date.signed_duration_since(NaiveDate::default()).num_days();
            i32::try_from(since).ok()
        }
        _ => None,
    }
}

fn fault(error: ParquetError) -> io::Error {
    io::Error::other(error)
}
