//! The five stages of the appraisal cycle, counted for the latest complete quarter (A001, A089).

use super::format;
use super::reporter::Reporter;
use super::standing::Standings;
use super::voice::{Voice, say};
use crate::model::{AgentIx, Language, Model, Period, ReviewKind, Target};
use crate::view::{Cell, Column, Link, Mark, Row, Table, Tone};
use chrono::NaiveDate;

/// The stages, in their order.
pub(super) const STAGES: [&str; 5] =
    ["stage-targets", "stage-scheme", "stage-assessment", "stage-talk", "stage-follow-up"];

/// What a stage counts.
struct Counted {
    done: usize,
    of: Option<usize>,
    latest: Option<NaiveDate>,
    href: &'static str,
}

/// The stages with what is done of what is due; `None` without a period.
pub(super) fn table(reporter: &Reporter<'_>, language: Language) -> Option<Table> {
    let voice = reporter.voice(language);
    let period = reporter.survey.period?;
    let counted = [
        targets(reporter, period),
        schemes(reporter, period),
        assessment(reporter, period),
        talks(reporter, period),
        follow_up(&reporter.evaluation.model, period, reporter.evaluation.as_of),
    ];
    let rows = STAGES.iter().zip(counted).map(|(key, counted)| row(voice, key, &counted)).collect();
    let columns = vec![
        Column::text(voice.word("stage")),
        Column::text(voice.word("stage-counts")),
        Column::number(voice.word("stage-done")),
        Column::text(voice.word("stage-latest")),
        Column::text(voice.word("status")),
    ];
    let caption = say!(voice, "cycle-stages-caption", period: &format::period(period, language));
    let mut table = Table::new(caption, columns, rows);
    table.sortable = false;
    Some(table)
}

fn row(voice: Voice<'_>, key: &str, counted: &Counted) -> Row {
    let Counted { done, of, latest, href } = counted;
    let number = |n: usize| format::number(n as f64, 0);
    let text = match of {
        Some(of) => say!(voice, "n-of-n", n: &number(*done), of: &number(*of)),
        None => number(*done),
    };
    let link = Link::new(voice.word(key), *href);
    Row::new(vec![
        Cell { href: link.href, ..Cell::text(link.text) },
        Cell::text(voice.word(&format!("{key}-counts"))),
        Cell::number(text, *done as f64),
        Cell::text(latest.map_or_else(|| voice.word("stage-no-day"), |day| day.to_string())),
        Cell::mark(mark(voice, *done, *of)),
    ])
}

/// Done, under way, or nothing to do.
pub(super) fn mark(voice: Voice<'_>, done: usize, of: Option<usize>) -> Mark {
    match of {
        None if done > 0 => Mark::new(Tone::OnTarget, voice.word("stage-held")),
        None | Some(0) => Mark::new(Tone::NoValue, voice.word("stage-nothing")),
        Some(of) if done >= of => Mark::new(Tone::OnTarget, voice.word("stage-complete")),
        Some(_) => Mark::new(Tone::Watch, voice.word("stage-under-way")),
    }
}

/// Whether the window of a goal touches `period`.
pub(super) fn touches(target: &Target, period: Period) -> bool {
    target.start.is_some_and(|start| start <= period.last().last_day())
        && target.end.is_some_and(|end| period.first().first_day() <= end)
}

fn targets(reporter: &Reporter<'_>, period: Period) -> Counted {
    let of = || reporter.evaluation.model.targets.iter().filter(|target| touches(target, period));
    let agreed = || of().filter_map(|target| target.agreed_on);
    Counted { done: agreed().count(), of: Some(of().count()), latest: agreed().max(), href: "targets.html" }
}

fn schemes(reporter: &Reporter<'_>, period: Period) -> Counted {
    let model = &reporter.evaluation.model;
    let day = reporter.evaluation.as_of;
    let last = period.last();
    let mut counted = Counted { done: 0, of: Some(0), latest: None, href: "cycle.html#announcements" };
    for announcement in &model.cycle.announcements {
        let scheme = model.scheme(announcement.scheme);
        if scheme.from > last || scheme.to.is_some_and(|to| to < last) {
            continue;
        }
        for agent in announcement.audience(model, day) {
            let confirmed = announcement.acknowledged_on(agent).filter(|on| *on <= day);
            counted.of = counted.of.map(|of| of + 1);
            counted.done += usize::from(confirmed.is_some());
            counted.latest = counted.latest.max(confirmed);
        }
    }
    counted
}

fn assessment(reporter: &Reporter<'_>, period: Period) -> Counted {
    let standings = Standings::all(reporter, period);
    let latest = Some(period.last().last_day());
    Counted { done: standings.rated, of: Some(standings.members), latest, href: "ranking.html" }
}

fn talks(reporter: &Reporter<'_>, period: Period) -> Counted {
    let model = &reporter.evaluation.model;
    let day = reporter.evaluation.as_of;
    let mut held: Vec<(AgentIx, NaiveDate)> = model
        .reviews
        .iter()
        .filter(|review| {
            review.period == period && review.kind == ReviewKind::Interview && review.date <= day
        })
        .map(|review| (review.agent, review.date))
        .collect();
    let latest = held.iter().map(|(_, day)| *day).max();
    held.dedup_by_key(|(agent, _)| *agent);
    let rules = model.cycle.interviews.iter().filter(|rule| rule.from <= period);
    let mut due: Vec<AgentIx> = rules.flat_map(|rule| rule.due(model, period)).collect();
    due.sort_unstable();
    due.dedup();
    if due.is_empty() {
        return Counted { done: held.len(), of: None, latest, href: "cycle.html#tasks" };
    }
    let done = due.iter().filter(|agent| held.binary_search_by_key(*agent, |(who, _)| *who).is_ok()).count();
    Counted { done, of: Some(due.len()), latest, href: "cycle.html#tasks" }
}

/// Actions agreed in talks about the period, and those done.
fn follow_up(model: &Model, period: Period, day: NaiveDate) -> Counted {
    let talks = || model.reviews.iter().filter(|review| review.period == period && review.date <= day);
    let actions = || talks().flat_map(|review| &review.actions);
    let done = || actions().filter_map(|action| action.done_on).filter(|on| *on <= day);
    Counted {
        done: done().count(),
        of: Some(actions().count()),
        latest: done().max(),
        href: "cycle.html#tasks",
    }
}
