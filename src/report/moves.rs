//! Who moves under other rules, in words and tables: for pilots, and for drafts tried on history.

use super::format::{self, number, signed};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, subject, units, verdict};
use crate::compare::{Move, Moves, Side};
use crate::model::{Language, Period};
use crate::view::{Cell, Column, Row, RuleSection, Table};

/// Most indicators named for one person.
const NAMED: usize = 3;

/// The sections of a comparison: what it comes to, period by period, and person by person in the first period.
pub(super) fn sections(reporter: &Reporter<'_>, language: Language, all: &[Moves]) -> Vec<RuleSection> {
    let voice = reporter.voice(language);
    let Some(first) = all.first() else {
        return vec![RuleSection {
            anchor: "compared".to_owned(),
            title: voice.word("moves-title"),
            paragraphs: vec![voice.word("moves-nothing")],
            table: None,
        }];
    };
    vec![
        RuleSection {
            anchor: "compared".to_owned(),
            title: voice.word("moves-title"),
            paragraphs: vec![summary(reporter, voice, first), voice.word("moves-note")],
            table: Some(periods_table(reporter, voice, all)),
        },
        RuleSection {
            anchor: "compared-people".to_owned(),
            title: say!(voice, "moves-people", period: &format::period(first.period, language)),
            paragraphs: Vec::new(),
            table: Some(people_table(reporter, language, first)),
        },
    ]
}

/// The main point of a period: how many go up and down, by how much, how many change bands, whether the order stays.
pub(super) fn summary(reporter: &Reporter<'_>, voice: Voice<'_>, moves: &Moves) -> String {
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let found = moves.summary(decimals);
    let period = format::period(moves.period, voice.language);
    let (Some(mean), Some((least, most))) = (found.mean, found.extent) else {
        return say!(voice, "moves-none-rated", period: &period);
    };
    let said = say!(
        voice, "moves-summary",
        period: &period, both: found.both, up: found.up, down: found.down, bands: found.bands,
        mean: &signed(mean, decimals), least: &signed(least, decimals), most: &signed(most, decimals),
    );
    match found.order {
        Some(rho) => {
            let order = say!(voice, "moves-order", rho: &number(rho, 2), n: found.both);
            voice.sentences(&[said.into(), order.into()])
        }
        None => said,
    }
}

/// One row for each period.
fn periods_table(reporter: &Reporter<'_>, voice: Voice<'_>, all: &[Moves]) -> Table {
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let none = || Cell::text(voice.word("not-comparable"));
    let row = |moves: &Moves| {
        let found = moves.summary(decimals);
        let by = |value: Option<f64>| {
            value.map_or_else(none, |value| Cell::number(signed(value, decimals), value))
        };
        let count = |count: usize| Cell::number(count.to_string(), count as f64);
        Row::new(vec![
            Cell::link(format::period(moves.period, voice.language), address::period(moves.period)),
            count(found.both),
            by(found.mean),
            by(found.median),
            count(found.up),
            count(found.down),
            count(found.bands),
            found.order.map_or_else(none, |rho| Cell::number(number(rho, 2), rho)),
        ])
    };
    let columns = vec![
        Column::text(voice.word("period")),
        Column::number(voice.word("moves-both")),
        Column::number(voice.word("moves-mean")),
        Column::number(voice.word("moves-median")),
        Column::number(voice.word("moves-up")),
        Column::number(voice.word("moves-down")),
        Column::number(voice.word("moves-bands")),
        Column::number(voice.word("moves-rho")).minor(),
    ];
    let mut table = Table::new(voice.word("moves-periods"), columns, all.iter().map(row).collect());
    table.filter = false;
    table
}

/// One row for each person, the largest difference first.
pub(super) fn people_table(reporter: &Reporter<'_>, language: Language, moves: &Moves) -> Table {
    let voice = reporter.voice(language);
    let mut sorted: Vec<&Move> = moves.list.iter().collect();
    let size = |moved: &Move| moved.difference.map_or(-1.0, f64::abs);
    sorted.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.agent.cmp(&b.agent)));
    let rows = sorted.iter().take(units::MOST_ROWS).map(|moved| person(reporter, voice, moves.period, moved));
    let columns = vec![
        Column::text(voice.word("ranking-agent")),
        Column::number(voice.word("moves-before")),
        Column::number(voice.word("moves-after")),
        Column::number(voice.word("change")),
        Column::text(voice.word("moves-band")),
        Column::text(voice.word("moves-rank")).minor(),
        Column::text(voice.word("moves-why")),
    ];
    let caption = say!(voice, "moves-people", period: &format::period(moves.period, language));
    let mut table = Table::new(caption, columns, rows.collect());
    table.quiet = true;
    table.notes = vec![voice.word("moves-why-note")];
    if sorted.len() > units::MOST_ROWS {
        table.notes.push(say!(voice, "moves-most", shown: units::MOST_ROWS, all: sorted.len()));
    }
    table
}

fn person(reporter: &Reporter<'_>, voice: Voice<'_>, period: Period, moved: &Move) -> Row {
    let language = voice.language;
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let score = |side: &Side| match side.total {
        Some(total) => Cell::number(reporter.score(total), total),
        None => Cell::text(verdict::short(reporter, language, &side.verdict)),
    };
    let id = reporter.evaluation.model.agent(moved.agent).id.as_str();
    let before = Cell { href: Some(address::derivation(id, period)), ..score(&moved.before) };
    let change = match moved.difference {
        Some(by) => Cell::number(signed(by, decimals), by),
        None => Cell::text(voice.word("not-comparable")),
    };
    Row::new(vec![
        subject::agent_cell(reporter, language, moved.agent),
        before,
        score(&moved.after),
        change,
        Cell::text(bands(voice, moved)),
        Cell::text(ranks(voice, moved)),
        Cell::text(why(reporter, voice, moved)),
    ])
}

/// `B → A`, or the one band that stays.
fn bands(voice: Voice<'_>, moved: &Move) -> String {
    let name = |side: &Side| match &side.band {
        Some(band) => band.name.get(voice.language).to_owned(),
        None => voice.word("moves-no-band"),
    };
    arrow(name(&moved.before), name(&moved.after))
}

/// `3/8 → 2/8`
fn ranks(voice: Voice<'_>, moved: &Move) -> String {
    let name = |side: &Side| match &side.rank {
        Some(rank) => format!("{}/{}", rank.rank, rank.of),
        None => voice.word("moves-no-rank"),
    };
    arrow(name(&moved.before), name(&moved.after))
}

fn arrow(before: String, after: String) -> String {
    if before == after { before } else { format!("{before} → {after}") }
}

/// The indicators that moved the score most, each with what it added.
pub(super) fn why(reporter: &Reporter<'_>, voice: Voice<'_>, moved: &Move) -> String {
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let seen = moved.items.iter().filter(|item| crate::model::grid(item.difference, decimals) != 0);
    let named = |item: &crate::score::ItemChange| {
        let name = reporter.evaluation.model.indicator(item.indicator).name.get(voice.language);
        format!("{name} {}", signed(item.difference, decimals))
    };
    let parts: Vec<String> = seen.take(NAMED).map(named).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts.as_slice() {
        [] => voice.word("moves-unmoved"),
        parts => voice.list(parts),
    }
}
