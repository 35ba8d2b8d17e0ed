//! What follows from a change: each finding held against the gates and the acknowledgements. Decided on exact numbers.

use super::acknowledgement::Acknowledged;
use super::comparison::Comparison;
use super::edit::Named;
use crate::diag::Severity;
use crate::model::{GateDecision, GateKind, Gates, Text};
use std::collections::BTreeMap;

/// Whom or what findings of a kind are about.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// The id: agent, target, scheme, month, file or code.
    pub id: String,
    /// Its name, if it has one.
    pub name: Option<Text>,
    /// The reason with which it was acknowledged.
    pub reason: Option<String>,
}

/// All findings of a kind, and what follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// What was found.
    pub kind: GateKind,
    /// What follows.
    pub decision: GateDecision,
    /// About whom or what, by id.
    pub about: Vec<About>,
}

impl Ruling {
    /// What is not acknowledged.
    pub fn open(&self) -> impl Iterator<Item = &About> {
        self.about.iter().filter(|about| about.reason.is_none())
    }

    /// Whether the change passes as far as this goes.
    #[must_use]
    pub fn passes(&self) -> bool {
        match self.decision {
            GateDecision::Ignore | GateDecision::Warn => true,
            GateDecision::Acknowledge => self.open().next().is_none(),
            GateDecision::Fail => false,
        }
    }
}

/// What is the same score: sums of the same figures.
const SAME: f64 = 1e-9;

/// What follows from `comparison`: what fails first, then what needs an acknowledgement, what has one, and what warns. What is
/// ignored is left out.
#[must_use]
pub fn rulings(comparison: &Comparison, gates: &Gates, acknowledged: &Acknowledged) -> Vec<Ruling> {
    let mut found: BTreeMap<GateKind, BTreeMap<String, Option<Text>>> = BTreeMap::new();
    let mut add = |kind: GateKind, id: String, name: Option<Text>| {
        let _ = found.entry(kind).or_default().entry(id).or_insert(name);
    };
    for flag in &comparison.flags {
        let (id, name) = flag.about();
        add(flag.kind.gate(), id, name);
    }
    let named = |named: &Named| (named.id.clone(), Some(named.name.clone()));
    for moved in &comparison.moves {
        let (id, name) = named(&moved.agent);
        if moved.points().is_some_and(|points| points.abs() > gates.score_points + SAME) {
            add(GateKind::ScoreMoved, id.clone(), name.clone());
        }
        if moved.changes_band() {
            add(GateKind::BandChanged, id, name);
        }
    }
    for goal in &comparison.goals {
        let (id, name) = named(&goal.target);
        add(GateKind::GoalFlipped, id, name);
    }
    for award in &comparison.awards {
        let (id, name) = named(&award.agent);
        add(GateKind::PayoutChanged, id, name);
    }
    for fault in comparison.new_faults.iter().filter(|fault| fault.severity == Severity::Warning) {
        add(GateKind::NewWarning, fault.code.text().to_owned(), None);
    }
    for kind in comparison.head_gates.milder_than(&comparison.gates) {
        add(GateKind::GateLoosened, kind.key().to_owned(), None);
    }
    let rule = |(kind, about): (GateKind, BTreeMap<String, Option<Text>>)| {
        let about = about.into_iter().map(|(id, name)| {
            let reason = acknowledged.reason(kind, &id).map(str::to_owned);
            About { id, name, reason }
        });
        Ruling { kind, decision: gates.decision(kind), about: about.collect() }
    };
    let mut rulings: Vec<Ruling> =
        found.into_iter().map(rule).filter(|ruling| ruling.decision != GateDecision::Ignore).collect();
    rulings.sort_by_key(|ruling| (ruling.passes(), std::cmp::Reverse(ruling.decision), ruling.kind));
    rulings
}
