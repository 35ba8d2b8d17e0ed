//! Edits of schemes: when they apply, what counts how much, by which rule.

use super::Place;
use super::edit::{Amount, Ease, Edit, EditKind, Named, Stage};
use super::side::Side;
use crate::model::{Indicator, Item, Model, Rule, Scheme, Status};

/// Schemes that are new, gone or other than before, by id.
#[must_use]
pub(super) fn edits(base: Side<'_>, head: Side<'_>) -> Vec<Edit> {
    let (was, is) = (&base.evaluation.model, &head.evaluation.model);
    let mut edits = Vec::new();
    for scheme in &is.schemes {
        match was.find_scheme(scheme.id.as_str()) {
            None => edits.push(edit(EditKind::SchemeAdded, scheme, head, base)),
            Some(before) => {
                let pair = Pair { base, head, before: was.scheme(before), after: scheme };
                pair.frame(&mut edits);
                pair.items(&mut edits);
            }
        }
    }
    let gone = was.schemes.iter().filter(|scheme| is.find_scheme(scheme.id.as_str()).is_none());
    edits.extend(gone.map(|scheme| edit(EditKind::SchemeRemoved, scheme, base, base)));
    edits
}

/// An edit of `scheme`. Its time has begun if the base already had figures of months in which it applies: they have been
/// scored.
fn edit(kind: EditKind, scheme: &Scheme, side: Side<'_>, base: Side<'_>) -> Edit {
    Edit {
        who: Some(Named::new(&scheme.id, &scheme.name)),
        stage: Some(stage(scheme, base)),
        after: Some(Amount::Months(scheme.from, scheme.to)),
        place: Place::of(side, scheme.span),
        ..Edit::new(kind)
    }
}

fn stage(scheme: &Scheme, base: Side<'_>) -> Stage {
    match base.evaluation.last_month() {
        Some(last) if scheme.to.is_some_and(|to| to <= last) => Stage::Over,
        Some(last) if scheme.from <= last => Stage::Running,
        _ => Stage::Ahead,
    }
}

/// One scheme in both states.
struct Pair<'a> {
    base: Side<'a>,
    head: Side<'a>,
    before: &'a Scheme,
    after: &'a Scheme,
}

impl Pair<'_> {
    fn edit(&self, kind: EditKind) -> Edit {
        Edit {
            after: None,
            stage: Some(stage(self.before, self.base)),
            ..edit(kind, self.after, self.head, self.base)
        }
    }

    fn frame(&self, edits: &mut Vec<Edit>) {
        let (was, is) = (self.before, self.after);
        let teams = |scheme: &Scheme, model: &Model| -> Vec<String> {
            let mut ids: Vec<String> =
                scheme.teams.iter().map(|team| model.team(*team).id.to_string()).collect();
            ids.sort_unstable();
            ids
        };
        let (old, new) = (teams(was, &self.base.evaluation.model), teams(is, &self.head.evaluation.model));
        if (was.from, was.to) != (is.from, is.to) {
            let months = |scheme: &Scheme| Some(Amount::Months(scheme.from, scheme.to));
            edits.push(Edit { before: months(was), after: months(is), ..self.edit(EditKind::SchemeTime) });
        }
        if old != new {
            let words = |teams: Vec<String>| Some(Amount::Words(format!("teams: [{}]", teams.join(", "))));
            edits.push(Edit { before: words(old), after: words(new), ..self.edit(EditKind::SchemeTime) });
        }
        for (before, after) in settings(&policy(was), &policy(is)) {
            let edit = self.edit(EditKind::PolicyChanged);
            edits.push(Edit { before: before.map(Amount::Words), after: after.map(Amount::Words), ..edit });
        }
        let bands = |scheme: &Scheme| {
            let one = |band: &crate::model::Band| format!("{}: {}", band.id, band.from);
            scheme.bands.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        if bands(was) != bands(is) {
            let (before, after) = (Some(Amount::Words(bands(was))), Some(Amount::Words(bands(is))));
            edits.push(Edit { before, after, ..self.edit(EditKind::BandsChanged) });
        }
    }

    fn items(&self, edits: &mut Vec<Edit>) {
        let (old, new) = (&self.base.evaluation.model, &self.head.evaluation.model);
        let find = |scheme: &Scheme, model: &Model, id: &str| -> Option<Item> {
            scheme.items.iter().find(|item| model.indicator(item.indicator).id.as_str() == id).cloned()
        };
        for item in &self.after.items {
            let indicator = new.indicator(item.indicator);
            let of = |kind| Edit {
                what: Some(Named::new(&indicator.id, &indicator.name)),
                place: Place::of(self.head, item.span),
                ..self.edit(kind)
            };
            match find(self.before, old, indicator.id.as_str()) {
                None => {
                    edits.push(Edit { after: Some(Amount::Weight(item.weight)), ..of(EditKind::ItemAdded) })
                }
                Some(before) => self.item(&before, item, indicator, of, edits),
            }
        }
        for item in &self.before.items {
            let indicator = old.indicator(item.indicator);
            if find(self.after, new, indicator.id.as_str()).is_none() {
                edits.push(Edit {
                    what: Some(Named::new(&indicator.id, &indicator.name)),
                    before: Some(Amount::Weight(item.weight)),
                    ..self.edit(EditKind::ItemRemoved)
                });
            }
        }
    }

    fn item(
        &self,
        was: &Item,
        is: &Item,
        indicator: &Indicator,
        of: impl Fn(EditKind) -> Edit,
        edits: &mut Vec<Edit>,
    ) {
        if was.weight.total_cmp(&is.weight).is_ne() {
            let (before, after) = (Some(Amount::Weight(was.weight)), Some(Amount::Weight(is.weight)));
            edits.push(Edit { before, after, ..of(EditKind::Weight) });
        }
        let precision = indicator.precision;
        if was.rule != is.rule {
            let rule = |rule: &Rule| Some(Amount::Rule(Box::new(rule.clone()), precision));
            let (before, after) = (rule(&was.rule), rule(&is.rule));
            edits.push(Edit { before, after, ease: ease(&was.rule, &is.rule), ..of(EditKind::RuleChanged) });
        }
        let (old, new) = (self.special(was, self.base), self.special(is, self.head));
        if old != new {
            edits.push(of(EditKind::RuleChanged));
        }
    }

    /// Rules for some levels, newcomers and channels, and the limits of an item, with ids instead of numbers.
    fn special(&self, item: &Item, side: Side<'_>) -> String {
        let organisation = &side.evaluation.model.organisation;
        let level = |at: usize| organisation.levels.get(at).map(|level| level.id.as_str());
        let channel = |at: usize| organisation.channels.get(at).map(|channel| channel.id.as_str());
        let mut rules: Vec<(Option<&str>, &Rule)> =
            item.levels.iter().map(|(ix, rule)| (level(ix.at()), rule)).collect();
        rules.extend(item.channels.iter().map(|(ix, rule)| (channel(ix.at()), rule)));
        rules.sort_by_key(|(id, _)| *id);
        format!("{rules:?}{:?}{:?}{}{}{:?}", item.of, item.newcomers, item.cap, item.floor, item.minimum)
    }
}

/// The policy as one `field: value` each.
fn policy(scheme: &Scheme) -> Vec<String> {
    let p = &scheme.policy;
    vec![
        format!("for: {:?}", scheme.role).to_lowercase(),
        format!("status: {}", status(&scheme.status)),
        format!("missing: {:?}", p.missing).to_lowercase(),
        format!("minimum_weight: {}", p.minimum_weight),
        format!("pool_months: {}", p.pool_months),
        format!("minimum_days: {}", p.minimum_days),
        format!("minimum_presence: {}", p.minimum_presence),
        format!("observed_months: {}", p.observed_months),
        format!("minimum_segment_days: {}", p.minimum_segment_days),
        format!("minimum_peers: {}", p.minimum_peers),
        format!("rank_weight: {}", p.rank_weight),
        format!("longer: {:?}", p.longer).to_lowercase(),
        format!("cap: {}", p.cap),
        p.events.map_or_else(
            || "events: –".to_owned(),
            |e| format!("events: +{} −{}", e.most_added, e.most_deducted),
        ),
        format!("appeal_days: {}", p.appeal_days),
        format!("appeal_decision_days: {}", p.appeal_decision_days),
    ]
}

/// In force, or a pilot or draft beside what is in force.
fn status(status: &Status) -> &'static str {
    match status {
        Status::InForce => "in force",
        Status::Pilot => "pilot",
        Status::Draft => "draft",
    }
}

/// Pairs of settings that differ.
pub(super) fn settings(was: &[String], is: &[String]) -> Vec<(Option<String>, Option<String>)> {
    let pairs = was.iter().zip(is).filter(|(was, is)| was != is);
    pairs.map(|(was, is)| (Some(was.clone()), Some(is.clone()))).collect()
}

/// Whether a straight-line rule became easier: both anchors moved towards what is easy to reach, or one did.
fn ease(was: &Rule, is: &Rule) -> Option<Ease> {
    let (Rule::Linear { zero, full }, Rule::Linear { zero: new_zero, full: new_full }) = (was, is) else {
        return None;
    };
    let up = full > zero;
    if up != (new_full > new_zero) {
        return None;
    }
    let sign = if up { 1.0 } else { -1.0 };
    let (by_zero, by_full) = (sign * (new_zero - zero), sign * (new_full - full));
    match (by_zero <= 0.0 && by_full <= 0.0, by_zero >= 0.0 && by_full >= 0.0) {
        (true, false) => Some(Ease::Easier),
        (false, true) => Some(Ease::Harder),
        _ => None,
    }
}
