//! The sheet of an agent: values, points and weights as inputs, the score as formulas over them.
//!
//! A formula stands wherever it gives what was computed: the program works it out too and compares. Where a policy goes
//! beyond what the sheet shows (such as weights that are not spread in proportion), the number stands there instead.

use super::words;
use super::workbook::{Book, head, widths};
use crate::model::{AgentIx, Missing, Unit};
use crate::score::{ItemResult, Scorecard, Segment};
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

/// The cell of the score.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) row: u32,
    pub(super) column: u16,
}

const HEAD: [&str; 12] = [
    "export-indicator",
    "export-id",
    "export-dimension",
    "export-numerator",
    "export-denominator",
    "export-value",
    "export-unit",
    "export-state",
    "export-points",
    "export-weight",
    "export-effective",
    "export-contribution",
];
/// Row of the score, and the first row of the table; rows count from 0 here and from 1 in formulas.
const SCORE: u32 = 2;
const TABLE: u32 = 6;

/// A part of the score: what it adds up to, its days, and the row in which both stand.
struct Part {
    total: f64,
    days: f64,
    row: u32,
}

/// Writes the sheet.
pub(super) fn agent_sheet(book: &Book<'_>, agent: AgentIx, sheet: &mut Worksheet) -> Result<Line, XlsxError> {
    let evaluation = &book.visible.evaluation;
    let model = &evaluation.model;
    let card = evaluation.card(agent, book.period);
    let of = model.agent(agent);
    widths(sheet, &[28, 24, 16, 12, 12, 12, 10, 14, 10, 10, 12, 12])?;
    let title = format!("{}（{}） · {}", book.said(&of.name), of.id, book.period);
    sheet.write_string_with_format(0, 0, title, &book.title)?;
    let scheme = card.scheme.map(|scheme| model.scheme(scheme));
    let team = card.team.map_or("", |team| book.said(&model.team(team).name));
    let rules =
        scheme.map_or_else(String::new, |scheme| format!("{} {}", book.said(&scheme.name), scheme.version));
    sheet.write_string(1, 0, [team, &rules].join("  "))?;
    sheet.write_string_with_format(SCORE, 0, book.word("export-score"), &book.head)?;
    sheet.write_string(3, 0, book.word("export-band"))?;
    let band = scheme.zip(card.band).and_then(|(scheme, band)| scheme.bands.get(band));
    sheet.write_string(3, 1, band.map_or("", |band| book.said(&band.name)))?;
    sheet.write_string(3, 2, book.called("verdict", words::verdict(card.verdict)))?;
    head(book, sheet, TABLE - 1, &HEAD)?;
    sheet.set_freeze_panes(TABLE, 1)?;
    let mut row = TABLE;
    let mut parts = Vec::new();
    let spread = scheme.is_some_and(|scheme| scheme.policy.missing == Missing::Renormalise);
    for segment in &card.segments {
        row = segment_rows(book, segment, spread, sheet, row, &mut parts)?;
    }
    row = month_rows(book, &card, sheet, row, &mut parts)?;
    sheet.write_string(row, 0, book.word("export-events"))?;
    let events = if card.months.is_empty() { card.by_events } else { 0.0 };
    sheet.write_number_with_format(row, 11, events, &book.input)?;
    sheet.write_string(row + 1, 0, book.word("export-cap"))?;
    let cap = scheme.map_or(100.0, |scheme| scheme.policy.cap);
    sheet.write_number_with_format(row + 1, 11, cap, &book.input)?;
    if let Some(total) = card.total {
        write_total(book, total, (events, cap, row), &parts, sheet)?;
    }
    Ok(Line { row: SCORE, column: 1 })
}

/// The rows of a segment: a line that says which, its items, and its total.
fn segment_rows(
    book: &Book<'_>,
    segment: &Segment,
    spread: bool,
    sheet: &mut Worksheet,
    row: u32,
    parts: &mut Vec<Part>,
) -> Result<u32, XlsxError> {
    let model = &book.visible.evaluation.model;
    let months = if segment.from == segment.to {
        segment.from.to_string()
    } else {
        format!("{}–{}", segment.from, segment.to)
    };
    let name = format!("{months}  {}", book.said(&model.team(segment.team).name));
    sheet.write_string_with_format(row, 0, name, &book.strong)?;
    let (first, last) = (row + 1, row + segment.items.len() as u32);
    let weights: f64 =
        segment.items.iter().filter(|item| item.points.is_some()).map(|item| item.weight).sum();
    let gives = |item: &ItemResult| match item.points {
        Some(_) => near(item.weight / weights * 100.0, item.effective_weight),
        None => item.effective_weight == 0.0,
    };
    let live = spread && segment.items.iter().all(gives);
    for (row, item) in (first..).zip(&segment.items) {
        item_row(book, item, live.then_some((first, last)), sheet, row)?;
    }
    let total = last + 1;
    sheet.write_string(total, 0, book.word("export-total"))?;
    sheet.write_string(total, 8, book.word("export-days"))?;
    sheet.write_number_with_format(total, 9, segment.days, &book.input)?;
    if let Some(sum) = segment.total {
        let formula = format!("=SUMPRODUCT(I{}:I{},K{}:K{})/100", first + 1, last + 1, first + 1, last + 1);
        let again: f64 = segment
            .items
            .iter()
            .filter_map(|item| item.points.map(|points| points * item.effective_weight / 100.0))
            .sum();
        formula_or_number(sheet, (total, 11), near(again, sum).then_some(formula), sum, &book.strong)?;
        if !segment.observed {
            parts.push(Part { total: sum, days: segment.days, row: total });
        }
    }
    Ok(total + 2)
}

/// The row of an indicator; `spread` are the rows over which weights are spread by formula.
fn item_row(
    book: &Book<'_>,
    item: &ItemResult,
    spread: Option<(u32, u32)>,
    sheet: &mut Worksheet,
    row: u32,
) -> Result<(), XlsxError> {
    let model = &book.visible.evaluation.model;
    let indicator = model.indicator(item.indicator);
    sheet.write_string(row, 0, book.said(&indicator.name))?;
    sheet.write_string(row, 1, indicator.id.as_str())?;
    if let Some(dimension) = model.organisation.dimensions.get(item.dimension.at()) {
        sheet.write_string(row, 2, book.said(&dimension.name))?;
    }
    let (above, below) = words::sums(item.reading.sums);
    for (column, number) in [(3, above), (4, below)] {
        if let Some(number) = number {
            sheet.write_number_with_format(row, column, number, &book.input)?;
        }
    }
    if let Some(value) = item.reading.value {
        let ratio = above.zip(below).is_some_and(|(a, b)| b != 0.0 && near(a / b, value));
        let formula = ratio.then(|| format!("=D{0}/E{0}", row + 1));
        let format = if indicator.precision.unit == Unit::Percent { &book.percent } else { &book.number };
        formula_or_number(sheet, (row, 5), formula, value, format)?;
    }
    sheet.write_string(row, 6, book.called("unit", words::unit(indicator.precision.unit)))?;
    sheet.write_string(row, 7, book.called("state", words::state(item.reading.state)))?;
    if let Some(points) = item.points {
        sheet.write_number_with_format(row, 8, points, &book.input)?;
    }
    sheet.write_number_with_format(row, 9, item.weight, &book.input)?;
    let formula = spread.map(|(first, last)| {
        let (own, first, last) = (row + 1, first + 1, last + 1);
        let over = format!("SUMPRODUCT(--ISNUMBER(I${first}:I${last}),J${first}:J${last})");
        format!("=IF(ISNUMBER(I{own}),J{own}/{over}*100,0)")
    });
    formula_or_number(sheet, (row, 10), formula, item.effective_weight, &book.number)?;
    if let (Some(points), Some(added)) = (item.points, item.contribution) {
        let same = near(points * item.effective_weight / 100.0, added);
        let formula = same.then(|| format!("=I{0}*K{0}/100", row + 1));
        formula_or_number(sheet, (row, 11), formula, added, &book.number)?;
    }
    Ok(())
}

/// Where a period is the mean of its months, their totals and days; they are the parts then.
fn month_rows(
    book: &Book<'_>,
    card: &Scorecard,
    sheet: &mut Worksheet,
    row: u32,
    parts: &mut Vec<Part>,
) -> Result<u32, XlsxError> {
    if card.months.is_empty() {
        return Ok(row);
    }
    parts.clear();
    sheet.write_string_with_format(row, 0, book.word("export-months"), &book.strong)?;
    for (row, (month, total, days)) in (row + 1..).zip(&card.months) {
        sheet.write_string(row, 0, month.to_string())?;
        sheet.write_number_with_format(row, 9, *days, &book.input)?;
        sheet.write_number_with_format(row, 11, *total, &book.input)?;
        parts.push(Part { total: *total, days: *days, row });
    }
    Ok(row + card.months.len() as u32 + 2)
}

/// The score: the parts by their days, with what events add (in `row`), between 0 and the cap (in the row below).
fn write_total(
    book: &Book<'_>,
    total: f64,
    (events, cap, row): (f64, f64, u32),
    parts: &[Part],
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let days: f64 = parts.iter().map(|part| part.days).sum();
    let (sum, mean) = match parts {
        [] => (None, 0.0),
        [one] => (Some(format!("L{}", one.row + 1)), one.total),
        many if days > 0.0 => {
            let cells: Vec<String> = many.iter().map(|part| format!("L{0}*J{0}", part.row + 1)).collect();
            let over: Vec<String> = many.iter().map(|part| format!("J{}", part.row + 1)).collect();
            let mean = many.iter().map(|part| part.total * part.days).sum::<f64>() / days;
            (Some(format!("({})/({})", cells.join("+"), over.join("+"))), mean)
        }
        _ => (None, 0.0),
    };
    let again = (mean + events).max(0.0).min(cap);
    let formula = sum.filter(|_| near(again, total));
    let formula = formula.map(|sum| format!("=MAX(0,MIN(L{},{sum}+L{}))", row + 2, row + 1));
    formula_or_number(sheet, (SCORE, 1), formula, total, &book.strong)
}

fn formula_or_number(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: Option<String>,
    number: f64,
    format: &Format,
) -> Result<(), XlsxError> {
    match formula {
        Some(formula) => {
            let formula = Formula::new(formula).set_result(number.to_string());
            sheet.write_formula_with_format(row, column, formula, format)?;
        }
        None => {
            sheet.write_number_with_format(row, column, number, format)?;
        }
    }
    Ok(())
}

/// Whether two ways of computing give the same, but for the order of additions.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}
