//! People without name and id, and without what was written about them.

use super::names::{Names, SOMEONE};
use super::pseudonym::Key;
use crate::evaluate::Evaluation;
use crate::incentives::{Outcome, Pool};
use crate::model::{AgentIx, Cycle, EventIx, Id, Ledger, Model, Review, Subject, Target, Text};

/// Takes name and id from everyone but `open`, and empties what was written about them: events, appeals, talks, wages, awards,
/// alerts, recommendations of the audit, tasks, the records of the cycle, and the words of goals that are not `seen`. With a key the names are pseudonyms,
/// else one word for all. Rooms that show results never see the real ones, so that no page, address, drawing, script or search
/// index can hold them by mistake.
///
/// Ids keep the order of the real ones, so that lists stay sorted; they are in nothing that is shown.
#[must_use]
pub(super) fn veiled(
    mut evaluation: Evaluation,
    open: Option<AgentIx>,
    key: Option<&Key>,
    seen: &[bool],
) -> Evaluation {
    let names = Names::of(&evaluation.model, open);
    let model = &mut evaluation.model;
    let pseudonyms = key.map(|key| {
        let ids: Vec<&str> = model.agents.iter().map(|agent| agent.id.as_str()).collect();
        key.names(&ids)
    });
    veil_goals(model, &names, open, seen);
    veil_reviews(&mut model.reviews, &names, open);
    veil_cycle(&mut model.cycle, &names, open);
    model.ledger = own_ledger(&model.ledger, &names, open);
    if let Some(pay) = &mut model.pay {
        let others = pay.wages.iter_mut().enumerate().filter(|(at, _)| open != Some(AgentIx(*at as u32)));
        others.for_each(|(_, wages)| wages.clear());
    }
    evaluation.tasks.retain(|task| open.is_some_and(|own| task.whose == Subject::Agent(own)));
    evaluation.tasks.iter_mut().for_each(|task| task.owner = None);
    evaluation.alerts.clear();
    evaluation.model.alerts.clear();
    evaluation.model.recommendations.clear();
    // What is accepted against the lints, and why, is a matter of those who lead.
    evaluation.model.schemes.iter_mut().for_each(|scheme| scheme.accepts.clear());
    if open.is_none() {
        evaluation.model.organisation.raters.clear();
    }
    match open {
        Some(own) => evaluation.incentives.iter_mut().for_each(|outcome| own_award(outcome, own)),
        None => evaluation.incentives.clear(),
    }
    for (at, agent) in evaluation.model.agents.iter_mut().enumerate() {
        if open == Some(AgentIx(at as u32)) {
            continue;
        }
        let name = pseudonyms.as_ref().and_then(|names| names.get(at).cloned());
        agent.name = name.unwrap_or_else(|| Text::new(SOMEONE.0, SOMEONE.1));
        agent.left = None;
        if let Some(id) = Id::parse(&format!("person-{at:07}")) {
            agent.id = id;
        }
    }
    evaluation
}

/// Goals that are not seen lose their words and their id; all others lose who proposed them, who does what and whom they name.
fn veil_goals(model: &mut Model, names: &Names, open: Option<AgentIx>, seen: &[bool]) {
    for (at, target) in model.targets.iter_mut().enumerate() {
        let own = open.is_some_and(|own| target.subject == Some(Subject::Agent(own)));
        if !seen.get(at).copied().unwrap_or_default() {
            target.title = Text::default();
            target.rationale = crate::model::Rationale::default();
            if let Some(id) = Id::parse(&format!("goal-{at:07}")) {
                target.id = id;
            }
        }
        clear_goal(target, names, own);
    }
}

fn clear_goal(target: &mut Target, names: &Names, own: bool) {
    names.clear(&mut target.title);
    let rationale = &mut target.rationale;
    rationale.volume.iter_mut().chain(&mut rationale.ability).for_each(|text| names.clear(text));
    rationale.benchmark.iter_mut().for_each(|benchmark| names.clear(&mut benchmark.source));
    if own {
        names.clear(&mut target.comment);
        target.proposed_by.iter_mut().for_each(|by| names.clear_plain(by));
        for action in &mut target.actions {
            names.clear(&mut action.text);
            action.owner.iter_mut().for_each(|owner| names.clear_plain(owner));
        }
    } else {
        target.comment = Text::default();
        target.proposed_by = None;
        target.actions.clear();
    }
}

fn veil_reviews(reviews: &mut Vec<Review>, names: &Names, open: Option<AgentIx>) {
    reviews.retain(|review| open == Some(review.agent));
    for review in reviews {
        names.clear_plain(&mut review.interviewer);
        names.clear_plain(&mut review.body);
        names.clear(&mut review.difficulty);
        names.clear(&mut review.need);
        for action in &mut review.actions {
            names.clear(&mut action.what);
            action.owner.iter_mut().for_each(|owner| names.clear_plain(owner));
        }
        if let Some(plan) = &mut review.plan {
            names.clear(&mut plan.gap);
            names.clear(&mut plan.support);
            plan.checks.iter_mut().for_each(|check| names.clear(&mut check.note));
        }
    }
}

/// Of the cycle remains what the own page tells: announcements, with the own confirmation.
fn veil_cycle(cycle: &mut Cycle, names: &Names, open: Option<AgentIx>) {
    let mut announcements = std::mem::take(&mut cycle.announcements);
    if open.is_none() {
        announcements.clear();
    }
    for announcement in &mut announcements {
        announcement.acknowledged.retain(|(who, _)| open == Some(*who));
        names.clear_plain(&mut announcement.by);
        names.clear(&mut announcement.material);
    }
    *cycle = Cycle { announcements, ..Cycle::default() };
}

/// The own events and appeals. Which months were closed and corrected, by whom and why, is for those who lead.
fn own_ledger(ledger: &Ledger, names: &Names, open: Option<AgentIx>) -> Ledger {
    let Some(own) = open else { return Ledger::default() };
    let first = ledger.events().partition_point(|event| event.agent < own) as u32;
    let mut events = ledger.of_agent(own).to_vec();
    for event in &mut events {
        names.clear(&mut event.note);
        names.clear_plain(&mut event.evidence);
    }
    let mut appeals: Vec<_> = ledger.appeals_of(own).cloned().collect();
    for appeal in &mut appeals {
        appeal.event = appeal.event.and_then(|at| at.0.checked_sub(first)).map(EventIx);
        names.clear(&mut appeal.grounds);
        names.clear(&mut appeal.reason);
    }
    Ledger::new(events, Vec::new()).with_appeals(appeals)
}

/// The own award, with how it came about; not what others receive, nor what all receive together.
fn own_award(outcome: &mut Outcome, own: AgentIx) {
    outcome.people.retain(|person| person.agent == own);
    outcome.pool = Pool::default();
    outcome.groups.iter_mut().for_each(|group| group.cut = None);
}
