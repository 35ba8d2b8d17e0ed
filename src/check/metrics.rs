//! Monthly figures: the right month, holders who were there, and no figure twice. Files are read and checked in
//! parallel, each text only as long as its file is looked at.

use super::earlier::Kept;
use super::figures::{self, Figures};
use super::route::Route;
use super::vocabulary::Vocabulary;
use super::words;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span, quoted, suggest};
use crate::model::{
    Agent, AgentIx, Cell, ChannelIx, Days, Holder, Indicator, IndicatorIx, Metrics, Month, Origin, Row,
    Sheet, TeamIx,
};
use crate::raw::{self, MetricsRow, Section};
use chrono::NaiveDate;
use rayon::prelude::*;

/// What figures refer to.
pub(super) struct Desk<'a> {
    pub(super) book: &'a Vocabulary,
    pub(super) indicators: &'a [Option<Indicator>],
    pub(super) agents: &'a [Option<Agent>],
    pub(super) as_of: Option<NaiveDate>,
}

/// The name under which a row tells its days.
pub(super) const DAYS: &str = "days";

/// All figures of all files, and how many files were read for it.
pub(super) fn check(
    (files, kept): (&[(FileId, Route, &str)], Option<Kept<'_>>),
    desk: &Desk<'_>,
    sink: &mut Sink,
) -> (Metrics, usize) {
    let kept = kept.map(|kept| kept.read_by(desk)).unwrap_or_default();
    let read: Vec<(Sheet, Sink)> = files
        .par_iter()
        .filter_map(|(file, route, text)| {
            let Route::Metrics(month) = route else { return None };
            if let Some(sheet) = kept.get(file) {
                return Some((sheet.clone(), Sink::new()));
            }
            let mut sink = Sink::new();
            Some((desk.file(*file, *month, text, &mut sink), sink))
        })
        .collect();
    let count = read.len() - kept.len();
    let mut sheets = Vec::with_capacity(read.len());
    for (sheet, faults) in read {
        sheets.push(sheet);
        sink.join(faults);
    }
    let metrics = Metrics::new(sheets);
    desk.twice(metrics.rows(), sink);
    (metrics, count)
}

/// What holds for all rows of a file.
struct Head {
    file: FileId,
    month: Month,
    channel: Option<ChannelIx>,
    team: Option<TeamIx>,
    /// What each indicator of the file is.
    columns: Vec<Column>,
}

/// What stands behind an indicator's id in a file.
#[derive(Clone, Copy)]
enum Column {
    Days,
    Indicator(IndicatorIx),
    /// Reported already.
    Unknown,
}

impl Head {
    fn column(&self, cell: &raw::MetricsCell) -> Column {
        self.columns.get(cell.indicator as usize).copied().unwrap_or(Column::Unknown)
    }
}

impl Desk<'_> {
    fn file(&self, file: FileId, named: Option<Month>, text: &str, sink: &mut Sink) -> Sheet {
        let Some(metrics) = raw::read_metrics(text, file, sink) else { return Sheet::default() };
        let Some(head) = self.head(file, named, &metrics, sink) else { return Sheet::default() };
        let mut sheet = Sheet::with_room(metrics.rows.len(), metrics.cells.len());
        let source = metrics.source.as_ref().map(|source| source.trim().to_owned());
        sheet.comes_from(Origin { file, month: head.month, source });
        for row in &metrics.rows {
            let Some(holder) = self.holder(row, &head, sink) else { continue };
            self.row((row, holder), &metrics, &head, &mut sheet, sink);
        }
        sheet
    }

    fn head(
        &self,
        file: FileId,
        named: Option<Month>,
        raw: &raw::Metrics<'_>,
        sink: &mut Sink,
    ) -> Option<Head> {
        let raw::Metrics { period, channel, team, source: _, indicators, rows: _, cells: _ } = raw;
        let channel = channel.as_ref().map(|word| self.book.channels.resolve(word, sink));
        let team = team.as_ref().map(|word| self.book.teams.resolve(word, sink));
        let columns = indicators.iter().map(|word| self.column(word, sink)).collect();
        let period = period.as_ref()?;
        let month = words::month(period, sink)?;
        if let Some(named) = named.filter(|named| *named != month) {
            let message = format!("the period is {month}, but the file is named for {named}");
            sink.push(
                Diagnostic::new(Code::PeriodMismatch, period.span, message)
                    .help("move the figures to the file of their month, or mend the period"),
            );
        }
        if self.as_of.is_some_and(|today| month.first_day() > today) {
            let message = format!("figures of {month}, which has not begun yet");
            sink.push(Diagnostic::new(Code::FutureMonth, period.span, message));
        }
        let channel = match channel {
            Some(found) => Some(ChannelIx(found?)),
            None => None,
        };
        let team = match team {
            Some(found) => Some(TeamIx(found?)),
            None => None,
        };
        Some(Head { file, month, channel, team, columns })
    }

    fn column(&self, word: &raw::IdWord, sink: &mut Sink) -> Column {
        if word.text == DAYS {
            return Column::Days;
        }
        // `days` is the one name that is no indicator, so it is near enough to be meant, too.
        if self.book.indicators.find(&word.text).is_none() && suggest(&word.text, [DAYS]).is_some() {
            let message = format!("there is no indicator {}", quoted(&word.text));
            sink.push(
                Diagnostic::new(Code::UnknownIndicator, word.span, message).help("did you mean `days`?"),
            );
            return Column::Unknown;
        }
        self.book
            .indicators
            .resolve(word, sink)
            .map_or(Column::Unknown, |at| Column::Indicator(IndicatorIx(at)))
    }

    fn holder(&self, row: &MetricsRow<'_>, head: &Head, sink: &mut Sink) -> Option<Holder> {
        match row.section {
            Section::Teams => {
                self.book.teams.look_up(&row.holder, row.span, sink).map(|at| Holder::Team(TeamIx(at)))
            }
            Section::Agents => {
                let at = self.book.agents.look_up(&row.holder, row.span, sink)?;
                if let Some(agent) = self.agents.get(at as usize)?
                    && let Some(fault) = self.absent(agent, row.span, head)
                {
                    sink.push(fault);
                    return None;
                }
                Some(Holder::Agent(AgentIx(at)))
            }
        }
    }

    /// The fault if the agent was not there in that month.
    fn absent(&self, agent: &Agent, span: Span, head: &Head) -> Option<Diagnostic> {
        let (first, last) = (head.month.first_day(), head.month.last_day());
        let id = &agent.id;
        let outside = match agent.left {
            Some(left) if left < first => Some(format!("`{id}` left on {left}, before {}", head.month)),
            _ if agent.joined > last => {
                Some(format!("`{id}` joined on {}, after {}", agent.joined, head.month))
            }
            _ => None,
        };
        if let Some(message) = outside {
            let fault = Diagnostic::new(Code::FiguresOutsideService, span, message);
            return Some(
                fault.also(agent.span, "the agent").help("mend the id, the month, or the dates of the agent"),
            );
        }
        let there = |team: Option<TeamIx>| {
            let fits = |posted: TeamIx| team.is_none_or(|team| team == posted);
            agent.postings.iter().any(|posting| fits(posting.team) && posting.days_within(first, last) > 0)
        };
        if there(head.team) {
            return None;
        }
        let team = head.team.map(|team| format!(" in the team `{}`", self.book.teams.name(team.0)));
        let message = format!("`{id}` had no posting{} in {}", team.unwrap_or_default(), head.month);
        let fault = Diagnostic::new(Code::NoPostingInMonth, span, message).also(agent.span, "the agent");
        Some(fault.help("add the posting to the agent, or move the figures to the right month or team"))
    }

    fn row(
        &self,
        (raw, holder): (&MetricsRow<'_>, Holder),
        metrics: &raw::Metrics<'_>,
        head: &Head,
        sheet: &mut Sheet,
        sink: &mut Sink,
    ) {
        let written = metrics.cells_of(raw);
        let mut row = Row::new(holder, head.month, head.file, raw.span.start);
        row.channel = head.channel;
        if let Holder::Agent(_) = holder {
            row.team = head.team;
        }
        if let Some(cell) = written.iter().find(|cell| matches!(head.column(cell), Column::Days)) {
            row.days = figures::days(cell, holder, head.month, sink);
        }
        let cells = written.iter().filter_map(|cell| {
            let Column::Indicator(indicator) = head.column(cell) else { return None };
            let on = self.indicators.get(indicator.at()).and_then(Option::as_ref)?;
            let entry = Figures { on }.entry(cell, sink)?;
            let len = (cell.span.end - cell.span.start).min(u32::from(u16::MAX)) as u16;
            Some(Cell::new(indicator, entry, cell.span.start, len))
        });
        sheet.add(row, cells);
    }

    /// Reports figures that stand in two files or lines: the same holder, month, channel and team.
    fn twice(&self, rows: &[Row], sink: &mut Sink) {
        for pair in rows.windows(2) {
            let [one, other] = pair else { continue };
            let place = |row: &Row| (row.holder, row.month, row.channel, row.team);
            if place(one) == place(other) {
                let message = format!("figures of {} for {} a second time", self.name(one.holder), one.month);
                sink.push(
                    Diagnostic::new(Code::DuplicateFigures, self.id_span(other), message)
                        .also(self.id_span(one), "first given here")
                        .help("keep one, or name the channel or team in the head of each file"),
                );
            }
        }
        let by_month = |a: &Row, b: &Row| (a.holder, a.month) == (b.holder, b.month);
        for group in rows.chunk_by(by_month) {
            self.days_differ(group, sink);
        }
    }

    fn days_differ(&self, group: &[Row], sink: &mut Sink) {
        let with_days = || group.iter().filter_map(|row| Some((row, row.days?)));
        for (at, (row, days)) in with_days().enumerate() {
            let Some((first, _)) =
                with_days().take(at).find(|(other, otherwise)| other.team == row.team && *otherwise != days)
            else {
                continue;
            };
            let Days { worked, scheduled } = days;
            let message = format!(
                "days of {} in {} are given twice, and differ: here {worked}/{scheduled}",
                self.name(row.holder),
                row.month
            );
            sink.push(
                Diagnostic::new(Code::DaysDiffer, self.id_span(row), message)
                    .also(self.id_span(first), "other days here")
                    .help("write the days in the file of one channel only"),
            );
        }
    }

    /// The id at the head of a row: rows keep only where they begin.
    fn id_span(&self, row: &Row) -> Span {
        Span { end: row.start + self.id(row.holder).len() as u32, ..row.span() }
    }

    fn id(&self, holder: Holder) -> &str {
        match holder {
            Holder::Agent(agent) => self.book.agents.name(agent.0),
            Holder::Team(team) => self.book.teams.name(team.0),
        }
    }

    fn name(&self, holder: Holder) -> String {
        quoted(self.id(holder))
    }
}
