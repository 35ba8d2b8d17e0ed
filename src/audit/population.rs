//! From an evaluation to tables: those who are compared with each other under one scheme in a year.

use super::aim_series::aims;
use super::chance::{deviates, outcomes};
use super::goalpost;
use super::panel::{Monthly, Panel};
use super::space::levels;
use super::table::{Boundary, BoundaryKind, Cell, Column, Gaps, Table};
use crate::evaluate::Evaluation;
use crate::model::{
    AgentIx, Basis, Direction, Id, IncentiveRule, Item, Measure, Month, Period, Pick, Role, SchemeIx, Slots,
    Subject, TeamIx,
};
use crate::score::{Contribution, Reading, ReadingState, Scorecard, Sums, Verdict, contributions, points};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Those who are compared with each other.
#[derive(Debug, Clone)]
pub struct Population {
    /// The scheme.
    pub scheme: SchemeIx,
    /// The peer group of their teams.
    pub peers: Id,
    /// Who, in the order of the table's units.
    pub agents: Vec<AgentIx>,
    /// Their teams.
    pub teams: Vec<TeamIx>,
    /// The table.
    pub table: Table,
}

impl Population {
    /// Forgets the figures, which are by far the most of it.
    pub(super) fn without_figures(mut self) -> Self {
        self.table.columns.iter_mut().for_each(|column| column.cells = Vec::new());
        self.table.panel = None;
        self
    }
}

/// Those who are compared with each other, before anything is looked up.
pub(super) struct Group<'m> {
    scheme: SchemeIx,
    peers: &'m Id,
    members: Vec<(AgentIx, TeamIx)>,
}

/// Agents with a score in `year`, by scheme and peer group, in order.
pub(super) fn groups(evaluation: &Evaluation, year: Period) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<(SchemeIx, &Id), Vec<(AgentIx, TeamIx)>> = BTreeMap::new();
    for agent in (0..evaluation.model.agents.len() as u32).map(AgentIx) {
        let Some(standing) = evaluation.standing(agent, year).filter(|s| s.role == Role::Agent) else {
            continue;
        };
        if let (Some(scheme), Some(team), Some(_)) = (standing.scheme, standing.team, standing.total) {
            let peers = evaluation.model.peer_group(scheme, team);
            groups.entry((scheme, peers)).or_default().push((agent, team));
        }
    }
    groups.into_iter().map(|((scheme, peers), members)| Group { scheme, peers, members }).collect()
}

/// How many people the audit of `year` is about.
#[must_use]
pub fn audited_people(evaluation: &Evaluation, year: Period) -> usize {
    groups(evaluation, year).iter().map(|group| group.members.len()).sum()
}

/// What is looked at for one population.
pub(super) struct Scope<'a> {
    pub(super) evaluation: &'a Evaluation,
    pub(super) year: Period,
    pub(super) scheme: SchemeIx,
    pub(super) agents: Vec<AgentIx>,
    pub(super) teams: Vec<TeamIx>,
    pub(super) items: Vec<&'a Item>,
    pub(super) months: Vec<Month>,
}

/// The population of a group, with outcomes of sampling for so many `draws`.
pub(super) fn population(
    evaluation: &Evaluation,
    year: Period,
    draws: usize,
    Group { scheme, peers, members }: Group<'_>,
) -> Population {
    let mut teams: Vec<TeamIx> = members.iter().map(|(_, team)| *team).collect();
    teams.sort_unstable();
    teams.dedup();
    let told =
        |month: &Month| evaluation.of_kind(crate::model::PeriodKind::Month).any(|of| of.first() == *month);
    let scope = Scope {
        evaluation,
        year,
        scheme,
        agents: members.iter().map(|(agent, _)| *agent).collect(),
        teams,
        items: evaluation.model.scheme(scheme).items.iter().filter(|item| item.weight > 0.0).collect(),
        months: year.months().filter(told).collect(),
    };
    let mut table = scope.table(draws);
    table.boundaries = scope.boundaries();
    let Scope { agents, teams, .. } = scope;
    Population { scheme, peers: peers.clone(), agents, teams, table }
}

/// A card, and what it says of each indicator.
struct Earned<'a> {
    card: &'a Scorecard,
    points: Vec<Contribution>,
}

impl Scope<'_> {
    fn table(&self, draws: usize) -> Table {
        let model = &self.evaluation.model;
        let mut dimensions: Vec<_> =
            self.items.iter().map(|item| model.indicator(item.indicator).dimension).collect();
        dimensions.sort_unstable();
        dimensions.dedup();
        let mut panel = self.panel();
        let cards: Vec<Scorecard> =
            self.agents.par_iter().map(|agent| self.evaluation.card(*agent, self.year)).collect();
        let cards: Vec<Earned<'_>> =
            cards.iter().map(|card| Earned { card, points: contributions(card) }).collect();
        let deviates = deviates(levels(self.agents.len() * self.items.len(), draws));
        let whole: f64 = self.items.iter().map(|item| item.weight).sum();
        let columns = self.items.iter().enumerate().map(|(at, item)| {
            let group = dimensions.binary_search(&model.indicator(item.indicator).dimension).unwrap_or(0);
            self.column(item, (at, group), item.weight / whole, (&cards, &deviates), &panel)
        });
        let columns: Vec<Column> = columns.collect();
        panel.aims = aims(self, &panel);
        let mut table = Table {
            units: self.agents.iter().map(|agent| model.agent(*agent).id.to_string()).collect(),
            columns,
            groups: dimensions
                .iter()
                .filter_map(|at| model.organisation.dimensions.get(at.at()).map(|of| of.id.to_string()))
                .collect(),
            gaps: Gaps::Spread,
            goalposts: true,
            totals: Some(cards.iter().map(|of| of.card.total).collect()),
            panel: None,
            boundaries: Vec::new(),
        };
        for (at, column) in table.columns.iter_mut().enumerate() {
            let of = panel.aims.iter().filter(|aim| aim.column == at);
            column
                .thresholds
                .extend(of.flat_map(|aim| aim.months.iter().flatten().map(|month| month.target)));
            column.thresholds.sort_unstable_by(f64::total_cmp);
            column.thresholds.dedup();
        }
        table.panel = Some(panel);
        table
    }

    /// A column, with a cell for each card.
    fn column(
        &self,
        item: &Item,
        (at, group): (usize, usize),
        weight: f64,
        (cards, deviates): (&[Earned<'_>], &[f64]),
        panel: &Panel,
    ) -> Column {
        let indicator = self.evaluation.model.indicator(item.indicator);
        let cell =
            |(unit, earned): (usize, &Earned<'_>)| self.cell(item, (at, unit), earned, panel, deviates);
        Column {
            id: indicator.id.to_string(),
            group,
            weight,
            direction: match indicator.direction {
                Direction::Up => 1.0,
                Direction::Down => -1.0,
                Direction::Band => 0.0,
            },
            sources: sources(indicator),
            minimum: item.minimum.unwrap_or_else(|| indicator.minimum()),
            counts: matches!(indicator.measure, Measure::Count { .. }),
            scale: (item.floor, item.cap),
            thresholds: goalpost::edges(&item.rule, indicator.direction),
            cells: cards.par_iter().enumerate().map(cell).collect(),
        }
    }

    fn cell(
        &self,
        item: &Item,
        (at, unit): (usize, usize),
        Earned { card, points: earned }: &Earned<'_>,
        panel: &Panel,
        deviates: &[f64],
    ) -> Cell {
        let indicator = self.evaluation.model.indicator(item.indicator);
        let reading = self.evaluation.own_reading(card.agent, item.indicator, self.year);
        let earned = earned.iter().find(|of| of.indicator == item.indicator).map(|of| of.points);
        let months: Vec<f64> = panel.of(at, unit).iter().filter_map(|cell| cell.value()).collect();
        let applied = card.segments.iter().rev().flat_map(|segment| &segment.items);
        let rule = applied.into_iter().find(|of| of.indicator == item.indicator).map(|of| &of.rule.rule);
        let chance = match (reading.value, earned, rule) {
            (Some(value), Some(earned), Some(rule)) => {
                let worth = |value: f64| {
                    points(rule, indicator.precision, indicator.direction, indicator.valid, value)
                        .limited(item.floor, item.cap)
                };
                // Parts of the year may have had other rules: what the card says, moved by what the rule says of the change.
                let beside = earned - worth(value);
                let drawn = outcomes(&indicator.measure, &reading, &months, deviates).into_iter();
                drawn
                    .map(|drawn| drawn.clamp(indicator.valid.0, indicator.valid.1))
                    .map(|drawn| (drawn, (worth(drawn) + beside).clamp(item.floor, item.cap)))
                    .collect()
            }
            _ => Vec::new(),
        };
        Cell {
            value: reading.value,
            not_expected: reading.state == ReadingState::NotApplicable,
            n: reading.n,
            counts: counts(&indicator.measure, &reading),
            points: earned,
            chance,
        }
    }

    fn panel(&self) -> Panel {
        let m = self.months.len();
        let rows = |item: &&Item| {
            let of_agent = |agent: &AgentIx| {
                self.months.iter().map(|month| self.monthly(*agent, item, *month)).collect::<Vec<_>>()
            };
            let mut cells: Vec<Monthly> = self.agents.par_iter().flat_map_iter(of_agent).collect();
            cadence(&mut cells, m);
            cells
        };
        let cells = self.items.iter().flat_map(rows).collect();
        let total = |agent: &AgentIx| {
            let of =
                |month: &Month| self.evaluation.standing(*agent, Period::month(*month)).and_then(|s| s.total);
            self.months.iter().map(of).collect::<Vec<_>>()
        };
        Panel {
            cells,
            totals: self.agents.iter().flat_map(total).collect(),
            units: self.agents.len(),
            months: self.months.clone(),
            aims: Vec::new(),
        }
    }

    fn monthly(&self, agent: AgentIx, item: &Item, month: Month) -> Monthly {
        let period = Period::month(month);
        let served = self.evaluation.standing(agent, period);
        if served.is_none_or(|standing| matches!(standing.verdict, Verdict::NotInService | Verdict::NoData)) {
            return Monthly::NotExpected;
        }
        let reading = self.evaluation.own_reading(agent, item.indicator, period);
        match (reading.value, reading.state) {
            (Some(value), _) => Monthly::Figure(value, reading.n),
            (None, ReadingState::NotApplicable | ReadingState::NoCases) => Monthly::NotExpected,
            (None, _) => Monthly::Missing,
        }
    }

    /// Bands of the scheme, and titles and bonuses by rank of these teams.
    fn boundaries(&self) -> Vec<Boundary> {
        let model = &self.evaluation.model;
        let bands = model.scheme(self.scheme).bands.iter().filter(|band| band.from > 0.0);
        let mut found: Vec<Boundary> = bands
            .map(|band| Boundary { kind: BoundaryKind::Band, id: band.id.to_string(), at: band.from })
            .collect();
        let people = self.agents.len() as f64;
        let (first, last) = (self.year.first(), self.year.last());
        for incentive in &model.incentives {
            let in_force = incentive.from <= last && incentive.to.is_none_or(|to| first <= to);
            if !in_force || !self.teams.iter().any(|team| incentive.covers(*team)) {
                continue;
            }
            let id = incentive.id.to_string();
            match &incentive.rule {
                IncentiveRule::Title(rule) if rule.by == Basis::Score && rule.pick == Pick::Best => {
                    found.push(Boundary { kind: BoundaryKind::Title, id, at: 1.0 });
                }
                IncentiveRule::TopShare(rule) if rule.by == Basis::Score => {
                    let exact = people * rule.share;
                    let places = match rule.slots {
                        Slots::Floor => libm::floor(exact + 1e-9),
                        Slots::Ceil => libm::ceil(exact - 1e-9),
                        Slots::Nearest => libm::floor(exact + 0.5),
                    };
                    found.extend((places >= 1.0).then_some(Boundary {
                        kind: BoundaryKind::Bonus,
                        id,
                        at: places,
                    }));
                }
                _ => {}
            }
        }
        found
    }

    /// The reading of a subject of a goal in a month.
    pub(super) fn reading(&self, of: Subject, item: &Item, month: Month) -> Reading {
        self.evaluation.reading(of, item.indicator, Period::month(month))
    }
}

/// Figures that come in fewer than two thirds of the months come by quarter or half-year: only months in which anybody has one
/// are expected then.
fn cadence(cells: &mut [Monthly], months: usize) {
    let told: Vec<bool> = (0..months)
        .map(|t| cells.iter().skip(t).step_by(months).any(|cell| cell.value().is_some()))
        .collect();
    let count = told.iter().filter(|told| **told).count();
    if count * 3 >= months * 2 {
        return;
    }
    for (at, cell) in cells.iter_mut().enumerate() {
        if !told[at % months] {
            *cell = Monthly::NotExpected;
        }
    }
}

/// Words that stand for where an indicator's figures come from: numerator, system, parts.
fn sources(indicator: &crate::model::Indicator) -> Vec<String> {
    let numerator = match &indicator.measure {
        Measure::Share { numerator, .. } | Measure::Quotient { numerator, .. } => Some(&numerator.zh),
        Measure::Mean { sum, .. } => Some(&sum.zh),
        Measure::Count { label } | Measure::Amount { label } => Some(&label.zh),
        _ => None,
    };
    let origin = Some(&indicator.origin.zh).filter(|text| !text.is_empty());
    numerator
        .map(|text| format!("numerator:{text}"))
        .into_iter()
        .chain(origin.map(|text| format!("origin:{text}")))
        .collect()
}

/// Numerator and denominator of a share.
fn counts(measure: &Measure, reading: &Reading) -> Option<(f64, f64)> {
    match (measure, reading.sums) {
        (Measure::Share { .. }, Sums::Pair(a, b)) => Some((a, b)),
        _ => None,
    }
}
