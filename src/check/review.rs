//! Interviews and improvement plans: of people in service, in an order of days that can be, with support named.

use super::commitment::{self, date, not_before};
use super::period::period;
use super::vocabulary::Vocabulary;
use super::words;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span, quoted};
use crate::model::{Agent, AgentIx, CommitmentKind, Plan, PlanCheck, PlanOutcome, Review, ReviewKind};
use crate::raw::{self, Place, WrittenReview};
use chrono::NaiveDate;

/// Longest improvement plan, in days (domain notes E.1: 30, 60 or 90).
const LONGEST_PLAN: i64 = 90;

/// A record as written, and where.
#[derive(Debug)]
pub(super) struct Placed {
    /// The file.
    pub file: FileId,
    /// Its path.
    pub path: String,
    /// What it says.
    pub written: WrittenReview,
}

/// What records refer to.
pub(super) struct Desk<'a> {
    pub book: &'a Vocabulary,
    pub agents: &'a [Option<Agent>],
    pub fiscal_start: u8,
}

/// All records, sorted by agent, day and period; `None` if one is faulty.
pub(super) fn all(list: Vec<Placed>, desk: &Desk<'_>, sink: &mut Sink) -> Option<Vec<Review>> {
    let read: Vec<Option<Review>> = list.into_iter().map(|placed| desk.review(placed, sink)).collect();
    let mut reviews: Vec<Review> = read.into_iter().collect::<Option<_>>()?;
    reviews.sort_by_key(|review| (review.agent, review.date, review.period, review.span));
    post_changes(&reviews, sink);
    Some(reviews)
}

impl Desk<'_> {
    fn review(&self, placed: Placed, sink: &mut Sink) -> Option<Review> {
        let Placed { file, path, written: WrittenReview { review, body } } = placed;
        let raw::Review {
            agent,
            period,
            date: day,
            interviewer,
            kind,
            acknowledged_on,
            difficulty,
            need,
            actions,
            plan,
            place,
        } = review;
        well_placed(&path, &agent.text, &period.text, file, sink);
        let at = self.book.agents.resolve(&agent, sink);
        let period = self::period(&period, self.fiscal_start, sink);
        let held = words::date(&day, sink);
        let acknowledged = date(acknowledged_on.as_ref(), sink);
        let later = acknowledged.flatten().map(|day| (day, place.of("acknowledged_on")));
        not_before(held, later, "acknowledged", "was held", sink);
        let begun = period.map(|period| period.first().first_day());
        not_before(begun, held.map(|day| (day, place.of("date"))), "held", "could be about the period", sink);
        self.in_service(at, held, &place, sink);
        let kind = match kind {
            Some(raw::ReviewKind::ImprovementPlan) => ReviewKind::ImprovementPlan,
            Some(raw::ReviewKind::Interview) | None => ReviewKind::Interview,
        };
        if kind == ReviewKind::ImprovementPlan && !place.has("plan") {
            let message = "an improvement plan without its `plan`";
            sink.push(
                Diagnostic::new(Code::MissingField, place.of("kind"), message)
                    .help("write `plan: { gap: …, support: …, from: …, to: … }`"),
            );
            return None;
        }
        let actions = commitment::all(actions, held, sink);
        let plan = match plan {
            Some(plan) => Some(self::plan(plan, sink)?),
            None => None,
        };
        Some(Review {
            agent: AgentIx(at?),
            period: period?,
            date: held?,
            interviewer: interviewer.text,
            kind,
            acknowledged_on: acknowledged?,
            difficulty: words::text_or_empty(difficulty),
            need: words::text_or_empty(need),
            actions: actions?,
            plan,
            body,
            span: place.of("agent"),
        })
    }

    /// A talk with somebody who had not joined or had left is a slip of the day or the id.
    fn in_service(&self, at: Option<u32>, held: Option<NaiveDate>, place: &Place, sink: &mut Sink) {
        let agent = at.and_then(|at| self.agents.get(at as usize)?.as_ref());
        let (Some(agent), Some(day)) = (agent, held) else { return };
        if agent.joined <= day && agent.left.is_none_or(|left| day <= left) {
            return;
        }
        let message = format!("`{}` was not in service on {day}", agent.id);
        sink.push(
            Diagnostic::new(Code::InterviewOutsideService, place.of("date"), message)
                .also(agent.span, "the agent")
                .help("mend the day or the id"),
        );
    }
}

/// Folder and file name say whose talk it is and about when: a record in the wrong file would be found by the wrong people.
fn well_placed(path: &str, agent: &str, period: &str, file: FileId, sink: &mut Sink) {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let folder = folder.rsplit('/').next().unwrap_or_default();
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let named = stem.strip_prefix(agent).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    if folder == period && named {
        return;
    }
    let message = format!("this file says that it is about {} in {}", quoted(agent), quoted(period));
    sink.push(
        Diagnostic::new(Code::ReviewMisplaced, Span::new(file, 0, 0), message)
            .note("its folder and its name say otherwise")
            .help(format!("name it `reviews/{period}/{agent}.md`, or `{agent}-plan.md` for a second record")),
    );
}

fn plan(raw: raw::Plan, sink: &mut Sink) -> Option<Plan> {
    let raw::Plan { gap, support, from, to, checks, outcome, place } = raw;
    if support.is_none() {
        let message = "this improvement plan does not say how the agent is supported";
        sink.push(
            Diagnostic::new(Code::PlanWithoutSupport, place.of("gap"), message)
                .note("a plan without support is a deadline; before anything follows from it, training has to be on record")
                .help("write `support: …`, such as training, a mentor, fewer parallel chats"),
        );
    }
    let (first, last) = (words::date(&from, sink), words::date(&to, sink));
    let in_order = words::in_order(first.map(|day| (day, from.span)), last.map(|day| (day, to.span)), sink);
    if let (Some(first), Some(last)) = (first, last)
        && (last - first).num_days() > LONGEST_PLAN
    {
        let days = (last - first).num_days();
        let message = format!("this plan lasts {days} days, more than {LONGEST_PLAN}");
        sink.push(
            Diagnostic::new(Code::PlanTooLong, to.span, message)
                .also(from.span, "begins here")
                .help("write a plan of 30, 60 or 90 days, and a new one if it goes on"),
        );
    }
    let mut read = Vec::new();
    for raw::PlanCheck { due, held_on, note, place: _ } in checks.unwrap_or_default() {
        let day = words::date(&due, sink);
        not_before(first, day.map(|day| (day, due.span)), "looked at", "begins", sink);
        let held_on = date(held_on.as_ref(), sink);
        read.push(day.zip(held_on).map(|(due, held_on)| PlanCheck {
            due,
            held_on,
            note: words::text_or_empty(note),
        }));
    }
    in_order.then_some(())?;
    Some(Plan {
        gap: words::text(gap),
        support: words::text_or_empty(support),
        from: first?,
        to: last?,
        checks: read.into_iter().collect::<Option<_>>()?,
        outcome: outcome.map(|outcome| match outcome {
            raw::PlanOutcome::Reached => PlanOutcome::Reached,
            raw::PlanOutcome::Extended => PlanOutcome::Extended,
            raw::PlanOutcome::NotReached => PlanOutcome::NotReached,
        }),
    })
}

/// Warns of a change of post without training or coaching done before (A041; Labour Contract Law, article 40).
fn post_changes(reviews: &[Review], sink: &mut Sink) {
    for review in reviews {
        let changes = review.actions.iter().filter(|action| action.kind == CommitmentKind::PostChange);
        for change in changes {
            let trained = reviews.iter().filter(|other| other.agent == review.agent).any(|other| {
                other.actions.iter().any(|action| {
                    matches!(action.kind, CommitmentKind::Training | CommitmentKind::Coaching)
                        && action.done_on.is_some_and(|done| done <= review.date)
                })
            });
            if !trained {
                let message = "a change of post without training on record before it";
                sink.push(
                    Diagnostic::new(Code::PostChangeWithoutTraining, change.span, message)
                        .note("training or coaching comes first, and its record has to be there")
                        .help("record the training: `{ what: …, kind: training, done_on: … }` in an earlier talk"),
                );
            }
        }
    }
}
