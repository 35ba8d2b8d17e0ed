//! Changes of the organisation's indicators between two periods, sorted by what they would mean for a score.

use super::reporter::Reporter;
use super::voice::say;
use super::{address, cell, format, team_measures};
use crate::model::{Direction, IndicatorIx, Language, Period, Subject};
use crate::score::Reading;
use crate::view::{Cell, CellState, Column, Mark, Row, Table, Tone};

/// The change of one indicator.
#[derive(Debug)]
pub(super) struct Change {
    /// The indicator.
    pub(super) indicator: IndicatorIx,
    /// Then.
    before: Reading,
    /// Now.
    now: Reading,
    /// Points of the total that the change is worth by the rule for everyone of the scheme most agents have.
    pub(super) effect: Option<f64>,
}

/// The changes since the period before, the largest effect first, then those without weight.
pub(super) fn changes(reporter: &Reporter<'_>, period: Period) -> Vec<Change> {
    let evaluation = reporter.evaluation;
    let one = |ix: IndicatorIx| {
        let now = reporter.reading(Subject::Organisation, ix, period);
        let before = reporter.reading(Subject::Organisation, ix, period.previous());
        now.value.or(before.value)?;
        let effect = reporter.survey.item_of_most(evaluation, ix).and_then(|(_, item)| {
            let points = |reading: &Reading, period: Period| {
                team_measures::earned(reporter, Subject::Organisation, item, period, reading)
            };
            Some((points(&now, period)? - points(&before, period.previous())?) * item.weight / 100.0)
        });
        Some(Change { indicator: ix, before, now, effect })
    };
    let mut changes: Vec<Change> =
        (0..evaluation.model.indicators.len() as u32).map(IndicatorIx).filter_map(one).collect();
    let size = |change: &Change| change.effect.map_or(-1.0, f64::abs);
    changes.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.indicator.cmp(&b.indicator)));
    changes
}

/// The table of `changes`.
pub(super) fn table(
    reporter: &Reporter<'_>,
    language: Language,
    period: Period,
    changes: &[Change],
) -> Table {
    let voice = reporter.voice(language);
    let columns = vec![
        Column::text(voice.word("indicator")),
        Column::number(format::period_short(period.previous())),
        Column::number(format::period_short(period)),
        Column::number(voice.word("change")),
        Column::text(voice.word("change-meaning")),
        Column::number(voice.word("change-effect")).minor(),
    ];
    let rows = changes.iter().map(|change| row(reporter, language, change)).collect();
    let mut table = Table::new(voice.word("changes-caption"), columns, rows);
    table.empty = say!(voice, "changes-none", period: &format::period(period, language));
    table.notes = vec![voice.word("changes-note")];
    table.filter = false;
    table
}

fn row(reporter: &Reporter<'_>, language: Language, change: &Change) -> Row {
    let (voice, words) = (reporter.voice(language), reporter.words(language));
    let indicator = reporter.evaluation.model.indicator(change.indicator);
    let shown = reporter.shown(indicator.precision, language);
    let href = format!("{}#course", address::indicator(indicator.id.as_str()));
    let mut now = cell::reading(&change.now, shown, true, words);
    now.href = Some(href.clone()).filter(|_| change.now.value.is_some());
    let difference = change.now.value.zip(change.before.value).map(|(now, before)| now - before);
    let step = change
        .now
        .value
        .zip(change.before.value)
        .map(|(now, before)| indicator.precision.grid(now).cmp(&indicator.precision.grid(before)));
    let better = match (indicator.direction, step) {
        (_, None) | (Direction::Band, Some(std::cmp::Ordering::Less | std::cmp::Ordering::Greater)) => {
            Mark::new(Tone::NoValue, words.not_judged.clone())
        }
        (_, Some(std::cmp::Ordering::Equal)) => Mark::new(Tone::NoValue, words.unchanged.clone()),
        (Direction::Up, Some(std::cmp::Ordering::Greater))
        | (Direction::Down, Some(std::cmp::Ordering::Less)) => {
            Mark::new(Tone::OnTarget, words.better.clone())
        }
        _ => Mark::new(Tone::Watch, words.worse.clone()),
    };
    Row::new(vec![
        Cell::link(voice.name(&indicator.name), address::indicator(indicator.id.as_str())),
        cell::reading(&change.before, shown, true, words),
        now,
        difference.map_or_else(
            || Cell::text(voice.word("not-comparable")),
            |difference| Cell::number(shown.change(difference), difference),
        ),
        Cell::mark(better),
        change.effect.map_or_else(
            || Cell { note: None, ..Cell::empty(CellState::NotApplicable) },
            |effect| Cell::number(format::signed(effect, 2), effect),
        ),
    ])
}
