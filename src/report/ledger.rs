//! The ledger: red lines with their state, appeals with the scores before and after, commendations, and all events by
//! month.

use super::appeal_table;
use super::event_counts;
use super::event_steps::{months, person};
use super::event_table::{self, agent_cell, band_of, day, day_cell, effects, month_title, status};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::model::{Decision, Event, EventNature, Language, Month, Period, RedLineStatus};
use crate::view::{Cell, CellState, Column, Link, ListSection, ListView, Row, Section, Shell, Table};

/// Most events on one page; more of them are told on further pages, older ones later.
const MOST_ROWS: usize = 300;
/// Most commendations that are repeated at the head.
const MOST_PRAISE: usize = 50;

/// The pages of the ledger in `language`: `ledger.html`, and `ledger-2.html` and so on where there are many events.
#[must_use]
pub fn ledger_pages(reporter: &Reporter<'_>, language: Language) -> Vec<ListView> {
    let voice = reporter.voice(language);
    let pages = by_pages(reporter.evaluation.model.ledger.events());
    let lead = lead(reporter, voice);
    let mut first = head(reporter, voice);
    first.extend(
        pages
            .first()
            .into_iter()
            .flatten()
            .map(|(month, events)| section(reporter, language, *month, events)),
    );
    let mut views = vec![ListView { shell: shell(voice, 1, &lead), lead: lead.clone(), sections: first }];
    for (at, page) in pages.iter().enumerate().skip(1) {
        let sections =
            page.iter().map(|(month, events)| section(reporter, language, *month, events)).collect();
        views.push(ListView { shell: shell(voice, at + 1, &lead), lead: lead.clone(), sections });
    }
    let count = views.len();
    for (at, view) in views.iter_mut().enumerate() {
        let link = |page: usize| Link::new(title(voice, page), address(page));
        view.shell.previous = (at > 0).then(|| link(at));
        view.shell.next = (at + 1 < count).then(|| link(at + 2));
    }
    views
}

/// Anchor of a month's events.
#[must_use]
pub(super) fn anchor(month: Month) -> String {
    format!("m-{month}")
}

/// The events of a period and how many there are; `None` where there are none.
#[must_use]
pub(super) fn link_of(reporter: &Reporter<'_>, voice: Voice<'_>, period: Period) -> Option<Link> {
    let events = reporter.evaluation.model.ledger.events();
    let inside: Vec<Month> =
        events.iter().map(|event| event.month).filter(|month| period.holds(*month)).collect();
    let latest = inside.iter().max()?;
    // Of several pages only the first is known without dividing all events.
    let address =
        if events.len() <= MOST_ROWS { format!("ledger.html#{}", anchor(*latest)) } else { address(1) };
    Some(Link::new(say!(voice, "ledger-of-period", n: inside.len()), address))
}

type MonthEvents<'e> = (Month, Vec<&'e Event>);

/// Events by month, newest first, divided into pages. A month is never divided, so that its table and CSV are whole.
fn by_pages(events: &[Event]) -> Vec<Vec<MonthEvents<'_>>> {
    let mut sorted: Vec<&Event> = events.iter().collect();
    // Stable: within a day the order of the ledger stays.
    sorted.sort_by_key(|event| std::cmp::Reverse(event.date));
    let mut pages: Vec<Vec<MonthEvents<'_>>> = Vec::new();
    let mut on_page = 0;
    for of_month in sorted.chunk_by(|a, b| a.month == b.month) {
        let Some(month) = of_month.first().map(|event| event.month) else { continue };
        match pages.last_mut().filter(|_| on_page + of_month.len() <= MOST_ROWS) {
            Some(page) => page.push((month, of_month.to_vec())),
            None => {
                pages.push(vec![(month, of_month.to_vec())]);
                on_page = 0;
            }
        }
        on_page += of_month.len();
    }
    pages
}

fn address(page: usize) -> String {
    if page < 2 { "ledger.html".to_owned() } else { format!("ledger-{page}.html") }
}

fn title(voice: Voice<'_>, page: usize) -> String {
    match page {
        0 | 1 => voice.word("ledger"),
        page => say!(voice, "ledger-page", n: page),
    }
}

fn shell(voice: Voice<'_>, page: usize, lead: &str) -> Shell {
    let mut shell = Shell::new(voice.language, Section::Ledger, &address(page), title(voice, page));
    lead.clone_into(&mut shell.description);
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    shell
}

fn lead(reporter: &Reporter<'_>, voice: Voice<'_>) -> String {
    let ledger = &reporter.evaluation.model.ledger;
    if ledger.events().is_empty() && ledger.appeals().is_empty() {
        return voice.word("ledger-empty");
    }
    let count = |nature| ledger.events().iter().filter(|event| event.nature == nature).count();
    let open = ledger.appeals().iter().filter(|appeal| appeal.decision == Decision::Open).count();
    let overdue = ledger.appeals().iter().filter(|appeal| appeal.overdue(reporter.evaluation.as_of)).count();
    let first = say!(
        voice, "ledger-lead",
        bonus: count(EventNature::Bonus), deduction: count(EventNature::Deduction),
        praise: count(EventNature::Commendation), red: count(EventNature::RedLine),
    );
    let second = say!(voice, "ledger-lead-appeals", n: ledger.appeals().len(), open: open, overdue: overdue);
    voice.sentences(&[first.into(), second.into()])
}

/// Red lines, appeals, counts by type and commendations, where there are any.
fn head(reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<ListSection> {
    let ledger = &reporter.evaluation.model.ledger;
    let of = |nature| ledger.events().iter().filter(move |event| event.nature == nature);
    let mut newest: Vec<&Event> = of(EventNature::Commendation).collect();
    newest.sort_by_key(|event| std::cmp::Reverse(event.date));
    let mut sections = Vec::new();
    if of(EventNature::RedLine).next().is_some() {
        let note = Some(voice.word("ledger-red-lines-note"));
        let table = red_lines(reporter, voice, of(EventNature::RedLine));
        sections.push(part("red-lines", voice.word("ledger-red-lines"), note, table));
    }
    if !ledger.appeals().is_empty() {
        let note = Some(voice.word("ledger-appeals-note"));
        let appeals: Vec<_> = ledger.appeals().iter().collect();
        let table = appeal_table::table(reporter, voice.language, &appeals, false);
        sections.push(part("appeals", voice.word("ledger-appeals"), note, table));
    }
    if let Some(table) = event_counts::table(reporter, voice) {
        let note = Some(voice.word("ledger-counts-note"));
        sections.push(part("counts", voice.word("ledger-counts"), note, table));
    }
    if !newest.is_empty() {
        let caption = voice.word("ledger-commendations");
        let events = newest.into_iter().take(MOST_PRAISE);
        let table = event_table::table(reporter, voice.language, &caption, events, false);
        sections.push(part("commendations", caption, None, table));
    }
    sections
}

fn section(reporter: &Reporter<'_>, language: Language, month: Month, events: &[&Event]) -> ListSection {
    let title = month_title(month, language);
    let caption = say!(reporter.voice(language), "ledger-of-month", month: &title);
    let table = event_table::table(reporter, language, &caption, events.iter().copied(), false);
    part(&anchor(month), title, None, table)
}

fn part(anchor: &str, title: String, note: Option<String>, mut table: Table) -> ListSection {
    table.quiet = true;
    table.csv = Some(format!("csv/ledger-{anchor}.csv"));
    ListSection { anchor: anchor.to_owned(), title, note, links: Vec::new(), table: Some(table) }
}

/// Red lines, newest first: where each stands, who decided, and what follows.
fn red_lines<'e>(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    events: impl Iterator<Item = &'e Event>,
) -> Table {
    let mut newest: Vec<&Event> = events.collect();
    newest.sort_by_key(|event| std::cmp::Reverse(event.date));
    let rows = newest.into_iter().filter_map(|event| red_line(reporter, voice, event)).collect();
    let columns =
        ["ledger-date", "ledger-agent", "ledger-type", "status", "red-line-heard", "red-line-decided"];
    let mut columns: Vec<Column> = columns.into_iter().map(|key| Column::text(voice.word(key))).collect();
    columns.push(Column::text(voice.word("red-line-time")));
    columns.push(Column::text(voice.word("red-line-effects")));
    event_table::of_rows(&voice.word("ledger-red-lines"), columns, rows)
}

fn red_line(reporter: &Reporter<'_>, voice: Voice<'_>, event: &Event) -> Option<Row> {
    let model = &reporter.evaluation.model;
    let case = event.case.as_ref()?;
    let decider = case.decided_by.map(|decider| person(reporter, voice.language, decider));
    let confirmed = case.status == RedLineStatus::Confirmed;
    let band = band_of(reporter, voice, event);
    let (time, effects) = match confirmed {
        true => (Cell::text(months(case.from, case.through, voice.language)), effects(voice, case, band)),
        false => (Cell::empty(CellState::NotApplicable), voice.word("red-line-no-effect")),
    };
    let kind = voice.name(&model.organisation.event_type(event.kind).name);
    let cells = vec![
        day_cell(reporter, event),
        agent_cell(model, event.agent, voice.language),
        Cell::text(kind),
        Cell::mark(status(voice, case)),
        day(case.heard_on),
        Cell { note: decider, ..day(case.decided_on) },
        time,
        Cell::text(effects),
    ];
    Some(Row { sensitive: event.nature.is_sensitive(), ..Row::new(cells) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;
    use crate::model::{AgentIx, EventTypeIx, Person, RaterIx, Text};

    fn events(month: &str, count: usize) -> impl Iterator<Item = Event> {
        let month = Month::parse(month).unwrap();
        (0..count).map(move |_| Event {
            id: None,
            agent: AgentIx(0),
            month,
            date: month.first_day(),
            kind: EventTypeIx(0),
            nature: EventNature::Commendation,
            points: 0.0,
            rater: Person::Rater(RaterIx(0)),
            evidence: String::new(),
            note: Text::default(),
            case: None,
            span: Span::default(),
        })
    }

    /// 50 and 200 fit on one page, 200 more do not; a month is never divided, so that its table and CSV are whole.
    #[test]
    fn months_fill_pages_newest_first() {
        let all: Vec<Event> =
            events("2025-01", 200).chain(events("2025-02", 200)).chain(events("2025-03", 50)).collect();
        let pages: Vec<Vec<(String, usize)>> = by_pages(&all)
            .into_iter()
            .map(|page| page.into_iter().map(|(month, events)| (month.to_string(), events.len())).collect())
            .collect();
        let of = |month: &str, count| (month.to_owned(), count);
        assert_eq!(pages, [vec![of("2025-03", 50), of("2025-02", 200)], vec![of("2025-01", 200)]]);
        let large: Vec<Event> = events("2025-01", 700).collect();
        assert_eq!(by_pages(&large).len(), 1);
        assert!(by_pages(&[]).is_empty());
    }
}
