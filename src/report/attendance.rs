//! Days worked of days scheduled, by month, in the history of an agent (A108). Why somebody was away is not kept.

use super::cards::AgentCards;
use super::format::short_number;
use super::reporter::Reporter;
use crate::model::{Language, PeriodKind};
use crate::view::HistoryRow;

/// The row; `None` where no month names its days.
pub(super) fn row(reporter: &Reporter<'_>, cards: &AgentCards, language: Language) -> Option<HistoryRow> {
    let words = reporter.words(language);
    let months = || cards.cards.iter().filter(|card| card.period.kind() == PeriodKind::Month);
    months().find(|card| card.days.is_some())?;
    let cell = |days: &crate::model::Days| {
        format!("{}/{}", short_number(days.worked, 2), short_number(days.scheduled, 2))
    };
    let voice = reporter.voice(language);
    Some(HistoryRow {
        name: voice.word("attendance"),
        href: None,
        unit: voice.word("attendance-unit"),
        cells: months().map(|card| card.days.as_ref().map_or_else(|| words.no_data.clone(), cell)).collect(),
    })
}
