//! Builds small models for tests, without YAML. Things are entered in the order of their ids, so that the index of a
//! thing is the order of its entry.

use crate::diag::{FileId, Span};
use crate::model::{
    Agent, AgentIx, Audiences, Cell, ChannelIx, Control, Cycle, Days, Dimension, DimensionIx, Direction,
    Entry, Gates, Holder, Id, Indicator, IndicatorIx, Item, Ledger, LevelIx, Lints, Measure, Metrics, Model,
    Month, Nature, Organisation, Policy, Posting, Precision, Role, Row, Rule, Scheme, SchemeIx, Sheet,
    Source, Status, Team, TeamIx, Term, Text, Unit, Whose,
};
use chrono::NaiveDate;

/// Chat, the first channel of every test organisation.
pub(crate) const CHAT: ChannelIx = ChannelIx(0);
/// Phone, the second channel.
pub(crate) const PHONE: ChannelIx = ChannelIx(1);
/// The lower level.
pub(crate) const JUNIOR: LevelIx = LevelIx(0);
/// The higher level.
pub(crate) const SENIOR: LevelIx = LevelIx(1);

/// A month such as `2025-03`.
pub(crate) fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// A date such as `2025-03-31`.
pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A share with plain labels.
pub(crate) fn share() -> Measure {
    Measure::Share { numerator: Text::default(), denominator: Text::default(), within_seconds: None }
}

/// A mean with plain labels.
pub(crate) fn mean() -> Measure {
    Measure::Mean { sum: Text::default(), count: Text::default() }
}

/// A count with a plain label.
pub(crate) fn count() -> Measure {
    Measure::Count { label: Text::default() }
}

/// An amount with a plain label.
pub(crate) fn amount() -> Measure {
    Measure::Amount { label: Text::default() }
}

/// A quotient with plain labels.
pub(crate) fn quotient() -> Measure {
    Measure::Quotient { numerator: Text::default(), denominator: Text::default() }
}

/// A state with plain labels.
pub(crate) fn state() -> Measure {
    Measure::State { label: Text::default(), count: Text::default() }
}

/// An item with a weight and a rule, all else by default.
pub(crate) fn item(indicator: IndicatorIx, weight: f64, rule: Rule) -> Item {
    Item {
        indicator,
        of: Whose::Own,
        weight,
        rule,
        levels: Vec::new(),
        newcomers: Vec::new(),
        channels: Vec::new(),
        cap: 100.0,
        floor: 0.0,
        minimum: None,
        span: Span::default(),
    }
}

/// A straight line from `zero` to `full`.
pub(crate) fn linear(zero: f64, full: f64) -> Rule {
    Rule::Linear { zero, full }
}

/// A row with its cells, before both are stored.
#[derive(Debug, Clone)]
pub(crate) struct NewRow {
    pub(crate) row: Row,
    pub(crate) cells: Vec<Cell>,
}

/// A model in the making.
#[derive(Debug, Clone)]
pub(crate) struct Build {
    /// The model so far, without metrics; may be changed freely.
    pub(crate) model: Model,
    /// The rows so far, in order of entry.
    pub(crate) rows: Vec<NewRow>,
}

impl Build {
    /// An organisation with channels chat and phone, levels junior and senior, one dimension for each nature.
    pub(crate) fn new() -> Self {
        let term = |id: &str| Term { id: Id::parse(id).unwrap(), name: Text::same(id) };
        let dimension = |id: &str, nature| Dimension {
            id: Id::parse(id).unwrap(),
            name: Text::same(id),
            nature,
            core: false,
            span: Span::default(),
        };
        let organisation = Organisation {
            name: Text::same("test"),
            about: Text::default(),
            time_zone: "Asia/Shanghai".to_owned(),
            currency: "CNY".to_owned(),
            fiscal_start: 1,
            grace_days: 7,
            as_of: None,
            site_url: None,
            indexable: false,
            score_decimals: 2,
            repository: None,
            channels: vec![term("chat"), term("phone")],
            levels: vec![term("junior"), term("senior")],
            promotions: Vec::new(),
            actions: Vec::new(),
            manager: Text::same("manager"),
            dimensions: vec![
                dimension("speed", Nature::Speed),
                dimension("quality", Nature::Quality),
                dimension("sales", Nature::Sales),
                dimension("other", Nature::Other),
            ],
            event_types: Vec::new(),
            raters: Vec::new(),
            lints: Lints::default(),
            audiences: Audiences::default(),
            gates: Gates::default(),
            evaluated_commits: crate::model::EVALUATED_COMMITS,
        };
        let model = Model {
            organisation,
            indicators: Vec::new(),
            schemes: Vec::new(),
            teams: Vec::new(),
            agents: Vec::new(),
            targets: Vec::new(),
            incentives: Vec::new(),
            pay: None,
            alerts: Vec::new(),
            reviews: Vec::new(),
            cycle: Cycle::default(),
            rosters: Vec::new(),
            audit: crate::model::AuditLimits::default(),
            recommendations: Vec::new(),
            metrics: Metrics::default(),
            ledger: Ledger::default(),
        };
        Self { model, rows: Vec::new() }
    }

    /// A team that is its own peer group.
    pub(crate) fn team(&mut self, id: &str) -> TeamIx {
        let id = Id::parse(id).unwrap();
        self.model.teams.push(Team {
            name: Text::same(id.as_str()),
            channels: Vec::new(),
            peer_group: id.clone(),
            span: Span::default(),
            id,
        });
        TeamIx(self.model.teams.len() as u32 - 1)
    }

    /// An indicator of dimension `quality` with a minimum of one case.
    pub(crate) fn indicator(
        &mut self,
        id: &str,
        measure: Measure,
        unit: Unit,
        direction: Direction,
    ) -> IndicatorIx {
        let valid = match measure {
            Measure::Share { .. } => (0.0, 1.0),
            Measure::Nps => (-100.0, 100.0),
            Measure::Amount { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            _ => (0.0, f64::INFINITY),
        };
        self.model.indicators.push(Indicator {
            id: Id::parse(id).unwrap(),
            name: Text::same(id),
            definition: Text::default(),
            dimension: DimensionIx(1),
            measure,
            precision: Precision { unit, decimals: if unit == Unit::Percent { 1 } else { 0 } },
            direction,
            valid,
            stage: None,
            control: Control::Agent,
            source: Source::System,
            origin: Text::default(),
            minimum: Some(1.0),
            context_only: false,
            notes: Vec::new(),
            benchmarks: Vec::new(),
            paired_with: Vec::new(),
            service_value: false,
            rubric: None,
            span: Span::default(),
        });
        IndicatorIx(self.model.indicators.len() as u32 - 1)
    }

    /// An agent who joined on a date, with one open posting as junior.
    pub(crate) fn agent(&mut self, id: &str, joined: &str, team: TeamIx) -> AgentIx {
        let posting = Posting {
            from: date(joined),
            to: None,
            team,
            level: JUNIOR,
            role: Role::Agent,
            leads: Vec::new(),
            span: Span::default(),
        };
        self.model.agents.push(Agent {
            id: Id::parse(id).unwrap(),
            name: Text::same(id),
            joined: date(joined),
            left: None,
            honour: false,
            git: Vec::new(),
            postings: vec![posting],
            span: Span::default(),
        });
        AgentIx(self.model.agents.len() as u32 - 1)
    }

    /// Ends the agent's last posting the day before `from` and begins another one.
    pub(crate) fn posting(&mut self, agent: AgentIx, from: &str, team: TeamIx, level: LevelIx) {
        let postings = &mut self.model.agents[agent.at()].postings;
        if let Some(last) = postings.last_mut() {
            last.to = date(from).pred_opt();
        }
        postings.push(Posting {
            from: date(from),
            to: None,
            team,
            level,
            role: Role::Agent,
            leads: Vec::new(),
            span: Span::default(),
        });
    }

    /// A scheme for all teams, in force from a month on, without bands.
    pub(crate) fn scheme(&mut self, id: &str, from: &str, items: Vec<Item>) -> SchemeIx {
        self.model.schemes.push(Scheme {
            id: Id::parse(id).unwrap(),
            name: Text::same(id),
            about: Text::default(),
            version: "1".to_owned(),
            from: month(from),
            to: None,
            teams: Vec::new(),
            role: Role::Agent,
            status: Status::InForce,
            items,
            policy: Policy::default(),
            bands: Vec::new(),
            accepts: Vec::new(),
            span: Span::default(),
        });
        SchemeIx(self.model.schemes.len() as u32 - 1)
    }

    /// The scheme entered as `ix`, to change it.
    pub(crate) fn scheme_mut(&mut self, ix: SchemeIx) -> &mut Scheme {
        &mut self.model.schemes[ix.at()]
    }

    /// A row of figures; give it days, a channel and a team through the returned reference.
    pub(crate) fn row(&mut self, holder: Holder, of: &str, figures: &[(IndicatorIx, Entry)]) -> &mut Row {
        let start = self.rows.len() as u32 * 100;
        let cells = figures
            .iter()
            .enumerate()
            .map(|(at, &(indicator, entry))| Cell::new(indicator, entry, start + at as u32 + 1, 1));
        let cells = cells.collect();
        self.rows.push(NewRow { row: Row::new(holder, month(of), FileId(0), start), cells });
        &mut self.rows.last_mut().unwrap().row
    }

    /// A row of an agent with days worked and scheduled.
    pub(crate) fn figures(
        &mut self,
        agent: AgentIx,
        of: &str,
        (worked, scheduled): (f64, f64),
        figures: &[(IndicatorIx, Entry)],
    ) -> &mut Row {
        let row = self.row(Holder::Agent(agent), of, figures);
        row.days = Some(Days { worked, scheduled });
        row
    }

    /// The model. Fails if a list is not sorted by id.
    pub(crate) fn model(&self) -> Model {
        let mut sheet = Sheet::default();
        self.rows.iter().for_each(|new| sheet.add(new.row, new.cells.iter().copied()));
        let model = Model { metrics: Metrics::new(vec![sheet]), ..self.model.clone() };
        assert!(model.indicators.is_sorted_by_key(|i| i.id.clone()), "indicators are entered by id");
        assert!(model.agents.is_sorted_by_key(|a| a.id.clone()), "agents are entered by id");
        assert!(model.teams.is_sorted_by_key(|t| t.id.clone()), "teams are entered by id");
        assert!(model.schemes.is_sorted_by_key(|s| s.id.clone()), "schemes are entered by id");
        model
    }
}
