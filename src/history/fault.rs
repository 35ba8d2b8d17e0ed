//! Faults that are new or gone.

use super::Place;
use crate::diag::{Code, Diagnostic, Severity, Sources};
use std::collections::BTreeMap;

/// A fault in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultLine {
    /// Its kind.
    pub code: Code,
    /// How heavy it is.
    pub severity: Severity,
    /// What it says.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
}

/// The faults of the head that the base does not have, and those of the base that the head does not have. Faults are the same
/// if kind, file and words are: a line that moved is no new fault.
#[must_use]
pub fn fault_difference(
    base: (&[Diagnostic], &Sources),
    head: (&[Diagnostic], &Sources),
) -> (Vec<FaultLine>, Vec<FaultLine>) {
    let lines = |(faults, sources): (&[Diagnostic], &Sources)| -> Vec<FaultLine> {
        faults.iter().map(|fault| line(fault, sources)).collect()
    };
    let (base, head) = (lines(base), lines(head));
    (without(&head, &base), without(&base, &head))
}

fn line(fault: &Diagnostic, sources: &Sources) -> FaultLine {
    let place = fault
        .span()
        .map(|span| Place { path: sources.path(span.file).to_owned(), line: sources.line_of(span) });
    FaultLine { code: fault.code, severity: fault.severity, message: fault.message.clone(), place }
}

/// `list` without those that `other` has as often.
fn without(list: &[FaultLine], other: &[FaultLine]) -> Vec<FaultLine> {
    let key = |line: &FaultLine| {
        let path = line.place.as_ref().map(|place| place.path.clone());
        (line.code.text(), path, line.message.clone())
    };
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    other.iter().for_each(|line| *known.entry(key(line)).or_default() += 1);
    let mut left = Vec::new();
    for line in list {
        match known.get_mut(&key(line)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => left.push(line.clone()),
        }
    }
    left
}
