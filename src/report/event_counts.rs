//! How often each type of event was entered in the latest quarter, against the one before (domain notes A069).

use super::event_table::{nature, of_rows};
use super::format;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::model::{EventType, Period};
use crate::view::{Cell, CellState, Column, Row, Table};

/// The table; `None` where neither quarter has an event.
#[must_use]
pub(super) fn table(reporter: &Reporter<'_>, voice: Voice<'_>) -> Option<Table> {
    let evaluation = reporter.evaluation;
    let now = reporter.survey.period?;
    let before = now.previous();
    let types = &evaluation.model.organisation.event_types;
    let mut counts = vec![(0_u32, 0_u32); types.len()];
    for event in evaluation.model.ledger.events() {
        if let Some((earlier, later)) = counts.get_mut(event.kind.at()) {
            *earlier += u32::from(before.holds(event.month));
            *later += u32::from(now.holds(event.month));
        }
    }
    let rows: Vec<Row> = types
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count != (0, 0))
        .map(|(kind, count)| row(voice, kind, count))
        .collect();
    let period = |period: Period| Column::number(format::period(period, voice.language));
    let columns = vec![
        Column::text(voice.word("ledger-type")),
        Column::text(voice.word("event-type-nature")),
        period(before),
        period(now),
        Column::number(voice.word("ledger-change")),
    ];
    let caption = say!(
        voice, "ledger-counts-caption",
        before: &format::period(before, voice.language), now: &format::period(now, voice.language),
    );
    (!rows.is_empty()).then(|| of_rows(&caption, columns, rows))
}

fn row(voice: Voice<'_>, kind: &EventType, (before, now): (u32, u32)) -> Row {
    let count = |n: u32| Cell::number(n.to_string(), f64::from(n));
    let change = relative(before, now).map_or_else(
        || Cell::empty(CellState::NotApplicable),
        |change| Cell::number(format!("{}%", format::signed(change, 0)), change),
    );
    let cells = vec![
        Cell::text(voice.name(&kind.name)),
        Cell::text(nature(voice, kind.nature)),
        count(before),
        count(now),
        change,
    ];
    Row { sensitive: kind.nature.is_sensitive(), ..Row::new(cells) }
}

/// The change in percent of what it was before; `None` where there was nothing to compare with.
fn relative(before: u32, now: u32) -> Option<f64> {
    (before > 0).then(|| (f64::from(now) - f64::from(before)) / f64::from(before) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::relative;

    /// Source 002: violations fell by 67 %, as from 6 to 2.
    #[test]
    fn a_change_is_relative_to_what_was_before() {
        assert_eq!(relative(6, 2).map(f64::round), Some(-67.0));
        assert_eq!(relative(2, 3), Some(50.0));
        assert_eq!(relative(0, 3), None);
    }
}
