//! Section 8: whom chance alone could have put where they stand.

use super::case::{Case, Line, percent};
use super::figure::{Saying, figure};
use super::part::section;
use super::sheet::{numbered, table};
use crate::audit::{Row as CheckRow, Section};
use crate::chart::{Funnel, FunnelPoint, Limits, Mark, Reading, Reference};
use crate::report::{Shown, number};
use crate::view::{AuditPart, Cell, Column, Figure, Row, Table};

/// Most dots in one funnel, besides those beyond its limits.
const DOTS: usize = 240;
/// Most rows of its table.
const ROWS: usize = 150;

/// The part.
pub(super) fn part(case: &Case<'_>) -> AuditPart {
    let details = vec![
        table(case, CheckRow::SmallSamples, "small-samples"),
        table(case, CheckRow::Stability, "stability"),
    ];
    let mut part = section(case, Section::SmallNumbers, details);
    part.small = (0..case.report().columns.len()).filter_map(|at| funnel(case, at)).collect();
    part
}

/// The funnel of a rate.
fn funnel(case: &Case<'_>, at: usize) -> Option<Figure> {
    let id = case.report().columns.get(at)?;
    let all = case.sheet(CheckRow::SmallSamples, "funnel")?.all();
    let mut lines: Vec<Line<'_>> = all.filter(|line| line.text("indicator") == id).collect();
    if lines.is_empty() {
        return None;
    }
    let small = case.sheet(CheckRow::SmallSamples, "small-samples")?;
    let of = small.all().find(|line| line.text("indicator") == id)?;
    let (centre, minimum) = (of.number("centre")?, of.number("minimum").unwrap_or(0.0));
    let cases = |line: &Line<'_>| line.number("n").unwrap_or(0.0);
    lines.sort_by(|a, b| cases(a).total_cmp(&cases(b)));
    let beyond = |line: &Line<'_>| line.number("beyond") == Some(1.0);
    let step = lines.len().div_ceil(DOTS).max(1);
    let shown: Vec<Line<'_>> = lines
        .iter()
        .enumerate()
        .filter(|(place, line)| place.is_multiple_of(step) || beyond(line))
        .map(|(_, line)| *line)
        .collect();
    let factor = case.shown(at).map_or(100.0, |shown| shown.precision.unit.shown_factor());
    let told = |line: &Line<'_>, key: &str| line.number(key).map(|share| share * factor);
    let point = |case: &Case<'_>, line: &Line<'_>| {
        let value = line.number("value").map(|value| rate(case, at, value)).unwrap_or_default();
        FunnelPoint {
            label: case.unit(line.text("unit")).to_owned(),
            n: cases(line),
            reading: Reading {
                value: told(line, "value"),
                text: format!("{value} (n = {})", number(cases(line), 0)),
                mark: if cases(line) < minimum { Mark::Hollow } else { Mark::Solid },
            },
            outside: beyond(line),
        }
    };
    let limits = |line: &Line<'_>| {
        let ends = |low: &str, high: &str| Some((told(line, low)?, told(line, high)?));
        Some(Limits {
            n: cases(line),
            inner: ends("lower-95", "upper-95")?,
            outer: ends("lower-99.8", "upper-99.8")?,
        })
    };
    let middle = rate(case, at, centre);
    let drawing = case.drawn(|case| {
        Funnel {
            title: case.shown(at).map_or_else(|| "%".to_owned(), Shown::unit),
            n_title: case.word("cases"),
            points: shown.iter().map(|line| point(case, line)).collect(),
            limits: shown.iter().filter_map(limits).collect(),
            inner_label: "95%".to_owned(),
            outer_label: "99.8%".to_owned(),
            centre: Some(Reference { value: centre * factor, label: rate(case, at, centre) }),
            bounds: Some((0.0, factor)),
        }
        .picture(&|value| tick(case, at, value / factor), &|n| number(n, 0))
    });
    let out = lines.iter().filter(|line| beyond(line)).count();
    let few = lines.iter().filter(|line| cases(line) < minimum).count();
    let arguments =
        [("n", lines.len().into()), ("centre", (&middle).into()), ("out", out.into()), ("few", few.into())];
    let saying = Saying {
        title: case.column_name(at).to_owned(),
        subtitle: case.say("funnel-note", &[("n", shown.len().into()), ("all", lines.len().into())]),
        summary: case.say("funnel-sum", &arguments),
    };
    let data = places(case, at, &lines, minimum);
    Some(figure(&format!("funnel-{id}"), "funnel", saying, drawing, Some(data)))
}

/// A rate in the unit of its indicator: a complaint rate of 3.4‰ is no 0.3%.
fn rate(case: &Case<'_>, at: usize, rate: f64) -> String {
    case.shown(at).map_or_else(|| percent(rate), |shown| shown.value(rate))
}

/// The same at a tick.
fn tick(case: &Case<'_>, at: usize, rate: f64) -> String {
    case.shown(at).map_or_else(|| percent(rate), |shown| shown.limit(rate))
}

/// Places by the plain value and by the one shrunken towards the mean, the largest differences first.
fn places(case: &Case<'_>, at: usize, lines: &[Line<'_>], minimum: f64) -> Table {
    let down = case.population.table.columns.get(at).is_some_and(|column| column.direction < 0.0);
    let ranked = |key: &str| -> Vec<Option<usize>> {
        let value = |line: &Line<'_>| line.number(key).map(|value| if down { value } else { -value });
        let mut sorted: Vec<f64> = lines.iter().filter_map(value).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        let place = |line: &Line<'_>| {
            let own = value(line)?;
            Some(sorted.partition_point(|of| *of < own - 1e-12) + 1)
        };
        lines.iter().map(place).collect()
    };
    let (raw, shrunken) = (ranked("value"), ranked("shrunken"));
    let mut order: Vec<usize> = (0..lines.len()).collect();
    let moved = |place: usize| match (raw.get(place), shrunken.get(place)) {
        (Some(Some(a)), Some(Some(b))) => a.abs_diff(*b),
        _ => 0,
    };
    order.sort_by_key(|place| (std::cmp::Reverse(moved(*place)), *place));
    let whole = |rank: Option<&Option<usize>>| {
        numbered(rank.copied().flatten().map(|rank| rank as f64), |x| number(x, 0))
    };
    let row = |place: &usize| {
        let line = lines.get(*place)?;
        let n = line.number("n").unwrap_or(0.0);
        let few = n < minimum;
        let id = line.text("unit");
        let mut cells = vec![
            Cell::link(case.unit(id), format!("agents/{id}.html")),
            Cell { note: few.then(|| case.word("too-few")), ..Cell::number(number(n, 0), n) },
        ];
        let keys = ["value", "lower-95", "upper-95", "lower-99.8", "upper-99.8", "shrunken"];
        cells.extend(keys.map(|key| numbered(line.number(key), |value| rate(case, at, value))));
        cells.extend([whole(raw.get(*place)), whole(shrunken.get(*place))]);
        Some(Row::new(cells))
    };
    let keys = [
        "col-n",
        "col-value",
        "col-lower-95",
        "col-upper-95",
        "col-lower-99-8",
        "col-upper-99-8",
        "col-shrunken",
        "rank-raw",
        "rank-shrunken",
    ];
    let mut columns = vec![Column::text(case.word("col-unit"))];
    columns.extend(keys.map(|key| Column::number(case.word(key))));
    let name = case.column_name(at);
    let rows: Vec<Row> = order.iter().take(ROWS).filter_map(row).collect();
    let mut table = Table::new(case.say("funnel-data", &[("name", name.into())]), columns, rows);
    let left = lines.len().saturating_sub(ROWS);
    if left > 0 {
        table.notes.push(case.say("left-out", &[("n", left.into())]));
    }
    table.csv = Some(case.csv("funnel"));
    table
}
