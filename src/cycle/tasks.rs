//! Collects what is open from every record of the cycle.

use super::task::{Task, TaskKind, What};
use crate::model::{
    Announcement, Commitment, InterviewRule, Model, Review, Subject, SuggestionStatus, Target, TargetIx,
};
use chrono::{Days, NaiveDate};

/// Days for an agent to confirm the record of a talk (domain notes E.3 names five working days for a comment).
const CONFIRM: u64 = 7;

/// Everything that is open as of a day, sorted by whom it is about, then by its last day.
#[must_use]
pub fn tasks(model: &Model, as_of: NaiveDate) -> Vec<Task> {
    let mut all = Vec::new();
    let targets = model.targets.iter().enumerate();
    all.extend(targets.filter_map(|(at, target)| agree(target, TargetIx(at as u32), as_of)));
    for announcement in &model.cycle.announcements {
        acknowledge(model, announcement, as_of, &mut all);
    }
    for rule in &model.cycle.interviews {
        interviews(model, rule, as_of, &mut all);
    }
    for review in &model.reviews {
        of_review(review, as_of, &mut all);
    }
    of_meetings(model, as_of, &mut all);
    answers(model, as_of, &mut all);
    all.sort_by(|a, b| {
        let key = |task: &Task| (task.whose, task.due.is_none(), task.due, task.kind, task.span);
        key(a).cmp(&key(b))
    });
    all
}

fn day_after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// A goal that runs, or is about to, and was never agreed.
fn agree(target: &Target, ix: TargetIx, as_of: NaiveDate) -> Option<Task> {
    let over = target.end.is_some_and(|end| end < as_of);
    let open = target.agreed_on.is_none() && !over;
    open.then(|| Task {
        whose: target.subject.unwrap_or(Subject::Organisation),
        kind: TaskKind::Agree,
        what: What::Target(ix),
        owner: target.proposed_by.clone(),
        due: target.start,
        since: target.created_on,
        span: target.span,
    })
}

/// Those who have not confirmed a scheme that is in force or to come.
fn acknowledge(model: &Model, announcement: &Announcement, as_of: NaiveDate, all: &mut Vec<Task>) {
    let scheme = model.scheme(announcement.scheme);
    if announcement.date > as_of || scheme.to.is_some_and(|to| to.last_day() < as_of) {
        return;
    }
    let confirmed = |agent| announcement.acknowledged_on(agent).is_some_and(|day| day <= as_of);
    for agent in announcement.audience(model, as_of).into_iter().filter(|agent| !confirmed(*agent)) {
        // Who came later has a week from the first day.
        let joined = day_after(model.agent(agent).joined, CONFIRM);
        all.push(Task {
            whose: Subject::Agent(agent),
            kind: TaskKind::Acknowledge,
            what: What::Scheme(announcement.scheme),
            owner: None,
            due: Some(if model.agent(agent).joined > announcement.date {
                joined.max(announcement.acknowledge_by)
            } else {
                announcement.acknowledge_by
            }),
            since: Some(announcement.date),
            span: announcement.span,
        });
    }
}

fn interviews(model: &Model, rule: &InterviewRule, as_of: NaiveDate, all: &mut Vec<Task>) {
    for quarter in rule.quarters(as_of) {
        for agent in rule.missing(model, quarter) {
            all.push(Task {
                whose: Subject::Agent(agent),
                kind: TaskKind::Interview,
                what: What::Period(quarter),
                owner: None,
                due: Some(rule.deadline(quarter)),
                since: Some(quarter.last().last_day()),
                span: rule.span,
            });
        }
    }
}

/// What a record of a talk leaves open.
fn of_review(review: &Review, as_of: NaiveDate, all: &mut Vec<Task>) {
    if review.date > as_of {
        return;
    }
    let whose = Subject::Agent(review.agent);
    let led_by = || Some(review.interviewer.clone());
    let task = |kind, what, owner, due| Task {
        whose,
        kind,
        what,
        owner,
        due,
        since: Some(review.date),
        span: review.span,
    };
    if review.acknowledged_on.is_none_or(|day| day > as_of) {
        let due = Some(day_after(review.date, CONFIRM));
        all.push(task(TaskKind::ConfirmRecord, What::Period(review.period), None, due));
    }
    all.extend(review.actions.iter().filter_map(|action| act(whose, review.date, action, as_of)));
    let Some(plan) = review.plan.as_ref().filter(|plan| plan.outcome.is_none()) else { return };
    for check in plan.checks.iter().filter(|check| check.held_on.is_none_or(|day| day > as_of)) {
        all.push(task(TaskKind::CheckPlan, What::Text(plan.gap.clone()), led_by(), Some(check.due)));
    }
    let due = Some(day_after(plan.to, CONFIRM));
    all.push(task(TaskKind::ClosePlan, What::Text(plan.gap.clone()), led_by(), due));
}

/// An action that was not done by `as_of`.
fn act(whose: Subject, since: NaiveDate, action: &Commitment, as_of: NaiveDate) -> Option<Task> {
    let open = action.done_on.is_none_or(|day| day > as_of);
    open.then(|| Task {
        whose,
        kind: TaskKind::Act,
        what: What::Text(action.what.clone()),
        owner: action.owner.clone(),
        due: action.due,
        since: Some(since),
        span: action.span,
    })
}

fn of_meetings(model: &Model, as_of: NaiveDate, all: &mut Vec<Task>) {
    for meeting in &model.cycle.meetings {
        let whose = meeting.team.map_or(Subject::Organisation, Subject::Team);
        if meeting.attended.is_none() {
            all.push(Task {
                whose,
                kind: TaskKind::Meet,
                what: What::Meeting(meeting.kind),
                owner: None,
                due: Some(meeting.date),
                since: None,
                span: meeting.span,
            });
        }
        all.extend(meeting.actions.iter().filter_map(|action| act(whose, meeting.date, action, as_of)));
    }
}

/// Comments without a decision and suggestions without an answer.
fn answers(model: &Model, as_of: NaiveDate, all: &mut Vec<Task>) {
    let late = |answered: Option<NaiveDate>| answered.is_some_and(|day| day > as_of);
    let task = |kind, what: &crate::model::Text, since, due, span| Task {
        whose: Subject::Organisation,
        kind,
        what: What::Text(what.clone()),
        owner: None,
        due,
        since: Some(since),
        span,
    };
    for comment in model.cycle.comments.iter().filter(|comment| comment.date <= as_of) {
        if comment.decision.is_none() || late(comment.answered_on) {
            // A comment wants an answer before the scheme comes into force.
            let due =
                model.scheme(comment.scheme).from.first_day().pred_opt().map(|day| day.max(comment.date));
            all.push(task(TaskKind::Decide, &comment.text, comment.date, due, comment.span));
        }
    }
    for suggestion in model.cycle.suggestions.iter().filter(|suggestion| suggestion.date <= as_of) {
        if suggestion.status == SuggestionStatus::Open || late(suggestion.answered_on) {
            all.push(task(TaskKind::Answer, &suggestion.text, suggestion.date, None, suggestion.span));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;
    use crate::model::{
        AgentIx, CommitmentKind, Cycle, Id, Month, Period, Plan, PlanCheck, ReviewKind, Text,
    };
    use crate::score::testing::Build;

    fn date(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    fn quarter() -> Period {
        Period::quarter_of(Month::parse("2025-02").unwrap(), 1)
    }

    fn review() -> Review {
        Review {
            agent: AgentIx(0),
            period: quarter(),
            date: date("2025-04-09"),
            interviewer: "lead".to_owned(),
            kind: ReviewKind::Interview,
            acknowledged_on: Some(date("2025-04-10")),
            difficulty: Text::default(),
            need: Text::default(),
            actions: Vec::new(),
            plan: None,
            body: String::new(),
            span: Span::default(),
        }
    }

    fn action(due: &str, done_on: Option<&str>) -> Commitment {
        Commitment {
            what: Text::same("listen in"),
            owner: Some("ann".to_owned()),
            due: Some(date(due)),
            done_on: done_on.map(date),
            kind: CommitmentKind::Other,
            span: Span::default(),
        }
    }

    /// Kinds and whether they are overdue, for one agent with `reviews` and a rule of interviews from 2025 on.
    fn open(reviews: Vec<Review>, day: &str) -> Vec<(TaskKind, bool)> {
        let mut build = Build::new();
        let team = build.team("a");
        build.agent("ann", "2024-01-01", team);
        let mut model = build.model();
        model.reviews = reviews;
        let rule = InterviewRule {
            id: Id::parse("all").unwrap(),
            from: quarter(),
            teams: Vec::new(),
            grace_days: 30,
            span: Span::default(),
        };
        model.cycle = Cycle { interviews: vec![rule], ..Cycle::default() };
        tasks(&model, date(day)).iter().map(|task| (task.kind, task.is_overdue(date(day)))).collect()
    }

    #[test]
    fn an_interview_is_due_from_the_quarters_end_and_overdue_after_the_days_allowed() {
        assert_eq!(open(Vec::new(), "2025-03-31"), []);
        assert_eq!(open(Vec::new(), "2025-04-01"), [(TaskKind::Interview, false)]);
        assert_eq!(open(Vec::new(), "2025-04-30"), [(TaskKind::Interview, false)], "the last day");
        assert_eq!(open(Vec::new(), "2025-05-01"), [(TaskKind::Interview, true)]);
        assert_eq!(open(vec![review()], "2025-05-01"), []);
    }

    #[test]
    fn an_action_is_overdue_from_the_day_after_its_day() {
        let with = |done: Option<&str>, day: &str| {
            open(vec![Review { actions: vec![action("2025-04-20", done)], ..review() }], day)
        };
        assert_eq!(with(None, "2025-04-20"), [(TaskKind::Act, false)]);
        assert_eq!(with(None, "2025-04-21"), [(TaskKind::Act, true)]);
        assert_eq!(
            with(Some("2025-04-25"), "2025-04-24"),
            [(TaskKind::Act, true)],
            "not done yet on that day"
        );
        assert_eq!(with(Some("2025-04-25"), "2025-04-25"), []);
    }

    #[test]
    fn a_record_waits_a_week_for_the_agent() {
        let unseen = || vec![Review { acknowledged_on: None, ..review() }];
        assert_eq!(open(unseen(), "2025-04-16"), [(TaskKind::ConfirmRecord, false)]);
        assert_eq!(open(unseen(), "2025-04-17"), [(TaskKind::ConfirmRecord, true)]);
    }

    #[test]
    fn a_plan_wants_its_checks_and_its_outcome() {
        let plan = |held: Option<&str>| Plan {
            gap: Text::same("satisfaction"),
            support: Text::same("mentor"),
            from: date("2025-04-10"),
            to: date("2025-05-09"),
            checks: vec![PlanCheck {
                due: date("2025-04-25"),
                held_on: held.map(date),
                note: Text::default(),
            }],
            outcome: None,
        };
        let with = |held, day| open(vec![Review { plan: Some(plan(held)), ..review() }], day);
        assert_eq!(with(None, "2025-04-26"), [(TaskKind::CheckPlan, true), (TaskKind::ClosePlan, false)]);
        assert_eq!(with(Some("2025-04-25"), "2025-05-17"), [(TaskKind::ClosePlan, true)]);
    }

    #[test]
    fn an_agent_who_left_or_came_late_is_not_due() {
        let mut build = Build::new();
        let team = build.team("a");
        build.agent("ann", "2025-03-02", team);
        build.agent("bob", "2024-01-01", team);
        let mut model = build.model();
        model.agents[1].left = Some(date("2025-03-30"));
        let rule = InterviewRule {
            id: Id::parse("all").unwrap(),
            from: quarter(),
            teams: Vec::new(),
            grace_days: 30,
            span: Span::default(),
        };
        assert_eq!(rule.due(&model, quarter()), []);
        model.agents[0].joined = date("2025-03-01");
        model.agents[1].left = Some(date("2025-03-31"));
        model.agents[0].postings[0].from = date("2025-03-01");
        assert_eq!(rule.due(&model, quarter()), [AgentIx(0), AgentIx(1)]);
    }
}
