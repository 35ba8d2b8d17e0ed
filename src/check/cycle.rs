//! The appraisal cycle: announcements, comments, suggestions, SWOT notes, meetings, and who is to be interviewed.

use super::commitment::{self, date, not_before};
use super::names::{self, Names};
use super::period::period;
use super::vocabulary::Vocabulary;
use super::{target_review, words};
use crate::diag::{Code, Diagnostic, Sink, Span, quoted};
use crate::model::{
    AgentIx, Announcement, Comment, CommentDecision, Cycle, DimensionIx, Id, Indicator, IndicatorIx,
    InterviewRule, Meeting, MeetingKind, Model, Need, Period, Scheme, SchemeIx, Suggestion, SuggestionStatus,
    Swot, TeamIx, Text,
};
use crate::raw::{self, CycleFile, Entries};
use chrono::NaiveDate;

/// Days after a quarter's end for its interviews.
const GRACE: u16 = 30;
/// Most names in a message.
const NAMED: usize = 6;

/// What the cycle refers to.
pub(super) struct Desk<'a> {
    pub book: &'a Vocabulary,
    pub scheme_names: &'a Names,
    pub schemes: &'a [Option<Scheme>],
    pub indicators: &'a [Option<Indicator>],
    pub fiscal_start: u8,
}

/// The entries of all files, by kind.
#[derive(Default)]
struct Written {
    announcements: Vec<Entries<raw::Announcement>>,
    comments: Vec<Entries<raw::Comment>>,
    suggestions: Vec<Entries<raw::Suggestion>>,
    swot: Vec<Entries<raw::Swot>>,
    meetings: Vec<Entries<raw::Meeting>>,
    needs: Vec<Entries<raw::Need>>,
    interviews: Vec<Entries<raw::InterviewRule>>,
    target_reviews: Vec<Entries<raw::TargetReview>>,
}

/// The cycle; `None` if anything in it is faulty.
pub(super) fn check(files: Vec<CycleFile>, desk: &Desk<'_>, sink: &mut Sink) -> Option<Cycle> {
    let mut all = Written::default();
    for file in files {
        let CycleFile {
            announcements,
            comments,
            suggestions,
            swot,
            meetings,
            needs,
            interviews,
            target_reviews,
            place: _,
        } = file;
        all.announcements.extend(announcements);
        all.comments.extend(comments);
        all.suggestions.extend(suggestions);
        all.swot.extend(swot);
        all.meetings.extend(meetings);
        all.needs.extend(needs);
        all.interviews.extend(interviews);
        all.target_reviews.extend(target_reviews);
    }
    let announcements = each("announcement", all.announcements, sink, |id, at, raw, sink| {
        desk.announcement(id, at, raw, sink)
    });
    let comments = each("comment", all.comments, sink, |id, at, raw, sink| desk.comment(id, at, raw, sink));
    let suggestions = each("suggestion", all.suggestions, sink, suggestion);
    let swots = each("SWOT note", all.swot, sink, |id, at, raw, sink| desk.swot(id, at, raw, sink));
    let meetings = each("meeting", all.meetings, sink, |id, at, raw, sink| desk.meeting(id, at, raw, sink));
    let needs = each("need", all.needs, sink, |id, at, raw, sink| desk.need(id, at, raw, sink));
    let interviews =
        each("interview rule", all.interviews, sink, |id, at, raw, sink| desk.interviews(id, at, raw, sink));
    let target_reviews = each("target review", all.target_reviews, sink, |id, at, raw, sink| {
        desk.target_review(id, at, raw, sink)
    });
    target_review::twice(target_reviews.as_deref().unwrap_or_default(), sink);
    Some(Cycle {
        announcements: announcements?,
        comments: comments?,
        suggestions: suggestions?,
        swots: swots?,
        meetings: meetings?,
        needs: needs?,
        interviews: interviews?,
        target_reviews: target_reviews?,
    })
}

fn each<T, U>(
    noun: &'static str,
    files: Vec<Entries<T>>,
    sink: &mut Sink,
    mut one: impl FnMut(Id, Span, T, &mut Sink) -> Option<U>,
) -> Option<Vec<U>> {
    let (_, list) = names::collect(Code::UnknownWord, noun, files, sink);
    names::whole(names::each(list, |id, span, raw| one(id, span, raw, sink)))
}

impl<'a> Desk<'a> {
    pub(super) const fn new(
        book: &'a Vocabulary,
        scheme_names: &'a Names,
        (schemes, indicators): (&'a [Option<Scheme>], &'a [Option<Indicator>]),
        fiscal_start: u8,
    ) -> Self {
        Self { book, scheme_names, schemes, indicators, fiscal_start }
    }
}

impl Desk<'_> {
    fn announcement(
        &self,
        id: Id,
        span: Span,
        raw: raw::Announcement,
        sink: &mut Sink,
    ) -> Option<Announcement> {
        let raw::Announcement { scheme, date: on, by, teams, material, acknowledge_by, acknowledged, place } =
            raw;
        let scheme_at = self.scheme_names.resolve(&scheme, sink);
        let told = teams.is_some();
        let teams = self.book.teams.resolve_all(&teams.unwrap_or_default(), sink);
        let day = words::date(&on, sink);
        let by_day = date(acknowledge_by.as_ref(), sink);
        let later = by_day.flatten().map(|day| (day, place.of("acknowledge_by")));
        not_before(day, later, "confirmed", "was announced", sink);
        let mut read = Vec::new();
        for (word, confirmed) in acknowledged.into_iter().flat_map(|entries| entries.list) {
            let agent = self.book.agents.resolve(&word, sink);
            let when = confirmed.and_then(|confirmed| {
                let when = words::date(&confirmed, sink)?;
                before_announced(day, when, confirmed.span, sink);
                Some(when)
            });
            read.push(agent.zip(when));
        }
        let of = scheme_at.and_then(|at| self.schemes.get(at as usize)?.as_ref())?;
        let starts = of.from.first_day();
        let day = day?;
        if day >= starts {
            let message = format!("`{}` came into force on {starts}, and was announced on {day}", of.id);
            sink.push(
                Diagnostic::new(Code::AnnouncedLate, on.span, message)
                    .also(of.span, "the scheme")
                    .note("people have to know the rules before they are judged by them"),
            );
        }
        let mut confirmed: Vec<(AgentIx, NaiveDate)> =
            read.into_iter().map(|one| one.map(|(at, day)| (AgentIx(at), day))).collect::<Option<_>>()?;
        confirmed.sort_unstable();
        let teams: Vec<TeamIx> = teams?.into_iter().map(TeamIx).collect();
        Some(Announcement {
            id,
            scheme: SchemeIx(scheme_at?),
            date: day,
            by: by.text,
            teams: if told { teams } else { of.teams.clone() },
            material: words::text_or_empty(material),
            acknowledge_by: by_day?.unwrap_or_else(|| starts.pred_opt().unwrap_or(starts).max(day)),
            acknowledged: confirmed,
            span,
        })
    }

    fn comment(&self, id: Id, span: Span, raw: raw::Comment, sink: &mut Sink) -> Option<Comment> {
        let raw::Comment { scheme, by, date: on, text, decision, answer, answered_on, place } = raw;
        let scheme = self.scheme_names.resolve(&scheme, sink);
        let (day, answered_on) = answered(&on, answered_on, &place, sink)?;
        let decision = decision.map(|decision| match decision {
            raw::CommentDecision::Adopted => CommentDecision::Adopted,
            raw::CommentDecision::Partly => CommentDecision::Partly,
            raw::CommentDecision::Declined => CommentDecision::Declined,
        });
        Some(Comment {
            id,
            scheme: SchemeIx(scheme?),
            by: by.text,
            date: day,
            text: words::text(text),
            decision,
            answer: words::text_or_empty(answer),
            answered_on,
            span,
        })
    }

    fn swot(&self, id: Id, span: Span, raw: raw::Swot, sink: &mut Sink) -> Option<Swot> {
        let raw::Swot { team, period: when, strengths, weaknesses, opportunities, threats, place: _ } = raw;
        let team = self.book.teams.resolve(&team, sink);
        let period = period(&when, self.fiscal_start, sink);
        let texts = |list: Option<Vec<raw::Text>>| -> Vec<Text> {
            list.unwrap_or_default().into_iter().map(words::text).collect()
        };
        let notes = [strengths, weaknesses, opportunities, threats].map(texts);
        Some(Swot { id, team: TeamIx(team?), period: period?, notes, span })
    }

    fn meeting(&self, id: Id, span: Span, raw: raw::Meeting, sink: &mut Sink) -> Option<Meeting> {
        let raw::Meeting { date: on, kind, team, attended, decisions, actions, place: _ } = raw;
        let day = words::date(&on, sink);
        let team = match team {
            Some(word) => Some(TeamIx(self.book.teams.resolve(&word, sink)?)),
            None => None,
        };
        let attended = match attended {
            Some(word) => Some(self::attended(&word, sink)?),
            None => None,
        };
        let actions = commitment::all(actions, day, sink);
        Some(Meeting {
            id,
            date: day?,
            kind: match kind {
                raw::MeetingKind::Weekly => MeetingKind::Weekly,
                raw::MeetingKind::Monthly => MeetingKind::Monthly,
                raw::MeetingKind::Quarterly => MeetingKind::Quarterly,
                raw::MeetingKind::Scheme => MeetingKind::Scheme,
                raw::MeetingKind::Committee => MeetingKind::Committee,
                raw::MeetingKind::Other => MeetingKind::Other,
            },
            team,
            attended,
            decisions: decisions.unwrap_or_default().into_iter().map(words::text).collect(),
            actions: actions?,
            span,
        })
    }

    fn need(&self, id: Id, span: Span, raw: raw::Need, sink: &mut Sink) -> Option<Need> {
        let raw::Need { text, source, dimensions, indicators, place: _ } = raw;
        let dimensions = self.book.dimensions.resolve_all(&dimensions.unwrap_or_default(), sink);
        let indicators = self.book.indicators.resolve_all(&indicators.unwrap_or_default(), sink);
        Some(Need {
            id,
            text: words::text(text),
            source: words::text_or_empty(source),
            dimensions: dimensions?.into_iter().map(DimensionIx).collect(),
            indicators: indicators?.into_iter().map(IndicatorIx).collect(),
            span,
        })
    }

    fn interviews(
        &self,
        id: Id,
        span: Span,
        raw: raw::InterviewRule,
        sink: &mut Sink,
    ) -> Option<InterviewRule> {
        let raw::InterviewRule { from, teams, grace_days, place: _ } = raw;
        let month = words::month(&from, sink);
        let teams = self.book.teams.resolve_all(&teams.unwrap_or_default(), sink);
        let grace_days = grace_days.map_or(Some(GRACE), |word| words::whole(&word, 0..=366, sink));
        Some(InterviewRule {
            id,
            from: Period::quarter_of(month?, self.fiscal_start),
            teams: teams?.into_iter().map(TeamIx).collect(),
            grace_days: grace_days?,
            span,
        })
    }
}

fn before_announced(announced: Option<NaiveDate>, when: NaiveDate, span: Span, sink: &mut Sink) {
    if let Some(day) = announced.filter(|day| when < *day) {
        let message = format!("confirmed on {when}, before it was announced on {day}");
        sink.push(
            Diagnostic::new(Code::AcknowledgedBeforeAnnounced, span, message).help("mend one of the days"),
        );
    }
}

fn suggestion(id: Id, span: Span, raw: raw::Suggestion, sink: &mut Sink) -> Option<Suggestion> {
    let raw::Suggestion { by, date: on, text, status, response, answered_on, place } = raw;
    let (day, answered_on) = answered(&on, answered_on, &place, sink)?;
    Some(Suggestion {
        id,
        by: by.text,
        date: day,
        text: words::text(text),
        status: match status {
            Some(raw::SuggestionStatus::Accepted) => SuggestionStatus::Accepted,
            Some(raw::SuggestionStatus::Done) => SuggestionStatus::Done,
            Some(raw::SuggestionStatus::Declined) => SuggestionStatus::Declined,
            Some(raw::SuggestionStatus::Open) | None => SuggestionStatus::Open,
        },
        response: words::text_or_empty(response),
        answered_on,
        span,
    })
}

/// The day something was said, and the day it was answered.
fn answered(
    said: &raw::DateWord,
    answered_on: Option<raw::DateWord>,
    place: &raw::Place,
    sink: &mut Sink,
) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let day = words::date(said, sink);
    let answered = date(answered_on.as_ref(), sink);
    let later = answered.flatten().map(|day| (day, place.of("answered_on")));
    not_before(day, later, "answered", "was said", sink)?;
    Some((day?, answered?))
}

/// How many came of how many invited.
fn attended(word: &raw::PairWord, sink: &mut Sink) -> Option<(f64, f64)> {
    let number = |text: &str| {
        let plain = raw::Quantity::parse(text).filter(|of| of.suffix == raw::Suffix::None);
        plain.map(|of| of.number).filter(|number| number.fract() == 0.0 && *number >= 0.0)
    };
    let Some((came, due)) = word.text.split_once('/').and_then(|(a, b)| Some((number(a)?, number(b)?)))
    else {
        let message = format!("{} is not so many of so many", quoted(&word.text));
        sink.push(Diagnostic::new(Code::NotANumber, word.span, message).help("write it like 7/8"));
        return None;
    };
    if came > due {
        let message = format!("{came} came of {due} invited");
        sink.push(Diagnostic::new(Code::NumeratorAboveDenominator, word.span, message));
        return None;
    }
    Some((came, due))
}

/// Warns of interviews that are missing after the days allowed.
pub(super) fn missing_interviews(model: &Model, as_of: Option<NaiveDate>, sink: &mut Sink) {
    let written = model.metrics.range().map(|(_, last)| last.plus(1).first_day());
    let Some(day) = as_of.or(model.organisation.as_of).or(written) else { return };
    for rule in &model.cycle.interviews {
        for quarter in rule.quarters(day).into_iter().filter(|quarter| rule.deadline(*quarter) < day) {
            let missing = rule.missing(model, quarter);
            if missing.is_empty() {
                continue;
            }
            let due = rule.due(model, quarter).len();
            let names: Vec<&str> =
                missing.iter().take(NAMED).map(|agent| model.agent(*agent).id.as_str()).collect();
            let more = if missing.len() > NAMED { " and others" } else { "" };
            let message = format!(
                "{} of {due} interviews about {quarter} are missing after {}",
                missing.len(),
                rule.deadline(quarter)
            );
            sink.push(
                Diagnostic::new(Code::InterviewsMissing, rule.span, message)
                    .note(format!("those of {}{more}", names.join(", ")))
                    .help(format!("write `reviews/{quarter}/{}.md`", names.first().unwrap_or(&"agent"))),
            );
        }
    }
}
