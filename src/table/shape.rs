//! What the values of a Parquet column are.

use ::parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type};
use ::parquet::schema::types::ColumnDescriptor;

/// Most digits behind the point of a decimal (the format's own bound is 38 digits in all).
const MOST_SCALE: i32 = 38;

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Numbers, texts, yes and no as they are.
    Plain,
    /// Whole numbers without sign.
    Unsigned,
    /// Whole numbers with so many digits behind the point.
    Decimal(u32),
    /// Days since 1970.
    Date,
    /// Times of day, in parts of a second.
    Time(i64),
    /// Moments since 1970 in parts of a second; whether they are in UTC, or on the desk's own clock.
    Moment(i64, bool),
    /// Sixteen bytes.
    Uuid,
}

impl Shape {
    /// The shape of a column, or why it cannot be one of cells.
    pub(super) fn of(column: &ColumnDescriptor) -> Result<Self, Refusal> {
        if column.max_rep_level() > 0 {
            return Err(Refusal::Nested);
        }
        let shape = match column.logical_type_ref() {
            Some(logical) => written(logical)?,
            None => legacy(column)?,
        };
        let fits = match (shape, column.physical_type()) {
            // The format of old: days and nanoseconds, in UTC as Spark writes it.
            (Self::Plain, Type::INT96) => return Ok(Self::Moment(1000, true)),
            (Self::Plain, Type::FIXED_LEN_BYTE_ARRAY) => false,
            (Self::Plain, _) => true,
            (Self::Unsigned | Self::Time(_), of) => matches!(of, Type::INT32 | Type::INT64),
            (Self::Decimal(_), of) => !matches!(of, Type::BOOLEAN | Type::INT96 | Type::FLOAT | Type::DOUBLE),
            (Self::Date, of) => of == Type::INT32,
            (Self::Moment(..), of) => of == Type::INT64,
            (Self::Uuid, of) => of == Type::FIXED_LEN_BYTE_ARRAY,
        };
        if fits { Ok(shape) } else { Err(Refusal::Unknown) }
    }
}

/// Why a column has no cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It holds lists or maps, which are more than one value.
    Nested,
    /// It holds values that are neither numbers, texts, days nor moments.
    Unknown,
}

fn parts(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::MILLIS => 1_000,
        TimeUnit::MICROS => 1_000_000,
        TimeUnit::NANOS => 1_000_000_000,
    }
}

fn decimal(scale: i32) -> Result<Shape, Refusal> {
    let scale = if (0..=MOST_SCALE).contains(&scale) { u32::try_from(scale).ok() } else { None };
    scale.map(Shape::Decimal).ok_or(Refusal::Unknown)
}

fn written(logical: &LogicalType) -> Result<Shape, Refusal> {
    match logical {
        LogicalType::String | LogicalType::Enum | LogicalType::Json | LogicalType::Unknown => {
            Ok(Shape::Plain)
        }
        LogicalType::Integer(of) if of.is_signed => Ok(Shape::Plain),
        LogicalType::Integer(_) => Ok(Shape::Unsigned),
        LogicalType::Decimal(of) => decimal(of.scale),
        LogicalType::Date => Ok(Shape::Date),
        LogicalType::Time(of) => Ok(Shape::Time(parts(of.unit))),
        LogicalType::Timestamp(of) => Ok(Shape::Moment(parts(of.unit), of.is_adjusted_to_u_t_c)),
        LogicalType::Uuid => Ok(Shape::Uuid),
        _ => Err(Refusal::Unknown),
    }
}

/// The words of the format before version 2.4; its moments are in UTC.
fn legacy(column: &ColumnDescriptor) -> Result<Shape, Refusal> {
    match column.converted_type() {
        ConvertedType::DECIMAL => decimal(column.type_scale()),
        ConvertedType::DATE => Ok(Shape::Date),
        ConvertedType::TIME_MILLIS => Ok(Shape::Time(1_000)),
        ConvertedType::TIME_MICROS => Ok(Shape::Time(1_000_000)),
        ConvertedType::TIMESTAMP_MILLIS => Ok(Shape::Moment(1_000, true)),
        ConvertedType::TIMESTAMP_MICROS => Ok(Shape::Moment(1_000_000, true)),
        ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 | ConvertedType::UINT_64 => {
            Ok(Shape::Unsigned)
        }
        ConvertedType::BSON | ConvertedType::INTERVAL => Err(Refusal::Unknown),
        _ => Ok(Shape::Plain),
    }
}
