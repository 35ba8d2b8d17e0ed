//! Long tables travel to the templates as one text each.
//!
//! A page holds some hundred rows of tables, derivations and history. As lists of maps they would cost more than the
//! rest of the page together; as one text they cost next to nothing, and the filters of the room `render` write them
//! as table rows: `cells` (texts), `table_rows` (cells with their meaning), `measure_rows` and `derivation`. Parts that
//! are absent are empty.

use serde::{Serialize, Serializer};

use super::{
    Cell, CellState, Derivation, DerivationRow, DerivationRows, HistoryRow, Mark, Measure, Row, SourceLink,
    Tone, Trace,
};

/// Between rows: the ASCII record separator.
pub const ROW_BREAK: char = '\u{1e}';
/// Between cells: the ASCII unit separator.
pub const CELL_BREAK: char = '\u{1f}';
/// Between the parts of one cell: the ASCII group separator.
pub const PART_BREAK: char = '\u{1d}';

const BREAKS: [char; 3] = [ROW_BREAK, CELL_BREAK, PART_BREAK];

/// The parts of `text` between separators `at`, one of the three: as `str::split`, many bytes at a time.
pub fn split(text: &str, at: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        // A separator is one byte, which is no part of another character.
        match memchr::memchr(at as u8, text.as_bytes()) {
            Some(end) => {
                rest = text.get(end + 1..);
                text.get(..end)
            }
            None => rest.take(),
        }
    })
}

/// Writes cells as one text.
pub(super) fn cells<S: Serializer>(cells: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    let mut text = String::with_capacity(cells.len() * 8);
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            text.push(CELL_BREAK);
        }
        push_clean(&mut text, cell);
    }
    serializer.serialize_str(&text)
}

/// Writes the rows of a history as one text: the address of the indicator, its name, its unit, then the cells.
pub(super) fn history<S: Serializer>(rows: &[HistoryRow], serializer: S) -> Result<S::Ok, S::Error> {
    listed(rows, 200, serializer, |text, row| {
        push_clean(text, row.href.as_deref().unwrap_or_default());
        push_next(text, CELL_BREAK, Some(&row.name));
        push_next(text, CELL_BREAK, Some(&row.unit));
        row.cells.iter().for_each(|cell| push_next(text, CELL_BREAK, Some(cell)));
    })
}

/// Writes the rows of a table as one text: the anchor, then the cells.
pub(super) fn table_rows<S: Serializer>(rows: &[Row], serializer: S) -> Result<S::Ok, S::Error> {
    listed(rows, 160, serializer, push_row)
}

/// Writes the foot of a table as [`table_rows`] does one row; empty without.
pub(super) fn table_foot<S: Serializer>(foot: &Option<Row>, serializer: S) -> Result<S::Ok, S::Error> {
    listed(foot.as_slice(), 160, serializer, push_row)
}

/// Writes the rows of a bullet list as one text: words and address of the indicator, their language, the direction, the
/// weight, the value as a cell of [`table_rows`], target, points, contribution, change, tone and word of the mark,
/// bullet, sparkline.
pub(super) fn measures<S: Serializer>(rows: &[Measure], serializer: S) -> Result<S::Ok, S::Error> {
    listed(rows, 1200, serializer, |text, row| {
        push_clean(text, &row.indicator.text);
        let mark = row.mark.as_ref();
        let first = [
            row.indicator.href.as_deref(),
            row.indicator.lang,
            row.direction.as_deref(),
            row.weight.as_deref(),
        ];
        first.iter().for_each(|part| push_next(text, CELL_BREAK, *part));
        text.push(CELL_BREAK);
        push_cell(text, &row.value);
        let figures = [&row.target, &row.points, &row.contribution, &row.change];
        figures.iter().for_each(|part| push_next(text, CELL_BREAK, part.as_deref()));
        push_mark(text, CELL_BREAK, mark);
        [&row.bullet, &row.spark].iter().for_each(|part| push_drawing(text, CELL_BREAK, part.as_ref()));
    })
}

/// A derivation is one text of parts: anchor, label, score, band, words and address of the scheme, rows (state, then
/// cells), steps (words, then path, line and address of their place), places (path, line, address).
impl Serialize for Derivation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::with_capacity(512 + self.rows.0.len() + self.sources.len() * 80);
        push_clean(&mut text, &self.anchor);
        let scheme = self.scheme.as_ref();
        let heads = [
            Some(self.label.as_str()),
            Some(self.score.as_str()),
            self.band.as_deref(),
            scheme.map(|scheme| scheme.text.as_str()),
            scheme.and_then(|scheme| scheme.href.as_deref()),
        ];
        heads.iter().for_each(|head| push_next(&mut text, PART_BREAK, *head));
        text.push(PART_BREAK);
        text.push_str(&self.rows.0);
        text.push(PART_BREAK);
        push_list(&mut text, &self.steps, push_step);
        text.push(PART_BREAK);
        push_list(&mut text, &self.sources, push_place);
        serializer.serialize_str(&text)
    }
}

impl DerivationRows {
    /// No rows yet, with room for `rows`.
    #[must_use]
    pub fn with_room(rows: usize) -> Self {
        Self(String::with_capacity(rows * 160))
    }

    /// Begins a row; `state` is what it means besides its texts: anything but a value shows its word.
    pub fn row(&mut self, state: CellState) {
        if !self.0.is_empty() {
            self.0.push(ROW_BREAK);
        }
        self.0.push_str(self::state(state));
    }

    /// Begins the next cell of the row and gives the text to write its numbers to.
    pub fn cell(&mut self) -> &mut String {
        self.0.push(CELL_BREAK);
        &mut self.0
    }

    /// Writes words that come from outside into the cell.
    pub fn words(&mut self, words: &str) {
        push_clean(&mut self.0, words);
    }

    /// A whole cell of words.
    pub fn cell_of(&mut self, words: &str) {
        self.cell();
        self.words(words);
    }

    /// The rows in their order.
    pub fn iter(&self) -> impl Iterator<Item = DerivationRow<'_>> {
        split(&self.0, ROW_BREAK).filter(|row| !row.is_empty()).map(|row| {
            let mut parts = split(row, CELL_BREAK);
            let mut next = || parts.next().unwrap_or_default();
            let state = Some(next()).filter(|state| !state.is_empty()).unwrap_or("value");
            DerivationRow { state, cells: [next(), next(), next(), next()] }
        })
    }
}

fn push_step(text: &mut String, step: &Trace) {
    push_clean(text, &step.text);
    if let Some(source) = &step.source {
        text.push(CELL_BREAK);
        push_place(text, source);
    }
}

/// One text for all `items`, each written by `push`.
fn listed<T, S: Serializer>(
    items: &[T],
    size: usize,
    serializer: S,
    push: impl Fn(&mut String, &T),
) -> Result<S::Ok, S::Error> {
    let mut text = String::with_capacity(items.len() * size);
    push_list(&mut text, items, push);
    serializer.serialize_str(&text)
}

fn push_list<T>(text: &mut String, items: &[T], push: impl Fn(&mut String, &T)) {
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push(ROW_BREAK);
        }
        push(text, item);
    }
}

fn push_row(text: &mut String, row: &Row) {
    push_clean(text, row.anchor.as_deref().unwrap_or_default());
    for cell in &row.cells {
        text.push(CELL_BREAK);
        push_cell(text, cell);
    }
}

/// The text; for a cell that is more than its text also state, raw value, address, language, note, tone and word of the
/// mark, step of the heat map, drawing.
fn push_cell(text: &mut String, cell: &Cell) {
    push_clean(text, &cell.text);
    let plain = cell.state == CellState::Value
        && cell.sort.is_none()
        && cell.href.is_none()
        && cell.lang.is_none()
        && cell.note.is_none()
        && cell.mark.is_none()
        && cell.heat.is_none()
        && cell.drawing.is_none();
    if plain {
        return;
    }
    let parts = [
        Some(state(cell.state)),
        cell.sort.as_deref(),
        cell.href.as_deref(),
        cell.lang,
        cell.note.as_deref(),
    ];
    parts.iter().for_each(|part| push_next(text, PART_BREAK, *part));
    push_mark(text, PART_BREAK, cell.mark.as_ref());
    text.push(PART_BREAK);
    text.extend(cell.heat.filter(|heat| *heat < 10).map(|heat| char::from(b'0' + heat)));
    push_drawing(text, PART_BREAK, cell.drawing.as_ref());
}

fn push_mark(text: &mut String, separator: char, mark: Option<&Mark>) {
    push_next(text, separator, mark.map(|mark| tone(mark.tone)));
    push_next(text, separator, mark.map(|mark| mark.word.as_str()));
}

fn push_place(text: &mut String, source: &SourceLink) {
    push_clean(text, &source.path);
    text.push(CELL_BREAK);
    text.push_str(&source.line.to_string());
    push_next(text, CELL_BREAK, source.href.as_deref());
}

pub(super) fn push_next(text: &mut String, separator: char, part: Option<&str>) {
    text.push(separator);
    push_clean(text, part.unwrap_or_default());
}

/// A drawing is written by this program, and `chart` leaves no control character in its words.
fn push_drawing(text: &mut String, separator: char, drawing: Option<&super::Markup>) {
    text.push(separator);
    text.push_str(drawing.map_or("", super::Markup::as_str));
}

/// The state as a class; empty for a plain value.
const fn state(state: CellState) -> &'static str {
    match state {
        CellState::Value => "",
        CellState::NoData => "no-data",
        CellState::NotApplicable => "not-applicable",
        CellState::TooFew => "too-few",
        CellState::Provisional => "provisional",
        CellState::Corrected => "corrected",
        CellState::Reconstructed => "reconstructed",
        CellState::Withheld => "withheld",
    }
}

pub(super) const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::OnTarget => "on-target",
        Tone::Watch => "watch",
        Tone::Below => "below",
        Tone::NoValue => "no-value",
    }
}

/// A separator inside a cell would shift the table, so it becomes a space.
pub(super) fn push_clean(text: &mut String, cell: &str) {
    // Looking at every byte without a way out is faster than stopping: it is done many bytes at a time.
    if cell.bytes().fold(false, |found, byte| found | (0x1d..=0x1f).contains(&byte)) {
        text.push_str(&cell.replace(BREAKS, " "));
    } else {
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_those_of_the_library() {
        for text in [
            "",
            "a",
            "\u{1f}",
            "甲\u{1f}\u{1f}b\u{1e}c\u{1f}",
            "\u{1f}中文，and a long text to pass a lane of bytes\u{1f}x",
        ] {
            let own: Vec<&str> = split(text, CELL_BREAK).collect();
            assert_eq!(own, text.split(CELL_BREAK).collect::<Vec<_>>());
        }
    }
}
