//! Teams with their scores, change and members.

use super::reporter::Reporter;
use super::standing::Standings;
use super::voice::say;
use super::{format, score_cell, subject};
use crate::model::{Language, Period, Subject, TeamIx};
use crate::view::{Cell, CellState, Column, Row, Table};

/// The table of all teams in `period`.
pub(super) fn table(reporter: &Reporter<'_>, language: Language, period: Option<Period>) -> Table {
    let voice = reporter.voice(language);
    let missing = voice.word("not-comparable");
    let row = |at: u32| {
        let team = TeamIx(at);
        if !reporter.visible.team(team) {
            let mut cells = vec![subject::cell(reporter, language, Subject::Team(team))];
            cells.resize(6, Cell::empty(CellState::Withheld));
            return Row::new(cells);
        }
        let of = |period: Period| {
            Standings::new(reporter, reporter.survey.members(reporter.evaluation, period, team), period)
        };
        let now = period.map(of).unwrap_or_default();
        let before = period.map(|period| of(period.previous())).unwrap_or_default();
        let number = |count: usize| Cell::number(format::number(count as f64, 0), count as f64);
        let score = |score: Option<f64>| match score {
            Some(score) => Cell::number(reporter.score(score), score),
            None => Cell::text(voice.word("not-scored")),
        };
        let half = now.quartiles().filter(|_| now.totals.len() >= 4);
        let half = half.map_or_else(
            || Cell::text(voice.word("too-few")),
            |(low, _, high)| Cell::number(format!("{} – {}", reporter.score(low), reporter.score(high)), low),
        );
        Row::new(vec![
            subject::cell(reporter, language, Subject::Team(team)),
            number(now.members),
            number(now.rated),
            score(now.median()),
            score_cell::change_cell(reporter, now.median(), before.median(), &missing),
            half,
        ])
    };
    let columns = vec![
        Column::text(voice.word("team")),
        Column::number(voice.word("members")),
        Column::number(voice.word("figure-rated")).minor(),
        Column::number(voice.word("median-score")),
        Column::number(voice.word("change")),
        Column::number(voice.word("figure-middle-half")).minor(),
    ];
    let label = period.map(|period| format::period(period, language)).unwrap_or_default();
    let rows = (0..reporter.evaluation.model.teams.len() as u32).map(row).collect();
    let mut table = Table::new(say!(voice, "teams-caption", period: &label), columns, rows);
    table.empty = voice.word("teams-none");
    table.notes = vec![voice.word("teams-note")];
    if !reporter.visible.everything() {
        table.notes.push(say!(voice, "teams-withheld", n: reporter.visible.least()));
    }
    table
}
