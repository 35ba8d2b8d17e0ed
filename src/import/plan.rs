//! What is done with the rows of one table: a map bound to the columns of that table.

use super::calendar::Calendar;
use super::condition::Condition;
use super::form::Source;
use super::moment::Moments;
use crate::model::IndicatorIx;
use crate::raw::MapTouch;

/// What a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// Days worked and scheduled.
    Days,
    /// An indicator.
    Indicator(IndicatorIx),
}

/// A figure that the map knows, whether or not a table has its columns.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// Id of the indicator, or `days`.
    pub id: String,
    pub target: Target,
}

/// Which column names the channel.
#[derive(Debug, Clone)]
pub(super) enum Channel {
    /// One for all rows, or none.
    Fixed(Option<u32>),
    /// A column, and the channel of each of its words (folded).
    Column(usize, Vec<(String, u32)>),
}

/// What is done with the rows of one table.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub summary: bool,
    pub agent: usize,
    /// What is cut off before names.
    pub strip: Vec<String>,
    pub channel: Channel,
    pub date: Option<usize>,
    pub case: Option<usize>,
    pub touch: MapTouch,
    /// First moment of the month, and of the next.
    pub span: (i64, i64),
    pub leave_out: Vec<Condition>,
    /// For each figure of the map, where it comes from; `None` if the table lacks its columns.
    pub figures: Vec<Option<Source>>,
    pub moments: Moments,
    pub calendar: Option<Calendar>,
    pub comma: bool,
    /// Last row of the header.
    pub header_end: u64,
    /// Names of the columns, for messages.
    pub names: Vec<String>,
}
