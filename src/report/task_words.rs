//! What is open in the appraisal cycle, in words.

use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, cycle_tables, format, goal_rows, subject};
use crate::cycle::{Task, TaskKind, What};
use crate::model::Subject;
use crate::view::{Attention, Cell, Column, Link, Mark, Row, Table, Tone};

/// The key of a kind.
pub(super) const fn kind(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Agree => "task-agree",
        TaskKind::Acknowledge => "task-acknowledge",
        TaskKind::Decide => "task-decide",
        TaskKind::Meet => "task-meet",
        TaskKind::Interview => "task-interview",
        TaskKind::ConfirmRecord => "task-confirm",
        TaskKind::Act => "task-act",
        TaskKind::CheckPlan => "task-check-plan",
        TaskKind::ClosePlan => "task-close-plan",
        TaskKind::Answer => "task-answer",
    }
}

/// Overdue, due, or open without a day.
pub(super) fn mark(reporter: &Reporter<'_>, voice: Voice<'_>, task: &Task) -> Mark {
    if task.is_overdue(reporter.evaluation.as_of) {
        Mark::new(Tone::Below, voice.word("task-overdue"))
    } else if task.due.is_some() {
        Mark::new(Tone::Watch, voice.word("task-due"))
    } else {
        Mark::new(Tone::NoValue, voice.word("task-open"))
    }
}

/// Who a text means: the name of the agent whose id it is, else the text as it stands.
pub(super) fn person<'t>(reporter: &'t Reporter<'_>, voice: Voice<'t>, text: &'t str) -> &'t str {
    let model = &reporter.evaluation.model;
    model.find_agent(text).map_or(text, |agent| voice.name(&model.agent(agent).name))
}

fn owner(reporter: &Reporter<'_>, voice: Voice<'_>, task: &Task) -> String {
    match (&task.owner, task.kind) {
        (Some(owner), _) => person(reporter, voice, owner).to_owned(),
        (None, TaskKind::Acknowledge | TaskKind::ConfirmRecord) => voice.word("task-self"),
        (None, TaskKind::Interview | TaskKind::Decide | TaskKind::Answer | TaskKind::Meet) => {
            voice.word("task-manager")
        }
        (None, _) => voice.word("not-said"),
    }
}

fn what(reporter: &Reporter<'_>, voice: Voice<'_>, task: &Task) -> Cell {
    let model = &reporter.evaluation.model;
    // A list for many readers names the task, not what was said in the talk.
    if let (true, Subject::Agent(agent)) = (task.is_sensitive(), task.whose) {
        let page = address::agent(model.agent(agent).id.as_str());
        return Cell::link(voice.word("task-on-own-page"), format!("{page}#notes"));
    }
    match &task.what {
        What::Target(ix) => {
            let target = model.target(*ix);
            Cell::link(goal_rows::title(voice.language, target), address::target(target.id.as_str()))
        }
        What::Scheme(ix) => {
            let scheme = model.scheme(*ix);
            Cell::link(voice.name(&scheme.name), address::scheme(scheme.id.as_str()))
        }
        What::Meeting(kind) => Cell::text(voice.word(cycle_tables::meeting_kind(*kind))),
        What::Period(period) => Cell::text(format::period(*period, voice.language)),
        What::Text(text) if voice.name(text).is_empty() => Cell::text(voice.word("not-said")),
        What::Text(text) => Cell::text(voice.name(text)),
    }
}

/// `tasks` as a table, in their order, at most `most`.
pub(super) fn table(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    caption: &str,
    tasks: &[&Task],
    most: usize,
) -> Table {
    let row = |task: &&Task| {
        let due = task.due.map_or_else(
            || Cell { sort: Some("9999".to_owned()), ..Cell::text(voice.word("task-no-day")) },
            |due| Cell::text(due.to_string()),
        );
        Row::new(vec![
            subject::cell(reporter, voice.language, task.whose),
            Cell::text(voice.word(kind(task.kind))),
            what(reporter, voice, task),
            Cell::text(owner(reporter, voice, task)),
            due,
            Cell::mark(mark(reporter, voice, task)),
        ])
    };
    let columns = vec![
        Column::text(voice.word("goal-whose")),
        Column::text(voice.word("task-kind")),
        Column::text(voice.word("task-what")),
        Column::text(voice.word("person")),
        Column::text(voice.word("due")),
        Column::text(voice.word("status")),
    ];
    let mut table = Table::new(voice.word(caption), columns, tasks.iter().take(most).map(row).collect());
    table.empty = voice.word("tasks-none");
    if tasks.len() > most {
        table.notes.push(say!(voice, "alerts-cut", shown: most, found: tasks.len()));
    }
    table
}

/// One line for the overview when anything is overdue.
pub(super) fn overdue(reporter: &Reporter<'_>, voice: Voice<'_>) -> Option<Attention> {
    let day = reporter.evaluation.as_of;
    let late: Vec<&Task> = reporter.evaluation.tasks.iter().filter(|task| task.is_overdue(day)).collect();
    let oldest = late.iter().filter_map(|task| task.due).min()?;
    let people = {
        let mut all: Vec<Subject> = late.iter().map(|task| task.whose).collect();
        all.dedup();
        all.iter().filter(|whose| matches!(whose, Subject::Agent(_))).count()
    };
    Some(Attention {
        mark: Mark::new(Tone::Watch, voice.word("task-overdue")),
        subject: Link::new(voice.word("cycle"), "cycle.html#tasks"),
        reason: say!(voice, "attention-overdue", n: late.len(), people: people, day: &oldest.to_string()),
    })
}
