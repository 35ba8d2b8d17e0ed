//! Edits of the catalogue, the organisation and the incentives.

use super::Place;
use super::edit::{Amount, Edit, EditKind, Named};
use super::edits_scheme::settings;
use super::side::Side;
use crate::model::{Dimension, EventType, GateKind, Id, Incentive, Indicator, Model};

/// Indicators, settings and incentives that are new, gone or other than before.
#[must_use]
pub(super) fn edits(base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let mut edits = indicators(base, head);
    let (was, is) = (organisation(&base.evaluation.model), organisation(&head.evaluation.model));
    for (before, after) in settings(&was, &is).into_iter().chain(lists(base, head)) {
        let edit = Edit::new(EditKind::OrganisationChanged);
        edits.push(Edit { before: before.map(Amount::Words), after: after.map(Amount::Words), ..edit });
    }
    edits.extend(incentives(base, head));
    edits
}

fn indicators(base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let (was, is) = (&base.evaluation.model, &head.evaluation.model);
    let edit = |kind, indicator: &Indicator, side| Edit {
        what: Some(Named::new(&indicator.id, &indicator.name)),
        place: Place::of(side, indicator.span),
        ..Edit::new(kind)
    };
    let mut edits = Vec::new();
    for indicator in &is.indicators {
        match was.find_indicator(indicator.id.as_str()).map(|ix| was.indicator(ix)) {
            None => edits.push(edit(EditKind::IndicatorAdded, indicator, head)),
            Some(before) => {
                let differing = settings(&facts(was, before), &facts(is, indicator));
                edits.extend(differing.into_iter().map(|(before, after)| Edit {
                    before: before.map(Amount::Words),
                    after: after.map(Amount::Words),
                    ..edit(EditKind::IndicatorChanged, indicator, head)
                }));
            }
        }
    }
    let gone = was.indicators.iter().filter(|indicator| is.find_indicator(indicator.id.as_str()).is_none());
    edits.extend(gone.map(|indicator| edit(EditKind::IndicatorRemoved, indicator, base)));
    edits
}

/// What of an indicator acts on values and scores, as `field: value`.
fn facts(model: &Model, indicator: &Indicator) -> Vec<String> {
    let dimension = model.organisation.dimensions.get(indicator.dimension.at());
    let word = |debug: String| debug.to_lowercase();
    vec![
        format!("dimension: {}", dimension.map_or("–", |dimension| dimension.id.as_str())),
        format!("measure: {}", measure(model, indicator)),
        word(format!("unit: {:?}", indicator.precision.unit)),
        format!("decimals: {}", indicator.precision.decimals),
        word(format!("direction: {:?}", indicator.direction)),
        format!("valid: {} – {}", indicator.valid.0, indicator.valid.1),
        format!("minimum: {}", indicator.minimum()),
        format!("context_only: {}", indicator.context_only),
        word(format!("control: {:?}", indicator.control)),
        word(format!("source: {:?}", indicator.source)),
        format!("definition: {}", indicator.definition.zh),
    ]
}

/// The kind of the measure and its limit, without the words for its counts.
fn measure(model: &Model, indicator: &Indicator) -> String {
    use crate::model::Measure::{Amount, Composite, Count, Mean, Nps, Quotient, Share, State};
    match &indicator.measure {
        Share { within_seconds: Some(limit), .. } => format!("share within {limit} s"),
        Share { .. } => "share".to_owned(),
        Mean { .. } => "mean".to_owned(),
        Quotient { .. } => "quotient".to_owned(),
        Count { .. } => "count".to_owned(),
        Amount { .. } => "amount".to_owned(),
        Nps => "nps".to_owned(),
        State { .. } => "state".to_owned(),
        Composite(of) => {
            let part = |part: &crate::model::CompositePart| {
                format!("{} {} {:?}", model.indicator(part.indicator).id, part.weight, part.rule)
            };
            let parts: Vec<String> = of.parts.iter().map(part).collect();
            format!("composite: {} (at least {})", parts.join(", "), of.minimum_weight)
        }
    }
}

/// Settings of the organisation that act on results, as `field: value`.
fn organisation(model: &Model) -> Vec<String> {
    let o = &model.organisation;
    let ids = |list: Vec<&str>| list.join(", ");
    let gate = |kind: &GateKind| format!("review: {}: {}", kind.key(), o.gates.decision(*kind).text());
    let mut settings: Vec<String> = GateKind::ALL.iter().map(gate).collect();
    settings.extend([
        format!("review: score_points: {}", o.gates.score_points),
        format!("fiscal_year_start: {}", o.fiscal_start),
        format!("grace_days: {}", o.grace_days),
        format!("score_decimals: {}", o.score_decimals),
        format!("currency: {}", o.currency),
        format!("as_of: {}", o.as_of.map_or_else(|| "–".to_owned(), |day| day.to_string())),
        format!("channels: {}", ids(o.channels.iter().map(|term| term.id.as_str()).collect())),
        format!("levels: {}", ids(o.levels.iter().map(|term| term.id.as_str()).collect())),
    ]);
    settings
}

/// Entries of the organisation's lists that are new, gone or other than before.
fn lists(base: Side<'_>, head: Side<'_>) -> Vec<(Option<String>, Option<String>)> {
    let organisation = |side: Side<'_>| {
        let o = &side.evaluation.model.organisation;
        let dimension = |d: &Dimension| {
            let core = if d.core { ", core" } else { "" };
            (d.id.clone(), format!("dimension: {}: {}{core}", d.id, d.nature.key()))
        };
        let event = |t: &EventType| {
            let points = t.points.map_or_else(|| "–".to_owned(), |points| points.to_string());
            (
                t.id.clone(),
                format!("event type: {}: {} {points} ≤ {}", t.id, t.nature.key(), t.points_at_most),
            )
        };
        let dimensions: Vec<(Id, String)> = o.dimensions.iter().map(dimension).collect();
        (dimensions, o.event_types.iter().map(event).collect::<Vec<_>>())
    };
    let ((dimensions, events), (dimensions_now, events_now)) = (organisation(base), organisation(head));
    let mut pairs = entries(&dimensions, &dimensions_now);
    pairs.extend(entries(&events, &events_now));
    pairs
}

/// Entries with the same id that differ, and those that stand on one side only.
fn entries(was: &[(Id, String)], is: &[(Id, String)]) -> Vec<(Option<String>, Option<String>)> {
    let of = |list: &[(Id, String)], id: &Id| {
        list.iter().find(|(known, _)| known == id).map(|(_, text)| text.clone())
    };
    let kept = is.iter().map(|(id, text)| (of(was, id), Some(text.clone())));
    let gone = was.iter().filter(|(id, _)| of(is, id).is_none()).map(|(_, text)| (Some(text.clone()), None));
    kept.chain(gone).filter(|(before, after)| before != after).collect()
}

fn incentives(base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let (was, is) = (&base.evaluation.model, &head.evaluation.model);
    let edit = |kind, incentive: &Incentive, side| Edit {
        who: Some(Named::new(&incentive.id, &incentive.name)),
        place: Place::of(side, incentive.span),
        ..Edit::new(kind)
    };
    // Numbers of agents and teams differ between the states, so a rule is compared only where they do not.
    let same_numbers = was.agents.iter().map(|a| &a.id).eq(is.agents.iter().map(|a| &a.id))
        && was.teams.iter().map(|t| &t.id).eq(is.teams.iter().map(|t| &t.id))
        && was.indicators.iter().map(|i| &i.id).eq(is.indicators.iter().map(|i| &i.id));
    let mut edits = Vec::new();
    for incentive in &is.incentives {
        match was.find_incentive(incentive.id.as_str()).map(|ix| was.incentive(ix)) {
            None => edits.push(edit(EditKind::IncentiveAdded, incentive, head)),
            Some(before) => {
                let frame = |one: &Incentive| (one.period, one.from, one.to);
                let rules = same_numbers
                    && (&before.rule, &before.eligible) != (&incentive.rule, &incentive.eligible);
                if frame(before) != frame(incentive) || rules {
                    edits.push(edit(EditKind::IncentiveChanged, incentive, head));
                }
            }
        }
    }
    let gone = was.incentives.iter().filter(|incentive| is.find_incentive(incentive.id.as_str()).is_none());
    edits.extend(gone.map(|incentive| edit(EditKind::IncentiveRemoved, incentive, base)));
    edits
}
