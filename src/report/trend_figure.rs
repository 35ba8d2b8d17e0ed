//! The course of one indicator of somebody as a run or control chart whose title says what is to be seen.

use super::cell::reading as reading_cell;
use super::count_cell::counts;
use super::figure::{Saying, drawn, figure};
use super::format::{self, Shown};
use super::measure::dot_mark;
use super::occasion;
use super::reporter::Reporter;
use super::series::{Finding, Series, goalpost};
use super::turns;
use super::voice::{Voice, say};
use crate::chart::{NaturalRange, Reading as Drawn, Trend, TrendLine};
use crate::model::{Indicator, Language, Subject, TeamIx, side};
use crate::stats::ControlSide;
use crate::view::{Cell, Column, Figure, Row, Table};

/// Whose course, and where on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Course<'a> {
    /// Anchor of the figure.
    pub(super) anchor: &'a str,
    /// Whose.
    pub(super) subject: Subject,
    /// The name of whose it is.
    pub(super) who: &'a str,
    /// The indicator.
    pub(super) indicator: crate::model::IndicatorIx,
    /// Ends of the value axis, for charts on a shared scale.
    pub(super) bounds: Option<(f64, f64)>,
    /// Whether a static picture is enough: for pages that exist in thousands.
    pub(super) still: bool,
}

/// The figure of `course`.
pub(super) fn trend_figure(
    reporter: &Reporter<'_>,
    language: Language,
    course: Course<'_>,
    series: &Series,
) -> Figure {
    let voice = reporter.voice(language);
    let indicator = reporter.evaluation.model.indicator(course.indicator);
    let shown = reporter.shown(indicator.precision, language);
    let saying = saying(reporter, voice, shown, course, indicator, series);
    let drawing = drawn(language, |language| {
        let shown = reporter.shown(indicator.precision, language);
        let who = side(course.who, language);
        let own = Course { who: &who, ..course };
        let trend = chart(reporter, reporter.voice(language), shown, own, series);
        let tick = |value| shown.limit(value);
        if course.still { trend.picture(&tick) } else { trend.draw(&tick) }
    });
    figure(course.anchor, "trend", saying, drawing, Some(data(reporter, language, course, series)))
}

fn chart(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    shown: Shown<'_>,
    course: Course<'_>,
    series: &Series,
) -> Trend {
    let indicator = reporter.evaluation.model.indicator(course.indicator);
    let team = team_of(course);
    let drawn = |reading: &crate::score::Reading| Drawn {
        value: reading.value,
        text: reading.value.map_or_else(|| voice.word("no-data"), |value| shown.value(value)),
        mark: dot_mark(reading),
    };
    let valid = indicator.valid;
    let finite = (valid.0.is_finite() && valid.1.is_finite()).then_some(valid);
    Trend {
        title: format!("{} {}", voice.name(&indicator.name), shown.unit()).trim_end().to_owned(),
        periods: series.months.iter().map(ToString::to_string).collect(),
        lines: vec![TrendLine {
            label: course.who.to_owned(),
            readings: series.readings.iter().map(drawn).collect(),
            selected: true,
        }],
        target: series
            .months
            .iter()
            .map(|month| goalpost(reporter, team, course.indicator, *month).map(|goal| goal.full))
            .collect(),
        target_label: voice.word("target"),
        range: series.limits.map(|limits| NaturalRange {
            low: limits.lower.max(valid.0),
            high: limits.upper.min(valid.1),
            centre: Some(limits.centre),
            label: voice.word("natural-range"),
        }),
        bounds: course.bounds.or(finite),
        shades: occasion::shades(reporter, voice.language, &series.months),
        levels: occasion::levels(reporter, voice.language, course.subject, course.indicator),
        marks: turns::of_indicator(reporter, voice, team, course.indicator, &series.months),
    }
}

/// The team of a course; `None` for all.
const fn team_of(course: Course<'_>) -> Option<TeamIx> {
    match course.subject {
        Subject::Team(team) => Some(team),
        _ => None,
    }
}

fn saying(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    shown: Shown<'_>,
    course: Course<'_>,
    indicator: &Indicator,
    series: &Series,
) -> Saying {
    let name = voice.name(&indicator.name);
    let first = series.months.first().map_or_else(String::new, |month| format::month(*month, voice.language));
    let last = series.months.last().map_or_else(String::new, |month| format::month(*month, voice.language));
    Saying {
        title: finding_title(voice, shown, name, series.finding(indicator)),
        subtitle: occasion::with_note(
            voice,
            reporter,
            &series.months,
            say!(voice, "trend-subtitle", who: course.who, indicator: name, first: &first, last: &last),
        ),
        label: say!(voice, "trend-label", who: course.who, indicator: name),
        summary: summary(voice, shown, series),
    }
}

/// What a course says, as a title.
pub(super) fn finding_title(voice: Voice<'_>, shown: Shown<'_>, name: &str, finding: Finding) -> String {
    let high = |side| side == ControlSide::High;
    match finding {
        Finding::Nothing => say!(voice, "finding-nothing", indicator: name),
        Finding::Outside(side) if high(side) => say!(voice, "finding-outside-high", indicator: name),
        Finding::Outside(_) => say!(voice, "finding-outside-low", indicator: name),
        Finding::Run(side, n) if high(side) => say!(voice, "finding-run-high", indicator: name, n: n),
        Finding::Run(_, n) => say!(voice, "finding-run-low", indicator: name, n: n),
        Finding::Streak(side, n) if high(side) => say!(voice, "finding-rise", indicator: name, n: n),
        Finding::Streak(_, n) => say!(voice, "finding-fall", indicator: name, n: n),
        Finding::Stable => say!(voice, "finding-stable", indicator: name),
        Finding::Step(step) if shown.precision.grid(step) == 0 => {
            say!(voice, "finding-flat", indicator: name)
        }
        Finding::Step(step) => {
            let by = shown.distance(step);
            let key = if step > 0.0 { "finding-up" } else { "finding-down" };
            say!(voice, key, indicator: name, by: &by)
        }
    }
}

/// One sentence with minimum, maximum, last value and natural range.
fn summary(voice: Voice<'_>, shown: Shown<'_>, series: &Series) -> String {
    let values = series.values();
    let at = |position: usize| {
        series.months.get(position).map_or_else(String::new, |m| format::month(*m, voice.language))
    };
    let least = values.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let most = values.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let (Some(least), Some(most), Some(last)) = (least, most, values.last()) else {
        return voice.word("trend-empty");
    };
    let said = say!(
        voice, "trend-summary",
        least: &shown.value(least.1), least_month: &at(least.0),
        most: &shown.value(most.1), most_month: &at(most.0),
        last: &shown.value(last.1), last_month: &at(last.0),
    );
    let range = match series.limits {
        Some(limits) => {
            say!(voice, "trend-limits", low: &shown.value(limits.lower), high: &shown.value(limits.upper))
        }
        None => say!(voice, "trend-no-limits", n: values.len()),
    };
    voice.sentences(&[said.into(), range.into()])
}

fn data(reporter: &Reporter<'_>, language: Language, course: Course<'_>, series: &Series) -> Table {
    let voice = reporter.voice(language);
    let indicator = reporter.evaluation.model.indicator(course.indicator);
    let shown = reporter.shown(indicator.precision, language);
    let words = reporter.words(language);
    let columns = vec![
        Column::text(voice.word("month")),
        Column::number(voice.word("value")).unit(shown.unit_or(words)),
        Column::number(voice.word("counts")),
    ];
    let promotions = &reporter.evaluation.model.organisation.promotions;
    let marks = turns::of_indicator(reporter, voice, team_of(course), course.indicator, &series.months);
    let rows = series.months.iter().zip(&series.readings).enumerate().map(|(at, (month, reading))| {
        let label =
            Cell::link(month.to_string(), super::address::period(crate::model::Period::month(*month)));
        let turn = turns::note(&marks, at);
        let names = promotions.iter().filter(|one| one.touches(*month)).map(|one| one.name.get(language));
        let names: Vec<&str> = names.chain(turn.as_deref()).collect();
        let label = Cell { note: (!names.is_empty()).then(|| voice.list(&names)), ..label };
        Row::new(vec![label, reading_cell(reading, shown, false, words), counts(reading, words)])
    });
    let caption = say!(voice, "trend-data", who: course.who, indicator: voice.name(&indicator.name));
    let mut table = Table::new(caption, columns, rows.rev().collect());
    table.filter = false;
    table.notes = occasion::notes(reporter, voice, course.subject, course.indicator);
    table
}
