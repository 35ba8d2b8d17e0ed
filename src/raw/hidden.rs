//! Characters that nobody sees: control characters, and overrides of the writing direction, which can make a line read
//! other than it is ("Trojan Source", CVE-2021-42574).

use crate::diag::{Code, Diagnostic, FileId, Sink, Span};

/// Most places reported in one file.
const MOST: usize = 20;

fn is_hidden(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    // Noncharacters are for use inside programs, and ours marks passages with them (`model/both.rs`).
    control || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}')
}

/// Reports hidden characters anywhere in `text`, comments included. Whether the text can be read further: a NUL would
/// end it early for the parser.
pub(super) fn scan(text: &str, file: FileId, sink: &mut Sink) -> bool {
    let suspicious = |byte: u8| (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte >= 0x7f;
    if !text.bytes().any(suspicious) {
        return true;
    }
    for (at, c) in text.char_indices().filter(|(_, c)| is_hidden(*c)).take(MOST) {
        sink.push(fault(c, Span::new(file, at as u32, (at + c.len_utf8()) as u32)));
    }
    !text.contains('\0')
}

/// The fault if the text of a quoted scalar holds a hidden character, which an escape such as `"\u202e"` can write.
pub(super) fn escaped(text: &str, span: Span) -> Option<Diagnostic> {
    text.chars().find(|c| is_hidden(*c)).map(|c| fault(c, span))
}

fn fault(c: char, span: Span) -> Diagnostic {
    let name = format!("U+{:04X}", u32::from(c));
    Diagnostic::new(Code::HiddenCharacter, span, format!("a character that nobody can see: {name}"))
        .help("delete it; names and texts are plain text")
}
