//! Charts over the units of an indicator: the funnel of shares, and the distribution of values.

use super::figure::{Saying, drawn, figure};
use super::format::{self, Shown, number};
use super::measure::dot_mark;
use super::reporter::Reporter;
use super::series::goalpost;
use super::units::{Chance, Units, limits};
use super::voice::{Voice, say};
use super::{histogram, subject};
use crate::chart::{Funnel, FunnelPoint, Limits, Reading, Reference};
use crate::model::{IndicatorIx, Language, Measure, Period};
use crate::stats::{median, quantile};
use crate::view::{Figure, Table};

/// Corners of each limit line.
const CORNERS: usize = 40;

/// The funnel plot of a share; `None` for other measures or without counts.
pub(super) fn funnel(
    reporter: &Reporter<'_>,
    language: Language,
    ix: IndicatorIx,
    period: Period,
    units: &Units,
) -> Option<Figure> {
    let voice = reporter.voice(language);
    let indicator = reporter.evaluation.model.indicator(ix);
    if !matches!(indicator.measure, Measure::Share { .. }) {
        return None;
    }
    let centre = units.centre?;
    let shown = reporter.shown(indicator.precision, language);
    let cases = units.list.iter().filter_map(|unit| Some(super::units::pair(&unit.reading)?.1));
    let limits = limit_lines(centre, cases.max_by(f64::total_cmp)?);
    let drawing = drawn(language, |language| {
        let voice = reporter.voice(language);
        let shown = reporter.shown(indicator.precision, language);
        let point = |unit: &super::units::Unit| {
            let (above, below) = super::units::pair(&unit.reading)?;
            let value = above / below;
            Some(FunnelPoint {
                label: subject::link(reporter, language, unit.subject).text,
                n: below,
                reading: Reading {
                    value: Some(value),
                    text: shown.value(value),
                    mark: dot_mark(&unit.reading),
                },
                outside: unit.chance == Some(Chance::Outside),
            })
        };
        let drawing = Funnel {
            title: format!("{} {}", voice.name(&indicator.name), shown.unit()).trim_end().to_owned(),
            n_title: voice.word("cases-head"),
            limits: limits.clone(),
            points: units.list.iter().filter_map(point).collect(),
            inner_label: voice.word("funnel-inner"),
            outer_label: voice.word("funnel-outer"),
            centre: Some(Reference {
                value: centre,
                label: say!(voice, "funnel-mean", value: &shown.value(centre)),
            }),
            bounds: Some((0.0, 1.0)),
        };
        drawing.draw(&|value| shown.limit(value), &|cases| number(cases, 0))
    });
    let name = voice.name(&indicator.name);
    let data = funnel_data(reporter, voice, shown, name, units);
    Some(figure(
        "funnel",
        "funnel",
        funnel_saying(reporter, voice, shown, name, period, units),
        drawing,
        Some(data),
    ))
}

fn funnel_saying(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    shown: Shown<'_>,
    name: &str,
    period: Period,
    units: &Units,
) -> Saying {
    let outside: Vec<String> = units
        .list
        .iter()
        .filter(|unit| unit.chance == Some(Chance::Outside))
        .map(|unit| subject::link(reporter, voice.language, unit.subject).text)
        .collect();
    let listed: Vec<&str> = outside.iter().take(5).map(String::as_str).collect();
    let judged = units.list.iter().filter(|unit| unit.chance.is_some()).count();
    let title = match outside.len() {
        0 => say!(voice, "funnel-title-none", indicator: name),
        n if n > listed.len() => say!(voice, "funnel-title-many", indicator: name, n: n),
        _ => say!(voice, "funnel-title-named", indicator: name, names: &voice.list(&listed)),
    };
    let mean = units.centre.map(|centre| shown.value(centre)).unwrap_or_default();
    let edge = units.count(Chance::Edge);
    Saying {
        title,
        subtitle: say!(voice, "funnel-subtitle", indicator: name, period: &format::period(period, voice.language)),
        label: say!(voice, "funnel-label", indicator: name),
        summary: say!(voice, "funnel-summary", judged: judged, mean: &mean, edge: edge, outside: outside.len()),
    }
}

/// Limits at numbers of cases that lie closer where the lines bend.
fn limit_lines(centre: f64, most: f64) -> Vec<Limits> {
    let at = |corner: usize| {
        let share = corner as f64 / CORNERS as f64;
        (share * share * most * 1.05).ceil() as u64
    };
    let mut cases: Vec<u64> = (1..=CORNERS).map(at).filter(|cases| *cases > 0).collect();
    cases.dedup();
    let line = |cases: u64| {
        let (inner, outer) = limits(centre, cases)?;
        Some(Limits { n: cases as f64, inner: (inner.lower, inner.upper), outer: (outer.lower, outer.upper) })
    };
    cases.into_iter().filter_map(line).collect()
}

fn funnel_data(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    shown: Shown<'_>,
    name: &str,
    units: &Units,
) -> Table {
    use crate::view::{Cell, Column, Row};
    let row = |unit: &super::units::Unit| {
        let (above, below) = super::units::pair(&unit.reading)?;
        let (inner, outer) = limits(units.centre?, below as u64)?;
        let range = |low: f64, high: f64| format!("{} – {}", shown.value(low), shown.value(high));
        Some(Row::new(vec![
            subject::cell(reporter, voice.language, unit.subject),
            Cell::number(number(below, 0), below),
            Cell::number(shown.value(above / below), above / below),
            Cell::text(range(inner.lower, inner.upper)),
            Cell::text(range(outer.lower, outer.upper)),
        ]))
    };
    let columns = vec![
        Column::text(voice.word(if units.teams { "team" } else { "agent" })),
        Column::number(voice.word("cases-head")),
        Column::number(voice.word("value")),
        Column::number(voice.word("funnel-inner")),
        Column::number(voice.word("funnel-outer")),
    ];
    let rows = units.list.iter().filter_map(row).collect();
    let mut table = Table::new(say!(voice, "funnel-data", indicator: name), columns, rows);
    table.filter = false;
    table
}

/// The distribution of the values that may be judged; `None` for fewer than three.
pub(super) fn spread(
    reporter: &Reporter<'_>,
    language: Language,
    ix: IndicatorIx,
    period: Period,
    units: &Units,
) -> Option<Figure> {
    let voice = reporter.voice(language);
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, language);
    let values: Vec<f64> = units.list.iter().filter_map(|unit| super::series::value(&unit.reading)).collect();
    if values.len() < 3 {
        return None;
    }
    let name = voice.name(&indicator.name);
    let target = goalpost(reporter, None, ix, period.last()).map(|goal| Reference {
        value: goal.full,
        label: format!("{} {}", voice.word("target"), shown.limit(goal.full)),
    });
    let (low, mid, high) = (quantile(&values, 0.25)?, median(&values)?, quantile(&values, 0.75)?);
    let saying = Saying {
        title: say!(voice, "spread-title", indicator: name, low: &shown.value(low), high: &shown.value(high)),
        subtitle: say!(
            voice, "spread-subtitle",
            indicator: name, period: &format::period(period, language), n: values.len(),
        ),
        label: say!(voice, "spread-label", indicator: name),
        summary: say!(
            voice, "spread-summary",
            median: &shown.value(mid), low: &shown.value(low), high: &shown.value(high), n: values.len(),
        ),
    };
    let count_title = voice.word(if units.teams { "teams" } else { "agents" });
    let title = format!("{name} {}", shown.unit()).trim_end().to_owned();
    let valid = indicator.valid;
    Some(histogram::figure_of(
        voice,
        histogram::Histogram {
            anchor: "spread",
            title,
            count_title,
            values: &values,
            target,
            bounds: (valid.0.is_finite() && valid.1.is_finite()).then_some(valid),
            saying,
        },
        &|value| shown.limit(value),
    ))
}
