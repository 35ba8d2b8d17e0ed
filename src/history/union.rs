//! Both states in one numbering, so that facts of either can be put together.

use super::remap::{Numbers, remapped};
use super::rename::renamed;
use crate::model::{AgentIx, Id, Model};
use std::collections::BTreeMap;

/// Ids of the head by the numbers that agents have in the base.
pub(super) type IdsNow<'a> = BTreeMap<AgentIx, &'a Id>;

/// Both states in one numbering. Places are taken out, so that equal facts are equal.
#[derive(Debug)]
pub(super) struct Union {
    /// The base. Agents that only the head has are there without postings.
    pub base: Model,
    /// The head. Agents that only the base has are there without postings.
    pub head: Model,
    /// By number: the agent in the base and in the head.
    pub agents: Vec<(Option<AgentIx>, Option<AgentIx>)>,
}

impl Union {
    /// Brings both into one numbering. The order of files and of lines never matters, since a model is sorted by ids.
    #[must_use]
    pub(super) fn new(base: &Model, head: &Model) -> Self {
        let renamed = renamed(base, head);
        let numbers = Numbers::union(base, head, &renamed);
        let of = |ids: &[Id], model: &Model, renames: &[(Id, Id)]| -> Vec<Option<AgentIx>> {
            let before = |id: &Id| renames.iter().find(|(_, now)| now == id).map(|(was, _)| was.clone());
            let find = |id: &Id| before(id).and_then(|was| model.find_agent(was.as_str()));
            ids.iter().map(|id| find(id).or_else(|| model.find_agent(id.as_str()))).collect()
        };
        let (from, to) = (of(&numbers.agents, base, &renamed), of(&numbers.agents, head, &[]));
        Self {
            base: remapped(base, head, &numbers, &renamed),
            head: remapped(head, base, &numbers, &[]),
            agents: from.into_iter().zip(to).collect(),
        }
    }

    /// The ids that the agents of the base have in the head.
    #[must_use]
    pub(super) fn ids_now(&self) -> IdsNow<'_> {
        let both = self.agents.iter().zip(&self.head.agents);
        both.filter_map(|((base, head), known)| base.filter(|_| head.is_some()).map(|base| (base, &known.id)))
            .collect()
    }

    /// The agent with `number`: as in the head, else as in the base.
    #[must_use]
    pub(super) fn known(&self, number: AgentIx) -> &crate::model::Agent {
        let in_head = self.agents.get(number.at()).is_some_and(|(_, head)| head.is_some());
        if in_head { self.head.agent(number) } else { self.base.agent(number) }
    }
}
