//! Binds a map to the columns of a table.

use super::calendar::Calendar;
use super::condition::Condition;
use super::form::{Clock, Form, Source};
use super::moment::{Moments, span_of};
use super::number::{Kind, Reading, micro};
use super::plan::{Channel, Plan, Target, Wanted};
use super::words;
use crate::diag::suggest;
use crate::model::{ChannelIx, Indicator, Measure, Model, Month, Text, Unit, offset_seconds};
use crate::raw::{
    MapCase, MapChannel, MapClock, MapCondition, MapDecimal, MapFigure, MapFile, MapRows, MapTouch, MapZero,
    Names, Quantity,
};
use crate::table::{Header, Record, Table, folded};

/// Rows among which a header is looked for.
const LOOKED_AT: usize = 30;

/// What a binding needs.
pub(super) struct Binding<'a> {
    pub map: &'a MapFile,
    pub model: &'a Model,
    pub month: Month,
    /// Whether figures whose columns the table lacks are passed over.
    pub lenient: bool,
}

/// A plan, and what was passed over.
pub(super) struct Bound {
    pub plan: Plan,
    pub notes: Vec<Text>,
}

/// Seconds in a unit of time.
pub(super) const fn unit_seconds(unit: Unit) -> Option<i64> {
    match unit {
        Unit::Seconds => Some(1),
        Unit::Minutes => Some(60),
        Unit::Hours => Some(3600),
        _ => None,
    }
}

/// What the values of an indicator are.
fn kind_of(indicator: &Indicator) -> Kind {
    match (indicator.precision.unit, &indicator.measure) {
        (Unit::Percent | Unit::PerMille, _) => Kind::Share,
        (unit, _) => unit_seconds(unit).map_or(Kind::Number, Kind::Duration),
    }
}

impl Binding<'_> {
    /// The figures of the map in its order, `days` first.
    pub(super) fn wanted(&self) -> Vec<(Wanted, &MapFigure)> {
        let find = |(id, figure): &'_ (crate::raw::IdWord, Option<MapFigure>)| {
            let target = match id.text.as_str() {
                "days" => Target::Days,
                text => Target::Indicator(self.model.find_indicator(text)?),
            };
            figure.is_some().then(|| Wanted { id: id.text.clone(), target })
        };
        let mut wanted: Vec<(Wanted, &MapFigure)> = self
            .map
            .figures
            .list
            .iter()
            .filter_map(|entry| Some((find(entry)?, entry.1.as_ref()?)))
            .collect();
        wanted.sort_by_key(|(wanted, _)| wanted.target != Target::Days);
        wanted
    }

    /// The plan for `table`, or all that it lacks.
    pub(super) fn plan(&self, table: &mut Table) -> Result<Bound, Vec<Text>> {
        let map = self.map;
        let Some(header) = self.header(table) else {
            let first = table.top().first().map_or(0, |record| record.number);
            return Err(words::no_header(&Header::of(table.top(), first, first)));
        };
        let mut columns = Columns { header, table, missing: Vec::new() };
        let mut notes = Vec::new();
        let agent = columns.find(&map.agent.column);
        let date = map.date.as_ref().and_then(|names| columns.find(names));
        let figures = self.figures(&mut columns, &mut notes);
        let (mut beside, kept) = (Vec::new(), std::mem::take(&mut columns.missing));
        let case = map.case.as_ref().and_then(|MapCase { column, .. }| columns.find(column));
        let leave_out = conditions(map.leave_out.as_deref(), &mut columns);
        let channel = self.channel(&mut columns);
        std::mem::swap(&mut beside, &mut columns.missing);
        columns.missing = kept;
        if self.lenient {
            notes.extend(beside)
        } else {
            columns.missing.extend(beside)
        }
        let Columns { header, missing, .. } = columns;
        let (Some(agent), true) = (agent, missing.is_empty()) else {
            return Err(lacking(missing, &header));
        };
        if figures.iter().all(Option::is_none) {
            return Err(lacking(vec![words::no_figure()], &header));
        }
        let times = map.times.as_ref();
        let plan = Plan {
            summary: map.rows == MapRows::Summary,
            agent,
            strip: map
                .agent
                .strip
                .iter()
                .flat_map(|names| &names.list)
                .map(|word| word.text.clone())
                .collect(),
            channel,
            date,
            case,
            touch: map.case.as_ref().and_then(|case| case.rows).unwrap_or(MapTouch::Single),
            span: span_of(self.month),
            leave_out,
            figures,
            moments: Moments {
                formats: times
                    .and_then(|times| times.formats.as_ref())
                    .map(|names| names.list.iter().map(|word| word.text.clone()).collect())
                    .unwrap_or_default(),
                offset: times
                    .and_then(|times| times.utc_offset.as_ref())
                    .and_then(|offset| offset_seconds(&offset.text)),
            },
            calendar: map.calendar.as_ref().map(Calendar::of),
            comma: map.decimal == Some(MapDecimal::Comma),
            header_end: header.last,
            names: header.names,
        };
        Ok(Bound { plan, notes })
    }

    /// The header on the rows that the map names, else on the row or two rows that have most of its columns.
    fn header(&self, table: &Table) -> Option<Header> {
        let named = self.map.table.as_ref().and_then(|table| table.header.as_ref());
        if let Some(word) = named {
            let (first, last) = word.text.split_once('-').unwrap_or((&word.text, &word.text));
            return table.header(Some((first.trim().parse().ok()?, last.trim().parse().ok()?)));
        }
        let top: &[Record] = table.top().get(..table.top().len().min(LOOKED_AT))?;
        let names = self.all_names();
        let mut best: Option<(usize, Header)> = None;
        for (at, record) in top.iter().enumerate() {
            let next = top.get(at + 1).map(|next| (record.number, next.number));
            for (first, last) in std::iter::once((record.number, record.number)).chain(next) {
                let header = Header::of(top, first, last);
                let known: Vec<String> = header.names.iter().map(|name| folded(name)).collect();
                let found = names.iter().filter(|of| of.iter().any(|name| known.contains(name))).count();
                if found > best.as_ref().map_or(0, |(most, _)| *most) {
                    best = Some((found, header));
                }
            }
        }
        best.map(|(_, header)| header).or_else(|| table.header(None))
    }

    /// All columns that the map asks for, each with its names folded.
    fn all_names(&self) -> Vec<Vec<String>> {
        let map = self.map;
        let figures = self.wanted();
        let of_figure = figures.iter().flat_map(|(_, figure)| {
            let MapFigure {
                numerator,
                denominator,
                sum,
                count,
                value,
                n,
                promoters,
                passives,
                detractors,
                from,
                to,
                ..
            } = figure;
            [numerator, denominator, sum, count, value, n, promoters, passives, detractors, from, to]
        });
        let all = std::iter::once(&map.agent.column)
            .chain(&map.date)
            .chain(map.case.as_ref().map(|case| &case.column))
            .chain(of_figure.flatten());
        all.map(|names| names.list.iter().map(|word| folded(&word.text)).collect()).collect()
    }

    fn channel(&self, columns: &mut Columns<'_>) -> Channel {
        let channels = &self.model.organisation.channels;
        let find =
            |id: &str| channels.iter().position(|channel| channel.id.as_str() == id).map(|at| at as u32);
        match &self.map.channel {
            None => Channel::Fixed(None),
            Some(MapChannel::Fixed(id)) => Channel::Fixed(find(&id.text)),
            Some(MapChannel::Column(of)) => {
                let Some(column) = columns.find(&of.column) else { return Channel::Fixed(None) };
                let words = of.values.list.iter().flat_map(|(id, names)| {
                    let at = find(&id.text);
                    let all = names.iter().flat_map(|names| &names.list);
                    all.filter_map(move |word| Some((folded(&word.text), at?)))
                });
                Channel::Column(column, words.collect())
            }
        }
    }

    fn figures(&self, columns: &mut Columns<'_>, notes: &mut Vec<Text>) -> Vec<Option<Source>> {
        let mut figures = Vec::new();
        for (wanted, figure) in self.wanted() {
            let before = columns.missing.len();
            let source = self.source(wanted.target, figure, columns);
            if self.lenient && columns.missing.len() > before {
                columns.missing.truncate(before);
                notes.push(words::passed_over(&wanted.id));
                figures.push(None);
            } else {
                figures.push(source);
            }
        }
        figures
    }

    fn source(&self, target: Target, figure: &MapFigure, columns: &mut Columns<'_>) -> Option<Source> {
        let indicator = match target {
            Target::Days => None,
            Target::Indicator(at) => Some(self.model.indicator(at)),
        };
        let kind = indicator.map_or(Kind::Number, kind_of);
        let comma = self.map.decimal == Some(MapDecimal::Comma);
        let format = figure.format;
        let reading = Reading { kind, format, comma };
        let form = self.form(indicator, figure, reading, columns);
        let when = conditions(figure.when.as_deref(), columns);
        let of = conditions(figure.of.as_deref(), columns);
        let form = form?;
        let single = matches!(form, Form::Mean { .. } | Form::Percentile { .. } | Form::Nps { .. });
        let possible = match (&form, indicator) {
            (Form::Nps { .. }, _) => Some((0.0, 10.0)),
            (_, Some(indicator)) if single && !matches!(kind, Kind::Duration(_)) => Some(indicator.valid),
            _ => None,
        };
        let possible =
            possible.map(|(least, most)| (micro(least).unwrap_or(i64::MIN), micro(most).unwrap_or(i64::MAX)));
        let zero_is_blank = match figure.zero {
            Some(zero) => zero == MapZero::Blank,
            None => possible.is_some_and(|(least, _)| least > 0),
        };
        Some(Source { form, when, of, zero_is_blank, possible })
    }

    fn form(
        &self,
        indicator: Option<&Indicator>,
        figure: &MapFigure,
        reading: Reading,
        columns: &mut Columns<'_>,
    ) -> Option<Form> {
        let plain = Reading { kind: Kind::Number, format: None, ..reading };
        let above = if matches!(reading.kind, Kind::Duration(_)) { reading } else { plain };
        let pair = figure.numerator.as_ref().or(figure.sum.as_ref());
        if let (Some(a), Some(b)) = (pair, figure.denominator.as_ref().or(figure.count.as_ref())) {
            let (a, b) = (columns.find(a), columns.find(b));
            let share = indicator.is_some_and(|of| matches!(of.measure, Measure::Share { .. }));
            return Some(Form::Pair { a: a?, b: b?, above, below: plain, share });
        }
        if let (Some(p), Some(q), Some(d)) = (&figure.promoters, &figure.passives, &figure.detractors) {
            let [p, q, d] = [p, q, d].map(|names| columns.find(names));
            return Some(Form::Triple([p?, q?, d?]));
        }
        let rank =
            figure.percentile.as_ref().and_then(|word| word.text.parse::<f64>().ok()).map(|rank| rank as u32);
        if let (Some(from), Some(to)) = (&figure.from, &figure.to) {
            let (from, to) = (columns.find(from), columns.find(to));
            let clock = Clock { from: from?, to: to?, business: figure.clock == Some(MapClock::Business) };
            let within = figure.within.as_ref().and_then(|word| {
                let quantity = Quantity::parse(&word.text)?;
                Some((quantity.number * quantity.suffix.seconds()? * 1000.0).round() as i64)
            });
            return Some(match (within, rank) {
                (Some(most), _) => Form::Within(clock, most),
                (None, Some(rank)) => Form::SpanPercentile(clock, rank),
                (None, None) => Form::Span(clock),
            });
        }
        let summary = self.map.rows == MapRows::Summary;
        let measure = indicator.map(|indicator| &indicator.measure);
        let Some(value) = &figure.value else {
            let counts = matches!(measure, Some(Measure::Count { .. }));
            return Some(if counts { Form::Count } else { Form::When });
        };
        let value = columns.find(value)?;
        let before = columns.missing.len();
        let n = figure.n.as_ref().map(|n| columns.find(n));
        if self.lenient {
            // Without the number of cases the value is shown, and neither added up nor ranked.
            columns.missing.truncate(before);
        }
        Some(match measure {
            Some(Measure::Count { .. } | Measure::Amount { .. }) => Form::Sum { value, reading },
            Some(Measure::Nps) => Form::Nps { value },
            _ if summary => Form::Value { value, n: n.flatten(), reading },
            Some(Measure::State { .. }) => Form::Percentile { value, reading, rank: rank? },
            _ => Form::Mean { value, reading },
        })
    }
}

fn conditions(list: Option<&[MapCondition]>, columns: &mut Columns<'_>) -> Vec<Condition> {
    let list = list.unwrap_or_default();
    list.iter()
        .filter_map(|raw| columns.find(&raw.column).map(|column| Condition::new(raw, column)))
        .collect()
}

/// What a table lacks, and what it has.
fn lacking(mut missing: Vec<Text>, header: &Header) -> Vec<Text> {
    missing.extend(words::columns(header));
    missing
}

/// The columns of a table, and what was asked for in vain.
struct Columns<'t> {
    header: Header,
    table: &'t mut Table,
    missing: Vec<Text>,
}

impl Columns<'_> {
    fn find(&mut self, names: &Names) -> Option<usize> {
        for word in &names.list {
            match self.header.columns(&word.text).as_slice() {
                [] => {}
                [column] => match self.table.refusal(*column) {
                    None => return Some(*column),
                    Some(why) => {
                        self.missing.push(words::refused(&word.text, why));
                        return None;
                    }
                },
                several => {
                    let places: Vec<String> = several.iter().map(|column| letters(*column)).collect();
                    self.missing.push(words::several_columns(&word.text, &places));
                    return None;
                }
            }
        }
        let first = names.list.first()?;
        if let Some(column) = self.table.expect_field(&first.text) {
            self.header.names.push(first.text.clone());
            return Some(column);
        }
        let all: Vec<&str> = names.list.iter().map(|word| word.text.as_str()).collect();
        let near = suggest(&first.text, self.header.names.iter().map(String::as_str));
        self.missing.push(words::no_column(&all, near));
        None
    }
}

/// A column as spreadsheets name it: A, B, … Z, AA.
pub(super) fn letters(column: usize) -> String {
    let (mut rest, mut name) = (column + 1, String::new());
    while rest > 0 {
        name.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    name
}

/// The id of a channel.
pub(super) fn channel_id(model: &Model, channel: Option<u32>) -> Option<String> {
    let at = ChannelIx(channel?).at();
    model.organisation.channels.get(at).map(|channel| channel.id.to_string())
}
