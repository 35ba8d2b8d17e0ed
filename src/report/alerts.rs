//! The page of alerts: what is open, what was, by which rules.

use super::alert_words as words;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, format, subject};
use crate::alerts::{AlertResult, SubjectEpisode};
use crate::model::{Language, Month};
use crate::view::{
    Cell, CellState, Column, Link, ListSection, ListView, Row, Section, Shell, SortKind, Table,
};

/// Most rows of a table.
const MOST: usize = 300;
/// Months of the matrix.
const MONTHS: usize = 12;

/// The page of alerts (`alerts.html`) in `language`.
#[must_use]
pub fn alerts_page(reporter: &Reporter<'_>, language: Language) -> ListView {
    let voice = reporter.voice(language);
    let results = &reporter.evaluation.alerts;
    let mut shell = Shell::new(language, Section::Alerts, "alerts.html", voice.word("alerts"));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    let open: usize = results.iter().map(|result| result.open().count()).sum();
    let lead = if results.is_empty() {
        voice.word("alerts-none")
    } else {
        say!(voice, "alerts-lead", open: open, rules: results.len(), day: &reporter.evaluation.as_of.to_string())
    };
    shell.description.clone_from(&lead);
    let sections = if results.is_empty() {
        Vec::new()
    } else {
        vec![
            section(voice, "open", self::open(reporter, voice)),
            section(voice, "months", by_month(reporter, voice)),
            section(voice, "ended", ended(reporter, voice)),
            section(voice, "rules", rules(reporter, voice)),
        ]
    };
    ListView { shell, lead, sections }
}

fn section(voice: Voice<'_>, key: &str, table: Table) -> ListSection {
    ListSection {
        anchor: key.to_owned(),
        title: voice.word(&format!("alerts-{key}")),
        note: Some(voice.word(&format!("alerts-{key}-note"))),
        links: Vec::new(),
        table: Some(Table { quiet: true, ..table }),
    }
}

fn all<'r>(
    results: &'r [AlertResult],
    wanted: impl Fn(&SubjectEpisode) -> bool + Copy + 'r,
) -> impl Iterator<Item = (&'r AlertResult, &'r SubjectEpisode)> {
    results.iter().flat_map(move |result| {
        result.episodes.iter().filter(move |of| wanted(of)).map(move |of| (result, of))
    })
}

/// The table of `rows`, cut at the most that a page shows.
fn table(voice: Voice<'_>, caption: &str, columns: Vec<Column>, mut rows: Vec<Row>) -> Table {
    let found = rows.len();
    rows.truncate(MOST);
    let mut table = Table::new(voice.word(caption), columns, rows);
    table.empty = voice.word(&format!("{caption}-empty"));
    if found > MOST {
        table.notes.push(say!(voice, "alerts-cut", shown: MOST, found: found));
    }
    table
}

/// Open alerts, the longest first.
fn open(reporter: &Reporter<'_>, voice: Voice<'_>) -> Table {
    let mut found: Vec<_> = all(&reporter.evaluation.alerts, |of| of.episode.ended.is_none()).collect();
    found.sort_by_key(|(result, of)| (of.episode.start, result.alert, of.subject));
    let row = |(result, of): &(&AlertResult, &SubjectEpisode)| {
        let alert = reporter.evaluation.model.alert(result.alert);
        Row::new(vec![
            subject::cell(reporter, voice.language, of.subject),
            Cell::link(voice.name(&alert.name), format!("alerts.html#rule-{}", alert.id)),
            words::indicator(reporter, voice, alert),
            words::value(reporter, voice, alert, of.episode.value),
            Cell::text(words::threshold(reporter, voice, alert)),
            month(of.episode.start, voice.language),
            number(usize::from(of.episode.length)),
            Cell::text(voice.name(&alert.owner)),
            Cell::text(voice.name(&alert.action)),
        ])
    };
    let columns = vec![
        Column::text(voice.word("goal-whose")),
        Column::text(voice.word("alert-rule")),
        Column::text(voice.word("indicator")).minor(),
        Column::number(voice.word("alert-value")),
        Column::number(voice.word("alert-threshold")).sorted(SortKind::Text),
        Column::text(voice.word("alert-since")),
        Column::number(voice.word("alert-length")),
        Column::text(voice.word("person")),
        Column::text(voice.word("action")),
    ];
    let rows = found.iter().take(MOST + 1).map(row).collect();
    table(voice, "alerts-open", columns, rows)
}

/// Rules by months: subjects with the alert open, and those that could not be assessed.
fn by_month(reporter: &Reporter<'_>, voice: Voice<'_>) -> Table {
    let mut months: Vec<Month> =
        reporter.evaluation.alerts.iter().flat_map(|result| &result.months).map(|of| of.month).collect();
    months.sort_unstable();
    months.dedup();
    let months = months.split_off(months.len().saturating_sub(MONTHS));
    let row = |result: &AlertResult| {
        let alert = reporter.evaluation.model.alert(result.alert);
        let mut cells = vec![Cell::link(voice.name(&alert.name), format!("alerts.html#rule-{}", alert.id))];
        cells.extend(months.iter().map(|month| {
            let Some(tally) = result.months.iter().find(|of| of.month == *month) else {
                return Cell::empty(CellState::NotApplicable);
            };
            let open = (tally.not_assessable > 0)
                .then(|| say!(voice, "alert-not-assessable", n: tally.not_assessable, of: tally.watched));
            Cell { note: open, ..number(tally.open) }
        }));
        Row::new(cells)
    };
    let mut columns = vec![Column::text(voice.word("alert-rule"))];
    columns.extend(months.iter().map(|month| Column::number(month.to_string())));
    let rows = reporter.evaluation.alerts.iter().map(row).collect();
    table(voice, "alerts-months", columns, rows)
}

/// Alerts that have ended, the latest first.
fn ended(reporter: &Reporter<'_>, voice: Voice<'_>) -> Table {
    let mut found: Vec<_> = all(&reporter.evaluation.alerts, |of| of.episode.ended.is_some()).collect();
    found.sort_by_key(|(result, of)| (std::cmp::Reverse(of.episode.ended), result.alert, of.subject));
    let row = |(result, of): &(&AlertResult, &SubjectEpisode)| {
        let alert = reporter.evaluation.model.alert(result.alert);
        Row::new(vec![
            subject::cell(reporter, voice.language, of.subject),
            Cell::text(voice.name(&alert.name)),
            words::value(reporter, voice, alert, of.episode.value),
            month(of.episode.start, voice.language),
            month(of.episode.last, voice.language),
            number(usize::from(of.episode.length)),
        ])
    };
    let columns = vec![
        Column::text(voice.word("goal-whose")),
        Column::text(voice.word("alert-rule")),
        Column::number(voice.word("alert-value")),
        Column::text(voice.word("alert-since")),
        Column::text(voice.word("alert-until")),
        Column::number(voice.word("alert-length")),
    ];
    let rows = found.iter().take(MOST + 1).map(row).collect();
    table(voice, "alerts-ended", columns, rows)
}

/// The rules in words.
fn rules(reporter: &Reporter<'_>, voice: Voice<'_>) -> Table {
    let row = |result: &AlertResult| {
        let alert = reporter.evaluation.model.alert(result.alert);
        Row {
            anchor: Some(format!("rule-{}", alert.id)),
            sensitive: false,
            cells: vec![
                Cell::text(voice.name(&alert.name)),
                Cell::link(
                    words::rule(reporter, voice, alert),
                    address::indicator(reporter.evaluation.model.indicator(alert.indicator).id.as_str()),
                ),
                Cell::text(words::force(voice, alert)),
                Cell::text(voice.name(&alert.owner)),
                Cell::text(voice.name(&alert.action)),
            ],
        }
    };
    let columns = vec![
        Column::text(voice.word("alert-rule")),
        Column::text(voice.word("alert-condition")),
        Column::text(voice.word("scheme-force")),
        Column::text(voice.word("person")),
        Column::text(voice.word("action")),
    ];
    table(voice, "alerts-rules", columns, reporter.evaluation.alerts.iter().map(row).collect())
}

fn month(month: Month, language: Language) -> Cell {
    Cell { sort: Some(month.to_string()), ..Cell::text(format::month(month, language)) }
}

fn number(count: usize) -> Cell {
    Cell::number(format::number(count as f64, 0), count as f64)
}
