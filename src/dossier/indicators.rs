//! Section 3: each indicator by itself, with one line of advice.

use super::case::{Case, percent};
use super::figure::{Saying, figure, range};
use super::part::section;
use super::sheet::{numbered, table};
use crate::audit::{AimOrigin, Finding, Row as CheckRow, Section, Severity, Verdict};
use crate::chart::{Bin, Distribution, Drawing, Reference};
use crate::report::{classes, number};
use crate::stats::median;
use crate::view::{AuditPart, Cell, Column, Figure, Mark, Row, Table, Tone};

/// The part.
pub(super) fn part(case: &Case<'_>) -> AuditPart {
    let details =
        vec![table(case, CheckRow::Edges, "edges"), table(case, CheckRow::Discrimination, "reliability")];
    let mut part = section(case, Section::Indicators, details);
    part.tables.insert(0, overview(case));
    part.small = (0..case.report().columns.len()).filter_map(|at| histogram(case, at)).collect();
    part
}

/// What to do with an indicator.
#[derive(Clone, Copy)]
enum Advice {
    Keep,
    Retarget,
    Redefine,
    TooLittle,
}

impl Advice {
    /// By the worst of what is flagged; where nothing could be assessed, nothing is said to be well.
    fn of(case: &Case<'_>, at: usize) -> Self {
        let judged = [CheckRow::Edges, CheckRow::Discrimination]
            .iter()
            .any(|row| case.check(*row).is_some_and(|check| check.verdict != Verdict::NotAssessed));
        let flags: Vec<Finding> = case
            .flags_of(at)
            .filter(|flag| flag.severity >= Severity::Warn)
            .map(|flag| flag.finding)
            .collect();
        let any = |wanted: &[Finding]| flags.iter().any(|finding| wanted.contains(finding));
        if any(&[Finding::Missing, Finding::FewCases]) || !judged {
            Self::TooLittle
        } else if any(&[
            Finding::Constant,
            Finding::SameValue,
            Finding::Conflict,
            Finding::Redundant,
            Finding::Silent,
            Finding::DoubleCounted,
            Finding::AgainstWeight,
            Finding::Noise,
        ]) {
            Self::Redefine
        } else if any(&[
            Finding::Saturated,
            Finding::Floored,
            Finding::TooEasy,
            Finding::TooHard,
            Finding::Drifting,
            Finding::Bunched,
        ]) {
            Self::Retarget
        } else {
            Self::Keep
        }
    }

    fn mark(self, case: &Case<'_>) -> Mark {
        let (tone, key) = match self {
            Self::Keep => (Tone::OnTarget, "keep"),
            Self::Retarget => (Tone::Watch, "retarget"),
            Self::Redefine => (Tone::Below, "redefine"),
            Self::TooLittle => (Tone::NoValue, "too-little"),
        };
        Mark::new(tone, case.word(&format!("advice-{key}")))
    }
}

/// The number of an indicator in a table of a check.
fn of(case: &Case<'_>, row: CheckRow, sheet: &str, at: usize, key: &str) -> Option<f64> {
    let id = case.report().columns.get(at)?;
    case.sheet(row, sheet)?.all().find(|line| line.text("indicator") == id)?.number(key)
}

/// The hit rate of the scheme's own target.
fn hits(case: &Case<'_>, at: usize) -> Option<f64> {
    let id = case.report().columns.get(at)?;
    let rows = case.sheet(CheckRow::Attainability, "hit-rates")?;
    rows.all().find(|line| line.text("indicator") == id && line.text("origin") == "rule")?.number("rate")
}

fn overview(case: &Case<'_>) -> Table {
    let mut columns = vec![Column::text(case.word("col-indicator"))];
    let keys = ["col-weight", "col-top", "col-bottom", "col-reliability", "col-rate"];
    columns.extend(keys.map(|key| Column::number(case.word(key))));
    columns.push(Column::text(case.word("advice")));
    let row = |at: usize| {
        let id = case.report().columns.get(at).map_or("", String::as_str);
        let weight = case.population.table.columns.get(at).map(|column| column.weight);
        Row::new(vec![
            Cell::link(case.column_name(at), format!("indicators/{id}.html")),
            numbered(weight, percent),
            numbered(of(case, CheckRow::Edges, "edges", at, "top"), percent),
            numbered(of(case, CheckRow::Edges, "edges", at, "bottom"), percent),
            numbered(of(case, CheckRow::Discrimination, "reliability", at, "reliability"), |x| number(x, 2)),
            numbered(hits(case, at), percent),
            Cell::mark(Advice::of(case, at).mark(case)),
        ])
    };
    let rows = (0..case.report().columns.len()).map(row).collect();
    let mut table = Table::new(case.word("indicators-overview"), columns, rows);
    table.filter = false;
    table.notes.push(case.word("indicators-note"));
    table
}

/// The target of full points in the last month that has one.
fn target(case: &Case<'_>, at: usize) -> Option<f64> {
    let panel = case.population.table.panel.as_ref()?;
    let aim = panel.aims.iter().find(|aim| aim.column == at && aim.origin == AimOrigin::Rule)?;
    aim.months.iter().rev().flatten().next().map(|month| month.target)
}

/// How the year's values of all people are distributed, with the line of full points.
fn histogram(case: &Case<'_>, at: usize) -> Option<Figure> {
    let (column, shown) = (case.population.table.columns.get(at)?, case.shown(at)?);
    let values = column.present();
    let middle = median(&values)?;
    let target = target(case, at);
    let found = classes(&values);
    let drawing = case.drawn(|case| {
        let Some(shown) = case.shown(at) else { return Drawing::default() };
        let bins = found.iter().map(|(from, to, count)| Bin {
            from: *from,
            to: *to,
            count: *count as f64,
            text: format!("{}: {count}", range(shown, (*from, *to))),
        });
        let line = |value: f64| Reference {
            value,
            label: case.say("target-line", &[("value", (&shown.value(value)).into())]),
        };
        Distribution {
            title: shown.unit_or(case.reporter().words(case.voice.language)),
            count_title: case.word("people"),
            bins: bins.collect(),
            target: target.map(line),
            bounds: None,
        }
        .picture(&|value| shown.bare(value), &|count| number(count, 0))
    });
    let rows = found.iter().map(|(from, to, count)| {
        let label = Cell { sort: Some(from.to_string()), ..Cell::text(range(shown, (*from, *to))) };
        Row::new(vec![label, Cell::number(count.to_string(), *count as f64)])
    });
    let name = case.column_name(at);
    let heads = vec![Column::text(case.word("range")), Column::number(case.word("people"))];
    let mut data = Table::new(case.say("histogram-of", &[("name", name.into())]), heads, rows.collect());
    (data.sortable, data.filter) = (false, false);
    let advice = Advice::of(case, at).mark(case).word;
    let id = case.report().columns.get(at)?;
    let middle = shown.value(middle);
    let goal = target.map_or_else(|| case.word("no-target"), |value| shown.value(value));
    let saying = Saying {
        title: format!("{name}: {advice}"),
        subtitle: case.say("histogram-note", &[("n", values.len().into())]),
        summary: case.say("histogram-sum", &[("median", (&middle).into()), ("target", (&goal).into())]),
    };
    Some(figure(&format!("values-{id}"), "distribution", saying, drawing, Some(data)))
}
