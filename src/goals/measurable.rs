//! M: figures exist, the baseline can be reproduced, and the sample can show the step (domain notes D.1).

use super::case::Case;
use super::figure::parts;
use super::outcome::{Check, CheckResult, Fact};
use crate::model::{Indicator, Kind, Measure, Source};
use crate::score::{Reading, ReadingState, Sums};
use crate::stats;

/// M1 … M6.
pub(super) fn measurable(case: &Case<'_>) -> Vec<CheckResult> {
    let Some((_, indicator)) = case.indicator else { return none(Check::S1) };
    if case.subject.is_none() {
        return none(Check::S2);
    }
    vec![
        figures(case),
        baseline(case, indicator),
        sample(case, indicator),
        coverage(case),
        distance(case, indicator),
        rubric(indicator),
    ]
}

fn none(cause: Check) -> Vec<CheckResult> {
    let checks = [Check::M1, Check::M2, Check::M3, Check::M4, Check::M5, Check::M6];
    checks.into_iter().map(|check| CheckResult::not_assessed(check, cause)).collect()
}

/// M1: numerator and denominator (or count) exist in at least one past month.
fn figures(case: &Case<'_>) -> CheckResult {
    let check = Check::M1;
    let months = case.history.as_ref().map_or(0, super::history::History::months);
    if months > 0 {
        return CheckResult::pass(check, "check-M1-counts", vec![Fact::Number(months as f64)]);
    }
    let earliest = case.model.metrics.range().map(|(first, _)| first);
    let past = earliest.zip(case.history_end()).and_then(|(first, last)| case.read(first, last));
    match past.as_ref().map(|reading| (reading.state, reading.sums)) {
        Some((ReadingState::Measured | ReadingState::TooSmall { .. }, _)) => {
            CheckResult::pass(check, "check-M1-counts-long-ago", Vec::new())
        }
        Some((ReadingState::WithoutCount, _)) => {
            CheckResult::fail(check, "check-M1-values-without-counts", Vec::new())
        }
        _ => CheckResult::fail(check, "check-M1-no-figures", Vec::new()),
    }
}

/// M2: the baseline has a period, and the data of that period give it at displayed precision, and its counts exactly.
/// Where the goal is to improve, everything rests on it; else it is only good to have.
fn baseline(case: &Case<'_>, indicator: &Indicator) -> CheckResult {
    let check = Check::M2;
    let lacking = |reason, facts| match case.target.kind {
        Kind::Improve => CheckResult::fail(check, reason, facts),
        Kind::Maintain | Kind::Reach | Kind::Count => CheckResult::warn(check, warned(reason), facts),
    };
    let Some(written) = case.target.baseline else { return lacking("check-M2-no-baseline", Vec::new()) };
    let Some((from, to)) = written.from.zip(written.to).filter(|(from, to)| from <= to) else {
        return lacking("check-M2-no-period", Vec::new());
    };
    let Some((reading, found)) =
        case.read(from, to).and_then(|reading| reading.value.map(|value| (reading, value)))
    else {
        return lacking("check-M2-no-data", vec![Fact::Month(from), Fact::Month(to)]);
    };
    let same = indicator.precision.grid(found) == indicator.precision.grid(written.value);
    if !same {
        return lacking("check-M2-differs", vec![Fact::Value(written.value), Fact::Value(found)]);
    }
    if !same_counts(&reading, written.counts) {
        let counts = |(a, b): (f64, f64)| [Fact::Number(a), Fact::Number(b)];
        let both = [written.counts, parts(reading.sums)].into_iter().flatten().flat_map(counts).collect();
        return lacking("check-M2-counts-differ", both);
    }
    match reading.n {
        Some(n) => CheckResult::pass(check, "check-M2-reproduced", vec![Fact::Value(found), Fact::Number(n)]),
        None => CheckResult::pass(check, "check-M2-reproduced-without-cases", vec![Fact::Value(found)]),
    }
}

/// The key of the milder sentence for a goal that does not promise to improve.
fn warned(reason: &'static str) -> &'static str {
    match reason {
        "check-M2-no-baseline" => "check-M2-no-baseline-needed",
        same => same,
    }
}

/// Counts are compared where they are counts of cases: not written, or a plain pair. A reconstructed numerator is only as
/// exact as its percentage, which has been compared already, so of those the denominators alone.
fn same_counts(reading: &Reading, written: Option<(f64, f64)>) -> bool {
    let same = |found: f64, written: f64| (found - written).abs() < 1e-6;
    match (reading.sums, written) {
        (Sums::Pair(a, b), Some((c, d))) => same(b, d) && (reading.reconstructed || same(a, c)),
        _ => true,
    }
}

/// M3: one evaluation window brings enough cases, and its 95 % half-width is not wider than the step that it has to show.
///
/// Half-width: 1.96·√(T(1−T)/n) for shares at the target T; else 1.96·s/√h from the month-to-month spread, since sums do
/// not tell how single cases vary. Goals to maintain have no step to show.
fn sample(case: &Case<'_>, indicator: &Indicator) -> CheckResult {
    let check = Check::M3;
    let Some(aim) = case.monthly_aim() else {
        let cause = if case.aim.is_none() { Check::S3 } else { Check::T1 };
        return CheckResult::not_assessed(check, cause);
    };
    let Some(mode) = case.mode else { return CheckResult::not_assessed(check, Check::T3) };
    let months = case.window.map_or(0, |window| window.months());
    let Some(history) = case.history.as_ref().filter(|history| history.months() > 0) else {
        return CheckResult::not_assessed(check, Check::M1);
    };
    if months == 0 {
        return CheckResult::not_assessed(check, Check::T2);
    }
    let averaged = mode.averaged(months);
    let cases = history.monthly_cases().map(|n| match indicator.measure {
        Measure::State { .. } => n,
        _ => n * averaged,
    });
    let minimum = indicator.minimum();
    if let Some(n) = cases.filter(|n| *n < minimum) {
        return CheckResult::fail(
            check,
            "check-M3-too-few-cases",
            vec![Fact::Number(n), Fact::Number(minimum)],
        );
    }
    let Some(baseline) = history.baseline() else { return CheckResult::not_assessed(check, Check::M1) };
    let target = aim.nearer_end(baseline);
    let half_width = match (&indicator.measure, cases) {
        (Measure::Share { .. }, Some(n)) => stats::half_width(target, n, stats::Z95),
        _ => history.deviation.map(|s| stats::Z95 * s / averaged.sqrt()),
    };
    let step = aim.step(baseline).abs();
    match half_width.filter(|half| *half > step && case.target.kind != Kind::Maintain) {
        Some(half) => {
            let facts =
                vec![Fact::Number(cases.unwrap_or(averaged)), Fact::Distance(half), Fact::Distance(step)];
            let reason =
                if cases.is_some() { "check-M3-within-luck" } else { "check-M3-within-monthly-noise" };
            CheckResult::warn(check, reason, facts)
        }
        None => match cases {
            Some(n) => CheckResult::pass(check, "check-M3-enough-cases", vec![Fact::Number(n)]),
            None => CheckResult::pass(check, "check-M3-no-cases-needed", Vec::new()),
        },
    }
}

/// M4: coverage of the last six months in which the subject was in service and the duty existed.
fn coverage(case: &Case<'_>) -> CheckResult {
    let check = Check::M4;
    let covered = case.history.as_ref().and_then(super::history::History::coverage);
    let Some(covered) = covered else { return CheckResult::not_assessed(check, Check::M1) };
    let facts = vec![Fact::Share(covered)];
    match covered {
        share if share >= 0.8 - 1e-9 => CheckResult::pass(check, "check-M4-covered", facts),
        share if share >= 0.5 - 1e-9 => CheckResult::warn(check, "check-M4-gaps", facts),
        _ => CheckResult::fail(check, "check-M4-mostly-missing", facts),
    }
}

/// M5: the target is a possible value and differs from the baseline in what is shown, except to maintain.
fn distance(case: &Case<'_>, indicator: &Indicator) -> CheckResult {
    let check = Check::M5;
    let Some(aim) = case.aim else { return CheckResult::not_assessed(check, Check::S3) };
    let possible = case.monthly_aim().unwrap_or(aim);
    if !possible.inside(indicator.valid) {
        return CheckResult::fail(check, "check-M5-outside-valid-range", vec![Fact::Value(aim.written())]);
    }
    let Some(baseline) = case.baseline().filter(|_| case.target.kind != Kind::Maintain) else {
        return CheckResult::pass(check, "check-M5-possible", vec![Fact::Value(aim.written())]);
    };
    let end = possible.nearer_end(baseline);
    let facts = vec![Fact::Value(baseline), Fact::Value(end)];
    if indicator.precision.grid(baseline) == indicator.precision.grid(end) {
        return CheckResult::fail(check, "check-M5-same-as-baseline", facts);
    }
    CheckResult::pass(check, "check-M5-differs", facts)
}

/// M6: what a person rates has a rubric, a rater and a plan for drawing cases.
fn rubric(indicator: &Indicator) -> CheckResult {
    let check = Check::M6;
    if indicator.source != Source::Rater {
        return CheckResult::pass(check, "check-M6-not-rated-by-hand", Vec::new());
    }
    let rubric = indicator.rubric.clone().unwrap_or_default();
    match (rubric.text, rubric.rater, rubric.sample) {
        (None, _, _) => CheckResult::warn(check, "check-M6-no-rubric", Vec::new()),
        (_, None, _) => CheckResult::warn(check, "check-M6-no-rater", Vec::new()),
        (_, _, None) => CheckResult::warn(check, "check-M6-no-sample-plan", Vec::new()),
        (Some(_), Some(_), Some(_)) => CheckResult::pass(check, "check-M6-rubric", Vec::new()),
    }
}

#[cfg(test)]
mod tests;
