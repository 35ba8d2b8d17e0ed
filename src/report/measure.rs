//! One indicator as a row: value, target, points, change, and two small drawings.

use super::cell::{mark, reading as reading_cell, tone_of_points};
use super::figure::markup;
use super::format::{number, short_number};
use super::goalpost::Goalpost;
use super::reporter::Reporter;
use super::{address, format::Shown};
use crate::chart::{Bullet, Dot, Mark, Sparkline, Status};
use crate::model::{Direction, Indicator, Language, Measure as Kind};
use crate::score::{Reading, ReadingState};
use crate::view::{Link, Measure, Tone};

/// What a row is made from.
#[derive(Debug, Clone)]
pub(super) struct Row<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its value.
    pub reading: &'a Reading,
    /// The target.
    pub goalpost: Option<Goalpost>,
    /// Points, 0–100.
    pub points: Option<f64>,
    /// Weight in percent.
    pub weight: Option<f64>,
    /// Contribution to the total.
    pub contribution: Option<f64>,
    /// The value in the period before.
    pub before: Option<f64>,
    /// The last periods, oldest first, this one last.
    pub course: &'a [Reading],
    /// Where the value comes from, relative to the folder of the language.
    pub derivation: Option<String>,
}

/// The row of an indicator in `language`.
#[must_use]
pub(super) fn measure(reporter: &Reporter<'_>, language: Language, row: &Row<'_>) -> Measure {
    let words = reporter.words(language);
    let shown = reporter.shown(row.indicator.precision, language);
    let tone = tone_of_points(row.points);
    let mut value = reading_cell(row.reading, shown, true, words);
    value.href = row.derivation.clone().filter(|_| row.reading.value.is_some());
    Measure {
        indicator: Link::new(row.indicator.name.get(language), address::indicator(row.indicator.id.as_str())),
        direction: match row.indicator.direction {
            Direction::Up => None,
            Direction::Down => Some(words.lower_is_better.clone()),
            Direction::Band => Some(words.range_is_better.clone()),
        },
        weight: row.weight.map(|weight| format!("{}%", short_number(weight, 2))),
        value,
        target: row.goalpost.map(|goal| shown.condition(goal.operator, goal.full, goal.upper)),
        points: row.points.map(|points| number(points, 1)),
        contribution: row.contribution.map(|contribution| number(contribution, 2)),
        change: change(row, shown, reporter, language),
        mark: (row.points.is_some() || row.goalpost.is_some()).then(|| mark(tone, words)),
        bullet: bullet(row, tone),
        spark: spark(row),
    }
}

/// The change against the period before, with an arrow for the number and a word for its meaning.
fn change(row: &Row<'_>, shown: Shown<'_>, reporter: &Reporter<'_>, language: Language) -> Option<String> {
    let (now, before) = (row.reading.value?, row.before?);
    let words = reporter.words(language);
    let (here, there) = (shown.precision.grid(now), shown.precision.grid(before));
    let arrow = match here.cmp(&there) {
        std::cmp::Ordering::Greater => "↑",
        std::cmp::Ordering::Less => "↓",
        std::cmp::Ordering::Equal => return Some(format!("→ {}", words.unchanged)),
    };
    let meaning = match (row.indicator.direction, here > there) {
        (Direction::Band, _) => "",
        (Direction::Up, true) | (Direction::Down, false) => &words.better,
        _ => &words.worse,
    };
    Some(format!("{arrow} {} {meaning}", shown.change(now - before)).trim_end().to_owned())
}

/// Value against target on one scale; none where there is neither.
fn bullet(row: &Row<'_>, tone: Tone) -> Option<crate::view::Markup> {
    let goal = row.goalpost?;
    let value = row.reading.value.filter(|_| usable(row.reading));
    let points = [value, Some(goal.full), goal.upper, goal.zero];
    let all = || points.iter().flatten().copied();
    let (least, most) = (all().min_by(f64::total_cmp)?, all().max_by(f64::total_cmp)?);
    let share = matches!(row.indicator.measure, Kind::Share { .. });
    // A share close to 1 says nothing on a scale from zero: show the part between the anchors with a dot.
    let dot = (share && least > 0.4) || least < 0.0;
    let room = (most - least).max(f64::EPSILON) * 0.15;
    let (low, high) = if dot {
        ((least - room).max(row.indicator.valid.0), (most + room).min(row.indicator.valid.1))
    } else {
        (0.0, (most + room).min(row.indicator.valid.1.max(most)))
    };
    let mut cuts: Vec<f64> = [goal.zero, Some(goal.full), goal.upper].into_iter().flatten().collect();
    cuts.retain(|cut| *cut > low && *cut < high);
    cuts.sort_unstable_by(f64::total_cmp);
    cuts.dedup();
    let drawing = Bullet {
        low,
        high,
        value,
        target: Some(goal.full),
        cuts,
        lower_is_better: row.indicator.direction == Direction::Down,
        dot,
        status: status(tone),
        mark: dot_mark(row.reading),
    };
    markup(drawing.draw().svg)
}

/// The last periods as a line; none for fewer than two values.
fn spark(row: &Row<'_>) -> Option<crate::view::Markup> {
    let dots: Vec<Dot> =
        row.course.iter().map(|reading| Dot { value: reading.value, mark: dot_mark(reading) }).collect();
    if dots.iter().filter(|dot| dot.value.is_some()).count() < 2 {
        return None;
    }
    let target = row.goalpost.map(|goal| goal.full);
    markup(Sparkline { dots, target, range: None, scale: None }.draw().svg)
}

/// The chart's word for a tone.
#[must_use]
pub(super) const fn status(tone: Tone) -> Status {
    match tone {
        Tone::OnTarget => Status::OnTarget,
        Tone::Watch => Status::Watch,
        Tone::Below => Status::Below,
        Tone::NoValue => Status::NoValue,
    }
}

/// How sure a value is, as the chart draws it.
#[must_use]
pub(super) const fn dot_mark(reading: &Reading) -> Mark {
    match reading.state {
        ReadingState::Measured if reading.reconstructed => Mark::Provisional,
        ReadingState::Measured => Mark::Solid,
        _ => Mark::Hollow,
    }
}

const fn usable(reading: &Reading) -> bool {
    matches!(reading.state, ReadingState::Measured | ReadingState::TooSmall { .. })
}
