//! What someone receives and how it comes about, in words.

use super::format::{self, money, number, short_number};
use super::requirement_words::{Sayer, percent};
use super::voice::say;
use crate::incentives::{Award, Detail, Outcome, Person};
use crate::model::{Basis, Incentive, IncentiveRule, Money};

impl Sayer<'_> {
    /// An amount of the organisation's currency.
    pub(super) fn money(&self, amount: Money) -> String {
        money(amount, &self.reporter.evaluation.model.organisation.currency)
    }

    /// An award.
    pub(super) fn award(&self, incentive: &Incentive, award: Award) -> String {
        let voice = self.voice;
        let month = |month| format::month(month, voice.language);
        match (award, &incentive.rule) {
            (Award::Amount(amount), _) => self.money(amount),
            (Award::Unpriced, _) => voice.word("inc-unpriced"),
            (Award::Title { until, amount, shared }, _) => {
                let key = if shared { "inc-title-shared" } else { "inc-title" };
                let title = say!(voice, key, title: voice.name(&incentive.name), until: &month(until));
                amount.map_or_else(|| title.clone(), |amount| format!("{title} · {}", self.money(amount)))
            }
            (Award::Medal { level, until }, IncentiveRule::Medal(rule)) => {
                let name = rule.levels.get(level).map_or("", |level| voice.name(&level.name));
                say!(voice, "inc-title", title: name, until: &month(until))
            }
            (Award::Stars { level, change }, _) => {
                let name = self.level(incentive, level);
                let key = match change {
                    1.. => "inc-stars-up",
                    0 => "inc-stars",
                    _ => "inc-stars-down",
                };
                say!(voice, key, level: &name)
            }
            (Award::Place(place), _) => say!(voice, "inc-place", n: place as usize),
            (Award::Plan, IncentiveRule::ImprovementPlan(rule)) => {
                say!(voice, "inc-plan", days: usize::from(rule.days))
            }
            (Award::Medal { .. } | Award::Plan, _) => String::new(),
        }
    }

    /// The name of a star level; "none" for 0.
    pub(super) fn level(&self, incentive: &Incentive, level: u8) -> String {
        let IncentiveRule::Stars(rule) = &incentive.rule else { return String::new() };
        let at = usize::from(level).checked_sub(1).and_then(|at| rule.levels.get(at));
        at.map_or_else(|| self.voice.word("inc-no-level"), |level| self.voice.name(&level.name).to_owned())
    }

    /// How it comes about: figures, rate, days; the budget last.
    pub(super) fn how(&self, incentive: &Incentive, outcome: &Outcome, person: &Person) -> String {
        let mut said = self.detail(incentive, outcome, person);
        let before = match person.detail {
            Detail::PerformancePay { before, .. } | Detail::TopShare { before, .. } => before,
            _ => None,
        };
        if let (Some(before), Some(paid)) = (before, person.award.and_then(Award::money))
            && before != paid
        {
            let cut = say!(self.voice, "inc-how-budget", paid: &self.money(paid));
            said.push_str(&cut);
        }
        said
    }

    fn detail(&self, incentive: &Incentive, outcome: &Outcome, person: &Person) -> String {
        let voice = self.voice;
        match person.detail {
            Detail::NotAsked => voice.word("inc-how-not-asked"),
            Detail::PerformancePay { base, coefficient, days, before, .. } => {
                let mut parts =
                    vec![base.map_or_else(|| voice.word("inc-wage-unknown"), |base| self.money(base))];
                parts.push(short_number(coefficient, 4));
                if let Some((worked, scheduled)) = days {
                    let (worked, scheduled) = (short_number(worked, 2), short_number(scheduled, 2));
                    parts.push(say!(voice, "inc-how-days", worked: &worked, scheduled: &scheduled));
                }
                let product = parts.join(" × ");
                before.map_or_else(|| product.clone(), |before| format!("{product} = {}", self.money(before)))
            }
            Detail::TopShare { .. } => self.top(incentive, outcome, person),
            Detail::Commission { sales, by_tiers, capped, carried, left } => {
                let (sales, tiers) = (self.money(sales), self.money(by_tiers));
                let mut said = say!(voice, "inc-how-commission", sales: &sales, tiers: &tiers);
                if capped {
                    said.push_str(&voice.word("inc-how-capped"));
                }
                if carried != Money::ZERO {
                    said.push_str(&say!(voice, "inc-how-carried", amount: &self.money(carried)));
                }
                if left != Money::ZERO {
                    said.push_str(&say!(voice, "inc-how-left", amount: &self.money(left)));
                }
                said
            }
            Detail::OrderValue { value, baseline, customers, additional, capped } => {
                self.order_value(incentive, (value, baseline, customers), additional, capped)
            }
            Detail::MentorShare { newcomer, commission, share, days, of_days } => {
                let name = voice.name(&self.reporter.evaluation.model.agent(newcomer).name);
                let (commission, share) = (self.money(commission), percent(share));
                let (days, of_days) = (days.to_string(), of_days.to_string());
                say!(
                    voice, "inc-how-mentor",
                    newcomer: name, commission: &commission, share: &share, days: &days, of: &of_days
                )
            }
            Detail::Figure { .. } => self.figure_words(incentive, person),
            Detail::Periods { .. } => self.periods(incentive, person),
        }
    }

    fn top(&self, incentive: &Incentive, outcome: &Outcome, person: &Person) -> String {
        let voice = self.voice;
        let (
            Detail::TopShare { figure, rank, percent: share, wage, split, before },
            IncentiveRule::TopShare(rule),
        ) = (person.detail, &incentive.rule)
        else {
            return String::new();
        };
        let group = person.group.and_then(|at| outcome.groups.get(at as usize));
        let (eligible, places) = group.map_or((0, 0), |group| (group.eligible, group.places));
        let what = self.basis(rule.by);
        let figure = self.figure(rule.by, figure);
        let mut said = say!(
            voice, "inc-how-top",
            what: &what, figure: &figure, rank: &rank.to_string(), eligible: &eligible.to_string(),
            places: &places.to_string()
        );
        if split > 0 {
            said.push_str(&say!(voice, "inc-how-split", n: split as usize));
        }
        if let Some(share) = share {
            let wage = wage.map_or_else(|| voice.word("inc-wage-unknown"), |wage| self.money(wage));
            said.push_str(&say!(voice, "inc-how-wage", share: &percent(share), wage: &wage));
        }
        if let Some(before) = before {
            said.push_str(&format!(" = {}", self.money(before)));
        }
        said
    }

    fn order_value(
        &self,
        incentive: &Incentive,
        (value, baseline, customers): (f64, f64, f64),
        additional: Money,
        capped: bool,
    ) -> String {
        let IncentiveRule::OrderValue(rule) = &incentive.rule else { return String::new() };
        let shown = self.shown(rule.indicator);
        let (value, baseline) = (shown.value(value), shown.value(baseline));
        let (additional, share) = (self.money(additional), percent(rule.share));
        let mut said = say!(
            self.voice, "inc-how-order-value",
            value: &value, baseline: &baseline, customers: &number(customers, 0), additional: &additional,
            share: &share
        );
        if capped {
            said.push_str(&self.voice.word("inc-how-capped"));
        }
        said
    }

    fn figure_words(&self, incentive: &Incentive, person: &Person) -> String {
        let Detail::Figure { figure, rank, tie_breaks, held } = person.detail else { return String::new() };
        let basis = match &incentive.rule {
            IncentiveRule::Title(rule) => rule.by,
            IncentiveRule::Medal(rule) => Basis::Indicator(rule.indicator),
            _ => return String::new(),
        };
        let voice = self.voice;
        let mut said = format!("{} {}", self.basis(basis), self.figure(basis, figure));
        if rank > 0 {
            said.push_str(&say!(voice, "inc-how-rank", rank: &rank.to_string()));
        }
        if tie_breaks > 0 {
            said.push_str(&say!(voice, "inc-how-tie-breaks", n: usize::from(tie_breaks)));
        }
        if held > 0 {
            said.push_str(&say!(voice, "inc-how-held", n: usize::from(held)));
        }
        said
    }

    fn periods(&self, incentive: &Incentive, person: &Person) -> String {
        let Detail::Periods { level, met, judged, missed, figure } = person.detail else {
            return String::new();
        };
        let voice = self.voice;
        let count = |n: u8| n.to_string();
        let (met, judged, missed) = (count(met), count(judged), count(missed));
        let mut said = match &incentive.rule {
            IncentiveRule::Stars(rule) => {
                let before = self.level(incentive, level);
                say!(voice, "inc-how-stars", before: &before, met: &met, of: &count(rule.of), missed: &missed)
            }
            IncentiveRule::ImprovementPlan(rule) => {
                say!(voice, "inc-how-plan", met: &met, of: &count(rule.of), judged: &judged, missed: &missed)
            }
            IncentiveRule::Queue(rule) => {
                say!(voice, "inc-how-queue", met: &met, of: &count(rule.of), judged: &judged)
            }
            _ => return String::new(),
        };
        let basis = match &incentive.rule {
            IncentiveRule::Queue(rule) => rule.order,
            _ => Basis::Score,
        };
        if let Some(figure) = figure {
            said.push_str(
                &say!(voice, "inc-how-now", what: &self.basis(basis), figure: &self.figure(basis, figure)),
            );
        }
        said
    }
}
