//! An indicator compared: with benchmarks from outside, before and after what was done, with and without promotions, and
//! beside other indicators.

use super::format::{self, number, short_number, signed};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, cell, subject};
use crate::compare::{Association, Effect, Group, association, effect, like_for_like};
use crate::model::{IndicatorIx, Language, Month, Precision, Subject, Text, Unit};
use crate::view::{Cell, Column, Row, RuleSection, Table};
use chrono::NaiveDate;

/// Months before and after an action of a target.
const MONTHS: u8 = 3;

/// The sections that the data has something for.
pub(super) fn sections(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Vec<RuleSection> {
    let found = [
        benchmarks(reporter, language, ix),
        effects(reporter, language, ix),
        promotions(reporter, language, ix),
        associations(reporter, language, ix),
    ];
    found.into_iter().flatten().collect()
}

fn section(anchor: &str, title: String, paragraphs: Vec<String>, mut table: Table) -> RuleSection {
    (table.quiet, table.filter) = (true, false);
    RuleSection { anchor: anchor.to_owned(), title, paragraphs, table: Some(table) }
}

/// Own value beside what others reach, by category and year (A008, A063).
fn benchmarks(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Option<RuleSection> {
    let voice = reporter.voice(language);
    let indicator = reporter.evaluation.model.indicator(ix);
    if indicator.benchmarks.is_empty() {
        return None;
    }
    let shown = reporter.shown(indicator.precision, language);
    let period = reporter.survey.period?;
    let own = reporter.evaluation.reading(Subject::Organisation, ix, period);
    let row = |benchmark: &crate::model::OutsideValue| {
        let gap = own.value.map(|own| own - benchmark.value);
        Row::new(vec![
            Cell::text(voice.name(&benchmark.category)),
            Cell::text(benchmark.year.to_string()),
            Cell::number(shown.value(benchmark.value), benchmark.value),
            cell::reading(&own, shown, true, reporter.words(language)),
            gap.map_or_else(
                || Cell::text(voice.word("not-comparable")),
                |gap| Cell::number(shown.change(gap), gap),
            ),
            Cell::text(voice.name(&benchmark.source)),
        ])
    };
    let columns = vec![
        Column::text(voice.word("benchmark-category")),
        Column::text(voice.word("benchmark-year")),
        Column::number(voice.word("benchmark-value")),
        Column::number(say!(voice, "figure-organisation", period: &format::period(period, language))),
        Column::number(voice.word("benchmark-gap")),
        Column::text(voice.word("benchmark-source")).minor(),
    ];
    let title = voice.word("benchmark-title");
    let table = Table::new(title.clone(), columns, indicator.benchmarks.iter().map(row).collect());
    Some(section("benchmarks", title, vec![voice.word("benchmark-note")], table))
}

/// One action with its indicator before and after.
struct Done<'a> {
    text: &'a Text,
    date: NaiveDate,
    subject: Subject,
    effect: Effect,
}

/// Before and after dated actions and actions of targets (A049, A064, A113).
fn effects(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Option<RuleSection> {
    let voice = reporter.voice(language);
    let evaluation = reporter.evaluation;
    let model = &evaluation.model;
    let look = |text, date, subject, months| Done {
        text,
        date,
        subject,
        effect: effect(evaluation, subject, ix, Month::of(date), months),
    };
    let own = model.organisation.actions.iter().filter(|action| action.indicator == ix);
    let mut all: Vec<Done<'_>> =
        own.map(|action| look(&action.text, action.date, action.subject, action.months)).collect();
    for target in model.targets.iter().filter(|target| target.indicator == Some(ix)) {
        let Some(subject) = target.subject else { continue };
        let due = target.actions.iter().filter_map(|action| Some((&action.text, action.due?)));
        all.extend(due.map(|(text, date)| look(text, date, subject, MONTHS)));
    }
    all.retain(|done| done.effect.difference.is_some());
    all.sort_by(|a, b| b.date.cmp(&a.date).then(a.subject.cmp(&b.subject)));
    all.truncate(super::units::MOST_ROWS);
    if all.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(voice.word("effect-date")),
        Column::text(voice.word("effect-action")),
        Column::text(voice.word("effect-whom")),
        Column::number(voice.word("effect-before")),
        Column::number(voice.word("effect-after")),
        Column::number(voice.word("effect-absolute")),
        Column::number(voice.word("effect-relative")),
        Column::text(voice.word("effect-chance")),
    ];
    let rows = all.iter().map(|done| effect_row(reporter, voice, ix, done)).collect();
    let title = voice.word("effect-title");
    let table = Table::new(title.clone(), columns, rows);
    Some(section("effects", title, vec![voice.word("effect-note")], table))
}

fn effect_row(reporter: &Reporter<'_>, voice: Voice<'_>, ix: IndicatorIx, done: &Done<'_>) -> Row {
    let Effect { before, after, difference, relative, interval, .. } = &done.effect;
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, voice.language);
    let words = reporter.words(voice.language);
    let none = || Cell::text(voice.word("not-comparable"));
    let promotions = &reporter.evaluation.model.organisation.promotions;
    let months = |(first, last): (Month, Month)| {
        let mut all = (0..=last.since(first)).map(|n| first.plus(n));
        let promoted = all.any(|month| promotions.iter().any(|one| one.touches(month)));
        let span = if first == last { first.to_string() } else { format!("{first} – {last}") };
        Some(if promoted { format!("{span} · {}", voice.word("effect-promotion")) } else { span })
    };
    let value = |reading, span| Cell { note: months(span), ..cell::reading(reading, shown, true, words) };
    let chance = match interval {
        Some((low, high)) if *low > 0.0 || *high < 0.0 => voice.word("effect-beyond"),
        Some(_) => voice.word("effect-within"),
        None => voice.word("effect-unknown"),
    };
    let interval = interval.map(|(low, high)| format!("{} … {}", shown.change(low), shown.change(high)));
    Row::new(vec![
        Cell::text(done.date.to_string()),
        Cell::text(voice.name(done.text)),
        subject::cell(reporter, voice.language, done.subject),
        value(before, done.effect.before_months),
        value(after, done.effect.after_months),
        difference.map_or_else(none, |by| Cell::number(shown.change(by), by)),
        relative.map_or_else(none, |by| Cell::number(format!("{}%", signed(by * 100.0, 1)), by)),
        Cell { note: interval, ..Cell::text(chance) },
    ])
}

/// Ordinary months with ordinary months, promotion months with promotion months (A055).
fn promotions(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Option<RuleSection> {
    let voice = reporter.voice(language);
    let found = like_for_like(reporter.evaluation, ix)?;
    let precision = reporter.evaluation.model.indicator(ix).precision;
    let shown = reporter.shown(precision, language);
    let value = |group: Group| match group.value {
        Some(value) => {
            let note = say!(voice, "like-months", n: group.months, below: &short_number(group.below, 0));
            Cell { note: Some(note), ..Cell::number(shown.value(value), value) }
        }
        None => Cell::text(voice.word("no-data")),
    };
    let row = |key: &str, (then, now): (Group, Group)| {
        let change = then.value.zip(now.value).map(|(then, now)| now - then);
        let change = change.map_or_else(
            || Cell::text(voice.word("not-comparable")),
            |by| Cell::number(shown.change(by), by),
        );
        Row::new(vec![Cell::text(voice.word(key)), value(then), value(now), change])
    };
    let known = |(then, now): (Group, Group)| then.value.or(now.value).is_some();
    if !known(found.ordinary) || !known(found.promotion) {
        return None;
    }
    let columns = vec![
        Column::text(voice.word("like-kind")),
        Column::number(say!(voice, "like-until", month: &found.last.plus(-12).to_string())),
        Column::number(say!(voice, "like-until", month: &found.last.to_string())),
        Column::number(voice.word("change")),
    ];
    let rows = vec![row("like-ordinary", found.ordinary), row("like-promotion", found.promotion)];
    let list = &reporter.evaluation.model.organisation.promotions;
    let names: Vec<String> =
        list.iter().map(|one| format!("{} ({} – {})", voice.name(&one.name), one.from, one.to)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let title = voice.word("like-title");
    let mut table = Table::new(title.clone(), columns, rows);
    table.sortable = false;
    Some(section("like-for-like", title, vec![say!(voice, "like-note", names: &voice.list(&names))], table))
}

/// How other indicators went along with it; an association, not a cause (A088).
fn associations(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Option<RuleSection> {
    let voice = reporter.voice(language);
    let evaluation = reporter.evaluation;
    let others = &evaluation.model.indicator(ix).paired_with;
    let all: Vec<Association> = others.iter().map(|other| association(evaluation, ix, *other)).collect();
    if all.is_empty() {
        return None;
    }
    let name = |ix: IndicatorIx| voice.name(&evaluation.model.indicator(ix).name);
    let sentence = |one: &Association| match (one.rho, one.interval) {
        (Some(rho), Some((low, high))) => say!(
            voice, "pair-found",
            a: name(ix), b: name(one.other), rho: &number(rho, 2), low: &number(low, 2), high: &number(high, 2),
            n: one.months.len(),
        ),
        _ => say!(voice, "pair-few", a: name(ix), b: name(one.other), n: one.months.len()),
    };
    let mut paragraphs: Vec<String> = all.iter().map(sentence).collect();
    paragraphs.push(voice.word("pair-note"));
    let mut columns = vec![Column::text(voice.word("month"))];
    let unit = |ix: IndicatorIx| {
        let precision: Precision = evaluation.model.indicator(ix).precision;
        let column = Column::number(name(ix));
        if precision.unit == Unit::Points {
            column
        } else {
            column.unit(reporter.shown(precision, language).unit())
        }
    };
    columns.push(unit(ix));
    columns.extend(all.iter().map(|one| unit(one.other)));
    let mut months: Vec<Month> = all.iter().flat_map(|one| one.months.iter().map(|m| m.0)).collect();
    months.sort_unstable_by(|a, b| b.cmp(a));
    months.dedup();
    let shown = |ix: IndicatorIx| reporter.shown(evaluation.model.indicator(ix).precision, language);
    let row = |month: &Month| {
        let of = |one: &Association| one.months.iter().find(|(known, ..)| known == month).copied();
        let number = |ix: IndicatorIx, value: Option<f64>| match value {
            Some(value) => Cell::number(shown(ix).bare(value), value),
            None => Cell::text(voice.word("no-data")),
        };
        let own = all.iter().find_map(of).map(|(_, own, _)| own);
        let mut cells =
            vec![Cell::link(month.to_string(), address::period(crate::model::Period::month(*month)))];
        cells.push(number(ix, own));
        cells.extend(all.iter().map(|one| number(one.other, of(one).map(|(.., value)| value))));
        Row::new(cells)
    };
    let title = voice.word("pair-title");
    let table = Table::new(title.clone(), columns, months.iter().map(row).collect());
    Some(section("together", title, paragraphs, table))
}
