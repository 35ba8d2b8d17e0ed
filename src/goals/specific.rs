//! S: one indicator, one subject, one number, one scope (domain notes D.1).

use super::case::Case;
use super::history::MONTHS;
use super::outcome::{Check, CheckResult, Fact};
use super::title::{Naming, naming};
use crate::model::{Agent, Direction, Month, Operator, Scope, Subject};
use crate::score::Sums;
use chrono::NaiveDate;

/// S1 … S6.
pub(super) fn specific(case: &Case<'_>) -> Vec<CheckResult> {
    vec![indicator(case), subject(case), number(case), direction(case), scope(case), title(case)]
}

/// S1: the indicator exists; exactly one by the form of a target.
fn indicator(case: &Case<'_>) -> CheckResult {
    match case.indicator {
        Some((ix, _)) => CheckResult::pass(Check::S1, "check-S1-indicator", vec![Fact::Indicator(ix)]),
        None => CheckResult::fail(Check::S1, "check-S1-no-indicator", Vec::new()),
    }
}

/// S2: the subject exists, is in service and posted all the window, and the indicator is part of its work. Without a
/// window only the role is looked at.
fn subject(case: &Case<'_>) -> CheckResult {
    let check = Check::S2;
    if case.subject.is_none() {
        return CheckResult::fail(check, "check-S2-no-subject", Vec::new());
    }
    if let (Some(agent), Some(window)) = (case.agent(), case.window) {
        if agent.joined > window.start {
            return CheckResult::fail(check, "check-S2-not-yet-in-service", vec![Fact::Date(agent.joined)]);
        }
        if let Some(left) = agent.left.filter(|left| *left < window.end) {
            return CheckResult::fail(check, "check-S2-left", vec![Fact::Date(left)]);
        }
        if let Some(day) = first_day_without_posting(agent, window.start, window.end) {
            return CheckResult::fail(check, "check-S2-not-posted", vec![Fact::Date(day)]);
        }
    }
    if case.indicator.is_none() {
        return CheckResult::not_assessed(check, Check::S1);
    }
    match belongs(case) {
        true => CheckResult::pass(check, "check-S2-in-role", Vec::new()),
        false => CheckResult::fail(check, "check-S2-not-its-work", Vec::new()),
    }
}

fn first_day_without_posting(agent: &Agent, start: NaiveDate, end: NaiveDate) -> Option<NaiveDate> {
    let mut day = start;
    while day <= end {
        let Some(posting) = agent.posting_on(day) else { return Some(day) };
        day = posting.to?.succ_opt()?;
    }
    None
}

/// Whether the subject's scheme has the indicator, or the subject or one of its teams has figures of it.
fn belongs(case: &Case<'_>) -> bool {
    let Some((indicator, _)) = case.indicator else { return false };
    if case.schemes().iter().any(|scheme| scheme.item(indicator).is_some()) {
        return true;
    }
    let today = Month::of(case.as_of);
    let (start, end) = case.window.map_or((today, today), |window| (window.first, window.last));
    let (first, last) = (start.plus(-MONTHS), end.min(today));
    let own = case.subject.into_iter();
    let teams = case.role_months().flat_map(|month| case.teams(month)).map(Subject::Team);
    let mut subjects: Vec<Subject> = own.chain(teams).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let written = |subject| case.read_for(subject, first, last).is_some_and(|r| r.sums != Sums::Nothing);
    subjects.into_iter().any(written)
}

/// S3: operator and number, in a unit that the indicator's can be made of.
fn number(case: &Case<'_>) -> CheckResult {
    let check = Check::S3;
    match (case.indicator, case.target.goal, case.aim) {
        (_, None, _) => CheckResult::fail(check, "check-S3-no-number", Vec::new()),
        (None, Some(_), _) => CheckResult::not_assessed(check, Check::S1),
        (Some(_), Some(_), None) => CheckResult::fail(check, "check-S3-not-a-number", Vec::new()),
        (Some(_), Some(_), Some(aim)) => {
            CheckResult::pass(check, "check-S3-number", vec![Fact::Value(aim.written())])
        }
    }
}

/// S4: the operator points where the indicator says that better is.
fn direction(case: &Case<'_>) -> CheckResult {
    let check = Check::S4;
    let Some((_, indicator)) = case.indicator else { return CheckResult::not_assessed(check, Check::S1) };
    let Some(aim) = case.aim else { return CheckResult::not_assessed(check, Check::S3) };
    let between = aim.operator == Operator::Between;
    match indicator.direction {
        _ if points_to_better(aim.operator, indicator.direction) => {
            CheckResult::pass(check, "check-S4-right-direction", Vec::new())
        }
        Direction::Band => CheckResult::fail(check, "check-S4-needs-a-range", Vec::new()),
        Direction::Up | Direction::Down if between => {
            CheckResult::fail(check, "check-S4-needs-one-end", Vec::new())
        }
        Direction::Up => CheckResult::fail(check, "check-S4-more-is-better", Vec::new()),
        Direction::Down => CheckResult::fail(check, "check-S4-less-is-better", Vec::new()),
    }
}

/// ≥ and > for higher-is-better, ≤ and < for lower-is-better, between for bands.
pub(super) fn points_to_better(operator: Operator, direction: Direction) -> bool {
    match direction {
        Direction::Up => matches!(operator, Operator::AtLeast | Operator::Above),
        Direction::Down => matches!(operator, Operator::AtMost | Operator::Below),
        Direction::Band => operator == Operator::Between,
    }
}

/// S5: the scope is stated. With one channel or none there is nothing to mix.
fn scope(case: &Case<'_>) -> CheckResult {
    let check = Check::S5;
    match case.target.scope.as_ref() {
        Some(Scope::All) => CheckResult::pass(check, "check-S5-all", Vec::new()),
        Some(Scope::Channels(channels)) => {
            CheckResult::pass(check, "check-S5-channels", vec![Fact::Number(channels.len() as f64)])
        }
        None if case.model.organisation.channels.len() < 2 => {
            CheckResult::pass(check, "check-S5-one-channel", Vec::new())
        }
        None => CheckResult::warn(check, "check-S5-no-scope", Vec::new()),
    }
}

/// S6: the title names the indicator or the number.
fn title(case: &Case<'_>) -> CheckResult {
    let check = Check::S6;
    let indicator = case.indicator.map(|(_, indicator)| indicator);
    let factor = indicator.map_or(1.0, |of| of.precision.unit.shown_factor());
    let ends = case.aim.map_or([f64::NAN; 2], |aim| [aim.lower * factor, aim.upper * factor]);
    let numbers: Vec<f64> = ends.into_iter().filter(|end| end.is_finite()).collect();
    match naming(&case.target.title, indicator, &numbers) {
        Naming::Indicator => CheckResult::pass(check, "check-S6-names-indicator", Vec::new()),
        Naming::Number => CheckResult::pass(check, "check-S6-names-number", Vec::new()),
        Naming::Vague(verb) => CheckResult::warn(check, "check-S6-vague", vec![Fact::Word(verb.to_owned())]),
        Naming::Nothing => CheckResult::warn(check, "check-S6-names-nothing", Vec::new()),
        Naming::Absent => CheckResult::warn(check, "check-S6-no-title", Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{COMPLAINTS, CSAT, DESK, RESPONSE, TICKETS, WESTOLL, World, after};
    use super::super::{Check, Mark};
    use super::*;
    use crate::model::{Goal, Text};
    use crate::score::testing::{CHAT, date};

    #[test]
    fn the_worked_example_is_specific() {
        let reasons: Vec<_> =
            World::new().judge().checks.iter().take(6).map(|result| (result.mark, result.reason)).collect();
        let expected = [
            "check-S1-indicator",
            "check-S2-in-role",
            "check-S3-number",
            "check-S4-right-direction",
            "check-S5-all",
            "check-S6-names-number",
        ];
        assert_eq!(reasons, expected.map(|reason| (Mark::Pass, reason)));
    }

    #[test]
    fn s1_needs_an_indicator() {
        let lost = |world: &mut World| world.goal().indicator = None;
        assert_eq!(after(Check::S1, lost), (Mark::Fail, "check-S1-no-indicator"));
        for check in [Check::S2, Check::S3, Check::S4, Check::M1, Check::M5, Check::A1, Check::R1, Check::R3]
        {
            assert_eq!(after(check, lost), (Mark::NotAssessed, "check-not-assessed"), "{check}");
        }
    }

    #[test]
    fn s2_needs_a_subject_in_its_role_all_through_the_window() {
        let s2 = |change: fn(&mut World)| after(Check::S2, change);
        assert_eq!(s2(|world| world.goal().subject = None), (Mark::Fail, "check-S2-no-subject"));
        let agent = |world: &mut World, joined: &str, left: Option<&str>| {
            let agent = &mut world.build.model.agents[WESTOLL.at()];
            agent.joined = date(joined);
            agent.left = left.map(date);
        };
        let joined = after(Check::S2, |world| agent(world, "2025-07-02", None));
        assert_eq!(joined, (Mark::Fail, "check-S2-not-yet-in-service"));
        let left = after(Check::S2, |world| agent(world, "2024-01-01", Some("2025-09-29")));
        assert_eq!(left, (Mark::Fail, "check-S2-left"));
        let whole = after(Check::S2, |world| agent(world, "2025-07-01", Some("2025-09-30")));
        assert_eq!(whole, (Mark::Pass, "check-S2-in-role"));
        let gap = s2(|world| {
            world.build.posting(WESTOLL, "2025-08-02", DESK, crate::score::testing::SENIOR);
            world.build.model.agents[WESTOLL.at()].postings[0].to = Some(date("2025-07-31"));
        });
        assert_eq!(gap, (Mark::Fail, "check-S2-not-posted"));
        let moved =
            s2(|world| world.build.posting(WESTOLL, "2025-08-02", DESK, crate::score::testing::SENIOR));
        assert_eq!(moved, (Mark::Pass, "check-S2-in-role"));
        let other = s2(|world| world.goal().indicator = Some(TICKETS));
        assert_eq!(other, (Mark::Fail, "check-S2-not-its-work"));
    }

    #[test]
    fn figures_of_the_team_make_an_indicator_its_work() {
        let found = after(Check::S2, |world| {
            world.goal().indicator = Some(COMPLAINTS);
            let peer = crate::model::Holder::Agent(crate::model::AgentIx(3));
            world.build.row(peer, "2025-05", &[(COMPLAINTS, crate::model::Entry::Pair(1.0, 50.0))]);
        });
        assert_eq!(found, (Mark::Pass, "check-S2-in-role"));
    }

    #[test]
    fn s3_needs_a_finite_number_and_both_ends_of_a_range() {
        assert_eq!(after(Check::S3, |world| world.goal().goal = None), (Mark::Fail, "check-S3-no-number"));
        let half = after(Check::S3, |world| world.ask(Operator::Between, 0.6));
        assert_eq!(half, (Mark::Fail, "check-S3-not-a-number"));
        assert_eq!(after(Check::S4, |world| world.goal().goal = None).0, Mark::NotAssessed);
    }

    #[test]
    fn s4_knows_which_way_is_better() {
        let s4 = |operator, indicator, direction| {
            after(Check::S4, |world| {
                world.build.model.indicators[CSAT.at()].direction = direction;
                world.goal().indicator = Some(indicator);
                world.goal().goal = Some(Goal { operator, value: 0.6, upper: Some(0.8) });
            })
        };
        let up = Direction::Up;
        assert_eq!(s4(Operator::Above, CSAT, up), (Mark::Pass, "check-S4-right-direction"));
        assert_eq!(s4(Operator::AtMost, CSAT, up), (Mark::Fail, "check-S4-more-is-better"));
        assert_eq!(s4(Operator::Between, CSAT, up), (Mark::Fail, "check-S4-needs-one-end"));
        assert_eq!(s4(Operator::AtLeast, RESPONSE, up), (Mark::Fail, "check-S4-less-is-better"));
        assert_eq!(s4(Operator::Below, RESPONSE, up), (Mark::Pass, "check-S4-right-direction"));
        assert_eq!(s4(Operator::AtLeast, CSAT, Direction::Band), (Mark::Fail, "check-S4-needs-a-range"));
        assert_eq!(s4(Operator::Between, CSAT, Direction::Band), (Mark::Pass, "check-S4-right-direction"));
    }

    #[test]
    fn s5_wants_the_scope_said_where_channels_could_be_mixed() {
        let s5 = |change: fn(&mut World)| after(Check::S5, change);
        assert_eq!(s5(|world| world.goal().scope = None), (Mark::Warn, "check-S5-no-scope"));
        let one = s5(|world| world.goal().scope = Some(Scope::Channels(vec![CHAT])));
        assert_eq!(one, (Mark::Pass, "check-S5-channels"));
        let small = s5(|world| {
            world.goal().scope = None;
            world.build.model.organisation.channels.truncate(1);
        });
        assert_eq!(small, (Mark::Pass, "check-S5-one-channel"));
    }

    #[test]
    fn s6_wants_a_title_that_says_something() {
        let s6 = |zh: &str, en: &str| after(Check::S6, |world| world.goal().title = Text::new(zh, en));
        assert_eq!(s6("", "csat_rate for everyone"), (Mark::Pass, "check-S6-names-indicator"));
        assert_eq!(s6("提高服务质量", ""), (Mark::Warn, "check-S6-vague"));
        assert_eq!(s6("", "Better service"), (Mark::Warn, "check-S6-vague"));
        assert_eq!(s6("服务", ""), (Mark::Warn, "check-S6-names-nothing"));
        assert_eq!(s6("", ""), (Mark::Warn, "check-S6-no-title"));
    }
}
