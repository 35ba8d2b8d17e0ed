//! The ledger: what agents did beside their figures, and what follows from it (domain notes A014, A069, A083, A121, A122).

use super::{AgentIx, Appeal, ClosedMonth, EventIx, EventTypeIx, Id, Month, Organisation, RaterIx, Text};
use crate::diag::Span;
use chrono::NaiveDate;

/// Events, appeals and closed months.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    events: Vec<Event>,
    /// Red lines that can act: confirmed ones, sorted by agent.
    acting: Vec<EventIx>,
    appeals: Vec<Appeal>,
    /// Positions of the appeals by agent.
    appeals_by_agent: Vec<(AgentIx, u32)>,
    /// Closed months, sorted.
    pub closed: Vec<ClosedMonth>,
}

/// Something that an agent did and that somebody entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its id, if it has one.
    pub id: Option<Id>,
    /// Who did it.
    pub agent: AgentIx,
    /// The month to which it belongs: that of its date.
    pub month: Month,
    /// The day.
    pub date: NaiveDate,
    /// Its type.
    pub kind: EventTypeIx,
    /// What it does.
    pub nature: EventNature,
    /// Points, 0 or more; the nature gives the sign. 0 for commendations and red lines.
    pub points: f64,
    /// Who entered it.
    pub rater: Person,
    /// Where it can be looked up; empty if not said.
    pub evidence: String,
    /// What happened; empty if not said.
    pub note: Text,
    /// The case, of a red line only.
    pub case: Option<RedLine>,
    /// Where it was written.
    pub span: Span,
}

/// A type of event.
#[derive(Debug, Clone, PartialEq)]
pub struct EventType {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// What its events do.
    pub nature: EventNature,
    /// Points of an event that does not name its own.
    pub points: Option<f64>,
    /// Most points of one event.
    pub points_at_most: f64,
    /// Whether an event has to name its evidence.
    pub evidence_required: bool,
    /// What is meant; empty if not said.
    pub description: Text,
}

/// What events of a type do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventNature {
    /// They add points.
    Bonus,
    /// They deduct points.
    Deduction,
    /// They praise, without points.
    Commendation,
    /// They override the band once they are confirmed.
    RedLine,
}

impl EventNature {
    /// Its word in the data.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bonus => "bonus",
            Self::Deduction => "deduction",
            Self::Commendation => "commendation",
            Self::RedLine => "red_line",
        }
    }

    /// Whether events of this nature concern only the agent and those who lead: deductions and red lines are nobody
    /// else's business (domain notes E.5).
    #[must_use]
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::Deduction | Self::RedLine)
    }

    /// 1 where points are added, −1 where they are deducted, else 0.
    #[must_use]
    pub const fn sign(self) -> f64 {
        match self {
            Self::Bonus => 1.0,
            Self::Deduction => -1.0,
            Self::Commendation | Self::RedLine => 0.0,
        }
    }
}

/// The case of a red line.
#[derive(Debug, Clone, PartialEq)]
pub struct RedLine {
    /// Where it stands.
    pub status: RedLineStatus,
    /// The day on which the agent was heard.
    pub heard_on: Option<NaiveDate>,
    /// Who decided.
    pub decided_by: Option<Person>,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// The best band that can be reached, by its id, since schemes have bands of their own.
    pub band_at_most: Option<Id>,
    /// Levels that the agent steps down.
    pub levels_down: u8,
    /// No bonus is paid.
    pub no_bonus: bool,
    /// First month for which it holds: that of the event.
    pub from: Month,
    /// Last month for which it holds.
    pub through: Month,
}

/// Where the case of a red line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RedLineStatus {
    /// Reported, not yet decided: without any effect.
    Reported,
    /// Decided after a hearing: acts within its time.
    Confirmed,
    /// Unfounded or withdrawn: without any effect.
    Lifted,
}

/// Somebody who enters or decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Person {
    /// An agent.
    Agent(AgentIx),
    /// Somebody who is not appraised here.
    Rater(RaterIx),
}

impl Ledger {
    /// The ledger of `events`, in an order that does not depend on files; red lines acting are found once.
    #[must_use]
    pub fn new(mut events: Vec<Event>, closed: Vec<ClosedMonth>) -> Self {
        events.sort_by(|a, b| {
            let key = |e: &Event| (e.agent, e.month, e.date, e.kind, e.rater);
            key(a)
                .cmp(&key(b))
                .then(a.points.total_cmp(&b.points))
                .then_with(|| (&a.id, &a.evidence, a.span).cmp(&(&b.id, &b.evidence, b.span)))
        });
        let confirmed =
            |event: &Event| event.case.as_ref().is_some_and(|case| case.status == RedLineStatus::Confirmed);
        let places = (0..).map(EventIx);
        let acting = places.zip(&events).filter(|(_, event)| confirmed(event)).map(|(ix, _)| ix).collect();
        Self { events, acting, appeals: Vec::new(), appeals_by_agent: Vec::new(), closed }
    }

    /// The same ledger with its appeals, which refer to its events.
    #[must_use]
    pub fn with_appeals(mut self, mut appeals: Vec<Appeal>) -> Self {
        appeals.sort_by(|a, b| a.id.cmp(&b.id));
        self.appeals_by_agent = (0..).zip(&appeals).map(|(at, appeal)| (appeal.agent, at)).collect();
        self.appeals_by_agent.sort_unstable();
        self.appeals = appeals;
        self
    }

    /// Appeals, sorted by id.
    #[must_use]
    pub fn appeals(&self) -> &[Appeal] {
        &self.appeals
    }

    /// The appeals of `agent`, by id.
    pub fn appeals_of(&self, agent: AgentIx) -> impl Iterator<Item = &Appeal> + '_ {
        let from = self.appeals_by_agent.partition_point(|(of, _)| *of < agent);
        let own = self.appeals_by_agent.iter().skip(from).take_while(move |(of, _)| *of == agent);
        own.filter_map(|(_, at)| self.appeals.get(*at as usize))
    }

    /// All events of `agent`, by date.
    #[must_use]
    pub fn of_agent(&self, agent: AgentIx) -> &[Event] {
        let from = self.events.partition_point(|event| event.agent < agent);
        let to = self.events.partition_point(|event| event.agent <= agent);
        self.events.get(from..to).unwrap_or_default()
    }

    /// All events, sorted by agent, then by date.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The event at `ix`.
    #[must_use]
    pub fn event(&self, ix: EventIx) -> Option<&Event> {
        self.events.get(ix.at())
    }

    /// The event with `id`.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EventIx> {
        let named = |event: &Event| event.id.as_ref().is_some_and(|known| known.as_str() == id);
        self.events.iter().position(named).map(|at| EventIx(at as u32))
    }

    /// The events of `agent` from month `first` to `last`, both included, by date.
    #[must_use]
    pub fn of(&self, agent: AgentIx, first: Month, last: Month) -> &[Event] {
        let from = self.events.partition_point(|event| (event.agent, event.month) < (agent, first));
        let to = self.events.partition_point(|event| (event.agent, event.month) <= (agent, last));
        self.events.get(from..to.max(from)).unwrap_or_default()
    }

    /// The confirmed red lines of `agent` whose stated time shares a month with `first..=last`.
    ///
    /// A quarter or year that holds such a month is affected as a whole: its band is one judgement of the whole time. The
    /// stated time says how far that reaches.
    pub fn acting(&self, agent: AgentIx, first: Month, last: Month) -> impl Iterator<Item = EventIx> + '_ {
        let of = |ix: &EventIx| self.event(*ix).map(|event| event.agent);
        let from = self.acting.partition_point(|ix| of(ix) < Some(agent));
        let own = self.acting.iter().skip(from).take_while(move |ix| of(ix) == Some(agent)).copied();
        own.filter(move |ix| {
            let case = self.event(*ix).and_then(|event| event.case.as_ref());
            case.is_some_and(|case| case.from <= last && first <= case.through)
        })
    }

    /// The closing of `month`.
    #[must_use]
    pub fn closing(&self, month: Month) -> Option<&ClosedMonth> {
        let at = self.closed.binary_search_by_key(&month, |closed| closed.month);
        at.ok().and_then(|at| self.closed.get(at))
    }
}

impl Organisation {
    /// The type of an event.
    #[must_use]
    pub fn event_type(&self, ix: EventTypeIx) -> &EventType {
        &self.event_types[ix.at()]
    }
}
