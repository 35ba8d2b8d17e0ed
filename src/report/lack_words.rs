//! What is missing for an award, in words that blame nobody.

use super::format::short_number;
use super::requirement_words::{Sayer, percent};
use super::score_cell::why_unrated;
use super::voice::say;
use crate::incentives::{Detail, Lack, Person};
use crate::model::{Basis, Incentive, IncentiveRule, Requirement};

impl Sayer<'_> {
    /// Everything that someone lacks, one after the other.
    pub(super) fn lacks(&self, incentive: &Incentive, person: &Person) -> String {
        let said: Vec<String> =
            person.lacking.iter().map(|lack| self.lack(incentive, person, *lack)).collect();
        said.join(&self.voice.either("；", "; "))
    }

    /// One thing that is missing.
    pub(super) fn lack(&self, incentive: &Incentive, person: &Person, lack: Lack) -> String {
        let voice = self.voice;
        let count = |n: u32| n.to_string();
        match lack {
            Lack::NoBonus => voice.word("inc-lack-decision"),
            Lack::NotRated(verdict) => {
                say!(voice, "inc-lack-score", why: &why_unrated(self.reporter, voice, &verdict))
            }
            Lack::ScoreBelow { score, needed } => {
                let (score, needed) = (self.score().value(score), self.score().limit(needed));
                say!(voice, "inc-lack-score-below", score: &score, needed: &needed)
            }
            Lack::WeightBelow { available, needed } => {
                let (available, needed) = (short_number(available, 1), short_number(needed, 1));
                say!(voice, "inc-lack-weight", available: &available, needed: &needed)
            }
            Lack::WithoutCount => voice.word("inc-lack-without-count"),
            Lack::SampleTooSmall(at) => say!(voice, "inc-lack-sample", indicator: self.indicator(at)),
            Lack::NoValue(at) => say!(voice, "inc-lack-value", indicator: self.indicator(at)),
            Lack::NoReference(at) => say!(voice, "inc-lack-reference", indicator: self.indicator(at)),
            Lack::WrongLevel(level) => {
                let level = self.reporter.evaluation.model.organisation.levels.get(level.at());
                say!(voice, "inc-lack-level", level: level.map_or("", |level| voice.name(&level.name)))
            }
            Lack::NoCoefficient => voice.word("inc-lack-coefficient"),
            Lack::NoCommission => voice.word("inc-lack-commission"),
            Lack::TooFewPeople { people, needed } => {
                say!(voice, "inc-lack-people", people: &count(people), needed: &needed.to_string())
            }
            Lack::OutsidePlaces { rank, places, gap } => self.outside(incentive, (rank, places), gap),
            Lack::HeldBefore { times, periods } => {
                say!(voice, "inc-lack-held", times: &times.to_string(), periods: &periods.to_string())
            }
            Lack::Settling { left } => say!(voice, "inc-lack-settling", amount: &self.money(-left)),
            Lack::UpliftBelow { uplift, needed } => {
                say!(voice, "inc-lack-uplift", uplift: &percent(uplift), needed: &percent(needed))
            }
            Lack::Condition { at, figure, needed } => self.condition(incentive, person, at, figure, needed),
            Lack::TooSeldom { met, needed, of } => {
                let [met, needed, of] = [met, needed, of].map(|n| n.to_string());
                say!(voice, "inc-lack-seldom", met: &met, needed: &needed, of: &of)
            }
            Lack::Waiting { periods } => say!(voice, "inc-lack-waiting", n: usize::from(periods)),
            Lack::TrainingFirst(other) => {
                let other = self.reporter.evaluation.model.incentive(other);
                say!(voice, "inc-lack-training", training: voice.name(&other.name))
            }
        }
    }

    fn outside(&self, incentive: &Incentive, (rank, places): (u32, u32), gap: f64) -> String {
        let (rank, places) = (rank.to_string(), places.to_string());
        let by = match &incentive.rule {
            IncentiveRule::TopShare(rule) => Some(rule.by),
            _ => None,
        };
        match by.filter(|_| gap > 0.0) {
            Some(by) => {
                let gap = match by {
                    Basis::Score => self.score().distance(gap),
                    Basis::Indicator(indicator) => self.shown(indicator).distance(gap),
                };
                say!(self.voice, "inc-lack-places-gap", rank: &rank, places: &places, gap: &gap)
            }
            None => say!(self.voice, "inc-lack-places", rank: &rank, places: &places),
        }
    }

    /// A condition that was not met, with the figure.
    fn condition(
        &self,
        incentive: &Incentive,
        person: &Person,
        at: u8,
        figure: Option<f64>,
        needed: f64,
    ) -> String {
        let at = usize::from(at);
        let (words, basis) = match &incentive.rule {
            IncentiveRule::Stars(rule) => {
                let Detail::Periods { level, .. } = person.detail else { return String::new() };
                let conditions = rule.levels.get(usize::from(level)).map(|level| level.conditions.as_slice());
                self.named(conditions.unwrap_or_default().get(at), needed)
            }
            IncentiveRule::Queue(rule) => self.named(rule.conditions.get(at), needed),
            IncentiveRule::Medal(rule) => match rule.levels.get(at) {
                Some(level) => {
                    let basis = Basis::Indicator(rule.indicator);
                    (self.goal(basis, level.goal), basis)
                }
                None => return String::new(),
            },
            IncentiveRule::Title(rule) => match rule.pick {
                crate::model::Pick::AllWho(goal) => (self.goal(rule.by, goal), rule.by),
                crate::model::Pick::Best => return String::new(),
            },
            _ => return String::new(),
        };
        match figure {
            Some(figure) => {
                let figure = self.figure(basis, figure);
                say!(self.voice, "inc-lack-condition", condition: &words, figure: &figure)
            }
            None => say!(self.voice, "inc-lack-unjudged", condition: &words),
        }
    }

    fn named(&self, requirement: Option<&Requirement>, needed: f64) -> (String, Basis) {
        let Some(requirement) = requirement else { return (String::new(), Basis::Score) };
        let basis = requirement.indicator().map_or(Basis::Score, Basis::Indicator);
        let mut words = self.requirement(requirement);
        if let Requirement::Relative { indicator, .. } = requirement
            && needed != 0.0
        {
            let limit = self.shown(*indicator).value(needed);
            words.push_str(&say!(self.voice, "inc-needed", needed: &limit));
        }
        (words, basis)
    }
}
