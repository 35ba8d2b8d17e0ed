//! People who enter and decide: raters and agents, by one kind of id.

use super::vocabulary::Vocabulary;
use crate::diag::{Code, Diagnostic, Sink, quoted, suggest};
use crate::model::{AgentIx, Organisation, Person, RaterIx};
use crate::raw::IdWord;

/// Most ids listed in a message.
const LISTED: usize = 12;

/// The rater or agent of an id; an unknown one is reported.
pub(super) fn resolve(word: &IdWord, book: &Vocabulary, sink: &mut Sink) -> Option<Person> {
    let rater = book.raters.find(&word.text).map(|at| Person::Rater(RaterIx(at)));
    let found = rater.or_else(|| book.agents.find(&word.text).map(|at| Person::Agent(AgentIx(at))));
    if found.is_none() {
        let raters: Vec<&str> = book.raters.all().collect();
        let near = suggest(&word.text, book.raters.all().chain(book.agents.all()));
        let message = format!("there is no rater or agent {}", quoted(&word.text));
        let fault = Diagnostic::new(Code::UnknownRater, word.span, message);
        let fault = match raters.len() {
            0 => fault.note("no raters are defined; they stand in deskscore.yml below `raters:`"),
            1..=LISTED => fault.note(format!("raters are: {}", raters.join(", "))),
            _ => fault,
        };
        sink.push(fault.help_if(near.map(|near| format!("did you mean `{near}`?"))));
    }
    found
}

/// An optional id: `Err` if it is written and unknown.
pub(super) fn maybe(word: Option<&IdWord>, book: &Vocabulary, sink: &mut Sink) -> Result<Option<Person>, ()> {
    match word {
        None => Ok(None),
        Some(word) => resolve(word, book, sink).map(Some).ok_or(()),
    }
}

/// Reports raters whose id is that of an agent: one id would mean two people.
pub(super) fn twice(organisation: &Organisation, book: &Vocabulary, sink: &mut Sink) {
    for rater in &organisation.raters {
        if book.agents.find(rater.id.as_str()).is_some() {
            let message = format!("the id `{}` belongs to a rater and to an agent", rater.id);
            sink.push(
                Diagnostic::placeless(Code::DuplicateId, message)
                    .help("agents can enter events without being raters: delete one of the two"),
            );
        }
    }
}
