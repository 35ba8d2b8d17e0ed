//! Who is compared with whom.

use super::desk::Desk;
use super::outcome::{GroupKey, Lack, Person};
use crate::model::{Among, Eligibility, TeamIx};
use crate::score::Standing;

/// The group of a standing.
pub(super) fn key(desk: &Desk<'_>, among: Among, team: TeamIx) -> GroupKey {
    match among {
        Among::All => GroupKey::All,
        Among::Team => GroupKey::Team(team),
        Among::Peers => {
            let peers = &desk.model.team(team).peer_group;
            let first = desk.model.teams.iter().position(|other| other.peer_group == *peers);
            GroupKey::Peers(first.map_or(team, |at| TeamIx(at as u32)))
        }
    }
}

/// `standings` by group, groups in their order, people in theirs.
pub(super) fn groups(
    desk: &Desk<'_>,
    among: Among,
    standings: Vec<Standing>,
) -> Vec<(GroupKey, Vec<Standing>)> {
    let mut keyed: Vec<(GroupKey, Standing)> = standings
        .into_iter()
        .filter_map(|standing| Some((key(desk, among, standing.team?), standing)))
        .collect();
    keyed.sort_by_key(|(key, standing)| (*key, standing.agent));
    let mut groups: Vec<(GroupKey, Vec<Standing>)> = Vec::new();
    for (key, standing) in keyed {
        match groups.last_mut() {
            Some((last, list)) if *last == key => list.push(standing),
            _ => groups.push((key, vec![standing])),
        }
    }
    groups
}

/// Whether `people` eligible ones are enough; if not, all of them lack the others.
pub(super) fn enough(eligible: &Eligibility, people: usize) -> Option<Lack> {
    let needed = eligible.minimum_people;
    (people < usize::from(needed)).then_some(Lack::TooFewPeople { people: people as u32, needed })
}

/// People of all groups in the order of agents.
pub(super) fn in_order(mut people: Vec<Person>) -> Vec<Person> {
    people.sort_by_key(|person| person.agent);
    people
}
