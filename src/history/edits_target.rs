//! Edits of targets, with their direction and how far their time has gone.

use super::Place;
use super::edit::{Amount, Ease, Edit, EditKind, Named, Stage};
use super::side::Side;
use super::union::{IdsNow, Union};
use crate::model::{AgentIx, Evaluation, Goal, Model, Operator, Precision, Scope, Subject, Target};
use chrono::NaiveDate;

/// Targets that are new, gone or other than before, by id.
#[must_use]
pub(super) fn edits(union: &Union, base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let (was, is) = (&base.evaluation.model, &head.evaluation.model);
    let day = head.evaluation.as_of;
    let now = union.ids_now();
    let mut edits = Vec::new();
    for target in &is.targets {
        match was.find_target(target.id.as_str()) {
            Some(before) => changed((base, was.target(before)), (head, target), &now, &mut edits),
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

fn changed(
    (base, was): (Side<'_>, &Target),
    (head, is): (Side<'_>, &Target),
    now: &IdsNow<'_>,
    edits: &mut Vec<Edit>,
) {
    let (old, new) = (&base.evaluation.model, &head.evaluation.model);
    let stage = stage(was, head.evaluation.as_of);
    if was.goal != is.goal {
        let ease = was.goal.zip(is.goal).and_then(|(was, is)| ease(was, is));
        let (before, after) = (goal(old, was), goal(new, is));
        edits.push(Edit { before, after, ease, ..edit(EditKind::TargetValue, is, head, stage) });
    }
    let (before, after) = (Frame::of(old, was, Some(now)), Frame::of(new, is, None));
    let same_dates = (was.start, was.end) == (is.start, is.end);
    if !same_dates {
        let dates = |target: &Target| Some(Amount::Dates(target.start, target.end));
        let edit = edit(EditKind::TargetWindow, is, head, stage);
        edits.push(Edit { before: dates(was), after: dates(is), ..edit });
    }
    if before != after {
        let (before, after) = before.told(&after);
        let (before, after) = (Some(Amount::Words(before)), Some(Amount::Words(after)));
        edits.push(Edit { before, after, ..edit(EditKind::TargetWindow, is, head, stage) });
    } else if same_dates
        && was.goal == is.goal
        && !same_rest(was, is)
        && !same_rest(&under_ids_now(was, old, now), is)
    {
        edits.push(edit(EditKind::TargetWording, is, head, stage));
    }
}

/// Whose goal, by which figures, and how it is judged.
#[derive(PartialEq)]
struct Frame<'a> {
    subject: &'a str,
    indicator: &'a str,
    channels: Vec<&'a str>,
    evaluation: Option<Evaluation>,
}

impl<'a> Frame<'a> {
    /// The frame of `target`, people under the ids that `now` gives them: who only has another id has the same goals.
    fn of(model: &'a Model, target: &'a Target, now: Option<&IdsNow<'a>>) -> Self {
        let agent = |agent: AgentIx| {
            let known = now.and_then(|now| now.get(&agent).copied());
            known.unwrap_or_else(|| &model.agent(agent).id)
        };
        let subject = match target.subject {
            Some(Subject::Agent(of)) => agent(of).as_str(),
            Some(Subject::Team(team)) => model.team(team).id.as_str(),
            Some(Subject::Organisation) => "organisation",
            None => NOTHING,
        };
        let channels = match &target.scope {
            None => vec![NOTHING],
            Some(Scope::All) => vec!["all"],
            Some(Scope::Channels(list)) => {
                let names = list.iter().filter_map(|channel| model.organisation.channels.get(channel.at()));
                names.map(|channel| channel.id.as_str()).collect()
            }
        };
        let indicator = target.indicator.map_or(NOTHING, |indicator| model.indicator(indicator).id.as_str());
        Self { subject, indicator, channels, evaluation: target.evaluation }
    }

    /// What differs, in the words of the data: `subject: ann`, `subject: bob`.
    fn told(&self, other: &Self) -> (String, String) {
        let fields = |frame: &Self| {
            let way = frame.evaluation.map_or(NOTHING, evaluation);
            [
                format!("subject: {}", frame.subject),
                format!("indicator: {}", frame.indicator),
                format!("scope: {}", frame.channels.join(", ")),
                format!("evaluation: {way}"),
            ]
        };
        let pairs: Vec<(String, String)> =
            fields(self).into_iter().zip(fields(other)).filter(|(one, other)| one != other).collect();
        let (was, is): (Vec<String>, Vec<String>) = pairs.into_iter().unzip();
        (was.join(", "), is.join(", "))
    }
}

/// What stands where nothing is written.
const NOTHING: &str = "–";

/// As it is written in the data.
const fn evaluation(evaluation: Evaluation) -> &'static str {
    match evaluation {
        Evaluation::Pooled => "pooled",
        Evaluation::FinalMonth => "final_month",
        Evaluation::EveryMonth => "every_month",
        Evaluation::MeanOfMonths => "mean_of_months",
        Evaluation::Cumulative => "cumulative",
    }
}

/// The target with people under the ids that `now` gives them, where it names them in words.
fn under_ids_now(target: &Target, model: &Model, now: &IdsNow<'_>) -> Target {
    let id = |word: &String| {
        let known = model.find_agent(word).and_then(|agent| now.get(&agent));
        known.map_or_else(|| word.clone(), ToString::to_string)
    };
    let mut target = target.clone();
    target.proposed_by = target.proposed_by.as_ref().map(id);
    target.actions.iter_mut().for_each(|action| action.owner = action.owner.as_ref().map(id));
    target
}

/// Whether everything else is the same that is not about other targets and indicators.
fn same_rest(was: &Target, is: &Target) -> bool {
    fn rest(target: &Target) -> impl PartialEq + '_ {
        let Target { title, kind, baseline, checkpoints, actions, rationale, .. } = target;
        let Target { proposed_by, comment, agreed_on, created_on, grace_days, .. } = target;
        let said = (title, kind, baseline, checkpoints, actions, rationale);
        (said, proposed_by, comment, agreed_on, created_on, grace_days)
    }
    rest(was) == rest(is)
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
