//! The catalogue of event types.

use super::words;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{EventNature, EventType};
use crate::raw::{self, Entries, IdWord};

/// Most points of one event where its type says nothing: the whole range of a score.
const MOST: f64 = 100.0;

/// All types. Faulty ones are reported and left out.
pub(super) fn check_all(entries: Option<Entries<raw::EventType>>, sink: &mut Sink) -> Vec<EventType> {
    let list = entries.map(|entries| entries.list).unwrap_or_default();
    list.into_iter().filter_map(|(id, raw)| check(&id, raw?, sink)).collect()
}

fn check(id: &IdWord, raw: raw::EventType, sink: &mut Sink) -> Option<EventType> {
    let raw::EventType { name, nature, points, points_at_most, evidence_required, description, place } = raw;
    let nature = match nature {
        raw::EventNature::Bonus => EventNature::Bonus,
        raw::EventNature::Deduction => EventNature::Deduction,
        raw::EventNature::Commendation => EventNature::Commendation,
        raw::EventNature::RedLine => EventNature::RedLine,
    };
    for field in ["points", "points_at_most"] {
        if nature.sign() == 0.0 && place.has(field) {
            let message = format!("`{field}` has no meaning for {}", of(nature));
            sink.push(
                Diagnostic::new(Code::EventFieldMisplaced, place.of(field), message)
                    .help("delete it, or make the type a bonus or a deduction"),
            );
        }
    }
    let points_at_most = match points_at_most {
        Some(word) => words::number_in(&word, 0.0..=MOST, sink)?,
        None => MOST,
    };
    let points = match points {
        Some(word) => Some(words::number_in(&word, 0.0..=points_at_most, sink)?),
        None => None,
    };
    let asked = evidence_required.and_then(|word| words::flag(&word, sink)).unwrap_or_default();
    Some(EventType {
        id: words::id(id, sink)?,
        name: words::text(name),
        nature,
        points,
        points_at_most,
        evidence_required: asked || nature == EventNature::RedLine,
        description: words::text_or_empty(description),
    })
}

/// The nature in a message.
pub(super) const fn of(nature: EventNature) -> &'static str {
    match nature {
        EventNature::Bonus => "a bonus",
        EventNature::Deduction => "a deduction",
        EventNature::Commendation => "a commendation",
        EventNature::RedLine => "a red line",
    }
}
