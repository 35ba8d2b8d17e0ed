//! Models that are partly of the base and partly of the head.

use super::edit::Group;
use super::union::Union;
use crate::model::{Cell, Metrics, Model};

impl Union {
    /// The groups that differ and can move a score, in the order of [`Group::SCORING`].
    #[must_use]
    pub(super) fn differing(&self) -> Vec<Group> {
        let (base, head) = (&self.base, &self.head);
        let scheme = || {
            (&base.organisation, &base.indicators, &base.schemes)
                != (&head.organisation, &head.indicators, &head.schemes)
        };
        let people = || (&base.agents, &base.teams) != (&head.agents, &head.teams);
        let differs = |group: &Group| match group {
            Group::Data => !same_figures(&base.metrics, &head.metrics),
            Group::Scheme => scheme(),
            Group::People => people(),
            Group::Events => base.ledger.events() != head.ledger.events(),
            Group::Targets => false,
        };
        Group::SCORING.into_iter().filter(differs).collect()
    }

    /// The base with the `groups` of the head.
    #[must_use]
    pub(super) fn mixed(&self, groups: &[Group]) -> Model {
        let from = |group: Group| if groups.contains(&group) { &self.head } else { &self.base };
        let (data, scheme) = (from(Group::Data), from(Group::Scheme));
        let (people, events) = (from(Group::People), from(Group::Events));
        Model {
            organisation: scheme.organisation.clone(),
            indicators: scheme.indicators.clone(),
            schemes: scheme.schemes.clone(),
            teams: people.teams.clone(),
            agents: people.agents.clone(),
            metrics: data.metrics.clone(),
            ledger: events.ledger.clone(),
            targets: Vec::new(),
            incentives: Vec::new(),
            pay: None,
            alerts: Vec::new(),
            reviews: Vec::new(),
            cycle: crate::model::Cycle::default(),
            rosters: Vec::new(),
            audit: crate::model::AuditLimits::default(),
            recommendations: Vec::new(),
        }
    }
}

fn same_figures(base: &Metrics, head: &Metrics) -> bool {
    let facts = |cell: &Cell| (cell.indicator, cell.entry());
    base.rows().len() == head.rows().len()
        && base.rows().iter().zip(head.rows()).all(|(a, b)| {
            (a.holder, a.month, a.channel, a.team, a.days) == (b.holder, b.month, b.channel, b.team, b.days)
                && base.cells(a).iter().map(facts).eq(head.cells(b).iter().map(facts))
        })
}
