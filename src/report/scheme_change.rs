//! What changed against the scheme before, or differs between any two: indicators that came or went, weights, rules with
//! their targets, tiers, limits, policies, bands, scope.

use super::format::{Shown, short_number, signed};
use super::goalpost::Goalpost;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, policy_words, rule_words, scheme};
use crate::compare::{Aspect, ItemDifference, Setting, scheme_difference};
use crate::model::{Item, Language, Role, Scheme, SchemeIx, Status};
use crate::view::{Cell, Column, Row, Table};

/// One thing that differs between two schemes.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Id of the indicator; of other things their kind: `policy`, `bands`, `scope`.
    pub id: String,
    /// What it is, in words.
    pub what: String,
    /// Where it leads, relative to the folder of the language.
    pub href: Option<String>,
    /// In the first scheme, in words; `None` if it is not there.
    pub before: Option<String>,
    /// In the second scheme.
    pub after: Option<String>,
    /// Weights in percent.
    pub weights: (Option<f64>, Option<f64>),
    /// Values that earn full points, in kept units, where the rules have one.
    pub targets: (Option<f64>, Option<f64>),
    /// What differs: `missing`, `extra`, `weight`, `rule`, `tiers`, `limits`, `whose`, `policy`, `bands`, `scope`.
    pub kinds: Vec<&'static str>,
}

/// The scheme that was in force for the same teams before; the latest one, then by id.
pub(super) fn before(reporter: &Reporter<'_>, ix: SchemeIx) -> Option<SchemeIx> {
    let model = &reporter.evaluation.model;
    let scheme = model.scheme(ix);
    let shares_a_team = |other: &Scheme| {
        scheme.teams.is_empty()
            || other.teams.is_empty()
            || other.teams.iter().any(|t| scheme.teams.contains(t))
    };
    let earlier = model
        .schemes
        .iter()
        .enumerate()
        .filter(|(at, other)| *at != ix.at() && precedes(scheme, other) && shares_a_team(other));
    earlier
        .max_by_key(|(_, other)| (other.from, other.teams == scheme.teams))
        .map(|(at, _)| SchemeIx(at as u32))
}

/// Whether `other` was in force for the same role before `scheme`; a pilot has the rules beside it to be compared with.
fn precedes(scheme: &Scheme, other: &Scheme) -> bool {
    let earlier = match scheme.status {
        Status::Pilot => other.from <= scheme.from,
        Status::InForce | Status::Draft => other.from < scheme.from,
    };
    earlier && other.role == scheme.role && other.status != Status::Pilot
}

/// The table of changes against the scheme before; `None` for a first scheme.
pub(super) fn changes(reporter: &Reporter<'_>, language: Language, ix: SchemeIx) -> Option<Table> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let earlier = before(reporter, ix)?;
    let found = scheme_differences(reporter, language, earlier, ix);
    let absent = |text: Option<String>| Cell::text(text.unwrap_or_else(|| voice.word("change-absent")));
    let row = |one: Difference| {
        let kind = kind_words(voice, &one);
        let what = Cell { href: one.href, ..Cell::text(one.what) };
        Row::new(vec![what, absent(one.before), absent(one.after), Cell::text(kind)])
    };
    // Dates, teams and role stand above on the page.
    let rows = found.into_iter().filter(|one| one.id != SCOPE).map(row).collect();
    let columns = vec![
        Column::text(voice.word("change-what")),
        Column::text(voice.word("change-before")),
        Column::text(voice.word("change-now")),
        Column::text(voice.word("change-kind")),
    ];
    let (then, now) = (model.scheme(earlier), model.scheme(ix));
    let caption = say!(voice, "change-caption", before: voice.name(&then.name), now: voice.name(&now.name));
    let mut table = Table::new(caption, columns, rows);
    table.empty = say!(voice, "change-none", before: voice.name(&then.name));
    (table.sortable, table.filter) = (false, false);
    Some(table)
}

const SCOPE: &str = "scope";

/// All that differs between two schemes: indicators in the order of the second, those only in the first after them, then
/// policies, bands and scope.
#[must_use]
pub fn scheme_differences(
    reporter: &Reporter<'_>,
    language: Language,
    first: SchemeIx,
    second: SchemeIx,
) -> Vec<Difference> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let (then, now) = (model.scheme(first), model.scheme(second));
    let compared = scheme_difference(then, now);
    let mut found: Vec<Difference> =
        compared.items.iter().map(|item| of_item(reporter, voice, item)).collect();
    found.extend(policies(reporter, language, then, now));
    found.extend(compared.bands.then(|| bands(voice, then, now)));
    found.extend(scope(reporter, voice, then, now));
    found
}

/// What differs, in words.
#[must_use]
pub(super) fn kind_words(voice: Voice<'_>, one: &Difference) -> String {
    let word = |kind: &&'static str| kind_word(voice, kind, one.weights);
    let parts: Vec<String> = one.kinds.iter().map(word).collect();
    voice.list(&parts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn kind_word(voice: Voice<'_>, kind: &str, weights: (Option<f64>, Option<f64>)) -> String {
    match (kind, weights) {
        ("weight", (Some(then), Some(now))) => say!(voice, "change-weight", by: &signed(now - then, 1)),
        ("missing", _) => voice.word("change-removed"),
        ("extra", _) => voice.word("change-added"),
        ("rule", _) => voice.word("change-rule"),
        ("tiers", _) => voice.word("change-tiers"),
        ("limits", _) => voice.word("change-limits"),
        ("whose", _) => voice.word("rule-whose"),
        (SCOPE, _) => voice.word("change-scope"),
        _ => voice.word("change-policy"),
    }
}

fn of_item(reporter: &Reporter<'_>, voice: Voice<'_>, of: &ItemDifference) -> Difference {
    let indicator = reporter.evaluation.model.indicator(of.indicator);
    let shown = reporter.shown(indicator.precision, voice.language);
    let said = |item: &Item| item_words(voice, shown, item);
    let target = |item: &Item| Goalpost::of(&item.rule, indicator.direction).map(|goal| goal.full);
    let (then, now) = (of.before.as_ref(), of.after.as_ref());
    Difference {
        id: indicator.id.to_string(),
        what: voice.name(&indicator.name).to_owned(),
        href: Some(address::indicator(indicator.id.as_str())),
        before: then.map(said),
        after: now.map(said),
        weights: (then.map(|item| item.weight), now.map(|item| item.weight)),
        targets: (then.and_then(target), now.and_then(target)),
        kinds: of.aspects.iter().map(|aspect| aspect.key()).collect(),
    }
}

/// Weight and rule of an item in a few signs: `30% · 70% → 92%`.
#[must_use]
pub fn item_words(voice: Voice<'_>, shown: Shown<'_>, item: &Item) -> String {
    format!("{}% · {}", short_number(item.weight, 2), rule_words::short(voice, shown, &item.rule))
}

/// What a setting of the policy is about, as the page of the scheme calls it.
#[must_use]
pub fn setting_words(voice: Voice<'_>, setting: Setting) -> String {
    let topic = match setting.name() {
        "missing" | "minimum_weight" => "missing",
        "pool_months" => "samples",
        "minimum_days" | "minimum_presence" | "observed_months" => "service",
        "minimum_segment_days" => "transfers",
        "minimum_peers" | "rank_weight" => "ranks",
        "longer" => "longer",
        "cap" => "total",
        _ => "events",
    };
    voice.word(&format!("policy-{topic}"))
}

/// What differs of an item, in words; `weights` are those of both schemes, in percent.
#[must_use]
pub fn aspect_words(voice: Voice<'_>, aspect: Aspect, weights: (Option<f64>, Option<f64>)) -> String {
    kind_word(voice, aspect.key(), weights)
}

fn plain(id: &'static str, what: String, before: Option<String>, after: Option<String>) -> Difference {
    let (weights, targets) = ((None, None), (None, None));
    Difference { id: id.to_owned(), what, href: None, before, after, weights, targets, kinds: vec![id] }
}

/// Policies whose words differ.
fn policies(reporter: &Reporter<'_>, language: Language, then: &Scheme, now: &Scheme) -> Vec<Difference> {
    let before = policy_words::sections(reporter, language, then);
    let after = policy_words::sections(reporter, language, now);
    let pairs = before.into_iter().zip(after).filter(|(before, after)| before.paragraphs != after.paragraphs);
    let one = |(before, after): (crate::view::RuleSection, crate::view::RuleSection)| {
        let differing = |own: &[String], other: &[String]| {
            let own = own.iter().filter(|line| !other.contains(line)).cloned().collect::<Vec<_>>();
            own.join(" ")
        };
        let then = differing(&before.paragraphs, &after.paragraphs);
        let now = differing(&after.paragraphs, &before.paragraphs);
        plain("policy", after.title, Some(then), Some(now))
    };
    pairs.map(one).collect()
}

fn bands(voice: Voice<'_>, then: &Scheme, now: &Scheme) -> Difference {
    let listed = |scheme: &Scheme| {
        let band = |band: &crate::model::Band| {
            format!("{} ≥ {}", voice.name(&band.name), short_number(band.from, 2))
        };
        let list = scheme.bands.iter().map(band).collect::<Vec<_>>().join(", ");
        (!list.is_empty()).then_some(list)
    };
    plain("bands", voice.word("policy-bands"), listed(then), listed(now))
}

/// Teams, role and dates in one line.
fn scope(reporter: &Reporter<'_>, voice: Voice<'_>, then: &Scheme, now: &Scheme) -> Option<Difference> {
    let model = &reporter.evaluation.model;
    let said = |of: &Scheme| {
        let teams: Vec<&str> = of.teams.iter().map(|team| voice.name(&model.team(*team).name)).collect();
        let teams = if teams.is_empty() { voice.word("all-teams") } else { voice.list(&teams) };
        let role = match of.role {
            Role::Agent => voice.word("scheme-for-agents"),
            Role::Manager => voice.name(&model.organisation.manager).to_owned(),
        };
        Some(format!("{teams} · {role} · {}", scheme::in_force(voice, of)))
    };
    (said(then) != said(now)).then(|| plain(SCOPE, voice.word("scheme-scope"), said(then), said(now)))
}
