//! A table from elsewhere by its frame.

use super::chance::{deviates, wilson_at};
use super::space::levels;
use super::table::{Cell, Column, Gaps, Table};
use crate::model::{Frame, FrameIndicator};
use std::fmt;

/// Why a table does not fit its frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// The frame names a column that the table does not have.
    NoColumn(String),
    /// Something stands where a number should.
    NotANumber {
        /// Line or row of the file, from 1.
        row: u64,
        /// The column.
        column: String,
        /// What stands there.
        text: String,
    },
    /// A share of cases that is not between 0 and 1.
    NotAShare {
        /// Line or row of the file, from 1.
        row: u64,
        /// The column.
        column: String,
    },
    /// Two units with the same id.
    Twice {
        /// Line or row of the second, from 1.
        row: u64,
        /// The id.
        unit: String,
    },
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoColumn(name) => write!(f, "the table has no column `{name}`"),
            Self::NotANumber { row, column, text } => {
                write!(f, "row {row}, column `{column}`: `{text}` is not a number")
            }
            Self::NotAShare { row, column } => {
                write!(f, "row {row}, column `{column}`: with cases, a value is a share from 0 to 1")
            }
            Self::Twice { row, unit } => write!(f, "row {row}: the unit `{unit}` stands there twice"),
        }
    }
}

/// A row of the file: its line or row, from 1, and its cells.
pub type FileRow = (u64, Vec<String>);

/// What stands for nothing.
const NOTHING: [&str; 6] = ["", "NA", "N/A", "n/a", "-", "NaN"];

/// The table of `rows` under `header` by `frame`.
///
/// # Errors
/// Every misfit.
pub fn framed(frame: &Frame, header: &[String], rows: &[FileRow]) -> Result<Table, Vec<Misfit>> {
    let mut misfits = Vec::new();
    let mut place = |name: &str| {
        let found = header.iter().position(|known| known == name);
        if found.is_none() {
            misfits.push(Misfit::NoColumn(name.to_owned()));
        }
        found.unwrap_or(usize::MAX)
    };
    let unit = place(&frame.unit);
    let places: Vec<(usize, Option<usize>, Option<usize>)> = frame
        .indicators
        .iter()
        .map(|of| {
            (place(&of.column), of.cases.as_deref().map(&mut place), of.error.as_deref().map(&mut place))
        })
        .collect();
    if !misfits.is_empty() {
        return Err(misfits);
    }
    let units: Vec<String> =
        rows.iter().map(|(_, cells)| cells.get(unit).cloned().unwrap_or_default()).collect();
    let mut seen = std::collections::BTreeSet::new();
    for ((row, _), unit) in rows.iter().zip(&units) {
        if !seen.insert(unit) {
            misfits.push(Misfit::Twice { row: *row, unit: unit.clone() });
        }
    }
    // Dimensions that hold indicators; those without one are in one of their own.
    let mut groups: Vec<Option<usize>> = frame.indicators.iter().map(|of| of.group).collect();
    groups.sort_unstable();
    groups.dedup();
    let weights = frame.effective_weights();
    let whole: f64 = weights.iter().sum();
    let goalposts = frame.indicators.iter().all(|of| of.goalposts.is_some());
    let deviates = deviates(levels(rows.len() * frame.indicators.len(), usize::MAX));
    let mut columns = Vec::new();
    for ((of, places), weight) in frame.indicators.iter().zip(&places).zip(&weights) {
        let cells = rows.iter().map(|row| cell(of, row, *places, &deviates, &mut misfits)).collect();
        columns.push(Column {
            id: of.column.clone(),
            group: groups.binary_search(&of.group).unwrap_or(0),
            weight: weight / whole,
            direction: of.direction,
            sources: Vec::new(),
            minimum: if of.cases.is_some() { 30.0 } else { 0.0 },
            counts: false,
            scale: (0.0, 100.0),
            thresholds: Vec::new(),
            cells,
        });
    }
    if !misfits.is_empty() {
        return Err(misfits);
    }
    let name = |group: &Option<usize>| {
        group.and_then(|at| frame.groups.get(at)).map_or("all", |of| &of.id).to_owned()
    };
    Ok(Table {
        units,
        columns,
        groups: groups.iter().map(name).collect(),
        gaps: Gaps::Spread,
        goalposts,
        ..Table::default()
    })
}

/// The cell of an indicator in a row.
fn cell(
    of: &FrameIndicator,
    (row, cells): &FileRow,
    (value, cases, error): (usize, Option<usize>, Option<usize>),
    deviates: &[f64],
    misfits: &mut Vec<Misfit>,
) -> Cell {
    let mut number = |at: usize, column: &str| {
        let text = cells.get(at).map(|text| text.trim()).unwrap_or_default();
        if NOTHING.contains(&text) {
            return None;
        }
        let found = text.parse::<f64>().ok().filter(|number| number.is_finite());
        if found.is_none() {
            let (column, text) = (column.to_owned(), text.to_owned());
            misfits.push(Misfit::NotANumber { row: *row, column, text });
        }
        found
    };
    let value = number(value, &of.column);
    let n = cases.and_then(|at| number(at, of.cases.as_deref().unwrap_or_default())).filter(|n| *n > 0.0);
    let error = error.and_then(|at| number(at, of.error.as_deref().unwrap_or_default())).filter(|e| *e > 0.0);
    if value.is_some_and(|value| cases.is_some() && !(0.0..=1.0).contains(&value)) {
        misfits.push(Misfit::NotAShare { row: *row, column: of.column.clone() });
        return Cell::default();
    }
    let points = |value: f64| {
        let (zero, full) = of.goalposts?;
        Some((100.0 * (value - zero) / (full - zero)).clamp(0.0, 100.0))
    };
    let drawn = |value: f64, z: f64| match (n, error) {
        (Some(n), _) => Some(wilson_at(value, n, z)),
        (None, Some(error)) => Some(value + error * z),
        (None, None) => None,
    };
    let chance = value.map_or_else(Vec::new, |value| {
        let of = |z: &f64| drawn(value, *z).map(|drawn| (drawn, points(drawn).unwrap_or_default()));
        deviates.iter().filter_map(of).collect()
    });
    Cell {
        value,
        not_expected: false,
        n,
        counts: value.zip(n).map(|(value, n)| (value * n, n)),
        points: value.and_then(points),
        chance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FrameIndicator;

    fn frame(columns: &[&str]) -> Frame {
        let indicator = |name: &&str| FrameIndicator {
            column: (*name).to_owned(),
            weight: 1.0,
            group: None,
            direction: 1.0,
            goalposts: None,
            cases: None,
            error: None,
        };
        Frame {
            unit: "unit".to_owned(),
            indicators: columns.iter().map(indicator).collect(),
            ..Frame::default()
        }
    }

    fn row(number: u64, cells: &[&str]) -> FileRow {
        (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn every_misfit_is_named() {
        let header = ["unit", "a"].map(str::to_owned);
        assert_eq!(framed(&frame(&["a", "b"]), &header, &[]), Err(vec![Misfit::NoColumn("b".to_owned())]));
        let rows = [row(2, &["x", "1"]), row(3, &["x", "one"]), row(4, &["y", "NA"])];
        let found = framed(&frame(&["a"]), &header, &rows).unwrap_err();
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[1].to_string(), "row 3, column `a`: `one` is not a number");
    }
}
