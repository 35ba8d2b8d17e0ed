//! The course of a goal: monthly values against the target line, and what was to be seen at each checkpoint.

use super::figure::{Saying, drawn, figure};
use super::format::{self, number};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{goal_rows, occasion, series::value};
use crate::chart::{Mark as Drawn, Reading as Point, Trend, TrendLine};
use crate::goals::GoalResult;
use crate::model::{Indicator, Language, Month, Scope, Subject, Target};
use crate::score::{Reading, reading_with};
use crate::view::{Cell, CellState, Column, Figure, Row, Table};

/// Months before the start that the chart shows.
const BEFORE: i32 = 6;

/// The course of a goal; `None` without a subject, an indicator, a number and dates.
pub(super) fn course(reporter: &Reporter<'_>, language: Language, goal: &GoalResult) -> Option<Figure> {
    let voice = reporter.voice(language);
    let target = reporter.evaluation.model.target(goal.target);
    let indicator = reporter.evaluation.model.indicator(target.indicator?);
    let (aim, start, end) = (target.goal?, Month::of(target.start?), Month::of(target.end?));
    let shown = reporter.shown(indicator.precision, language);
    let months: Vec<Month> =
        (0..=end.since(start.plus(-BEFORE)).clamp(0, 36)).map(|n| start.plus(n - BEFORE)).collect();
    let readings: Vec<Reading> =
        months.iter().map(|month| read(reporter, target, *month)).collect::<Option<_>>()?;
    let drawing = drawn(language, |language| {
        let (voice, shown) = (reporter.voice(language), reporter.shown(indicator.precision, language));
        let point = |(month, reading): (&Month, &Reading)| Point {
            value: reading.value,
            text: reading.value.map_or_else(|| voice.word("no-data"), |value| shown.value(value)),
            mark: if *month < start || value(reading).is_none() { Drawn::Hollow } else { Drawn::Solid },
        };
        let valid = indicator.valid;
        Trend {
            title: format!("{} {}", voice.name(&indicator.name), shown.unit()).trim_end().to_owned(),
            periods: months.iter().map(ToString::to_string).collect(),
            lines: vec![TrendLine {
                label: voice.name(&indicator.name).to_owned(),
                readings: months.iter().zip(&readings).map(point).collect(),
                selected: true,
            }],
            target: months.iter().map(|month| (*month >= start).then_some(aim.value)).collect(),
            target_label: shown.condition(aim.operator, aim.value, aim.upper),
            range: None,
            bounds: (valid.0.is_finite() && valid.1.is_finite()).then_some(valid),
            shades: occasion::shades(reporter, voice.language, &months),
            levels: occasion::of_target(reporter, voice.language, target),
            marks: Vec::new(),
        }
        .draw(&|value| shown.limit(value))
    });
    let saying = saying(voice, shown, indicator, target, (&months, &readings), start);
    let data = data(voice, shown, &months, &readings, start);
    Some(figure("course", "trend", saying, drawing, Some(data)))
}

/// The month's value under the goal's scope.
fn read(reporter: &Reporter<'_>, target: &Target, month: Month) -> Option<Reading> {
    let evaluation = reporter.evaluation;
    let channels = match &target.scope {
        Some(Scope::Channels(list)) => Some(list.as_slice()),
        _ => None,
    };
    let subject: Subject = target.subject?;
    Some(reading_with(
        &evaluation.model,
        &evaluation.index,
        subject,
        target.indicator?,
        month,
        month,
        channels,
    ))
}

fn saying(
    voice: Voice<'_>,
    shown: format::Shown<'_>,
    indicator: &Indicator,
    target: &Target,
    (months, readings): (&[Month], &[Reading]),
    start: Month,
) -> Saying {
    let name = voice.name(&indicator.name);
    let within = months.iter().zip(readings).filter(|(month, _)| **month >= start);
    let known: Vec<(Month, f64)> = within.filter_map(|(m, r)| value(r).map(|value| (*m, value))).collect();
    let meets =
        |v: f64| target.goal.is_some_and(|g| indicator.precision.meets(v, g.operator, g.value, g.upper));
    let met = known.iter().filter(|(_, value)| meets(*value)).count();
    let condition =
        target.goal.map(|goal| shown.condition(goal.operator, goal.value, goal.upper)).unwrap_or_default();
    let summary = match known.last() {
        Some((month, last)) => {
            let month = format::month(*month, voice.language);
            say!(voice, "course-summary", last: &shown.value(*last), month: &month, goal: &condition)
        }
        None => say!(voice, "course-summary-none", goal: &condition),
    };
    let title = match known.len() {
        0 => say!(voice, "course-title-none", indicator: name),
        all => say!(voice, "course-title", met: met, all: all),
    };
    Saying {
        title,
        subtitle: say!(voice, "course-subtitle", indicator: name, title: goal_rows::title(voice.language, target)),
        label: say!(voice, "course-label", indicator: name),
        summary,
    }
}

fn data(
    voice: Voice<'_>,
    shown: format::Shown<'_>,
    months: &[Month],
    readings: &[Reading],
    start: Month,
) -> Table {
    let row = |(month, reading): (&Month, &Reading)| {
        let part = voice.word(if *month < start { "course-before" } else { "course-within" });
        let value = match reading.value {
            Some(value) => Cell::number(shown.value(value), value),
            None => Cell::empty(CellState::NoData),
        };
        let counts = super::count_cell::counts_text(reading);
        Row::new(vec![
            Cell::text(month.to_string()),
            Cell::text(part),
            value,
            counts.map_or_else(|| Cell::empty(CellState::NoData), Cell::text),
        ])
    };
    let columns = vec![
        Column::text(voice.word("month")),
        Column::text(voice.word("course-part")),
        Column::number(voice.word("value")),
        Column::number(voice.word("counts")),
    ];
    let mut table =
        Table::new(voice.word("course-data"), columns, months.iter().zip(readings).map(row).collect());
    table.filter = false;
    table
}

/// Checkpoints with the value so far on each; `None` if there are none.
pub(super) fn checkpoints(reporter: &Reporter<'_>, language: Language, goal: &GoalResult) -> Option<Table> {
    let voice = reporter.voice(language);
    let target = reporter.evaluation.model.target(goal.target);
    let ix = target.indicator?;
    let indicator = reporter.evaluation.model.indicator(ix);
    let (subject, start) = (target.subject?, Month::of(target.start?));
    let shown = reporter.shown(indicator.precision, language);
    let channels = match &target.scope {
        Some(Scope::Channels(list)) => Some(list.as_slice()),
        _ => None,
    };
    let evaluation = reporter.evaluation;
    let row = |day: &chrono::NaiveDate| {
        let passed = *day <= evaluation.as_of;
        // Only months that are over on the day can be looked at.
        let month = Month::of(*day);
        let last = if month.last_day() <= *day { month } else { month.plus(-1) };
        let reading = (passed && last >= start)
            .then(|| reading_with(&evaluation.model, &evaluation.index, subject, ix, start, last, channels));
        let text = |key: &str| Cell::text(voice.word(key));
        let known = reading.as_ref().and_then(|reading| reading.value.map(|value| (reading, value)));
        let (seen, counts, state) = match known {
            Some((reading, value)) => {
                let meets = target
                    .goal
                    .is_some_and(|g| indicator.precision.meets(value, g.operator, g.value, g.upper));
                let counts =
                    super::count_cell::counts_text(reading).map_or_else(|| text("no-data"), Cell::text);
                let state = text(if meets { "checkpoint-met" } else { "checkpoint-not-yet" });
                (Cell::number(shown.value(value), value), counts, state)
            }
            None if passed => (text("no-data"), text("no-data"), text("checkpoint-no-month")),
            None => (text("checkpoint-to-come"), text("checkpoint-to-come"), text("checkpoint-to-come")),
        };
        Row::new(vec![Cell::text(day.to_string()), seen, counts, state])
    };
    if target.checkpoints.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(voice.word("checkpoint")),
        Column::number(voice.word("goal-value-so-far")),
        Column::number(voice.word("counts")),
        Column::text(voice.word("status")),
    ];
    let caption = say!(voice, "checkpoints-caption", n: number(target.checkpoints.len() as f64, 0).as_str());
    let mut table = Table::new(caption, columns, target.checkpoints.iter().map(row).collect());
    table.filter = false;
    Some(table)
}
