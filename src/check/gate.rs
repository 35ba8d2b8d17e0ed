//! Gates of a review.

use super::words;
use crate::diag::{Code, Diagnostic, Sink, quoted, suggest};
use crate::model::{GateDecision, GateKind, Gates};
use crate::raw;

/// Highest limit of a move in points; totals lie between 0 and 120 or so.
const MOST_POINTS: f64 = 200.0;

/// What was chosen, else what is usual. A word that is no kind of finding is reported.
pub(super) fn gates(raw: Option<raw::ReviewRules>, sink: &mut Sink) -> Gates {
    let mut gates = Gates::default();
    let Some(raw::ReviewRules { score_points, gates: chosen, place: _ }) = raw else { return gates };
    if let Some(points) = score_points.and_then(|word| words::number_in(&word, 0.0..=MOST_POINTS, sink)) {
        gates.score_points = points;
    }
    for (word, decision) in chosen.into_iter().flat_map(|entries| entries.list) {
        match GateKind::parse(&word.text) {
            Some(kind) => decision.into_iter().for_each(|decision| gates.set(kind, self::decision(decision))),
            None => unknown(&word, sink),
        }
    }
    gates
}

const fn decision(raw: raw::GateDecision) -> GateDecision {
    match raw {
        raw::GateDecision::Ignore => GateDecision::Ignore,
        raw::GateDecision::Warn => GateDecision::Warn,
        raw::GateDecision::Acknowledge => GateDecision::Acknowledge,
        raw::GateDecision::Fail => GateDecision::Fail,
    }
}

fn unknown(word: &raw::IdWord, sink: &mut Sink) {
    let keys = || GateKind::ALL.iter().map(|kind| kind.key());
    let message = format!("{} is nothing that a review finds", quoted(&word.text));
    sink.push(
        Diagnostic::new(Code::UnknownWord, word.span, message)
            .note(format!("a review finds: {}", keys().collect::<Vec<_>>().join(", ")))
            .help_if(suggest(&word.text, keys()).map(|key| format!("did you mean `{key}`?"))),
    );
}
