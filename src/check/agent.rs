//! Agents: dates of service and postings that fit together.

use super::vocabulary::Vocabulary;
use super::words;
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{Agent, Id, LevelIx, Posting, Role, TeamIx, Text};
use crate::raw;
use chrono::NaiveDate;

/// An agent. An open posting of an agent who has left ends with the service.
pub(super) fn check(
    id: Id,
    span: Span,
    raw: raw::Agent,
    book: &Vocabulary,
    sink: &mut Sink,
) -> Option<Agent> {
    let raw::Agent { name, joined, left, honour, git, postings, place } = raw;
    let honour = honour.and_then(|word| words::flag(&word, sink)).unwrap_or_default();
    let git = git.into_iter().flatten().filter_map(|word| address(&word, sink)).collect();
    let joined = words::date(&joined, sink);
    let left = left.map(|word| words::date(&word, sink));
    let in_order = words::in_order(
        joined.map(|day| (day, place.of("joined"))),
        left.flatten().map(|day| (day, place.of("left"))),
        sink,
    );
    if postings.is_empty() {
        let message = format!("the agent `{id}` has no posting");
        sink.push(
            Diagnostic::new(Code::AgentWithoutPosting, place.of("postings"), message)
                .help("add the team: `- { from: 2025-01-01, team: …, level: … }`"),
        );
        return None;
    }
    let read: Vec<Option<Posting>> = postings.into_iter().map(|one| posting(one, book, sink)).collect();
    let mut postings: Vec<Posting> = read.into_iter().collect::<Option<_>>()?;
    let joined = joined.filter(|_| in_order)?;
    let left = match left {
        Some(day) => Some(day?),
        None => None,
    };
    postings.sort_by_key(|posting| posting.from);
    inside_service(&postings, joined, left, sink);
    follow_each_other(&postings, sink);
    gaps(&postings, joined, left, span, sink);
    postings.iter_mut().filter(|posting| posting.to.is_none()).for_each(|posting| posting.to = left);
    let name = name.map_or_else(|| Text::new(id.as_str(), id.as_str()), words::text);
    Some(Agent { id, name, joined, left, honour, git, postings, span })
}

/// An e-mail address in lower case. Messages do not repeat it: they may be read by people who should not know it.
fn address(word: &raw::Word, sink: &mut Sink) -> Option<String> {
    let text = word.text.trim();
    let named = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    if named && !text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Some(text.to_lowercase());
    }
    sink.push(Diagnostic::new(Code::UnknownWord, word.span, "this is not an e-mail address"));
    None
}

fn posting(raw: raw::Posting, book: &Vocabulary, sink: &mut Sink) -> Option<Posting> {
    let raw::Posting { from, to, team, level, role, leads, place } = raw;
    let (began, ended) = (place.of("from"), place.of("to"));
    let from = words::date(&from, sink);
    let to = match to {
        Some(word) => words::date(&word, sink).map(Some),
        None => Some(None),
    };
    let team = book.teams.resolve(&team, sink);
    let level = match level {
        Some(word) => book.levels.resolve(&word, sink),
        None => Some(0),
    };
    let role = role_of(role);
    let leads = self::leads(leads, role, team, book, sink);
    let in_order = words::in_order(from.map(|day| (day, began)), to.flatten().map(|day| (day, ended)), sink);
    let span = Span { end: began.end, ..place.span };
    in_order.then_some(())?;
    Some(Posting {
        from: from?,
        to: to?,
        team: TeamIx(team?),
        level: LevelIx(level?),
        role,
        leads: leads?.into_iter().map(TeamIx).collect(),
        span,
    })
}

const fn role_of(role: Option<raw::Role>) -> Role {
    match role {
        Some(raw::Role::Manager) => Role::Manager,
        Some(raw::Role::Agent) | None => Role::Agent,
    }
}

/// The teams that a manager leads: those named, else the team of the posting.
fn leads(
    named: Option<Vec<raw::IdWord>>,
    role: Role,
    team: Option<u32>,
    book: &Vocabulary,
    sink: &mut Sink,
) -> Option<Vec<u32>> {
    match (named, role) {
        (Some(words), Role::Manager) => book.teams.resolve_all(&words, sink),
        (None, Role::Manager) => Some(vec![team?]),
        (None, Role::Agent) => Some(Vec::new()),
        (Some(words), Role::Agent) => {
            if let Some(word) = words.first() {
                let message = "only a manager leads teams";
                sink.push(
                    Diagnostic::new(Code::RoleMismatch, word.span, message)
                        .help("write `role: manager`, or take `leads` out"),
                );
            }
            Some(Vec::new())
        }
    }
}

fn inside_service(postings: &[Posting], joined: NaiveDate, left: Option<NaiveDate>, sink: &mut Sink) {
    for posting in postings {
        let outside = |message: String| Diagnostic::new(Code::PostingOutsideService, posting.span, message);
        if posting.from < joined {
            let from = posting.from;
            sink.push(outside(format!("this posting begins on {from}, before the agent joined on {joined}")));
        }
        let Some(left) = left else { continue };
        if posting.to.unwrap_or(posting.from) > left {
            let last = posting.to.unwrap_or(posting.from);
            sink.push(outside(format!("this posting reaches {last}, after the agent left on {left}")));
        }
    }
}

fn follow_each_other(postings: &[Posting], sink: &mut Sink) {
    for pair in postings.windows(2) {
        let [earlier, later] = pair else { continue };
        if earlier.to.is_some_and(|to| to < later.from) {
            continue;
        }
        let until = earlier.to.map_or_else(|| "is still open".to_owned(), |to| format!("lasts until {to}"));
        let message = format!("this posting begins on {}, while another {until}", later.from);
        let day_before = later.from.pred_opt().unwrap_or(later.from);
        sink.push(
            Diagnostic::new(Code::OverlappingPostings, later.span, message)
                .also(earlier.span, "the other posting")
                .help(format!("end the other one with `to: {day_before}`, if that is what happened")),
        );
    }
}

/// Warns of days of service on which the agent belonged to no team.
fn gaps(postings: &[Posting], joined: NaiveDate, left: Option<NaiveDate>, span: Span, sink: &mut Sink) {
    let mut gap = |from: NaiveDate, to: Option<NaiveDate>, span: Span| {
        let until = to.map_or_else(|| "on".to_owned(), |to| format!("to {to}"));
        let message = format!("from {from} {until} this agent has no posting");
        sink.push(Diagnostic::new(Code::PostingGap, span, message));
    };
    let mut next_day = joined;
    for posting in postings {
        if posting.from > next_day {
            gap(next_day, posting.from.pred_opt(), posting.span);
        }
        match posting.to.and_then(|to| to.succ_opt()) {
            Some(day) => next_day = next_day.max(day),
            None => return,
        }
    }
    if left.is_none_or(|left| next_day <= left) {
        gap(next_day, left, span);
    }
}
