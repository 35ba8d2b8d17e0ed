//! The page of a scheme: its rules in words, with its numbers.

use super::derivation::derivation;
use super::figure::{Saying, drawn, figure};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, format, moves, policy_words, scheme_change, scheme_rules};
use crate::chart::{Share, Weights};
use crate::compare::pilot;
use crate::model::{
    AgentIx, DimensionIx, Item, Language, Period, PeriodKind, Role, Scheme, SchemeIx, Source, Status,
};
use crate::view::{Cell, Column, Derivation, Fact, Figure, Link, Row, SchemeView, Section, Shell, Table};

/// The page of a scheme in `language`.
#[must_use]
pub fn scheme_page(reporter: &Reporter<'_>, ix: SchemeIx, language: Language) -> SchemeView {
    let voice = reporter.voice(language);
    let scheme = reporter.evaluation.model.scheme(ix);
    let mut shell =
        Shell::new(language, Section::Schemes, &address::scheme(scheme.id.as_str()), title(voice, scheme));
    shell.crumbs = vec![
        Link::new(voice.word("overview"), "index.html"),
        Link::new(voice.word("schemes"), "schemes.html"),
    ];
    let lead = lead(voice, scheme);
    shell.description.clone_from(&lead);
    SchemeView {
        lead,
        facts: facts(reporter, voice, ix),
        weights: Some(weights(reporter, voice, scheme)),
        rules: scheme.items.iter().map(|item| scheme_rules::rule_card(reporter, language, item)).collect(),
        sections: policy_words::sections(reporter, language, scheme),
        // Person by person, which only managers see.
        comparison: match scheme.status {
            Status::Pilot if reporter.visible.everything() => {
                moves::sections(reporter, language, &pilot(reporter.evaluation, ix))
            }
            Status::Pilot | Status::InForce | Status::Draft => Vec::new(),
        },
        example: if reporter.visible.everything() { example(reporter, language, ix) } else { None },
        changes: scheme_change::changes(reporter, language, ix),
        source: reporter.source(scheme.span),
        shell,
    }
}

/// The name with the version, so that titles are unique.
pub(super) fn title(voice: Voice<'_>, scheme: &Scheme) -> String {
    voice.apart(|voice| {
        let name = voice.name(&scheme.name);
        if name.contains(&scheme.version) { name.to_owned() } else { format!("{name} {}", scheme.version) }
    })
}

fn lead(voice: Voice<'_>, scheme: &Scheme) -> String {
    let said = say!(
        voice, "scheme-lead",
        n: scheme.items.len(),
        top: largest(scheme).as_str(),
        force: in_force(voice, scheme).as_str(),
    );
    let about = voice.name(&scheme.about);
    if about.is_empty() { said } else { voice.sentences(&[about.into(), said.into()]) }
}

/// The largest weight.
fn largest(scheme: &Scheme) -> String {
    let top = scheme.items.iter().map(|item| item.weight).max_by(f64::total_cmp).unwrap_or(0.0);
    format!("{}%", format::short_number(top, 2))
}

/// When a scheme is in force, in words.
pub(super) fn in_force(voice: Voice<'_>, scheme: &Scheme) -> String {
    let from = format::month(scheme.from, voice.language);
    match scheme.to {
        Some(to) => say!(voice, "force-from-to", from: &from, to: &format::month(to, voice.language)),
        None => say!(voice, "force-from", from: &from),
    }
}

fn facts(reporter: &Reporter<'_>, voice: Voice<'_>, ix: SchemeIx) -> Vec<Fact> {
    let model = &reporter.evaluation.model;
    let scheme = model.scheme(ix);
    let teams: Vec<&str> = scheme.teams.iter().map(|team| voice.name(&model.team(*team).name)).collect();
    let scope = if teams.is_empty() { voice.word("all-teams") } else { voice.list(&teams) };
    let used = reporter.survey.schemes.iter().find(|(used, _)| *used == ix).map_or(0, |(_, count)| *count);
    let period =
        reporter.survey.period.map(|period| format::period(period, voice.language)).unwrap_or_default();
    let mut facts = vec![
        Fact::new(voice.word("scheme-version"), scheme.version.as_str()),
        Fact::new(voice.word("scheme-force"), in_force(voice, scheme)),
        Fact::new(voice.word("scheme-scope"), scope),
        Fact::new(voice.word("scheme-whom"), whom(reporter, voice, scheme)),
        Fact::new(voice.word("scheme-judged"), judged(reporter, scheme)),
    ];
    if reporter.visible.many(used) {
        let used = say!(voice, "scheme-used-by", count: used, period: &period);
        facts.push(Fact::new(voice.word("scheme-used"), used));
    }
    facts
}

/// Agents or managers, and whether it is a pilot.
fn whom(reporter: &Reporter<'_>, voice: Voice<'_>, scheme: &Scheme) -> String {
    let role = match scheme.role {
        Role::Agent => voice.word("scheme-for-agents"),
        Role::Manager => voice.name(&reporter.evaluation.model.organisation.manager).to_owned(),
    };
    match scheme.status {
        Status::Pilot => say!(voice, "scheme-pilot", whom: &role),
        Status::InForce | Status::Draft => role,
    }
}

/// The weight of what a person judges or reports of the own work (domain notes A101).
fn judged(reporter: &Reporter<'_>, scheme: &Scheme) -> String {
    let by_people = |item: &&Item| {
        matches!(reporter.evaluation.model.indicator(item.indicator).source, Source::Rater | Source::Own)
    };
    let weight: f64 = scheme.items.iter().filter(by_people).map(|item| item.weight).sum();
    format!("{}%", format::short_number(weight, 2))
}

/// The derivation of a real score under the scheme, as a worked example: of those rated in the latest month that it was
/// in force, the one next to the median.
fn example(reporter: &Reporter<'_>, language: Language, ix: SchemeIx) -> Option<Derivation> {
    let evaluation = reporter.evaluation;
    let rated = |period: Period| {
        let agents = (0..evaluation.model.agents.len() as u32).map(AgentIx);
        let of = |agent| evaluation.standing(agent, period).filter(|standing| standing.scheme == Some(ix));
        let mut rated: Vec<(f64, AgentIx)> =
            agents.filter_map(|agent| Some((of(agent)?.total?, agent))).collect();
        rated.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        (!rated.is_empty()).then_some((period, rated))
    };
    let (period, rated) = evaluation.of_kind(PeriodKind::Month).rev().find_map(rated)?;
    let (_, agent) = rated.get(rated.len() / 2)?;
    let card = evaluation.card(*agent, period);
    let mut example = derivation(reporter, language, &card);
    let who = &evaluation.model.agent(*agent).id;
    example.label = format!("{who} · {}", example.label);
    example.anchor = format!("example-{}", example.anchor);
    Some(example)
}

/// One bar of the weights by dimension, with the indicators as its data.
fn weights(reporter: &Reporter<'_>, voice: Voice<'_>, scheme: &Scheme) -> Figure {
    let model = &reporter.evaluation.model;
    let shares = dimensions(reporter, scheme);
    let percent = |weight: f64| format!("{}%", format::short_number(weight, 2));
    let name =
        |at: DimensionIx| model.organisation.dimensions.get(at.at()).map_or("", |d| voice.name(&d.name));
    let heaviest = shares.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let (first, weight) = heaviest.map_or(("", String::new()), |(at, weight)| (name(*at), percent(*weight)));
    let listed: Vec<String> = shares.iter().map(|(at, w)| format!("{} {}", name(*at), percent(*w))).collect();
    let listed: Vec<&str> = listed.iter().map(String::as_str).collect();
    let saying = Saying {
        title: say!(voice, "weights-title", dimension: first, weight: &weight),
        subtitle: voice.word("weights-subtitle"),
        label: say!(voice, "weights-label", scheme: voice.name(&scheme.name)),
        summary: say!(voice, "weights-summary", list: &voice.list(&listed)),
    };
    let drawing = drawn(voice.language, |language| {
        let dimension = |at: DimensionIx| model.organisation.dimensions.get(at.at());
        let share = |(at, weight): &(DimensionIx, f64)| Share {
            label: dimension(*at).map_or("", |dimension| dimension.name.get(language)).to_owned(),
            weight: *weight,
            text: percent(*weight),
        };
        Weights { shares: shares.iter().map(share).collect() }.draw()
    });
    let row = |item: &crate::model::Item| {
        let indicator = model.indicator(item.indicator);
        Row::new(vec![
            Cell::link(voice.name(&indicator.name), address::indicator(indicator.id.as_str())),
            Cell::text(name(indicator.dimension)),
            Cell::number(percent(item.weight), item.weight),
        ])
    };
    let columns = vec![
        Column::text(voice.word("indicator")),
        Column::text(voice.word("dimension")),
        Column::number(voice.word("weight")),
    ];
    let data = Table::new(voice.word("weights-data"), columns, scheme.items.iter().map(row).collect());
    figure("weights-bar", "weights", saying, drawing, Some(data))
}

/// Weights by dimension, in the organisation's order of dimensions.
fn dimensions(reporter: &Reporter<'_>, scheme: &Scheme) -> Vec<(DimensionIx, f64)> {
    let model = &reporter.evaluation.model;
    let count = model.organisation.dimensions.len() as u32;
    let of = |at: u32| {
        let mine = |item: &&crate::model::Item| model.indicator(item.indicator).dimension == DimensionIx(at);
        (DimensionIx(at), scheme.items.iter().filter(mine).map(|item| item.weight).sum::<f64>())
    };
    (0..count).map(of).filter(|(_, weight)| *weight > 0.0).collect()
}
