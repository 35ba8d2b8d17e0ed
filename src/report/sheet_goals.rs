//! Goals on the interview sheet: those of the quarter with their result, those of the next one, and proposals.

use super::address;
use super::cards::AgentCards;
use super::reporter::Reporter;
use super::sheet_items::SheetItem;
use crate::goals::{GoalResult, State};
use crate::model::{AgentIx, Control, Direction, Indicator, Language, Operator, Period, Subject, Target};
use crate::score::{ReadingState, Scorecard};
use crate::view::{Mark, SheetGoal, Tone};

/// Rows for the next quarter.
const NEXT: usize = 3;
/// Months in which the own best value is looked for.
const REACH: usize = 6;

/// The agent's goals whose window overlaps `period`.
#[must_use]
pub(super) fn goals(
    reporter: &Reporter<'_>,
    agent: AgentIx,
    period: Period,
    language: Language,
) -> Vec<SheetGoal> {
    let (first, last) = (period.first().first_day(), period.last().last_day());
    let overlaps = |target: &Target| {
        target.start.is_none_or(|start| start <= last) && target.end.is_none_or(|end| end >= first)
    };
    let evaluation = reporter.evaluation;
    evaluation
        .goals_of(Subject::Agent(agent))
        .filter(|goal| overlaps(evaluation.model.target(goal.target)))
        .map(|goal| row(reporter, goal, None, language))
        .collect()
}

/// Goals that begin after the period; filled up with proposals, for agents still in service.
#[must_use]
pub(super) fn next_goals(
    reporter: &Reporter<'_>,
    cards: &AgentCards,
    card: &Scorecard,
    items: &[SheetItem<'_>],
    language: Language,
) -> Vec<SheetGoal> {
    let evaluation = reporter.evaluation;
    let last = card.period.last().last_day();
    if evaluation.model.agent(cards.agent).left.is_some_and(|left| left <= evaluation.as_of) {
        return Vec::new();
    }
    let begins_later = |target: &Target| target.start.is_some_and(|start| start > last);
    let mut rows: Vec<SheetGoal> = evaluation
        .goals_of(Subject::Agent(cards.agent))
        .filter(|goal| begins_later(evaluation.model.target(goal.target)))
        .map(|goal| row(reporter, goal, evaluation.model.target(goal.target).end, language))
        .collect();
    let room = NEXT.saturating_sub(rows.len());
    rows.extend(proposals(reporter, cards, card, items, language).into_iter().take(room));
    rows
}

/// A goal as a row: with its due date if one is given, else with its result.
fn row(
    reporter: &Reporter<'_>,
    goal: &GoalResult,
    due: Option<chrono::NaiveDate>,
    language: Language,
) -> SheetGoal {
    let model = &reporter.evaluation.model;
    let target = model.target(goal.target);
    let words = reporter.words(language);
    let indicator = target.indicator.map(|indicator| model.indicator(indicator));
    let shown = indicator.map(|indicator| reporter.shown(indicator.precision, language));
    let text = shown.zip(target.goal).map(|(shown, goal)| {
        let condition = shown.condition(goal.operator, goal.value, goal.upper);
        match target.baseline {
            Some(baseline) => format!("{} → {condition}", shown.value(baseline.value)),
            None => condition,
        }
    });
    let result = match due {
        Some(due) => due.to_string(),
        None => shown
            .zip(goal.progress.value)
            .map_or_else(|| words.no_data.clone(), |(shown, value)| shown.value(value)),
    };
    SheetGoal {
        title: target.title.get(language).to_owned(),
        href: Some(address::target(target.id.as_str())),
        target: text.unwrap_or_else(|| reporter.voice(language).word("no-target")),
        result,
        mark: Some(state_mark(reporter, goal.progress.state, language)),
    }
}

/// The state of a goal with its shape.
fn state_mark(reporter: &Reporter<'_>, state: State, language: Language) -> Mark {
    let (tone, key) = match state {
        State::NotStarted => (Tone::NoValue, "agent-goal-not-started"),
        State::NotMeasurable => (Tone::NoValue, "agent-goal-not-measurable"),
        State::PendingData => (Tone::Watch, "agent-goal-pending"),
        State::Attained => (Tone::OnTarget, "agent-goal-attained"),
        State::Missed => (Tone::Below, "agent-goal-missed"),
        State::Locked => (Tone::OnTarget, "agent-goal-locked"),
        State::OnTrack => (Tone::OnTarget, "agent-goal-on-track"),
        State::AtRisk => (Tone::Watch, "agent-goal-at-risk"),
        State::OffTrack => (Tone::Below, "agent-goal-off-track"),
    };
    Mark::new(tone, reporter.voice(language).word(key))
}

/// Where most of the score is still to be gained by the agent: the value of the quarter, and the own best month of the last
/// half year, but no further than where full points are earned.
fn proposals(
    reporter: &Reporter<'_>,
    cards: &AgentCards,
    card: &Scorecard,
    items: &[SheetItem<'_>],
    language: Language,
) -> Vec<SheetGoal> {
    let model = &reporter.evaluation.model;
    let voice = reporter.voice(language);
    // Who already has a goal on an indicator beyond the quarter needs no second one on it.
    let last = card.period.last().last_day();
    let taken = |item: &SheetItem<'_>| {
        reporter.evaluation.goals_of(Subject::Agent(cards.agent)).any(|goal| {
            let target = model.target(goal.target);
            target.indicator == Some(item.indicator) && target.end.is_some_and(|end| end > last)
        })
    };
    let open = |item: &SheetItem<'_>| item.points.map_or(0.0, |points| item.weight * (100.0 - points));
    let mut best: Vec<&SheetItem<'_>> = items
        .iter()
        .filter(|item| item.reading.state == ReadingState::Measured && open(item) > 0.5)
        .filter(|item| model.indicator(item.indicator).control == Control::Agent && !taken(item))
        .collect();
    best.sort_by(|a, b| open(b).total_cmp(&open(a)));
    let due = card.period.last().plus(i32::from(card.period.len())).last_day().to_string();
    let one = |item: &SheetItem<'_>| {
        let indicator = model.indicator(item.indicator);
        let shown = reporter.shown(indicator.precision, language);
        let value = item.reading.value?;
        let (operator, aim, upper) = aim(cards, card, item, indicator, value)?;
        let name = indicator.name.get(language);
        Some(SheetGoal {
            title: voice.say("agent-proposal-title", &[("indicator", name.into())]),
            href: None,
            target: format!("{} → {}", shown.value(value), shown.condition(operator, aim, upper)),
            result: due.clone(),
            mark: Some(Mark::new(Tone::NoValue, voice.word("agent-proposal"))),
        })
    };
    best.into_iter().filter_map(one).take(NEXT).collect()
}

/// The value to propose; `None` where it would ask for nothing that can be seen.
fn aim(
    cards: &AgentCards,
    card: &Scorecard,
    item: &SheetItem<'_>,
    indicator: &Indicator,
    value: f64,
) -> Option<(Operator, f64, Option<f64>)> {
    let full = item.goalpost?;
    if indicator.direction == Direction::Band {
        return Some((full.operator, full.full, full.upper));
    }
    let up = indicator.direction == Direction::Up;
    let better = |a: f64, b: f64| if up { a > b } else { a < b };
    let course = cards.course_to(item.indicator, card.period.last(), REACH);
    let reached = course.iter().filter(|reading| reading.state == ReadingState::Measured);
    let best = reached
        .filter_map(|reading| reading.value)
        .fold(value, |best, x| if better(x, best) { x } else { best });
    let aim = match better(best, value) {
        true if better(best, full.full) => full.full,
        true => best,
        false => full.full,
    };
    let operator = if up { Operator::AtLeast } else { Operator::AtMost };
    let seen = indicator.precision.grid(aim) != indicator.precision.grid(value);
    let rounded = indicator.precision.grid(aim) as f64 * indicator.precision.step();
    seen.then_some((operator, rounded, None))
}
