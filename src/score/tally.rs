//! The figures of one indicator, row by row, with the places where they stand.

use super::index::team_of;
use super::roster::share_of_month;
use super::sum::Sum;
use super::{Index, Reading, SourceCell};
use crate::diag::Span;
use crate::model::{ChannelIx, Entry, Holder, IndicatorIx, Measure, Model, Month, Row, TeamIx};

/// Which rows count by their channel.
#[derive(Debug, Clone, Copy)]
pub(super) enum Channels<'m> {
    /// All, also figures without a channel.
    All,
    /// Those of a list.
    Of(&'m [ChannelIx]),
    /// One, or the figures without a channel.
    Only(Option<ChannelIx>),
}

impl Channels<'_> {
    fn hold(self, channel: Option<ChannelIx>) -> bool {
        match self {
            Self::All => true,
            Self::Of(list) => channel.is_some_and(|channel| list.contains(&channel)),
            Self::Only(only) => only == channel,
        }
    }
}

/// Figures of one indicator being added up.
#[derive(Debug)]
pub(super) struct Tally<'m> {
    model: &'m Model,
    index: Option<&'m Index>,
    indicator: IndicatorIx,
    measure: &'m Measure,
    /// Only rows of these channels count.
    channels: Channels<'m>,
    /// Only rows worked for this team count; their days make full months worked.
    team: Option<TeamIx>,
    /// Whether the places of the figures are kept.
    traced: bool,
    sum: Sum,
    /// Whose month was added to the full months worked last; rows of one holder and month come together.
    last_counted: Option<(Holder, Month, Option<TeamIx>)>,
    sources: Vec<SourceCell>,
}

impl<'m> Tally<'m> {
    /// Nothing added up yet.
    pub(super) fn new(model: &'m Model, index: Option<&'m Index>, indicator: IndicatorIx) -> Self {
        Self {
            model,
            index,
            indicator,
            measure: &model.indicator(indicator).measure,
            channels: Channels::All,
            team: None,
            traced: true,
            sum: Sum::default(),
            last_counted: None,
            sources: Vec::new(),
        }
    }

    /// Only figures of `channels`.
    pub(super) fn of_channels(mut self, channels: Channels<'m>) -> Self {
        self.channels = channels;
        self
    }

    /// From here on only rows worked for `team`.
    pub(super) fn set_team(&mut self, team: TeamIx) {
        self.team = Some(team);
    }

    /// Keeps the places of the figures, or not.
    pub(super) fn traced(mut self, traced: bool) -> Self {
        self.traced = traced;
        self
    }

    /// Adds the rows at `positions`.
    pub(super) fn add_all(&mut self, positions: impl Iterator<Item = usize>) {
        positions.for_each(|at| self.add(at));
    }

    /// Adds the figure of the row at position `at`, if it has one.
    pub(super) fn add(&mut self, at: usize) {
        let Some(row) = self.model.metrics.rows().get(at) else { return };
        if !self.wants(at, row) {
            return;
        }
        let Some(cell) = self.model.metrics.cell(row, self.indicator) else { return };
        let entry = cell.entry();
        self.sum.enter(self.measure, entry, row.month, row.channel);
        if matches!(entry, Entry::Number(_)) {
            self.add_month(at, row);
        }
        if self.traced && entry != Entry::NotApplicable {
            let span = Span::new(row.file, cell.start, cell.start + u32::from(cell.len));
            self.sources.push(SourceCell { month: row.month, channel: row.channel, span });
        }
    }

    fn wants(&self, at: usize, row: &Row) -> bool {
        self.channels.hold(row.channel) && (self.team.is_none() || self.team == self.team_at(at, row))
    }

    fn team_at(&self, at: usize, row: &Row) -> Option<TeamIx> {
        match self.index {
            Some(index) => index.team_of_row(at),
            None => team_of(self.model, row),
        }
    }

    /// Adds the holder's month to the full months worked, once.
    fn add_month(&mut self, at: usize, row: &Row) {
        let key = (row.holder, row.month, self.team);
        if self.last_counted != Some(key) {
            self.last_counted = Some(key);
            let rows = self.model.metrics.rows();
            self.sum.add_months(share_of_month(rows, at, self.team, |at, row| self.team_at(at, row)));
        }
    }

    /// Cases so far; `None` where the measure has none or they are unknown.
    pub(super) fn cases(&self) -> Option<f64> {
        self.sum.cases(self.measure)
    }

    /// Whether more months can add cases.
    pub(super) fn can_grow(&self) -> bool {
        self.sum.can_grow()
    }

    /// The reading: [`super::ReadingState::TooSmall`] below `minimum` cases.
    pub(super) fn reading(mut self, minimum: f64, pooled_months: u8) -> Reading {
        if pooled_months > 0 {
            self.sources.sort_by_key(|source| (source.month, source.channel, source.span));
        }
        self.sum.reading((self.indicator, self.measure), minimum, pooled_months, self.sources)
    }
}
