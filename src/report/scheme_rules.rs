//! How one indicator of a scheme is scored: sentence, facts, curve and tables.

use super::figure::{Saying, drawn, figure};
use super::format::{Shown, number, short_number};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, rule_words};
use crate::chart::ScoringRule;
use crate::model::{Indicator, Item, Language, Rule, Whose};
use crate::view::{Cell, Column, Fact, Figure, Row, RuleCard, Table};

/// The card of `item`.
pub(super) fn rule_card(reporter: &Reporter<'_>, language: Language, item: &Item) -> RuleCard {
    let voice = reporter.voice(language);
    let indicator = reporter.evaluation.model.indicator(item.indicator);
    let shown = reporter.shown(indicator.precision, language);
    let id = indicator.id.as_str();
    RuleCard {
        anchor: format!("rule-{id}"),
        title: voice.name(&indicator.name).to_owned(),
        href: address::indicator(id),
        sentence: rule_words::sentence(voice, shown, indicator, &item.rule),
        facts: facts(voice, indicator, item),
        curve: curve(voice, shown, indicator, &item.rule, &format!("curve-{id}")),
        steps: tiers(reporter, voice, shown, item).or_else(|| steps(voice, shown, indicator, &item.rule)),
    }
}

fn facts(voice: Voice<'_>, indicator: &Indicator, item: &Item) -> Vec<Fact> {
    let minimum = item.minimum.unwrap_or_else(|| indicator.minimum());
    let mut facts = vec![Fact::new(voice.word("weight"), format!("{}%", short_number(item.weight, 2)))];
    if item.of == Whose::Team {
        facts.push(Fact::new(voice.word("rule-whose"), voice.word("rule-of-teams-led")));
    }
    if minimum > 0.0 {
        let cases = short_number(minimum, 2);
        facts.push(Fact::new(voice.word("rule-minimum"), say!(voice, "rule-minimum-cases", n: &cases)));
    }
    if item.cap != 100.0 || item.floor != 0.0 {
        let (floor, cap) = (short_number(item.floor, 2), short_number(item.cap, 2));
        facts.push(Fact::new(
            voice.word("rule-limits"),
            say!(voice, "rule-floor-cap", floor: &floor, cap: &cap),
        ));
    }
    facts
}

/// The curve from value to points.
pub(super) fn curve(
    voice: Voice<'_>,
    shown: Shown<'_>,
    indicator: &Indicator,
    rule: &Rule,
    anchor: &str,
) -> Option<Figure> {
    let curve = rule_words::corners(rule, indicator);
    let name = voice.name(&indicator.name);
    let (lo, hi) = indicator.valid;
    let drawing = drawn(voice.language, |language| {
        let (voice, shown) = (voice.in_language(language), Shown { language, ..shown });
        let drawing = ScoringRule {
            title: format!("{} {}", voice.name(&indicator.name), shown.unit()).trim_end().to_owned(),
            points_title: voice.word("points"),
            curve: curve.clone(),
            own: None,
            bounds: (lo.is_finite() && hi.is_finite()).then_some((lo, hi)),
        };
        drawing.draw(&|value| shown.limit(value), &|points| number(points, 0))
    });
    if drawing.is_empty() {
        return None;
    }
    let rows = curve.iter().map(|(value, points)| {
        Row::new(vec![Cell::number(shown.limit(*value), *value), Cell::number(number(*points, 1), *points)])
    });
    let columns = vec![Column::number(voice.word("value")), Column::number(voice.word("points"))];
    let mut data = Table::new(say!(voice, "curve-data", indicator: name), columns, rows.collect());
    (data.filter, data.sortable) = (false, false);
    let saying = Saying {
        title: say!(voice, "curve-title", indicator: name, rule: &rule_words::short(voice, shown, rule)),
        subtitle: voice.word("curve-subtitle"),
        label: say!(voice, "curve-label", indicator: name),
        summary: rule_words::sentence(voice, shown, indicator, rule),
    };
    Some(figure(anchor, "scoring", saying, drawing, Some(data)))
}

/// Rules by level, months of service and channel; `None` if one rule holds for all.
fn tiers(reporter: &Reporter<'_>, voice: Voice<'_>, shown: Shown<'_>, item: &Item) -> Option<Table> {
    if item.levels.is_empty() && item.newcomers.is_empty() && item.channels.is_empty() {
        return None;
    }
    let organisation = &reporter.evaluation.model.organisation;
    let indicator = reporter.evaluation.model.indicator(item.indicator);
    let name =
        |list: &[crate::model::Term], at: usize| list.get(at).map_or("", |t| voice.name(&t.name)).to_owned();
    let row = |whom: String, rule: &Rule| {
        let short = rule_words::short(voice, shown, rule);
        Row::new(vec![
            Cell::text(whom),
            Cell::text(short),
            Cell::text(rule_words::sentence(voice, shown, indicator, rule)),
        ])
    };
    let mut rows = vec![row(voice.word("rule-for-all"), &item.rule)];
    rows.extend(item.levels.iter().map(|(level, rule)| {
        row(say!(voice, "rule-for-level", level: &name(&organisation.levels, level.at())), rule)
    }));
    let mut from = 1;
    for step in &item.newcomers {
        let (first, last) = (from.to_string(), step.through.to_string());
        rows.push(row(say!(voice, "rule-for-newcomers", first: &first, last: &last), &step.rule));
        from = step.through + 1;
    }
    rows.extend(item.channels.iter().map(|(channel, rule)| {
        row(say!(voice, "rule-for-channel", channel: &name(&organisation.channels, channel.at())), rule)
    }));
    let columns = vec![
        Column::text(voice.word("rule-whom")),
        Column::text(voice.word("rule")),
        Column::text(voice.word("rule-in-words")).minor(),
    ];
    let caption = say!(voice, "tiers-caption", indicator: voice.name(&indicator.name));
    let mut table = Table::new(caption, columns, rows);
    (table.sortable, table.filter) = (false, false);
    table.notes = vec![voice.word("tiers-note")];
    Some(table)
}

/// The step table of a rule that has one.
fn steps(voice: Voice<'_>, shown: Shown<'_>, indicator: &Indicator, rule: &Rule) -> Option<Table> {
    let Rule::Steps(steps) = rule else { return None };
    let row = |step: &crate::model::Step| {
        Row::new(vec![
            Cell::text(rule_words::interval(voice, shown, step)),
            Cell::number(short_number(step.points, 2), step.points),
        ])
    };
    let columns = vec![Column::text(voice.word("value")), Column::number(voice.word("points"))];
    let caption = say!(voice, "steps-caption", indicator: voice.name(&indicator.name));
    let mut table = Table::new(caption, columns, steps.iter().map(row).collect());
    (table.sortable, table.filter) = (false, false);
    Some(table)
}
