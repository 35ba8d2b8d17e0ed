//! The page of a period: what changed since the one before?

use super::people::People;
use super::reporter::Reporter;
use super::standing::Standings;
use super::voice::{Voice, say};
use super::{address, closing, format, ledger, period_changes, period_scores, score_figures, staffing};
use crate::model::{Language, Period, PeriodKind};
use crate::view::{Fact, KeyFigure, Link, PeriodView, Section, Shell};

/// The page of `period` in `language`.
#[must_use]
pub fn period_page(reporter: &Reporter<'_>, period: Period, language: Language) -> PeriodView {
    let voice = reporter.voice(language);
    let label = format::period(period, language);
    let mut shell = Shell::new(language, Section::Periods, &address::period(period), label.as_str());
    shell.crumbs = vec![
        Link::new(voice.word("overview"), "index.html"),
        Link::new(voice.word("periods"), "periods.html"),
    ];
    let known = |other: Period| reporter.evaluation.periods.contains(&other);
    let link = |period: Period| Link::new(format::period(period, language), address::period(period));
    let next = reporter.evaluation.of_kind(period.kind()).find(|other| *other > period);
    shell.previous = Some(period.previous()).filter(|other| known(*other)).map(link);
    shell.next = next.map(link);
    let people = People::new(reporter, period);
    let now = Standings::all(reporter, period);
    let before = Standings::all(reporter, period.previous());
    let changes = period_changes::changes(reporter, period);
    let lead = lead(reporter, voice, &now, &people, &changes, period);
    shell.description.clone_from(&lead);
    PeriodView {
        lead,
        state: closing::mark(reporter, voice, period),
        closing: closing::sentences(reporter, voice, period),
        ledger: ledger::link_of(reporter, voice, period).filter(|_| reporter.visible.everything()),
        related: related(reporter, period).into_iter().map(link).collect(),
        figures: figures(reporter, voice, (&now, &before), &people, period),
        people: people_facts(reporter, voice, &people, known(period.previous())),
        changes: period_changes::table(reporter, language, period, &changes),
        charts: period_scores::slope(reporter, language, period).into_iter().collect(),
        scores: period_scores::tables(reporter, language, period),
        staffing: staffing::of_period(reporter, language, period),
        shell,
    }
}

/// The periods it holds, then those it is part of.
fn related(reporter: &Reporter<'_>, period: Period) -> Vec<Period> {
    let inside = |inner: &Period, outer: &Period| outer.holds(inner.first()) && outer.holds(inner.last());
    let all = reporter.evaluation.periods.iter().copied();
    let step = match period.kind() {
        PeriodKind::Year => PeriodKind::Quarter,
        _ => PeriodKind::Month,
    };
    let parts = all.clone().filter(|other| other.kind() == step && inside(other, &period));
    let wholes = all.filter(|other| other.kind() > period.kind() && inside(&period, other));
    parts.chain(wholes).filter(|other| *other != period).collect()
}

fn lead(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    now: &Standings,
    people: &People,
    changes: &[period_changes::Change],
    period: Period,
) -> String {
    if !reporter.visible.organisation() {
        return say!(voice, "group-withheld", n: reporter.visible.least());
    }
    let label = format::period(period, voice.language);
    let Some(median) = now.median() else {
        return say!(voice, "period-lead-empty", period: &label);
    };
    let first = say!(
        voice, "period-lead-median", period: &label, median: &reporter.score(median), rated: now.rated,
    );
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let like = people.median_difference().map(|difference| {
        let both = people.differences.len();
        let before = format::period(period.previous(), voice.language);
        let difference = format::signed(difference, decimals);
        say!(voice, "period-lead-like-for-like", n: both, before: &before, difference: &difference)
    });
    let largest = changes
        .iter()
        .find(|change| change.effect.is_some_and(|effect| effect.abs() >= 0.005))
        .map(|change| {
            let indicator = reporter.evaluation.model.indicator(change.indicator);
            let key = if change.effect > Some(0.0) { "period-lead-gain" } else { "period-lead-loss" };
            say!(voice, key, indicator: voice.name(&indicator.name))
        });
    let sentences: Vec<_> = [Some(first), like, largest].into_iter().flatten().map(Into::into).collect();
    voice.sentences(&sentences)
}

fn figures(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    (now, before): (&Standings, &Standings),
    people: &People,
    period: Period,
) -> Vec<KeyFigure> {
    if !reporter.visible.organisation() {
        return Vec::new();
    }
    let mut figures = score_figures::of(reporter, voice, now, before, period);
    for figure in &mut figures {
        figure.href = None;
    }
    if let Some(difference) = people.median_difference() {
        let decimals = reporter.evaluation.model.organisation.score_decimals;
        let signed = format::signed(difference, decimals);
        figures.push(KeyFigure {
            target: Some(say!(voice, "figure-like-for-like-of", n: people.differences.len())),
            ..score_figures::plain(voice.word("figure-like-for-like"), signed)
        });
    }
    if let Some(share) = reporter.survey.coverage.between(period.first(), period.last()).share() {
        figures.push(KeyFigure {
            href: reporter.open("quality.html"),
            ..score_figures::plain(voice.word("figure-coverage"), format::probability(share))
        });
    }
    figures
}

fn people_facts(reporter: &Reporter<'_>, voice: Voice<'_>, people: &People, comparable: bool) -> Vec<Fact> {
    if !reporter.visible.everything() {
        return Vec::new();
    }
    if !comparable {
        return vec![Fact::new(voice.word("people"), voice.word("people-no-period-before"))];
    }
    let count =
        |key: &str, count: usize| Fact::new(voice.word(key), say!(voice, "count-agents", count: count));
    let mut facts = vec![
        count("people-stayed", people.stayed),
        count("people-new", people.new),
        count("people-left", people.left),
        count("people-moved", people.moved),
    ];
    if let Some(difference) = people.median_difference() {
        let decimals = reporter.evaluation.model.organisation.score_decimals;
        let difference = format::signed(difference, decimals);
        facts.push(Fact::new(voice.word("figure-like-for-like"), difference));
    }
    facts
}
