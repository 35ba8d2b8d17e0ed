//! Writes the pieces of a file.

use super::piece::{Group, Layout, Piece, Remark, Sheet, Value};

/// What was spread over lines in brackets becomes one line up to this width; Chinese characters count two.
const WIDEST: usize = 110;

/// Decides which brackets become lines and which become one line. A comment after what becomes lines goes to its head.
pub(super) fn settle(sheet: &mut Sheet) {
    settle_value(&mut sheet.root, 0, 0);
}

fn settle_value(value: &mut Value, indent: usize, used: usize) {
    let spread = value.group().is_some_and(|group| group.layout == Layout::Spread);
    let mut line = String::new();
    if spread {
        brackets(value, &mut line);
    }
    let (Value::List(group) | Value::Map(group)) = value else { return };
    let lines = match group.layout {
        _ if group.needs_lines() => true,
        _ if group.pieces.is_empty() => false,
        Layout::Lines => true,
        Layout::Line => false,
        Layout::Spread => used + width(&line) > WIDEST,
    };
    group.layout = if lines { Layout::Lines } else { Layout::Line };
    for piece in &mut group.pieces {
        if lines {
            let used = indent + 2 + width(&piece.written_key.outside);
            settle_value(&mut piece.value, indent + 2, used);
            if piece.value.group().is_some_and(|group| group.layout == Layout::Lines) {
                piece.head = piece.head.take().or_else(|| piece.tail.take());
            }
        } else {
            one_line(&mut piece.value);
        }
    }
}

fn one_line(value: &mut Value) {
    if let Value::List(group) | Value::Map(group) = value {
        group.layout = Layout::Line;
        group.pieces.iter_mut().for_each(|piece| one_line(&mut piece.value));
    }
}

fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// The text of a file that is settled.
pub(super) fn print(sheet: &Sheet) -> String {
    let mut out = String::new();
    remarks(&sheet.head, 0, true, &mut out);
    if sheet.apart && !sheet.head.is_empty() {
        out.push('\n');
    }
    match sheet.root.group() {
        Some(group) if group.layout == Layout::Lines => lines(&sheet.root, 0, &mut out),
        _ => {
            brackets(&sheet.root, &mut out);
            out.push('\n');
        }
    }
    out
}

fn remarks(list: &[Remark], indent: usize, first: bool, out: &mut String) {
    for (at, remark) in list.iter().enumerate() {
        if remark.apart && !(first && at == 0) {
            out.push('\n');
        }
        spaces(indent, out);
        out.push_str(&remark.text);
        out.push('\n');
    }
}

/// A list or mapping, a line for each piece.
fn lines(value: &Value, indent: usize, out: &mut String) {
    let Some(group) = value.group() else { return };
    let aligned = column(group);
    for (at, piece) in group.pieces.iter().enumerate() {
        remarks(&piece.above, indent, at == 0, out);
        if piece.apart && (at > 0 || !piece.above.is_empty()) {
            out.push('\n');
        }
        spaces(indent, out);
        if matches!(value, Value::Map(_)) {
            out.push_str(&piece.written_key.outside);
            out.push(':');
            let begun = width(&piece.written_key.outside);
            spaces(aligned.saturating_sub(begun), out);
            after(piece, indent, out);
        } else {
            out.push('-');
            item(piece, indent, out);
        }
    }
    remarks(&group.below, indent, false, out);
}

/// The width of the widest key, if each value is a mapping in braces: then they stand below each other.
fn column(group: &Group) -> usize {
    let braces = |piece: &Piece| matches!(&piece.value, Value::Map(inner) if inner.layout != Layout::Lines);
    if !group.by_id || !group.pieces.iter().all(braces) {
        return 0;
    }
    group.pieces.iter().map(|piece| width(&piece.written_key.outside)).max().unwrap_or_default()
}

/// What follows `key:` or a dash.
fn after(piece: &Piece, indent: usize, out: &mut String) {
    match &piece.value {
        Value::Scalar(scalar) if scalar.outside.is_empty() => end(piece.tail.as_ref(), out),
        Value::Scalar(scalar) => {
            out.push(' ');
            out.push_str(&scalar.outside);
            end(piece.tail.as_ref(), out);
        }
        Value::Block(block) => {
            out.push(' ');
            out.push_str(&block.sign);
            end(piece.tail.as_ref(), out);
            for line in &block.lines {
                if !line.is_empty() {
                    spaces(indent + 2, out);
                    out.push_str(line);
                }
                out.push('\n');
            }
        }
        Value::List(group) | Value::Map(group) if group.layout == Layout::Lines => {
            end(piece.head.as_ref(), out);
            lines(&piece.value, indent + 2, out);
        }
        value => {
            out.push(' ');
            brackets(value, out);
            end(piece.tail.as_ref(), out);
        }
    }
}

/// What follows the dash of an item: a block begins on the same line, unless a comment stands between.
fn item(piece: &Piece, indent: usize, out: &mut String) {
    let group = piece.value.group().filter(|group| group.layout == Layout::Lines);
    let first = group.and_then(|group| group.pieces.first());
    match first {
        Some(first) if piece.head.is_none() && first.above.is_empty() => {
            let mut block = String::new();
            lines(&piece.value, indent + 2, &mut block);
            out.push(' ');
            out.push_str(block.trim_start_matches(' '));
        }
        _ => after(piece, indent, out),
    }
}

/// A value in one line, as it stands inside brackets.
fn brackets(value: &Value, out: &mut String) {
    match value {
        Value::Scalar(scalar) => out.push_str(&scalar.inside),
        // Lines after `|` never stand in brackets; this is only the measure of something that becomes lines.
        Value::Block(block) => out.push_str(&block.sign),
        Value::List(group) => {
            out.push('[');
            for (at, piece) in group.pieces.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { ", " });
                brackets(&piece.value, out);
            }
            out.push(']');
        }
        Value::Map(group) if group.pieces.is_empty() => out.push_str("{}"),
        Value::Map(group) => {
            out.push('{');
            for (at, piece) in group.pieces.iter().enumerate() {
                out.push_str(if at == 0 { " " } else { ", " });
                out.push_str(&piece.written_key.inside);
                out.push(':');
                let nothing = matches!(&piece.value, Value::Scalar(scalar) if scalar.inside.is_empty());
                if !nothing {
                    out.push(' ');
                    brackets(&piece.value, out);
                }
            }
            out.push_str(" }");
        }
    }
}

/// The end of a line, with its comment.
fn end(comment: Option<&String>, out: &mut String) {
    if let Some(comment) = comment {
        out.push(' ');
        out.push_str(comment);
    }
    out.push('\n');
}

fn spaces(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count));
}
