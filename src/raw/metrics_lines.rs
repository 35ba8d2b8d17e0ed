//! The fastest way through a metrics file: lines in the one form that exports and people write,
//! `  lin.wei:  { days: 21/22, csat_rate: 182/201 }`, read as bytes without a YAML parser.
//!
//! It knows a small part of YAML, in which every text means to it what it means to the parser (a property test holds the
//! two together), and gives up (`None`) at the first byte beyond that part.

use super::figure::Figure;
use super::metrics::{Metrics, MetricsCell, MetricsRow, Section};
use super::quantity::{Quantity, number};
use super::scalar::{IdWord, Scalar};
use crate::diag::{FileId, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Reads `text`, if all of its lines have the plain form.
pub(super) fn read(text: &str, file: FileId) -> Option<Metrics<'_>> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut at = text.len() - bare.len();
    let mut lines = Lines { file, metrics: Metrics::default(), known: BTreeMap::new(), seen: Vec::new() };
    let mut section: Option<(Section, usize)> = None;
    let mut done: Vec<Section> = Vec::new();
    for line in bare.split('\n') {
        let start = at;
        at += line.len() + 1;
        let line = line.strip_suffix('\r').unwrap_or(line).trim_end_matches(' ');
        // A carriage return alone ends a line, too, and would bring a comment to an end.
        if line.contains('\r') {
            return None;
        }
        if line.is_empty() || line.trim_start_matches(' ').starts_with('#') {
            continue;
        }
        if line.starts_with(' ') {
            lines.row(section?.0, Cursor { text: line, at: 0, start })?;
            continue;
        }
        lines.end(section.take())?;
        let begun = match line {
            "agents:" => Section::Agents,
            "teams:" => Section::Teams,
            _ => {
                lines.head(line, start)?;
                continue;
            }
        };
        if done.contains(&begun) {
            return None;
        }
        done.push(begun);
        section = Some((begun, lines.metrics.rows.len()));
    }
    lines.end(section)?;
    lines.metrics.period.is_some().then_some(lines.metrics)
}

struct Lines<'s> {
    file: FileId,
    metrics: Metrics<'s>,
    known: BTreeMap<&'s str, u32>,
    /// For each indicator the row, counted from 1, in which it was last seen.
    seen: Vec<usize>,
}

impl<'s> Lines<'s> {
    /// A line such as `period: 2025-03`.
    fn head(&mut self, line: &'s str, start: usize) -> Option<()> {
        let (key, rest) = line.split_once(": ")?;
        let value = rest.trim_start_matches(' ');
        let start = start + line.len() - value.len();
        let span = self.span(start, start + value.len());
        match key {
            "period" => word(&mut self.metrics.period, value, span),
            "channel" => word(&mut self.metrics.channel, value, span),
            "team" => word(&mut self.metrics.team, value, span),
            "source" if self.metrics.source.is_none() => {
                let first = value.bytes().next()?;
                let plain =
                    |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80 || b" ._-/()".contains(&byte);
                let begins = first.is_ascii_alphanumeric() || first >= 0x80;
                self.metrics.source = Some(Cow::Borrowed(value));
                (begins && value.bytes().all(plain) && !is_null(value)).then_some(())
            }
            _ => None,
        }
    }

    /// A line such as `  lin.wei: { csat_rate: 182/201 }`.
    fn row(&mut self, section: Section, mut cursor: Cursor<'s>) -> Option<()> {
        if !cursor.text.starts_with("  ") {
            return None;
        }
        cursor.at = 2;
        let (holder, from) = cursor.id()?;
        cursor.byte(b':')?;
        cursor.blanks()?;
        cursor.byte(b'{')?;
        let first = self.metrics.cells.len();
        let row = self.metrics.rows.len() + 1;
        let mut expected = 0;
        cursor.skip_blanks();
        while cursor.peek() != Some(b'}') {
            if self.metrics.cells.len() > first {
                cursor.byte(b',')?;
                cursor.blanks()?;
            }
            expected = self.cell(&mut cursor, expected, row)? + 1;
            cursor.skip_blanks();
        }
        cursor.byte(b'}')?;
        (cursor.at == cursor.text.len()).then_some(())?;
        let span = self.span(from, from + holder.len());
        let last = self.metrics.cells.len();
        self.metrics.rows.push(MetricsRow { section, holder: Cow::Borrowed(holder), span, first, last });
        Some(())
    }

    /// `csat_rate: 182/201`; gives the indicator's position.
    fn cell(&mut self, cursor: &mut Cursor<'s>, expected: u32, row: usize) -> Option<u32> {
        let (key, from) = cursor.id()?;
        cursor.byte(b':')?;
        cursor.blanks()?;
        let figure =
            if cursor.peek() == Some(b'{') { cursor.long()? } else { Figure::parse(cursor.value()?)? };
        let span = self.span(from, cursor.start + cursor.at);
        let indicator = self.intern(key, from, expected);
        let seen = self.seen.get_mut(indicator as usize)?;
        if std::mem::replace(seen, row) == row {
            return None;
        }
        self.metrics.cells.push(MetricsCell { indicator, figure, span });
        Some(indicator)
    }

    /// The position of an indicator; most lines have the same ones in the same order.
    fn intern(&mut self, key: &'s str, from: usize, expected: u32) -> u32 {
        if self.metrics.indicators.get(expected as usize).is_some_and(|word| word.text == key) {
            return expected;
        }
        if let Some(at) = self.known.get(key) {
            return *at;
        }
        let at = self.metrics.indicators.len() as u32;
        let span = self.span(from, from + key.len());
        self.metrics.indicators.push(IdWord::new(key, span));
        self.known.insert(key, at);
        self.seen.push(0);
        at
    }

    /// Ends a section: it has rows, and no holder twice.
    fn end(&self, section: Option<(Section, usize)>) -> Option<()> {
        let Some((_, first)) = section else { return Some(()) };
        let rows = self.metrics.rows.get(first..)?;
        if rows.is_empty() {
            return None;
        }
        if rows.windows(2).all(|pair| pair[0].holder < pair[1].holder) {
            return Some(());
        }
        let mut holders: Vec<&str> = rows.iter().map(|row| &*row.holder).collect();
        holders.sort_unstable();
        holders.windows(2).all(|pair| pair[0] != pair[1]).then_some(())
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.file, from as u32, to as u32)
    }
}

/// Fills a field of the head, once.
fn word<K>(field: &mut Option<Scalar<K>>, value: &str, span: Span) -> Option<()> {
    let plain = value.bytes().all(is_id) && value.bytes().next()?.is_ascii_alphanumeric() && !is_null(value);
    (plain && field.is_none()).then(|| *field = Some(Scalar::new(value, span)))
}

const fn is_id(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b'-')
}

fn is_null(text: &str) -> bool {
    matches!(text, "null" | "Null" | "NULL")
}

/// A place in a line.
struct Cursor<'s> {
    text: &'s str,
    at: usize,
    /// Where the line begins in its file.
    start: usize,
}

impl<'s> Cursor<'s> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn byte(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn skip_blanks(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    /// At least one blank.
    fn blanks(&mut self) -> Option<()> {
        self.byte(b' ')?;
        self.skip_blanks();
        Some(())
    }

    fn run(&mut self, of: impl Fn(u8) -> bool) -> &'s str {
        let from = self.at;
        while self.peek().is_some_and(&of) {
            self.at += 1;
        }
        self.text.get(from..self.at).unwrap_or_default()
    }

    /// An id and its place in the file.
    fn id(&mut self) -> Option<(&'s str, usize)> {
        let from = self.start + self.at;
        let id = self.run(is_id);
        let plain = id.bytes().next()?.is_ascii_alphanumeric() && !is_null(id);
        plain.then_some((id, from))
    }

    /// A plain scalar that can be a figure.
    fn value(&mut self) -> Option<&'s str> {
        let value = self.run(|byte| byte.is_ascii_alphanumeric() || b"./+-%".contains(&byte));
        let first = value.bytes().next()?;
        (first.is_ascii_digit() || matches!(first, b'n' | b'-' | b'+')).then_some(value)
    }

    /// `{ value: 48s, n: 812 }`
    fn long(&mut self) -> Option<Figure> {
        self.byte(b'{')?;
        self.skip_blanks();
        self.key("value")?;
        let value = Quantity::parse(self.value()?)?;
        self.skip_blanks();
        if self.byte(b'}').is_some() {
            return Some(Figure::Long(value, None));
        }
        self.byte(b',')?;
        self.blanks()?;
        self.key("n")?;
        let n = number(self.value()?)?;
        self.skip_blanks();
        self.byte(b'}')?;
        Some(Figure::Long(value, Some(n)))
    }

    fn key(&mut self, key: &str) -> Option<()> {
        (self.id()?.0 == key).then_some(())?;
        self.byte(b':')?;
        self.blanks()
    }
}
