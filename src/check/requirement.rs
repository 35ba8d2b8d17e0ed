//! Conditions over a score or an indicator, and how often they have to be met.

use super::incentive::Desk;
use super::{amount, condition, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{Basis, Goal, IndicatorIx, Precision, Reference, Requirement, Unit};
use crate::raw::{self, Comparison, GoalWord, IdWord, NumberWord};

/// Most periods that a rule looks back.
const LONGEST: u16 = 36;

impl Desk<'_> {
    /// All conditions; at least one.
    pub(super) fn requirements(
        &self,
        list: Vec<raw::Requirement>,
        span: Span,
        sink: &mut Sink,
    ) -> Option<Vec<Requirement>> {
        if list.is_empty() {
            sink.push(Diagnostic::new(Code::IncentiveIncomplete, span, "there is no condition to be met"));
            return None;
        }
        let read: Vec<Option<Requirement>> =
            list.into_iter().map(|one| self.requirement(one, sink)).collect();
        read.into_iter().collect()
    }

    fn requirement(&self, raw: raw::Requirement, sink: &mut Sink) -> Option<Requirement> {
        let raw::Requirement { score, indicator, value, better_than, by, place } = raw;
        let at = indicator.as_ref().map(|word| self.indicator(word, sink));
        match (score, at, value, better_than, by) {
            (Some(word), None, None, None, None) => self.score_goal(&word, sink).map(Requirement::Score),
            (None, Some(at), Some(word), None, None) => {
                let at = at?;
                self.value_goal(at, &word, sink).map(|goal| Requirement::Value(at, goal))
            }
            (None, Some(at), None, Some(than), by) => {
                let by = match by {
                    Some(word) => amount::uplift(&word, sink)?,
                    None => 0.0,
                };
                Some(Requirement::Relative { indicator: at?, reference: reference(than), by })
            }
            _ => {
                let message = "a condition is a score, or an indicator with a value or a comparison";
                sink.push(Diagnostic::new(Code::IncentiveIncomplete, place.span, message).help(
                    "write `{ score: \">= 85\" }`, `{ indicator: …, value: \">= 90%\" }` or `{ indicator: …, better_than: team, by: 30% }`",
                ));
                None
            }
        }
    }

    /// An indicator that is defined.
    pub(super) fn indicator(&self, word: &IdWord, sink: &mut Sink) -> Option<IndicatorIx> {
        self.book.indicators.resolve(word, sink).map(IndicatorIx)
    }

    /// What a score has to be.
    pub(super) fn score_goal(&self, word: &GoalWord, sink: &mut Sink) -> Option<Goal> {
        condition::goal(&word.text, word.span, Unit::Points).map_err(|fault| sink.push(*fault)).ok()
    }

    /// What the value of an indicator has to be.
    pub(super) fn value_goal(&self, at: IndicatorIx, word: &GoalWord, sink: &mut Sink) -> Option<Goal> {
        let unit = self.precision(at)?.unit;
        condition::goal(&word.text, word.span, unit).map_err(|fault| sink.push(*fault)).ok()
    }

    /// Unit and decimals of an indicator; `None` if its definition is faulty, which is reported there.
    pub(super) fn precision(&self, at: IndicatorIx) -> Option<Precision> {
        self.indicators.get(at.at())?.as_ref().map(|indicator| indicator.precision)
    }

    /// `score`, which is the default, or an indicator.
    pub(super) fn basis(&self, word: Option<&IdWord>, sink: &mut Sink) -> Option<Basis> {
        match word {
            None => Some(Basis::Score),
            Some(word) if word.text == "score" => Some(Basis::Score),
            Some(word) => self.indicator(word, sink).map(Basis::Indicator),
        }
    }
}

/// What a comparison refers to.
pub(super) const fn reference(comparison: Comparison) -> Reference {
    match comparison {
        Comparison::Team => Reference::Team,
        Comparison::Newcomers => Reference::Newcomers,
        Comparison::OwnYearEarlier => Reference::OwnYearEarlier,
    }
}

/// In how many of how many periods; both 1 if not written.
pub(super) fn often(met: Option<&NumberWord>, of: Option<&NumberWord>, sink: &mut Sink) -> Option<(u8, u8)> {
    let read = |word: Option<&NumberWord>, sink: &mut Sink| match word {
        Some(word) => words::whole(word, 1..=LONGEST, sink),
        None => Some(1),
    };
    let (least, periods) = (read(met, sink), read(of, sink));
    let (least, periods) = (least?, periods?);
    if least > periods {
        let span = met.or(of).map(|word| word.span)?;
        let message = format!("{least} of {periods} periods can never be reached");
        sink.push(Diagnostic::new(Code::OutOfRange, span, message));
        return None;
    }
    Some((least as u8, periods as u8))
}
