//! Goals as rows of a table: goal, subject, measure, baseline → target, due, progress, state, verdict.

use super::figure::markup;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, check_words, measure::status, subject};
use crate::chart::Progress as Bar;
use crate::goals::{GoalResult, State};
use crate::model::{IndicatorIx, Kind, Language, Subject, Target, TeamIx};
use crate::view::{Cell, Column, Markup, Row, SortKind, Table};

/// The table of `goals`.
pub(super) fn table(
    reporter: &Reporter<'_>,
    language: Language,
    caption: String,
    goals: &[&GoalResult],
) -> Table {
    let voice = reporter.voice(language);
    let columns = vec![
        Column::text(voice.word("target-goal")),
        Column::text(voice.word("goal-whose")),
        Column::text(voice.word("indicator")).minor(),
        Column::text(voice.word("baseline-target")),
        Column::number(voice.word("due")).sorted(SortKind::Text),
        Column::text(voice.word("progress")).sorted(SortKind::None),
        Column::text(voice.word("status")),
        Column::text(voice.word("verdict")),
    ];
    let rows = goals.iter().map(|goal| row(reporter, language, goal)).collect();
    let mut table = Table::new(caption, columns, rows);
    table.empty = voice.word("goals-none");
    table
}

fn row(reporter: &Reporter<'_>, language: Language, goal: &GoalResult) -> Row {
    let voice = reporter.voice(language);
    let target = reporter.evaluation.model.target(goal.target);
    let indicator = target.indicator.map(|ix| reporter.evaluation.model.indicator(ix));
    let unnamed = || voice.word("goal-not-said");
    Row::new(vec![
        Cell::link(title(voice.language, target), address::target(target.id.as_str())),
        target.subject.map_or_else(|| Cell::text(unnamed()), |of| subject::cell(reporter, language, of)),
        indicator.map_or_else(
            || Cell::text(unnamed()),
            |of| Cell::link(voice.name(&of.name), address::indicator(of.id.as_str())),
        ),
        Cell::text(way(reporter, voice, target)),
        Cell::text(target.end.map_or_else(unnamed, |end| end.to_string())),
        progress(reporter, voice, goal),
        Cell::mark(check_words::state(voice, goal.progress.state)),
        Cell::mark(check_words::smart(voice, goal)),
    ])
}

/// The title; the id where none is written.
pub(super) fn title(language: Language, target: &Target) -> &str {
    match target.title.get(language) {
        "" => target.id.as_str(),
        title => title,
    }
}

/// Baseline → target.
pub(super) fn way(reporter: &Reporter<'_>, voice: Voice<'_>, target: &Target) -> String {
    let precision = target.indicator.map(|ix| reporter.evaluation.model.indicator(ix).precision);
    let Some((shown, goal)) = precision.map(|of| reporter.shown(of, voice.language)).zip(target.goal) else {
        return voice.word("goal-no-number");
    };
    let condition = shown.condition(goal.operator, goal.value, goal.upper);
    match target.baseline {
        Some(baseline) => format!("{} → {condition}", shown.value(baseline.value)),
        None => condition,
    }
}

fn progress(reporter: &Reporter<'_>, voice: Voice<'_>, goal: &GoalResult) -> Cell {
    let target = reporter.evaluation.model.target(goal.target);
    let precision = target.indicator.map(|ix| reporter.evaluation.model.indicator(ix).precision);
    let value = goal.progress.value.zip(precision).map(|(value, precision)| {
        Cell::number(reporter.shown(precision, voice.language).value(value), value)
    });
    let mut cell = value.unwrap_or_else(|| Cell::text(voice.word("goal-no-value-yet")));
    cell.drawing = bar(reporter, voice, goal);
    cell
}

/// Now against where it should be by today; `None` without baseline, number or value, and for a goal that keeps a
/// level: there is no way to go.
pub(super) fn bar(reporter: &Reporter<'_>, voice: Voice<'_>, goal: &GoalResult) -> Option<Markup> {
    let target = reporter.evaluation.model.target(goal.target);
    if target.kind == Kind::Maintain {
        return None;
    }
    let (baseline, aim) = (target.baseline?.value, target.goal?.value);
    let running = matches!(goal.progress.state, State::OnTrack | State::AtRisk | State::OffTrack);
    let expected = running.then_some(baseline + (aim - baseline) * goal.progress.elapsed);
    let tone = check_words::state(voice, goal.progress.state).tone;
    let bar = Bar {
        baseline,
        target: aim,
        now: Some(goal.progress.value?),
        expected,
        status: status(tone),
        ..Bar::default()
    };
    markup(bar.draw().svg)
}

/// The goals on an indicator; `None` if there are none.
pub(super) fn of_indicator(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Option<Table> {
    let model = &reporter.evaluation.model;
    let name = reporter.voice(language).name(&model.indicator(ix).name);
    let goals = goals_where(reporter, |target| target.indicator == Some(ix));
    let caption = say!(reporter.voice(language), "goals-on", indicator: name);
    (!goals.is_empty()).then(|| table(reporter, language, caption, &goals))
}

/// The goals of a team and of those who are its members in the latest period; `None` if there are none.
pub(super) fn of_team(reporter: &Reporter<'_>, language: Language, ix: TeamIx) -> Option<Table> {
    let members = match reporter.survey.period {
        Some(period) => reporter.survey.members(reporter.evaluation, period, ix),
        None => &[],
    };
    let goals = goals_where(reporter, |target| match target.subject {
        Some(Subject::Team(team)) => team == ix,
        Some(Subject::Agent(agent)) => members.binary_search(&agent).is_ok(),
        _ => false,
    });
    let name = reporter.voice(language).name(&reporter.evaluation.model.team(ix).name);
    let caption = say!(reporter.voice(language), "goals-of", subject: name);
    (!goals.is_empty()).then(|| table(reporter, language, caption, &goals))
}

/// Goals that the audience may see and that meet a condition, running and near ones first, then by end and id.
pub(super) fn goals_where<'r>(
    reporter: &Reporter<'r>,
    wanted: impl Fn(&Target) -> bool,
) -> Vec<&'r GoalResult> {
    let evaluation = reporter.evaluation;
    let target = |goal: &GoalResult| evaluation.model.target(goal.target);
    let mut goals: Vec<&GoalResult> = evaluation
        .goals
        .iter()
        .filter(|goal| reporter.visible.goal(goal.target) && wanted(target(goal)))
        .collect();
    let over = |goal: &GoalResult| target(goal).end.is_some_and(|end| end < evaluation.as_of);
    goals.sort_by_key(|goal| (over(goal), target(goal).end, goal.target));
    goals
}
