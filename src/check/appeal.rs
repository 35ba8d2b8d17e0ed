//! Appeals: against something that exists, within the window, decided by somebody who did not rate.

use super::period::period;
use super::red_line::{in_order, optional};
use super::vocabulary::Vocabulary;
use super::{names::Named, person, words};
use crate::diag::{Code, Diagnostic, Sink, Span, quoted, suggest};
use crate::model::{
    AgentIx, Appeal, ClosedMonth, Decision, Event, EventIx, Id, Ledger, Month, Organisation, Period, Person,
    Policy, Scheme, working_days_after,
};
use crate::raw::{self, IdWord};
use chrono::NaiveDate;

/// What appeals refer to.
pub(super) struct Desk<'a> {
    pub(super) book: &'a Vocabulary,
    pub(super) organisation: &'a Organisation,
    pub(super) agents: &'a [Option<crate::model::Agent>],
    pub(super) schemes: &'a [Option<Scheme>],
    /// Events and closed months; no appeals yet.
    pub(super) ledger: &'a Ledger,
}

impl Desk<'_> {
    /// All appeals, sorted by id; `None` if one is faulty.
    pub(super) fn appeals(&self, list: Vec<Named<raw::Appeal>>, sink: &mut Sink) -> Option<Vec<Appeal>> {
        let read: Vec<Option<Appeal>> =
            list.into_iter().map(|(id, span, raw)| self.appeal(id, span, raw?, sink)).collect();
        read.into_iter().collect()
    }

    fn appeal(&self, id: Id, span: Span, raw: raw::Appeal, sink: &mut Sink) -> Option<Appeal> {
        let raw::Appeal {
            agent,
            event,
            period,
            filed,
            grounds,
            decision,
            decided_by,
            decided_on,
            reason,
            score_before,
            score_after,
            place,
        } = raw;
        let who = self.book.agents.resolve(&agent, sink).map(AgentIx);
        let filed_on = words::date(&filed, sink);
        let event = match &event {
            Some(word) => Some(self.event(word, who?, sink)?),
            None => None,
        };
        let period = self.period(period.as_ref(), event, span, sink)?;
        let decision = match decision {
            Some(raw::Decision::Upheld) => Decision::Upheld,
            Some(raw::Decision::Partly) => Decision::Partly,
            Some(raw::Decision::Rejected) => Decision::Rejected,
            Some(raw::Decision::Open) | None => Decision::Open,
        };
        if decision != Decision::Open {
            complete(&place, sink)?;
        }
        let decider = person::maybe(decided_by.as_ref(), self.book, sink).ok()?;
        let decided = optional(decided_on, |word| words::date(word, sink))?;
        let score = |word, sink: &mut Sink| optional(word, |word| words::number_in(word, 0.0..=1000.0, sink));
        let (before, after) = (score(score_before, sink), score(score_after, sink));
        let (who, filed_on) = (who?, filed_on?);
        in_order(decided, place.of("decided_on"), Some(filed_on), ("decided on", "filed only on"), sink);
        let event_of = |ix: EventIx| self.ledger.event(ix);
        let began = self.began(period, event.and_then(event_of));
        let policy = self.policy(who, began.unwrap_or_else(|| period.last().last_day()));
        let (window, days) =
            policy.map_or((5, 10), |policy| (policy.appeal_days, policy.appeal_decision_days));
        let window_ends = began.map(|day| working_days_after(day, window));
        late(filed_on, filed.span, window_ends, window, sink);
        let happened = event.and_then(event_of).map(|event| event.date);
        in_order(Some(filed_on), filed.span, happened, ("filed on", "the event on"), sink);
        if let Some(word) = &decided_by {
            conflict(decider, word, who, event.and_then(event_of), sink);
        }
        Some(Appeal {
            id,
            agent: who,
            event,
            period,
            filed: filed_on,
            window_ends,
            due: working_days_after(filed_on, days),
            grounds: words::text(grounds),
            decision,
            decided_by: decider,
            decided_on: decided,
            reason: words::text_or_empty(reason),
            score_before: before?,
            score_after: after?,
            score_span: place.of("score_after"),
            span,
        })
    }

    fn event(&self, word: &IdWord, who: AgentIx, sink: &mut Sink) -> Option<EventIx> {
        let found = self.ledger.find(&word.text);
        let Some(event) = found.and_then(|ix| self.ledger.event(ix)) else {
            let ids = self.ledger.events().iter().filter_map(|event| event.id.as_ref()).map(Id::as_str);
            let near = suggest(&word.text, ids).map(|near| format!("did you mean `{near}`?"));
            let message = format!("there is no event {}", quoted(&word.text));
            sink.push(
                Diagnostic::new(Code::UnknownEvent, word.span, message)
                    .note("an event that is appealed against has an `id`")
                    .help_if(near),
            );
            return None;
        };
        if event.agent != who {
            let message = format!("the event {} is about another agent", quoted(&word.text));
            sink.push(Diagnostic::new(Code::UnknownEvent, word.span, message).also(event.span, "the event"));
            return None;
        }
        found
    }

    fn period(
        &self,
        word: Option<&raw::Word>,
        event: Option<EventIx>,
        span: Span,
        sink: &mut Sink,
    ) -> Option<Period> {
        if let Some(word) = word {
            return period(word, self.organisation.fiscal_start, sink);
        }
        let month = event.and_then(|ix| self.ledger.event(ix)).map(|event| event.month);
        if month.is_none() {
            let message = "an appeal needs the `event` or the `period` it is about";
            sink.push(
                Diagnostic::new(Code::MissingField, span, message).help("add a line `period: 2025-03`"),
            );
        }
        month.map(Period::month)
    }

    /// The day from which the window runs: the day of the event or, for a red line, of the decision on it; for a score
    /// the day on which its last month was closed and so published. `None` while that is not known.
    fn began(&self, period: Period, event: Option<&Event>) -> Option<NaiveDate> {
        let of_event = |event: &Event| {
            let decided = event.case.as_ref().and_then(|case| case.decided_on);
            decided.unwrap_or(event.date)
        };
        let closed = || self.ledger.closing(period.last()).map(|ClosedMonth { closed_on, .. }| *closed_on);
        event.map(of_event).or_else(closed)
    }

    /// The policy of the scheme in force for the agent.
    fn policy(&self, who: AgentIx, day: NaiveDate) -> Option<&Policy> {
        let posting = self.agents.get(who.at())?.as_ref()?.posting_on(day)?;
        let applies = |scheme: &&Scheme| scheme.applies(posting.team, Month::of(day));
        self.schemes.iter().flatten().find(applies).map(|scheme| &scheme.policy)
    }
}

/// Reports what a decided appeal lacks; `None` if something is missing.
fn complete(place: &raw::Place, sink: &mut Sink) -> Option<()> {
    let missing: Vec<&str> =
        ["decided_by", "decided_on"].into_iter().filter(|field| !place.has(field)).collect();
    if missing.is_empty() {
        return Some(());
    }
    let message = format!("a decided appeal needs {}", missing.join(", "));
    sink.push(
        Diagnostic::new(Code::DecisionIncomplete, place.span, message)
            .help("add what is missing, or write `decision: open` until it is decided"),
    );
    None
}

fn late(filed: NaiveDate, span: Span, ends: Option<NaiveDate>, window: u16, sink: &mut Sink) {
    if let Some(ends) = ends.filter(|ends| *ends < filed) {
        let message = format!("filed on {filed}, after the window of {window} working days ended on {ends}");
        sink.push(
            Diagnostic::new(Code::AppealLate, span, message)
                .note("working days are Mondays to Fridays; public holidays are not known here")
                .help("if it was heard all the same, let the decision say so"),
        );
    }
}

/// Warns of a decision by the one who rated, and reports one by the agent.
fn conflict(decider: Option<Person>, word: &IdWord, who: AgentIx, event: Option<&Event>, sink: &mut Sink) {
    if decider == Some(Person::Agent(who)) {
        let message = format!("`{}` decides about their own appeal", word.text);
        sink.push(Diagnostic::new(Code::RatedByOneself, word.span, message));
    }
    let Some(event) = event else { return };
    let decided_first = event.case.as_ref().and_then(|case| case.decided_by);
    if decider.is_some() && (decider == Some(event.rater) || decider == decided_first) {
        let message = format!("`{}` decides on an appeal against their own entry", word.text);
        sink.push(
            Diagnostic::new(Code::ConflictOfInterest, word.span, message)
                .also(event.span, "the event")
                .help("let somebody else decide"),
        );
    }
}
