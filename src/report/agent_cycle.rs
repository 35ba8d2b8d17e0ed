//! The way of one agent through the five stages of the appraisal cycle (A001, A089).

use super::cards::AgentCards;
use super::cycle_stages::{STAGES, mark, touches};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{format, task_words, verdict};
use crate::cycle::TaskKind;
use crate::model::{Language, Period, PeriodKind, ReviewKind, Subject};
use crate::view::{Cell, Column, Mark, Row, Table, Tone};

/// The way as a table, for the latest complete quarter; `None` where nothing is written of the cycle.
#[must_use]
pub(super) fn way(reporter: &Reporter<'_>, cards: &AgentCards, language: Language) -> Option<Table> {
    let model = &reporter.evaluation.model;
    if model.cycle.is_empty() && model.reviews.is_empty() {
        return None;
    }
    let voice = reporter.voice(language);
    let period = reporter.evaluation.latest(PeriodKind::Quarter)?;
    let steps = [
        targets(reporter, voice, cards, period),
        scheme(reporter, voice, cards),
        score(reporter, language, cards, period),
        talk(reporter, voice, cards, period),
        follow_up(reporter, voice, cards),
    ];
    let row = |(key, (text, mark)): (&&str, (String, Mark))| {
        Row::new(vec![Cell::text(voice.word(key)), Cell::text(text), Cell::mark(mark)])
    };
    let columns = vec![
        Column::text(voice.word("stage")),
        Column::text(voice.word("stage-where")),
        Column::text(voice.word("status")),
    ];
    let caption = say!(voice, "cycle-stages-caption", period: &format::period(period, language));
    let mut table = Table::new(caption, columns, STAGES.iter().zip(steps).map(row).collect());
    (table.sortable, table.filter) = (false, false);
    Some(table)
}

fn targets(reporter: &Reporter<'_>, voice: Voice<'_>, cards: &AgentCards, period: Period) -> (String, Mark) {
    let model = &reporter.evaluation.model;
    let goals = reporter.evaluation.goals_of(Subject::Agent(cards.agent));
    let touched: Vec<_> =
        goals.map(|goal| model.target(goal.target)).filter(|of| touches(of, period)).collect();
    let agreed = touched.iter().filter(|target| target.agreed_on.is_some()).count();
    (say!(voice, "way-targets", n: touched.len(), agreed: agreed), mark(voice, agreed, Some(touched.len())))
}

fn scheme(reporter: &Reporter<'_>, voice: Voice<'_>, cards: &AgentCards) -> (String, Mark) {
    let model = &reporter.evaluation.model;
    let day = reporter.evaluation.as_of;
    let mut told: Vec<_> = model
        .cycle
        .announcements
        .iter()
        .filter(|of| of.date <= day && of.is_told(model, cards.agent, day))
        .collect();
    told.sort_by(|a, b| a.date.cmp(&b.date).then(a.id.cmp(&b.id)));
    let Some(last) = told.last() else {
        return (voice.word("way-not-announced"), mark(voice, 0, Some(0)));
    };
    let name = voice.name(&model.scheme(last.scheme).name);
    let announced = last.date.to_string();
    match last.acknowledged_on(cards.agent).filter(|on| *on <= day) {
        Some(on) => {
            let on = on.to_string();
            (
                say!(voice, "way-acknowledged", scheme: name, announced: &announced, on: &on),
                mark(voice, 1, Some(1)),
            )
        }
        None => (
            say!(voice, "way-not-acknowledged", scheme: name, announced: &announced),
            mark(voice, 0, Some(1)),
        ),
    }
}

fn score(reporter: &Reporter<'_>, language: Language, cards: &AgentCards, period: Period) -> (String, Mark) {
    let voice = reporter.voice(language);
    let Some(card) = cards.card(period) else {
        return (voice.word("not-scored"), mark(voice, 0, Some(0)));
    };
    match card.total {
        Some(total) => (say!(voice, "way-score", score: &reporter.score(total)), mark(voice, 1, Some(1))),
        None => (verdict::short(reporter, language, &card.verdict).to_owned(), mark(voice, 0, Some(0))),
    }
}

fn talk(reporter: &Reporter<'_>, voice: Voice<'_>, cards: &AgentCards, period: Period) -> (String, Mark) {
    let day = reporter.evaluation.as_of;
    let reviews = reporter.evaluation.model.reviews_of(cards.agent).iter().rev();
    let mut held = reviews.filter(|review| review.kind == ReviewKind::Interview && review.date <= day);
    if let Some(review) = held.find(|review| review.period == period) {
        let (on, by) = (review.date.to_string(), task_words::person(reporter, voice, &review.interviewer));
        return match review.acknowledged_on.filter(|on| *on <= day) {
            Some(seen) => (
                say!(voice, "way-talk-confirmed", on: &on, by: by, seen: &seen.to_string()),
                mark(voice, 1, Some(1)),
            ),
            None => (say!(voice, "way-talk", on: &on, by: by), mark(voice, 0, Some(1))),
        };
    }
    let mut tasks = reporter.evaluation.tasks_of(Subject::Agent(cards.agent)).iter();
    match tasks.find(|task| task.kind == TaskKind::Interview) {
        Some(task) => {
            let due = task.due.map(|due| due.to_string()).unwrap_or_default();
            (say!(voice, "way-talk-due", due: &due), task_words::mark(reporter, voice, task))
        }
        None => (voice.word("way-no-talk"), mark(voice, 0, Some(0))),
    }
}

fn follow_up(reporter: &Reporter<'_>, voice: Voice<'_>, cards: &AgentCards) -> (String, Mark) {
    let day = reporter.evaluation.as_of;
    let reviews = reporter.evaluation.model.reviews_of(cards.agent);
    let actions = || reviews.iter().filter(|review| review.date <= day).flat_map(|review| &review.actions);
    let done = actions().filter(|action| action.done_on.is_some_and(|on| on <= day)).count();
    let (all, open) = (actions().count(), reporter.evaluation.tasks_of(Subject::Agent(cards.agent)));
    let late = open.iter().filter(|task| task.is_overdue(day)).count();
    let text = say!(voice, "way-follow-up", done: done, all: all, open: open.len(), late: late);
    if late > 0 {
        return (text, Mark::new(Tone::Below, voice.word("task-overdue")));
    }
    (text, mark(voice, done, Some(all)))
}
