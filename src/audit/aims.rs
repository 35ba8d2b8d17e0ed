//! Checks 18 and 19: whether targets can be met, and whether they move away from results or after them.

use super::check::{Check, Item, Statistic, Value};
use super::desk::Desk;
use super::key::{Finding, Lack, Measure, Row, Severity};
use super::panel::{Aim, AimMonth, AimOrigin};
use crate::model::Limit;
use crate::stats::{MANN_KENDALL_MIN, Z95, mann_kendall, theil_sen, wilson};

/// Fewest judgements for a hit rate to be called high or low.
const HITS_MIN: u32 = 12;

/// The key of an origin.
fn origin(aim: &Aim) -> Value {
    Value::Text(match &aim.origin {
        AimOrigin::Rule => "rule".to_owned(),
        AimOrigin::Team(id) => format!("team:{id}"),
        AimOrigin::Organisation => "organisation".to_owned(),
        AimOrigin::Agents => "agents".to_owned(),
    })
}

/// The aims and their months, by check.
fn aims<'a>(desk: &'a Desk<'_>) -> Option<&'a [Aim]> {
    desk.table.panel.as_ref().map(|panel| panel.aims.as_slice()).filter(|aims| !aims.is_empty())
}

/// Check 18: hit rates with Wilson intervals that lie wholly beyond a limit.
pub(super) fn attainability(desk: &Desk<'_>) -> Check {
    let limits = [Limit::HitsHigh, Limit::HitsLow];
    let Some(aims) = aims(desk) else {
        return Check::lacking(Row::Attainability, Lack::Targets, 0, 1, &limits);
    };
    let mut check = Check::new(Row::Attainability, aims.len(), 1, &limits);
    let mut rows = Vec::new();
    let mut timeline = Vec::new();
    let mut farthest: Option<Statistic> = None;
    let months = desk.table.panel.as_ref().map(|panel| panel.months.as_slice()).unwrap_or_default();
    for aim in aims {
        let id = desk.table.columns[aim.column].id.as_str();
        let (mut hits, mut of) = (0, 0);
        for (month, told) in months.iter().zip(&aim.months) {
            let Some(AimMonth { target, median, hits: met, of: had }) = told else { continue };
            (hits, of) = (hits + met, of + had);
            timeline.push(vec![
                id.into(),
                origin(aim),
                Value::Text(month.to_string()),
                (*target).into(),
                (*median).into(),
                (*met).into(),
                (*had).into(),
            ]);
        }
        if of == 0 {
            continue;
        }
        let interval = wilson(f64::from(hits), f64::from(of), Z95);
        let rate =
            Statistic::of(Measure::HitRate, f64::from(hits) / f64::from(of)).within(interval).on(of as usize);
        rows.push(vec![
            id.into(),
            origin(aim),
            hits.into(),
            of.into(),
            rate.value.into(),
            interval.map(|ends| ends.lower).into(),
            interval.map(|ends| ends.upper).into(),
        ]);
        if farthest.is_none_or(|far| (rate.value - 0.5).abs() > (far.value - 0.5).abs()) {
            farthest = Some(rate);
        }
        let Some(ends) = interval.filter(|_| of >= HITS_MIN) else { continue };
        if ends.lower > desk.limit(Limit::HitsHigh) {
            check.flag(Item::Column(aim.column), Finding::TooEasy, Severity::Warn, rate);
        } else if ends.upper < desk.limit(Limit::HitsLow) {
            check.flag(Item::Column(aim.column), Finding::TooHard, Severity::Warn, rate);
        }
    }
    farthest.into_iter().for_each(|far| check.tell(far));
    check.sheet("hit-rates", &["indicator", "origin", "hits", "n", "rate", "lower", "upper"], rows);
    let columns = ["indicator", "origin", "month", "target", "median", "hits", "n"];
    check.sheet("hit-timeline", &columns, timeline);
    check.done()
}

/// Check 19: trends of target, result and the distance between both. One year cannot tell a season from a trend.
pub(super) fn drift(desk: &Desk<'_>) -> Check {
    let limits = [Limit::Drift];
    let Some(aims) = aims(desk) else { return Check::lacking(Row::Drift, Lack::Targets, 0, 1, &limits) };
    let longest = aims.iter().map(|aim| aim.months.iter().flatten().count()).max().unwrap_or(0);
    if longest < MANN_KENDALL_MIN {
        return Check::lacking(Row::Drift, Lack::Months, longest, MANN_KENDALL_MIN, &limits);
    }
    let mut check = Check::new(Row::Drift, longest, MANN_KENDALL_MIN, &limits);
    let mut rows = Vec::new();
    let mut strongest: Option<Statistic> = None;
    for aim in aims {
        let told: Vec<(f64, AimMonth)> =
            aim.months.iter().enumerate().filter_map(|(t, month)| Some((t as f64, (*month)?))).collect();
        if told.len() < MANN_KENDALL_MIN {
            continue;
        }
        let slope = |of: &dyn Fn(&AimMonth) -> f64| {
            let points: Vec<(f64, f64)> = told.iter().map(|(t, month)| (*t, of(month))).collect();
            theil_sen(&points).map(|line| line.slope)
        };
        let (result, target) = (slope(&|month| month.median), slope(&|month| month.target));
        let distances: Vec<f64> = told.iter().map(|(_, month)| month.median - month.target).collect();
        let Some(trend) = mann_kendall(&distances) else { continue };
        let z = Statistic::of(Measure::Trend, trend.z).on(told.len());
        rows.push(vec![
            desk.table.columns[aim.column].id.as_str().into(),
            origin(aim),
            told.len().into(),
            result.into(),
            target.into(),
            (trend.s as f64).into(),
            trend.z.into(),
        ]);
        if strongest.is_none_or(|strongest| z.value.abs() > strongest.value.abs()) {
            strongest = Some(z);
        }
        // A target that stands while results move is progress or decline, which other pages tell; drift is a target that moves.
        let moves = target.is_some_and(|slope| slope != 0.0) || distinct(&told);
        if moves && trend.z.abs() > desk.limit(Limit::Drift) {
            check.flag(Item::Column(aim.column), Finding::Drifting, Severity::Warn, z);
        }
    }
    strongest.into_iter().for_each(|strongest| check.tell(strongest));
    let columns = ["indicator", "origin", "months", "result-slope", "target-slope", "mann-kendall-s", "z"];
    check.sheet("drift", &columns, rows);
    check.done()
}

/// Whether the target had more than one value.
fn distinct(told: &[(f64, AimMonth)]) -> bool {
    told.windows(2).any(|pair| matches!(pair, [a, b] if a.1.target != b.1.target))
}
