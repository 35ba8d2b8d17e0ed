//! What is audited: units × indicators with weights, dimensions, directions, scales and sampling errors.

use super::Panel;

/// A table of units × indicators, and how it becomes a score.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Ids of the units, such as agents or countries.
    pub units: Vec<String>,
    /// The indicators.
    pub columns: Vec<Column>,
    /// Ids of the dimensions.
    pub groups: Vec<String>,
    /// What happens to the weight of a missing value.
    pub gaps: Gaps,
    /// Whether every column has points: a scale of its own that does not depend on the other units.
    pub goalposts: bool,
    /// The scores in force, by unit, where they come from elsewhere; else the arithmetic mean of the points.
    pub totals: Option<Vec<Option<f64>>>,
    /// The months, if there are any.
    pub panel: Option<Panel>,
    /// Thresholds of pay and grades.
    pub boundaries: Vec<Boundary>,
}

/// An indicator.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    /// Its id.
    pub id: String,
    /// Position of its dimension.
    pub group: usize,
    /// Its share of the whole, 0–1: the product of the shares within each level. Those of a table total 1.
    pub weight: f64,
    /// 1 if higher is better, −1 if lower is better, 0 if a range is good (its points are used then).
    pub direction: f64,
    /// Words that stand for where figures come from: two indicators that share one may count the same thing twice.
    pub sources: Vec<String>,
    /// Fewest cases on which a value is judged.
    pub minimum: f64,
    /// Whether it counts things, so that equal values are natural.
    pub counts: bool,
    /// Least and most points.
    pub scale: (f64, f64),
    /// Values above which (in directed terms) full points begin, and other edges of rules and targets.
    pub thresholds: Vec<f64>,
    /// By unit.
    pub cells: Vec<Cell>,
}

/// What a unit has of an indicator.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// The value in kept units.
    pub value: Option<f64>,
    /// Whether nothing was expected here.
    pub not_expected: bool,
    /// Cases behind it.
    pub n: Option<f64>,
    /// Numerator and denominator of a share.
    pub counts: Option<(f64, f64)>,
    /// Points; `None` where the value does not count, such as for too few cases.
    pub points: Option<f64>,
    /// What sampling may have made of it: equally likely (value, points); empty if its error is not known.
    pub chance: Vec<(f64, f64)>,
}

/// What a missing value does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Gaps {
    /// Its weight is spread over the others.
    #[default]
    Spread,
    /// It counts as the mean of the others' values.
    Mean,
}

/// Something that hangs on a score or rank.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundary {
    /// What kind.
    pub kind: BoundaryKind,
    /// The id of the band or incentive.
    pub id: String,
    /// The score, or the last rank that has it.
    pub at: f64,
}

/// What hangs on a boundary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BoundaryKind {
    /// A band from a score on.
    Band,
    /// A title for the first.
    Title,
    /// A bonus for the first so many.
    Bonus,
}

impl Table {
    /// The positions of the columns of a dimension.
    #[must_use]
    pub fn of_group(&self, group: usize) -> Vec<usize> {
        (0..self.columns.len())
            .filter(|at| self.columns.get(*at).is_some_and(|of| of.group == group))
            .collect()
    }

    /// The values of column `at` with the sign that makes more better; the points where a range is good.
    #[must_use]
    pub fn directed(&self, at: usize) -> Vec<Option<f64>> {
        let Some(column) = self.columns.get(at) else { return Vec::new() };
        let one = |cell: &Cell| {
            if column.direction == 0.0 {
                cell.points
            } else {
                cell.value.map(|value| value * column.direction)
            }
        };
        column.cells.iter().map(one).collect()
    }
}

impl Column {
    /// The values that are there.
    #[must_use]
    pub fn present(&self) -> Vec<f64> {
        self.cells.iter().filter_map(|cell| cell.value).collect()
    }
}

/// The pairs of two lists in which both are there.
pub(super) fn both(a: &[Option<f64>], b: &[Option<f64>]) -> (Vec<f64>, Vec<f64>) {
    a.iter().zip(b).filter_map(|(a, b)| Some(((*a)?, (*b)?))).unzip()
}
