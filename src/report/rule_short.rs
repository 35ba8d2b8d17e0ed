//! A scoring rule in a few signs, for a row of a derivation; its sentence stands on the page of the scheme.

use super::agent_words::AgentWords;
use super::format::{Shown, short_number};
use crate::model::{Direction, Indicator, IndicatorIx, Language, Organisation, Rule};
use crate::score::{AppliedRule, ItemResult, RuleChoice};

/// The words of the rules met so far in one language: a rule is the same from month to month.
#[derive(Debug, Default)]
pub(super) struct RuleWords(Vec<(IndicatorIx, AppliedRule, String)>);

impl RuleWords {
    /// The words of the rule that was applied to `item`.
    pub(super) fn of(
        &mut self,
        item: &ItemResult,
        indicator: &Indicator,
        shown: Shown<'_>,
        organisation: &Organisation,
        words: &AgentWords,
    ) -> &str {
        let known =
            |(of, rule, _): &(IndicatorIx, AppliedRule, String)| *of == item.indicator && *rule == item.rule;
        let at = self.0.iter().position(known).unwrap_or_else(|| {
            let text = rule_short(&item.rule, indicator.direction, shown, organisation, words);
            self.0.push((item.indicator, item.rule.clone(), text));
            self.0.len() - 1
        });
        self.0.get(at).map_or("", |(_, _, text)| text)
    }
}

/// The rule with the reason for its choice where it is not the one for everyone: `70% → 95% · junior`.
fn rule_short(
    applied: &AppliedRule,
    direction: Direction,
    shown: Shown<'_>,
    organisation: &Organisation,
    words: &AgentWords,
) -> String {
    let mut text = bare_rule(&applied.rule, direction, shown, words);
    if let Some(choice) = choice(applied.choice, shown.language, organisation, words) {
        text.push_str(" · ");
        text.push_str(&choice);
    }
    text
}

/// Whose rule it is, if not everyone's.
fn choice(
    choice: RuleChoice,
    language: Language,
    organisation: &Organisation,
    words: &AgentWords,
) -> Option<String> {
    match choice {
        RuleChoice::Standard => None,
        RuleChoice::Level(level) => {
            organisation.levels.get(level.at()).map(|level| level.name.get(language).to_owned())
        }
        RuleChoice::Newcomer { through } => Some(words.rule_newcomer.fill(&[&through.to_string()])),
    }
}

/// From the value that earns nothing to the value that earns everything, or the condition.
fn bare_rule(rule: &Rule, direction: Direction, shown: Shown<'_>, words: &AgentWords) -> String {
    let limit = |value: f64| shown.limit(value);
    match rule {
        Rule::Linear { zero, full } => [limit(*zero).as_str(), " → ", &limit(*full)].concat(),
        Rule::Attainment { target } if direction == Direction::Down => format!("{} ÷ x", limit(*target)),
        Rule::Attainment { target } => format!("x ÷ {}", limit(*target)),
        Rule::Steps(steps) => words.rule_steps.fill(&[&steps.len().to_string()]),
        Rule::Piecewise(knots) => words.rule_curve.fill(&[&knots.len().to_string()]),
        Rule::Deduction { full, per, points, .. } => {
            words.rule_deduction.fill(&[&limit(*full), &short_number(*points, 2), &limit(*per)])
        }
        Rule::AllOrNothing { operator, target, upper } => shown.condition(*operator, *target, *upper),
        Rule::Range { low, high, .. } => format!("{} – {}", limit(*low), limit(*high)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Precision, Unit};
    use crate::report::voice::Voice;
    use crate::view::Texts;

    #[test]
    fn a_straight_line_names_its_ends() {
        let texts = Texts::new().unwrap();
        let words = AgentWords::new(Voice::new(&texts, Language::En));
        let precision = Precision { unit: Unit::Percent, decimals: 1 };
        let shown = Shown { precision, language: Language::En, currency: "CNY" };
        let short = |rule| bare_rule(&rule, Direction::Up, shown, &words);
        assert_eq!(short(Rule::Linear { zero: 0.7, full: 0.95 }), "70% → 95%");
        assert_eq!(short(Rule::Attainment { target: 0.9 }), "x ÷ 90%");
    }
}
