//! The pages of changes: who changed which goal, weight, rule, band or closed figure, when, in which commit, with what effect; and all
//! commits of the data.
//!
//! For audiences that do not see everything nobody is named: no authors, no subjects of commits, no edits about people or of goals that
//! they do not see, no words quoted from the data, and numbers of scores only of groups that are large enough.

use super::change_effect::{effect, others};
use super::changes_fold::{folded, is_figure};
use super::edit_amount::edit_amount;
use super::edit_words::{ease_key, edit_arrow, stage_key};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, format};
use crate::history::{Amount, Edit, EditKind, Group, Named};
use crate::model::{Language, Month};
use crate::past::{Past, PastCommit};
use crate::view::{Cell, Column, Link, ListSection, ListView, Row, Section, Shell, Table};

/// Most commits on one page; older ones stand on further pages.
const MOST: usize = 200;
/// Most people who are named in a row.
const MOST_NAMES: usize = 3;
/// Most counted edits that are written out in a row.
const MOST_OTHERS: usize = 6;

/// The pages of changes in `language`: `changes.html`, and `changes-2.html` and so on; none without history.
#[must_use]
pub fn changes_pages(reporter: &Reporter<'_>, language: Language) -> Vec<ListView> {
    let Some(past) = reporter.past.as_ref().map(|desk| desk.past) else { return Vec::new() };
    let voice = reporter.voice(language);
    let lead = lead(voice, past);
    let parts: Vec<&[PastCommit]> = match past.commits.is_empty() {
        true => vec![&[]],
        false => past.commits.chunks(MOST).collect(),
    };
    let count = parts.len();
    let view = |(at, commits): (usize, &&[PastCommit])| {
        let page = at + 1;
        let mut shell = Shell::new(language, Section::Changes, &page_address(page), page_title(voice, page));
        shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
        shell.description.clone_from(&lead);
        let link = |page: usize| Link::new(page_title(voice, page), page_address(page));
        shell.previous = (page > 1).then(|| link(page - 1));
        shell.next = (page < count).then(|| link(page + 1));
        let sections = vec![decisions(reporter, voice, page, commits), all(reporter, voice, past, commits)];
        ListView { shell, lead: lead.clone(), sections }
    };
    parts.iter().enumerate().map(view).collect()
}

fn page_address(page: usize) -> String {
    if page < 2 { "changes.html".to_owned() } else { format!("changes-{page}.html") }
}

fn page_title(voice: Voice<'_>, page: usize) -> String {
    if page < 2 { voice.word("changes") } else { say!(voice, "changes-page", n: page) }
}

fn lead(voice: Voice<'_>, past: &Past) -> String {
    let (Some(newest), Some(oldest)) = (past.commits.first(), past.commits.last()) else {
        return voice.word("changes-empty");
    };
    let (from, to) = (format::day(oldest.day, voice.language), format::day(newest.day, voice.language));
    let first = match from == to {
        true => say!(voice, "changes-lead-day", count: past.commits.len(), day: &to),
        false => say!(voice, "changes-lead", count: past.commits.len(), from: &from, to: &to),
    };
    let mut told = vec![first.into()];
    if past.shallow {
        told.push(voice.word("changes-shallow").into());
    }
    if past.edited {
        told.push(voice.word("changes-edited").into());
    }
    if past.asked < past.commits.len() {
        told.push(say!(voice, "changes-asked", count: past.asked).into());
    }
    voice.sentences(&told)
}

/// One row for each decision.
fn decisions(reporter: &Reporter<'_>, voice: Voice<'_>, page: usize, commits: &[PastCommit]) -> ListSection {
    let mut rows = Vec::new();
    for commit in commits {
        let Some(done) = commit.effect() else { continue };
        let seen = done.decisions.iter().filter(|edit| is_seen(reporter, edit));
        let told = effect(reporter, voice, commit);
        for (at, alike) in folded(seen).into_iter().enumerate() {
            // The effect is that of the commit, so it stands once.
            let told = if at == 0 { told.clone() } else { voice.word("changes-same-commit") };
            rows.extend(decision(reporter, voice, (page, commit), &alike, (&done.currency, told)));
        }
        if done.more > 0 && reporter.visible.everything() {
            let mut cells = vec![made(reporter, voice, page, commit)];
            cells.push(Cell::text(say!(voice, "changes-more", count: done.more)));
            cells.resize_with(6, Cell::default);
            rows.push(Row::new(cells));
        }
    }
    let columns = vec![
        Column::text(voice.word("date")),
        Column::text(voice.word("changes-what")),
        Column::text(voice.word("changes-of")),
        Column::text(voice.word("changes-values")),
        Column::text(voice.word("changes-way")).minor(),
        Column::text(voice.word("changes-effect")),
    ];
    let mut table = Table::new(voice.word("changes-decisions"), columns, rows);
    table.empty = voice.word("changes-decisions-none");
    section("decisions", voice.word("changes-decisions"), voice.word("changes-decisions-note"), table)
}

fn section(anchor: &str, title: String, note: String, table: Table) -> ListSection {
    let table = Some(Table { quiet: true, ..table });
    ListSection { anchor: anchor.to_owned(), title, note: Some(note), links: Vec::new(), table }
}

fn decision(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    (page, commit): (usize, &PastCommit),
    alike: &[&Edit],
    (currency, told): (&str, String),
) -> Option<Row> {
    let edit = alike.first()?;
    let everything = reporter.visible.everything();
    let amount = |amount: &Amount| match amount {
        // Ids and words from the data may be those of people.
        Amount::Words(_) | Amount::Name(_) if !everything => voice.word("changes-not-shown"),
        amount => edit_amount(amount, currency, voice),
    };
    let values = match (edit.before.as_ref().map(amount), edit.after.as_ref().map(amount)) {
        (Some(before), Some(after)) => edit_arrow(&before, &after),
        (before, after) => after.or(before).unwrap_or_else(|| "–".to_owned()),
    };
    let values = match is_figure(alike) && alike.len() > 1 {
        true => say!(voice, "changes-figures", count: alike.len()),
        false => values,
    };
    let way = [edit.ease.map(ease_key), edit.stage.map(stage_key)];
    let way: Vec<String> = way.into_iter().flatten().map(|key| voice.word(key)).collect();
    Some(Row::new(vec![
        made(reporter, voice, page, commit),
        Cell::text(voice.word(&format!("impact-edit-{}", edit.kind.key()))),
        of(reporter, voice, alike),
        Cell::text(values),
        Cell::text(if way.is_empty() { "–".to_owned() } else { way.join(" · ") }),
        Cell::text(told),
    ]))
}

/// What was edited, leading to its page if it still has one.
fn of(reporter: &Reporter<'_>, voice: Voice<'_>, alike: &[&Edit]) -> Cell {
    let Some(edit) = alike.first() else { return Cell::default() };
    let model = &reporter.evaluation.model;
    let everything = reporter.visible.everything();
    let name = |named: &Named| {
        // A goal may have been somebody's before it became that of a team, so others see its name of today.
        let today =
            (!everything && edit.kind.group() == Group::Targets).then(|| model.find_target(&named.id));
        let title = match today.flatten() {
            Some(ix) => voice.name(&model.target(ix).title),
            None => voice.name(&named.name),
        };
        if title.is_empty() { named.id.clone() } else { title.to_owned() }
    };
    let mut who: Vec<&Named> = alike.iter().filter_map(|edit| edit.who.as_ref()).collect();
    who.sort_by(|a, b| a.id.cmp(&b.id));
    who.dedup_by(|a, b| a.id == b.id);
    let mut names: Vec<String> = match who.len() > MOST_NAMES {
        true => vec![say!(voice, "changes-people", count: who.len())],
        false => who.into_iter().map(name).collect(),
    };
    names.extend(edit.what.as_ref().map(name));
    let mut months: Vec<Month> = alike.iter().filter_map(|edit| edit.month).collect();
    months.sort_unstable();
    months.dedup();
    let runs = months.chunk_by(|a, b| b.since(*a) == 1).filter_map(|run| Some((run.first()?, run.last()?)));
    let run = |(first, last): (&Month, &Month)| match first == last {
        true => first.to_string(),
        false => format!("{first} – {last}"),
    };
    names.extend((!months.is_empty()).then(|| runs.map(run).collect::<Vec<_>>().join(", ")));
    let id = edit.who.as_ref().map(|who| who.id.as_str());
    let target = || {
        let ix = model.find_target(id?).filter(|ix| reporter.visible.goal(*ix))?;
        reporter.evaluation.goal(ix).map(|_| address::target(id.unwrap_or_default()))
    };
    let scheme = || model.find_scheme(id?).map(|_| address::scheme(id.unwrap_or_default()));
    let indicator = || {
        let id = edit.what.as_ref().or(edit.who.as_ref())?.id.as_str();
        let known = model.indicators.iter().any(|indicator| indicator.id.as_str() == id);
        known.then(|| address::indicator(id))
    };
    let href = match edit.kind.group() {
        Group::Targets => target(),
        Group::Scheme => scheme().or_else(indicator),
        _ => None,
    };
    let text = if names.is_empty() { "–".to_owned() } else { names.join(" · ") };
    Cell { href, ..Cell::text(text) }
}

/// Whether the audience may see an edit at all.
pub(super) fn is_seen(reporter: &Reporter<'_>, edit: &Edit) -> bool {
    if reporter.visible.everything() {
        return true;
    }
    let id = edit.who.as_ref().map(|who| who.id.as_str());
    let model = &reporter.evaluation.model;
    match edit.kind {
        EditKind::IncentiveAdded | EditKind::IncentiveRemoved | EditKind::IncentiveChanged => false,
        EditKind::OrganisationChanged => false,
        kind if kind.group() == Group::Scheme => true,
        kind if kind.group() == Group::Targets => {
            id.and_then(|id| model.find_target(id)).is_some_and(|ix| reporter.visible.goal(ix))
        }
        EditKind::MonthClosed | EditKind::MonthReopened => true,
        _ => false,
    }
}

/// All commits.
fn all(reporter: &Reporter<'_>, voice: Voice<'_>, past: &Past, commits: &[PastCommit]) -> ListSection {
    let everything = reporter.visible.everything();
    let mut columns = vec![Column::text(voice.word("date")), Column::text(voice.word("changes-commit"))];
    if everything {
        columns.push(Column::text(voice.word("changes-by")));
        columns.push(Column::text(voice.word("changes-subject")));
        columns.push(Column::text(voice.word("changes-content")));
    }
    columns.push(Column::number(voice.word("changes-files")).minor());
    columns.push(Column::text(voice.word("changes-effect")));
    let rows = commits.iter().map(|commit| {
        let mut cells = vec![day(commit), web_cell(reporter, commit)];
        if everything {
            cells.push(Cell::text(voice.list(&few(&commit.authors))));
            let merge = commit.merge.then(|| voice.word("changes-merge"));
            cells.push(Cell { note: merge, ..Cell::text(commit.subject.clone()) });
            cells.push(Cell::text(content(reporter, voice, commit)));
        }
        cells.push(Cell::number(format::number(commit.files as f64, 0), commit.files as f64));
        cells.push(Cell::text(effect(reporter, voice, commit)));
        Row { anchor: Some(anchor(commit)), ..Row::new(cells) }
    });
    let mut table = Table::new(voice.word("changes-all"), columns, rows.collect());
    table.empty = voice.word("changes-empty");
    if past.shallow {
        table.notes.push(voice.word("changes-shallow"));
    }
    section("commits", voice.word("changes-all"), voice.word("changes-all-note"), table)
}

fn few(authors: &[String]) -> Vec<&str> {
    authors.iter().take(5).map(String::as_str).collect()
}

/// How many edits of each kind.
fn content(reporter: &Reporter<'_>, voice: Voice<'_>, commit: &PastCommit) -> String {
    let Some(done) = commit.effect() else { return "–".to_owned() };
    let mut parts = Vec::new();
    let decided = done.decisions.len() + done.more;
    if decided > 0 {
        parts.push(say!(voice, "changes-decided", count: decided));
    }
    let counted = others(reporter, voice, &done.others);
    let left = counted.len().saturating_sub(MOST_OTHERS);
    parts.extend(counted.into_iter().take(MOST_OTHERS));
    if left > 0 {
        parts.push(say!(voice, "impact-more", count: left));
    }
    if parts.is_empty() { voice.word("changes-nothing-said") } else { parts.join(&voice.either("；", "; ")) }
}

fn day(commit: &PastCommit) -> Cell {
    Cell::text(commit.day.to_string())
}

fn anchor(commit: &PastCommit) -> String {
    format!("c-{}", commit.short())
}

/// When, in which commit and by whom, leading to the row of the commit.
fn made(reporter: &Reporter<'_>, voice: Voice<'_>, page: usize, commit: &PastCommit) -> Cell {
    let by = reporter.visible.everything().then(|| voice.list(&few(&commit.authors)));
    let note = [Some(commit.short().to_owned()), by].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let day = Cell::link(commit.day.to_string(), format!("{}#{}", page_address(page), anchor(commit)));
    Cell { note: Some(note), ..day }
}

/// The commit, leading to it on the web.
fn web_cell(reporter: &Reporter<'_>, commit: &PastCommit) -> Cell {
    Cell { href: reporter.commit_address(&commit.hash), ..Cell::text(commit.short()) }
}
