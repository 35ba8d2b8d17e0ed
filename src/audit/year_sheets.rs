//! The tables of a year beside the year before, with ids and keys.

use super::check::{Sheet, Value};
use super::goalpost;
use super::year::{Crossed, YearOnYear};
use crate::compare::{Aspect, ItemDifference};
use crate::model::{Band, Id, Item, Model, Subject};

/// All tables that have rows.
pub(super) fn sheets(model: &Model, of: &YearOnYear) -> Vec<Sheet> {
    let sheet = |name, columns: &[&'static str], rows| Sheet { name, columns: columns.to_vec(), rows };
    let mut all = vec![
        sheet("year-rules", &RULES, rules(model, of)),
        sheet("year-goals", &["subject", "indicator", "goal-before", "goal-after"], goals(model, of)),
        sheet("year-scores", &SCORES, scores(model, &of.now)),
        sheet("year-scores-before", &SCORES, scores(model, &of.then)),
        sheet("year-summary", &SUMMARY, [&of.now, &of.then].into_iter().filter_map(summary).collect()),
        sheet("year-split", &SPLIT, split(of)),
    ];
    all.retain(|sheet| !sheet.rows.is_empty());
    all
}

const RULES: [&str; 9] = [
    "scheme-before",
    "scheme-after",
    "months",
    "what",
    "aspects",
    "weight-before",
    "weight-after",
    "target-before",
    "target-after",
];

fn rules(model: &Model, of: &YearOnYear) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for step in of.rules.iter().flatten() {
        let of_schemes = || {
            let id = |ix| Value::Text(model.scheme(ix).id.to_string());
            vec![id(step.before), id(step.after), step.months.into()]
        };
        for item in &step.difference.items {
            let mut row = of_schemes();
            row.extend(item_cells(model, item));
            rows.push(row);
        }
        let settings =
            step.difference.policy.iter().map(|setting| (format!("policy.{}", setting.name()), "policy"));
        for (what, aspect) in settings.chain(step.difference.bands.then(|| ("bands".to_owned(), "bands"))) {
            let mut row = of_schemes();
            row.extend([Value::Text(what), aspect.into()]);
            row.extend([Value::Nothing, Value::Nothing, Value::Nothing, Value::Nothing]);
            rows.push(row);
        }
    }
    rows
}

fn item_cells(model: &Model, of: &ItemDifference) -> Vec<Value> {
    let indicator = model.indicator(of.indicator);
    let aspects: Vec<&str> = of.aspects.iter().map(|aspect: &Aspect| aspect.key()).collect();
    let weight = |item: &Option<Item>| Value::from(item.as_ref().map(|item| item.weight));
    let target = |item: &Option<Item>| {
        Value::from(item.as_ref().and_then(|item| goalpost::full(&item.rule, indicator.direction)))
    };
    vec![
        Value::Text(indicator.id.to_string()),
        Value::Text(aspects.join(" ")),
        weight(&of.before),
        weight(&of.after),
        target(&of.before),
        target(&of.after),
    ]
}

fn goals(model: &Model, of: &YearOnYear) -> Vec<Vec<Value>> {
    let row = |step: &super::year_rules::GoalStep| {
        let subject = match step.subject {
            Subject::Team(team) => format!("team:{}", model.team(team).id),
            Subject::Agent(agent) => format!("agent:{}", model.agent(agent).id),
            Subject::Organisation => "organisation".to_owned(),
        };
        vec![
            Value::Text(subject),
            Value::Text(model.indicator(step.indicator).id.to_string()),
            step.before.map(|goal| goal.value).into(),
            step.after.map(|goal| goal.value).into(),
        ]
    };
    of.goals.iter().map(row).collect()
}

const SCORES: [&str; 10] = [
    "unit",
    "score-by-before",
    "score-by-after",
    "rank-by-before",
    "rank-by-after",
    "shift",
    "band-by-before",
    "band-by-after",
    "weight-by-before",
    "weight-by-after",
];

fn scores(model: &Model, of: &Crossed) -> Vec<Vec<Value>> {
    let band = |band: &Option<Band>| {
        band.as_ref().map_or(Value::Nothing, |Band { id, .. }: &Band| Value::Text(Id::to_string(id)))
    };
    let rank = |rank: Option<u32>| rank.map_or(Value::Nothing, Value::from);
    let row = |unit: &super::year::Crossing| {
        vec![
            Value::Text(model.agent(unit.agent).id.to_string()),
            unit.totals.0.into(),
            unit.totals.1.into(),
            rank(unit.ranks.map(|ranks| ranks.0)),
            rank(unit.ranks.map(|ranks| ranks.1)),
            rank(unit.shift()),
            band(&unit.bands.0),
            band(&unit.bands.1),
            unit.available.0.into(),
            unit.available.1.into(),
        ]
    };
    of.units.iter().map(row).collect()
}

const SUMMARY: [&str; 13] = [
    "figures",
    "n",
    "only-by-before",
    "only-by-after",
    "spearman",
    "lower",
    "upper",
    "tau",
    "bands",
    "mean-shift",
    "max-shift",
    "mean-by-before",
    "mean-by-after",
];

fn summary(of: &Crossed) -> Option<Vec<Value>> {
    let found = of.summary.as_ref().ok()?;
    Some(vec![
        Value::Text(of.figures.to_string()),
        found.n.into(),
        found.only.0.into(),
        found.only.1.into(),
        found.spearman.into(),
        found.interval.map(|ends| ends.0).into(),
        found.interval.map(|ends| ends.1).into(),
        found.kendall.into(),
        found.bands.into(),
        found.mean_shift.into(),
        found.max_shift.into(),
        found.means.0.into(),
        found.means.1.into(),
    ])
}

const SPLIT: [&str; 6] = ["part", "points", "by-before", "by-after", "n-before", "n-after"];

fn split(of: &YearOnYear) -> Vec<Vec<Value>> {
    let Ok(found) = &of.split else { return Vec::new() };
    let row = |part: &str, points: f64, orders: Option<(f64, f64)>, n: (usize, usize)| {
        let (first, second) = orders.unzip();
        vec![part.into(), points.into(), first.into(), second.into(), n.0.into(), n.1.into()]
    };
    let both = (found.n, found.n);
    vec![
        row("people", found.people, Some(found.people_orders), both),
        row("yardstick", found.yardstick, Some(found.yardstick_orders), both),
        row("change", found.change(), None, both),
        row("others", found.others, None, found.all),
        row("whole", found.whole(), None, found.all),
    ]
}
