//! The year beside the year before, and the follow-up of recommendations, for programs.

use super::Audited;
use super::follow_up::ids;
use super::json::{FlagRecord, TableRecord, flag, table};
use crate::audit::{Crossed, FollowUp, Shortfall, Split, YearOnYear};
use schemars::JsonSchema;
use serde::Serialize;

/// A system beside that of the year before.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct YearRecord {
    /// The year before.
    before: String,
    /// Months with figures in the year before.
    months_before: usize,
    /// Months with figures in the year audited.
    months: usize,
    /// Whether the rules changed; null where there are none of the year before.
    rules_changed: Option<bool>,
    /// The figures of the year audited by the rules of both years.
    crossed: CrossedRecord,
    /// The figures of the year before by the rules of both years.
    crossed_before: CrossedRecord,
    /// What the change of the mean score comes from; null where it is not assessed.
    split: Option<SplitRecord>,
    /// Why the change of the mean score is not assessed.
    split_lack: Option<LackRecord>,
    /// All numbers: rules, goals, scores by both rules.
    tables: Vec<TableRecord>,
}

/// Why something is not assessed.
#[derive(Debug, Serialize, JsonSchema)]
struct LackRecord {
    /// What is lacking.
    lack: String,
    /// How many there are.
    n: usize,
    /// Fewest for an answer.
    needed: usize,
}

/// The figures of a year by the rules of both years. All numbers but the first are null where it is not assessed.
#[derive(Debug, Serialize, JsonSchema)]
struct CrossedRecord {
    /// The year of the figures.
    figures: String,
    /// Why it is not assessed.
    lack: Option<LackRecord>,
    /// People scored by both.
    n: Option<usize>,
    /// Spearman's correlation of the scores.
    spearman: Option<f64>,
    /// Lower end of its 95 % interval.
    spearman_lower: Option<f64>,
    /// Upper end.
    spearman_upper: Option<f64>,
    /// Kendall's tau-b.
    kendall: Option<f64>,
    /// People in another band.
    bands: Option<usize>,
    /// Mean distance of ranks.
    mean_shift: Option<f64>,
    /// Largest distance.
    max_shift: Option<u32>,
}

/// The change of the mean score, in points.
#[derive(Debug, Serialize, JsonSchema)]
struct SplitRecord {
    /// People with scores of both years by both rules.
    n: usize,
    /// Mean score of everyone in the year before.
    mean_before: f64,
    /// Mean score of everyone in the year audited.
    mean: f64,
    /// The change for the people in both years: people + yardstick.
    change: f64,
    /// People did otherwise.
    people: f64,
    /// The yardstick changed.
    yardstick: f64,
    /// Other people: the rest of the change of everyone's mean.
    others: f64,
}

/// A recommendation, followed up in a system.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FollowUpRecord {
    /// Its id.
    id: String,
    /// The year that was audited then.
    year: String,
    /// The scheme that was audited then.
    scheme: String,
    /// The peer group.
    peers: Option<String>,
    /// The check that found the point.
    check: Option<String>,
    /// The indicators that it is about.
    indicators: Vec<String>,
    /// What is recommended, in Chinese.
    text_zh: String,
    /// What is recommended, in English.
    text_en: String,
    /// What kind of action it is.
    remedy: Option<String>,
    /// open, accepted, done or declined.
    status: String,
    /// When it was decided.
    decided: Option<String>,
    /// The day by which it is to be done.
    due: Option<String>,
    /// When it was done.
    done: Option<String>,
    /// Whether its day has passed and it is still to be done.
    overdue: bool,
    /// The system in which it was looked for.
    system: Option<String>,
    /// found, not-found, flagged, gone, not-assessed or not-matched.
    found_again: String,
    /// By which flag.
    flag: Option<FlagRecord>,
}

pub(super) fn year(of: &YearOnYear) -> YearRecord {
    YearRecord {
        before: of.before.to_string(),
        months_before: of.months.0,
        months: of.months.1,
        rules_changed: of.rules.as_ref().ok().map(|steps| !steps.is_empty()),
        crossed: crossed(&of.now),
        crossed_before: crossed(&of.then),
        split: of.split.as_ref().ok().map(split),
        split_lack: of.split.as_ref().err().map(lack),
        tables: of.sheets.iter().map(table).collect(),
    }
}

fn lack(of: &Shortfall) -> LackRecord {
    LackRecord { lack: of.lack.key().to_owned(), n: of.n, needed: of.needed }
}

fn crossed(of: &Crossed) -> CrossedRecord {
    let found = of.summary.as_ref().ok();
    CrossedRecord {
        figures: of.figures.to_string(),
        lack: of.summary.as_ref().err().map(lack),
        n: found.map(|of| of.n),
        spearman: found.and_then(|of| of.spearman),
        spearman_lower: found.and_then(|of| of.interval).map(|ends| ends.0),
        spearman_upper: found.and_then(|of| of.interval).map(|ends| ends.1),
        kendall: found.and_then(|of| of.kendall),
        bands: found.map(|of| of.bands),
        mean_shift: found.map(|of| of.mean_shift),
        max_shift: found.map(|of| of.max_shift),
    }
}

fn split(of: &Split) -> SplitRecord {
    SplitRecord {
        n: of.n,
        mean_before: of.means.0,
        mean: of.means.1,
        change: of.change(),
        people: of.people,
        yardstick: of.yardstick,
        others: of.others,
    }
}

pub(super) fn follow_ups(audited: &Audited<'_>) -> Vec<FollowUpRecord> {
    let Some(model) = audited.model else { return Vec::new() };
    let record = |found: &FollowUp| {
        let of = model.recommendations.get(found.recommendation)?;
        let (scheme, peers, indicators) = ids(model, of);
        let told = found.system.and_then(|at| audited.systems.get(at));
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        Some(FollowUpRecord {
            id: of.id.to_string(),
            year: of.year.to_string(),
            scheme,
            peers,
            check: of.check.map(str::to_owned),
            indicators,
            text_zh: of.text.zh.clone(),
            text_en: of.text.en.clone(),
            remedy: of.remedy.map(str::to_owned),
            status: of.status.key().to_owned(),
            decided: day(of.decided),
            due: day(of.due),
            done: day(of.done),
            overdue: found.overdue,
            system: told.map(|told| told.id.clone()),
            found_again: found.again.key().to_owned(),
            flag: told.zip(found.flag.as_ref()).map(|(told, of)| flag(told.report, of)),
        })
    };
    audited.follow_up.iter().filter_map(record).collect()
}
