//! Section 6: how far ranks hold, and what moves them.

use super::case::{Case, Line};
use super::figure::{Saying, figure};
use super::part::section;
use super::sheet::table;
use crate::audit::{Item, Range, Row as CheckRow, Section};
use crate::chart::{BarRow, Bars, Mark, Pair, Paired, RangeRow, Ranges, Reading, Status};
use crate::model::Limit;
use crate::report::{number, short_number};
use crate::view::{AuditPart, Cell, Column, Figure, Row, Table};

/// Most people in one drawing of ranks.
const PEOPLE: usize = 60;

/// The part.
pub(super) fn part(case: &Case<'_>) -> AuditPart {
    let mut part = section(case, Section::Robustness, Vec::new());
    part.tables.extend(boundaries(case));
    part.figures.extend(ranks(case));
    part.figures.extend(shifts(
        case,
        "alternatives",
        &[
            (CheckRow::Aggregation, "aggregation", "method"),
            (CheckRow::Normalisation, "normalisation", "method"),
        ],
    ));
    part.figures.extend(causes(case));
    part.figures.extend(shifts(case, "remove", &[(CheckRow::RemoveOne, "remove-one", "indicator")]));
    part.details.extend(table(case, CheckRow::Normalisation, "normalisation"));
    part.details.extend(table(case, CheckRow::Sensitivity, "sensitivity-methods"));
    part
}

/// The ranks with their intervals, in order; of many people each so many places.
fn ranks(case: &Case<'_>) -> Option<Figure> {
    let mut ranges: Vec<&Range> = case.report().ranges.iter().collect();
    ranges.sort_by_key(|range| (range.rank, range.unit));
    let n = ranges.len();
    let step = n.div_ceil(PEOPLE).max(1);
    let row = |case: &Case<'_>, range: &Range| {
        let [low, _, high] = range.ranks;
        let chance = range.chance.map(|(low, high)| format!("{low}–{high}"));
        let (name, wide) = (case.unit_name(range.unit), format!("{low}–{high}"));
        let chance = chance.unwrap_or_else(|| case.word("unknown"));
        let arguments = [
            ("name", name.into()),
            ("rank", (range.rank as usize).into()),
            ("wide", (&wide).into()),
            ("chance", (&chance).into()),
        ];
        RangeRow {
            label: name.to_owned(),
            at: f64::from(range.rank),
            wide: (f64::from(low), f64::from(high)),
            narrow: range.chance.map(|(low, high)| (f64::from(low), f64::from(high))),
            text: case.say("rank-of", &arguments),
            marked: !range.crossed.is_empty(),
        }
    };
    let drawing = case.drawn(|case| {
        let rows = ranges.iter().step_by(step).map(|range| row(case, range)).collect();
        let bounds = Some((1.0, n.max(2) as f64));
        Ranges { title: case.word("rank-axis"), rows, bounds }.draw(&|value| number(value, 0))
    });
    let limit = case.limit(Limit::RangeWidth) * n as f64;
    let narrow = ranges.iter().filter(|range| f64::from(range.ranks[2] - range.ranks[0]) <= limit).count();
    let crossing = ranges.iter().filter(|range| !range.crossed.is_empty()).count();
    let mut subtitle = case.say("ranks-note", &[("n", n.into())]);
    if step > 1 {
        subtitle =
            case.voice.sentences(&[subtitle.into(), case.say("ranks-each", &[("step", step.into())]).into()]);
    }
    let saying = Saying {
        title: case.voice.word("audit-ranges"),
        subtitle,
        summary: case
            .say("ranks-sum", &[("narrow", narrow.into()), ("n", n.into()), ("crossing", crossing.into())]),
    };
    let data = table(case, CheckRow::Uncertainty, "ranges");
    (n > 0).then(|| figure("ranks", "ranges", saying, drawing, data))
}

/// How many people's intervals cross each boundary; `None` without boundaries.
fn boundaries(case: &Case<'_>) -> Option<Table> {
    let report = case.report();
    if report.boundaries.is_empty() || report.ranges.is_empty() {
        return None;
    }
    let row = |at: usize| {
        let count = report.ranges.iter().filter(|range| range.crossed.contains(&at)).count();
        let edge = report.boundaries.get(at).map_or(0.0, |of| of.at);
        Row::new(vec![
            Cell::text(case.words().item(&Item::Boundary(at))),
            Cell::number(short_number(edge, 2), edge),
            Cell::number(count.to_string(), count as f64),
            Cell::number(report.ranges.len().to_string(), report.ranges.len() as f64),
        ])
    };
    let columns = vec![
        Column::text(case.word("boundary")),
        Column::number(case.word("boundary-at")),
        Column::number(case.word("crossing")),
        Column::number(case.word("people")),
    ];
    let rows = (0..report.boundaries.len()).map(row).collect();
    let mut table = Table::new(case.word("boundaries"), columns, rows);
    table.filter = false;
    table.notes.push(case.word("boundaries-note"));
    Some(table)
}

/// Mean shifts of ranks, as bars.
fn shifts(case: &Case<'_>, key: &str, from: &[(CheckRow, &str, &str)]) -> Option<Figure> {
    let rows = bars(case, from);
    let most = rows.first()?;
    let summary = case.say(
        &format!("{key}-sum"),
        &[("name", most.label.as_str().into()), ("mean", most.reading.text.as_str().into())],
    );
    let saying = Saying {
        title: case.word(&format!("{key}-title")),
        subtitle: case.say("shift-note", &[("n", case.report().units.len().into())]),
        summary,
    };
    let (row, sheet, _) = from.first()?;
    let data = table(case, *row, sheet);
    let drawing = case.drawn(|case| {
        Bars { title: case.word("shift-axis"), rows: bars(case, from), bounds: None }
            .draw(&|value| short_number(value, 2))
    });
    Some(figure(key, "bars", saying, drawing, data))
}

/// A bar for each line of the sheets, the longest first.
fn bars(case: &Case<'_>, from: &[(CheckRow, &str, &str)]) -> Vec<BarRow> {
    let name = |line: Line<'_>, of: &str| match of {
        "method" => case.word(&format!("named-{}", line.text("method"))),
        _ => case.column(line.text(of)).map_or_else(String::new, |at| case.column_name(at).to_owned()),
    };
    let mut rows: Vec<BarRow> = Vec::new();
    for (row, sheet, of) in from {
        let Some(found) = case.sheet(*row, sheet) else { continue };
        rows.extend(found.all().map(|line| {
            let mean = line.number("mean-shift");
            let text = mean.map_or_else(String::new, |mean| number(mean, 1));
            let reading = Reading { value: mean, text, mark: Mark::Solid };
            BarRow { label: name(line, of), reading, target: None, status: Status::NoValue }
        }));
    }
    let size = |row: &BarRow| row.reading.value.unwrap_or(0.0);
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    rows
}

/// First and total order of each cause.
fn causes(case: &Case<'_>) -> Option<Figure> {
    let rows = case.sheet(CheckRow::Sensitivity, "sensitivity")?;
    let reading = |line: Line<'_>, keys: [&str; 3]| {
        let [value, low, high] = keys.map(|key| line.number(key));
        let mut text = value.map_or_else(String::new, |value| number(value, 2));
        if let (Some(low), Some(high)) = (low, high) {
            text = format!("{text} [{}, {}]", number(low, 2), number(high, 2));
        }
        Reading { value, text, mark: Mark::Solid }
    };
    let pair = |case: &Case<'_>, line: Line<'_>| Pair {
        label: case.word(&format!("named-{}", line.text("cause"))),
        first: reading(line, ["first", "first-lower", "first-upper"]),
        second: reading(line, ["total", "total-lower", "total-upper"]),
    };
    let mut lines: Vec<Line<'_>> = rows.all().collect();
    let size = |line: &Line<'_>| line.number("total").unwrap_or(0.0);
    lines.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let most = pair(case, *lines.first()?);
    let summary = case.say(
        "causes-sum",
        &[("name", most.label.as_str().into()), ("total", most.second.text.as_str().into())],
    );
    let saying = Saying {
        title: case.word("causes-title"),
        subtitle: case.say("shift-note", &[("n", case.report().units.len().into())]),
        summary,
    };
    let drawing = case.drawn(|case| {
        Paired {
            title: String::new(),
            first: case.word("first-order"),
            second: case.word("total-order"),
            rows: lines.iter().map(|line| pair(case, *line)).collect(),
            bounds: None,
        }
        .draw(&|value| short_number(value, 2))
    });
    let data = table(case, CheckRow::Sensitivity, "sensitivity");
    Some(figure("causes", "paired", saying, drawing, data))
}
