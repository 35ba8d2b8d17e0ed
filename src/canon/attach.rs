//! Gives each comment to what it belongs to.
//!
//! A comment at the end of a line belongs to what ends or begins there. A comment on a line of its own belongs to what
//! follows, unless it is indented like the block that has just ended: then it stands below that block. Comments above all
//! data are the head of the file. A comment that fits nowhere makes the file one that is left alone.

use super::piece::{Group, Layout, Lines, Piece, Remark, Sheet, Value};
use super::scalar::scalar;
use crate::raw::{LeftAlone, Quotes, Written, WrittenComment, WrittenContent, WrittenNode};

/// The pieces of `text`, which was read as `written`.
pub(super) fn attach(text: &str, written: &Written<'_>) -> Result<Sheet, LeftAlone> {
    let mut hand = Hand { text, comments: &written.comments };
    let start = match &written.root.content {
        WrittenContent::List(false, items) => hand.first_dash(&written.root, items)?,
        _ => written.root.start,
    };
    let head = hand.remarks(start, 0);
    let apart = hand.is_apart(start);
    let root = hand.value(&written.root, Next { start: text.len(), column: None })?;
    match hand.comments.first() {
        None => Ok(Sheet { head, apart, root }),
        Some(comment) => Err(hand.no_place(comment.start)),
    }
}

/// What follows in the block around: where it begins, and its column; none at the end of the file.
#[derive(Debug, Clone, Copy)]
struct Next {
    start: usize,
    column: Option<usize>,
}

/// Comments in order, given away one by one.
struct Hand<'a> {
    text: &'a str,
    comments: &'a [WrittenComment<'a>],
}

impl Hand<'_> {
    fn value(&mut self, node: &WrittenNode<'_>, next: Next) -> Result<Value, LeftAlone> {
        let own_lines =
            matches!(node.content, WrittenContent::List(false, _) | WrittenContent::Map(false, _));
        if !own_lines && let Some(comment) = self.comments.first().filter(|it| it.start < node.start) {
            return Err(self.no_place(comment.start));
        }
        match &node.content {
            WrittenContent::Scalar(text, Quotes::Block) => self.lines(node, text).map(Value::Block),
            WrittenContent::Scalar(text, quotes) => Ok(Value::Scalar(scalar(text, *quotes))),
            WrittenContent::List(false, items) => self.list(node, items, next).map(Value::List),
            WrittenContent::Map(false, entries) => self.map(entries, next).map(Value::Map),
            WrittenContent::List(true, items) => {
                let children: Vec<_> = items.iter().map(|item| (None, item)).collect();
                self.brackets(node, &children).map(Value::List)
            }
            WrittenContent::Map(true, entries) => {
                let children: Vec<_> = entries.iter().map(|(key, value)| (Some(key), value)).collect();
                self.brackets(node, &children).map(Value::Map)
            }
        }
    }

    fn list(
        &mut self,
        node: &WrittenNode<'_>,
        items: &[WrittenNode<'_>],
        next: Next,
    ) -> Result<Group, LeftAlone> {
        let mut dashes = vec![self.first_dash(node, items)?];
        let column = self.column(dashes[0]);
        for item in items.iter().take(items.len().saturating_sub(1)) {
            let after = item.end.max(dashes.last().copied().unwrap_or_default() + 1);
            dashes.push(self.dash(after, column)?);
        }
        let mut pieces = Vec::new();
        for (at, (item, dash)) in items.iter().zip(&dashes).enumerate() {
            let follows = dashes.get(at + 1).map(|start| Next { start: *start, column: Some(column) });
            pieces.push(self.piece(None, item, *dash, follows.unwrap_or(next))?);
        }
        Ok(self.lines_of(pieces, column, next))
    }

    fn map(
        &mut self,
        entries: &[(WrittenNode<'_>, WrittenNode<'_>)],
        next: Next,
    ) -> Result<Group, LeftAlone> {
        let column = entries.first().map_or(0, |(key, _)| self.column(key.start));
        let mut pieces = Vec::new();
        for (at, (key, value)) in entries.iter().enumerate() {
            if self.before(key.start).trim_end().ends_with('?') {
                let why = "a key stands behind `?`";
                return Err(LeftAlone::at(self.text, key.start, why, false));
            }
            let follows = entries.get(at + 1).map(|(key, _)| Next { start: key.start, column: Some(column) });
            pieces.push(self.piece(Some(key), value, key.start, follows.unwrap_or(next))?);
        }
        Ok(self.lines_of(pieces, column, next))
    }

    fn lines_of(&mut self, mut pieces: Vec<Piece>, column: usize, next: Next) -> Group {
        let ends_here = next.column.is_none_or(|outer| column > outer);
        let below = if ends_here { self.remarks(next.start, column) } else { Vec::new() };
        if let Some(first) = pieces.first_mut() {
            first.apart = first.apart && !first.above.is_empty();
        }
        Group { layout: Layout::Lines, pieces, below, by_id: false }
    }

    /// A key or item that begins at `start`.
    fn piece(
        &mut self,
        key: Option<&WrittenNode<'_>>,
        node: &WrittenNode<'_>,
        start: usize,
        next: Next,
    ) -> Result<Piece, LeftAlone> {
        let above = self.remarks(start, 0);
        let apart = self.is_apart(start);
        let after = key.map_or(start + 1, |key| key.end);
        let mut head = match &node.content {
            // The comment after `|` stands behind the value's first byte.
            WrittenContent::Scalar(_, Quotes::Block) => None,
            _ if node.start > after => self.tail(after, node.start),
            _ => None,
        };
        let value = self.value(node, next)?;
        let mut tail = None;
        match &value {
            Value::List(Group { layout: Layout::Lines, .. })
            | Value::Map(Group { layout: Layout::Lines, .. }) => {}
            Value::Block(_) => tail = self.tail(node.start, next.start),
            _ => {
                let moved = head.take();
                tail = self.tail(node.end.max(after), next.start);
                if moved.is_some() && tail.is_some() {
                    return Err(self.no_place(node.start));
                }
                tail = tail.or(moved);
            }
        }
        let (text, quotes) = match key.map(|key| &key.content) {
            Some(WrittenContent::Scalar(text, quotes)) => (&**text, *quotes),
            _ => ("", Quotes::Absent),
        };
        Ok(Piece { above, apart, key: text.to_owned(), written_key: scalar(text, quotes), head, value, tail })
    }

    /// What stands in brackets.
    fn brackets(
        &mut self,
        node: &WrittenNode<'_>,
        children: &[(Option<&WrittenNode<'_>>, &WrittenNode<'_>)],
    ) -> Result<Group, LeftAlone> {
        let spread = self.text.get(node.start..node.end).is_some_and(|inside| inside.contains('\n'));
        let close = node.end.saturating_sub(1);
        let mut pieces = Vec::new();
        if let Some(comment) = self.tail(node.start + 1, close) {
            return Err(LeftAlone::at(
                self.text,
                node.start,
                format!("the comment `{comment}` follows a bracket"),
                false,
            ));
        }
        for (key, value) in children {
            let start = key.map_or(value.start, |key| key.start);
            // An item in brackets has no dash, so its comment is looked for after its value alone.
            let piece = match key {
                Some(_) => self.piece(*key, value, start, Next { start: close, column: Some(0) })?,
                None => {
                    let above = self.remarks(start, 0);
                    let inner = self.value(value, Next { start: close, column: Some(0) })?;
                    let tail = self.tail(value.end, close);
                    Piece {
                        above,
                        apart: false,
                        key: String::new(),
                        written_key: scalar("", Quotes::Absent),
                        head: None,
                        value: inner,
                        tail,
                    }
                }
            };
            pieces.push(Piece { apart: false, ..piece });
        }
        let below = self.remarks(close, 0);
        let layout = if spread { Layout::Spread } else { Layout::Line };
        Ok(Group { layout, pieces, below, by_id: false })
    }

    /// A text after `|` or `>`.
    fn lines(&mut self, node: &WrittenNode<'_>, text: &str) -> Result<Lines, LeftAlone> {
        let rest = self.text.get(node.start..).unwrap_or_default();
        let (first, below) = rest.split_once('\n').unwrap_or((rest, ""));
        let sign = first.split([' ', '\t', '#']).next().unwrap_or_default();
        if !matches!(sign, "|" | ">" | "|-" | ">-") {
            let why = format!("`{sign}` counts spaces or empty lines");
            return Err(LeftAlone::at(self.text, node.start, why, false));
        }
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let filled = |line: &&str| !line.trim_matches(' ').is_empty();
        let depth = below.split('\n').find(filled).map_or(0, indent);
        let own = below.split('\n').take_while(|line| !filled(line) || (depth > 0 && indent(line) >= depth));
        let mut lines: Vec<String> =
            own.map(|line| line.get(depth.min(indent(line))..).unwrap_or_default().to_owned()).collect();
        while lines.last().is_some_and(|line| line.is_empty()) {
            lines.pop();
        }
        Ok(Lines { sign: sign.to_owned(), lines, text: text.to_owned() })
    }

    /// Comments on lines of their own that begin before `limit` and not left of `column`.
    fn remarks(&mut self, limit: usize, column: usize) -> Vec<Remark> {
        let mut found = Vec::new();
        while let [comment, rest @ ..] = self.comments {
            let own = self.before(comment.start).trim().is_empty();
            if !own || comment.start >= limit || self.column(comment.start) < column {
                break;
            }
            found.push(Remark { apart: self.is_apart(comment.start), text: comment.text.to_owned() });
            self.comments = rest;
        }
        found
    }

    /// The comment that stands on the line of `after` behind it, and before `limit`.
    fn tail(&mut self, after: usize, limit: usize) -> Option<String> {
        let [comment, rest @ ..] = self.comments else { return None };
        let between = self.text.get(after..comment.start)?;
        if comment.start >= limit || between.contains('\n') {
            return None;
        }
        self.comments = rest;
        Some(comment.text.to_owned())
    }

    /// The dash of the first item. Where dashes stand below the key of their list, the parser names the place behind it.
    fn first_dash(&self, node: &WrittenNode<'_>, items: &[WrittenNode<'_>]) -> Result<usize, LeftAlone> {
        let first = items.first().map_or(node.end, |item| item.start);
        if node.start < first && self.text.get(node.start..).is_some_and(|text| text.starts_with('-')) {
            return Ok(node.start);
        }
        let mut above = self.text.get(..node.start).unwrap_or_default();
        loop {
            let begins = above.rfind('\n').map_or(0, |at| at + 1);
            let line = above.get(begins..).unwrap_or_default();
            let data = if line.trim_start().starts_with('#') { "" } else { line };
            let data = data.split(" #").next().unwrap_or_default().trim_end();
            match (data.ends_with('-'), data.is_empty() && begins > 0) {
                (true, _) => return Ok(begins + data.len() - 1),
                (false, true) => above = above.get(..begins - 1).unwrap_or_default(),
                (false, false) => return Err(self.no_dash(node.start)),
            }
        }
    }

    /// The dash of a later item: the first after `from` that begins a line in `column`.
    fn dash(&self, from: usize, column: usize) -> Result<usize, LeftAlone> {
        let mut at = from;
        let rest = self.text.get(from..).unwrap_or_default();
        for line in rest.split_inclusive('\n') {
            let bare = line.trim_start();
            let place = at + line.len() - bare.len();
            if bare.starts_with('-') && self.column(place) == column {
                return Ok(place);
            }
            at += line.len();
        }
        Err(self.no_dash(from))
    }

    fn no_dash(&self, at: usize) -> LeftAlone {
        LeftAlone::at(self.text, at, "the dash of an item is hard to find", false)
    }

    fn no_place(&self, at: usize) -> LeftAlone {
        LeftAlone::at(self.text, at, "a comment stands where it belongs to nothing", false)
    }

    /// The text of the line before `at`.
    fn before(&self, at: usize) -> &str {
        self.text.get(..at).and_then(|text| text.rsplit('\n').next()).unwrap_or_default()
    }

    fn column(&self, at: usize) -> usize {
        self.before(at).len()
    }

    /// Whether the line above that of `at` is empty.
    fn is_apart(&self, at: usize) -> bool {
        let line = at - self.column(at);
        let above = line.checked_sub(1).and_then(|end| self.text.get(..end));
        above.is_some_and(|above| above.rsplit('\n').next().is_some_and(|line| line.trim().is_empty()))
    }
}
