//! Check 16: how many stand at an end of the scale, where points no longer tell them apart.

use super::check::{Check, Item, Statistic};
use super::desk::Desk;
use super::key::{Finding, Lack, Measure, Row, Severity};
use crate::model::Limit;
use crate::stats::{Z95, wilson};

/// Points this near to an end stand at it.
const NEAR: f64 = 1e-9;
/// Fewest figures for red: of three or four, two at the top are soon there by chance.
const FAIL_MIN: usize = 8;

/// The check.
pub(super) fn edges(desk: &Desk<'_>) -> Check {
    let limits = [Limit::EdgeSome, Limit::EdgeMost];
    if !desk.table.goalposts {
        return Check::lacking(Row::Edges, Lack::Scale, desk.n(), 1, &limits);
    }
    let mut check = Check::new(Row::Edges, desk.n(), 1, &limits);
    let mut rows = Vec::new();
    let mut most: Option<Statistic> = None;
    for (at, column) in desk.table.columns.iter().enumerate() {
        let points: Vec<f64> = column.cells.iter().filter_map(|cell| cell.points).collect();
        let n = points.len();
        if n == 0 {
            continue;
        }
        let top = points.iter().filter(|points| **points >= column.scale.1 - NEAR).count();
        let bottom = points.iter().filter(|points| **points <= column.scale.0 + NEAR).count();
        let share = |measure, count: usize| {
            let interval = wilson(count as f64, n as f64, Z95);
            Statistic::of(measure, count as f64 / n as f64).within(interval).on(n)
        };
        let (ceiling, floor) = (share(Measure::Ceiling, top), share(Measure::Floor, bottom));
        rows.push(vec![column.id.as_str().into(), n.into(), ceiling.value.into(), floor.value.into()]);
        for (statistic, finding) in [(ceiling, Finding::Saturated), (floor, Finding::Floored)] {
            if most.is_none_or(|most| statistic.value > most.value) {
                most = Some(statistic);
            }
            let severity = if statistic.value >= desk.limit(Limit::EdgeMost) && n >= FAIL_MIN {
                Severity::Fail
            } else if statistic.value >= desk.limit(Limit::EdgeSome) {
                Severity::Warn
            } else {
                continue;
            };
            check.flag(Item::Column(at), finding, severity, statistic);
        }
    }
    most.into_iter().for_each(|most| check.tell(most));
    check.sheet("edges", &["indicator", "n", "top", "bottom"], rows);
    check.done()
}
