//! Ids: collected from all files, each once, and looked up by name with "did you mean".

use super::words;
use crate::diag::{Code, Diagnostic, Sink, Span, quoted, suggest};
use crate::model::Id;
use crate::raw::{Entries, IdWord};

/// The ids of one noun. A position in it is the index of the thing in the model.
#[derive(Debug, Clone)]
pub(super) struct Names {
    ids: Vec<Id>,
    sorted: bool,
    unknown: Code,
    noun: &'static str,
}

/// Most names listed in a message.
const LISTED: usize = 12;

impl Names {
    /// Names in the order written.
    pub(super) fn in_order(ids: Vec<Id>, unknown: Code, noun: &'static str) -> Self {
        Self { ids, sorted: false, unknown, noun }
    }

    /// Names that are sorted.
    pub(super) fn sorted(ids: Vec<Id>, unknown: Code, noun: &'static str) -> Self {
        Self { ids, sorted: true, unknown, noun }
    }

    /// No names.
    pub(super) const fn none(unknown: Code, noun: &'static str) -> Self {
        Self { ids: Vec::new(), sorted: false, unknown, noun }
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.ids.len()
    }

    /// The position of `text`.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        let at = if self.sorted {
            self.ids.binary_search_by(|id| id.as_str().cmp(text)).ok()
        } else {
            self.ids.iter().position(|id| id.as_str() == text)
        };
        at.map(|at| at as u32)
    }

    /// The name at a position.
    pub(super) fn name(&self, at: u32) -> &str {
        self.ids.get(at as usize).map_or("", Id::as_str)
    }

    /// All names.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> + Clone {
        self.ids.iter().map(Id::as_str)
    }

    /// The position of `word`; an unknown name is reported.
    pub(super) fn resolve(&self, word: &IdWord, sink: &mut Sink) -> Option<u32> {
        self.look_up(&word.text, word.span, sink)
    }

    /// The position of `text`, which stands at `span`; an unknown name is reported.
    pub(super) fn look_up(&self, text: &str, span: Span, sink: &mut Sink) -> Option<u32> {
        let found = self.find(text);
        if found.is_none() {
            sink.push(self.unknown(text, span));
        }
        found
    }

    /// All of `words`; `None` if one is unknown. A word that is written twice is taken once.
    pub(super) fn resolve_all(&self, words: &[IdWord], sink: &mut Sink) -> Option<Vec<u32>> {
        let found: Vec<Option<u32>> = words.iter().map(|word| self.resolve(word, sink)).collect();
        let mut all: Vec<u32> = found.into_iter().collect::<Option<_>>()?;
        all.sort_unstable();
        all.dedup();
        Some(all)
    }

    fn unknown(&self, text: &str, span: Span) -> Diagnostic {
        let noun = self.noun;
        let known = || self.ids.iter().map(Id::as_str);
        let fault = Diagnostic::new(self.unknown, span, format!("there is no {noun} {}", quoted(text)));
        let fault = match self.ids.len() {
            0 => fault.note(format!("no {noun} is defined")),
            1..=LISTED => fault.note(format!("{noun}s are: {}", known().collect::<Vec<_>>().join(", "))),
            _ => fault,
        };
        fault.help_if(suggest(text, known()).map(|name| format!("did you mean `{name}`?")))
    }
}

/// Something with its id and place; `None` if its fields could not be read.
pub(super) type Named<T> = (Id, Span, Option<T>);

/// The ids of all files, sorted, and what belongs to them. An id that is given twice is reported, and the first stays.
pub(super) fn collect<T>(
    unknown: Code,
    noun: &'static str,
    files: Vec<Entries<T>>,
    sink: &mut Sink,
) -> (Names, Vec<Named<T>>) {
    let mut all: Vec<Named<T>> = Vec::new();
    for (word, value) in files.into_iter().flat_map(|entries| entries.list) {
        if let Some(id) = words::id(&word, sink) {
            all.push((id, word.span, value));
        }
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    let mut kept: Vec<Named<T>> = Vec::with_capacity(all.len());
    for one in all {
        match kept.last() {
            Some(last) if last.0 == one.0 => sink.push(
                Diagnostic::new(Code::DuplicateId, one.1, format!("the {noun} `{}` is defined twice", one.0))
                    .label("a second time")
                    .also(last.1, "first defined here")
                    .help("keep one, or give the other another id"),
            ),
            _ => kept.push(one),
        }
    }
    let ids = kept.iter().map(|(id, ..)| id.clone()).collect();
    (Names { ids, sorted: true, unknown, noun }, kept)
}

/// Checks each; what was faulty stays as a hole, so that positions keep their meaning.
pub(super) fn each<T, U>(
    list: Vec<Named<T>>,
    mut check: impl FnMut(Id, Span, T) -> Option<U>,
) -> Vec<Option<U>> {
    list.into_iter().map(|(id, span, value)| check(id, span, value?)).collect()
}

/// The list without holes, if it has none.
pub(super) fn whole<T>(list: Vec<Option<T>>) -> Option<Vec<T>> {
    list.into_iter().collect()
}
