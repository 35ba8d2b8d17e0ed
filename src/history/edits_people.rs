//! Edits of agents and teams.

use super::Place;
use super::edit::{Amount, Edit, EditKind, Named};
use super::side::Side;
use super::union::Union;
use crate::model::{Agent, AgentIx, Model, Role, Team};

/// Agents and teams that are new, gone or other than before.
#[must_use]
pub(super) fn edits(union: &Union, base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (number, (was, is)) in (0_u32..).zip(&union.agents) {
        let (before, after) = (union.base.agent(AgentIx(number)), union.head.agent(AgentIx(number)));
        let original = |side: Side<'_>, agent: Option<AgentIx>| {
            agent.and_then(|agent| Place::of(side, side.evaluation.model.agent(agent).span))
        };
        let place = original(head, *is).or_else(|| original(base, *was));
        let known = union.known(AgentIx(number));
        let of = |kind| Edit {
            who: Some(Named::new(&known.id, &known.name)),
            place: place.clone(),
            ..Edit::new(kind)
        };
        let dates = |agent: &Agent| Some(Amount::Dates(Some(agent.joined), agent.left));
        match (was, is) {
            (None, _) => edits.push(Edit { after: dates(after), ..of(EditKind::AgentAdded) }),
            (_, None) => edits.push(Edit { before: dates(before), ..of(EditKind::AgentRemoved) }),
            (Some(was), Some(is)) => {
                let id = |side: Side<'_>, agent: AgentIx| side.evaluation.model.agent(agent).id.to_string();
                let (was, is) = (id(base, *was), id(head, *is));
                if was != is {
                    let (before, after) = (Some(Amount::Words(was)), Some(Amount::Words(is)));
                    edits.push(Edit { before, after, ..of(EditKind::AgentRenamed) });
                }
                changed(union, before, after, of, &mut edits);
            }
        }
    }
    edits.extend(teams(base, head));
    edits
}

fn changed(
    union: &Union,
    before: &Agent,
    after: &Agent,
    of: impl Fn(EditKind) -> Edit,
    edits: &mut Vec<Edit>,
) {
    if before.joined != after.joined {
        let date = |agent: &Agent| Some(Amount::Dates(Some(agent.joined), None));
        edits.push(Edit { before: date(before), after: date(after), ..of(EditKind::JoinedChanged) });
    }
    if before.name != after.name {
        let (before, after) = (Amount::Name(before.name.clone()), Amount::Name(after.name.clone()));
        edits.push(Edit { before: Some(before), after: Some(after), ..of(EditKind::AgentName) });
    }
    if before.left != after.left {
        let date = |agent: &Agent| agent.left.map(|left| Amount::Dates(None, Some(left)));
        edits.push(Edit { before: date(before), after: date(after), ..of(EditKind::AgentLeft) });
    }
    if before.postings != after.postings {
        let words = |agent: &Agent, model: &Model| Some(Amount::Words(postings(agent, model)));
        let (before, after) = (words(before, &union.base), words(after, &union.head));
        edits.push(Edit { before, after, ..of(EditKind::PostingChanged) });
    }
}

/// `presale/junior 2024-05-06–2025-03-31, aftersale/middle 2025-04-01–`, as written in the data.
fn postings(agent: &Agent, model: &Model) -> String {
    let one = |posting: &crate::model::Posting| {
        let level = model.organisation.levels.get(posting.level.at()).map_or("", |level| level.id.as_str());
        let slash = if level.is_empty() { "" } else { "/" };
        let to = posting.to.map(|to| to.to_string()).unwrap_or_default();
        let role = match posting.role {
            Role::Manager => {
                let led = posting.leads.iter().map(|team| model.team(*team).id.as_str());
                format!(" manager of [{}]", led.collect::<Vec<_>>().join(", "))
            }
            Role::Agent => String::new(),
        };
        format!("{}{slash}{level}{role} {}–{to}", model.team(posting.team).id, posting.from)
    };
    agent.postings.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn teams(base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let (was, is) = (&base.evaluation.model, &head.evaluation.model);
    let edit = |kind, team: &Team, side| Edit {
        who: Some(Named::new(&team.id, &team.name)),
        place: Place::of(side, team.span),
        ..Edit::new(kind)
    };
    let words = |model: &Model, team: &Team| {
        let channels =
            team.channels.iter().filter_map(|channel| model.organisation.channels.get(channel.at()));
        let channels: Vec<&str> = channels.map(|channel| channel.id.as_str()).collect();
        format!("peer_group: {}, channels: [{}]", team.peer_group, channels.join(", "))
    };
    let mut edits = Vec::new();
    for team in &is.teams {
        match was.find_team(team.id.as_str()).map(|ix| was.team(ix)) {
            None => edits.push(edit(EditKind::TeamAdded, team, head)),
            Some(before) => {
                let (before, after) = (words(was, before), words(is, team));
                if before != after {
                    let (before, after) = (Some(Amount::Words(before)), Some(Amount::Words(after)));
                    edits.push(Edit { before, after, ..edit(EditKind::TeamChanged, team, head) });
                }
            }
        }
    }
    let gone = was.teams.iter().filter(|team| is.find_team(team.id.as_str()).is_none());
    edits.extend(gone.map(|team| edit(EditKind::TeamRemoved, team, base)));
    edits
}
