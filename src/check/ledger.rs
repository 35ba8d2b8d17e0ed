//! Events: in their month, of agents who were there, by raters who are not the agent, with the evidence they need.

use super::event_type::of;
use super::vocabulary::Vocabulary;
use super::{person, red_line, words};
use crate::diag::{Code, Diagnostic, FileId, Sink, Span};
use crate::model::{
    Agent, AgentIx, Event, EventNature, EventType, EventTypeIx, Month, Organisation, Person, Scheme,
};
use crate::raw;
use chrono::NaiveDate;

/// What events refer to.
pub(super) struct Desk<'a> {
    pub(super) book: &'a Vocabulary,
    pub(super) organisation: &'a Organisation,
    pub(super) agents: &'a [Option<Agent>],
    pub(super) schemes: &'a [Option<Scheme>],
}

/// A file of events with the month that its name says.
pub(super) type File = (FileId, Option<Month>, raw::EventsFile);

impl Desk<'_> {
    /// The events of all files; `None` if one is faulty.
    pub(super) fn events(&self, files: Vec<File>, sink: &mut Sink) -> Option<Vec<Event>> {
        let mut all: Vec<Option<Event>> = Vec::new();
        for (_, named, raw::EventsFile { period, events, place: _ }) in files {
            let month = words::month(&period, sink);
            if let (Some(month), Some(named)) = (month, named)
                && month != named
            {
                let message = format!("the period is {month}, but the file is named for {named}");
                sink.push(
                    Diagnostic::new(Code::PeriodMismatch, period.span, message)
                        .help("move the events to the file of their month, or mend the period"),
                );
            }
            all.extend(events.into_iter().map(|event| self.event(event, month?, sink)));
        }
        let all: Vec<Event> = all.into_iter().collect::<Option<_>>()?;
        twice(&all, sink);
        Some(all)
    }

    fn event(&self, raw: raw::Event, month: Month, sink: &mut Sink) -> Option<Event> {
        let raw::Event {
            id,
            agent,
            date,
            r#type,
            points,
            rater,
            evidence,
            note,
            status,
            heard_on,
            decided_by,
            decided_on,
            effect,
            through,
            place,
        } = raw;
        let id = match id {
            Some(word) => Some(words::id(&word, sink)?),
            None => None,
        };
        let who = self.book.agents.resolve(&agent, sink).map(AgentIx);
        let day = words::date(&date, sink).filter(|day| inside(*day, date.span, month, sink));
        if let (Some(who), Some(day)) = (who, day) {
            self.in_service(who, day, date.span, sink);
        }
        let kind = self.book.event_types.resolve(&r#type, sink).map(EventTypeIx);
        let by = person::resolve(&rater, self.book, sink);
        if let (Some(who), Some(Person::Agent(rater_agent))) = (who, by)
            && who == rater_agent
        {
            let message = format!("`{}` enters an event about themselves", agent.text);
            sink.push(
                Diagnostic::new(Code::RatedByOneself, rater.span, message)
                    .help("let the team leader enter it, with the case as evidence"),
            );
        }
        let kind_ix = kind?;
        let kind = self.organisation.event_type(kind_ix);
        let points = event_points(kind, points.as_ref(), place.span, sink);
        let evidence = evidence.map(|word| word.text).unwrap_or_default();
        if kind.evidence_required && evidence.trim().is_empty() {
            let message = format!("an event of type `{}` has to name its evidence", kind.id);
            sink.push(
                Diagnostic::new(Code::EvidenceMissing, place.span, message)
                    .help("add `evidence:` with the case, recording or record where it can be looked up"),
            );
        }
        let case = if kind.nature == EventNature::RedLine {
            let written = red_line::Written { status, heard_on, decided_by, decided_on, effect, through };
            Some(self.case(written, (who?, day?, month), &place, sink)?)
        } else {
            for field in ["status", "heard_on", "decided_by", "decided_on", "effect", "through"] {
                misplaced(field, kind.nature, &place, sink);
            }
            None
        };
        Some(Event {
            id,
            agent: who?,
            month,
            date: day?,
            kind: kind_ix,
            nature: kind.nature,
            points: points?,
            rater: by?,
            evidence,
            note: words::text_or_empty(note),
            case,
            span: place.span,
        })
    }

    fn in_service(&self, who: AgentIx, day: NaiveDate, span: Span, sink: &mut Sink) {
        let Some(Some(agent)) = self.agents.get(who.at()) else { return };
        if day < agent.joined || agent.left.is_some_and(|left| left < day) {
            let message = format!("on {day} `{}` was not in service", agent.id);
            sink.push(
                Diagnostic::new(Code::EventOutsideService, span, message)
                    .also(agent.span, "the agent")
                    .help("mend the id, the date, or the dates of the agent"),
            );
        }
    }
}

fn misplaced(field: &'static str, nature: EventNature, place: &raw::Place, sink: &mut Sink) {
    if place.has(field) {
        let message = format!("`{field}` has no meaning for {}", of(nature));
        sink.push(
            Diagnostic::new(Code::EventFieldMisplaced, place.of(field), message)
                .help("delete it; only red lines are decided and have an effect on the band"),
        );
    }
}

/// The points of an event: its own, or those of its type; 0 where the nature has none.
fn event_points(
    kind: &EventType,
    written: Option<&raw::NumberWord>,
    span: Span,
    sink: &mut Sink,
) -> Option<f64> {
    let Some(word) = written else {
        if kind.nature.sign() != 0.0 && kind.points.is_none() {
            let message =
                format!("the field `points` is missing: the type `{}` has none of its own", kind.id);
            sink.push(
                Diagnostic::new(Code::MissingField, span, message)
                    .help("add `points: …`, or give the type points"),
            );
            return None;
        }
        return Some(kind.points.unwrap_or_default());
    };
    if kind.nature.sign() == 0.0 {
        let message = format!("`points` has no meaning for {}", of(kind.nature));
        sink.push(
            Diagnostic::new(Code::EventFieldMisplaced, word.span, message)
                .help("delete it, or choose a type that is a bonus or a deduction"),
        );
        return None;
    }
    let points = words::number_in(word, 0.0..=100.0, sink)?;
    if points > kind.points_at_most {
        let message = format!("{points} points, where `{}` allows {} at most", kind.id, kind.points_at_most);
        sink.push(
            Diagnostic::new(Code::PointsAboveLimit, word.span, message)
                .help("enter fewer points, or choose another type"),
        );
        return None;
    }
    Some(points)
}

fn inside(day: NaiveDate, span: Span, month: Month, sink: &mut Sink) -> bool {
    if Month::of(day) == month {
        return true;
    }
    let message = format!("{day} is not in {month}, the month of this file");
    sink.push(
        Diagnostic::new(Code::EventOutsideMonth, span, message)
            .help(format!("enter it in the file of {}, or mend the date", Month::of(day))),
    );
    false
}

/// Reports ids that two events have.
fn twice(events: &[Event], sink: &mut Sink) {
    let mut named: Vec<(&str, Span)> =
        events.iter().filter_map(|event| Some((event.id.as_ref()?.as_str(), event.span))).collect();
    named.sort_unstable();
    for pair in named.windows(2) {
        if let [(first, first_at), (again, again_at)] = pair
            && first == again
        {
            sink.push(
                Diagnostic::new(
                    Code::DuplicateId,
                    *again_at,
                    format!("the event `{again}` is defined twice"),
                )
                .label("a second time")
                .also(*first_at, "first defined here")
                .help("give one of them another id"),
            );
        }
    }
}
