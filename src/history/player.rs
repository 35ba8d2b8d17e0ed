//! Edits as players: what of the head can be put on the base by itself, for one agent.

use super::comparison::Comparison;
use super::edit::{Edit, EditKind, Group, Named};
use super::union::Union;
use crate::model::{AgentIx, Id, IndicatorIx, Month};
use std::collections::BTreeMap;

/// What an edit changes, seen from one agent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// The agent's figures of a month that only one state has.
    Month(Month),
    /// A figure of the agent.
    Figure(Month, IndicatorIx),
    /// The agent's days of a month.
    Days(Month),
    /// Figures of everyone else and of teams.
    OtherFigures,
    /// A part of a scheme.
    Scheme(Id, SchemePart),
    /// An indicator of the catalogue.
    Indicator(IndicatorIx),
    /// Settings of the organisation.
    Organisation,
    /// The agent's dates and postings.
    Own,
    /// Everyone else, and the teams.
    OtherPeople,
    /// The agent's n-th event that only the head has.
    EventAdded(usize),
    /// The agent's n-th event that only the base has.
    EventRemoved(usize),
    /// Events of everyone else.
    OtherEvents,
}

/// What of a scheme is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SchemePart {
    /// All of it: it is new or gone.
    Whole,
    /// Months and teams.
    Frame,
    /// Policies, and whom and how it scores.
    Policy,
    /// Bands.
    Bands,
    /// Whether an indicator counts.
    Item(IndicatorIx),
    /// The weight of an indicator.
    Weight(IndicatorIx),
    /// The rule of an indicator.
    Rule(IndicatorIx),
}

/// Edits that act as one.
#[derive(Debug, Clone)]
pub(super) struct Player {
    /// What they change; several for what is taken together.
    pub what: Vec<What>,
    /// The edits, as they are told.
    pub edits: Vec<Edit>,
}

/// The edits that may move a score of `agent`, by group. Edits of the same thing are one player; those of everyone else are one
/// player for each group. Targets and incentives move no score.
#[must_use]
pub(super) fn players(
    comparison: &Comparison,
    union: &Union,
    agent: AgentIx,
) -> BTreeMap<Group, Vec<Player>> {
    let id = union.known(agent).id.to_string();
    let own = |edit: &Edit| edit.who.as_ref().is_some_and(|who| who.id == id);
    let mut found: BTreeMap<(Group, What), Vec<Edit>> = BTreeMap::new();
    let (mut added, mut removed) = (0, 0);
    for edit in &comparison.edits {
        let group = edit.kind.group();
        let what = match (group, own(edit)) {
            (Group::Data, own) => data(edit, own, union),
            (Group::Scheme, _) => scheme(edit, union),
            (Group::People, true) => Some(What::Own),
            (Group::People, false) => Some(What::OtherPeople),
            (Group::Events, own) => event(edit.kind, own, &mut added, &mut removed),
            (Group::Targets, _) => None,
        };
        let Some(what) = what else { continue };
        if matches!(what, What::Month(_)) {
            let _ = found.entry((group, What::OtherFigures)).or_default();
        }
        found.entry((group, what)).or_default().push(edit.clone());
    }
    let mut players: BTreeMap<Group, Vec<Player>> = BTreeMap::new();
    for ((group, what), edits) in found {
        players.entry(group).or_default().push(Player { what: vec![what], edits });
    }
    players
}

fn indicator(named: Option<&Named>, union: &Union) -> Option<IndicatorIx> {
    union.head.find_indicator(&named?.id)
}

fn data(edit: &Edit, own: bool, union: &Union) -> Option<What> {
    let month = edit.month?;
    Some(match edit.kind {
        EditKind::MonthAdded | EditKind::MonthRemoved => What::Month(month),
        _ if !own => What::OtherFigures,
        EditKind::DaysCorrected => What::Days(month),
        _ => What::Figure(month, indicator(edit.what.as_ref(), union)?),
    })
}

fn scheme(edit: &Edit, union: &Union) -> Option<What> {
    let of = indicator(edit.what.as_ref(), union);
    let part = match edit.kind {
        EditKind::IndicatorAdded | EditKind::IndicatorRemoved | EditKind::IndicatorChanged => {
            return of.map(What::Indicator);
        }
        EditKind::OrganisationChanged => return Some(What::Organisation),
        EditKind::SchemeAdded | EditKind::SchemeRemoved => SchemePart::Whole,
        EditKind::SchemeTime => SchemePart::Frame,
        EditKind::PolicyChanged => SchemePart::Policy,
        EditKind::BandsChanged => SchemePart::Bands,
        EditKind::ItemAdded | EditKind::ItemRemoved => SchemePart::Item(of?),
        EditKind::Weight => SchemePart::Weight(of?),
        EditKind::RuleChanged => SchemePart::Rule(of?),
        _ => return None,
    };
    Some(What::Scheme(Id::parse(&edit.who.as_ref()?.id)?, part))
}

/// Edits of events come in the order of the events.
fn event(kind: EditKind, own: bool, added: &mut usize, removed: &mut usize) -> Option<What> {
    let (next, what): (&mut usize, fn(usize) -> What) = match kind {
        EditKind::EventAdded => (added, What::EventAdded),
        EditKind::EventRemoved => (removed, What::EventRemoved),
        _ => return None,
    };
    if !own {
        return Some(What::OtherEvents);
    }
    *next += 1;
    Some(what(*next - 1))
}
