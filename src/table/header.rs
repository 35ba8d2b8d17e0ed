//! Names of columns: on one row, or on two where groups of columns have a name of their own.

use super::cell::Cell;
use super::record::Record;

/// Names of columns and where they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// The names in the order of the columns; empty where a column has none. A group's name stands before its column's:
    /// `人维度/3分钟回复率`.
    pub names: Vec<String>,
    /// Number of the first row of the header; 0 if names are not on a row of their own.
    pub first: u64,
    /// Number of its last row.
    pub last: u64,
}

impl Header {
    /// The names on the rows `first` to `last` of `top`.
    #[must_use]
    pub fn of(top: &[Record], first: u64, last: u64) -> Self {
        let rows: Vec<&Record> =
            top.iter().filter(|record| (first..=last).contains(&record.number)).collect();
        let width = rows.iter().map(|record| record.cells.len()).max().unwrap_or_default();
        let name = |column: usize| {
            let mut parts: Vec<String> = Vec::new();
            for record in &rows {
                let part = one_line(record.row().cell(column));
                if !part.is_empty() && parts.last() != Some(&part) {
                    parts.push(part);
                }
            }
            parts.join("/")
        };
        Self { names: (0..width).map(name).collect(), first, last }
    }

    /// Columns named `name`, counted from 0. Case, blanks, and full or half width of letters and brackets do not matter.
    #[must_use]
    pub fn columns(&self, name: &str) -> Vec<usize> {
        let wanted = folded(name);
        let named = self.names.iter().enumerate().filter(|(_, known)| folded(known) == wanted);
        named.map(|(column, _)| column).collect()
    }
}

/// A name as it is compared: lower case, without blanks, letters and signs in half width.
#[must_use]
pub fn folded(name: &str) -> String {
    letters(name).collect()
}

/// Whether `name` is `folded` once it is folded itself; nothing is allocated.
#[must_use]
pub fn is_folded(name: &str, folded: &str) -> bool {
    letters(name).eq(folded.chars())
}

/// Whether `part`, which is folded, stands somewhere in `name` once that is folded; nothing is allocated.
#[must_use]
pub fn contains_folded(name: &str, part: &str) -> bool {
    let mut rest = letters(name);
    loop {
        let mut here = rest.clone();
        if part.chars().all(|c| here.next() == Some(c)) {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

fn letters(name: &str) -> impl Iterator<Item = char> + Clone + '_ {
    let half = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        c => c,
    };
    let kept = name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}'));
    kept.map(half).flat_map(char::to_lowercase)
}

fn one_line(cell: Cell<'_>) -> String {
    cell.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// First and last row of what looks like the header among the first rows: the first row on which at least two different
/// texts and nothing else stand, with the next one if that tells the columns of its groups apart.
#[must_use]
pub fn guess_header(top: &[Record]) -> Option<(u64, u64)> {
    let at = top.iter().position(is_header)?;
    let first = top.get(at)?;
    let second = top.get(at + 1).filter(|next| splits(first, next));
    Some((first.number, second.unwrap_or(first).number))
}

fn texts(record: &Record) -> Vec<&str> {
    record.cells.iter().filter_map(|value| value.cell().text()).collect()
}

fn is_header(record: &Record) -> bool {
    let texts = texts(record);
    let said = record.cells.iter().filter(|value| !value.cell().is_blank()).count();
    let differ = texts.iter().any(|text| Some(text) != texts.first());
    said == texts.len() && differ && texts.iter().all(|text| is_name(text))
}

/// Whether a text can be a name: it does not begin as a number does.
fn is_name(text: &str) -> bool {
    let digits =
        text.trim_start_matches(['-', '+', '¥', '$']).chars().next().is_some_and(|c| c.is_ascii_digit());
    // "30秒应答率" is a name, "30", "30.5%" and "00:30" are not.
    !digits || text.chars().any(|c| c.is_alphabetic() && !matches!(c, 's' | 'h'))
}

/// Whether `next` names the columns of groups on `first`: it is a header itself, and says something where `first` repeats a
/// name or says nothing.
fn splits(first: &Record, next: &Record) -> bool {
    let group = |column: usize| {
        let name = first.row().cell(column);
        name.is_blank() || column.checked_sub(1).is_some_and(|left| first.row().cell(left) == name)
    };
    let differs = |column: usize| next.row().cell(column) != first.row().cell(column);
    let under = |column: usize| !next.row().cell(column).is_blank() && group(column) && differs(column);
    is_header(next) && (0..next.cells.len()).any(under)
}

#[cfg(test)]
mod tests {
    use super::super::cell::Value;
    use super::*;

    fn record(number: u64, cells: &[&str]) -> Record {
        let cells = cells.iter().map(|text| match text.parse() {
            Ok(number) => Value::Number(number),
            Err(_) => Value::Text((*text).to_owned()),
        });
        Record { number, cells: cells.collect() }
    }

    #[test]
    fn titles_are_passed_over_and_groups_are_joined() {
        let top = [
            record(1, &["客服数据", "客服数据", "客服数据"]),
            record(2, &["2025-03", "", ""]),
            record(3, &["客服", "人维度", "人维度"]),
            record(4, &["客服", "3分钟回复率", "首响"]),
            record(5, &["林薇", "93.1%", "12"]),
        ];
        assert_eq!(guess_header(&top), Some((3, 4)));
        let header = Header::of(&top, 3, 4);
        assert_eq!(header.names, ["客服", "人维度/3分钟回复率", "人维度/首响"]);
        assert_eq!(header.columns("人维度／３分钟 回复率"), [1]);
    }

    #[test]
    fn parts_of_names_are_found_however_they_are_written() {
        for (name, part, found) in [
            ("TEST order", "test", true),
            ("a ＴＥＳＴ", "test", true),
            ("t e\u{a0}s t", "test", true),
            ("tes", "test", false),
            ("", "test", false),
            ("", "", true),
            ("tetest", "test", true),
            ("内部测试", "测试", true),
        ] {
            assert_eq!(contains_folded(name, part), found, "{name}");
            assert_eq!(folded(name).contains(part), found, "{name}");
        }
    }

    #[test]
    fn data_is_no_header() {
        let top = [record(1, &["Agent", "Tickets"]), record(2, &["lin", "12"])];
        assert_eq!(guess_header(&top), Some((1, 1)));
        let texts = [record(1, &["Agent", "Rating"]), record(2, &["lin", "good"])];
        assert_eq!(guess_header(&texts), Some((1, 1)));
    }
}
