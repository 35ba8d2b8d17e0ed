//! Names of sheets: what spreadsheet programs accept, each once.

use std::collections::BTreeSet;

/// Longest name, in units of UTF-16.
const LONGEST: usize = 31;

/// Names given so far, in lower case, since programs do not tell `A` from `a`.
#[derive(Debug, Default)]
pub(super) struct SheetNames {
    given: BTreeSet<String>,
}

impl SheetNames {
    /// A name for `wanted` that nobody has yet: without `[ ] : * ? / \`, quotes at its ends or control characters, cut where
    /// it is too long, numbered where it is taken.
    pub(super) fn give(&mut self, wanted: &str) -> String {
        let fits = |c: &char| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
        let clean: String = wanted.chars().filter(fits).collect();
        let clean = clean.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        // A name that programs keep for themselves.
        let clean = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "sheet" } else { clean };
        let mut number = 1;
        loop {
            let ending = if number == 1 { String::new() } else { format!(" ({number})") };
            let name = format!("{}{ending}", cut(clean, LONGEST - ending.len()));
            if self.given.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// The first characters that fit into `room` units.
fn cut(text: &str, room: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > room
    });
    let kept = end.map_or(text, |(at, _)| text.get(..at).unwrap_or_default());
    kept.trim_end_matches(|c: char| c == '\'' || c.is_whitespace())
}

/// `name` as formulas write it.
pub(super) fn in_formula(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_accepted_and_unique() {
        let mut names = SheetNames::default();
        assert_eq!(names.give("林薇"), "林薇");
        assert_eq!(names.give("林薇"), "林薇 (2)");
        assert_eq!(names.give("a/b[c]:*?\\"), "abc");
        assert_eq!(names.give("ABC"), "ABC (2)");
        assert_eq!(names.give("'=1+1'"), "=1+1");
        assert_eq!(names.give("History"), "sheet");
        assert_eq!(names.give("''"), "sheet (2)");
        let long = "一二三四五六七八九十".repeat(4);
        assert_eq!(names.give(&long).chars().count(), 31);
        assert_eq!(names.give(&long).encode_utf16().count(), 31);
        assert_eq!(names.give(&"😀".repeat(20)).encode_utf16().count(), 30);
        assert_eq!(in_formula("O'Hara"), "'O''Hara'");
    }
}
