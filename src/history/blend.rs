//! Models that are of the base except for chosen edits of the head, seen from one agent.

use super::edit::Group;
use super::edits_events::only;
use super::player::{SchemePart, What};
use super::union::Union;
use crate::model::{
    AgentIx, Cell, Event, Holder, IndicatorIx, Item, Ledger, Metrics, Model, Month, Row, Scheme, Sheet,
};
use std::collections::{BTreeMap, BTreeSet};

/// What was chosen, and of which groups everything or nothing was.
pub(super) struct Chosen<'a> {
    /// The edits.
    pub what: BTreeSet<&'a What>,
    /// Groups of which every edit was chosen: they are as in the head.
    pub whole: Vec<Group>,
    /// Groups of which some edits were chosen.
    pub part: Vec<Group>,
}

impl Chosen<'_> {
    fn has(&self, what: &What) -> bool {
        self.what.contains(what)
    }
}

impl Union {
    /// The base with what was chosen of the head, for `agent`.
    #[must_use]
    pub(super) fn blended(&self, agent: AgentIx, chosen: &Chosen<'_>) -> Model {
        let mut model = self.mixed(&chosen.whole);
        for group in &chosen.part {
            match group {
                Group::Data => model.metrics = self.figures(agent, chosen),
                Group::Scheme => self.rules(&mut model, chosen),
                Group::People => self.people(&mut model, agent, chosen),
                Group::Events => model.ledger = self.ledger(agent, chosen),
                Group::Targets => {}
            }
        }
        model
    }

    /// Figures of everyone else from one state, those of the agent one by one.
    fn figures(&self, agent: AgentIx, chosen: &Chosen<'_>) -> Metrics {
        let mut sheet = Sheet::default();
        let own = |row: &&Row| row.holder == Holder::Agent(agent);
        let others = if chosen.has(&What::OtherFigures) { &self.head } else { &self.base };
        for row in others.metrics.rows().iter().filter(|row| !own(row)) {
            sheet.add(*row, others.metrics.cells(row).iter().copied());
        }
        type Key = (Month, Option<u32>, Option<u32>, usize);
        let mut lines: BTreeMap<Key, [Option<&Row>; 2]> = BTreeMap::new();
        for (at, model) in [&self.base, &self.head].into_iter().enumerate() {
            let mut seen: BTreeMap<(Month, Option<u32>, Option<u32>), usize> = BTreeMap::new();
            for row in model.metrics.rows().iter().filter(own) {
                let place = (row.month, row.channel.map(|ix| ix.0), row.team.map(|ix| ix.0));
                let nth = seen.entry(place).or_default();
                if let Some(slot) = lines.entry((place.0, place.1, place.2, *nth)).or_default().get_mut(at) {
                    *slot = Some(row);
                }
                *nth += 1;
            }
        }
        for [was, is] in lines.into_values() {
            if let Some((row, cells)) = self.line(was, is, chosen) {
                sheet.add(row, cells);
            }
        }
        Metrics::new(vec![sheet])
    }

    /// One line of the agent; `None` if nothing of it is there.
    fn line(&self, was: Option<&Row>, is: Option<&Row>, chosen: &Chosen<'_>) -> Option<(Row, Vec<Cell>)> {
        let month = was.or(is)?.month;
        let all = chosen.has(&What::Month(month));
        let mut row = *is.or(was)?;
        let from_head = |what: What| all || chosen.has(&what);
        row.days = if from_head(What::Days(month)) { is } else { was }.and_then(|row| row.days);
        let cells = |model: &Model, row: Option<&Row>| -> BTreeMap<IndicatorIx, Cell> {
            let cells = row.map_or(&[][..], |row| model.metrics.cells(row));
            cells.iter().map(|cell| (cell.indicator, *cell)).collect()
        };
        let (mut old, mut new) = (cells(&self.base, was), cells(&self.head, is));
        let known: BTreeSet<IndicatorIx> = old.keys().chain(new.keys()).copied().collect();
        let pick = |indicator: IndicatorIx| {
            if from_head(What::Figure(month, indicator)) {
                new.remove(&indicator)
            } else {
                old.remove(&indicator)
            }
        };
        let cells: Vec<Cell> = known.into_iter().filter_map(pick).collect();
        (row.days.is_some() || !cells.is_empty()).then_some((row, cells))
    }

    fn rules(&self, model: &mut Model, chosen: &Chosen<'_>) {
        if chosen.has(&What::Organisation) {
            model.organisation = self.head.organisation.clone();
        }
        for (number, (own, head)) in (0..).zip(model.indicators.iter_mut().zip(&self.head.indicators)) {
            if chosen.has(&What::Indicator(IndicatorIx(number))) {
                *own = head.clone();
            }
        }
        let mut schemes: Vec<Scheme> = Vec::new();
        let find = |list: &[Scheme], scheme: &Scheme| list.iter().find(|one| one.id == scheme.id).cloned();
        for was in &self.base.schemes {
            match find(&self.head.schemes, was) {
                Some(is) => schemes.push(blended_scheme(was, &is, chosen)),
                None if chosen.has(&What::Scheme(was.id.clone(), SchemePart::Whole)) => {}
                None => schemes.push(was.clone()),
            }
        }
        let new = self.head.schemes.iter().filter(|is| find(&self.base.schemes, is).is_none());
        schemes.extend(new.filter(|is| chosen.has(&What::Scheme(is.id.clone(), SchemePart::Whole))).cloned());
        schemes.sort_by(|a, b| a.id.cmp(&b.id));
        model.schemes = schemes;
    }

    fn people(&self, model: &mut Model, agent: AgentIx, chosen: &Chosen<'_>) {
        if chosen.has(&What::OtherPeople) {
            model.teams.clone_from(&self.head.teams);
        }
        for (number, (own, head)) in (0..).zip(model.agents.iter_mut().zip(&self.head.agents)) {
            let what = if AgentIx(number) == agent { What::Own } else { What::OtherPeople };
            if chosen.has(&what) {
                *own = head.clone();
            }
        }
    }

    fn ledger(&self, agent: AgentIx, chosen: &Chosen<'_>) -> Ledger {
        let (was, is) = (self.base.ledger.events(), self.head.ledger.events());
        let others = if chosen.has(&What::OtherEvents) { is } else { was };
        let mut events: Vec<Event> = others.iter().filter(|event| event.agent != agent).cloned().collect();
        let own = |event: &&Event| event.agent == agent;
        let gone: Vec<&Event> = only(was, is).filter(own).collect();
        let taken = |event: &&Event| {
            let at = gone.iter().position(|one| one == event);
            at.is_some_and(|at| chosen.has(&What::EventRemoved(at)))
        };
        events.extend(was.iter().filter(own).filter(|event| !taken(event)).cloned());
        let new = only(is, was).filter(own).enumerate();
        events
            .extend(new.filter(|(at, _)| chosen.has(&What::EventAdded(*at))).map(|(_, event)| event.clone()));
        Ledger::new(events, Vec::new())
    }
}

fn blended_scheme(was: &Scheme, is: &Scheme, chosen: &Chosen<'_>) -> Scheme {
    let has = |part| chosen.has(&What::Scheme(was.id.clone(), part));
    let mut scheme = was.clone();
    if has(SchemePart::Frame) {
        (scheme.from, scheme.to) = (is.from, is.to);
        scheme.teams.clone_from(&is.teams);
    }
    if has(SchemePart::Policy) {
        scheme.policy = is.policy.clone();
        (scheme.role, scheme.status) = (is.role, is.status);
    }
    if has(SchemePart::Bands) {
        scheme.bands.clone_from(&is.bands);
    }
    let new = |indicator: IndicatorIx| is.items.iter().find(|item| item.indicator == indicator);
    let item = |item: Item| match new(item.indicator) {
        None if has(SchemePart::Item(item.indicator)) => None,
        None => Some(item),
        Some(head) => {
            let weight = if has(SchemePart::Weight(item.indicator)) { head.weight } else { item.weight };
            let rest = if has(SchemePart::Rule(item.indicator)) { head.clone() } else { item };
            Some(Item { weight, ..rest })
        }
    };
    scheme.items = scheme.items.into_iter().filter_map(item).collect();
    let added = is.items.iter().filter(|item| was.items.iter().all(|old| old.indicator != item.indicator));
    scheme.items.extend(added.filter(|item| has(SchemePart::Item(item.indicator))).cloned());
    scheme
}
