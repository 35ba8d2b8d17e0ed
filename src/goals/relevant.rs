//! R: it counts, it can be moved, it agrees with the other goals, and it does not harm what it does not measure
//! (domain notes D.1).

use super::aim::Aim;
use super::case::Case;
use super::mode::Window;
use super::outcome::{Check, CheckResult, Fact};
use super::specific::points_to_better;
use super::surroundings::Surroundings;
use crate::model::{
    Control, Direction, Indicator, IndicatorIx, Nature, Operator, Scope, Subject, Target, TargetIx,
};

/// Words by which an indicator of refunds or complaints is known, in ids and names.
const REFUND_OR_COMPLAINT: [&str; 6] = ["refund", "return", "complaint", "退款", "退货", "投诉"];

/// R1 … R5.
pub(super) fn relevant(case: &Case<'_>, around: &Surroundings) -> Vec<CheckResult> {
    vec![weight(case), control(case), agreement(case, around), guardrail(case), action(case)]
}

/// R1: the indicator carries weight in a scheme of the subject, or the goal serves another.
fn weight(case: &Case<'_>) -> CheckResult {
    let check = Check::R1;
    let Some((indicator, _)) = case.indicator else { return CheckResult::not_assessed(check, Check::S1) };
    if case.subject.is_none() {
        return CheckResult::not_assessed(check, Check::S2);
    }
    let schemes = case.schemes();
    let weights = schemes.iter().filter_map(|scheme| scheme.item(indicator)).map(|item| item.weight);
    match (weights.reduce(f64::max).filter(|weight| *weight > 0.0), case.target.parent) {
        (Some(weight), _) => CheckResult::pass(check, "check-R1-weighted", vec![Fact::Share(weight / 100.0)]),
        (None, Some(parent)) => CheckResult::pass(check, "check-R1-serves-parent", vec![Fact::Goal(parent)]),
        (None, None) => CheckResult::fail(check, "check-R1-no-weight", vec![Fact::Indicator(indicator)]),
    }
}

/// R2: an agent's goal is on something that an agent can move.
fn control(case: &Case<'_>) -> CheckResult {
    let check = Check::R2;
    let Some((ix, indicator)) = case.indicator else { return CheckResult::not_assessed(check, Check::S1) };
    let Some(subject) = case.subject else { return CheckResult::not_assessed(check, Check::S2) };
    match (subject, indicator.control) {
        (Subject::Agent(_), Control::Team) => {
            CheckResult::warn(check, "check-R2-team-controls", vec![Fact::Indicator(ix)])
        }
        (Subject::Agent(_), Control::Shop) => {
            CheckResult::fail(check, "check-R2-shop-controls", vec![Fact::Indicator(ix)])
        }
        _ => CheckResult::pass(check, "check-R2-in-hand", Vec::new()),
    }
}

/// R3: same direction as the parent, and no other goal of the subject in force at the same time asks for the opposite.
fn agreement(case: &Case<'_>, around: &Surroundings) -> CheckResult {
    let check = Check::R3;
    let Some((ix, _)) = case.indicator else { return CheckResult::not_assessed(check, Check::S1) };
    let Some(aim) = case.aim else { return CheckResult::not_assessed(check, Check::S3) };
    if let Some(parent) = case.target.parent
        && opposes_parent(case, ix, &aim, parent)
    {
        return CheckResult::fail(check, "check-R3-against-parent", vec![Fact::Goal(parent)]);
    }
    let contradicts = |goal: &TargetIx| contradiction(case, &aim, case.model.target(*goal));
    match around.rivals(case).find(contradicts) {
        Some(rival) => CheckResult::fail(check, "check-R3-contradicts", vec![Fact::Goal(rival)]),
        None if case.target.parent.is_some() => {
            CheckResult::pass(check, "check-R3-agrees-with-parent", Vec::new())
        }
        None => CheckResult::pass(check, "check-R3-no-contradiction", Vec::new()),
    }
}

/// On the same indicator the goals point the same way; on different ones both point to better, or both do not.
fn opposes_parent(case: &Case<'_>, indicator: IndicatorIx, aim: &Aim, parent: TargetIx) -> bool {
    let parent = case.model.target(parent);
    let Some((goal, of)) = parent.goal.zip(parent.indicator) else { return false };
    if of == indicator {
        return opposite(aim.operator, goal.operator);
    }
    let better = |operator: Operator, of: IndicatorIx| {
        let direction = case.model.indicator(of).direction;
        direction == Direction::Band || points_to_better(operator, direction)
    };
    better(aim.operator, indicator) != better(goal.operator, of)
}

fn opposite(one: Operator, other: Operator) -> bool {
    let up = |operator| matches!(operator, Operator::AtLeast | Operator::Above);
    let down = |operator| matches!(operator, Operator::AtMost | Operator::Below);
    (up(one) && down(other)) || (down(one) && up(other))
}

fn contradiction(case: &Case<'_>, aim: &Aim, other: &Target) -> bool {
    let Some((_, indicator)) = case.indicator else { return false };
    let together = case
        .window
        .zip(Window::new(other.start, other.end))
        .is_some_and(|(own, theirs)| own.overlaps(&theirs));
    let shared = scopes_meet(case.target.scope.as_ref(), other.scope.as_ref());
    // A sum over a year and a mean of a month cannot be compared as numbers, only by their direction.
    let comparable = case.target.evaluation == other.evaluation;
    let theirs = other.goal.and_then(|goal| Aim::new(&goal, indicator.precision));
    together
        && shared
        && theirs.is_some_and(|theirs| {
            opposite(aim.operator, theirs.operator) || (comparable && !aim.agrees_with(&theirs))
        })
}

fn scopes_meet(one: Option<&Scope>, other: Option<&Scope>) -> bool {
    match (one, other) {
        (Some(Scope::Channels(one)), Some(Scope::Channels(other))) => {
            one.iter().any(|channel| other.contains(channel))
        }
        _ => true,
    }
}

/// R4: a speed goal names a quality guardrail, a sales goal one on refunds or complaints. Fewer refunds need no guard
/// against refunds, in whichever dimension they are counted.
fn guardrail(case: &Case<'_>) -> CheckResult {
    let check = Check::R4;
    let Some((_, indicator)) = case.indicator else { return CheckResult::not_assessed(check, Check::S1) };
    let nature = |of: &Indicator| {
        case.model.organisation.dimensions.get(of.dimension.at()).map_or(Nature::Other, |of| of.nature)
    };
    let guards = |wanted: &dyn Fn(&Indicator) -> bool| {
        case.target.guardrails.iter().copied().find(|ix| wanted(case.model.indicator(*ix)))
    };
    let (guard, missing) = match nature(indicator) {
        Nature::Speed => (guards(&|of| nature(of) == Nature::Quality), "check-R4-speed-without-quality"),
        Nature::Sales if !counts_refunds_or_complaints(indicator) => {
            (guards(&|of| counts_refunds_or_complaints(of)), "check-R4-sales-without-refunds")
        }
        Nature::Sales | Nature::Quality | Nature::Knowledge | Nature::Other => {
            return CheckResult::pass(check, "check-R4-none-needed", Vec::new());
        }
    };
    match guard {
        Some(guard) => CheckResult::pass(check, "check-R4-guarded", vec![Fact::Indicator(guard)]),
        None => CheckResult::warn(check, missing, Vec::new()),
    }
}

/// Known by its id or name, and better when lower.
fn counts_refunds_or_complaints(indicator: &Indicator) -> bool {
    let texts =
        [indicator.id.as_str().to_owned(), indicator.name.zh.clone(), indicator.name.en.to_lowercase()];
    indicator.direction == Direction::Down
        && REFUND_OR_COMPLAINT.iter().any(|word| texts.iter().any(|text| text.contains(word)))
}

/// R5: something is done where more than a tenth of the target is missing.
fn action(case: &Case<'_>) -> CheckResult {
    let check = Check::R5;
    if !case.target.actions.is_empty() {
        let count = case.target.actions.len() as f64;
        return CheckResult::pass(check, "check-R5-actions", vec![Fact::Number(count)]);
    }
    let Some(aim) = case.monthly_aim().or(case.aim) else {
        return CheckResult::not_assessed(check, Check::S3);
    };
    let Some(baseline) = case.baseline() else { return CheckResult::not_assessed(check, Check::M2) };
    let (step, target) = (aim.step(baseline), aim.nearer_end(baseline));
    if step > 0.1 * target.abs() {
        return CheckResult::warn(check, "check-R5-no-action", vec![Fact::Distance(step)]);
    }
    CheckResult::pass(check, "check-R5-small-step", Vec::new())
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::super::testing::{COMPLAINTS, CSAT, DESK, RESPONSE, World, after};
    use super::*;
    use crate::model::{DimensionIx, Entry, Goal};
    use crate::score::testing::{CHAT, PHONE, date};

    #[test]
    fn r1_wants_weight_or_a_parent() {
        let r1 = |change: fn(&mut World)| after(Check::R1, change);
        assert_eq!(r1(|_| ()), (Mark::Pass, "check-R1-weighted"));
        let other = |world: &mut World| world.goal().indicator = Some(COMPLAINTS);
        assert_eq!(after(Check::R1, other), (Mark::Fail, "check-R1-no-weight"));
        let served = r1(|world| {
            world.second_goal();
            world.goal().indicator = Some(COMPLAINTS);
            world.goal().parent = Some(TargetIx(1));
        });
        assert_eq!(served, (Mark::Pass, "check-R1-serves-parent"));
        let later = r1(|world| world.build.model.schemes[0].from = crate::score::testing::month("2025-10"));
        assert_eq!(later, (Mark::Fail, "check-R1-no-weight"));
    }

    #[test]
    fn r2_asks_who_can_move_it() {
        let r2 = |control, subject: Option<Subject>| {
            after(Check::R2, |world| {
                world.build.model.indicators[CSAT.at()].control = control;
                if subject.is_some() {
                    world.goal().subject = subject;
                }
            })
        };
        assert_eq!(r2(Control::Agent, None), (Mark::Pass, "check-R2-in-hand"));
        assert_eq!(r2(Control::Team, None), (Mark::Warn, "check-R2-team-controls"));
        assert_eq!(r2(Control::Shop, None), (Mark::Fail, "check-R2-shop-controls"));
        assert_eq!(r2(Control::Team, Some(Subject::Team(DESK))), (Mark::Pass, "check-R2-in-hand"));
    }

    fn beside(change: impl FnOnce(&mut Target)) -> (Mark, &'static str) {
        after(Check::R3, |world| change(world.second_goal()))
    }

    #[test]
    fn r3_finds_contradictions_at_the_same_time() {
        let goal = |operator, value| Some(Goal { operator, value, upper: None });
        assert_eq!(after(Check::R3, |_| ()), (Mark::Pass, "check-R3-no-contradiction"));
        assert_eq!(beside(|other| other.goal = goal(Operator::AtLeast, 0.7)).0, Mark::Pass);
        let opposite = beside(|other| other.goal = goal(Operator::AtMost, 0.8));
        assert_eq!(opposite, (Mark::Fail, "check-R3-contradicts"));
        let later = beside(|other| {
            other.goal = goal(Operator::AtMost, 0.8);
            (other.start, other.end) = (Some(date("2025-10-01")), Some(date("2025-12-31")));
        });
        assert_eq!(later.0, Mark::Pass);
        let elsewhere = after(Check::R3, |world| {
            world.goal().scope = Some(Scope::Channels(vec![CHAT]));
            let other = world.second_goal();
            other.goal = goal(Operator::AtMost, 0.8);
            other.scope = Some(Scope::Channels(vec![PHONE]));
        });
        assert_eq!(elsewhere.0, Mark::Pass);
        let someone_else = beside(|other| {
            other.goal = goal(Operator::AtMost, 0.8);
            other.subject = Some(Subject::Team(DESK));
        });
        assert_eq!(someone_else.0, Mark::Pass);
    }

    #[test]
    fn r3_finds_ranges_without_a_common_value() {
        let range = |value, upper| Some(Goal { operator: Operator::Between, value, upper: Some(upper) });
        let ranges = |other: (f64, f64)| {
            after(Check::R3, |world| {
                world.goal().goal = range(0.5, 0.6);
                world.second_goal().goal = range(other.0, other.1);
            })
        };
        assert_eq!(ranges((0.6, 0.7)).0, Mark::Pass, "60 % meets both");
        assert_eq!(ranges((0.7, 0.8)), (Mark::Fail, "check-R3-contradicts"));
    }

    #[test]
    fn r3_goes_the_way_of_the_parent() {
        let parent = |operator, indicator| {
            after(Check::R3, |world| {
                let parent = world.second_goal();
                parent.subject = Some(Subject::Team(DESK));
                parent.indicator = Some(indicator);
                parent.goal = Some(Goal { operator, value: 0.6, upper: None });
                world.goal().parent = Some(TargetIx(1));
            })
        };
        assert_eq!(parent(Operator::AtLeast, CSAT), (Mark::Pass, "check-R3-agrees-with-parent"));
        assert_eq!(parent(Operator::AtMost, CSAT), (Mark::Fail, "check-R3-against-parent"));
        assert_eq!(parent(Operator::AtMost, COMPLAINTS), (Mark::Pass, "check-R3-agrees-with-parent"));
        assert_eq!(parent(Operator::AtLeast, COMPLAINTS), (Mark::Fail, "check-R3-against-parent"));
    }

    #[test]
    fn r4_guards_speed_by_quality_and_sales_by_refunds_or_complaints() {
        let r4 = |dimension, guardrails: &[IndicatorIx]| {
            after(Check::R4, |world| {
                world.build.model.indicators[CSAT.at()].dimension = DimensionIx(dimension);
                world.goal().guardrails = guardrails.to_vec();
            })
        };
        assert_eq!(r4(1, &[]), (Mark::Pass, "check-R4-none-needed"));
        assert_eq!(r4(0, &[]), (Mark::Warn, "check-R4-speed-without-quality"));
        assert_eq!(r4(0, &[RESPONSE]), (Mark::Warn, "check-R4-speed-without-quality"));
        assert_eq!(r4(0, &[RESPONSE, COMPLAINTS]), (Mark::Pass, "check-R4-guarded"));
        assert_eq!(r4(2, &[RESPONSE]), (Mark::Warn, "check-R4-sales-without-refunds"));
        assert_eq!(r4(2, &[COMPLAINTS]), (Mark::Pass, "check-R4-guarded"));
        let refunds = after(Check::R4, |world| {
            world.build.model.indicators[COMPLAINTS.at()].dimension = DimensionIx(2);
            world.goal().indicator = Some(COMPLAINTS);
        });
        assert_eq!(refunds, (Mark::Pass, "check-R4-none-needed"));
    }

    #[test]
    fn r5_wants_something_done_for_a_large_step() {
        let r5 = |value| {
            after(Check::R5, |world| {
                world.goal().actions.clear();
                world.ask(Operator::AtLeast, value);
            })
        };
        assert_eq!(after(Check::R5, |_| ()), (Mark::Pass, "check-R5-actions"));
        assert_eq!(r5(0.6), (Mark::Warn, "check-R5-no-action"));
        assert_eq!(r5(0.57), (Mark::Pass, "check-R5-small-step"));
        let blank = after(Check::R5, |world| {
            world.goal().actions.clear();
            world.goal().baseline = None;
            world.build.rows.clear();
            world.enter("2025-06", RESPONSE, Entry::Pair(1.0, 1.0));
        });
        assert_eq!(blank, (Mark::NotAssessed, "check-not-assessed"));
    }
}
