//! A stream of bytes as blocks of whole records, cut at line ends only where no quote is open.

use super::encoding::Decoding;
use super::fault::TableError;
use std::io::Read;

/// How much is read at a time.
const CHUNK: usize = 1 << 20;
/// How long a block is before it is cut.
const BLOCK: usize = 2 << 20;
/// Longest record: beyond it a quote was opened by mistake.
const LONGEST: usize = 64 << 20;

/// A part of a text that begins and ends with a whole record.
#[derive(Debug)]
pub(super) struct Block {
    /// The text, valid UTF-8.
    pub text: Vec<u8>,
    /// The line on which it begins, from 1.
    pub line: u64,
}

/// The blocks of a stream.
pub(super) struct Blocks {
    input: Box<dyn Read + Send>,
    decoding: Decoding,
    /// What delimits fields, which decides what opens a quote; `None` where quotes have no meaning.
    pub(super) delimiter: Option<u8>,
    rest: Vec<u8>,
    chunk: Vec<u8>,
    /// Room of blocks that were worked on: fresh pages cost more than what is done with a block.
    spare: Vec<Vec<u8>>,
    line: u64,
    ended: bool,
}

impl Blocks {
    /// The blocks of `input`.
    pub(super) fn new(
        input: Box<dyn Read + Send>,
        encoding: Option<&str>,
        delimiter: Option<u8>,
    ) -> Result<Self, TableError> {
        let decoding = Decoding::new(encoding)?;
        let (rest, chunk, spare) = (Vec::new(), Vec::with_capacity(CHUNK), Vec::new());
        Ok(Self { input, decoding, delimiter, rest, chunk, spare, line: 1, ended: false })
    }

    /// The text up to about a block, for looking at it; it is given again by [`Self::next`].
    pub(super) fn peek(&mut self) -> Result<&[u8], TableError> {
        self.fill(BLOCK)?;
        Ok(&self.rest)
    }

    /// The next block, if there is one.
    pub(super) fn next(&mut self) -> Result<Option<Block>, TableError> {
        let mut wanted = BLOCK;
        loop {
            self.fill(wanted)?;
            if self.rest.is_empty() {
                return Ok(None);
            }
            let cut = match (cut(&self.rest, self.delimiter), self.ended) {
                (Cut::Open(quote), true) => return Err(self.open_quote(quote)),
                (Cut::Nowhere, true) => self.rest.len(),
                (Cut::After(end), _) => end,
                (Cut::Open(quote), false) if self.rest.len() > LONGEST => return Err(self.open_quote(quote)),
                _ => {
                    wanted = self.rest.len() * 2;
                    continue;
                }
            };
            let mut rest = self.spare.pop().unwrap_or_else(|| Vec::with_capacity(BLOCK + CHUNK));
            rest.clear();
            rest.extend_from_slice(self.rest.get(cut..).unwrap_or_default());
            self.rest.truncate(cut);
            let text = std::mem::replace(&mut self.rest, rest);
            let line = self.line;
            self.line += memchr::memchr_iter(b'\n', &text).count() as u64;
            return Ok(Some(Block { text, line }));
        }
    }

    /// Takes back a block that was worked on.
    pub(super) fn back(&mut self, block: Block) {
        // A block of unusual length, such as one with a huge cell, is let go.
        if block.text.capacity() <= 2 * (BLOCK + CHUNK) {
            self.spare.push(block.text);
        }
    }

    /// Reads until `wanted` bytes are there, or the end.
    fn fill(&mut self, wanted: usize) -> Result<(), TableError> {
        let mut chunk = std::mem::take(&mut self.chunk);
        while !self.ended && self.rest.len() < wanted {
            chunk.clear();
            let read = self.input.by_ref().take(CHUNK as u64).read_to_end(&mut chunk)?;
            self.ended = read < CHUNK;
            self.rest.reserve(chunk.len());
            self.decoding.push(&chunk, self.ended, &mut self.rest)?;
        }
        self.chunk = chunk;
        Ok(())
    }

    fn open_quote(&self, at: usize) -> TableError {
        let before = self.rest.get(..at).unwrap_or_default();
        TableError::OpenQuote { line: self.line + memchr::memchr_iter(b'\n', before).count() as u64 }
    }
}

/// Where a text can be cut.
#[derive(Debug, PartialEq)]
enum Cut {
    /// After the last line end outside quotes.
    After(usize),
    /// There is no line end outside quotes, and a quote is open since this place.
    Open(usize),
    /// There is no line end.
    Nowhere,
}

/// The last place at which `text`, which begins outside quotes, can be cut. If a quote is open at the end, the cut lies before
/// it; only a text without a cut, or one that is the last, asks for that quote.
fn cut(text: &[u8], delimiter: Option<u8>) -> Cut {
    let last_end = |from: usize, to: usize| {
        text.get(from..to).and_then(|part| memchr::memrchr(b'\n', part)).map(|at| from + at + 1)
    };
    let Some(delimiter) = delimiter else {
        return last_end(0, text.len()).map_or(Cut::Nowhere, Cut::After);
    };
    let (mut at, mut safe) = (0, None);
    loop {
        let Some(quote) = text.get(at..).and_then(|part| memchr::memchr(b'"', part)).map(|found| at + found)
        else {
            let end = last_end(at, text.len()).or(safe);
            return end.map_or(Cut::Nowhere, Cut::After);
        };
        safe = last_end(at, quote).or(safe);
        let before = quote.checked_sub(1).and_then(|place| text.get(place));
        // A quote inside a field that does not begin with one is an ordinary character.
        if before.is_some_and(|byte| *byte != delimiter && !matches!(byte, b'\n' | b'\r')) {
            at = quote + 1;
            continue;
        }
        match closing(text, quote + 1) {
            Some(end) => at = end,
            None => return safe.map_or(Cut::Open(quote), Cut::After),
        }
    }
}

/// One past the quote that closes the field whose content begins at `at`; doubled quotes are content.
fn closing(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let quote = at + memchr::memchr(b'"', text.get(at..)?)?;
        if text.get(quote + 1) != Some(&b'"') {
            return Some(quote + 1);
        }
        at = quote + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_lie_outside_quotes() {
        let cut = |text: &str| super::cut(text.as_bytes(), Some(b','));
        assert_eq!(cut("a,b\nc,d\ne"), Cut::After(8));
        assert_eq!(cut("a,\"x\ny\"\nc"), Cut::After(8));
        assert_eq!(cut("a,b\nc,\"x\ny"), Cut::After(4));
        assert_eq!(cut("a,\"x \"\"q\"\" \ny"), Cut::Open(2));
        assert_eq!(cut("5\" screen,b\nc"), Cut::After(12), "a quote inside a field is content");
        assert_eq!(cut("\"a\"\"\",b\nc"), Cut::After(8));
        assert_eq!(cut("a,b"), Cut::Nowhere);
        assert_eq!(super::cut(b"{\"a\": \"x\"}\n{\"", None), Cut::After(11));
    }

    #[test]
    fn an_open_quote_is_told_with_its_line() {
        let text = b"a,b\n1,2\n3,\"four\n5,6\n".to_vec();
        let mut blocks = Blocks::new(Box::new(std::io::Cursor::new(text)), None, Some(b',')).unwrap();
        let error = loop {
            match blocks.next() {
                Ok(Some(_)) => {}
                Ok(None) => panic!("the quote was not seen"),
                Err(error) => break error,
            }
        };
        assert!(matches!(error, TableError::OpenQuote { line: 3 }), "{error:?}");
    }
}
