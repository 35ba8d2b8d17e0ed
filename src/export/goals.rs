//! The goals with their letters and where they stand.

use super::column::{Cell, Column, date, named, nameless, number, text};
use super::{Results, Rows, words};
use crate::goals::Letter;
use crate::model::{Subject, TargetIx};

/// The columns.
pub(super) const COLUMNS: &[Column] = &[
    text("goal"),
    text("title_zh"),
    text("title_en"),
    text("subject_kind"),
    text("subject"),
    text("subject_zh"),
    text("subject_en"),
    text("indicator"),
    text("indicator_zh"),
    text("indicator_en"),
    text("operator"),
    number("target"),
    number("target_upper"),
    text("unit"),
    number("baseline"),
    date("start"),
    date("end"),
    text("state"),
    number("value"),
    number("numerator"),
    number("denominator"),
    number("required"),
    number("probability"),
    number("way_done"),
    number("time_elapsed"),
    text("specific"),
    text("measurable"),
    text("achievable"),
    text("relevant"),
    text("time_bound"),
];

/// A row for each goal that may be seen.
pub(super) fn rows(results: Results<'_>) -> Rows<'_> {
    let goals = (0..results.visible.evaluation.model.targets.len() as u32).map(TargetIx);
    Box::new(goals.filter(move |goal| results.visible.goal(*goal)).map(move |goal| row(results, goal)))
}

fn row(results: Results<'_>, ix: TargetIx) -> Vec<Cell> {
    let evaluation = &results.visible.evaluation;
    let model = &evaluation.model;
    let target = model.target(ix);
    let result = evaluation.goal(ix);
    let indicator = target.indicator.map(|indicator| model.indicator(indicator));
    let mut cells = Vec::with_capacity(COLUMNS.len());
    cells.extend(named(target.id.as_str(), &target.title));
    cells.push(target.subject.map(words::subject).into());
    cells.extend(match target.subject {
        Some(Subject::Agent(agent)) => named(model.agent(agent).id.as_str(), &model.agent(agent).name),
        Some(Subject::Team(team)) => named(model.team(team).id.as_str(), &model.team(team).name),
        Some(Subject::Organisation) => named("", &model.organisation.name),
        None => nameless(),
    });
    cells.extend(indicator.map_or_else(nameless, |one| named(one.id.as_str(), &one.name)));
    cells.push(target.goal.map(|goal| words::operator(goal.operator)).into());
    cells.push(target.goal.map(|goal| goal.value).into());
    cells.push(target.goal.and_then(|goal| goal.upper).into());
    cells.push(indicator.map(|one| words::unit(one.precision.unit)).into());
    cells.push(target.baseline.as_ref().map(|baseline| baseline.value).into());
    cells.push(target.start.into());
    cells.push(target.end.into());
    let progress = result.map(|result| &result.progress);
    cells.push(progress.map(|it| words::progress(it.state)).into());
    cells.push(progress.and_then(|it| it.value).into());
    cells.push(progress.and_then(|it| it.done).map(|(a, _)| a).into());
    cells.push(progress.and_then(|it| it.done).map(|(_, b)| b).into());
    cells.push(progress.and_then(|it| it.required).into());
    cells.push(progress.and_then(|it| it.probability).into());
    cells.push(progress.and_then(|it| it.share).into());
    cells.push(progress.map(|it| it.elapsed).into());
    for letter in [Letter::S, Letter::M, Letter::A, Letter::R, Letter::T] {
        cells.push(result.map(|result| words::mark(result.letter(letter))).into());
    }
    cells
}
