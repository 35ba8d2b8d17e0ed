//! Agents that have another id but are the same person.

use crate::model::{Agent, Holder, Id, Model, Month};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// (id before, id now) of agents that have another id: one id is gone, another is new, and both have the same first day of
/// service and either the same name or the same figures in every month of the base. Only where exactly one fits.
///
/// A score is followed by person, so that an id that was spelled better does not look like a leaver and a newcomer.
#[must_use]
pub(super) fn renamed(base: &Model, head: &Model) -> Vec<(Id, Id)> {
    let only = |of: &Model, other: &Model| -> Vec<Agent> {
        of.agents.iter().filter(|agent| other.find_agent(agent.id.as_str()).is_none()).cloned().collect()
    };
    let (mut gone, mut new) = (only(base, head), only(head, base));
    let mut found = Vec::new();
    let until = base.metrics.range().map(|(_, last)| last);
    let by_name = |_: &Model, agent: &Agent| format!("{} {} {}", agent.joined, agent.name.zh, agent.name.en);
    let by_figures = |model: &Model, agent: &Agent| figures(model, agent, until);
    pair((base, &mut gone), (head, &mut new), &by_name, &mut found);
    pair((base, &mut gone), (head, &mut new), &by_figures, &mut found);
    found.sort();
    found
}

type Key<'k> = &'k dyn Fn(&Model, &Agent) -> String;

/// Pairs those whose key stands exactly once on each side, and takes them out.
fn pair(
    base: (&Model, &mut Vec<Agent>),
    head: (&Model, &mut Vec<Agent>),
    key: Key<'_>,
    found: &mut Vec<(Id, Id)>,
) {
    let mut keys: BTreeMap<String, (Vec<Id>, Vec<Id>)> = BTreeMap::new();
    for agent in base.1.iter() {
        keys.entry(key(base.0, agent)).or_default().0.push(agent.id.clone());
    }
    for agent in head.1.iter() {
        keys.entry(key(head.0, agent)).or_default().1.push(agent.id.clone());
    }
    for (key, (was, now)) in keys {
        if let ([was], [now]) = (was.as_slice(), now.as_slice())
            && !key.is_empty()
        {
            base.1.retain(|agent| agent.id != *was);
            head.1.retain(|agent| agent.id != *now);
            found.push((was.clone(), now.clone()));
        }
    }
}

/// First day and all figures up to the base's last month as one text; empty without figures.
fn figures(model: &Model, agent: &Agent, until: Option<Month>) -> String {
    let (Some(ix), Some((first, _)), Some(until)) =
        (model.find_agent(agent.id.as_str()), model.metrics.range(), until)
    else {
        return String::new();
    };
    let rows = model.metrics.rows_of(Holder::Agent(ix), first, until);
    if rows.is_empty() {
        return String::new();
    }
    let mut text = agent.joined.to_string();
    for row in rows {
        let cells = model
            .metrics
            .cells(row)
            .iter()
            .map(|cell| (model.indicator(cell.indicator).id.as_str(), cell.entry()));
        // Writing to a text cannot fail.
        let _ = write!(text, " {} {:?}", row.month, cells.collect::<Vec<_>>());
    }
    text
}
