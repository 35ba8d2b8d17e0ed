//! Each thing of an audit in words.

use super::year::limit_value;
use super::{Audited, Told};
use crate::audit::{Action, BoundaryKind, Check, Finding, Flag, Item, Measure, Section, Statistic, Verdict};
use crate::model::{Limit, LimitOrigin, Text};
use crate::report::{Shown, Voice, number, short_number};
use crate::stats::Interval;

/// Words about one system.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The language.
    pub voice: Voice<'a>,
    /// What they are about.
    pub told: &'a Told<'a>,
}

/// What was audited, when and with what seed.
pub(super) fn title(audited: &Audited<'_>, voice: Voice<'_>) -> String {
    match audited.year {
        Some(year) => voice.say("audit-title-year", &[("year", (&year.to_string()).into())]),
        None => voice.word("audit-title-table"),
    }
}

impl Words<'_> {
    fn word(self, group: &str, key: &str) -> String {
        self.voice.word(&format!("audit-{group}-{key}"))
    }

    fn name(self, names: &[Text], at: usize) -> String {
        names.get(at).map(|text| self.voice.name(text).to_owned()).unwrap_or_default()
    }

    /// The verdict.
    #[must_use]
    pub fn verdict(self, verdict: Verdict) -> String {
        self.word("verdict", verdict.key())
    }

    /// The name of a section.
    #[must_use]
    pub fn section(self, section: Section) -> String {
        self.word("section", section.key())
    }

    /// How many of what, and the seed.
    #[must_use]
    pub fn size(self) -> String {
        let report = self.told.report;
        let seed = report.seed.to_string();
        self.voice.say(
            "audit-size",
            &[
                ("units", report.units.len().into()),
                ("indicators", report.columns.len().into()),
                ("seed", (&seed).into()),
            ],
        )
    }

    /// The number and name of a check.
    #[must_use]
    pub fn row(self, check: &Check) -> String {
        format!("{} {}", check.row.number(), self.word("row", check.row.key()))
    }

    /// Verdict, statistics, number and limits of a check.
    #[must_use]
    pub fn check(self, check: &Check) -> String {
        let mut parts = vec![self.verdict(check.verdict)];
        if let Some(lack) = check.lack {
            let arguments = [("n", check.n.into()), ("needed", check.needed.into())];
            parts.push(self.voice.say(&format!("audit-lack-{}", lack.key()), &arguments));
        } else {
            parts.extend(check.statistics.iter().map(|statistic| self.statistic(statistic)));
            parts.push(format!("N = {}", check.n));
        }
        if !check.limits.is_empty() {
            let limits: Vec<String> = check.limits.iter().map(|limit| self.limit(*limit)).collect();
            parts.push(self.voice.say("audit-limits", &[("list", (&limits.join(" · ")).into())]));
        }
        parts.join(" · ")
    }

    /// A limit with its value and whose it is.
    #[must_use]
    pub fn limit(self, limit: Limit) -> String {
        let limits = &self.told.report.limits;
        let origin = match (limits.differs(limit), limit.origin()) {
            (true, _) => "set",
            (false, LimitOrigin::Convention) => "convention",
            (false, LimitOrigin::Ours) => "ours",
        };
        let name = self.voice.word(&format!("audited-limit-{}", limit.key()));
        let (value, origin) = (limit_value(limit, limits.get(limit)), self.word("origin", origin));
        let arguments = [("name", (&name).into()), ("value", (&value).into()), ("origin", (&origin).into())];
        self.voice.say("audit-limit-of", &arguments)
    }

    /// A number with its interval and cases.
    #[must_use]
    pub fn statistic(self, of: &Statistic) -> String {
        let name = self.word("measure", of.measure.key());
        let ends = of.interval.map(|Interval { lower, upper }| {
            format!(" [{}, {}]", shown(of.measure, lower), shown(of.measure, upper))
        });
        let n = of.n.map(|n| format!(" (n {n})")).unwrap_or_default();
        format!("{name} {}{}{n}", shown(of.measure, of.value), ends.unwrap_or_default())
    }

    /// What a flag is about.
    #[must_use]
    pub fn item(self, item: &Item) -> String {
        let names = &self.told.names;
        let two = |list: &[Text], a, b| {
            let (one, other) = (self.name(list, a), self.name(list, b));
            self.voice.say("audit-item-pair", &[("one", (&one).into()), ("other", (&other).into())])
        };
        match item {
            Item::Whole => self.word("item", "whole"),
            Item::Column(at) => self.name(&names.columns, *at),
            Item::Pair(a, b) => two(&names.columns, *a, *b),
            Item::Group(at) => self.name(&names.groups, *at),
            Item::Groups(a, b) => two(&names.groups, *a, *b),
            Item::Unit(at) => self.name(&names.units, *at),
            Item::Month(month) => month.to_string(),
            Item::Threshold(at, value) => {
                let name = self.name(&names.columns, *at);
                let value = self.value(*at, *value);
                let arguments = [("indicator", (&name).into()), ("value", (&value).into())];
                self.voice.say("audit-item-threshold", &arguments)
            }
            Item::Boundary(at) => {
                let kind = match self.told.report.boundaries.get(*at).map(|boundary| boundary.kind) {
                    Some(BoundaryKind::Title) => "title",
                    Some(BoundaryKind::Bonus) => "bonus",
                    _ => "band",
                };
                let name = self.name(&names.boundaries, *at);
                self.voice.say(&format!("audit-item-{kind}"), &[("name", (&name).into())])
            }
            Item::Named(key) => self.word("named", key),
        }
    }

    /// What is wrong.
    #[must_use]
    pub fn finding(self, finding: Finding) -> String {
        self.word("finding", finding.key())
    }

    /// A value of an indicator in its unit; of a table from elsewhere as it stands there.
    #[must_use]
    pub fn value(self, column: usize, value: f64) -> String {
        let indicator = self.told.model.and_then(|model| {
            let ix = model.find_indicator(self.told.report.columns.get(column)?)?;
            Some((model, model.indicator(ix).precision))
        });
        match indicator {
            Some((model, precision)) => {
                let currency = &model.organisation.currency;
                Shown { precision, language: self.voice.language, currency }.limit(value)
            }
            None => short_number(value, 4),
        }
    }

    /// An action as the text of a recommendation: indicator, evidence, remedy.
    #[must_use]
    pub fn recommendation(self, action: &Action) -> String {
        let (item, finding) = (self.item(&action.flag.item), self.finding(action.flag.finding));
        let (evidence, remedy) =
            (self.statistic(&action.flag.evidence), self.word("remedy", action.remedy.key()));
        let arguments = [
            ("item", (&item).into()),
            ("finding", (&finding).into()),
            ("evidence", (&evidence).into()),
            ("remedy", (&remedy).into()),
        ];
        self.voice.say("audit-follow-text", &arguments)
    }

    /// A flag in one line.
    #[must_use]
    pub fn flag(self, flag: &Flag) -> String {
        let severity = self.word("severity", flag.severity.key());
        let (item, finding) = (self.item(&flag.item), self.word("finding", flag.finding.key()));
        let evidence = self.statistic(&flag.evidence);
        let arguments = [
            ("severity", (&severity).into()),
            ("item", (&item).into()),
            ("finding", (&finding).into()),
            ("evidence", (&evidence).into()),
        ];
        self.voice.say("audit-flag", &arguments)
    }

    /// An action: indicator, evidence, remedy, what it does to ranks.
    #[must_use]
    pub fn action(self, action: &Action) -> String {
        let (item, finding) = (self.item(&action.flag.item), self.word("finding", action.flag.finding.key()));
        let (evidence, remedy) =
            (self.statistic(&action.flag.evidence), self.word("remedy", action.remedy.key()));
        let effect = match action.effect {
            Some((mean, most)) => {
                let mean = number(mean, 1);
                self.voice.say("audit-effect", &[("mean", (&mean).into()), ("most", (most as usize).into())])
            }
            None => self.voice.word("audit-no-effect"),
        };
        let arguments = [
            ("item", (&item).into()),
            ("finding", (&finding).into()),
            ("evidence", (&evidence).into()),
            ("remedy", (&remedy).into()),
            ("effect", (&effect).into()),
        ];
        self.voice.say("audit-action", &arguments)
    }
}

/// A score or a part of one, in points.
pub(super) fn points(value: f64) -> String {
    number(value, 2)
}

/// A number of an audit as it is read: shares in per cent, the rest with digits that mean something.
fn shown(measure: Measure, value: f64) -> String {
    if value.is_infinite() {
        return "∞".to_owned();
    }
    match measure {
        Measure::Share
        | Measure::Mode
        | Measure::Distinct
        | Measure::FirstComponent
        | Measure::Weight
        | Measure::Influence
        | Measure::Gap
        | Measure::Narrow
        | Measure::ChanceShare
        | Measure::Ceiling
        | Measure::Floor
        | Measure::HitRate
        | Measure::Excess
        | Measure::Placebo
        | Measure::FewCases
        | Measure::Believed => format!("{}%", number(value * 100.0, 1)),
        Measure::Pulled
        | Measure::Far
        | Measure::Components
        | Measure::MaxShift
        | Measure::Crossing
        | Measure::Beyond => number(value, 0),
        // Beyond a hundred the digits of an inflation say nothing.
        Measure::Inflation if value > 100.0 => "> 100".to_owned(),
        Measure::Inflation => number(value, 1),
        Measure::Chance if value > 0.0 && value < 0.0005 => "< 0.001".to_owned(),
        Measure::Chance => number(value, 3),
        _ => number(value, 2),
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::{Again, Finding, Lack, Measure, Remedy, Row, Section, Severity, Verdict};
    use crate::model::RecommendationStatus;

    #[test]
    fn every_key_has_words_in_both_languages() {
        let of = |group: &str, keys: Vec<&'static str>| {
            keys.into_iter().map(|key| format!("\naudit-{group}-{key} = ")).collect::<Vec<_>>()
        };
        let all = [
            of("row", Row::ALL.iter().map(|of| of.key()).collect()),
            of("section", Section::ALL.iter().map(|of| of.key()).collect()),
            of("verdict", Verdict::ALL.iter().map(|of| of.key()).collect()),
            of("severity", Severity::ALL.iter().map(|of| of.key()).collect()),
            of("lack", Lack::ALL.iter().map(|of| of.key()).collect()),
            of("measure", Measure::ALL.iter().map(|of| of.key()).collect()),
            of("finding", Finding::ALL.iter().map(|of| of.key()).collect()),
            of("follow-again", Again::ALL.iter().map(|of| of.key()).collect()),
            of("follow-status", RecommendationStatus::ALL.iter().map(|of| of.key()).collect()),
            of("remedy", Remedy::ALL.iter().map(|of| of.key()).collect()),
        ];
        for text in
            [include_str!("../../templates/texts/en.ftl"), include_str!("../../templates/texts/zh-CN.ftl")]
        {
            let missing: Vec<&String> = all.iter().flatten().filter(|key| !text.contains(*key)).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    }
}
