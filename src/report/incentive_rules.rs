//! The rule of an incentive in words, one sentence for each thing that was fixed.

use super::format::short_number;
use super::requirement_words::{Sayer, percent};
use super::voice::say;
use crate::model::{
    Among, Commission, CutTie, ImprovementPlan, Incentive, IncentiveRule, Medal, MentorShare, OrderValue,
    PayBase, PerformancePay, Pick, Purpose, Queue, Slots, Stars, TieBreak, Title, TopAmount, TopShare,
};

impl Sayer<'_> {
    /// The rule, one paragraph each.
    pub(super) fn rule(&self, incentive: &Incentive) -> Vec<String> {
        let said = match &incentive.rule {
            IncentiveRule::PerformancePay(rule) => self.performance_pay(rule),
            IncentiveRule::TopShare(rule) => self.top_share(rule),
            IncentiveRule::Commission(rule) => self.commission(rule),
            IncentiveRule::OrderValue(rule) => self.order_value_rule(rule),
            IncentiveRule::MentorShare(rule) => self.mentor_share(rule),
            IncentiveRule::Title(rule) => self.title(rule),
            IncentiveRule::Medal(rule) => self.medal(rule),
            IncentiveRule::Stars(rule) => self.stars(rule),
            IncentiveRule::Queue(rule) => self.queue(rule),
            IncentiveRule::ImprovementPlan(rule) => self.plan(rule),
        };
        said.into_iter().filter(|sentence| !sentence.is_empty()).collect()
    }

    fn word(&self, key: &str) -> String {
        self.voice.word(key)
    }

    fn budget(&self, budget: Option<crate::model::Money>) -> String {
        budget.map_or_else(
            String::new,
            |budget| say!(self.voice, "inc-rule-budget", amount: &self.money(budget)),
        )
    }

    fn performance_pay(&self, rule: &PerformancePay) -> Vec<String> {
        let base = match rule.base {
            PayBase::Variable => self.word("inc-base-variable"),
            PayBase::Wage => self.word("inc-base-wage"),
            PayBase::Amount(amount) => self.money(amount),
        };
        let coefficients: Vec<String> = rule
            .coefficients
            .iter()
            .map(|(band, coefficient)| {
                format!("{} {}", self.band(band.as_str()), short_number(*coefficient, 4))
            })
            .collect();
        let list = self.voice.list(&coefficients.iter().map(String::as_str).collect::<Vec<_>>());
        let unrated = match rule.unrated {
            Some(coefficient) => {
                say!(self.voice, "inc-rule-unrated", coefficient: &short_number(coefficient, 4))
            }
            None => self.word("inc-rule-unrated-none"),
        };
        vec![
            say!(self.voice, "inc-rule-pay", base: &base),
            say!(self.voice, "inc-rule-coefficients", list: &list),
            unrated,
            if rule.prorate { self.word("inc-rule-prorate") } else { String::new() },
            self.budget(rule.budget),
        ]
    }

    /// The name of a band, from the first scheme that has it.
    fn band(&self, id: &str) -> String {
        let bands = self.reporter.evaluation.model.schemes.iter().rev().flat_map(|scheme| &scheme.bands);
        let found =
            bands.filter(|band| band.id.as_str() == id).map(|band| self.voice.name(&band.name)).next();
        found.unwrap_or(id).to_owned()
    }

    fn among(&self, among: Among) -> String {
        self.word(match among {
            Among::Peers => "inc-among-peers",
            Among::Team => "inc-among-team",
            Among::All => "inc-among-all",
        })
    }

    fn top_share(&self, rule: &TopShare) -> Vec<String> {
        let (by, among) = (self.basis(rule.by), self.among(rule.among));
        let amount = match rule.amount {
            TopAmount::Fixed(amount) => say!(self.voice, "inc-rule-fixed", amount: &self.money(amount)),
            TopAmount::Percent(share) => say!(self.voice, "inc-rule-percent", share: &percent(share)),
            TopAmount::Sliding { from, to, by_rank } => {
                let key = if by_rank { "inc-rule-sliding-rank" } else { "inc-rule-sliding-score" };
                say!(self.voice, key, from: &percent(from), to: &percent(to))
            }
            TopAmount::Pool(amount) => say!(self.voice, "inc-rule-pool", amount: &self.money(amount)),
        };
        vec![
            say!(self.voice, "inc-rule-top", by: &by, among: &among, share: &percent(rule.share)),
            self.word(match rule.slots {
                Slots::Floor => "inc-rule-floor",
                Slots::Ceil => "inc-rule-ceil",
                Slots::Nearest => "inc-rule-nearest",
            }),
            self.word(match rule.tie {
                CutTie::AllIn => "inc-rule-all-in",
                CutTie::SplitPool => "inc-rule-split",
            }),
            amount,
            self.budget(rule.budget),
        ]
    }

    fn commission(&self, rule: &Commission) -> Vec<String> {
        let mut said =
            vec![say!(self.voice, "inc-rule-commission", indicator: self.indicator(rule.indicator))];
        for (at, tier) in rule.tiers.iter().enumerate() {
            let (from, rate) = (self.money(tier.from), percent(tier.rate));
            said.push(match rule.tiers.get(at + 1) {
                Some(next) => {
                    say!(self.voice, "inc-rule-tier", from: &from, to: &self.money(next.from), rate: &rate)
                }
                None => say!(self.voice, "inc-rule-tier-last", from: &from, rate: &rate),
            });
        }
        said.push(self.cap(rule.cap));
        said.push(self.word(if rule.claw_back { "inc-rule-claw-back" } else { "inc-rule-no-claw-back" }));
        said
    }

    fn cap(&self, cap: Option<crate::model::Money>) -> String {
        cap.map_or_else(String::new, |cap| say!(self.voice, "inc-rule-cap", amount: &self.money(cap)))
    }

    fn order_value_rule(&self, rule: &OrderValue) -> Vec<String> {
        let baseline = self.reference(rule.indicator, rule.baseline);
        let least = percent(rule.minimum_uplift);
        vec![
            say!(
                self.voice, "inc-rule-order-value",
                indicator: self.indicator(rule.indicator), baseline: &baseline, share: &percent(rule.share)
            ),
            if rule.minimum_uplift > 0.0 {
                say!(self.voice, "inc-rule-uplift", uplift: &least)
            } else {
                String::new()
            },
            self.cap(rule.cap),
        ]
    }

    fn mentor_share(&self, rule: &MentorShare) -> Vec<String> {
        let other = self.reporter.evaluation.model.incentive(rule.of);
        let mut said = vec![say!(self.voice, "inc-rule-mentor", of: self.voice.name(&other.name))];
        let agents = |ix| self.voice.name(&self.reporter.evaluation.model.agent(ix).name);
        said.extend(rule.pairs.iter().map(|pair| {
            let (from, to) = (pair.from.to_string(), pair.to.to_string());
            say!(
                self.voice, "inc-rule-pair",
                mentor: agents(pair.mentor), newcomer: agents(pair.newcomer), from: &from, to: &to,
                share: &percent(pair.share)
            )
        }));
        said
    }

    fn title(&self, rule: &Title) -> Vec<String> {
        let among = self.among(rule.among);
        let pick = match rule.pick {
            Pick::Best => say!(self.voice, "inc-rule-best", by: &self.basis(rule.by), among: &among),
            Pick::AllWho(goal) => say!(self.voice, "inc-rule-all-who", goal: &self.goal(rule.by, goal)),
        };
        let breaks: Vec<String> = rule
            .tie_break
            .iter()
            .map(|one| match one {
                TieBreak::Value(at) => self.indicator(*at).to_owned(),
                TieBreak::Cases(at) => say!(self.voice, "inc-cases-of", indicator: self.indicator(*at)),
            })
            .collect();
        let breaks: Vec<&str> = breaks.iter().map(String::as_str).collect();
        let ties = match (rule.pick, breaks.is_empty()) {
            (Pick::AllWho(_), _) => String::new(),
            (Pick::Best, true) => self.word("inc-rule-shared"),
            (Pick::Best, false) => say!(self.voice, "inc-rule-ties", list: &self.voice.list(&breaks)),
        };
        let often = rule.at_most.map_or_else(String::new, |(times, periods)| {
            say!(self.voice, "inc-rule-at-most", times: &times.to_string(), periods: &periods.to_string())
        });
        let prize = self.voice.name(&rule.prize);
        vec![
            pick,
            ties,
            say!(self.voice, "inc-rule-valid", n: usize::from(rule.valid_months)),
            often,
            if prize.is_empty() { String::new() } else { say!(self.voice, "inc-rule-prize", prize: prize) },
            rule.amount.map_or_else(
                String::new,
                |amount| say!(self.voice, "inc-rule-fixed", amount: &self.money(amount)),
            ),
        ]
    }

    fn medal(&self, rule: &Medal) -> Vec<String> {
        let basis = crate::model::Basis::Indicator(rule.indicator);
        let mut said: Vec<String> = rule
            .levels
            .iter()
            .map(|level| {
                let goal = self.goal(basis, level.goal);
                say!(self.voice, "inc-rule-level", level: self.voice.name(&level.name), conditions: &goal)
            })
            .collect();
        said.push(say!(self.voice, "inc-rule-valid", n: usize::from(rule.valid_months)));
        said
    }

    fn often(&self, key: &str, met: u8, of: u8) -> String {
        say!(self.voice, key, met: &met.to_string(), of: &of.to_string())
    }

    fn stars(&self, rule: &Stars) -> Vec<String> {
        let mut said = Vec::new();
        for level in &rule.levels {
            let name = self.voice.name(&level.name);
            let conditions = self.requirements(&level.conditions);
            said.push(say!(self.voice, "inc-rule-level", level: name, conditions: &conditions));
            if level.keep != level.conditions {
                let keep = self.requirements(&level.keep);
                said.push(say!(self.voice, "inc-rule-keep", level: name, conditions: &keep));
            }
        }
        said.push(self.often("inc-rule-up", rule.at_least, rule.of));
        if rule.down_of > 0 {
            said.push(self.often("inc-rule-down", rule.down_missed, rule.down_of));
        }
        if rule.wait > 0 {
            said.push(say!(self.voice, "inc-rule-wait", n: usize::from(rule.wait)));
        }
        said.push(self.word("inc-rule-confirm"));
        said
    }

    fn queue(&self, rule: &Queue) -> Vec<String> {
        let purpose = self.word(match rule.purpose {
            Purpose::Training => "inc-purpose-training",
            Purpose::Promotion => "inc-purpose-promotion",
            Purpose::PostChange => "inc-purpose-post",
        });
        let order = if rule.lowest_first { "inc-rule-lowest-first" } else { "inc-rule-highest-first" };
        let offer = self.voice.name(&rule.offer);
        vec![
            purpose,
            say!(self.voice, "inc-rule-conditions", conditions: &self.requirements(&rule.conditions)),
            self.often("inc-rule-often", rule.at_least, rule.of),
            say!(self.voice, order, by: &self.basis(rule.order)),
            self.after(rule.after),
            if offer.is_empty() { String::new() } else { say!(self.voice, "inc-rule-offer", offer: offer) },
            self.word("inc-rule-decides"),
        ]
    }

    fn after(&self, other: Option<crate::model::IncentiveIx>) -> String {
        other.map_or_else(String::new, |other| {
            let other = self.reporter.evaluation.model.incentive(other);
            say!(self.voice, "inc-rule-after", training: self.voice.name(&other.name))
        })
    }

    fn plan(&self, rule: &ImprovementPlan) -> Vec<String> {
        let band = self.band(rule.below.as_str());
        let (met, of) = (rule.at_least.to_string(), rule.of.to_string());
        let core = if rule.core_missed > 0 && !rule.core.is_empty() {
            let conditions = self.requirements(&rule.core);
            say!(self.voice, "inc-rule-core", conditions: &conditions, n: &rule.core_missed.to_string(), of: &of)
        } else {
            String::new()
        };
        vec![
            say!(self.voice, "inc-rule-plan", band: &band, met: &met, of: &of),
            core,
            say!(self.voice, "inc-rule-plan-days", days: usize::from(rule.days)),
            say!(self.voice, "inc-rule-support", support: self.voice.name(&rule.support)),
            self.after(rule.after),
            self.word("inc-rule-plan-review"),
        ]
    }
}
