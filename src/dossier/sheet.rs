//! Any table of the audit in words: ids become names, numbers get the digits that mean something.

use super::case::{Case, Line, Rows, percent};
use crate::audit::Row as CheckRow;
use crate::report::number;
use crate::view::{Cell, CellState, Column, Row, Table};
use std::collections::BTreeMap;

/// Most rows that a page shows; the table for download has all.
const MOST: usize = 150;

/// How a column of a table is told.
enum Kind {
    Indicator,
    Unit,
    Dimension,
    Key(&'static str),
    Origin,
    Plain,
    Percent,
    Value,
    Change,
    Decimals(u8),
}

/// What the column `key` of the table `sheet` holds.
fn kind(sheet: &str, key: &str) -> Kind {
    let shares = matches!(sheet, "hit-rates" | "importance" | "components");
    // Rates stand in the unit of their indicator.
    let rates = matches!(sheet, "funnel" | "small-samples");
    match key {
        "indicator" | "one" | "other" | "without" => Kind::Indicator,
        "unit" => Kind::Unit,
        "dimension" if sheet == "correlations" => Kind::Key("same"),
        "dimension" | "which" => Kind::Dimension,
        "method" | "cause" => Kind::Key("named"),
        "origin" => Kind::Origin,
        "month" | "crosses" => Kind::Plain,
        "share" | "same-value" | "distinct" | "top" | "bottom" | "rate" | "few-cases" | "believed"
        | "weight" | "excess" | "placebo" => Kind::Percent,
        "lower" | "upper" | "value" | "centre" if shares => Kind::Percent,
        "value" | "centre" | "between-sd" | "lower-95" | "upper-95" | "lower-99.8" | "upper-99.8"
        | "shrunken"
            if rates =>
        {
            Kind::Value
        }
        "threshold" | "width" | "target" | "median" => Kind::Value,
        "result-slope" | "target-slope" => Kind::Change,
        "p" | "p-adjusted" => Kind::Decimals(3),
        "mean-shift" => Kind::Decimals(1),
        "n" | "months" | "units" | "present" | "expected" | "hits" | "before" | "past" | "max-shift"
        | "rank" | "component" | "minimum" | "beyond" | "mann-kendall-s" => Kind::Decimals(0),
        key if key.starts_with("rank-") || key.starts_with("chance-rank-") => Kind::Decimals(0),
        _ => Kind::Decimals(2),
    }
}

/// The table `name` of a check as a page shows it; `None` where it has no rows.
pub(super) fn table(case: &Case<'_>, row: CheckRow, name: &str) -> Option<Table> {
    case.sheet(row, name).map(|rows| of_rows(case, rows))
}

/// A table as a page shows it.
fn of_rows(case: &Case<'_>, rows: Rows<'_>) -> Table {
    let sheet = rows.sheet;
    let column = |key: &&'static str| {
        let title = case.word(&format!("col-{}", key.replace('.', "-")));
        match kind(sheet.name, key) {
            Kind::Indicator | Kind::Unit | Kind::Dimension | Kind::Key(_) | Kind::Origin | Kind::Plain => {
                Column::text(title)
            }
            _ => Column::number(title),
        }
    };
    let row = |line: Line<'_>| {
        let cells = sheet.columns.iter().map(|key| cell(case, sheet.name, line, key));
        Row::new(cells.collect())
    };
    let mut table = Table::new(
        case.word(&format!("sheet-{}", sheet.name)),
        sheet.columns.iter().map(column).collect(),
        rows.all().take(MOST).map(row).collect(),
    );
    let left = sheet.rows.len().saturating_sub(MOST);
    if left > 0 {
        table.notes.push(case.say("left-out", &[("n", left.into())]));
    }
    table.csv = Some(case.csv(sheet.name));
    table
}

fn cell(case: &Case<'_>, sheet: &str, line: Line<'_>, key: &'static str) -> Cell {
    let text = line.text(key);
    match kind(sheet, key) {
        Kind::Indicator | Kind::Unit | Kind::Dimension | Kind::Key(_) | Kind::Origin | Kind::Plain
            if text.is_empty() =>
        {
            Cell::text(case.word(if key == "crosses" { "none" } else { "all" }))
        }
        Kind::Indicator => match case.column(text) {
            Some(_) => Cell::link(case.indicator(text), format!("indicators/{text}.html")),
            None => Cell::text(text),
        },
        Kind::Unit => Cell::link(case.unit(text), format!("agents/{text}.html")),
        Kind::Dimension => Cell::text(case.group(text)),
        Kind::Key(group) => Cell::text(case.word(&format!("{group}-{text}"))),
        Kind::Origin => Cell::text(origin(case, text)),
        Kind::Plain if key == "crosses" => Cell::text(crossed(case, text)),
        Kind::Plain => Cell::text(text),
        Kind::Percent => numbered(line.number(key), percent),
        Kind::Decimals(decimals) => numbered(line.number(key), |value| number(value, decimals)),
        Kind::Value | Kind::Change => {
            let shown = case.column(line.text("indicator")).and_then(|at| case.shown(at));
            let change = matches!(kind(sheet, key), Kind::Change);
            numbered(line.number(key), |value| match shown {
                Some(shown) if change => shown.change(value),
                Some(shown) => shown.value(value),
                None => number(value, 2),
            })
        }
    }
}

/// A number, or that there is none.
pub(super) fn numbered(value: Option<f64>, show: impl Fn(f64) -> String) -> Cell {
    match value {
        Some(value) if value.is_infinite() => Cell::number("∞", f64::MAX),
        Some(value) => Cell::number(show(value), value),
        None => Cell::empty(CellState::NotApplicable),
    }
}

/// Where a target stands, in words.
pub(super) fn origin(case: &Case<'_>, key: &str) -> String {
    let Some(id) = key.strip_prefix("team:") else { return case.word(&format!("origin-{key}")) };
    let model = &case.reporter().evaluation.model;
    let name = model.find_team(id).map(|team| case.voice.name(&model.team(team).name).to_owned());
    case.say("origin-team", &[("name", name.as_deref().unwrap_or(id).into())])
}

/// The names of boundaries by their ids.
fn crossed(case: &Case<'_>, ids: &str) -> String {
    let name = |id: &str| {
        let at = case.report().boundaries.iter().position(|of| of.id == id);
        at.map_or_else(|| id.to_owned(), |at| case.words().item(&crate::audit::Item::Boundary(at)))
    };
    ids.split(' ').map(name).collect::<Vec<_>>().join(" · ")
}

/// Indicators × months; `tell` gives the position of the indicator, the month and the cell of a row, or leaves it out.
pub(super) fn by_month<'a>(
    case: &Case<'a>,
    rows: Rows<'a>,
    caption: String,
    tell: impl Fn(Line<'a>) -> Option<Cell>,
) -> Table {
    let mut months: Vec<&str> = rows.all().map(|line| line.text("month")).collect();
    months.sort_unstable();
    months.dedup();
    let mut cells: BTreeMap<(usize, &str), Cell> = BTreeMap::new();
    for line in rows.all() {
        if let (Some(at), Some(cell)) = (case.column(line.text("indicator")), tell(line)) {
            cells.entry((at, line.text("month"))).or_insert(cell);
        }
    }
    let mut columns = vec![Column::text(case.word("col-indicator"))];
    columns.extend(months.iter().map(|month| Column::number(*month)));
    let indicators: Vec<usize> = {
        let mut all: Vec<usize> = cells.keys().map(|(at, _)| *at).collect();
        all.dedup();
        all
    };
    let table_rows = indicators.iter().map(|at| {
        let id = case.report().columns.get(*at).map_or("", String::as_str);
        let mut row = vec![Cell::link(case.column_name(*at), format!("indicators/{id}.html"))];
        row.extend(months.iter().map(|month| {
            cells.remove(&(*at, *month)).unwrap_or_else(|| Cell::empty(CellState::NotApplicable))
        }));
        Row::new(row)
    });
    let table_rows: Vec<Row> = table_rows.collect();
    let mut table = Table::new(caption, columns, table_rows);
    table.csv = Some(case.csv(rows.sheet.name));
    table
}
