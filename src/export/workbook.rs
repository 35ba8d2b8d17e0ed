//! A workbook of one period: the ranking, and a sheet for each agent whose formulas compute the score from its inputs.

use super::agent_sheet::{Line, agent_sheet};
use super::ranking_sheet::{Place, ranking_sheet};
use super::sheet_name::SheetNames;
use crate::audience::Visible;
use crate::model::{AgentIx, Period};
use crate::score::Verdict;
use crate::view::{Language, Texts};
use chrono::Datelike;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// What the sheets share.
pub(super) struct Book<'a> {
    pub(super) visible: &'a Visible,
    pub(super) period: Period,
    texts: &'a Texts,
    language: Language,
    pub(super) head: Format,
    pub(super) title: Format,
    pub(super) strong: Format,
    pub(super) number: Format,
    pub(super) percent: Format,
    pub(super) input: Format,
}

impl Book<'_> {
    /// A word of the language.
    pub(super) fn word(&self, key: &str) -> String {
        self.texts.word(self.language, key)
    }

    /// What a word of the tables is called in the language: those of tables are for programs.
    pub(super) fn called(&self, kind: &str, word: &str) -> String {
        self.word(&format!("export-{kind}-{}", word.replace('_', "-")))
    }

    /// A text of the data in the language.
    pub(super) fn said<'t>(&self, text: &'t crate::model::Text) -> &'t str {
        text.get(self.language)
    }
}

/// The workbook of `period` as bytes; the same bytes each time. Agents that may not be seen have no sheet, and without
/// everything there is no ranking.
///
/// # Errors
/// If the program that writes workbooks refuses; in words.
pub fn workbook(
    visible: &Visible,
    texts: &Texts,
    language: Language,
    period: Period,
) -> Result<Vec<u8>, String> {
    write(visible, texts, language, period).map_err(|error| error.to_string())
}

fn write(visible: &Visible, texts: &Texts, language: Language, period: Period) -> Result<Vec<u8>, XlsxError> {
    let number = Format::new().set_num_format("0.00");
    let book = Book {
        visible,
        period,
        texts,
        language,
        head: Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin),
        title: Format::new().set_bold().set_font_size(14),
        strong: number.clone().set_bold(),
        percent: Format::new().set_num_format("0.0%"),
        input: Format::new().set_num_format("General").set_font_color("1F4E9E"),
        number,
    };
    let mut out = Workbook::new();
    let day = visible.evaluation.as_of;
    let year = u16::try_from(day.year()).unwrap_or(1900);
    // Month and day of a date fit into bytes.
    let created = ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8)?;
    out.set_properties(&DocProperties::new().set_author("Deskscore").set_creation_datetime(&created));
    let mut names = SheetNames::default();
    let ranking = names.give(&book.word("export-ranking"));
    let (mut places, mut sheets) = (Vec::new(), Vec::new());
    for agent in serving(visible, period) {
        let name = names.give(book.said(&visible.evaluation.model.agent(agent).name));
        let mut sheet = Worksheet::new();
        sheet.set_name(&name)?;
        let Line { row, column } = agent_sheet(&book, agent, &mut sheet)?;
        places.push(Place { agent, sheet: name, row, column });
        sheets.push(sheet);
    }
    if visible.everything() {
        let mut sheet = Worksheet::new();
        sheet.set_name(&ranking)?;
        ranking_sheet(&book, &places, &mut sheet)?;
        out.push_worksheet(sheet);
    }
    if sheets.is_empty() && !visible.everything() {
        out.add_worksheet().set_name(&ranking)?;
    }
    for sheet in sheets {
        out.push_worksheet(sheet);
    }
    out.save_to_buffer()
}

/// The agents that may be seen and served in the period.
fn serving(visible: &Visible, period: Period) -> impl Iterator<Item = AgentIx> + '_ {
    let evaluation = &visible.evaluation;
    let served = move |agent: AgentIx| {
        let standing = evaluation.standing(agent, period);
        standing.is_some_and(|standing| standing.verdict != Verdict::NotInService)
    };
    super::agents(visible).filter(move |agent| served(*agent))
}

/// Sets the widths of columns, in characters.
pub(super) fn widths(sheet: &mut Worksheet, widths: &[u16]) -> Result<(), XlsxError> {
    for (column, width) in (0_u16..).zip(widths) {
        sheet.set_column_width(column, *width)?;
    }
    Ok(())
}

/// Writes the head of a table.
pub(super) fn head(book: &Book<'_>, sheet: &mut Worksheet, row: u32, keys: &[&str]) -> Result<(), XlsxError> {
    for (column, key) in (0_u16..).zip(keys) {
        sheet.write_string_with_format(row, column, book.word(key), &book.head)?;
    }
    Ok(())
}
