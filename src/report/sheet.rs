//! The one-page sheet of the quarterly interview.

use super::agent::change_words;
use super::agent_charts::{made, place};
use super::agent_history::manager_words;
use super::cards::AgentCards;
use super::derivation::band_name;
use super::format::{day, number, period as period_name, short_number};
use super::reporter::Reporter;
use super::sheet_goals::{goals, next_goals};
use super::sheet_items::{SheetItem, measures, sheet_items};
use super::{address, subject, verdict};
use crate::model::{Language, Month, Role, Source, Subject};
use crate::score::{ReadingState, Scorecard};
use crate::view::{Fact, KeyFigure, Sheet};

/// Most lines of quality samples and feedback.
const SAMPLES: usize = 4;

/// The sheet of the latest complete quarter.
#[must_use]
pub(super) fn sheet(reporter: &Reporter<'_>, cards: &AgentCards, language: Language) -> Sheet {
    let voice = reporter.voice(language);
    let Some(card) = cards.sheet_card() else { return empty(reporter, cards, language) };
    let items = sheet_items(reporter, card);
    Sheet {
        period: period_name(card.period, language),
        facts: facts(reporter, card, language),
        figures: figures(reporter, cards, card, &items, language),
        measures: measures(reporter, cards, card, &items, language),
        notes: notes(reporter, card, &items, language),
        change: made(reporter, cards, card, language),
        place: place(reporter, card, language),
        samples: samples(reporter, &items, language),
        goals: goals(reporter, cards.agent, card.period, language),
        next_goals: next_goals(reporter, cards, card, &items, language),
        appeal: voice.word("agent-appeal"),
    }
}

/// The sheet of an agent before there are any figures.
fn empty(reporter: &Reporter<'_>, cards: &AgentCards, language: Language) -> Sheet {
    let voice = reporter.voice(language);
    let agent = reporter.evaluation.model.agent(cards.agent);
    Sheet {
        period: voice.word("no-data"),
        facts: vec![Fact::new(voice.word("agent-joined"), agent.joined.to_string())],
        figures: Vec::new(),
        measures: Vec::new(),
        notes: vec![voice.word("agent-lead-no-figures")],
        change: None,
        place: None,
        samples: Vec::new(),
        goals: Vec::new(),
        next_goals: Vec::new(),
        appeal: voice.word("agent-appeal"),
    }
}

/// Team, level, tenure, period, data, rules.
fn facts(reporter: &Reporter<'_>, card: &Scorecard, language: Language) -> Vec<Fact> {
    let evaluation = reporter.evaluation;
    let model = &evaluation.model;
    let voice = reporter.voice(language);
    let agent = model.agent(card.agent);
    let mut facts = Vec::with_capacity(6);
    if let Some(team) = card.team {
        let team = subject::link(reporter, language, Subject::Team(team));
        facts.push(Fact { term: voice.word("agent-team"), text: team });
    }
    let posting = agent.main_posting(card.period.first().first_day(), card.period.last().last_day());
    if let Some(posting) = posting.filter(|posting| posting.role == Role::Manager) {
        facts.push(Fact::new(voice.word("agent-role"), manager_words(reporter, posting, language)));
    }
    if let Some(level) = card.level.and_then(|level| model.organisation.levels.get(level.at())) {
        facts.push(Fact::new(voice.word("agent-level"), level.name.get(language)));
    }
    let until = agent.left.map_or(card.period.last(), |left| Month::of(left).min(card.period.last()));
    let months = usize::try_from(until.since(Month::of(agent.joined)) + 1).unwrap_or_default();
    let tenure = voice.say("count-months", &[("count", months.into())]);
    let tenure = voice.say(
        "agent-tenure-since",
        &[("tenure", (&tenure).into()), ("date", (&day(agent.joined, language)).into())],
    );
    facts.push(Fact::new(voice.word("agent-tenure"), tenure));
    let period = period_name(card.period, language);
    facts.push(Fact::link(voice.word("agent-period"), period, address::period(card.period)));
    facts.push(Fact::new(voice.word("as-of"), evaluation.as_of.to_string()));
    if let Some(scheme) = card.scheme.map(|scheme| model.scheme(scheme)) {
        let text = format!("{} {}", scheme.name.get(language), scheme.version);
        facts.push(Fact::link(voice.word("agent-rules"), text, address::scheme(scheme.id.as_str())));
    }
    facts
}

/// Score, band, the year before, days, cases.
fn figures(
    reporter: &Reporter<'_>,
    cards: &AgentCards,
    card: &Scorecard,
    items: &[SheetItem<'_>],
    language: Language,
) -> Vec<KeyFigure> {
    let voice = reporter.voice(language);
    let mut figures = vec![score_figure(reporter, cards, card, language)];
    figures.extend(band_figure(reporter, card, language));
    if let Some(earlier) = cards.card(card.period.year_earlier()) {
        let both = card.total.zip(earlier.total);
        figures.extend(both.map(|(now, then)| KeyFigure {
            change: Some(change_words(reporter, language, now - then, earlier)),
            ..plain(voice.word("agent-figure-year"), reporter.score(then))
        }));
    }
    figures.extend(card.days.map(|days| {
        let text = reporter
            .agent_words(language)
            .days
            .fill(&[&short_number(days.worked, 1), &short_number(days.scheduled, 1)]);
        plain(voice.word("agent-figure-days"), text)
    }));
    let most =
        items.iter().filter_map(|item| Some((item.reading.n?, item))).max_by(|(a, _), (b, _)| a.total_cmp(b));
    figures.extend(most.map(|(n, item)| {
        let name = reporter.evaluation.model.indicator(item.indicator).name.get(language);
        KeyFigure { target: Some(name.to_owned()), ..plain(voice.word("agent-figure-cases"), number(n, 0)) }
    }));
    figures
}

fn plain(label: String, value: String) -> KeyFigure {
    KeyFigure { label, value, unit: None, target: None, change: None, mark: None, href: None, spark: None }
}

fn score_figure(
    reporter: &Reporter<'_>,
    cards: &AgentCards,
    card: &Scorecard,
    language: Language,
) -> KeyFigure {
    let voice = reporter.voice(language);
    let words = reporter.agent_words(language);
    let agent = reporter.evaluation.model.agent(card.agent);
    let href = Some(address::derivation(agent.id.as_str(), card.period));
    let Some(total) = card.total else {
        return KeyFigure {
            target: Some(verdict::reason(reporter, language, &card.verdict)),
            href,
            ..plain(voice.word("score"), words.not_rated.clone())
        };
    };
    let cap = card.scheme.map_or(100.0, |scheme| reporter.evaluation.model.scheme(scheme).policy.cap);
    let of = voice.say("agent-figure-of", &[("cap", (&short_number(cap, 2)).into())]);
    let provisional = (!reporter.evaluation.complete(card.period)).then(|| words.provisional.clone());
    let earlier = cards.card(card.period.previous());
    let change = earlier.map(|earlier| match earlier.total {
        Some(then) => change_words(reporter, language, total - then, earlier),
        None => {
            voice.say("agent-change-unrated", &[("period", (&period_name(earlier.period, language)).into())])
        }
    });
    let available = format!("{}%", short_number(card.available_weight, 1));
    let partly = card.available_weight < 100.0 - 1e-9;
    KeyFigure {
        unit: Some(match provisional {
            Some(word) => format!("{of} · {word}"),
            None => of,
        }),
        target: partly.then(|| voice.say("agent-figure-available", &[("available", (&available).into())])),
        change,
        href,
        ..plain(voice.word("score"), reporter.score(total))
    }
}

/// The band, and how far the next one is.
fn band_figure(reporter: &Reporter<'_>, card: &Scorecard, language: Language) -> Option<KeyFigure> {
    let voice = reporter.voice(language);
    let name = band_name(reporter, language, card)?;
    let scheme = reporter.evaluation.model.scheme(card.scheme?);
    let better = card.band.and_then(|band| band.checked_sub(1)).and_then(|band| scheme.bands.get(band));
    let target = match (better, card.total) {
        (Some(better), Some(total)) => voice.say(
            "agent-figure-next-band",
            &[
                ("band", better.name.get(language).into()),
                ("from", (&reporter.score(better.from)).into()),
                ("gap", (&reporter.score(better.from - total)).into()),
            ],
        ),
        _ => voice.word("agent-figure-top-band"),
    };
    Some(KeyFigure { target: Some(target), ..plain(voice.word("agent-figure-band"), name.to_owned()) })
}

/// What the states in the rows mean here, and which indicators have them.
fn notes(
    reporter: &Reporter<'_>,
    card: &Scorecard,
    items: &[SheetItem<'_>],
    language: Language,
) -> Vec<String> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let mut notes = vec![voice.word("agent-note-course")];
    let mut note = |key: &str, wanted: &dyn Fn(&SheetItem<'_>) -> bool| {
        let names: Vec<&str> = items
            .iter()
            .filter(|item| wanted(item))
            .map(|item| model.indicator(item.indicator).name.get(language))
            .collect();
        if !names.is_empty() {
            notes.push(voice.say(key, &[("names", (&voice.list(&names)).into())]));
        }
    };
    note("agent-note-missing", &|item| {
        matches!(item.reading.state, ReadingState::Missing | ReadingState::NoCases)
    });
    note("agent-note-not-applicable", &|item| item.reading.state == ReadingState::NotApplicable);
    note("agent-note-too-few", &|item| matches!(item.reading.state, ReadingState::TooSmall { .. }));
    note("agent-note-pooled", &|item| item.reading.pooled_months > 0 && item.points.is_some());
    note("agent-note-reconstructed", &|item| item.reading.reconstructed);
    note("agent-note-without-count", &|item| item.reading.state == ReadingState::WithoutCount);
    if card.segments.iter().filter(|segment| segment.total.is_some()).count() > 1 {
        notes.push(voice.word("agent-note-segments"));
    }
    notes
}

/// Rated samples and survey answers of the quarter.
fn samples(reporter: &Reporter<'_>, items: &[SheetItem<'_>], language: Language) -> Vec<Fact> {
    let voice = reporter.voice(language);
    let one = |item: &SheetItem<'_>| {
        let indicator = reporter.evaluation.model.indicator(item.indicator);
        let key = match indicator.source {
            Source::Rater => "agent-sample-rated",
            Source::Survey => "agent-sample-answers",
            Source::System | Source::Own => return None,
        };
        let (value, n) = item.reading.value.zip(item.reading.n)?;
        let value = reporter.shown(indicator.precision, language).value(value);
        let text = voice.say(key, &[("n", (&number(n, 0)).into()), ("value", (&value).into())]);
        Some(Fact::new(indicator.name.get(language), text))
    };
    items.iter().filter_map(one).take(SAMPLES).collect()
}
