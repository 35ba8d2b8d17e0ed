//! Promotions and dated actions.

use super::vocabulary::Vocabulary;
use super::{target, words};
use crate::diag::Sink;
use crate::model::{DatedAction, IndicatorIx, Promotion};
use crate::raw::{self, Entries};

/// Months looked at before and after an action, if nothing is said.
const MONTHS: u16 = 3;

/// Promotions by their first day, then by id.
pub(super) fn promotions(entries: Option<Entries<raw::Promotion>>, sink: &mut Sink) -> Vec<Promotion> {
    let mut read = Vec::new();
    for (word, raw) in entries.into_iter().flat_map(|entries| entries.list) {
        let id = words::id(&word, sink);
        let Some(raw::Promotion { name, from, to, place }) = raw else { continue };
        let (first, last) = (words::date(&from, sink), words::date(&to, sink));
        let place = |day: Option<chrono::NaiveDate>, field: &str| day.map(|day| (day, place.of(field)));
        let in_order = words::in_order(place(first, "from"), place(last, "to"), sink);
        if let (Some(id), Some(from), Some(to), true) = (id, first, last, in_order) {
            read.push(Promotion { id, name: words::text(name), from, to });
        }
    }
    read.sort_by(|a, b| (a.from, &a.id).cmp(&(b.from, &b.id)));
    read
}

/// Actions by their date, then by id; checked when indicators, teams and agents are known.
pub(super) fn actions(
    entries: Option<Entries<raw::DatedAction>>,
    book: &Vocabulary,
    sink: &mut Sink,
) -> Vec<DatedAction> {
    let mut read = Vec::new();
    for (word, raw) in entries.into_iter().flat_map(|entries| entries.list) {
        let id = words::id(&word, sink);
        let Some(raw::DatedAction { text, date, subject, indicator, months, place: _ }) = raw else {
            continue;
        };
        let date = words::date(&date, sink);
        let subject = target::subject_of(&subject, book, sink);
        let indicator = book.indicators.resolve(&indicator, sink);
        let months = months.map_or(Some(MONTHS), |word| words::whole(&word, 1..=12, sink));
        if let (Some(id), Some(date), Some(subject), Some(indicator), Some(months)) =
            (id, date, subject, indicator, months)
        {
            let (text, indicator) = (words::text(text), IndicatorIx(indicator));
            let months = months as u8;
            read.push(DatedAction { id, text, date, subject, indicator, months, span: word.span });
        }
    }
    read.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    read
}
