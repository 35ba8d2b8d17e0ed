//! Rules of incentives: bands that exist, shares of a whole, levels that rise.

use super::incentive::{Desk, Reach};
use super::{amount, wording, words};
use crate::diag::{Code, Diagnostic, Sink, Span, quoted, suggest};
use crate::model::{
    Among, Basis, CutTie, Id, IncentiveRule, Medal, MedalLevel, Operator, PayBase, PerformancePay,
    PeriodKind, Pick, Scheme, Slots, TieBreak, Title, TopAmount, TopShare,
};
use crate::raw::{self, Entries, NumberWord, Word};

impl Desk<'_> {
    /// The rule of an incentive that is in force as `reach` says.
    pub(super) fn rule(
        &self,
        raw: raw::IncentiveRule,
        reach: &Reach,
        sink: &mut Sink,
    ) -> Option<IncentiveRule> {
        match raw {
            raw::IncentiveRule::PerformancePay(raw, span) => {
                self.performance_pay(raw, span, reach, sink).map(IncentiveRule::PerformancePay)
            }
            raw::IncentiveRule::TopShare(raw, _) => self.top_share(raw, sink).map(IncentiveRule::TopShare),
            raw::IncentiveRule::Title(raw, _) => self.title(raw, reach, sink).map(IncentiveRule::Title),
            raw::IncentiveRule::Medal(raw, span) => {
                self.medal(raw, span, reach, sink).map(IncentiveRule::Medal)
            }
            raw::IncentiveRule::Commission(raw, span) => {
                self.commission(raw, span, sink).map(IncentiveRule::Commission)
            }
            raw::IncentiveRule::OrderValue(raw, _) => {
                self.order_value(raw, sink).map(IncentiveRule::OrderValue)
            }
            raw::IncentiveRule::MentorShare(raw, _) => {
                self.mentor_share(raw, sink).map(IncentiveRule::MentorShare)
            }
            raw::IncentiveRule::Stars(raw, span) => self.stars(raw, span, sink).map(IncentiveRule::Stars),
            raw::IncentiveRule::Queue(raw, span) => self.queue(raw, span, sink).map(IncentiveRule::Queue),
            raw::IncentiveRule::ImprovementPlan(raw, _) => {
                self.improvement_plan(raw, sink).map(IncentiveRule::ImprovementPlan)
            }
        }
    }

    fn performance_pay(
        &self,
        raw: raw::PerformancePay,
        span: Span,
        reach: &Reach,
        sink: &mut Sink,
    ) -> Option<PerformancePay> {
        let raw::PerformancePay { base, coefficients, unrated, prorate, budget, place } = raw;
        let base = self.base(&base, sink);
        let read = self.coefficients(coefficients, sink);
        if let Some(read) = &read {
            self.every_band(read, place.of("coefficients"), reach, sink);
        }
        let unrated = match unrated {
            Some(word) => words::number_in(&word, 0.0..=10.0, sink).map(Some),
            None => Some(None),
        };
        let prorate = prorate.map_or(Some(true), |word| words::flag(&word, sink));
        let budget = amount::optional(budget.as_ref(), self.decimals, sink);
        let coefficients = read?;
        if coefficients.is_empty() {
            sink.push(Diagnostic::new(Code::IncentiveIncomplete, span, "no band has a coefficient"));
            return None;
        }
        Some(PerformancePay {
            base: base?,
            coefficients,
            unrated: unrated?,
            prorate: prorate?,
            budget: budget?,
        })
    }

    fn base(&self, word: &Word, sink: &mut Sink) -> Option<PayBase> {
        match word.text.as_str() {
            "variable" => Some(PayBase::Variable),
            "wage" => Some(PayBase::Wage),
            text => {
                let number = NumberWord::new(text, word.span);
                amount::amount(&number, self.decimals, sink).map(PayBase::Amount)
            }
        }
    }

    fn coefficients(&self, entries: Entries<NumberWord>, sink: &mut Sink) -> Option<Vec<(Id, f64)>> {
        let bands = || self.schemes.iter().flatten().flat_map(|scheme| &scheme.bands);
        let mut read = Vec::new();
        let mut fine = true;
        for (word, number) in entries.list {
            let id = words::id(&word, sink);
            if id.as_ref().is_some_and(|id| bands().all(|band| band.id != *id)) {
                sink.push(unknown_band(&word.text, word.span, bands().map(|band| band.id.as_str())));
                fine = false;
            }
            let coefficient = number.and_then(|number| words::number_in(&number, 0.0..=10.0, sink));
            match (id, coefficient) {
                (Some(id), Some(coefficient)) => read.push((id, coefficient)),
                _ => fine = false,
            }
        }
        fine.then_some(read)
    }

    /// Reports bands of schemes in force with the incentive for which there is no coefficient.
    fn every_band(&self, read: &[(Id, f64)], span: Span, reach: &Reach, sink: &mut Sink) {
        for scheme in self.schemes.iter().flatten().filter(|scheme| together(scheme, reach)) {
            for band in scheme.bands.iter().filter(|band| read.iter().all(|(id, _)| *id != band.id)) {
                let message = format!("the band `{}` of `{}` has no coefficient", band.id, scheme.id);
                sink.push(
                    Diagnostic::new(Code::BandWithoutCoefficient, span, message)
                        .also(scheme.span, "the band is defined here")
                        .help(format!("add `{}: 1`, or whatever was agreed", band.id)),
                );
            }
        }
    }

    fn top_share(&self, raw: raw::TopShare, sink: &mut Sink) -> Option<TopShare> {
        let raw::TopShare { by, share, slots, among, tie, amount: how_much, budget, place: _ } = raw;
        let by = self.basis(by.as_ref(), sink);
        let part = amount::share(&share, sink);
        let how_much = self.top_amount(how_much, sink);
        let budget = amount::optional(budget.as_ref(), self.decimals, sink);
        Some(TopShare {
            by: by?,
            share: part?,
            slots: match slots {
                Some(raw::Slots::Ceil) => Slots::Ceil,
                Some(raw::Slots::Nearest) => Slots::Nearest,
                Some(raw::Slots::Floor) | None => Slots::Floor,
            },
            among: among_of(among),
            tie: match tie {
                Some(raw::CutTie::SplitPool) => CutTie::SplitPool,
                Some(raw::CutTie::AllIn) | None => CutTie::AllIn,
            },
            amount: how_much?,
            budget: budget?,
        })
    }

    fn top_amount(&self, raw: raw::TopAmount, sink: &mut Sink) -> Option<TopAmount> {
        let raw::TopAmount { fixed, percent, sliding, pool, place } = raw;
        match (fixed, percent, sliding, pool) {
            (Some(word), None, None, None) => {
                amount::amount(&word, self.decimals, sink).map(TopAmount::Fixed)
            }
            (None, Some(word), None, None) => amount::share(&word, sink).map(TopAmount::Percent),
            (None, None, None, Some(word)) => amount::amount(&word, self.decimals, sink).map(TopAmount::Pool),
            (None, None, Some(raw::Sliding { from, to, by, place: _ }), None) => {
                let (low, high) = (amount::share(&from, sink), amount::share(&to, sink));
                let (low, high) = (low?, high?);
                if low > high {
                    let message = "the last would receive a larger share than the first";
                    sink.push(
                        Diagnostic::new(Code::TiersOutOfOrder, to.span, message).also(from.span, "the last"),
                    );
                    return None;
                }
                let by_rank = !matches!(by, Some(raw::SlidingBy::Score));
                Some(TopAmount::Sliding { from: low, to: high, by_rank })
            }
            _ => {
                let message = "the amount has to be exactly one of fixed, percent, sliding and pool";
                sink.push(Diagnostic::new(Code::IncentiveIncomplete, place.span, message));
                None
            }
        }
    }

    fn title(&self, raw: raw::Title, reach: &Reach, sink: &mut Sink) -> Option<Title> {
        let raw::Title {
            by,
            all_who,
            among,
            tie_break,
            valid_months,
            at_most,
            prize,
            amount: money,
            place: _,
        } = raw;
        prize.iter().for_each(|prize| wording::look(prize, sink));
        let by = self.basis(by.as_ref(), sink);
        let pick = match (all_who, by) {
            (None, _) => Some(Pick::Best),
            (Some(word), Some(Basis::Score)) => self.score_goal(&word, sink).map(Pick::AllWho),
            (Some(word), Some(Basis::Indicator(at))) => self.value_goal(at, &word, sink).map(Pick::AllWho),
            (Some(_), None) => None,
        };
        let tie_break: Vec<Option<TieBreak>> =
            tie_break.unwrap_or_default().iter().map(|word| self.tie_break(word, sink)).collect();
        let at_most = match at_most {
            Some(raw::AtMost { times, periods, place: _ }) => {
                let (times, periods) =
                    (words::whole(&times, 1..=36, sink), words::whole(&periods, 1..=36, sink));
                times.zip(periods).map(|(times, periods)| Some((times as u8, periods as u8)))
            }
            None => Some(None),
        };
        let money = amount::optional(money.as_ref(), self.decimals, sink);
        Some(Title {
            by: by?,
            pick: pick?,
            among: among_of(among),
            tie_break: tie_break.into_iter().collect::<Option<_>>()?,
            valid_months: months(valid_months.as_ref(), reach.period, sink)?,
            at_most: at_most?,
            prize: words::text_or_empty(prize),
            amount: money?,
        })
    }

    fn tie_break(&self, word: &Word, sink: &mut Sink) -> Option<TieBreak> {
        match word.text.strip_prefix("cases ") {
            Some(id) => self
                .book
                .indicators
                .look_up(id.trim(), word.span, sink)
                .map(|at| TieBreak::Cases(crate::model::IndicatorIx(at))),
            None => self
                .book
                .indicators
                .look_up(&word.text, word.span, sink)
                .map(|at| TieBreak::Value(crate::model::IndicatorIx(at))),
        }
    }

    fn medal(&self, raw: raw::Medal, span: Span, reach: &Reach, sink: &mut Sink) -> Option<Medal> {
        let raw::Medal { indicator, levels, valid_months, place: _ } = raw;
        let at = self.indicator(&indicator, sink);
        let valid_months = months(valid_months.as_ref(), reach.period, sink);
        let at = at?;
        let mut read: Vec<(MedalLevel, Span)> = Vec::new();
        for (word, level) in levels.list {
            let raw::MedalLevel { name, value, place: _ } = level?;
            let goal = self.value_goal(at, &value, sink);
            let id = words::id(&word, sink);
            read.push((MedalLevel { id: id?, name: words::text(name), goal: goal? }, word.span));
        }
        if read.is_empty() {
            sink.push(Diagnostic::new(Code::IncentiveIncomplete, span, "this medal has no level"));
            return None;
        }
        for pair in read.windows(2) {
            if let [(lower, before), (higher, here)] = pair
                && !stricter(lower, higher)
            {
                let message = format!("`{}` does not ask for more than `{}`", higher.id, lower.id);
                sink.push(
                    Diagnostic::new(Code::TiersOutOfOrder, *here, message)
                        .also(*before, "the level below")
                        .help("write the levels from the lowest to the highest"),
                );
            }
        }
        let levels = read.into_iter().map(|(level, _)| level).collect();
        Some(Medal { indicator: at, levels, valid_months: valid_months? })
    }
}

/// Whether a level asks for a better value than the one below, in the same direction.
fn stricter(lower: &MedalLevel, higher: &MedalLevel) -> bool {
    let up = |operator| matches!(operator, Operator::AtLeast | Operator::Above);
    match (lower.goal.operator, higher.goal.operator) {
        (Operator::Between, _) | (_, Operator::Between) => false,
        (a, b) if up(a) && up(b) => higher.goal.value > lower.goal.value,
        (a, b) if !up(a) && !up(b) => higher.goal.value < lower.goal.value,
        _ => false,
    }
}

/// Whether a scheme and an incentive are in force for the same team in the same month.
fn together(scheme: &Scheme, reach: &Reach) -> bool {
    let dates = reach.to.is_none_or(|to| scheme.from <= to) && scheme.to.is_none_or(|to| reach.from <= to);
    let teams = scheme.teams.is_empty()
        || reach.teams.is_empty()
        || scheme.teams.iter().any(|team| reach.teams.contains(team));
    dates && teams
}

/// The fault that no scheme has a band.
pub(super) fn unknown_band<'a>(text: &str, span: Span, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let mut known: Vec<&str> = known.collect();
    known.sort_unstable();
    known.dedup();
    let near = suggest(text, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
    Diagnostic::new(Code::UnknownBand, span, format!("no scheme has a band {}", quoted(text)))
        .note(format!("the bands are: {}", known.join(", ")))
        .help_if(near)
}

const fn among_of(raw: Option<raw::Among>) -> Among {
    match raw {
        Some(raw::Among::Team) => Among::Team,
        Some(raw::Among::All) => Among::All,
        Some(raw::Among::Peers) | None => Among::Peers,
    }
}

/// Months for which something is held; the length of the period if not written.
fn months(word: Option<&NumberWord>, period: PeriodKind, sink: &mut Sink) -> Option<u8> {
    match word {
        Some(word) => words::whole(word, 1..=120, sink).map(|months| months as u8),
        None => Some(match period {
            PeriodKind::Month => 1,
            PeriodKind::Quarter => 3,
            PeriodKind::Year => 12,
        }),
    }
}
