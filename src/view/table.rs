//! A table: caption, columns and rows. The writer gives the default order, so no script is needed to read it.

use serde::Serialize;

use super::Cell;

/// How the texts of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words: at the start of the line.
    Start,
    /// Numbers: at the end of the line, figures of equal width.
    End,
}

/// How a column sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKind {
    /// As words of the page's language.
    Text,
    /// As numbers by `Cell::sort`, else by the number in the text.
    Number,
    /// Not sortable, for example a column of drawings.
    None,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// The unit, in the heading and not in each cell.
    pub unit: Option<String>,
    /// How the texts stand.
    pub align: Align,
    /// How the column sorts.
    pub sort: SortKind,
    /// Whether the column is left out on narrow screens because a detail page shows it.
    pub minor: bool,
    /// Where the heading leads, relative to the folder of the language.
    pub href: Option<String>,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn text(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            unit: None,
            align: Align::Start,
            sort: SortKind::Text,
            minor: false,
            href: None,
        }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(title: impl Into<String>) -> Self {
        Self { align: Align::End, sort: SortKind::Number, ..Self::text(title) }
    }

    /// The same column with a unit in its heading.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// The same column, sorted in another way than its texts stand.
    #[must_use]
    pub const fn sorted(mut self, sort: SortKind) -> Self {
        self.sort = sort;
        self
    }

    /// The same column, left out on narrow screens.
    #[must_use]
    pub fn minor(mut self) -> Self {
        self.minor = true;
        self
    }
}

/// A row: its first cell is its heading.
#[derive(Debug, Clone)]
pub struct Row {
    /// Anchor of the row, if anything links to it.
    pub anchor: Option<String>,
    /// As many cells as there are columns.
    pub cells: Vec<Cell>,
    /// Whether it is nobody's business but that of the person in it and of those who lead (deductions, red lines,
    /// appeals), so that an audience can leave it out.
    pub sensitive: bool,
}

impl Row {
    /// A row without an anchor.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { anchor: None, cells, sensitive: false }
    }
}

/// A table.
#[derive(Serialize, Debug, Clone)]
pub struct Table {
    /// What the table shows; unique on the page.
    pub caption: String,
    /// Whether the caption is only for screen readers because a heading just above says the same.
    pub quiet: bool,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows in their default order.
    #[serde(serialize_with = "super::lines::table_rows")]
    pub rows: Vec<Row>,
    /// The margin of the table, for example medians; printed as its foot, never sorted.
    #[serde(serialize_with = "super::lines::table_foot")]
    pub foot: Option<Row>,
    /// The sentence to show when there is no row: what would be here, why it is not, what to do.
    pub empty: String,
    /// Sentences below the table: the meaning of states and footnotes.
    pub notes: Vec<String>,
    /// Address of the same table as CSV, relative to the folder of the language.
    pub csv: Option<String>,
    /// Whether readers may sort it.
    pub sortable: bool,
    /// Whether a filter box stands above it (for more than about a dozen rows).
    pub filter: bool,
}

impl Table {
    /// A table that can be sorted, with a visible caption and no notes.
    #[must_use]
    pub fn new(caption: impl Into<String>, columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self {
            caption: caption.into(),
            quiet: false,
            columns,
            filter: rows.len() > 12,
            rows,
            foot: None,
            empty: String::new(),
            notes: Vec::new(),
            csv: None,
            sortable: true,
        }
    }
}
