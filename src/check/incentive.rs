//! Incentives: for whom, when, and what has to hold before their rule is asked.

use super::vocabulary::Vocabulary;
use super::{wording, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{
    AgentIx, AwardDecision, Eligibility, Id, Incentive, IncentiveIx, IncentiveRule, Indicator, IndicatorIx,
    LevelIx, Month, PeriodKind, Purpose, Scheme, TeamIx,
};
use crate::raw;

/// What incentives refer to.
pub(super) struct Desk<'a> {
    pub(super) book: &'a Vocabulary,
    pub(super) indicators: &'a [Option<Indicator>],
    pub(super) schemes: &'a [Option<Scheme>],
    /// Digits of the currency.
    pub(super) decimals: u8,
}

/// When an incentive is in force and for whom, for checks against schemes.
pub(super) struct Reach {
    pub(super) from: Month,
    pub(super) to: Option<Month>,
    pub(super) teams: Vec<TeamIx>,
    pub(super) period: PeriodKind,
}

impl Desk<'_> {
    /// An incentive.
    pub(super) fn check(
        &self,
        id: Id,
        span: Span,
        raw: raw::Incentive,
        sink: &mut Sink,
    ) -> Option<Incentive> {
        let raw::Incentive { name, about, period, from, to, teams, eligible, rule, decisions, place } = raw;
        wording::look(&name, sink);
        about.iter().for_each(|about| wording::look(about, sink));
        let period = match period {
            raw::IncentivePeriod::Month => PeriodKind::Month,
            raw::IncentivePeriod::Quarter => PeriodKind::Quarter,
            raw::IncentivePeriod::Year => PeriodKind::Year,
        };
        let first = words::month(&from, sink);
        let last = match to {
            Some(word) => words::month(&word, sink).map(Some),
            None => Some(None),
        };
        let begins = first.map(|month| (month.first_day(), place.of("from")));
        let ends = last.flatten().map(|month| (month.first_day(), place.of("to")));
        let in_order = words::in_order(begins, ends, sink);
        let teams = self.book.teams.resolve_all(&teams.unwrap_or_default(), sink);
        let eligible = eligible.map_or_else(
            || Some(Eligibility { minimum_people: 1, ..Eligibility::default() }),
            |raw| self.eligibility(raw, sink),
        );
        let decisions: Vec<Option<AwardDecision>> =
            decisions.unwrap_or_default().into_iter().map(|one| self.decision(one, sink)).collect();
        let reach = Reach {
            from: first.filter(|_| in_order)?,
            to: last?,
            teams: teams?.into_iter().map(TeamIx).collect(),
            period,
        };
        let rule = self.rule(rule, &reach, sink);
        let Reach { from, to, teams, period } = reach;
        Some(Incentive {
            id,
            name: words::text(name),
            about: words::text_or_empty(about),
            period,
            from,
            to,
            teams,
            eligible: eligible?,
            rule: rule?,
            decisions: decisions.into_iter().collect::<Option<_>>()?,
            span,
        })
    }

    fn eligibility(&self, raw: raw::Eligible, sink: &mut Sink) -> Option<Eligibility> {
        let raw::Eligible { minimum_score, minimum_people, minimum_weight, sample, levels, place: _ } = raw;
        let number = |word: Option<raw::NumberWord>, most: f64, sink: &mut Sink| match word {
            Some(word) => words::number_in(&word, 0.0..=most, sink).map(Some),
            None => Some(None),
        };
        let score = number(minimum_score, 1000.0, sink);
        let weight = number(minimum_weight, 100.0, sink);
        let people = minimum_people.map_or(Some(1), |word| words::whole(&word, 1..=10_000, sink));
        let sample = self.book.indicators.resolve_all(&sample.unwrap_or_default(), sink);
        let levels = self.book.levels.resolve_all(&levels.unwrap_or_default(), sink);
        Some(Eligibility {
            minimum_score: score?,
            minimum_people: people?,
            minimum_weight: weight?,
            sample: sample?.into_iter().map(IndicatorIx).collect(),
            levels: levels?.into_iter().map(LevelIx).collect(),
        })
    }

    fn decision(&self, raw: raw::AwardDecision, sink: &mut Sink) -> Option<AwardDecision> {
        let raw::AwardDecision { agent, on, by, text, place } = raw;
        wording::look(&text, sink);
        let at = self.book.agents.resolve(&agent, sink);
        let on = words::date(&on, sink);
        Some(AwardDecision {
            agent: AgentIx(at?),
            on: on?,
            by: by.text,
            text: words::text(text),
            span: place.span,
        })
    }

    /// The incentive that a rule refers to.
    pub(super) fn other(&self, word: &raw::IdWord, sink: &mut Sink) -> Option<IncentiveIx> {
        self.book.incentives.resolve(word, sink).map(IncentiveIx)
    }
}

/// Reports references between incentives that cannot be meant: shares of what is no amount, training that is none.
pub(super) fn links(incentives: &[Option<Incentive>], sink: &mut Sink) {
    let at = |ix: IncentiveIx| incentives.get(ix.at()).and_then(Option::as_ref);
    for incentive in incentives.iter().flatten() {
        match &incentive.rule {
            IncentiveRule::MentorShare(rule) => {
                let Some(other) = at(rule.of) else { continue };
                let amount =
                    matches!(other.rule, IncentiveRule::Commission(_) | IncentiveRule::OrderValue(_));
                if !amount || other.period != incentive.period {
                    let message = format!("`{}` is no commission of the same period", other.id);
                    sink.push(
                        Diagnostic::new(Code::UnknownIncentive, incentive.span, message)
                            .also(other.span, "this is meant")
                            .help("share a `commission` or an `order_value` with the same `period`"),
                    );
                }
            }
            IncentiveRule::Queue(rule) => after(incentive, rule.after.and_then(at), sink),
            IncentiveRule::ImprovementPlan(rule) => after(incentive, rule.after.and_then(at), sink),
            _ => {}
        }
    }
}

fn after(incentive: &Incentive, other: Option<&Incentive>, sink: &mut Sink) {
    let Some(other) = other else { return };
    let training = matches!(&other.rule, IncentiveRule::Queue(queue) if queue.purpose == Purpose::Training && queue.after.is_none());
    if !training {
        let message = format!("`{}` is no training queue that stands by itself", other.id);
        sink.push(
            Diagnostic::new(Code::UnknownIncentive, incentive.span, message)
                .also(other.span, "this is meant"),
        );
    }
}
