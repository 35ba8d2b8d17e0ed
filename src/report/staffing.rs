//! Staff hours against what comes in, in words, bars and tables (A074).

use super::figure::{Saying, drawn, figure};
use super::format::{self, number, short_number, signed};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, subject};
use crate::chart::{BarRow, Bars, Reading as Point, Trend, TrendLine};
use crate::compare::{Load, Part, Staffing, staffing};
use crate::model::{Language, Period, Subject, TeamIx, side};
use crate::view::{Cell, Column, Figure, Row, RuleSection, Table};

/// The figures of a team: the parts of the day in `period`, and the load by month. Empty without rosters.
pub(super) fn of_team(
    reporter: &Reporter<'_>,
    language: Language,
    team: TeamIx,
    period: Period,
) -> Vec<Figure> {
    let Some(found) = staffing(reporter.evaluation, team, period) else { return Vec::new() };
    let who = subject::link(reporter, language, Subject::Team(team)).text;
    let mut figures = vec![parts(reporter, language, &who, period, &found)];
    let all = reporter.evaluation.model.metrics.range();
    let (first, last) = all.map_or((period.first(), period.last()), |range| range);
    let months: Vec<(Period, Load)> = (0..=last.since(first))
        .filter_map(|n| {
            let month = Period::month(first.plus(n));
            Some((month, staffing(reporter.evaluation, team, month)?.total))
        })
        .collect();
    figures.extend(course(reporter, language, &who, &months));
    figures
}

fn per_hour(voice: Voice<'_>, load: Load) -> String {
    load.per_hour().map_or_else(|| voice.word("no-data"), |rate| number(rate, 2))
}

fn percent(share: f64) -> String {
    format!("{}%", number(share * 100.0, 1))
}

fn parts(reporter: &Reporter<'_>, language: Language, who: &str, period: Period, found: &Staffing) -> Figure {
    let voice = reporter.voice(language);
    let label = format::period(period, language);
    let mean = found.total.per_hour();
    let title = match found.match_share {
        Some(share) => say!(voice, "staff-title", share: &percent(share)),
        None => say!(voice, "staff-title-whole", rate: &per_hour(voice, found.total)),
    };
    let saying = Saying {
        title,
        subtitle: say!(
            voice, "staff-subtitle",
            who: who, period: &label, hours: &short_number(found.total.hours, 1),
            enquiries: &short_number(found.total.enquiries, 0),
        ),
        label: say!(voice, "staff-label", who: who),
        summary: say!(voice, "staff-summary", rate: &per_hour(voice, found.total)),
    };
    let drawing = drawn(language, |language| {
        let voice = reporter.voice(language);
        let row = |part: &Part| BarRow {
            label: part.interval.to_string(),
            reading: Point {
                value: part.load.per_hour(),
                text: per_hour(voice, part.load),
                ..Point::default()
            },
            target: mean,
            ..BarRow::default()
        };
        let bars = Bars {
            title: voice.word("staff-per-hour"),
            rows: found.parts.iter().map(row).collect(),
            bounds: None,
        };
        bars.draw(&|value| short_number(value, 2))
    });
    let data = parts_table(voice, found);
    figure("staffing", "bars", saying, drawing, Some(data))
}

fn parts_table(voice: Voice<'_>, found: &Staffing) -> Table {
    let row = |part: &Part| {
        Row::new(vec![
            Cell::text(part.interval.to_string()),
            hours(part.load.hours),
            worked(voice, part.load),
            Cell::number(percent(part.hours_share), part.hours_share),
            Cell::number(short_number(part.load.enquiries, 0), part.load.enquiries),
            Cell::number(percent(part.enquiries_share), part.enquiries_share),
            rate(voice, part.load),
            Cell::number(signed(part.shift, 1), part.shift),
        ])
    };
    let keys = [
        "staff-hours",
        "staff-worked",
        "staff-hours-share",
        "staff-enquiries",
        "staff-enquiries-share",
        "staff-per-hour",
        "staff-shift",
    ];
    let mut columns = vec![Column::text(voice.word("staff-interval"))];
    columns.extend(keys.map(|key| Column::number(voice.word(key))));
    let mut table = Table::new(voice.word("staff-data"), columns, found.parts.iter().map(row).collect());
    table.filter = false;
    table.notes = vec![voice.word("staff-note")];
    table
}

fn hours(value: f64) -> Cell {
    Cell::number(number(value, 1), value)
}

fn worked(voice: Voice<'_>, load: Load) -> Cell {
    load.worked.map_or_else(|| Cell::text(voice.word("no-data")), hours)
}

fn rate(voice: Voice<'_>, load: Load) -> Cell {
    match load.per_hour() {
        Some(rate) => Cell::number(number(rate, 2), rate),
        None => Cell::text(voice.word("no-data")),
    }
}

/// The load by month; `None` for fewer than two.
fn course(
    reporter: &Reporter<'_>,
    language: Language,
    who: &str,
    months: &[(Period, Load)],
) -> Option<Figure> {
    let ((first, from), (last, to)) = (months.first()?, months.last()?);
    if months.len() < 2 {
        return None;
    }
    let voice = reporter.voice(language);
    let names: Vec<crate::model::Month> = months.iter().map(|(month, _)| month.first()).collect();
    let drawing = drawn(language, |language| {
        let voice = reporter.voice(language);
        let point = |(_, load): &(Period, Load)| Point {
            value: load.per_hour(),
            text: per_hour(voice, *load),
            ..Point::default()
        };
        let line = TrendLine {
            label: side(who, language),
            readings: months.iter().map(point).collect(),
            selected: true,
        };
        Trend {
            title: voice.word("staff-per-hour"),
            periods: months.iter().map(|(month, _)| month.to_string()).collect(),
            lines: vec![line],
            bounds: Some((0.0, f64::INFINITY)),
            shades: super::occasion::shades(reporter, language, &names),
            ..Trend::default()
        }
        .draw(&|value| short_number(value, 2))
    });
    let (then, now) = (per_hour(voice, *from), per_hour(voice, *to));
    let month = |period: &Period| format::period(*period, language);
    let saying = Saying {
        title: say!(voice, "staff-course-title", then: &then, first: &month(first), now: &now, last: &month(last)),
        subtitle: say!(voice, "staff-course-subtitle", who: who),
        label: say!(voice, "staff-course-label", who: who),
        summary: say!(voice, "staff-course-title", then: &then, first: &month(first), now: &now, last: &month(last)),
    };
    let row = |(month, load): &(Period, Load)| {
        Row::new(vec![
            Cell::link(month.to_string(), address::period(*month)),
            hours(load.hours),
            worked(voice, *load),
            Cell::number(short_number(load.enquiries, 0), load.enquiries),
            rate(voice, *load),
        ])
    };
    let mut columns = vec![Column::text(voice.word("month"))];
    let keys = ["staff-hours", "staff-worked", "staff-enquiries", "staff-per-hour"];
    columns.extend(keys.map(|key| Column::number(voice.word(key))));
    let mut data =
        Table::new(voice.word("staff-course-data"), columns, months.iter().rev().map(row).collect());
    data.filter = false;
    Some(figure("staffing-course", "trend", saying, drawing, Some(data)))
}

/// All teams with rosters in `period`; `None` without any.
pub(super) fn of_period(reporter: &Reporter<'_>, language: Language, period: Period) -> Option<RuleSection> {
    if !reporter.visible.everything() {
        return None;
    }
    let voice = reporter.voice(language);
    let teams = (0..reporter.evaluation.model.teams.len() as u32).map(TeamIx);
    let row = |team: TeamIx| {
        let found = staffing(reporter.evaluation, team, period)?;
        let page = address::team(reporter.evaluation.model.team(team).id.as_str());
        let matched = match found.match_share {
            Some(share) => Cell::number(percent(share), share),
            None => Cell::text(voice.word("not-comparable")),
        };
        Some(Row::new(vec![
            Cell {
                href: Some(format!("{page}#staffing")),
                ..subject::cell(reporter, language, Subject::Team(team))
            },
            hours(found.total.hours),
            worked(voice, found.total),
            Cell::number(short_number(found.total.enquiries, 0), found.total.enquiries),
            rate(voice, found.total),
            matched,
        ]))
    };
    let rows: Vec<Row> = teams.filter_map(row).collect();
    let mut columns = vec![Column::text(voice.word("team"))];
    let keys = ["staff-hours", "staff-worked", "staff-enquiries", "staff-per-hour", "staff-match"];
    columns.extend(keys.map(|key| Column::number(voice.word(key))));
    if rows.is_empty() {
        return None;
    }
    let title = voice.word("staff-section");
    let mut table = Table::new(title.clone(), columns, rows);
    (table.quiet, table.csv) = (true, Some(format!("csv/rosters-{period}.csv")));
    Some(RuleSection {
        anchor: "staffing".to_owned(),
        title,
        paragraphs: vec![voice.word("staff-note")],
        table: Some(table),
    })
}
