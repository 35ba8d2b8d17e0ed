//! The page of the appraisal cycle: where it stands, what is due, what was said and decided (A001).

use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{cycle_stages, cycle_tables, task_words};
use crate::cycle::Task;
use crate::model::Language;
use crate::view::{Link, ListSection, ListView, Section, Shell, Table};

/// Most rows of the list of what is due.
const MOST: usize = 300;

/// The page of the appraisal cycle (`cycle.html`) in `language`.
#[must_use]
pub fn cycle_page(reporter: &Reporter<'_>, language: Language) -> ListView {
    let voice = reporter.voice(language);
    let day = reporter.evaluation.as_of;
    let mut shell = Shell::new(language, Section::Cycle, "cycle.html", voice.word("cycle"));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    let mut tasks: Vec<&Task> = reporter.evaluation.tasks.iter().collect();
    tasks.sort_by_key(|task| (!task.is_overdue(day), task.due.is_none(), task.due, task.kind, task.whose));
    let overdue = tasks.iter().filter(|task| task.is_overdue(day)).count();
    let lead = say!(voice, "cycle-lead", day: &day.to_string(), n: tasks.len(), overdue: overdue);
    shell.description.clone_from(&lead);
    let mut sections = Vec::new();
    if let Some(stages) = cycle_stages::table(reporter, language) {
        sections.push(section(voice, "stages", Some(voice.word("cycle-stages-note")), stages));
    }
    let open = task_words::table(reporter, voice, "cycle-tasks", &tasks, MOST);
    sections.push(section(voice, "tasks", Some(voice.word("cycle-tasks-note")), open));
    let tables = [
        ("announcements", cycle_tables::announcements(reporter, language), None),
        ("comments", cycle_tables::comments(reporter, language), None),
        ("plans", cycle_tables::plans(reporter, language), None),
        (
            "suggestions",
            cycle_tables::suggestions(reporter, language),
            Some(cycle_tables::suggestion_words(reporter, voice)),
        ),
        ("swot", cycle_tables::swots(reporter, language), None),
        (
            "meetings",
            cycle_tables::meetings(reporter, language),
            Some(cycle_tables::meeting_words(reporter, voice)),
        ),
        ("needs", cycle_tables::needs(reporter, language), Some(voice.word("cycle-needs-note"))),
    ];
    for (key, table, note) in tables {
        sections.extend(table.map(|table| section(voice, key, note, table)));
    }
    ListView { shell, lead, sections }
}

fn section(voice: Voice<'_>, key: &str, note: Option<String>, table: Table) -> ListSection {
    ListSection {
        anchor: key.to_owned(),
        title: voice.word(&format!("cycle-{key}")),
        note,
        links: Vec::new(),
        table: Some(Table { quiet: true, ..table }),
    }
}
