//! Section 9: what changed since the year before, and what that alone does to scores.

use super::case::{Case, percent};
use super::figure::{Saying, figure};
use super::part::plain;
use super::sheet::numbered;
use crate::audit::{Crossed, CrossedSummary, Crossing, RulesStep, YearOnYear};
use crate::chart::{Mark, Reading, Slope, SlopeLine};
use crate::diag::Span;
use crate::findings::BeforeAfter;
use crate::model::{Band, Model, Period};
use crate::report::{number, signed};
use crate::view::{AuditPart, Cell, CellState, Column, Figure, Link, Row, Table};

/// Most lines in one drawing: those who move most.
const LINES: usize = 24;
/// Most rows of a table of people; the table for download has all.
const ROWS: usize = 150;
/// Lines with a hue.
const HUES: usize = 4;

/// The part.
pub(super) fn part(case: &Case<'_>, of: &YearOnYear) -> AuditPart {
    let model = case.model();
    let before = of.before.to_string();
    let mut paragraphs = vec![case.word("about-year")];
    paragraphs.extend(case.words().months(of));
    let steps: &[RulesStep] = match &of.rules {
        Ok(steps) => steps,
        Err(shortfall) => {
            paragraphs
                .push(case.say("year-none", &[("reason", (&case.words().shortfall(*shortfall)).into())]));
            &[]
        }
    };
    if of.rules.as_ref().is_ok_and(Vec::is_empty) {
        paragraphs.push(case.voice.say("audit-year-unchanged", &[("before", (&before).into())]));
    }
    // Where nothing can be compared, the reason stands once.
    if of.rules.as_ref().is_ok_and(|steps| !steps.is_empty()) {
        paragraphs.extend([&of.now, &of.then].map(|crossed| case.words().crossed(crossed)));
    }
    paragraphs.push(case.words().split(&of.split));
    let mut tables: Vec<Table> = steps.iter().map(|step| changes(case, model, step)).collect();
    tables.extend(goals(case, model, of));
    tables.extend(split(case, of));
    let figure = ranks(case, model, of);
    // The drawing has these as its data.
    let own = scores(case, model, of, (&of.now, "year-scores")).filter(|_| figure.is_none());
    AuditPart {
        paragraphs,
        tables,
        figures: figure.into_iter().collect(),
        details: own.into_iter().chain(scores(case, model, of, (&of.then, "year-scores-before"))).collect(),
        links: steps.iter().flat_map(|step| schemes(case, model, step)).collect(),
        ..plain("year", case.voice.say("audit-year", &[("before", (&before).into())]))
    }
}

/// The pages of both schemes, on which all rules stand in words.
fn schemes(case: &Case<'_>, model: &Model, step: &RulesStep) -> Vec<Link> {
    let link = |ix| {
        let scheme = model.scheme(ix);
        Link::new(case.voice.name(&scheme.name).to_owned(), format!("schemes/{}.html", scheme.id))
    };
    vec![link(step.before), link(step.after)]
}

/// What differs between the schemes of both years.
fn changes(case: &Case<'_>, model: &Model, step: &RulesStep) -> Table {
    let name = |ix| case.voice.name(&model.scheme(ix).name);
    let mut rows: Vec<Row> = Vec::new();
    for item in &step.difference.items {
        let indicator = model.indicator(item.indicator);
        let link = Cell::link(case.voice.name(&indicator.name), format!("indicators/{}.html", indicator.id));
        let span = item.after.as_ref().or(item.before.as_ref()).map(|item| item.span);
        rows.push(row(case, link, case.words().item_sides(model, item), case.words().aspects(item), span));
    }
    let topics = case.words().policy_topics(step);
    if !topics.is_empty() {
        let cells = [Cell::text(case.word("year-policy")), Cell::text(topics)];
        let [what, kind] = cells;
        let scheme = model.scheme(step.after);
        let there = Cell::link(case.word("year-see"), format!("schemes/{}.html", scheme.id));
        rows.push(Row::new(vec![what, there.clone(), there, kind, written(case, Some(scheme.span))]));
    }
    let columns = ["year-what", "year-was", "year-is", "year-kind", "year-written"];
    let column = |key: &&str| {
        let column = Column::text(case.word(key));
        if *key == "year-written" { column.minor() } else { column }
    };
    let arguments = [
        ("before", name(step.before).into()),
        ("after", name(step.after).into()),
        ("months", step.months.into()),
    ];
    let mut table =
        Table::new(case.say("year-changes", &arguments), columns.iter().map(column).collect(), rows);
    table.empty = case.word("year-no-difference");
    table.csv = (!table.rows.is_empty()).then(|| case.csv("year-rules"));
    (table.sortable, table.filter) = (false, false);
    table
}

fn row(case: &Case<'_>, what: Cell, (before, after): BeforeAfter, kind: String, span: Option<Span>) -> Row {
    let side = |text: Option<String>| Cell::text(text.unwrap_or_else(|| case.voice.word("change-absent")));
    Row::new(vec![what, side(before), side(after), Cell::text(kind), written(case, span)])
}

/// Where it is written and which commit wrote it, as far as that is known.
fn written(case: &Case<'_>, span: Option<Span>) -> Cell {
    let Some(source) = span.and_then(|span| case.reporter().dated_source(span)) else {
        return Cell::empty(CellState::NotApplicable);
    };
    let place = format!("{}:{}", source.path, source.line);
    Cell { href: source.href, note: source.commit, ..Cell::text(place) }
}

/// Goals that are new, gone or other than before; `None` without any.
fn goals(case: &Case<'_>, model: &Model, of: &YearOnYear) -> Option<Table> {
    let absent = || case.voice.word("audit-year-no-goal");
    let row = |step: &crate::audit::GoalStep| {
        let indicator = model.indicator(step.indicator);
        let (before, after) = case.words().goal_sides(model, step);
        Row::new(vec![
            Cell::text(case.words().goal_subject(model, step)),
            Cell::link(case.voice.name(&indicator.name), format!("indicators/{}.html", indicator.id)),
            Cell::text(before.unwrap_or_else(absent)),
            Cell::text(after.unwrap_or_else(absent)),
        ])
    };
    let columns = ["year-whose", "col-indicator", "year-was", "year-is"];
    let mut table = Table::new(
        case.word("sheet-year-goals"),
        columns.iter().map(|key| Column::text(case.word(key))).collect(),
        of.goals.iter().map(row).collect(),
    );
    table.csv = Some(case.csv("year-goals"));
    (!of.goals.is_empty()).then_some(table)
}

/// What the change of the mean score comes from; `None` where it is not assessed.
fn split(case: &Case<'_>, of: &YearOnYear) -> Option<Table> {
    let found = of.split.as_ref().ok()?;
    let by = |value: f64| Cell::number(signed(value, 2), value);
    let none = || Cell::empty(CellState::NotApplicable);
    let row = |key: &str, points: f64, orders: Option<(f64, f64)>| {
        let (first, second) = orders.map_or_else(|| (none(), none()), |(a, b)| (by(a), by(b)));
        Row::new(vec![Cell::text(case.word(&format!("split-{key}"))), by(points), first, second])
    };
    let rows = vec![
        row("people", found.people, Some(found.people_orders)),
        row("yardstick", found.yardstick, Some(found.yardstick_orders)),
        row("change", found.change(), None),
        row("others", found.others, None),
        row("whole", found.whole(), None),
    ];
    let mut columns = vec![Column::text(case.word("split-part"))];
    columns.extend(["split-points", "split-old", "split-new"].map(|key| Column::number(case.word(key))));
    let mut table = Table::new(case.word("sheet-year-split"), columns, rows);
    (table.sortable, table.filter) = (false, false);
    let n = [("n", found.n.into()), ("then", found.all.0.into()), ("now", found.all.1.into())];
    table.notes = vec![case.say("split-note", &n)];
    table.csv = Some(case.csv("year-split"));
    Some(table)
}

/// Everyone by both rules, the largest movers first; `None` without anyone.
fn scores(case: &Case<'_>, model: &Model, year: &YearOnYear, (of, name): (&Crossed, &str)) -> Option<Table> {
    let mut units: Vec<&Crossing> = of.units.iter().collect();
    units.sort_by_key(|unit| (std::cmp::Reverse(unit.shift()), unit.agent));
    let band = |band: &Option<Band>| match band {
        Some(band) => Cell::text(case.voice.name(&band.name)),
        None => Cell::empty(CellState::NotApplicable),
    };
    let rank = |rank: Option<u32>| numbered(rank.map(f64::from), |rank| number(rank, 0));
    let score = |total: Option<f64>| numbered(total, |total| case.reporter().score(total));
    let row = |unit: &&Crossing| {
        let agent = model.agent(unit.agent);
        Row::new(vec![
            Cell::link(case.voice.name(&agent.name), format!("agents/{}.html", agent.id)),
            score(unit.totals.0),
            score(unit.totals.1),
            rank(unit.ranks.map(|ranks| ranks.0)),
            rank(unit.ranks.map(|ranks| ranks.1)),
            band(&unit.bands.0),
            band(&unit.bands.1),
            Cell::number(percent(unit.available.0 / 100.0), unit.available.0),
            Cell::number(percent(unit.available.1 / 100.0), unit.available.1),
        ])
    };
    let by = |key: &str, year: crate::model::Period| case.say(key, &[("year", (&year.to_string()).into())]);
    let (old, new) = (year.before, case.dossier.plan.year);
    let columns = vec![
        Column::text(case.word("col-unit")),
        Column::number(by("score-by", old)),
        Column::number(by("score-by", new)),
        Column::number(by("rank-by", old)),
        Column::number(by("rank-by", new)),
        Column::text(by("band-by", old)).minor(),
        Column::text(by("band-by", new)).minor(),
        Column::number(by("weight-by", old)).minor(),
        Column::number(by("weight-by", new)).minor(),
    ];
    let caption = case.say("scores-of", &[("year", (&of.figures.to_string()).into())]);
    let mut table = Table::new(caption, columns, units.iter().take(ROWS).map(row).collect());
    let left = units.len().saturating_sub(ROWS);
    if left > 0 {
        table.notes.push(case.say("left-out", &[("n", left.into())]));
    }
    table.csv = Some(case.csv(name));
    (!of.units.is_empty()).then_some(table)
}

/// The ranks by the rules of both years, rank 1 on top; `None` where they are not assessed.
fn ranks(case: &Case<'_>, model: &Model, year: &YearOnYear) -> Option<Figure> {
    let of = &year.now;
    let found: &CrossedSummary = of.summary.as_ref().ok()?;
    let mut units: Vec<&Crossing> = of.units.iter().filter(|unit| unit.ranks.is_some()).collect();
    units.sort_by_key(|unit| (std::cmp::Reverse(unit.shift()), unit.agent));
    // A higher place is drawn higher up.
    let place =
        |rank: u32| Reading { value: Some(-f64::from(rank)), text: rank.to_string(), mark: Mark::Solid };
    let line = |case: &Case<'_>, at: usize, unit: &Crossing| {
        let (before, after) = unit.ranks.unwrap_or_default();
        SlopeLine {
            label: case.voice.name(&model.agent(unit.agent).name).to_owned(),
            from: place(before),
            to: place(after),
            highlight: at < HUES && before != after,
        }
    };
    let drawing = case.drawn(|case| {
        let rules = |year: Period| case.say("rank-by", &[("year", (&year.to_string()).into())]);
        Slope {
            from: rules(year.before),
            to: rules(case.dossier.plan.year),
            lines: units.iter().take(LINES).enumerate().map(|(at, unit)| line(case, at, unit)).collect(),
        }
        .draw()
    });
    let figures = of.figures.to_string();
    let mut subtitle = case.say("slope-note", &[("year", (&figures).into()), ("n", found.n.into())]);
    if units.len() > LINES {
        let most = case.say("slope-most", &[("n", LINES.into())]);
        subtitle = case.voice.sentences(&[subtitle.into(), most.into()]);
    }
    let saying =
        Saying { title: case.word("slope-title"), subtitle, summary: summary(case, model, of, found) };
    let data = scores(case, model, year, (of, "year-scores"));
    Some(figure("year-ranks", "slope", saying, drawing, data))
}

/// Who moves most, and how many do not move.
fn summary(case: &Case<'_>, model: &Model, of: &Crossed, found: &CrossedSummary) -> String {
    let still = of.units.iter().filter(|unit| unit.shift() == Some(0)).count();
    let still = case.say("slope-still", &[("still", still.into()), ("n", found.n.into())]);
    match found.movers.first().and_then(|at| of.units.get(*at)) {
        Some(unit) => {
            let mover = case.words().mover(model, unit);
            let most = case.say("slope-sum", &[("mover", (&mover).into())]);
            case.voice.sentences(&[most.into(), still.into()])
        }
        None => still,
    }
}
