//! Events and red lines of a score in words, each with the line on which it was written.

use super::derivation::band_name_of;
use super::format::{month, short_number, signed};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::model::{Event, EventIx, EventNature, Language, Month, Person, grid};
use crate::score::{EventMonth, Scorecard};
use crate::view::Trace;

/// Decimals with which points of events are shown.
const DECIMALS: u8 = 2;

/// What events did to the score of `card`: each event, what counts of each month, and what that adds to the total.
#[must_use]
pub(super) fn added(
    reporter: &Reporter<'_>,
    language: Language,
    card: &Scorecard,
    (from, points, months): (f64, f64, u8),
) -> Vec<Trace> {
    let voice = reporter.voice(language);
    let mut told = entries(reporter, voice, card);
    let (before, after) = (reporter.score(from), reporter.score((from + points).max(0.0)));
    let by = signed(points, DECIMALS);
    let text = match months {
        0 | 1 => say!(voice, "event-step-added", before: &before, by: &by, after: &after),
        n => say!(voice, "event-step-mean", n: usize::from(n), before: &before, by: &by, after: &after),
    };
    // What is shown as 89.33 and +1.67 may add up to 90.99.
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let apart = grid(from, decimals) + grid(points, decimals) != grid(from + points, decimals);
    let text = match apart {
        true => voice.sentences(&[text.into(), voice.word("event-step-rounding").into()]),
        false => text,
    };
    told.push(Trace { text, source: None });
    told
}

/// The events that count and what counts of each month.
#[must_use]
pub(super) fn entries(reporter: &Reporter<'_>, voice: Voice<'_>, card: &Scorecard) -> Vec<Trace> {
    let ledger = &reporter.evaluation.model.ledger;
    let mut told = Vec::new();
    for of_month in &card.events {
        for event in ledger.of(card.agent, of_month.month, of_month.month) {
            if event.nature.sign() != 0.0 {
                told.push(Trace {
                    text: event_words(reporter, voice, event),
                    source: reporter.source(event.span),
                });
            }
        }
        told.extend(month_words(voice, of_month).map(|text| Trace { text, source: None }));
    }
    told
}

fn event_words(reporter: &Reporter<'_>, voice: Voice<'_>, event: &Event) -> String {
    let kind = voice.name(&reporter.evaluation.model.organisation.event_type(event.kind).name);
    let points = points(event);
    let rater = person(reporter, voice.language, event.rater);
    say!(voice, "event-step-entry", date: &event.date.to_string(), kind: kind, points: &points, rater: &rater)
}

/// What counts of a month, where a cap took something or there are several events.
fn month_words(voice: Voice<'_>, of_month: &EventMonth) -> Option<String> {
    let counted = signed(of_month.counted(), DECIMALS);
    let name = month(of_month.month, voice.language);
    if !of_month.is_capped() {
        return None;
    }
    let number = |x: f64| short_number(x, DECIMALS);
    Some(say!(
        voice, "event-step-capped",
        month: &name, added: &number(of_month.added), deducted: &number(of_month.deducted),
        most_added: &number(of_month.caps.most_added), most_deducted: &number(of_month.caps.most_deducted),
        counted: &counted,
    ))
}

/// A red line that holds the band down.
#[must_use]
pub(super) fn overridden(
    reporter: &Reporter<'_>,
    language: Language,
    card: &Scorecard,
    (earned, band, event): (usize, usize, EventIx),
) -> Option<Trace> {
    let voice = reporter.voice(language);
    let event = reporter.evaluation.model.ledger.event(event)?;
    let case = event.case.as_ref()?;
    let name = |at: usize| band_name_of(reporter, language, card.scheme, Some(at)).unwrap_or_default();
    let kind = voice.name(&reporter.evaluation.model.organisation.event_type(event.kind).name);
    let decided = case.decided_on.map_or_else(String::new, |day| day.to_string());
    let text = say!(
        voice, "event-step-band",
        kind: kind, date: &event.date.to_string(), decided: &decided, earned: name(earned), band: name(band),
        from: &month(case.from, language), through: &month(case.through, language),
    );
    Some(Trace { text, source: reporter.source(event.span) })
}

/// That the band is held down by a red line, in a sentence; `None` where it is the one that the score earns.
#[must_use]
pub(super) fn held_down(reporter: &Reporter<'_>, language: Language, card: &Scorecard) -> Option<String> {
    if card.band == card.earned_band {
        return None;
    }
    let name = |band| band_name_of(reporter, language, card.scheme, band).unwrap_or_default();
    Some(
        say!(reporter.voice(language), "red-line-lead", earned: name(card.earned_band), band: name(card.band)),
    )
}

/// The points of an event with their sign; empty where it has none, 0 where they were taken back.
#[must_use]
pub(super) fn points(event: &Event) -> String {
    let points = short_number(event.points, DECIMALS);
    match event.nature {
        EventNature::Bonus | EventNature::Deduction if event.points == 0.0 => points,
        EventNature::Bonus => format!("+{points}"),
        EventNature::Deduction => format!("−{points}"),
        EventNature::Commendation | EventNature::RedLine => String::new(),
    }
}

/// The name of somebody who enters or decides.
#[must_use]
pub(super) fn person(reporter: &Reporter<'_>, language: Language, person: Person) -> String {
    let model = &reporter.evaluation.model;
    match person {
        Person::Agent(agent) => model.agent(agent).name.get(language).to_owned(),
        Person::Rater(rater) => {
            model.organisation.raters.get(rater.at()).map_or("", |rater| rater.name.get(language)).to_owned()
        }
    }
}

/// Months from one to another, as one where they are the same.
#[must_use]
pub(super) fn months(from: Month, through: Month, language: Language) -> String {
    match from == through {
        true => month(from, language),
        false => format!("{} – {}", month(from, language), month(through, language)),
    }
}
