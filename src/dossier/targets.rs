//! Section 7: whether targets can be met, whether they move, and what stands near thresholds. The words accuse nobody.

use super::case::{Case, Line, percent};
use super::figure::{Saying, figure, range};
use super::part::section;
use super::sheet::{by_month, table};
use crate::audit::{AimMonth, AimOrigin, Row as CheckRow, Section};
use crate::chart::{Bin, Distribution, Drawing, Mark, Reading, Reference, Trend, TrendLine};
use crate::report::number;
use crate::view::{AuditPart, Cell, Column, Figure, Row, Table};

/// Lines in the drawing of hit rates.
const LINES: usize = 8;
/// Thresholds that are drawn.
const THRESHOLDS: usize = 6;
/// Classes on each side of a threshold.
const CLASSES: i64 = 6;

/// The part.
pub(super) fn part(case: &Case<'_>) -> AuditPart {
    let details = vec![
        table(case, CheckRow::Attainability, "hit-rates"),
        table(case, CheckRow::Drift, "drift"),
        table(case, CheckRow::Bunching, "bunching"),
    ];
    let mut part = section(case, Section::Targets, details);
    part.paragraphs.push(case.word("targets-fair"));
    part.figures.extend(timeline(case));
    part.small = bunching(case);
    part
}

/// Hit rates of the scheme's own targets by month.
fn timeline(case: &Case<'_>) -> Option<Figure> {
    let panel = case.population.table.panel.as_ref()?;
    let mut aims: Vec<_> = panel.aims.iter().filter(|aim| aim.origin == AimOrigin::Rule).collect();
    let rate = |months: &[Option<AimMonth>]| {
        let (hits, of) =
            months.iter().flatten().fold((0, 0), |(hits, of), month| (hits + month.hits, of + month.of));
        f64::from(hits) / f64::from(of.max(1))
    };
    // Those farthest from an even chance say most about their targets.
    aims.sort_by(|a, b| (rate(&b.months) - 0.5).abs().total_cmp(&(rate(&a.months) - 0.5).abs()));
    let (easy, hard) = (
        aims.iter().max_by(|a, b| rate(&a.months).total_cmp(&rate(&b.months)))?,
        aims.iter().min_by(|a, b| rate(&a.months).total_cmp(&rate(&b.months)))?,
    );
    let line = |case: &Case<'_>, at: usize, aim: &crate::audit::Aim| {
        let reading = |month: &Option<AimMonth>| {
            let share = month.filter(|month| month.of > 0).map(|m| f64::from(m.hits) / f64::from(m.of));
            let text = share.map(percent).unwrap_or_default();
            Reading { value: share.map(|share| share * 100.0), text, mark: Mark::Solid }
        };
        TrendLine {
            label: case.column_name(aim.column).to_owned(),
            readings: aim.months.iter().map(reading).collect(),
            selected: at < 4,
        }
    };
    let drawing = case.drawn(|case| {
        Trend {
            title: case.word("hits-axis"),
            periods: panel.months.iter().map(ToString::to_string).collect(),
            lines: aims.iter().take(LINES).enumerate().map(|(at, aim)| line(case, at, aim)).collect(),
            bounds: Some((0.0, 100.0)),
            ..Trend::default()
        }
        .draw(&|value| format!("{}%", number(value, 0)))
    });
    let rows = case.sheet(CheckRow::Attainability, "hit-timeline")?;
    let mut data = by_month(case, rows, case.word("hits-data"), |line| {
        let (hits, n) = (line.number("hits")?, line.number("n").filter(|n| *n > 0.0)?);
        let cell = Cell::number(percent(hits / n), hits / n);
        (line.text("origin") == "rule")
            .then(|| Cell { note: Some(format!("{}/{}", number(hits, 0), number(n, 0))), ..cell })
    });
    data.filter = false;
    let (high, low) = (percent(rate(&easy.months)), percent(rate(&hard.months)));
    let arguments = [
        ("easy", case.column_name(easy.column).into()),
        ("high", (&high).into()),
        ("hard", case.column_name(hard.column).into()),
        ("low", (&low).into()),
    ];
    let saying = Saying {
        title: case.word("hits-title"),
        subtitle: case.say("hits-note", &[("n", case.report().units.len().into())]),
        summary: case.say("hits-sum", &arguments),
    };
    Some(figure("hits", "trend", saying, drawing, Some(data)))
}

/// The months' figures around the thresholds that stand out most.
fn bunching(case: &Case<'_>) -> Vec<Figure> {
    let Some(rows) = case.sheet(CheckRow::Bunching, "bunching") else { return Vec::new() };
    let mut lines: Vec<Line<'_>> = rows.all().collect();
    let chance = |line: &Line<'_>| line.number("p-adjusted").unwrap_or(1.0);
    lines.sort_by(|a, b| chance(a).total_cmp(&chance(b)));
    lines.into_iter().take(THRESHOLDS).enumerate().filter_map(|(at, line)| around(case, at, line)).collect()
}

fn around(case: &Case<'_>, place: usize, line: Line<'_>) -> Option<Figure> {
    let at = case.column(line.text("indicator"))?;
    let (table, shown) = (&case.population.table, case.shown(at)?);
    let (threshold, width) = (line.number("threshold")?, line.number("width").filter(|width| *width > 0.0)?);
    let down = table.columns.get(at)?.direction < 0.0;
    let mut counts = [0_usize; 2 * CLASSES as usize];
    for value in table.panel.as_ref()?.rows(at).iter().flatten().flatten() {
        // Reaching a threshold counts as past it, from whichever side that is.
        let steps = if down { (threshold - value) / width } else { (value - threshold) / width };
        let class = libm::floor(steps + 1e-9) as i64;
        let slot = if down { CLASSES - 1 - class } else { CLASSES + class };
        if let Some(count) = usize::try_from(slot).ok().and_then(|slot| counts.get_mut(slot)) {
            *count += 1;
        }
    }
    let ends = |slot: usize| {
        let from = threshold + (slot as f64 - CLASSES as f64) * width;
        (from, from + width)
    };
    let edge = shown.value(threshold);
    let drawing = case.drawn(|case| {
        let Some(shown) = case.shown(at) else { return Drawing::default() };
        let bins = counts.iter().enumerate().map(|(slot, count)| {
            let (from, to) = ends(slot);
            Bin { from, to, count: *count as f64, text: format!("{}: {count}", range(shown, (from, to))) }
        });
        let edge = shown.value(threshold);
        Distribution {
            title: shown.unit_or(case.reporter().words(case.voice.language)),
            count_title: case.word("months-of-people"),
            bins: bins.collect(),
            target: Some(Reference {
                value: threshold,
                label: case.say("threshold-line", &[("value", (&edge).into())]),
            }),
            bounds: None,
        }
        .picture(&|value| shown.bare(value), &|count| number(count, 0))
    });
    let rows = counts.iter().enumerate().map(|(slot, count)| {
        let label = Cell { sort: Some(ends(slot).0.to_string()), ..Cell::text(range(shown, ends(slot))) };
        Row::new(vec![label, Cell::number(count.to_string(), *count as f64)])
    });
    let name = case.column_name(at);
    let title = case.say("bunching-title", &[("name", name.into()), ("value", (&edge).into())]);
    let heads = vec![Column::text(case.word("range")), Column::number(case.word("months-of-people"))];
    let mut data = Table::new(title.clone(), heads, rows.collect());
    (data.sortable, data.filter) = (false, false);
    Some(figure(
        &format!("threshold-{}", place + 1),
        "distribution",
        Saying { title, subtitle: case.word("bunching-note"), summary: told(case, line) },
        drawing,
        Some(data),
    ))
}

/// Counts, chance and excess at a threshold.
fn told(case: &Case<'_>, line: Line<'_>) -> String {
    let count = |key: &str| number(line.number(key).unwrap_or(0.0), 0);
    let (before, past, p) = (count("before"), count("past"), line.number("p-adjusted").unwrap_or(1.0));
    let p = if p < 0.001 { "< 0.001".to_owned() } else { number(p, 3) };
    let excess = line.number("excess").map_or_else(|| case.word("unknown"), percent);
    let placebo = line.number("placebo").map_or_else(|| case.word("unknown"), percent);
    let arguments = [
        ("before", (&before).into()),
        ("past", (&past).into()),
        ("p", (&p).into()),
        ("excess", (&excess).into()),
        ("placebo", (&placebo).into()),
    ];
    case.say("bunching-sum", &arguments)
}
