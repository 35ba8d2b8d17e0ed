//! One row: whether it counts, and what it adds to which figures.

use super::cases::digest;
use super::condition::all_hold;
use super::form::{Clock, Form, Source};
use super::instants::Instants;
use super::number::{ONE, Reading, is_nothing};
use super::plan::{Channel, Plan};
use super::problem::{Flaw, Problems, ROW, Reason, What};
use super::roster::{Roster, Whom};
use super::tally::{CaseRow, Party, Sums, Tally};
use crate::raw::MapTouch;
use crate::table::{Cell, Row, is_folded};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Bits of a place that number the row; those above number the file.
const ROW_BITS: u32 = 40;

/// A row's place in all files together.
pub(super) const fn place(file: u32, row: u64) -> u64 {
    ((file as u64) << ROW_BITS) | row
}

/// File and row of a place.
pub(super) const fn split(place: u64) -> (u32, u64) {
    ((place >> ROW_BITS) as u32, place & ((1 << ROW_BITS) - 1))
}

/// What a pass over the rows of a file knows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pass<'a> {
    pub plan: &'a Plan,
    pub roster: &'a Roster,
    pub file: u32,
    /// Places of rows that are known not to count, sorted.
    pub skip: &'a [u64],
    /// Places of rows whose content is looked at, sorted.
    pub watch: &'a [u64],
    /// Whether rows tell their cases: only a first pass asks.
    pub asks_cases: bool,
}

impl Pass<'_> {
    /// Counts a row.
    pub(super) fn see(&self, tally: &mut Tally, row: &Row<'_>) {
        if row.is_empty() {
            return;
        }
        tally.rows += 1;
        let here = (self.file, row.number);
        let width = self.plan.names.len();
        if row.len() > width
            && let Some(column) = (width..row.len()).find(|column| !row.cell(*column).is_blank())
        {
            let text = || row.cell(column).to_string();
            tally.problems.note((What::Cell(Flaw::TooLong), column), here, text);
        }
        let mut instants = Instants::new(&self.plan.moments);
        match self.judge(tally, row, &mut instants) {
            Ok(whose) => self.count(tally, row, whose, &mut instants),
            Err((reason, column)) => {
                let text = || if column == ROW { String::new() } else { row.cell(column).to_string() };
                tally.problems.note((What::Row(reason), column), here, text);
            }
        }
    }

    /// Whom a row is about, by place, and in which channel, or why it does not count. The first reason is the one that is told.
    fn judge(
        &self,
        tally: &mut Tally,
        row: &Row<'_>,
        instants: &mut Instants<'_>,
    ) -> Result<(usize, Option<u32>), (Reason, usize)> {
        let plan = self.plan;
        for (at, condition) in plan.leave_out.iter().enumerate() {
            if condition.holds(row, plan.comma, &plan.moments) {
                return Err((Reason::Filter(at as u32), condition.column));
            }
        }
        let name = self.name(row).ok_or((Reason::NoAgent, plan.agent))?;
        let whose = tally.parties.place(&name, || Party {
            first: (self.file, row.number),
            rows: 0,
            is_total: self.roster.whom(&name) == Whom::Total,
            channels: BTreeMap::new(),
        });
        if tally.parties.get(whose).is_some_and(|party| party.is_total) {
            return Err((Reason::Total, plan.agent));
        }
        let moment = match plan.date {
            None => plan.span.0,
            Some(date) => match instants.read(row, date) {
                Ok(Some(moment)) => moment,
                Ok(None) => return Err((Reason::NoDate, date)),
                Err(bad) => return Err((Reason::BadDate(bad), date)),
            },
        };
        self.case(tally, row, &name, moment)?;
        if !(plan.span.0..plan.span.1).contains(&moment) {
            return Err((Reason::OtherMonth, plan.date.unwrap_or(ROW)));
        }
        match &plan.channel {
            Channel::Fixed(channel) => Ok((whose, *channel)),
            Channel::Column(column, words) => {
                let cell = text_of(row.cell(*column));
                let found = words.iter().find(|(word, _)| is_folded(&cell, word));
                found.map(|(_, channel)| (whose, Some(*channel))).ok_or((Reason::UnknownChannel, *column))
            }
        }
    }

    fn name<'r>(&self, row: &Row<'r>) -> Option<Cow<'r, str>> {
        let name = match row.cell(self.plan.agent) {
            Cell::Blank => return None,
            Cell::Text(text) => {
                let bare = self.plan.strip.iter().find_map(|strip| text.strip_prefix(strip.as_str()));
                Cow::Borrowed(bare.map_or(text, str::trim))
            }
            other => Cow::Owned(other.to_string()),
        };
        (!name.is_empty()).then_some(name)
    }

    /// Whether the row may count among those of its case.
    fn case(&self, tally: &mut Tally, row: &Row<'_>, name: &str, moment: i64) -> Result<(), (Reason, usize)> {
        let plan = self.plan;
        let place = place(self.file, row.number);
        let case = match plan.case {
            Some(column) if row.cell(column).is_blank() => return Err((Reason::NoCase, column)),
            _ if !self.asks_cases => None,
            Some(_) if plan.touch == MapTouch::Each => Some(content(row)),
            Some(column) => Some(digest(&[text_of(row.cell(column)).as_bytes()])),
            None if plan.summary => {
                let cell = |column: Option<usize>| column.map_or(Cow::Borrowed(""), |c| text_of(row.cell(c)));
                let channel = match plan.channel {
                    Channel::Column(column, _) => Some(column),
                    Channel::Fixed(_) => None,
                };
                Some(digest(&[name.as_bytes(), cell(channel).as_bytes(), cell(plan.date).as_bytes()]))
            }
            None => None,
        };
        if let Some(case) = case {
            let row = CaseRow { case, moment, place };
            match tally.cases.last_mut() {
                Some(cases) => cases.push(row),
                None => tally.cases.push(vec![row]),
            }
        }
        if self.watch.binary_search(&place).is_ok() {
            tally.contents.push((place, content(row)[0]));
        }
        if self.skip.binary_search(&place).is_ok() {
            let touched = matches!(plan.touch, MapTouch::First | MapTouch::Last);
            let reason = if touched { Reason::OtherTouch } else { Reason::Repeated };
            return Err((reason, plan.case.unwrap_or(plan.agent)));
        }
        Ok(())
    }

    fn count(
        &self,
        tally: &mut Tally,
        row: &Row<'_>,
        (whose, channel): (usize, Option<u32>),
        instants: &mut Instants<'_>,
    ) {
        tally.used += 1;
        let Tally { parties, problems, .. } = tally;
        let Some(party) = parties.get_mut(whose) else { return };
        party.rows += 1;
        let figures = &self.plan.figures;
        let sums = party.channels.entry(channel).or_insert_with(|| vec![Sums::default(); figures.len()]);
        for (source, sums) in figures.iter().zip(sums) {
            if let Some(source) = source {
                Adding { pass: self, row, instants, problems, source }.to(sums);
            }
        }
    }
}

/// The digest of all that a row says.
fn content(row: &Row<'_>) -> [u64; 2] {
    let cells: Vec<Cow<'_, str>> = (0..row.len()).map(|column| text_of(row.cell(column))).collect();
    let parts: Vec<&[u8]> = cells.iter().map(|cell| cell.as_bytes()).collect();
    digest(&parts)
}

fn text_of(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

/// A row on its way into one figure.
struct Adding<'a, 'p, 'r, 'i> {
    pass: &'a Pass<'p>,
    row: &'a Row<'r>,
    instants: &'a mut Instants<'i>,
    problems: &'a mut Problems,
    source: &'a Source,
}

impl Adding<'_, '_, '_, '_> {
    fn to(&mut self, sums: &mut Sums) {
        let source = self.source;
        if !self.meets(&source.of) {
            return;
        }
        let one = i128::from(ONE);
        match source.form {
            Form::Pair { a, b, above, below, share } => self.pair((a, above), (b, below), share, sums),
            Form::Value { value, n, ref reading } => {
                let cases = n.and_then(|n| {
                    self.number(n, &Reading { kind: super::number::Kind::Number, format: None, ..*reading })
                });
                // Of no cases there is no value, whatever stands there.
                if cases != Some(0)
                    && let Some(value) = self.number(value, reading)
                {
                    sums.unknown_n |= cases.is_none();
                    add(sums, value, cases.unwrap_or_default());
                }
            }
            Form::Triple(columns) => {
                let reading =
                    Reading { kind: super::number::Kind::Number, format: None, comma: self.pass.plan.comma };
                if let [Some(p), Some(q), Some(d)] = columns.map(|column| self.number(column, &reading)) {
                    add(sums, p, q);
                    sums.c += i128::from(d);
                }
            }
            Form::Sum { value, ref reading } => {
                if let Some(value) = self.number(value, reading) {
                    add(sums, value, 0);
                }
            }
            Form::Mean { value, ref reading } => {
                if let Some(value) = self.number(value, reading) {
                    add(sums, value, ONE);
                }
            }
            Form::Span(clock) => {
                if let Some(Some(time)) = self.time(clock) {
                    sums.a += i128::from(time) * 1000;
                    sums.b += one;
                    sums.rows += 1;
                }
            }
            Form::Within(clock, most) => {
                if let Some(time) = self.time(clock) {
                    let in_time = time.is_some_and(|time| time <= most);
                    add(sums, if in_time { ONE } else { 0 }, ONE);
                }
            }
            Form::When => {
                let met = self.meets(&source.when);
                add(sums, if met { ONE } else { 0 }, ONE);
            }
            Form::Count => self.count(sums),
            Form::Nps { value } => self.promoter(value, sums),
            Form::SpanPercentile(clock, _) => {
                if let Some(Some(time)) = self.time(clock) {
                    sums.values.push(time.saturating_mul(1000));
                    sums.rows += 1;
                }
            }
            Form::Percentile { value, ref reading, .. } => {
                if let Some(value) = self.number(value, reading) {
                    sums.values.push(value);
                    sums.rows += 1;
                }
            }
        }
    }

    /// Two counts or sums of a row. What can be neither is told, and what has only one half.
    fn pair(
        &mut self,
        (a, above): (usize, Reading),
        (b, below): (usize, Reading),
        share: bool,
        sums: &mut Sums,
    ) {
        let blank = |own: &Self, column: usize| is_nothing(own.row.cell(column));
        match (self.number(a, &above), self.number(b, &below)) {
            (_, Some(whole)) if whole < 0 => self.flawed(Flaw::BelowZero, b),
            (Some(part), Some(_)) if share && part < 0 => self.flawed(Flaw::BelowZero, a),
            (Some(part), Some(whole)) if share && part > whole => {
                let at = (self.pass.file, self.row.number);
                let text = || format!("{} / {}", self.row.cell(a), self.row.cell(b));
                self.problems.note((What::Cell(Flaw::MoreThanAll), a), at, text);
            }
            (Some(part), Some(whole)) => add(sums, part, whole),
            (Some(part), None) if part != 0 && blank(self, b) => self.flawed(Flaw::HalfPair, b),
            (None, Some(whole)) if whole != 0 && blank(self, a) => self.flawed(Flaw::HalfPair, a),
            _ => {}
        }
    }

    fn meets(&self, conditions: &[super::condition::Condition]) -> bool {
        all_hold(conditions, self.row, self.pass.plan.comma, &self.pass.plan.moments)
    }

    fn count(&self, sums: &mut Sums) {
        if !self.meets(&self.source.when) {
            return;
        }
        add(sums, ONE, 0);
        if let (MapTouch::Each, Some(case)) = (self.pass.plan.touch, self.pass.plan.case) {
            sums.cases.push(digest(&[text_of(self.row.cell(case)).as_bytes()]));
        }
    }

    /// Reichheld's classes of a 0–10 answer (domain notes B.1, `nps`).
    fn promoter(&mut self, value: usize, sums: &mut Sums) {
        let reading =
            Reading { kind: super::number::Kind::Number, format: None, comma: self.pass.plan.comma };
        let Some(score) = self.number(value, &reading) else { return };
        sums.rows += 1;
        match score {
            _ if score >= 9 * ONE => sums.a += i128::from(ONE),
            _ if score >= 7 * ONE => sums.b += i128::from(ONE),
            _ => sums.c += i128::from(ONE),
        }
    }

    /// The number in a column; what cannot be one is told.
    fn number(&mut self, column: usize, reading: &Reading) -> Option<i64> {
        let cell = self.row.cell(column);
        let flaw = match reading.read(cell) {
            Ok(None) => return None,
            Err(bad) => Flaw::Unreadable(bad),
            Ok(Some(number)) => {
                let possible =
                    self.source.possible.is_none_or(|(least, most)| (least..=most).contains(&number));
                match (number, possible) {
                    (0, _) if self.source.zero_is_blank => Flaw::ZeroAsBlank,
                    (_, true) => return Some(number),
                    _ => Flaw::Impossible,
                }
            }
        };
        self.flawed(flaw, column);
        None
    }

    /// The time between two moments; `Some(None)` if the clock has not stopped, `None` if there is no telling.
    fn time(&mut self, clock: Clock) -> Option<Option<i64>> {
        let plan = self.pass.plan;
        let mut read = |column: usize| match self.instants.read(self.row, column) {
            Ok(moment) => Some(moment),
            Err(bad) => {
                let cell = || self.row.cell(column).to_string();
                let at = (self.pass.file, self.row.number);
                self.problems.note((What::Cell(Flaw::Unreadable(bad)), column), at, cell);
                None
            }
        };
        let (from, to) = (read(clock.from)??, read(clock.to)?);
        let Some(to) = to else { return Some(None) };
        let time = match (&plan.calendar, clock.business) {
            (Some(calendar), true) => calendar.between(from, to),
            _ => to - from,
        };
        if time < 0 {
            self.flawed(Flaw::Negative, clock.to);
            return None;
        }
        Some(Some(time))
    }

    fn flawed(&mut self, flaw: Flaw, column: usize) {
        let at = (self.pass.file, self.row.number);
        self.problems.note((What::Cell(flaw), column), at, || self.row.cell(column).to_string());
    }
}

fn add(sums: &mut Sums, a: i64, b: i64) {
    sums.a += i128::from(a);
    sums.b += i128::from(b);
    sums.rows += 1;
}
