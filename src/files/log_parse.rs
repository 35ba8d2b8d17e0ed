//! Reading `git log -z --raw -p -U0` as it streams: heads of commits, changed files, and where their lines changed. What was
//! written on the lines is passed over.

use std::io::{self, BufRead};

use chrono::NaiveDate;

use super::log::LogFile;
use super::tree::portable;

/// The head of a commit.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) hash: String,
    /// How many.
    pub(super) parents: usize,
    pub(super) day: NaiveDate,
    pub(super) author: String,
    pub(super) subject: String,
}

/// A changed file with the lines that changed.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) file: LogFile,
    pub(super) hunks: Vec<Hunk>,
}

/// Lines that were replaced by others. With no lines on a side, `at` is the line before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hunk {
    /// How many lines went.
    pub(super) gone: u64,
    /// First line that came.
    pub(super) at: u64,
    /// How many came.
    pub(super) came: u64,
}

/// A commit, or a difference that belongs to none, with what it changed.
type Step = (Option<Head>, Vec<Change>);

/// Reads step by step.
pub(super) struct LogReader<R> {
    answer: R,
    /// Whether each step begins with the head of a commit.
    heads: bool,
    done: bool,
    buffer: Vec<u8>,
}

fn strange() -> io::Error {
    io::Error::other("unknown form")
}

impl<R: BufRead> LogReader<R> {
    pub(super) const fn new(answer: R, heads: bool) -> Self {
        Self { answer, heads, done: false, buffer: Vec::new() }
    }

    /// The next step; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Step>> {
        if self.done {
            return Ok(None);
        }
        let head = match (self.heads, self.ahead()?) {
            (true, Some(1)) => Some(self.head()?),
            (true, Some(_)) => return Err(strange()),
            (_, None) => return Ok(None),
            (false, Some(_)) => None,
        };
        self.done = !self.heads;
        let mut changes: Vec<Change> = Vec::new();
        // Which change each section of the patch is about: one whose kind changed has two.
        let mut sections = Vec::new();
        while self.ahead()? == Some(b':') {
            let (change, twice) = self.raw()?;
            sections.extend([changes.len()].iter().cycle().take(1 + usize::from(twice)));
            changes.push(change);
        }
        let mut section = sections.iter();
        let mut current: Option<usize> = None;
        while let Some(first) = self.ahead()?.filter(|first| *first != 1) {
            self.line()?;
            match first {
                b'd' if self.buffer.starts_with(b"diff --git ") => {
                    current = Some(*section.next().ok_or_else(strange)?);
                }
                b'@' => {
                    let (hunk, lines) = hunk(&self.buffer).ok_or_else(strange)?;
                    self.pass(lines)?;
                    let change = current.and_then(|at| changes.get_mut(at)).ok_or_else(strange)?;
                    change.hunks.push(hunk);
                }
                _ => {}
            }
        }
        Ok(Some((head, changes)))
    }

    /// The next byte that is no separator.
    fn ahead(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.answer.fill_buf()?.first().copied() {
                Some(0 | b'\n') => self.answer.consume(1),
                other => return Ok(other),
            }
        }
    }

    fn until(&mut self, end: u8) -> io::Result<()> {
        self.buffer.clear();
        self.answer.read_until(end, &mut self.buffer)?;
        match self.buffer.pop() {
            Some(last) if last == end => Ok(()),
            Some(_) | None => Err(strange()),
        }
    }

    fn field(&mut self) -> io::Result<String> {
        self.until(0)?;
        Ok(String::from_utf8_lossy(&self.buffer).into_owned())
    }

    fn line(&mut self) -> io::Result<()> {
        self.until(b'\n')
    }

    fn head(&mut self) -> io::Result<Head> {
        self.answer.consume(1);
        let hash = self.field()?;
        let parents = self.field()?.split_ascii_whitespace().count();
        let day = self.field()?;
        let day = day.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
        let (author, subject) = (self.field()?, self.field()?);
        Ok(Head { hash, parents, day: day.ok_or_else(strange)?, author, subject })
    }

    /// `:100644 100644 0123… 4567… M`, the path, and for a rename the new path; and whether the patch tells it in two parts.
    fn raw(&mut self) -> io::Result<(Change, bool)> {
        let words = self.field()?;
        let mut words = words.split(' ').skip(2);
        let (before, after, status) = (words.next(), words.next(), words.next());
        let id =
            |word: Option<&str>| word.filter(|id| id.bytes().any(|byte| byte != b'0')).map(str::to_owned);
        let status = status.and_then(|status| status.bytes().next()).ok_or_else(strange)?;
        let first = self.path()?;
        let (from, path) = match status {
            b'R' | b'C' => (Some(first), self.path()?),
            _ => (None, first),
        };
        let (before, after) = (id(before), id(after));
        // A file on disk has no id yet; it exists for all that.
        let after = after.or_else(|| (status != b'D').then(String::new));
        let before = before.filter(|_| status != b'A');
        Ok((Change { file: LogFile { path, from, before, after }, hunks: Vec::new() }, status == b'T'))
    }

    fn path(&mut self) -> io::Result<String> {
        self.until(0)?;
        Ok(portable(&self.buffer).unwrap_or_else(|shown| shown))
    }

    /// Passes over lines of a hunk. A line that has no end in its file has one here, and a remark after it.
    fn pass(&mut self, mut lines: u64) -> io::Result<()> {
        while lines > 0 {
            self.line()?;
            lines -= u64::from(self.buffer.first() != Some(&b'\\'));
        }
        Ok(())
    }
}

/// `@@ -3,0 +4,2 @@ …` and how many lines follow.
fn hunk(line: &[u8]) -> Option<(Hunk, u64)> {
    let text = std::str::from_utf8(line.get(..line.len().min(80))?);
    let text = text
        .or_else(|error| std::str::from_utf8(line.get(..error.valid_up_to()).unwrap_or_default()))
        .ok()?;
    let mut words = text.split(' ').skip(1);
    let range = |word: Option<&str>, sign: char| {
        let word = word?.strip_prefix(sign)?;
        let (at, count) = word.split_once(',').unwrap_or((word, "1"));
        Some((at.parse::<u64>().ok()?, count.parse::<u64>().ok()?))
    };
    let ((_, gone), (at, came)) = (range(words.next(), '-')?, range(words.next(), '+')?);
    Some((Hunk { gone, at, came }, gone + came))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_hunks() {
        let of = |line: &str| hunk(line.as_bytes()).unwrap();
        assert_eq!(of("@@ -3,0 +4,2 @@ 客服"), (Hunk { gone: 0, at: 4, came: 2 }, 2));
        assert_eq!(of("@@ -2 +2 @@"), (Hunk { gone: 1, at: 2, came: 1 }, 2));
        assert_eq!(hunk(b"@@ x"), None);
    }
}
