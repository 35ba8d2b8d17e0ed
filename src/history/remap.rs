//! A model in the numbering that it shares with another: every index translated, every place taken out.

use crate::diag::{FileId, Span};
use crate::model::{
    Agent, AgentIx, AuditLimits, Cell, ChannelIx, Composite, CompositePart, Cycle, DimensionIx, Event,
    EventTypeIx, Holder, Id, Indicator, IndicatorIx, Item, Ledger, LevelIx, Measure, Metrics, Model,
    Organisation, Person, Posting, RaterIx, RedLine, Row, Rule, Scheme, Sheet, Team, TeamIx,
};

/// The ids of both models, by kind; sorted where the model sorts them.
#[derive(Debug)]
pub(super) struct Numbers {
    pub agents: Vec<Id>,
    indicators: Vec<Id>,
    teams: Vec<Id>,
    channels: Vec<Id>,
    levels: Vec<Id>,
    dimensions: Vec<Id>,
    event_types: Vec<Id>,
    raters: Vec<Id>,
}

impl Numbers {
    /// The ids of both. Lists that have an order of their own keep the head's, with what only the base has behind.
    pub(super) fn union(base: &Model, head: &Model, renamed: &[(Id, Id)]) -> Self {
        let (b, h) = (&base.organisation, &head.organisation);
        let gone = |id: &Id| renamed.iter().any(|(was, _)| was == id);
        let stayed = base.agents.iter().map(|agent| &agent.id).filter(|id| !gone(id));
        Self {
            agents: sorted(stayed, head.agents.iter().map(|agent| &agent.id)),
            indicators: sorted(base.indicators.iter().map(|i| &i.id), head.indicators.iter().map(|i| &i.id)),
            teams: sorted(base.teams.iter().map(|t| &t.id), head.teams.iter().map(|t| &t.id)),
            channels: behind(b.channels.iter().map(|t| &t.id), h.channels.iter().map(|t| &t.id)),
            levels: behind(b.levels.iter().map(|t| &t.id), h.levels.iter().map(|t| &t.id)),
            dimensions: behind(b.dimensions.iter().map(|d| &d.id), h.dimensions.iter().map(|d| &d.id)),
            event_types: behind(b.event_types.iter().map(|t| &t.id), h.event_types.iter().map(|t| &t.id)),
            raters: behind(b.raters.iter().map(|t| &t.id), h.raters.iter().map(|t| &t.id)),
        }
    }
}

fn sorted<'m>(base: impl Iterator<Item = &'m Id>, head: impl Iterator<Item = &'m Id>) -> Vec<Id> {
    let mut ids: Vec<Id> = base.chain(head).cloned().collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn behind<'m>(base: impl Iterator<Item = &'m Id>, head: impl Iterator<Item = &'m Id>) -> Vec<Id> {
    let mut ids: Vec<Id> = head.cloned().collect();
    let missing: Vec<Id> = base.filter(|id| !ids.contains(id)).cloned().collect();
    ids.extend(missing);
    ids
}

/// Tables from the numbers of one model to the shared ones.
struct Tables {
    agents: Vec<u32>,
    indicators: Vec<u32>,
    teams: Vec<u32>,
    channels: Vec<u32>,
    levels: Vec<u32>,
    dimensions: Vec<u32>,
    event_types: Vec<u32>,
    raters: Vec<u32>,
}

fn table<'m>(all: &[Id], own: impl Iterator<Item = &'m Id>) -> Vec<u32> {
    let mut places: Vec<(&Id, u32)> = all.iter().zip(0..).collect();
    places.sort_unstable();
    let place = |id: &Id| {
        let at = places.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        places.get(at).map(|(_, number)| *number)
    };
    own.map(|id| place(id).unwrap_or_default()).collect()
}

fn look(table: &[u32], at: usize) -> u32 {
    table.get(at).copied().unwrap_or_default()
}

/// `own` in the shared numbering. What only `other` has is there as `other` has it, except that agents are there without
/// postings: they do no work in this state. Targets, incentives, alerts, talks and wages are left out: no score needs them.
pub(super) fn remapped(own: &Model, other: &Model, numbers: &Numbers, renamed: &[(Id, Id)]) -> Model {
    let tables = Tables::new(own, numbers, renamed);
    let foreign = Tables::new(other, numbers, &[]);
    let agents = filled(&numbers.agents, own.agents.iter().map(|a| tables.agent(a, renamed)), |id| {
        let known = other.agents.iter().find(|agent| agent.id == *id);
        known.map(|agent| Agent { postings: Vec::new(), ..foreign.agent(agent, &[]) })
    });
    let indicators = filled(&numbers.indicators, own.indicators.iter().map(|i| tables.indicator(i)), |id| {
        other.indicators.iter().find(|i| i.id == *id).map(|i| foreign.indicator(i))
    });
    let teams = filled(&numbers.teams, own.teams.iter().map(|t| tables.team(t)), |id| {
        other.teams.iter().find(|team| team.id == *id).map(|team| foreign.team(team))
    });
    Model {
        organisation: organisation(&own.organisation, &other.organisation, numbers),
        indicators,
        schemes: own.schemes.iter().map(|scheme| tables.scheme(scheme)).collect(),
        teams,
        agents,
        metrics: tables.metrics(own),
        ledger: Ledger::new(
            own.ledger.events().iter().map(|event| tables.event(event)).collect(),
            Vec::new(),
        ),
        targets: Vec::new(),
        incentives: Vec::new(),
        pay: None,
        alerts: Vec::new(),
        reviews: Vec::new(),
        cycle: Cycle::default(),
        rosters: Vec::new(),
        audit: AuditLimits::default(),
        recommendations: Vec::new(),
    }
}

/// One thing for each id, from `own` or from `other`. Things of `own` are matched by their place in the sorted ids.
fn filled<T: Identified>(
    ids: &[Id],
    own: impl Iterator<Item = T>,
    other: impl Fn(&Id) -> Option<T>,
) -> Vec<T> {
    let mut own: Vec<T> = own.collect();
    own.sort_by(|a, b| a.id().cmp(b.id()));
    let mut own = own.into_iter().peekable();
    ids.iter().filter_map(|id| own.next_if(|one| one.id() == id).or_else(|| other(id))).collect()
}

trait Identified {
    fn id(&self) -> &Id;
}

impl Identified for Agent {
    fn id(&self) -> &Id {
        &self.id
    }
}

impl Identified for Indicator {
    fn id(&self) -> &Id {
        &self.id
    }
}

impl Identified for Team {
    fn id(&self) -> &Id {
        &self.id
    }
}

/// The organisation with the words of both.
fn organisation(own: &Organisation, other: &Organisation, numbers: &Numbers) -> Organisation {
    fn all<T: Clone>(ids: &[Id], own: &[T], other: &[T], id: impl Fn(&T) -> &Id) -> Vec<T> {
        let find = |wanted: &Id| own.iter().chain(other).find(|one| id(one) == wanted).cloned();
        ids.iter().filter_map(find).collect()
    }
    let mut dimensions = all(&numbers.dimensions, &own.dimensions, &other.dimensions, |d| &d.id);
    dimensions.iter_mut().for_each(|dimension| dimension.span = Span::default());
    Organisation {
        channels: all(&numbers.channels, &own.channels, &other.channels, |t| &t.id),
        levels: all(&numbers.levels, &own.levels, &other.levels, |t| &t.id),
        dimensions,
        event_types: all(&numbers.event_types, &own.event_types, &other.event_types, |t| &t.id),
        raters: all(&numbers.raters, &own.raters, &other.raters, |t| &t.id),
        lints: crate::model::Lints::default(),
        gates: crate::model::Gates::default(),
        // They act on no score, and name things by their old numbers.
        actions: Vec::new(),
        ..own.clone()
    }
}

impl Tables {
    fn new(model: &Model, numbers: &Numbers, renamed: &[(Id, Id)]) -> Self {
        let now = |id: &Id| {
            renamed.iter().find(|(was, _)| was == id).map_or_else(|| id.clone(), |(_, now)| now.clone())
        };
        let agents: Vec<Id> = model.agents.iter().map(|agent| now(&agent.id)).collect();
        let organisation = &model.organisation;
        Self {
            agents: table(&numbers.agents, agents.iter()),
            indicators: table(&numbers.indicators, model.indicators.iter().map(|i| &i.id)),
            teams: table(&numbers.teams, model.teams.iter().map(|t| &t.id)),
            channels: table(&numbers.channels, organisation.channels.iter().map(|t| &t.id)),
            levels: table(&numbers.levels, organisation.levels.iter().map(|t| &t.id)),
            dimensions: table(&numbers.dimensions, organisation.dimensions.iter().map(|d| &d.id)),
            event_types: table(&numbers.event_types, organisation.event_types.iter().map(|t| &t.id)),
            raters: table(&numbers.raters, organisation.raters.iter().map(|t| &t.id)),
        }
    }

    fn person(&self, person: Person) -> Person {
        match person {
            Person::Agent(agent) => Person::Agent(AgentIx(look(&self.agents, agent.at()))),
            Person::Rater(rater) => Person::Rater(RaterIx(look(&self.raters, rater.at()))),
        }
    }

    fn channel(&self, channel: ChannelIx) -> ChannelIx {
        ChannelIx(look(&self.channels, channel.at()))
    }

    fn level(&self, level: LevelIx) -> LevelIx {
        LevelIx(look(&self.levels, level.at()))
    }

    fn team_ix(&self, team: TeamIx) -> TeamIx {
        TeamIx(look(&self.teams, team.at()))
    }

    fn sorted_teams(&self, teams: &[TeamIx]) -> Vec<TeamIx> {
        let mut teams: Vec<TeamIx> = teams.iter().map(|team| self.team_ix(*team)).collect();
        teams.sort_unstable();
        teams
    }

    fn indicator_ix(&self, indicator: IndicatorIx) -> IndicatorIx {
        IndicatorIx(look(&self.indicators, indicator.at()))
    }

    fn agent(&self, agent: &Agent, renamed: &[(Id, Id)]) -> Agent {
        let posting = |posting: &Posting| Posting {
            team: self.team_ix(posting.team),
            level: self.level(posting.level),
            leads: self.sorted_teams(&posting.leads),
            span: Span::default(),
            ..posting.clone()
        };
        let now = renamed.iter().find(|(was, _)| *was == agent.id).map(|(_, now)| now.clone());
        Agent {
            id: now.unwrap_or_else(|| agent.id.clone()),
            postings: agent.postings.iter().map(posting).collect(),
            git: Vec::new(),
            span: Span::default(),
            ..agent.clone()
        }
    }

    fn indicator(&self, indicator: &Indicator) -> Indicator {
        let dimension = DimensionIx(look(&self.dimensions, indicator.dimension.at()));
        let measure = match &indicator.measure {
            Measure::Composite(of) => {
                let part = |part: &CompositePart| CompositePart {
                    indicator: self.indicator_ix(part.indicator),
                    ..part.clone()
                };
                Measure::Composite(Composite { parts: of.parts.iter().map(part).collect(), ..of.clone() })
            }
            other => other.clone(),
        };
        let paired_with = indicator.paired_with.iter().map(|other| self.indicator_ix(*other)).collect();
        Indicator { dimension, measure, paired_with, span: Span::default(), ..indicator.clone() }
    }

    fn team(&self, team: &Team) -> Team {
        let mut channels: Vec<ChannelIx> =
            team.channels.iter().map(|channel| self.channel(*channel)).collect();
        channels.sort_unstable();
        Team { channels, span: Span::default(), ..team.clone() }
    }

    fn scheme(&self, scheme: &Scheme) -> Scheme {
        let teams = self.sorted_teams(&scheme.teams);
        let items = scheme.items.iter().map(|item| self.item(item)).collect();
        Scheme { teams, items, span: Span::default(), accepts: Vec::new(), ..scheme.clone() }
    }

    fn item(&self, item: &Item) -> Item {
        let mut levels: Vec<(LevelIx, Rule)> =
            item.levels.iter().map(|(level, rule)| (self.level(*level), rule.clone())).collect();
        levels.sort_by_key(|(level, _)| *level);
        let mut channels: Vec<(ChannelIx, Rule)> =
            item.channels.iter().map(|(channel, rule)| (self.channel(*channel), rule.clone())).collect();
        channels.sort_by_key(|(channel, _)| *channel);
        let indicator = self.indicator_ix(item.indicator);
        Item { indicator, levels, channels, span: Span::default(), ..item.clone() }
    }

    fn metrics(&self, model: &Model) -> Metrics {
        let holder = |holder: Holder| match holder {
            Holder::Agent(agent) => Holder::Agent(AgentIx(look(&self.agents, agent.at()))),
            Holder::Team(team) => Holder::Team(self.team_ix(team)),
        };
        let words = |row: &mut Row| {
            row.holder = holder(row.holder);
            row.channel = row.channel.map(|channel| self.channel(channel));
            row.team = row.team.map(|team| self.team_ix(team));
        };
        // Mostly both states number indicators alike, and then cells need no change.
        if self.indicators.iter().zip(0..).all(|(shared, own)| *shared == own) {
            return model.metrics.with_rows(words);
        }
        let mut sheet = Sheet::default();
        for row in model.metrics.rows() {
            let indicator = |cell: &Cell| Cell::new(self.indicator_ix(cell.indicator), cell.entry(), 0, 0);
            let mut new = *row;
            words(&mut new);
            (new.file, new.start) = (FileId::default(), 0);
            sheet.add(new, model.metrics.cells(row).iter().map(indicator));
        }
        Metrics::new(vec![sheet])
    }

    fn event(&self, event: &Event) -> Event {
        let case = event.case.as_ref().map(|case| RedLine {
            decided_by: case.decided_by.map(|person| self.person(person)),
            ..case.clone()
        });
        Event {
            agent: AgentIx(look(&self.agents, event.agent.at())),
            kind: EventTypeIx(look(&self.event_types, event.kind.at())),
            rater: self.person(event.rater),
            case,
            span: Span::default(),
            ..event.clone()
        }
    }
}
