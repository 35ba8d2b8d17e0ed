//! The months behind a table: what each unit had each month, and targets over time.

use crate::model::Month;

/// Units × indicators × months.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Panel {
    /// The months, in order.
    pub months: Vec<Month>,
    /// By indicator, then unit, then month.
    pub cells: Vec<Monthly>,
    /// Scores by unit, then month.
    pub totals: Vec<Option<f64>>,
    /// Number of units.
    pub units: usize,
    /// Targets over time.
    pub aims: Vec<Aim>,
}

/// What a unit had of an indicator in a month.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Monthly {
    /// A value and its cases, if known.
    Figure(f64, Option<f64>),
    /// Expected, and not there.
    #[default]
    Missing,
    /// Not expected: not in service, or the duty did not exist.
    NotExpected,
}

impl Monthly {
    /// The value.
    #[must_use]
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Figure(value, _) => Some(value),
            _ => None,
        }
    }
}

/// A target over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    /// Position of the indicator.
    pub column: usize,
    /// Where it stands.
    pub origin: AimOrigin,
    /// By month; `None` where there is no target or no figure.
    pub months: Vec<Option<AimMonth>>,
}

/// Where a target stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum AimOrigin {
    /// The scheme's rule: the value of full points.
    Rule,
    /// Goals of a team, by its id.
    Team(String),
    /// Goals of the organisation.
    Organisation,
    /// Goals of agents, taken together.
    Agents,
}

/// A target in a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AimMonth {
    /// The target's value.
    pub target: f64,
    /// The median of those whose target it is.
    pub median: f64,
    /// How many met it.
    pub hits: u32,
    /// How many had figures.
    pub of: u32,
}

impl Panel {
    /// What `unit` had of `column`, by month.
    #[must_use]
    pub fn of(&self, column: usize, unit: usize) -> &[Monthly] {
        let m = self.months.len();
        let from = (column * self.units + unit) * m;
        self.cells.get(from..from + m).unwrap_or_default()
    }

    /// The values of `column`, by unit, then month.
    #[must_use]
    pub fn rows(&self, column: usize) -> Vec<Vec<Option<f64>>> {
        (0..self.units).map(|unit| self.of(column, unit).iter().map(|cell| cell.value()).collect()).collect()
    }

    /// The scores, by unit, then month.
    #[must_use]
    pub fn scores(&self) -> Vec<Vec<Option<f64>>> {
        self.totals.chunks(self.months.len().max(1)).map(<[_]>::to_vec).collect()
    }

    /// Months in which anybody has a figure.
    #[must_use]
    pub fn told(&self) -> usize {
        let told = |month: usize| {
            let every = self.cells.iter().skip(month).step_by(self.months.len().max(1));
            every.clone().any(|cell| cell.value().is_some())
        };
        (0..self.months.len()).filter(|month| told(*month)).count()
    }
}
