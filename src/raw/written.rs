//! A file as it is written: quotes, brackets and comments included, for those who write it anew (`canon`).
//!
//! What the values mean is not asked here. Files whose layout cannot be changed with safety (anchors, tags, directives,
//! several documents, anything that is not YAML) are refused.

use super::hidden;
use crate::diag::{FileId, Sink};
use serde_saphyr::granit_parser as parser;
use std::borrow::Cow;
use std::fmt;

/// Deepest nesting, as for reading.
const DEEPEST: usize = 32;

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// Over the lines below, after `|` or `>`.
    Block,
    /// Not at all.
    Absent,
}

/// A value as written.
#[derive(Debug, Clone)]
pub struct WrittenNode<'s> {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What stands there.
    pub content: WrittenContent<'s>,
}

/// What a value is.
#[derive(Debug, Clone)]
pub enum WrittenContent<'s> {
    /// A scalar: its text without quotes and escapes.
    Scalar(Cow<'s, str>, Quotes),
    /// A list; whether it is in brackets; its items.
    List(bool, Vec<WrittenNode<'s>>),
    /// A mapping; whether it is in braces; its keys and values.
    Map(bool, Vec<(WrittenNode<'s>, WrittenNode<'s>)>),
}

/// A comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenComment<'s> {
    /// First byte: the `#`.
    pub start: usize,
    /// From the `#` to the last character that is no space.
    pub text: &'s str,
}

/// A file as written.
#[derive(Debug, Clone)]
pub struct Written<'s> {
    /// The data.
    pub root: WrittenNode<'s>,
    /// The comments, in the order written.
    pub comments: Vec<WrittenComment<'s>>,
}

/// Why a file is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftAlone {
    /// The line, counted from 1.
    pub line: usize,
    /// The reason.
    pub why: String,
    /// Whether the file has a fault; if not, it is fine and only its layout is out of reach.
    pub fault: bool,
}

impl fmt::Display for LeftAlone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.why)
    }
}

impl LeftAlone {
    /// Because of what stands at byte `at` of `text`.
    #[must_use]
    pub fn at(text: &str, at: usize, why: impl Into<String>, fault: bool) -> Self {
        let line = 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        Self { line, why: why.into(), fault }
    }
}

/// Reads `text`, of which every line ends with a line feed alone.
///
/// # Errors
/// If the layout of the file cannot be changed with safety.
pub fn read_written(text: &str) -> Result<Written<'_>, LeftAlone> {
    let mut sink = Sink::new();
    hidden::scan(text, FileId(0), &mut sink);
    if let Some(fault) = sink.finish().first() {
        let at = fault.labels.first().map_or(0, |label| label.span.start as usize);
        return Err(LeftAlone::at(text, at, &*fault.message, true));
    }
    let mut options = parser::Options::default();
    options.flow_nesting_limit = DEEPEST;
    options.block_nesting_limit = DEEPEST;
    // The limit on comments guards readers of streams; here the whole file is in memory already.
    options.max_buffered_comment_events = usize::MAX;
    options.set_emit_comments(true);
    let mut reader = Reader { text, comments: Vec::new(), open: Vec::new(), root: None, documents: 0 };
    for next in parser::Parser::new_from_str_with_options(text, options) {
        let (event, span) = next.map_err(|error| {
            let at = error.marker().byte_offset().unwrap_or_default();
            LeftAlone::at(text, at, format!("this is not YAML: {}", error.info()), true)
        })?;
        let of = |marker: parser::Marker| marker.byte_offset().unwrap_or_default();
        reader.take(event, of(span.start), of(span.end))?;
    }
    reader.comments.sort_by_key(|comment| comment.start);
    let root = reader.root.filter(|root| !matches!(root.content, WrittenContent::Scalar(..)));
    let root = root.ok_or_else(|| LeftAlone::at(text, 0, "there is no data in this file", true))?;
    Ok(Written { root, comments: reader.comments })
}

/// A collection that is still open, and the key that waits for its value.
struct Open<'s> {
    node: WrittenNode<'s>,
    key: Option<WrittenNode<'s>>,
}

struct Reader<'s> {
    text: &'s str,
    comments: Vec<WrittenComment<'s>>,
    open: Vec<Open<'s>>,
    root: Option<WrittenNode<'s>>,
    documents: usize,
}

impl<'s> Reader<'s> {
    fn take(&mut self, event: parser::Event<'s>, start: usize, end: usize) -> Result<(), LeftAlone> {
        use parser::{Event, StructureStyle};
        let no = |why: &str| Err(LeftAlone::at(self.text, start, why, false));
        match event {
            Event::Alias(_) => return no("an alias `*name` stands for another place"),
            Event::Scalar(_, _, anchor, ref tag)
            | Event::MappingStart(_, anchor, ref tag)
            | Event::SequenceStart(_, anchor, ref tag)
                if anchor != 0 || tag.is_some() =>
            {
                return no("an anchor `&name` or a tag `!name` belongs to a value");
            }
            Event::DocumentStart(explicit, _) => {
                self.documents += 1;
                let before = self.text.get(..start).unwrap_or_default();
                if self.documents > 1 {
                    return no("a second document begins");
                }
                if explicit && before.lines().any(|line| line.starts_with('%')) {
                    return no("a directive `%` stands above the document");
                }
            }
            Event::Comment(..) => {
                let comment = self.text.get(start..end).unwrap_or_default().trim_end();
                self.comments.push(WrittenComment { start, text: comment });
            }
            Event::Scalar(text, style, ..) => {
                let quotes = match style {
                    parser::ScalarStyle::Plain if start == end => Quotes::Absent,
                    parser::ScalarStyle::Plain => Quotes::Plain,
                    parser::ScalarStyle::Literal | parser::ScalarStyle::Folded => Quotes::Block,
                    _ => Quotes::Quoted,
                };
                let start = if quotes == Quotes::Block { self.sign(start) } else { start };
                let content = WrittenContent::Scalar(text, quotes);
                self.finish(WrittenNode { start, end, content })?;
            }
            Event::MappingStart(style, ..) => {
                self.begin(start, WrittenContent::Map(style == StructureStyle::Flow, Vec::new()));
            }
            Event::SequenceStart(style, ..) => {
                self.begin(start, WrittenContent::List(style == StructureStyle::Flow, Vec::new()));
            }
            Event::MappingEnd | Event::SequenceEnd => {
                if let Some(Open { mut node, .. }) = self.open.pop() {
                    self.refuse_twice(&node)?;
                    // The parser learns of the end of a block only at what follows it.
                    node.end = match &node.content {
                        WrittenContent::Map(false, entries) => {
                            entries.last().map_or(node.start, |(_, v)| v.end)
                        }
                        WrittenContent::List(false, items) => {
                            items.last().map_or(node.start, |item| item.end)
                        }
                        _ => end,
                    };
                    if let WrittenContent::Map(_, entries) = &node.content {
                        node.start = entries.first().map_or(node.start, |(key, _)| key.start.min(node.start));
                    }
                    self.finish(node)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The `|` or `>` of a text of which the parser names the first line: on the line with text above it, before its comment.
    fn sign(&self, start: usize) -> usize {
        let above = self.text.get(..start).unwrap_or_default().trim_end();
        let begins = above.rfind('\n').map_or(0, |at| at + 1);
        let line = above.get(begins..).unwrap_or_default();
        let line = line.split(" #").next().unwrap_or_default().trim_end();
        line.rfind(' ').map_or(start, |at| begins + at + 1)
    }

    fn refuse_twice(&self, node: &WrittenNode<'_>) -> Result<(), LeftAlone> {
        let WrittenContent::Map(_, entries) = &node.content else { return Ok(()) };
        let mut keys: Vec<(&str, usize)> =
            entries.iter().map(|(key, _)| (key.text().unwrap_or_default(), key.start)).collect();
        keys.sort_unstable();
        let twice = keys.windows(2).find(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1]);
        match twice {
            None => Ok(()),
            Some((key, at)) => Err(LeftAlone::at(self.text, at, format!("`{key}` is written twice"), true)),
        }
    }

    fn begin(&mut self, start: usize, content: WrittenContent<'s>) {
        self.open.push(Open { node: WrittenNode { start, end: start, content }, key: None });
    }

    fn finish(&mut self, mut node: WrittenNode<'s>) -> Result<(), LeftAlone> {
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        let absent = matches!(node.content, WrittenContent::Scalar(_, Quotes::Absent));
        match &mut parent.node.content {
            WrittenContent::List(_, items) => {
                if absent {
                    // Nothing stands here, so the parser names the place of what follows.
                    node.start = items.last().map_or(parent.node.start, |item| item.end);
                    node.end = node.start;
                }
                items.push(node);
            }
            WrittenContent::Map(_, entries) => match parent.key.take() {
                Some(key) => {
                    if absent {
                        (node.start, node.end) = (key.end, key.end);
                    }
                    if key.text() == Some("<<") {
                        return Err(LeftAlone::at(self.text, key.start, "a merge key `<<`", true));
                    }
                    entries.push((key, node));
                }
                None if node.text().is_some() && !absent => parent.key = Some(node),
                None => {
                    return Err(LeftAlone::at(self.text, node.start, "a key has to be a word", true));
                }
            },
            WrittenContent::Scalar(..) => {}
        }
        Ok(())
    }
}

impl WrittenNode<'_> {
    /// The text, if it is a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            WrittenContent::Scalar(text, _) => Some(text),
            _ => None,
        }
    }
}
