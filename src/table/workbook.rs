//! Sheets of Excel workbooks as rows of values.
//!
//! The text of merged cells is given to each of them, since it holds for all; a number stands once, lest it count twice.

use super::cell::Value;
use super::fault::TableError;
use super::foreign::Foreign;
use super::kind::Options;
use super::record::Record;
use calamine::{Data, Dimensions, Range, Reader, Xlsx};
use std::io::Cursor;

/// The rows of the sheet that is asked for, else of the first that has any.
pub(super) fn rows(bytes: Vec<u8>, options: &Options) -> Result<Vec<Record>, TableError> {
    let broken = |error: calamine::XlsxError| TableError::Workbook(error.to_string());
    if let Some(what) = Foreign::archive(&bytes) {
        return Err(TableError::Foreign(what));
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let known = book.sheet_names();
    let names = match &options.sheet {
        Some(wanted) if !known.contains(wanted) => {
            return Err(TableError::NoSheet { wanted: wanted.clone(), known });
        }
        Some(wanted) => vec![wanted.clone()],
        None => known,
    };
    for name in names {
        let range = book.worksheet_range(&name).map_err(broken)?;
        if range.is_empty() {
            continue;
        }
        let merged = book.merge_cells_by_sheet_name(&name).map_err(broken)?;
        return Ok(records(&range, &merged));
    }
    Err(TableError::Empty)
}

fn records(range: &Range<Data>, merged: &[Dimensions]) -> Vec<Record> {
    let (top, left) = range.start().unwrap_or_default();
    let mut records: Vec<Record> = range
        .rows()
        .zip(u64::from(top) + 1..)
        .map(|(cells, number)| {
            // Columns are counted from the sheet's first, as people count them.
            let blank = std::iter::repeat_n(Value::Blank, left as usize);
            Record { number, cells: blank.chain(cells.iter().map(value)).collect() }
        })
        .collect();
    for region in merged {
        spread(&mut records, region, top);
    }
    records
}

fn spread(records: &mut [Record], region: &Dimensions, top: u32) {
    let at = |row: u32| row.checked_sub(top).map(|row| row as usize);
    let first = at(region.start.0).and_then(|row| records.get(row));
    let Some(Value::Text(text)) = first.and_then(|row| row.cells.get(region.start.1 as usize)).cloned()
    else {
        return;
    };
    for row in region.start.0..=region.end.0 {
        let Some(record) = at(row).and_then(|row| records.get_mut(row)) else { break };
        for column in region.start.1..=region.end.1 {
            if let Some(cell) = record.cells.get_mut(column as usize) {
                *cell = Value::Text(text.clone());
            }
        }
    }
}

fn value(data: &Data) -> Value {
    match data {
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Value::Text(text.clone()),
        Data::Bool(flag) => Value::Flag(*flag),
        Data::DateTime(moment) if moment.is_duration() => Value::Duration(moment.as_f64()),
        // A time without a day, such as 0:05:30, is how Excel keeps a short duration.
        Data::DateTime(moment) if moment.as_f64() < 1.0 => Value::Duration(moment.as_f64()),
        Data::DateTime(moment) => Value::Date(moment.as_f64()),
        Data::Error(error) => Value::Text(error.to_string()),
        Data::Empty => Value::Blank,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

    fn book() -> Vec<u8> {
        let mut book = Workbook::new();
        book.add_worksheet();
        let sheet = book.add_worksheet();
        sheet.set_name("三月").unwrap();
        let plain = Format::new();
        let day = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        let span = Format::new().set_num_format("[h]:mm:ss");
        sheet.merge_range(1, 1, 1, 2, "人维度", &plain).unwrap();
        sheet.write_string(2, 0, "客服").unwrap();
        sheet.write_datetime_with_format(3, 1, ExcelDateTime::from_ymd(2025, 3, 1).unwrap(), &day).unwrap();
        sheet.write_number_with_format(3, 2, 0.5, &span).unwrap();
        sheet.merge_range(4, 0, 5, 0, "林薇", &plain).unwrap();
        sheet.write_number(5, 2, 12.0).unwrap();
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn merged_texts_dates_and_durations_are_read() {
        let rows = rows(book(), &Options::default()).unwrap();
        assert_eq!(rows[0].number, 2);
        assert_eq!(rows[0].cells[1..], [Value::Text("人维度".into()), Value::Text("人维度".into())]);
        assert_eq!(rows[2].cells[1..], [Value::Date(45717.0), Value::Duration(0.5)]);
        assert_eq!(rows[4].cells, [Value::Text("林薇".into()), Value::Blank, Value::Number(12.0)]);
        let wanted = Options { sheet: Some("四月".to_owned()), ..Options::default() };
        assert!(matches!(super::rows(book(), &wanted), Err(TableError::NoSheet { .. })));
        let broken = |bytes: &[u8]| super::rows(bytes.to_vec(), &wanted).unwrap_err();
        assert!(matches!(broken(b"PK\x03\x04no"), TableError::Foreign(Foreign::Archive)));
        assert!(matches!(broken(b"PK\x03\x04xl/workbook.xml"), TableError::Workbook(_)));
    }
}
