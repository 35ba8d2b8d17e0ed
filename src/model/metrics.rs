//! Monthly figures in compact columns: rows sorted by (subject, month, channel), cells sorted by indicator.
//!
//! Ten thousand agents for a year with twelve indicators are 1.4 million cells, so a cell holds numbers and a place in its
//! file and nothing that allocates.

use super::{AgentIx, ChannelIx, IndicatorIx, Month, TeamIx};
use crate::diag::{FileId, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Whom a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// An agent.
    Agent(AgentIx),
    /// A team as a whole (volumes, shop figures); never added to its agents' figures.
    Team(TeamIx),
}

/// The figures of one holder in one month and channel.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Whom it is about.
    pub holder: Holder,
    /// The month.
    pub month: Month,
    /// The channel, if the file names one.
    pub channel: Option<ChannelIx>,
    /// The team for which an agent worked, if the file names one (transfers within a month).
    pub team: Option<TeamIx>,
    /// Days worked and scheduled, if written in this row.
    pub days: Option<Days>,
    /// The file.
    pub file: FileId,
    /// Where the row begins in its file, in bytes.
    pub start: u32,
    /// Whose cells they are: position among the sheets.
    pub(crate) sheet: u32,
    /// First cell.
    pub(crate) first: u32,
    /// Number of cells.
    pub(crate) len: u16,
}

/// Days of a month. Statutory leave lowers `worked`, never `scheduled` … both are as the duty roster says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Days {
    /// Days worked.
    pub worked: f64,
    /// Days scheduled, above 0.
    pub scheduled: f64,
}

/// One figure, in 32 bytes.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Where, in bytes of the row's file.
    pub start: u32,
    /// Length in bytes.
    pub len: u16,
    kind: EntryKind,
    /// The numbers of the entry as bits: of an [`Entry`] a quarter would be padding.
    numbers: [u64; 2],
}

/// Which entry the numbers of a cell are.
#[derive(Debug, Clone, Copy)]
enum EntryKind {
    Pair,
    Number,
    Nps,
    State,
    StateWithoutCount,
    Reconstructed,
    ReconstructedWithoutCount,
    NotApplicable,
}

impl Cell {
    /// A figure of `indicator` that stands at `start` of its row's file and is `len` bytes long.
    #[must_use]
    pub fn new(indicator: IndicatorIx, entry: Entry, start: u32, len: u16) -> Self {
        let bits = |a: f64, b: f64| [a.to_bits(), b.to_bits()];
        let (kind, numbers) = match entry {
            Entry::Pair(above, below) => (EntryKind::Pair, bits(above, below)),
            Entry::Number(number) => (EntryKind::Number, bits(number, 0.0)),
            Entry::Nps(promoters, passives, detractors) => {
                (EntryKind::Nps, [u64::from(promoters) << 32 | u64::from(passives), u64::from(detractors)])
            }
            Entry::State(value, Some(n)) => (EntryKind::State, bits(value, n)),
            Entry::State(value, None) => (EntryKind::StateWithoutCount, bits(value, 0.0)),
            Entry::Reconstructed(value, Some(n)) => (EntryKind::Reconstructed, bits(value, n)),
            Entry::Reconstructed(value, None) => (EntryKind::ReconstructedWithoutCount, bits(value, 0.0)),
            Entry::NotApplicable => (EntryKind::NotApplicable, [0; 2]),
        };
        Self { indicator, start, len, kind, numbers }
    }

    /// What was written.
    #[must_use]
    pub const fn entry(&self) -> Entry {
        let [a, b] = self.numbers;
        let (first, second) = (f64::from_bits(a), f64::from_bits(b));
        match self.kind {
            EntryKind::Pair => Entry::Pair(first, second),
            EntryKind::Number => Entry::Number(first),
            EntryKind::Nps => Entry::Nps((a >> 32) as u32, a as u32, b as u32),
            EntryKind::State => Entry::State(first, Some(second)),
            EntryKind::StateWithoutCount => Entry::State(first, None),
            EntryKind::Reconstructed => Entry::Reconstructed(first, Some(second)),
            EntryKind::ReconstructedWithoutCount => Entry::Reconstructed(first, None),
            EntryKind::NotApplicable => Entry::NotApplicable,
        }
    }
}

/// What was written for an indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Entry {
    /// `a/b`: numerator and denominator, or sum and count.
    Pair(f64, f64),
    /// A count or amount.
    Number(f64),
    /// Promoters, passives, detractors.
    Nps(u32, u32, u32),
    /// A state: value in kept units and the number of cases, if known.
    State(f64, Option<f64>),
    /// A value whose counts are unknown, with its n: *reconstructed*. Without n it is shown, neither added up nor ranked.
    Reconstructed(f64, Option<f64>),
    /// `n/a`: the duty did not exist in this month.
    NotApplicable,
}

/// Where the figures of a file come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The month.
    pub month: Month,
    /// What the file says of it, such as the name and digest of an export.
    pub source: Option<String>,
}

/// All figures.
#[derive(Debug, Clone, Default)]
pub struct Metrics {
    rows: Vec<Row>,
    /// By file, in the order of the files.
    origins: Vec<Origin>,
    /// By sheet: cells stay where they were read, since they are most of the memory that the facts take. States of the data share
    /// those of files that are the same.
    cells: Vec<Arc<Vec<Cell>>>,
    /// First and last month of the rows, which every agent and every goal is asked about.
    range: Option<(Month, Month)>,
}

/// The figures of one file.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    rows: Vec<Row>,
    origin: Option<Origin>,
    cells: Arc<Vec<Cell>>,
}

impl Sheet {
    /// An empty sheet with room for so many rows and cells.
    #[must_use]
    pub fn with_room(rows: usize, cells: usize) -> Self {
        Self { rows: Vec::with_capacity(rows), origin: None, cells: Arc::new(Vec::with_capacity(cells)) }
    }

    /// Says where the figures come from.
    pub fn comes_from(&mut self, origin: Origin) {
        self.origin = Some(origin);
    }

    /// Where the figures come from, if it was said.
    #[must_use]
    pub const fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// Adds a row with its cells in any order, one per indicator.
    pub fn add(&mut self, mut row: Row, cells: impl IntoIterator<Item = Cell>) {
        let all = Arc::make_mut(&mut self.cells);
        let first = all.len();
        all.extend(cells);
        let own = all.get_mut(first..).unwrap_or_default();
        own.sort_by_key(|cell| cell.indicator);
        (row.first, row.len) = (first as u32, own.len() as u16);
        self.rows.push(row);
    }

    /// The same figures as those of `file`, in a state whose agents have the numbers that `agent` gives; `None` where it gives none.
    #[must_use]
    pub fn in_another(mut self, file: FileId, agent: impl Fn(AgentIx) -> Option<AgentIx>) -> Option<Self> {
        for row in &mut self.rows {
            row.file = file;
            if let Holder::Agent(old) = row.holder {
                row.holder = Holder::Agent(agent(old)?);
            }
        }
        self.origin.iter_mut().for_each(|origin| origin.file = file);
        Some(self)
    }
}

impl Row {
    /// A row without cells yet.
    #[must_use]
    pub const fn new(holder: Holder, month: Month, file: FileId, start: u32) -> Self {
        Self { holder, month, channel: None, team: None, days: None, file, start, sheet: 0, first: 0, len: 0 }
    }

    /// Where the row begins.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.file, self.start, self.start)
    }
}

impl Metrics {
    /// Stores the rows of `sheets`, sorted by holder, month, channel, team and place, so that file order never matters.
    #[must_use]
    pub fn new(sheets: Vec<Sheet>) -> Self {
        let mut metrics = Self {
            rows: Vec::with_capacity(sheets.iter().map(|sheet| sheet.rows.len()).sum()),
            origins: Vec::with_capacity(sheets.len()),
            cells: Vec::with_capacity(sheets.len()),
            range: None,
        };
        for (at, mut sheet) in sheets.into_iter().enumerate() {
            // Cells that another state shares were shrunk when they were read.
            if let Some(own) = Arc::get_mut(&mut sheet.cells) {
                own.shrink_to_fit();
            }
            metrics.rows.extend(sheet.rows.into_iter().map(|row| Row { sheet: at as u32, ..row }));
            metrics.cells.push(sheet.cells);
            metrics.origins.extend(sheet.origin);
        }
        metrics.rows.sort_by_key(|row| (row.holder, row.month, row.channel, row.team, row.file, row.start));
        metrics.range = range(&metrics.rows);
        metrics
    }

    /// The figures as they were stored, by file, for another state of the data in which these files are the same. Files without a
    /// figure are left out.
    #[must_use]
    pub fn sheets(&self) -> BTreeMap<FileId, Sheet> {
        let mut sheets: BTreeMap<FileId, Sheet> = BTreeMap::new();
        for row in &self.rows {
            let Some(cells) = self.cells.get(row.sheet as usize) else { continue };
            let blank = || Sheet { rows: Vec::new(), origin: None, cells: Arc::clone(cells) };
            sheets.entry(row.file).or_insert_with(blank).rows.push(*row);
        }
        for origin in &self.origins {
            if let Some(sheet) = sheets.get_mut(&origin.file) {
                sheet.origin = Some(origin.clone());
            }
        }
        sheets
    }

    /// The same cells under other rows: `change` may alter everything in a row but its cells. Places are taken out.
    #[must_use]
    pub fn with_rows(&self, change: impl Fn(&mut Row)) -> Self {
        let mut other = Self { origins: Vec::new(), ..self.clone() };
        for row in &mut other.rows {
            change(row);
            (row.file, row.start) = (FileId::default(), 0);
        }
        other.rows.sort_by_key(|row| (row.holder, row.month, row.channel, row.team));
        other.range = range(&other.rows);
        other
    }

    /// Whether `row` says the same as `other` in `those`, wherever it is written; holders and words have the same numbers in both.
    #[must_use]
    pub fn same(&self, row: &Row, those: &Self, other: &Row) -> bool {
        let (cells, others) = (self.cells(row), those.cells(other));
        let facts = |cell: &Cell| (cell.indicator, cell.entry());
        (row.month, row.channel, row.team, row.days) == (other.month, other.channel, other.team, other.days)
            && (std::ptr::eq(cells, others) || cells.iter().map(facts).eq(others.iter().map(facts)))
    }

    /// All rows, sorted.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Where the figures come from, by file.
    #[must_use]
    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// The rows of `holder` from month `first` to `last`, both included, sorted by month.
    #[must_use]
    pub fn rows_of(&self, holder: Holder, first: Month, last: Month) -> &[Row] {
        let from = self.rows.partition_point(|row| (row.holder, row.month) < (holder, first));
        let to = self.rows.partition_point(|row| (row.holder, row.month) <= (holder, last));
        self.rows.get(from..to.max(from)).unwrap_or_default()
    }

    /// The cells of `row`, sorted by indicator.
    #[must_use]
    pub fn cells(&self, row: &Row) -> &[Cell] {
        let from = row.first as usize;
        let sheet = self.cells.get(row.sheet as usize).map_or(&[][..], |cells| cells.as_slice());
        sheet.get(from..from + row.len as usize).unwrap_or_default()
    }

    /// The cell of `indicator` in `row`.
    #[must_use]
    pub fn cell(&self, row: &Row, indicator: IndicatorIx) -> Option<&Cell> {
        let cells = self.cells(row);
        cells.binary_search_by_key(&indicator, |cell| cell.indicator).ok().and_then(|at| cells.get(at))
    }

    /// First and last month with any row.
    #[must_use]
    pub const fn range(&self) -> Option<(Month, Month)> {
        self.range
    }
}

fn range(rows: &[Row]) -> Option<(Month, Month)> {
    let months = || rows.iter().map(|row| row.month);
    Some((months().min()?, months().max()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_small_and_keeps_what_was_written() {
        assert_eq!(size_of::<Cell>(), 32);
        let entries = [
            Entry::Pair(-0.0, 1e300),
            Entry::Number(0.1),
            Entry::Nps(u32::MAX, 1, u32::MAX - 1),
            Entry::State(2.5, Some(0.0)),
            Entry::State(2.5, None),
            Entry::Reconstructed(-3.0, Some(7.0)),
            Entry::Reconstructed(-3.0, None),
            Entry::NotApplicable,
        ];
        for entry in entries {
            let cell = Cell::new(IndicatorIx(3), entry, 4, 5);
            assert_eq!((cell.entry(), cell.indicator, cell.start, cell.len), (entry, IndicatorIx(3), 4, 5));
        }
    }
}
