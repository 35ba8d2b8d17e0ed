//! Edits of targets, with their direction and how far their time has gone.

use super::Place;
use super::edit::{Amount, Ease, Edit, EditKind, Named, Stage};
use super::side::Side;
use crate::model::{Goal, Id, Model, Operator, Precision, Subject, Target};
use chrono::NaiveDate;

/// Targets that are new, gone or other than before, by id.
#[must_use]
pub(super) fn edits(base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let (was, is) = (&base.evaluation.model, &head.evaluation.model);
    let day = head.evaluation.as_of;
    let mut edits = Vec::new();
    for target in &is.targets {
        match was.find_target(target.id.as_str()) {
            Some(before) => changed((base, was.target(before)), (head, target), &mut edits),
            None => {
                let after = goal(is, target);
                edits.push(Edit { after, ..edit(EditKind::TargetAdded, target, head, stage(target, day)) });
            }
        }
    }
    for target in was.targets.iter().filter(|target| is.find_target(target.id.as_str()).is_none()) {
        let before = goal(was, target);
        edits.push(Edit { before, ..edit(EditKind::TargetRemoved, target, base, stage(target, day)) });
    }
    edits
}

fn edit(kind: EditKind, target: &Target, side: Side<'_>, stage: Option<Stage>) -> Edit {
    let model = &side.evaluation.model;
    let what = target.indicator.map(|indicator| model.indicator(indicator));
    Edit {
        who: Some(Named::new(&target.id, &target.title)),
        what: what.map(|indicator| Named::new(&indicator.id, &indicator.name)),
        stage,
        place: Place::of(side, target.span),
        ..Edit::new(kind)
    }
}

fn changed((base, was): (Side<'_>, &Target), (head, is): (Side<'_>, &Target), edits: &mut Vec<Edit>) {
    let (old, new) = (&base.evaluation.model, &head.evaluation.model);
    let stage = stage(was, head.evaluation.as_of);
    if was.goal != is.goal {
        let ease = was.goal.zip(is.goal).and_then(|(was, is)| ease(was, is));
        let (before, after) = (goal(old, was), goal(new, is));
        edits.push(Edit { before, after, ease, ..edit(EditKind::TargetValue, is, head, stage) });
    }
    if frame(old, was) != frame(new, is) {
        let dates = |target: &Target| Some(Amount::Dates(target.start, target.end));
        let edit = edit(EditKind::TargetWindow, is, head, stage);
        let same_dates = (was.start, was.end) == (is.start, is.end);
        let (before, after) = if same_dates {
            let words = |model: &Model, target: &Target| Some(Amount::Words(frame(model, target)));
            (words(old, was), words(new, is))
        } else {
            (dates(was), dates(is))
        };
        edits.push(Edit { before, after, ..edit });
    } else if was.goal == is.goal && rest(was) != rest(is) {
        edits.push(edit(EditKind::TargetWording, is, head, stage));
    }
}

/// Whose goal, by which figures, how and when it is judged.
fn frame(model: &Model, target: &Target) -> String {
    let id = |id: Option<&Id>| id.map_or("–", Id::as_str).to_owned();
    let subject = match target.subject {
        Some(Subject::Agent(agent)) => id(Some(&model.agent(agent).id)),
        Some(Subject::Team(team)) => id(Some(&model.team(team).id)),
        Some(Subject::Organisation) => "organisation".to_owned(),
        None => id(None),
    };
    let channels = match &target.scope {
        None => "–".to_owned(),
        Some(crate::model::Scope::All) => "all".to_owned(),
        Some(crate::model::Scope::Channels(list)) => {
            let names = list.iter().filter_map(|channel| model.organisation.channels.get(channel.at()));
            names.map(|channel| channel.id.as_str()).collect::<Vec<_>>().join(", ")
        }
    };
    let indicator = id(target.indicator.map(|indicator| &model.indicator(indicator).id));
    let date = |day: Option<NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
    let evaluation =
        target.evaluation.map_or_else(|| "–".to_owned(), |way| format!("{way:?}").to_lowercase());
    let (start, end) = (date(target.start), date(target.end));
    format!("{subject}, {indicator}, {channels}, {evaluation}, {start} – {end}")
}

fn rest(target: &Target) -> String {
    let Target {
        title,
        kind,
        baseline,
        checkpoints,
        actions,
        rationale,
        proposed_by,
        comment,
        agreed_on,
        ..
    } = target;
    format!(
        "{title:?}{kind:?}{baseline:?}{checkpoints:?}{actions:?}{rationale:?}{proposed_by:?}{comment:?}{agreed_on:?}"
    )
}

fn goal(model: &Model, target: &Target) -> Option<Amount> {
    let precision: Precision = model.indicator(target.indicator?).precision;
    Some(Amount::Goal(target.goal?, precision))
}

/// Whether the goal became easier: a lower floor, a higher ceiling, a wider range.
fn ease(was: Goal, is: Goal) -> Option<Ease> {
    let floor = |goal: Goal| matches!(goal.operator, Operator::AtLeast | Operator::Above);
    let ceiling = |goal: Goal| matches!(goal.operator, Operator::AtMost | Operator::Below);
    let by = |easier: bool, harder: bool| match (easier, harder) {
        (true, false) => Some(Ease::Easier),
        (false, true) => Some(Ease::Harder),
        _ => None,
    };
    let strict = |goal: Goal| matches!(goal.operator, Operator::Above | Operator::Below);
    if was.value.total_cmp(&is.value).is_eq()
        && was.operator != is.operator
        && floor(was) == floor(is)
        && ceiling(was) == ceiling(is)
    {
        return by(strict(was) && !strict(is), strict(is) && !strict(was));
    }
    if floor(was) && floor(is) {
        return by(is.value < was.value, is.value > was.value);
    }
    if ceiling(was) && ceiling(is) {
        return by(is.value > was.value, is.value < was.value);
    }
    let (Some(upper_was), Some(upper_is)) = (was.upper, is.upper) else { return None };
    by(is.value <= was.value && upper_is >= upper_was, is.value >= was.value && upper_is <= upper_was)
}

/// How far the window of a target has gone on `day`; `None` for a target without a start.
#[must_use]
pub fn stage(target: &Target, day: NaiveDate) -> Option<Stage> {
    let start = target.start?;
    Some(match target.end {
        Some(end) if end < day => Stage::Over,
        _ if start <= day => Stage::Running,
        _ => Stage::Ahead,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easier_and_harder_by_the_operator() {
        let goal = |operator, value, upper| Goal { operator, value, upper };
        let at_least = |value| goal(Operator::AtLeast, value, None);
        assert_eq!(ease(at_least(0.9), at_least(0.85)), Some(Ease::Easier));
        assert_eq!(ease(at_least(0.9), at_least(0.95)), Some(Ease::Harder));
        assert_eq!(ease(at_least(0.9), goal(Operator::Above, 0.9, None)), Some(Ease::Harder));
        assert_eq!(
            ease(goal(Operator::AtMost, 15.0, None), goal(Operator::Below, 20.0, None)),
            Some(Ease::Easier)
        );
        assert_eq!(ease(at_least(0.9), goal(Operator::AtMost, 0.9, None)), None);
        let between = |low, high| goal(Operator::Between, low, Some(high));
        assert_eq!(ease(between(5.0, 8.0), between(4.0, 9.0)), Some(Ease::Easier));
        assert_eq!(ease(between(5.0, 8.0), between(6.0, 9.0)), None);
    }
}
