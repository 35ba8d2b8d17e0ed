//! Checks 4 to 7 and 10: how indicators go together. Correlations are those between units, of values of the whole time; those
//! within units, of months, stand beside them and are never mixed with them.

use super::check::{Check, Item, Statistic, Value};
use super::desk::Desk;
use super::key::{Finding, Lack, Measure, Row, Severity};
use super::table::both;
use crate::model::Limit;
use crate::stats::{
    correlation_interval, cronbach, pearson, spearman, symmetric_eigenvalues, variance_inflation,
};

/// Fewest units for correlations.
const CORRELATION_MIN: usize = 20;
/// Fewest units for alpha, components and inflation.
const MATRIX_MIN: usize = 30;

/// Pearson's correlation of two columns with its 95 % interval and number.
fn between(desk: &Desk<'_>, a: usize, b: usize) -> Option<Statistic> {
    of_lists(desk.directed.get(a)?, desk.directed.get(b)?)
}

fn of_lists(a: &[Option<f64>], b: &[Option<f64>]) -> Option<Statistic> {
    let (x, y) = both(a, b);
    let r = pearson(&x, &y)?;
    Some(Statistic::of(Measure::Correlation, r).within(correlation_interval(r, x.len(), 0.95)).on(x.len()))
}

/// Correlation of the months of two columns within units: of distances from each unit's own mean.
fn inside(desk: &Desk<'_>, a: usize, b: usize) -> Option<f64> {
    let panel = desk.table.panel.as_ref()?;
    let (mut x, mut y) = (Vec::new(), Vec::new());
    for unit in 0..panel.units {
        let values = |column| panel.of(column, unit).iter().map(|cell| cell.value()).collect::<Vec<_>>();
        let (one, other) = both(&values(a), &values(b));
        let n = one.len() as f64;
        let (mean_one, mean_other) = (one.iter().sum::<f64>() / n, other.iter().sum::<f64>() / n);
        x.extend(one.iter().map(|value| value - mean_one));
        y.extend(other.iter().map(|value| value - mean_other));
    }
    let sign = |at: usize| desk.table.columns.get(at).map_or(1.0, |column| column.direction);
    let sign = sign(a) * sign(b);
    pearson(&x, &y).filter(|_| sign != 0.0).map(|r| r * sign)
}

/// Whether two columns share a word of their sources.
fn shared(desk: &Desk<'_>, a: usize, b: usize) -> bool {
    let of =
        |at: usize| desk.table.columns.get(at).map(|column| column.sources.as_slice()).unwrap_or_default();
    of(a).iter().any(|word| of(b).contains(word))
}

/// Check 4: correlations within dimensions on directed values.
pub(super) fn within(desk: &Desk<'_>) -> Check {
    let limits = [Limit::Conflict, Limit::Weak, Limit::Redundant];
    if desk.n() < CORRELATION_MIN {
        return Check::lacking(Row::Within, Lack::Units, desk.n(), CORRELATION_MIN, &limits);
    }
    let mut check = Check::new(Row::Within, desk.n(), CORRELATION_MIN, &limits);
    let mut lowest: Option<Statistic> = None;
    let mut rows = Vec::new();
    let columns = &desk.table.columns;
    for (a, one) in columns.iter().enumerate() {
        for (b, other) in columns.iter().enumerate().skip(a + 1) {
            let Some(r) = between(desk, a, b) else { continue };
            let (x, y) = both(&desk.directed[a], &desk.directed[b]);
            let pairs: Vec<(f64, f64)> = x.into_iter().zip(y).collect();
            let ends = r.interval;
            rows.push(vec![
                one.id.as_str().into(),
                other.id.as_str().into(),
                Value::Text(if one.group == other.group { "same" } else { "other" }.to_owned()),
                r.n.unwrap_or(0).into(),
                r.value.into(),
                ends.map(|ends| ends.lower).into(),
                ends.map(|ends| ends.upper).into(),
                spearman(&pairs).into(),
                inside(desk, a, b).into(),
            ]);
            if one.group != other.group || r.n.is_none_or(|n| n < CORRELATION_MIN) {
                continue;
            }
            if lowest.is_none_or(|lowest| r.value < lowest.value) {
                lowest = Some(r);
            }
            let weak = desk.limit(Limit::Weak);
            let (finding, severity) = if r.value < desk.limit(Limit::Conflict) {
                (Finding::Conflict, Severity::Fail)
            } else if r.value > desk.limit(Limit::Redundant) {
                (Finding::Redundant, Severity::Warn)
            } else if r.value < weak {
                (Finding::Weak, Severity::Note)
            } else {
                continue;
            };
            check.flag(Item::Pair(a, b), finding, severity, r);
        }
    }
    lowest.into_iter().for_each(|lowest| check.tell(lowest));
    let names = ["one", "other", "dimension", "n", "pearson", "lower", "upper", "spearman", "within-units"];
    check.sheet("correlations", &names, rows);
    check.done()
}

/// Scores of a dimension without one of its columns: the weighted mean of its scaled points.
fn dimension(desk: &Desk<'_>, group: usize, without: Option<usize>) -> Vec<Option<f64>> {
    let columns = desk.table.of_group(group).into_iter().filter(|at| Some(*at) != without);
    let columns: Vec<(f64, Vec<f64>)> =
        columns.map(|at| (desk.weights[at].max(1e-12), desk.space.scaled(at, desk.method.scaling))).collect();
    let of_unit = |unit: usize| {
        let (mut sum, mut weight) = (0.0, 0.0);
        for (w, points) in columns.iter().filter(|(_, points)| !points[unit].is_nan()) {
            (sum, weight) = (sum + w * points[unit], weight + w);
        }
        (weight > 0.0).then(|| sum / weight)
    };
    (0..desk.n()).map(of_unit).collect()
}

/// Check 5: each indicator with its own dimension, the others and the score; dimensions with each other.
pub(super) fn across(desk: &Desk<'_>) -> Check {
    let limits = [Limit::Silent, Limit::Redundant];
    if desk.n() < CORRELATION_MIN {
        return Check::lacking(Row::Across, Lack::Units, desk.n(), CORRELATION_MIN, &limits);
    }
    let mut check = Check::new(Row::Across, desk.n(), CORRELATION_MIN, &limits);
    let groups: Vec<Vec<Option<f64>>> =
        (0..desk.table.groups.len()).map(|group| dimension(desk, group, None)).collect();
    let score = desk.scored();
    let mut rows = Vec::new();
    let mut lowest: Option<Statistic> = None;
    for (at, column) in desk.table.columns.iter().enumerate() {
        let points: Vec<Option<f64>> = desk
            .space
            .scaled(at, desk.method.scaling)
            .into_iter()
            .map(|x| (!x.is_nan()).then_some(x))
            .collect();
        let index = of_lists(&points, &score);
        let own = of_lists(&points, &dimension(desk, column.group, Some(at)));
        let others = groups.iter().enumerate().filter(|(group, _)| *group != column.group);
        let others = others.filter_map(|(group, scores)| Some((group, of_lists(&points, scores)?)));
        let best = others.max_by(|a, b| a.1.value.total_cmp(&b.1.value));
        rows.push(vec![
            column.id.as_str().into(),
            index.map(|r| r.value).into(),
            own.map(|r| r.value).into(),
            best.map(|(_, r)| r.value).into(),
            best.map_or(Value::Nothing, |(group, _)| desk.table.groups[group].as_str().into()),
        ]);
        if let Some(r) = index {
            if lowest.is_none_or(|lowest| r.value < lowest.value) {
                lowest = Some(r);
            }
            if r.value < desk.limit(Limit::Silent) {
                check.flag(Item::Column(at), Finding::Silent, Severity::Warn, r);
            }
        }
        if let (Some(own), Some((_, other))) = (own, best)
            && other.interval.is_some_and(|ends| ends.lower > own.value)
        {
            check.flag(Item::Column(at), Finding::Misplaced, Severity::Note, other);
        }
    }
    for (a, one) in groups.iter().enumerate() {
        for (b, other) in groups.iter().enumerate().skip(a + 1) {
            if let Some(r) = of_lists(one, other).filter(|r| r.value > desk.limit(Limit::Redundant)) {
                check.flag(Item::Groups(a, b), Finding::Merge, Severity::Warn, r);
            }
        }
    }
    lowest.into_iter().for_each(|lowest| check.tell(lowest));
    check.sheet("structure", &["indicator", "score", "own-dimension", "other-dimension", "which"], rows);
    check.done()
}

/// The units that have all columns of a list, by column.
fn complete(desk: &Desk<'_>, columns: &[usize]) -> Vec<Vec<f64>> {
    let whole = |unit: &usize| columns.iter().all(|at| desk.directed[*at][*unit].is_some());
    let units: Vec<usize> = (0..desk.n()).filter(whole).collect();
    columns.iter().map(|at| units.iter().filter_map(|unit| desk.directed[*at][*unit]).collect()).collect()
}

/// A column with mean 0 and standard deviation 1; `None` without spread.
fn standard(column: &[f64]) -> Option<Vec<f64>> {
    crate::stats::z_scores(column)
}

/// Check 6: alpha by dimension on standardised, directed values, and alpha without each indicator.
pub(super) fn consistency(desk: &Desk<'_>) -> Check {
    let limits = [Limit::Alpha];
    if desk.n() < MATRIX_MIN {
        return Check::lacking(Row::Consistency, Lack::Units, desk.n(), MATRIX_MIN, &limits);
    }
    let mut check = Check::new(Row::Consistency, desk.n(), MATRIX_MIN, &limits);
    let mut rows = Vec::new();
    for (group, id) in desk.table.groups.iter().enumerate() {
        let columns = desk.table.of_group(group);
        let lists: Option<Vec<Vec<f64>>> =
            complete(desk, &columns).iter().map(|list| standard(list)).collect();
        let Some(lists) = lists.filter(|lists| lists.len() > 2) else { continue };
        let n = lists.first().map_or(0, Vec::len);
        let Some(alpha) = cronbach(&lists).filter(|_| n >= MATRIX_MIN) else { continue };
        let statistic = Statistic::of(Measure::Alpha, alpha).on(n);
        rows.push(vec![id.as_str().into(), Value::Nothing, n.into(), alpha.into()]);
        for (place, at) in columns.iter().enumerate() {
            let rest: Vec<Vec<f64>> = lists
                .iter()
                .enumerate()
                .filter(|(of, _)| *of != place)
                .map(|(_, list)| list.clone())
                .collect();
            let name = desk.table.columns[*at].id.as_str();
            rows.push(vec![id.as_str().into(), name.into(), n.into(), cronbach(&rest).into()]);
        }
        check.tell(statistic);
        if alpha < desk.limit(Limit::Alpha) {
            check.flag(Item::Group(group), Finding::Inconsistent, Severity::Note, statistic);
        }
    }
    if check.statistics.is_empty() {
        return Check::lacking(Row::Consistency, Lack::Indicators, desk.n(), MATRIX_MIN, &limits);
    }
    check.sheet("alpha", &["dimension", "without", "n", "alpha"], rows);
    check.done()
}

/// Check 7: eigenvalues of the correlations in each dimension.
pub(super) fn components(desk: &Desk<'_>) -> Check {
    let limits = [Limit::FirstComponent];
    if desk.n() < MATRIX_MIN {
        return Check::lacking(Row::Components, Lack::Units, desk.n(), MATRIX_MIN, &limits);
    }
    let mut check = Check::new(Row::Components, desk.n(), MATRIX_MIN, &limits);
    let mut rows = Vec::new();
    for (group, id) in desk.table.groups.iter().enumerate() {
        let columns = desk.table.of_group(group);
        let lists = complete(desk, &columns);
        let n = lists.first().map_or(0, Vec::len);
        if lists.len() < 3 || n < MATRIX_MIN.max(5 * lists.len()) {
            continue;
        }
        let r = |a: &Vec<f64>, b: &Vec<f64>| pearson(a, b);
        let matrix: Option<Vec<Vec<f64>>> =
            lists.iter().map(|a| lists.iter().map(|b| r(a, b)).collect()).collect();
        let Some(values) = matrix.and_then(|matrix| symmetric_eigenvalues(&matrix)) else { continue };
        let share = values.first().copied().unwrap_or(0.0) / lists.len() as f64;
        for (place, value) in values.iter().enumerate() {
            let part = value / lists.len() as f64;
            rows.push(vec![id.as_str().into(), (place + 1).into(), (*value).into(), part.into(), n.into()]);
        }
        let statistic = Statistic::of(Measure::FirstComponent, share).on(n);
        check.tell(statistic);
        let above = values.iter().filter(|value| **value > 1.0).count();
        if above > 1 || share < desk.limit(Limit::FirstComponent) {
            check.flag(Item::Group(group), Finding::Mixed, Severity::Note, statistic);
        }
    }
    if check.statistics.is_empty() {
        return Check::lacking(Row::Components, Lack::Indicators, desk.n(), MATRIX_MIN, &limits);
    }
    check.sheet("components", &["dimension", "component", "eigenvalue", "share", "n"], rows);
    check.done()
}

/// Check 10: a correlation above the limit with a shared source, and variance inflation.
pub(super) fn double_counting(desk: &Desk<'_>) -> Check {
    let limits = [Limit::Redundant, Limit::Inflation];
    if desk.n() < MATRIX_MIN {
        return Check::lacking(Row::DoubleCounting, Lack::Units, desk.n(), MATRIX_MIN, &limits);
    }
    let mut check = Check::new(Row::DoubleCounting, desk.n(), MATRIX_MIN, &limits);
    let k = desk.table.columns.len();
    for a in 0..k {
        for b in a + 1..k {
            let r = between(desk, a, b).filter(|r| r.n.is_some_and(|n| n >= MATRIX_MIN));
            if let Some(r) = r.filter(|r| r.value > desk.limit(Limit::Redundant) && shared(desk, a, b)) {
                check.flag(Item::Pair(a, b), Finding::DoubleCounted, Severity::Fail, r);
            }
        }
    }
    let spread = |at: &usize| pearson(&complete(desk, &[*at])[0], &complete(desk, &[*at])[0]).is_some();
    let columns: Vec<usize> = (0..k).filter(spread).collect();
    let lists = complete(desk, &columns);
    let n = lists.first().map_or(0, Vec::len);
    let mut rows = Vec::new();
    if n > columns.len() + 5 {
        let factors = variance_inflation(&lists);
        for (at, factor) in columns.iter().zip(&factors) {
            rows.push(vec![desk.table.columns[*at].id.as_str().into(), n.into(), (*factor).into()]);
            if let Some(factor) = factor.filter(|factor| *factor > desk.limit(Limit::Inflation)) {
                let evidence = Statistic::of(Measure::Inflation, factor).on(n);
                check.flag(Item::Column(*at), Finding::Inflated, Severity::Warn, evidence);
            }
        }
        let most = factors.iter().flatten().copied().max_by(f64::total_cmp);
        most.into_iter().for_each(|most| check.tell(Statistic::of(Measure::Inflation, most).on(n)));
    }
    check.sheet("inflation", &["indicator", "n", "vif"], rows);
    check.done()
}
