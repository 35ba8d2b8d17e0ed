//! A year of a system beside the year before, in words.

use super::words::{Words, points};
use crate::audit::{Crossed, CrossedSummary, Crossing, GoalStep, RulesStep, Shortfall, Split, YearOnYear};
use crate::compare::{Aspect, ItemDifference};
use crate::model::{Goal, IndicatorIx, Model, Subject};
use crate::report::{Shown, aspect_words, item_words, number, setting_words, short_number, signed};

/// Words of what is written and what is not, for a cell.
pub type BeforeAfter = (Option<String>, Option<String>);

impl<'a> Words<'a> {
    /// Why something is not assessed.
    #[must_use]
    pub fn shortfall(self, of: Shortfall) -> String {
        let arguments = [("n", of.n.into()), ("needed", of.needed.into())];
        self.voice.say(&format!("audit-lack-{}", of.lack.key()), &arguments)
    }

    /// How numbers of an indicator are shown.
    fn shown_of(self, model: &'a Model, indicator: IndicatorIx) -> Shown<'a> {
        Shown {
            precision: model.indicator(indicator).precision,
            language: self.voice.language,
            currency: &model.organisation.currency,
        }
    }

    /// What differs of an indicator.
    #[must_use]
    pub fn aspects(self, of: &ItemDifference) -> String {
        let weight = |item: &Option<crate::model::Item>| item.as_ref().map(|item| item.weight);
        let weights = (weight(&of.before), weight(&of.after));
        let word = |aspect: &Aspect| aspect_words(self.voice, *aspect, weights);
        let words: Vec<String> = of.aspects.iter().map(word).collect();
        self.voice.list(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Weight and rule of an indicator by both schemes; `None` where it is not part of one.
    #[must_use]
    pub fn item_sides(self, model: &'a Model, of: &ItemDifference) -> BeforeAfter {
        let shown = self.shown_of(model, of.indicator);
        let said =
            |item: &Option<crate::model::Item>| item.as_ref().map(|item| item_words(self.voice, shown, item));
        (said(&of.before), said(&of.after))
    }

    /// Whose a goal is.
    #[must_use]
    pub fn goal_subject(self, model: &'a Model, of: &GoalStep) -> String {
        match of.subject {
            Subject::Team(team) => self.voice.name(&model.team(team).name).to_owned(),
            Subject::Agent(agent) => self.voice.name(&model.agent(agent).name).to_owned(),
            Subject::Organisation => self.voice.word("audit-year-organisation"),
        }
    }

    /// A goal of both years; `None` where there is none.
    #[must_use]
    pub fn goal_sides(self, model: &'a Model, of: &GoalStep) -> BeforeAfter {
        let shown = self.shown_of(model, of.indicator);
        let said = |goal: Option<Goal>| goal.map(|of| shown.condition(of.operator, of.value, of.upper));
        (said(of.before), said(of.after))
    }

    /// The parts of the policy that differ, in words, each once; bands are one of them.
    #[must_use]
    pub fn policy_topics(self, of: &RulesStep) -> String {
        let mut topics: Vec<String> =
            of.difference.policy.iter().map(|setting| setting_words(self.voice, *setting)).collect();
        topics.extend(of.difference.bands.then(|| self.voice.word("policy-bands")));
        topics.dedup();
        self.voice.list(&topics.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// From which scheme to which, and for how many months.
    #[must_use]
    pub fn step(self, model: &'a Model, of: &RulesStep) -> String {
        let name = |ix| self.voice.name(&model.scheme(ix).name);
        self.voice.say(
            "audit-year-step",
            &[
                ("before", name(of.before).into()),
                ("after", name(of.after).into()),
                ("months", of.months.into()),
                ("n", of.difference.items.len().into()),
            ],
        )
    }

    /// The main numbers of the figures of a year by both rules, or why there are none.
    #[must_use]
    pub fn crossed(self, of: &Crossed) -> String {
        let figures = of.figures.to_string();
        match &of.summary {
            Ok(found) => self.crossed_summary(&figures, found),
            Err(shortfall) => {
                let reason = self.shortfall(*shortfall);
                let arguments = [("figures", (&figures).into()), ("reason", (&reason).into())];
                self.voice.say("audit-year-not-crossed", &arguments)
            }
        }
    }

    fn crossed_summary(self, figures: &str, of: &CrossedSummary) -> String {
        let unknown = || self.voice.word("audit-year-no-spread");
        let rho = of.spearman.map_or_else(unknown, |rho| match of.interval {
            Some((low, high)) => format!("{} [{}, {}]", number(rho, 2), number(low, 2), number(high, 2)),
            None => number(rho, 2),
        });
        let tau = of.kendall.map_or_else(unknown, |tau| number(tau, 2));
        let (then, now) = (points(of.means.0), points(of.means.1));
        let mean = number(of.mean_shift, 1);
        let main = self.voice.say(
            "audit-year-crossed",
            &[
                ("figures", figures.into()),
                ("n", of.n.into()),
                ("rho", (&rho).into()),
                ("tau", (&tau).into()),
                ("bands", of.bands.into()),
                ("mean", (&mean).into()),
                ("most", (of.max_shift as usize).into()),
                ("then", (&then).into()),
                ("now", (&now).into()),
            ],
        );
        let mut parts = vec![main];
        if of.only != (0, 0) {
            let arguments = [("then", of.only.0.into()), ("now", of.only.1.into())];
            parts.push(self.voice.say("audit-year-only", &arguments));
        }
        if of.available.0.min(of.available.1) < COMPLETE {
            let percent = |weight: f64| format!("{}%", number(weight, 1));
            let (then, now) = (percent(of.available.0), percent(of.available.1));
            let arguments = [("then", (&then).into()), ("now", (&now).into())];
            parts.push(self.voice.say("audit-year-available", &arguments));
        }
        self.voice.sentences(&parts.into_iter().map(Into::into).collect::<Vec<_>>())
    }

    /// A person's places and scores by both rules.
    #[must_use]
    pub fn mover(self, model: &'a Model, of: &Crossing) -> String {
        let score = |total: Option<f64>| total.map(points).unwrap_or_default();
        let (then, now) = (score(of.totals.0), score(of.totals.1));
        let (before, after) = of.ranks.unwrap_or_default();
        self.voice.say(
            "audit-year-mover",
            &[
                ("name", self.voice.name(&model.agent(of.agent).name).into()),
                ("before", (before as usize).into()),
                ("after", (after as usize).into()),
                ("then", (&then).into()),
                ("now", (&now).into()),
            ],
        )
    }

    /// What the change of the mean score comes from, or why that is not told.
    #[must_use]
    pub fn split(self, of: &Result<Split, Shortfall>) -> String {
        let of = match of {
            Ok(of) => of,
            Err(shortfall) => {
                let reason = self.shortfall(*shortfall);
                return self.voice.say("audit-year-not-split", &[("reason", (&reason).into())]);
            }
        };
        let by = |value: f64| signed(value, 2);
        let (then, now) = (points(of.means.0), points(of.means.1));
        let (whole, change) = (by(of.whole()), by(of.change()));
        let (people, yardstick, others) = (by(of.people), by(of.yardstick), by(of.others));
        self.voice.say(
            "audit-year-split",
            &[
                ("then", (&then).into()),
                ("now", (&now).into()),
                ("whole", (&whole).into()),
                ("n", of.n.into()),
                ("change", (&change).into()),
                ("people", (&people).into()),
                ("yardstick", (&yardstick).into()),
                ("others", (&others).into()),
            ],
        )
    }

    /// The months of both years, where one has fewer.
    #[must_use]
    pub fn months(self, of: &YearOnYear) -> Option<String> {
        let before = of.before.to_string();
        let arguments =
            [("before", (&before).into()), ("then", of.months.0.into()), ("now", of.months.1.into())];
        (of.months.0 != of.months.1 && of.months.0 > 0)
            .then(|| self.voice.say("audit-year-months", &arguments))
    }

    /// Everything, in lines: first what changed, then what that does.
    #[must_use]
    pub(super) fn year(self, model: &'a Model, of: &YearOnYear) -> Vec<String> {
        let before = of.before.to_string();
        let mut lines: Vec<String> = self.months(of).into_iter().collect();
        match &of.rules {
            Err(shortfall) => lines.push(self.shortfall(*shortfall)),
            Ok(steps) if steps.is_empty() => {
                lines.push(self.voice.say("audit-year-unchanged", &[("before", (&before).into())]));
            }
            Ok(steps) => steps.iter().for_each(|step| self.rules(model, step, &mut lines)),
        }
        for step in &of.goals {
            let whose = self.goal_subject(model, step);
            let name = self.voice.name(&model.indicator(step.indicator).name);
            let what = format!("{whose} · {name}");
            let none = || Some(self.voice.word("audit-year-no-goal"));
            let (before, after) = self.goal_sides(model, step);
            lines.push(self.sides(
                "audit-year-goal",
                &what,
                None,
                (before.or_else(none), after.or_else(none)),
            ));
        }
        for crossed in [&of.now, &of.then] {
            lines.push(self.crossed(crossed));
            let movers = crossed.summary.iter().flat_map(|of| &of.movers);
            lines.extend(movers.filter_map(|at| crossed.units.get(*at)).map(|unit| self.mover(model, unit)));
        }
        lines.push(self.split(&of.split));
        lines
    }

    fn rules(self, model: &'a Model, step: &RulesStep, lines: &mut Vec<String>) {
        lines.push(self.step(model, step));
        for item in &step.difference.items {
            let name = self.voice.name(&model.indicator(item.indicator).name);
            let sides = self.item_sides(model, item);
            lines.push(self.sides("audit-year-item", name, Some(&self.aspects(item)), sides));
        }
        let topics = self.policy_topics(step);
        if !topics.is_empty() {
            lines.push(self.voice.say("audit-year-policy", &[("list", (&topics).into())]));
        }
    }

    fn sides(self, key: &str, what: &str, kinds: Option<&str>, (before, after): BeforeAfter) -> String {
        let absent = || self.voice.word("change-absent");
        let (before, after) = (before.unwrap_or_else(absent), after.unwrap_or_else(absent));
        let arguments = [
            ("what", what.into()),
            ("kinds", kinds.unwrap_or_default().into()),
            ("before", (&before).into()),
            ("after", (&after).into()),
        ];
        self.voice.say(key, &arguments)
    }
}

/// Weight in percent from which values are as good as complete.
const COMPLETE: f64 = 99.5;

/// A limit in force and one as shown: shares in percent.
#[must_use]
pub fn limit_value(of: crate::model::Limit, value: f64) -> String {
    match of.is_share() {
        true => format!("{}%", short_number(value * 100.0, 1)),
        false => short_number(value, 3),
    }
}
