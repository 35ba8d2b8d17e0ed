//! Maps: every id exists, figures go with the measure of their indicator, and words mean something.

use super::input::Options;
use super::names::Names;
use super::vocabulary::Vocabulary;
use super::{metrics, words};
use crate::diag::{Code, Diagnostic, Sink, Sources, quoted};
use crate::model::{Hours, Indicator, Measure, Model, offset_seconds};
use crate::raw::{self, IdWord, MapChannel, MapFigure, MapFile, MapRows, Names as Columns};

/// Keys of the hours of a calendar with the days that they mean, Monday being 0.
pub const DAYS_OF_HOURS: [(&str, &[usize]); 10] = [
    ("every-day", &[0, 1, 2, 3, 4, 5, 6]),
    ("mon-fri", &[0, 1, 2, 3, 4]),
    ("sat-sun", &[5, 6]),
    ("mon", &[0]),
    ("tue", &[1]),
    ("wed", &[2]),
    ("thu", &[3]),
    ("fri", &[4]),
    ("sat", &[5]),
    ("sun", &[6]),
];

/// What maps refer to.
pub(super) struct Desk<'a> {
    channels: &'a Names,
    agents: &'a Names,
    indicators: &'a Names,
    /// The measure of an indicator, if it is without fault.
    catalogue: &'a dyn Fn(u32) -> Option<&'a Indicator>,
}

/// Checks the maps of the data folder.
pub(super) fn all(maps: &[MapFile], book: &Vocabulary, indicators: &[Option<Indicator>], sink: &mut Sink) {
    let catalogue = |at: u32| indicators.get(at as usize).and_then(Option::as_ref);
    let Vocabulary { channels, agents, indicators, .. } = book;
    let desk = Desk { channels, agents, indicators, catalogue: &catalogue };
    maps.iter().for_each(|map| desk.map(map, sink));
}

/// A map that stands in a file of its own.
#[derive(Debug)]
pub struct CheckedMap {
    /// The map as written; `None` if there was an error.
    pub map: Option<MapFile>,
    /// Ids of indicators that the organisation does not have, if these may be passed over.
    pub passed: Vec<String>,
    /// The file, for showing places.
    pub sources: Sources,
    /// All faults.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks the text of a map at `path`. If `lenient`, figures of indicators that the organisation does not have are passed over,
/// and so is a channel that it does not have: presets are made for everybody.
#[must_use]
pub fn check_map(text: &str, path: &str, lenient: bool, model: &Model) -> CheckedMap {
    let (mut sources, mut sink) = (Sources::default(), Sink::new());
    let file = sources.add(Options::default().shown(path), text, true);
    let mut map: Option<MapFile> = raw::read(text, file, &mut sink);
    let ids = |ids: Vec<crate::model::Id>, code, noun| Names::in_order(ids, code, noun);
    let channels = model.organisation.channels.iter().map(|channel| channel.id.clone()).collect();
    let agents = model.agents.iter().map(|agent| agent.id.clone()).collect();
    let indicators = model.indicators.iter().map(|indicator| indicator.id.clone()).collect();
    let channels = ids(channels, Code::UnknownChannel, "channel");
    let agents = ids(agents, Code::UnknownAgent, "agent");
    let indicators = ids(indicators, Code::UnknownIndicator, "indicator");
    let mut passed = Vec::new();
    if let Some(map) = map.as_mut().filter(|_| lenient) {
        let (known, unknown): (Vec<_>, Vec<_>) = std::mem::take(&mut map.figures.list)
            .into_iter()
            .partition(|(id, _)| id.text == metrics::DAYS || indicators.find(&id.text).is_some());
        map.figures.list = known;
        passed = unknown.into_iter().map(|(id, _)| id.text).collect();
        let lacks = match &mut map.channel {
            Some(MapChannel::Fixed(id)) => channels.find(&id.text).is_none(),
            Some(MapChannel::Column(of)) => {
                of.values.list.retain(|(id, _)| channels.find(&id.text).is_some());
                of.values.list.is_empty()
            }
            None => false,
        };
        if lacks {
            map.channel = None;
        }
    }
    let catalogue = |at: u32| model.indicators.get(at as usize);
    let desk = Desk { channels: &channels, agents: &agents, indicators: &indicators, catalogue: &catalogue };
    map.iter().for_each(|map| desk.map(map, &mut sink));
    let diagnostics = sink.finish();
    let fine = !diagnostics.iter().any(Diagnostic::is_error);
    CheckedMap { map: map.filter(|_| fine), passed, sources, diagnostics }
}

impl Desk<'_> {
    fn map(&self, map: &MapFile, sink: &mut Sink) {
        let MapFile {
            rows,
            table,
            agent,
            channel,
            date,
            times,
            decimal: _,
            calendar,
            case,
            leave_out,
            figures,
            place,
        } = map;
        if let Some(raw::MapTable { header: Some(header), .. }) = table
            && header_rows(&header.text).is_none()
        {
            let message = format!("{} is no row of a sheet", quoted(&header.text));
            sink.push(Diagnostic::new(Code::WrongShape, header.span, message).help("write 3, or 3-4"));
        }
        for (id, _) in agent.aliases.iter().flat_map(|aliases| &aliases.list) {
            let _ = self.agents.resolve(id, sink);
        }
        match channel {
            Some(MapChannel::Fixed(id)) => {
                let _ = self.channels.resolve(id, sink);
            }
            Some(MapChannel::Column(column)) => {
                for (id, _) in &column.values.list {
                    let _ = self.channels.resolve(id, sink);
                }
            }
            None => {}
        }
        if let Some(raw::MapTimes { utc_offset: Some(offset), .. }) = times
            && offset_seconds(&offset.text).is_none()
        {
            let message = format!("{} is no offset from UTC", quoted(&offset.text));
            sink.push(Diagnostic::new(Code::WrongShape, offset.span, message).help("write it like +08:00"));
        }
        calendar.iter().for_each(|calendar| check_calendar(calendar, sink));
        conditions(leave_out.as_deref(), sink);
        let records = *rows == MapRows::Records;
        if records && date.is_none() {
            let message = "records need the column that says in which month they count";
            let fault = Diagnostic::new(Code::MissingField, place.span, message);
            sink.push(fault.help("add a line `date: …` with the name of the column"));
        }
        if !records && let Some(case) = case {
            let message = "a summary has no cases: its rows are counts already";
            sink.push(Diagnostic::new(Code::MeasureMismatch, case.column.span, message));
        }
        for (id, figure) in &figures.list {
            if let Some(figure) = figure {
                self.figure(id, figure, (records, calendar.is_some()), sink);
            } else if id.text != metrics::DAYS {
                let _ = self.indicators.resolve(id, sink);
            }
        }
    }

    fn figure(&self, id: &IdWord, figure: &MapFigure, (records, calendar): (bool, bool), sink: &mut Sink) {
        let measure = match id.text == metrics::DAYS {
            true => None,
            false => {
                let Some(at) = self.indicators.resolve(id, sink) else { return };
                let Some(indicator) = (self.catalogue)(at) else { return };
                Some(&indicator.measure)
            }
        };
        conditions(figure.when.as_deref(), sink);
        conditions(figure.of.as_deref(), sink);
        if figure.clock == Some(raw::MapClock::Business) && !calendar {
            let message = "business hours need a calendar";
            let fault = Diagnostic::new(Code::MissingField, figure.place.of("clock"), message);
            sink.push(fault.help("add `calendar: { hours: { mon-fri: 09:00-18:00 } }` to the map"));
        }
        if let Some(within) = &figure.within
            && seconds(&within.text).is_none()
        {
            let message = format!("{} is no time", quoted(&within.text));
            sink.push(Diagnostic::new(Code::NotANumber, within.span, message).help("write 30s, 5min or 24h"));
        }
        for number in figure.percentile.iter() {
            let _ = words::number_in(number, 1.0..=99.0, sink);
        }
        let forms = forms(measure, records);
        let fields = written(figure);
        if !forms.iter().any(|(form, _)| *form == fields.as_slice()) {
            let list = forms.iter().map(|(_, words)| *words).collect::<Vec<_>>().join("; or ");
            let of = if records { "records" } else { "a summary" };
            let message = format!("`{}` cannot be made of this", id.text);
            let fault = Diagnostic::new(Code::MeasureMismatch, figure.place.span, message);
            sink.push(fault.note(format!("from {of} it is made of {list}")));
        }
    }
}

/// The fields that say where a figure comes from, in the order of the record. `when`, `of`, `n` and `clock` come beside them.
fn written(figure: &MapFigure) -> Vec<&'static str> {
    let fields: [(&str, Option<&Columns>); 9] = [
        ("numerator", figure.numerator.as_ref()),
        ("denominator", figure.denominator.as_ref()),
        ("sum", figure.sum.as_ref()),
        ("count", figure.count.as_ref()),
        ("value", figure.value.as_ref()),
        ("promoters", figure.promoters.as_ref()),
        ("passives", figure.passives.as_ref()),
        ("detractors", figure.detractors.as_ref()),
        ("from", figure.from.as_ref()),
    ];
    let mut written: Vec<&str> =
        fields.into_iter().filter(|(_, names)| names.is_some()).map(|(name, _)| name).collect();
    written.extend(figure.to.is_some().then_some("to"));
    written.extend(figure.within.is_some().then_some("within"));
    written.extend(figure.percentile.is_some().then_some("percentile"));
    if written.is_empty() && figure.when.is_some() {
        written.push("when");
    }
    written
}

type Form = (&'static [&'static str], &'static str);

/// The forms that a measure takes, and how a message says them.
fn forms(measure: Option<&Measure>, records: bool) -> &'static [Form] {
    const PAIR: Form = (&["numerator", "denominator"], "`numerator` and `denominator`");
    const SUM: Form = (&["sum", "count"], "`sum` and `count`");
    const VALUE: Form = (&["value"], "`value` (with `n`)");
    const ONE: Form = (&["value"], "`value`");
    match (measure, records) {
        (None, _) => &[PAIR],
        (Some(Measure::Composite(_)), _) => &[],
        (Some(Measure::Share { .. } | Measure::Quotient { .. }), false) => &[PAIR, VALUE],
        (Some(Measure::Mean { .. }), false) => &[SUM, PAIR, VALUE],
        (Some(Measure::Count { .. } | Measure::Amount { .. }), _) if !records => &[ONE],
        (Some(Measure::Nps), false) => {
            &[(&["promoters", "passives", "detractors"], "`promoters`, `passives` and `detractors`")]
        }
        (Some(Measure::State { .. }), false) => &[VALUE],
        (Some(Measure::Share { .. }), true) => &[
            (&["when"], "`when` (and `of`)"),
            (&["from", "to", "within"], "`from`, `to` and `within`"),
            PAIR,
        ],
        (Some(Measure::Mean { .. }), true) => &[(&["from", "to"], "`from` and `to`"), ONE, SUM],
        (Some(Measure::Quotient { .. }), true) => &[PAIR],
        (Some(Measure::Count { .. }), true) => {
            &[(&["when"], "`when`"), ONE, (&[], "nothing more, for all rows")]
        }
        (Some(Measure::Amount { .. } | Measure::Nps), true) => &[ONE],
        (Some(Measure::State { .. }), true) => &[
            (&["from", "to", "percentile"], "`from`, `to` and `percentile`"),
            (&["value", "percentile"], "`value` and `percentile`"),
        ],
        (Some(_), false) => &[ONE],
    }
}

fn conditions(list: Option<&[raw::MapCondition]>, sink: &mut Sink) {
    for condition in list.unwrap_or_default() {
        let raw::MapCondition {
            column: _,
            is,
            is_not,
            contains,
            at_least,
            at_most,
            filled,
            hours,
            why: _,
            place,
        } = condition;
        for number in at_least.iter().chain(at_most) {
            let _ = words::number(number, sink);
        }
        if let Some(filled) = filled {
            let _ = words::flag(filled, sink);
        }
        hours.iter().for_each(|hours| check_hours(hours, sink));
        let asks =
            is.is_some() || is_not.is_some() || contains.is_some() || filled.is_some() || hours.is_some();
        if !asks && at_least.is_none() && at_most.is_none() {
            let fault =
                Diagnostic::new(Code::MissingField, place.span, "this condition asks nothing of its column");
            sink.push(fault.help("add is, is_not, contains, at_least, at_most, filled or hours"));
        }
    }
}

fn check_calendar(calendar: &raw::MapCalendar, sink: &mut Sink) {
    let raw::MapCalendar { hours, holidays, workdays, place: _ } = calendar;
    let known = DAYS_OF_HOURS.map(|(key, _)| key);
    for (key, hours) in &hours.list {
        if !known.contains(&key.text.as_str()) {
            let message = format!("{} are no days", quoted(&key.text));
            let fault = Diagnostic::new(Code::UnknownWord, key.span, message);
            sink.push(fault.note(format!("the words are: {}", known.join(", "))));
        }
        hours.iter().for_each(|hours| check_hours(hours, sink));
    }
    for day in holidays.iter().flatten().chain(workdays.iter().flatten()) {
        let _ = words::date(day, sink);
    }
}

fn check_hours(word: &raw::Word, sink: &mut Sink) {
    if Hours::parse(&word.text).is_none() {
        let message = format!("{} are no hours", quoted(&word.text));
        let fault = Diagnostic::new(Code::WrongShape, word.span, message);
        sink.push(fault.help("write 09:00-18:00, several with commas, 22:00-06:00 over midnight, or closed"));
    }
}

/// A time such as `30s` in seconds.
fn seconds(text: &str) -> Option<f64> {
    let quantity = raw::Quantity::parse(text)?;
    quantity.suffix.seconds().map(|unit| unit * quantity.number).filter(|seconds| *seconds >= 0.0)
}

/// Rows of the header, `3` or `3-4`.
fn header_rows(text: &str) -> Option<(u64, u64)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last): (u64, u64) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first > 0 && last >= first && last <= first + 1).then_some((first, last))
}
