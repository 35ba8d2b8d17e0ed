//! T: dates, a window that ends with its data, a stated evaluation, looks on the way, and no goal after the fact
//! (domain notes D.1).

use super::case::Case;
use super::mode::{Mode, Window};
use super::outcome::{Check, CheckResult, Fact};
use crate::model::{Evaluation, Measure, Month};
use chrono::NaiveDate;

/// Longest window, in months.
const LONGEST: usize = 12;
/// Grace days beyond which figures of the next month are due before the verdict.
const LONG_GRACE: u16 = 31;

/// T1 … T6.
pub(super) fn time_bound(case: &Case<'_>) -> Vec<CheckResult> {
    let judged = |check, judge: fn(&Case<'_>, &Window) -> CheckResult| match case.window.as_ref() {
        Some(window) => judge(case, window),
        None => CheckResult::not_assessed(check, Check::T1),
    };
    vec![
        dates(case),
        judged(Check::T2, period),
        evaluation(case),
        judged(Check::T4, checkpoints),
        judged(Check::T5, timely),
        grace(case),
    ]
}

/// T1: it begins before it ends.
fn dates(case: &Case<'_>) -> CheckResult {
    let check = Check::T1;
    match (case.target.start, case.target.end) {
        (Some(start), Some(end)) if start < end => {
            CheckResult::pass(check, "check-T1-dates", vec![Fact::Date(start), Fact::Date(end)])
        }
        (Some(start), Some(end)) => CheckResult::fail(
            check,
            "check-T1-ends-before-it-starts",
            vec![Fact::Date(start), Fact::Date(end)],
        ),
        (None, _) => CheckResult::fail(check, "check-T1-no-start", Vec::new()),
        (_, None) => CheckResult::fail(check, "check-T1-no-end", Vec::new()),
    }
}

/// T2: it ends where a month of data ends (quarters and years of every fiscal calendar do too), and holds one to twelve
/// whole months.
fn period(_: &Case<'_>, window: &Window) -> CheckResult {
    let check = Check::T2;
    let last = Month::of(window.end);
    let months = window.months();
    let facts = vec![Fact::Number(months as f64)];
    if window.end != last.last_day() {
        return CheckResult::fail(
            check,
            "check-T2-ends-mid-month",
            vec![Fact::Date(window.end), Fact::Date(last.last_day())],
        );
    }
    if months == 0 {
        return CheckResult::fail(check, "check-T2-no-whole-month", Vec::new());
    }
    if months > LONGEST {
        return CheckResult::warn(check, "check-T2-too-long", facts);
    }
    if window.start != Month::of(window.start).first_day() {
        return CheckResult::warn(
            check,
            "check-T2-starts-mid-month",
            vec![Fact::Date(window.first.first_day())],
        );
    }
    CheckResult::pass(check, "check-T2-whole-months", facts)
}

/// T3: the evaluation is stated, and the measure can be evaluated so.
fn evaluation(case: &Case<'_>) -> CheckResult {
    let check = Check::T3;
    let Some(evaluation) = case.target.evaluation else {
        return CheckResult::fail(check, "check-T3-no-evaluation", Vec::new());
    };
    let state = case.indicator.is_some_and(|(_, of)| matches!(of.measure, Measure::State { .. }));
    match (evaluation, case.mode) {
        (Evaluation::Pooled | Evaluation::MeanOfMonths | Evaluation::Cumulative, _) if state => {
            CheckResult::warn(check, "check-T3-state-is-never-averaged", Vec::new())
        }
        (Evaluation::Cumulative, Some(Mode::Pooled)) => {
            CheckResult::warn(check, "check-T3-only-counts-run-up", Vec::new())
        }
        _ => CheckResult::pass(check, "check-T3-evaluation", Vec::new()),
    }
}

/// T4: a look in every month of a goal that is longer than one; the end is the look of its month.
fn checkpoints(case: &Case<'_>, window: &Window) -> CheckResult {
    let check = Check::T4;
    let (first, last) = (Month::of(window.start), Month::of(window.end));
    if first == last {
        return CheckResult::pass(check, "check-T4-one-month", Vec::new());
    }
    let inside = |date: &&NaiveDate| (window.start..=window.end).contains(*date);
    let mut months: Vec<Month> =
        case.target.checkpoints.iter().filter(inside).map(|date| Month::of(*date)).collect();
    months.push(last);
    months.sort_unstable();
    months.dedup();
    let (found, needed) = (months.len() as i32, last.since(first) + 1);
    if found >= needed {
        return CheckResult::pass(check, "check-T4-checkpoints", vec![Fact::Number(f64::from(needed - 1))]);
    }
    let facts = vec![Fact::Number(f64::from(found - 1)), Fact::Number(f64::from(needed - 1))];
    CheckResult::warn(check, "check-T4-too-few-checkpoints", facts)
}

/// T5: written within the first fifth of the window, and agreed on; never after the end.
fn timely(case: &Case<'_>, window: &Window) -> CheckResult {
    let check = Check::T5;
    let (created, agreed) = (case.target.created_on, case.target.agreed_on);
    if let Some(created) = created.filter(|date| *date > window.end) {
        return CheckResult::fail(check, "check-T5-written-after-the-end", vec![Fact::Date(created)]);
    }
    if let Some(agreed) = agreed.filter(|date| *date > window.end) {
        return CheckResult::fail(check, "check-T5-agreed-after-the-end", vec![Fact::Date(agreed)]);
    }
    let Some(created) = created else { return CheckResult::warn(check, "check-T5-undated", Vec::new()) };
    if (created - window.start).num_days() * 5 > window.days() {
        return CheckResult::warn(check, "check-T5-written-late", vec![Fact::Date(created)]);
    }
    match agreed {
        Some(agreed) => CheckResult::pass(check, "check-T5-agreed", vec![Fact::Date(agreed)]),
        None => CheckResult::warn(check, "check-T5-not-agreed", Vec::new()),
    }
}

/// T6: days for late data are defined (the organisation's default is 7), and shorter than the next month.
fn grace(case: &Case<'_>) -> CheckResult {
    let check = Check::T6;
    let facts = vec![Fact::Number(f64::from(case.grace))];
    match case.target.grace_days {
        _ if case.grace > LONG_GRACE => CheckResult::warn(check, "check-T6-long-grace", facts),
        Some(_) => CheckResult::pass(check, "check-T6-grace", facts),
        None => CheckResult::pass(check, "check-T6-default-grace", facts),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::super::testing::{P90, World, after};
    use super::*;
    use crate::score::testing::date;

    fn dated(check: Check, start: Option<&str>, end: Option<&str>) -> (Mark, &'static str) {
        after(check, |world| {
            world.goal().start = start.map(date);
            world.goal().end = end.map(date);
        })
    }

    #[test]
    fn t1_begins_before_it_ends() {
        let t1 = |start, end| dated(Check::T1, start, end);
        assert_eq!(t1(Some("2025-07-01"), Some("2025-09-30")), (Mark::Pass, "check-T1-dates"));
        let reversed = t1(Some("2025-09-30"), Some("2025-07-01"));
        assert_eq!(reversed, (Mark::Fail, "check-T1-ends-before-it-starts"));
        assert_eq!(t1(None, Some("2025-09-30")), (Mark::Fail, "check-T1-no-start"));
        assert_eq!(t1(Some("2025-07-01"), None), (Mark::Fail, "check-T1-no-end"));
        for check in [Check::T2, Check::T4, Check::T5, Check::A1, Check::M3] {
            assert_eq!(dated(check, None, None).0, Mark::NotAssessed, "{check}");
        }
    }

    #[test]
    fn t2_ends_with_a_month_and_holds_one_to_twelve() {
        let t2 = |start, end| dated(Check::T2, Some(start), Some(end));
        assert_eq!(t2("2025-07-01", "2025-09-30"), (Mark::Pass, "check-T2-whole-months"));
        assert_eq!(t2("2025-07-01", "2025-09-29"), (Mark::Fail, "check-T2-ends-mid-month"));
        assert_eq!(t2("2025-07-02", "2025-07-31"), (Mark::Fail, "check-T2-no-whole-month"));
        assert_eq!(t2("2025-07-02", "2025-09-30"), (Mark::Warn, "check-T2-starts-mid-month"));
        assert_eq!(t2("2025-07-01", "2026-06-30"), (Mark::Pass, "check-T2-whole-months"));
        assert_eq!(t2("2025-07-01", "2026-07-31"), (Mark::Warn, "check-T2-too-long"));
    }

    #[test]
    fn t3_says_how_and_the_measure_allows_it() {
        let t3 = |evaluation| after(Check::T3, |world| world.goal().evaluation = evaluation);
        assert_eq!(t3(None), (Mark::Fail, "check-T3-no-evaluation"));
        assert_eq!(t3(Some(Evaluation::EveryMonth)), (Mark::Pass, "check-T3-evaluation"));
        assert_eq!(t3(Some(Evaluation::Cumulative)), (Mark::Warn, "check-T3-only-counts-run-up"));
        let state = after(Check::T3, |world| world.goal().indicator = Some(P90));
        assert_eq!(state, (Mark::Warn, "check-T3-state-is-never-averaged"));
    }

    #[test]
    fn t4_looks_once_a_month() {
        let t4 = |dates: &[&str]| {
            after(Check::T4, |world| {
                world.goal().checkpoints = dates.iter().map(|text| date(text)).collect();
            })
        };
        assert_eq!(t4(&["2025-07-31", "2025-08-31"]), (Mark::Pass, "check-T4-checkpoints"));
        assert_eq!(t4(&["2025-07-05", "2025-07-31"]), (Mark::Warn, "check-T4-too-few-checkpoints"));
        assert_eq!(t4(&["2025-06-30", "2025-08-31"]).0, Mark::Warn, "outside the window");
        let month = after(Check::T4, |world| {
            world.goal().end = Some(date("2025-07-31"));
            world.goal().checkpoints.clear();
        });
        assert_eq!(month, (Mark::Pass, "check-T4-one-month"));
    }

    /// The window has 92 days; a fifth is 18.4 days, so 19 July is the last day in time.
    #[test]
    fn t5_is_written_before_it_is_run() {
        let t5 = |created: Option<&str>, agreed: Option<&str>| {
            after(Check::T5, |world: &mut World| {
                world.goal().created_on = created.map(date);
                world.goal().agreed_on = agreed.map(date);
            })
        };
        let agreed = Some("2025-07-20");
        assert_eq!(t5(Some("2025-07-19"), agreed), (Mark::Pass, "check-T5-agreed"));
        assert_eq!(t5(Some("2025-07-20"), agreed), (Mark::Warn, "check-T5-written-late"));
        assert_eq!(t5(Some("2025-10-01"), agreed), (Mark::Fail, "check-T5-written-after-the-end"));
        assert_eq!(t5(Some("2025-07-01"), Some("2025-10-01")), (Mark::Fail, "check-T5-agreed-after-the-end"));
        assert_eq!(t5(None, agreed), (Mark::Warn, "check-T5-undated"));
        assert_eq!(t5(Some("2025-07-01"), None), (Mark::Warn, "check-T5-not-agreed"));
    }

    #[test]
    fn t6_has_days_for_late_data() {
        let t6 = |days| after(Check::T6, |world| world.goal().grace_days = days);
        assert_eq!(t6(Some(7)), (Mark::Pass, "check-T6-grace"));
        assert_eq!(t6(None), (Mark::Pass, "check-T6-default-grace"));
        assert_eq!(t6(Some(45)), (Mark::Warn, "check-T6-long-grace"));
    }
}
