//! What changed against the scheme before: weights, rules, policies.

use super::format::{short_number, signed};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, policy_words, rule_words};
use crate::model::{IndicatorIx, Item, Language, Scheme, SchemeIx, Status};
use crate::view::{Cell, Column, Row, Table};

/// The scheme that was in force for the same teams before; the latest one, then by id.
pub(super) fn before(reporter: &Reporter<'_>, ix: SchemeIx) -> Option<SchemeIx> {
    let model = &reporter.evaluation.model;
    let scheme = model.scheme(ix);
    let shares_a_team = |other: &Scheme| {
        scheme.teams.is_empty()
            || other.teams.is_empty()
            || other.teams.iter().any(|t| scheme.teams.contains(t))
    };
    let earlier = model
        .schemes
        .iter()
        .enumerate()
        .filter(|(at, other)| *at != ix.at() && precedes(scheme, other) && shares_a_team(other));
    earlier
        .max_by_key(|(_, other)| (other.from, other.teams == scheme.teams))
        .map(|(at, _)| SchemeIx(at as u32))
}

/// Whether `other` was in force for the same role before `scheme`; a pilot has the rules beside it to be compared with.
fn precedes(scheme: &Scheme, other: &Scheme) -> bool {
    let earlier = match scheme.status {
        Status::Pilot => other.from <= scheme.from,
        Status::InForce | Status::Draft => other.from < scheme.from,
    };
    earlier && other.role == scheme.role && other.status != Status::Pilot
}

/// The table of changes; `None` for a first scheme.
pub(super) fn changes(reporter: &Reporter<'_>, language: Language, ix: SchemeIx) -> Option<Table> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let (now, then) = (model.scheme(ix), model.scheme(before(reporter, ix)?));
    let mut indicators: Vec<IndicatorIx> = now.items.iter().map(|item| item.indicator).collect();
    indicators.extend(then.items.iter().map(|item| item.indicator).filter(|i| now.item(*i).is_none()));
    let mut rows: Vec<Row> = indicators
        .into_iter()
        .filter_map(|ix| row(reporter, voice, ix, then.item(ix), now.item(ix)))
        .collect();
    rows.extend(policies(reporter, language, then, now));
    let columns = vec![
        Column::text(voice.word("change-what")),
        Column::text(voice.word("change-before")),
        Column::text(voice.word("change-now")),
        Column::text(voice.word("change-kind")),
    ];
    let caption = say!(voice, "change-caption", before: voice.name(&then.name), now: voice.name(&now.name));
    let mut table = Table::new(caption, columns, rows);
    table.empty = say!(voice, "change-none", before: voice.name(&then.name));
    (table.sortable, table.filter) = (false, false);
    Some(table)
}

fn row(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    ix: IndicatorIx,
    then: Option<&Item>,
    now: Option<&Item>,
) -> Option<Row> {
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, voice.language);
    let said = |item: Option<&Item>| match item {
        Some(item) => {
            let rule = rule_words::short(voice, shown, &item.rule);
            format!("{}% · {rule}", short_number(item.weight, 2))
        }
        None => voice.word("change-absent"),
    };
    let kind = match (then, now) {
        (None, Some(_)) => voice.word("change-added"),
        (Some(_), None) => voice.word("change-removed"),
        (Some(then), Some(now)) => difference(voice, then, now)?,
        (None, None) => return None,
    };
    let name = Cell::link(voice.name(&indicator.name), address::indicator(indicator.id.as_str()));
    Some(Row::new(vec![name, Cell::text(said(then)), Cell::text(said(now)), Cell::text(kind)]))
}

/// What differs between two items of the same indicator; `None` if nothing does.
fn difference(voice: Voice<'_>, then: &Item, now: &Item) -> Option<String> {
    let weight = (then.weight != now.weight)
        .then(|| say!(voice, "change-weight", by: &signed(now.weight - then.weight, 1)));
    let rule = (then.rule != now.rule).then(|| voice.word("change-rule"));
    let tiers =
        (&then.levels, &then.newcomers, &then.channels) != (&now.levels, &now.newcomers, &now.channels);
    let tiers = tiers.then(|| voice.word("change-tiers"));
    let limits = ((then.cap, then.floor, then.minimum) != (now.cap, now.floor, now.minimum))
        .then(|| voice.word("change-limits"));
    let parts: Vec<String> = [weight, rule, tiers, limits].into_iter().flatten().collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    (!parts.is_empty()).then(|| voice.list(&parts))
}

/// Policies whose words differ.
fn policies(reporter: &Reporter<'_>, language: Language, then: &Scheme, now: &Scheme) -> Vec<Row> {
    let voice = reporter.voice(language);
    let before = policy_words::sections(reporter, language, then);
    let after = policy_words::sections(reporter, language, now);
    let pairs = before.into_iter().zip(after).filter(|(before, after)| before.paragraphs != after.paragraphs);
    let row = |(before, after): (crate::view::RuleSection, crate::view::RuleSection)| {
        let differing = |own: &[String], other: &[String]| {
            let own = own.iter().filter(|line| !other.contains(line)).cloned().collect::<Vec<_>>();
            own.join(" ")
        };
        Row::new(vec![
            Cell::text(after.title.clone()),
            Cell::text(differing(&before.paragraphs, &after.paragraphs)),
            Cell::text(differing(&after.paragraphs, &before.paragraphs)),
            Cell::text(voice.word("change-policy")),
        ])
    };
    let mut rows: Vec<Row> = pairs.map(row).collect();
    if then.bands != now.bands && !then.bands.is_empty() && !now.bands.is_empty() {
        let listed = |scheme: &Scheme| {
            let band = |band: &crate::model::Band| {
                format!("{} ≥ {}", voice.name(&band.name), short_number(band.from, 2))
            };
            scheme.bands.iter().map(band).collect::<Vec<_>>().join(", ")
        };
        rows.push(Row::new(vec![
            Cell::text(voice.word("policy-bands")),
            Cell::text(listed(then)),
            Cell::text(listed(now)),
            Cell::text(voice.word("change-policy")),
        ]));
    }
    rows
}
