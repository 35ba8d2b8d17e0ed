//! Rosters: staff hours by team, month and time of day, none of them twice.

use super::vocabulary::Vocabulary;
use super::words;
use crate::diag::{Code, Diagnostic, Sink, Span, quoted};
use crate::model::{Interval, Roster, TeamIx};
use crate::raw::{self, Word};

/// Most hours and enquiries of a month: far beyond any desk, near enough to find a slip of the keys.
const MOST: f64 = 1e8;

/// The rosters of all files, sorted by team, month and interval; `None` if any is faulty.
pub(super) fn check(list: Vec<raw::Roster>, book: &Vocabulary, sink: &mut Sink) -> Option<Vec<Roster>> {
    let read: Vec<Option<Roster>> = list.into_iter().map(|one| roster(one, book, sink)).collect();
    let mut rosters: Vec<Roster> = read.into_iter().collect::<Option<_>>()?;
    rosters.sort_by_key(|roster| {
        (roster.team, roster.month, roster.interval, roster.span.file, roster.span.start)
    });
    for group in rosters.chunk_by(|a, b| (a.team, a.month) == (b.team, b.month)) {
        apart(group, sink);
    }
    Some(rosters)
}

fn roster(raw: raw::Roster, book: &Vocabulary, sink: &mut Sink) -> Option<Roster> {
    let raw::Roster { team, month, interval, hours, worked, enquiries, place: _ } = raw;
    let span = team.span;
    let team = book.teams.resolve(&team, sink);
    let month = words::month(&month, sink);
    let interval = interval.map_or(Some(Interval::WHOLE), |word| time_of_day(&word, sink));
    let hours = words::number_in(&hours, 0.0..=MOST, sink);
    let worked = match worked {
        Some(word) => words::number_in(&word, 0.0..=MOST, sink).map(Some),
        None => Some(None),
    };
    let enquiries = words::number_in(&enquiries, 0.0..=MOST, sink);
    Some(Roster {
        team: TeamIx(team?),
        month: month?,
        interval: interval?,
        hours: hours?,
        worked: worked?,
        enquiries: enquiries?,
        span,
    })
}

fn time_of_day(word: &Word, sink: &mut Sink) -> Option<Interval> {
    let read = Interval::parse(&word.text);
    if read.is_none() {
        let message = format!("{} is not a time of day", quoted(&word.text));
        sink.push(
            Diagnostic::new(Code::UnknownWord, word.span, message)
                .help("write it like \"09:00-17:00\", or leave it out for the whole day"),
        );
    }
    read
}

/// Reports intervals of one team and month that share time: their hours would count twice.
fn apart(group: &[Roster], sink: &mut Sink) {
    for (at, later) in group.iter().enumerate() {
        let earlier = group.iter().take(at).find(|earlier| earlier.interval.overlaps(later.interval));
        let Some(Roster { interval, span, .. }) = earlier else { continue };
        report(later, *interval, *span, sink);
    }
}

fn report(later: &Roster, interval: Interval, span: Span, sink: &mut Sink) {
    let message = format!("{} of {} shares time with {interval}", later.interval, later.month);
    sink.push(
        Diagnostic::new(Code::RosterOverlap, later.span, message)
            .also(span, "the other interval")
            .help("write each part of the day once"),
    );
}
