//! Commissions, bonuses on the order value, and mentors.

use super::incentive::Desk;
use super::{amount, quantity, requirement, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{
    AgentIx, Commission, IndicatorIx, Measure, MentorPair, MentorShare, Money, OrderValue, Reference, Tier,
};
use crate::raw::{self, Comparison, Word};

impl Desk<'_> {
    pub(super) fn commission(&self, raw: raw::Commission, span: Span, sink: &mut Sink) -> Option<Commission> {
        let raw::Commission { indicator, tiers, cap, claw_back, place: _ } = raw;
        let at = self.measured(&indicator, "an amount", |of| matches!(of, Measure::Amount { .. }), sink);
        let tiers = self.tiers(tiers, span, sink);
        let cap = amount::optional(cap.as_ref(), self.decimals, sink);
        let claw_back = claw_back.map_or(Some(true), |word| words::flag(&word, sink));
        Some(Commission { indicator: at?, tiers: tiers?, cap: cap?, claw_back: claw_back? })
    }

    fn tiers(&self, list: Vec<raw::Tier>, span: Span, sink: &mut Sink) -> Option<Vec<Tier>> {
        let mut read: Vec<(Tier, Span)> = Vec::with_capacity(list.len());
        for raw::Tier { from, rate, place: _ } in list {
            let (begins, share) = (amount::amount(&from, self.decimals, sink), amount::share(&rate, sink));
            read.push((Tier { from: begins?, rate: share? }, from.span));
        }
        let Some((first, place)) = read.first() else {
            sink.push(Diagnostic::new(Code::IncentiveIncomplete, span, "this commission has no tier"));
            return None;
        };
        if first.from != Money::ZERO {
            let message = "the first tier has to begin at 0";
            sink.push(Diagnostic::new(Code::TiersOutOfOrder, *place, message).help("write `from: 0`"));
        }
        for pair in read.windows(2) {
            if let [(lower, before), (higher, here)] = pair
                && higher.from <= lower.from
            {
                let message = "tiers have to rise: this one does not begin above the one before";
                sink.push(
                    Diagnostic::new(Code::TiersOutOfOrder, *here, message).also(*before, "the one before"),
                );
            }
        }
        Some(read.into_iter().map(|(tier, _)| tier).collect())
    }

    pub(super) fn order_value(&self, raw: raw::OrderValue, sink: &mut Sink) -> Option<OrderValue> {
        let raw::OrderValue { indicator, baseline, share, minimum_uplift, cap, place: _ } = raw;
        let at = self.measured(
            &indicator,
            "a quotient or mean of money",
            |of| matches!(of, Measure::Quotient { .. } | Measure::Mean { .. }),
            sink,
        );
        let part = amount::share(&share, sink);
        let least = minimum_uplift.map_or(Some(0.0), |word| amount::uplift(&word, sink));
        let cap = amount::optional(cap.as_ref(), self.decimals, sink);
        let at = at?;
        let baseline = self.baseline(&baseline, at, sink);
        Some(OrderValue {
            indicator: at,
            baseline: baseline?,
            share: part?,
            minimum_uplift: least?,
            cap: cap?,
        })
    }

    fn baseline(&self, word: &Word, at: IndicatorIx, sink: &mut Sink) -> Option<Reference> {
        match word.text.as_str() {
            "team" => Some(requirement::reference(Comparison::Team)),
            "newcomers" => Some(requirement::reference(Comparison::Newcomers)),
            "own_year_earlier" => Some(requirement::reference(Comparison::OwnYearEarlier)),
            text => {
                let unit = self.precision(at)?.unit;
                let value = quantity::parse(text, word.span, unit);
                value.map(Reference::Value).map_err(|fault| sink.push(*fault)).ok()
            }
        }
    }

    /// An indicator with a measure that fits.
    fn measured(
        &self,
        word: &raw::IdWord,
        needed: &str,
        fits: impl Fn(&Measure) -> bool,
        sink: &mut Sink,
    ) -> Option<IndicatorIx> {
        let at = self.indicator(word, sink)?;
        let on = self.indicators.get(at.at())?.as_ref()?;
        if fits(&on.measure) {
            return Some(at);
        }
        let message = format!("`{}` is not {needed}", on.id);
        sink.push(
            Diagnostic::new(Code::MeasureMismatch, word.span, message).also(on.span, "it is defined here"),
        );
        None
    }

    pub(super) fn mentor_share(&self, raw: raw::MentorShare, sink: &mut Sink) -> Option<MentorShare> {
        let raw::MentorShare { of, pairs, place: _ } = raw;
        let of = self.other(&of, sink);
        let read: Vec<Option<MentorPair>> = pairs.into_iter().map(|one| self.pair(one, sink)).collect();
        let mut pairs: Vec<MentorPair> = read.into_iter().collect::<Option<_>>()?;
        pairs.sort_by_key(|pair| (pair.newcomer, pair.from, pair.mentor));
        for two in pairs.windows(2) {
            if let [earlier, later] = two
                && earlier.newcomer == later.newcomer
                && later.from <= earlier.to
            {
                let name = self.book.agents.name(later.newcomer.0);
                let message = format!("`{name}` would have two mentors from {}", later.from);
                sink.push(
                    Diagnostic::new(Code::MentorTermsOverlap, later.span, message)
                        .also(earlier.span, "the other term")
                        .help("end the other term on the day before"),
                );
            }
        }
        pairs.sort_by_key(|pair| (pair.mentor, pair.newcomer, pair.from));
        Some(MentorShare { of: of?, pairs })
    }

    fn pair(&self, raw: raw::MentorPair, sink: &mut Sink) -> Option<MentorPair> {
        let raw::MentorPair { mentor, newcomer, from, to, share, place } = raw;
        let (leads, learns) =
            (self.book.agents.resolve(&mentor, sink), self.book.agents.resolve(&newcomer, sink));
        let (first, last) = (words::date(&from, sink), words::date(&to, sink));
        let in_order =
            words::in_order(first.map(|day| (day, from.span)), last.map(|day| (day, to.span)), sink);
        let part = amount::share(&share, sink);
        if leads.is_some() && leads == learns {
            let message = format!("`{}` cannot lead themselves", mentor.text);
            let fault = Diagnostic::new(Code::MentorIsNewcomer, newcomer.span, message);
            sink.push(fault.also(mentor.span, "the mentor"));
            return None;
        }
        in_order.then_some(())?;
        Some(MentorPair {
            mentor: AgentIx(leads?),
            newcomer: AgentIx(learns?),
            from: first?,
            to: last?,
            share: part?,
            span: place.span,
        })
    }
}
