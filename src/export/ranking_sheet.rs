//! The ranking of a period: scores are formulas that point into the agents' sheets.

use super::sheet_name::in_formula;
use super::words;
use super::workbook::{Book, head, widths};
use crate::model::AgentIx;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError, utility::row_col_to_cell};

/// Where the score of an agent stands.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) agent: AgentIx,
    pub(super) sheet: String,
    pub(super) row: u32,
    pub(super) column: u16,
}

const HEAD: [&str; 10] = [
    "export-rank",
    "export-agent",
    "export-id",
    "export-team",
    "export-peers",
    "export-score",
    "export-band",
    "export-margin",
    "export-available",
    "export-verdict",
];

/// Writes the ranking: groups of comparable agents one after the other, each by rank, then those without one.
pub(super) fn ranking_sheet(
    book: &Book<'_>,
    places: &[Place],
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let evaluation = &book.visible.evaluation;
    let model = &evaluation.model;
    widths(sheet, &[8, 16, 22, 22, 16, 10, 12, 10, 12, 16])?;
    let title = format!(
        "{} · {} · {}",
        book.said(&model.organisation.name),
        book.word("export-ranking"),
        book.period
    );
    sheet.write_string_with_format(0, 0, title, &book.title)?;
    head(book, sheet, 2, &HEAD)?;
    sheet.set_freeze_panes(3, 2)?;
    let mut rows: Vec<(String, u32, &Place)> = Vec::with_capacity(places.len());
    for place in places {
        let standing = evaluation.standing(place.agent, book.period);
        let group = standing.and_then(|one| one.scheme.zip(one.team));
        let group =
            group.map_or_else(String::new, |(scheme, team)| model.peer_group(scheme, team).to_string());
        let rank = evaluation.rank(place.agent, book.period).map_or(u32::MAX, |rank| rank.rank);
        rows.push((group, rank, place));
    }
    rows.sort_by(|a, b| (&a.0, a.1, a.2.agent).cmp(&(&b.0, b.1, b.2.agent)));
    for (row, (group, rank, place)) in (3_u32..).zip(&rows) {
        let Some(standing) = evaluation.standing(place.agent, book.period) else { continue };
        let agent = model.agent(place.agent);
        if *rank < u32::MAX {
            sheet.write_number(row, 0, *rank)?;
        }
        sheet.write_string(row, 1, book.said(&agent.name))?;
        sheet.write_string(row, 2, agent.id.as_str())?;
        if let Some(team) = standing.team {
            sheet.write_string(row, 3, book.said(&model.team(team).name))?;
        }
        sheet.write_string(row, 4, group)?;
        if let Some(total) = standing.total {
            let cell = row_col_to_cell(place.row, place.column);
            let formula =
                Formula::new(format!("={}!{cell}", in_formula(&place.sheet))).set_result(total.to_string());
            sheet.write_formula_with_format(row, 5, formula, &book.number)?;
            sheet.write_number_with_format(row, 7, standing.margin, &book.number)?;
        }
        let scheme = standing.scheme.map(|scheme| model.scheme(scheme));
        if let Some(band) = scheme.zip(standing.band).and_then(|(scheme, band)| scheme.bands.get(band)) {
            sheet.write_string(row, 6, book.said(&band.name))?;
        }
        sheet.write_number_with_format(row, 8, standing.available_weight / 100.0, &book.percent)?;
        sheet.write_string(row, 9, book.called("verdict", words::verdict(standing.verdict)))?;
    }
    Ok(())
}
