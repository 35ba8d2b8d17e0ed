//! The one door to the YAML parser: events with byte spans, limits, and the parser's faults in our words.

use super::hidden;
use super::node::is_null;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span};
use serde_saphyr::granit_parser as parser;
use std::borrow::Cow;

/// Deepest nesting. The format itself needs seven levels.
const DEEPEST: usize = 32;
/// Longest key in characters; YAML's own limit.
const LONGEST_KEY: usize = 1024;

/// What comes next in a file.
#[derive(Debug)]
pub(super) enum Event<'s> {
    /// A scalar; `None` for nothing, `~` and `null`.
    Scalar(Option<Cow<'s, str>>),
    /// A mapping begins.
    Map,
    /// A list begins.
    List,
    /// The innermost collection ends.
    Close,
    /// The value of an anchor once more.
    Alias(usize),
    /// The end of the document.
    End,
}

/// An event with its place and the anchor that names it (0: none).
#[derive(Debug)]
pub(super) struct Token<'s> {
    pub(super) event: Event<'s>,
    pub(super) span: Span,
    pub(super) anchor: usize,
}

/// The events of one file.
pub(super) struct Events<'s> {
    parser: parser::Parser<'s, parser::StrInput<'s>>,
    file: FileId,
    /// Bytes before the text: the length of a byte order mark.
    offset: u32,
    documents: usize,
    ended: bool,
}

/// The reason why reading cannot go on.
pub(super) type Stop = Box<Diagnostic>;

impl<'s> Events<'s> {
    /// The events of `text`, of which `file` is the id.
    pub(super) fn new(text: &'s str, file: FileId) -> Self {
        let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut options = parser::Options::default();
        options.flow_nesting_limit = DEEPEST;
        options.block_nesting_limit = DEEPEST;
        options.simple_key_max_lookahead = LONGEST_KEY;
        options.set_emit_comments(false);
        let parser = parser::Parser::new_from_str_with_options(bare, options);
        Self { parser, file, offset: (text.len() - bare.len()) as u32, documents: 0, ended: false }
    }

    /// The next event. Tags and hidden characters are reported and passed over.
    pub(super) fn next(&mut self, sink: &mut Sink) -> Result<Token<'s>, Stop> {
        loop {
            if self.ended {
                return Ok(self.token(Event::End, parser::Span::default(), 0));
            }
            let Some(event) = self.parser.next_event() else {
                self.ended = true;
                continue;
            };
            let (event, span) = event.map_err(|error| self.fault(&error))?;
            match event {
                parser::Event::Scalar(text, style, anchor, tag) => {
                    self.refuse_tag(tag.is_some(), span, sink);
                    let plain = style == parser::ScalarStyle::Plain;
                    if !plain && let Some(fault) = hidden::escaped(&text, self.span(span)) {
                        sink.push(fault);
                    }
                    let text = (!is_null(&text, plain)).then_some(text);
                    return Ok(self.token(Event::Scalar(text), span, anchor));
                }
                parser::Event::MappingStart(_, anchor, tag) => {
                    self.refuse_tag(tag.is_some(), span, sink);
                    return Ok(self.token(Event::Map, span, anchor));
                }
                parser::Event::SequenceStart(_, anchor, tag) => {
                    self.refuse_tag(tag.is_some(), span, sink);
                    return Ok(self.token(Event::List, span, anchor));
                }
                parser::Event::MappingEnd | parser::Event::SequenceEnd => {
                    return Ok(self.token(Event::Close, span, 0));
                }
                parser::Event::Alias(anchor) => return Ok(self.token(Event::Alias(anchor), span, 0)),
                parser::Event::DocumentStart(..) => self.count_document(span)?,
                _ => {}
            }
        }
    }

    fn token(&self, event: Event<'s>, span: parser::Span, anchor: usize) -> Token<'s> {
        Token { event, span: self.span(span), anchor }
    }

    fn span(&self, span: parser::Span) -> Span {
        let at = |marker: parser::Marker| marker.byte_offset().unwrap_or_default() as u32 + self.offset;
        Span::new(self.file, at(span.start), at(span.end))
    }

    fn count_document(&mut self, span: parser::Span) -> Result<(), Stop> {
        self.documents += 1;
        if self.documents < 2 {
            return Ok(());
        }
        let fault =
            Diagnostic::new(Code::MultipleDocuments, self.span(span), "a second document begins here")
                .help("remove the line `---`, or put the second part into a file of its own");
        Err(Box::new(fault))
    }

    fn refuse_tag(&self, tagged: bool, span: parser::Span, sink: &mut Sink) {
        if tagged {
            let at = span.tag_span().map_or_else(|| self.span(span), |span| self.span(span));
            sink.push(
                Diagnostic::new(Code::YamlTag, at, "a YAML tag has no meaning here")
                    .help("remove the word that begins with `!`; the field decides how its value is read"),
            );
        }
    }

    fn fault(&self, error: &parser::ScanError) -> Stop {
        use parser::ErrorKind as Kind;
        let marker = *error.marker();
        let start = self.span(parser::Span::empty(marker));
        let at = Span { end: start.start + 1, ..start };
        let kind = error.kind();
        let tab = matches!(
            kind,
            Kind::TabNotAllowed
                | Kind::TabInBlockIndentation
                | Kind::TabInIndentation
                | Kind::TabAtBlockScalarStart
                | Kind::TabInPlainScalar
        );
        let fault = match kind {
            _ if tab => Diagnostic::new(Code::TabIndentation, at, "a tab stands where YAML wants spaces")
                .help("replace the tab with two spaces"),
            Kind::RecursionLimitExceeded => {
                Diagnostic::new(Code::NestingTooDeep, at, format!("nested deeper than {DEEPEST} levels"))
            }
            _ => Diagnostic::new(Code::YamlSyntax, at, format!("this is not YAML: {}", error.info()))
                .help_if(advice(kind)),
        };
        Box::new(fault.note("nothing after this place was read"))
    }
}

/// What usually helps against a syntax fault.
fn advice(kind: &parser::ErrorKind) -> Option<String> {
    use parser::ErrorKind as Kind;
    let text = match kind {
        Kind::MappingValueNotAllowed | Kind::InvalidColonPlacement | Kind::InvalidMappingValueWhitespace => {
            "put text that holds `: ` or ends with `:` in quotes"
        }
        Kind::InvalidIndentation | Kind::ExpectedBlockMappingKey | Kind::SimpleKeyExpected => {
            "check the indentation of this line and the one above; keys of one mapping begin in the same column, \
             each followed by `: `"
        }
        Kind::UnclosedFlowCollection { .. }
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofFlowSequence => "a `{` or `[` is not closed, or a comma is missing",
        Kind::UnclosedQuotedScalar => "a quotation mark is not closed",
        Kind::UnexpectedCharacter { .. } => "put text that begins with a special character in quotes",
        Kind::UnknownAnchor => "define the anchor `&name` before it is used, or write the value out",
        _ => return None,
    };
    Some(text.to_owned())
}
