//! The charts of an agent's page: what made the score, the place among peers, the course over the months.

use super::agent_lead::{extremes, parts};
use super::cards::AgentCards;
use super::course::{Finding, finding};
use super::figure::{Drawn, Saying, drawn, figure};
use super::format::{number, period as period_name, short_number, signed};
use super::reporter::Reporter;
use super::voice::Voice;
use super::{turns, verdict};
use crate::chart::{
    Drawing, Mark, NaturalRange, Quartiles, Reading, Step, Strip, TimeMark, Trend, TrendLine, Waterfall,
};
use crate::model::{Language, Month, PeriodKind, grid, side};
use crate::score::{Change, Scorecard, change, contributions};
use crate::stats::{ControlLimits, control_limits, extent, quantile};
use crate::view::{Cell, Column, Figure, Row, Table};

/// More peers than this are drawn as a box without dots.
const DOTS: usize = 60;

/// What made the score: from the quarter before to this one, or from zero where there was no score before.
#[must_use]
pub(super) fn made(
    reporter: &Reporter<'_>,
    cards: &AgentCards,
    card: &Scorecard,
    language: Language,
) -> Option<Figure> {
    card.total?;
    let earlier = cards.card(card.period.previous());
    let change = earlier.map(|earlier| change(card, earlier)).filter(|change| change.difference.is_some());
    Some(match change {
        Some(change) => from_before(reporter, card, &change, language),
        None => from_zero(reporter, card, language),
    })
}

/// A sum as a chart: names with their part, first and last total.
struct Sum {
    first: Option<(String, f64)>,
    parts: Vec<(String, f64)>,
    last: (String, f64),
}

impl Sum {
    fn draw(&self, reporter: &Reporter<'_>, language: Language) -> Drawn {
        let decimals = reporter.evaluation.model.organisation.score_decimals;
        drawn(language, |language| {
            let total = |(label, value): &(String, f64)| Step::Total {
                label: side(label, language),
                value: Some(*value),
                text: reporter.score(*value),
            };
            let mut steps: Vec<Step> = self.first.iter().map(total).collect();
            steps.extend(self.parts.iter().map(|(label, by)| Step::Change {
                label: side(label, language),
                by: Some(*by),
                text: signed(*by, decimals),
            }));
            steps.push(total(&self.last));
            let title = reporter.voice(language).word("agent-score-axis");
            // The sheet is for print, and its table stands beside it: static pictures are enough. A phone has one of its own,
            // for what moved the score stands at the right end, which it would not show.
            let (chart, tick) = (Waterfall { title, steps }, |x| short_number(x, 2));
            let mut drawing = chart.picture(&tick);
            drawing.svg.push_str(&chart.narrow(&tick).svg);
            drawing
        })
    }
}

fn from_before(reporter: &Reporter<'_>, card: &Scorecard, change: &Change, language: Language) -> Figure {
    let model = &reporter.evaluation.model;
    let voice = reporter.voice(language);
    let decimals = model.organisation.score_decimals;
    let name = |indicator| model.indicator(indicator).name.get(language);
    let mut items: Vec<&crate::score::ItemChange> = change.items.iter().collect();
    // The place of an indicator stays the same from quarter to quarter: the order of the scheme, dropped ones last.
    let scheme = card.scheme.map(|scheme| model.scheme(scheme));
    let place = |indicator| scheme.and_then(|s| s.items.iter().position(|item| item.indicator == indicator));
    items.sort_by_key(|item| (place(item.indicator).unwrap_or(usize::MAX), item.indicator));
    let (then, now) = (period_name(change.earlier, language), period_name(card.period, language));
    let (before, after) = (change.before.unwrap_or_default(), change.after.unwrap_or_default());
    let mut parts_shown: Vec<(String, f64)> =
        items.iter().map(|item| (name(item.indicator).to_owned(), item.difference)).collect();
    if grid(change.by_events, decimals) != 0 {
        parts_shown.push((voice.word("agent-made-events"), change.by_events));
    }
    if grid(change.by_cap, decimals) != 0 {
        parts_shown.push((voice.word("agent-made-cap"), change.by_cap));
    }
    let sum = Sum { first: Some((then.clone(), before)), parts: parts_shown, last: (now.clone(), after) };
    let drawing = sum.draw(reporter, language);
    let title = match extremes(change, decimals) {
        _ if change.scheme_differs => voice.word("agent-made-title-rules"),
        (Some(gain), _) if change.difference.is_some_and(|by| by > 0.0) => {
            voice.say("agent-made-title-gain", &[("indicator", name(gain.indicator).into())])
        }
        (_, Some(loss)) if change.difference.is_some_and(|by| by < 0.0) => {
            voice.say("agent-made-title-loss", &[("indicator", name(loss.indicator).into())])
        }
        _ => voice.word("agent-made-title-same"),
    };
    let mut subtitle = voice.say("agent-made-subtitle", &[("then", (&then).into()), ("now", (&now).into())]);
    if change.scheme_differs {
        subtitle = voice.sentences(&[subtitle.into(), voice.word("agent-made-rules-changed").into()]);
    }
    let totals = voice.say(
        "agent-made-summary",
        &[
            ("before", (&reporter.score(before)).into()),
            ("after", (&reporter.score(after)).into()),
            ("by", (&signed(after - before, decimals)).into()),
        ],
    );
    let summary = match parts(reporter, language, change).filter(|_| !change.scheme_differs) {
        Some(parts) => voice.sentences(&[totals.into(), parts.into()]),
        None => totals,
    };
    let label = voice.say("agent-made-label", &[("then", (&then).into()), ("now", (&now).into())]);
    let not_scored = &reporter.agent_words(language).not_scored;
    let part = |x: Option<f64>| Cell::text(x.map_or_else(|| not_scored.clone(), |x| number(x, 2)));
    let rows = items.iter().map(|item| {
        Row::new(vec![
            Cell::text(name(item.indicator)),
            part(item.before),
            part(item.after),
            Cell::text(signed(item.difference, 2)),
        ])
    });
    let columns = vec![
        Column::text(voice.word("indicator")),
        Column::number(then),
        Column::number(now),
        Column::number(voice.word("change")),
    ];
    let table = data(voice.word("agent-made-table"), columns, rows.collect());
    figure("made-by", "waterfall", Saying { title, subtitle, label, summary }, drawing, Some(table))
}

fn from_zero(reporter: &Reporter<'_>, card: &Scorecard, language: Language) -> Figure {
    let model = &reporter.evaluation.model;
    let voice = reporter.voice(language);
    let now = period_name(card.period, language);
    let parts = contributions(card);
    let name = |indicator| model.indicator(indicator).name.get(language);
    let shown = parts.iter().map(|part| (name(part.indicator).to_owned(), part.contribution)).collect();
    let total = card.total.unwrap_or_default();
    let sum = Sum { first: None, parts: shown, last: (now.clone(), total) };
    let drawing = sum.draw(reporter, language);
    let rows = parts.iter().map(|part| {
        Row::new(vec![
            Cell::text(name(part.indicator)),
            Cell::text(number(part.points, 1)),
            Cell::text(number(part.contribution, 2)),
        ])
    });
    let columns = ["indicator", "points", "contribution"];
    let columns = columns.map(|key| Column::number(voice.word(key)));
    let table = data(voice.word("agent-parts-table"), columns.into(), rows.collect());
    let saying = Saying {
        title: voice.say("agent-parts-title", &[("score", (&reporter.score(total)).into())]),
        subtitle: voice.say("agent-parts-subtitle", &[("now", (&now).into())]),
        label: voice.say("agent-parts-label", &[("now", (&now).into())]),
        summary: voice.say(
            "agent-parts-summary",
            &[("score", (&reporter.score(total)).into()), ("count", parts.len().into())],
        ),
    };
    figure("made-by", "waterfall", saying, drawing, Some(table))
}

/// A table of a chart's data: not sorted, its caption for screen readers.
fn data(caption: String, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table { quiet: true, sortable: false, filter: false, ..Table::new(caption, columns, rows) }
}

/// The agent's dot in the distribution of comparable peers; none where peers are too few for ranks.
#[must_use]
pub(super) fn place(reporter: &Reporter<'_>, card: &Scorecard, language: Language) -> Option<Figure> {
    let model = &reporter.evaluation.model;
    let voice = reporter.voice(language);
    let own = card.total?;
    reporter.evaluation.rank(card.agent, card.period)?;
    let scores =
        reporter.peers().scores(card.period, card.scheme?, model.peer_group(card.scheme?, card.team?));
    let at = |share| quantile(scores, share);
    let quartiles = Quartiles { lower: at(0.25)?, median: at(0.5)?, upper: at(0.75)? };
    if !reporter.visible.many(scores.len()) {
        return None;
    }
    // Others are seen as quartiles only, so the scale must not end with their best and least score.
    let (least, most) = match reporter.visible.everything() {
        true => extent(scores)?,
        false => (quartiles.lower.min(own), quartiles.upper.max(own)),
    };
    let room = ((most - least) * 0.05).max(1.0);
    let mut peers = scores.to_vec();
    if let Some(mine) = peers.iter().position(|score| *score == own) {
        peers.remove(mine);
    }
    if peers.len() > DOTS || !reporter.visible.everything() {
        peers.clear();
    }
    let strip =
        Strip { low: least - room, high: most + room, peers, quartiles: Some(quartiles), own: Some(own) };
    let decimals = model.organisation.score_decimals;
    let key = match () {
        () if grid(own, decimals) > grid(quartiles.upper, decimals) => "agent-place-title-upper",
        () if grid(own, decimals) < grid(quartiles.lower, decimals) => "agent-place-title-lower",
        () => "agent-place-title-middle",
    };
    let period = period_name(card.period, language);
    let n = scores.len();
    let texts = [own, quartiles.median, quartiles.lower, quartiles.upper].map(|x| reporter.score(x));
    let [score, median, lower, upper] = &texts;
    let saying = Saying {
        title: voice.word(key),
        subtitle: voice.say("agent-place-subtitle", &[("period", (&period).into()), ("count", n.into())]),
        label: voice.say("agent-place-label", &[("period", (&period).into())]),
        summary: voice.say(
            "agent-place-summary",
            &[
                ("score", score.into()),
                ("median", median.into()),
                ("lower", lower.into()),
                ("upper", upper.into()),
            ],
        ),
    };
    let keys = ["agent-place-own", "agent-place-median", "agent-place-lower", "agent-place-upper"];
    let rows = keys
        .iter()
        .zip(texts)
        .map(|(key, text)| Row::new(vec![Cell::text(voice.word(key)), Cell::text(text)]));
    let columns = vec![Column::text(voice.word("agent-place-what")), Column::number(voice.word("score"))];
    let table = data(voice.word("agent-place-table"), columns, rows.collect());
    Some(figure("place", "strip", saying, strip.draw(), Some(table)))
}

/// The monthly scores with the edge of the next band and the agent's own natural range; none without two scores.
#[must_use]
pub(super) fn course(reporter: &Reporter<'_>, cards: &AgentCards, language: Language) -> Option<Figure> {
    let voice = reporter.voice(language);
    let months: Vec<&Scorecard> =
        cards.cards.iter().filter(|card| card.period.kind() == PeriodKind::Month).collect();
    let rated: Vec<(&Scorecard, f64)> = months.iter().filter_map(|card| Some((*card, card.total?))).collect();
    if rated.len() < 2 {
        return None;
    }
    let totals: Vec<f64> = rated.iter().map(|(_, total)| *total).collect();
    let limits = control_limits(&totals);
    let drawing =
        drawn(language, |language| course_drawing(reporter, cards, &months, limits.as_ref(), language));
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let found = finding(&totals, limits.as_ref(), decimals);
    let saying = course_saying(reporter, &rated, &found, language);
    let score = |card: &&Scorecard| match card.total {
        Some(total) => Cell::text(reporter.score(total)),
        None => Cell::text(verdict::short(reporter, language, &card.verdict)),
    };
    let marks = course_marks(reporter, voice, &months);
    let rows = months.iter().enumerate().map(|(at, card)| {
        let month = Cell { note: turns::note(&marks, at), ..Cell::text(card.period.to_string()) };
        Row::new(vec![month, score(card)])
    });
    let columns = vec![Column::text(voice.word("agent-month")), Column::number(voice.word("score"))];
    let table = data(voice.word("agent-course-table"), columns, rows.collect());
    Some(figure("trend", "trend", saying, drawing, Some(table)))
}

/// The monthly scores as a picture.
fn course_drawing(
    reporter: &Reporter<'_>,
    cards: &AgentCards,
    months: &[&Scorecard],
    limits: Option<&ControlLimits>,
    language: Language,
) -> Drawing {
    let voice = reporter.voice(language);
    let readings = months.iter().map(|card| Reading {
        value: card.total,
        text: card.total.map_or_else(String::new, |total| reporter.score(total)),
        mark: if reporter.evaluation.complete(card.period) { Mark::Solid } else { Mark::Provisional },
    });
    let (target, target_label) = edge(reporter, cards, months, language);
    Trend {
        title: voice.word("agent-score-axis"),
        periods: months.iter().map(|card| card.period.to_string()).collect(),
        lines: vec![TrendLine { label: voice.word("score"), readings: readings.collect(), selected: true }],
        target,
        target_label,
        range: limits.map(|limits| NaturalRange {
            low: limits.lower.max(0.0),
            high: limits.upper.min(100.0),
            centre: None,
            label: voice.word("agent-course-range"),
        }),
        bounds: Some((0.0, 100.0)),
        marks: course_marks(reporter, voice, months),
        ..Trend::default()
    }
    .picture(&|x| short_number(x, 2))
}

/// Where other rules came into force, or a commit edited them.
fn course_marks(reporter: &Reporter<'_>, voice: Voice<'_>, months: &[&Scorecard]) -> Vec<TimeMark> {
    let schemes: Vec<_> = months.iter().map(|card| card.scheme).collect();
    let months: Vec<Month> = months.iter().map(|card| card.period.first()).collect();
    turns::of_schemes(reporter, voice, &months, &schemes)
}

/// The lower edge of the band above the one of the sheet (of the best one for who is in it), by the rules of each month.
fn edge(
    reporter: &Reporter<'_>,
    cards: &AgentCards,
    months: &[&Scorecard],
    language: Language,
) -> (Vec<Option<f64>>, String) {
    let model = &reporter.evaluation.model;
    let Some(wanted) = cards.sheet_card().and_then(|card| card.band).map(|band| band.saturating_sub(1))
    else {
        return (Vec::new(), String::new());
    };
    let band = |card: &&Scorecard| card.scheme.and_then(|scheme| model.scheme(scheme).bands.get(wanted));
    let label = months.iter().rev().find_map(band).map_or_else(String::new, |band| {
        format!("{} {}", band.name.get(language), short_number(band.from, 2))
    });
    (months.iter().map(|card| band(card).map(|band| band.from)).collect(), label)
}

fn course_saying(
    reporter: &Reporter<'_>,
    rated: &[(&Scorecard, f64)],
    found: &Finding,
    language: Language,
) -> Saying {
    let voice = reporter.voice(language);
    let last_month = rated.last().map(|(card, _)| card.period.to_string()).unwrap_or_default();
    let ends = |pick: fn(&f64, &f64) -> std::cmp::Ordering| {
        rated
            .iter()
            .max_by(|(_, a), (_, b)| pick(a, b))
            .map(|(card, x)| (reporter.score(*x), card.period.to_string()))
    };
    let (most, most_at) = ends(f64::total_cmp).unwrap_or_default();
    let (least, least_at) = ends(|a, b| b.total_cmp(a)).unwrap_or_default();
    let last = rated.last().map(|(_, total)| reporter.score(*total)).unwrap_or_default();
    let range = [("least", (&least).into()), ("most", (&most).into())];
    let month = [("month", (&last_month).into())];
    let title = match found {
        Finding::Rising(steps) => voice.say("agent-course-rising", &[("count", (*steps).into())]),
        Finding::Falling(steps) => voice.say("agent-course-falling", &[("count", (*steps).into())]),
        Finding::Above => voice.say("agent-course-above", &month),
        Finding::Below => voice.say("agent-course-below", &month),
        Finding::Steady => voice.say("agent-course-steady", &range),
        Finding::Between => voice.say("agent-course-between", &range),
    };
    let summary = voice.say(
        "agent-course-summary",
        &[
            ("least", (&least).into()),
            ("leastmonth", (&least_at).into()),
            ("most", (&most).into()),
            ("mostmonth", (&most_at).into()),
            ("last", (&last).into()),
            ("lastmonth", (&last_month).into()),
        ],
    );
    let count = [("count", rated.len().into())];
    Saying {
        title,
        subtitle: voice.say("agent-course-subtitle", &count),
        label: voice.say("agent-course-label", &count),
        summary,
    }
}
