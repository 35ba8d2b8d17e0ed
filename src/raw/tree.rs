//! Builds the tree of a file from its events. Duplicate keys, merge keys and aliases that multiply are caught here.

use super::events::{Event, Events, Stop, Token};
use super::hidden;
use super::node::{Content, Entry, Node};
use crate::diag::{Code, Diagnostic, FileId, Sink, Span, quoted};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Most nodes that all aliases of a file together may add. Ten thousand is far above honest use, and far below a bomb.
const MOST_COPIED: usize = 10_000;
/// Deepest nesting that aliases may build up.
const DEEPEST: usize = 64;

/// The tree of `text`; `None` if there is none, with the reason in `sink`.
pub(super) fn read<'s>(text: &'s str, file: FileId, sink: &mut Sink) -> Option<Node<'s>> {
    if !hidden::scan(text, file, sink) {
        return None;
    }
    let mut events = Events::new(text, file);
    match Builder::default().run(&mut events, sink) {
        Ok(Some(node)) => Some(node),
        Ok(None) => {
            let fault =
                Diagnostic::new(Code::EmptyFile, Span::new(file, 0, 0), "there is no data in this file");
            sink.push(fault.help("write the data, or delete the file"));
            None
        }
        Err(fault) => {
            sink.push(*fault);
            None
        }
    }
}

/// A finished node with its size and depth, aliases counted in full.
#[derive(Clone)]
struct Grown<'s> {
    node: Node<'s>,
    size: usize,
    depth: usize,
}

/// A collection that is still open.
struct Open<'s> {
    node: Node<'s>,
    key: Option<(Cow<'s, str>, Span)>,
    anchor: usize,
    size: usize,
    depth: usize,
}

#[derive(Default)]
struct Builder<'s> {
    open: Vec<Open<'s>>,
    anchors: BTreeMap<usize, Grown<'s>>,
    copied: usize,
    root: Option<Node<'s>>,
}

impl<'s> Builder<'s> {
    fn run(mut self, events: &mut Events<'s>, sink: &mut Sink) -> Result<Option<Node<'s>>, Stop> {
        loop {
            let Token { event, span, anchor } = events.next(sink)?;
            match event {
                Event::Map => self.begin(Content::Map(Vec::new()), span, anchor)?,
                Event::List => self.begin(Content::List(Vec::new()), span, anchor)?,
                Event::Scalar(text) => {
                    let content = text.map_or(Content::Null, Content::Scalar);
                    self.finish(
                        Grown { node: Node { span, end: span.end, content }, size: 1, depth: 0 },
                        anchor,
                        sink,
                    )?;
                }
                Event::Alias(anchor) => {
                    let copy = self.copy(anchor, span)?;
                    self.finish(copy, 0, sink)?;
                }
                Event::Close => {
                    if let Some(open) = self.open.pop() {
                        let mut node = open.node;
                        node.end = span.end;
                        drop_duplicates(&mut node, sink);
                        let depth = open.depth + 1;
                        self.finish(Grown { node, size: open.size + 1, depth }, open.anchor, sink)?;
                    }
                }
                Event::End => return Ok(self.root.filter(|node| !matches!(node.content, Content::Null))),
            }
        }
    }

    fn begin(&mut self, content: Content<'s>, span: Span, anchor: usize) -> Result<(), Stop> {
        if let Some(parent) = self.open.last()
            && matches!(parent.node.content, Content::Map(_))
            && parent.key.is_none()
        {
            return Err(Box::new(bad_key(span)));
        }
        self.open.push(Open {
            node: Node { span, end: span.end, content },
            key: None,
            anchor,
            size: 0,
            depth: 0,
        });
        Ok(())
    }

    fn copy(&mut self, anchor: usize, span: Span) -> Result<Grown<'s>, Stop> {
        let stop = |why: &str| {
            let fault = Diagnostic::new(Code::TooManyAliases, span, why).help("write the value out");
            Err(Box::new(fault))
        };
        let Some(grown) = self.anchors.get(&anchor) else {
            return stop("this alias stands inside the value that it refers to");
        };
        self.copied += grown.size;
        if self.copied > MOST_COPIED || grown.depth + self.open.len() > DEEPEST {
            return stop("the aliases of this file multiply its data beyond what is read");
        }
        let mut copy = grown.clone();
        (copy.node.span, copy.node.end) = (span, span.end);
        Ok(copy)
    }

    fn finish(&mut self, grown: Grown<'s>, anchor: usize, sink: &mut Sink) -> Result<(), Stop> {
        if anchor != 0 {
            self.anchors.insert(anchor, grown.clone());
        }
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(grown.node);
            return Ok(());
        };
        parent.size += grown.size;
        parent.depth = parent.depth.max(grown.depth);
        let mut node = grown.node;
        match &mut parent.node.content {
            Content::List(items) => items.push(node),
            Content::Map(entries) => match (parent.key.take(), node.content) {
                (None, Content::Scalar(key)) => parent.key = Some((key, node.span)),
                (None, _) => return Err(Box::new(bad_key(node.span))),
                (Some((key, span)), _) if key == "<<" => sink.push(merge_key(span)),
                (Some((key, span)), content) => {
                    if matches!(content, Content::List(_) | Content::Map(_)) {
                        node.span = span;
                    }
                    entries.push(Entry {
                        key,
                        span,
                        value: Node { span: node.span, end: node.end, content },
                    });
                }
            },
            Content::Null | Content::Scalar(_) => {}
        }
        Ok(())
    }
}

fn bad_key(span: Span) -> Diagnostic {
    Diagnostic::new(Code::WrongShape, span, "a key has to be a word")
        .note("here the key itself is empty, a list or a mapping; nothing after this place was read")
}

fn merge_key(span: Span) -> Diagnostic {
    Diagnostic::new(Code::MergeKey, span, "merge keys `<<` are not read")
        .note("they are no part of YAML 1.2, and a reader of the file could not see what holds")
        .help("write the fields out")
}

/// Reports every key that stands twice in a mapping, and keeps the first.
fn drop_duplicates(node: &mut Node<'_>, sink: &mut Sink) {
    let Content::Map(entries) = &mut node.content else { return };
    if let Some(first) = entries.first() {
        node.span = first.span;
    }
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by(|&a, &b| entries[a].key.cmp(&entries[b].key).then(a.cmp(&b)));
    let mut twice = vec![false; entries.len()];
    let mut any = false;
    for pair in order.windows(2) {
        let (Some(first), Some(again)) = (entries.get(pair[0]), entries.get(pair[1])) else { continue };
        if first.key == again.key {
            sink.push(
                Diagnostic::new(
                    Code::DuplicateKey,
                    again.span,
                    format!("{} is written twice", quoted(&again.key)),
                )
                .label("a second time")
                .also(first.span, "first written here")
                .help("keep one of them"),
            );
            twice[pair[1]] = true;
            any = true;
        }
    }
    if any {
        let mut at = 0;
        entries.retain(|_| {
            at += 1;
            !twice.get(at - 1).copied().unwrap_or_default()
        });
    }
}
