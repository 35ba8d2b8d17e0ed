//! The case of a red line: confirmed only after a hearing, by somebody, on a day, for a stated time.

use super::ledger::Desk;
use super::{person, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{AgentIx, Id, Month, Person, RedLine, RedLineStatus};
use crate::raw::{self, DateWord, IdWord, MonthWord, Place};
use chrono::NaiveDate;

/// The fields of a red line as written.
pub(super) struct Written {
    pub(super) status: Option<raw::RedLineStatus>,
    pub(super) heard_on: Option<DateWord>,
    pub(super) decided_by: Option<IdWord>,
    pub(super) decided_on: Option<DateWord>,
    pub(super) effect: Option<raw::RedLineEffect>,
    pub(super) through: Option<MonthWord>,
}

/// Best band, levels down, no bonus.
type Effect = (Option<Id>, u8, bool);

impl Desk<'_> {
    /// The case of an event of `who` on `day`, which stands in the file of `month`.
    pub(super) fn case(
        &self,
        written: Written,
        (who, day, month): (AgentIx, NaiveDate, Month),
        place: &Place,
        sink: &mut Sink,
    ) -> Option<RedLine> {
        let Written { status, heard_on, decided_by, decided_on, effect, through } = written;
        let status = match status {
            Some(raw::RedLineStatus::Confirmed) => RedLineStatus::Confirmed,
            Some(raw::RedLineStatus::Lifted) => RedLineStatus::Lifted,
            Some(raw::RedLineStatus::Reported) | None => RedLineStatus::Reported,
        };
        if status == RedLineStatus::Confirmed {
            complete(place, sink)?;
        }
        let heard = optional(heard_on, |word| words::date(word, sink))?;
        let decided = optional(decided_on, |word| words::date(word, sink))?;
        let decided_by = self.decider(decided_by.as_ref(), who, sink)?;
        let dates = [
            (heard, "heard_on", Some(day), "the hearing was on", "the event on"),
            (decided, "decided_on", Some(day), "the decision was on", "the event on"),
            (decided, "decided_on", heard, "the decision was on", "the hearing only on"),
        ];
        for (later, field, earlier, what, than) in dates {
            in_order(later, place.of(field), earlier, (what, than), sink);
        }
        let through = optional(through, |word| words::month(word, sink))?.unwrap_or(month);
        if through < month {
            let message = format!("this ends with {through}, before the month of the event, {month}");
            sink.push(Diagnostic::new(Code::DatesReversed, place.of("through"), message));
        }
        let (band_at_most, levels_down, no_bonus) = self.effect(effect, sink)?;
        Some(RedLine {
            status,
            heard_on: heard,
            decided_by,
            decided_on: decided,
            band_at_most,
            levels_down,
            no_bonus,
            from: month,
            through,
        })
    }

    fn decider(&self, word: Option<&IdWord>, who: AgentIx, sink: &mut Sink) -> Option<Option<Person>> {
        let decider = person::maybe(word, self.book, sink).ok()?;
        if let Some(word) = word
            && decider == Some(Person::Agent(who))
        {
            let message = format!("`{}` decides about themselves", word.text);
            sink.push(Diagnostic::new(Code::RatedByOneself, word.span, message));
        }
        Some(decider)
    }

    fn effect(&self, raw: Option<raw::RedLineEffect>, sink: &mut Sink) -> Option<Effect> {
        let Some(raw) = raw else { return Some((None, 0, false)) };
        let raw::RedLineEffect { band_at_most, levels_down, no_bonus, place: _ } = raw;
        let band = optional(band_at_most, |word| {
            let bands = || self.schemes.iter().flatten().flat_map(|scheme| &scheme.bands);
            let found = bands().find(|band| band.id.as_str() == word.text);
            if found.is_none() {
                let near = crate::diag::suggest(&word.text, bands().map(|band| band.id.as_str()));
                let message = format!("no scheme has a band {}", crate::diag::quoted(&word.text));
                sink.push(
                    Diagnostic::new(Code::UnknownBand, word.span, message)
                        .help_if(near.map(|near| format!("did you mean `{near}`?"))),
                );
            }
            found.map(|band| band.id.clone())
        });
        let levels = optional(levels_down, |word| words::whole(word, 1..=20, sink));
        let bonus = optional(no_bonus, |word| words::flag(word, sink));
        Some((band?, levels?.unwrap_or_default() as u8, bonus?.unwrap_or_default()))
    }
}

/// Reports what a confirmed red line lacks; `None` if something is missing.
fn complete(place: &Place, sink: &mut Sink) -> Option<()> {
    let needed = ["heard_on", "decided_by", "decided_on", "through"];
    let missing: Vec<&str> = needed.into_iter().filter(|field| !place.has(field)).collect();
    if missing.is_empty() {
        return Some(());
    }
    let message = format!("a confirmed red line needs {}", missing.join(", "));
    sink.push(
        Diagnostic::new(Code::DecisionIncomplete, place.span, message)
            .note("the agent is heard, somebody decides on a day, and it holds for a stated time")
            .help("add what is missing, or write `status: reported` until it is decided"),
    );
    None
}

/// Reports `later` if it comes before `earlier`.
pub(super) fn in_order(
    later: Option<NaiveDate>,
    span: Span,
    earlier: Option<NaiveDate>,
    (what, than): (&str, &str),
    sink: &mut Sink,
) {
    if let (Some(later), Some(earlier)) = (later, earlier)
        && later < earlier
    {
        let message = format!("{what} {later}, {than} {earlier}");
        sink.push(Diagnostic::new(Code::DecisionOutOfOrder, span, message).help("mend one of the dates"));
    }
}

/// A field that may be missing: `None` if it is written and faulty.
pub(super) fn optional<W, T>(word: Option<W>, read: impl FnOnce(&W) -> Option<T>) -> Option<Option<T>> {
    match word {
        Some(word) => read(&word).map(Some),
        None => Some(None),
    }
}
