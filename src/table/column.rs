//! A stretch of a Parquet column as cells.

use super::cell::Cell;
use super::shape::Shape;
use ::parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use ::parquet::data_type::DataType;
use ::parquet::errors::ParquetError;

/// 1970-01-01 in Excel's count of days.
const EPOCH: f64 = 25_569.0;
/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;
/// Whole numbers above this are not all numbers of a float: they stay digits, lest two ids become one.
const EXACT: u64 = 1 << 53;
/// Powers of ten that floats hold exactly.
const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// The cells of a stretch of rows; texts lie one behind the other.
#[derive(Debug, Default)]
pub(super) struct Column {
    slots: Vec<Slot>,
    texts: String,
}

#[derive(Debug, Clone, Copy)]
enum Slot {
    Blank,
    Text(usize, usize),
    Number(f64),
    Date(f64),
    Instant(i64),
    Duration(f64),
    Flag(bool),
}

impl Column {
    /// Reads the next `rows` rows of a column. `most` is the definition level of values that are there.
    ///
    /// # Errors
    /// If the column has fewer rows, or its bytes are not what they say.
    pub(super) fn read(
        reader: &mut ColumnReader,
        (shape, most): (Shape, i16),
        rows: usize,
    ) -> Result<Self, ParquetError> {
        let mut column = Self { slots: Vec::with_capacity(rows), texts: String::new() };
        let at = (rows, most);
        match reader {
            ColumnReader::BoolColumnReader(of) => column.fill(of, at, |_, flag| Slot::Flag(flag))?,
            ColumnReader::Int32ColumnReader(of) => column.fill(of, at, |own, number| match shape {
                Shape::Unsigned => Slot::Number(f64::from(number.cast_unsigned())),
                Shape::Date => Slot::Date(f64::from(number) + EPOCH),
                _ => own.whole(number.into(), shape),
            })?,
            ColumnReader::Int64ColumnReader(of) => column.fill(of, at, |own, number| match shape {
                Shape::Unsigned => own.whole(number.cast_unsigned().into(), shape),
                _ => own.whole(number.into(), shape),
            })?,
            ColumnReader::Int96ColumnReader(of) => {
                column.fill(of, at, |_, moment| Slot::Instant(moment.to_millis()))?;
            }
            ColumnReader::FloatColumnReader(of) => {
                // 0.93 is kept as the float next to it; its shortest decimal is what was meant.
                column
                    .fill(of, at, |own, number| own.real(number.to_string().parse().unwrap_or(f64::NAN)))?;
            }
            ColumnReader::DoubleColumnReader(of) => column.fill(of, at, Self::real)?,
            ColumnReader::ByteArrayColumnReader(of) => {
                column.fill(of, at, |own, bytes| own.bytes(bytes.data(), shape))?;
            }
            ColumnReader::FixedLenByteArrayColumnReader(of) => {
                column.fill(of, at, |own, bytes| own.bytes(bytes.data(), shape))?;
            }
        }
        Ok(column)
    }

    fn fill<T: DataType>(
        &mut self,
        reader: &mut ColumnReaderImpl<T>,
        (rows, most): (usize, i16),
        slot: impl Fn(&mut Self, T::T) -> Slot,
    ) -> Result<(), ParquetError> {
        let (mut levels, mut values) = (Vec::new(), Vec::with_capacity(rows));
        let (read, ..) = reader.read_records(rows, Some(&mut levels), None, &mut values)?;
        if read != rows {
            return Err(ParquetError::EOF(format!("{read} rows instead of {rows}")));
        }
        let mut values = values.into_iter();
        for at in 0..rows {
            let there = most == 0 || levels.get(at) == Some(&most);
            let value = if there { values.next() } else { None };
            let made = value.map_or(Slot::Blank, |value| slot(self, value));
            self.slots.push(made);
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Slot {
        let start = self.texts.len();
        self.texts.push_str(text);
        Slot::Text(start, self.texts.len())
    }

    /// A float; what is no number is nothing, as programs write it where a figure is missing.
    fn real(&mut self, number: f64) -> Slot {
        match number {
            number if number.is_nan() => Slot::Blank,
            number if number.is_infinite() => self.text(&number.to_string()),
            number => Slot::Number(number),
        }
    }

    fn whole(&mut self, number: i128, shape: Shape) -> Slot {
        match shape {
            Shape::Decimal(scale) => self.decimal(number, scale),
            Shape::Time(parts) => Slot::Duration(number as f64 / parts as f64 / (DAY / 1000.0)),
            Shape::Moment(parts, utc) => {
                // Parts of milliseconds are cut off, as they are from texts.
                let millis = number.div_euclid(i128::from(parts / 1000)) as i64;
                if utc { Slot::Instant(millis) } else { Slot::Date(millis as f64 / DAY + EPOCH) }
            }
            _ if number.unsigned_abs() <= EXACT.into() => Slot::Number(number as f64),
            _ => self.text(&number.to_string()),
        }
    }

    /// The float next to a decimal, as reading its digits gives it.
    fn decimal(&mut self, number: i128, scale: u32) -> Slot {
        match TENS.get(scale as usize) {
            Some(ten) if number.unsigned_abs() <= EXACT.into() => Slot::Number(number as f64 / ten),
            _ => format!("{number}e-{scale}").parse().map_or(Slot::Blank, |number| self.real(number)),
        }
    }

    fn bytes(&mut self, bytes: &[u8], shape: Shape) -> Slot {
        match shape {
            Shape::Decimal(scale) => match whole_of(bytes) {
                Some(number) => self.decimal(number, scale),
                None => self.text("?"),
            },
            Shape::Uuid => {
                let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                let group = |from: usize, to: usize| hex.get(from..to).map(<[_]>::concat).unwrap_or_default();
                let groups = [group(0, 4), group(4, 6), group(6, 8), group(8, 10), group(10, 16)];
                self.text(&groups.join("-"))
            }
            _ => self.text(&String::from_utf8_lossy(bytes)),
        }
    }

    /// The cell of a row, counted from 0.
    pub(super) fn cell(&self, row: usize) -> Cell<'_> {
        match self.slots.get(row).copied().unwrap_or(Slot::Blank) {
            Slot::Blank => Cell::Blank,
            Slot::Text(from, to) => Cell::of(self.texts.get(from..to).unwrap_or_default()),
            Slot::Number(number) => Cell::Number(number),
            Slot::Date(days) => Cell::Date(days),
            Slot::Instant(millis) => Cell::Instant(millis),
            Slot::Duration(days) => Cell::Duration(days),
            Slot::Flag(flag) => Cell::Flag(flag),
        }
    }
}

/// The whole number that bytes are, the highest first, in two's complement; `None` beyond 128 bits.
fn whole_of(bytes: &[u8]) -> Option<i128> {
    let negative = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
    let mut all = if negative { [0xff_u8; 16] } else { [0; 16] };
    let from = all.len().checked_sub(bytes.len())?;
    all.get_mut(from..)?.copy_from_slice(bytes);
    Some(i128::from_be_bytes(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_the_floats_that_their_digits_give() {
        let mut column = Column::default();
        let mut of = |number: i128, scale| match column.decimal(number, scale) {
            Slot::Number(number) => number,
            other => panic!("{other:?}"),
        };
        assert_eq!(of(3_360_050, 2), 33_600.50);
        assert_eq!(of(-931, 3), -0.931);
        assert_eq!(of(12_345_678_901_234_567_890_123, 10), 1_234_567_890_123.456_7);
        assert_eq!(of(1, 38), 1e-38);
        assert_eq!(whole_of(&[0xff, 0x85]), Some(-123));
        assert_eq!(whole_of(&[0x01, 0x00]), Some(256));
        assert_eq!((whole_of(&[]), whole_of(&[0; 17])), (Some(0), None));
    }

    #[test]
    fn ids_of_nineteen_digits_stay_apart() {
        let mut column = Column::default();
        let slots = [1_234_567_890_123_456_789_i128, 1_234_567_890_123_456_788, 7]
            .map(|number| column.whole(number, Shape::Plain));
        column.slots.extend(slots);
        assert_eq!(column.cell(0), Cell::Text("1234567890123456789"));
        assert_eq!(column.cell(1), Cell::Text("1234567890123456788"));
        assert_eq!(column.cell(2), Cell::Number(7.0));
    }
}
