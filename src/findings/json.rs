//! The same for programs, with a JSON Schema made from the very types that are written.

use super::json_year::{FollowUpRecord, YearRecord, follow_ups, year};
use super::{Audited, Told};
use crate::audit::{Action, Check, Flag, Item, Report, Sheet, Statistic, Value};
use crate::model::LimitOrigin;
use schemars::JsonSchema;
use serde::Serialize;

/// An audit of an indicator system.
#[derive(Debug, Serialize, JsonSchema)]
struct Document {
    /// Version of this form; a field is never removed or given another meaning within one.
    version: u32,
    /// The year; absent for a table.
    year: Option<String>,
    /// What was audited: a commit, folder or file.
    source: String,
    /// Each scheme and peer group, or the table.
    systems: Vec<SystemRecord>,
    /// What became of recommendations; none for a table.
    follow_up: Vec<FollowUpRecord>,
}

/// Those who are compared under one scheme.
#[derive(Debug, Serialize, JsonSchema)]
struct SystemRecord {
    /// Its name in files.
    id: String,
    /// The title in Chinese.
    title_zh: String,
    /// The title in English.
    title_en: String,
    /// The seed of everything random.
    seed: u64,
    /// Ids of the units.
    units: Vec<String>,
    /// Ids of the indicators.
    indicators: Vec<String>,
    /// pass, warn, fail or not-assessed.
    verdict: String,
    /// The worst verdict of each section.
    sections: Vec<SectionRecord>,
    /// What to do first.
    actions: Vec<ActionRecord>,
    /// The checks, 1 to 22.
    checks: Vec<CheckRecord>,
    /// The year beside the year before; null for a table.
    year_on_year: Option<YearRecord>,
}

/// A section.
#[derive(Debug, Serialize, JsonSchema)]
struct SectionRecord {
    /// Its key.
    section: String,
    /// pass, warn, fail or not-assessed.
    verdict: String,
}

/// An action.
#[derive(Debug, Serialize, JsonSchema)]
struct ActionRecord {
    /// The check that led to it.
    check: String,
    /// The flag that led to it.
    flag: FlagRecord,
    /// What is done.
    remedy: String,
    /// Mean shift of ranks that it would bring.
    mean_shift: Option<f64>,
    /// Largest shift of ranks.
    max_shift: Option<u32>,
}

/// A check.
#[derive(Debug, Serialize, JsonSchema)]
struct CheckRecord {
    /// 1 to 22.
    number: u8,
    /// Its key.
    check: String,
    /// Its section.
    section: String,
    /// pass, warn, fail or not-assessed.
    verdict: String,
    /// Why it says nothing.
    lack: Option<String>,
    /// On how many it rests.
    n: usize,
    /// Fewest for a verdict.
    needed: usize,
    /// Its main numbers.
    statistics: Vec<StatisticRecord>,
    /// Limits that it holds them to.
    limits: Vec<LimitRecord>,
    /// Flagged items, the worst first.
    flags: Vec<FlagRecord>,
    /// All numbers.
    tables: Vec<TableRecord>,
}

/// A number.
#[derive(Debug, Serialize, JsonSchema)]
struct StatisticRecord {
    /// What it is of.
    measure: String,
    /// The number; null where it is infinite.
    value: f64,
    /// Lower end of its interval.
    lower: Option<f64>,
    /// Upper end.
    upper: Option<f64>,
    /// Cases on which it rests, where they differ from the check's.
    n: Option<usize>,
}

/// A limit.
#[derive(Debug, Serialize, JsonSchema)]
struct LimitRecord {
    /// Its name in audit.yml.
    limit: String,
    /// The value in force.
    value: f64,
    /// set, convention or ours.
    origin: String,
}

/// A flagged item.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FlagRecord {
    /// Ids of what it is about.
    item: String,
    /// What is wrong.
    finding: String,
    /// note, warn or fail.
    severity: String,
    /// By what number.
    evidence: StatisticRecord,
}

/// A table.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TableRecord {
    /// Its name.
    name: String,
    /// Its columns.
    columns: Vec<String>,
    /// Its rows: texts, numbers and nulls.
    rows: Vec<Vec<serde_json::Value>>,
}

/// `audited` as JSON, indented, with a newline at its end.
///
/// # Errors
/// The reason why it cannot be written; there is none that data could cause.
pub fn json(audited: &Audited<'_>) -> Result<String, serde_json::Error> {
    let document = Document {
        version: 1,
        year: audited.year.map(|year| year.to_string()),
        source: audited.source.clone(),
        systems: audited.systems.iter().map(system).collect(),
        follow_up: follow_ups(audited),
    };
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    Ok(text)
}

/// The JSON Schema of [`json`], indented.
#[must_use]
pub fn schema() -> String {
    let generator = schemars::generate::SchemaSettings::draft07().into_generator();
    format!("{:#}\n", generator.into_root_schema_for::<Document>().to_value())
}

fn system(told: &Told<'_>) -> SystemRecord {
    let report = told.report;
    SystemRecord {
        id: told.id.clone(),
        title_zh: told.title.zh.clone(),
        title_en: told.title.en.clone(),
        seed: report.seed,
        units: report.units.clone(),
        indicators: report.columns.clone(),
        verdict: report.verdict.key().to_owned(),
        sections: report
            .sections
            .iter()
            .map(|(section, verdict)| SectionRecord {
                section: section.key().to_owned(),
                verdict: verdict.key().to_owned(),
            })
            .collect(),
        actions: report.actions.iter().map(|of| action(report, of)).collect(),
        checks: report.checks.iter().map(|of| check(report, of)).collect(),
        year_on_year: told.system.map(|system| year(&system.year_on_year)),
    }
}

fn action(report: &Report, action: &Action) -> ActionRecord {
    ActionRecord {
        check: action.row.key().to_owned(),
        flag: flag(report, &action.flag),
        remedy: action.remedy.key().to_owned(),
        mean_shift: action.effect.map(|(mean, _)| mean),
        max_shift: action.effect.map(|(_, most)| most),
    }
}

fn check(report: &Report, check: &Check) -> CheckRecord {
    let limit = |limit: &crate::model::Limit| LimitRecord {
        limit: limit.key().to_owned(),
        value: report.limits.get(*limit),
        origin: match (report.limits.differs(*limit), limit.origin()) {
            (true, _) => "set",
            (false, LimitOrigin::Convention) => "convention",
            (false, LimitOrigin::Ours) => "ours",
        }
        .to_owned(),
    };
    CheckRecord {
        number: check.row.number(),
        check: check.row.key().to_owned(),
        section: check.row.section().key().to_owned(),
        verdict: check.verdict.key().to_owned(),
        lack: check.lack.map(|lack| lack.key().to_owned()),
        n: check.n,
        needed: check.needed,
        statistics: check.statistics.iter().map(statistic).collect(),
        limits: check.limits.iter().map(limit).collect(),
        flags: check.flags.iter().map(|of| flag(report, of)).collect(),
        tables: check.sheets.iter().map(table).collect(),
    }
}

fn statistic(of: &Statistic) -> StatisticRecord {
    StatisticRecord {
        measure: of.measure.key().to_owned(),
        value: of.value,
        lower: of.interval.map(|ends| ends.lower),
        upper: of.interval.map(|ends| ends.upper),
        n: of.n,
    }
}

pub(super) fn flag(report: &Report, flag: &Flag) -> FlagRecord {
    FlagRecord {
        item: item(report, &flag.item),
        finding: flag.finding.key().to_owned(),
        severity: flag.severity.key().to_owned(),
        evidence: statistic(&flag.evidence),
    }
}

pub(super) fn table(sheet: &Sheet) -> TableRecord {
    let cell = |value: &Value| match value {
        Value::Nothing => serde_json::Value::Null,
        Value::Text(text) => text.as_str().into(),
        Value::Number(number) => (*number).into(),
        Value::Count(count) => (*count).into(),
    };
    TableRecord {
        name: sheet.name.to_owned(),
        columns: sheet.columns.iter().map(|name| (*name).to_owned()).collect(),
        rows: sheet.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

/// The ids of what a flag is about.
pub(super) fn item(report: &Report, item: &Item) -> String {
    let id = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
    match item {
        Item::Whole => "whole".to_owned(),
        Item::Column(at) => id(&report.columns, *at),
        Item::Pair(a, b) => format!("{} + {}", id(&report.columns, *a), id(&report.columns, *b)),
        Item::Group(at) => id(&report.groups, *at),
        Item::Groups(a, b) => format!("{} + {}", id(&report.groups, *a), id(&report.groups, *b)),
        Item::Unit(at) => id(&report.units, *at),
        Item::Month(month) => month.to_string(),
        Item::Threshold(at, value) => format!("{} at {value}", id(&report.columns, *at)),
        Item::Boundary(at) => report.boundaries.get(*at).map(|of| of.id.clone()).unwrap_or_default(),
        Item::Named(key) => (*key).to_owned(),
    }
}
