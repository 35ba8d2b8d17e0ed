//! Conditions of incentives in words.

use super::format::{Shown, short_number};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::model::{Basis, Goal, IndicatorIx, Precision, Reference, Requirement, Unit};

/// What there is to say a condition with.
#[derive(Clone, Copy)]
pub(super) struct Sayer<'r> {
    pub(super) reporter: &'r Reporter<'r>,
    pub(super) voice: Voice<'r>,
}

impl<'r> Sayer<'r> {
    pub(super) fn new(reporter: &'r Reporter<'r>, voice: Voice<'r>) -> Self {
        Self { reporter, voice }
    }

    /// How scores are shown.
    pub(super) fn score(&self) -> Shown<'r> {
        let decimals = self.reporter.evaluation.model.organisation.score_decimals;
        self.reporter.shown(Precision { unit: Unit::Points, decimals }, self.voice.language)
    }

    /// How values of an indicator are shown.
    pub(super) fn shown(&self, indicator: IndicatorIx) -> Shown<'r> {
        let precision = self.reporter.evaluation.model.indicator(indicator).precision;
        self.reporter.shown(precision, self.voice.language)
    }

    /// The name of an indicator.
    pub(super) fn indicator(&self, indicator: IndicatorIx) -> &'r str {
        self.voice.name(&self.reporter.evaluation.model.indicator(indicator).name)
    }

    /// `score` or the indicator's name.
    pub(super) fn basis(&self, basis: Basis) -> String {
        match basis {
            Basis::Score => self.voice.word("inc-score"),
            Basis::Indicator(indicator) => self.indicator(indicator).to_owned(),
        }
    }

    /// A figure of a basis as shown.
    pub(super) fn figure(&self, basis: Basis, figure: f64) -> String {
        match basis {
            Basis::Score => self.score().value(figure),
            Basis::Indicator(indicator) => self.shown(indicator).value(figure),
        }
    }

    /// The goal of a basis, such as `Score ≥ 85`.
    pub(super) fn goal(&self, basis: Basis, goal: Goal) -> String {
        let shown = match basis {
            Basis::Score => self.score(),
            Basis::Indicator(indicator) => self.shown(indicator),
        };
        format!("{} {}", self.basis(basis), shown.condition(goal.operator, goal.value, goal.upper))
    }

    /// A condition.
    pub(super) fn requirement(&self, requirement: &Requirement) -> String {
        match *requirement {
            Requirement::Score(goal) => self.goal(Basis::Score, goal),
            Requirement::Value(indicator, goal) => self.goal(Basis::Indicator(indicator), goal),
            Requirement::Relative { indicator, reference, by } => {
                let (of, by) = (self.reference(indicator, reference), percent(by));
                say!(self.voice, "inc-better-than", indicator: self.indicator(indicator), of: &of, by: &by)
            }
        }
    }

    /// Conditions in a row.
    pub(super) fn requirements(&self, list: &[Requirement]) -> String {
        let words: Vec<String> = list.iter().map(|one| self.requirement(one)).collect();
        self.voice.list(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// What is compared with.
    pub(super) fn reference(&self, indicator: IndicatorIx, reference: Reference) -> String {
        match reference {
            Reference::Value(value) => self.shown(indicator).limit(value),
            Reference::Team => self.voice.word("inc-of-team"),
            Reference::Newcomers => self.voice.word("inc-of-newcomers"),
            Reference::OwnYearEarlier => self.voice.word("inc-of-own-year"),
        }
    }
}

/// A share as people write it: `30%`, `12.5%`.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", short_number(share * 100.0, 2))
}
