//! Charts of a group's scores: their distribution in the period, and the course of the median over the months.

use super::figure::{Saying, drawn, figure};
use super::format::{self, number};
use super::histogram::{self, Histogram};
use super::reporter::Reporter;
use super::standing::Standings;
use super::voice::{Voice, say};
use super::{subject, turns};
use crate::chart::{Quartiles, Reading, Strip, Trend, TrendLine};
use crate::model::{Language, Month, Period, PeriodKind, Subject, TeamIx, side};
use crate::stats::extent;
use crate::view::{Cell, Column, Figure, Row, Table};

/// Most dots of a strip; more are drawn as a histogram.
const MOST_DOTS: usize = 30;

/// The charts of a team.
pub(super) fn charts(
    reporter: &Reporter<'_>,
    language: Language,
    team: TeamIx,
    now: &Standings,
    period: Period,
) -> Vec<Figure> {
    let voice = reporter.voice(language);
    let who = subject::link(reporter, language, Subject::Team(team)).text;
    let mut charts: Vec<Figure> = spread(reporter, voice, &who, now, period).into_iter().collect();
    let of =
        |month| Standings::new(reporter, reporter.survey.members(reporter.evaluation, month, team), month);
    charts.extend(course(reporter, voice, (&who, Some(team)), of));
    charts
}

/// How the scores of a group are distributed; `None` for fewer than three.
pub(super) fn spread(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    who: &str,
    now: &Standings,
    period: Period,
) -> Option<Figure> {
    let values = now.values();
    let (lower, median, upper) = now.quartiles().filter(|_| values.len() >= 3)?;
    let (least, most) = extent(&values)?;
    if !reporter.visible.everything() {
        return Some(middle_half(reporter, voice, who, &values, (lower, median, upper), period));
    }
    let score = |value: f64| reporter.score(value);
    let label = format::period(period, voice.language);
    let saying = Saying {
        title: say!(voice, "scores-title", low: &score(lower), high: &score(upper)),
        subtitle: say!(voice, "scores-subtitle", who: who, period: &label, n: values.len()),
        label: say!(voice, "scores-label", who: who),
        summary: say!(
            voice, "scores-summary",
            least: &score(least), most: &score(most), median: &score(median), n: values.len(),
        ),
    };
    if values.len() > MOST_DOTS {
        let of = Histogram {
            anchor: "spread",
            title: voice.word("score"),
            count_title: voice.word("agents"),
            values: &values,
            target: None,
            bounds: Some((0.0, most.max(100.0))),
            saying,
        };
        return Some(histogram::figure_of(voice, of, &|value| number(value, 0)));
    }
    let room = ((most - least) * 0.1).max(1.0);
    let strip = Strip {
        low: (least - room).max(0.0),
        high: most + room,
        peers: values.clone(),
        quartiles: Some(Quartiles { lower, median, upper }),
        own: None,
    };
    let mut sorted = values;
    sorted.sort_unstable_by(f64::total_cmp);
    let rows = [
        ("least", least),
        ("lower-quartile", lower),
        ("median", median),
        ("upper-quartile", upper),
        ("most", most),
    ];
    let rows = rows
        .map(|(key, value)| Row::new(vec![Cell::text(voice.word(key)), Cell::number(score(value), value)]));
    let columns = vec![Column::text(voice.word("measure-of-spread")), Column::number(voice.word("score"))];
    let mut data = Table::new(say!(voice, "scores-data", who: who), columns, rows.to_vec());
    (data.filter, data.sortable) = (false, false);
    Some(figure("spread", "strip", saying, strip.draw(), Some(data)))
}

/// The quartiles alone, for audiences that see no single person.
fn middle_half(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    who: &str,
    values: &[f64],
    (lower, median, upper): (f64, f64, f64),
    period: Period,
) -> Figure {
    let score = |value: f64| reporter.score(value);
    let (low, middle, high, n) = (&score(lower), &score(median), &score(upper), values.len());
    let saying = Saying {
        title: say!(voice, "scores-title", low: low, high: high),
        subtitle: say!(
            voice, "scores-subtitle", who: who, period: &format::period(period, voice.language), n: n
        ),
        label: say!(voice, "scores-label", who: who),
        summary: say!(voice, "scores-summary-quartiles", low: low, high: high, median: middle, n: n),
    };
    // The ends of the scale follow from the quartiles, so that they do not tell the best and the least score.
    let room = (upper - lower).max(1.0);
    let strip = Strip {
        low: (lower - room).max(0.0),
        high: upper + room,
        peers: Vec::new(),
        quartiles: Some(Quartiles { lower, median, upper }),
        own: None,
    };
    let rows = [("lower-quartile", lower), ("median", median), ("upper-quartile", upper)];
    let rows = rows
        .map(|(key, value)| Row::new(vec![Cell::text(voice.word(key)), Cell::number(score(value), value)]));
    let columns = vec![Column::text(voice.word("measure-of-spread")), Column::number(voice.word("score"))];
    let mut data = Table::new(say!(voice, "scores-data", who: who), columns, rows.to_vec());
    (data.filter, data.sortable) = (false, false);
    figure("spread", "strip", saying, strip.draw(), Some(data))
}

/// The median of a group's scores over the last months; `None` for fewer than two.
pub(super) fn course(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    (who, team): (&str, Option<TeamIx>),
    of: impl Fn(Period) -> Standings,
) -> Option<Figure> {
    let mut months: Vec<Period> =
        reporter.evaluation.of_kind(PeriodKind::Month).rev().take(super::series::MONTHS).collect();
    months.reverse();
    let standings: Vec<Standings> = months.iter().map(|month| of(*month)).collect();
    let medians: Vec<Option<f64>> = standings.iter().map(Standings::median).collect();
    let known: Vec<(Period, f64)> =
        months.iter().zip(&medians).filter_map(|(month, median)| median.map(|m| (*month, m))).collect();
    let ((first, from), (last, to)) = (known.first().copied()?, known.last().copied()?);
    if known.len() < 2 {
        return None;
    }
    let score = |value: f64| reporter.score(value);
    let firsts: Vec<Month> = months.iter().map(|month| month.first()).collect();
    let schemes: Vec<_> = firsts.iter().map(|month| turns::scheme_of(reporter, team, *month)).collect();
    let turns = |voice: Voice<'_>| turns::of_schemes(reporter, voice, &firsts, &schemes);
    let drawing = drawn(voice.language, |language| {
        let voice = voice.in_language(language);
        let reading = |value: &Option<f64>| Reading {
            value: *value,
            text: value.map_or_else(|| voice.word("no-data"), score),
            ..Reading::default()
        };
        Trend {
            title: voice.word("median-score"),
            periods: months.iter().map(ToString::to_string).collect(),
            lines: vec![TrendLine {
                label: side(who, language),
                readings: medians.iter().map(reading).collect(),
                selected: true,
            }],
            bounds: Some((0.0, 100.0_f64.max(to))),
            shades: super::occasion::shades(reporter, language, &firsts),
            marks: turns(voice),
            ..Trend::default()
        }
        .draw(&|value| number(value, 0))
    });
    let key = if to > from {
        "median-rose"
    } else if to < from {
        "median-fell"
    } else {
        "median-flat"
    };
    let month = |period: Period| format::period(period, voice.language);
    let saying = Saying {
        title: say!(voice, key, from: &score(from), to: &score(to), since: &month(first)),
        subtitle: say!(voice, "median-subtitle", who: who, first: &month(first), last: &month(last)),
        label: say!(voice, "median-label", who: who),
        summary: say!(
            voice, "median-summary", first: &score(from), first_month: &month(first),
            last: &score(to), last_month: &month(last),
        ),
    };
    let marks = turns(voice);
    let rows = months.iter().zip(standings.iter().zip(&medians)).enumerate().rev().map(
        |(at, (month, (standings, median)))| {
            let value =
                median.map_or_else(|| Cell::text(voice.word("not-scored")), |m| Cell::number(score(m), m));
            let label = Cell::link(month.to_string(), super::address::period(*month));
            let label = Cell { note: turns::note(&marks, at), ..label };
            Row::new(vec![
                label,
                value,
                Cell::number(number(standings.rated as f64, 0), standings.rated as f64),
            ])
        },
    );
    let columns = vec![
        Column::text(voice.word("month")),
        Column::number(voice.word("median-score")),
        Column::number(voice.word("figure-rated")),
    ];
    let mut data = Table::new(say!(voice, "median-data", who: who), columns, rows.collect());
    data.filter = false;
    Some(figure("median", "trend", saying, drawing, Some(data)))
}
