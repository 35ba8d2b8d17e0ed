//! A row or cell of an export, as people find it there.

use super::bind::letters;
use crate::diag::quoted;
use crate::model::Language;

/// A row or cell of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Name of the file.
    pub file: String,
    /// The row: a line of a text, a row of a sheet.
    pub row: u64,
    /// The column, counted from 0, and its name; `None` if it is about the row.
    pub column: Option<(usize, String)>,
    /// The text at fault; empty if there is none.
    pub text: String,
}

impl Place {
    /// The place in words, with the file if `named`. Names and texts come from the file: nothing in them may steer a terminal.
    #[must_use]
    pub fn said(&self, language: Language, named: bool) -> String {
        let english = language == Language::En;
        let mut said =
            if named { format!("{} ", quoted(&self.file).trim_matches('`')) } else { String::new() };
        said.push_str(&if english { format!("row {}", self.row) } else { format!("第 {} 行", self.row) });
        if let Some((column, name)) = &self.column {
            let (letters, name) = (letters(*column), quoted(name));
            let name = name.trim_matches('`');
            said.push_str(&match (english, name) {
                (true, "") => format!(" column {letters}"),
                (true, name) => format!(" column {letters} ({name})"),
                (false, "") => format!(" {letters} 列"),
                (false, name) => format!(" {letters} 列（{name}）"),
            });
        }
        if !self.text.is_empty() {
            said.push_str(if english { ": " } else { "：" });
            said.push_str(&quoted(&self.text));
        }
        said
    }
}
