//! Whether somebody who wrote the change gains by it. Addresses of commits lead to agents; only the agent is told.

use super::comparison::Comparison;
use super::edit::Named;
use super::flag::{Flag, FlagKind};
use super::side::Side;
use crate::goals::State;
use crate::model::{Model, Subject};
use std::collections::BTreeMap;

/// What is no gain: sums of the same figures.
const SAME: f64 = 1e-9;

impl Comparison {
    /// Flags each agent who wrote or committed part of the change and gains by it: a score rises, money grows, a goal of their
    /// own is attained. `addresses` are those of the commits. Both states say whose they are, so that a change cannot hide its author.
    pub fn flag_authors(&mut self, addresses: &[String], base: Side<'_>, head: Side<'_>) {
        let mut authors: BTreeMap<String, Named> = BTreeMap::new();
        for side in [base, head] {
            authors.extend(known(addresses, &side.evaluation.model));
        }
        let gaining = authors.into_values().filter(|author| self.gains(author, &head.evaluation.model));
        let flags: Vec<Flag> =
            gaining.map(|who| Flag { who: Some(who), ..Flag::new(FlagKind::AuthorGains) }).collect();
        self.flags.extend(flags);
    }

    fn gains(&self, author: &Named, head: &Model) -> bool {
        let own = |agent: &Named| agent.id == author.id;
        let rises = self.moves.iter().any(|moved| own(&moved.agent) && moved.points() > Some(SAME));
        let receives = self.awards.iter().filter(|change| own(&change.agent)).any(|change| {
            let money = |award: Option<crate::incentives::Award>| {
                award.and_then(|award| award.money()).map_or(0, |money| money.minor())
            };
            change.before.is_none() || money(change.after) > money(change.before)
        });
        let attains = self.goals.iter().filter(|goal| goal.after == State::Attained).any(|goal| {
            let target = head.find_target(&goal.target.id).map(|target| head.target(target));
            matches!(target.and_then(|target| target.subject),
                Some(Subject::Agent(agent)) if head.agent(agent).id.as_str() == author.id)
        });
        rises || receives || attains
    }
}

/// The agents of `model` who commit with one of `addresses`, by id.
fn known(addresses: &[String], model: &Model) -> impl Iterator<Item = (String, Named)> {
    let commits = |address: &String| addresses.iter().any(|known| known.eq_ignore_ascii_case(address));
    let agents = model.agents.iter().filter(move |agent| agent.git.iter().any(commits));
    agents.map(|agent| (agent.id.to_string(), Named::new(&agent.id, &agent.name)))
}
