//! Composites: parts that exist, inner weights that total 100, a rule or a range for each part, and no composite inside
//! itself. Checked when all indicators are known.

use super::names::Named;
use super::vocabulary::Vocabulary;
use super::{rule, scheme, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{Composite, CompositePart, Direction, Indicator, IndicatorIx, Measure, Rule};
use crate::raw;

/// Least available inner weight in percent, if nothing is said; the same as for a scheme.
pub(super) const MINIMUM_WEIGHT: f64 = 70.0;

/// What was written of a composite, with the place of its indicator.
pub(super) struct Written {
    raw: Option<raw::Composite>,
    composite: bool,
    direction: raw::Direction,
    span: Span,
}

/// Takes what was written of composites out of the indicators; one entry per indicator.
pub(super) fn written(indicators: &mut [Named<raw::Indicator>]) -> Vec<Option<Written>> {
    let take = |(_, span, raw): &mut Named<raw::Indicator>| {
        let raw = raw.as_mut()?;
        let composite = raw.measure == raw::Measure::Composite;
        Some(Written { raw: raw.composite.take(), composite, direction: raw.direction, span: *span })
    };
    indicators.iter_mut().map(take).collect()
}

/// Fills the composites in; a faulty one becomes a hole.
pub(super) fn check(
    indicators: &mut [Option<Indicator>],
    written: Vec<Option<Written>>,
    book: &Vocabulary,
    sink: &mut Sink,
) {
    let mut read = Vec::new();
    for (at, written) in written.into_iter().enumerate() {
        let Some(written) = written.filter(|written| written.composite) else { continue };
        read.push((at, composite(written, indicators, book, sink)));
    }
    for (at, composite) in read {
        let Some(slot) = indicators.get_mut(at) else { continue };
        match (slot.as_mut(), composite) {
            (Some(indicator), Some(composite)) => indicator.measure = Measure::Composite(composite),
            _ => *slot = None,
        }
    }
    cycles(indicators, sink);
}

fn composite(
    written: Written,
    indicators: &[Option<Indicator>],
    book: &Vocabulary,
    sink: &mut Sink,
) -> Option<Composite> {
    if written.direction != raw::Direction::Up {
        let message = "the direction of a composite is `up`: its parts turn their values into points";
        sink.push(
            Diagnostic::new(Code::MeasureMismatch, written.span, message).help("write `direction: up`"),
        );
    }
    let Some(raw::Composite { parts, minimum_weight, place }) = written.raw else {
        let message = "the field `composite` is missing: a composite needs its parts";
        let fault = Diagnostic::new(Code::MissingField, written.span, message);
        sink.push(fault.help("add `composite: { parts: { some_indicator: 60, another: 40 } }`"));
        return None;
    };
    let minimum_weight = minimum_weight.and_then(|word| words::number_in(&word, 0.0..=100.0, sink));
    let weights = parts.list.iter().map(|(_, part)| part.as_ref().map(|part| &part.weight));
    scheme::total(weights.collect(), place.of("parts"), sink);
    let mut read = Vec::with_capacity(parts.list.len());
    for (word, raw) in parts.list {
        let at = book.indicators.resolve(&word, sink);
        let weight = raw.as_ref().and_then(|raw| words::number_in(&raw.weight, 0.0..=100.0, sink));
        let rule = raw.and_then(|raw| {
            let on = indicators.get(at? as usize)?.as_ref()?;
            match raw.rule {
                Some(written) => rule::check(written, on, 100.0, sink),
                None => by_range(on, word.span, sink),
            }
        });
        let part = at.zip(weight).zip(rule);
        read.push(part.map(|((at, weight), rule)| CompositePart {
            indicator: IndicatorIx(at),
            weight,
            rule,
        }));
    }
    let parts = read.into_iter().collect::<Option<_>>()?;
    Some(Composite { parts, minimum_weight: minimum_weight.unwrap_or(MINIMUM_WEIGHT) })
}

/// The straight line over the valid range of `on`.
fn by_range(on: &Indicator, span: Span, sink: &mut Sink) -> Option<Rule> {
    let (low, high) = on.valid;
    let finite = low.is_finite() && high.is_finite();
    match on.direction {
        Direction::Up if finite => Some(Rule::Linear { zero: low, full: high }),
        Direction::Down if finite => Some(Rule::Linear { zero: high, full: low }),
        _ => {
            let message =
                format!("`{}` has no rule here and no range with two ends to be measured on", on.id);
            sink.push(
                Diagnostic::new(Code::PartWithoutRule, span, message)
                    .also(on.span, "the indicator is defined here")
                    .help("write `{ weight: …, rule: { linear: { zero: …, full: … } } }`"),
            );
            None
        }
    }
}

/// Reports composites that are part of themselves, each circle once, and takes their parts away.
fn cycles(indicators: &mut [Option<Indicator>], sink: &mut Sink) {
    let parts = |at: usize| -> Vec<usize> {
        match indicators.get(at).and_then(Option::as_ref).map(|indicator| &indicator.measure) {
            Some(Measure::Composite(composite)) => composite.parts.iter().map(|p| p.indicator.at()).collect(),
            _ => Vec::new(),
        }
    };
    let mut found: Vec<Vec<usize>> = Vec::new();
    for start in 0..indicators.len() {
        if found.iter().any(|circle| circle.contains(&start)) {
            continue;
        }
        let mut seen = vec![false; indicators.len()];
        if let Some(way) = way_back(start, start, &parts, &mut seen) {
            found.push(way);
        }
    }
    for circle in found {
        let named = |at: &usize| indicators.get(*at).and_then(Option::as_ref);
        let names: Vec<&str> =
            circle.iter().filter_map(named).map(|indicator| indicator.id.as_str()).collect();
        if let (Some(first), Some(id)) = (circle.first().and_then(named), names.first()) {
            let message = format!("`{id}` is part of itself: {} → {id}", names.join(" → "));
            sink.push(
                Diagnostic::new(Code::CompositeCycle, first.span, message)
                    .help("take one of these parts out of its composite"),
            );
        }
        for at in circle {
            if let Some(slot) = indicators.get_mut(at) {
                *slot = None;
            }
        }
    }
}

/// The composites on a way from `at` back to `start`, `at` first.
fn way_back(
    start: usize,
    at: usize,
    parts: &dyn Fn(usize) -> Vec<usize>,
    seen: &mut [bool],
) -> Option<Vec<usize>> {
    for part in parts(at) {
        if part == start {
            return Some(vec![at]);
        }
        let Some(mark) = seen.get_mut(part).filter(|mark| !**mark) else { continue };
        *mark = true;
        if let Some(mut way) = way_back(start, part, parts, seen) {
            way.insert(0, at);
            return Some(way);
        }
    }
    None
}

/// Takes out what is written of indicators whose course is shown beside; one entry per indicator.
pub(super) fn paired(indicators: &mut [Named<raw::Indicator>]) -> Vec<Vec<raw::IdWord>> {
    let take = |(_, _, raw): &mut Named<raw::Indicator>| raw.as_mut().and_then(|raw| raw.paired_with.take());
    indicators.iter_mut().map(|named| take(named).unwrap_or_default()).collect()
}

/// Resolves them.
pub(super) fn pair(
    indicators: &mut [Option<Indicator>],
    pairs: &[Vec<raw::IdWord>],
    book: &Vocabulary,
    sink: &mut Sink,
) {
    for (slot, words) in indicators.iter_mut().zip(pairs) {
        let found = book.indicators.resolve_all(words, sink).unwrap_or_default();
        if let Some(indicator) = slot {
            indicator.paired_with = found.into_iter().map(IndicatorIx).collect();
        }
    }
}
