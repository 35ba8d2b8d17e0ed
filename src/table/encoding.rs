//! Bytes of a text file to UTF-8, chunk by chunk.
//!
//! A byte order mark decides; then many NUL bytes, which only UTF-16 has; then whether the bytes are UTF-8. What is neither is
//! GB18030, in which Chinese platforms and Excel in China write. Bytes that are no character are never replaced silently.

use super::fault::TableError;
use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// The decoder of one file.
pub(super) struct Decoding {
    state: State,
    /// Bytes of a character that the last chunk broke off.
    carry: Vec<u8>,
    /// Lines so far.
    lines: u64,
}

enum State {
    /// Nothing was seen yet.
    Start,
    /// ASCII so far, which is UTF-8 and GB18030.
    Ascii,
    Utf8,
    Other(Box<Decoder>, &'static str),
}

impl Decoding {
    /// A decoder; `name` of the encoding if it is known.
    pub(super) fn new(name: Option<&str>) -> Result<Self, TableError> {
        let state = match name {
            None => State::Start,
            Some(name) => {
                let label = if name.eq_ignore_ascii_case("utf-16") { "utf-16le" } else { name };
                match Encoding::for_label(label.as_bytes()) {
                    None => return Err(TableError::NoEncoding(name.to_owned())),
                    Some(encoding) if encoding == UTF_8 => State::Start,
                    Some(encoding) => other(encoding),
                }
            }
        };
        Ok(Self { state, carry: Vec::new(), lines: 0 })
    }

    /// Appends the text of `chunk` to `out`. The first chunk should be long enough to tell the encoding.
    pub(super) fn push(&mut self, chunk: &[u8], last: bool, out: &mut Vec<u8>) -> Result<(), TableError> {
        let from = out.len();
        let done = self.decode(chunk, last, out);
        let new = out.get(from..).unwrap_or_default();
        let before = self.lines;
        if let Some(nul) = memchr::memchr(0, new) {
            let lines = memchr::memchr_iter(b'\n', new.get(..nul).unwrap_or_default()).count() as u64;
            return Err(TableError::Nul { line: before + lines + 1 });
        }
        self.lines += memchr::memchr_iter(b'\n', new).count() as u64;
        done.map_err(|encoding| TableError::NotText { encoding, line: before.max(self.lines) + 1 })
    }

    fn decode(&mut self, chunk: &[u8], last: bool, out: &mut Vec<u8>) -> Result<(), &'static str> {
        let mut chunk = chunk;
        let first = matches!(self.state, State::Start);
        if first {
            let (state, mark) = begin(chunk);
            self.state = state;
            chunk = chunk.get(mark..).unwrap_or_default();
        }
        if let State::Other(decoder, name) = &mut self.state {
            return append(decoder, name, chunk, last, out);
        }
        let whole: Vec<u8>;
        if !self.carry.is_empty() {
            whole = [std::mem::take(&mut self.carry).as_slice(), chunk].concat();
            chunk = &whole;
        }
        let (good, broken) = match std::str::from_utf8(chunk) {
            Ok(_) => (chunk.len(), None),
            Err(error) => (error.valid_up_to(), Some(error.error_len().is_some() || last)),
        };
        let (text, rest) = chunk.split_at_checked(good).unwrap_or((chunk, &[]));
        let ascii = text.is_ascii();
        if broken == Some(true) {
            if first || (ascii && matches!(self.state, State::Ascii)) {
                self.state = other(GB18030);
                let State::Other(decoder, name) = &mut self.state else { return Ok(()) };
                return append(decoder, name, chunk, last, out);
            }
            out.extend_from_slice(text);
            return Err("UTF-8");
        }
        if !ascii {
            self.state = State::Utf8;
        }
        out.extend_from_slice(text);
        self.carry = rest.to_vec();
        Ok(())
    }
}

fn other(encoding: &'static Encoding) -> State {
    State::Other(Box::new(encoding.new_decoder_with_bom_removal()), encoding.name())
}

/// How to go on after the first bytes, and the length of the mark that is left out.
fn begin(chunk: &[u8]) -> (State, usize) {
    if let Some((encoding, mark)) = Encoding::for_bom(chunk) {
        return if encoding == UTF_8 { (State::Utf8, mark) } else { (other(encoding), 0) };
    }
    let head = chunk.get(..chunk.len().min(4096)).unwrap_or_default();
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    // In UTF-16, line ends have one and digits, delimiters and Latin letters have; a stray NUL is a fault, told later.
    let many = |zeros: usize, end: [u8; 2]| {
        zeros * 8 >= head.len() || (zeros > 1 && head.chunks_exact(2).any(|pair| pair == end))
    };
    match (zeros(0), zeros(1)) {
        (even, odd) if odd > 0 && odd >= 4 * even && many(odd, [b'\n', 0]) => (other(UTF_16LE), 0),
        (even, odd) if even > 0 && even >= 4 * odd && many(even, [0, b'\n']) => (other(UTF_16BE), 0),
        _ => (State::Ascii, 0),
    }
}

fn append(
    decoder: &mut Decoder,
    name: &'static str,
    chunk: &[u8],
    last: bool,
    out: &mut Vec<u8>,
) -> Result<(), &'static str> {
    let room =
        decoder.max_utf8_buffer_length_without_replacement(chunk.len()).unwrap_or(chunk.len() * 3 + 16);
    let from = out.len();
    out.resize(from + room, 0);
    let (result, _, written) =
        decoder.decode_to_utf8_without_replacement(chunk, out.get_mut(from..).unwrap_or_default(), last);
    out.truncate(from + written);
    match result {
        DecoderResult::InputEmpty => Ok(()),
        _ => Err(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8], step: usize, name: Option<&str>) -> Result<String, TableError> {
        let mut decoding = Decoding::new(name)?;
        let mut out = Vec::new();
        // The first chunk tells the encoding, so it is not cut as small as the others.
        let (head, tail) = bytes.split_at(bytes.len().min(24));
        decoding.push(head, tail.is_empty(), &mut out)?;
        let parts: Vec<&[u8]> = tail.chunks(step).collect();
        for (at, part) in parts.iter().enumerate() {
            decoding.push(part, at + 1 == parts.len(), &mut out)?;
        }
        Ok(String::from_utf8(out).unwrap())
    }

    const TEXT: &str = "agent,number,satisfaction\n林薇,182,好评\n赵敏,90,𠮷野\n";

    #[test]
    fn every_encoding_gives_the_same_text_however_it_is_cut() {
        let utf16 = |bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (gb, _, _) = GB18030.encode(TEXT);
        let little = utf16(u16::to_le_bytes);
        let marked = [&[0xff, 0xfe], little.as_slice()].concat();
        let all: [&[u8]; 6] = [
            TEXT.as_bytes(),
            &["\u{feff}", TEXT].concat().into_bytes(),
            &gb,
            &little,
            &marked,
            &utf16(u16::to_be_bytes),
        ];
        for bytes in all {
            for step in [1, 2, 3, 7, 1000] {
                assert_eq!(decode(bytes, step, None).unwrap(), TEXT, "{bytes:?} by {step}");
            }
        }
    }

    #[test]
    fn wrong_bytes_are_told_with_their_line() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.extend_from_slice(b"\xff\xff\n");
        let error = decode(&bytes, 1000, None).unwrap_err();
        assert!(matches!(error, TableError::NotText { encoding: "UTF-8", line: 4 }), "{error:?}");
        assert!(matches!(decode(b"a", 1, Some("klingon")), Err(TableError::NoEncoding(_))));
    }
    #[test]
    fn a_stray_nul_is_told_with_its_line() {
        for at in [3, TEXT.len() - 1] {
            let mut bytes = TEXT.as_bytes().to_vec();
            bytes.insert(at, 0);
            let line = 1 + TEXT[..at].matches('\n').count() as u64;
            let error = decode(&bytes, 1000, None).unwrap_err();
            assert!(matches!(error, TableError::Nul { line: of } if of == line), "{error:?}");
        }
    }
}
