//! Recommendations of the audit: what they are about exists, and what a decision needs is written.

use super::names::{self, Names};
use super::period;
use super::vocabulary::Vocabulary;
use super::words;
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{Id, IndicatorIx, Recommendation, RecommendationStatus, Scheme, SchemeIx, Team};
use crate::raw::{self, Entries, IdWord, Place};

/// What recommendations are held against.
pub(super) struct Desk<'a> {
    book: &'a Vocabulary,
    schemes: (&'a Names, &'a [Option<Scheme>]),
    teams: &'a [Option<Team>],
    peers: Names,
    fiscal_start: u8,
}

impl<'a> Desk<'a> {
    /// The desk.
    pub(super) fn new(
        book: &'a Vocabulary,
        schemes: (&'a Names, &'a [Option<Scheme>]),
        teams: &'a [Option<Team>],
        fiscal_start: u8,
    ) -> Self {
        let mut groups: Vec<Id> = teams.iter().flatten().map(|team| team.peer_group.clone()).collect();
        groups.sort_unstable();
        groups.dedup();
        let peers = Names::in_order(groups, Code::UnknownWord, "peer group");
        Self { book, schemes, teams, peers, fiscal_start }
    }

    /// All recommendations, by id; `None` if one of them is faulty.
    pub(super) fn all(
        &self,
        files: Vec<Entries<raw::Recommendation>>,
        sink: &mut Sink,
    ) -> Option<Vec<Recommendation>> {
        let (_, all) = names::collect(Code::UnknownWord, "recommendation", files, sink);
        names::whole(names::each(all, |id, span, raw| self.check(id, span, raw, sink)))
    }

    fn check(&self, id: Id, span: Span, raw: raw::Recommendation, sink: &mut Sink) -> Option<Recommendation> {
        let raw::Recommendation {
            year,
            scheme,
            peers,
            check,
            indicator,
            other,
            text,
            remedy,
            status,
            owner,
            decided,
            due,
            done,
            reason,
            place,
        } = raw;
        let status = match status {
            None | Some(raw::RecommendationStatus::Open) => RecommendationStatus::Open,
            Some(raw::RecommendationStatus::Accepted) => RecommendationStatus::Accepted,
            Some(raw::RecommendationStatus::Done) => RecommendationStatus::Done,
            Some(raw::RecommendationStatus::Declined) => RecommendationStatus::Declined,
        };
        let complete = complete(&id, status, span, &place, sink);
        let year = period::year(&year, self.fiscal_start, sink);
        let ix = self.schemes.0.resolve(&scheme, sink);
        let mut day = |word: Option<raw::DateWord>| match word {
            Some(word) => words::date(&word, sink).map(Some),
            None => Some(None),
        };
        let (decided, due, done) = (day(decided), day(due), day(done));
        let on =
            |day: &Option<Option<chrono::NaiveDate>>, field| day.flatten().map(|day| (day, place.of(field)));
        let ordered = words::in_order(on(&decided, "decided"), on(&done, "done"), sink)
            && words::in_order(on(&decided, "decided"), on(&due, "due"), sink);
        let indicators = self.indicators([indicator, other], sink);
        let group = match &peers {
            Some(word) => {
                self.peers.resolve(word, sink).and_then(|at| Id::parse(self.peers.name(at))).map(Some)
            }
            None => Some(None),
        };
        if let (Some(ix), Some(indicators), Some(group)) = (ix, &indicators, &group) {
            self.fits(ix, indicators, group.as_ref(), &place, sink);
        }
        (complete && ordered).then_some(())?;
        Some(Recommendation {
            id,
            year: year?,
            scheme: SchemeIx(ix?),
            peers: group?,
            check: check.map(raw::RecommendationCheck::word),
            indicators: indicators?,
            text: words::text(text),
            remedy: remedy.map(raw::RecommendationRemedy::word),
            status,
            owner: words::text_or_empty(owner),
            decided: decided?,
            due: due?,
            done: done?,
            reason: words::text_or_empty(reason),
            span,
        })
    }

    fn indicators(&self, words: [Option<IdWord>; 2], sink: &mut Sink) -> Option<Vec<IndicatorIx>> {
        let one = |word: &IdWord| self.book.indicators.resolve(word, sink).map(IndicatorIx);
        let found: Vec<Option<IndicatorIx>> = words.iter().flatten().map(one).collect();
        found.into_iter().collect()
    }

    /// Warns when the scheme never weighed the indicator, or never held the peer group: the point cannot be found again then.
    fn fits(&self, ix: u32, indicators: &[IndicatorIx], group: Option<&Id>, place: &Place, sink: &mut Sink) {
        let Some(Some(scheme)) = self.schemes.1.get(ix as usize) else { return };
        for (indicator, field) in indicators.iter().zip(["indicator", "other"]) {
            if scheme.item(*indicator).is_none() {
                let name = self.book.indicators.name(indicator.0);
                let message = format!("the scheme `{}` does not weigh `{name}`", scheme.id);
                let weighed: Vec<&str> =
                    scheme.items.iter().map(|item| self.book.indicators.name(item.indicator.0)).collect();
                sink.push(
                    Diagnostic::new(Code::RecommendationElsewhere, place.of(field), message)
                        .note(format!("it weighs {}", weighed.join(", "))),
                );
            }
        }
        let holds = |team: &Team, at: usize| {
            let own = scheme.teams.is_empty() || scheme.teams.iter().any(|team| team.at() == at);
            own && Some(&team.peer_group) == group
        };
        let held =
            self.teams.iter().enumerate().any(|(at, team)| team.as_ref().is_some_and(|of| holds(of, at)));
        if let Some(group) = group.filter(|_| !held) {
            let message = format!("the scheme `{}` holds no team of the peer group `{group}`", scheme.id);
            sink.push(Diagnostic::new(Code::RecommendationElsewhere, place.of("peers"), message));
        }
    }
}

/// Whether everything is written that the status asks for.
fn complete(id: &Id, status: RecommendationStatus, span: Span, place: &Place, sink: &mut Sink) -> bool {
    let needed: &[(&str, &str)] = match status {
        RecommendationStatus::Open => &[],
        RecommendationStatus::Accepted => {
            &[("owner", "owner: who sees to it"), ("decided", "decided: 2026-02-10")]
        }
        RecommendationStatus::Done => &[("owner", "owner: who saw to it"), ("done", "done: 2026-05-31")],
        RecommendationStatus::Declined => {
            &[("reason", "reason: why it is not done"), ("decided", "decided: 2026-02-10")]
        }
    };
    let missing: Vec<&(&str, &str)> = needed.iter().filter(|(field, _)| !place.has(field)).collect();
    for (field, example) in &missing {
        let message = format!("`{id}` is {}, and `{field}` is missing", status.key());
        let at = if place.has("status") { place.of("status") } else { span };
        sink.push(
            Diagnostic::new(Code::RecommendationIncomplete, at, message)
                .help(format!("add a line `{example}`, or write `status: open`")),
        );
    }
    missing.is_empty()
}
