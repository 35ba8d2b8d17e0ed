//! Indicators: fields and unit that go with the measure, and a range of possible values.

use super::vocabulary::Vocabulary;
use super::{quantity, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{
    Composite, Control, DimensionIx, Direction, Id, Indicator, Measure, OutsideValue, Precision, Rubric,
    Source, Stage, Text, Unit,
};
use crate::raw::{self, Literal, Place};

/// An indicator.
pub(super) fn check(
    id: Id,
    span: Span,
    raw: raw::Indicator,
    book: &Vocabulary,
    sink: &mut Sink,
) -> Option<Indicator> {
    let raw::Indicator {
        name,
        definition,
        dimension,
        measure,
        numerator,
        denominator,
        sum,
        count,
        label,
        composite: _,
        within,
        unit,
        decimals,
        direction,
        valid,
        stage,
        control,
        source,
        origin,
        minimum,
        context_only,
        benchmarks,
        paired_with: _,
        service_value,
        rubric,
        notes,
        place,
    } = raw;
    let parts = Parts { numerator, denominator, sum, count, label, within };
    let unit = unit_of(unit);
    let kind = measure;
    only_fitting_fields(kind, &place, sink);
    fitting_unit(kind, unit, &place, sink);
    let measure = parts.measure(kind, &place, sink);
    let dimension = book.dimensions.resolve(&dimension, sink);
    let decimals = decimals.and_then(|word| words::whole(&word, 0..=6, sink));
    let valid = match valid {
        Some(ends) => range(&ends, unit, sink),
        None => Some(default_range(kind)),
    };
    let benchmarks = self::benchmarks(benchmarks.unwrap_or_default(), unit, sink);
    let minimum = minimum.and_then(|word| words::number_in(&word, 0.0..=1e9, sink));
    let context_only = context_only.and_then(|word| words::flag(&word, sink)).unwrap_or_default();
    let service_value = service_value.and_then(|word| words::flag(&word, sink)).unwrap_or_default();
    let notes = notes.into_iter().flat_map(|notes| notes.list).filter_map(|(key, text)| {
        let key = words::id(&key, sink)?;
        Some((key.to_string(), words::text(text?)))
    });
    let notes = notes.collect();
    if id.as_str() == super::metrics::DAYS {
        let fault = Diagnostic::new(Code::BadId, span, "no indicator can be called `days`");
        sink.push(fault.note("in monthly figures `days` are the days worked and scheduled"));
    }
    Some(Indicator {
        id,
        name: words::text(name),
        definition: words::text_or_empty(definition),
        dimension: DimensionIx(dimension?),
        measure: measure?,
        precision: Precision { unit, decimals: decimals.map_or_else(|| default_decimals(unit), |n| n as u8) },
        direction: direction_of(direction),
        valid: valid?,
        stage: stage.map(|stage| match stage {
            raw::Stage::Process => Stage::Process,
            raw::Stage::Outcome => Stage::Outcome,
        }),
        control: control_of(control),
        source: source_of(source),
        origin: words::text_or_empty(origin),
        minimum,
        context_only,
        notes,
        benchmarks: benchmarks?,
        paired_with: Vec::new(),
        service_value,
        rubric: rubric.map(rubric_of),
        span,
    })
}

fn benchmarks(list: Vec<raw::OutsideValue>, unit: Unit, sink: &mut Sink) -> Option<Vec<OutsideValue>> {
    let mut read = Vec::with_capacity(list.len());
    for raw::OutsideValue { value, category, year, source, place: _ } in list {
        let value = quantity::literal(&value, unit, sink);
        let year = words::whole(&year, 1900..=2999, sink);
        let (category, source) = (words::text(category), words::text(source));
        read.push(value.zip(year).map(|(value, year)| OutsideValue { value, category, year, source }));
    }
    read.into_iter().collect()
}

/// The fields of which each measure uses some.
struct Parts {
    numerator: Option<raw::Text>,
    denominator: Option<raw::Text>,
    sum: Option<raw::Text>,
    count: Option<raw::Text>,
    label: Option<raw::Text>,
    within: Option<Literal>,
}

/// Fields that only some measures have.
const PARTS: [&str; 7] = ["numerator", "denominator", "sum", "count", "label", "within", "composite"];

const fn fields_of(measure: raw::Measure) -> &'static [&'static str] {
    match measure {
        raw::Measure::Share => &["numerator", "denominator", "within"],
        raw::Measure::Quotient => &["numerator", "denominator"],
        raw::Measure::Mean => &["sum", "count"],
        raw::Measure::Count | raw::Measure::Amount => &["label"],
        raw::Measure::Nps => &[],
        raw::Measure::State => &["label", "count"],
        raw::Measure::Composite => &["composite"],
    }
}

impl Parts {
    fn measure(self, kind: raw::Measure, place: &Place, sink: &mut Sink) -> Option<Measure> {
        let need = |part: Option<raw::Text>, field: &str, sink: &mut Sink| -> Option<Text> {
            if part.is_none() && !place.has(field) {
                let word = kind.word();
                let message = format!("the field `{field}` is missing: a {word} needs it");
                let fault = Diagnostic::new(Code::MissingField, place.span, message);
                sink.push(fault.help(format!("add a line `{field}: …` that says what it counts")));
            }
            part.map(words::text)
        };
        let Self { numerator, denominator, sum, count, label, within } = self;
        match kind {
            raw::Measure::Share => {
                let within = within.map(|word| quantity::literal(&word, Unit::Seconds, sink));
                let (above, below) =
                    (need(numerator, "numerator", sink), need(denominator, "denominator", sink));
                let within_seconds = match within {
                    Some(seconds) => Some(seconds?),
                    None => None,
                };
                Some(Measure::Share { numerator: above?, denominator: below?, within_seconds })
            }
            raw::Measure::Quotient => {
                let (above, below) =
                    (need(numerator, "numerator", sink), need(denominator, "denominator", sink));
                Some(Measure::Quotient { numerator: above?, denominator: below? })
            }
            raw::Measure::Mean => {
                let (sum, count) = (need(sum, "sum", sink), need(count, "count", sink));
                Some(Measure::Mean { sum: sum?, count: count? })
            }
            raw::Measure::Count => need(label, "label", sink).map(|label| Measure::Count { label }),
            raw::Measure::Amount => need(label, "label", sink).map(|label| Measure::Amount { label }),
            raw::Measure::Nps => Some(Measure::Nps),
            raw::Measure::State => {
                let (label, count) = (need(label, "label", sink), need(count, "count", sink));
                Some(Measure::State { label: label?, count: count? })
            }
            // Its parts are filled in when all indicators are known.
            raw::Measure::Composite => Some(Measure::Composite(Composite {
                parts: Vec::new(),
                minimum_weight: super::composite::MINIMUM_WEIGHT,
            })),
        }
    }
}

fn only_fitting_fields(measure: raw::Measure, place: &Place, sink: &mut Sink) {
    let fitting = fields_of(measure);
    let word = measure.word();
    for field in PARTS.iter().filter(|field| place.has(field) && !fitting.contains(field)) {
        let list = if fitting.is_empty() { "none of these".to_owned() } else { fitting.join(", ") };
        sink.push(
            Diagnostic::new(Code::MeasureMismatch, place.of(field), format!("a {word} has no `{field}`"))
                .also(place.of("measure"), "the measure is given here")
                .note(format!("a {word} has: {list}")),
        );
    }
}

fn fitting_unit(measure: raw::Measure, unit: Unit, place: &Place, sink: &mut Sink) {
    let (fits, expected) = match measure {
        raw::Measure::Share => {
            (matches!(unit, Unit::Percent | Unit::PerMille | Unit::Ratio), "percent, per_mille or ratio")
        }
        raw::Measure::Nps | raw::Measure::Composite => (unit == Unit::Points, "points"),
        raw::Measure::Count => (unit == Unit::Count, "count"),
        raw::Measure::Amount => (
            !matches!(unit, Unit::Percent | Unit::PerMille | Unit::Ratio),
            "money, count, points or a duration",
        ),
        raw::Measure::Mean | raw::Measure::Quotient | raw::Measure::State => (true, ""),
    };
    if !fits {
        let word = measure.word();
        let message = format!("a {word} cannot be in {}", quantity::unit_name(unit));
        sink.push(
            Diagnostic::new(Code::MeasureMismatch, place.of("unit"), message)
                .also(place.of("measure"), "the measure is given here")
                .help(format!("the unit of a {word} is {expected}")),
        );
    }
}

fn range(ends: &(Literal, Literal), unit: Unit, sink: &mut Sink) -> Option<(f64, f64)> {
    let (low, high) = (quantity::literal(&ends.0, unit, sink), quantity::literal(&ends.1, unit, sink));
    let (low, high) = (low?, high?);
    if low < high {
        return Some((low, high));
    }
    let message = "the range of possible values is empty: its lower end is not below its upper end";
    sink.push(Diagnostic::new(Code::EmptyRange, ends.1.span, message).also(ends.0.span, "the lower end"));
    None
}

const fn default_range(measure: raw::Measure) -> (f64, f64) {
    match measure {
        raw::Measure::Share => (0.0, 1.0),
        raw::Measure::Nps => (-100.0, 100.0),
        raw::Measure::Composite => (0.0, 100.0),
        raw::Measure::Amount => (f64::NEG_INFINITY, f64::INFINITY),
        raw::Measure::Mean | raw::Measure::Quotient | raw::Measure::Count | raw::Measure::State => {
            (0.0, f64::INFINITY)
        }
    }
}

const fn default_decimals(unit: Unit) -> u8 {
    match unit {
        Unit::Percent | Unit::PerMille | Unit::Hours | Unit::Points | Unit::Count => 1,
        Unit::Seconds | Unit::Minutes => 0,
        Unit::Money | Unit::Ratio => 2,
    }
}

const fn unit_of(unit: raw::Unit) -> Unit {
    match unit {
        raw::Unit::Percent => Unit::Percent,
        raw::Unit::PerMille => Unit::PerMille,
        raw::Unit::Seconds => Unit::Seconds,
        raw::Unit::Minutes => Unit::Minutes,
        raw::Unit::Hours => Unit::Hours,
        raw::Unit::Points => Unit::Points,
        raw::Unit::Count => Unit::Count,
        raw::Unit::Money => Unit::Money,
        raw::Unit::Ratio => Unit::Ratio,
    }
}

const fn direction_of(direction: raw::Direction) -> Direction {
    match direction {
        raw::Direction::Up => Direction::Up,
        raw::Direction::Down => Direction::Down,
        raw::Direction::Band => Direction::Band,
    }
}

const fn control_of(control: Option<raw::Control>) -> Control {
    match control {
        Some(raw::Control::Team) => Control::Team,
        Some(raw::Control::Shop) => Control::Shop,
        Some(raw::Control::Agent) | None => Control::Agent,
    }
}

const fn source_of(source: Option<raw::Source>) -> Source {
    match source {
        Some(raw::Source::Survey) => Source::Survey,
        Some(raw::Source::Rater) => Source::Rater,
        Some(raw::Source::Own) => Source::Own,
        Some(raw::Source::System) | None => Source::System,
    }
}

fn rubric_of(raw: raw::Rubric) -> Rubric {
    let raw::Rubric { text, rater, sample, place: _ } = raw;
    Rubric { text: text.map(words::text), rater: rater.map(words::text), sample: sample.map(words::text) }
}
