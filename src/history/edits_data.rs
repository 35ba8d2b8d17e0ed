//! Edits of monthly figures.

use super::Place;
use super::edit::{Amount, Edit, EditKind, Named};
use super::side::Side;
use super::union::Union;
use crate::diag::Span;
use crate::model::{AgentIx, Cell, ChannelIx, Entry, Holder, IndicatorIx, Model, Month, Row, TeamIx};
use std::collections::{BTreeMap, BTreeSet};

/// Whose figures of which month, channel and team.
type Key = (Holder, Month, Option<ChannelIx>, Option<TeamIx>);

/// The figures of one key in one state: rows of several files count as one.
#[derive(Default)]
struct Figures {
    days: Option<(f64, f64)>,
    cells: Vec<(IndicatorIx, Entry)>,
}

/// Months that are new or gone as one edit each; in months that both states have, one edit for each figure.
#[must_use]
pub(super) fn edits(union: &Union, base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let (was, is) = (months(&union.base), months(&union.head));
    let mut edits = Vec::new();
    edits.extend(is.difference(&was).map(|month| whole(&union.head, *month, EditKind::MonthAdded)));
    edits.extend(was.difference(&is).map(|month| whole(&union.base, *month, EditKind::MonthRemoved)));
    let shared: BTreeSet<Month> = was.intersection(&is).copied().collect();
    let desk = Desk { union, base, head };
    let (mut left, mut right) = (groups(&union.base).peekable(), groups(&union.head).peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (None, None) => break,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
        };
        let before = if order.is_le() { left.next() } else { None };
        let after = if order.is_ge() { right.next() } else { None };
        let Some(key) = before.as_ref().or(after.as_ref()).map(|(key, _)| *key) else { break };
        if let (Some((_, was)), Some((_, is))) = (&before, &after)
            && was.len() == is.len()
            && was.iter().zip(*is).all(|(a, b)| union.base.metrics.same(a, &union.head.metrics, b))
        {
            continue;
        }
        if shared.contains(&key.1) {
            let figures = |rows: Option<(Key, &[Row])>, model: &Model| {
                rows.map(|(_, rows)| collect(model, rows)).unwrap_or_default()
            };
            desk.differences(key, figures(before, &union.base), figures(after, &union.head), &mut edits);
        }
    }
    edits
}

fn months(model: &Model) -> BTreeSet<Month> {
    model.metrics.rows().iter().map(|row| row.month).collect()
}

fn whole(model: &Model, month: Month, kind: EditKind) -> Edit {
    let rows = || model.metrics.rows().iter().filter(|row| row.month == month);
    let agents: BTreeSet<Holder> =
        rows().map(|row| row.holder).filter(|holder| matches!(holder, Holder::Agent(_))).collect();
    let figures = rows().map(|row| model.metrics.cells(row).len()).sum();
    let count = Some(Amount::Count { agents: agents.len(), figures });
    let (before, after) = if kind == EditKind::MonthAdded { (None, count) } else { (count, None) };
    Edit { month: Some(month), before, after, ..Edit::new(kind) }
}

const fn key(row: &Row) -> Key {
    (row.holder, row.month, row.channel, row.team)
}

/// Rows of one key, in the order of the keys.
fn groups(model: &Model) -> impl Iterator<Item = (Key, &[Row])> {
    let chunks = model.metrics.rows().chunk_by(|a, b| key(a) == key(b));
    chunks.filter_map(|rows| rows.first().map(|first| (key(first), rows)))
}

fn collect(model: &Model, rows: &[Row]) -> Figures {
    let mut cells: Vec<(IndicatorIx, Entry)> = rows
        .iter()
        .flat_map(|row| model.metrics.cells(row))
        .map(|cell| (cell.indicator, cell.entry()))
        .collect();
    cells.sort_by_key(|(indicator, _)| *indicator);
    let days = rows.iter().find_map(|row| row.days).map(|days| (days.worked, days.scheduled));
    Figures { days, cells }
}

struct Desk<'a> {
    union: &'a Union,
    base: Side<'a>,
    head: Side<'a>,
}

impl Desk<'_> {
    fn differences(&self, key: Key, before: Figures, after: Figures, edits: &mut Vec<Edit>) {
        if before.days != after.days {
            let days =
                |days: Option<(f64, f64)>| days.map(|(worked, scheduled)| Amount::Days(worked, scheduled));
            let edit = self.edit(EditKind::DaysCorrected, key, None);
            edits.push(Edit { before: days(before.days), after: days(after.days), ..edit });
        }
        let mut both: BTreeMap<IndicatorIx, (Option<Entry>, Option<Entry>)> = BTreeMap::new();
        before
            .cells
            .iter()
            .for_each(|(indicator, entry)| both.entry(*indicator).or_default().0 = Some(*entry));
        after
            .cells
            .iter()
            .for_each(|(indicator, entry)| both.entry(*indicator).or_default().1 = Some(*entry));
        for (indicator, (was, is)) in both {
            let kind = match (was, is) {
                (None, Some(_)) => EditKind::FigureLate,
                (Some(_), None) => EditKind::FigureRemoved,
                (was, is) if was != is => EditKind::FigureCorrected,
                _ => continue,
            };
            let precision = self.union.head.indicator(indicator).precision;
            let amount = |entry: Option<Entry>| entry.map(|entry| Amount::Entry(entry, precision));
            let edit = self.edit(kind, key, Some(indicator));
            edits.push(Edit { before: amount(was), after: amount(is), ..edit });
        }
    }

    fn edit(&self, kind: EditKind, (holder, month, channel, _): Key, indicator: Option<IndicatorIx>) -> Edit {
        let who = match holder {
            Holder::Agent(agent) => {
                let agent = self.union.known(agent);
                Named::new(&agent.id, &agent.name)
            }
            Holder::Team(team) => {
                let team = self.union.head.team(team);
                Named::new(&team.id, &team.name)
            }
        };
        let what = indicator.map(|indicator| self.union.head.indicator(indicator));
        let place = self.place(true, holder, month, channel, indicator);
        Edit {
            who: Some(who),
            what: what.map(|indicator| Named::new(&indicator.id, &indicator.name)),
            month: Some(month),
            place: place.or_else(|| self.place(false, holder, month, channel, indicator)),
            ..Edit::new(kind)
        }
    }

    /// Where the figure is written in the head, or else in the base.
    fn place(
        &self,
        in_head: bool,
        holder: Holder,
        month: Month,
        channel: Option<ChannelIx>,
        indicator: Option<IndicatorIx>,
    ) -> Option<Place> {
        let side = if in_head { self.head } else { self.base };
        let model = &side.evaluation.model;
        let shared = if in_head { &self.union.head } else { &self.union.base };
        let holder = match holder {
            Holder::Agent(AgentIx(number)) => {
                let (base, head) = self.union.agents.get(number as usize).copied()?;
                Holder::Agent(if in_head { head } else { base }?)
            }
            Holder::Team(team) => Holder::Team(model.find_team(shared.team(team).id.as_str())?),
        };
        let name = |model: &Model, channel: ChannelIx| {
            model.organisation.channels.get(channel.at()).map(|channel| channel.id.clone())
        };
        let channel = channel.and_then(|channel| name(shared, channel));
        let indicator = match indicator {
            Some(indicator) => Some(model.find_indicator(shared.indicator(indicator).id.as_str())?),
            None => None,
        };
        let rows = model.metrics.rows_of(holder, month, month);
        let fits = |row: &&Row| row.channel.and_then(|channel| name(model, channel)) == channel;
        let span = |row: &Row| match indicator {
            None => Some(row.span()),
            Some(indicator) => {
                let cell: &Cell = model.metrics.cell(row, indicator)?;
                Some(Span::new(row.file, cell.start, cell.start))
            }
        };
        rows.iter().filter(fits).find_map(span).and_then(|span| Place::of(side, span))
    }
}
