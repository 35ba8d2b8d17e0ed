//! Each check with verdict, statistic, interval, number and limit, and what it flagged.

use super::case::Case;
use super::lights;
use crate::audit::{Check, Flag, Section};
use crate::findings::limit_value;
use crate::model::{Limit, LimitOrigin};
use crate::view::{Cell, Column, Row, Table};

/// Most flagged items that a page lists; the table for download has all.
const MOST: usize = 40;

/// The checks of a section.
pub(super) fn table(case: &Case<'_>, section: Section) -> Table {
    let columns = vec![
        Column::text(case.word("check")),
        Column::text(case.word("verdict")),
        Column::text(case.word("statistic")),
        Column::number(case.word("n")),
        Column::text(case.word("limits")).minor(),
    ];
    let own = case.report().checks.iter().filter(|check| check.row.section() == section);
    let row = |check: &Check| {
        let limits: Vec<String> = check.limits.iter().map(|of| limit(case, *of)).collect();
        Row::new(vec![
            Cell::link(case.words().row(check), case.address(&format!("how-{}", check.row.key()))),
            Cell::mark(lights::verdict(case, check.verdict)),
            Cell::text(said(case, check)),
            Cell::number(check.n.to_string(), check.n as f64),
            Cell::text(if limits.is_empty() { case.word("no-limit") } else { limits.join(" · ") }),
        ])
    };
    let name = case.words().section(section);
    let mut table =
        Table::new(case.say("checks-of", &[("name", (&name).into())]), columns, own.map(row).collect());
    (table.sortable, table.filter, table.quiet) = (false, false, true);
    table.csv = Some(case.csv("checks"));
    table
}

/// What a check measured, or why it says nothing.
fn said(case: &Case<'_>, check: &Check) -> String {
    if let Some(lack) = check.lack {
        let arguments = [("n", check.n.into()), ("needed", check.needed.into())];
        return case.voice.say(&format!("audit-lack-{}", lack.key()), &arguments);
    }
    let parts: Vec<String> = check.statistics.iter().map(|of| case.words().statistic(of)).collect();
    if parts.is_empty() { case.word("no-statistic") } else { parts.join(" · ") }
}

/// A limit in words, with its value and whose it is.
pub(super) fn limit(case: &Case<'_>, of: Limit) -> String {
    let value = limit_value(of, case.limit(of));
    format!("{} {value} ({})", case.word(&format!("limit-{}", of.key())), origin(case, of))
}

/// Whose a limit is.
pub(super) fn origin(case: &Case<'_>, of: Limit) -> String {
    let key = match (case.report().limits.differs(of), of.origin()) {
        _ if case.reduced(of) => return case.word("origin-build"),
        (true, _) => "set",
        (false, LimitOrigin::Convention) => "convention",
        (false, LimitOrigin::Ours) => "ours",
    };
    case.voice.word(&format!("audit-origin-{key}"))
}

/// What the checks of a section flagged, the worst first; `None` without any.
pub(super) fn flagged(case: &Case<'_>, section: Section) -> Option<Table> {
    let own = case.report().checks.iter().filter(|check| check.row.section() == section);
    let mut flags: Vec<(&Check, &Flag)> =
        own.flat_map(|check| check.flags.iter().map(move |flag| (check, flag))).collect();
    if flags.is_empty() {
        return None;
    }
    flags.sort_by_key(|(_, flag)| std::cmp::Reverse(flag.severity));
    let left = flags.len().saturating_sub(MOST);
    flags.truncate(MOST);
    let columns = ["item", "severity", "finding", "evidence", "check"];
    let row = |(check, flag): &(&Check, &Flag)| {
        Row::new(vec![
            Cell::text(case.words().item(&flag.item)),
            Cell::mark(lights::severity(case, flag.severity)),
            Cell::text(case.voice.word(&format!("audit-finding-{}", flag.finding.key()))),
            Cell::text(case.words().statistic(&flag.evidence)),
            Cell::text(case.words().row(check)),
        ])
    };
    let name = case.words().section(section);
    let mut table = Table::new(
        case.say("flagged-of", &[("name", (&name).into())]),
        columns.iter().map(|key| Column::text(case.word(key))).collect(),
        flags.iter().map(row).collect(),
    );
    if left > 0 {
        table.notes.push(case.say("left-out", &[("n", left.into())]));
    }
    table.csv = Some(case.csv("flags"));
    Some(table)
}
