//! Collects faults. Each file fills its own sink, sinks are joined, and the order is always the same in the end.

use super::Diagnostic;

/// Most faults kept of one kind in one file: a broken export would otherwise bury everything else.
const MOST_OF_A_KIND: usize = 200;

/// A growing list of faults.
#[derive(Debug, Clone, Default)]
pub struct Sink {
    list: Vec<Diagnostic>,
}

impl Sink {
    /// An empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all faults of another list.
    pub fn join(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether an error was found.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(Diagnostic::is_error)
    }

    /// The faults by place, code and message, each once. Of more than 200 of one code in one file only the first 200
    /// are kept, and the last of them says how many more there were.
    #[must_use]
    pub fn finish(self) -> Vec<Diagnostic> {
        let mut list = self.list;
        list.sort_by(|a, b| key(a).cmp(&key(b)));
        list.dedup();
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(list.len());
        let mut counts = std::collections::BTreeMap::new();
        for diagnostic in list {
            let kind = (diagnostic.span().map(|span| span.file), diagnostic.code);
            let (count, last) = counts.entry(kind).or_insert((0_usize, 0));
            *count += 1;
            if *count <= MOST_OF_A_KIND {
                *last = kept.len();
                kept.push(diagnostic);
            }
        }
        for (count, last) in counts.into_values().filter(|(count, _)| *count > MOST_OF_A_KIND) {
            if let Some(diagnostic) = kept.get_mut(last) {
                diagnostic.notes.push(format!("{} more of this kind in this file", count - MOST_OF_A_KIND));
            }
        }
        kept
    }
}

fn key(diagnostic: &Diagnostic) -> impl Ord + '_ {
    (diagnostic.span(), diagnostic.code, &diagnostic.message, &diagnostic.labels)
}

#[cfg(test)]
mod tests {
    use super::super::{Code, FileId, Span};
    use super::*;

    fn at(file: u32, start: u32, code: Code) -> Diagnostic {
        Diagnostic::new(code, Span::new(FileId(file), start, start + 1), "x")
    }

    #[test]
    fn the_order_of_finding_does_not_show() {
        let faults =
            [at(1, 0, Code::BadId), at(0, 9, Code::BadId), at(0, 9, Code::NotUtf8), at(0, 2, Code::BadId)];
        let run = |order: &[usize]| {
            let mut sink = Sink::new();
            order.iter().for_each(|&n| sink.push(faults[n].clone()));
            sink.finish()
        };
        let expected: Vec<_> = [3, 2, 1, 0].iter().map(|&n: &usize| faults[n].clone()).collect();
        assert_eq!(run(&[0, 1, 2, 3, 3]), expected);
        assert_eq!(run(&[3, 2, 0, 1]), expected);
    }

    #[test]
    fn a_flood_is_cut_and_counted() {
        let mut sink = Sink::new();
        (0..500).for_each(|n| sink.push(at(0, n, Code::WrongFigure)));
        sink.push(at(0, 999, Code::BadId));
        let kept = sink.finish();
        assert_eq!(kept.len(), 201);
        assert_eq!(kept[199].notes, ["300 more of this kind in this file"]);
    }
}
