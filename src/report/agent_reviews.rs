//! The records of an agent's talks, newest first.

use super::cycle_tables::outcome;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{format, task_words};
use crate::model::{AgentIx, Commitment, Language, Plan, PlanCheck, Review, ReviewKind, Text};
use crate::view::{Cell, Column, Fact, Mark, ReviewNote, Row, Table, Tone};

/// The records of `agent` up to the day of the site.
#[must_use]
pub(super) fn notes(reporter: &Reporter<'_>, agent: AgentIx, language: Language) -> Vec<ReviewNote> {
    let day = reporter.evaluation.as_of;
    let reviews = reporter.evaluation.model.reviews_of(agent).iter().rev();
    reviews
        .filter(|review| review.date <= day)
        .enumerate()
        .map(|(at, review)| note(reporter, language, at, review))
        .collect()
}

fn note(reporter: &Reporter<'_>, language: Language, at: usize, review: &Review) -> ReviewNote {
    let voice = reporter.voice(language);
    let period = format::period(review.period, language);
    let title = match review.kind {
        ReviewKind::Interview => say!(voice, "review-interview", period: &period),
        ReviewKind::ImprovementPlan => say!(voice, "review-plan", period: &period),
    };
    let mut facts = vec![
        Fact::new(voice.word("date"), review.date.to_string()),
        Fact::new(voice.word("review-by"), task_words::person(reporter, voice, &review.interviewer)),
        Fact::new(
            voice.word("review-seen"),
            review.acknowledged_on.map_or_else(|| voice.word("not-yet"), |day| day.to_string()),
        ),
    ];
    let mut add = |key: &str, text: &Text| {
        if !voice.name(text).is_empty() {
            facts.push(Fact::new(voice.word(key), voice.name(text)));
        }
    };
    add("review-difficulty", &review.difficulty);
    add("review-need", &review.need);
    if let Some(plan) = &review.plan {
        facts.extend(plan_facts(voice, plan));
    }
    let checks = review.plan.as_ref().filter(|plan| !plan.checks.is_empty());
    ReviewNote {
        anchor: format!("talk-{}", at + 1),
        facts,
        actions: (!review.actions.is_empty()).then(|| actions(reporter, voice, &review.actions, &title)),
        checks: checks.map(|plan| self::checks(reporter, voice, &plan.checks, &title)),
        body: (!review.body.is_empty()).then(|| review.body.clone()),
        title,
    }
}

fn plan_facts(voice: Voice<'_>, plan: &Plan) -> Vec<Fact> {
    let support = voice.name(&plan.support);
    let support = if support.is_empty() { voice.word("not-said") } else { support.to_owned() };
    let (from, to) = (plan.from.to_string(), plan.to.to_string());
    vec![
        Fact::new(voice.word("plan-gap"), voice.name(&plan.gap)),
        Fact::new(voice.word("plan-support"), support),
        Fact::new(voice.word("plan-time"), say!(voice, "plan-from-to", from: &from, to: &to)),
        Fact::new(voice.word("plan-outcome"), outcome(voice, plan.outcome).word),
    ]
}

/// Done, overdue or due.
fn state(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    due: Option<chrono::NaiveDate>,
    done: Option<chrono::NaiveDate>,
) -> Mark {
    let day = reporter.evaluation.as_of;
    match (done.filter(|done| *done <= day), due) {
        (Some(done), _) => Mark::new(Tone::OnTarget, say!(voice, "done-on", day: &done.to_string())),
        (None, Some(due)) if due < day => Mark::new(Tone::Below, voice.word("task-overdue")),
        (None, Some(_)) => Mark::new(Tone::Watch, voice.word("task-due")),
        (None, None) => Mark::new(Tone::NoValue, voice.word("task-open")),
    }
}

fn actions(reporter: &Reporter<'_>, voice: Voice<'_>, list: &[Commitment], title: &str) -> Table {
    let row = |action: &Commitment| {
        Row::new(vec![
            Cell::text(voice.name(&action.what)),
            Cell::text(action.owner.as_ref().map_or_else(
                || voice.word("not-said"),
                |owner| task_words::person(reporter, voice, owner).to_owned(),
            )),
            Cell::text(action.due.map_or_else(|| voice.word("task-no-day"), |due| due.to_string())),
            Cell::mark(state(reporter, voice, action.due, action.done_on)),
        ])
    };
    let columns = ["action", "person", "due", "status"].map(|key| Column::text(voice.word(key))).into();
    let mut table =
        Table::new(say!(voice, "review-actions", of: title), columns, list.iter().map(row).collect());
    (table.sortable, table.filter) = (false, false);
    table
}

fn checks(reporter: &Reporter<'_>, voice: Voice<'_>, list: &[PlanCheck], title: &str) -> Table {
    let row = |check: &PlanCheck| {
        let note = voice.name(&check.note);
        Row::new(vec![
            Cell::text(check.due.to_string()),
            Cell::mark(state(reporter, voice, Some(check.due), check.held_on)),
            Cell::text(if note.is_empty() { voice.word("not-said") } else { note.to_owned() }),
        ])
    };
    let columns = ["plan-check", "status", "plan-note"].map(|key| Column::text(voice.word(key))).into();
    let mut table =
        Table::new(say!(voice, "review-checks", of: title), columns, list.iter().map(row).collect());
    (table.sortable, table.filter) = (false, false);
    table
}
