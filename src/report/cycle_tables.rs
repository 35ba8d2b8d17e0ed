//! What was announced, said, decided and tried, as tables.

use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, format, subject, task_words};
use crate::model::{
    Announcement, Comment, CommentDecision, Language, Meeting, MeetingKind, Need, PlanOutcome, Subject,
    Suggestion, SuggestionStatus, Swot, Text,
};
use crate::view::{Cell, Column, Mark, Row, Table, Tone};

/// Names of those who have not confirmed that are listed one by one.
const NAMED: usize = 20;

/// The table of `rows`; `None` without any.
fn table(voice: Voice<'_>, caption: &str, columns: &[&str], rows: Vec<Row>) -> Option<Table> {
    let columns = columns.iter().map(|key| Column::text(voice.word(key))).collect();
    (!rows.is_empty()).then(|| Table::new(voice.word(caption), columns, rows))
}

fn said(voice: Voice<'_>, text: &Text) -> Cell {
    match voice.name(text) {
        "" => Cell::text(voice.word("not-said")),
        text => Cell::text(text),
    }
}

fn day(voice: Voice<'_>, day: Option<chrono::NaiveDate>) -> Cell {
    Cell::text(day.map_or_else(|| voice.word("not-yet"), |day| day.to_string()))
}

/// Announcements with who has confirmed and who has not yet, the latest first.
pub(super) fn announcements(reporter: &Reporter<'_>, language: Language) -> Option<Table> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let as_of = reporter.evaluation.as_of;
    let row = |of: &&Announcement| {
        let scheme = model.scheme(of.scheme);
        let audience = of.audience(model, as_of);
        let waiting: Vec<&str> = audience
            .iter()
            .filter(|agent| of.acknowledged_on(**agent).is_none_or(|on| on > as_of))
            .map(|agent| voice.name(&model.agent(*agent).name))
            .collect();
        let confirmed = audience.len() - waiting.len();
        let share = if audience.is_empty() { 0.0 } else { confirmed as f64 / audience.len() as f64 };
        let missing = match waiting.as_slice() {
            [] => voice.word("nobody"),
            few if few.len() <= NAMED => voice.list(few),
            many => say!(voice, "count-agents", count: many.len()),
        };
        let teams: Vec<&str> = of.teams.iter().map(|team| voice.name(&model.team(*team).name)).collect();
        let told = if teams.is_empty() { voice.word("all-teams") } else { voice.list(&teams) };
        Row::new(vec![
            Cell::link(voice.name(&scheme.name), address::scheme(scheme.id.as_str())),
            Cell::text(of.date.to_string()),
            Cell::text(task_words::person(reporter, voice, &of.by)),
            Cell::text(told),
            said(voice, &of.material),
            Cell::number(format!("{confirmed}/{} ({})", audience.len(), format::probability(share)), share),
            Cell::text(missing),
        ])
    };
    let mut list: Vec<&Announcement> = model.cycle.announcements.iter().collect();
    list.sort_by(|a, b| b.date.cmp(&a.date).then(a.id.cmp(&b.id)));
    let columns =
        ["scheme", "date", "announced-by", "announced-to", "material", "confirmed", "not-confirmed"];
    table(voice, "cycle-announcements", &columns, list.iter().map(row).collect())
}

/// Comments with their decisions, open ones first.
pub(super) fn comments(reporter: &Reporter<'_>, language: Language) -> Option<Table> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let row = |of: &&Comment| {
        let scheme = model.scheme(of.scheme);
        let (tone, key) = match of.decision {
            None => (Tone::Watch, "decision-open"),
            Some(CommentDecision::Adopted) => (Tone::OnTarget, "decision-adopted"),
            Some(CommentDecision::Partly) => (Tone::OnTarget, "decision-partly"),
            Some(CommentDecision::Declined) => (Tone::NoValue, "decision-declined"),
        };
        Row::new(vec![
            said(voice, &of.text),
            Cell::link(voice.name(&scheme.name), address::scheme(scheme.id.as_str())),
            Cell::text(task_words::person(reporter, voice, &of.by)),
            Cell::text(of.date.to_string()),
            Cell::mark(Mark::new(tone, voice.word(key))),
            said(voice, &of.answer),
            day(voice, of.answered_on),
        ])
    };
    let mut list: Vec<&Comment> = model.cycle.comments.iter().collect();
    list.sort_by(|a, b| (a.decision.is_some(), b.date, &a.id).cmp(&(b.decision.is_some(), a.date, &b.id)));
    let columns = ["comment-text", "scheme", "said-by", "date", "decision", "answer", "answered-on"];
    table(voice, "cycle-comments", &columns, list.iter().map(row).collect())
}

fn status(voice: Voice<'_>, status: SuggestionStatus) -> Mark {
    let (tone, key) = match status {
        SuggestionStatus::Open => (Tone::Watch, "suggestion-open"),
        SuggestionStatus::Accepted => (Tone::OnTarget, "suggestion-accepted"),
        SuggestionStatus::Done => (Tone::OnTarget, "suggestion-done"),
        SuggestionStatus::Declined => (Tone::NoValue, "suggestion-declined"),
    };
    Mark::new(tone, voice.word(key))
}

/// Suggestions, open ones first, then the latest.
pub(super) fn suggestions(reporter: &Reporter<'_>, language: Language) -> Option<Table> {
    let voice = reporter.voice(language);
    let row = |of: &&Suggestion| {
        Row::new(vec![
            said(voice, &of.text),
            Cell::text(task_words::person(reporter, voice, &of.by)),
            Cell::text(of.date.to_string()),
            Cell::mark(status(voice, of.status)),
            said(voice, &of.response),
            day(voice, of.answered_on),
        ])
    };
    let mut list: Vec<&Suggestion> = reporter.evaluation.model.cycle.suggestions.iter().collect();
    list.sort_by(|a, b| {
        let closed = |of: &Suggestion| of.status != SuggestionStatus::Open;
        (closed(a), b.date, &a.id).cmp(&(closed(b), a.date, &b.id))
    });
    let columns = ["suggestion-text", "said-by", "date", "status", "response", "answered-on"];
    table(voice, "cycle-suggestions", &columns, list.iter().map(row).collect())
}

/// How many suggestions stand how.
pub(super) fn suggestion_words(reporter: &Reporter<'_>, voice: Voice<'_>) -> String {
    let all = &reporter.evaluation.model.cycle.suggestions;
    let count = |status| all.iter().filter(|of| of.status == status).count();
    say!(
        voice, "suggestions-counts",
        n: all.len(), open: count(SuggestionStatus::Open), accepted: count(SuggestionStatus::Accepted),
        done: count(SuggestionStatus::Done), declined: count(SuggestionStatus::Declined),
    )
}

/// Improvement plans: whose, when, with which support, how they ended. What is missing stands on the agent's page only.
pub(super) fn plans(reporter: &Reporter<'_>, language: Language) -> Option<Table> {
    let voice = reporter.voice(language);
    let as_of = reporter.evaluation.as_of;
    let reviews = reporter.evaluation.model.reviews.iter();
    let mut list: Vec<_> =
        reviews.filter_map(|review| review.plan.as_ref().map(|plan| (review, plan))).collect();
    list.sort_by(|a, b| (b.1.from, a.0.agent).cmp(&(a.1.from, b.0.agent)));
    let rows = list.iter().map(|(review, plan)| {
        let held = plan.checks.iter().filter(|check| check.held_on.is_some_and(|day| day <= as_of)).count();
        Row::new(vec![
            subject::cell(reporter, language, Subject::Agent(review.agent)),
            Cell::text(plan.from.to_string()),
            Cell::text(plan.to.to_string()),
            said(voice, &plan.support),
            Cell::number(format!("{held}/{}", plan.checks.len()), held as f64),
            Cell::mark(outcome(voice, plan.outcome)),
        ])
    });
    let columns = ["agent", "plan-from", "plan-to", "plan-support", "plan-checks", "plan-outcome"];
    table(voice, "cycle-plans", &columns, rows.collect())
}

/// How a plan ended.
pub(super) fn outcome(voice: Voice<'_>, outcome: Option<PlanOutcome>) -> Mark {
    let (tone, key) = match outcome {
        None => (Tone::Watch, "plan-running"),
        Some(PlanOutcome::Reached) => (Tone::OnTarget, "plan-reached"),
        Some(PlanOutcome::Extended) => (Tone::Watch, "plan-extended"),
        Some(PlanOutcome::NotReached) => (Tone::NoValue, "plan-not-reached"),
    };
    Mark::new(tone, voice.word(key))
}

/// SWOT notes, the latest first.
pub(super) fn swots(reporter: &Reporter<'_>, language: Language) -> Option<Table> {
    let voice = reporter.voice(language);
    let joined = |texts: &Vec<Text>| {
        let texts: Vec<&str> = texts.iter().map(|text| voice.name(text)).collect();
        if texts.is_empty() { voice.word("not-said") } else { texts.join(&voice.either("；", "; ")) }
    };
    let row = |of: &&Swot| {
        let mut cells = vec![
            subject::team_cell(reporter, language, Some(of.team)),
            Cell::text(format::period(of.period, language)),
        ];
        cells.extend(of.notes.iter().map(|texts| Cell::text(joined(texts))));
        Row::new(cells)
    };
    let mut list: Vec<&Swot> = reporter.evaluation.model.cycle.swots.iter().collect();
    list.sort_by(|a, b| (b.period, &a.id).cmp(&(a.period, &b.id)));
    let columns =
        ["team", "period", "swot-strengths", "swot-weaknesses", "swot-opportunities", "swot-threats"];
    table(voice, "cycle-swot", &columns, list.iter().map(row).collect())
}

/// Meetings, the latest first.
pub(super) fn meetings(reporter: &Reporter<'_>, language: Language) -> Option<Table> {
    let voice = reporter.voice(language);
    let as_of = reporter.evaluation.as_of;
    let row = |of: &&Meeting| {
        let attended = match of.attended {
            Some((came, due)) => {
                Cell::number(format!("{came}/{due}"), if due > 0.0 { came / due } else { 0.0 })
            }
            None if of.date >= as_of => Cell::text(voice.word("meeting-planned")),
            None => Cell::text(voice.word("meeting-no-record")),
        };
        let decisions: Vec<&str> = of.decisions.iter().map(|text| voice.name(text)).collect();
        let done = of.actions.iter().filter(|action| action.done_on.is_some_and(|day| day <= as_of)).count();
        Row::new(vec![
            Cell::text(of.date.to_string()),
            Cell::text(voice.word(meeting_kind(of.kind))),
            match of.team {
                Some(team) => subject::team_cell(reporter, language, Some(team)),
                None => Cell::text(voice.word("all-teams")),
            },
            attended,
            Cell::text(if decisions.is_empty() { voice.word("not-said") } else { voice.list(&decisions) }),
            Cell::number(format!("{done}/{}", of.actions.len()), done as f64),
        ])
    };
    let mut list: Vec<&Meeting> = reporter.evaluation.model.cycle.meetings.iter().collect();
    list.sort_by(|a, b| (b.date, &a.id).cmp(&(a.date, &b.id)));
    let columns = ["date", "meeting-kind", "team", "attended-due", "decisions", "actions-done"];
    table(voice, "cycle-meetings", &columns, list.iter().map(row).collect())
}

/// The key of a kind of meeting.
pub(super) const fn meeting_kind(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Weekly => "meeting-weekly",
        MeetingKind::Monthly => "meeting-monthly",
        MeetingKind::Quarterly => "meeting-quarterly",
        MeetingKind::Scheme => "meeting-scheme",
        MeetingKind::Committee => "meeting-committee",
        MeetingKind::Other => "meeting-other",
    }
}

/// Needs with what answers them, unanswered ones first.
pub(super) fn needs(reporter: &Reporter<'_>, language: Language) -> Option<Table> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let standing = |of: &Need| {
        let answers = of.answers(model);
        let weighed =
            answers.iter().any(|ix| reporter.survey.item_of_most(reporter.evaluation, *ix).is_some());
        (answers, weighed)
    };
    let row = |of: &&Need| {
        let (answers, weighed) = standing(of);
        let names: Vec<&str> = answers.iter().map(|ix| voice.name(&model.indicator(*ix).name)).collect();
        let (tone, key) = match (names.is_empty(), weighed) {
            (true, _) => (Tone::Below, "need-unanswered"),
            (false, false) => (Tone::Watch, "need-tracked"),
            (false, true) => (Tone::OnTarget, "need-weighed"),
        };
        Row::new(vec![
            said(voice, &of.text),
            said(voice, &of.source),
            Cell::text(if names.is_empty() { voice.word("need-none") } else { voice.list(&names) }),
            Cell::mark(Mark::new(tone, voice.word(key))),
        ])
    };
    let mut list: Vec<&Need> = model.cycle.needs.iter().collect();
    list.sort_by_key(|of| {
        let (answers, weighed) = standing(of);
        (!answers.is_empty(), weighed)
    });
    let columns = ["need-text", "need-source", "need-answers", "status"];
    table(voice, "cycle-needs", &columns, list.iter().map(row).collect())
}

/// How many meetings were held of those planned up to the day of the site.
pub(super) fn meeting_words(reporter: &Reporter<'_>, voice: Voice<'_>) -> String {
    let day = reporter.evaluation.as_of;
    let due = || reporter.evaluation.model.cycle.meetings.iter().filter(|meeting| meeting.date <= day);
    let held = due().filter(|meeting| meeting.attended.is_some()).count();
    say!(voice, "meetings-counts", held: held, due: due().count())
}
