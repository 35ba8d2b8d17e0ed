//! The canonical form of a data file: the same data and the same comments, laid out in the one way.
//!
//! Two spaces of indentation; the fields of a record in the order of its schema; `{ a: 1, b: [2, 3] }`; double quotes, and
//! only where they are needed; in month files one holder a line, sorted by id; lines aligned where each holds one `{ }`; at
//! most one empty line in a row; line feeds. What was written in brackets stays in brackets, unless it was spread over
//! lines and does not fit into one. Each comment stays with what it belongs to.
//!
//! Every result is read again and compared with what was there before (`proof`): a file for which the two differ is left
//! as it is, and so is one that uses what cannot be moved with safety, such as anchors.
//!
//! Imports: raw.

mod attach;
mod order;
mod piece;
mod print;
mod proof;
mod scalar;
#[cfg(test)]
mod tests;

pub use order::Order;

use crate::raw::{LeftAlone, Noun, read_written};

/// The canonical form of `text`, whose noun is that of `order`.
///
/// # Errors
/// If the file has a fault, or uses what cannot be moved with safety.
pub fn canonical(text: &str, order: &Order) -> Result<String, LeftAlone> {
    let text = with_line_feeds(text)?;
    if order.noun() != Noun::Reviews {
        return yaml(&text, order);
    }
    let parts = front_matter(&text);
    let (front, body) = parts.ok_or_else(|| {
        LeftAlone::at(&text, 0, "it does not begin with its facts between two lines `---`", true)
    })?;
    let front = yaml(front, order).map_err(|reason| LeftAlone { line: reason.line + 1, ..reason })?;
    let end = if body.is_empty() || body.ends_with('\n') { "" } else { "\n" };
    Ok(format!("---\n{front}---\n{body}{end}"))
}

fn yaml(text: &str, order: &Order) -> Result<String, LeftAlone> {
    let written = read_written(text)?;
    let mut sheet = attach::attach(text, &written)?;
    order.arrange(&mut sheet.root);
    print::settle(&mut sheet);
    let result = print::print(&sheet);
    let again = read_written(&result).and_then(|again| attach::attach(&result, &again));
    match again {
        Ok(again) if proof::same(&sheet, &again) => Ok(result),
        _ => Err(LeftAlone::at(text, 0, "its layout cannot be changed without changing what it says", false)),
    }
}

/// The text without byte order mark, with line feeds alone at the ends of its lines.
fn with_line_feeds(text: &str) -> Result<String, LeftAlone> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    match text.find('\r') {
        None => Ok(text),
        Some(at) => Err(LeftAlone::at(&text, at, "a line ends with a carriage return alone", false)),
    }
}

/// The lines between the first two lines `---`, and what follows.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once('\n')?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((rest.get(..at)?, rest.get(at + line.len()..)?));
        }
        at += line.len();
    }
    None
}
